"""The list's model: rows under their headers, pages, and changes applied row by row."""

from __future__ import annotations

import gc
import tracemalloc
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pytestqt.modeltest import ModelTester

from orchestrator_desktop.domain.changes import Changes, Kind
from orchestrator_desktop.domain.errors import UserError
from orchestrator_desktop.domain.ids import TaskId
from orchestrator_desktop.domain.task import Level, Stage, Task
from orchestrator_desktop.operations import delegations, family, stages, tagging, tasks
from orchestrator_desktop.store import tasks as reading
from orchestrator_desktop.store.opening import open_store
from orchestrator_desktop.store.store import Store
from orchestrator_desktop.ui.inbox.grouping import Header, Query
from orchestrator_desktop.ui.inbox.model import ROW_ROLE, TasksModel
from tests.ui.desk import Room

TODAY = date(2026, 10, 13)
INBOX = Query(reading.Place())


def _rows(model: TasksModel) -> list[Task | Header]:
    return [model.index(row).data(ROW_ROLE) for row in range(model.rowCount())]


def _said(model: TasksModel) -> list[str]:
    return [row.title if isinstance(row, Task) else f"{row.group}: {row.count}" for row in _rows(model)]


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    opened = open_store(tmp_path)
    yield opened
    opened.close()


def _add(store: Store, title: str, **edits: Any) -> TaskId:
    task_id = TaskId(tasks.add(store, line=title).first(Kind.TASK))
    if edits:
        tasks.edit(store, task_id=task_id, **edits)
    return task_id


def test_tasks_stand_under_the_header_of_their_level(store: Store) -> None:
    _add(store, "Sort tickets", level=Level.AI_ALONE)
    _add(store, "Decide", level=Level.YOU_ONLY)
    _add(store, "Write", level=Level.YOU_AND_AI)
    model = TasksModel(store)
    model.show(INBOX, TODAY)
    assert _said(model) == ["1: 1", "Sort tickets", "2: 1", "Write", "3: 1", "Decide"]


def test_the_first_due_comes_first_and_the_undated_last(store: Store) -> None:
    for title, days in (("later", 5), ("undated", None), ("now", 0)):
        _add(store, title, due=None if days is None else TODAY + timedelta(days=days))
    model = TasksModel(store)
    model.show(INBOX, TODAY)
    assert _said(model)[1:] == ["now", "later", "undated"]


def test_a_search_finds_done_tasks_after_the_open_ones_without_headers(store: Store) -> None:
    stages.complete(store, task_id=_add(store, "Launch plan"))
    _add(store, "Launch email")
    _add(store, "Other")
    model = TasksModel(store)
    model.show(Query(reading.Place(), "launch"), TODAY)
    assert _said(model) == ["Launch email", "Launch plan"]


def test_the_model_keeps_the_rules_of_qt(store: Store, qtmodeltester: ModelTester) -> None:
    ids = [_add(store, f"Task {number}", level=Level(number % 3 + 1)) for number in range(6)]
    model = TasksModel(store)
    model.show(INBOX, TODAY)
    qtmodeltester.check(model)
    stages.complete(store, task_id=ids[0])
    model.apply([ids[0], _add(store, "New")])
    qtmodeltester.check(model)


@pytest.mark.parametrize("place", [reading.Place(reading.View.UPCOMING), reading.Place(order=reading.Order.PRIORITY)])
def test_other_groups_keep_the_rules_of_qt(store: Store, qtmodeltester: ModelTester, place: reading.Place) -> None:
    ids = [_add(store, f"Task {n}", due=TODAY + timedelta(1 + n % 3), priority=1 + n % 3) for n in range(6)]
    model = TasksModel(store)
    model.show(Query(place), TODAY)
    qtmodeltester.check(model)
    tasks.edit(store, task_id=ids[0], due=TODAY + timedelta(9), priority=None)
    stages.drop(store, task_ids=[ids[1], ids[4]])
    model.apply([ids[0], ids[1], ids[4], _add(store, "New", due=TODAY + timedelta(5))])
    qtmodeltester.check(model)


