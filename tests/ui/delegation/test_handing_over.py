"""Handing a task over: to whom, what is said beside the button, the exact text, and what follows."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QApplication
from pytestqt.qtbot import QtBot

from orchestrator_desktop.domain.attempts import AttemptState
from orchestrator_desktop.domain.ids import TaskId
from orchestrator_desktop.domain.task import Level, Stage, Task
from orchestrator_desktop.operations import delegations, roster
from orchestrator_desktop.operations import tasks as acts
from orchestrator_desktop.store import days, delegates, tasks
from orchestrator_desktop.store import delegations as reading
from orchestrator_desktop.ui.delegation.answer import AnswerSheet
from orchestrator_desktop.ui.delegation.leaves import Leaves
from orchestrator_desktop.ui.delegation.panel import TaskPanel
from orchestrator_desktop.ui.delegation.person_letter import LetterSheet
from orchestrator_desktop.ui.navigator import Screen
from orchestrator_desktop.ui.widgets.button import Button, IconButton, Kind
from orchestrator_desktop.ui.widgets.popup_menu import PopupMenu
from orchestrator_desktop.ui.widgets.text_edit import LineField
from tests.ui.desk import Room

Opener = Callable[[TaskId], TaskPanel]
_CTRL, _SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


def _task(room: Room, task_id: TaskId) -> Task:
    task = tasks.get(room.store, task_id)
    assert task is not None
    return task


def _told(panel: TaskPanel) -> tuple[str, str]:
    return panel.findChildren(Leaves)[0].words()


def _main(panel: TaskPanel) -> Button:
    return next(button for button in panel.findChildren(Button) if button.kind is Kind.PRIMARY)


def _button(panel: TaskPanel, words: str) -> QAbstractButton:
    found = [b for b in panel.window().findChildren(QAbstractButton) if b.text() == words and b.isVisible()]
    assert len(found) == 1
    return found[0]


def _click(qtbot: QtBot, panel: TaskPanel, words: str) -> None:
    qtbot.mouseClick(_button(panel, words), Qt.MouseButton.LeftButton)


def _name(qtbot: QtBot, panel: TaskPanel, name: str) -> None:
    _click(qtbot, panel, "Person")
    assert panel.window().focusWidget() is panel.recipient.people.name, "a name comes next"
    qtbot.keyClicks(panel.recipient.people.name, name)


# what is said


def test_without_a_provider_the_panel_says_what_to_do(room: Room, open_panel: Opener) -> None:
    for provider in delegates.providers(room.store):
        room.desk.do(roster.edit_provider, provider_id=provider.id, enabled=False)
    panel = open_panel(room.add("Write"))
    assert _told(panel) == ("There is no specialist yet.", "Connect a provider in Settings.")
    assert not _main(panel).isEnabled()


# level 3


def test_level_3_closes_the_specialists_and_says_why(room: Room, open_panel: Opener) -> None:
    room.specialist()
    panel = open_panel(room.add("Decide", level=Level.YOU_ONLY))
    assert not _button(panel, "Specialist").isEnabled()
    assert _told(panel)[0] == "Level 3 is never sent to an AI."
    assert not _main(panel).isEnabled()


def test_level_3_chosen_after_the_specialist_takes_it_away(qtbot: QtBot, room: Room, open_panel: Opener) -> None:
    room.specialist()
    task_id = room.add("Decide")
    panel = open_panel(task_id)
    assert _main(panel).isEnabled()
    _click(qtbot, panel, "You only")
    qtbot.waitUntil(lambda: not _main(panel).isEnabled())
    qtbot.keyClick(panel.form.objective, Qt.Key.Key_Return, _CTRL)
    room.desk.do(lambda store: None)
    assert _task(room, task_id).stage is Stage.PLANNED
    _click(qtbot, panel, "You + AI")
    qtbot.waitUntil(lambda: _main(panel).isEnabled())
    assert panel.recipient.specialist is not None


def test_level_3_may_go_to_a_person(qtbot: QtBot, room: Room, open_panel: Opener) -> None:
    task_id = room.add("Tell the team", level=Level.YOU_ONLY)
    panel = open_panel(task_id)
    qtbot.keyClicks(panel.recipient.findChildren(LineField)[0], "Nora")
    qtbot.mouseClick(_main(panel), Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: _task(room, task_id).with_person)


# handing over


def test_ctrl_enter_delegates_and_offers_undo(qtbot: QtBot, room: Room, open_panel: Opener) -> None:
    room.specialist()
    task_id = room.add("Write")
    panel = open_panel(task_id)
    left: list[object] = []
    steps: list[object] = []
    panel.leaving.connect(left.append)
    room.services.acts.said.connect(lambda _words, step: steps.append(step))
    panel.write_brief()
    qtbot.keyClick(panel.form.objective, Qt.Key.Key_Return, _CTRL)
    qtbot.waitUntil(lambda: room.said == ["Handed to Copywriter."])
    qtbot.waitUntil(lambda: left == [task_id])
    room.services.acts.undo(steps[0])  # type: ignore[arg-type]
    qtbot.waitUntil(lambda: _task(room, task_id).stage is Stage.INBOX)


def test_the_last_keys_before_delegating_are_sent(qtbot: QtBot, room: Room, open_panel: Opener) -> None:
    room.specialist()
    task_id = room.add("Write")
    panel = open_panel(task_id)
    panel.write_brief()
    qtbot.keyClicks(panel.form.objective, "Please ")
    qtbot.keyClick(panel.form.objective, Qt.Key.Key_Return, _CTRL)
    qtbot.waitUntil(lambda: _task(room, task_id).stage is Stage.DELEGATED)
    brief = reading.latest_brief(room.store, task_id)
    assert brief is not None
    assert (brief.objective, brief.handed_over) == ("Please Write", True)


def test_the_specialist_chosen_is_kept_with_the_task(qtbot: QtBot, room: Room, open_panel: Opener) -> None:
    room.specialist("Copywriter"), room.specialist("Analyst")
    task_id, other = room.add("Write"), room.add("Other")
    panel = open_panel(task_id)
    box = panel.recipient._specialist
    box.setCurrentIndex(box.findText("Copywriter"))
    box.activated.emit(box.currentIndex())
    qtbot.waitUntil(lambda: _task(room, task_id).delegate == "Copywriter")
    panel.show_task(other)
    panel.show_task(task_id)
    assert panel.recipient.specialist is not None
    assert panel.recipient.specialist.name == "Copywriter"


def test_to_a_person_nothing_is_sent(qtbot: QtBot, room: Room, open_panel: Opener) -> None:
    task_id = room.add("Mock-up")
    panel = open_panel(task_id)
    _name(qtbot, panel, "Tom")
    assert _told(panel)[0] == "Nothing is sent: you tell them yourself."
    qtbot.mouseClick(_main(panel), Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: bool(panel.window().findChildren(LetterSheet)))
    _click(qtbot, panel, "Not now")
    qtbot.waitUntil(lambda: room.said == ["With Tom. Nothing was sent by itself."])
    assert _task(room, task_id).delegate == "Tom"
    assert not reading.any_active(room.store)


def test_a_person_is_not_forgotten_while_the_task_changes(qtbot: QtBot, room: Room, open_panel: Opener) -> None:
    task_id = room.add("Mock-up")
    panel = open_panel(task_id)
    _name(qtbot, panel, "To")
    room.desk.do(acts.edit, task_id=task_id, level=Level.AI_ALONE)
    qtbot.waitUntil(lambda: panel.head.level.value() == Level.AI_ALONE)
    assert panel.recipient.person == "To"


# what follows


def test_a_task_that_is_out_leads_there_and_can_be_taken_back(qtbot: QtBot, room: Room, open_panel: Opener) -> None:
    task_id = room.add("Write")
    room.delegate(task_id)
    panel = open_panel(task_id)
    qtbot.mouseClick(_main(panel), Qt.MouseButton.LeftButton)
    assert (room.went[-1].screen, room.went[-1].task_id) == (Screen.DELEGATED, task_id)
    _click(qtbot, panel, "Take back")
    qtbot.waitUntil(lambda: _task(room, task_id).returned)


def test_a_result_leads_to_review(qtbot: QtBot, room: Room, open_panel: Opener) -> None:
    task_id = room.in_review("Write", "Done so.")
    panel = open_panel(task_id)
    assert _told(panel)[0] == "A result waits for your judgment."
    qtbot.mouseClick(_main(panel), Qt.MouseButton.LeftButton)
    assert room.went[-1].screen is Screen.REVIEW


def test_the_panel_follows_the_delegation(qtbot: QtBot, room: Room, open_panel: Opener) -> None:
    task_id = room.add("Write")
    panel = open_panel(task_id)
    delegation_id = room.delegate(task_id)
    qtbot.waitUntil(lambda: _main(panel).text() == "Follow")
    room.answer(delegation_id, "Here", AttemptState.COMPLETE)
    qtbot.waitUntil(lambda: _main(panel).text() == "Review")


def test_an_answer_is_pasted_and_goes_to_review(qtbot: QtBot, room: Room, open_panel: Opener) -> None:
    task_id = room.add("Mock-up")
    room.desk.do(delegations.delegate_to_person, task_id=task_id, name="Tom")
    panel = open_panel(task_id)
    assert _told(panel)[0] == "Waiting for Tom"
    _click(qtbot, panel, "They answered")
    sheet = panel.window().findChildren(AnswerSheet)[0]
    assert QApplication.focusWidget() is sheet.text
    qtbot.keyClicks(sheet.text, "Here it is")
    qtbot.waitUntil(lambda: days.draft(room.store, f"answer:{task_id}") == "Here it is")
    qtbot.keyClick(sheet.text, Qt.Key.Key_Return, _CTRL)
    qtbot.waitUntil(lambda: bool(room.went) and room.went[-1].screen is Screen.REVIEW)
    result = reading.latest_result(room.store, task_id)
    assert result is not None
    assert result.text == "Here it is"
    room.desk.do(lambda store: None)
    assert days.draft(room.store, f"answer:{task_id}") == ""


def test_an_empty_answer_is_told_and_the_sheet_stays(qtbot: QtBot, room: Room, open_panel: Opener) -> None:
    task_id = room.add("Mock-up")
    room.desk.do(delegations.delegate_to_person, task_id=task_id, name="Tom")
    panel = open_panel(task_id)
    panel.act()
    sheet = panel.window().findChildren(AnswerSheet)[0]
    qtbot.mouseClick(_button(panel, "To review"), Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: any("Paste what came back first" in words for words in room.said))
    assert sheet.isVisible()


# the menu


def _choose(qtbot: QtBot, panel: TaskPanel, words: str) -> None:
    more = next(button for button in panel.findChildren(IconButton) if button.text() == "More")
    qtbot.mouseClick(more, Qt.MouseButton.LeftButton)
    menu = next(menu for menu in panel.window().findChildren(PopupMenu) if menu.is_open())
    row = next(row for row in menu.rows() if row.text() == words)
    qtbot.mouseClick(row, Qt.MouseButton.LeftButton)


@pytest.mark.parametrize(("words", "stage"), [("Complete", Stage.DONE), ("Drop", Stage.DROPPED)])
def test_the_menu_completes_and_drops(qtbot: QtBot, room: Room, open_panel: Opener, words: str, stage: Stage) -> None:
    task_id = room.add("Write")
    panel = open_panel(task_id)
    _choose(qtbot, panel, words)
    qtbot.waitUntil(lambda: _task(room, task_id).stage is stage)
    qtbot.waitUntil(lambda: _main(panel).text() == "Reopen")
    _choose(qtbot, panel, "Reopen")
    qtbot.waitUntil(lambda: _task(room, task_id).stage is Stage.PLANNED)


def test_the_menu_asks_for_a_domain(qtbot: QtBot, room: Room, open_panel: Opener) -> None:
    panel = open_panel(room.add("Write"))
    asked: list[str] = []
    panel.asked.connect(asked.append)
    _choose(qtbot, panel, "Move to a domain")
    assert asked == ["domain"]
