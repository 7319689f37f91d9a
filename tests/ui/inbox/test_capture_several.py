"""Several lines, files and mails in the capture line: asked about once, and never lost."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from email.message import EmailMessage
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from orchestrator_desktop.domain.task import Task
from orchestrator_desktop.operations.briefs import ask_of
from orchestrator_desktop.store import details, tasks
from orchestrator_desktop.ui.inbox.capture import CaptureField
from orchestrator_desktop.ui.inbox.capture_line import CaptureLine
from orchestrator_desktop.ui.inbox.capture_spans import moved
from orchestrator_desktop.ui.inbox.page import TasksPage
from orchestrator_desktop.ui.navigator import Screen
from orchestrator_desktop.ui.widgets.chip import ChipButton
from tests.ui.desk import Room

Opener = Callable[..., TasksPage]
THREE = "- [ ] Call Nora tomorrow\n* Book the room !1\n\n3. Write the agenda"


def _inbox(room: Room) -> list[Task]:
    return tasks.page(room.store, tasks.Place(), today=room.services.today())


def _line(page: TasksPage) -> CaptureLine:
    return page.findChildren(CaptureLine)[0]


def _chips(page: TasksPage) -> list[ChipButton]:
    return [chip for chip in page.findChildren(CaptureField)[0].findChildren(ChipButton) if not chip.isHidden()]


def _paste(page: TasksPage, text: str) -> None:
    data = QMimeData()
    data.setText(text)
    page.column.capture.write()
    _line(page).insertFromMimeData(data)


def _drop(page: TasksPage, *paths: Path) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    event = QDropEvent(
        QPoint(5, 5), Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    )
    page.column.capture.dropEvent(event)


def _mail(path: Path, subject: str = "Devis pour l’été") -> Path:
    message = EmailMessage()
    message["From"] = "Nora Lind <nora@example.org>"
    message["Subject"] = subject
    message["Date"] = "Thu, 26 Nov 2026 09:30:00 +0000"
    message.set_content("Voici le devis, pour demain 9h.")
    message.add_attachment(b"%PDF", maintype="application", subtype="pdf", filename="devis.pdf")
    path.write_bytes(message.as_bytes())
    return path


def test_enter_adds_a_task_for_each_line(qtbot: QtBot, room: Room, open_page: Opener) -> None:
    page = open_page()
    _paste(page, THREE)
    question = page.column.capture.question
    assert question.isVisible()
    assert "3" in question.each.text()
    qtbot.keyClick(_line(page), Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: len(_inbox(room)) == 3)
    assert {task.title for task in _inbox(room)} == {"Call Nora", "Book the room", "Write the agenda"}
    assert not question.isVisible()
    assert page.column.capture.text == ""
    room.services.acts.undo()
    qtbot.waitUntil(lambda: not _inbox(room))


def test_or_one_task_with_notes(qtbot: QtBot, room: Room, open_page: Opener) -> None:
    page = open_page(Screen.TODAY)
    _paste(page, THREE)
    page.column.capture.question.one.click()
    qtbot.waitUntil(lambda: len(_inbox(room)) == 1)
    (task,) = _inbox(room)
    assert (task.title, task.notes) == ("Call Nora", "Book the room !1\nWrite the agenda")


def test_whoever_goes_on_writing_has_one_line(qtbot: QtBot, room: Room, open_page: Opener) -> None:
    page = open_page()
    _paste(page, "one\ntwo")
    qtbot.keyClicks(_line(page), "!")
    assert not page.column.capture.question.isVisible()
    qtbot.keyClick(_line(page), Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: [task.title for task in _inbox(room)] == ["one two!"])


def test_what_stood_in_the_line_belongs_to_the_first(qtbot: QtBot, room: Room, open_page: Opener) -> None:
    page = open_page()
    page.column.capture.write()
    qtbot.keyClicks(_line(page), "Pack: ")
    _paste(page, "socks\nshoes")
    qtbot.keyClick(_line(page), Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: {task.title for task in _inbox(room)} == {"Pack: socks", "shoes"})


def test_one_line_with_an_end_asks_nothing(open_page: Opener) -> None:
    page = open_page()
    _paste(page, "one\n")
    assert not page.column.capture.question.isVisible()


def test_lines_that_cannot_be_added_come_back(qtbot: QtBot, room: Room, open_page: Opener) -> None:
    page = open_page()
    _paste(page, "good\n\u200e\u202e")
    if page.column.capture.question.isVisible():
        qtbot.keyClick(_line(page), Qt.Key.Key_Return)
        qtbot.waitUntil(lambda: "good" in page.column.capture.text)
    assert not _inbox(room)


def test_a_mail_becomes_a_task(qtbot: QtBot, room: Room, open_page: Opener, tmp_path: Path) -> None:
    page = open_page()
    _drop(page, _mail(tmp_path / "a.eml"))
    qtbot.waitUntil(lambda: len(_inbox(room)) == 1)
    (task,) = _inbox(room)
    assert (task.title, task.due) == ("Devis pour l’été", None)
    assert task.notes.startswith("Nora Lind <nora@example.org>, 2026-11-26 ")
    assert task.notes.endswith("Voici le devis, pour demain 9h.")
    assert [file.name for file in details.attachments(room.store, task.id)] == ["devis.pdf"]
    ask = ask_of(room.store, task)
    assert ask.objective == task.title
    assert [(item.untrusted, item.text) for item in ask.context] == [(True, task.notes)]
    room.services.acts.undo()
    qtbot.waitUntil(lambda: not _inbox(room))


def test_a_mail_without_a_subject_is_named_as_its_file(
    qtbot: QtBot, room: Room, open_page: Opener, tmp_path: Path
) -> None:
    page = open_page()
    _drop(page, _mail(tmp_path / "letter.EML", subject=""))
    qtbot.waitUntil(lambda: [task.title for task in _inbox(room)] == ["letter"])


def test_several_files_are_asked_about_once(qtbot: QtBot, room: Room, open_page: Opener, tmp_path: Path) -> None:
    paths = [tmp_path / "one.txt", tmp_path / "two.pdf"]
    for path in paths:
        path.write_text(path.name)
    page = open_page()
    _drop(page, *paths, _mail(tmp_path / "a.eml"))
    assert page.column.capture.question.isVisible()
    assert not _inbox(room)
    page.column.capture.question.one.click()
    qtbot.waitUntil(lambda: len(_inbox(room)) == 1)
    (task,) = _inbox(room)
    assert task.title == "one"
    assert {file.name for file in details.attachments(room.store, task.id)} == {"one.txt", "two.pdf", "devis.pdf"}


def test_files_dropped_beside_the_rows_become_tasks(
    qtbot: QtBot, room: Room, open_page: Opener, tmp_path: Path
) -> None:
    paths = [tmp_path / "one.txt", tmp_path / "two.pdf"]
    for path in paths:
        path.write_text(path.name)
    page = open_page()
    page.body.files_dropped.emit([*paths, tmp_path], None)
    qtbot.keyClick(_line(page), Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: {task.title for task in _inbox(room)} == {"one", "two"})


def test_a_file_that_cannot_be_read_is_told_and_adds_nothing(
    qtbot: QtBot, room: Room, open_page: Opener, tmp_path: Path
) -> None:
    page = open_page()
    page.column.capture.dropped.emit([tmp_path / "gone.txt"], False)
    qtbot.waitUntil(lambda: any("gone.txt" in words for words in room.said))
    assert not _inbox(room)


def test_dropped_words_go_into_the_line(open_page: Opener) -> None:
    page = open_page()
    data = QMimeData()
    data.setUrls([QUrl("https://example.org/a")])
    _line(page).insertFromMimeData(data)
    assert page.column.capture.text == "https://example.org/a"


def test_a_repetition_and_a_deadline_are_chips(qtbot: QtBot, open_page: Opener) -> None:
    page = open_page()
    page.column.capture.write()
    qtbot.keyClicks(_line(page), "Report every 2 weeks on friday")
    assert "every 2 weeks on Friday" in [chip.text() for chip in _chips(page)]
    page.column.capture.set_text("Report deadline 12 march 2030")
    assert "Deadline 12 Mar 2030" in [chip.text() for chip in _chips(page)]


def test_chips_are_reached_and_left_by_keys(qtbot: QtBot, open_page: Opener) -> None:
    page = open_page()
    page.column.capture.write()
    qtbot.keyClicks(_line(page), "Call tomorrow !3")
    qtbot.keyClick(_line(page), Qt.Key.Key_Home)
    qtbot.keyClick(_line(page), Qt.Key.Key_Left)
    assert QApplication.focusWidget() is _chips(page)[-1]
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Left)
    assert QApplication.focusWidget() is _chips(page)[0]
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Delete)
    assert [chip.text() for chip in _chips(page)] == ["You only"]
    assert QApplication.focusWidget() is _line(page)


def test_backspace_after_an_understood_word_deletes_as_usual(qtbot: QtBot, open_page: Opener) -> None:
    page = open_page()
    page.column.capture.write()
    qtbot.keyClicks(_line(page), "Call tomorrow")
    qtbot.keyClick(_line(page), Qt.Key.Key_Backspace)
    assert page.column.capture.text == "Call tomorro"


def test_words_given_back_stay_words_wherever_they_move(qtbot: QtBot, room: Room, open_page: Opener) -> None:
    page = open_page()
    page.column.capture.write()
    qtbot.keyClicks(_line(page), "Read tomorrow never dies")
    for chip in _chips(page):
        chip.click()
    qtbot.keyClick(_line(page), Qt.Key.Key_Home)
    qtbot.keyClicks(_line(page), "Then ")
    qtbot.keyClick(_line(page), Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: bool(_inbox(room)))
    assert (_inbox(room)[0].title, _inbox(room)[0].due) == ("Then Read tomorrow never dies", None)


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("call tomorrow", "call tomorrow now", ((5, 13),)),
        ("call tomorrow", "please call tomorrow", ((12, 20),)),
        ("call tomorrow", "call tomorro", ()),
        ("call tomorrow", "", ()),
        ("call tomorrow x", "call tomorrow", ((5, 13),)),
    ],
)
def test_spans_move_with_their_words(old: str, new: str, expected: object) -> None:
    assert moved(((5, 13),), old, new) == expected


def test_today_gives_its_day_to_what_is_dropped(qtbot: QtBot, room: Room, open_page: Opener, tmp_path: Path) -> None:
    path = tmp_path / "one.txt"
    path.write_text("x")
    page = open_page(Screen.TODAY)
    _drop(page, path)
    qtbot.waitUntil(lambda: len(_inbox(room)) == 1)
    assert isinstance(_inbox(room)[0].due, date)
