"""What French and English date rules have in common once their words are known."""

from __future__ import annotations

from datetime import UTC, date, timedelta

from . import calendar
from .calendar import Period
from .grammar import REFUSED, After, Day, Role, Today

_LAST_OF_WEEK = 6
_NEAR_WEEKS = timedelta(weeks=26)
"""A week of that number further away is rather one of a project."""
_EXACT = {"minutes": timedelta(minutes=1), "hours": timedelta(hours=1)}
_DAYS = {"days": 1, "weeks": 7, "fortnights": 14}
_MONTHS = {"months": 1, "quarters": 3, "years": 12}


def in_time(today: Today, count: int, unit: str, *, role: Role | None, extra_minutes: int = 0) -> Day:
    """So many units from now: a moment for hours and minutes, a day for the rest."""
    if unit in _EXACT:
        later = today.now.astimezone(UTC) + count * _EXACT[unit] + timedelta(minutes=extra_minutes)
        local = later.astimezone(today.zone).replace(second=0, microsecond=0)
        return Day(moment=local, after=After.SENTENCE, role=role)
    if unit in _DAYS:
        day = today.date + timedelta(days=count * _DAYS[unit])
    elif unit in _MONTHS:
        day = calendar.add_months(today.date, count * _MONTHS[unit])
    else:
        day = calendar.add_workdays(today.date, count, saturday=unit == "six-day")
    return Day(day, after=After.SENTENCE, role=role)


def edge(today: Today, part: str, period: Period, ahead: int = 0) -> date:
    """The "start", "middle" or "end" of a period; of the next one if this one's is past."""
    found = _edge(today, part, period, ahead)
    return found if found >= today.date else _edge(today, part, period, ahead + 1)


def _edge(today: Today, part: str, period: Period, ahead: int) -> date:
    start = calendar.start_of(period, today.date, ahead, today.week_start)
    if part == "start":
        return start
    end = calendar.end_of(period, today.date, ahead, today.week_start)
    if part == "end":
        return end
    return start.replace(day=15) if period is Period.MONTH else start + (end - start) // 2


def edge_of_months(today: Today, part: str, first: int, last: int, year: int | None) -> date | None:
    """The edge of a named month or quarter: of the year said, else the next to come."""
    for one in (year,) if year else (today.date.year, today.date.year + 1):
        start = calendar.a_date(one, first, 1)
        end = calendar.a_date(one, last, 1)
        if start and end:
            last_day = calendar.end_of(Period.MONTH, end)
            middle = start.replace(day=15) if first == last else start + (last_day - start) // 2
            days = {"start": start, "middle": middle, "end": last_day}
            if days[part] >= today.date or (year and today.past):
                return days[part]
    return None


def in_week_number(today: Today, week: int, year: int | None) -> date | None:
    """The Monday of that week of the year, or today within it; None where it is too far to be one of the calendar's."""
    for one in (year,) if year else (today.date.year, today.date.year + 1):
        monday = calendar.iso_week(one, week)
        if monday and monday + timedelta(days=_LAST_OF_WEEK) >= today.date:
            return max(monday, today.date) if year or monday - today.date <= _NEAR_WEEKS else None
    return None


def day_of_month(today: Today, day: int, ahead: int = 0) -> date | None:
    """The next day of that number; of the month `ahead` where one was named."""
    if not ahead:
        return calendar.day_number(today.date, day)
    month = calendar.start_of(Period.MONTH, today.date, ahead)
    return calendar.a_date(month.year, month.month, day)


def dated(today: Today, day: int, month: int, year: int | None, *, weekday: int | None = None) -> date | None:
    """The day that figures and a month's name mean; None if there is none, or it is past, or not that weekday."""
    found = calendar.a_date(year, month, day) if year else calendar.month_day(today.date, month, day)
    if (
        not found
        or (found < today.date and not (year and today.past))
        or (weekday is not None and found.weekday() != weekday)
    ):
        return None
    return found


def certain(day: date | None, after: After, *, english: bool = False, weak: bool = False) -> Day:
    """The day read, or a refusal: what was written is a date, but none that can be meant."""
    return Day(day, after=after, english=english, weak=weak) if day else REFUSED
