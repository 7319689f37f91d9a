"""A task's panel on a real store."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtWidgets import QHBoxLayout, QWidget
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
