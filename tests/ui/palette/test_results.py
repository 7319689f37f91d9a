"""What is shown, in which order, and what Enter takes."""

from __future__ import annotations

from orchestrator_desktop.ui.palette.entries import Entry, Found, Group, Head, Row
from orchestrator_desktop.ui.palette.matching import Matcher
from orchestrator_desktop.ui.palette.results import MOST, before_typing, best_row, for_query, remembered

WORDS = {group: group.name for group in Group}


def _entry(title: str, group: Group = Group.ACTS, *, possible: bool = True, sign: str = "") -> Entry:
    return Entry(title.lower(), group, title, lambda: None, possible=possible, sign=sign)


def _said(rows: list[Row]) -> list[str]:
    return [row.words if isinstance(row, Head) else row.entry.title for row in rows]


def _query(query: str, entries: list[Entry], lately: list[str] | None = None) -> list[Row]:
    return for_query(query, Matcher(entries), [], [], lately or [], WORDS)


def test_groups_have_their_order_whatever_fits_best() -> None:
    entries = [
        _entry("Quit", Group.ACTS),
        _entry("A quiet hour", Group.GO),
        _entry("Quick look", Group.TASK),
    ]
    task, create = _entry("Quit smoking", Group.TASKS), _entry("New task", Group.CREATE)
    rows = for_query("qui", Matcher(entries), [task], [create], [], WORDS)
    assert _said(rows) == [
        "TASK",
        "Quick look",
        "GO",
        "A quiet hour",
        "ACTS",
        "Quit",
        "TASKS",
        "Quit smoking",
        "CREATE",
        "New task",
    ]


def test_enter_takes_what_fits_markedly_better() -> None:
    rows = _query("settings", [_entry("Providers in settings", Group.TASK), _entry("Settings", Group.ACTS)])
    assert best_row(rows) == 1
    loose = [Head("TASK"), Found(_entry("A"), 40.0), Head("ACTS"), Found(_entry("B"), 95.0)]
    assert best_row(loose) == 3
    assert best_row([Head("TASK"), Found(_entry("A", possible=False), 90.0)]) is None


def test_what_cannot_be_done_comes_last_and_a_group_is_short() -> None:
    entries = [_entry("Accept", possible=False), _entry("Acceptance tests, all of them")]
    assert _said(_query("acc", entries)) == ["ACTS", "Acceptance tests, all of them", "Accept"]
    assert len(_query("a", [_entry(f"Act {number}") for number in range(50)])) == MOST + 1


def test_what_was_used_lately_comes_first() -> None:
    entries = [_entry("Set a date"), _entry("Set a time"), _entry("Set a tone")]
    assert _said(_query("set", entries, ["set a tone"]))[1] == "Set a tone"
    rows = before_typing(entries, ["set a tone", "gone", "set a date"], WORDS)
    assert _said(rows) == ["RECENT", "Set a tone", "Set a date", "ACTS", "Set a date", "Set a time", "Set a tone"]


def test_fifty_names_do_not_hide_the_acts() -> None:
    names = [_entry(f"Delegate to {number}", Group.TASK, sign="@") for number in range(50)]
    rows = _query("deleg", [*names, _entry("Brief and delegate", Group.TASK)])
    assert _said(rows)[1] == "Brief and delegate"
    assert len(_said(_query("@", names))) == MOST + 1
    assert _said(before_typing(names, [], WORDS)) == []


def test_what_is_remembered_is_bounded() -> None:
    assert remembered(["b", "a", "c"], "a", 3) == ["a", "b", "c"]
    assert remembered(["b", "a", "c"], "d", 3) == ["d", "b", "a"]
