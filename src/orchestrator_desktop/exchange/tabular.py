"""Tables as people and programs really write them: any delimiter, any quotes, lines that are too long or too short."""

from __future__ import annotations

import csv
import hashlib
import io
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import dropwhile
from typing import Final

_DELIMITERS: Final = (",", ";", "\t", "|")
_EXCEL: Final = re.compile(r"sep=([,;\t|])\n", re.I)
_SNIFFED: Final = 20_000
"""Characters that are enough to see the delimiter."""
_UNCLOSED: Final = 20
"""Quotes that never end; after so many, a quote ends on its line or is none, lest each be looked for to the end."""
_UID: Final = 32

Row = list[str]


@dataclass(frozen=True, slots=True)
class Table:
    """Rows by the names of their columns."""

    columns: tuple[str, ...]
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Line:
    """One row; `more` are cells beyond the last column."""

    cells: Mapping[str, str]
    more: tuple[str, ...] = ()

    def __getitem__(self, column: str) -> str:
        """A cell; empty where there is none."""
        return self.cells.get(column, "")


def table(rows: Iterable[Row], *, upper: bool = False, strip: bool = True) -> Table:
    """Rows under the names of the first one that has any, without blank rows and, unless told, without the blanks
    around cells.

    A column without a name is named by its place, and so is the second of two with one name. With `upper` names are
    told apart whatever their case, and are capitals."""
    lines = dropwhile(lambda row: not any(cell.strip() for cell in row), rows)
    columns = _columns(next(lines, []), upper=upper)
    stripped = ([cell.strip() for cell in row] for row in lines) if strip else lines
    return Table(columns, tuple(_line(columns, row) for row in stripped if any(row)))


def read_rows(text: str, delimiter: str | None = None) -> Iterator[Row]:
    """The rows of a table by RFC 4180. A quote that is not closed, or that more than a delimiter follows, is a
    character like others; without `delimiter` it is the one that the text seems to use."""
    text, delimiter = _without_excel(text, delimiter)
    delimiter = delimiter or _sniffed(text)
    try:
        yield from list(csv.reader(io.StringIO(text), delimiter=delimiter, strict=True))
    except csv.Error:  # a cell longer than it takes, too
        yield from _lenient_rows(text, delimiter)


def _lenient_rows(text: str, delimiter: str) -> Iterator[Row]:
    cells = _Cells(text, delimiter)
    row: Row = []
    while not cells.at_end:
        cell, ends_row = cells.take()
        row.append(cell)
        if ends_row:
            yield row
            row = []


def made_uid(*parts: str) -> str:
    """A name for a task that its file does not name: the same for the same parts."""
    return hashlib.sha256("\0".join(parts).encode("utf-8", "replace")).hexdigest()[:_UID]


class Names:
    """Names tasks of a file that does not, by what they are; the second of the same is told apart."""

    def __init__(self, format: str) -> None:
        self._format = format
        self._seen: Counter[tuple[str, ...]] = Counter()

    def make(self, *parts: str) -> str:
        self._seen[parts] += 1
        return made_uid(self._format, *parts, str(self._seen[parts]))


class _Cells:
    """A place in a text that moves on from cell to cell."""

    def __init__(self, text: str, delimiter: str) -> None:
        sign = re.escape(delimiter)
        end = rf"[ \t]*+(?:({sign})|\n|\Z)" if delimiter != "\t" else r"(?:(\t)|\n|\Z)"
        self._quoted = re.compile(rf'[ ]*+"([^"]*+(?:""[^"]*+)*+)"{end}')
        self._on_line = re.compile(rf'[ ]*+"([^\n]*?)"{end}')
        self._plain = re.compile(rf"([^\n{sign}]*+)(?:({sign})|\n|\Z)")
        self._opening = re.compile('[ ]*+"')
        self._text = text
        self._place = 0
        self._unclosed = 0
        self._owes = False

    @property
    def at_end(self) -> bool:
        """A delimiter at the very end still has an empty cell after it."""
        return self._place >= len(self._text) and not self._owes

    def take(self) -> tuple[str, bool]:
        """The next cell, and whether it is the last of its row."""
        match = self._next()
        self._place = match.end()
        self._owes = match[2] is not None
        text = match[1].replace('""', '"') if match.re is not self._plain else match[1]
        return text, match[2] is None

    def _next(self) -> re.Match[str]:
        if self._opening.match(self._text, self._place):
            if self._unclosed < _UNCLOSED and (match := self._quoted.match(self._text, self._place)):
                return match
            self._unclosed += 1
            if match := self._on_line.match(self._text, self._place):
                return match
        match = self._plain.match(self._text, self._place)
        assert match is not None  # it takes anything
        return match


def _without_excel(text: str, delimiter: str | None) -> tuple[str, str | None]:
    """Without Excel's own first line that names the delimiter."""
    match = _EXCEL.match(text)
    return (text, delimiter) if match is None else (text[match.end() :], match[1])


def _sniffed(text: str) -> str:
    """The delimiter that cuts the first rows into the same number of cells, of several the one that makes most."""
    head = text[:_SNIFFED]
    return max(_DELIMITERS, key=lambda sign: _fit(head, sign))


def _fit(head: str, delimiter: str) -> tuple[bool, float, int]:
    rows = [row for row in read_rows(head, delimiter) if any(row)][:50]
    if len(head) == _SNIFFED and len(rows) > 1:
        rows = rows[:-1]  # it may be cut
    if not rows:
        return False, 0.0, 0
    width = len(rows[0])
    return width > 1, sum(len(row) == width for row in rows) / len(rows), width


def _columns(heads: Row, *, upper: bool) -> tuple[str, ...]:
    names: dict[str, None] = {}
    for place, head in enumerate(heads, start=1):
        name = " ".join(head.split()) or f"Column {place}"
        name = name.upper() if upper else name
        names[name if name not in names else f"{name} ({place})"] = None
    return tuple(names)


def _line(columns: tuple[str, ...], row: Row) -> Line:
    return Line(dict(zip(columns, row, strict=False)), tuple(cell for cell in row[len(columns) :] if cell.strip()))
