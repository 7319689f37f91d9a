"""One delegation: figures and steps, thoughts and text as they arrive, silence, and the tries before."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
import time_machine
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from orchestrator_desktop.domain.attempts import AttemptState
from orchestrator_desktop.domain.endings import EndReason
from orchestrator_desktop.domain.errors import ProviderErrorKind
from orchestrator_desktop.domain.ids import AttemptId
from orchestrator_desktop.domain.messages import Usage
from orchestrator_desktop.domain.money import Price
from orchestrator_desktop.domain.task import Level
from orchestrator_desktop.engine.notices import Chunk
from orchestrator_desktop.operations import queueing, spending
from orchestrator_desktop.store.board import BoardRow
from orchestrator_desktop.ui.delegated.deeds import Deed
from orchestrator_desktop.ui.delegated.detail import DelegationDetail
from orchestrator_desktop.ui.delegated.estimates import Estimates
from orchestrator_desktop.ui.delegated.figures import Figures, Pace
from orchestrator_desktop.ui.delegated.page import DelegatedPage
from orchestrator_desktop.ui.delegated.saying import Saying
from orchestrator_desktop.ui.delegated.tries import history
from tests.ui.delegated.scene import Scene, show, shown_buttons
from tests.ui.desk import Room, open_room

S = AttemptState
NOW = datetime(2026, 10, 13, 12, 6, tzinfo=UTC)


class Clock:
    """A moment that the test moves."""

    def __init__(self) -> None:
        self.now = NOW

    def __call__(self) -> datetime:
        return self.now.astimezone()

    def go(self, seconds: float) -> None:
        self.now += timedelta(seconds=seconds)


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def timed(qapp: QApplication, tmp_path: Path, clock: Clock) -> Iterator[Scene]:
    """A desk whose every write happens at NOW."""
    with time_machine.travel(NOW, tick=False):
        room = open_room(qapp, tmp_path / "timed", now=clock)
        yield Scene(room)
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
        room.close()


@pytest.fixture
def detail(timed: Scene, qtbot: QtBot) -> DelegationDetail:
    room = timed.room
    made = DelegationDetail(room.services, Saying(room.services, lambda row: 1))
    qtbot.addWidget(made)
    made.resize(528, 800)
    made.show()
    return made


def figures(detail: DelegationDetail) -> list[str]:
    return detail.figures.accessibleName().split(". ")


# as it arrives


def test_a_running_answer_is_followed(qtbot: QtBot, room: Room, scene: Scene, page: DelegatedPage) -> None:
    running = scene.running("Once ")
    show(page, scene.task(running))
    attempt_id = scene.row(running).attempt_id
    assert "Once" in page.detail.view.markdown
    room.services.bridge.on_chunk(Chunk(attempt_id, 0, "Once ", ""))
    room.services.bridge.on_chunk(Chunk(attempt_id, 5, "upon a time", ""))
    qtbot.waitUntil(lambda: "Once upon a time" in page.detail.view.toPlainText())
    assert page.detail.view.markdown.count("Once") == 1


def test_a_chunk_of_another_attempt_is_not_shown(room: Room, scene: Scene, page: DelegatedPage) -> None:
    running = scene.running()
    show(page, scene.task(running))
    room.services.bridge.on_chunk(Chunk(AttemptId(999), 0, "Foreign", "Foreign"))
    assert "Foreign" not in page.detail.view.markdown
    assert page.detail.answer.thinking.length == 0


def test_the_end_of_an_answer_is_shown_whole(qtbot: QtBot, room: Room, scene: Scene, page: DelegatedPage) -> None:
    running = scene.running("The")
    show(page, scene.task(running))
    scene.end(scene.row(running).attempt_id, S.COMPLETE, text="The whole answer.")
    qtbot.waitUntil(lambda: page.detail.view.toPlainText() == "The whole answer.")
    assert shown_buttons(page) == [Deed.REVIEW]


def test_what_another_process_writes_is_shown_too(qtbot: QtBot, scene: Scene, page: DelegatedPage) -> None:
    running = scene.running("Once ")
    show(page, scene.task(running))
    scene.arrived(scene.row(running).attempt_id, "upon a time", "hm")
    qtbot.waitUntil(lambda: "Once upon a time" in page.detail.view.toPlainText())
    qtbot.waitUntil(lambda: page.detail.answer.thinking.length == 2)


def test_thoughts_are_folded_counted_and_opened_in_place(
    qtbot: QtBot, room: Room, scene: Scene, page: DelegatedPage
) -> None:
    running = scene.running(reasoning="One two thr")
    attempt_id = scene.row(running).attempt_id
    show(page, scene.task(running))
    thinking = page.detail.answer.thinking
    assert thinking.isVisible()
    assert not thinking.view.isVisible()
    assert thinking.fold.text().startswith("Thinking, 3 word")
    thinking.fold.click()
    assert thinking.view.text() == "One two thr"
    room.services.bridge.on_chunk(Chunk(attempt_id, 0, "", "two three four", 4))
    qtbot.waitUntil(lambda: thinking.view.text() == "One two three four")
    assert thinking.fold.text().startswith("Thinking, 4 word")
    thinking.fold.click()
    assert not thinking.view.isVisible()


def test_thoughts_that_begin_after_what_is_known_wait_for_the_store(
    room: Room, scene: Scene, page: DelegatedPage
) -> None:
    running = scene.running(reasoning="One ")
    show(page, scene.task(running))
    room.services.bridge.on_chunk(Chunk(scene.row(running).attempt_id, 0, "", "four", 14))
    assert page.detail.answer.thinking.length == 4


def test_without_thoughts_there_is_no_fold(scene: Scene, page: DelegatedPage) -> None:
    show(page, scene.task(scene.running("Once")))
    assert not page.detail.answer.thinking.isVisible()


# silence


def test_silence_is_said_after_twenty_seconds_and_ends_nothing(
    timed: Scene, clock: Clock, detail: DelegationDetail
) -> None:
    running = timed.running()
    detail.show_row(timed.row(running))
    assert detail.answer.silence == "Sent. Waiting for the first word… 0:00"
    clock.go(7)
    detail.tick()
    assert detail.answer.silence == "Sent. Waiting for the first word… 0:07"
    clock.go(38)
    detail.tick()
    assert detail.answer.silence == "Nothing for 0:45. You may wait, or stop."
    timed.room.services.bridge.on_chunk(Chunk(timed.row(running).attempt_id, 0, "Once", ""))
    detail.tick()
    assert detail.answer.silence == ""
    clock.go(21)
    detail.tick()
    assert detail.answer.silence == "Nothing for 0:21. You may wait, or stop."
    assert timed.state(running) is S.SENT


def test_nothing_is_awaited_of_what_has_ended_or_not_left(timed: Scene, detail: DelegationDetail) -> None:
    for delegation_id in (timed.queued(), timed.ended(S.UNKNOWN, ProviderErrorKind.UNANSWERED)):
        detail.show_row(timed.row(delegation_id))
        assert detail.answer.silence == ""


# figures


@pytest.fixture
def priced(timed: Scene) -> Scene:
    price = Price(1_000_000, 10_000_000)
    timed.room.desk.do(spending.set_own_price, provider_id=timed.provider(), model="medium", price=price)
    return timed


def test_a_running_one_says_what_is_left_and_planned(priced: Scene, clock: Clock, detail: DelegationDetail) -> None:
    running = priced.running("word " * 200)
    clock.go(20)
    detail.show_row(priced.row(running))
    elapsed, rate, received, cost = figures(detail)
    assert elapsed == "Elapsed 0:20 about 1:00 left"
    assert rate == "Rate 10 tokens/s first word: 0.0 s"
    assert received.startswith("Received 200 token")
    assert received.endswith("of about 800")
    assert cost.startswith("Cost ≈ $0.0020 $0.0080 planned") or cost.startswith("Cost ≈ $0.00")


def test_what_waits_says_what_it_will_cost(priced: Scene, detail: DelegationDetail) -> None:
    detail.show_row(priced.row(priced.queued()))
    assert figures(detail)[0] == "Elapsed –"
    assert figures(detail)[3].startswith("Cost – $0.00")
    assert figures(detail)[3].endswith("planned")
    assert detail.leaves.words()[0].endswith("tokens wait for Mistral")


@pytest.mark.parametrize(
    ("micro", "source", "words"),
    [
        (12_000, "reported", "Cost $0.01 as reported"),
        (12_000, "listed", "Cost $0.01 at the listed price"),
        (12_000, "own", "Cost $0.01 at your price"),
        (None, "unknown", "Cost unknown"),
    ],
)
def test_a_cost_says_who_says_so(
    timed: Scene, detail: DelegationDetail, micro: int | None, source: str, words: str
) -> None:
    usage = Usage(300, 40, cost_micro=micro)
    ended = timed.ended(S.INTERRUPTED, EndReason.CUT, "Half", usage=usage, cost_source=source)
    detail.show_row(timed.row(ended))
    assert figures(detail)[3] == words


def test_what_runs_here_is_free(timed: Scene, detail: DelegationDetail) -> None:
    who = timed.room.specialist()
    detail.show_row(timed.row(timed.running("Once", who=who)))
    assert figures(detail)[3] == "Cost free"
    assert detail.leaves.words()[0] == "Nothing leaves this computer"


def test_a_price_nobody_knows_is_not_nothing(timed: Scene, detail: DelegationDetail) -> None:
    detail.show_row(timed.row(timed.running("Once")))
    assert figures(detail)[3] == "Cost – price not known"


@pytest.mark.parametrize(
    ("pace", "rate", "left"),
    [
        (Pace(200, 200, 800, 20), 10, 60),
        (Pace(200, 100, 800, 20), 5, 120),
        (Pace(900, 900, 800, 20), 45, None),
        (Pace(5, 5, 800, 0.4), None, None),
        (Pace(0, 0, 800, 20), None, None),
    ],
)
def test_what_is_left_is_only_said_where_a_rate_is_known(pace: Pace, rate: float | None, left: float | None) -> None:
    assert (pace.rate, pace.left) == (rate, left)


def test_what_an_earlier_try_gave_was_not_written_now(timed: Scene, clock: Clock) -> None:
    room = timed.room
    told = Figures(room.services, Saying(room.services, lambda row: 1))
    row = timed.row(timed.running("word " * 400))
    clock.go(10)
    pace = told.pace(row, text=400, thought=0, before=300)
    assert (pace.received, pace.rate) == (400, 10)


def test_progress_is_never_whole_before_the_end(timed: Scene) -> None:
    row = timed.row(timed.running("Once"))
    shares = [Estimates(timed.room.store).progress(replace(row, text_length=size)) for size in (0, 1600, 10**6)]
    assert shares == [0.0, 0.5, 0.95]


def test_the_row_counts_as_the_pane_does_where_the_text_is_at_hand(timed: Scene, detail: DelegationDetail) -> None:
    row = timed.row(timed.running("été, forêt, à côté; " * 50))
    estimates = Estimates(timed.room.store)
    before = estimates.received(row)
    detail.show_row(row)
    estimates.weigh(row.attempt_id, detail.answer.characters / detail.answer.tokens)
    assert estimates.received(row) == round(detail.answer.tokens) != before


# tries


def test_tries_are_listed_with_what_happened(timed: Scene, detail: DelegationDetail) -> None:
    slow = timed.ended(S.FAILED, ProviderErrorKind.SLOW_DOWN, retry_after=600)
    row: BoardRow = timed.row(slow)
    detail.show_row(row)
    assert "try 2 of 6" in detail.facts()
    assert detail.fold.isVisible()
    assert detail.fold.text().startswith("2 tr")
    lines = history(timed.room.store, slow, timed.room.services.languages.locale)
    assert lines[0] == "Try 1 · Mistral · Failed"
    assert [line.split("  ")[-1] for line in lines[1:] if line.startswith("    ")][:3] == [
        "queued",
        "taken up",
        "failed",
    ]
    assert "Try 2 · Waiting" in lines
    assert "  waits: asked to slow down → " in lines[-1]
    assert lines[-1].endswith(":16")
    detail.fold.click()
    assert detail.tries() == "\n".join(lines)


def test_one_try_that_left_at_once_has_no_history(timed: Scene, detail: DelegationDetail) -> None:
    detail.show_row(timed.row(timed.running("Once")))
    assert not detail.fold.isVisible()


def test_the_answer_is_gone_on_with_where_it_stopped(timed: Scene, detail: DelegationDetail) -> None:
    cut = timed.ended(S.INTERRUPTED, EndReason.CUT, "Half a")
    timed.room.desk.do(queueing.continue_answer, delegation_id=cut)
    timed.arrived(timed.room.claim(cut), "nd half")
    detail.show_row(timed.row(cut))
    assert detail.view.toPlainText() == "Half and half"
    assert "goes on with an earlier answer" in detail.facts()
    assert detail.answer.before > 0


def test_level_1_is_asked_again_by_itself_and_says_so(timed: Scene, detail: DelegationDetail) -> None:
    cut = timed.ended(S.INTERRUPTED, EndReason.CUT, "Half", level=Level.AI_ALONE)
    detail.show_row(timed.row(cut))
    assert detail.reason.text().startswith("The answer was cut before its end. At level 1 it is asked again.")
