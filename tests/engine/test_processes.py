"""Several processes at one file: none runs what another runs, and the dead leave nothing running behind."""

from __future__ import annotations

import _thread
import threading
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from orchestrator_desktop.domain.attempts import AttemptState
from orchestrator_desktop.domain.errors import UsageError
from orchestrator_desktop.domain.ids import DelegationId
from orchestrator_desktop.engine.waiting import wait_for
from orchestrator_desktop.operations import attempts, claiming, delegations, settings
from orchestrator_desktop.operations.claiming import PAUSED
from tests.engine.scene import SECONDS, Scene
from tests.fakes.answers import openai_chat
from tests.fakes.replay import ReplayServer

ANSWER = "An answer that only one of them asks for."


@pytest.fixture
def other(scene: Scene) -> Iterator[Scene]:
    """A second desk at the same file, as another process has it."""
    other = Scene(scene.folder)
    yield other
    other.desk.close()


def test_two_engines_share_the_work(scene: Scene, other: Scene, server: ReplayServer) -> None:
    server.always(openai_chat(ANSWER))
    scene.add_provider(server.openai_url)
    out = [scene.delegate(f"Task {number}") for number in range(12)]
    scene.start()
    other.start()
    assert [scene.ended(one).state for one in out] == [AttemptState.COMPLETE] * 12
    assert len(server.requests) == 12, "each was asked once"


def test_a_stop_reaches_the_process_that_runs_it(scene: Scene, other: Scene, server: ReplayServer) -> None:
    server.script(openai_chat(ANSWER, finish=None, usage=False, done=False).hung())
    scene.add_provider(server.openai_url)
    delegation = scene.delegate()
    scene.start()
    scene.streaming(delegation, ANSWER)
    other.do(delegations.stop, delegation_id=delegation)
    assert other.ended(delegation).state is AttemptState.CANCELLED
    assert server.requests[0].gone.wait(SECONDS)


def test_what_a_dead_process_ran_is_interrupted_and_not_sent_again(scene: Scene, server: ReplayServer) -> None:
    scene.add_provider(server.openai_url)
    delegation = scene.delegate()
    _, (claim,) = scene.do(claiming.claim, owner="of-a-process-that-is-gone")
    scene.do(attempts.progress, arrived=[attempts.Arrived(claim.attempt_id, "Half an ans")])
    scene.start()
    attempt = scene.ended(delegation)
    assert (attempt.state, attempt.text, attempt.error) == (AttemptState.INTERRUPTED, "Half an ans", "app_ended")
    assert server.requests == []


def test_what_a_living_process_runs_is_left_alone(scene: Scene, other: Scene, server: ReplayServer) -> None:
    gate = threading.Event()
    server.script(openai_chat(ANSWER).gated(gate, after=3))
    scene.add_provider(server.openai_url)
    delegation = scene.delegate()
    scene.start()
    scene.streaming(delegation)
    other.start()
    other.do(settings.set_setting, key="theme", value="dark")
    assert other.attempt(delegation).state is AttemptState.STREAMING
    gate.set()
    assert other.ended(delegation).state is AttemptState.COMPLETE
    assert len(server.requests) == 1


def test_waiting_runs_that_one_alone_and_in_spite_of_a_pause(scene: Scene, server: ReplayServer) -> None:
    server.always(openai_chat(ANSWER))
    scene.add_provider(server.openai_url)
    scene.do(settings.set_setting, key=PAUSED, value=True)
    first, second = scene.delegate("First"), scene.delegate("Second")
    told: list[str] = []
    attempt = wait_for(scene.desk, second, tell=told.append)
    assert (attempt.state, attempt.text, "".join(told)) == (AttemptState.COMPLETE, ANSWER, ANSWER)
    assert scene.attempt(first).state is AttemptState.QUEUED


def test_waiting_watches_what_a_window_runs(scene: Scene, other: Scene, server: ReplayServer) -> None:
    gate = threading.Event()
    server.script(openai_chat(ANSWER).gated(gate, after=3))
    scene.add_provider(server.openai_url)
    delegation = scene.delegate()
    scene.start()
    scene.streaming(delegation)
    told: list[str] = []
    with ThreadPoolExecutor() as pool:
        waited = pool.submit(wait_for, other.desk, delegation, tell=told.append)
        gate.set()
        assert waited.result(SECONDS).state is AttemptState.COMPLETE
    assert "".join(told) == ANSWER
    assert len(server.requests) == 1


def test_ctrl_c_stops_and_keeps_the_text(tmp_path: Path, server: ReplayServer) -> None:
    server.script(openai_chat(ANSWER, pieces=1, finish=None, usage=False, done=False).hung())
    scene = Scene(tmp_path, on_chunk=lambda chunk: _thread.interrupt_main())
    scene.add_provider(server.openai_url)
    attempt = wait_for(scene.desk, scene.delegate())
    assert (attempt.state, attempt.text) == (AttemptState.CANCELLED, ANSWER)
    assert server.requests[0].gone.wait(SECONDS)
    scene.desk.close()


def test_waiting_for_nothing_is_said(scene: Scene) -> None:
    with pytest.raises(UsageError):
        wait_for(scene.desk, DelegationId(99))


def test_a_busy_process_hears_of_what_others_write(scene: Scene, other: Scene) -> None:
    """The store thread has no idle moment while answers stream."""
    heard = threading.Event()
    scene.desk.writer.listen(lambda changes, origin: heard.set() if changes.outside else None)
    busy = [True]

    def again(store: object) -> None:
        if busy[0]:
            scene.desk.writer.submit(again)

    scene.desk.writer.submit(again)
    other.do(settings.set_setting, key="theme", value="dark")
    assert heard.wait(SECONDS)
    busy[0] = False
