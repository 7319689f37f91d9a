"""The list's model: rows under their headers, pages, and changes applied row by row."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pytestqt.modeltest import ModelTester

from orchestrator_desktop.domain.changes import Changes, Kind
from orchestrator_desktop.domain.errors import UserError
from orchestrator_desktop.domain.ids import TaskId
from orchestrator_desktop.domain.task import Level, Task
from orchestrator_desktop.operations import delegations, stages, tasks
from orchestrator_desktop.store import tasks as reading
from orchestrator_desktop.store.opening import open_store
from orchestrator_desktop.store.store import Store
from orchestrator_desktop.ui.inbox.model import ROW_ROLE, Header, Query, TasksModel
from tests.ui.desk import Room

TODAY = date(2026, 10, 13)
INBOX = Query(reading.Place())


def _rows(model: TasksModel) -> list[Task | Header]:
    return [model.index(row).data(ROW_ROLE) for row in range(model.rowCount())]


def _said(model: TasksModel) -> list[str]:
    return [row.title if isinstance(row, Task) else f"{int(row.level)}: {row.count}" for row in _rows(model)]


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


# Any sequence of acts, applied as it comes, shows what reading anew would show.

_STEPS = st.lists(
    st.tuples(st.sampled_from(["add", "level", "due", "done", "drop", "reopen", "title", "person", "many"]),
              st.integers(0, 7), st.integers(1, 3)),
    max_size=14,
)  # fmt: skip


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
        }
        try:
            return acts[act]().of(Kind.TASK)
        except UserError:
            return ()


@pytest.mark.parametrize("view", [reading.View.INBOX, reading.View.TODAY, reading.View.WAITING, reading.View.DONE])
@given(steps=_STEPS)
@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_changes_applied_give_what_reading_anew_gives(room: Room, view: reading.View, steps: list[Any]) -> None:
    store: Store = room.desk.writer.submit(lambda store: store).result()
    query = Query(reading.Place(view))
    applied, fresh = TasksModel(room.store), TasksModel(room.store)
    room.desk.do(_clear)
    applied.show(query, TODAY)
    play = _Play(store, [])
    for act, place, number in steps:
        ids = room.desk.do(lambda _store, act=act, place=place, number=number: play.step(act, place, number))
        applied.apply(ids)
        fresh.show(query, TODAY)
        assert _rows(applied) == _rows(fresh)


def _clear(store: Store) -> None:
    with store.writing():
        for table in ("undo_change", "undo_step", "delegation", "brief", "task"):
            store.execute(f"DELETE FROM {table}")
