"""Closing the window while answers are on their way, with the real engine and a provider that takes its time."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from orchestrator_desktop.domain.attempts import AttemptState
from orchestrator_desktop.domain.changes import Kind
from orchestrator_desktop.domain.ids import DelegationId
from orchestrator_desktop.operations import delegations, roster
from orchestrator_desktop.operations.settings import set_setting
from orchestrator_desktop.store import days
from orchestrator_desktop.store import delegations as reading
from orchestrator_desktop.ui.shell.quitting import QUIT_WITH_WORK, QuitSheet
from orchestrator_desktop.ui.shell.window import Window
from orchestrator_desktop.ui.widgets.label import Label
from tests.fakes.answers import openai_chat
from tests.fakes.replay import ReplayServer
from tests.ui.desk import Room

Opener = Callable[[], Window]


@pytest.fixture
def server() -> Iterator[ReplayServer]:
    with ReplayServer() as server:
        server.always(openai_chat("Half of it", finish=None, usage=False, done=False).hung())
        yield server


@pytest.fixture
def work(qtbot: QtBot, room: Room, server: ReplayServer) -> DelegationId:
    """A delegation whose answer has begun and does not end."""
    added = room.desk.do(roster.add_provider, name="Acme", dialect="openai-chat", base_url=server.openai_url, model="m")
    changes = room.desk.do(delegations.delegate, task_id=room.add("One"), specialist_id=added.first(Kind.SPECIALIST))
    delegation_id = DelegationId(changes.of(Kind.DELEGATION)[-1])
    room.desk.start_engine()
    qtbot.waitUntil(lambda: _state(room, delegation_id) is AttemptState.STREAMING, timeout=20_000)
    return delegation_id


def _state(room: Room, delegation_id: DelegationId) -> AttemptState:
    attempt = reading.latest_attempt(room.store, delegation_id)
    assert attempt is not None
    return attempt.state


def _sheet(window: Window) -> QuitSheet:
    return next(sheet for sheet in window.findChildren(QuitSheet) if sheet.isVisible())


def _words(window: Window) -> str:
    return " ".join(label.text() for label in _sheet(window).findChildren(Label))


def test_without_work_it_closes_at_once(room: Room, open_window: Opener) -> None:
    room.desk.start_engine()
    window = open_window()
    assert window.close()


def test_with_work_it_asks_and_may_stay(qtbot: QtBot, room: Room, work: DelegationId, open_window: Opener) -> None:
    window = open_window()
    assert not window.close()
    assert "1 delegation" in _words(window)
    assert QApplication.focusWidget() is _sheet(window).stay
    qtbot.mouseClick(_sheet(window).stay, Qt.MouseButton.LeftButton)
    assert window.isVisible()
    assert _state(room, work) is AttemptState.STREAMING
    assert not window.close(), "asked again the next time"
    qtbot.keyClick(_sheet(window).stay, Qt.Key.Key_Escape)
    assert window.isVisible()


def test_ctrl_q_quits_with_the_same_question(qtbot: QtBot, room: Room, work: DelegationId, open_window: Opener) -> None:
    window = open_window()
    assert ("Ctrl+Q",) in {binding.keys for binding in room.services.shortcuts.bindings}
    qtbot.keyClick(window, Qt.Key.Key_Q, Qt.KeyboardModifier.ControlModifier)
    qtbot.mouseClick(_sheet(window).quit, Qt.MouseButton.LeftButton)
    assert not window.isVisible()


def test_asked_twice_there_is_one_question(room: Room, work: DelegationId, open_window: Opener) -> None:
    window = open_window()
    assert not window.close()
    assert not window.close()
    assert len([sheet for sheet in window.findChildren(QuitSheet) if sheet.isVisible()]) == 1


def test_quit_closes_and_keeps_what_has_arrived(
    qtbot: QtBot, room: Room, work: DelegationId, open_window: Opener
) -> None:
    window = open_window()
    window.close()
    qtbot.mouseClick(_sheet(window).quit, Qt.MouseButton.LeftButton)
    assert not window.isVisible()
    assert days.setting(room.store, QUIT_WITH_WORK) is None
    engine = room.desk.engine
    assert engine is not None
    engine.close()
    attempt = reading.latest_attempt(room.store, work)
    assert attempt is not None
    assert (attempt.state, attempt.text) == (AttemptState.INTERRUPTED, "Half of it")


def test_the_answer_is_remembered_where_that_is_wished(
    qtbot: QtBot, room: Room, work: DelegationId, open_window: Opener
) -> None:
    window = open_window()
    window.close()
    _sheet(window).remember.click()
    qtbot.mouseClick(_sheet(window).quit, Qt.MouseButton.LeftButton)
    room.desk.do(lambda store: None)
    assert days.setting(room.store, QUIT_WITH_WORK) == "quit"
    assert open_window().close()


def test_the_end_of_the_session_is_not_asked(room: Room, work: DelegationId, open_window: Opener) -> None:
    window = open_window()
    window.quitting.do_not_ask()
    assert window.close()


@pytest.mark.parametrize(
    ("row", "words"),
    [
        ({}, "What has arrived is kept."),
        ({"kind": "remote"}, "What has arrived is kept; the rest may be charged."),
        ({"kind": "remote", "remote_id": "resp_1"}, "on at Acme, to be read at the next start."),
    ],
)
def test_what_quitting_means_is_said(
    room: Room, work: DelegationId, open_window: Opener, row: dict[str, str], words: str
) -> None:
    def change(store: object) -> None:
        for name, value in row.items():
            table = "provider" if name == "kind" else "attempt"
            store.execute(f"UPDATE {table} SET {name} = ?", (value,))  # type: ignore[attr-defined]

    room.desk.do(change)
    window = open_window()
    window.close()
    assert words in _words(window)
    assert ("may be charged" in _words(window)) == ("may be charged" in words)


def test_work_of_another_process_is_not_asked_about(room: Room, open_window: Opener) -> None:
    room.claim(room.delegate(room.add("One")))
    room.desk.start_engine()
    assert open_window().close()
    room.desk.do(set_setting, key="unrelated", value=1)
