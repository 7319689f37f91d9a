"""Running the whole queue: what is told, what is waited for, what is left."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor

import pytest

from orchestrator_desktop.domain.attempts import AttemptState, WaitReason
from orchestrator_desktop.domain.ids import DelegationId
from orchestrator_desktop.engine.draining import run_queue
from orchestrator_desktop.operations import queueing
from tests.engine.scene import SECONDS, Scene
from tests.fakes.answers import openai_chat, openai_error
from tests.fakes.replay import ReplayServer

ANSWER = "Three headlines: one, two and three."


@pytest.fixture
def told() -> list[DelegationId]:
    return []


@pytest.fixture
def other(scene: Scene) -> Iterator[Scene]:
    """Another process at the same file."""
    other = Scene(scene.folder)
    yield other
    other.desk.close()


@pytest.fixture
def drain(scene: Scene, told: list[DelegationId]) -> Callable[[], None]:
    return lambda: run_queue(scene.desk, tell=told.append)


def test_everything_runs_in_order_and_each_end_is_told(
    scene: Scene, server: ReplayServer, drain: Callable[[], None], told: list[DelegationId]
) -> None:
    server.script(openai_chat(ANSWER), openai_error(401, "no"), openai_error(503, "down"), openai_chat(ANSWER))
    scene.add_provider(server.openai_url)
    every = [scene.delegate(title) for title in ("One", "Two", "Three")]
    drain()
    assert told == every
    states = [scene.attempt(delegation_id).state for delegation_id in every]
    assert states == [AttemptState.COMPLETE, AttemptState.FAILED, AttemptState.COMPLETE]


def test_what_will_not_come_soon_is_left_and_the_rest_runs(
    scene: Scene, server: ReplayServer, drain: Callable[[], None], told: list[DelegationId]
) -> None:
    with ReplayServer() as away:
        scene.add_provider(away.openai_url, name="Away")
    scene.add_provider(server.openai_url)
    server.always(openai_chat(ANSWER))
    unreachable, held, well = scene.delegate("One", "Away"), scene.delegate("Two"), scene.delegate("Three")
    scene.do(queueing.hold, delegation_id=held)
    drain()
    assert told == [well]
    assert scene.attempt(unreachable).reason is WaitReason.OFFLINE
    assert scene.attempt(held).state is AttemptState.DRAFT


def test_nothing_queued_is_over_at_once(drain: Callable[[], None], told: list[DelegationId]) -> None:
    drain()
    assert told == []


def test_a_paused_queue_sends_nothing(scene: Scene, server: ReplayServer, drain: Callable[[], None]) -> None:
    scene.add_provider(server.openai_url)
    delegation_id = scene.delegate()
    scene.do(queueing.pause, paused=True)
    drain()
    assert scene.attempt(delegation_id).state is AttemptState.QUEUED
    assert server.requests == []


def test_a_bound_in_time_leaves_the_rest(scene: Scene, server: ReplayServer, told: list[DelegationId]) -> None:
    server.script(openai_chat(ANSWER, finish=None, usage=False, done=False).hung())
    scene.add_provider(server.openai_url)
    first, second = scene.delegate("One"), scene.delegate("Two")
    run_queue(scene.desk, seconds=0.2, tell=told.append)
    scene.desk.close()
    assert told == []
    again = Scene(scene.folder)
    assert again.attempt(first).state.ended
    assert again.attempt(second).state is AttemptState.QUEUED
    again.desk.close()


def test_what_a_window_runs_of_the_queue_is_told_too(
    scene: Scene, other: Scene, server: ReplayServer, told: list[DelegationId]
) -> None:
    gate = threading.Event()
    server.script(openai_chat(ANSWER).gated(gate, after=3), openai_chat(ANSWER))
    scene.add_provider(server.openai_url)
    running, queued = scene.delegate("One"), scene.delegate("Two")
    scene.start()
    scene.streaming(running)
    with ThreadPoolExecutor() as pool:
        done = pool.submit(run_queue, other.desk, tell=told.append)
        gate.set()
        done.result(SECONDS)
    assert told == [queued], "what ran before was no part of the queue"
