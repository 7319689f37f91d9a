"""What the threads say reaches the window in order, and in as few turns as it has."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication
from pytestqt.qtbot import QtBot

from orchestrator_desktop.domain.changes import Changes, Kind
from orchestrator_desktop.domain.ids import AttemptId, StepId
from orchestrator_desktop.engine.notices import Chunk
from orchestrator_desktop.ui.bridge import Bridge
from tests.ui.threads import in_thread


def _heard(bridge: Bridge) -> list[tuple[Changes, str]]:
    told: list[tuple[Changes, str]] = []
    bridge.changed.connect(lambda changes, origin: told.append((changes, origin)))
    return told


def test_what_came_meanwhile_is_told_in_one(qtbot: QtBot) -> None:
    bridge = Bridge()
    told = _heard(bridge)

    def write() -> None:
        for number in (1, 2, 2, 3):
            bridge.on_changes(Changes({Kind.ATTEMPT: (number,), Kind.RESULT: (number * 10,)}), "engine")

    in_thread(write)
    assert not told
    QCoreApplication.processEvents()
    assert told == [(Changes({Kind.ATTEMPT: (1, 2, 3), Kind.RESULT: (10, 20, 30)}), "engine")]


def test_acts_others_and_strangers_are_told_each_and_in_order(qtbot: QtBot) -> None:
    bridge = Bridge()
    told = _heard(bridge)
    plain, act = Changes({Kind.TASK: (1,)}), Changes({Kind.TASK: (2,)}, name="Complete", step=StepId(7))
    said = [
        (plain, "engine"),
        (act, "engine"),
        (plain, "engine"),
        (plain, ""),
        (Changes(outside=True), ""),
        (plain, ""),
    ]
    in_thread(lambda: [bridge.on_changes(changes, origin) for changes, origin in said])
    QCoreApplication.processEvents()
    assert told == said


def test_only_who_is_listened_to_is_heard(qtbot: QtBot) -> None:
    bridge = Bridge()
    heard: list[str] = []
    bridge.chunk.connect(lambda chunk: heard.append(chunk.text))
    bridge.on_chunk(Chunk(AttemptId(1), 0, "nobody", ""))
    bridge.listened_to = AttemptId(1)
    bridge.on_chunk(Chunk(AttemptId(1), 0, "one", ""))
    bridge.on_chunk(Chunk(AttemptId(2), 0, "two", ""))
    assert heard == ["one"]


def test_what_is_run_soon_is_never_run_at_once_and_in_order(qtbot: QtBot) -> None:
    bridge = Bridge()
    ran: list[str] = []
    bridge.in_window(lambda: ran.append("asked here"))
    in_thread(lambda: bridge.in_window(lambda: ran.append("asked elsewhere")))
    assert not ran
    QCoreApplication.processEvents()
    assert ran == ["asked here", "asked elsewhere"]
