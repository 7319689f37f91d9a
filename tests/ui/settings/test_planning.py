"""When a day begins, how long it is, and the end of months: chosen, kept, obeyed at once."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from orchestrator_desktop.domain.errors import UsageError
from orchestrator_desktop.domain.recurrence import MonthEnd
from orchestrator_desktop.operations.tasks import month_end
from orchestrator_desktop.ui.inbox.load import day_minutes
from orchestrator_desktop.ui.navigator import Screen, Target
from orchestrator_desktop.ui.settings.planning import PlanningTab, read_hours
from tests.ui.desk import Room, open_room
from tests.ui.settings.conftest import Stage
from tests.ui.windows import end


@pytest.fixture
def night_room(qapp: QApplication, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Room]:
    """It is half past one at night."""
    made = open_room(qapp, tmp_path_factory.mktemp("night"), now=lambda: datetime(2026, 11, 27, 1, 30).astimezone())
    yield made
    made.close()


@pytest.fixture
def tab(night_room: Room) -> Iterator[PlanningTab]:
    made = PlanningTab(night_room.services)
    made.show()
    yield made
    end([made])


def test_before_the_hour_of_the_day_it_is_still_yesterday(qtbot: QtBot, night_room: Room, tab: PlanningTab) -> None:
    assert night_room.services.today() == date(2026, 11, 27)
    tab.begins.chosen.emit(3)
    qtbot.waitUntil(lambda: night_room.services.today() == date(2026, 11, 26))
    tab.read()
    assert tab.begins.value() == 3


def test_the_length_of_a_day_is_typed(qtbot: QtBot, night_room: Room, tab: PlanningTab) -> None:
    tab.length.selectAll()
    qtbot.keyClicks(tab.length, "6h30")
    qtbot.keyClick(tab.length, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: day_minutes(night_room.store) == 390)


def test_the_end_of_months_is_chosen(qtbot: QtBot, night_room: Room, tab: PlanningTab) -> None:
    assert month_end(night_room.store) is MonthEnd.CLAMP
    tab.month_end.chosen.emit("skip")
    qtbot.waitUntil(lambda: month_end(night_room.store) is MonthEnd.SKIP)


@pytest.mark.parametrize(
    ("text", "minutes"),
    [("7", 420), ("7 h", 420), ("7h30", 450), ("7:30", 450), ("90 min", 90), ("", None), ("7\u00a0h\u00a030", 450)],
)
def test_lengths_as_they_are_written(text: str, minutes: int | None) -> None:
    assert read_hours(text) == minutes


@pytest.mark.parametrize("text", ["long", "0", "25", "-3", "1441 min"])
def test_what_is_no_length_is_refused(text: str) -> None:
    with pytest.raises(UsageError):
        read_hours(text)


def test_undo_is_shown_at_once(stage: Stage) -> None:
    stage.page.open(Target(Screen.SETTINGS, part="planning"))
    planning = stage.page.planning
    planning.begins.chosen.emit(3)
    stage.until(lambda: planning.begins.value() == 3)
    stage.session.services.acts.undo()
    stage.until(lambda: planning.begins.value() == 0)
