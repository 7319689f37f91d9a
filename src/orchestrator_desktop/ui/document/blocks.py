"""Cutting a growing Markdown text into blocks that are finished and a tail that is still open. Pure text, no Qt.

Re-rendering the whole text at each delta is quadratic: 80 KB took two minutes. A block that is finished is rendered
once; only the tail is rendered again."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Final

LONG_TAIL: Final = 4_000
"""Characters after which a block that does not end by itself is cut at a line."""

_FENCE: Final = re.compile(r" {0,3}(`{3,}|~{3,})(.*)$")
_ITEM: Final = re.compile(r"(?:[-*+]|\d{1,9}[.)])[ \t]")
_RULE: Final = re.compile(r" {0,3}\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)*\|?[ \t]*$")
_NUMBER: Final = re.compile(r"\d{1,9}(?=[.)][ \t])")


@dataclass(slots=True)
class BlockCutter:
    """Feed it deltas; take finished blocks from `ready` (clear it afterwards), and `tail` for what is still open.

    All that was fed is, in order, the source of the blocks and of the tail, but for the fences that are closed and
    opened again where a long code block is cut, for the head that a long table has again there, and for running numbers
    of lists."""

    ready: list[str] = field(default_factory=list)
    _lines: list[str] = field(default_factory=list)
    _partial: str = ""
    _fence: str = ""
    _size: int = 0
    _number: int = 0
    _gap: bool = False
    """A blank line behind a list item: an indented line after it still belongs to the item."""

    def feed(self, text: str) -> None:
        """Take more of the text."""
        *whole, self._partial = (self._partial + text).split("\n")
        for line in whole:
            self._take(line)

    @property
    def tail(self) -> str:
        """What is not finished yet, as Markdown that can be rendered by itself."""
        return "\n".join([*self._lines, self._partial]) if self._partial else "\n".join(self._lines)

    def finish(self) -> None:
        """No more text will come: the tail is a block too."""
        if self._partial:
            self._take(self._partial)
            self._partial = ""
        self._cut()

    def _take(self, line: str) -> None:
        line = line.removesuffix("\r")
        if self._fence:
            self._take_code(line)
            return
        if self._gap and line.strip():
            self._gap = False
            if line.startswith(("  ", "\t")):
                self._keep("")
                self._keep(line)
                return
            self._cut()
        opening = _FENCE.match(line)
        if opening:
            self._cut()
            self._fence = opening[1]
            self._keep(line)
        elif not line.strip():
            self._gap = bool(self._lines) and bool(_ITEM.match(self._lines[0]))
            if not self._gap:
                self._cut()
        else:
            self._take_prose(line)

    def _take_code(self, line: str) -> None:
        self._keep(line)
        stripped = line.strip()
        if stripped.startswith(self._fence) and not stripped.strip(self._fence[0]):
            self._fence = ""
            self._cut()
        elif self._size > LONG_TAIL:
            opening = self._lines[0]
            self._lines.append(self._fence)
            self._cut()
            self._keep(opening)

    def _take_prose(self, line: str) -> None:
        if _ITEM.match(line):
            if self._lines and _ITEM.match(self._lines[0]):
                self._cut(keep_number=True)
            line = self._numbered(line)
        elif self._size > LONG_TAIL:
            head = _table_head(self._lines)
            self._cut()
            for row in head:
                self._keep(row)
        self._keep(line)

    def _numbered(self, line: str) -> str:
        """Items are rendered one by one: "1. 1. 1." must still count up."""
        found = _NUMBER.match(line)
        if not found:
            self._number = 0
            return line
        self._number = self._number + 1 if self._number else int(found[0])
        return f"{self._number}{line[found.end() :]}"

    def _keep(self, line: str) -> None:
        self._lines.append(line)
        self._size += len(line) + 1

    def _cut(self, *, keep_number: bool = False) -> None:
        if self._lines:
            self.ready.append("\n".join(self._lines))
            if not keep_number and not _NUMBER.match(self._lines[0]):
                self._number = 0
        self._lines.clear()
        self._size = 0


def _table_head(lines: list[str]) -> list[str]:
    """The head and the rule of the table that `lines` end in, to be repeated where it is cut; Qt needs minutes for one
    of thousands of rows. Nothing for what is no table, or for a head as long as a table."""
    for head, rule in pairwise(lines):
        if "|" in head and "|" in rule and _RULE.match(rule):
            return [head, rule] if len(head) + len(rule) < LONG_TAIL // 4 else []
    return []


def blocks_of(text: str) -> list[str]:
    """The blocks of a whole text."""
    cutter = BlockCutter()
    cutter.feed(text)
    cutter.finish()
    return cutter.ready
