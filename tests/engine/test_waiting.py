"""Waiting for one delegation: tries that follow each other, and what will not come soon."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import ExitStack
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from orchestrator_desktop.domain.attempts import AttemptState, WaitReason
from orchestrator_desktop.domain.delegation import Attempt
from orchestrator_desktop.domain.ids import AttemptId, DelegationId, ProviderId, TaskId
from orchestrator_desktop.domain.money import Price
from orchestrator_desktop.engine.waiting import Outlook, wait_for
from orchestrator_desktop.operations import queueing
from orchestrator_desktop.operations.settings import set_setting
from orchestrator_desktop.operations.spending import set_own_price
from orchestrator_desktop.store import queue, spending
from orchestrator_desktop.store.lineup import Place
from tests.engine.scene import Scene
from tests.fakes.answers import openai_chat, openai_error
from tests.fakes.replay import ReplayServer

ANSWER = "Three headlines: one, two and three."
Wait = Callable[[DelegationId], Attempt]


@pytest.fixture
def told() -> list[Place]:
    return []


@pytest.fixture
def wait(scene: Scene, told: list[Place]) -> Wait:
    return lambda delegation_id: wait_for(scene.desk, delegation_id, tell_wait=told.append)


def test_automatic_tries_are_followed(scene: Scene, server: ReplayServer, wait: Wait, told: list[Place]) -> None:
    server.script(openai_error(503, "down"), openai_error(429, "slow down"), openai_chat(ANSWER))
    scene.add_provider(server.openai_url)
    attempt = wait(scene.delegate())
    assert (attempt.state, attempt.text, attempt.number) == (AttemptState.COMPLETE, ANSWER, 3)
    assert [(place.number, place.reason) for place in told] == [(2, WaitReason.DOWN), (3, WaitReason.SLOW_DOWN)]


def test_the_end_of_all_tries_is_an_end(scene: Scene, server: ReplayServer, wait: Wait) -> None:
    server.script(openai_error(503, "down"), openai_error(401, "no key"))
    scene.add_provider(server.openai_url)
    attempt = wait(scene.delegate())
    assert (attempt.state, attempt.error, attempt.number) == (AttemptState.FAILED, "key_refused", 2)


def test_a_pause_of_more_than_two_minutes_is_not_waited_for(scene: Scene, server: ReplayServer, wait: Wait) -> None:
    server.script(openai_error(429, "slow down", {"retry-after": "86400"}))
    scene.add_provider(server.openai_url)
    attempt = wait(scene.delegate())
    assert (attempt.state, attempt.reason, attempt.number) == (AttemptState.WAITING, WaitReason.SLOW_DOWN, 2)


def test_who_waits_later_asks_at_once(scene: Scene, server: ReplayServer, wait: Wait) -> None:
    server.script(openai_error(429, "slow down", {"retry-after": "86400"}), openai_chat(ANSWER))
    scene.add_provider(server.openai_url)
    delegation_id = scene.delegate()
    wait(delegation_id)
    assert wait(delegation_id).text == ANSWER


def test_an_unreachable_provider_is_looked_for_once_more(scene: Scene, wait: Wait, told: list[Place]) -> None:
    with ReplayServer() as away:
        provider_id = scene.add_provider(away.openai_url)
    attempt = wait(scene.delegate())
    assert (attempt.state, attempt.reason, attempt.sent_at) == (AttemptState.WAITING, WaitReason.OFFLINE, None)
    trouble = scene.do(queue.circuit, provider_id=provider_id)
    assert trouble is not None
    assert trouble.failures == 2, "the request, and one look without one"
    assert told[0].reason is WaitReason.OFFLINE


def test_a_provider_that_comes_back_meanwhile_answers(scene: Scene, server: ReplayServer) -> None:
    with ReplayServer() as away:
        scene.add_provider(away.openai_url)
    back: list[ReplayServer] = []

    with ExitStack() as servers:

        def come_back(place: Place) -> None:
            if not back:
                back.append(servers.enter_context(ReplayServer(away.port)))
                back[0].always(openai_chat(ANSWER))

        attempt = wait_for(scene.desk, scene.delegate(), tell_wait=come_back)
    assert (attempt.state, attempt.text) == (AttemptState.COMPLETE, ANSWER)


def test_what_is_held_does_not_leave(scene: Scene, server: ReplayServer, wait: Wait) -> None:
    scene.add_provider(server.openai_url)
    delegation_id = scene.delegate()
    scene.do(queueing.hold, delegation_id=delegation_id)
    assert wait(delegation_id).state is AttemptState.DRAFT
    assert server.requests == []


def test_what_exceeds_a_limit_waits_for_the_user(scene: Scene, server: ReplayServer, wait: Wait) -> None:
    provider_id = scene.add_provider(server.openai_url)
    scene.do(set_own_price, provider_id=provider_id, model="m", price=Price(1_000_000, 1_000_000))
    scene.do(set_setting, key=spending.BUDGET_DAY, value=0)
    delegation_id = scene.delegate()
    for _ in range(2):  # waiting once more is no leave to spend
        attempt = wait(delegation_id)
        assert (attempt.state, attempt.reason) == (AttemptState.WAITING, WaitReason.BUDGET)
    assert server.requests == []


def left(waits: int, *, seconds: float = 8.0) -> Place:
    """An answer that goes on at its provider, and was read in vain so often."""
    now = datetime.now(UTC)
    return Place(
        attempt_id=AttemptId(1),
        delegation_id=DelegationId(1),
        task_id=TaskId(1),
        title="Write",
        delegate="OpenAI",
        specialist_id=None,
        provider_id=None,
        provider="OpenAI",
        leaves_computer=True,
        model="m",
        number=1,
        state=AttemptState.STREAMING,
        reason=None,
        not_before=now + timedelta(seconds=seconds),
        input_estimate=10,
        reserved_micro=None,
        queued_at=now,
        sent_at=now,
        left=True,
        waits=waits,
        failures=0,
    )


def test_an_answer_that_goes_on_at_its_provider_is_read_on_some_times() -> None:
    outlook = Outlook()
    assert [outlook.is_soon(left(waits)) for waits in (4, 5, 6, 7)] == [True, True, True, False]
    assert not Outlook().is_soon(left(0, seconds=121))


def test_each_provider_is_looked_for_once_more() -> None:
    away = replace(left(0), left=False, state=AttemptState.WAITING, reason=WaitReason.OFFLINE)
    one, other = replace(away, provider_id=ProviderId(1)), replace(away, provider_id=ProviderId(2))
    outlook = Outlook()
    assert outlook.is_soon(replace(one, failures=3))
    assert outlook.is_soon(replace(other, failures=7))
    assert not outlook.is_soon(replace(one, failures=4))
    assert outlook.is_soon(replace(other, failures=1)), "it was back meanwhile"
    assert not outlook.is_soon(replace(other, failures=2))
