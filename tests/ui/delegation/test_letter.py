"""The letter to a person: what it says, its three ways, and the reminder."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import unquote

import pytest
import shiboken6
from PySide6.QtCore import Qt
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import QApplication, QFileDialog, QPlainTextEdit
from pytestqt.qtbot import QtBot

from orchestrator_desktop.domain.mailto import LONGEST_LINK
from orchestrator_desktop.domain.task import Stage
from orchestrator_desktop.operations import people
from orchestrator_desktop.operations.letters import handing_over
from orchestrator_desktop.ui.delegation.person_acts import PersonActs
from orchestrator_desktop.ui.delegation.person_letter import LetterSheet
from orchestrator_desktop.ui.delegation.preview import Preview
from tests.ui.delegation.persons import LEFT, ask, choose, hand_over, out_of, sheet_of, to_person, words_of
from tests.ui.delegation.sending import CTRL, SHIFT, Opener, task_of
from tests.ui.desk import Room

# What the offscreen platform says of the list of names below a field.
pytestmark = [
    pytest.mark.qt_log_ignore(r"This plugin does not support (raise|grabbing)", extend=True),
    pytest.mark.usefixtures("clipboard"),
]


def test_the_preview_is_what_is_handed_over(qtbot: QtBot, room: Room, open_panel: Opener) -> None:
    room.desk.do(people.add_person, name="Nora", language="fr")
    task_id = room.add("Maquette")
    panel = open_panel(task_id)
    to_person(qtbot, panel, "Nora")
    panel.write_brief()
    qtbot.keyClicks(panel.form.objective, "Deux colonnes. ")
    qtbot.keyClick(panel.form.objective, Qt.Key.Key_V, CTRL | SHIFT)
    preview = panel.window().findChildren(Preview)[0]
    shown = preview.findChildren(QPlainTextEdit)[0].toPlainText().replace("\u00a0", " ")
    preview.close_overlay()
    sheet = hand_over(qtbot, panel)
    said = handing_over(room.store, out_of(room, task_id), language="en").letter
    assert shown == f"Objet : {said.subject}\n\n{said.body}".replace("\u00a0", " ")
    assert "Deux colonnes. Maquette" in shown
    assert sheet.text.text() == said.body.rstrip()


def test_in_the_mail_program(qtbot: QtBot, room: Room, open_panel: Opener, mailed: list[str]) -> None:
    room.desk.do(people.add_person, name="Nora", address="nora@halden.example")
    task_id = room.add("Mock-up")
    panel = open_panel(task_id)
    to_person(qtbot, panel, "Nora")
    steps: list[object] = []
    room.services.acts.said.connect(lambda _words, step: steps.append(step))
    sheet = hand_over(qtbot, panel)
    assert QApplication.focusWidget() is sheet.mail
    assert room.said == [], "nothing is said before it is known how it goes"
    qtbot.keyClick(sheet.mail, Qt.Key.Key_Return)
    assert len(mailed) == 1
    assert unquote(mailed[0]).endswith("Thank you. If anything is missing, a reply to this message is enough.\r\n")
    assert room.said == ["Opened in your mail program."]
    assert QGuiApplication.clipboard().text() == ""
    room.services.acts.undo(steps[0])  # type: ignore[arg-type]
    qtbot.waitUntil(lambda: task_of(room, task_id).stage is Stage.INBOX)


def test_a_letter_too_long_for_a_link_is_copied(
    qtbot: QtBot, room: Room, open_panel: Opener, mailed: list[str]
) -> None:
    task_id = room.add("Mock-up // " + "word " * 600)
    panel = open_panel(task_id)
    to_person(qtbot, panel, "Nora")
    qtbot.mouseClick(hand_over(qtbot, panel).mail, LEFT)
    assert len(mailed[0]) <= LONGEST_LINK
    assert unquote(mailed[0]).endswith("Paste the text here: it has been copied for you.")
    assert (
        QGuiApplication.clipboard().text() == handing_over(room.store, out_of(room, task_id), language="en").letter.body
    )
    assert room.said == ["Opened in your mail program. The text is copied: paste it there."]


def test_without_a_mail_program_the_sheet_stays_and_says_so(
    qtbot: QtBot, room: Room, open_panel: Opener, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QDesktopServices, "openUrl", staticmethod(lambda url: False))
    panel = open_panel(room.add("Mock-up"))
    to_person(qtbot, panel, "Nora")
    sheet = hand_over(qtbot, panel)
    qtbot.mouseClick(sheet.mail, LEFT)
    assert sheet.isVisible()
    assert any("No mail program answered" in label for label in words_of(sheet))
    assert room.said == []


def test_copied(qtbot: QtBot, room: Room, open_panel: Opener, mailed: list[str]) -> None:
    task_id = room.add("Mock-up")
    panel = open_panel(task_id)
    to_person(qtbot, panel, "Nora")
    qtbot.mouseClick(hand_over(qtbot, panel).copy, LEFT)
    assert (
        QGuiApplication.clipboard().text() == handing_over(room.store, out_of(room, task_id), language="en").letter.body
    )
    assert (room.said, mailed) == (["Copied."], [])


@pytest.mark.parametrize(("name", "head"), [("l.md", "# Mock-up\n\n"), ("l.txt", "Subject: Mock-up\n\n")])
def test_saved_as_a_file(qtbot: QtBot, room: Room, open_panel: Opener, tmp_path: Path, name: str, head: str) -> None:
    panel = open_panel(room.add("Mock-up"))
    to_person(qtbot, panel, "Nora")
    sheet = hand_over(qtbot, panel)
    qtbot.mouseClick(sheet.save, LEFT)
    dialog = sheet.findChildren(QFileDialog)[0]
    assert dialog.defaultSuffix() == "md"
    dialog.fileSelected.emit(str(tmp_path / name))
    qtbot.waitUntil(lambda: room.said == [f"Saved as {name}."])
    assert (tmp_path / name).read_text(encoding="utf-8").startswith(f"{head}Hello Nora,")
    qtbot.waitUntil(lambda: not shiboken6.isValid(sheet) or sheet.isHidden())  # closed, it deletes itself soon


def test_a_file_that_cannot_be_written_is_told_and_the_sheet_stays(
    qtbot: QtBot, room: Room, open_panel: Opener, tmp_path: Path
) -> None:
    panel = open_panel(room.add("Mock-up"))
    to_person(qtbot, panel, "Nora")
    sheet = hand_over(qtbot, panel)
    sheet.save_as(tmp_path / "no" / "letter.md")
    qtbot.waitUntil(lambda: bool(room.said))
    assert "cannot be written" in room.said[0]
    assert sheet.isVisible() and sheet.save.isEnabled()


def test_the_letter_can_be_had_again(qtbot: QtBot, room: Room, open_panel: Opener) -> None:
    task_id = ask(room)
    panel = open_panel(task_id)
    choose(qtbot, panel, "The letter to them")
    sheet = sheet_of(panel)
    assert "How does it reach Nora?" in words_of(sheet)
    qtbot.keyClick(sheet, Qt.Key.Key_Escape)
    room.desk.do(lambda store: None)
    assert room.said == [], "nothing was handed over just now, so there is nothing to undo"


# reminding


def test_a_reminder_is_recorded_once_a_way_is_taken(
    qtbot: QtBot, room: Room, open_panel: Opener, mailed: list[str]
) -> None:
    task_id = ask(room, days=-3)
    panel = open_panel(task_id)
    choose(qtbot, panel, "Remind")
    sheet = sheet_of(panel)
    assert "How do you remind Nora?" in words_of(sheet)
    qtbot.keyClick(sheet, Qt.Key.Key_Escape)
    room.desk.do(lambda store: None)
    assert out_of(room, task_id).reminded_at is None
    choose(qtbot, panel, "Remind")
    qtbot.mouseClick(sheet_of(panel).mail, LEFT)
    assert mailed[0].startswith("mailto:?subject=Reminder%3A%20Mock-up&body=Hello%20Nora")
    qtbot.waitUntil(lambda: room.said == ["Opened in your mail program."])
    assert out_of(room, task_id).reminded_at is not None
    room.services.acts.undo()
    qtbot.waitUntil(lambda: out_of(room, task_id).reminded_at is None)


def test_what_nobody_has_cannot_be_reminded(qtbot: QtBot, room: Room, open_panel: Opener) -> None:
    task_id = room.add("Mock-up")
    panel = open_panel(task_id)
    acts_ = PersonActs(room.services, panel)
    for act in (acts_.remind, acts_.receive, acts_.show_letter):
        act(task_id)
    assert room.said == ["“Mock-up” is not with a person. Nothing was changed."] * 3
    assert panel.window().findChildren(LetterSheet) == []
