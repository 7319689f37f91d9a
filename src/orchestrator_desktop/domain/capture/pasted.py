"""Several lines pasted: one task each, their list marks taken off."""

from __future__ import annotations

import re
from datetime import UTC, datetime
from typing import Final

from .grammar import Today
from .line import fold
from .repeating import UnclearError, starts_repeating

_BOX = r"\[[ xX✓✔]?\](?!\S)"
_MARK = re.compile(rf"(?:(?:[-+*•·‣◦▪●–—]|[0-9]{{1,3}}[.)])\s+(?:{_BOX}\s*)?|{_BOX}\s*|[☐☑☒□]\s*)(?=\S)")
_LONE = re.compile(rf"[-+*•·‣◦▪●☐☑☒□]?\s*(?:{_BOX})?")
_LONGEST_PHRASE: Final = 200


def split_lines(text: str) -> tuple[str, ...]:
    """The lines of a pasted text without blank ones, list marks (-, *, •, 1., [ ], [x]) taken off; all else is kept.

    A `*` that starts a recurrence ("* every monday") is no list mark.
    """
    lines = (line.strip() for line in text.splitlines())
    return tuple(_unmarked(line) for line in lines if not _LONE.fullmatch(line))


def _unmarked(line: str) -> str:
    mark = _MARK.match(line)
    return line[mark.end() :] if mark and not _repeats(line) else line


def _repeats(line: str) -> bool:
    if not line.startswith("*"):
        return False
    today = Today(datetime(2000, 1, 1, tzinfo=UTC), day_first=True)
    try:
        return starts_repeating(fold(line[:_LONGEST_PHRASE]), today)
    except UnclearError:
        return True
