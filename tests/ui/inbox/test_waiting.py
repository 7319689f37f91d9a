"""Waiting for people: what is late comes first and says so; keys for the answer, the reminder, the letter, the day."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from orchestrator_desktop.domain.changes import Changes
from orchestrator_desktop.domain.delegation import Delegation
from orchestrator_desktop.domain.ids import TaskId
from orchestrator_desktop.operations import delegations, people
from orchestrator_desktop.store import delegations as reading
from orchestrator_desktop.ui import formats
from orchestrator_desktop.ui.delegation.answer import AnswerSheet
from orchestrator_desktop.ui.delegation.person_letter import LetterSheet
from orchestrator_desktop.ui.inbox.page import TasksPage
from orchestrator_desktop.ui.navigator import Screen
from orchestrator_desktop.ui.widgets.label import Label
from tests.ui.desk import Room

Opener = Callable[..., TasksPage]


def _ask(room: Room, title: str, days: int | None, name: str = "Nora") -> TaskId:
    task_id = room.add(title)
    day = None if days is None else room.services.today() + timedelta(days=days)
    room.desk.do(delegations.delegate_to_person, task_id=task_id, name=name, follow_up=day)
    return task_id


def _out(room: Room, task_id: TaskId) -> Delegation:
    found = reading.open_delegation(room.store, task_id)
    assert found is not None
    return found


def _rows(page: TasksPage) -> list[str]:
    """The rows as a screen reader hears them."""
    model = page.column.model
    return [str(model.index(row, 0).data(Qt.ItemDataRole.AccessibleTextRole)) for row in range(model.rowCount())]


def test_late_ones_come_first_and_say_by_how_much(room: Room, open_page: Opener) -> None:
    _ask(room, "Some day", None)
    _ask(room, "Tomorrow", 1)
    _ask(room, "One late", -1)
    _ask(room, "Late", -3)
    page = open_page(Screen.WAITING)
    assert _rows(page) == [
        f"Late, You + AI, Late, 3 days, Nora · expected {_day(room, -3)} · since today",
        "One late, You + AI, Late, 1 day, Nora · expected yesterday · since today",
        "Tomorrow, You + AI, Waiting, Nora · expected tomorrow · since today",
        "Some day, You + AI, Waiting, Nora · since today",
    ]
    assert page.column.head.note.text() == "4 open · 2 late"


def _day(room: Room, days: int) -> str:
    today = room.services.today()
    return formats.day(today + timedelta(days=days), today, room.services.languages.locale)


def test_the_list_is_a_model_while_days_change(room: Room, open_page: Opener, qtmodeltester: ModelTester) -> None:
    ids = [_ask(room, title, days) for title, days in (("A", 1), ("B", 2), ("C", None))]
    page = open_page(Screen.WAITING)
    qtmodeltester.check(page.column.model)
    room.desk.do(people.set_follow_up, delegation_id=_out(room, ids[2]).id, day=room.services.today())
    qtmodeltester.check(page.column.model)


def test_a_row_moves_when_its_day_does_and_when_that_is_undone(qtbot: QtBot, room: Room, open_page: Opener) -> None:
    first, second = _ask(room, "First", 1), _ask(room, "Second", 2)
    page = open_page(Screen.WAITING)
    assert page.list.current == first
    room.desk.do(people.set_follow_up, delegation_id=_out(room, second).id, day=room.services.today())
    qtbot.waitUntil(lambda: _rows(page)[0].startswith("Second"))
    assert page.list.current == first, "the task looked at stays"
    room.services.acts.undo()
    qtbot.waitUntil(lambda: _rows(page)[0].startswith("First"))


def test_f_asks_for_the_day_of_all_that_are_chosen(qtbot: QtBot, room: Room, open_page: Opener) -> None:
    ids = [_ask(room, title, days) for title, days in (("First", 1), ("Second", 2))]
    page = open_page(Screen.WAITING)
    for key in (Qt.Key.Key_Space, Qt.Key.Key_J, Qt.Key.Key_Space, Qt.Key.Key_F):
        qtbot.keyClick(page.list, key)
    field = QApplication.focusWidget()
    assert isinstance(field, QLineEdit)
    assert field.accessibleName() == "Answer by"
    qtbot.keyClicks(field, "in 9 days")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    later = room.services.today() + timedelta(days=9)
    qtbot.waitUntil(lambda: [_out(room, task_id).follow_up for task_id in ids] == [later, later])


def test_words_that_are_no_day_change_nothing(qtbot: QtBot, room: Room, open_page: Opener) -> None:
    task_id = _ask(room, "First", 1)
    page = open_page(Screen.WAITING)
    qtbot.keyClick(page.list, Qt.Key.Key_F)
    field = QApplication.focusWidget()
    assert field is not None
    qtbot.keyClicks(field, "whenever")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert "“whenever” is not a date" in room.said[-1]
    room.desk.do(lambda store: None)
    assert _out(room, task_id).follow_up == room.services.today() + timedelta(days=1)


def test_a_takes_the_answer(qtbot: QtBot, room: Room, open_page: Opener) -> None:
    task_id = _ask(room, "Mock-up", 1)
    page = open_page(Screen.WAITING)
    qtbot.keyClick(page.list, Qt.Key.Key_A)
    sheet = page.window().findChildren(AnswerSheet)[0]
    qtbot.keyClicks(sheet.text, "Here it is")
    sheet.hand_in()
    qtbot.waitUntil(lambda: bool(room.went) and room.went[-1].screen is Screen.REVIEW)
    assert reading.open_delegation(room.store, task_id) is None
    qtbot.waitUntil(lambda: _rows(page) == [])


@pytest.mark.parametrize(("key", "title"), [(Qt.Key.Key_R, "How do you remind"), (Qt.Key.Key_L, "How does it reach")])
def test_r_reminds_and_l_shows_the_letter(qtbot: QtBot, room: Room, open_page: Opener, key: Qt.Key, title: str) -> None:
    _ask(room, "Mock-up", -1)
    page = open_page(Screen.WAITING)
    qtbot.keyClick(page.list, key)
    sheet = page.window().findChildren(LetterSheet)[0]
    assert any(label.text().startswith(title) for label in sheet.findChildren(Label))
    assert sheet.isVisible()


def test_a_reminder_shows_in_the_row(qtbot: QtBot, room: Room, open_page: Opener) -> None:
    task_id = _ask(room, "Mock-up", -1)
    page = open_page(Screen.WAITING)
    room.desk.do(people.mark_reminded, delegation_id=_out(room, task_id).id)
    qtbot.waitUntil(lambda: "reminded today" in _rows(page)[0])


@pytest.mark.parametrize("key", [Qt.Key.Key_A, Qt.Key.Key_R, Qt.Key.Key_L])
def test_a_task_that_nobody_has_is_told(qtbot: QtBot, room: Room, open_page: Opener, key: Qt.Key) -> None:
    room.add("Mock-up")
    page = open_page()
    qtbot.keyClick(page.list, key)
    assert room.said == ["“Mock-up” is not with a person. Nothing was changed."]


def test_a_new_day_makes_an_answer_late(qtbot: QtBot, room: Room, open_page: Opener) -> None:
    _ask(room, "Mock-up", 0)
    page = open_page(Screen.WAITING)
    assert "Waiting, Nora · expected today" in _rows(page)[0]
    now = room.services.now() + timedelta(days=2)
    object.__setattr__(room.services, "now", lambda: now)
    room.services.bridge.on_changes(Changes(outside=True), "")
    qtbot.waitUntil(lambda: "Late, 2 days" in _rows(page)[0])
    assert page.column.head.note.text() == "1 open · 1 late"
