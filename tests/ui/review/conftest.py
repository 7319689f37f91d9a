"""The review page on a real store."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from pytestqt.qtbot import QtBot

from orchestrator_desktop.ui.navigator import Screen, Target
from orchestrator_desktop.ui.review.page import ReviewPage
from tests.ui.desk import Room


@pytest.fixture
def open_page(qtbot: QtBot, room: Room) -> Callable[[], ReviewPage]:
    """Opens the page on what the room holds by then, as large as the design's."""

    def opened() -> ReviewPage:
        page = ReviewPage(room.services)
        qtbot.addWidget(page)
        page.resize(1056, 800)
        page.open(Target(Screen.REVIEW))
        page.show()
        page.activateWindow()
        qtbot.waitUntil(page.isActiveWindow)
        return page

    return opened
