"""How a task repeats: an RFC 5545 rule, counted from a local start, fixed or from the day it was done."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum


class MonthEnd(StrEnum):
    """What "the 31st of each month" means in a month that has no 31st."""

    CLAMP = "clamp"
    """Its last day."""
    SKIP = "skip"
    """No instance that month, as RFC 5545 says."""


@dataclass(frozen=True, slots=True)
class Recurrence:
    """When the next instance of a task is wanted."""

    rrule: str
    """RFC 5545 RRULE value without its name, in canonical order: "FREQ=WEEKLY;INTERVAL=2;BYDAY=FR"."""
    after_done: bool = False
    """The interval counts from the day on which the task was done, not from the day it was due."""
    month_end: MonthEnd = MonthEnd.CLAMP
    start: date | datetime | None = None
    """DTSTART: a day, or a naive local wall-clock time, which daylight saving never shifts. None until the task has
    its first date."""
