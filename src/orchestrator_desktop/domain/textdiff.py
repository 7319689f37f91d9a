"""Word-level changes between two versions of a text."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import groupby, pairwise
from typing import Final

from rapidfuzz.distance import Indel

_TOKENS: Final = re.compile(r"\s+|\w+(?:['’]\w+)*|[^\w\s]")
_PAIRS_AT_MOST: Final = 100_000_000
"""Comparing n with m tokens takes n x m bits, and a nanosecond for each few of them: 12 MB and 50 ms here."""
_ANCHOR: Final = 8
"""Tokens in a row (some four words) that, standing once in both texts, surely are the same passage."""
_STRIDE: Final = 500


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


@dataclass(frozen=True, slots=True)
class _Run:
    """Neighbouring parts that stayed, or those that went and those that came in their place."""

    same: bool
    gone: str
    come: str


def word_changes(old: str, new: str) -> tuple[Piece, ...]:
    """Pieces that turn `old` into `new`, whole words only; a replacement is a deletion then an insertion.

    Long texts are compared between passages that both hold; thousands of words without one count as replaced."""
    runs = _smooth(_runs(_TOKENS.findall(old), _TOKENS.findall(new)))
    pieces = (piece for run in runs for piece in _pieces(run) if piece.text)
    return tuple(
        Piece(change, "".join(piece.text for piece in group))
        for change, group in groupby(pieces, key=lambda piece: piece.change)
    )


def counts(pieces: Sequence[Piece]) -> tuple[int, int]:
    """(words inserted, words deleted)."""

    def words(change: Change) -> int:
        return sum(len(re.findall(r"\w+(?:['’]\w+)*", piece.text)) for piece in pieces if piece.change is change)

    return words(Change.INSERTED), words(Change.DELETED)


def _runs(before: list[str], after: list[str]) -> list[_Run]:
    if len(before) * len(after) <= _PAIRS_AT_MOST:
        return _compare(before, after)
    cuts = [(0, 0), *_anchors(before, after), (len(before), len(after))]
    return [run for (i, j), (k, m) in pairwise(cuts) for run in _compare(before[i:k], after[j:m])]


def _compare(before: list[str], after: list[str]) -> list[_Run]:
    if len(before) * len(after) > _PAIRS_AT_MOST:
        return [_Run(before == after, "".join(before), "".join(after))]
    runs = []
    for same, steps in groupby(Indel.opcodes(before, after), key=lambda step: step.tag == "equal"):
        parts = list(steps)
        gone = "".join(before[parts[0].src_start : parts[-1].src_end])
        runs.append(_Run(same, gone, "".join(after[parts[0].dest_start : parts[-1].dest_end])))
    return runs


def _anchors(before: list[str], after: list[str]) -> list[tuple[int, int]]:
    """Places in both texts, in the order of both, where the same passage begins that neither holds twice."""
    there = _once(after)
    pairs = [(i, there[passage]) for passage, i in _once(before).items() if passage in there]
    kept = [(0, 0)]
    for i, j in _rising(pairs):
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


def _rising(pairs: list[tuple[int, int]]) -> list[tuple[int, int]]:
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


def _smooth(runs: list[_Run]) -> list[_Run]:
    """Join changes that only a space holds apart: they read as one."""
    smoothed: list[_Run] = []
    for i, run in enumerate(runs):
        gap = run.same and 0 < i < len(runs) - 1 and run.gone.isspace() and "\n" not in run.gone
        if smoothed and not smoothed[-1].same and (gap or not run.same):
            smoothed[-1] = _Run(False, smoothed[-1].gone + run.gone, smoothed[-1].come + run.come)
        else:
            smoothed.append(run)
    return smoothed


def _pieces(run: _Run) -> Iterator[Piece]:
    if run.same:
        yield Piece(Change.SAME, run.gone)
    else:
        yield Piece(Change.DELETED, run.gone)
        yield Piece(Change.INSERTED, run.come)
