"""Taking tasks from stage to stage: plan, complete, drop, take back, clear the trash."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from datetime import UTC, datetime, timedelta
from typing import Final

from orchestrator_desktop.domain import moments
from orchestrator_desktop.domain.attempts import AttemptState
from orchestrator_desktop.domain.changes import Changes, Kind
from orchestrator_desktop.domain.errors import QT_TRANSLATE_NOOP, UserError
from orchestrator_desktop.domain.ids import TaskId
from orchestrator_desktop.domain.ledger import Event, Way
from orchestrator_desktop.domain.task import Stage, Task, may_move
from orchestrator_desktop.operations.acting import Act, acting
from orchestrator_desktop.operations.attaching import forget_contents
from orchestrator_desktop.operations.recording import record
from orchestrator_desktop.operations.repeating import make_next, take_next_back
from orchestrator_desktop.operations.tasks import require
from orchestrator_desktop.operations.timing import stopped
from orchestrator_desktop.store import family
from orchestrator_desktop.store.store import Store, Value

COMPLETE: Final = QT_TRANSLATE_NOOP("operations", "Complete")
KEPT_DAYS: Final = 30
"""Days that the trash keeps a dropped task."""
_CLEARED_AT_ONCE: Final = 500


def complete(store: Store, *, task_id: TaskId, seconds: int | None = None) -> Changes:
    """Done by hand: the ledger counts it as executed, by `seconds` of work where known, else by its timer. What was
    out is closed, open parts are done with it, and a task that repeats gets its next instance."""
    with acting(store, COMPLETE) as act:
        _complete(act, task_id, seconds)
    return act.changes


def complete_all(store: Store, *, task_ids: Sequence[TaskId]) -> Changes:
    """Several done by hand, as one act; one that is done already along with what it is a part of is left."""
    with acting(store, COMPLETE) as act:
        _each_once(act, task_ids, lambda task_id: _complete(act, task_id, None))
    return act.changes


def drop(store: Store, *, task_ids: Sequence[TaskId]) -> Changes:
    """Give tasks up, with their parts: they are kept in the trash for 30 days, and what was out is closed."""
    with acting(store, QT_TRANSLATE_NOOP("operations", "Drop")) as act:
        _each_once(act, task_ids, lambda task_id: _drop(act, task_id))
    return act.changes


def reopen(store: Store, *, task_id: TaskId) -> Changes:
    """Take a done or dropped task back to the planned ones, with the parts that ended along with it. The
    next instance that it got goes again, unless somebody has touched it."""
    return reopen_all(store, task_ids=[task_id])


def reopen_all(store: Store, *, task_ids: Sequence[TaskId]) -> Changes:
    """Several taken back, as one act. What they are a part of is open again too."""
    with acting(store, QT_TRANSLATE_NOOP("operations", "Reopen")) as act:
        _each_once(act, task_ids, lambda task_id: _reopen(act, task_id))
    return act.changes


def set_stage(store: Store, *, task_ids: Sequence[TaskId], stage: Stage) -> Changes:
    """Take tasks to the inbox, the planned, the done or the dropped ones, wherever they are now."""
    if stage is Stage.DONE:
        return complete_all(store, task_ids=task_ids)
    if stage is Stage.DROPPED:
        return drop(store, task_ids=task_ids)
    if stage not in (Stage.INBOX, Stage.PLANNED):
        raise UserError(
            QT_TRANSLATE_NOOP(
                "errors", "A task goes out by being handed over. Nothing was changed; brief it and delegate."
            )
        )
    with acting(store, QT_TRANSLATE_NOOP("operations", "Move")) as act:
        for task_id in dict.fromkeys(task_ids):
            _put_back(act, task_id, stage)
    return act.changes


def clear_trash(store: Store, *, before: datetime | None = None) -> Changes:
    """Remove for good what was dropped before a moment (None: all of it). It cannot be undone. Parts of it that were
    not dropped with it, done ones above all, stay and are whole tasks from then on."""
    limit = None if before is None else moments.to_text(before)
    with acting(store, QT_TRANSLATE_NOOP("operations", "Empty the trash"), undoable=False) as act:
        removed = family.in_trash(store, limit)
        for part in family.others_within(store, removed):
            act.update(Kind.TASK, part, {"parent_id": None, "position": None})
        for each in reversed(family.wholes_first(store, removed)):
            act.delete(Kind.TASK, each)
    forget_contents(store, now=datetime.now(UTC))
    return act.changes


def clear_old_trash(store: Store, *, now: datetime) -> Changes:
    """What the trash has kept for 30 days."""
    return clear_trash(store, before=now - timedelta(days=KEPT_DAYS))


def complete_parts(act: Act, task_id: TaskId) -> None:
    """Inside an act that ends a task: its open parts are done with it, at any depth. Of those that repeat, the next
    instance comes with that of the whole, or not at all: nothing opens beneath what is done."""
    for part in _open_parts(act, task_id):
        _done(act, part, None, again=False)


def move(act: Act, task_id: TaskId, stage: Stage, *, again: bool = True, **more: Value) -> Task:
    """Take a task to another stage inside an act; raises UserError for one that is finished. Returns it as it was.

    One that is done gets its next instance where it repeats, unless it is not to come `again`."""
    task = require(act.store, task_id)
    if not may_move(task.stage, stage):
        raise UserError(
            QT_TRANSLATE_NOOP("errors", "“{title}” is already finished. Nothing was changed; reopen it first."),
            title=task.title,
        )
    ended = act.now if not stage.open else None
    timer = {} if stage.open else stopped(act, task)
    act.update(Kind.TASK, task_id, {"stage": stage, "done_at": ended, **timer, **more})
    if stage is Stage.DONE and again:
        make_next(act, task)
    return task


def close_open_delegation(act: Act, task_id: TaskId) -> None:
    """Nothing is awaited any more: what is queued is cancelled, what runs is asked to stop."""
    for row in act.store.rows("SELECT id FROM delegation WHERE task_id = ? AND state = 'open'", (task_id,)):
        act.update(Kind.DELEGATION, row["id"], {"state": "closed"})
        ask_to_stop(act, row["id"])


def ask_to_stop(act: Act, delegation_id: int) -> bool:
    """Cancel what has not left yet of a delegation, ask for what is under way to be stopped; whether there was any."""
    active = act.store.rows(
        """SELECT id, state FROM attempt WHERE delegation_id = ?
        AND state IN ('draft', 'queued', 'waiting', 'sent', 'streaming')""",
        (delegation_id,),
    )
    for row in active:
        if AttemptState(row["state"]).to_come:
            act.store.execute(
                "UPDATE attempt SET state = 'cancelled', error = 'stopped', cost_micro = 0, ended_at = ? WHERE id = ?",
                (act.now, row["id"]),
            )
            record(act, row["id"], AttemptState.CANCELLED)
        else:
            act.store.execute("UPDATE attempt SET stop_asked = 1 WHERE id = ?", (row["id"],))
            act.touch(Kind.ATTEMPT, row["id"])
    return bool(active)


def _each_once(act: Act, task_ids: Sequence[TaskId], deed: Callable[[TaskId], None]) -> None:
    """Do it for each task, but for parts whose whole is among them: they go along with it."""
    wanted = list(dict.fromkeys(task_ids))
    along = set(family.parts_of(act.store, wanted)) if len(wanted) > 1 else set()
    for task_id in wanted:
        if task_id not in along:
            deed(task_id)


def _complete(act: Act, task_id: TaskId, seconds: int | None) -> None:
    complete_parts(act, task_id)
    _done(act, task_id, seconds)


def _done(act: Act, task_id: TaskId, seconds: int | None, *, again: bool = True) -> None:
    task = move(act, task_id, Stage.DONE, again=again)
    close_open_delegation(act, task_id)
    worked = act.store.value("SELECT spent_seconds FROM task WHERE id = ?", (task.id,))
    act.note(Event.EXECUTED, task_id, way=Way.EXECUTED, seconds=seconds if seconds is not None else worked or None)


def _drop(act: Act, task_id: TaskId) -> None:
    for each in (*_open_parts(act, task_id), task_id):
        move(act, each, Stage.DROPPED)
        close_open_delegation(act, each)
        act.note(Event.DROPPED, each)


def _open_parts(act: Act, task_id: TaskId) -> Iterable[TaskId]:
    """Open parts at any depth, the deepest first."""
    return [part for part in reversed(family.parts_of(act.store, [task_id])) if require(act.store, part).stage.open]


def _reopen(act: Act, task_id: TaskId) -> None:
    task = require(act.store, task_id)
    if task.stage.open:
        raise UserError(
            QT_TRANSLATE_NOOP("errors", "“{title}” is neither done nor dropped. Nothing was changed."),
            title=task.title,
        )
    along = [part for part in family.parts_of(act.store, [task_id]) if _ended_with(act, part, task)]
    above = [whole for whole in family.above(act.store, task_id) if not require(act.store, whole).stage.open]
    for each in (*above, task_id, *along):
        ended = move(act, each, Stage.PLANNED)
        if ended.stage is Stage.DONE:
            take_next_back(act, ended)
        act.note(Event.REOPENED, each)


def _ended_with(act: Act, part: TaskId, task: Task) -> bool:
    row = require(act.store, part)
    return row.stage is task.stage and row.done_at == task.done_at


def _put_back(act: Act, task_id: TaskId, stage: Stage) -> None:
    task = require(act.store, task_id)
    if not task.stage.open:
        _reopen(act, task_id)
    elif task.stage in (Stage.DELEGATED, Stage.IN_REVIEW):
        raise UserError(
            QT_TRANSLATE_NOOP("errors", "“{title}” is out or in review. Nothing was changed; take it back there."),
            title=task.title,
        )
    act.update(Kind.TASK, task_id, {"stage": stage})
