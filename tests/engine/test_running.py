"""One delegation from the queue to its end, against a server that answers, breaks off, refuses or hangs."""

from __future__ import annotations

import threading
from pathlib import Path

import pytest

from orchestrator_desktop.domain.attempts import AttemptState
from orchestrator_desktop.domain.changes import Kind
from orchestrator_desktop.domain.messages import Usage
from orchestrator_desktop.domain.task import Level, Stage
from orchestrator_desktop.operations import delegations, roster, settings
from orchestrator_desktop.operations.claiming import PAUSED
from orchestrator_desktop.store import delegations as reading
from orchestrator_desktop.store import tasks as task_reading
from tests.engine.scene import SECONDS, Scene
from tests.fakes.answers import anthropic, openai_chat, openai_error
from tests.fakes.replay import ReplayServer, Reply, never

ANSWER = "Three headlines: one, two and three. Élan, 日本語 and 🚀."


def test_an_answer_arrives_is_stored_and_waits_for_review(scene: Scene, server: ReplayServer) -> None:
    server.script(openai_chat(ANSWER, pieces=8))
    scene.add_provider(server.openai_url)
    delegation = scene.delegate("Write three headlines")
    scene.start()
    attempt = scene.ended(delegation)
    assert (attempt.state, attempt.text, attempt.error) == (AttemptState.COMPLETE, ANSWER, None)
    assert attempt.usage == Usage(12, 8, cost_micro=0), "as the server counts them; local is free"
    assert (attempt.model_answered, attempt.request_id) == ("m", "req_replay")
    task = scene.do(task_reading.get, task_id=attempt.task_id)
    assert task is not None and task.stage is Stage.IN_REVIEW
    result = scene.do(reading.latest_result, task_id=attempt.task_id)
    assert result is not None and (result.text, result.author) == (ANSWER, "Replay")
    assert server.requests[0].json["messages"] == [{"role": "user", "content": "Write three headlines"}]


def test_both_dialects_are_spoken(scene: Scene, server: ReplayServer) -> None:
    server.script(anthropic(ANSWER, thinking="Let me think."))
    scene.add_provider(server.anthropic_url, dialect="anthropic")
    delegation = scene.delegate()
    scene.start()
    attempt = scene.ended(delegation)
    assert (attempt.state, attempt.text, attempt.reasoning) == (AttemptState.COMPLETE, ANSWER, "Let me think.")
    assert "".join(chunk.reasoning for chunk in scene.chunks) == "Let me think."


def test_the_request_is_on_the_disk_before_it_leaves(scene: Scene, server: ReplayServer) -> None:
    seen: list[AttemptState] = []

    def reply(request: object) -> Reply:
        attempt = scene.attempt(delegation)
        seen.append(attempt.state)
        assert scene.do(reading.snapshot, attempt_id=attempt.id) is not None
        return openai_chat(ANSWER)

    server.script(reply)
    scene.add_provider(server.openai_url)
    delegation = scene.delegate()
    scene.start()
    assert scene.ended(delegation).state is AttemptState.COMPLETE
    assert seen == [AttemptState.SENT]


def test_the_window_hears_every_word_once_and_in_order(scene: Scene, server: ReplayServer) -> None:
    server.script(openai_chat(ANSWER * 20, pieces=200).paced(500))
    scene.add_provider(server.openai_url)
    delegation = scene.delegate()
    scene.start()
    scene.ended(delegation)
    assert "".join(chunk.text for chunk in scene.chunks) == ANSWER * 20
    assert [chunk.start for chunk in scene.chunks] == [
        sum(len(earlier.text) for earlier in scene.chunks[:number]) for number in range(len(scene.chunks))
    ]
    assert 1 < len(scene.chunks) < 150, "deltas are gathered"


