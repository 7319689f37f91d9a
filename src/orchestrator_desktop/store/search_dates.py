"""Conditions on dates: the marks of the months and days they can mean, and the exact condition on a task's row."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from typing import Final

from orchestrator_desktop.domain import moments
from orchestrator_desktop.domain.errors import UsageError
from orchestrator_desktop.store.search_schema import FIRST_YEAR, LAST_YEAR

When = date | datetime

MARKS: Final = {"due": "due", "defer": "defer", "deadline": "end", "done": "done", "created": "made"}
COLUMNS: Final = {
    "due": "task.due",
    "defer": "task.defer",
    "deadline": "task.deadline",
    "done": "task.done_at",
    "created": "task.created_at",
}

_INSTANT: Final = timedelta(microseconds=1)
_FIRST, _LAST = date(FIRST_YEAR, 1, 1), date(LAST_YEAR, 12, 31)


def marks(mark: str, first: When | None, last: When | None, rollover: int) -> tuple[str, ...]:
    """The marks, such as `@duem202611`, of which every task with a date in these bounds has one, and few others do.

    `mark` names the date, after the sign of open or closed tasks."""
    low = date.min if first is None else min(_days(first, rollover))
    high = date.max if last is None else max(_days(last, rollover))
    # What lies before the first year, or after the last, is marked with that year alone: then the whole of it.
    if low < _FIRST:
        low, high = _FIRST, max(high, _year_end(_FIRST))
    if high > _LAST:
        low, high = min(low, _LAST.replace(month=1, day=1)), _LAST
    return tuple(mark + period for period in _periods(low, high))


def _periods(low: date, high: date) -> Iterator[str]:
    """The fewest days, months and years that make up what lies between two days."""
    while low <= high:
        if low.day == low.month == 1 and _year_end(low) <= high:
            yield f"y{low:%Y}"
            low = _year_end(low)
        elif low.day == 1 and _month_end(low) <= high:
            yield f"m{low:%Y%m}"
            low = _month_end(low)
        else:
            yield f"d{low:%Y%m%d}"
        low += timedelta(days=1)


def _year_end(day: date) -> date:
    return date(day.year, 12, 31)


def _month_end(day: date) -> date:
    return date(day.year + day.month // 12, day.month % 12 + 1, 1) - timedelta(days=1)


def _days(bound: When, rollover: int) -> Iterator[date]:
    """The days that what lies at a bound may be marked with: local ones, and a moment's day in UTC."""
    yield moments.local_day(bound)
    try:
        begin, end = (bound, bound) if isinstance(bound, datetime) else moments.day_bounds(bound, rollover)
        for moment in (begin, end - _INSTANT):
            yield moment.astimezone(UTC).date()
    except (OverflowError, UsageError):  # at the ends of the calendar
        return


def within(column: str, first: When | None, last: When | None, rollover: int) -> str:
    """The condition on the column of a task's row; days are local ones, which begin at the hour `rollover`."""
    terms = [f"{column} IS NOT NULL"]
    if first is not None:
        terms.append(_bound(column, first, rollover, after=True))
    if last is not None:
        terms.append(_bound(column, last, rollover, after=False))
    return f"({' AND '.join(terms)})"


def _bound(column: str, bound: When, rollover: int, *, after: bool) -> str:
    """From the bound on, or up to it. A whole day lies behind each moment of it."""
    if isinstance(bound, datetime):
        moment = moments.to_text(bound)
        day, sign = moments.local_day(bound).isoformat(), ">=" if after else "<"
        return f"CASE length({column}) WHEN 10 THEN {column} {sign} '{day}' ELSE {column} {sign[0]}= '{moment}' END"
    sign = ">=" if after else "<="
    try:
        begin, end = moments.day_bounds(bound, rollover)
    except UsageError:  # at the ends of the calendar
        return f"{column} {sign} '{bound.isoformat()}'"
    of_moment = f">= '{moments.to_text(begin)}'" if after else f"< '{moments.to_text(end)}'"
    return f"CASE length({column}) WHEN 10 THEN {column} {sign} '{bound.isoformat()}' ELSE {column} {of_moment} END"
