"""Where a text holds what was searched for: as the text index finds it, accents and capitals aside."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cache
from itertools import chain
from typing import Final

Ranges = tuple[tuple[int, int], ...]
"""Characters from … to (exclusive), in order, apart from each other."""

BEFORE, LENGTH = 40, 160
"""Characters of a snippet before the first match, and in all; whole words, so that it may be a little longer."""

TOKEN: Final = re.compile(r"(?:[^\W_][\u0300-\u036f]*)+")
"""A word as the text index sees it."""

_ACCENTS: Final = "[\u0300-\u036f]*"
_START: Final = r"(?<![^\W_])(?<![\u0300-\u036f])"
_END: Final = r"(?![^\W_]|[\u0300-\u036f])"
_BETWEEN: Final = r"[\W_]+"


_ALPHABETS: Final = (
    range(0x41, 0x5B),
    range(0x61, 0x7B),
    range(0xC0, 0x250),
    range(0x370, 0x530),
    range(0x1E00, 0x2000),
)


def base(char: str) -> str:
    """The letter below the accents."""
    return unicodedata.normalize("NFD", char)[:1].lower()


def folded(word: str) -> str:
    return "".join(base(char) for char in word if not unicodedata.combining(char))


@cache
def _variants() -> dict[str, str]:
    """The letters that count as one, of the scripts that write accents over theirs: Latin, Greek, Cyrillic."""
    found: dict[str, str] = {}
    for code in chain(*_ALPHABETS):
        char = chr(code)
        if char.isalpha():
            found[base(char)] = found.get(base(char), "") + char
    return found


@dataclass(frozen=True, slots=True)
class Snippet:
    """A piece of a text on one line, `…` where more stands before or behind, and the matches in it."""

    text: str
    ranges: Ranges = ()


class Highlighter:
    """Finds the words (beginnings count) and phrases (whole words) of one search."""

    def __init__(self, words: Iterable[str], phrases: Iterable[str] = ()) -> None:
        asked = [(TOKEN.findall(word), "") for word in words] + [(TOKEN.findall(phrase), _END) for phrase in phrases]
        asked = [(tokens, end) for tokens, end in asked if tokens]
        # Of two words that begin alike, the longer first: an alternative that fits is not tried again.
        asked.sort(key=lambda one: -sum(map(len, one[0])))
        self._accented = _pattern(asked, _letter)
        self._plain = _pattern(asked, re.escape)

    def ranges(self, text: str) -> Ranges:
        """All matches in `text`."""
        pattern = self._plain if text.isascii() else self._accented
        return () if pattern is None else tuple(found.span() for found in pattern.finditer(text))

    def first(self, text: str) -> int | None:
        """Where the first match begins."""
        pattern = self._plain if text.isascii() else self._accented
        found = None if pattern is None else pattern.search(text)
        return None if found is None else found.start()

    def snippet(self, text: str, start: int | None = None) -> Snippet | None:
        """The piece of `text` around its first match, or around what was found at `start`; None where there is none."""
        start = self.first(text) if start is None else start
        if start is None:
            return None
        begin = _word_begin(text, max(0, start - BEFORE), start)
        end = _word_end(text, min(len(text), begin + LENGTH))
        # One character for one, so that what is highlighted here is what was found there.
        piece = "".join(" " if char.isspace() else char for char in text[begin:end])
        ahead, behind = ("…" if begin else ""), ("…" if end < len(text) else "")
        shift = len(ahead)
        ranges = tuple((first + shift, last + shift) for first, last in self.ranges(piece))
        return Snippet(f"{ahead}{piece}{behind}", ranges)


def _pattern(asked: list[tuple[list[str], str]], letter: Callable[[str], str]) -> re.Pattern[str] | None:
    choices = [
        _BETWEEN.join("".join(letter(char) for char in folded(token)) for token in tokens) + end
        for tokens, end in asked
    ]
    return re.compile(f"{_START}(?:{'|'.join(choices)})", re.IGNORECASE) if choices else None


def _letter(char: str) -> str:
    same = _variants().get(char)
    return (f"[{same}]" if same else re.escape(char)) + _ACCENTS


def _word_begin(text: str, place: int, most: int) -> int:
    """The next place from `place` on where a word begins."""
    if place == 0:
        return 0
    while place < most and not text[place - 1].isspace():
        place += 1
    return place


def _word_end(text: str, place: int) -> int:
    """The next place from `place` on where a word ends, or a little further in a text without spaces."""
    last = min(len(text), place + BEFORE)
    while place < last and not text[place].isspace():
        place += 1
    return place
