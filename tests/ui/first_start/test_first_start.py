"""The first screen: Enter is enough, and the answer is followed into its review."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from orchestrator_desktop.domain.ids import TaskId
from orchestrator_desktop.domain.task import Level, Stage
from orchestrator_desktop.operations.setup import load_starters
from orchestrator_desktop.store import days, delegations, tasks
from orchestrator_desktop.ui.first_start.page import DRAFT, FirstStartPage
from orchestrator_desktop.ui.navigator import Screen, Target
from tests.ui.desk import Room, open_room
from tests.ui.windows import end


@pytest.fixture
def started(qapp: object, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Room]:
    room = open_room(qapp, tmp_path_factory.mktemp("first"), starters=load_starters())  # type: ignore[arg-type]
    yield room
    room.close()


@pytest.fixture
def page(started: Room) -> Iterator[FirstStartPage]:
    made = FirstStartPage(started.services)
    made.resize(1056, 800)
    made.show()
    made.activateWindow()
    made.setFocus()
    made.open(Target(Screen.FIRST_START))
    yield made
    end([made])


def _only_task(room: Room) -> TaskId:
    found = room.store.value("SELECT id FROM task")
    return TaskId(found)


def test_enter_alone_hands_the_written_sentence_over(qtbot: QtBot, started: Room, page: FirstStartPage) -> None:
    written = page.entry.text
    qtbot.keyClick(page.focusWidget(), Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: tasks.any_task(started.store))
    task = tasks.get(started.store, _only_task(started))
    assert task is not None
    assert (task.title, task.level, task.stage) == (written, Level.AI_ALONE, Stage.DELEGATED)
    brief = delegations.latest_brief(started.store, task.id)
    assert brief is not None
    assert brief.objective == written
    qtbot.waitUntil(lambda: bool(started.went) and started.went[-1] == Target(Screen.DELEGATED, task_id=task.id))


def test_each_card_writes_its_sentence_and_names_its_specialist(page: FirstStartPage) -> None:
    written = set()
    for card, starter in zip(page.cards, load_starters(), strict=True):
        card.click()
        assert page.entry.text == starter.sentence("en")
        written.add(page.entry.text)
    assert len(written) == 3


def test_the_answer_is_followed_into_its_review(qtbot: QtBot, started: Room, page: FirstStartPage) -> None:
    qtbot.keyClick(page.focusWidget(), Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: bool(started.went))
    started.services.navigator.current = started.went[-1]
    task_id = _only_task(started)
    out = delegations.open_delegation(started.store, task_id)
    assert out is not None
    started.answer(out.id, "1. First\n2. Second")
    qtbot.waitUntil(lambda: started.went[-1] == Target(Screen.REVIEW, task_id=task_id))


def test_nobody_is_led_away_from_elsewhere(qtbot: QtBot, started: Room, page: FirstStartPage) -> None:
    qtbot.keyClick(page.focusWidget(), Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: bool(started.went))
    started.services.navigator.current = Target(Screen.SETTINGS)
    out = delegations.open_delegation(started.store, _only_task(started))
    assert out is not None
    with qtbot.waitSignal(started.services.bridge.changed, check_params_cb=lambda c, _o: "result" in c.ids):
        started.answer(out.id, "1. First")
    assert started.went[-1].screen is Screen.DELEGATED


def test_what_is_written_instead_is_kept_over_a_kill(qtbot: QtBot, started: Room, page: FirstStartPage) -> None:
    page.entry.set_text("")
    qtbot.keyClicks(page.focusWidget(), "My own words")
    qtbot.waitUntil(lambda: days.draft(started.store, DRAFT) == "My own words")
    again = FirstStartPage(started.services)
    again.open(Target(Screen.FIRST_START))
    assert again.entry.text == "My own words"
    end([again])


def test_nothing_is_handed_over_without_words(qtbot: QtBot, started: Room, page: FirstStartPage) -> None:
    page.entry.set_text("   ")
    qtbot.keyClick(page.focusWidget(), Qt.Key.Key_Return)
    started.desk.do(lambda store: store.value("SELECT 1"))
    assert not tasks.any_task(started.store)


def test_the_language_is_chosen_here(qtbot: QtBot, started: Room, page: FirstStartPage) -> None:
    page.language.chosen.emit("fr")
    qtbot.waitUntil(lambda: page.title.text() == "Confiez votre première tâche")
    assert started.services.languages.code == "fr"
    started.services.languages.use("en")