def test_long_lists_come_in_pages(store: Store) -> None:
    with store.writing():
        for number in range(450):
            store.execute(
                "INSERT INTO task (title, notes, level, stage, created_at) VALUES (?, '', 2, 'inbox', '2026-01-01')",
                (f"Task {number}",),
            )
    model = TasksModel(store)
    model.show(INBOX, TODAY)
    assert model.rowCount() == 201
    while model.canFetchMore(model.index(-1, -1)):
        model.fetchMore(model.index(-1, -1))
    assert _said(model) == ["2: 450", *(f"Task {number}" for number in reversed(range(450)))]


def test_a_row_that_stays_keeps_its_place(store: Store, qapp: object) -> None:
    del qapp
    task_id = _add(store, "Before")
    model = TasksModel(store)
    model.show(INBOX, TODAY)
    resets: list[int] = []
    model.modelReset.connect(lambda: resets.append(1))
    tasks.edit(store, task_id=task_id, title="After")
    model.apply([task_id])
    assert _said(model) == ["2: 1", "After"]
    assert not resets


def _many(store: Store, number: int, due: str = "NULL") -> None:
    with store.writing():
        store.execute(
            f"""WITH RECURSIVE n(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n WHERE x < {number})
            INSERT INTO task (title, notes, level, stage, due, created_at)
            SELECT 'Task ' || x, '', 1 + x % 3, 'inbox', {due}, '2026-01-01' FROM n"""
        )


def test_what_is_not_shown_takes_less_than_200_bytes(store: Store) -> None:
    _many(store, 10_000, "date('2026-10-13', x % 300 || ' days')")
    model = TasksModel(store)
    model.show(INBOX, TODAY)
    model.task(model.index(1))
    tracemalloc.start()
    before, read = tracemalloc.get_traced_memory()[0], model.lines
    model.read_on(60)
    gc.collect()
    grown = tracemalloc.get_traced_memory()[0] - before
    tracemalloc.stop()
    assert model.lines == 10_000
    assert grown / (10_000 - read) < 200


def test_only_named_tasks_are_read_again(store: Store) -> None:
    _many(store, 600)
    model = TasksModel(store)
    model.show(INBOX, TODAY)
    model.read_on(60)
    told: list[int] = []
    model.dataChanged.connect(lambda first, _last: told.append(first.row()))
    task = model.task(model.index(300))
    assert task is not None
    tasks.edit(store, task_id=task.id, title="Other")
    model.apply([task.id])
    assert told == [300]
    assert model.index(300).data() == "Other"
    assert model.lines == 600


def test_upcoming_stands_under_its_days(store: Store) -> None:
    _add(store, "Later", due=TODAY + timedelta(3))
    _add(store, "Due", due=TODAY + timedelta(1))
    _add(store, "Deferred", defer=TODAY + timedelta(1))
    _add(store, "Now", due=TODAY)
    model = TasksModel(store)
    model.show(Query(reading.Place(reading.View.UPCOMING)), TODAY)
    assert _said(model) == ["2026-10-14: 2", "Deferred", "Due", "2026-10-16: 1", "Later"]


def test_by_priority_the_urgent_come_first_under_headers(store: Store) -> None:
    _add(store, "Some day")
    _add(store, "Urgent", priority=1)
    model = TasksModel(store)
    model.show(Query(reading.Place(order=reading.Order.PRIORITY)), TODAY)
    assert _said(model) == ["1: 1", "Urgent", "4: 1", "Some day"]


# Any sequence of acts, applied as it comes, shows what reading anew would show.

_ACTS = ["add", "level", "due", "done", "drop", "reopen", "title", "person", "many", "part", "whole", "defer",
         "deadline", "choose", "priority", "arrange", "tag"]  # fmt: skip
_STEPS = st.lists(st.tuples(st.sampled_from(_ACTS), st.integers(0, 7), st.integers(1, 3)), max_size=16)
_MOMENTS = [TODAY, datetime(2026, 10, 13, 23, 30).astimezone(), datetime(2026, 10, 14, 0, 30).astimezone()]
"""A day, and moments beside its end: as text they sort otherwise than as local days."""


