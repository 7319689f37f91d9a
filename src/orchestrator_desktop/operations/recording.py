"""What happens to an attempt, kept step by step: the events behind its state."""

from __future__ import annotations

import json

from orchestrator_desktop.domain.changes import Kind
from orchestrator_desktop.operations.acting import Act


def record(act: Act, attempt_id: int, kind: str, **detail: str | int | float | None) -> None:
    """Inside an act: append an event, and report the attempt as changed. Never a text of the user's or a provider's."""
    act.store.execute(
        "INSERT INTO attempt_event (attempt_id, at, kind, detail) VALUES (?, ?, ?, ?)",
        (attempt_id, act.now, kind, json.dumps(detail) if detail else "{}"),
    )
    act.touch(Kind.ATTEMPT, attempt_id)
