"""kill -9 at any moment: nothing that was acknowledged is gone, and nothing is sent twice."""

from __future__ import annotations

import random
import threading
import time
from pathlib import Path

from orchestrator_desktop.domain.attempts import AttemptState
from orchestrator_desktop.store import delegations as reading
from tests.e2e.killing import moody, requests_logged, until_killed, verify, worker
from tests.engine.scene import SECONDS, Scene
from tests.fakes.answers import openai_chat
from tests.fakes.replay import Pause, ReplayServer, Reply

WORDS = [f"word{number:03} " for number in range(400)]
LOST_SECONDS = 0.5
SLACK_SECONDS = 1.5
"""For a machine that has other things to do as well."""


class Moment(threading.Event):
    """A piece of a reply that remembers when it was reached, and holds nothing up."""

    at = float("inf")

    def wait(self, timeout: float | None = None) -> bool:
        self.at = time.monotonic()
        self.set()
        return True


def test_an_answer_cut_by_a_kill_keeps_its_text_and_is_not_asked_again(tmp_path: Path) -> None:
    moments = [Moment() for _ in WORDS]
    role, *texts = openai_chat("".join(WORDS), pieces=len(WORDS), finish=None, usage=False, done=False).pieces
    paced = [part for text, moment in zip(texts, moments, strict=True) for part in (Pause(0.01), text, moment)]
    scene = Scene(tmp_path)
    with ReplayServer() as server:
        server.script(Reply((role, *paced)).hung())
        scene.add_provider(server.openai_url)
        delegation = scene.delegate()
        with worker(tmp_path, "stream") as (process, _):
            assert threading.Event.wait(moments[random.Random(2026).randrange(250, 350)], SECONDS)
            killed_at = time.monotonic()
            process.kill()
            process.wait()
        scene.start()
        attempt = scene.ended(delegation)
        scene.desk.close()
    assert (attempt.state, attempt.error) == (AttemptState.INTERRUPTED, "app_ended")
    assert "".join(WORDS).startswith(attempt.text)
    due = sum(moment.at < killed_at - LOST_SECONDS - SLACK_SECONDS for moment in moments)
    assert due > 0
    assert attempt.text.startswith("".join(WORDS[:due])), "what is older was on the disk"
    assert len(server.requests) == 1


def test_all_that_arrived_is_on_the_disk_after_a_pause(tmp_path: Path) -> None:
    scene = Scene(tmp_path)
    with ReplayServer() as server:
        server.script(openai_chat("".join(WORDS), finish=None, usage=False, done=False).hung())
        scene.add_provider(server.openai_url)
        delegation = scene.delegate()
        with worker(tmp_path, "stream") as (process, _):
            scene.streaming(delegation, "".join(WORDS))
            process.kill()
        scene.start()
        assert scene.ended(delegation).text == "".join(WORDS)
        scene.desk.close()


def test_what_was_acknowledged_outlives_kills_at_random_moments(tmp_path: Path) -> None:
    """The short form of `make soak`."""
    chance = random.Random(2026)
    scene = Scene(tmp_path)
    with ReplayServer() as server:
        server.always(moody(2026))
        scene.add_provider(server.openai_url)
        scene.desk.close()
        for seed in range(5):
            acts = until_killed(tmp_path, seed, after=chance.randrange(1, 60))
            verify(tmp_path, acts)
            assert requests_logged(tmp_path) >= len(server.requests)
        again = Scene(tmp_path)
        again.start()
        again.until(lambda: not again.do(reading.any_active))
        again.desk.close()
