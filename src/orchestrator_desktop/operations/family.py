"""Parts of tasks, what tasks need, and their place in the user's own order."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from math import ulp
from typing import Final

from orchestrator_desktop.domain.changes import Changes, Kind
from orchestrator_desktop.domain.errors import QT_TRANSLATE_NOOP, UserError
from orchestrator_desktop.domain.ids import TaskId
from orchestrator_desktop.operations.acting import Act, acting
from orchestrator_desktop.operations.tasks import require
from orchestrator_desktop.store import family
from orchestrator_desktop.store.store import Row, Store

_WINDOW: Final = 64
"""Rows at each side that are spread anew at first where no number lies between two neighbours any more."""
_LEAST: Final = 1e-6
"""The least between two places."""
_ROOM: Final = 1_000
"""How many times that is made of it then: enough for a while."""


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


def need_each(store: Store, *, task_id: TaskId, needs: Sequence[TaskId]) -> Changes:
    """The same for several that a task needs."""
    with acting(store, QT_TRANSLATE_NOOP("operations", "Add a dependency")) as act:
        for needed in dict.fromkeys(needs):
            add_need(act, task_id, needed)
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
    return need_none(store, task_id=task_id, needs=[needs])


def need_none(store: Store, *, task_id: TaskId, needs: Sequence[TaskId]) -> Changes:
    """Take several away, as one act."""
    with acting(store, QT_TRANSLATE_NOOP("operations", "Remove a dependency")) as act:
        for needed in dict.fromkeys(needs):
            found = _dependency(store, task_id, needed)
            if found is not None:
                act.delete(Kind.DEPENDENCY, found)
                act.touch(Kind.TASK, task_id)
    return act.changes


def arrange(
    store: Store, *, task_ids: Sequence[TaskId], after: TaskId | None = None, before: TaskId | None = None
) -> Changes:
    """Put tasks, in the order given, between two neighbours of "My order": below `after`, above `before`; None is the
    end of the list. Parts are put among the parts of their whole. Where the two are no neighbours any more, since
    another window moved one of them, it is `after` that counts."""
    wanted = list(dict.fromkeys(task_ids))
    with acting(store, QT_TRANSLATE_NOOP("operations", "Reorder")) as act:
        order = _Order.of(store, [*wanted, *(one for one in (after, before) if one is not None)])
        low, high = order.place(after), order.place(before)
        if low is not None and high is not None and high < low:
            high = order.next_place(low, but=wanted)
        needed = _least(low) * (len(wanted) + 1)
        if low is not None and high is not None and high - low < needed:
            order.spread(act, low, room=_ROOM * needed)
            low, high = order.place(after), order.next_place(order.place(after), but=wanted)
        for task_id, place in zip(wanted, _between(low, high, len(wanted)), strict=True):
            act.update(Kind.TASK, task_id, {"position": place})
    return act.changes


def _dependency(store: Store, task_id: TaskId, needs: TaskId) -> int | None:
    found: int | None = store.value("SELECT id FROM dependency WHERE task_id = ? AND needs_id = ?", (task_id, needs))
    return found


def _least(place: float | None) -> float:
    """Around a place that a file brought, which may be huge, numbers lie further apart."""
    return _LEAST if place is None else max(_LEAST, 2 * ulp(place))


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


@dataclass(frozen=True, slots=True)
class _Order:
    """The tasks that stand in one order, by the number of their place."""

    store: Store
    key: str
    held: str

    @classmethod
    def of(cls, store: Store, ids: Sequence[TaskId]) -> _Order:
        """Where all of `ids` stand: among the parts of one whole, among whole tasks, or where a list shows both."""
        wholes = {require(store, task_id).parent_id for task_id in ids}
        parent = wholes.pop() if len(wholes) == 1 else None
        if parent is not None:
            return cls(store, "coalesce(position, id)", f"parent_id = {int(parent)} AND stage <> 'dropped'")
        held = "stage NOT IN ('done', 'dropped')" + ("" if wholes else " AND parent_id IS NULL")
        return cls(store, "coalesce(position, -id)", held)

    def place(self, task_id: TaskId | None) -> float | None:
        if task_id is None:
            return None
        return float(self.store.value(f"SELECT {self.key} FROM task WHERE id = ?", (task_id,)))

    def next_place(self, low: float | None, *, but: Sequence[TaskId]) -> float | None:
        """The next place that is taken by another task than those that are moved."""
        found: float | None = self.store.value(
            f"""SELECT min({self.key}) FROM task WHERE {self.held} AND {self.key} > ?
            AND id NOT IN (SELECT value FROM json_each(?))""",
            (low, json.dumps(list(but))),
        )
        return found

    def spread(self, act: Act, middle: float, *, room: float) -> None:
        """Give the neighbours of a place that is full numbers with `room` between them: as many as it takes for no
        task beyond them to be passed."""
        size, step, first = _WINDOW, 0.0, 0.0
        rows: list[Row] = []
        while step < room:
            below = self._some(f"<= ? ORDER BY {self.key} DESC, id DESC", middle, size)
            over = self._some(f"> ? ORDER BY {self.key}, id", middle, size)
            rows = [*reversed(below), *over]
            first, last = rows[0]["place"], rows[-1]["place"]
            if len(over) < size:
                last = max(last, first + len(rows) * (1 + room))  # nothing comes behind: there is room without end
            elif len(below) < size:
                first = min(first, last - len(rows) * (1 + room))
            step = (last - first) / max(1, len(rows) - 1)
            size *= 4
        for number, row in enumerate(rows):
            act.update(Kind.TASK, row["id"], {"position": first + step * number})

    def _some(self, ordered: str, middle: float, size: int) -> list[Row]:
        return self.store.rows(
            f"SELECT id, {self.key} AS place FROM task WHERE {self.held} AND {self.key} {ordered} LIMIT ?",
            (middle, size),
        )
