"""The panel beside the list is made after the list is in sight, and nothing that is done before is lost."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from pytestqt.qtbot import QtBot

from orchestrator_desktop.ui.delegation.panel import TaskPanel
from orchestrator_desktop.ui.inbox.page import TasksPage
from orchestrator_desktop.ui.navigator import Screen, Target
from tests.ui.desk import Room
from tests.ui.windows import end

WIDE, NARROW = 1056, 800


def _panels(page: TasksPage) -> list[TaskPanel]:
    return page.findChildren(TaskPanel)


@pytest.mark.parametrize("width", [WIDE, NARROW])
def test_it_comes_by_itself_with_the_task_that_is_current_by_then(qtbot: QtBot, room: Room, width: int) -> None:
    first, second = room.add("One !1"), room.add("Two !2")
    page = TasksPage(room.services)
    page.resize(width, 800)
    page.open(Target(Screen.INBOX))
    assert page.subject() == first
    page.body.show_current(second)
    assert not _panels(page)
    page.show()
    qtbot.waitUntil(lambda: bool(_panels(page)))
    assert _panels(page)[0].task_id == page.subject() == second
    assert _panels(page)[0].isVisibleTo(page) is (width == WIDE)
    end([page])


def _brief(page: TasksPage) -> None:
    act = next(one.act for one in page.services.shortcuts.known if one.name == "Brief and delegate")
    act()


def _write_title(page: TasksPage) -> None:
    page.body.opened.emit()


@pytest.mark.parametrize("act", [_brief, _write_title])
def test_what_needs_it_before_has_it_at_once(room: Room, act: Callable[[TasksPage], None]) -> None:
    task_id = room.add("One")
    page = TasksPage(room.services)
    page.resize(WIDE, 800)
    page.open(Target(Screen.INBOX))
    page.show()
    act(page)
    (panel,) = _panels(page)
    assert panel.task_id == task_id
    field = panel.form.objective if act is _brief else panel.head.title
    window = page.window()
    assert window.focusWidget() is not None
    assert field is window.focusWidget() or field.isAncestorOf(window.focusWidget())
    end([page])


def test_its_acts_are_known_to_whoever_lists_them(room: Room) -> None:
    room.add("One")
    page = TasksPage(room.services)
    make = page.unmade()
    assert make is not None
    make()
    assert page.unmade() is None
    assert "Add context" in {one.name for one in room.services.shortcuts.known}
    end([page])
