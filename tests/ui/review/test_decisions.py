"""Judging by keys and clicks: what each decision writes, what is shown next, and undo."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from orchestrator_desktop.domain.delegation import Decision
from orchestrator_desktop.domain.ids import DelegationId, TaskId
from orchestrator_desktop.domain.task import Level, Stage
from orchestrator_desktop.operations import delegations as acts
from orchestrator_desktop.operations import reviews
from orchestrator_desktop.store import delegations, tasks
from orchestrator_desktop.ui.delegation.person_letter import LetterSheet
from orchestrator_desktop.ui.review.page import ReviewPage
from tests.ui.desk import RESULT, REVISED, Room

Opener = Callable[[], ReviewPage]


def _stage(room: Room, task_id: TaskId) -> Stage:
    task = tasks.get(room.store, task_id)
    assert task is not None
    return task.stage


def _decisions(room: Room, task_id: TaskId) -> list[tuple[Decision, str]]:
    return [(review.decision, review.comment) for review in delegations.reviews(room.store, task_id)]


def _press(qtbot: QtBot, page: ReviewPage, key: Qt.Key) -> None:
    qtbot.keyClick(page.sheet.view, key)


def _write(qtbot: QtBot, text: str, *, enter: bool = True) -> None:
    """Type into what has the focus."""
    field = QApplication.focusWidget()
    assert field is not None
    qtbot.keyClicks(field, text)
    if enter:
        qtbot.keyClick(field, Qt.Key.Key_Return)


def _shown(page: ReviewPage) -> str:
    return page.sheet.title.accessibleName().split(",")[0]


@pytest.fixture
def two(room: Room) -> tuple[TaskId, TaskId]:
    return room.in_review("First", RESULT), room.in_review("Second", "Another text")


def test_accept_finishes_the_task_shows_the_next_and_offers_undo(
    qtbot: QtBot, room: Room, open_page: Opener, two: tuple[TaskId, TaskId]
) -> None:
    page = open_page()
    assert _shown(page) == "First"
    steps: list[object] = []
    room.services.acts.said.connect(lambda _words, step: steps.append(step))
    _press(qtbot, page, Qt.Key.Key_A)
    qtbot.waitUntil(lambda: _shown(page) == "Second")
    assert _stage(room, two[0]) is Stage.DONE
    assert _decisions(room, two[0]) == [(Decision.ACCEPT, "")]
    qtbot.waitUntil(lambda: room.said == ["Accepted."])
    room.services.acts.undo(steps[0])  # type: ignore[arg-type]
    qtbot.waitUntil(lambda: _shown(page) == "First")
    assert _stage(room, two[0]) is Stage.IN_REVIEW


def test_the_version_looked_at_is_the_one_accepted(
    qtbot: QtBot, room: Room, open_page: Opener, two: tuple[TaskId, TaskId]
) -> None:
    room.desk.do(reviews.edit, task_id=two[0], text=REVISED)
    page = open_page()
    _press(qtbot, page, Qt.Key.Key_BracketLeft)
    _press(qtbot, page, Qt.Key.Key_A)
    qtbot.waitUntil(lambda: _stage(room, two[0]) is Stage.DONE)
    accepted = delegations.reviews(room.store, two[0])[-1].result_id
    assert accepted == delegations.results(room.store, two[0])[0].id


def test_accept_twice_in_a_hurry_takes_one_task_at_a_time(
    qtbot: QtBot, room: Room, open_page: Opener, two: tuple[TaskId, TaskId]
) -> None:
    page = open_page()
    _press(qtbot, page, Qt.Key.Key_A)
    _press(qtbot, page, Qt.Key.Key_A)
    qtbot.waitUntil(lambda: _shown(page) == "Second")
    qtbot.waitUntil(lambda: room.said == ["Accepted."])
    assert _stage(room, two[1]) is Stage.IN_REVIEW


def test_a_revision_goes_back_with_its_comment(
    qtbot: QtBot, room: Room, open_page: Opener, two: tuple[TaskId, TaskId]
) -> None:
    page = open_page()
    _press(qtbot, page, Qt.Key.Key_R)
    _write(qtbot, "")
    assert _decisions(room, two[0]) == []  # an empty comment asks for nothing
    _write(qtbot, "Shorter, and accept no jargon")
    qtbot.waitUntil(lambda: _shown(page) == "Second")
    assert _decisions(room, two[0]) == [(Decision.REVISE, "Shorter, and accept no jargon")]
    out = delegations.open_delegation(room.store, two[0])
    assert out is not None
    assert out.comment == "Shorter, and accept no jargon"
    assert out.delegate == "Copywriter"


def test_reject_takes_a_word_or_none(qtbot: QtBot, room: Room, open_page: Opener, two: tuple[TaskId, TaskId]) -> None:
    page = open_page()
    _press(qtbot, page, Qt.Key.Key_Delete)
    _write(qtbot, "wooden")
    qtbot.waitUntil(lambda: _shown(page) == "Second")
    _press(qtbot, page, Qt.Key.Key_Delete)
    _write(qtbot, "")
    qtbot.waitUntil(lambda: "Nothing to judge" in page.empty.text() and page.empty.isVisible())
    assert _decisions(room, two[0]) == [(Decision.REJECT, "wooden")]
    assert _decisions(room, two[1]) == [(Decision.REJECT, "")]
    assert _stage(room, two[0]) is Stage.PLANNED


def test_the_only_other_specialist_is_named_in_the_menu(
    qtbot: QtBot, room: Room, open_page: Opener, two: tuple[TaskId, TaskId]
) -> None:
    page = open_page()
    _press(qtbot, page, Qt.Key.Key_X)
    _write(qtbot, "1", enter=False)
    _write(qtbot, "Too vague")
    qtbot.waitUntil(lambda: _shown(page) == "Second")
    out = delegations.open_delegation(room.store, two[0])
    assert out is not None
    assert (out.delegate, out.comment) == ("Built-in model", "Too vague")
    assert _decisions(room, two[0]) == [(Decision.ESCALATE, "Too vague")]


def test_several_specialists_are_chosen_from_a_list(
    qtbot: QtBot, room: Room, open_page: Opener, two: tuple[TaskId, TaskId]
) -> None:
    room.specialist("Analyst")
    page = open_page()
    _press(qtbot, page, Qt.Key.Key_X)
    _write(qtbot, "1", enter=False)
    _write(qtbot, "2", enter=False)
    _write(qtbot, "")
    qtbot.waitUntil(lambda: _shown(page) == "Second")
    out = delegations.open_delegation(room.store, two[0])
    assert out is not None
    assert out.delegate == "Analyst"


def test_escalate_to_a_person(qtbot: QtBot, room: Room, open_page: Opener, two: tuple[TaskId, TaskId]) -> None:
    page = open_page()
    _press(qtbot, page, Qt.Key.Key_X)
    _write(qtbot, "2", enter=False)
    _write(qtbot, "Nora")
    qtbot.waitUntil(lambda: _shown(page) == "Second")
    task = tasks.get(room.store, two[0])
    assert task is not None
    assert (task.with_person, task.stage) == (True, Stage.DELEGATED)


def test_keep_for_myself_makes_it_level_3(
    qtbot: QtBot, room: Room, open_page: Opener, two: tuple[TaskId, TaskId]
) -> None:
    page = open_page()
    _press(qtbot, page, Qt.Key.Key_X)
    _write(qtbot, "3", enter=False)
    qtbot.waitUntil(lambda: _shown(page) == "Second")
    task = tasks.get(room.store, two[0])
    assert task is not None
    assert (task.level, task.stage) == (Level.YOU_ONLY, Stage.PLANNED)


def test_buttons_do_what_the_keys_do(qtbot: QtBot, room: Room, open_page: Opener, two: tuple[TaskId, TaskId]) -> None:
    page = open_page()
    qtbot.mouseClick(page.judge.revise, Qt.MouseButton.LeftButton)
    _write(qtbot, "Shorter", enter=False)
    qtbot.mouseClick(page.ask.send, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: _shown(page) == "Second")
    qtbot.mouseClick(page.judge.accept, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: _stage(room, two[1]) is Stage.DONE)
    assert _stage(room, two[0]) is Stage.DELEGATED


def test_a_new_result_never_takes_the_place_of_the_one_being_judged(
    qtbot: QtBot, room: Room, open_page: Opener, two: tuple[TaskId, TaskId]
) -> None:
    page = open_page()
    _press(qtbot, page, Qt.Key.Key_J)
    _press(qtbot, page, Qt.Key.Key_R)
    _write(qtbot, "Shor", enter=False)
    room.in_review("Third", "More")
    qtbot.waitUntil(lambda: page.head.note.text() == "2 of 3")
    assert _shown(page) == "Second"
    _write(qtbot, "ter", enter=False)
    assert page.ask.field.text() == "Shorter"


def test_a_revision_that_returns_waits_its_turn(
    qtbot: QtBot, room: Room, open_page: Opener, two: tuple[TaskId, TaskId]
) -> None:
    page = open_page()
    _press(qtbot, page, Qt.Key.Key_R)
    _write(qtbot, "Shorter")
    qtbot.waitUntil(lambda: _shown(page) == "Second")
    out = delegations.open_delegation(room.store, two[0])
    assert out is not None
    room.answer(DelegationId(out.id), REVISED)
    qtbot.waitUntil(lambda: page.head.note.text() == "2 of 2")
    assert _shown(page) == "Second"


def test_a_task_judged_elsewhere_gives_way_to_the_next(
    qtbot: QtBot, room: Room, open_page: Opener, two: tuple[TaskId, TaskId]
) -> None:
    page = open_page()
    room.desk.do(reviews.accept, task_id=two[0])
    qtbot.waitUntil(lambda: _shown(page) == "Second")
    qtbot.waitUntil(lambda: room.said == ["“First” is no longer in review."])


def test_an_empty_page_shows_what_arrives(qtbot: QtBot, room: Room, open_page: Opener) -> None:
    page = open_page()
    assert page.empty.isVisible()
    assert not page.sheet.isVisible()
    room.in_review("First", RESULT)
    qtbot.waitUntil(page.sheet.isVisible)
    assert _shown(page) == "First"


def test_what_a_person_sent_can_be_judged_and_sent_back(qtbot: QtBot, room: Room, open_page: Opener) -> None:
    task_id = room.add("Mock-up")
    room.desk.do(acts.delegate_to_person, task_id=task_id, name="Tom")
    room.desk.do(acts.receive, task_id=task_id, text="Here it is.")
    page = open_page()
    assert page.sheet.strip.facts()[0] == "Tom"
    _press(qtbot, page, Qt.Key.Key_R)
    _write(qtbot, "Another colour")
    qtbot.waitUntil(page.empty.isVisible)
    task = tasks.get(room.store, task_id)
    assert task is not None
    assert task.with_person


# people


def test_what_goes_back_or_on_to_a_person_becomes_a_letter(qtbot: QtBot, room: Room, open_page: Opener) -> None:
    task_id = room.add("Mock-up")
    room.desk.do(acts.delegate_to_person, task_id=task_id, name="Nora")
    room.desk.do(acts.receive, task_id=task_id, text="First try")
    page = open_page()
    _press(qtbot, page, Qt.Key.Key_R)
    _write(qtbot, "Two columns")
    qtbot.waitUntil(lambda: bool(page.window().findChildren(LetterSheet)))
    sheet = page.window().findChildren(LetterSheet)[0]
    assert "This should still change:\n\nTwo columns" in sheet.text.text()
    assert "> First try" in sheet.text.text()
    qtbot.keyClick(sheet, Qt.Key.Key_Escape)
    out = delegations.open_delegation(room.store, task_id)
    assert out is not None and out.follow_up is not None
    qtbot.waitUntil(lambda: room.said == ["Revision asked of Nora.", "With Nora. Nothing was sent by itself."])


def test_what_goes_back_to_a_specialist_is_no_letter(
    qtbot: QtBot, room: Room, open_page: Opener, two: tuple[TaskId, TaskId]
) -> None:
    page = open_page()
    _press(qtbot, page, Qt.Key.Key_R)
    _write(qtbot, "Shorter")
    qtbot.waitUntil(lambda: _stage(room, two[0]) is Stage.DELEGATED)
    qtbot.waitUntil(lambda: bool(room.said))
    assert page.window().findChildren(LetterSheet) == []
