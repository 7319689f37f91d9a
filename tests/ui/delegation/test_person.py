"""Handing over to a person: who they are, and by when."""

from __future__ import annotations

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QApplication
from pytestqt.qtbot import QtBot

from orchestrator_desktop.domain.follow_up import default_follow_up
from orchestrator_desktop.domain.task import Stage
from orchestrator_desktop.operations import people
from orchestrator_desktop.operations import tasks as acts
from orchestrator_desktop.ui.delegation.leaves import Leaves
from orchestrator_desktop.ui.delegation.person_letter import LetterSheet
from orchestrator_desktop.ui.widgets.button import IconButton
from orchestrator_desktop.ui.widgets.small import Pill
from tests.ui.delegation.persons import LEFT, ask, choose, everybody, hand_over, out_of, sheet_of, to_person, write_day
from tests.ui.delegation.sending import CTRL, Opener, task_of
from tests.ui.desk import Room

# What the offscreen platform says of the list of names below a field.
pytestmark = [
    pytest.mark.qt_log_ignore(r"This plugin does not support (raise|grabbing)", extend=True),
    pytest.mark.usefixtures("clipboard"),
]


# who


def test_what_is_known_of_a_person_is_shown_with_the_name(qtbot: QtBot, room: Room, open_panel: Opener) -> None:
    room.desk.do(people.add_person, name="Nora", address="nora@halden.example", language="fr")
    panel = open_panel(room.add("Mock-up"))
    fields = panel.recipient.people
    to_person(qtbot, panel, "nora")
    assert (fields.address.text(), fields.language.value()) == ("nora@halden.example", "fr")
    qtbot.keyClicks(fields.name, "h")
    assert (fields.address.text(), fields.language.value()) == ("", "en")


def test_an_address_and_a_language_are_kept_with_a_new_person(qtbot: QtBot, room: Room, open_panel: Opener) -> None:
    task_id = room.add("Mock-up")
    panel = open_panel(task_id)
    fields = panel.recipient.people
    to_person(qtbot, panel, "Nora")
    fields.address.setFocus()
    qtbot.keyClicks(fields.address, "nora@hal")
    qtbot.waitUntil(lambda: task_of(room, task_id).delegate == "Nora")  # the panel is shown anew meanwhile
    qtbot.keyClicks(fields.address, "den.example")
    qtbot.keyClick(fields.address, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: everybody(room)["Nora"].address == "nora@halden.example")
    french = next(b for b in fields.language.findChildren(QAbstractButton) if b.text() == "Français")
    qtbot.mouseClick(french, LEFT)
    qtbot.waitUntil(lambda: everybody(room)["Nora"].language == "fr")
    qtbot.waitUntil(lambda: fields.language.value() == "fr")
    assert fields.address.text() == "nora@halden.example"


def test_an_address_that_is_none_stops_the_handing_over(qtbot: QtBot, room: Room, open_panel: Opener) -> None:
    task_id = room.add("Mock-up")
    panel = open_panel(task_id)
    to_person(qtbot, panel, "Nora")
    fields = panel.recipient.people
    fields.address.setFocus()
    qtbot.keyClicks(fields.address, "nora at halden")
    panel.act()
    assert room.said == ["“nora at halden” is not an e-mail address. Nothing was changed."]
    assert QApplication.focusWidget() is fields.address
    room.desk.do(lambda store: None)
    assert task_of(room, task_id).stage is Stage.INBOX


def test_the_last_keys_of_an_address_are_in_the_letter(
    qtbot: QtBot, room: Room, open_panel: Opener, mailed: list[str]
) -> None:
    panel = open_panel(room.add("Mock-up"))
    to_person(qtbot, panel, "Nora")
    panel.recipient.people.address.setFocus()
    qtbot.keyClicks(panel.recipient.people.address, "nora@halden.example")
    qtbot.keyClick(panel.recipient.people.address, Qt.Key.Key_Return, CTRL)
    qtbot.waitUntil(lambda: bool(panel.window().findChildren(LetterSheet)))
    qtbot.mouseClick(sheet_of(panel).mail, LEFT)
    assert mailed[0].startswith("mailto:nora@halden.example?subject=Mock-up&body=Hello%20Nora%2C%0D%0A")


