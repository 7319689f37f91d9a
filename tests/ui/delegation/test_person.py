"""Handing over to a person: who they are, by when, the letter and its three ways, the reminder, and what comes back."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import timedelta
from pathlib import Path
from urllib.parse import unquote

import pytest
from PySide6.QtCore import QRect, Qt, QUrl
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import QAbstractButton, QApplication, QFileDialog, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot

from orchestrator_desktop.domain.delegate import Person
from orchestrator_desktop.domain.delegation import Delegation
from orchestrator_desktop.domain.follow_up import default_follow_up
from orchestrator_desktop.domain.ids import TaskId
from orchestrator_desktop.domain.mailto import LONGEST_LINK
from orchestrator_desktop.domain.task import Stage, Task
from orchestrator_desktop.operations import delegations, people
from orchestrator_desktop.operations import tasks as acts
from orchestrator_desktop.operations.letters import handing_over
from orchestrator_desktop.store import delegates, tasks
from orchestrator_desktop.store import delegations as reading
from orchestrator_desktop.ui.delegation.answer import AnswerSheet
from orchestrator_desktop.ui.delegation.leaves import Leaves
from orchestrator_desktop.ui.delegation.panel import TaskPanel
from orchestrator_desktop.ui.delegation.person_acts import PersonActs
from orchestrator_desktop.ui.delegation.person_letter import LetterSheet
from orchestrator_desktop.ui.delegation.preview import Preview
from orchestrator_desktop.ui.widgets.button import Button, IconButton, Kind
from orchestrator_desktop.ui.widgets.label import Label
from orchestrator_desktop.ui.widgets.popup_menu import PopupMenu
from orchestrator_desktop.ui.widgets.small import Pill
from tests.ui.desk import Room

Opener = Callable[[TaskId], TaskPanel]
_CTRL, _SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
_LEFT = Qt.MouseButton.LeftButton

# What the offscreen platform says of the list of names below a field.
pytestmark = pytest.mark.qt_log_ignore(r"This plugin does not support (raise|grabbing)", extend=True)


@pytest.fixture
def mailed(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The links that a mail program was asked to open; none is really started."""
    found: list[str] = []

    def opened(url: QUrl) -> bool:
        found.append(url.toEncoded().data().decode())
        return True

    monkeypatch.setattr(QDesktopServices, "openUrl", staticmethod(opened))
    return found


@pytest.fixture(autouse=True)
def clipboard(qapp: QApplication) -> Iterator[None]:
    QGuiApplication.clipboard().clear()
    yield
    QGuiApplication.clipboard().clear()


def _task(room: Room, task_id: TaskId) -> Task:
    task = tasks.get(room.store, task_id)
    assert task is not None
    return task


def _out(room: Room, task_id: TaskId) -> Delegation:
    found = reading.open_delegation(room.store, task_id)
    assert found is not None
    return found


def _everybody(room: Room) -> dict[str, Person]:
    return {person.name: person for person in delegates.people(room.store)}


def _ask(room: Room, title: str = "Mock-up", name: str = "Nora", days: int | None = 7) -> TaskId:
    """A task that is with a person."""
    task_id = room.add(title)
    day = None if days is None else room.services.today() + timedelta(days=days)
    room.desk.do(delegations.delegate_to_person, task_id=task_id, name=name, follow_up=day)
    return task_id


def _sheet(panel: QWidget) -> LetterSheet:
    return next(sheet for sheet in panel.window().findChildren(LetterSheet) if sheet.isVisible())


def _main(panel: TaskPanel) -> Button:
    return next(b for b in panel.findChildren(Button) if b.kind is Kind.PRIMARY and b.isVisible())


def _to_person(qtbot: QtBot, panel: TaskPanel, name: str) -> None:
    panel.recipient.write_person()
    qtbot.keyClicks(panel.recipient.people.name, name)


def _hand_over(qtbot: QtBot, panel: TaskPanel) -> LetterSheet:
    qtbot.mouseClick(_main(panel), _LEFT)
    qtbot.waitUntil(lambda: bool(panel.window().findChildren(LetterSheet)))
    return _sheet(panel)


