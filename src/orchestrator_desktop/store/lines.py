"""Which tasks a place holds, in its order, without reading them: ids, and what they are sorted by."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from orchestrator_desktop.domain import moments
from orchestrator_desktop.domain.ids import TaskId
from orchestrator_desktop.domain.task import Stage, Task
from orchestrator_desktop.store import days, places, tasks
from orchestrator_desktop.store.places import Key, Order, Place, View, order_key
from orchestrator_desktop.store.store import Row, Store, Value

_MARGIN: Final = 2_000
"""Rows beyond a page of days that are put in order with it: more than come within a day of its end."""


@dataclass(frozen=True, slots=True)
class Line:
    """A task of a list: `key` is its `places.order_key`."""

    id: TaskId
    key: Key


def line_of(place: Place, task: Task) -> Line:
    """The line of a task that has been read."""
    return Line(task.id, order_key(place, task))


def lines(store: Store, place: Place, *, today: date, offset: int = 0, limit: int = tasks.PAGE) -> list[Line]:
    """One page of a view as lines. Where an index holds all of it, no task is touched."""
    if place.view is View.WAITING and not place.arranged and (place.stage is None or place.stage.open):
        read = tasks.page(store, place, today=today, offset=offset, limit=limit)
        return [line_of(place, task) for task in read]
    columns, key = _sorted_by(place)
    given = {**places.values(place, today, days.rollover(store)), "limit": limit, "offset": offset}
    held = f"{places.where(place)}{_implied(place)}"
    order, near = places.order(place), places.nearly(place)
    if near is not None and place.arranged and _undated(store, held, near, given):
        order = near
    elif near is not None:
        given["within"] = offset + limit + _MARGIN
        held = f"task.id IN (SELECT task.id FROM task WHERE {held} ORDER BY {near} LIMIT :within)"
    back = places.from_end(place) if offset else None
    number = tasks.kept_count(store, place, today=today) if back else None
    turned = number is not None and offset < number < 2 * offset
    if back and number is not None and turned:
        order = back  # SQLite counts its way to an offset: from the nearer end
        given |= {"offset": max(0, number - offset - limit), "limit": min(limit, number - offset)}
    sql = f"SELECT task.id{columns} FROM task WHERE {held} ORDER BY {order} LIMIT :limit OFFSET :offset"
    found = [Line(TaskId(row["id"]), key(row)) for row in store.rows(sql, given)]
    return found[::-1] if turned else found


def _undated(store: Store, held: str, near: str, given: Mapping[str, Value]) -> bool:
    """Whether no task has a due date from the offset on: there the order of the index is the list's."""
    sql = f"SELECT task.due IS NULL FROM task WHERE {held} ORDER BY {near} LIMIT 1 OFFSET :offset"
    return bool(store.value(sql, given) != 0)


def _implied(place: Place) -> str:
    """What holds for a board's column anyway, in the words of the index that keeps its order."""
    if place.stage is None:
        return ""
    if not place.stage.open:
        return " AND task.stage IN ('done', 'dropped')" if place.domain_id is not None else ""
    if place.domain_id is not None:
        return " AND task.stage IN ('inbox', 'planned', 'delegated', 'in_review')"
    planned = place.stage in (Stage.INBOX, Stage.PLANNED) and place.view is View.INBOX
    return f" AND {places.OPEN_HERE}" if planned else ""


def told_by(store: Store, ids: Sequence[int]) -> list[int]:
    """Tasks whose rows say something of the tasks `ids` (at most PAGE): what these are parts of, their parts, and what
    waits for them; `ids` first."""
    found = store.rows(
        """WITH given (id) AS (SELECT value FROM json_each(?))
        SELECT parent_id AS id FROM task WHERE id IN given AND parent_id IS NOT NULL
        UNION SELECT id FROM task WHERE parent_id IN given
        UNION SELECT task_id FROM dependency WHERE needs_id IN given LIMIT ?""",
        (json.dumps(list(ids)), tasks.PAGE),
    )
    return list(dict.fromkeys((*ids, *(row["id"] for row in found))))


def tags_of(store: Store, ids: Sequence[TaskId]) -> dict[TaskId, tuple[str, ...]]:
    """The tags of several tasks (at most PAGE) by name; those without any have none."""
    found: dict[TaskId, tuple[str, ...]] = dict.fromkeys(ids, ())
    rows = store.rows(
        """SELECT task_id, name FROM task_tag JOIN tag ON tag.id = tag_id
        WHERE task_id IN (SELECT value FROM json_each(?)) ORDER BY name""",
        (json.dumps(list(ids)),),
    )
    for row in rows:
        found[TaskId(row["task_id"])] += (row["name"],)
    return found


def _sorted_by(place: Place) -> tuple[str, Callable[[Row], Key]]:
    """What to select beside the id, and how it makes the key."""
    if (place.stage is not None and not place.stage.open) or place.view in (View.DONE, View.TRASH):
        return ", task.done_at", lambda row: (_back(row["done_at"]), -row["id"])
    if place.arranged:
        return {
            Order.LEVEL: (", task.level, task.due", lambda row: (row["level"], *_dated(row))),
            Order.MINE: (", coalesce(task.position, -task.id) AS place", lambda row: (row["place"], row["id"])),
            Order.DATE: (f", {places.DUE_LOCAL} AS due", _dated),
            Order.PRIORITY: (
                ", coalesce(task.priority, 4) AS first, task.due",
                lambda row: (row["first"], *_dated(row)),
            ),
        }[place.order]
    if place.view is View.UPCOMING:
        return f", {places.COMES_LOCAL} AS comes", lambda row: (row["comes"] or "", -row["id"])
    return "", (lambda row: (-row["id"],)) if place.view is View.DELEGATED else (lambda row: (row["id"],))


def _dated(row: Row) -> Key:
    return (row["due"] is None, row["due"] or "", -row["id"])


def _back(moment: str | None) -> float:
    return -(moments.moment(moment).timestamp() if moment else 0.0)
