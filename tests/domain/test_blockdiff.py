"""Cutting two versions of a long text into passages that belong together."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from orchestrator_desktop.domain.blockdiff import PASSAGE, passages

_BLOCKS = st.lists(
    st.sampled_from(["alpha one", "beta two", "gamma three", "x" * 5000, "y " * 2000, "---"]), max_size=30
)


@given(_BLOCKS, _BLOCKS)
def test_nothing_is_lost_and_the_order_stays(old: list[str], new: list[str]) -> None:
    cut = list(passages(old, new))
    assert [block for passage in cut for block in passage.old] == old
    assert [block for passage in cut for block in passage.new] == new


def test_a_short_text_is_one_passage() -> None:
    (passage,) = passages(["a", "b"], ["a", "c"])
    assert (passage.old, passage.new) == (("a", "b"), ("a", "c"))


def test_long_texts_meet_again_behind_a_change() -> None:
    old = [f"Paragraph number {n} says " + "the same again " * 20 for n in range(300)]
    new = list(old)
    new[150:150] = ["An inserted paragraph " + "of its own " * 20]
    cut = list(passages(old, new))
    assert max(passage.size for passage in cut) < PASSAGE + 2000
    assert sum(passage.old != passage.new for passage in cut) == 1


def test_texts_that_share_nothing_are_told_block_by_block() -> None:
    old = [f"old {n} " + "word " * 500 for n in range(20)]
    new = [f"new {n} " + "term " * 500 for n in range(20)]
    assert all(not (passage.old and passage.new) for passage in passages(old, new))
