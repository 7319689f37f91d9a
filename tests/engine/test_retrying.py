"""Failures that mend themselves, and those that must not: how many requests go out, what is stored, what is said."""

from __future__ import annotations

import threading

import pytest

from orchestrator_desktop.domain.attempts import AttemptState, WaitReason
from orchestrator_desktop.domain.task import Level
from orchestrator_desktop.engine.notices import NoticeKind
from orchestrator_desktop.operations import queueing, roster, tasks
from orchestrator_desktop.store import delegations as reading
from orchestrator_desktop.store import queue, sentlog
from tests.engine.scene import Scene
from tests.fakes.answers import openai_chat, openai_error
from tests.fakes.replay import Recorded, ReplayServer, Reply

ANSWER = "Three headlines: one, two and three."
DOWN = [408, 409, 425, 429, 500, 502, 503, 504, 529]


@pytest.mark.parametrize("status", DOWN)
def test_what_may_pass_is_tried_again_and_each_try_is_a_row(scene: Scene, server: ReplayServer, status: int) -> None:
    server.script(openai_error(status, "not now"), openai_error(status, "not now"), openai_chat(ANSWER))
    scene.add_provider(server.openai_url)
    delegation = scene.delegate()
    scene.start()
    assert scene.complete(delegation).text == ANSWER
    tries = scene.do(reading.attempts, delegation_id=delegation)
    assert [attempt.state for attempt in tries] == ["failed", "failed", "complete"]
    assert [attempt.automatic for attempt in tries] == [0, 1, 2]
    assert len(server.requests) == 3


@pytest.mark.parametrize(
    ("reply", "error"),
    [
        (openai_error(400, "bad"), "bad_request"),
        (openai_error(401, "Incorrect API key provided"), "key_refused"),
        (openai_error(402, "pay"), "no_money"),
        (openai_error(403, "no"), "not_allowed"),
        (openai_error(404, "no such model", code="model_not_found"), "model_unknown"),
        (openai_error(413, "too large"), "too_long"),
        (openai_error(429, "You exceeded your current quota", code="insufficient_quota"), "no_money"),
        (openai_error(503, "down", {"x-should-retry": "false"}), "down"),
        (openai_error(429, "later", {"retry-after": "1000000"}), "slow_down"),
    ],
)
def test_what_only_the_user_can_mend_sends_one_request(
    scene: Scene, server: ReplayServer, reply: Reply, error: str
) -> None:
    server.script(reply)
    scene.add_provider(server.openai_url)
    delegation = scene.delegate()
    scene.start()
    attempt = scene.ended(delegation)
    assert (attempt.state, attempt.error) == (AttemptState.FAILED, error)
    assert len(scene.do(reading.attempts, delegation_id=delegation)) == 1
    assert len(server.requests) == 1


def test_a_long_pause_is_a_row_with_a_time(scene: Scene, server: ReplayServer) -> None:
    server.script(openai_error(429, "slow down", {"retry-after": "86400"}))
    scene.add_provider(server.openai_url)
    delegation = scene.delegate()
    scene.start()
    attempt = scene.waiting(delegation)
    assert (attempt.reason, attempt.number) == (WaitReason.SLOW_DOWN, 2)
    assert attempt.not_before is not None
    pause = (attempt.not_before - attempt.queued_at).total_seconds()
    assert pause == pytest.approx(86_400 * 0.02, rel=0.3)


def test_a_server_that_reads_its_model_is_waited_for_and_counts_as_no_try(scene: Scene, server: ReplayServer) -> None:
    loading = openai_error(503, "Loading model", type="unavailable_error")
    server.script(loading, loading, openai_chat(ANSWER))
    scene.add_provider(server.openai_url)
    delegation = scene.delegate()
    scene.start()
    attempt = scene.complete(delegation)
    assert (attempt.number, attempt.text) == (1, ANSWER)


def test_what_cannot_be_reached_waits_and_leaves_on_return_in_order(scene: Scene, server: ReplayServer) -> None:
    with ReplayServer() as away:
        url, port = away.openai_url, away.port
    scene.add_provider(url, name="Away")
    scene.add_provider(server.openai_url, name="Here")
    server.always(openai_chat("here"))
    first, second = scene.delegate("First", "Away"), scene.delegate("Second", "Away")
    here = scene.delegate("Third", "Here")
    scene.start()
    attempt = scene.waiting(first)
    assert (attempt.reason, attempt.number, attempt.sent_at) == (WaitReason.OFFLINE, 1, None)
    assert scene.waiting(second).reason is WaitReason.OFFLINE
    assert scene.complete(here).text == "here", "the rest is online"
    assert scene.do(sentlog.sent)[-1].provider == "Here", "nothing was sent to nobody"
    asked: list[str] = []

    def answer(request: Recorded) -> Reply:
        asked.append(request.json["messages"][-1]["content"])
        return openai_chat("back")

    with ReplayServer(port) as back:
        back.always(answer)
        scene.complete(first)
        scene.complete(second)
    assert asked == ["First", "Second"]
    notice = scene.noticed(NoticeKind.BACK_ONLINE)
    assert (notice.provider, notice.count) == ("Away", 2)


