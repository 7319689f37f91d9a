"""The process that gets killed: `python -m tests.e2e.worker FOLDER stream|loop [SEED]`.

stream: the engine runs what is queued, until the end of standard input.
loop: capture, delegate, judge and reflect without end; each line of JSON is an act that was acknowledged.
"""

from __future__ import annotations

import json
import random
import sys
import threading
from datetime import date
from pathlib import Path

from orchestrator_desktop.domain.attempts import AttemptState
from orchestrator_desktop.domain.changes import Kind
from orchestrator_desktop.domain.delegation import Attempt
from orchestrator_desktop.domain.ids import DelegationId, TaskId
from orchestrator_desktop.engine.desk import Desk, open_desk
from orchestrator_desktop.engine.limits import Limits
from orchestrator_desktop.operations import briefs, delegations, queueing, reflections, reviews, tasks
from orchestrator_desktop.store import delegations as reading

DAY = date(2026, 11, 23)


def say(**fact: object) -> None:
    print(json.dumps(fact), flush=True)


def loop(desk: Desk, changed: threading.Event, seed: int) -> None:
    chance = random.Random(seed)
    writer, journal = desk.writer, ""
    specialist = writer.submit(delegations.find_specialist, "Replay").result()
    assert specialist is not None
    for number in range(10_000):
        title = f"Task {seed}.{number} " + "word " * chance.randrange(40)
        task_id = TaskId(writer.submit(tasks.add, line=title).result().first(Kind.TASK))
        say(act="add", task=task_id, title=" ".join(title.split()))
        objective = "Write it." * chance.randrange(1, 400)
        writer.submit(briefs.edit_brief, task_id=task_id, objective=objective).result()
        say(act="brief", task=task_id, objective=objective)
        changes = writer.submit(delegations.delegate, task_id=task_id, specialist_id=specialist.id).result()
        delegation_id = DelegationId(changes.first(Kind.DELEGATION))
        say(act="delegate", task=task_id, delegation=delegation_id)
        attempt = _ended(desk, changed, delegation_id)
        if attempt.state is AttemptState.INTERRUPTED and attempt.text.strip() and chance.random() < 0.5:
            writer.submit(queueing.continue_answer, delegation_id=delegation_id).result()
            attempt = _ended(desk, changed, delegation_id)
        _judge(desk, chance, task_id, attempt, f"My own words {seed}.{number}")
        journal += f"Thought {seed}.{number}. "
        writer.submit(reflections.write_reflection, day=DAY, text=journal).result()
        say(act="reflect", text=journal)


def _ended(desk: Desk, changed: threading.Event, delegation_id: DelegationId) -> Attempt:
    """The delegation's last attempt once nothing follows it by itself."""
    while True:
        changed.clear()
        attempt = desk.writer.submit(reading.latest_attempt, delegation_id).result()
        assert attempt is not None
        if attempt.state.ended:
            say(act="ended", attempt=attempt.id, state=attempt.state, text=attempt.text)
            return attempt
        changed.wait()


def _judge(desk: Desk, chance: random.Random, task_id: TaskId, attempt: Attempt, own: str) -> None:
    writer = desk.writer
    if attempt.state is not AttemptState.COMPLETE:
        if not attempt.text.strip() or chance.random() < 0.5:
            writer.submit(delegations.take_back, task_id=task_id).result()
            say(act="back", task=task_id)
            return
        writer.submit(delegations.keep_text, attempt_id=attempt.id).result()
        say(act="keep", task=task_id, text=attempt.text)
    if chance.random() < 0.5:
        writer.submit(reviews.edit, task_id=task_id, text=own).result()
        say(act="edit", task=task_id, text=own)
    if chance.random() < 0.8:
        writer.submit(reviews.accept, task_id=task_id).result()
        say(act="accept", task=task_id)
    else:
        writer.submit(reviews.reject, task_id=task_id, reason="no").result()
        say(act="reject", task=task_id)


def main() -> None:
    folder, mode, *rest = sys.argv[1:]
    changed = threading.Event()
    limits = Limits(pace=0.01)
    desk = open_desk(Path(folder), on_changes=lambda changes, origin: changed.set(), limits=limits)
    say(act="open")
    if mode == "loop":
        loop(desk, changed, int(rest[0]))
    sys.stdin.read()
    desk.close()


if __name__ == "__main__":
    main()
