"""A task's panel on a real store."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import QApplication, QHBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from orchestrator_desktop.domain.changes import Kind
from orchestrator_desktop.domain.ids import ProviderId, SpecialistId, TaskId
from orchestrator_desktop.operations import roster
from orchestrator_desktop.ui.delegation.panel import TaskPanel
from tests.ui.delegation.sending import Acme
from tests.ui.desk import Room
from tests.ui.windows import end


@pytest.fixture
def open_panel(qtbot: QtBot, room: Room) -> Iterator[Callable[[TaskId], TaskPanel]]:
    """Opens the panel of a task in a window, as wide as the design's."""
    windows: list[QWidget] = []

    def opened(task_id: TaskId) -> TaskPanel:
        window = QWidget()
        windows.append(window)
        panel = TaskPanel(room.services, window)
        row = QHBoxLayout(window)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(panel)
        window.resize(528, 800)
        panel.show_task(task_id)
        window.show()
        window.activateWindow()
        qtbot.waitUntil(window.isActiveWindow)
        return panel

    yield opened
    end(windows)


@pytest.fixture
def acme(room: Room) -> Acme:
    added = room.desk.do(
        roster.add_provider, name="Acme", dialect="openai-chat", base_url="https://api.acme.test/v1", model="big-1"
    )
    made = Acme(room, ProviderId(added.first(Kind.PROVIDER)), SpecialistId(added.first(Kind.SPECIALIST)))
    made.price()
    return made


@pytest.fixture
def mailed(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The links that a mail program was asked to open; none is really started."""
    found: list[str] = []

    def opened(url: QUrl) -> bool:
        found.append(url.toEncoded().data().decode())
        return True

    monkeypatch.setattr(QDesktopServices, "openUrl", staticmethod(opened))
    return found


@pytest.fixture
def clipboard(qapp: QApplication) -> Iterator[None]:
    """An empty clipboard, before and after."""
    QGuiApplication.clipboard().clear()
    yield
    QGuiApplication.clipboard().clear()
