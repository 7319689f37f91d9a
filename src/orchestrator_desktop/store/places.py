"""What lists hold and in which order: the terms behind each view, for pages, counts and single rows alike."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, datetime
from enum import StrEnum
from typing import Final

from orchestrator_desktop.domain import moments
from orchestrator_desktop.domain.ids import DomainId
from orchestrator_desktop.domain.task import Due, Stage, Task
from orchestrator_desktop.store.store import Value


class View(StrEnum):
    """The places that list tasks."""

    INBOX = "inbox"
    TODAY = "today"
    UPCOMING = "upcoming"
    DELEGATED = "delegated"
    REVIEW = "review"
    WAITING = "waiting"
    DONE = "done"
    TRASH = "trash"


class Order(StrEnum):
    """How a list is arranged where the user may choose."""

    LEVEL = "level"
    MINE = "mine"
    DATE = "date"
    PRIORITY = "priority"


ARRANGED: Final = frozenset({View.INBOX, View.TODAY})
"""Views whose order the user chooses; so are domains."""


@dataclass(frozen=True, slots=True)
class Place:
    """What a list shows: a view, or a domain's open tasks when `domain_id` is given. With `stage`, a column of its
    board."""

    view: View = View.INBOX
    domain_id: DomainId | None = None
    order: Order = Order.LEVEL
    stage: Stage | None = None

    @property
    def arranged(self) -> bool:
        """Whether `order` has a say."""
        return self.domain_id is not None or self.view in ARRANGED

    def column(self, stage: Stage) -> Place:
        return replace(self, stage=stage)


OPEN_HERE: Final = "task.stage IN ('inbox', 'planned')"
WHOLE: Final = "task.parent_id IS NULL"
_OPEN: Final = "task.stage IN ('inbox', 'planned', 'delegated', 'in_review')"
# A day is reached as a local day, a moment before the day's end; both lie before that end as text.
_REACHED: Final = "task.{0} IS NOT NULL AND task.{0} < :day_end AND (task.{0} <= :today OR length(task.{0}) > 10)"
_COMES: Final = "coalesce(task.defer, task.due, task.deadline)"
_TODAY_IDS: Final = " UNION ".join(
    f"SELECT task.id FROM task WHERE {OPEN_HERE} AND {_REACHED.format(column)}"
    for column in ("due", "defer", "deadline", "chosen_on")
)
_TODAY: Final = f"task.id IN ({_TODAY_IDS})"
_UPCOMING: Final = f"""{OPEN_HERE} AND {_COMES} > :today AND NOT ({_COMES} < :day_end AND length({_COMES}) > 10)
  AND task.chosen_on IS NULL AND NOT ({_REACHED.format("due")}) AND NOT ({_REACHED.format("deadline")})"""
_TO_PERSON: Final = """EXISTS (SELECT 1 FROM delegation WHERE delegation.task_id = task.id
  AND delegation.state = 'open' AND delegation.person_id IS NOT NULL)"""

_VIEWS: Final = {
    View.INBOX: f"{OPEN_HERE} AND {WHOLE}",
    View.TODAY: _TODAY,
    View.UPCOMING: _UPCOMING,
    View.DELEGATED: f"task.stage = 'delegated' AND NOT {_TO_PERSON}",
    View.REVIEW: "task.stage = 'in_review'",
    View.WAITING: f"task.stage = 'delegated' AND {_TO_PERSON}",
    View.DONE: "task.stage = 'done'",
    View.TRASH: "task.stage = 'dropped'",
}
_BOARD_OF_INBOX: Final = WHOLE
_DOMAIN: Final = f"task.domain_id = :domain AND {_OPEN} AND {WHOLE}"
_BOARD_OF_DOMAIN: Final = f"task.domain_id = :domain AND {WHOLE}"

_ORDERS: Final = {
    Order.LEVEL: "task.level, task.due IS NULL, task.due, task.id DESC",
    Order.MINE: "coalesce(task.position, -task.id)",
    Order.DATE: "task.due IS NULL, task.due, task.id DESC",
    Order.PRIORITY: "coalesce(task.priority, 4), task.due IS NULL, task.due, task.id DESC",
}
_FINISHED: Final = "task.done_at DESC, task.id DESC"
_FIXED: Final = {
    # As local days: in UTC, an evening in America would stand among the next day's.
    View.UPCOMING: f"""CASE WHEN length({_COMES}) = 10 THEN {_COMES}
      ELSE strftime('%Y-%m-%dT%H:%M', {_COMES}, 'localtime') END, task.id DESC""",
    View.DELEGATED: "task.id DESC",
    View.REVIEW: "task.id",
    View.WAITING: "asked.follow_up IS NULL, asked.follow_up, task.id",  # what is late comes first
    View.DONE: _FINISHED,
    View.TRASH: _FINISHED,
}


def where(place: Place) -> str:
    """The condition on `task`, with the parameters of `values`."""
    if place.stage is None:
        return _DOMAIN if place.domain_id is not None else _VIEWS[place.view]
    # A board shows what becomes of a list's tasks, so that its columns go beyond the stages that the list holds.
    if place.domain_id is not None:
        held = _BOARD_OF_DOMAIN
    else:
        held = _BOARD_OF_INBOX if place.view is View.INBOX else _VIEWS[place.view]
    return f"task.stage = '{place.stage.value}' AND {held}"


def order(place: Place) -> str:
    if place.stage is not None and not place.stage.open:
        return _FINISHED
    return _ORDERS[place.order] if place.arranged else _FIXED[place.view]


def values(place: Place, today: date, rollover: int) -> dict[str, Value]:
    day_end = moments.to_text(moments.day_bounds(today, rollover)[1])
    return {"today": today.isoformat(), "day_end": day_end, "domain": place.domain_id}


Key = tuple[int | float | str, ...]


def order_key(place: Place, task: Task) -> Key:
    """Sorts tasks as SQLite does by `order`."""
    if place.stage is not None and not place.stage.open:
        return _by_end(task)
    if place.arranged:
        return _arranged_key(place.order, task)
    if place.view in (View.DONE, View.TRASH):
        return _by_end(task)
    if place.view is View.UPCOMING:
        return (_local_text(comes(task)), -task.id)
    if place.view is View.WAITING:
        day = moments.to_text(task.waiting.follow_up) if task.waiting else None
        return (day is None, day or "", task.id)
    return (-task.id,) if place.view is View.DELEGATED else (task.id,)


def comes(task: Task) -> Due:
    """The day or moment at which a planned task comes up."""
    return next((when for when in (task.defer, task.due, task.deadline) if when is not None), None)


def _arranged_key(by: Order, task: Task) -> Key:
    if by is Order.MINE:
        return (-task.id if task.position is None else task.position,)
    due = moments.to_text(task.due)
    by_date = (due is None, due or "", -task.id)
    first = {Order.LEVEL: (int(task.level),), Order.PRIORITY: (task.priority or 4,)}.get(by, ())
    return (*first, *by_date)


def _by_end(task: Task) -> Key:
    return (-(task.done_at.timestamp() if task.done_at else 0.0), -task.id)


def _local_text(value: Due) -> str:
    if isinstance(value, datetime):
        return value.astimezone().strftime("%Y-%m-%dT%H:%M")
    return value.isoformat() if value else ""
