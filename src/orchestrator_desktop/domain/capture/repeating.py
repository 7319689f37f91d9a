"""Reads how a line repeats: its phrase, the dates beside it that belong to it, and its first day."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta

from orchestrator_desktop.domain.recurrence import MonthEnd, Recurrence
from orchestrator_desktop.domain.rrule import Frequency

from . import calendar
from .calendar import Period
from .dates_nth import NTH_OF_MONTH
from .grammar import BEYOND, Clock, Role, Today
from .line import TAKEN, Line
from .meant import Found
from .model import When
from .recurrence import repeats
from .repeat import Repeat, first_day, written
from .repeat_details import UnclearError
from .repeat_phrase import Phrase, find_phrase, starts_repeating
from .resolve import Choice, Chosen, choose
from .scan import find_dates
from .times import after_midnight, in_part

_END = re.compile(r"\b(?:fin|end|eom)\b")
_NTH = re.compile(NTH_OF_MONTH)
_DAYS_PER = {Frequency.DAILY: 1, Frequency.WEEKLY: 7}
_MONTHS_PER = {Frequency.MONTHLY: 1, Frequency.YEARLY: 12}

__all__ = ["Repeating", "UnclearError", "read_repeating", "starts_repeating"]


@dataclass(frozen=True, slots=True)
class Repeating:
    """A line that repeats: its rule, its first day or moment, the parts of the line they were read from, and the
    other dates of the line."""

    recurrence: Recurrence
    due: When
    parts: tuple[tuple[int, int], ...]
    dates: Chosen


def read_repeating(line: Line, today: Today, month_end: MonthEnd) -> Repeating | None:
    """How the line repeats; None if it does not. Raises UnclearError where no single rule says it."""
    phrase = find_phrase(line, today)
    if not phrase:
        if repeats(line):
            raise UnclearError
        return None
    rest = line.masked(phrase.start, phrase.end, TAKEN)
    if repeats(rest) or find_phrase(rest, today):
        raise UnclearError
    try:
        return _with_dates(line, phrase, list(find_dates(rest, today)), today, month_end)
    except BEYOND:
        raise UnclearError from None


def _with_dates(line: Line, phrase: Phrase, found: list[Found], today: Today, month_end: MonthEnd) -> Repeating:
    """The rule with the days and the time said elsewhere in the line."""
    dates = choose(found, today)
    due, defer = dates.due, dates.defer
    if due.value is None and defer.value is None and any(one.day and one.role is not Role.DEADLINE for one in found):
        raise UnclearError  # two days are said
    repeat, clock = phrase.repeat, _time_with(phrase, due)
    parts = [(phrase.start, phrase.end), *((one.start, one.end) for one in due.found)]
    anchor = _day(due.value) if due.value is not None and due.found[0].day else None
    if anchor and _NTH.search(line.text, due.found[0].start, due.found[0].end):
        raise UnclearError  # « le premier lundi de mars, tous les ans »
    if anchor:
        repeat = _anchored(repeat, anchor, month_end, at_end=_is_end(line, due.found[0]))
    elif defer.value is not None:
        repeat = replace(repeat, start=repeat.start or _day(defer.value))
        clock = clock or _time_with(phrase, defer)
        parts += ((one.start, one.end) for one in defer.found)
        dates = replace(dates, defer=Choice())
    first = anchor or _first(repeat, clock, today, month_end)
    if anchor and clock and calendar.moment(anchor, clock.time, today.zone) <= today.now:
        raise UnclearError  # « aujourd'hui 9h, tous les deux jours » said at noon
    repeat = _limited(repeat, first)
    rule = written(repeat, timed=clock is not None, week_start=today.week_start)
    start = datetime.combine(first, clock.time) if clock else first
    due_now = calendar.moment(first, clock.time, today.zone) if clock else first
    recurrence = Recurrence(rule, after_done=repeat.after_done, month_end=month_end, start=start)
    return Repeating(recurrence, due_now, tuple(sorted(parts)), replace(dates, due=Choice()))


def _time_with(phrase: Phrase, said: Choice) -> Clock | None:
    """The time said with the phrase or with a date of the line; for a part of the day, that part's.

    Raises UnclearError for two times.
    """
    clock = phrase.time.clock if phrase.time else None
    part = (phrase.time.part if phrase.time else None) or phrase.repeat.part
    if isinstance(said.value, datetime):
        other = next((one.clock for one in said.found if one.clock), None)
        other_part = next((one.part for one in said.found if one.part), None)
        if clock or (part and other_part):
            raise UnclearError
        part = part or other_part
        clock = other or (None if part else Clock(said.value.hour, said.value.minute))
    if clock and phrase.repeat.days and after_midnight(clock, part):
        raise UnclearError  # "every friday night at 1am": on which day, no one knows
    return in_part(clock, part) if clock and part else clock or part


def _is_end(line: Line, found: Found) -> bool:
    """Whether it says the end of a month, whatever its number."""
    return _END.search(line.text, found.start, found.end) is not None


def _anchored(repeat: Repeat, day: date, month_end: MonthEnd, *, at_end: bool) -> Repeat:
    """The rule that has this day for its first."""
    if repeat.start and repeat.start != day:
        raise UnclearError
    repeat = replace(repeat, start=day)
    if not repeat.bare and first_day(repeat, day, month_end) != day:
        raise UnclearError  # « demain, tous les lundis »
    if not repeat.bare or repeat.after_done or repeat.freq is Frequency.DAILY:
        return repeat
    if repeat.freq is Frequency.WEEKLY:
        return replace(repeat, days=(day.weekday(),))
    months = (day.month,) if repeat.freq is Frequency.YEARLY else ()
    last = at_end and day == calendar.end_of(Period.MONTH, day)
    return replace(repeat, months=months, month_days=(-1 if last else day.day,))


def _first(repeat: Repeat, clock: Clock | None, today: Today, month_end: MonthEnd) -> date:
    """Its first day: today or later, or when it is to start; with a time that is still to come."""
    base = max(today.date, _day(repeat.start)) if repeat.start else today.date
    first = first_day(repeat, base, month_end)
    if first and clock and calendar.moment(first, clock.time, today.zone) <= today.now:
        first = first_day(repeat, first + timedelta(days=1), month_end)
    if not first:
        raise UnclearError
    return first


def _limited(repeat: Repeat, first: date) -> Repeat:
    """The rule with its length as a number of times, or else as its last day."""
    if repeat.until and repeat.until < first:
        raise UnclearError
    if not repeat.length:
        return repeat
    number, freq = repeat.length
    count = _count(repeat, number, freq)
    if count:
        return replace(repeat, count=count, length=None)
    after = (
        first + timedelta(days=number * _DAYS_PER[freq])
        if freq in _DAYS_PER
        else calendar.add_months(first, number * _MONTHS_PER[freq])
    )
    return replace(repeat, until=after - timedelta(days=1), length=None)


def _count(repeat: Repeat, number: int, freq: Frequency) -> int:
    """How many times fall into so many units; 0 where that depends on the calendar."""
    if repeat.freq is freq and repeat.interval == 1:
        per = max(1, len(repeat.days) * max(1, len(repeat.nths))) if freq is Frequency.WEEKLY else 1
        simple = repeat.bare or freq is Frequency.WEEKLY or len(repeat.month_days) == 1
        return number * per if simple else 0
    if repeat.freq is freq and len(repeat.days) <= 1 and number % repeat.interval == 0:
        return number // repeat.interval
    return number * 7 if (repeat.freq, freq, repeat.interval) == (Frequency.DAILY, Frequency.WEEKLY, 1) else 0


def _day(value: When) -> date:
    return value.date() if isinstance(value, datetime) else value
