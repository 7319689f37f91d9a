"""What the tests of handing over to a person share: a task that is out, and what is done in its panel."""

from __future__ import annotations

from datetime import timedelta

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from orchestrator_desktop.domain.delegate import Person
from orchestrator_desktop.domain.delegation import Delegation
from orchestrator_desktop.domain.ids import TaskId
from orchestrator_desktop.operations import delegations
from orchestrator_desktop.store import delegates
from orchestrator_desktop.store import delegations as reading
from orchestrator_desktop.ui.delegation.panel import TaskPanel
from orchestrator_desktop.ui.delegation.person_letter import LetterSheet
from orchestrator_desktop.ui.widgets.button import Button, IconButton, Kind
from orchestrator_desktop.ui.widgets.label import Label
from orchestrator_desktop.ui.widgets.popup_menu import PopupMenu
from tests.ui.desk import Room

LEFT = Qt.MouseButton.LeftButton


def out_of(room: Room, task_id: TaskId) -> Delegation:
    found = reading.open_delegation(room.store, task_id)
    assert found is not None
    return found


def everybody(room: Room) -> dict[str, Person]:
    return {person.name: person for person in delegates.people(room.store)}


def ask(room: Room, title: str = "Mock-up", name: str = "Nora", days: int | None = 7) -> TaskId:
    """A task that is with a person."""
    task_id = room.add(title)
    day = None if days is None else room.services.today() + timedelta(days=days)
    room.desk.do(delegations.delegate_to_person, task_id=task_id, name=name, follow_up=day)
    return task_id


def sheet_of(panel: QWidget) -> LetterSheet:
    return next(sheet for sheet in panel.window().findChildren(LetterSheet) if sheet.isVisible())


def _main(panel: TaskPanel) -> Button:
    return next(b for b in panel.findChildren(Button) if b.kind is Kind.PRIMARY and b.isVisible())


def to_person(qtbot: QtBot, panel: TaskPanel, name: str) -> None:
    panel.recipient.write_person()
    qtbot.keyClicks(panel.recipient.people.name, name)


def hand_over(qtbot: QtBot, panel: TaskPanel) -> LetterSheet:
    qtbot.mouseClick(_main(panel), LEFT)
    qtbot.waitUntil(lambda: bool(panel.window().findChildren(LetterSheet)))
    return sheet_of(panel)


def choose(qtbot: QtBot, panel: TaskPanel, words: str) -> None:
    more = next(button for button in panel.findChildren(IconButton) if button.text() == "More")
    qtbot.mouseClick(more, LEFT)
    menu = next(menu for menu in panel.window().findChildren(PopupMenu) if menu.is_open())
    qtbot.mouseClick(next(row for row in menu.rows() if row.text() == words), LEFT)


def words_of(sheet: QWidget) -> list[str]:
    return [label.text() for label in sheet.findChildren(Label)]


def write_day(qtbot: QtBot, panel: TaskPanel, words: str) -> QWidget:
    """Write a day for the answer; the line it stands in."""
    panel.recipient.people.day.write()
    line = QApplication.focusWidget()
    assert line is not None
    qtbot.keyClicks(line, words)
    return line
