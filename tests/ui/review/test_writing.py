"""What is written on the review page: kept as it is typed, found again, and made a version."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from orchestrator_desktop.domain.ids import TaskId
from orchestrator_desktop.domain.task import Stage
from orchestrator_desktop.operations import reviews
from orchestrator_desktop.store import days, delegations, tasks
from orchestrator_desktop.ui.review.page import ReviewPage
from orchestrator_desktop.ui.widgets.label import Label
from tests.ui.desk import Room

Opener = Callable[[], ReviewPage]
TEXT = "Prix\u00a0: 12\u00a0€\n\nSecond *line*.\n"


def _versions(room: Room, task_id: TaskId) -> list[str]:
    return [result.text for result in delegations.results(room.store, task_id)]


def _start_edit(qtbot: QtBot, page: ReviewPage) -> None:
    qtbot.keyClick(page.sheet.view, Qt.Key.Key_E)
    assert page.sheet.editor.isVisible()


def test_an_edit_becomes_the_next_version_byte_for_byte(qtbot: QtBot, room: Room, open_page: Opener) -> None:
    task_id = room.in_review("Flyer", TEXT)
    page = open_page()
    _start_edit(qtbot, page)
    qtbot.keyClicks(page.sheet.editor, "Ah ")  # letters are text here, not decisions
    qtbot.keyClick(page.sheet.editor, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: page.sheet.versions.tabs.count() == 2)
    assert _versions(room, task_id) == [TEXT, "Ah " + TEXT]
    assert page.sheet.version.author == ""
    assert page.sheet.strip.facts()[0] == "You"
    qtbot.waitUntil(lambda: days.draft(room.store, f"edit:{task_id}") == "")
    qtbot.waitUntil(lambda: "Kept as v2." in room.said)


def test_undo_takes_the_edited_version_away(qtbot: QtBot, room: Room, open_page: Opener) -> None:
    task_id = room.in_review("Flyer", TEXT)
    page = open_page()
    _start_edit(qtbot, page)
    qtbot.keyClicks(page.sheet.editor, "Ah ")
    qtbot.keyClick(page.sheet.editor, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: page.sheet.versions.tabs.count() == 2)
    room.services.acts.undo()
    qtbot.waitUntil(lambda: page.sheet.versions.tabs.count() == 1)
    assert _versions(room, task_id) == [TEXT]
    assert page.sheet.version.version == 1


def test_an_edit_is_on_disk_while_it_is_typed_and_found_again(qtbot: QtBot, room: Room, open_page: Opener) -> None:
    task_id = room.in_review("Flyer", TEXT)
    page = open_page()
    _start_edit(qtbot, page)
    qtbot.keyClicks(page.sheet.editor, "Draft ")
    qtbot.waitUntil(lambda: days.draft(room.store, f"edit:{task_id}") == "Draft " + TEXT)
    # Another window, as after a kill: nothing was closed or flushed.
    again = open_page()
    assert again.judge.edit.text() == "Edit draft"
    _start_edit(qtbot, again)
    assert again.sheet.editor.text() == "Draft " + TEXT


def test_leaving_an_edit_keeps_it_and_says_so(qtbot: QtBot, room: Room, open_page: Opener) -> None:
    task_id = room.in_review("Flyer", TEXT)
    page = open_page()
    _start_edit(qtbot, page)
    qtbot.keyClicks(page.sheet.editor, "x")
    qtbot.keyClick(page.sheet.editor, Qt.Key.Key_Escape)
    assert page.sheet.view.isVisible()
    assert room.said == ["Your edit is kept as a draft. Press E to go on."]
    qtbot.waitUntil(lambda: days.draft(room.store, f"edit:{task_id}") == "x" + TEXT)
    assert _versions(room, task_id) == [TEXT]


def test_starting_again_can_be_undone_and_leaves_no_draft(qtbot: QtBot, room: Room, open_page: Opener) -> None:
    task_id = room.in_review("Flyer", TEXT)
    page = open_page()
    _start_edit(qtbot, page)
    qtbot.keyClicks(page.sheet.editor, "x")
    qtbot.mouseClick(page.edit.again_button, Qt.MouseButton.LeftButton)
    assert page.sheet.editor.text() == TEXT
    page.sheet.editor.undo()
    assert page.sheet.editor.text() == "x" + TEXT
    page.sheet.editor.redo()
    qtbot.keyClick(page.sheet.editor, Qt.Key.Key_Escape)
    assert room.said == []
    room.desk.do(reviews.accept, task_id=task_id)  # a later act: what was flushed is written by now
    assert days.draft(room.store, f"edit:{task_id}") == ""


def test_an_edit_goes_on_where_the_task_is_judged_elsewhere(qtbot: QtBot, room: Room, open_page: Opener) -> None:
    task_id = room.in_review("Flyer", TEXT)
    room.in_review("Other", "Text")
    page = open_page()
    _start_edit(qtbot, page)
    qtbot.keyClicks(page.sheet.editor, "x")
    room.desk.do(reviews.accept, task_id=task_id)
    qtbot.waitUntil(lambda: page.sheet.title.accessibleName().startswith("Other"))
    assert page.sheet.view.isVisible()
    qtbot.waitUntil(lambda: days.draft(room.store, f"edit:{task_id}") == "x" + TEXT)


def test_a_comment_is_kept_while_it_is_typed(qtbot: QtBot, room: Room, open_page: Opener) -> None:
    task_id = room.in_review("Flyer", TEXT)
    page = open_page()
    qtbot.keyClick(page.sheet.view, Qt.Key.Key_R)
    qtbot.keyClicks(page.ask.field, "Less ado")
    qtbot.waitUntil(lambda: days.draft(room.store, f"revise:{task_id}") == "Less ado")
    again = open_page()
    qtbot.keyClick(again.sheet.view, Qt.Key.Key_R)
    assert again.ask.field.text() == "Less ado"
    qtbot.keyClick(again.ask.field, Qt.Key.Key_Return)
    qtbot.waitUntil(again.empty.isVisible)
    qtbot.waitUntil(lambda: days.draft(room.store, f"revise:{task_id}") == "")


def test_escape_leaves_the_line_and_keeps_it(qtbot: QtBot, room: Room, open_page: Opener) -> None:
    task_id = room.in_review("Flyer", TEXT)
    page = open_page()
    qtbot.keyClick(page.sheet.view, Qt.Key.Key_Delete)
    qtbot.keyClicks(page.ask.field, "jar")
    qtbot.keyClick(page.ask.field, Qt.Key.Key_Escape)
    assert page.judge.isVisible()
    assert QApplication.focusWidget() is page.sheet.view
    qtbot.waitUntil(lambda: days.draft(room.store, f"reject:{task_id}") == "jar")
    task = tasks.get(room.store, task_id)
    assert task is not None
    assert task.stage is Stage.IN_REVIEW


def test_going_to_the_next_task_keeps_what_was_typed(qtbot: QtBot, room: Room, open_page: Opener) -> None:
    task_id = room.in_review("Flyer", TEXT)
    room.in_review("Other", "Text")
    page = open_page()
    qtbot.keyClick(page.sheet.view, Qt.Key.Key_R)
    qtbot.keyClicks(page.ask.field, "Less")
    page._step(1)
    assert page.judge.isVisible()
    qtbot.waitUntil(lambda: days.draft(room.store, f"revise:{task_id}") == "Less")


def test_what_leaves_is_said_below_the_line(qtbot: QtBot, room: Room, open_page: Opener) -> None:
    room.in_review("Flyer", TEXT)
    page = open_page()
    qtbot.keyClick(page.sheet.view, Qt.Key.Key_R)
    words = [label.text() for label in page.ask.leaves.findChildren(Label)]
    assert any(text.startswith("Nothing leaves this computer") for text in words)
