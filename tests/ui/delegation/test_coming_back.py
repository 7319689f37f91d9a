"""What comes back from a person: written, pasted or read from a file."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtWidgets import QFileDialog, QWidget
from pytestqt.qtbot import QtBot

from orchestrator_desktop.domain.task import Stage
from orchestrator_desktop.operations import delegations
from orchestrator_desktop.store import delegations as reading
from orchestrator_desktop.ui.delegation.answer import AnswerSheet
from orchestrator_desktop.ui.delegation.person_acts import PersonActs
from orchestrator_desktop.ui.widgets.button import Button, Kind
from tests.ui.delegation.persons import LEFT, ask, sheet_of
from tests.ui.delegation.sending import CTRL, Opener, task_of
from tests.ui.desk import Room


def test_an_answer_comes_from_a_file(qtbot: QtBot, room: Room, open_panel: Opener, tmp_path: Path) -> None:
    file = tmp_path / "answer.txt"
    file.write_bytes("Voilà\r\nla page.".encode("cp1252"))
    task_id = ask(room)
    panel = open_panel(task_id)
    panel.act()
    sheet = panel.window().findChildren(AnswerSheet)[0]
    qtbot.keyClicks(sheet.text, "As agreed:")
    choose = next(b for b in sheet.findChildren(Button) if b.text() == "From a file…")
    qtbot.mouseClick(choose, LEFT)
    sheet.findChildren(QFileDialog)[0].fileSelected.emit(str(file))
    qtbot.waitUntil(lambda: sheet.text.text() == "As agreed:\n\nVoilà\nla page.")
    qtbot.keyClick(sheet.text, Qt.Key.Key_Return, CTRL)
    qtbot.waitUntil(lambda: task_of(room, task_id).stage is Stage.IN_REVIEW)
    result = reading.latest_result(room.store, task_id)
    assert result is not None and result.text == "As agreed:\n\nVoilà\nla page."


def test_a_file_that_is_no_text_is_told(qtbot: QtBot, room: Room, open_panel: Opener, tmp_path: Path) -> None:
    (tmp_path / "a.png").write_bytes(b"\x89PNG\0")
    panel = open_panel(ask(room))
    panel.act()
    sheet = panel.window().findChildren(AnswerSheet)[0]
    sheet.add_file(tmp_path / "a.png")
    qtbot.waitUntil(lambda: bool(room.said))
    assert "is not a text file" in room.said[0]
    assert sheet.text.text() == ""


@pytest.mark.parametrize(("height", "scale"), [(800, 100), (640, 150)])
def test_a_long_text_leaves_the_buttons_in_sight(
    qtbot: QtBot, room: Room, open_panel: Opener, height: int, scale: int
) -> None:
    room.services.theme.set_scale(scale / 100)
    task_id = room.add("Mock-up // " + "A line.\n" * 60)
    room.desk.do(delegations.delegate_to_person, task_id=task_id, name="Nora")
    panel = open_panel(task_id)
    panel.window().resize(800, height)
    PersonActs(room.services, panel).show_letter(task_id)
    letter = sheet_of(panel)
    assert _in_sight(letter, letter.mail, letter.text)
    letter.close_overlay()
    panel.act()
    answer = panel.window().findChildren(AnswerSheet)[0]
    answer.text.set_text("A line.\n" * 60)
    send = next(b for b in answer.findChildren(Button) if b.kind is Kind.PRIMARY)
    qtbot.waitUntil(lambda: _in_sight(answer, send, answer.text))
    room.services.theme.set_scale(1)


def _in_sight(sheet: QWidget, button: Button, text: QWidget) -> bool:
    """The button stands below the text, and both on the sheet, within the window."""

    def place(part: QWidget) -> QRect:
        return QRect(part.mapTo(sheet, part.rect().topLeft()), part.size())

    ground = button.parentWidget()
    assert ground is not None
    whole = place(ground).contains(place(button)) and sheet.rect().contains(place(ground))
    return whole and place(text).bottom() < place(button).top()
