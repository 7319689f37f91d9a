"""Killing a process at work, and looking at what it left: for the tests and for `make soak`."""

from __future__ import annotations

import json
import random
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO, Any

from orchestrator_desktop.domain.attempts import AttemptState
from orchestrator_desktop.domain.task import Stage
from orchestrator_desktop.operations import recovery
from orchestrator_desktop.store import days, tasks
from orchestrator_desktop.store import delegations as reading
from orchestrator_desktop.store.opening import open_store
from orchestrator_desktop.store.store import Store
from tests.e2e.worker import DAY
from tests.fakes.answers import openai_chat, openai_error
from tests.fakes.replay import Recorded, Reply, Scripted

ROOT = Path(__file__).parents[2]

Act = dict[str, Any]


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


def moody(seed: int) -> Scripted:
    """A provider that mostly answers, and now and then cuts, resets, says nothing, is down, or asks for a pause."""
    chance = random.Random(seed)
    lock = threading.Lock()
    good = openai_chat("An answer. " * 50, pieces=20).paced(2000)
    cut = openai_chat("Half an answer. " * 20, pieces=10, finish=None, usage=False, done=False).paced(2000)
    moods = [good] * 12 + [
        cut,
        cut.reset(),
        openai_error(503, "down"),
        openai_error(429, "later", {"retry-after": "1"}),
    ]
    moods += [openai_error(500, "oops"), Reply(silent=True), Reply()]

    def answer(request: Recorded) -> Reply:
        with lock:
            return chance.choice(moods)

    return answer


def until_killed(folder: Path, seed: int, *, after: int, pause: float = 0.0) -> list[Act]:
    """What the worker was sure of when it was killed, somewhere behind its act number `after`."""
    with worker(folder, "loop", str(seed)) as (process, said):
        lines = [said.readline() for _ in range(after)]
        if pause:
            threading.Event().wait(pause)
        process.kill()
        lines += said.readlines()
    return [json.loads(line) for line in lines if line.endswith("\n")]


def verify(folder: Path, acts: list[Act]) -> None:
    """The file is sound, every acknowledged act is there, and no request left twice."""
    store = open_store(folder)
    try:
        _sound(store)
        for act in acts:
            _CHECKS[act["act"]](store, act)
        thoughts = [act["text"] for act in acts if act["act"] == "reflect"]
        assert days.reflection(store, DAY).text.startswith(thoughts[-1] if thoughts else "")
    finally:
        store.close()


def requests_logged(folder: Path) -> int:
    """How many requests the log says have left."""
    store = open_store(folder)
    try:
        return int(store.value("SELECT count(*) FROM sent"))
    finally:
        store.close()


def _sound(store: Store) -> None:
    assert store.value("PRAGMA integrity_check") == "ok"
    assert store.rows("PRAGMA foreign_key_check") == []
    store.execute("INSERT INTO task_text (task_text, rank) VALUES ('integrity-check', 1)")
    twice = store.rows(
        "SELECT attempt_id FROM sent WHERE attempt_id IS NOT NULL GROUP BY attempt_id HAVING count(*) > 1"
    )
    assert twice == [], "an attempt is sent once, or not at all"
    recovery.recover(store, alive=lambda owner: False)
    assert store.value("SELECT count(*) FROM attempt WHERE state IN ('sent', 'streaming')") == 0
    unasked = store.value(
        """SELECT count(*) FROM attempt AS later JOIN attempt AS before ON before.delegation_id = later.delegation_id
        AND before.number = later.number - 1 WHERE later.automatic > 0 AND before.state = 'unknown'"""
    )
    assert unasked == 0, "what may have been received is not sent again by itself"


def _task(store: Store, act: Act) -> None:
    task = tasks.get(store, act["task"])
    assert task is not None
    assert act["title"] == task.title


def _brief(store: Store, act: Act) -> None:
    brief = reading.latest_brief(store, act["task"])
    assert brief is not None
    assert brief.objective == act["objective"]


def _delegation(store: Store, act: Act) -> None:
    assert reading.delegation(store, act["delegation"]) is not None
    assert reading.latest_attempt(store, act["delegation"]) is not None


def _ended(store: Store, act: Act) -> None:
    attempt = reading.attempt(store, act["attempt"])
    assert attempt is not None
    assert (attempt.state, attempt.text) == (AttemptState(act["state"]), act["text"])


def _text(store: Store, act: Act) -> None:
    assert act["text"] in [result.text for result in reading.results(store, act["task"])]


def _done(store: Store, act: Act) -> None:
    task = tasks.get(store, act["task"])
    assert task is not None
    assert task.stage is Stage.DONE


def _planned(store: Store, act: Act) -> None:
    task = tasks.get(store, act["task"])
    assert task is not None
    assert task.stage is Stage.PLANNED


_CHECKS: dict[str, Callable[[Store, Act], None]] = {
    "add": _task,
    "brief": _brief,
    "delegate": _delegation,
    "ended": _ended,
    "keep": _text,
    "edit": _text,
    "accept": _done,
    "reject": _planned,
    "back": _planned,
    "reflect": lambda store, act: None,  # each is part of the last one
}
