"""What is typed into a panel is saved as it is typed, goes to its own task, and is never overwritten."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from orchestrator_desktop.domain.brief import Brief, OutputFormat
from orchestrator_desktop.domain.ids import TaskId
from orchestrator_desktop.domain.task import Level, Task
from orchestrator_desktop.operations import briefs
from orchestrator_desktop.operations import tasks as acts
from orchestrator_desktop.store import delegations, tasks
from orchestrator_desktop.store.store import Store
from orchestrator_desktop.ui.delegation.panel import TaskPanel
from orchestrator_desktop.ui.widgets.button import IconButton
from orchestrator_desktop.ui.widgets.chip import Chip
from tests.ui.desk import Room

Opener = Callable[[TaskId], TaskPanel]


def _task(room: Room, task_id: TaskId) -> Task:
    task = tasks.get(room.store, task_id)
    assert task is not None
    return task


def _brief(room: Room, task_id: TaskId) -> Brief:
    brief = delegations.latest_brief(room.store, task_id)
    assert brief is not None
    return brief


def _written(room: Room) -> None:
    """Wait for the store's thread."""
    room.desk.do(lambda store: None)


def test_a_title_is_saved_as_it_is_typed(qtbot: QtBot, room: Room, open_panel: Opener) -> None:
    task_id = room.add("Draft")
    panel = open_panel(task_id)
    panel.write_title()
    qtbot.keyClick(panel.head.title, Qt.Key.Key_End)
    qtbot.keyClicks(panel.head.title, " the offer")
    qtbot.waitUntil(lambda: _task(room, task_id).title == "Draft the offer")


def test_notes_are_opened_and_saved(qtbot: QtBot, room: Room, open_panel: Opener) -> None:
    task_id = room.add("Draft")
    panel = open_panel(task_id)
    assert not panel.head.notes.isVisible()
    panel.head.write_notes()
    qtbot.keyClicks(panel.head.notes, "ask Nora")
    qtbot.waitUntil(lambda: _task(room, task_id).notes == "ask Nora")


def test_typing_goes_on_while_the_task_changes_elsewhere(qtbot: QtBot, room: Room, open_panel: Opener) -> None:
    task_id = room.add("Draft")
    panel = open_panel(task_id)
    panel.write_brief()
    panel.form.objective.set_text("")
    qtbot.keyClicks(panel.form.objective, "Write a first")
    room.desk.do(acts.edit, task_id=task_id, level=Level.AI_ALONE)
    qtbot.waitUntil(lambda: panel.head.level.value() == Level.AI_ALONE)
    qtbot.keyClicks(panel.form.objective, " draft")
    assert panel.form.objective.text() == "Write a first draft"
    qtbot.waitUntil(lambda: _brief(room, task_id).objective == "Write a first draft")


def test_a_change_elsewhere_is_shown_where_nobody_writes(qtbot: QtBot, room: Room, open_panel: Opener) -> None:
    task_id = room.add("Draft")
    panel = open_panel(task_id)
    room.desk.do(briefs.edit_brief, task_id=task_id, objective="From elsewhere", constraints=("No jargon",))
    qtbot.waitUntil(lambda: panel.form.objective.text() == "From elsewhere")
    assert panel.form.constraints.items() == ["No jargon"]


def test_another_task_at_once_saves_the_one_before(qtbot: QtBot, room: Room, open_panel: Opener) -> None:
    first, second = room.add("First"), room.add("Second")
    panel = open_panel(first)
    panel.write_brief()
    qtbot.keyClicks(panel.form.objective, "x")
    panel.show_task(second)
    panel.show_task(first)
    panel.show_task(second)
    _written(room)
    assert _brief(room, first).objective == "xFirst"
    assert delegations.latest_brief(room.store, second) is None
    assert panel.form.objective.text() == "Second"


def test_closing_at_once_saves_the_last_key(qtbot: QtBot, room: Room, open_panel: Opener) -> None:
    task_id = room.add("Draft")
    panel = open_panel(task_id)
    panel.write_brief()
    qtbot.keyClicks(panel.form.objective, "x")
    panel.window().close()
    _written(room)
    assert _brief(room, task_id).objective == "xDraft"


def test_what_could_not_be_written_is_written_later(qtbot: QtBot, room: Room, open_panel: Opener) -> None:
    task_id = room.add("Draft")
    panel = open_panel(task_id)
    room.desk.do(_refuse_writing, on=True)
    panel.write_brief()
    qtbot.keyClicks(panel.form.objective, "kept ")
    qtbot.waitUntil(lambda: bool(room.said))
    room.desk.do(_refuse_writing, on=False)
    panel.flush()
    qtbot.waitUntil(lambda: delegations.latest_brief(room.store, task_id) is not None)
    assert _brief(room, task_id).objective == "kept Draft"


