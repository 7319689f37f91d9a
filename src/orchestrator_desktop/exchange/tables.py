"""Tables as CSV (RFC 4180) that any spreadsheet opens: UTF-8 with its mark, and no cell that it would calculate."""

from __future__ import annotations

import csv
import io
import os
from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from pathlib import Path
from typing import Final

from orchestrator_desktop.exchange.texts import unwritable

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
    part = path.with_name(f"{path.name}.part")
    try:
        lines = _write(part, rows)
        os.replace(part, path)
    except OSError as error:
        raise unwritable(path, error) from error
    finally:
        with suppress(OSError):
            part.unlink(missing_ok=True)
    return lines


def _write(path: Path, rows: Iterable[Sequence[Cell]]) -> int:
    lines = 0
    with path.open("w", encoding="utf-8-sig", errors="replace", newline="") as file:
        for line in _lines(rows):
            file.write(line)
            lines += 1
    return lines


def _lines(rows: Iterable[Sequence[Cell]]) -> Iterator[str]:
    return (csv_line(cells) for cells in rows)


def _harmless(cell: Cell) -> Cell:
    return f"'{cell}" if isinstance(cell, str) and cell.startswith(FORMULA) else cell
