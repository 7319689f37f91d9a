"""Notes under a line of a checklist: moved in when written, back when read, and what would be a box or an open code
block there behind a backslash."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

FENCE: Final = re.compile(r"\s*(`{3,}|~{3,})(.*)", re.S)
_BOX: Final = re.compile(r"(\s*(?:[-*+]|[0-9]{1,9}[.)])[ \t]+)(\\*\[[^\]]\])", re.S)
_FENCE_ESCAPED: Final = re.compile(r"(\s*)(\\+)((?:```|~~~).*)", re.S)


def indent(line: str) -> int:
    """Columns before the first word; a tab goes to the next fourth."""
    rest = line.lstrip(" \t")
    lead = line[: len(line) - len(rest)]
    return len(lead.expandtabs(4)) if "\t" in lead else len(lead)


def normal_notes(text: str) -> str:
    """Without the indentation that all lines share, nor empty lines around, nor spaces on empty ones."""
    lines = [_spaced(line) for line in text.replace("\r\n", "\n").replace("\r", "\n").split("\n")]
    return _moved_back(lines)


def read_notes(lines: Sequence[str]) -> str:
    return _moved_back([_revealed(_spaced(line)) for line in lines])


def written_notes(notes: str, lead: str) -> Iterator[str]:
    """The lines of notes, each moved in by `lead`."""
    lines = normal_notes(notes).split("\n")
    unclosed = _unclosed(lines)
    for number, line in enumerate(lines):
        hidden = _hidden(line, number == unclosed)
        yield f"{lead}{hidden}" if hidden else ""


def closes(line: str, fence: str) -> bool:
    """Whether a line ends the code block that `fence` began."""
    match = FENCE.fullmatch(line)
    return match is not None and match[1][0] == fence[0] and len(match[1]) >= len(fence) and not match[2].strip()


def opens(line: str) -> str:
    """The fence with which a line begins a code block, empty where it does not."""
    match = FENCE.fullmatch(line)
    return match[1] if match and not (match[1][0] == "`" and "`" in match[2]) else ""


def _spaced(line: str) -> str:
    rest = line.lstrip(" \t")
    return " " * indent(line) + rest if rest.strip() else ""


def _moved_back(lines: list[str]) -> str:
    shared = min((indent(line) for line in lines if line), default=0)
    return "\n".join(line[shared:] for line in lines).strip("\n")


def _unclosed(lines: Sequence[str]) -> int | None:
    """Number of the line whose code block never ends."""
    fence, start = "", None
    for number, line in enumerate(lines):
        if fence:
            fence = "" if closes(line, fence) else fence
        elif fence := opens(line):
            start = number
    return start if fence else None


def _hidden(line: str, unclosed: bool) -> str:
    if unclosed or _FENCE_ESCAPED.fullmatch(line):
        rest = line.lstrip(" \t")
        return f"{line[: len(line) - len(rest)]}\\{rest}"
    return _BOX.sub(r"\1\\\2", line, count=1) if _BOX.match(line) else line


def _revealed(line: str) -> str:
    if match := _FENCE_ESCAPED.fullmatch(line):
        return f"{match[1]}{match[2][1:]}{match[3]}"
    match = _BOX.match(line)
    if match and match[2].startswith("\\"):
        return f"{match[1]}{match[2][1:]}{line[match.end() :]}"
    return line
