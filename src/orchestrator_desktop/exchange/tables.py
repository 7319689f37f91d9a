"""Tables as CSV (RFC 4180) that any spreadsheet opens: UTF-8 with its mark, and no cell that it would calculate."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Final

from orchestrator_desktop.exchange.writing import write_pieces

Cell = str | int | float | None
FORMULA: Final = ("=", "+", "-", "@", "\t", "\r")


def csv_line(cells: Sequence[Cell]) -> str:
    """One line with its end. A text that a spreadsheet would take for a formula begins with an apostrophe: titles of
    tasks come from anywhere."""
    line = io.StringIO()
    csv.writer(line, lineterminator="\r\n").writerow([_harmless(cell) for cell in cells])
    return line.getvalue()


def write_csv(path: Path, rows: Iterable[Sequence[Cell]]) -> int:
    """Write a table anew and return how many lines it has; the file appears when it is whole. Raises UsageError."""
    lines = 0

    def pieces() -> Iterator[str]:
        nonlocal lines
        yield "\ufeff"
        for cells in rows:
            lines += 1
            yield csv_line(cells)

    write_pieces(path, pieces())
    return lines


def _harmless(cell: Cell) -> Cell:
    return f"'{cell}" if isinstance(cell, str) and cell.startswith(FORMULA) else cell
