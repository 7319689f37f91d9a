"""Parents before their parts, no circle, no name twice; and what is lost is counted."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from orchestrator_desktop.domain.transfer import Record
from orchestrator_desktop.exchange.fitting import Losses, name_of, names_of, settled, title_and_notes

UIDS = st.sampled_from("abcdefgh")


def _settled(*records: Record) -> tuple[list[tuple[str, str, tuple[str, ...]]], dict[str, int]]:
    losses = Losses()
    found = settled(records, losses)
    lost = {lost.template.split(" ")[0] + str(len(lost.template)): lost.count for lost in losses.all()}
    return [(record.uid, record.parent, record.needs) for record in found], lost


def test_a_part_comes_after_its_task_and_others_stay() -> None:
    found, lost = _settled(Record("1", "a", parent="c"), Record("2", "b"), Record("3", "c"), Record("4", parent="a"))
    assert [uid for uid, _, _ in found] == ["c", "a", "b", ""]
    assert not lost


def test_what_leads_nowhere_or_round_is_cut_once_and_counted() -> None:
    found, lost = _settled(
        Record("1", "a", parent="b", needs=("gone", "a", "b")),
        Record("2", "b", parent="a", needs=("c",)),
        Record("3", "c", parent="nobody", needs=("a",)),
    )
    assert [(uid, parent) for uid, parent, _ in found] == [("a", ""), ("b", "a"), ("c", "")]
    assert sum(len(needs) for _, _, needs in found) == 2
    assert sum(lost.values()) == 5  # a parent's circle, an unknown parent, two needs, one circle of needs


def test_the_later_of_two_of_one_name_is_taken() -> None:
    losses = Losses()
    (record,) = settled([Record("old", "a"), Record("new", "a")], losses)
    assert record.title == "new"
    assert [lost.count for lost in losses.all()] == [1]


@given(
    st.lists(
        st.builds(Record, st.just("x"), UIDS, parent=st.one_of(st.just(""), UIDS), needs=st.lists(UIDS).map(tuple))
    )
)
def test_whatever_a_file_says_it_comes_out_in_order(records: list[Record]) -> None:
    found = settled(records, Losses())
    seen: set[str] = set()
    for record in found:
        assert record.parent == "" or record.parent in seen
        seen.add(record.uid)
    assert seen == {record.uid for record in records}
    assert settled(found, losses := Losses()) == found
    assert not losses.all()


def test_a_chain_as_long_as_the_file_is_no_trouble() -> None:
    chain = [Record("x", str(n), parent=str(n + 1), needs=(str(n + 1),)) for n in range(20_000)]
    found = settled([*chain, Record("x", "20000")], losses := Losses())
    assert (len(found), found[0].uid, losses.all()) == (20_001, "20000", ())


@pytest.mark.parametrize(
    ("title", "notes", "found"),
    [
        ("  two\twords \n", "n", ("two words", "n")),
        ("", "first\nsecond", ("first", "first\nsecond")),
        ("\u200b", "only line", ("only line", "only line")),
        ("", "only line", ("only line", "")),
        ("", " \n", None),
        ("a" * 600, "n", ("a" * 499 + "…", "a" * 600 + "\n\nn")),
    ],
)
def test_titles(title: str, notes: str, found: tuple[str, str] | None) -> None:
    assert title_and_notes(title, notes) == found


def test_names_are_cut_and_met_once() -> None:
    assert names_of(["a", " A ", "b\nc", "", "\u202e"]) == ("A", "b c")
    assert name_of("x" * 300) == "x" * 100
