"""The boxes of a Markdown file as a tree, with the headings they stand under and the notes that stand under them."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Final

from orchestrator_desktop.exchange.markdown_loose import as_boxes
from orchestrator_desktop.exchange.markdown_notes import closes, indent, opens
from orchestrator_desktop.exchange.markdown_words import heading_name

_BOX: Final = re.compile(r"[ \t]*([-*+]|[0-9]{1,9}[.)])[ \t]+\[([^\]])\](?:[ \t]+(.*))?", re.S)
_HEADING: Final = re.compile(r" {0,3}(#{1,6})[ \t]+(.*?)(?:[ \t]+#+)?[ \t]*", re.S)
_UNDERLINE: Final = re.compile(r" {0,3}(=+|-{2,})[ \t]*")
"""Under a line of text, which it makes a heading."""
_RULE: Final = re.compile(r" {0,3}(?:(?:-[ \t]*){3,}|(?:\*[ \t]*){3,}|(?:_[ \t]*){3,})")
_QUOTE: Final = re.compile(r"(?:>[ ]?)+")


@dataclass(slots=True)
class Node:
    """One box."""

    indent: int
    marker: str
    status: str
    text: str
    heading: int
    """How many headings stand before it."""
    notes: list[str] = field(default_factory=list)
    children: list[Node] = field(default_factory=list)


@dataclass(slots=True)
class Tree:
    """A file."""

    roots: list[Node] = field(default_factory=list)
    headings: list[tuple[int, str]] = field(default_factory=list)
    """Level and text."""
    stray: int = 0
    """Lines of text that belong to no box."""

    def domains(self) -> list[str]:
        """For each number of headings passed, the last of the highest level among them; empty where there was none."""
        top = min((level for level, _ in self.headings), default=0)
        found = [""]
        for level, name in self.headings:
            found.append(name if level == top else found[-1])
        return found

    def small_headings(self) -> int:
        """Headings below the highest level that have tasks right under them."""
        top = min((level for level, _ in self.headings), default=0)
        used = {node.heading for node in self.roots if node.heading}
        return sum(self.headings[number - 1][0] > top for number in used)


def tree_of(text: str) -> Tree:
    reader = _Reader()
    lines = _without_front_matter(text.split("\n"))
    for line in lines if any(map(_BOX.fullmatch, lines)) else as_boxes(lines):
        reader.line(line)
    return reader.tree


def _without_front_matter(lines: list[str]) -> list[str]:
    if lines and lines[0].rstrip() == "---":
        for number, line in enumerate(lines[1:], start=1):
            if line.rstrip() in ("---", "..."):
                return lines[number + 1 :]
    return lines


class _Reader:
    """Takes a file line by line."""

    def __init__(self) -> None:
        self.tree = Tree()
        self._path: list[Node] = []
        self._fence = ""
        self._blank = 0
        self._stray = ""
        """The line of text just before, where it belongs to no box."""

    def line(self, line: str) -> None:
        if not line.strip():
            self._blank += 1
            self._stray = ""
            return
        if line.startswith(">"):
            line = _QUOTE.sub("", line, count=1)
        if self._fence and self._in_fence(line):
            return
        while self._path and indent(line) <= self._path[-1].indent:
            self._path.pop()
        self._outside_fence(line)
        self._blank = 0

    def _in_fence(self, line: str) -> bool:
        """Whether the code block goes on. That of a box ends with the box."""
        if self._path and indent(line) <= self._path[-1].indent:
            self._fence = ""
            return False
        if self._path:
            self._note(line)
        if closes(line, self._fence):
            self._fence = ""
        self._blank = 0
        return True

    def _outside_fence(self, line: str) -> None:
        match = _BOX.fullmatch(line)
        if match is not None:
            node = Node(indent(line), match[1], match[2], match[3] or "", len(self.tree.headings))
            (self._path[-1].children if self._path else self.tree.roots).append(node)
            self._stray = ""
            self._path.append(node)
            return
        self._fence = opens(line)
        if self._path:
            self._note(line)
        elif not self._fence:
            self._text(line)

    def _text(self, line: str) -> None:
        before, self._stray = self._stray, ""
        if heading := _HEADING.fullmatch(line):
            self.tree.headings.append((len(heading[1]), heading_name(heading[2])))
        elif before and (underline := _UNDERLINE.fullmatch(line)):
            self.tree.headings.append((1 if underline[1][0] == "=" else 2, heading_name(before.strip())))
            self.tree.stray -= 1
        elif not _RULE.fullmatch(line):
            self._stray = line
            self.tree.stray += 1

    def _note(self, line: str) -> None:
        self._path[-1].notes += [""] * self._blank + [line]