def _choose(qtbot: QtBot, panel: TaskPanel, words: str) -> None:
    more = next(button for button in panel.findChildren(IconButton) if button.text() == "More")
    qtbot.mouseClick(more, _LEFT)
    menu = next(menu for menu in panel.window().findChildren(PopupMenu) if menu.is_open())
    qtbot.mouseClick(next(row for row in menu.rows() if row.text() == words), _LEFT)


# who


def test_what_is_known_of_a_person_is_shown_with_the_name(qtbot: QtBot, room: Room, open_panel: Opener) -> None:
    room.desk.do(people.add_person, name="Nora", address="nora@halden.example", language="fr")
    panel = open_panel(room.add("Mock-up"))
    fields = panel.recipient.people
    _to_person(qtbot, panel, "nora")
    assert (fields.address.text(), fields.language.value()) == ("nora@halden.example", "fr")
    qtbot.keyClicks(fields.name, "h")
    assert (fields.address.text(), fields.language.value()) == ("", "en")


def test_an_address_and_a_language_are_kept_with_a_new_person(qtbot: QtBot, room: Room, open_panel: Opener) -> None:
    task_id = room.add("Mock-up")
    panel = open_panel(task_id)
    fields = panel.recipient.people
    _to_person(qtbot, panel, "Nora")
    fields.address.setFocus()
    qtbot.keyClicks(fields.address, "nora@hal")
    qtbot.waitUntil(lambda: _task(room, task_id).delegate == "Nora")  # the panel is shown anew meanwhile
    qtbot.keyClicks(fields.address, "den.example")
    qtbot.keyClick(fields.address, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: _everybody(room)["Nora"].address == "nora@halden.example")
    french = next(b for b in fields.language.findChildren(QAbstractButton) if b.text() == "Français")
    qtbot.mouseClick(french, _LEFT)
    qtbot.waitUntil(lambda: _everybody(room)["Nora"].language == "fr")
    qtbot.waitUntil(lambda: fields.language.value() == "fr")
    assert fields.address.text() == "nora@halden.example"


def test_an_address_that_is_none_stops_the_handing_over(qtbot: QtBot, room: Room, open_panel: Opener) -> None:
    task_id = room.add("Mock-up")
    panel = open_panel(task_id)
    _to_person(qtbot, panel, "Nora")
    fields = panel.recipient.people
    fields.address.setFocus()
    qtbot.keyClicks(fields.address, "nora at halden")
    panel.act()
    assert room.said == ["“nora at halden” is not an e-mail address. Nothing was changed."]
    assert QApplication.focusWidget() is fields.address
    room.desk.do(lambda store: None)
    assert _task(room, task_id).stage is Stage.INBOX


def test_the_last_keys_of_an_address_are_in_the_letter(
    qtbot: QtBot, room: Room, open_panel: Opener, mailed: list[str]
) -> None:
    panel = open_panel(room.add("Mock-up"))
    _to_person(qtbot, panel, "Nora")
    panel.recipient.people.address.setFocus()
    qtbot.keyClicks(panel.recipient.people.address, "nora@halden.example")
    qtbot.keyClick(panel.recipient.people.address, Qt.Key.Key_Return, _CTRL)
    qtbot.waitUntil(lambda: bool(panel.window().findChildren(LetterSheet)))
    qtbot.mouseClick(_sheet(panel).mail, _LEFT)
    assert mailed[0].startswith("mailto:nora@halden.example?subject=Mock-up&body=Hello%20Nora%2C%0D%0A")


def test_everybody_is_offered(qtbot: QtBot, room: Room, open_panel: Opener) -> None:
    for name in ("Nora", "Tom"):
        room.desk.do(people.add_person, name=name)
    panel = open_panel(room.add("Mock-up"))
    panel.recipient.write_person()
    everybody = next(b for b in panel.findChildren(IconButton) if b.text() == "Show everybody")
    qtbot.mouseClick(everybody, _LEFT)
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
    _to_person(qtbot, panel, "Nora")
    panel.recipient.people.day.write()
    line = QApplication.focusWidget()
    assert line is not None
    qtbot.keyClicks(line, "in 3 days")
    qtbot.keyClick(line, Qt.Key.Key_Return)
    room.desk.do(acts.edit, task_id=task_id, notes="Changed meanwhile")
    qtbot.waitUntil(lambda: panel.head.notes.text() == "Changed meanwhile")
    _hand_over(qtbot, panel)
    assert _out(room, task_id).follow_up == room.services.today() + timedelta(days=3)
    assert mailed == []


