"""The Delegated screen: groups, the live answer, what can be done with each state."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from orchestrator_desktop.domain.attempts import AttemptState
from orchestrator_desktop.domain.endings import EndReason
from orchestrator_desktop.domain.errors import ProviderErrorKind
from orchestrator_desktop.domain.task import Stage
from orchestrator_desktop.engine.notices import Chunk
from orchestrator_desktop.operations import attempts, claiming
from orchestrator_desktop.store import delegations, tasks
from orchestrator_desktop.ui.delegated.model import BoardModel, Group, Header, group_of
from orchestrator_desktop.ui.delegated.page import DelegatedPage
from orchestrator_desktop.ui.delegated.words import outcome_words
from orchestrator_desktop.ui.navigator import Screen, Target
from tests.ui.desk import Room, fill


@pytest.fixture
def page(room: Room, qtbot: QtBot) -> Iterator[DelegatedPage]:
    made = DelegatedPage(room.services)
    qtbot.addWidget(made)
    made.resize(1056, 800)
    made.show()
    yield made


def _open(page: DelegatedPage, task_id: int | None = None) -> None:
    page.open(Target(Screen.DELEGATED, task_id=task_id))  # type: ignore[arg-type]


def test_the_board_groups_what_is_out(room: Room) -> None:
    fill(room)
    model = BoardModel(room.store)
    model.read(room.services.today())
    items = [model.data(model.index(n), Qt.ItemDataRole.UserRole) for n in range(model.rowCount())]
    headers = [item.group for item in items if isinstance(item, Header)]
    assert headers == [Group.RUNNING, Group.QUEUED, Group.NEEDS_YOU, Group.BACK]
    for item in items:
        if not isinstance(item, Header):
            assert group_of(item) in headers


def test_the_board_is_a_sound_model(room: Room, qtmodeltester: ModelTester) -> None:
    model = BoardModel(room.store)
    qtmodeltester.check(model)
    fill(room)
    model.read(room.services.today())
    qtmodeltester.check(model)


def test_a_running_answer_is_followed(qtbot: QtBot, room: Room, page: DelegatedPage) -> None:
    task_id = room.add("Write")
    attempt_id = room.claim(room.delegate(task_id))
    room.desk.do(attempts.progress, arrived=[attempts.Arrived(attempt_id, "Once ")])
    _open(page, task_id)
    assert "Once" in page.detail.view.markdown
    room.services.bridge.on_chunk(Chunk(attempt_id, 0, "Once ", ""))
    room.services.bridge.on_chunk(Chunk(attempt_id, 5, "upon a time", ""))
    qtbot.waitUntil(lambda: "Once upon a time" in page.detail.view.toPlainText())
    assert page.detail.view.markdown.count("Once") == 1


def test_the_end_of_an_answer_is_shown_whole(qtbot: QtBot, room: Room, page: DelegatedPage) -> None:
    task_id = room.add("Write")
    delegation_id = room.delegate(task_id)
    _open(page, task_id)
    room.answer(delegation_id, "The whole answer.")
    qtbot.waitUntil(lambda: page.detail.view.toPlainText() == "The whole answer.")
    assert page.detail.button("review").isVisible()


def test_a_chunk_of_another_attempt_is_not_shown(room: Room, page: DelegatedPage) -> None:
    task_id = room.add("Write")
    attempt_id = room.claim(room.delegate(task_id))
    _open(page, task_id)
    room.services.bridge.on_chunk(Chunk(type(attempt_id)(attempt_id + 99), 0, "Foreign", ""))
    assert "Foreign" not in page.detail.view.markdown


def test_stop_by_key_keeps_the_text(qtbot: QtBot, room: Room, page: DelegatedPage) -> None:
    task_id = room.add("Write")
    delegation_id = room.delegate(task_id)
    attempt_id = room.claim(delegation_id)
    _open(page, task_id)
    page.activateWindow()
    page.list.setFocus()
    qtbot.keyClick(page.list, Qt.Key.Key_Period, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: attempts.asked_to_stop(room.store, owner="tests") == (attempt_id,))
    room.desk.do(
        attempts.finish,
        attempt_id=attempt_id,
        ending=attempts.Ending(AttemptState.CANCELLED, "Half a", error=EndReason.STOPPED),
    )
    qtbot.waitUntil(lambda: page.detail.button("keep").isVisible())
    assert page.detail.view.toPlainText() == "Half a"


def test_retry_queues_another_attempt(qtbot: QtBot, room: Room, page: DelegatedPage) -> None:
    task_id = room.add("Write")
    delegation_id = room.delegate(task_id)
    room.answer(delegation_id, "", AttemptState.FAILED, ProviderErrorKind.DOWN)
    _open(page, task_id)
    page.detail.button("retry").click()

    def queued() -> bool:
        last = delegations.latest_attempt(room.store, delegation_id)
        return last is not None and last.number == 2 and last.state is AttemptState.QUEUED

    qtbot.waitUntil(queued)


def test_what_arrived_goes_to_review_by_the_users_act(qtbot: QtBot, room: Room, page: DelegatedPage) -> None:
    task_id = room.add("Write")
    room.answer(room.delegate(task_id), "Half", AttemptState.INTERRUPTED, EndReason.CUT)
    _open(page, task_id)
    page.detail.button("keep").click()
    qtbot.waitUntil(lambda: (task := tasks.get(room.store, task_id)) is not None and task.stage is Stage.IN_REVIEW)
    qtbot.waitUntil(lambda: bool(room.went) and room.went[-1].screen is Screen.REVIEW)


def test_another_specialist_takes_over(qtbot: QtBot, room: Room, page: DelegatedPage) -> None:
    other = room.specialist("Analyst")
    task_id = room.add("Write")
    room.answer(room.delegate(task_id), "", AttemptState.FAILED, ProviderErrorKind.KEY_REFUSED)
    _open(page, task_id)
    page.detail.wanted.emit("another")
    page.menu.chosen.emit(other)
    qtbot.waitUntil(
        lambda: (out := delegations.open_delegation(room.store, task_id)) is not None and out.specialist_id == other
    )


def test_taking_back_returns_the_task(qtbot: QtBot, room: Room, page: DelegatedPage) -> None:
    task_id = room.add("Write")
    room.answer(room.delegate(task_id), "", AttemptState.FAILED, ProviderErrorKind.DOWN)
    _open(page, task_id)
    page.detail.button("back").click()
    qtbot.waitUntil(lambda: (task := tasks.get(room.store, task_id)) is not None and task.returned)


def test_the_queue_pauses_and_resumes(qtbot: QtBot, room: Room, page: DelegatedPage) -> None:
    delegation_id = room.delegate(room.add("Write"))
    page.pause.click()
    qtbot.waitUntil(lambda: page.pause.text() == "Resume the queue")
    assert room.desk.do(claiming.claim, owner="tests")[1] == ()
    page.pause.click()
    qtbot.waitUntil(lambda: page.pause.text() == "Pause the queue")
    assert room.desk.do(claiming.claim, owner="tests")[1][0].delegation_id == delegation_id


@pytest.mark.parametrize("error", [*ProviderErrorKind, *EndReason])
def test_every_end_has_its_words(error: str) -> None:
    words = outcome_words(AttemptState.FAILED, error, provider="Anthropic", model="claude")
    assert words.endswith(".")
    assert "%" not in words


def test_the_same_words_are_never_said_of_two_reasons() -> None:
    said = [outcome_words(AttemptState.FAILED, e, provider="P", model="M") for e in (*ProviderErrorKind, *EndReason)]
    assert len(set(said)) == len(said)


def test_an_empty_board_says_what_to_do(page: DelegatedPage) -> None:
    _open(page)
    assert page.empty.isVisible()
    assert "press D" in page.empty.text()


def test_in_a_narrow_window_the_list_stands_alone_until_a_task_is_opened(qtbot: QtBot, room: Room) -> None:
    task_id = room.add("Write")
    room.delegate(task_id)
    page = DelegatedPage(room.services)
    qtbot.addWidget(page)
    page.resize(800, 640)
    page.show()
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    _open(page)
    assert page.list.isVisible()
    assert not page.detail.isVisible()
    _open(page, task_id)
    assert page.detail.isVisible()
    assert not page.list.isVisible()
    qtbot.keyClick(page.detail.view, Qt.Key.Key_Escape)
    assert page.list.isVisible()
    assert not page.detail.isVisible()
