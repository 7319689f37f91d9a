"""Finding entries by a few letters: beginnings of words first, then any part, initials, letters in order, and words
with a slip in them. Accents and capitals do not matter."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Sequence
from functools import lru_cache
from itertools import pairwise
from typing import Final

from orchestrator_desktop.ui.palette.entries import SIGNS, Entry, Found

BEGINNING, WORD, INITIALS, INSIDE, BESIDE, LOOSE, SLIP = 100.0, 90.0, 80.0, 60.0, 50.0, 30.0, 20.0
"""How well a word fits: it begins the title, a word of it, its initials; is within; is in words beside; its letters
come in this order; nearly."""
_LIKENESS: Final = 75.0
"""Percent of a word that must be there in spite of a slip."""
_SLIP_FROM: Final = 4
"""Letters of a word from which on a slip is believed."""
_LOOSE_FROM: Final = 3
_STRETCH: Final = 3
"""A word's letters in order may lie over so many times its length."""
QUERY: Final = 200
"""Characters that are looked for: what was pasted here by mistake must not hold the window."""


class Matcher:
    """Entries made ready to be searched, once for each time that the palette opens."""

    def __init__(self, entries: Iterable[Entry]) -> None:
        self.entries = tuple(entries)
        self._titles = [fold(entry.title) for entry in self.entries]
        self._beside = [_plain(f"{entry.words} {entry.detail}") for entry in self.entries]
        self._all = [f"{title[0]} {beside}" for title, beside in zip(self._titles, self._beside, strict=True)]

    def find(self, query: str) -> list[Found]:
        """Those that hold every word of the query, the best first; weak ones only where no other does."""
        sign, words = narrowed(query[:QUERY])
        chosen = set(range(len(self.entries)))
        if sign:
            chosen = {place for place in chosen if self.entries[place].sign == sign}
        for word in words:
            chosen &= self._holding(word)
        found = [match for place in chosen if (match := self._match(place, words)) is not None]
        best = max((match.score for match in found), default=0.0)
        if best >= INSIDE:
            found = [match for match in found if match.score >= BESIDE]
        return sorted(found, key=lambda match: (-match.score, match.entry.title))

    def _holding(self, word: str) -> set[int]:
        """Where the word's letters are in order, or nearly the word is: looked for by rapidfuzz, in all at once."""
        from rapidfuzz import fuzz, process  # not before somebody types here
        from rapidfuzz.distance import LCSseq

        texts = self._all
        held = process.extract(word, texts, scorer=LCSseq.similarity, score_cutoff=len(word), limit=None)
        found = {place for _text, _score, place in held}
        if len(word) >= _SLIP_FROM:
            near = process.extract(word, texts, scorer=fuzz.partial_ratio, score_cutoff=_LIKENESS, limit=None)
            found |= {place for _text, _score, place in near}
        return found

    def _match(self, place: int, words: Sequence[str]) -> Found | None:
        entry, (title, origins) = self.entries[place], self._titles[place]
        total, letters = 0.0, set[int]()
        for word in words:
            score, here = letters_of(word, title)
            if score < BESIDE and word in self._beside[place]:
                score, here = BESIDE, ()
            if not score:
                return None
            total += score
            letters.update(origins[number] for number in here)
        if not words:
            return Found(entry, WORD)
        # Of two that fit alike the shorter one is meant.
        score = total / len(words) - min(len(title), 80) / 10
        return Found(entry, score, tuple(sorted(letters)))


def narrowed(query: str) -> tuple[str, list[str]]:
    """The sign at the beginning of a query, if there is one, and its folded words."""
    sign = query[:1] if query[:1] and query[:1] in SIGNS else ""
    return sign, _plain(query[len(sign) :]).split()


def marked(query: str, title: str) -> tuple[int, ...]:
    """The letters of a task's title that were looked for: beginnings of words, as the search takes them."""
    text, origins = fold(title)
    letters = set[int]()
    for word in _plain(query[:QUERY]).split():
        starts = [start for start in _starts(text) if text.startswith(word, start)]
        letters.update(origins[number] for start in starts for number in range(start, start + len(word)))
    return tuple(sorted(letters))


def fold(text: str) -> tuple[str, Sequence[int]]:
    """The text without accents and capitals, and for each of its letters which one of `text` it was."""
    if text.isascii():
        return text.lower(), range(len(text))
    folded, origins = [], []
    for place, letter in enumerate(text):
        for part in _bare(letter):
            folded.append(part)
            origins.append(place)
    return "".join(folded), origins


def letters_of(word: str, text: str) -> tuple[float, tuple[int, ...]]:
    """How well a word fits a text, and which letters of the text it is; 0 where it does not. Both are folded."""
    starts = _starts(text)
    begin = next((start for start in starts if text.startswith(word, start)), None)
    if begin is None and len(word) > 1 and (initials := _initials(word, text, starts)):
        return INITIALS, initials
    inside = text.find(word) if begin is None else begin
    if inside >= 0:
        score = INSIDE if begin is None else BEGINNING if begin == 0 else WORD
        return score, tuple(range(inside, inside + len(word)))
    loose = _in_order(word, text, starts) if len(word) >= _LOOSE_FROM else ()
    if loose:
        return LOOSE, loose
    return _nearly(word, text) if len(word) >= _SLIP_FROM else (0.0, ())


def _starts(text: str) -> list[int]:
    """Where words begin."""
    apart = [
        number + 1 for number, (before, letter) in enumerate(pairwise(text)) if letter.isalnum() > before.isalnum()
    ]
    return [0, *apart] if text else []


def _initials(word: str, text: str, starts: Sequence[int]) -> tuple[int, ...]:
    """ "nt" in "new task": the first letters of words, in their order."""
    found: list[int] = []
    for start in starts:
        if len(found) < len(word) and text[start] == word[len(found)]:
            found.append(start)
    return tuple(found) if len(found) == len(word) else ()


def _in_order(word: str, text: str, starts: Sequence[int]) -> tuple[int, ...]:
    """The word's letters one after the other, from the beginning of a word on, not too far apart."""
    for start in starts:
        found: list[int] = []
        place = start
        for letter in word:
            place = text.find(letter, place)
            if place < 0 or place - start >= _STRETCH * len(word) or (not found and place != start):
                break
            found.append(place)
            place += 1
        if len(found) == len(word):
            return tuple(found)
    return ()


def _nearly(word: str, text: str) -> tuple[float, tuple[int, ...]]:
    """The word with a slip: the part of the text that is most like it."""
    from rapidfuzz import fuzz
    from rapidfuzz.distance import LCSseq

    near = fuzz.partial_ratio_alignment(word, text, score_cutoff=_LIKENESS) if len(text) >= len(word) else None
    if near is None:
        return 0.0, ()
    start = near.dest_start
    same = LCSseq.editops(word, text[start : near.dest_end]).as_matching_blocks()
    letters = tuple(start + number for block in same for number in range(block.b, block.b + block.size))
    return SLIP * near.score / 100, letters


def _plain(text: str) -> str:
    return fold(text)[0]


@lru_cache(maxsize=4096)
def _bare(letter: str) -> str:
    """A letter without its accents, small: one letter, or several ("œ" is two)."""
    apart = unicodedata.normalize("NFKD", {"œ": "oe", "Œ": "oe", "æ": "ae", "Æ": "ae"}.get(letter, letter))
    return "".join(part for part in apart if not unicodedata.combining(part)).casefold()
