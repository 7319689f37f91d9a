"""The window on a real store, with the real pages of the lists."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QPushButton, QVBoxLayout
from pytestqt.qtbot import QtBot

from orchestrator_desktop.ui.inbox.page import TasksPage
from orchestrator_desktop.ui.navigator import Screen, Target
from orchestrator_desktop.ui.page import Page
from orchestrator_desktop.ui.services import Services
from orchestrator_desktop.ui.shell.window import Factory, Window
from tests.ui.desk import Room, open_room
from tests.ui.windows import end


class OtherPage(Page):
    """A screen that is no list."""

    def __init__(self, services: Services) -> None:
        super().__init__(services)
        self.opened: list[Target] = []
        QVBoxLayout(self).addWidget(QPushButton("Act"))

    def open(self, target: Target) -> None:
        self.opened.append(target)

    def refresh(self, changes: object) -> None:
        del changes


def _other(services: Services) -> Page:
    return OtherPage(services)


_LISTS = (Screen.TODAY, Screen.INBOX, Screen.WAITING, Screen.DONE, Screen.DOMAIN, Screen.FILTER)
_FACTORIES: dict[Screen, Factory] = {screen: TasksPage if screen in _LISTS else _other for screen in Screen}


@pytest.fixture
def clock() -> list[datetime]:
    """What time it is: the last entry."""
    return [datetime.now(UTC).astimezone()]


@pytest.fixture
def room(qapp: QApplication, tmp_path: Path, clock: list[datetime]) -> Iterator[Room]:
    """An empty store with its services, in English, under the clock of the test."""
    made = open_room(qapp, tmp_path, now=lambda: clock[-1])
    yield made
    made.services.languages.use("en")
    made.close()


@pytest.fixture
def open_window(qtbot: QtBot, room: Room) -> Iterator[Callable[[], Window]]:
    """Opens the window on what the room holds by then."""
    windows: list[Window] = []

    def opened() -> Window:
        window = Window(room.services, _FACTORIES)
        windows.append(window)
        window.start()
        window.show()
        window.activateWindow()
        qtbot.waitUntil(window.isActiveWindow)
        return window

    yield opened
    end(windows)
