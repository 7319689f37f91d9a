"""The window: the sidebar, one page at a time beside it, toasts over both."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from typing import cast

from PySide6.QtCore import QByteArray, QEvent, QTimer, Signal
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QWidget

from orchestrator_desktop.domain.errors import QT_TRANSLATE_NOOP
from orchestrator_desktop.domain.ids import StepId
from orchestrator_desktop.operations.settings import set_setting
from orchestrator_desktop.store import days, tasks
from orchestrator_desktop.ui.navigator import Screen, Target
from orchestrator_desktop.ui.page import Page
from orchestrator_desktop.ui.services import Services
from orchestrator_desktop.ui.shell.sidebar import Sidebar
from orchestrator_desktop.ui.widgets.toast import Toast

GEOMETRY = "window.geometry"

Factory = Callable[[Services], Page]

_EVERYWHERE = QT_TRANSLATE_NOOP("shortcuts", "Everywhere")
_GO_TO = QT_TRANSLATE_NOOP("shortcuts", "Go to")

_GO_KEYS = {
    Screen.TODAY: ("G, T", QT_TRANSLATE_NOOP("shortcuts", "Today")),
    Screen.INBOX: ("G, I", QT_TRANSLATE_NOOP("shortcuts", "Inbox")),
    Screen.DELEGATED: ("G, D", QT_TRANSLATE_NOOP("shortcuts", "Delegated")),
    Screen.REVIEW: ("G, R", QT_TRANSLATE_NOOP("shortcuts", "Review")),
    Screen.WAITING: ("G, W", QT_TRANSLATE_NOOP("shortcuts", "Waiting for people")),
    Screen.DONE: ("G, F", QT_TRANSLATE_NOOP("shortcuts", "Done")),
    Screen.REFLECTION: ("G, E", QT_TRANSLATE_NOOP("shortcuts", "Reflection")),
}


class Window(QWidget):
    """Builds pages on first use by the factories it is given; screens may share one page."""

    closed = Signal()

    def __init__(self, services: Services, factories: Mapping[Screen, Factory]) -> None:
        super().__init__()
        self._services = services
        self._factories = factories
        self._pages: dict[Factory, Page] = {}
        self._build()
        self._connect()
        self._bind()
        self._restore()

    def _build(self) -> None:
        self.setMinimumSize(1024, 640)
        self._sidebar = Sidebar(self._services)
        self._stack = QStackedWidget()
        self._toast = Toast(self._services.theme, self._stack)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self._sidebar)
        row.addWidget(self._stack, 1)
        self.setWindowTitle("Orchestrator")

    def _connect(self) -> None:
        self._services.navigator.wanted.connect(self.show_target)
        self._services.acts.said.connect(self._say)
        self._toast.undone.connect(self._undo)

    def _bind(self) -> None:
        keys = self._services.shortcuts
        for screen, (sequence, name) in _GO_KEYS.items():
            keys.bind(self, [sequence], partial(self.show_screen, screen), where=_GO_TO, name=name, anywhere=True)
        settings = QT_TRANSLATE_NOOP("shortcuts", "Settings")
        keys.bind(
            self,
            ["Ctrl+,"],
            partial(self.show_screen, Screen.SETTINGS),
            where=_EVERYWHERE,
            name=settings,
            anywhere=True,
        )
        undo = QT_TRANSLATE_NOOP("shortcuts", "Undo the last decision")
        keys.bind(self, ["Ctrl+Z"], self._undo, where=_EVERYWHERE, name=undo, anywhere=True)

    def start(self) -> None:
        """Go to the first screen: the inbox, or the first start while no task was ever written."""
        empty = not tasks.any_task(self._services.store)
        self.show_target(Target(Screen.FIRST_START if empty else Screen.INBOX))

    def show_target(self, target: Target) -> None:
        page = self._page(target.screen)
        shown = Target(Screen.INBOX) if target.screen is Screen.FIRST_START else target
        self._sidebar.show_target(Target(shown.screen, shown.domain_id))
        self._services.navigator.current = target
        page.open(target)
        self._stack.setCurrentWidget(page)

    def show_screen(self, screen: Screen) -> None:
        self.show_target(Target(screen))

    @property
    def page(self) -> QWidget:
        """The page shown now."""
        return self._stack.currentWidget() or self

    def _page(self, screen: Screen) -> Page:
        factory = self._factories[screen]
        if factory not in self._pages:
            page = factory(self._services)
            self._pages[factory] = page
            self._stack.addWidget(page)
        return self._pages[factory]

    def _say(self, message: str, step: object) -> None:
        self._toast.show_message(message, undo=step)

    def _undo(self, step: object = None) -> None:
        self._services.acts.undo(cast("StepId | None", step))

    def _restore(self) -> None:
        saved = days.setting(self._services.store, GEOMETRY)
        if not (saved and self.restoreGeometry(QByteArray.fromBase64(saved.encode()))):
            self.resize(1280, 800)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.ActivationChange and self.isActiveWindow():
            # The day may have changed while the window was away.
            QTimer.singleShot(0, self._sidebar.reload)
        super().changeEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        geometry = bytes(self.saveGeometry().toBase64().data()).decode()
        self._services.acts.run(set_setting, key=GEOMETRY, value=geometry)
        self.closed.emit()
        super().closeEvent(event)
