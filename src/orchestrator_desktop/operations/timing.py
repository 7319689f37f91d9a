"""Time spent on tasks: one timer at a time, kept in the file, so that it runs on through a crash."""

from __future__ import annotations

from typing import Final

from orchestrator_desktop.domain import moments
from orchestrator_desktop.domain.changes import Changes, Kind
from orchestrator_desktop.domain.errors import QT_TRANSLATE_NOOP, UsageError, UserError
from orchestrator_desktop.domain.ids import TaskId
from orchestrator_desktop.domain.task import Task
from orchestrator_desktop.operations.acting import Act, acting
from orchestrator_desktop.operations.tasks import require
from orchestrator_desktop.store import tasks as reading
from orchestrator_desktop.store.store import Store, Value

LONGEST: Final = 100 * 365 * 24 * 3600


def start_timer(store: Store, *, task_id: TaskId) -> Changes:
    """Count the time from now on; a timer that runs elsewhere is stopped, with what it has counted."""
    with acting(store, QT_TRANSLATE_NOOP("operations", "Start the timer")) as act:
        task = require(store, task_id)
        if not task.stage.open:
            raise UserError(
                QT_TRANSLATE_NOOP("errors", "“{title}” is already finished. Nothing was changed; reopen it first."),
                title=task.title,
            )
        other = reading.timed(store)
        if other is not None and other.id != task_id:
            act.update(Kind.TASK, other.id, stopped(act, other))
        if task.timer_since is None:
            act.update(Kind.TASK, task_id, {"timer_since": act.now})
    return act.changes


def stop_timer(store: Store, *, task_id: TaskId | None = None) -> Changes:
    """Add what the timer counted to the task's time. Raises UserError where none runs."""
    with acting(store, QT_TRANSLATE_NOOP("operations", "Stop the timer")) as act:
        task = reading.timed(store) if task_id is None else require(store, task_id)
        if task is None or task.timer_since is None:
            raise UserError(QT_TRANSLATE_NOOP("errors", "No timer runs. Nothing was changed."))
        act.update(Kind.TASK, task.id, stopped(act, task))
    return act.changes


def set_spent(store: Store, *, task_id: TaskId, seconds: int) -> Changes:
    """Correct the time spent; a timer that runs goes on from now."""
    if not 0 <= seconds <= LONGEST:
        raise UsageError(QT_TRANSLATE_NOOP("errors", "That is no time that can be spent. Nothing was changed."))
    with acting(store, QT_TRANSLATE_NOOP("operations", "Correct the time")) as act:
        task = require(store, task_id)
        again = {} if task.timer_since is None else {"timer_since": act.now}
        act.update(Kind.TASK, task_id, {"spent_seconds": seconds, **again})
    return act.changes


def stopped(act: Act, task: Task) -> dict[str, Value]:
    """The columns of a task whose timer is stopped now; nothing where none runs."""
    if task.timer_since is None:
        return {}
    # A clock that was set back must not take away what was counted before.
    counted = max(0, round((moments.moment(act.now) - task.timer_since).total_seconds()))
    return {"timer_since": None, "spent_seconds": task.spent_seconds + counted}
