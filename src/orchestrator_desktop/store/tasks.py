"""Reading tasks: one by id, views in pages, counts."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import date, datetime
from typing import Final

from orchestrator_desktop.domain import moments
from orchestrator_desktop.domain.ids import DomainId, PersonId, SpecialistId, TaskId
from orchestrator_desktop.domain.recurrence import MonthEnd, Recurrence
from orchestrator_desktop.domain.task import Level, Stage, Task, Waiting
from orchestrator_desktop.store import days, family, places
from orchestrator_desktop.store.places import Order as Order
from orchestrator_desktop.store.places import Place as Place
from orchestrator_desktop.store.places import View as View
from orchestrator_desktop.store.places import order_key as order_key
from orchestrator_desktop.store.store import Row, Store, Value

PAGE: Final = 200
"""Rows a view reads at once."""

_SELECT: Final = """
SELECT task.*, domain.name AS domain, coalesce(specialist.name, person.name) AS delegate,
  asked.created_at AS asked_at, asked.follow_up, asked.reminded_at, whole.title AS parent,
  (SELECT count(*) FROM task AS part WHERE part.parent_id = task.id AND part.stage <> 'dropped') AS parts,
  (SELECT count(*) FROM task AS part WHERE part.parent_id = task.id AND part.stage = 'done') AS parts_done,
  EXISTS (SELECT 1 FROM dependency JOIN task AS needed ON needed.id = dependency.needs_id
    WHERE dependency.task_id = task.id AND needed.stage NOT IN ('done', 'dropped')) AS blocked
FROM task
LEFT JOIN task AS whole ON whole.id = task.parent_id
LEFT JOIN delegation AS asked ON task.stage = 'delegated' AND asked.id = (
  SELECT max(id) FROM delegation WHERE task_id = task.id AND state = 'open' AND person_id IS NOT NULL)
LEFT JOIN domain ON domain.id = task.domain_id
LEFT JOIN specialist ON specialist.id = task.specialist_id
LEFT JOIN person ON person.id = task.person_id
"""
_COUNTED: Final = 10_000
"""Where a view's count would read every row of it, it stops here."""
_MARGIN: Final = 500
"""Rows beyond a page of days that are put in order with it: more than come within a day of its end."""
_KEPT: Final = {
    View.INBOX: "whole AND stage IN ('inbox', 'planned')",
    View.REVIEW: "stage = 'in_review'",
    View.DONE: "stage = 'done'",
    View.TRASH: "stage = 'dropped'",
}
_KEPT_OF_DOMAIN: Final = "domain_id = :domain AND whole AND stage IN ('inbox', 'planned', 'delegated', 'in_review')"


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
    given = {**_values(store, place, today), "limit": limit, "offset": offset}
    held = places.where(place)
    near = places.nearly(place)
    if near is not None:
        given["within"] = offset + limit + _MARGIN
        held = f"task.id IN (SELECT task.id FROM task WHERE {held} ORDER BY {near} LIMIT :within)"
    sql = f"{_SELECT} WHERE {held} ORDER BY {places.order(place)} LIMIT :limit OFFSET :offset"
    return [task_of(row) for row in store.rows(sql, given)]


def parts(store: Store, task_id: TaskId) -> list[Task]:
    """The parts of a task in their order, at most PAGE: dropped ones are in the trash."""
    found = store.rows(
        f"{_SELECT} WHERE task.parent_id = ? AND task.stage <> 'dropped' "
        "ORDER BY coalesce(task.position, task.id), task.id LIMIT ?",
        (task_id, PAGE),
    )
    return [task_of(row) for row in found]


def above(store: Store, task_id: TaskId) -> list[Task]:
    """What a task is a part of, the outermost first; empty for a whole one."""
    ids = family.above(store, task_id)
    known = some(store, ids)
    return [known[number] for number in ids]


def timed(store: Store) -> Task | None:
    """The task whose timer runs."""
    found = store.row(f"{_SELECT} WHERE task.timer_since IS NOT NULL")
    return None if found is None else task_of(found)


def out_with(store: Store, person_id: PersonId) -> list[Task]:
    """What a person owes, in the order of View.WAITING; at most PAGE of it."""
    place = Place(View.WAITING)
    found = store.rows(
        f"{_SELECT} WHERE {places.where(place)} AND asked.person_id = ? ORDER BY {places.order(place)} LIMIT ?",
        (person_id, PAGE),
    )
    return [task_of(row) for row in found]


def count(store: Store, place: Place, *, today: date) -> int:
    """How many tasks a place holds; where that is no kept number, at most 10,000."""
    return int(store.value(f"SELECT {_number(place)}", _values(store, place, today)))