def test_everybody_is_offered(qtbot: QtBot, room: Room, open_panel: Opener) -> None:
    for name in ("Nora", "Tom"):
        room.desk.do(people.add_person, name=name)
    panel = open_panel(room.add("Mock-up"))
    panel.recipient.write_person()
    everybody = next(b for b in panel.findChildren(IconButton) if b.text() == "Show everybody")
    qtbot.mouseClick(everybody, LEFT)
    popup = panel.recipient.people.name.completer().popup()
    assert popup.isVisible()
    assert [popup.model().index(row, 0).data() for row in range(popup.model().rowCount())] == ["Nora", "Tom"]
    popup.hide()


# by when


def test_the_usual_day_is_offered_and_follows_the_due_date(qtbot: QtBot, room: Room, open_panel: Opener) -> None:
    today = room.services.today()
    task_id = room.add("Mock-up")
    panel = open_panel(task_id)
    day = panel.recipient.people.day
    assert day.day == default_follow_up(None, today)
    due = today + timedelta(days=3)
    room.desk.do(acts.edit, task_id=task_id, due=due)
    qtbot.waitUntil(lambda: day.day == default_follow_up(due, today))


def test_a_day_in_words_is_handed_over(qtbot: QtBot, room: Room, open_panel: Opener, mailed: list[str]) -> None:
    task_id = room.add("Mock-up")
    panel = open_panel(task_id)
    to_person(qtbot, panel, "Nora")
    line = write_day(qtbot, panel, "in 3 days")
    qtbot.keyClick(line, Qt.Key.Key_Return)
    room.desk.do(acts.edit, task_id=task_id, notes="Changed meanwhile")
    qtbot.waitUntil(lambda: panel.head.notes.text() == "Changed meanwhile")
    hand_over(qtbot, panel)
    assert out_of(room, task_id).follow_up == room.services.today() + timedelta(days=3)
    assert mailed == []


def test_a_day_still_being_written_counts(qtbot: QtBot, room: Room, open_panel: Opener) -> None:
    task_id = room.add("Mock-up")
    panel = open_panel(task_id)
    to_person(qtbot, panel, "Nora")
    line = write_day(qtbot, panel, "tomorrow")
    qtbot.keyClick(line, Qt.Key.Key_Return, CTRL)
    qtbot.waitUntil(lambda: task_of(room, task_id).with_person)
    assert out_of(room, task_id).follow_up == room.services.today() + timedelta(days=1)


def test_words_that_are_no_day_stop_the_handing_over(qtbot: QtBot, room: Room, open_panel: Opener) -> None:
    task_id = room.add("Mock-up")
    panel = open_panel(task_id)
    to_person(qtbot, panel, "Nora")
    write_day(qtbot, panel, "someday")
    panel.act()
    assert "“someday” is not a date" in room.said[-1]
    room.desk.do(lambda store: None)
    assert task_of(room, task_id).stage is Stage.INBOX


def test_the_day_of_what_is_out_can_be_changed_and_taken_away(qtbot: QtBot, room: Room, open_panel: Opener) -> None:
    task_id = ask(room)
    panel = open_panel(task_id)
    choose(qtbot, panel, "Answer by…")
    line = QApplication.focusWidget()
    assert line is not None
    qtbot.keyClicks(line, "tomorrow")
    qtbot.keyClick(line, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: out_of(room, task_id).follow_up == room.services.today() + timedelta(days=1))
    chip = QApplication.focusWidget()
    assert isinstance(chip, QAbstractButton)
    assert chip.text() == "Tomorrow"
    qtbot.keyClick(chip, Qt.Key.Key_Delete)
    qtbot.waitUntil(lambda: out_of(room, task_id).follow_up is None)
    qtbot.waitUntil(lambda: chip.text() == "No day")


def test_the_panel_says_how_late_an_answer_is(room: Room, open_panel: Opener) -> None:
    panel = open_panel(ask(room, days=-3))
    assert panel.findChildren(Leaves)[0].words() == ("Waiting for Nora", "Late, 3 days")
    assert panel.findChildren(Pill)[0].text() == "Late, 3 days"
    panel.show_task(ask(room, "Other", days=1))
    assert panel.findChildren(Leaves)[0].words()[1] == "Expected tomorrow"
    panel.show_task(ask(room, "Third", days=None))
    assert panel.findChildren(Leaves)[0].words()[1] == "Since today"
