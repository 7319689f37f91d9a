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
_IN_TODAY: Final = (
    *(_REACHED.format(column) for column in ("due", "defer", "deadline")),
    # Whatever day it was then: who flies west in the evening is back in the day before.
    "task.chosen_on IS NOT NULL",
)
_TODAY_IDS: Final = " UNION ".join(f"SELECT task.id FROM task WHERE {OPEN_HERE} AND {term}" for term in _IN_TODAY)
_TODAY: Final = f"task.id IN ({_TODAY_IDS})"
_LATER: Final = f"""{_COMES} > :today AND NOT ({_COMES} < :day_end AND length({_COMES}) > 10)
  AND task.chosen_on IS NULL AND NOT ({_REACHED.format("due")}) AND NOT ({_REACHED.format("deadline")})"""
_UPCOMING: Final = f"{OPEN_HERE} AND {_LATER}"
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
_REACHED_AT_ALL: Final = "(" + " OR ".join(f"({term})" for term in _IN_TODAY) + ")"
_DONE_TODAY: Final = "task.done_at >= :day_begin AND task.done_at < :day_end"
_BY_PERSON: Final = """task.id IN (SELECT task_id FROM delegation WHERE person_id IS NOT NULL)
  AND EXISTS (SELECT 1 FROM delegation WHERE delegation.person_id IS NOT NULL
    AND delegation.id = (SELECT max(id) FROM delegation AS last WHERE last.task_id = task.id))"""
_BEYOND: Final = {
    View.TODAY: (_REACHED_AT_ALL, _DONE_TODAY),
    View.UPCOMING: (_LATER, f"{_DONE_TODAY} AND {_LATER}"),
    View.WAITING: (_BY_PERSON, _BY_PERSON),
}
"""Of a view's board, what the columns hold whose stages the view does not: those of open tasks, and that of done ones.
Of a day what is out, and what was done today; of people what they answered, until it is judged and after."""
_DOMAIN: Final = f"task.domain_id = :domain AND {_OPEN} AND {WHOLE}"
_BOARD_OF_DOMAIN: Final = f"task.domain_id = :domain AND {WHOLE}"

_BY_DUE: Final = "task.due IS NULL, task.due, task.id DESC"
# As local days: in UTC, an evening in America would stand among the next day's.
_LOCAL: Final = "CASE WHEN length({0}) = 10 THEN {0} ELSE strftime('%Y-%m-%dT%H:%M', {0}, 'localtime') END"
DUE_LOCAL: Final = _LOCAL.format("task.due")
COMES_LOCAL: Final = _LOCAL.format(_COMES)
_ORDERS: Final = {
    Order.LEVEL: f"task.level, {_BY_DUE}",
    Order.MINE: "coalesce(task.position, -task.id), task.id",
    Order.DATE: f"task.due IS NULL, {DUE_LOCAL}, task.id DESC",
    Order.PRIORITY: f"coalesce(task.priority, 4), {_BY_DUE}",
}
_FINISHED: Final = "task.done_at DESC, task.id DESC"
_FINISHED_LAST: Final = "task.done_at, task.id"
_FIXED: Final = {
    View.UPCOMING: f"{COMES_LOCAL}, task.id DESC",
    View.DELEGATED: "task.id DESC",
    View.REVIEW: "task.id",
    View.WAITING: "asked.follow_up IS NULL, asked.follow_up, task.id",  # what is late comes first
    View.DONE: _FINISHED,
    View.TRASH: _FINISHED,
}


_STAGES: Final = {
    View.TODAY: (Stage.INBOX, Stage.PLANNED),
    View.UPCOMING: (Stage.INBOX, Stage.PLANNED),
    View.WAITING: (Stage.DELEGATED,),
}


def where(place: Place) -> str:
    """The condition on `task`, with the parameters of `values`."""
    if place.stage is None:
        return _DOMAIN if place.domain_id is not None else _VIEWS[place.view]
    return f"task.stage = '{place.stage.value}' AND {_on_board(place, place.stage)}"


def _on_board(place: Place, stage: Stage) -> str:
    """A board shows what becomes of a list's tasks, so that its columns go beyond the stages that the list holds."""
    if place.domain_id is not None:
        return _BOARD_OF_DOMAIN
    if place.view is View.INBOX:
        return WHOLE
    if place.view in _BEYOND and stage not in _STAGES[place.view]:
        of_open, of_done = _BEYOND[place.view]
        return of_open if stage.open else of_done
    return _VIEWS[place.view]


def order(place: Place) -> str:
    if place.stage is not None and not place.stage.open:
        return _FINISHED
    return _ORDERS[place.order] if place.arranged else _FIXED[place.view]


def from_end(place: Place) -> str | None:
    """The order of what is done or dropped, which grows for ever, from its last row on; None for other places."""
    return _FINISHED_LAST if order(place) == _FINISHED else None


def nearly(place: Place) -> str | None:
    """An order that an index has, and that is the place's but for tasks of one day or the next; None where `order` is
    to be had as it is."""
    if place.stage is not None and not place.stage.open:
        return None
    if place.arranged:
        indexed = place.domain_id is not None or place.view is View.INBOX
        return _BY_DUE if indexed and place.order is Order.DATE else None
    return _COMES if place.view is View.UPCOMING else None


def values(place: Place, today: date, rollover: int) -> dict[str, Value]:
    begin, end = map(moments.to_text, moments.day_bounds(today, rollover))
    return {"today": today.isoformat(), "day_begin": begin, "day_end": end, "domain": place.domain_id}


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
        return (-task.id if task.position is None else task.position, task.id)
    if by is Order.DATE:
        return (task.due is None, _local_text(task.due), -task.id)
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
