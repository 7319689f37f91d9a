"""Domains in the sidebar: renamed and removed by its menu, undone like anything else."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, Qt
from pytestqt.qtbot import QtBot

from orchestrator_desktop.domain.changes import Kind
from orchestrator_desktop.domain.ids import DomainId, FilterId, TaskId
from orchestrator_desktop.domain.task import Stage, Task
from orchestrator_desktop.operations import roster
from orchestrator_desktop.operations.filters import save_filter
from orchestrator_desktop.store import delegates, tasks
from orchestrator_desktop.ui.navigator import Screen, Target
from orchestrator_desktop.ui.shell.places_view import PlacesView
from orchestrator_desktop.ui.shell.sidebar import Sidebar
from orchestrator_desktop.ui.widgets.popup_menu import PopupMenu
from orchestrator_desktop.ui.widgets.text_edit import LineField
from tests.ui.desk import Room
from tests.ui.windows import end


@pytest.fixture
def sidebar(room: Room, qtbot: QtBot) -> Iterator[Sidebar]:
    made = Sidebar(room.services)
    made.resize(224, 800)
    made.show()
    yield made
    end([made])


def _menu(sidebar: Sidebar, domain_id: DomainId) -> PopupMenu:
    view = sidebar.findChildren(PlacesView)[0]
    view.menu_wanted.emit(Target(Screen.DOMAIN, domain_id=domain_id), QPoint(10, 10))
    return sidebar.findChildren(PopupMenu)[-1]


def _domain(room: Room, name: str) -> DomainId:
    return DomainId(room.desk.do(roster.add_domain, name=name).first(Kind.DOMAIN))


def test_a_domain_is_renamed(qtbot: QtBot, room: Room, sidebar: Sidebar) -> None:
    domain_id = _domain(room, "Marketing")
    qtbot.waitUntil(lambda: sidebar.place_name(Target(Screen.DOMAIN, domain_id=domain_id)) == "Marketing")
    _menu(sidebar, domain_id).rows()[0].click()
    field = sidebar.findChildren(LineField)[0]
    assert field.text() == "Marketing"
    field.setText("Communication")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: delegates.domain_names(room.store) == ["Communication"])


def test_a_domain_is_removed_and_its_tasks_stay(qtbot: QtBot, room: Room, sidebar: Sidebar) -> None:
    domain_id = _domain(room, "Marketing")
    task_id = room.add("Letter", domain="Marketing")
    room.services.navigator.current = Target(Screen.DOMAIN, domain_id=domain_id)
    _menu(sidebar, domain_id).rows()[1].click()
    qtbot.waitUntil(lambda: bool(room.went) and room.went[-1].screen is Screen.INBOX)
    task = tasks.get(room.store, task_id)
    assert task is not None
    assert task.domain is None
    room.services.acts.undo()
    qtbot.waitUntil(lambda: delegates.domain_names(room.store) == ["Marketing"])


def test_a_filter_stands_under_the_domains_and_is_renamed_and_removed(
    qtbot: QtBot, room: Room, sidebar: Sidebar
) -> None:
    saved = FilterId(room.desk.do(save_filter, name="Calls", query="call is:open").first(Kind.SAVED_FILTER))
    target = Target(Screen.FILTER, filter_id=saved)
    qtbot.waitUntil(lambda: sidebar.place_name(target) == "Calls")
    view = sidebar.findChildren(PlacesView)[0]
    view.menu_wanted.emit(target, QPoint(10, 10))
    sidebar.findChildren(PopupMenu)[-1].rows()[0].click()
    field = sidebar.findChildren(LineField)[0]
    assert field.text() == "Calls"
    field.setText("Phone")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: sidebar.place_name(target) == "Phone")
    room.services.navigator.current = target
    view.menu_wanted.emit(target, QPoint(10, 10))
    sidebar.findChildren(PopupMenu)[-1].rows()[1].click()
    qtbot.waitUntil(lambda: bool(room.went) and room.went[-1].screen is Screen.INBOX)
    qtbot.waitUntil(lambda: sidebar.place_name(target) == "")


def _put_on(sidebar: Sidebar, ids: list[TaskId], target: Target) -> bool:
    view = sidebar.findChildren(PlacesView)[0]
    row = view.places.row_of(target)
    assert row is not None
    middle = view.visualRect(view.places.line(row)).center()
    may = view.tasks_over(ids, middle)
    view.tasks_put(ids, middle)
    return may


def test_tasks_put_on_places(qtbot: QtBot, room: Room, sidebar: Sidebar) -> None:
    domain_id = _domain(room, "Marketing")
    qtbot.waitUntil(lambda: sidebar.place_name(Target(Screen.DOMAIN, domain_id=domain_id)) == "Marketing")
    ids = [room.add("One"), room.add("Two")]

    def seen() -> list[Task]:
        return [task for task_id in ids if (task := tasks.get(room.store, task_id)) is not None]

    assert _put_on(sidebar, ids, Target(Screen.DOMAIN, domain_id=domain_id))
    qtbot.waitUntil(lambda: [task.domain for task in seen()] == ["Marketing", "Marketing"])
    assert _put_on(sidebar, ids, Target(Screen.TODAY))
    qtbot.waitUntil(lambda: all(task.chosen_on == room.services.today() for task in seen()))
    assert not _put_on(sidebar, ids, Target(Screen.REVIEW))
    assert _put_on(sidebar, ids, Target(Screen.DONE))
    qtbot.waitUntil(lambda: {task.stage for task in seen()} == {Stage.DONE})
