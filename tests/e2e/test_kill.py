"""kill -9 at any moment: nothing that was acknowledged is gone, and nothing is sent twice."""

from __future__ import annotations

import json
import random
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO, Any

from orchestrator_desktop.domain.attempts import AttemptState
from orchestrator_desktop.domain.task import Stage
from orchestrator_desktop.store import days, tasks
from orchestrator_desktop.store import delegations as reading
from orchestrator_desktop.store.opening import open_store
from orchestrator_desktop.store.store import Store
from tests.e2e.worker import DAY
from tests.engine.scene import SECONDS, Scene
from tests.fakes.replay import Pause, ReplayServer, Reply, openai_chat

ROOT = Path(__file__).parents[2]
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


@contextmanager
def worker(folder: Path, *mode: str) -> Iterator[tuple[subprocess.Popen[str], IO[str]]]:
    """A process at work on `folder`, killed at the end if it was not before."""
    process = subprocess.Popen(
        [sys.executable, "-m", "tests.e2e.worker", str(folder), *mode],
        cwd=ROOT,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    assert process.stdout is not None
    with process:
        try:
            assert json.loads(process.stdout.readline()) == {"act": "open"}
            yield process, process.stdout
        finally:
            process.kill()


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
    chance = random.Random(2026)
    scene = Scene(tmp_path)
    with ReplayServer() as server:
        server.always(openai_chat("An answer. " * 50, pieces=20).paced(2000))
        scene.add_provider(server.openai_url)
        scene.desk.close()
        for seed in range(5):
            acts = _until_killed(tmp_path, seed, after=chance.randrange(1, 60))
            _verify(tmp_path, acts)
        again = Scene(tmp_path)
        again.start()
        again.until(lambda: not again.do(reading.any_active))
        again.desk.close()


def _until_killed(folder: Path, seed: int, after: int) -> list[dict[str, Any]]:
    """What the worker was sure of when it was killed, somewhere behind its act number `after`."""
    with worker(folder, "loop", str(seed)) as (process, said):
        lines = [said.readline() for _ in range(after)]
        process.kill()
        lines += said.readlines()
    return [json.loads(line) for line in lines if line.endswith("\n")]


def _verify(folder: Path, acts: list[dict[str, Any]]) -> None:
    store = open_store(folder)
    try:
        assert store.value("PRAGMA integrity_check") == "ok"
        assert store.rows("PRAGMA foreign_key_check") == []
        for act in acts:
            _CHECKS[act["act"]](store, act)
        thoughts = [act["text"] for act in acts if act["act"] == "reflect"]
        assert days.reflection(store, DAY).text.startswith(thoughts[-1] if thoughts else "")
    finally:
        store.close()


def _check_task(store: Store, act: dict[str, Any]) -> None:
    task = tasks.get(store, act["task"])
    assert task is not None and act["title"] == task.title


def _check_brief(store: Store, act: dict[str, Any]) -> None:
    brief = reading.latest_brief(store, act["task"])
    assert brief is not None and brief.objective == act["objective"]


def _check_delegation(store: Store, act: dict[str, Any]) -> None:
    assert reading.delegation(store, act["delegation"]) is not None
    assert reading.latest_attempt(store, act["delegation"]) is not None


def _check_text(store: Store, act: dict[str, Any]) -> None:
    assert act["text"] in [result.text for result in reading.results(store, act["task"])]


def _check_done(store: Store, act: dict[str, Any]) -> None:
    task = tasks.get(store, act["task"])
    assert task is not None and task.stage is Stage.DONE


_CHECKS: dict[str, Callable[[Store, dict[str, Any]], None]] = {
    "add": _check_task,
    "brief": _check_brief,
    "delegate": _check_delegation,
    "answer": _check_text,
    "edit": _check_text,
    "accept": _check_done,
    "reflect": lambda store, act: None,  # each is part of the last one
}
