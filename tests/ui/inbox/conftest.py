"""The page of the lists on a real store."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from pytestqt.qtbot import QtBot

from orchestrator_desktop.domain.ids import DomainId
from orchestrator_desktop.ui.inbox.page import TasksPage
from orchestrator_desktop.ui.navigator import Screen, Target
from tests.ui.desk import Room
from tests.ui.windows import end

Opener = Callable[..., TasksPage]


@pytest.fixture
def open_page(qtbot: QtBot, room: Room) -> Iterator[Opener]:
    """Opens a list on what the room holds by then, as large as the design's; the list has the focus."""
    pages: list[TasksPage] = []

    def opened(screen: Screen = Screen.INBOX, *, domain_id: DomainId | None = None, width: int = 1056) -> TasksPage:
        page = TasksPage(room.services)
        pages.append(page)
        page.resize(width, 800)
        page.show()
        page.open(Target(screen, domain_id))
        page.activateWindow()
        qtbot.waitUntil(page.isActiveWindow)
        page.setFocus()
        return page

    yield opened
    end(pages)
