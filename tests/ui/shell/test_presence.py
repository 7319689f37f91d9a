"""What is in sight: the window, the quick-add line, the icon in the tray, and when all of it ends."""

from __future__ import annotations

import os
from collections.abc import Iterator

import pytest
import shiboken6
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from orchestrator_desktop.operations.settings import set_setting
from orchestrator_desktop.system.single import QUICK_ADD, SHOW, Request
from orchestrator_desktop.ui import preferences
from orchestrator_desktop.ui.inbox.capture_line import CaptureLine
from orchestrator_desktop.ui.navigator import Screen
from orchestrator_desktop.ui.shell.presence import Presence
from orchestrator_desktop.ui.shell.tray import Tray
from orchestrator_desktop.ui.shell.window import Window
from tests.ui.desk import Room
from tests.ui.shell.conftest import _FACTORIES
from tests.ui.windows import end

pytestmark = pytest.mark.qt_log_ignore("does not support raise", "systemTrayWindowChanged", extend=True)


class Session:
    """A presence and whether it has ended."""

    def __init__(self, room: Room, bot: QtBot) -> None:
        self.room, self.bot = room, bot
        self.ended = 0
        self.presence = Presence(room.services, lambda: Window(room.services, _FACTORIES), self._end)

    def _end(self) -> None:
        self.ended += 1

    def window(self) -> Window:
        window = self.presence.show_window()
        self.bot.waitUntil(window.isActiveWindow)
        return window

    def write(self, text: str, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        assert self.presence.quick is not None
        self.bot.waitUntil(self.presence.quick.isActiveWindow)
        line = self.presence.quick.findChildren(CaptureLine)[0]
        self.bot.keyClicks(line, text)
        self.bot.keyClick(line, Qt.Key.Key_Return, held)


@pytest.fixture
def session(room: Room, qtbot: QtBot) -> Iterator[Session]:
    made = Session(room, qtbot)
    yield made
    end([widget for widget in (made.presence.quick, made.presence.window) if widget is not None])
    shiboken6.delete(made.presence)  # and what it was about to do
    QGuiApplication.setQuitOnLastWindowClosed(True)


@pytest.fixture
def in_a_tray(monkeypatch: pytest.MonkeyPatch, session: Session) -> Session:
    """The desktop has a tray, and the user wants the icon there."""
    monkeypatch.setattr(Tray, "there", staticmethod(lambda: True))
    session.room.desk.do(set_setting, key=preferences.TRAY, value=True)
    return session


def test_the_line_alone_ends_with_the_task(session: Session) -> None:
    session.presence.quick_add("Ring")
    session.write(" Nora")
    session.bot.waitUntil(lambda: session.ended == 1)
    assert session.presence.window is None
    assert session.room.store.value("SELECT title FROM task") == "Ring Nora"


def test_the_line_alone_ends_with_esc(session: Session) -> None:
    session.presence.quick_add()
    assert session.presence.quick is not None
    session.presence.quick.close()
    session.bot.waitUntil(lambda: session.ended == 1)


def test_opened_from_the_line_the_window_stays(session: Session) -> None:
    session.presence.quick_add()
    session.write("Ring Nora", Qt.KeyboardModifier.ControlModifier)
    session.bot.waitUntil(lambda: session.presence.window is not None)
    task_id = session.room.store.value("SELECT id FROM task")
    session.bot.waitUntil(lambda: bool(session.room.went))
    assert (session.room.went[-1].screen, session.room.went[-1].task_id) == (Screen.INBOX, task_id)
    assert session.ended == 0


def test_beside_the_window_the_line_ends_nothing(session: Session) -> None:
    window = session.window()
    session.presence.quick_add()
    session.write("Ring Nora")
    session.bot.waitUntil(lambda: session.room.said == ["Added."])
    assert window.isVisible()
    assert session.ended == 0


def test_a_later_start_brings_the_window_or_the_line(session: Session) -> None:
    session.room.add("One")
    window = session.window()
    window.showMinimized()
    session.presence.obey(Request(SHOW))
    assert not window.isMinimized()
    session.presence.obey(Request(QUICK_ADD, "Ring Nora"))
    assert session.presence.quick is not None
    assert session.presence.quick.capture.text == "Ring Nora"


def test_the_leave_to_take_the_focus_is_handed_to_qt(session: Session, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_ACTIVATION_TOKEN", "")
    session.presence.obey(Request(QUICK_ADD, "", "leave-1"))
    assert os.environ["XDG_ACTIVATION_TOKEN"] == "leave-1"


def test_quick_add_is_an_act_of_the_window(session: Session) -> None:
    session.window()
    (act,) = [one for one in session.room.services.shortcuts.known if one.name == "Quick add"]
    assert act.possible()
    act.act()
    assert session.presence.quick is not None and session.presence.quick.isVisible()


def test_closing_the_window_ends_it(session: Session) -> None:
    session.window().close()
    session.bot.waitUntil(lambda: session.ended == 1)


def test_with_an_icon_in_the_tray_it_goes_on(in_a_tray: Session) -> None:
    window = in_a_tray.window()
    assert in_a_tray.presence.tray is not None and in_a_tray.presence.tray.shown
    assert not QGuiApplication.quitOnLastWindowClosed()
    window.close()
    assert not window.isVisible()
    in_a_tray.presence.tray.opened.emit()
    assert window.isVisible()
    in_a_tray.presence.tray.quit.emit()
    in_a_tray.bot.waitUntil(lambda: in_a_tray.ended == 1)


def test_ctrl_q_quits_all_the_same(in_a_tray: Session) -> None:
    window = in_a_tray.window()
    focus = QApplication.focusWidget() or window
    in_a_tray.bot.keyClick(focus, Qt.Key.Key_Q, Qt.KeyboardModifier.ControlModifier)
    in_a_tray.bot.waitUntil(lambda: in_a_tray.ended == 1)


def test_the_setting_acts_at_once(session: Session, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Tray, "there", staticmethod(lambda: True))
    session.window()
    assert session.presence.tray is None
    preferences.change(session.room.services, preferences.TRAY, True)
    session.bot.waitUntil(lambda: session.presence.tray is not None and session.presence.tray.shown)
    preferences.change(session.room.services, preferences.TRAY, False)
    session.bot.waitUntil(lambda: session.presence.tray is not None and not session.presence.tray.shown)
    assert QGuiApplication.quitOnLastWindowClosed()


def test_where_no_tray_is_closing_ends_it(session: Session, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Tray, "there", staticmethod(lambda: False))
    session.room.desk.do(set_setting, key=preferences.TRAY, value=True)
    session.window().close()
    session.bot.waitUntil(lambda: session.ended == 1)


def test_the_menu_of_the_icon(in_a_tray: Session) -> None:
    in_a_tray.window()
    tray = in_a_tray.presence.tray
    assert tray is not None
    assert [act.text() for act in tray.menu.actions()] == ["Quick add…", "Open Orchestrator", "Quit"]
    tray.menu.actions()[0].trigger()
    assert in_a_tray.presence.quick is not None and in_a_tray.presence.quick.isVisible()
