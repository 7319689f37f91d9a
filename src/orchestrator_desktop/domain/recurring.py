"""On which local days a rule falls, with ends of months clamped where that is wished. No zones here.

Our own arithmetic, which the tests hold against dateutil's. That clamps no end of a month, reads `BYDAY=MO,-1FR` as
days that are both, and looks for a day of a rule that has none until the year 9999: half a minute for a daily one.
"""

from __future__ import annotations

from calendar import isleap, monthrange
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from itertools import islice
from typing import Final

from orchestrator_desktop.domain.rrule import Frequency, Parts

_DAYS_IN_WEEK, _MONTHS_IN_YEAR, _LONGEST_MONTH = 7, 12, 31
_MID_WEEK: Final = timedelta(days=3)
_RAREST: Final = 50
"""Years without a date, times the interval, after which a rule is held to have none: a 29 February on a Monday may take
40."""


def days(rule: Parts, start: date, *, first: date, last: date = date.max, clamp: bool) -> Iterator[date]:
    """The rule's days from its start on, those from `first` to `last`. UNTIL is the caller's.

    Without COUNT nothing long before `first` is computed, however long ago the start was."""
    rule = _explicit(rule, start)
    horizon = min(last.year, max(first, start).year + _RAREST * rule.interval)
    begin = 0 if rule.count is not None else max(0, _passed(rule, start, first) // rule.interval)
    found = (day for period in _periods(rule, start, begin, horizon, clamp=clamp) for day in period if day >= start)
    for day in islice(found, rule.count):
        if day > last:
            return
        if day >= first:
            yield day


def _explicit(rule: Parts, start: date) -> Parts:
    """The rule with what its start implies said: the weekday, the day of the month, the month."""
    if rule.weekdays or rule.monthdays or rule.weeks or rule.yeardays:
        return rule
    if rule.freq is Frequency.WEEKLY:
        return replace(rule, weekdays=((None, start.weekday()),))
    if rule.freq is Frequency.MONTHLY:
        return replace(rule, monthdays=(start.day,))
    if rule.freq is Frequency.YEARLY:
        return replace(rule, months=rule.months or (start.month,), monthdays=(start.day,))
    return rule


def _passed(rule: Parts, start: date, day: date) -> int:
    """Days, weeks, months or years from the start's to that of `day`."""
    if rule.freq is Frequency.YEARLY:
        return day.year - start.year
    if rule.freq is Frequency.MONTHLY:
        return (day.year - start.year) * _MONTHS_IN_YEAR + day.month - start.month
    if rule.freq is Frequency.DAILY:
        return day.toordinal() - start.toordinal()
    return (_week(day, rule.week_start) - _week(start, rule.week_start)) // _DAYS_IN_WEEK


def _week(day: date, week_start: int) -> int:
    """Ordinal of the first day of its week, which may be before the calendar's."""
    return day.toordinal() - (day.weekday() - week_start) % _DAYS_IN_WEEK


def _periods(rule: Parts, start: date, begin: int, horizon: int, *, clamp: bool) -> Iterator[list[date]]:
    """The days of each period of the rule, from its `begin`th on, to the end of the year `horizon`."""
    number = begin * rule.interval
    while (period := _period(rule, start, number, clamp=clamp)) is not None:
        year, candidates = period
        if year > horizon:
            return
        found = [day for day in candidates if _is_meant(rule, day)]
        yield _picked(found, rule.setpos) if rule.setpos else found
        number += rule.interval


def _period(rule: Parts, start: date, number: int, *, clamp: bool) -> tuple[int, list[date]] | None:
    """Year and days of the period so many after the start's, before BYDAY and the like; None past the calendar."""
    if rule.freq is Frequency.YEARLY:
        year = start.year + number
        if year > date.max.year:
            return None
        months = rule.months or range(1, _MONTHS_IN_YEAR + 1)
        return year, [day for month in months for day in _month(rule, year, month, clamp=clamp)]
    if rule.freq is Frequency.MONTHLY:
        year, month = divmod(start.year * _MONTHS_IN_YEAR + start.month - 1 + number, _MONTHS_IN_YEAR)
        return None if year > date.max.year else (year, _month(rule, year, month + 1, clamp=clamp))
    length = 1 if rule.freq is Frequency.DAILY else _DAYS_IN_WEEK
    first = number * length + (start.toordinal() if length == 1 else _week(start, rule.week_start))
    if first > date.max.toordinal():
        return None
    # As in dateutil, the first week begins with the start: BYSETPOS does not pick what was before.
    ordinals = range(max(first, start.toordinal()), min(first + length, date.max.toordinal() + 1))
    found = [date.fromordinal(ordinal) for ordinal in ordinals]
    return found[0].year, [day for day in found if _is_monthday(rule, day, clamp=clamp)]


def _month(rule: Parts, year: int, month: int, *, clamp: bool) -> list[date]:
    length = monthrange(year, month)[1]
    if rule.monthdays:
        return [date(year, month, number) for number in _monthdays(rule, length, clamp=clamp)]
    return [date(year, month, number) for number in range(1, length + 1)]


def _monthdays(rule: Parts, length: int, *, clamp: bool) -> list[int]:
    """Days of a month of that length. Clamped, the 31st is the last day of a shorter one."""
    numbers = (day + length + 1 if day < 0 else min(day, length) if clamp else day for day in rule.monthdays)
    return sorted({number for number in numbers if 1 <= number <= length})


def _is_monthday(rule: Parts, day: date, *, clamp: bool) -> bool:
    if not rule.monthdays:
        return True
    return day.day in _monthdays(rule, monthrange(day.year, day.month)[1], clamp=clamp)


def _is_meant(rule: Parts, day: date) -> bool:
    """Whether the rest of the rule leaves the day in."""
    return (
        (not rule.months or day.month in rule.months)
        and (not rule.weekdays or _is_weekday(rule, day))
        and (not rule.yeardays or _is_numbered(rule.yeardays, *_place_in_year(day)))
        and (not rule.weeks or _is_week(rule, day))
    )


def _is_weekday(rule: Parts, day: date) -> bool:
    weekday = day.weekday()
    if (None, weekday) in rule.weekdays:
        return True
    numbers = tuple(nth for nth, which in rule.weekdays if which == weekday and nth is not None)
    if not numbers:
        return False
    in_months = rule.freq is Frequency.MONTHLY or rule.months
    place, length = (day.day, monthrange(day.year, day.month)[1]) if in_months else _place_in_year(day)
    from_start, from_end = (place - 1) // _DAYS_IN_WEEK + 1, (length - place) // _DAYS_IN_WEEK + 1
    return from_start in numbers or -from_end in numbers


def _place_in_year(day: date) -> tuple[int, int]:
    """(its number in the year, days of the year)."""
    return day.timetuple().tm_yday, 366 if isleap(day.year) else 365


def _is_numbered(numbers: tuple[int, ...], place: int, length: int) -> bool:
    return place in numbers or place - length - 1 in numbers


def _is_week(rule: Parts, day: date) -> bool:
    """Weeks are numbered as in ISO 8601, whichever day they begin with: the first holds four days of its year."""
    try:
        middle = date.fromordinal(_week(day, rule.week_start)) + _MID_WEEK
    except (ValueError, OverflowError):
        return False
    place, length = _place_in_year(middle)
    number, after = (place - 1) // _DAYS_IN_WEEK + 1, (length - place) // _DAYS_IN_WEEK
    return _is_numbered(rule.weeks, number, number + after)


def _picked(found: list[date], setpos: tuple[int, ...]) -> list[date]:
    places = {place if place < 0 else place - 1 for place in setpos}
    return sorted({found[place] for place in places if -len(found) <= place < len(found)})