def test_a_day_still_being_written_counts(qtbot: QtBot, room: Room, open_panel: Opener) -> None:
    task_id = room.add("Mock-up")
    panel = open_panel(task_id)
    _to_person(qtbot, panel, "Nora")
    panel.recipient.people.day.write()
    line = QApplication.focusWidget()
    assert line is not None
    qtbot.keyClicks(line, "tomorrow")
    qtbot.keyClick(line, Qt.Key.Key_Return, _CTRL)
    qtbot.waitUntil(lambda: _task(room, task_id).with_person)
    assert _out(room, task_id).follow_up == room.services.today() + timedelta(days=1)


def test_words_that_are_no_day_stop_the_handing_over(qtbot: QtBot, room: Room, open_panel: Opener) -> None:
    task_id = room.add("Mock-up")
    panel = open_panel(task_id)
    _to_person(qtbot, panel, "Nora")
    panel.recipient.people.day.write()
    line = QApplication.focusWidget()
    assert line is not None
    qtbot.keyClicks(line, "someday")
    panel.act()
    assert "“someday” is not a date" in room.said[-1]
    room.desk.do(lambda store: None)
    assert _task(room, task_id).stage is Stage.INBOX


def test_the_day_of_what_is_out_can_be_changed_and_taken_away(qtbot: QtBot, room: Room, open_panel: Opener) -> None:
    task_id = _ask(room)
    panel = open_panel(task_id)
    _choose(qtbot, panel, "Answer by…")
    line = QApplication.focusWidget()
    assert line is not None
    qtbot.keyClicks(line, "tomorrow")
    qtbot.keyClick(line, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: _out(room, task_id).follow_up == room.services.today() + timedelta(days=1))
    chip = QApplication.focusWidget()
    assert isinstance(chip, QAbstractButton)
    assert chip.text() == "Tomorrow"
    qtbot.keyClick(chip, Qt.Key.Key_Delete)
    qtbot.waitUntil(lambda: _out(room, task_id).follow_up is None)
    qtbot.waitUntil(lambda: chip.text() == "No day")


# the letter


def test_the_preview_is_what_is_handed_over(qtbot: QtBot, room: Room, open_panel: Opener) -> None:
    room.desk.do(people.add_person, name="Nora", language="fr")
    task_id = room.add("Maquette")
    panel = open_panel(task_id)
    _to_person(qtbot, panel, "Nora")
    panel.write_brief()
    qtbot.keyClicks(panel.form.objective, "Deux colonnes. ")
    qtbot.keyClick(panel.form.objective, Qt.Key.Key_V, _CTRL | _SHIFT)
    preview = panel.window().findChildren(Preview)[0]
    shown = preview.findChildren(QPlainTextEdit)[0].toPlainText().replace("\u00a0", " ")
    preview.close_overlay()
    sheet = _hand_over(qtbot, panel)
    said = handing_over(room.store, _out(room, task_id), language="en").letter
    assert shown == f"Objet : {said.subject}\n\n{said.body}".replace("\u00a0", " ")
    assert "Deux colonnes. Maquette" in shown
    assert sheet.text.text() == said.body.rstrip()


