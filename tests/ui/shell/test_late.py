"""What is late is said once when the window starts, once when a day begins, and stands in the sidebar."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from orchestrator_desktop.domain.changes import Kind
from orchestrator_desktop.domain.ids import DelegationId
from orchestrator_desktop.operations import delegations, people
from orchestrator_desktop.ui.navigator import Screen
from orchestrator_desktop.ui.shell.places_view import PlacesView
from orchestrator_desktop.ui.shell.window import Window
from orchestrator_desktop.ui.widgets.toast import Toast
from tests.ui.desk import Room

Opener = Callable[[], Window]


def _ask(room: Room, days: int) -> DelegationId:
    day = room.services.today() + timedelta(days=days)
    changes = room.desk.do(delegations.delegate_to_person, task_id=room.add("Mock-up"), name="Nora", follow_up=day)
    return DelegationId(changes.of(Kind.DELEGATION)[-1])


def _toast(window: Window) -> Toast:
    return window.findChildren(Toast)[0]


def _waiting(window: Window) -> tuple[str, str, str]:
    """How the row of Waiting is said, what its tooltip says, and what it warns of."""
    model = window.findChildren(PlacesView)[0].places
    row = next(r for r in range(model.rowCount()) if model.index(r, 0).data() == "Waiting for people")
    index = model.index(row, 0)
    spoken, tip = index.data(Qt.ItemDataRole.AccessibleTextRole), index.data(Qt.ItemDataRole.ToolTipRole)
    return str(spoken), str(tip or ""), model.items[row].warning


def test_late_answers_are_said_at_the_start_and_lead_to_waiting(qtbot: QtBot, room: Room, open_window: Opener) -> None:
    _ask(room, -1), _ask(room, -5), _ask(room, 0)
    window = open_window()
    toast = _toast(window)
    assert toast.isVisible()
    assert toast.message.startswith("2 answer")
    assert toast.undo_button.text() == "Show"
    qtbot.mouseClick(toast.undo_button, Qt.MouseButton.LeftButton)
    assert window.windowTitle() == "Waiting for people – Orchestrator"


def test_nothing_is_said_where_nothing_is_late(room: Room, open_window: Opener) -> None:
    _ask(room, 0)
    assert _toast(open_window()).isHidden()


def test_it_is_said_once_a_day(room: Room, open_window: Opener, clock: list[datetime]) -> None:
    _ask(room, -1)
    window = open_window()
    toast = _toast(window)
    toast.dismiss()
    window.late.look()
    window.late.tick()
    assert toast.isHidden()
    clock.append(clock[-1] + timedelta(days=1))
    window.late.tick()
    assert toast.isVisible()
    toast.dismiss()
    window.late.tick()
    assert toast.isHidden()


def test_who_looks_at_it_is_not_told(room: Room, open_window: Opener, clock: list[datetime]) -> None:
    _ask(room, 0)
    window = open_window()
    window.show_screen(Screen.WAITING)
    clock.append(clock[-1] + timedelta(days=1))
    window.late.tick()
    assert _toast(window).isHidden()


def test_the_count_in_the_sidebar_warns_as_long_as_something_is_late(
    qtbot: QtBot, room: Room, open_window: Opener, clock: list[datetime]
) -> None:
    delegation_id = _ask(room, 0)
    window = open_window()
    assert _waiting(window) == ("Waiting for people, 1", "", "")
    clock.append(clock[-1] + timedelta(days=1))
    window.late.tick()
    qtbot.waitUntil(lambda: _waiting(window) == ("Waiting for people, 1, 1 late", "1 late", "1 late"))
    room.desk.do(people.set_follow_up, delegation_id=delegation_id, day=room.services.today())
    qtbot.waitUntil(lambda: _waiting(window) == ("Waiting for people, 1", "", ""))
