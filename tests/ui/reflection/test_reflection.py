"""The reflection page: the day's ledger, the answer saved as it is typed, other days, the chart."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta

import pytest
import time_machine
from PySide6.QtCore import Qt
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from orchestrator_desktop.domain.changes import Changes
from orchestrator_desktop.domain.ledger import Way
from orchestrator_desktop.operations import delegations, reflections, reviews, stages
from orchestrator_desktop.store import days
from orchestrator_desktop.ui.navigator import Screen, Target
from orchestrator_desktop.ui.reflection.chart import Days
from orchestrator_desktop.ui.reflection.page import ReflectionPage
from orchestrator_desktop.ui.reflection.table import DaysModel
from tests.ui.desk import Room

NOW = datetime(2026, 10, 13, 16, 0, tzinfo=UTC)
TODAY = date(2026, 10, 13)


@pytest.fixture
def page(room: Room, qtbot: QtBot) -> Iterator[ReflectionPage]:
    with time_machine.travel(NOW, tick=False):
        made = ReflectionPage(room.services)
        qtbot.addWidget(made)
        made.resize(1056, 800)
        made.show()
        made.open(Target(Screen.REFLECTION))
        yield made


def _type(qtbot: QtBot, page: ReflectionPage, text: str) -> None:
    page.answer.setFocus()
    qtbot.keyClicks(page.answer, text)


def test_what_is_typed_is_on_disk_without_a_save(qtbot: QtBot, room: Room, page: ReflectionPage) -> None:
    _type(qtbot, page, "I judged, I did not rewrite.")
    qtbot.waitUntil(lambda: days.reflection(room.store, TODAY).text == "I judged, I did not rewrite.")


def test_the_text_goes_to_the_day_it_was_typed_on(qtbot: QtBot, room: Room, page: ReflectionPage) -> None:
    _type(qtbot, page, "Today")
    qtbot.keyClick(page, Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    assert page.answer.text() == ""
    _type(qtbot, page, "Yesterday")
    page.hide()
    qtbot.waitUntil(lambda: days.reflection(room.store, TODAY - timedelta(days=1)).text == "Yesterday")
    assert days.reflection(room.store, TODAY).text == "Today"


def test_what_is_on_its_way_to_the_disk_is_not_taken_back(qtbot: QtBot, room: Room, page: ReflectionPage) -> None:
    taken = threading.Event()
    _type(qtbot, page, "Today")
    busy = room.desk.writer.submit(lambda _store: taken.wait(10))  # a slow disk
    page.open(Target(Screen.REFLECTION))
    assert page.answer.text() == "Today"
    qtbot.keyClick(page, Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    assert page.answer.text() == ""
    qtbot.keyClick(page, Qt.Key.Key_Right, Qt.KeyboardModifier.AltModifier)
    assert page.answer.text() == "Today"
    taken.set()
    busy.result(10)
    qtbot.waitUntil(lambda: days.reflection(room.store, TODAY).text == "Today")


def test_what_a_full_disk_did_not_take_is_written_once_there_is_room(
    qtbot: QtBot, room: Room, page: ReflectionPage
) -> None:
    pages = room.desk.do(lambda store: store.value("PRAGMA max_page_count"))
    room.desk.do(lambda store: store.value("PRAGMA max_page_count = 1"))  # SQLite raises it to what is there
    text = "What I judged today. " * 2_000
    page.answer.setFocus()
    page.answer.insertPlainText(text)
    qtbot.waitUntil(lambda: any("disk is full" in words for words in room.said))
    page.open(Target(Screen.REFLECTION))
    assert page.answer.text() == text
    room.desk.do(lambda store: store.value(f"PRAGMA max_page_count = {pages}"))
    page.hide()
    qtbot.waitUntil(lambda: days.reflection(room.store, TODAY).text == text)


def test_what_another_process_writes_is_shown_under_the_cursor_too(
    qtbot: QtBot, room: Room, page: ReflectionPage
) -> None:
    _type(qtbot, page, "Here")
    qtbot.waitUntil(lambda: days.reflection(room.store, TODAY).text == "Here")
    room.desk.do(reflections.write_reflection, day=TODAY, text="Here, and there")

    def shown() -> bool:
        page.refresh(Changes(outside=True))  # once the page has heard that its own text is kept
        return page.answer.text() == "Here, and there"

    qtbot.waitUntil(shown)


def test_undo_and_redo_are_shown_at_once(qtbot: QtBot, room: Room, page: ReflectionPage) -> None:
    _type(qtbot, page, "I judged.")
    page.later.setFocus()
    qtbot.waitUntil(lambda: days.reflection(room.store, TODAY).text == "I judged.")
    for act, text in ((room.services.acts.undo, ""), (room.services.acts.redo, "I judged.")):
        act()

        def shown(text: str = text) -> bool:
            return page.answer.text() == days.reflection(room.store, TODAY).text == text

        qtbot.waitUntil(shown)
    qtbot.waitUntil(lambda: room.said == ["Undone: Write the reflection", "Redone: Write the reflection"])


def test_undo_in_the_text_is_the_texts_own(qtbot: QtBot, room: Room, page: ReflectionPage) -> None:
    pressed: list[str] = []
    keys = room.services.shortcuts
    keys.bind(page, ["Ctrl+Z"], lambda: pressed.append("z"), where="Tests", name="Undo", anywhere=True)
    room.add("Left alone")
    page.activateWindow()
    _type(qtbot, page, "One")
    qtbot.keyClick(page.answer, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert page.answer.text() == ""
    qtbot.waitUntil(lambda: days.reflection(room.store, TODAY).text == "")
    assert (pressed, room.said) == ([], [])


def test_the_future_cannot_be_opened(qtbot: QtBot, page: ReflectionPage) -> None:
    page.later.click()
    assert page.day == TODAY
    assert not page.later.isEnabled()


def test_the_day_is_closed_and_opened_again(qtbot: QtBot, room: Room, page: ReflectionPage) -> None:
    qtbot.keyClick(page, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: days.reflection(room.store, TODAY).closed_at is not None)
    qtbot.waitUntil(lambda: page.close_button.text() == "Open the day again")
    page.close_button.click()
    qtbot.waitUntil(lambda: days.reflection(room.store, TODAY).closed_at is None)


def test_the_ledger_has_three_columns(qtbot: QtBot, room: Room, page: ReflectionPage) -> None:
    accepted = room.in_review("Minutes", "Done.")
    room.desk.do(reviews.accept, task_id=accepted)
    by_tom = room.add("Mock-up")
    room.desk.do(delegations.delegate_to_person, task_id=by_tom, name="Tom")
    room.desk.do(delegations.receive, task_id=by_tom, text="Here")
    room.desk.do(reviews.accept, task_id=by_tom)
    by_hand = room.add("Budget")
    room.desk.do(stages.complete, task_id=by_hand, seconds=3300)
    spoken = [column.accessibleDescription() for column in page.columns]
    qtbot.waitUntil(lambda: "Budget" in page.columns[2].accessibleDescription())
    spoken = [column.accessibleDescription() for column in page.columns]
    assert spoken[0].startswith("Minutes")
    assert spoken[1] == "Mock-up, Tom"
    assert spoken[2] == "Budget, 55\u00a0min"


def test_a_row_of_the_ledger_leads_to_its_task(qtbot: QtBot, room: Room, page: ReflectionPage) -> None:
    task_id = room.add("Budget")
    room.desk.do(stages.complete, task_id=task_id)
    qtbot.waitUntil(lambda: "Budget" in page.columns[2].accessibleDescription())
    page.columns[2].setFocus()
    qtbot.keyClick(page.columns[2], Qt.Key.Key_Down)
    qtbot.keyClick(page.columns[2], Qt.Key.Key_Return)
    assert room.went[-1].task_id == task_id


def test_undone_work_leaves_the_ledger(qtbot: QtBot, room: Room, page: ReflectionPage) -> None:
    task_id = room.add("Budget")
    changes = room.desk.do(stages.complete, task_id=task_id)
    qtbot.waitUntil(lambda: "Budget" in page.columns[2].accessibleDescription())
    room.services.acts.undo(changes.step)
    qtbot.waitUntil(lambda: page.columns[2].accessibleDescription() == "")


def test_the_chart_waits_for_three_days(qtbot: QtBot, room: Room, page: ReflectionPage) -> None:
    assert not page.chart.isVisible()
    for back in range(3):
        with time_machine.travel(NOW - timedelta(days=back), tick=False):
            room.desk.do(stages.complete, task_id=room.add(f"Task {back}"))
    qtbot.waitUntil(page.chart.isVisible)
    assert page.chart.accessibleDescription().count("executed") == 3
    qtbot.keyClick(page, Qt.Key.Key_V)
    assert page.table.isVisible()
    assert not page.chart.isVisible()


def test_shares_compare_the_first_week_with_the_last() -> None:
    figures = {TODAY - timedelta(days=29): {Way.EXECUTED: 3, Way.WITH_AI: 1}, TODAY: {Way.WITH_PEOPLE: 1}}
    assert Days(TODAY, figures).shares() == (25, 100)
    assert Days(TODAY, {}).shares() == (None, None)


def test_the_table_is_a_sound_model(room: Room, qtmodeltester: ModelTester) -> None:
    model = DaysModel(room.services)
    qtmodeltester.check(model)
    model.show_days(Days(TODAY, {TODAY: {Way.WITH_AI: 2}, TODAY - timedelta(days=1): {Way.EXECUTED: 1}}))
    qtmodeltester.check(model)
    assert [model.index(0, column).data() for column in range(1, 4)] == ["2", "0", "0"]
