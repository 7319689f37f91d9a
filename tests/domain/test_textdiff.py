"""Word changes between two versions."""

import random
import re
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from orchestrator_desktop.domain.textdiff import Change, Piece, counts, word_changes

PROSE = st.lists(st.sampled_from(["the", "launch", "Nora's", "l’équipe", ",", ".", "\n\n", " ", "  ", "12", "🚀"])).map(
    "".join
)
TEXTS = st.one_of(PROSE, st.text(max_size=60))


def joined(pieces: tuple[Piece, ...], *changes: Change) -> str:
    return "".join(piece.text for piece in pieces if piece.change in changes)


def check(old: str, new: str) -> tuple[Piece, ...]:
    pieces = word_changes(old, new)
    assert joined(pieces, Change.SAME, Change.DELETED) == old
    assert joined(pieces, Change.SAME, Change.INSERTED) == new
    return pieces


@given(TEXTS, TEXTS)
def test_the_pieces_hold_both_versions(old: str, new: str) -> None:
    pieces = check(old, new)
    assert all(piece.text for piece in pieces)
    assert all(one.change is not other.change for one, other in pairwise(pieces))


@given(TEXTS)
def test_the_same_text_has_no_changes(text: str) -> None:
    assert word_changes(text, text) == ((Piece(Change.SAME, text),) if text else ())


@given(PROSE, PROSE)
def test_a_deletion_stands_before_what_replaces_it(old: str, new: str) -> None:
    marks = "".join(piece.change.value[0] for piece in word_changes(old, new))
    assert "id" not in marks


@pytest.mark.parametrize(
    ("old", "new", "changes"),
    [
        ("The quick brown fox.", "The slow red fox.", "The [-quick brown-]{+slow red+} fox."),
        ("Hello", "Hello world", "Hello{+ world+}"),
        ("one two three", "one three", "one [-two -]three"),
        ("don't", "do", "[-don't-]{+do+}"),
        ("l’équipe gagne", "l’équipe perd", "l’équipe [-gagne-]{+perd+}"),
        ("a\n\nb", "a\n\nc", "a\n\n[-b-]{+c+}"),
        ("", "new", "{+new+}"),
        ("old", "", "[-old-]"),
    ],
)
def test_whole_words_change(old: str, new: str, changes: str) -> None:
    marks = {Change.SAME: "{}", Change.DELETED: "[-{}-]", Change.INSERTED: "{{+{}+}}"}
    assert "".join(marks[piece.change].format(piece.text) for piece in word_changes(old, new)) == changes


def test_paragraph_breaks_keep_changes_apart() -> None:
    pieces = check("one\n\ntwo", "uno\n\ndue")
    assert [piece.text for piece in pieces if piece.change is Change.SAME] == ["\n\n"]


def test_counts_are_in_words() -> None:
    assert counts(word_changes("Write a short warm text.", "Write a long text, now or later.")) == (4, 2)


def _words(number: int, seed: int) -> list[str]:
    chance = random.Random(seed)
    return [f"word{chance.randrange(3000)}" for _ in range(number)]


def test_twenty_thousand_words_with_scattered_changes_are_found_one_by_one() -> None:
    before = _words(20_000, seed=1)
    after = list(before)
    for place in range(50, 20_000, 100):
        after[place] = "changed"
    pieces = check(" ".join(before), " ".join(after))
    assert counts(pieces) == (200, 200)


def test_twenty_thousand_other_words_are_replaced() -> None:
    pieces = check(" ".join(_words(20_000, seed=1)), " ".join(_words(20_000, seed=2)))
    inserted, deleted = counts(pieces)
    assert min(inserted, deleted) > 19_000


def test_a_passage_moved_in_a_long_text_is_still_whole() -> None:
    words = _words(30_000, seed=3)
    moved = words[10_000:] + words[:10_000]
    pieces = check(" ".join(words), " ".join(moved))
    assert len(re.findall(r"\w+", joined(pieces, Change.SAME))) >= 19_000


def test_a_long_text_that_repeats_itself_is_no_trap() -> None:
    text = "mot juste. " * 15_000
    check(text, text.replace("juste", "faux", 3) + "fin")
