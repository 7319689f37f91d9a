"""Saved filters."""

from __future__ import annotations

import pytest

from orchestrator_desktop.domain.changes import Kind
from orchestrator_desktop.domain.errors import UsageError, UserError
from orchestrator_desktop.domain.ids import FilterId
from orchestrator_desktop.operations.filters import change_filter, remove_filter, save_filter
from orchestrator_desktop.operations.undo import redo, undo
from orchestrator_desktop.store.filters import filters, named, one
from tests.operations.work import Work


def saved(work: Work, name: str = "Friday", query: str = "due:<friday #ops") -> FilterId:
    return FilterId(save_filter(work.store, name=name, query=query).first(Kind.SAVED_FILTER))


def test_a_search_is_kept_as_it_was_typed(work: Work) -> None:
    filter_id = saved(work, query="  due:<friday\n «deux mots»  ")
    found = one(work.store, filter_id)
    assert found is not None
    assert (found.name, found.query) == ("Friday", "due:<friday «deux mots»")
    assert named(work.store, "FRIDAY") == found
    assert named(work.store, "Monday") is None


def test_the_newest_stands_last_and_can_be_moved(work: Work) -> None:
    first, second, third = (saved(work, name) for name in ("a", "b", "c"))
    assert [each.id for each in filters(work.store)] == [first, second, third]
    change_filter(work.store, filter_id=third, position=0.5)
    assert [each.name for each in filters(work.store)] == ["c", "a", "b"]


def test_names_are_unique_and_not_empty(work: Work) -> None:
    filter_id, other = saved(work, "Élan"), saved(work, "b")
    for name in ("élan", " ÉLAN ", "", "x" * 101):
        with pytest.raises(UsageError):
            save_filter(work.store, name=name, query="is:open")
        with pytest.raises(UsageError):
            change_filter(work.store, filter_id=other, name=name)
    change_filter(work.store, filter_id=filter_id, name="élan")
    assert [each.name for each in filters(work.store)] == ["élan", "b"]


@pytest.mark.parametrize("query", ["", "  ", "!!!", "due:", "#", '""'])
def test_a_filter_asks_for_something(work: Work, query: str) -> None:
    with pytest.raises(UsageError, match="something to search for"):
        save_filter(work.store, name="a", query=query)
    filter_id = saved(work)
    with pytest.raises(UsageError, match="something to search for"):
        change_filter(work.store, filter_id=filter_id, query=query)
    assert [each.query for each in filters(work.store)] == ["due:<friday #ops"]


def test_each_act_is_undone_and_done_again(work: Work) -> None:
    states = [work.dump()]
    filter_id = saved(work)
    states.append(work.dump())
    change_filter(work.store, filter_id=filter_id, name="Week", query="due:this-week")
    states.append(work.dump())
    remove_filter(work.store, filter_id=filter_id)
    states.append(work.dump())
    names = []
    for state in reversed(states[:-1]):
        names.append(undo(work.store).name)
        assert work.dump() == state
    assert names == ["Remove the filter", "Change the filter", "Save the filter"]
    for state in states[1:]:
        redo(work.store)
        assert work.dump() == state


def test_a_filter_that_is_gone_is_said(work: Work) -> None:
    filter_id = saved(work)
    remove_filter(work.store, filter_id=filter_id)
    assert filters(work.store) == []
    for act in (
        lambda: remove_filter(work.store, filter_id=filter_id),
        lambda: change_filter(work.store, filter_id=filter_id, name="x"),
    ):
        with pytest.raises(UserError, match="no longer there"):
            act()