def kept_count(store: Store, place: Place, *, today: date) -> int | None:
    """How many tasks a place holds, where that is a kept number."""
    return None if _kept(place) is None else count(store, place, today=today)


def is_counted(place: Place) -> bool:
    """Whether the number of a place's tasks is kept, so that `count` reads none of them."""
    return _kept(place) is not None


def counts(store: Store, views: Collection[View], *, today: date) -> dict[View, int]:
    """How many tasks each of the views holds, in one row."""
    each = ", ".join(_number(Place(view)) for view in views)
    found = store.row(f"SELECT {each}", _values(store, Place(View.TODAY), today))
    assert found is not None
    return dict(zip(views, found, strict=True))


def counts_by_level(store: Store, place: Place, *, today: date) -> dict[Level, int]:
    """How many tasks each level's group of a view holds; groups without a task are absent."""
    kept = _kept(place)
    if kept is None:
        sql = f"SELECT level, count(*) AS n FROM task WHERE {places.where(place)} GROUP BY level"
    else:
        sql = f"SELECT level, sum(number) AS n FROM tally WHERE {kept} GROUP BY level HAVING n > 0"
    found = store.rows(sql, _values(store, place, today))
    return {Level(row["level"]): row["n"] for row in found}


def estimate_minutes(store: Store, place: Place, *, today: date) -> tuple[int, int]:
    """(minutes estimated, tasks without an estimate) of a view's first 10,000 tasks."""
    found = store.row(
        f"""SELECT coalesce(sum(estimate_minutes), 0), count(*) - count(estimate_minutes)
        FROM (SELECT estimate_minutes FROM task WHERE {places.where(place)} LIMIT {_COUNTED})""",
        _values(store, place, today),
    )
    assert found is not None
    return int(found[0]), int(found[1])


def matching(store: Store, place: Place, ids: Sequence[int], *, today: date) -> dict[TaskId, Task]:
    """Those of the tasks `ids` (at most PAGE) that the place shows now."""
    marks = ",".join(str(int(number)) for number in ids)
    found = store.rows(f"{_SELECT} WHERE task.id IN ({marks}) AND {places.where(place)}", _values(store, place, today))
    return {TaskId(row["id"]): task_of(row) for row in found}


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
        uid=row["uid"] or "",
        deadline=moments.from_text(row["deadline"]),
        chosen_on=None if row["chosen_on"] is None else date.fromisoformat(row["chosen_on"]),
        parent_id=None if row["parent_id"] is None else TaskId(row["parent_id"]),
        parent=row["parent"],
        position=row["position"],
        spent_seconds=row["spent_seconds"],
        timer_since=moments.maybe_moment(row["timer_since"]),
        recurrence=_recurrence(row),
        repeats_of=None if row["repeats_of"] is None else TaskId(row["repeats_of"]),
        parts=row["parts"],
        parts_done=row["parts_done"],
        blocked=bool(row["blocked"]),
    )


def _waiting(row: Row) -> Waiting:
    follow_up = row["follow_up"]
    return Waiting(
        moments.moment(row["asked_at"]),
        None if follow_up is None else date.fromisoformat(follow_up),
        moments.maybe_moment(row["reminded_at"]),
    )


def _number(place: Place) -> str:
    """The term that counts a place."""
    kept = _kept(place)
    if kept is not None:
        return f"(SELECT coalesce(sum(number), 0) FROM tally WHERE {kept})"
    return f"(SELECT count(*) FROM (SELECT 1 FROM task WHERE {places.where(place)} LIMIT {_COUNTED}))"


def _kept(place: Place) -> str | None:
    """The condition on `tally` where it holds the count of a place."""
    if place.domain_id is not None:
        of_domain = _KEPT_OF_DOMAIN if place.stage is None else "domain_id = :domain AND whole"
    elif place.view in _KEPT:
        of_domain = _KEPT[place.view] if place.stage is None or place.view is not View.INBOX else "whole"
    else:
        return None
    return of_domain if place.stage is None else f"{of_domain} AND stage = '{place.stage.value}'"


def _values(store: Store, place: Place, today: date) -> dict[str, Value]:
    return places.values(place, today, days.rollover(store))


def _recurrence(row: Row) -> Recurrence | None:
    if row["rrule"] is None:
        return None
    start = row["repeat_start"]
    return Recurrence(
        rrule=row["rrule"],
        after_done=bool(row["repeat_after"]),
        month_end=MonthEnd(row["month_end"] or MonthEnd.CLAMP),
        start=None if start is None else wall(start),
    )


def wall(text: str) -> date | datetime:
    """A day or a local wall time from the store's text."""
    return date.fromisoformat(text) if len(text) == len("2026-11-26") else datetime.fromisoformat(text)
