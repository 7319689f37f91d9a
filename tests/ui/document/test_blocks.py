"""Cutting a stream into blocks: nothing lost, whatever the pieces."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from orchestrator_desktop.ui.document.blocks import LONG_TAIL, BlockCutter, blocks_of

LINES = st.lists(
    st.sampled_from(["", "Word", "# Head", "- item", "  more", "1. one", "```", "~~~", "| a |", "> said", "    deep"]),
    max_size=30,
)


def _fed(text: str, size: int) -> list[str]:
    cutter = BlockCutter()
    for start in range(0, len(text), size):
        cutter.feed(text[start : start + size])
    cutter.finish()
    return cutter.ready


@given(LINES, st.integers(1, 9))
def test_any_split_gives_the_same_blocks(lines: list[str], size: int) -> None:
    text = "\n".join(lines)
    assert _fed(text, size) == blocks_of(text)


@given(LINES)
def test_no_line_is_lost(lines: list[str]) -> None:
    text = "\n".join(lines)
    kept = [line for block in blocks_of(text) for line in block.split("\n") if line.strip()]
    given = [line for line in lines if line.strip()]
    assert len(kept) == len(given)
    assert [line.lstrip("0123456789. ") for line in kept] == [line.lstrip("0123456789. ") for line in given]


def test_a_paragraph_is_finished_by_a_blank_line_and_the_rest_is_the_tail() -> None:
    cutter = BlockCutter()
    cutter.feed("One\ntwo\n\nThr")
    assert cutter.ready == ["One\ntwo"]
    assert cutter.tail == "Thr"


def test_lazy_numbers_count_up_across_items() -> None:
    assert blocks_of("1. a\n1. b\n\n1. c") == ["1. a", "2. b", "3. c"]


def test_a_new_list_starts_from_its_own_number() -> None:
    assert blocks_of("1. a\n2. b\n\nText\n\n5. c") == ["1. a", "2. b", "Text", "5. c"]


def test_an_indented_paragraph_stays_with_its_item() -> None:
    assert blocks_of("- a\n\n  more\n- b") == ["- a\n\n  more", "- b"]


def test_blank_lines_inside_code_do_not_end_it() -> None:
    assert blocks_of("```\na\n\nb\n```\nText") == ["```\na\n\nb\n```", "Text"]


def test_a_longer_fence_inside_code_does_not_close_a_tilde_one() -> None:
    assert blocks_of("~~~\n```\n~~~") == ["~~~\n```\n~~~"]


def test_endless_code_is_cut_into_fenced_pieces() -> None:
    blocks = blocks_of("```python\n" + "x = 1\n" * 3000)
    assert len(blocks) > 2
    assert all(block.startswith("```python") and len(block) < LONG_TAIL + 100 for block in blocks)
    assert sum(block.count("x = 1") for block in blocks) == 3000


@pytest.mark.parametrize("lead", ["", "Prices:\n"])
def test_an_endless_table_is_cut_into_tables_of_the_same_head(lead: str) -> None:
    blocks = blocks_of(lead + "| Day | Sum |\n| :-- | --: |\n" + "| Monday | 12 |\n" * 2_000)
    assert len(blocks) > 2
    assert all(block.startswith("| Day | Sum |\n| :-- | --: |\n| Monday") for block in blocks[1:])
    assert all(len(block) < LONG_TAIL + 100 for block in blocks)
    assert sum(block.count("Monday") for block in blocks) == 2_000


def test_a_head_as_long_as_a_table_is_not_repeated() -> None:
    blocks = blocks_of("| Day | " + "long " * 1_000 + "|\n| - | - |\n" + "| Monday | 12 |\n" * 1_000)
    assert sum(len(block) for block in blocks) < 30_000


def test_windows_line_ends_are_read_as_line_ends() -> None:
    assert blocks_of("a\r\n\r\nb\r\n") == ["a", "b"]
