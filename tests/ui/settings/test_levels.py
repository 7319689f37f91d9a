"""What was learnt about levels is said in the settings, and forgotten on wish."""

from __future__ import annotations

from pytestqt.qtbot import QtBot

from orchestrator_desktop.domain.task import Level
from orchestrator_desktop.operations.suggesting import suggests
from orchestrator_desktop.store import lessons
from orchestrator_desktop.ui.settings.levels_part import LevelsPart
from tests.ui.desk import Room


def test_what_was_learnt_is_told_and_forgotten(qtbot: QtBot, room: Room) -> None:
    part = LevelsPart(room.services)
    qtbot.addWidget(part)
    part.show()
    assert not part.forget.isEnabled()
    room.add("Courses", level=Level.YOU_ONLY)
    room.add("Traduire la notice", level=Level.AI_ALONE)
    qtbot.waitUntil(part.forget.isEnabled)
    assert "2" in part.learnt.text()
    part.forget.click()
    qtbot.waitUntil(lambda: lessons.taught(room.store) == 0)
    qtbot.waitUntil(lambda: not part.forget.isEnabled())
    room.services.acts.undo()
    qtbot.waitUntil(lambda: lessons.taught(room.store) == 2)


def test_suggestions_are_turned_off(qtbot: QtBot, room: Room) -> None:
    part = LevelsPart(room.services)
    qtbot.addWidget(part)
    part.show()
    assert part.suggest.switch.isChecked()
    part.suggest.switch.click()
    qtbot.waitUntil(lambda: not suggests(room.store))


def test_the_ring_of_a_switch_is_not_cut(qtbot: QtBot, room: Room) -> None:
    part = LevelsPart(room.services)
    qtbot.addWidget(part)
    part.resize(600, 200)
    part.show()
    row = part.suggest
    assert row.rect().contains(row.switch.geometry())