def test_in_the_mail_program(qtbot: QtBot, room: Room, open_panel: Opener, mailed: list[str]) -> None:
    room.desk.do(people.add_person, name="Nora", address="nora@halden.example")
    task_id = room.add("Mock-up")
    panel = open_panel(task_id)
    _to_person(qtbot, panel, "Nora")
    steps: list[object] = []
    room.services.acts.said.connect(lambda _words, step: steps.append(step))
    sheet = _hand_over(qtbot, panel)
    assert QApplication.focusWidget() is sheet.mail
    assert room.said == [], "nothing is said before it is known how it goes"
    qtbot.keyClick(sheet.mail, Qt.Key.Key_Return)
    assert len(mailed) == 1
    assert unquote(mailed[0]).endswith("Thank you. If anything is missing, a reply to this message is enough.\r\n")
    assert room.said == ["Opened in your mail program."]
    assert QGuiApplication.clipboard().text() == ""
    room.services.acts.undo(steps[0])  # type: ignore[arg-type]
    qtbot.waitUntil(lambda: _task(room, task_id).stage is Stage.INBOX)


def test_a_letter_too_long_for_a_link_is_copied(
    qtbot: QtBot, room: Room, open_panel: Opener, mailed: list[str]
) -> None:
    task_id = room.add("Mock-up // " + "word " * 600)
    panel = open_panel(task_id)
    _to_person(qtbot, panel, "Nora")
    qtbot.mouseClick(_hand_over(qtbot, panel).mail, _LEFT)
    assert len(mailed[0]) <= LONGEST_LINK
    assert unquote(mailed[0]).endswith("Paste the text here: it has been copied for you.")
    assert (
        QGuiApplication.clipboard().text() == handing_over(room.store, _out(room, task_id), language="en").letter.body
    )
    assert room.said == ["Opened in your mail program. The text is copied: paste it there."]


def test_without_a_mail_program_the_sheet_stays_and_says_so(
    qtbot: QtBot, room: Room, open_panel: Opener, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QDesktopServices, "openUrl", staticmethod(lambda url: False))
    panel = open_panel(room.add("Mock-up"))
    _to_person(qtbot, panel, "Nora")
    sheet = _hand_over(qtbot, panel)
    qtbot.mouseClick(sheet.mail, _LEFT)
    assert sheet.isVisible()
    assert any("No mail program answered" in label for label in _words(sheet))
    assert room.said == []


def _words(sheet: QWidget) -> list[str]:
    return [label.text() for label in sheet.findChildren(Label)]


def test_copied(qtbot: QtBot, room: Room, open_panel: Opener, mailed: list[str]) -> None:
    task_id = room.add("Mock-up")
    panel = open_panel(task_id)
    _to_person(qtbot, panel, "Nora")
    qtbot.mouseClick(_hand_over(qtbot, panel).copy, _LEFT)
    assert (
        QGuiApplication.clipboard().text() == handing_over(room.store, _out(room, task_id), language="en").letter.body
    )
    assert (room.said, mailed) == (["Copied."], [])


@pytest.mark.parametrize(("name", "head"), [("l.md", "# Mock-up\n\n"), ("l.txt", "Subject: Mock-up\n\n")])
def test_saved_as_a_file(qtbot: QtBot, room: Room, open_panel: Opener, tmp_path: Path, name: str, head: str) -> None:
    panel = open_panel(room.add("Mock-up"))
    _to_person(qtbot, panel, "Nora")
    sheet = _hand_over(qtbot, panel)
    qtbot.mouseClick(sheet.save, _LEFT)
    dialog = sheet.findChildren(QFileDialog)[0]
    assert dialog.defaultSuffix() == "md"
    dialog.fileSelected.emit(str(tmp_path / name))
    qtbot.waitUntil(lambda: room.said == [f"Saved as {name}."])
    assert (tmp_path / name).read_text(encoding="utf-8").startswith(f"{head}Hello Nora,")
    assert sheet.isHidden()


def test_a_file_that_cannot_be_written_is_told_and_the_sheet_stays(
    qtbot: QtBot, room: Room, open_panel: Opener, tmp_path: Path
) -> None:
    panel = open_panel(room.add("Mock-up"))
    _to_person(qtbot, panel, "Nora")
    sheet = _hand_over(qtbot, panel)
    sheet.save_as(tmp_path / "no" / "letter.md")
    qtbot.waitUntil(lambda: bool(room.said))
    assert "cannot be written" in room.said[0]
    assert sheet.isVisible() and sheet.save.isEnabled()