def test_text_is_on_the_disk_while_the_answer_goes_on(scene: Scene, server: ReplayServer) -> None:
    gate = threading.Event()
    server.script(openai_chat(ANSWER, pieces=4).gated(gate, after=3))
    scene.add_provider(server.openai_url)
    delegation = scene.delegate()
    scene.start()
    halfway = scene.streaming(delegation, ANSWER[: len(ANSWER) // 2])
    assert halfway.first_text_at is not None
    engine = scene.desk.engine
    assert engine is not None
    assert engine.arrived(halfway.id) == halfway.text
    gate.set()
    assert scene.ended(delegation).text == ANSWER
    scene.desk.close()  # the row says so a moment before the engine lets go
    assert engine.arrived(halfway.id) is None


def test_stopping_keeps_the_text_and_hangs_up(scene: Scene, server: ReplayServer) -> None:
    server.script(openai_chat(ANSWER, finish=None, usage=False, done=False).hung())
    scene.add_provider(server.openai_url)
    delegation = scene.delegate()
    scene.start()
    scene.streaming(delegation, ANSWER)
    scene.do(delegations.stop, delegation_id=delegation)
    attempt = scene.ended(delegation)
    assert (attempt.state, attempt.text, attempt.error) == (AttemptState.CANCELLED, ANSWER, "stopped")
    assert attempt.usage.estimated and attempt.usage.output_tokens
    assert server.requests[0].gone.wait(SECONDS)
    task = scene.do(task_reading.get, task_id=attempt.task_id)
    assert task is not None and task.stage is Stage.DELEGATED, "it waits for a retry or to be taken back"


def test_stopping_before_the_first_word(scene: Scene, server: ReplayServer) -> None:
    server.script(scene.telling(never()))
    scene.add_provider(server.openai_url)
    delegation = scene.delegate()
    scene.start()
    scene.until(lambda: bool(server.requests))
    scene.do(delegations.stop, delegation_id=delegation)
    assert (scene.ended(delegation).state, scene.attempt(delegation).text) == (AttemptState.CANCELLED, "")
    assert server.requests[0].gone.wait(SECONDS)


def test_taking_back_hangs_up_too(scene: Scene, server: ReplayServer) -> None:
    server.script(openai_chat(ANSWER, finish=None, done=False).hung())
    scene.add_provider(server.openai_url)
    delegation = scene.delegate()
    scene.start()
    attempt = scene.streaming(delegation)
    scene.do(delegations.take_back, task_id=attempt.task_id)
    assert scene.ended(delegation).state is AttemptState.CANCELLED
    assert scene.do(reading.latest_result, task_id=attempt.task_id) is None


@pytest.mark.parametrize(
    ("reply", "state", "error", "text"),
    [
        (openai_chat(ANSWER, finish="length"), AttemptState.TRUNCATED, "length", ANSWER),
        (openai_chat(ANSWER, finish="content_filter"), AttemptState.REFUSED, "declined", ANSWER),
        (openai_chat(ANSWER, finish=None), AttemptState.INTERRUPTED, "cut", ANSWER),
        (openai_chat(ANSWER, finish=None, usage=False, done=False).reset(), AttemptState.INTERRUPTED, "cut", ANSWER),
        (openai_chat(" ", pieces=1), AttemptState.FAILED, "empty", " "),
        (openai_error(401, "Incorrect API key provided"), AttemptState.FAILED, "key_refused", ""),
        (openai_error(404, "no such model", code="model_not_found"), AttemptState.FAILED, "model_unknown", ""),
    ],
)
def test_how_answers_end(
    scene: Scene, server: ReplayServer, reply: Reply, state: AttemptState, error: str, text: str
) -> None:
    server.script(reply)
    scene.add_provider(server.openai_url)
    delegation = scene.delegate()
    scene.start()
    attempt = scene.ended(delegation)
    assert (attempt.state, attempt.error, attempt.text) == (state, error, text)
    assert attempt.error_detail
    assert len(server.requests) == 1, "nothing is sent again by itself"
    assert scene.do(reading.latest_result, task_id=attempt.task_id) is None


def test_an_error_within_the_answer_keeps_what_arrived(scene: Scene, server: ReplayServer) -> None:
    cut = openai_chat(ANSWER, finish=None, usage=False, done=False)
    broken = Reply((*cut.pieces, b'data: {"error": {"message": "overloaded", "code": 529}}\n\n'), headers=cut.headers)
    server.script(broken)
    scene.add_provider(server.openai_url)
    delegation = scene.delegate()
    scene.start()
    attempt = scene.ended(delegation)
    assert (attempt.state, attempt.error, attempt.text) == (AttemptState.INTERRUPTED, "down", ANSWER)
    assert attempt.request_id == "req_replay"


def test_a_retry_is_a_new_attempt(scene: Scene, server: ReplayServer) -> None:
    server.script(openai_error(401, "Incorrect API key provided"), openai_chat(ANSWER))
    scene.add_provider(server.openai_url)
    delegation = scene.delegate()
    scene.start()
    assert scene.ended(delegation).state is AttemptState.FAILED
    scene.do(delegations.retry, delegation_id=delegation)
    attempt = scene.ended(delegation)
    assert (attempt.number, attempt.state) == (2, AttemptState.COMPLETE)


def test_one_at_a_time_on_this_computer_in_their_order(scene: Scene, server: ReplayServer) -> None:
    gate = threading.Event()
    server.script(scene.telling(openai_chat("one").gated(gate, after=1)), openai_chat("two"), openai_chat("three"))
    scene.add_provider(server.openai_url)
    out = [scene.delegate(title) for title in ("First", "Second", "Third")]
    scene.start()
    scene.until(lambda: bool(server.requests))
    assert [scene.attempt(one).state for one in out[1:]] == [AttemptState.QUEUED, AttemptState.QUEUED]
    gate.set()
    assert [scene.ended(one).text for one in out] == ["one", "two", "three"]


def test_a_slow_provider_holds_up_no_other(scene: Scene, server: ReplayServer) -> None:
    with ReplayServer() as slow:
        slow.script(never())
        scene.add_provider(slow.openai_url, name="Slow")
        server.script(openai_chat(ANSWER))
        scene.add_provider(server.openai_url)
        scene.delegate(to="Slow")
        quick = scene.delegate(to="Replay")
        scene.start()
        assert scene.ended(quick).state is AttemptState.COMPLETE
        assert slow.requests


def test_a_paused_queue_waits_until_it_is_released(scene: Scene, server: ReplayServer) -> None:
    server.script(openai_chat(ANSWER))
    scene.add_provider(server.openai_url)
    scene.do(settings.set_setting, key=PAUSED, value=True)
    scene.start()
    delegation = scene.delegate()
    scene.do(settings.set_setting, key="theme", value="dark")  # wakes the engine, and changes nothing for it
    assert scene.attempt(delegation).state is AttemptState.QUEUED
    scene.do(settings.set_setting, key=PAUSED, value=False)
    assert scene.ended(delegation).state is AttemptState.COMPLETE


def test_what_may_never_run_is_ended_and_the_next_one_runs(scene: Scene, server: ReplayServer) -> None:
    server.script(openai_chat(ANSWER))
    off = scene.add_provider("http://127.0.0.1:1/v1", name="Off")
    scene.add_provider(server.openai_url)
    first, second = scene.delegate(to="Off"), scene.delegate(to="Replay")
    scene.do(roster.edit_provider, provider_id=off, enabled=False)
    scene.start()
    assert scene.ended(second).state is AttemptState.COMPLETE
    assert (scene.attempt(first).state, scene.attempt(first).error) == (AttemptState.FAILED, "provider_off")


def test_level_3_is_never_sent(scene: Scene, server: ReplayServer) -> None:
    """The last gate: a level changed in the file by other means than the app's."""
    scene.add_provider(server.openai_url)
    delegation = scene.delegate()
    scene.do(
        lambda store: store.execute("UPDATE task SET level = ?", (Level.YOU_ONLY,)),
    )
    scene.start()
    assert (scene.ended(delegation).error, server.requests) == ("level_3", [])


def test_quitting_interrupts_with_the_text_on_the_disk(scene: Scene, server: ReplayServer) -> None:
    server.script(openai_chat(ANSWER, finish=None, usage=False, done=False).hung())
    scene.add_provider(server.openai_url)
    delegation = scene.delegate()
    scene.start()
    scene.until(lambda: "".join(chunk.text for chunk in scene.chunks) == ANSWER)
    scene.desk.close()
    again = Scene(scene.folder)
    attempt = again.attempt(delegation)
    assert (attempt.state, attempt.error, attempt.text) == (AttemptState.INTERRUPTED, "app_ended", ANSWER)
    assert server.requests[0].gone.wait(SECONDS)
    again.desk.close()


def test_quitting_before_anything_was_run(tmp_path: Path) -> None:
    before = set(threading.enumerate())
    scene = Scene(tmp_path / "data")
    scene.start()
    assert set(threading.enumerate()) - before
    scene.desk.close()
    assert not set(threading.enumerate()) - before


def test_revision_sends_the_former_result_and_the_comment(scene: Scene, server: ReplayServer) -> None:
    from orchestrator_desktop.operations import reviews

    server.script(openai_chat("A first answer"), openai_chat("A shorter one"))
    scene.add_provider(server.openai_url)
    delegation = scene.delegate()
    scene.start()
    first = scene.ended(delegation)
    changes = scene.do(reviews.revise, task_id=first.task_id, comment="Shorter.")
    assert scene.ended(changes.first(Kind.DELEGATION)).text == "A shorter one"  # type: ignore[arg-type]
    said = [message["content"] for message in server.requests[1].json["messages"]]
    assert said[1] == "A first answer"
    assert "Shorter." in said[2]
