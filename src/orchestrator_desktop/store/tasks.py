"""Reading tasks: one by id, views in pages, counts, search."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from enum import StrEnum
from typing import Final

from orchestrator_desktop.domain import moments
from orchestrator_desktop.domain.ids import DomainId, PersonId, SpecialistId, TaskId
from orchestrator_desktop.domain.task import Level, Stage, Task, Waiting
from orchestrator_desktop.store.store import Row, Store, Value

PAGE: Final = 200
"""Rows a view reads at once."""

WORDS_SEARCHED: Final = 32
"""Words of a search text that count: a page pasted there would hold the window for a second."""


class View(StrEnum):
    """The places of the sidebar that list tasks."""

    INBOX = "inbox"
    TODAY = "today"
    DELEGATED = "delegated"
    REVIEW = "review"
    WAITING = "waiting"
    DONE = "done"


@dataclass(frozen=True, slots=True)
class Place:
    """What a list shows: a view, or a domain's open tasks when `domain_id` is given."""

    view: View = View.INBOX
    domain_id: DomainId | None = None


_SELECT_FROM: Final = """
SELECT task.*, domain.name AS domain, coalesce(specialist.name, person.name) AS delegate,
  asked.created_at AS asked_at, asked.follow_up, asked.reminded_at
FROM {source}
LEFT JOIN delegation AS asked ON task.stage = 'delegated' AND asked.id = (
  SELECT max(id) FROM delegation WHERE task_id = task.id AND state = 'open' AND person_id IS NOT NULL)
LEFT JOIN domain ON domain.id = task.domain_id
LEFT JOIN specialist ON specialist.id = task.specialist_id
LEFT JOIN person ON person.id = task.person_id
"""
_SELECT: Final = _SELECT_FROM.format(source="task")
# From the text index to the tasks, so that SQLite stops reading as soon as a page is full.
_FOUND: Final = (
    "SELECT * FROM ("
    + _SELECT_FROM.format(source="task_text CROSS JOIN task ON task.id = task_text.rowid")
    + "WHERE task_text MATCH :words AND {group} ORDER BY task_text.rowid DESC LIMIT :limit + :offset)"
)

_OPEN_HERE: Final = "task.stage IN ('inbox', 'planned')"
_BY_LEVEL: Final = "ORDER BY task.level, task.due IS NULL, task.due, task.id DESC"
# A day is due as a local day, a moment before local midnight; both lie before that midnight as text.
_REACHED: Final = "{0} IS NOT NULL AND {0} < :midnight AND ({0} <= :today OR length({0}) > 10)"
_TODAY: Final = f"""task.id IN (
  SELECT id FROM task WHERE {_OPEN_HERE} AND {_REACHED.format("task.due")}
  UNION ALL SELECT id FROM task WHERE {_OPEN_HERE} AND {_REACHED.format("task.defer")} AND task.due IS NULL)"""
_TO_AI: Final = "task.stage = 'delegated' AND NOT {person}"
_TO_PERSON: Final = """EXISTS (SELECT 1 FROM delegation WHERE delegation.task_id = task.id
  AND delegation.state = 'open' AND delegation.person_id IS NOT NULL)"""

_VIEWS: Final = {
    View.INBOX: (_OPEN_HERE, _BY_LEVEL),
    View.TODAY: (_TODAY, _BY_LEVEL),
    View.DELEGATED: (_TO_AI.format(person=_TO_PERSON), "ORDER BY task.id DESC"),
    View.REVIEW: ("task.stage = 'in_review'", "ORDER BY task.id"),
    View.WAITING: (
        f"task.stage = 'delegated' AND {_TO_PERSON}",
        "ORDER BY asked.follow_up IS NULL, asked.follow_up, task.id",  # what is late comes first
    ),
    View.DONE: ("task.stage IN ('done', 'dropped')", "ORDER BY task.done_at DESC, task.id DESC"),
}
_DOMAIN: Final = (
    "task.domain_id = :domain AND task.stage IN ('inbox', 'planned', 'delegated', 'in_review')",
    _BY_LEVEL,
)


def get(store: Store, task_id: TaskId) -> Task | None:
    found = store.row(f"{_SELECT} WHERE task.id = ?", (task_id,))
    return None if found is None else task_of(found)


def some(store: Store, ids: Sequence[int]) -> dict[TaskId, Task]:
    """The tasks of `ids` that exist; at most PAGE of them."""
    marks = ",".join("?" * len(ids))
    found = store.rows(f"{_SELECT} WHERE task.id IN ({marks})", tuple(ids))
    return {TaskId(row["id"]): task_of(row) for row in found}


def page(store: Store, place: Place, *, today: date, offset: int = 0, limit: int = PAGE) -> list[Task]:
    """One page of a view, in its order."""
    where, order = _terms(place)
    values = {**_values(place, today), "limit": limit, "offset": offset}
    return [task_of(row) for row in store.rows(f"{_SELECT} WHERE {where} {order} LIMIT :limit OFFSET :offset", values)]


