"""What of Orchestrator is in sight: the window, the quick-add line, the icon in the tray; and what brings each up."""

from __future__ import annotations

import os
from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from orchestrator_desktop.domain.changes import Changes, Kind
from orchestrator_desktop.domain.errors import QT_TRANSLATE_NOOP
from orchestrator_desktop.domain.ids import TaskId
from orchestrator_desktop.store import days
from orchestrator_desktop.system.single import QUICK_ADD, Request
from orchestrator_desktop.ui import preferences
from orchestrator_desktop.ui.navigator import Screen
from orchestrator_desktop.ui.quick_add.window import QuickAdd
from orchestrator_desktop.ui.services import Services

if TYPE_CHECKING:
    from orchestrator_desktop.ui.shell.tray import Tray
    from orchestrator_desktop.ui.shell.window import Window


class Presence(QObject):
    """One for the process. `make_window` makes the window, not shown yet; `end` ends the process.

    Started for the quick-add line alone, it ends with that, unless the window was wanted meanwhile."""

    def __init__(self, services: Services, make_window: Callable[[], Window], end: Callable[[], object]) -> None:
        super().__init__(services.bridge)
        self._services = services
        self._make_window = make_window
        self._end = end
        self._window: Window | None = None
        self._quick: QuickAdd | None = None
        self._tray: Tray | None = None
        services.bridge.changed.connect(self._heard)

    @property
    def window(self) -> Window | None:
        return self._window

    @property
    def quick(self) -> QuickAdd | None:
        return self._quick

    @property
    def tray(self) -> Tray | None:
        return self._tray

    def obey(self, wanted: Request) -> None:
        """Do what a later start asks for."""
        if wanted.act == QUICK_ADD:
            self.quick_add(wanted.text, token=wanted.token)
        else:
            self.show_window(token=wanted.token)

    def show_window(self, *, token: str = "") -> Window:
        """The window, in front; made where it was not there yet."""
        if self._window is None:
            self._window = window = self._make_window()
            window.stays = self._stays
            window.closed.connect(self._closed)
            name = QT_TRANSLATE_NOOP("shortcuts", "Quick add")
            self._services.shortcuts.offer(
                window, self.quick_add, where="Everywhere", name=name, anywhere=True, icon="plus"
            )
            window.start()
            self._follow_setting()
        _to_front(self._window, token)
        return self._window

    def quick_add(self, text: str = "", *, token: str = "") -> None:
        """The quick-add line, in front, with `text` or with what was left in it."""
        if self._quick is None:
            self._quick = QuickAdd(self._services)
            self._quick.setAttribute(Qt.WidgetAttribute.WA_QuitOnClose, False)
            self._quick.added.connect(self._added)
            self._quick.left.connect(self._left)
        _use_token(token)
        self._quick.appear(text)

    def quit(self) -> None:
        """End, as if the window were closed without an icon in the tray."""
        if self._window is not None:
            self._window.leave()
        else:
            self._end()

    def _closed(self) -> None:
        # A turn later: Qt is in the midst of closing it.
        QTimer.singleShot(0, self, self._end)

    def _added(self, task_id: TaskId, open_it: bool) -> None:
        if open_it:
            self.show_window()
            self._services.navigator.go(Screen.INBOX, task_id=task_id)

    def _left(self) -> None:
        # A turn later: the task that was added may be wanted in the window.
        QTimer.singleShot(0, self, self._end_if_alone)

    def _end_if_alone(self) -> None:
        if self._window is None and not (self._quick and self._quick.isVisible()):
            self._end()

    # the tray

    def _stays(self) -> bool:
        """Whether closing the window leaves Orchestrator running: the icon must be there to come back."""
        return self._tray is not None and self._tray.shown

    def _heard(self, changes: Changes, _origin: str) -> None:
        if self._window is not None and (changes.outside or changes.touches(Kind.SETTING)):
            self._follow_setting()

    def _follow_setting(self) -> None:
        on = bool(days.setting(self._services.store, preferences.TRAY, False))
        if on and self._tray is None:
            from orchestrator_desktop.ui.shell.tray import Tray  # most have none

            self._tray = Tray(self._services.languages, self)
            self._tray.quick_add.connect(self.quick_add)
            self._tray.opened.connect(self.show_window)
            self._tray.quit.connect(self.quit)
        if self._tray is not None:
            self._tray.show_icon(on)
        QGuiApplication.setQuitOnLastWindowClosed(not self._stays())


def _to_front(window: QWidget, token: str) -> None:
    _use_token(token)
    if window.isVisible():
        window.setWindowState(window.windowState() & ~Qt.WindowState.WindowMinimized)
        window.raise_()
    window.show()
    window.activateWindow()


def _use_token(token: str) -> None:
    """Give Qt the desktop's leave to take the focus: under Wayland it looks for it here when a window asks."""
    if token:
        os.environ["XDG_ACTIVATION_TOKEN"] = token
