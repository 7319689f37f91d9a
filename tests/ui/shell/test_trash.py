"""The trash gives up what it has kept for 30 days, when the window starts and when a day begins."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta

from pytestqt.qtbot import QtBot

from orchestrator_desktop.operations import stages
from orchestrator_desktop.store import tasks
from orchestrator_desktop.ui.shell.window import Window
from tests.ui.desk import Room

Opener = Callable[[], Window]


def test_old_trash_goes_when_a_day_begins(qtbot: QtBot, room: Room, open_window: Opener, clock: list[datetime]) -> None:
    dropped, kept = room.add("Dropped"), room.add("Kept")
    room.desk.do(stages.drop, task_ids=[dropped])
    window = open_window()
    clock.append(clock[-1] + timedelta(days=29))
    window.late.tick()
    room.desk.do(lambda _store: None)
    assert tasks.get(room.store, dropped) is not None
    clock.append(clock[-1] + timedelta(days=2))
    window.late.tick()
    qtbot.waitUntil(lambda: tasks.get(room.store, dropped) is None)
    assert tasks.get(room.store, kept) is not None
