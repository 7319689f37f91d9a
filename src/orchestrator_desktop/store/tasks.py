"""Reading tasks: one by id, views in pages, counts, search."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from enum import StrEnum
from typing import Final

from orchestrator_desktop.domain import moments
from orchestrator_desktop.domain.ids import DomainId, PersonId, SpecialistId, TaskId
from orchestrator_desktop.domain.task import Level, Stage, Task
from orchestrator_desktop.store.store import Row, Store, Value

PAGE: Final = 200
"""Rows a view reads at once."""


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


_SELECT: Final = """
SELECT task.*, domain.name AS domain, coalesce(specialist.name, person.name) AS delegate FROM task
LEFT JOIN domain ON domain.id = task.domain_id
LEFT JOIN specialist ON specialist.id = task.specialist_id
LEFT JOIN person ON person.id = task.person_id
"""

_OPEN_HERE: Final = "task.stage IN ('inbox', 'planned')"
_BY_LEVEL: Final = "ORDER BY task.level, task.due IS NULL, task.due, task.id DESC"
_DUE_NOW: Final = """(task.due <= :today OR (length(task.due) > 10 AND task.due < :midnight)
  OR (task.defer IS NOT NULL AND task.due IS NULL AND
      (task.defer <= :today OR (length(task.defer) > 10 AND task.defer < :midnight))))"""
_TO_AI: Final = "task.stage = 'delegated' AND NOT {person}"
_TO_PERSON: Final = """EXISTS (SELECT 1 FROM delegation WHERE delegation.task_id = task.id
  AND delegation.state = 'open' AND delegation.person_id IS NOT NULL)"""

_VIEWS: Final = {
    View.INBOX: (_OPEN_HERE, _BY_LEVEL),
    View.TODAY: (f"{_OPEN_HERE} AND (task.due IS NOT NULL OR task.defer IS NOT NULL) AND {_DUE_NOW}", _BY_LEVEL),
    View.DELEGATED: (_TO_AI.format(person=_TO_PERSON), "ORDER BY task.id DESC"),
    View.REVIEW: ("task.stage = 'in_review'", "ORDER BY task.id"),
    View.WAITING: (f"task.stage = 'delegated' AND {_TO_PERSON}", "ORDER BY task.id"),
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


def count(store: Store, place: Place, *, today: date) -> int:
    where, _ = _terms(place)
    return int(store.value(f"SELECT count(*) FROM task WHERE {where}", _values(place, today)))


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
    """Tasks whose title or notes hold every word of `text` (beginnings count, accents and case do not), best first;
    done and dropped ones too, unless `place` narrows the search to a view."""
    words = re.findall(r"\w+", text)
    if not words:
        return []
    values: dict[str, Value] = {"words": " ".join(f'"{word}"*' for word in words), "limit": limit, "offset": offset}
    where = "task.id IN (SELECT rowid FROM task_text WHERE task_text MATCH :words ORDER BY rank LIMIT 5000)"
    if place is not None:
        narrow, _ = _terms(place)
        where += f" AND {narrow}"
        values |= _values(place, today or datetime.now(UTC).astimezone().date())
    order = "ORDER BY task.stage IN ('done', 'dropped'), task.id DESC"
    return [task_of(row) for row in store.rows(f"{_SELECT} WHERE {where} {order} LIMIT :limit OFFSET :offset", values)]


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
    )


def _terms(place: Place) -> tuple[str, str]:
    return _DOMAIN if place.domain_id is not None else _VIEWS[place.view]


def _values(place: Place, today: date) -> dict[str, Value]:
    midnight = moments.to_text(moments.day_bounds(today)[1])
    return {"today": today.isoformat(), "midnight": midnight, "domain": place.domain_id}
