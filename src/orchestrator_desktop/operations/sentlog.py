"""The log of what was sent: a line is on the disk before the request leaves."""

from __future__ import annotations

from orchestrator_desktop.domain.changes import Changes, Kind
from orchestrator_desktop.domain.ids import AttemptId, TaskId
from orchestrator_desktop.operations.acting import acting
from orchestrator_desktop.operations.recording import record
from orchestrator_desktop.store.store import Store


def log_sent(
    store: Store,
    *,
    purpose: str,
    provider: str,
    url: str,
    size: int,
    model: str = "",
    task_id: TaskId | None = None,
    title: str = "",
    attempt_id: AttemptId | None = None,
) -> Changes:
    """Append a request that is about to leave: `size` is its body in bytes. The log is never changed."""
    with acting(store, "", undoable=False) as act:
        cursor = store.execute(
            """INSERT INTO sent (at, purpose, provider, url, model, bytes, task_id, task_title, attempt_id)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)""",
            (act.now, purpose, provider, url, model, size, task_id, title, attempt_id),
        )
        act.touch(Kind.SENT, int(cursor.lastrowid or 0))
        if attempt_id is not None:
            record(act, attempt_id, "left_computer", bytes=size)
    return act.changes
