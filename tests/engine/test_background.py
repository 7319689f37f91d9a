"""Answers that the provider goes on with while the app is closed, or killed: read on, never asked for twice."""

from __future__ import annotations

import json
import threading
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

from orchestrator_desktop.domain.attempts import AttemptState
from orchestrator_desktop.domain.ids import DelegationId
from orchestrator_desktop.operations import delegations, roster
from orchestrator_desktop.store import delegates, sentlog
from tests.engine.scene import SECONDS, Scene
from tests.fakes.answers import openai_responses
from tests.fakes.replay import Recorded, ReplayServer, Reply, raw, status

TEXT = "A long answer that takes its time, and goes on without us."
FRAMES = tuple(piece for piece in openai_responses(TEXT, pieces=12).pieces if isinstance(piece, bytes))
SEEN = 9
"""So many events come before we go away."""


def begin(scene: Scene, server: ReplayServer, *, level: str = "") -> DelegationId:
    """A delegation whose first events have come, and are on the disk with their place."""
    server.script(Reply(FRAMES[:SEEN]).hung())
    provider_id = scene.add_provider(server.openai_url, dialect="openai-responses")
    scene.do(roster.edit_provider, provider_id=provider_id, background=True)
    delegation = scene.delegate(f"Write {level}")
    scene.start()
    scene.until(lambda: scene.attempt(delegation).sequence == SEEN - 1)
    return delegation


def number(frame: bytes) -> int:
    found: int = json.loads(frame.decode().split("data: ", 1)[1])["sequence_number"]
    return found


def the_rest(request: Recorded) -> Reply:
    """What comes after the event that the reader has, as the provider keeps it."""
    (after,) = parse_qs(urlsplit(request.path).query).get("starting_after", ["-1"])
    return Reply(tuple(frame for frame in FRAMES if number(frame) > int(after)))


def test_quitting_leaves_it_and_the_next_start_reads_on(scene: Scene, server: ReplayServer, tmp_path: Path) -> None:
    delegation = begin(scene, server)
    scene.desk.close()
    again = Scene(scene.folder)
    assert again.attempt(delegation).state is AttemptState.STREAMING, "neither ended nor lost"
    server.script(the_rest)
    again.start()
    attempt = again.complete(delegation)
    assert (attempt.text, attempt.number) == (TEXT, 1)
    assert [request.method for request in server.requests] == ["POST", "GET"]
    assert server.requests[1].path.endswith(f"/responses/resp_1?stream=true&starting_after={SEEN - 1}")
    assert [line.purpose for line in again.do(sentlog.sent)] == ["resume", "delegation"]
    again.desk.close()


def test_a_provider_that_keeps_it_no_more_leaves_what_was_read(scene: Scene, server: ReplayServer) -> None:
    delegation = begin(scene, server)
    before = scene.attempt(delegation).text
    scene.desk.close()
    again = Scene(scene.folder)
    server.script(status(404, body={"error": {"message": "Response with id 'resp_1' not found."}}))
    again.start()
    attempt = again.ended(delegation)
    assert attempt.state is AttemptState.INTERRUPTED
    assert before and attempt.text == before
    assert len(server.requests) == 2, "it is not asked for anew"
    again.desk.close()


def test_one_that_was_finished_meanwhile_is_taken_whole(scene: Scene, server: ReplayServer) -> None:
    delegation = begin(scene, server)
    scene.desk.close()
    again = Scene(scene.folder)
    content = [{"type": "output_text", "text": TEXT}]
    done = {"id": "resp_1", "status": "completed", "output": [{"type": "message", "content": content}]}
    server.script(raw(json.dumps(done), "application/json"))
    again.start()
    assert again.complete(delegation).text == TEXT
    again.desk.close()


def test_stopping_tells_the_provider(scene: Scene, server: ReplayServer) -> None:
    told = threading.Event()

    def cancelled(request: object) -> Reply:
        told.set()
        return raw(json.dumps({"id": "resp_1", "status": "cancelled"}), "application/json")

    delegation = begin(scene, server)
    server.script(cancelled)
    scene.do(delegations.stop, delegation_id=delegation)
    attempt = scene.ended(delegation)
    assert attempt.state is AttemptState.CANCELLED
    assert attempt.text
    assert told.wait(SECONDS)
    assert server.requests[-1].path.endswith("/responses/resp_1/cancel")
    assert scene.do(sentlog.sent)[0].purpose == "cancel"


def test_a_cut_connection_is_read_on_by_itself(scene: Scene, server: ReplayServer) -> None:
    server.script(Reply(FRAMES[:SEEN]).reset(), Reply((), status=503), the_rest)
    provider_id = scene.add_provider(server.openai_url, dialect="openai-responses")
    scene.do(roster.edit_provider, provider_id=provider_id, background=True)
    delegation = scene.delegate("Write")
    scene.start()
    attempt = scene.complete(delegation)
    assert (attempt.text, attempt.number) == (TEXT, 1)
    assert [request.method for request in server.requests] == ["POST", "GET", "GET"]


def test_one_cancelled_at_the_provider_is_not_read_on_for_ever(scene: Scene, server: ReplayServer) -> None:
    delegation = begin(scene, server)
    scene.desk.close()
    again = Scene(scene.folder)
    server.script(raw(json.dumps({"id": "resp_1", "status": "cancelled", "output": []}), "application/json"))
    again.start()
    attempt = again.ended(delegation)
    assert (attempt.state, attempt.error) == (AttemptState.INTERRUPTED, "stopped")
    assert len(server.requests) == 2
    again.desk.close()


def test_one_that_nobody_reads_is_cancelled_at_the_provider_too(scene: Scene, server: ReplayServer) -> None:
    delegation = begin(scene, server)
    before = scene.attempt(delegation).text
    scene.desk.close()
    again = Scene(scene.folder)
    again.do(delegations.take_back, task_id=again.attempt(delegation).task_id)
    server.script(raw(json.dumps({"id": "resp_1", "status": "cancelled"}), "application/json"))
    again.start()
    attempt = again.ended(delegation)
    assert (attempt.state, attempt.error, attempt.text) == (AttemptState.CANCELLED, "stopped", before)
    assert [request.path.partition("/responses")[2] for request in server.requests] == ["", "/resp_1/cancel"]
    assert again.do(sentlog.sent)[0].purpose == "cancel"
    again.desk.close()


def test_one_whose_provider_is_elsewhere_now_is_asked_for_nowhere(scene: Scene, server: ReplayServer) -> None:
    delegation = begin(scene, server)
    before = scene.attempt(delegation).text
    scene.desk.close()
    again = Scene(scene.folder)
    provider_id = again.do(delegates.id_of_name, table="provider", name="Replay")
    again.do(roster.edit_provider, provider_id=provider_id, base_url="http://127.0.0.1:9/v1")
    again.start()
    attempt = again.ended(delegation)
    assert (attempt.state, attempt.text) == (AttemptState.INTERRUPTED, before)
    assert len(server.requests) == 1
    assert [line.purpose for line in again.do(sentlog.sent)] == ["delegation"]
    again.desk.close()
