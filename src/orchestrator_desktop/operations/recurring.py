"""How a task repeats, as the columns of its row."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from orchestrator_desktop.domain.recurrence import Recurrence
from orchestrator_desktop.domain.task import Due
from orchestrator_desktop.store.store import Value


def recurrence_columns(recurrence: Recurrence | None) -> dict[str, Value]:
    """A task's columns for how it repeats."""
    if recurrence is None:
        return {"rrule": None, "repeat_after": 0, "month_end": None, "repeat_start": None}
    start = recurrence.start
    return {
        "rrule": recurrence.rrule,
        "repeat_after": int(recurrence.after_done),
        "month_end": recurrence.month_end.value,
        "repeat_start": None if start is None else start.isoformat(),
    }


def started(recurrence: Recurrence, due: Due) -> Recurrence:
    """The recurrence counted from a task's first date, where it has no start yet."""
    if recurrence.start is not None or due is None:
        return recurrence
    start = due.astimezone().replace(tzinfo=None) if isinstance(due, datetime) else due
    return replace(recurrence, start=start)
