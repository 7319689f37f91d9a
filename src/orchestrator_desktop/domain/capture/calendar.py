"""Day arithmetic for the dates a person means: next weekdays, ends of periods, local moments."""

from __future__ import annotations

from calendar import monthrange
from datetime import UTC, date, datetime, time, timedelta, tzinfo
from enum import StrEnum

FRIDAY, SATURDAY = 4, 5
DAYS_IN_WEEK = 7
MONTHS_IN_YEAR = 12
_NEXT_LEAP_DAY = 8  # years, at most


class Period(StrEnum):
    """What can have a start, an end and a next one."""

    WEEK = "week"
    WEEKEND = "weekend"
    MONTH = "month"
    QUARTER = "quarter"
    HALF = "half"
    YEAR = "year"


_MONTHS = {Period.MONTH: 1, Period.QUARTER: 3, Period.HALF: 6, Period.YEAR: 12}


def add_months(day: date, months: int) -> date:
    """The same day so many months on, or the last of that month where it has no such day."""
    count = day.year * MONTHS_IN_YEAR + day.month - 1 + months
    year, month = divmod(count, MONTHS_IN_YEAR)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def add_workdays(day: date, count: int, *, saturday: bool = False) -> date:
    """So many working days on: Monday to Friday, or to Saturday (« jours ouvrables »)."""
    last = SATURDAY if saturday else FRIDAY
    while count > 0:
        day += timedelta(days=1)
        count -= day.weekday() <= last
    return day


def weekday_after(today: date, weekday: int) -> date:
    """The first such weekday after today: « lundi » said on a Monday is next week's."""
    return today + timedelta(days=(weekday - today.weekday() - 1) % DAYS_IN_WEEK + 1)


def weekday_from(today: date, weekday: int) -> date:
    """The first such weekday, today included."""
    return today + timedelta(days=(weekday - today.weekday()) % DAYS_IN_WEEK)


def day_number(today: date, day: int) -> date | None:
    """The next day of that number, today included; a month without it is passed over."""
    for ahead in range(3):
        first = add_months(today.replace(day=1), ahead)
        found = a_date(first.year, first.month, day)
        if found and found >= today:
            return found
    return None


def month_day(today: date, month: int, day: int) -> date | None:
    """The next such day of the year, today included; 29 February waits for its year."""
    years = range(today.year, today.year + _NEXT_LEAP_DAY + 1)
    found = (a_date(year, month, day) for year in years)
    return next((one for one in found if one and one >= today), None)


def a_date(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def iso_week(year: int, week: int) -> date | None:
    """The Monday of that week, as ISO 8601 and European calendars number them."""
    try:
        return date.fromisocalendar(year, week, 1)
    except ValueError:
        return None


def start_of(period: Period, today: date, ahead: int = 0, week_start: int = 0) -> date:
    """The first day of the period `ahead` periods on; a week is taken from its Monday on, a weekend from Saturday."""
    if period is Period.WEEK:
        return in_week(today, 0, ahead, week_start)
    if period is Period.WEEKEND:
        return in_week(today, SATURDAY, ahead)
    length = _MONTHS[period]
    months = (today.month - 1) % length
    return add_months(today.replace(day=1), ahead * length - months)


def in_week(today: date, weekday: int, ahead: int = 0, week_start: int = 0) -> date:
    """That weekday of the week `ahead` weeks on; weeks go from `week_start` on."""
    first = today - timedelta(days=(today.weekday() - week_start) % DAYS_IN_WEEK) + timedelta(weeks=ahead)
    return first + timedelta(days=(weekday - week_start) % DAYS_IN_WEEK)


def end_of(period: Period, today: date, ahead: int = 0, week_start: int = 0) -> date:
    """The last day of the period; a week ends on Friday, and once that is past on its last day."""
    if period is Period.WEEKEND:
        return start_of(period, today, ahead) + timedelta(days=1)
    if period is Period.WEEK:
        friday = in_week(today, FRIDAY, ahead, week_start)
        return friday if friday >= today else in_week(today, week_start - 1, ahead, week_start)
    return start_of(period, today, ahead + 1) - timedelta(days=1)


def moment(day: date, clock: time, zone: tzinfo | None) -> datetime:
    """The moment in this zone (None: this computer's).

    A time that the clock jumps over moves forward; of one that it shows twice, the first is meant.
    """
    local = datetime.combine(day, clock, tzinfo=zone)
    return datetime.fromtimestamp(local.timestamp(), UTC).astimezone(zone)