@dataclass
class _Play:
    """Runs a step on the store; returns the ids it changed."""

    store: Store
    ids: list[TaskId]

    def step(self, act: str, place: int, number: int) -> tuple[int, ...]:
        if act == "add" or not self.ids:
            changes = tasks.add(self.store, line=f"Task {len(self.ids)} !{number}")
            self.ids.append(TaskId(changes.first(Kind.TASK)))
            return changes.of(Kind.TASK)
        task_id = self.ids[place % len(self.ids)]
        acts: dict[str, Callable[[], Changes]] = {
            "level": lambda: tasks.edit(self.store, task_id=task_id, level=Level(number)),
            "due": lambda: tasks.edit(self.store, task_id=task_id, due=TODAY + timedelta(days=number - 2)),
            "title": lambda: tasks.edit(self.store, task_id=task_id, title=f"Renamed {number}"),
            "done": lambda: stages.complete(self.store, task_id=task_id),
            "drop": lambda: stages.drop(self.store, task_ids=[task_id]),
            "reopen": lambda: stages.reopen(self.store, task_id=task_id),
            "person": lambda: delegations.delegate_to_person(self.store, task_id=task_id, name="Tom"),
            "many": lambda: tasks.edit_all(self.store, task_ids=self.ids, level=Level(number)),
            "part": lambda: family.make_part(self.store, task_ids=[task_id], of=self.ids[number % len(self.ids)]),
            "whole": lambda: family.make_part(self.store, task_ids=[task_id], of=None),
            "defer": lambda: tasks.edit(self.store, task_id=task_id, defer=_MOMENTS[number - 1] + timedelta(number)),
            "deadline": lambda: tasks.edit(self.store, task_id=task_id, deadline=_MOMENTS[number - 1] + timedelta(1)),
            "choose": lambda: tasks.edit(self.store, task_id=task_id, chosen_on=TODAY if number > 1 else None),
            "priority": lambda: tasks.edit(self.store, task_id=task_id, priority=number),
            "arrange": lambda: family.arrange(self.store, task_ids=[task_id], after=self._neighbour(task_id, number)),
            "tag": lambda: tagging.tag(self.store, task_ids=[task_id], add=[f"tag{number}"]),
        }
        try:
            return acts[act]().of(Kind.TASK)
        except UserError:
            return ()

    def _neighbour(self, task_id: TaskId, number: int) -> TaskId | None:
        other = self.ids[number % len(self.ids)]
        return None if other == task_id else other


_INBOX, _VIEW = reading.Place(), reading.View
_PLACES = [
    *(reading.Place(view) for view in (_VIEW.TODAY, _VIEW.UPCOMING, _VIEW.WAITING, _VIEW.DONE, _VIEW.TRASH)),
    *(reading.Place(order=order) for order in reading.Order),
    *(_INBOX.column(stage) for stage in (Stage.PLANNED, Stage.DELEGATED, Stage.DONE)),
]


@pytest.mark.parametrize("place", _PLACES, ids=lambda place: f"{place.view}-{place.order}-{place.stage}")
@given(steps=_STEPS)
@settings(max_examples=20, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_changes_applied_give_what_reading_anew_gives(room: Room, place: reading.Place, steps: list[Any]) -> None:
    store: Store = room.desk.writer.submit(lambda store: store).result()
    query = Query(place)
    applied, fresh = TasksModel(room.store), TasksModel(room.store)
    room.desk.do(_clear)
    applied.show(query, TODAY)
    play = _Play(store, [])
    for act, at, number in steps:
        ids = room.desk.do(lambda _store, act=act, at=at, number=number: play.step(act, at, number))
        applied.apply(ids)
        fresh.show(query, TODAY)
        assert _rows(applied) == _rows(fresh)
        shown = [row.id for row in _rows(fresh) if isinstance(row, Task)]
        assert shown == [task.id for task in reading.page(room.store, place, today=TODAY)]


def _clear(store: Store) -> None:
    with store.writing():
        for table in ("undo_change", "undo_step", "delegation", "brief", "task_tag", "tag", "dependency", "task"):
            store.execute(f"DELETE FROM {table}")
