"""Word-level changes between two versions of a text."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from rapidfuzz.distance import Indel

_TOKENS: Final = re.compile(r"\s+|\w+(?:['’]\w+)*|[^\w\s]")


class Change(StrEnum):
    SAME = "same"
    INSERTED = "inserted"
    DELETED = "deleted"


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of text with one fate. Same and inserted pieces in order give the new text, same and deleted the old."""

    change: Change
    text: str


def word_changes(old: str, new: str) -> tuple[Piece, ...]:
    """Pieces that turn `old` into `new`, whole words only; a replacement is a deletion then an insertion."""
    before, after = _TOKENS.findall(old), _TOKENS.findall(new)
    pieces: list[Piece] = []
    for step in Indel.opcodes(before, after):
        gone, come = before[step.src_start : step.src_end], after[step.dest_start : step.dest_end]
        if step.tag == "equal":
            _add(pieces, Change.SAME, gone)
        else:
            _add(pieces, Change.DELETED, gone)
            _add(pieces, Change.INSERTED, come)
    return tuple(pieces)


def counts(pieces: Sequence[Piece]) -> tuple[int, int]:
    """(words inserted, words deleted)."""

    def words(change: Change) -> int:
        return sum(len(re.findall(r"\w+(?:['’]\w+)*", piece.text)) for piece in pieces if piece.change is change)

    return words(Change.INSERTED), words(Change.DELETED)


def _add(pieces: list[Piece], change: Change, tokens: list[str]) -> None:
    if not tokens:
        return
    text = "".join(tokens)
    if pieces and pieces[-1].change is change:
        pieces[-1] = Piece(change, pieces[-1].text + text)
    else:
        pieces.append(Piece(change, text))
