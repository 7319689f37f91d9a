"""Wherever the window searches, days begin and dates are written as they are for the user."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from orchestrator_desktop.operations.settings import set_setting
from orchestrator_desktop.store.days import ROLLOVER
from orchestrator_desktop.store.places import Place
from orchestrator_desktop.ui.inbox.found_columns import first_pages
from orchestrator_desktop.ui.inbox.grouping import Query
from orchestrator_desktop.ui.inbox.model import TasksModel
from orchestrator_desktop.ui.palette.sources import task_entries
from orchestrator_desktop.ui.services import Services
from tests.ui.desk import open_room

NIGHT = datetime(2026, 3, 12, 1, 30).astimezone()
"""Wednesday still, where days begin at four."""


def _in_list(services: Services, text: str) -> list[str]:
    model = TasksModel(services.store)
    model.now = services.now
    model.show(Query(Place(), text), services.today())
    return [task.title for row in range(model.rowCount()) if (task := model.task(model.index(row)))]


def _in_palette(services: Services, text: str) -> list[str]:
    return [entry.title for entry in task_entries(services, text)]


def _in_columns(services: Services, text: str) -> list[str]:
    pages = first_pages(services.store, text, today=services.today(), now=services.now())
    return [one.task.title for ones, _more in pages.values() for one in ones]


SEARCHES = (_in_list, _in_palette, _in_columns)


@pytest.mark.parametrize("found", SEARCHES)
@pytest.mark.parametrize("text", ["due:today", "due:03/11"])
def test_a_day_is_the_users(
    qapp: QApplication,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    text: str,
    found: Callable[[Services, str], list[str]],
) -> None:
    monkeypatch.setenv("LC_ALL", "en_US.UTF-8")
    room = open_room(qapp, tmp_path)
    room.desk.do(set_setting, key=ROLLOVER, value=4)
    for day in (date(2026, 3, 11), date(2026, 3, 12), date(2026, 11, 3)):
        room.add(f"fair {day}", due=day)
    services = replace(room.services, now=lambda: NIGHT)
    assert found(services, text) == ["fair 2026-03-11"]
    room.close()
