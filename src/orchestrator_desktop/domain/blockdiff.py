"""Long texts cut into passages that belong together, so that each can be compared and drawn by itself."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from orchestrator_desktop.domain.textdiff import rising

PASSAGE: Final = 6_000
"""Characters after which a passage ends at the next place where both texts are known to be at the same point."""
_TOO_LONG: Final = 30_000
_WORDS: Final = 4


@dataclass(frozen=True, slots=True)
class Passage:
    """Blocks of the old text and the blocks of the new one that stand for them; one side may be empty."""

    old: tuple[str, ...]
    new: tuple[str, ...]

    @property
    def size(self) -> int:
        """Characters of both sides."""
        return sum(map(len, self.old)) + sum(map(len, self.new))


def passages(old: Sequence[str], new: Sequence[str]) -> Iterator[Passage]:
    """All blocks of both texts in their order. Short texts are one passage; of two that share nothing, the blocks
    that went come first."""
    start_old = start_new = 0
    for i, j in (*_meetings(old, new), (len(old), len(new))):
        passage = Passage(tuple(old[start_old:i]), tuple(new[start_new:j]))
        if i < len(old) and j < len(new) and passage.size < PASSAGE:
            continue
        yield from _bearable(passage)
        start_old, start_new = i, j


def _bearable(passage: Passage) -> Iterator[Passage]:
    """The passage, or block by block where comparing it would take too long."""
    if passage.size <= _TOO_LONG:
        yield passage
        return
    yield from (Passage((block,), ()) for block in passage.old)
    yield from (Passage((), (block,)) for block in passage.new)


def _meetings(old: Sequence[str], new: Sequence[str]) -> list[tuple[int, int]]:
    """Places in both texts, rising in both, whose blocks begin or end with the same words found nowhere else."""
    there = _once(new)
    pairs = sorted({(i, there[key]) for key, i in _once(old).items() if key in there})
    kept: list[tuple[int, int]] = []
    for i, j in rising(pairs):
        if not kept or (i > kept[-1][0] and j > kept[-1][1]):
            kept.append((i, j))
    return kept


def _once(blocks: Sequence[str]) -> dict[tuple[str, ...], int]:
    """First and last words that only one block has, and where it stands."""
    places: dict[tuple[str, ...], int] = {}
    repeated = set()
    for place, block in enumerate(blocks):
        words = (("begin", *block.split(None, _WORDS)[:_WORDS]), ("end", *block.rsplit(None, _WORDS)[-_WORDS:]))
        for key in words:
            if key in places:
                repeated.add(key)
            places[key] = place
    return {key: place for key, place in places.items() if key not in repeated}
