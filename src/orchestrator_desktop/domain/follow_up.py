"""The day on which a person's answer is looked for, where the user names none."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import Final

from orchestrator_desktop.domain.task import Due

_WEEK: Final = timedelta(days=7)
_DAY: Final = timedelta(days=1)
_SATURDAY: Final = 5


def default_follow_up(due: Due, today: date) -> date:
    """In a week; sooner where the task is due by then: the working day before it, so that there is time to judge.
    What is due already is looked for on the next working day. Never a Saturday or a Sunday, nor today."""
    day = day_of(due)
    next_one = _working_day(today + _DAY)
    if day is None or day > today + _WEEK:
        return _working_day(today + _WEEK)
    before = day - _DAY
    while before.weekday() >= _SATURDAY:
        before -= _DAY
    return max(before, next_one)


def day_of(due: Due) -> date | None:
    """The local day of a date, whether it names a time or not."""
    return due.astimezone().date() if isinstance(due, datetime) else due


def _working_day(day: date) -> date:
    """The day itself, or the Monday after."""
    while day.weekday() >= _SATURDAY:
        day += _DAY
    return day
