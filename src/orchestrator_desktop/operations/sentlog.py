"""The log of what was sent: a line is on the disk before the request leaves."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from orchestrator_desktop.domain.changes import Changes, Kind
from orchestrator_desktop.domain.ids import AttemptId, TaskId
from orchestrator_desktop.operations.acting import acting
from orchestrator_desktop.operations.recording import record
from orchestrator_desktop.store.store import Store


@dataclass(frozen=True, slots=True)
class Departure:
    """A request about to leave. `purpose` is "delegation", "resume", "cancel", "test" or "models"; `size` its body in
    bytes."""

    purpose: str
    provider: str
    url: str
    size: int
    model: str = ""
    task_id: TaskId | None = None
    title: str = ""
    attempt_id: AttemptId | None = None


def log_sent(store: Store, *, departures: Sequence[Departure]) -> Changes:
    """Append requests that are about to leave. The log is never changed."""
    with acting(store, "", undoable=False) as act:
        for one in departures:
            cursor = store.execute(
                """INSERT INTO sent (at, purpose, provider, url, model, bytes, task_id, task_title, attempt_id)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)""",
                (
                    act.now,
                    one.purpose,
                    one.provider,
                    one.url,
                    one.model,
                    one.size,
                    one.task_id,
                    one.title,
                    one.attempt_id,
                ),
            )
            act.touch(Kind.SENT, int(cursor.lastrowid or 0))
            if one.attempt_id is not None:
                record(act, one.attempt_id, "left_computer", bytes=one.size)
    return act.changes
