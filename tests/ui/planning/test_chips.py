"""The chips under a title: each value in words, written in a small line, taken away by an empty answer."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from orchestrator_desktop.domain.ids import TaskId
from orchestrator_desktop.domain.task import Task
from orchestrator_desktop.operations import tagging, timing
from orchestrator_desktop.operations import tasks as acts
from orchestrator_desktop.store import details, tasks
from orchestrator_desktop.ui.delegation.panel import TaskPanel
from orchestrator_desktop.ui.planning.chips import NOTES
from orchestrator_desktop.ui.planning.values import Value
from orchestrator_desktop.ui.widgets.chip import Chip
from orchestrator_desktop.ui.widgets.popup_menu import PopupMenu
from tests.ui.desk import Room

Opener = Callable[[TaskId], TaskPanel]


def _task(room: Room, task_id: TaskId) -> Task:
    task = tasks.get(room.store, task_id)
    assert task is not None
    return task


def _shown(panel: TaskPanel) -> list[str]:
    return [chip.text() for chip in panel.head.chips.findChildren(Chip) if not chip.isHidden()]


def _answer(qtbot: QtBot, panel: TaskPanel, value: Value, text: str) -> None:
    panel.head.chips.write(value)
    line = panel.head.chips.line
    assert QApplication.focusWidget() is line
    line.selectAll()
    qtbot.keyClick(line, Qt.Key.Key_Delete)
    qtbot.keyClicks(line, text)
    qtbot.keyClick(line, Qt.Key.Key_Return)


def test_nothing_empty_takes_room(room: Room, open_panel: Opener) -> None:
    panel = open_panel(room.add("Draft"))
    assert _shown(panel) == ["Add"]
    assert not panel.sections.isVisible()


@pytest.mark.parametrize(
    ("value", "text", "field", "expected"),
    [
        (Value.DUE, "12 march 2030", "due", date(2030, 3, 12)),
        (Value.DEFER, "from 12 march 2030", "defer", date(2030, 3, 12)),
        (Value.DEADLINE, "12/03/2030", "deadline", date(2030, 3, 12)),
        (Value.ESTIMATE, "45min", "estimate_minutes", 45),
        (Value.ESTIMATE, "1 h 30", "estimate_minutes", 90),
        (Value.ESTIMATE, "20", "estimate_minutes", 20),
        (Value.PRIORITY, "P2", "priority", 2),
        (Value.SPENT, "2h", "spent_seconds", 7200),
    ],
)
def test_a_value_is_written_in_words(
    qtbot: QtBot, room: Room, open_panel: Opener, value: Value, text: str, field: str, expected: object
) -> None:
    task_id = room.add("Draft")
    panel = open_panel(task_id)
    _answer(qtbot, panel, value, text)
    qtbot.waitUntil(lambda: getattr(_task(room, task_id), field) == expected)
    assert panel.head.chips.line.isHidden()


@pytest.mark.parametrize(
    ("text", "rule"), [("tous les lundis", "FREQ=WEEKLY;BYDAY=MO"), ("every 3 days", "FREQ=DAILY;INTERVAL=3")]
)
def test_a_repetition_brings_its_first_date(qtbot: QtBot, room: Room, open_panel: Opener, text: str, rule: str) -> None:
    task_id = room.add("Draft")
    panel = open_panel(task_id)
    _answer(qtbot, panel, Value.RECURRENCE, text)
    qtbot.waitUntil(lambda: _task(room, task_id).recurrence is not None)
    task = _task(room, task_id)
    assert task.recurrence is not None
    assert (task.recurrence.rrule, task.due is not None) == (rule, True)
    room.services.acts.undo()  # one act, however much it changed
    qtbot.waitUntil(lambda: _task(room, task_id).recurrence is None)
    assert _task(room, task_id).due is None


@pytest.mark.parametrize("nothing", ["", "none", "aucune"])
def test_an_empty_answer_takes_the_value_away(qtbot: QtBot, room: Room, open_panel: Opener, nothing: str) -> None:
    task_id = room.add("Draft", due=date(2030, 1, 1), priority=1)
    panel = open_panel(task_id)
    _answer(qtbot, panel, Value.DUE, nothing)
    qtbot.waitUntil(lambda: _task(room, task_id).due is None)
    assert _task(room, task_id).priority == 1


def test_what_makes_no_sense_is_told_and_stays_to_be_mended(qtbot: QtBot, room: Room, open_panel: Opener) -> None:
    task_id = room.add("Draft", due=date(2030, 1, 1))
    panel = open_panel(task_id)
    for value in (Value.DUE, Value.RECURRENCE, Value.ESTIMATE, Value.PRIORITY):
        said = len(room.said)
        _answer(qtbot, panel, value, "zzz")
        assert "zzz" in room.said[said]
        assert panel.head.chips.line.text() == "zzz"
        qtbot.keyClick(panel.head.chips.line, Qt.Key.Key_Escape)
    assert _task(room, task_id).due == date(2030, 1, 1)


def test_esc_gives_the_line_up(qtbot: QtBot, room: Room, open_panel: Opener) -> None:
    task_id = room.add("Draft", due=date(2030, 1, 1))
    panel = open_panel(task_id)
    panel.head.write_due()
    qtbot.keyClicks(panel.head.chips.line, "tomorrow")
    qtbot.keyClick(panel.head.chips.line, Qt.Key.Key_Escape)
    assert panel.head.chips.line.isHidden()
    assert "1 Jan 2030" in _shown(panel)
    assert _task(room, task_id).due == date(2030, 1, 1)


def test_enter_on_what_it_said_before_changes_nothing(qtbot: QtBot, room: Room, open_panel: Opener) -> None:
    task_id = room.add("Draft", due=date(2030, 1, 1))
    panel = open_panel(task_id)
    panel.head.write_due()
    qtbot.keyClick(panel.head.chips.line, Qt.Key.Key_Return)
    assert _task(room, task_id).due == date(2030, 1, 1)
    assert panel.head.chips.line.isHidden()


def test_tags_are_put_on_and_taken_off(qtbot: QtBot, room: Room, open_panel: Opener) -> None:
    task_id = room.add("Draft")
    room.desk.do(tagging.tag, task_ids=[task_id], add=["growth"])
    panel = open_panel(task_id)
    _answer(qtbot, panel, Value.TAG, "#email, launch")
    qtbot.waitUntil(lambda: details.tags(room.store, task_id) == ["email", "growth", "launch"])
    qtbot.waitUntil(lambda: sorted(_shown(panel)) == ["Add", "email", "growth", "launch"])
    chip = next(chip for chip in panel.head.chips.findChildren(Chip) if chip.text() == "growth")
    qtbot.keyClick(chip, Qt.Key.Key_Delete)
    qtbot.waitUntil(lambda: details.tags(room.store, task_id) == ["email", "launch"])


def test_all_there_is_to_say_is_said(room: Room, open_panel: Opener) -> None:
    today = room.services.today()
    task_id = room.add(
        "Draft", due=today + timedelta(days=1), defer=today, deadline=date(2030, 5, 6), estimate_minutes=90, priority=1
    )
    again = acts.understand(room.store, line="x every 2 weeks on friday").recurrence
    room.desk.do(acts.edit, task_id=task_id, recurrence=again)
    assert _shown(open_panel(task_id)) == [
        "Tomorrow", "from today", "Deadline 6 May 2030", "every 2 weeks on Friday", "1\u00a0h\u00a030", "P1", "Add",
    ]  # fmt: skip


def test_the_timer_counts_while_it_is_seen(qtbot: QtBot, room: Room, open_panel: Opener) -> None:
    task_id = room.add("Draft")
    panel = open_panel(task_id)
    panel.head.chips.turn_timer()
    qtbot.waitUntil(panel.head.chips.time.isVisible)
    assert panel.head.chips.time.counting
    panel.window().hide()
    assert not panel.head.chips.time.counting
    panel.window().show()
    assert panel.head.chips.time.counting
    panel.head.chips.time.click()
    qtbot.waitUntil(lambda: _task(room, task_id).timer_since is None)
    qtbot.waitUntil(lambda: not panel.head.chips.time.counting)


def test_another_tasks_timer_does_not_run_here(room: Room, open_panel: Opener) -> None:
    first, second = room.add("First"), room.add("Second")
    room.desk.do(timing.start_timer, task_id=first)
    panel = open_panel(first)
    panel.show_task(second)
    assert not panel.head.chips.time.isVisible()
    assert not panel.head.chips.time.counting


def test_the_menu_offers_what_is_lacking(qtbot: QtBot, room: Room, open_panel: Opener) -> None:
    task_id = room.add("Draft", due=date(2030, 1, 1))
    panel = open_panel(task_id)
    qtbot.keyClick(panel.head.chips.plus, Qt.Key.Key_Return)
    menu = panel.window().findChildren(PopupMenu)[0]
    offered = [row.text() for row in menu.rows()]
    assert "Date" not in offered
    assert [text for text in ("Start", "Deadline", "Repetition", "Estimate", "Priority", "Tag") if text in offered]
    assert offered[-5:] == ["Notes", "Checklist", "Part", "Dependency", "File"]


def test_notes_are_read_as_markdown_until_they_are_clicked(qtbot: QtBot, room: Room, open_panel: Opener) -> None:
    task_id = room.add("Draft", notes="**Ask** Nora")
    panel = open_panel(task_id)
    assert panel.head.reading.isVisible()
    assert not panel.head.notes.isVisible()
    assert panel.head.reading.toPlainText().strip() == "Ask Nora"
    qtbot.mouseClick(panel.head.reading.viewport(), Qt.MouseButton.LeftButton)
    assert QApplication.focusWidget() is panel.head.notes
    assert panel.head.notes.text() == "**Ask** Nora"
    panel.write_title()
    assert panel.head.reading.isVisible()


def test_notes_that_become_empty_take_no_room(qtbot: QtBot, room: Room, open_panel: Opener) -> None:
    task_id = room.add("Draft", notes="x")
    panel = open_panel(task_id)
    panel.head.chips.wanted.emit(NOTES)
    qtbot.keyClick(panel.head.notes, Qt.Key.Key_Backspace)
    qtbot.keyClick(panel.head.notes, Qt.Key.Key_Delete)
    panel.write_title()
    assert not panel.head.notes.isVisible()
    assert not panel.head.reading.isVisible()
    panel.flush()
    qtbot.waitUntil(lambda: _task(room, task_id).notes == "")
