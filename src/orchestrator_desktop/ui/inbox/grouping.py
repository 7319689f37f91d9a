"""Groups of a list: by level, by priority, or by the day on which tasks come up."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from enum import Enum, IntEnum
from functools import partial

from orchestrator_desktop.domain.task import Level
from orchestrator_desktop.store.places import Key, Order, Place, View


class Priority(IntEnum):
    """The group of a priority."""

    FIRST = 1
    SECOND = 2
    THIRD = 3
    NONE = 4


class Dated(Enum):
    """The groups by date that are no day."""

    OVERDUE = "overdue"
    NONE = "none"


Group = Level | Priority | Dated | date


@dataclass(frozen=True, slots=True)
class Header:
    """The words over a group's tasks; `count` is None while it is not known."""

    group: Group
    count: int | None


@dataclass(frozen=True, slots=True)
class Query:
    """What a list shows: a place, or what a search finds everywhere."""

    place: Place
    search: str = ""

    @property
    def grouped(self) -> bool:
        return grouper(self, date.min) is not None

    @property
    def by_level(self) -> bool:
        """Whether the groups are levels: their counts are kept."""
        return self.grouped and self.place.arranged and self.place.order is Order.LEVEL


def grouper(query: Query, today: date) -> Callable[[Key], Group] | None:
    """The group of a task by its key; None where a list has no groups. Groups must follow each other as keys do."""
    place = query.place
    if query.search or place.stage is not None:
        return None
    if place.arranged:
        by: dict[Order, Callable[[Key], Group]] = {
            Order.LEVEL: _level,
            Order.PRIORITY: _priority,
            Order.DATE: partial(_due, today),
        }
        return by.get(place.order)
    return _day if place.view is View.UPCOMING else None


def _level(key: Key) -> Group:
    return Level(int(key[0]))


def _priority(key: Key) -> Group:
    return Priority(min(max(int(key[0]), 1), 4))


def _due(today: date, key: Key) -> Group:
    """What is overdue is one group: a header for each of its days would say less than the rows do."""
    if key[0]:
        return Dated.NONE
    day = date.fromisoformat(str(key[1])[:10])
    return Dated.OVERDUE if day < today else day


def _day(key: Key) -> Group:
    return date.fromisoformat(str(key[0])[:10])
