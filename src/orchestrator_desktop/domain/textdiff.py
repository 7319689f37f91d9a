"""Word-level changes between two versions of a text."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import groupby, pairwise, takewhile
from typing import Final

_WORD: Final = r"\w+(?:['’]\w+)*"
_TOKENS: Final = re.compile(rf"(?:{_WORD}|[^\w\s])[^\S\n]*|\s+")
"""A word or a mark with the spaces behind it, or a line break: paragraphs are compared each with its own."""
_PAIRS_AT_MOST: Final = 100_000_000
"""Comparing n with m tokens takes n x m bits, and a nanosecond for each few of them: 12 MB and 50 ms here."""
_ANCHOR: Final = 4
"""Tokens in a row that, standing once in both texts, surely are the same passage."""
_STRIDE: Final = 250


class Change(StrEnum):
    """The fate of a piece of text between two versions."""

    SAME = "same"
    INSERTED = "inserted"
    DELETED = "deleted"


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of text with one fate. Same and inserted pieces in order give the new text, same and deleted the old."""

    change: Change
    text: str


_Step = tuple[str, str]
"""What went and what came in its place; the same text twice for what stayed."""


def word_changes(old: str, new: str) -> tuple[Piece, ...]:
    """Pieces that turn `old` into `new`, whole words only; a replacement is a deletion then an insertion.

    Long texts are compared between passages that both hold; thousands of words without one count as replaced."""
    pieces: list[Piece] = []
    for _, steps in groupby(_steps(_TOKENS.findall(old), _TOKENS.findall(new)), key=lambda step: step[0] == step[1]):
        gone, come = ("".join(side) for side in zip(*steps, strict=True))
        tail = len(gone) if gone == come else _common_space(gone, come)
        _add(pieces, Change.DELETED, gone[: len(gone) - tail])
        _add(pieces, Change.INSERTED, come[: len(come) - tail])
        _add(pieces, Change.SAME, gone[len(gone) - tail :])
    return tuple(pieces)


def counts(pieces: Sequence[Piece]) -> tuple[int, int]:
    """(words inserted, words deleted)."""

    def words(change: Change) -> int:
        return sum(len(re.findall(_WORD, piece.text)) for piece in pieces if piece.change is change)

    return words(Change.INSERTED), words(Change.DELETED)


def _steps(before: list[str], after: list[str]) -> Iterator[_Step]:
    if len(before) * len(after) <= _PAIRS_AT_MOST:
        yield from _compare(before, after)
        return
    cuts = [(0, 0), *_anchors(_keys(before), _keys(after)), (len(before), len(after))]
    for (i, j), (k, m) in pairwise(cuts):
        yield from _compare(before[i:k], after[j:m])


def _compare(before: list[str], after: list[str]) -> Iterator[_Step]:
    if len(before) * len(after) > _PAIRS_AT_MOST:
        yield "".join(before), "".join(after)
        return
    from rapidfuzz.distance import Indel  # on first use: a window that opens compares nothing

    for step in Indel.opcodes(_keys(before), _keys(after)):
        gone, come = before[step.src_start : step.src_end], after[step.dest_start : step.dest_end]
        if step.tag != "equal":
            yield "".join(gone), "".join(come)
            continue
        for one, other in zip(gone, come, strict=True):
            word = _key(one)
            yield word, word
            yield one[len(word) :], other[len(word) :]


def _keys(tokens: list[str]) -> list[str]:
    return [_key(token) for token in tokens]


def _key(token: str) -> str:
    """What of a token is compared: spaces behind a word do not make it another."""
    return token.rstrip() or token


def _anchors(before: list[str], after: list[str]) -> list[tuple[int, int]]:
    """Places in both texts, in the order of both, where the same passage begins that neither holds twice."""
    there = _once(after)
    pairs = [(i, there[passage]) for passage, i in _once(before).items() if passage in there]
    kept = [(0, 0)]
    for i, j in rising(pairs):
        if i - kept[-1][0] >= _STRIDE:
            kept.append((i, j))
    return kept[1:]


def _once(tokens: list[str]) -> dict[tuple[str, ...], int]:
    """Passages that stand once in a text, in its order, and where."""
    places: dict[tuple[str, ...], int] = {}
    repeated = set()
    for i in range(len(tokens) - _ANCHOR + 1):
        passage = tuple(tokens[i : i + _ANCHOR])
        if passage in places:
            repeated.add(passage)
        places[passage] = i
    return {passage: i for passage, i in places.items() if passage not in repeated}


def rising(pairs: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """The longest choice of `pairs` (which rise in their first part) that rises in the second too; patience sorting."""
    tops: list[int] = []
    piles: list[int] = []
    below: list[int | None] = []
    for index, (_, j) in enumerate(pairs):
        pile = bisect_left(tops, j)
        tops[pile : pile + 1] = [j]
        piles[pile : pile + 1] = [index]
        below.append(piles[pile - 1] if pile else None)
    chosen = []
    at = piles[-1] if piles else None
    while at is not None:
        chosen.append(pairs[at])
        at = below[at]
    return chosen[::-1]


def _common_space(one: str, other: str) -> int:
    """How many characters of white space end both."""
    ends = takewhile(lambda pair: pair[0] == pair[1] and pair[0].isspace(), zip(one[::-1], other[::-1], strict=False))
    return sum(1 for _ in ends)


def _add(pieces: list[Piece], change: Change, text: str) -> None:
    if text and pieces and pieces[-1].change is change:
        pieces[-1] = Piece(change, pieces[-1].text + text)
    elif text:
        pieces.append(Piece(change, text))
