"""Text that came from outside, shown whole: what a reader cannot see, a model still reads."""

from __future__ import annotations

import re
import unicodedata
from typing import Final

_JOINERS: Final = "\u200c\u200d"
_DIRECTION_MARKS: Final = "\u061c\u200e\u200f"
_SELECTORS: Final = "\ufe00-\ufe0f"
_MORE_SELECTORS: Final = "\U000e0100-\U000e01ef"

_HIDDEN: Final = (
    "\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f"  # controls, but white space
    "\u00ad\u034f\u061c\u180b-\u180f\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff0-\ufffb"
    "\u3164\uffa0"  # Hangul fillers: letters that show nothing
    f"{_SELECTORS}\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U000e0000-\U000e0fff"
)
# England, Scotland and Wales are a black flag and letters from the tag block: the only use that is left for it.
_FLAGS: Final = "|".join(
    "\U0001f3f4" + "".join(chr(0xE0000 + ord(letter)) for letter in name) + "\U000e007f"
    for name in ("gbeng", "gbsct", "gbwls")
)
_PIECE: Final = re.compile(f"(?P<flag>{_FLAGS})|[{_HIDDEN}]")
_HIDDEN_CHAR: Final = re.compile(f"[{_HIDDEN}]")
_SELECTOR: Final = re.compile(f"[{_SELECTORS}]")
_MORE_SELECTOR: Final = re.compile(f"[{_MORE_SELECTORS}]")


def visible(text: str) -> str:
    """`text` with each character that hides replaced by its number: U+202E becomes "⟨U+202E⟩".

    Those are controls, bidirectional overrides and isolates, zero-width and tag characters, fillers. What scripts
    and emoji need stays: one joiner between letters or emoji, one variation selector after what it varies, one
    direction mark beside a right-to-left letter, a soft hyphen between letters, a byte order mark at the start."""
    return _PIECE.sub(_shown, text)


def has_hidden(text: str) -> bool:
    """Whether `visible` would change the text."""
    return any(_shown(found) != found[0] for found in _PIECE.finditer(text))


def is_blank(text: str) -> bool:
    """Whether a reader sees nothing at all of it."""
    return not _HIDDEN_CHAR.sub("", text).strip()


def _shown(found: re.Match[str]) -> str:
    if found["flag"] or _belongs(found.string, found.start()):
        return found[0]
    return f"⟨U+{ord(found[0]):04X}⟩"


def _belongs(text: str, at: int) -> bool:
    char, before, after = text[at], text[at - 1 : at] if at else "", text[at + 1 : at + 2]
    if char in _JOINERS:
        return _joins(after) and (_joins(before) or (bool(before) and _varies(text, at - 1)))
    if char in _DIRECTION_MARKS:
        return _runs_left(before) or _runs_left(after)
    if char == "\u00ad":
        return _is("L", before) and _is("L", after)
    return _varies(text, at) or (char == "\ufeff" and at == 0)


def _varies(text: str, at: int) -> bool:
    """Whether a variation selector stands there, after a character it can vary: a row of them carries a message."""
    base = text[at - 1 : at] if at else ""
    if _SELECTOR.match(text[at]):
        return bool(base) and not base.isspace() and not _HIDDEN_CHAR.match(base)
    return bool(_MORE_SELECTOR.match(text[at])) and _is("Lo", base) and not _HIDDEN_CHAR.match(base)


def _joins(char: str) -> bool:
    """Letters, their marks, emoji and their skin tones can be joined."""
    return any(_is(category, char) for category in ("L", "M", "So", "Sk")) and not _HIDDEN_CHAR.match(char)


def _runs_left(char: str) -> bool:
    return bool(char) and unicodedata.bidirectional(char) in ("R", "AL") and not _HIDDEN_CHAR.match(char)


def _is(category: str, char: str) -> bool:
    return bool(char) and unicodedata.category(char).startswith(category)
