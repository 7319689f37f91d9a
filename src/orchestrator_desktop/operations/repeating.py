"""Tasks that repeat: the next instance of one that is done, and leaving an instance out."""

from __future__ import annotations

import json
from datetime import UTC, date, datetime, timedelta
from typing import Any, Final

from orchestrator_desktop.domain import moments
from orchestrator_desktop.domain.changes import Changes, Kind
from orchestrator_desktop.domain.errors import QT_TRANSLATE_NOOP, UserError
from orchestrator_desktop.domain.ids import TaskId
from orchestrator_desktop.domain.recurrence import carried, next_after
from orchestrator_desktop.domain.task import Due, Stage, Task
from orchestrator_desktop.operations.acting import Act, acting, kind_of, new_uid
from orchestrator_desktop.operations.recurring import recurrence_columns, started
from orchestrator_desktop.operations.tasks import require
from orchestrator_desktop.operations.undoing import defaults, row_of, still, untouched, used
from orchestrator_desktop.store import days, family
from orchestrator_desktop.store.store import Store, Value

_AGAIN: Final = (
    "title", "notes", "level", "domain_id", "specialist_id", "person_id", "priority", "estimate_minutes",
    "position", "rrule", "repeat_after", "month_end", "repeat_start",
)  # fmt: skip
"""Columns that an instance has of the one before."""
_BEYOND: Final = (OverflowError, ValueError, OSError)
"""What date arithmetic raises at the end of the calendar."""
_BRIEF: Final = ("objective", "context", "constraints", "done_when", "output")


def skip(store: Store, *, task_id: TaskId) -> Changes:
    """Leave this instance out: the task moves to its next date."""
    with acting(store, QT_TRANSLATE_NOOP("operations", "Skip")) as act:
        task = require(store, task_id)
        following = _following(act, task)
        if task.recurrence is None or not task.stage.open or following is None:
            raise UserError(
                QT_TRANSLATE_NOOP("errors", "“{title}” has no next date. Nothing was changed."), title=task.title
            )
        act.update(Kind.TASK, task_id, _moved(task, following))
    return act.changes


def make_next(act: Act, task: Task) -> TaskId | None:
    """Inside an act: the next instance of a task that has just been done. None where it does not repeat, its rule has
    ended, or it has a next one already: completing twice must not make two."""
    if task.recurrence is None or act.store.value("SELECT 1 FROM task WHERE repeats_of = ?", (task.id,)) is not None:
        return None
    following = _following(act, task)
    if following is None:
        return None
    return _again(act, task.id, {**_instance(task, following), "parent_id": task.parent_id})


def take_next_back(act: Act, task: Task) -> None:
    """Inside an act that reopens a task: the next instance that it got when it was done goes, as undo would take it,
    or there were two open ones. One that was changed since, or that others refer to, stays: somebody works with it.

    In a whole that has a next instance, a part's is within that one, and goes or stays with it."""
    found = act.store.value("SELECT id FROM task WHERE repeats_of = ? AND parent_id IS ?", (task.id, task.parent_id))
    if found is None:
        return
    made = _made_with(act.store, task, TaskId(found))
    if made and all(_is_as_made(act.store, kind, key, after, made) for (kind, key), after in made.items()):
        for kind, key in reversed(made):
            act.delete(kind, key)


def _made_with(store: Store, done: Task, following: TaskId) -> dict[tuple[Kind, int], dict[str, Any]]:
    """The rows of the next instance and its parts as they came when a task was done; empty where no step tells."""
    # The moment leads to the step: what steps changed has no index by row, and an import leaves very many.
    step = store.value(
        """SELECT made.step_id FROM undo_step CROSS JOIN undo_change AS made ON made.step_id = undo_step.id
        CROSS JOIN undo_change AS ended ON ended.step_id = undo_step.id
        WHERE undo_step.created_at = ? AND made.tbl = 'task' AND made.key = ? AND made.before IS NULL
        AND ended.tbl = 'task' AND ended.key = ? AND ended.before IS NOT NULL""",
        (moments.to_text(done.done_at), str(following), str(done.id)),
    )
    whole = {following, *family.parts_of(store, [following])}
    rows = store.rows(
        "SELECT tbl, key, after FROM undo_change WHERE step_id = ? AND before IS NULL ORDER BY id", (step,)
    )
    made: dict[tuple[Kind, int], dict[str, Any]] = {}
    for row in rows:
        after = json.loads(row["after"] or "{}")
        if after.get("id" if row["tbl"] == Kind.TASK.value else "task_id") in whole:
            made[kind_of(row["tbl"]), int(row["key"])] = after
    return made if all((Kind.TASK, each) in made for each in whole) else {}


def _is_as_made(
    store: Store, kind: Kind, key: int, after: dict[str, Any], made: dict[tuple[Kind, int], dict[str, Any]]
) -> bool:
    along = frozenset((each.value, number) for each, number in made)
    now = row_of(store, kind, key)
    if now is None or not still(now, after) or not untouched(now, after, defaults(store, kind)):
        return False
    # One that was done and reopened is as it was made, but has a past.
    past = kind is Kind.TASK and store.value("SELECT 1 FROM ledger_standing WHERE task_id = ? LIMIT 1", (key,))
    return not past and not used(store, kind, key, but=along)