def test_a_cut_answer_is_asked_again_at_level_one_alone(scene: Scene, server: ReplayServer) -> None:
    cut = openai_chat(ANSWER, finish=None, usage=False, done=False)
    server.script(cut, cut, openai_chat(ANSWER))
    scene.add_provider(server.openai_url)
    two = scene.delegate("Level two")
    task_id = scene.attempt(two).task_id
    scene.start()
    assert scene.ended(two).state is AttemptState.INTERRUPTED
    assert len(server.requests) == 1
    one = scene.delegate("Level one !1")
    assert scene.complete(one).number == 2
    assert scene.do(tasks.require, task_id=task_id).level is Level.YOU_AND_AI


def test_a_request_without_an_answer_is_unknown_and_never_sent_again(scene: Scene, server: ReplayServer) -> None:
    server.script(Reply(silent=True))  # takes the request, and closes the connection
    scene.add_provider(server.openai_url)
    delegation = scene.delegate("Level one !1")
    scene.start()
    attempt = scene.ended(delegation)
    assert (attempt.state, attempt.error, attempt.text) == (AttemptState.UNKNOWN, "unanswered", "")
    assert attempt.usage.estimated
    assert len(scene.do(reading.attempts, delegation_id=delegation)) == 1
    assert len(server.requests) == 1


def test_the_log_has_the_request_before_the_server_does(scene: Scene, server: ReplayServer) -> None:
    seen: list[sentlog.Sent] = []

    def answer(request: Recorded) -> Reply:
        seen.extend(scene.do(sentlog.sent))
        return openai_chat(ANSWER)

    server.script(answer)
    scene.add_provider(server.openai_url)
    delegation = scene.delegate("Write")
    scene.start()
    attempt = scene.complete(delegation)
    (line,) = seen
    assert (line.purpose, line.provider, line.task_title, line.attempt_id) == (
        "delegation",
        "Replay",
        "Write",
        attempt.id,
    )
    assert line.url == f"{server.openai_url}/chat/completions"
    assert line.bytes == len(server.requests[0].body)


def test_a_setting_that_is_mended_and_sent_again_is_two_lines_in_the_log(scene: Scene, server: ReplayServer) -> None:
    refusal = openai_error(400, "Unsupported parameter", code="unsupported_parameter", param="stream_options")
    server.script(refusal, openai_chat(ANSWER))
    scene.add_provider(server.openai_url)
    delegation = scene.delegate()
    scene.start()
    scene.complete(delegation)
    assert len(scene.do(sentlog.sent)) == len(server.requests) == 2


def test_an_interrupted_answer_goes_on_where_it_stopped(scene: Scene, server: ReplayServer) -> None:
    server.script(openai_chat("One, two, ", finish=None, done=False), openai_chat("three."))
    scene.add_provider(server.openai_url)
    delegation = scene.delegate("Count")
    scene.start()
    assert scene.ended(delegation).state is AttemptState.INTERRUPTED
    chunks = len(scene.chunks)
    scene.do(queueing.continue_answer, delegation_id=delegation)
    attempt = scene.complete(delegation)
    assert attempt.text == "One, two, three."
    assert scene.chunks[chunks].start == len("One, two, ")
    sent = server.requests[1].json["messages"]
    assert [turn["role"] for turn in sent] == ["user", "assistant", "user"]
    result = scene.do(reading.latest_result, task_id=attempt.task_id)
    assert result is not None and result.text == "One, two, three."


def test_as_many_at_once_as_the_user_says(scene: Scene, server: ReplayServer) -> None:
    gate = threading.Event()
    server.always(scene.telling(openai_chat(ANSWER).gated(gate, after=1)))
    provider_id = scene.add_provider(server.openai_url)
    scene.do(roster.edit_provider, provider_id=provider_id, at_once=3)
    out = [scene.delegate(f"t{number}") for number in range(5)]
    scene.start()
    scene.until(lambda: len(server.requests) == 3)
    states = [scene.attempt(one).state for one in out]
    assert states[3:] == [AttemptState.QUEUED, AttemptState.QUEUED]
    gate.set()
    for one in out:
        scene.complete(one)


def test_every_step_of_an_attempt_is_kept(scene: Scene, server: ReplayServer) -> None:
    server.script(openai_chat(ANSWER))
    scene.add_provider(server.openai_url)
    delegation = scene.delegate()
    scene.start()
    attempt = scene.complete(delegation)
    kinds = [event.kind for event in scene.do(queue.events, attempt_id=attempt.id)]
    assert kinds[:3] == ["queued", "sent", "left_computer"]
    assert kinds[-1] == "complete"
