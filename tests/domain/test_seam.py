"""A continuation joined to what was there: repeated words go, everything else stays."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from orchestrator_desktop.domain.seam import Seam

WORDS = st.lists(
    st.sampled_from(["the", "quick", "brown", "fox", " ", "\n", "- ", "|", "0", "jumps over"]), max_size=12
)
TEXTS = st.one_of(st.text(alphabet="ab \n-|", max_size=30), WORDS.map(" ".join), st.text(max_size=30))


def joined(lead: str, *pieces: str) -> str:
    """What stands after the lead."""
    seam = Seam(lead)
    return "".join(map(seam.feed, pieces)) + seam.flush()


@pytest.mark.parametrize(
    ("lead", "continuation", "added"),
    [
        ("The quick brown fox", " jumps over", " jumps over"),
        ("The quick bro", "wn fox jumps", "wn fox jumps"),
        ("The quick brown fox", "quick brown fox jumps", " jumps"),
        ("The quick brown fox", "The quick brown fox jumps", " jumps"),
        ("One.\nThe quick bro", "The quick brown fox", "wn fox"),
        ("One.\nThe quick brown fox", "\n\nThe quick brown fox jumps", " jumps"),
        ("The quick brown fox ", "quick brown fox jumps", "jumps"),
        ("The quick brown fox", "  quick brown fox jumps", " jumps"),
        ("- one\n- two\n", "- one\n- two\n- three", "- three"),
        ("First paragraph.\n\n", "First paragraph.\n\nSecond.", "Second."),
        ("First paragraph.\n\n", "First paragraph.\nSecond.", "Second."),
        ("First paragraph.\n", "First paragraph.\n\nSecond.", "\nSecond."),
        ("a sentence that is bro", "broken off", "ken off"),
        ("a list:\n- ", "- item", "item"),
        ("a list:\n  - item", "- item one", " one"),
        ("title\n\n## Con", "## Conclusion", "clusion"),
        ("title\n\n```py", "```python", "thon"),
        ("Ends with it: déjà vu", "déjà vu, encore", ", encore"),
    ],
)
def test_what_is_said_again_is_left_out(lead: str, continuation: str, added: str) -> None:
    assert joined(lead, continuation) == added


@pytest.mark.parametrize(
    ("lead", "continuation"),
    [
        ("It was very", " very good"),
        ("| 1 |", " 1 | 2 |"),
        ("| 0.00 | 0.00 |", " 0.00 | 0.00 |"),
        ("|------------", "------------|"),
        ("a\n------------", "------------"),
        ("in 20", "20"),
        ("the year 202", "2026"),
        ("a ban", "ana"),
        ("I see ", "see also"),
        ("a", "a"),
        ("one", "two"),
        ("text", " "),
        ("text", ""),
        ("", "text"),
        (" \n", "\n text"),
        ("no no no no", " no no no no no"),
        ("x = 1", "1 + 2"),
    ],
)
def test_what_may_be_meant_stays(lead: str, continuation: str) -> None:
    assert joined(lead, continuation) == continuation


@given(TEXTS, TEXTS)
def test_only_what_already_stands_there_is_left_out(lead: str, continuation: str) -> None:
    added = joined(lead, continuation)
    assert continuation.endswith(added)
    gone = continuation.removesuffix(added) if added else continuation
    assert lead.rstrip().endswith(gone.strip())
    assert gone.strip() or not gone


@given(TEXTS, TEXTS, st.integers(0, 30))
def test_a_repetition_of_eight_characters_is_left_out(before: str, after: str, length: int) -> None:
    """Words that occur nowhere else, so that the only overlap is the one that was made."""
    lead = before + " Zwölf Boxkämpfer jagen Viktor"
    again = lead[-8 - min(length, 22) :]
    assume(not after[:1].isspace())
    assert joined(lead, again + after) == after


@given(TEXTS, TEXTS, st.lists(st.integers(0, 40), max_size=6))
def test_pieces_give_the_same_as_the_whole(lead: str, continuation: str, cuts: list[int]) -> None:
    edges = [0, *sorted(cuts), len(continuation)]
    pieces = [continuation[start:end] for start, end in pairwise(edges)]
    assert joined(lead, *pieces) == joined(lead, continuation)


@given(st.text(alphabet="ab ", max_size=400), st.text(alphabet="ab ", max_size=400))
def test_little_is_held_back_and_only_while_it_may_repeat(lead: str, continuation: str) -> None:
    seam, fed, given_back = Seam(lead), 0, 0
    for letter in continuation:
        fed, given_back = fed + 1, given_back + len(seam.feed(letter))
        if seam.holding:
            assert fed - given_back <= 200
            assert continuation[:fed].lstrip() in lead
    seam.flush()
    assert not seam.holding


def test_words_that_repeat_nothing_pass_at_once() -> None:
    seam = Seam("Once upon a time")
    assert seam.feed(", there") == ", there"
    assert not seam.holding
    assert seam.feed(" was") == " was"
    assert seam.flush() == ""


def test_a_long_lead_costs_nothing_and_its_end_is_found() -> None:
    lead = "word " * 200_000 + "and the very end of it"
    assert joined(lead, "the very ", "end of it, which", " goes on") == ", which goes on"


def test_an_overlap_beyond_reach_is_kept_whole() -> None:
    """Better said twice than lost: what was held back is given when it grows too long."""
    lead = " ".join(str(n) for n in range(1000))
    assert joined(lead, lead[-300:], " more") == lead[-300:] + " more"
