"""Where headers stand among the lines of a list: rows to lines and back, without a number kept for each row."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass

from orchestrator_desktop.ui.inbox.grouping import Group


@dataclass(slots=True)
class Layer:
    """A group and the first of its lines."""

    group: Group
    start: int
    count: int | None = None


class Layers:
    """The groups of a list in order. Lines are numbered without headers, rows with them."""

    def __init__(self) -> None:
        self.all: list[Layer] = []

    def clear(self) -> None:
        self.all = []

    @property
    def last(self) -> Group | None:
        return self.all[-1].group if self.all else None

    def row(self, line: int) -> int:
        """The row of a line."""
        return line + bisect_right(self.all, line, key=_start)

    def header_row(self, number: int) -> int:
        return self.all[number].start + number

    def at(self, row: int) -> tuple[Layer | None, int]:
        """The header of a row, or None and its line."""
        above = self.headers_to(row)
        if above and self.header_row(above - 1) == row:
            return self.all[above - 1], -1
        return None, row - above

    def headers_to(self, row: int) -> int:
        """How many headers stand in the rows up to `row`, itself included."""
        return bisect_right(range(len(self.all)), row, key=self.header_row)

    def holder(self, line: int) -> int:
        """The number of the group that a line is in."""
        return bisect_right(self.all, line, key=_start) - 1

    def size(self, number: int, lines: int) -> int:
        """How many of `lines` lines are a group's."""
        end = self.all[number + 1].start if number + 1 < len(self.all) else lines
        return end - self.all[number].start

    def find(self, group: Group) -> int | None:
        return next((number for number, layer in enumerate(self.all) if layer.group == group), None)

    def place_for(self, line: int) -> int:
        """Before which group a new one would stand, whose first line is to be `line`."""
        return bisect_left(self.all, line, key=_start)

    def shift(self, after: int, by: int) -> None:
        """Lines were put in or taken out above the groups from `after` on."""
        for layer in self.all[after:]:
            layer.start += by


def _start(layer: Layer) -> int:
    return layer.start
