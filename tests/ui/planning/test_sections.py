"""Parts, checklist, needs, files, repetition and the suggested level in a task's panel."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, Qt, QUrl
from PySide6.QtGui import QDesktopServices, QDropEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from orchestrator_desktop.domain.changes import Kind
from orchestrator_desktop.domain.ids import TaskId
from orchestrator_desktop.domain.recurrence import MonthEnd, Recurrence
from orchestrator_desktop.domain.task import Level, Stage, Task
from orchestrator_desktop.operations import checklists, family, stages
from orchestrator_desktop.operations import tasks as acts
from orchestrator_desktop.operations.tasks import Given
from orchestrator_desktop.store import details, lessons, tasks
from orchestrator_desktop.ui.delegation.panel import TaskPanel
from orchestrator_desktop.ui.planning.chips import CHECKLIST, NEED, PART
from orchestrator_desktop.ui.planning.copying import plain_name, runs
from orchestrator_desktop.ui.planning.task_rows import FEW
from orchestrator_desktop.ui.widgets.button import Button
from tests.ui.desk import Room

Opener = Callable[[TaskId], TaskPanel]


def _task(room: Room, task_id: TaskId) -> Task:
    task = tasks.get(room.store, task_id)
    assert task is not None
    return task


def _part(room: Room, whole: TaskId, line: str) -> TaskId:
    return TaskId(room.desk.do(acts.add, line=line, given=Given(parent_id=whole)).first(Kind.TASK))


def _titles(panel: TaskPanel) -> list[str]:
    return [row.text() for row in panel.sections.parts.rows.rows()]


def _checks(room: Room, task_id: TaskId) -> list[tuple[str, bool]]:
    return [(item.text, item.done) for item in details.checklist(room.store, task_id)]


def _lines(panel: TaskPanel) -> list[str]:
    return [line.edit.text() for line in panel.sections.checklist.lines()]


def _focused() -> str:
    field = QApplication.focusWidget()
    return "" if field is None else field.property("text")


# parts


def test_parts_are_added_by_typing_one_after_the_other(qtbot: QtBot, room: Room, open_panel: Opener) -> None:
    whole = room.add("Launch #Marketing")
    panel = open_panel(whole)
    panel.head.wanted.emit(PART)
    line = panel.sections.parts.line
    assert QApplication.focusWidget() is line
    for text in ("Write the email tomorrow", "Book the room !3"):
        qtbot.keyClicks(line, text)
        qtbot.keyClick(line, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: _titles(panel) == ["Write the email", "Book the room"])
    assert QApplication.focusWidget() is line
    first, second = tasks.parts(room.store, whole)
    assert (first.domain, first.due is not None, second.level) == ("Marketing", True, Level.YOU_ONLY)


def test_a_part_opens_in_the_panel_with_a_way_back(qtbot: QtBot, room: Room, open_panel: Opener) -> None:
    whole = room.add("Launch")
    middle = _part(room, whole, "Email")
    inner = _part(room, middle, "Subject line")
    panel = open_panel(whole)
    qtbot.mouseClick(panel.sections.parts.rows.rows()[0], Qt.MouseButton.LeftButton)
    assert panel.task_id == middle
    panel.show_task(inner)
    ways = [button for button in panel.head.above.findChildren(Button) if not button.isHidden()]
    assert [way.text() for way in ways] == ["Launch", "Email"]
    ways[0].click()
    assert panel.task_id == whole
    assert not panel.head.above.isVisible()


def test_progress_follows_the_parts(qtbot: QtBot, room: Room, open_panel: Opener) -> None:
    whole = room.add("Launch")
    ids = [_part(room, whole, f"Part {number}") for number in range(3)]
    panel = open_panel(whole)
    assert panel.sections.parts.progress == "0/3"
    room.desk.do(stages.complete, task_id=ids[1])
    qtbot.waitUntil(lambda: panel.sections.parts.progress == "1/3")
    assert panel.sections.parts.rows.rows()[1].accessibleName().startswith("Part 1, You + AI, Accepted")


def test_parts_are_reordered_by_keys(qtbot: QtBot, room: Room, open_panel: Opener) -> None:
    whole = room.add("Launch")
    for text in ("one", "two", "three"):
        _part(room, whole, text)
    panel = open_panel(whole)
    third = panel.sections.parts.rows.rows()[2]
    third.setFocus()
    qtbot.keyClick(third, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    qtbot.waitUntil(lambda: _titles(panel) == ["one", "three", "two"])
    qtbot.waitUntil(lambda: _focused() == "three")
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    qtbot.waitUntil(lambda: _titles(panel) == ["three", "one", "two"])


def test_delete_makes_a_part_a_task_of_its_own(qtbot: QtBot, room: Room, open_panel: Opener) -> None:
    whole = room.add("Launch")
    part = _part(room, whole, "Email")
    panel = open_panel(whole)
    qtbot.keyClick(panel.sections.parts.rows.rows()[0], Qt.Key.Key_Delete)
    qtbot.waitUntil(lambda: _task(room, part).parent_id is None)
    assert _task(room, part).stage is Stage.INBOX


def test_many_parts_show_a_few_first(qtbot: QtBot, room: Room, open_panel: Opener) -> None:
    whole = room.add("Launch")
    lines = [f"Part {number}" for number in range(FEW + 10)]
    room.desk.do(acts.add_lines, lines=lines, given=Given(parent_id=whole))
    panel = open_panel(whole)
    assert len(panel.sections.parts.rows.rows()) == FEW
    more = next(button for button in panel.sections.parts.rows.findChildren(Button) if not button.isHidden())
    assert "10" in more.text()
    more.click()
    assert len(panel.sections.parts.rows.rows()) == FEW + 10


# checklist


def test_the_checklist_is_written_line_by_line(qtbot: QtBot, room: Room, open_panel: Opener) -> None:
    task_id = room.add("Pack")
    panel = open_panel(task_id)
    panel.head.wanted.emit(CHECKLIST)
    for text in ("Passport", "Socks"):
        qtbot.keyClicks(QApplication.focusWidget(), text)
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: _checks(room, task_id) == [("Passport", False), ("Socks", False)])
    qtbot.waitUntil(lambda: len(panel.sections.checklist.lines()) == 2)
    panel.sections.checklist.lines()[0].box.click()
    qtbot.waitUntil(lambda: panel.sections.checklist.progress == "1/2")
    assert _checks(room, task_id)[0] == ("Passport", True)


def test_lines_are_mended_moved_and_taken_away(qtbot: QtBot, room: Room, open_panel: Opener) -> None:
    task_id = room.add("Pack")
    room.desk.do(checklists.add_checks, task_id=task_id, texts=["one", "two", "three"])
    panel = open_panel(task_id)
    edit = panel.sections.checklist.lines()[1].edit
    edit.setFocus()
    qtbot.keyClick(edit, Qt.Key.Key_End)
    qtbot.keyClicks(edit, "!")
    qtbot.keyClick(edit, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    qtbot.waitUntil(lambda: _lines(panel) == ["two!", "one", "three"])
    assert _focused() == "two!"
    last = panel.sections.checklist.lines()[2].edit
    last.setFocus()
    last.selectAll()
    qtbot.keyClick(last, Qt.Key.Key_Backspace)
    qtbot.keyClick(last, Qt.Key.Key_Backspace)
    qtbot.waitUntil(lambda: _lines(panel) == ["two!", "one"])
    assert _focused() == "one"
    assert _checks(room, task_id) == [("two!", False), ("one", False)]


def test_a_cursor_that_went_elsewhere_is_not_fetched_by_the_line_that_was_moved(
    qtbot: QtBot, room: Room, open_panel: Opener
) -> None:
    task_id = room.add("Pack")
    room.desk.do(checklists.add_checks, task_id=task_id, texts=["one", "two", "three"])
    panel = open_panel(task_id)
    _first, second, third = (line.edit for line in panel.sections.checklist.lines())
    second.setFocus()
    qtbot.keyClick(second, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    third.setFocus()
    qtbot.waitUntil(lambda: _lines(panel) == ["two", "one", "three"])
    assert QApplication.focusWidget() is third


def test_what_is_being_written_is_saved_when_the_panel_goes_on(qtbot: QtBot, room: Room, open_panel: Opener) -> None:
    first, second = room.add("Pack"), room.add("Other")
    panel = open_panel(first)
    panel.head.wanted.emit(CHECKLIST)
    qtbot.keyClicks(QApplication.focusWidget(), "Passport")
    panel.show_task(second)
    qtbot.waitUntil(lambda: _checks(room, first) == [("Passport", False)])
    assert _checks(room, second) == []


# needs


def test_what_is_needed_is_found_as_its_title_is_typed(qtbot: QtBot, room: Room, open_panel: Opener) -> None:
    needed = room.add("Get the funnel of September")
    room.add("Get the room")
    task_id = room.add("Rewrite the emails")
    panel = open_panel(task_id)
    panel.head.wanted.emit(NEED)
    qtbot.keyClicks(panel.sections.needs.line, "funnel")
    qtbot.keyClick(panel.sections.needs.line, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: _task(room, task_id).blocked)
    qtbot.waitUntil(panel.sections.needs.blocked.isVisible)
    assert [task.id for task in details.needs(room.store, task_id)] == [needed]
    room.desk.do(stages.complete, task_id=needed)
    qtbot.waitUntil(lambda: not panel.sections.needs.blocked.isVisible())


def test_a_circle_is_refused_in_words(qtbot: QtBot, room: Room, open_panel: Opener) -> None:
    first, second = room.add("First task"), room.add("Second task")
    room.desk.do(family.need, task_id=second, needs=first)
    panel = open_panel(first)
    assert [task.id for task in panel.sections.needed_for.tasks] == [second]
    panel.head.wanted.emit(NEED)
    qtbot.keyClicks(panel.sections.needs.line, "Second")
    qtbot.keyClick(panel.sections.needs.line, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: any("wait for each other" in words for words in room.said))
    assert not _task(room, first).blocked


def test_a_title_nobody_has_is_told(qtbot: QtBot, room: Room, open_panel: Opener) -> None:
    panel = open_panel(room.add("Draft"))
    panel.head.wanted.emit(NEED)
    qtbot.keyClicks(panel.sections.needs.line, "zzz")
    qtbot.keyClick(panel.sections.needs.line, Qt.Key.Key_Return)
    assert any("zzz" in words for words in room.said)


# files


def test_files_dropped_on_the_panel_are_kept(qtbot: QtBot, room: Room, open_panel: Opener, tmp_path: Path) -> None:
    task_id = room.add("Draft")
    panel = open_panel(task_id)
    path = tmp_path / "facts.txt"
    path.write_text("Nine crews of twelve.")
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)), QUrl.fromLocalFile(str(tmp_path))])
    panel.dropEvent(
        QDropEvent(
            QPoint(5, 5), Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
        )
    )
    qtbot.waitUntil(lambda: len(panel.sections.files.chips()) == 1)
    assert panel.sections.files.chips()[0].toolTip() == "facts.txt"


def test_a_copy_is_opened_that_cannot_be_written(
    qtbot: QtBot, room: Room, open_panel: Opener, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[Path] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", staticmethod(lambda url: opened.append(Path(url.toLocalFile()))))
    task_id = room.add("Draft")
    panel = open_panel(task_id)
    path = tmp_path / "facts.txt"
    path.write_text("Nine crews of twelve.")
    panel.sections.attach([path])
    qtbot.waitUntil(lambda: bool(details.attachments(room.store, task_id)))
    (file,) = details.attachments(room.store, task_id)
    panel.sections.files.open_copy(file)
    qtbot.waitUntil(lambda: bool(opened))
    assert (opened[0].name, opened[0].read_text()) == ("facts.txt", "Nine crews of twelve.")
    assert not opened[0].stat().st_mode & 0o222
    panel.sections.files.save(file, tmp_path / "again.txt")
    qtbot.waitUntil(lambda: any("again.txt" in words for words in room.said))
    assert (tmp_path / "again.txt").read_text() == "Nine crews of twelve."


@pytest.mark.parametrize("name", ["run.exe", "Rechnung.pdf.js", "x.DESKTOP", "a.bat ", "setup.msi."])
def test_programs_are_not_started_by_a_look(name: str) -> None:
    assert runs(name)


@pytest.mark.parametrize(
    ("name", "plain"),
    [("../../etc/passwd", "passwd"), ("C:\\x\\a.txt", "a.txt"), ("...", "file"), ("a\nb.txt", "ab.txt")],
)
def test_names_of_files_lead_nowhere_else(name: str, plain: str) -> None:
    assert plain_name(name) == plain
    assert not runs("report.pdf")


# repetition


def test_next_dates_are_said_and_one_is_skipped(qtbot: QtBot, room: Room, open_panel: Opener) -> None:
    task_id = room.add("Report", due=date(2030, 12, 2), recurrence=Recurrence("FREQ=WEEKLY;BYDAY=MO"))
    panel = open_panel(task_id)
    assert panel.sections.repetition.next.text() == "then 9 Dec 2030, 16 Dec 2030"
    panel.sections.repetition.skip.click()
    qtbot.waitUntil(lambda: _task(room, task_id).due == date(2030, 12, 9))
    qtbot.waitUntil(lambda: panel.sections.repetition.next.text() == "then 16 Dec 2030, 23 Dec 2030")


def test_the_end_of_short_months_is_asked_where_it_matters(qtbot: QtBot, room: Room, open_panel: Opener) -> None:
    monthly = room.add("Close", due=date(2030, 1, 31), recurrence=Recurrence("FREQ=MONTHLY;BYMONTHDAY=31"))
    weekly = room.add("Report", due=date(2030, 12, 2), recurrence=Recurrence("FREQ=WEEKLY;BYDAY=MO"))
    panel = open_panel(weekly)
    assert not panel.sections.repetition.month_end.isVisible()
    panel.show_task(monthly)
    assert panel.sections.repetition.month_end.isVisible()
    assert panel.sections.repetition.next.text() == "then 28 Feb 2030, 31 Mar 2030"
    panel.sections.repetition.month_end.chosen.emit(MonthEnd.SKIP)
    qtbot.waitUntil(lambda: panel.sections.repetition.next.text() == "then 31 Mar 2030, 31 May 2030")


# levels


def test_a_level_is_suggested_with_its_reason_and_only_the_user_takes_it(
    qtbot: QtBot, room: Room, open_panel: Opener
) -> None:
    task_id = room.add("Traduire la notice")
    panel = open_panel(task_id)
    assert panel.head.level.suggested() is Level.AI_ALONE
    assert _task(room, task_id).level is Level.YOU_AND_AI
    panel.head.level.chosen.emit(Level.YOU_ONLY)
    qtbot.waitUntil(lambda: _task(room, task_id).level is Level.YOU_ONLY)
    qtbot.waitUntil(lambda: panel.head.level.suggested() is None)
    assert lessons.taught(room.store) == 1


def test_what_is_opened_is_scrolled_to(qtbot: QtBot, room: Room, open_panel: Opener) -> None:
    whole = room.add("Launch", notes="\n\n".join(f"Line {number}" for number in range(40)))
    lines = [f"Part {number}" for number in range(FEW)]
    room.desk.do(acts.add_lines, lines=lines, given=Given(parent_id=whole))
    panel = open_panel(whole)
    panel.head.wanted.emit(NEED)
    line = panel.sections.needs.line
    qtbot.waitUntil(lambda: line.visibleRegion().boundingRect().height() == line.height())
