"""Checklists without Markdown's boxes, said in them: `[ ] milk` and `☐ milk` as notes are copied, and the words of
Logseq and Org (`- TODO [#A] milk`, with SCHEDULED and DEADLINE under it)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Final

_PLAIN: Final = re.compile(r"([ \t>]*)(?:[-*+][ \t]+)?(?:\[([ xX]?)\]|([☐☑☒]))[ \t]+(\S.*)")
_WORD: Final = re.compile(
    r"([ \t]*)(?:[-*+]+)[ \t]+(TODO|DOING|NOW|LATER|WAITING|IN-PROGRESS|DONE|CANCELED|CANCELLED)[ \t]+"
    r"(?:\[#([ABC])\][ \t]*)?(.*)"
)
_STATUS: Final = {"DONE": "x", "CANCELED": "-", "CANCELLED": "-"}
_RANKS: Final = {"A": " ⏫", "B": " 🔼", "C": " 🔽"}
_DATE: Final = re.compile(
    r"[ \t]*(SCHEDULED|DEADLINE): <(\d{4}-\d\d-\d\d)(?: [^\s\d<>]+)?(?: (\d\d?:\d\d))?"
    r"(?: (\.|\+)?\+(\d{1,3})([dwmy]))?>[ \t]*"
)
_UNITS: Final = {"d": "day", "w": "week", "m": "month", "y": "year"}
_OWN: Final = re.compile(r"[ \t]*(?:id|collapsed|created-at|updated-at):: .*|[ \t]*:LOGBOOK:[ \t]*")
_END: Final = re.compile(r"[ \t]*:END:[ \t]*")


def as_boxes(lines: Iterable[str]) -> Iterator[str]:
    """The lines, each task of them a box; what these programs note for themselves is left out."""
    waiting: str | None = None
    in_log = False
    for line in lines:
        if in_log:
            in_log = _END.fullmatch(line) is None
        elif waiting is not None and (date := _DATE.fullmatch(line)):
            waiting += _dated(date)
        elif waiting is not None and _OWN.fullmatch(line):
            in_log = line.strip() == ":LOGBOOK:"
        else:
            if waiting is not None:
                yield waiting
            waiting = _box(line)
            if waiting is None:
                yield line
    if waiting is not None:
        yield waiting


def _box(line: str) -> str | None:
    if plain := _PLAIN.fullmatch(line):
        done = (plain[2] or "").strip() or plain[3] in ("☑", "☒")
        return f"{plain[1]}- [{'x' if done else ' '}] {plain[4]}"
    if word := _WORD.fullmatch(line):
        return f"{word[1]}- [{_STATUS.get(word[2], ' ')}] {word[4]}{_RANKS.get(word[3] or '', '')}"
    return None


def _dated(match: re.Match[str]) -> str:
    """In the signs of Obsidian's Tasks."""
    kind, day, clock, after, number, unit = match.groups()
    is_due = kind == "DEADLINE"
    repeat = f" 🔁 every {number} {_UNITS[unit]}s{' when done' if after == '.' else ''}" if number else ""
    at = f" [{'at' if is_due else 'from'}:: {clock.rjust(5, '0')}]" if clock else ""
    return f"{at}{repeat} {'📅' if is_due else '🛫'} {day}"
