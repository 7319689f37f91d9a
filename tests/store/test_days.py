"""The ledger by day, reflections, drafts, settings."""

import json
from datetime import UTC, date, datetime, timedelta

import pytest

from orchestrator_desktop.domain.ids import TaskId
from orchestrator_desktop.domain.ledger import Event, Way
from orchestrator_desktop.domain.task import Level
from orchestrator_desktop.store import days
from orchestrator_desktop.store.store import Store
from tests.store import rows
from tests.store.rows import TODAY

# Midnight in Paris, where the tests live, in October.
MIDNIGHT = datetime(2026, 10, 13, 22, 0, tzinfo=UTC)


def enter(
    store: Store, event: str, task_id: int | None, at: datetime, undoes: int | None = None, **detail: object
) -> int:
    return rows.insert(store, "ledger", at=at, event=event, task_id=task_id, undoes=undoes, detail=json.dumps(detail))


def finish(store: Store, title: str, at: datetime, way: Way = Way.EXECUTED, **detail: object) -> int:
    task_id = rows.task(store, title, stage="done", done_at=at)
    event = "executed" if way is Way.EXECUTED else "accepted"
    return enter(store, event, task_id, at, way=way, **detail)


def test_a_day_has_three_columns_in_the_order_of_the_day(store: Store) -> None:
    finish(store, "second", MIDNIGHT + timedelta(hours=9))
    finish(store, "first", MIDNIGHT + timedelta(hours=8), seconds=90)
    finish(store, "letter", MIDNIGHT + timedelta(hours=10), Way.WITH_AI, who="Editor", seconds=12)
    finish(store, "contract", MIDNIGHT + timedelta(hours=11), Way.WITH_PEOPLE, who="Nora", seconds=None)
    day = days.day_ledger(store, TODAY)
    assert [done.title for done in day.executed] == ["first", "second"]
    (letter,) = day.with_ai
    assert (letter.who, letter.seconds, letter.level) == ("Editor", 12, Level.YOU_AND_AI)
    assert letter.at == MIDNIGHT + timedelta(hours=10)
    (contract,) = day.with_people
    assert (contract.who, contract.seconds) == ("Nora", None)


def test_a_day_is_the_local_one(store: Store) -> None:
    finish(store, "just before", MIDNIGHT - timedelta(microseconds=1))
    finish(store, "midnight", MIDNIGHT)
    finish(store, "last", MIDNIGHT + timedelta(hours=24) - timedelta(microseconds=1))
    finish(store, "next", MIDNIGHT + timedelta(hours=24))
    assert [done.title for done in days.day_ledger(store, TODAY).executed] == ["midnight", "last"]


def test_what_was_undone_does_not_count(store: Store) -> None:
    entry = finish(store, "undone", MIDNIGHT)
    finish(store, "stands", MIDNIGHT)
    enter(store, "undone", 1, MIDNIGHT + timedelta(days=3), undoes=entry)
    assert [done.title for done in days.day_ledger(store, TODAY).executed] == ["stands"]
    assert days.finished_by_day(store, TODAY, 1) == {TODAY: {Way.EXECUTED: 1}}


def test_what_was_reopened_counts_when_it_is_finished_again(store: Store) -> None:
    finish(store, "twice", MIDNIGHT)
    reopening = enter(store, "reopened", 1, MIDNIGHT + timedelta(hours=1))
    assert days.day_ledger(store, TODAY).executed == ()
    enter(store, "executed", 1, MIDNIGHT + timedelta(days=1), way="executed")
    assert days.finished_by_day(store, TODAY + timedelta(days=1), 2) == {TODAY + timedelta(days=1): {Way.EXECUTED: 1}}
    enter(store, "undone", 1, MIDNIGHT + timedelta(days=2), undoes=reopening)
    assert len(days.day_ledger(store, TODAY).executed) == 1


def test_other_events_are_no_work_done(store: Store) -> None:
    for event in Event:
        if event not in (Event.ACCEPTED, Event.EXECUTED, Event.UNDONE):
            enter(store, event, rows.task(store), MIDNIGHT, way="executed")
    day = days.day_ledger(store, TODAY)
    assert (day.with_ai, day.with_people, day.executed) == ((), (), ())


def test_figures_go_by_day_and_way(store: Store) -> None:
    for offset, way in (
        (0, Way.WITH_AI),
        (0, Way.WITH_AI),
        (0, Way.EXECUTED),
        (-2, Way.WITH_PEOPLE),
        (-30, Way.EXECUTED),
    ):
        finish(store, "done", MIDNIGHT + timedelta(days=offset, hours=3), way)
    assert days.finished_by_day(store, TODAY, 30) == {
        TODAY: {Way.WITH_AI: 2, Way.EXECUTED: 1},
        date(2026, 10, 12): {Way.WITH_PEOPLE: 1},
    }


def test_figures_hold_over_a_clock_change(store: Store) -> None:
    # On 25 October clocks in Paris go back: the day is 25 hours long.
    finish(store, "late", datetime(2026, 10, 25, 22, 59, tzinfo=UTC))
    finish(store, "next day", datetime(2026, 10, 25, 23, 0, tzinfo=UTC))
    assert days.finished_by_day(store, date(2026, 10, 26), 2) == {
        date(2026, 10, 25): {Way.EXECUTED: 1},
        date(2026, 10, 26): {Way.EXECUTED: 1},
    }


def test_a_tasks_ledger_keeps_everything(store: Store) -> None:
    entry = finish(store, "x", MIDNIGHT)
    enter(store, "undone", 1, MIDNIGHT, undoes=entry)
    assert [entry.event for entry in days.task_entries(store, TaskId(1))] == [Event.EXECUTED, Event.UNDONE]
    assert days.task_entries(store, TaskId(1))[0].detail == {"way": "executed"}


def test_a_day_without_words_is_empty(store: Store) -> None:
    assert days.reflection(store, TODAY) == days.Reflection(TODAY, "", None, None)


@pytest.mark.parametrize("value", [True, 3, "fr", [1, 2], {"a": "b"}])
def test_a_setting_is_json(store: Store, value: object) -> None:
    assert days.setting(store, "key", "default") == "default"
    rows.insert(store, "setting", key="key", value=json.dumps(value))
    assert days.setting(store, "key") == value


def test_a_draft_that_is_not_there_is_empty(store: Store) -> None:
    assert days.draft(store, "capture") == ""
