"""Parts of tasks, what tasks need, and their place in the user's own order."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from orchestrator_desktop.domain.changes import Changes, Kind
from orchestrator_desktop.domain.errors import QT_TRANSLATE_NOOP, UserError
from orchestrator_desktop.domain.ids import TaskId
from orchestrator_desktop.operations.acting import Act, acting
from orchestrator_desktop.operations.tasks import require
from orchestrator_desktop.store import family
from orchestrator_desktop.store.store import Store

_WINDOW: Final = 64
"""Rows at each side that are spread anew where no number lies between two neighbours any more."""
_LEAST: Final = 1e-6


def make_part(store: Store, *, task_ids: Sequence[TaskId], of: TaskId | None) -> Changes:
    """Make tasks parts of another one, or with None whole tasks again. Raises UserError where a task would become a
    part of itself."""
    with acting(store, QT_TRANSLATE_NOOP("operations", "Make a part")) as act:
        for task_id in dict.fromkeys(task_ids):
            task = require(store, task_id)
            if of is not None:
                whole = require(store, of)
                if of == task_id or task_id in family.above(store, of):
                    raise UserError(
                        QT_TRANSLATE_NOOP("errors", "“{title}” cannot be a part of itself. Nothing was changed."),
                        title=task.title,
                    )
                if not whole.stage.open and task.stage.open:
                    raise UserError(
                        QT_TRANSLATE_NOOP(
                            "errors", "“{title}” is already finished. Nothing was changed; reopen it first."
                        ),
                        title=whole.title,
                    )
                act.touch(Kind.TASK, of)
            if task.parent_id is not None:
                act.touch(Kind.TASK, task.parent_id)
            act.update(Kind.TASK, task_id, {"parent_id": of, "position": None})
    return act.changes


def need(store: Store, *, task_id: TaskId, needs: TaskId) -> Changes:
    """Say that a task cannot be done before another. Raises UserError where both would wait for each other."""
    with acting(store, QT_TRANSLATE_NOOP("operations", "Add a dependency")) as act:
        add_need(act, task_id, needs)
    return act.changes


def need_all(store: Store, *, task_ids: Sequence[TaskId], needs: TaskId) -> Changes:
    """The same for several tasks, as one act."""
    with acting(store, QT_TRANSLATE_NOOP("operations", "Add a dependency")) as act:
        for task_id in dict.fromkeys(task_ids):
            add_need(act, task_id, needs)
    return act.changes


def add_need(act: Act, task_id: TaskId, needs: TaskId) -> None:
    """The same inside an act."""
    task, needed = require(act.store, task_id), require(act.store, needs)
    if needs == task_id or task_id in family.needed_by(act.store, needs):
        raise UserError(
            QT_TRANSLATE_NOOP(
                "errors", "“{title}” and “{other}” would wait for each other for ever. Nothing was changed."
            ),
            title=task.title,
            other=needed.title,
        )
    if _dependency(act.store, task_id, needs) is None:
        act.insert(Kind.DEPENDENCY, {"task_id": task_id, "needs_id": needs})
        act.touch(Kind.TASK, task_id)


def need_no_more(store: Store, *, task_id: TaskId, needs: TaskId) -> Changes:
    """Take a dependency away."""
    with acting(store, QT_TRANSLATE_NOOP("operations", "Remove a dependency")) as act:
        found = _dependency(store, task_id, needs)
        if found is not None:
            act.delete(Kind.DEPENDENCY, found)
            act.touch(Kind.TASK, task_id)
    return act.changes


def arrange(
    store: Store, *, task_ids: Sequence[TaskId], after: TaskId | None = None, before: TaskId | None = None
) -> Changes:
    """Put tasks, in the order given, between two neighbours of "My order": below `after`, above `before`; None is the
    end of the list. Parts are put among the parts of their whole."""
    wanted = list(dict.fromkeys(task_ids))
    with acting(store, QT_TRANSLATE_NOOP("operations", "Reorder")) as act:
        key = "coalesce(position, id)" if _are_parts(store, wanted) else "coalesce(position, -id)"
        low, high = _key(store, key, after), _key(store, key, before)
        if low is not None and high is not None and (high - low) / (len(wanted) + 1) < _LEAST:
            _spread(act, key, low)
            low, high = _key(store, key, after), _key(store, key, before)
        for task_id, place in zip(wanted, _between(low, high, len(wanted)), strict=True):
            act.update(Kind.TASK, task_id, {"position": place})
    return act.changes


def _dependency(store: Store, task_id: TaskId, needs: TaskId) -> int | None:
    found: int | None = store.value("SELECT id FROM dependency WHERE task_id = ? AND needs_id = ?", (task_id, needs))
    return found


def _are_parts(store: Store, ids: Sequence[TaskId]) -> bool:
    return bool(ids) and require(store, ids[0]).parent_id is not None


def _key(store: Store, key: str, task_id: TaskId | None) -> float | None:
    if task_id is None:
        return None
    require(store, task_id)
    return float(store.value(f"SELECT {key} FROM task WHERE id = ?", (task_id,)))


def _between(low: float | None, high: float | None, number: int) -> list[float]:
    if low is None and high is None:
        return [float(place) for place in range(number)]
    if low is None:
        assert high is not None
        return [high - number + place for place in range(number)]
    if high is None:
        return [low + 1 + place for place in range(number)]
    step = (high - low) / (number + 1)
    return [low + step * (place + 1) for place in range(number)]


def _spread(act: Act, key: str, middle: float) -> None:
    """Give the neighbours of a place that is full numbers with room between them."""
    below = act.store.rows(
        f"SELECT id, {key} AS place FROM task WHERE {key} <= ? ORDER BY place DESC LIMIT ?", (middle, _WINDOW)
    )
    over = act.store.rows(
        f"SELECT id, {key} AS place FROM task WHERE {key} > ? ORDER BY place LIMIT ?", (middle, _WINDOW)
    )
    rows = [*reversed(below), *over]
    first, last = rows[0]["place"], max(rows[-1]["place"], rows[0]["place"] + len(rows))
    step = (last - first) / max(1, len(rows) - 1)
    for place, row in enumerate(rows):
        act.update(Kind.TASK, row["id"], {"position": first + step * place})