def _following(act: Act, task: Task) -> Due:
    if task.recurrence is None:
        return None
    today = days.today(act.store, datetime.now(UTC).astimezone())
    due = task.due if task.due is not None else task.defer
    try:
        found = next_after(started(task.recurrence, due), due=due, done_on=today, today=today, zone=None)
    except _BEYOND:
        return None
    # The store has no moments of the last two days of the calendar.
    return None if due is not None and moments.to_text(found) == moments.to_text(due) else found


def _moved(task: Task, due: Due) -> dict[str, Value]:
    """Dates of the instance that is due then: what began or ended some days from the due day still does. One that was
    put off until after its due day was put off alone: the next one is not."""
    old = task.due if task.due is not None else task.defer
    away = timedelta() if old is None or due is None else moments.local_day(due) - moments.local_day(old)
    only_deferred = task.due is None and task.defer is not None
    put_off = task.due is not None and task.defer is not None and _is_after(task.defer, task.due)
    defer = None if put_off else _later(task.defer, away)
    values: dict[str, Value] = {
        "due": None if only_deferred else moments.to_text(due),
        "defer": moments.to_text(due if only_deferred else defer),
        "deadline": moments.to_text(_later(task.deadline, away)),
        "chosen_on": None,
    }
    if task.recurrence is not None and task.recurrence.start is None:
        values["repeat_start"] = recurrence_columns(started(task.recurrence, old if old is not None else due))[
            "repeat_start"
        ]
    return values


def _is_after(one: date, other: date) -> bool:
    return moments.local_day(one) > moments.local_day(other)


def _later(value: Due, away: timedelta) -> Due:
    """The same local time some days later: a clock change between does not shift it. None beyond the calendar."""
    try:
        if isinstance(value, datetime):
            return (value.astimezone().replace(tzinfo=None) + away).astimezone()
        return None if value is None else value + away
    except _BEYOND:
        return None


def _again(act: Act, task_id: TaskId, more: dict[str, Value]) -> TaskId:
    """A copy of a task to be done again, with its tags, its checklist, its brief and its parts at any depth."""
    made = _copy(act, task_id, more)
    copied = [(task_id, made)]
    while copied:
        whole, copy = copied.pop()
        for part in _parts(act, whole):
            values = _as_part(act, part)
            if values is not None:
                copied.append((part, _copy(act, part, {**values, "parent_id": copy})))
    return made


def _as_part(act: Act, part: TaskId) -> dict[str, Value] | None:
    """What a part is in the next instance of its whole: one that repeats by itself is its own next instance there.
    None where that has ended."""
    task = require(act.store, part)
    if task.recurrence is None:
        return {}
    following = _following(act, task)
    return None if following is None else _instance(task, following)


def _instance(task: Task, following: Due) -> dict[str, Value]:
    """What is new of the instance after a task that repeats."""
    assert task.recurrence is not None
    return {**_moved(task, following), "rrule": carried(task.recurrence).rrule, "repeats_of": task.id}


def _copy(act: Act, task_id: TaskId, more: dict[str, Value]) -> TaskId:
    row = act.store.row(f"SELECT {', '.join(_AGAIN)}, stage FROM task WHERE id = ?", (task_id,))
    assert row is not None
    values: dict[str, Value] = {name: row[name] for name in _AGAIN}
    made = TaskId(
        act.insert(
            Kind.TASK,
            {**values, "stage": Stage.PLANNED, "uid": new_uid(), "created_at": act.now, **more},
        )
    )
    for tag in act.store.rows("SELECT tag_id FROM task_tag WHERE task_id = ? ORDER BY id", (task_id,)):
        act.insert(Kind.TASK_TAG, {"task_id": made, "tag_id": tag["tag_id"]})
    for item in act.store.rows("SELECT text, position FROM check_item WHERE task_id = ? ORDER BY id", (task_id,)):
        act.insert(Kind.CHECK_ITEM, {"task_id": made, "text": item["text"], "done": 0, "position": item["position"]})
    _brief_again(act, task_id, made)
    return made


def _parts(act: Act, task_id: TaskId) -> list[TaskId]:
    """Parts at the first depth; of one that repeats, the last instance alone."""
    found = act.store.rows(
        """SELECT id FROM task AS part WHERE parent_id = ? AND stage <> 'dropped'
        AND NOT EXISTS (SELECT 1 FROM task AS later WHERE later.repeats_of = part.id) ORDER BY id""",
        (task_id,),
    )
    return [TaskId(row["id"]) for row in found]


def _brief_again(act: Act, task_id: TaskId, made: TaskId) -> None:
    row = act.store.row(
        f"SELECT {', '.join(_BRIEF)} FROM brief WHERE task_id = ? ORDER BY version DESC LIMIT 1", (task_id,)
    )
    if row is not None:
        values: dict[str, Value] = dict(row)
        act.insert(Kind.BRIEF, {**values, "task_id": made, "version": 1, "created_at": act.now})