def test_the_letter_can_be_had_again(qtbot: QtBot, room: Room, open_panel: Opener) -> None:
    task_id = _ask(room)
    panel = open_panel(task_id)
    _choose(qtbot, panel, "The letter to them")
    sheet = _sheet(panel)
    assert "How does it reach Nora?" in _words(sheet)
    qtbot.keyClick(sheet, Qt.Key.Key_Escape)
    room.desk.do(lambda store: None)
    assert room.said == [], "nothing was handed over just now, so there is nothing to undo"


# reminding


def test_a_reminder_is_recorded_once_a_way_is_taken(
    qtbot: QtBot, room: Room, open_panel: Opener, mailed: list[str]
) -> None:
    task_id = _ask(room, days=-3)
    panel = open_panel(task_id)
    _choose(qtbot, panel, "Remind")
    sheet = _sheet(panel)
    assert "How do you remind Nora?" in _words(sheet)
    qtbot.keyClick(sheet, Qt.Key.Key_Escape)
    room.desk.do(lambda store: None)
    assert _out(room, task_id).reminded_at is None
    _choose(qtbot, panel, "Remind")
    qtbot.mouseClick(_sheet(panel).mail, _LEFT)
    assert mailed[0].startswith("mailto:?subject=Reminder%3A%20Mock-up&body=Hello%20Nora")
    qtbot.waitUntil(lambda: room.said == ["Opened in your mail program."])
    assert _out(room, task_id).reminded_at is not None
    room.services.acts.undo()
    qtbot.waitUntil(lambda: _out(room, task_id).reminded_at is None)


def test_what_nobody_has_cannot_be_reminded(qtbot: QtBot, room: Room, open_panel: Opener) -> None:
    task_id = room.add("Mock-up")
    panel = open_panel(task_id)
    acts_ = PersonActs(room.services, panel)
    for act in (acts_.remind, acts_.receive, acts_.show_letter):
        act(task_id)
    assert room.said == ["“Mock-up” is not with a person. Nothing was changed."] * 3
    assert panel.window().findChildren(LetterSheet) == []


def test_the_panel_says_how_late_an_answer_is(room: Room, open_panel: Opener) -> None:
    panel = open_panel(_ask(room, days=-3))
    assert panel.findChildren(Leaves)[0].words() == ("Waiting for Nora", "Late, 3 days")
    assert panel.findChildren(Pill)[0].text() == "Late, 3 days"
    panel.show_task(_ask(room, "Other", days=1))
    assert panel.findChildren(Leaves)[0].words()[1] == "Expected tomorrow"
    panel.show_task(_ask(room, "Third", days=None))
    assert panel.findChildren(Leaves)[0].words()[1] == "Since today"


# what comes back


def test_an_answer_comes_from_a_file(qtbot: QtBot, room: Room, open_panel: Opener, tmp_path: Path) -> None:
    file = tmp_path / "answer.txt"
    file.write_bytes("Voilà\r\nla page.".encode("cp1252"))
    task_id = _ask(room)
    panel = open_panel(task_id)
    panel.act()
    sheet = panel.window().findChildren(AnswerSheet)[0]
    qtbot.keyClicks(sheet.text, "As agreed:")
    choose = next(b for b in sheet.findChildren(Button) if b.text() == "From a file…")
    qtbot.mouseClick(choose, _LEFT)
    sheet.findChildren(QFileDialog)[0].fileSelected.emit(str(file))
    qtbot.waitUntil(lambda: sheet.text.text() == "As agreed:\n\nVoilà\nla page.")
    qtbot.keyClick(sheet.text, Qt.Key.Key_Return, _CTRL)
    qtbot.waitUntil(lambda: _task(room, task_id).stage is Stage.IN_REVIEW)
    result = reading.latest_result(room.store, task_id)
    assert result is not None and result.text == "As agreed:\n\nVoilà\nla page."


def test_a_file_that_is_no_text_is_told(qtbot: QtBot, room: Room, open_panel: Opener, tmp_path: Path) -> None:
    (tmp_path / "a.png").write_bytes(b"\x89PNG\0")
    panel = open_panel(_ask(room))
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
    letter = _sheet(panel)
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
