"""Conditions on dates: the marks of the months and days they can mean, and the exact condition on a task's row."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from typing import Final

from orchestrator_desktop.domain import moments
from orchestrator_desktop.domain.errors import UsageError
from orchestrator_desktop.store.search_words import vocabulary
from orchestrator_desktop.store.store import Store

When = date | datetime

MARKS: Final = {"due": "due", "defer": "defer", "deadline": "end", "done": "done", "created": "made"}
COLUMNS: Final = {
    "due": "task.due",
    "defer": "task.defer",
    "deadline": "task.deadline",
    "done": "task.done_at",
    "created": "task.created_at",
}

_MOST_MARKS: Final = 200
"""Months and days that a condition is looked up by; one that spans more is checked task by task."""
_INSTANT: Final = timedelta(microseconds=1)
_FIRST, _LAST = "00000000", "99999999"


def marks(store: Store, mark: str, first: When | None, last: When | None, rollover: int) -> tuple[str, ...] | None:
    """The marks, such as `@duem202611`, of the tasks that may have that date; None where there are too many.

    `mark` names the date, after the sign of open or closed tasks."""
    low = _FIRST if first is None else min(_days(first, rollover))
    high = _LAST if last is None else max(_days(last, rollover))
    found: list[str] = []
    for kind, begin, end in _spans(low, high):
        found += vocabulary(store, "title_text_word", f"{mark}{kind}{begin}", f"{mark}{kind}{end}", _MOST_MARKS)
    return tuple(found) if len(found) < _MOST_MARKS else None


def _spans(low: str, high: str) -> Iterator[tuple[str, str, str]]:
    """(m or d, first, last): whole months between, and days of the months at the ends."""
    if low[:6] == high[:6]:
        yield "d", low, high
        return
    if low == _FIRST:
        begin = low[:6]
    else:
        yield "d", low, low[:6] + "99"
        begin = _next(low[:6])
    if high == _LAST:
        yield "m", begin, high[:6]
    else:
        yield "m", begin, f"{int(high[:6]) - 1:06}"
        yield "d", high[:6] + "00", high


def _next(month: str) -> str:
    return f"{int(month) + 1:06}"


def _days(bound: When, rollover: int) -> Iterator[str]:
    """The days that what lies at a bound may be marked with: local ones, and a moment's day in UTC."""
    yield f"{moments.local_day(bound):%Y%m%d}".rjust(8, "0")
    try:
        begin, end = (bound, bound) if isinstance(bound, datetime) else moments.day_bounds(bound, rollover)
    except UsageError:  # at the ends of the calendar
        return
    for moment in (begin, end - _INSTANT):
        yield f"{moment.astimezone(UTC):%Y%m%d}".rjust(8, "0")


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
