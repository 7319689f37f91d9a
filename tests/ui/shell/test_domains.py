"""Domains in the sidebar: renamed and removed by its menu, undone like anything else."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, Qt
from pytestqt.qtbot import QtBot

from orchestrator_desktop.domain.changes import Kind
from orchestrator_desktop.domain.ids import DomainId
from orchestrator_desktop.operations import roster
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
    sidebar.show_target(Target(Screen.DOMAIN, domain_id=domain_id))
    _menu(sidebar, domain_id).rows()[1].click()
    qtbot.waitUntil(lambda: bool(room.went) and room.went[-1].screen is Screen.INBOX)
    task = tasks.get(room.store, task_id)
    assert task is not None
    assert task.domain is None
    room.services.acts.undo()
    qtbot.waitUntil(lambda: delegates.domain_names(room.store) == ["Marketing"])
