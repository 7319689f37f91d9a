"""A row that begins to run, or goes on, while its pane is open: its text is shown as it arrives."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from orchestrator_desktop.domain.attempts import AttemptState
from orchestrator_desktop.domain.endings import EndReason
from orchestrator_desktop.engine.notices import Chunk
from orchestrator_desktop.operations import queueing
from orchestrator_desktop.ui.delegated.page import DelegatedPage
from tests.ui.delegated.scene import Scene, show
from tests.ui.desk import Room

S = AttemptState


@pytest.mark.parametrize("held", [False, True])
def test_a_row_that_begins_to_run_while_it_is_shown_streams(
    qtbot: QtBot, room: Room, scene: Scene, page: DelegatedPage, held: bool
) -> None:
    waiting = scene.queued()
    if held:
        scene.hold(waiting)
    show(page, scene.task(waiting))
    assert not page.detail.view.live
    if held:
        room.desk.do(queueing.release, delegation_id=waiting)
    attempt_id = room.claim(waiting)
    qtbot.waitUntil(lambda: page.detail.view.live)  # the caret, before the first word
    room.services.bridge.on_chunk(Chunk(attempt_id, 0, "Once ", ""))
    room.services.bridge.on_chunk(Chunk(attempt_id, 5, "upon", ""))
    qtbot.waitUntil(lambda: page.detail.view.toPlainText() == "Once upon")  # no paragraph was finished
    assert page.detail.view.live
    scene.end(attempt_id, S.COMPLETE, text="Once upon")
    qtbot.waitUntil(lambda: not page.detail.view.live)


def test_a_chunk_that_comes_before_the_row_is_read_again_is_drawn(
    qtbot: QtBot, room: Room, scene: Scene, page: DelegatedPage
) -> None:
    waiting = scene.queued()
    show(page, scene.task(waiting))
    room.services.bridge.on_chunk(Chunk(scene.row(waiting).attempt_id, 0, "Once", ""))
    qtbot.waitUntil(lambda: page.detail.view.toPlainText() == "Once")


def test_a_continued_answer_goes_on_in_its_last_sentence(
    qtbot: QtBot, room: Room, scene: Scene, page: DelegatedPage
) -> None:
    stopped = scene.ended(S.INTERRUPTED, EndReason.CUT, "First.\n\nOnce upon")
    show(page, scene.task(stopped))
    assert page.detail.view.toPlainText() == "First.\nOnce upon"
    room.desk.do(queueing.continue_answer, delegation_id=stopped)
    attempt_id = room.claim(stopped)
    qtbot.waitUntil(lambda: page.detail.view.live)
    start = page.detail.answer.characters
    room.services.bridge.on_chunk(Chunk(attempt_id, start, " a time", ""))
    qtbot.waitUntil(lambda: page.detail.view.toPlainText() == "First.\nOnce upon a time")
