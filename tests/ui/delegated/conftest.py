"""The Delegated page on a real store."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from orchestrator_desktop.ui.delegated.page import DelegatedPage
from tests.ui.delegated.scene import Scene
from tests.ui.desk import Room


@pytest.fixture
def page(room: Room, qtbot: QtBot) -> Iterator[DelegatedPage]:
    """As large as the design's, empty, with the focus."""
    made = DelegatedPage(room.services)
    qtbot.addWidget(made)
    made.resize(1056, 800)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    yield made


@pytest.fixture
def scene(room: Room) -> Scene:
    return Scene(room)