def out_with(store: Store, person_id: PersonId) -> list[Task]:
    """What a person owes, in the order of View.WAITING; at most PAGE of it."""
    where, order = _VIEWS[View.WAITING]
    found = store.rows(f"{_SELECT} WHERE {where} AND asked.person_id = ? {order} LIMIT ?", (person_id, PAGE))
    return [task_of(row) for row in found]


def count(store: Store, place: Place, *, today: date) -> int:
    where, _ = _terms(place)
    return int(store.value(f"SELECT count(*) FROM task WHERE {where}", _values(place, today)))


def counts(store: Store, views: Collection[View], *, today: date) -> dict[View, int]:
    """How many tasks each of the views holds, in one row."""
    each = ", ".join(f"(SELECT count(*) FROM task WHERE {_VIEWS[view][0]})" for view in views)
    found = store.row(f"SELECT {each}", _values(Place(View.TODAY), today))
    assert found is not None
    return dict(zip(views, found, strict=True))


def counts_by_level(store: Store, place: Place, *, today: date) -> dict[Level, int]:
    """How many tasks each level's group of a view holds; groups without a task are absent."""
    where, _ = _terms(place)
    found = store.rows(f"SELECT level, count(*) AS n FROM task WHERE {where} GROUP BY level", _values(place, today))
    return {Level(row["level"]): row["n"] for row in found}


def search(
    store: Store,
    text: str,
    *,
    limit: int = PAGE,
    offset: int = 0,
    place: Place | None = None,
    today: date | None = None,
) -> list[Task]:
    """Tasks whose title or notes hold every word of `text` (beginnings count, accents and case do not): the open
    ones, then done and dropped ones, unless `place` narrows the search to a view; newest first in each."""
    words = re.findall(r"[^\W_]+", text)[:WORDS_SEARCHED]
    if not words:
        return []
    values: dict[str, Value] = {"words": " ".join(f'"{word}"*' for word in words), "limit": limit, "offset": offset}
    if place is None:
        groups = ["task.stage NOT IN ('done', 'dropped')", "task.stage IN ('done', 'dropped')"]
    else:
        groups = [_terms(place)[0]]
        values |= _values(place, today or datetime.now(UTC).astimezone().date())
    found = " UNION ALL ".join(_FOUND.format(group=group) for group in groups)
    return [task_of(row) for row in store.rows(f"{found} LIMIT :limit OFFSET :offset", values)]


def matching(store: Store, place: Place, ids: Sequence[int], *, today: date) -> dict[TaskId, Task]:
    """Those of the tasks `ids` (at most PAGE) that the place shows now."""
    where, _ = _terms(place)
    marks = ",".join(str(int(number)) for number in ids)
    found = store.rows(f"{_SELECT} WHERE task.id IN ({marks}) AND {where}", _values(place, today))
    return {TaskId(row["id"]): task_of(row) for row in found}


def order_key(place: Place, task: Task) -> tuple[int | float | str, ...]:
    """Sorts tasks as `page` does."""
    if place.domain_id is not None or place.view in (View.INBOX, View.TODAY):
        due = moments.to_text(task.due)
        return (task.level, due is None, due or "", -task.id)
    if place.view is View.DONE:
        return (-(task.done_at.timestamp() if task.done_at else 0.0), -task.id)
    if place.view is View.WAITING:
        day = moments.to_text(task.waiting.follow_up) if task.waiting else None
        return (day is None, day or "", task.id)
    return (-task.id,) if place.view is View.DELEGATED else (task.id,)


def any_task(store: Store) -> bool:
    """Whether a task was ever written: the first-start screen shows while there is none."""
    return store.value("SELECT 1 FROM task LIMIT 1") is not None


def task_of(row: Row) -> Task:
    return Task(
        id=TaskId(row["id"]),
        title=row["title"],
        notes=row["notes"],
        level=Level(row["level"]),
        stage=Stage(row["stage"]),
        domain_id=None if row["domain_id"] is None else DomainId(row["domain_id"]),
        domain=row["domain"],
        due=moments.from_text(row["due"]),
        defer=moments.from_text(row["defer"]),
        specialist_id=None if row["specialist_id"] is None else SpecialistId(row["specialist_id"]),
        person_id=None if row["person_id"] is None else PersonId(row["person_id"]),
        delegate=row["delegate"],
        priority=row["priority"],
        estimate_minutes=row["estimate_minutes"],
        returned=bool(row["returned"]),
        created_at=moments.moment(row["created_at"]),
        done_at=moments.maybe_moment(row["done_at"]),
        waiting=None if row["asked_at"] is None else _waiting(row),
    )


def _waiting(row: Row) -> Waiting:
    follow_up = row["follow_up"]
    return Waiting(
        moments.moment(row["asked_at"]),
        None if follow_up is None else date.fromisoformat(follow_up),
        moments.maybe_moment(row["reminded_at"]),
    )


def _terms(place: Place) -> tuple[str, str]:
    return _DOMAIN if place.domain_id is not None else _VIEWS[place.view]


def _values(place: Place, today: date) -> dict[str, Value]:
    midnight = moments.to_text(moments.day_bounds(today)[1])
    return {"today": today.isoformat(), "midnight": midnight, "domain": place.domain_id}
