"""Names from the user's own list, found as they are written in running text."""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from itertools import pairwise
from typing import Final

from .model import Found, Kind

_WORD: Final = re.compile("[^\\W_]+(?:[\u0300-\u036f]+[^\\W_]*)*")
_SHORTEST: Final = 2
# Written without spaces, so that a name has no word's edge there.
_UNSPACED: Final = frozenset({"CJK", "HIRAGANA", "KATAKANA", "HANGUL", "THAI", "LAO", "MYANMAR", "KHMER"})
_SPELT_OUT: Final = {
    "ß": "ss",
    "œ": "oe",
    "æ": "ae",
    "ø": "o",
    "ł": "l",
    "đ": "d",
    "ı": "i",
    "ä": "ae",
    "ö": "oe",
    "ü": "ue",
}
_BREAK: Final = re.compile(r"\s*[\n\r\u2028\u2029\x85]\s*")


class Names:
    """Finds names in any capitals, with their accents or without, whatever white space or hyphen joins their parts.

    Only whole words are found ("Nora's" without its 's), the longest name where several fit. Names of one character
    are ignored."""

    def __init__(self, names: Iterable[str]) -> None:
        by_first: dict[str, list[str]] = defaultdict(list)
        anywhere: list[str] = []
        for name in sorted({unicodedata.normalize("NFC", name) for name in names}, key=lambda name: (-len(name), name)):
            words = _WORD.findall(name)
            if sum(map(len, words)) < _SHORTEST:
                continue
            if unicodedata.name(words[0][0], "").partition(" ")[0] in _UNSPACED:
                anywhere.append(name)
            else:
                for first in _spellings(words[0]):
                    by_first[first].append(name)
        self._by_word: Final = _ByWord({first: _Group(group, r"(?![^\W_])") for first, group in by_first.items()})
        self._anywhere: Final = _Group(anywhere) if anywhere else None

    def find(self, text: str) -> Iterator[Found]:
        if self._anywhere:
            yield from map(self._anywhere.found, self._anywhere.pattern.finditer(text))
        if not self._by_word:
            return
        for word in _WORD.finditer(text):
            group = self._by_word[word[0]]
            match = group.pattern.match(text, word.start()) if group else None
            if group and match and not unicodedata.combining(text[match.end() : match.end() + 1] or " "):
                yield group.found(match)


class _ByWord(dict[str, "_Group | None"]):
    """The names that may begin with a word as it is written, by their first word; remembered, as words recur."""

    def __missing__(self, word: str) -> _Group | None:
        bare = _bare(word)
        self[word] = self[bare] if bare != word else None
        return self[word]


class _Group:
    """Names that begin alike, the longest first."""

    def __init__(self, names: Sequence[str], edge: str = "") -> None:
        self._names: Final = names
        self._edge: Final = edge

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        """Built when the first word is met."""
        ways = "|".join(f"({_pattern(name)})" for name in self._names)
        return re.compile(f"(?:{ways}){self._edge}", re.IGNORECASE)

    def found(self, match: re.Match[str]) -> Found:
        """All spellings of a name are one value; a line break within it is not worth putting back."""
        name = self._names[(match.lastindex or 1) - 1]
        value = " ".join(map(_bare, _WORD.findall(name)))
        return Found(*match.span(), Kind.NAME, value, _BREAK.sub(" ", match[0]))


def _pattern(name: str) -> str:
    """A name between its first and last letter, as a pattern."""
    words = list(_WORD.finditer(name))
    parts = [_letters(words[0][0])]
    for before, word in pairwise(words):
        parts += [_between(name[before.end() : word.start()]), _letters(word[0])]
    return "".join(parts)


def _between(signs: str) -> str:
    if signs in "-‐‑" or signs.isspace():
        return r"(?:\s{1,40}|[-‐‑])"
    parts = re.split(r"(\s+|['’ʼ])", signs)
    return "".join(
        r"\s{0,40}" if part.isspace() else "['’ʼ]" if part in ("'", "’", "ʼ") else re.escape(part) for part in parts
    )


def _letters(word: str) -> str:
    return "".join(_letter(letter) for letter in word)


def _letter(letter: str) -> str:
    """A letter as typed, composed or not, or without its accent, or spelt out."""
    if unicodedata.combining(letter):
        return f"{letter}?"
    decomposed = unicodedata.normalize("NFD", letter)
    ways = {letter, decomposed, decomposed[0], _SPELT_OUT.get(letter.lower(), letter)}
    if len(ways) == 1:
        return re.escape(letter)
    return f"(?:{'|'.join(sorted(map(re.escape, ways), key=len, reverse=True))})"


def _spellings(word: str) -> set[str]:
    """What `_bare` may make of a word of a text that is meant to be this one."""
    spelt_out = "".join(_SPELT_OUT.get(letter, letter) for letter in word.lower())
    return {_bare(word), _bare(spelt_out)}


def _bare(word: str) -> str:
    """A word without capitals and accents."""
    if word.isascii():
        return word.lower()
    letters = unicodedata.normalize("NFD", word.casefold())
    return "".join(letter for letter in letters if not unicodedata.combining(letter))