def _refuse_writing(store: Store, *, on: bool) -> None:
    store.execute(f"PRAGMA query_only = {int(on)}")


def test_an_empty_title_is_not_saved_and_comes_back(qtbot: QtBot, room: Room, open_panel: Opener) -> None:
    task_id = room.add("Draft")
    panel = open_panel(task_id)
    panel.write_title()
    panel.head.title.selectAll()
    qtbot.keyClick(panel.head.title, Qt.Key.Key_Delete)
    qtbot.keyClick(panel.head.title, Qt.Key.Key_Return)
    assert panel.head.title.text() == "Draft"
    _written(room)
    assert _task(room, task_id).title == "Draft"


def test_a_page_pasted_into_the_title_goes_on_in_the_notes(room: Room, open_panel: Opener) -> None:
    task_id = room.add("Draft")
    panel = open_panel(task_id)
    panel.head.title.selectAll()
    panel.head.title.insertPlainText("a" * 600)
    panel.flush()
    _written(room)
    assert (_task(room, task_id).title, _task(room, task_id).notes) == ("a" * 500, "a" * 100)


def test_the_level_by_mouse(qtbot: QtBot, room: Room, open_panel: Opener) -> None:
    task_id = room.add("Draft")
    panel = open_panel(task_id)
    segment = next(button for button in panel.head.level.findChildren(QAbstractButton) if button.text() == "AI alone")
    qtbot.mouseClick(segment, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: _task(room, task_id).level is Level.AI_ALONE)


def test_a_note_and_a_file_become_context(qtbot: QtBot, room: Room, open_panel: Opener, tmp_path: Path) -> None:
    task_id = room.add("Draft")
    panel = open_panel(task_id)
    path = tmp_path / "facts.txt"
    path.write_text("Nine crews of twelve.")
    panel.form.context.add_files([path, path.with_name("gone.txt")])
    assert any("gone.txt cannot be read" in words for words in room.said)
    panel.form.context.write()
    note = QApplication.focusWidget()
    qtbot.keyClicks(note, "Tone: plain")
    panel.form.context.keep_note()
    panel.flush()
    _written(room)
    assert [(item.title, item.text, item.origin) for item in _brief(room, task_id).context] == [
        ("facts.txt", "Nine crews of twelve.", "file"),
        ("Tone: plain", "Tone: plain", "note"),
    ]


def test_a_cross_takes_a_context_away(qtbot: QtBot, room: Room, open_panel: Opener) -> None:
    task_id = room.add("Draft")
    panel = open_panel(task_id)
    for text in ("one", "two"):
        panel.form.context.write()
        qtbot.keyClicks(QApplication.focusWidget(), text)
        panel.form.context.keep_note()
    chip = next(chip for chip in panel.form.context.findChildren(Chip) if chip.text() == "one")
    qtbot.mouseClick(chip.findChildren(IconButton)[0], Qt.MouseButton.LeftButton)
    panel.flush()
    _written(room)
    assert [item.text for item in _brief(room, task_id).context] == ["two"]


def test_an_unfinished_note_is_there_again(qtbot: QtBot, room: Room, open_panel: Opener) -> None:
    first, second = room.add("First"), room.add("Second")
    panel = open_panel(first)
    panel.form.context.write()
    qtbot.keyClicks(QApplication.focusWidget(), "half a no")
    panel.show_task(second)
    assert not panel.form.context.noting
    _written(room)
    panel.show_task(first)
    assert panel.form.context.noting == "half a no"


def test_constraints_done_when_and_output(qtbot: QtBot, room: Room, open_panel: Opener) -> None:
    task_id = room.add("Draft")
    panel = open_panel(task_id)
    plus = panel.form.constraints.findChildren(IconButton)[0]
    qtbot.mouseClick(plus, Qt.MouseButton.LeftButton)
    _enter(qtbot, "Plain English")
    qtbot.keyClicks(panel.form.done_when.edits()[0], "Under 120 words")
    panel.form.output.setCurrentIndex(2)
    panel.form.output.activated.emit(2)
    panel.flush()
    _written(room)
    brief = _brief(room, task_id)
    assert (brief.constraints, brief.done_when) == (("Plain English",), ("Under 120 words",))
    assert brief.output is OutputFormat.LIST


def _enter(qtbot: QtBot, words: str) -> None:
    field = QApplication.focusWidget()
    assert isinstance(field, QLineEdit)
    qtbot.keyClicks(field, words)
    qtbot.keyClick(field, Qt.Key.Key_Return)


def test_a_task_that_is_gone_empties_the_panel(qtbot: QtBot, room: Room, open_panel: Opener) -> None:
    task_id = room.add("Draft")
    panel = open_panel(task_id)
    qtbot.keyClicks(panel.form.objective, "x")
    room.services.acts.undo()
    qtbot.waitUntil(lambda: panel.task_id is None)
    assert not panel.head.isVisible()
