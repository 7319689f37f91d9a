"""From the days and times found in a line to the one due and the one defer date that are meant."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta

from . import calendar
from .grammar import BEYOND, Clock, Needs, Role, Today
from .meant import Found
from .model import When
from .times import after_midnight, in_part


@dataclass(frozen=True, slots=True)
class Choice:
    """A value, and the expressions it was read from (none where nothing was)."""

    value: When | None = None
    found: tuple[Found, ...] = ()


_NOTHING = Choice()


@dataclass(frozen=True, slots=True)
class Chosen:
    """The dates of a line."""

    due: Choice = _NOTHING
    defer: Choice = _NOTHING
    deadline: Choice = _NOTHING


def choose(found: Sequence[Found], today: Today) -> Chosen:
    """The dates meant. Where two days are said and neither is said to be the limit, none is taken."""
    due, defer = _due_and_defer(found, today)
    return Chosen(due, defer, _one([one for one in found if one.role is Role.DEADLINE], today))


def _due_and_defer(found: Sequence[Found], today: Today) -> tuple[Choice, Choice]:
    defer = _one([one for one in found if one.role is Role.DEFER], today)
    due = _one([one for one in found if one.role is Role.DUE], today)
    if defer.value is None or due.value is None:
        return due, defer
    if not due.found[0].day:
        return _NOTHING, defer  # « à partir de lundi … à 9h »: the time is not today's
    if not defer.found[0].day:
        return due, _NOTHING
    if _day(due.value) < _day(defer.value):
        due = _after(due, defer, today)
    return due, defer


def _one(found: Sequence[Found], today: Today) -> Choice:
    days = [one for one in found if one.day]
    times = [one for one in found if one.clock and not one.day]
    said = days or [one for one in times if one.clock and one.clock.needs is not Needs.DAY_AND_AT]
    sure = [one for one in said if one.sure]
    said = sure if len(sure) == 1 else said
    values = {when(one, today) for one in said} - {None}
    if len(values) != 1:
        return _NOTHING
    first = said[0]
    clock = times[0].clock if len(times) == 1 == len(said) else None
    if first.day and clock and not (first.clock or first.day.moment or first.day.timed or clock.midnight):
        return Choice(when(replace(first, clock=clock), today), (first, times[0]))
    return Choice(when(first, today), (first,))


def _after(due: Choice, defer: Choice, today: Today) -> Choice:
    """« à partir de lundi … pour vendredi »: the Friday after that Monday."""
    first = due.found[0]
    if not (first.day and first.day.weekly and first.day.date and defer.value):
        return _NOTHING
    later = calendar.weekday_from(_day(defer.value), first.day.date.weekday())
    moved = replace(first, day=replace(first.day, date=later))
    clock = due.found[-1].clock
    return Choice(when(replace(moved, clock=clock), today), due.found)


def when(found: Found, today: Today) -> When | None:
    """The day or the local moment meant; None if it is over, or beyond the calendar."""
    try:
        return _when(found, today)
    except BEYOND:
        return None


def _when(found: Found, today: Today) -> When | None:
    if found.day and found.day.moment:
        return found.day.moment
    clock = found.clock
    if clock and found.part:
        clock = in_part(clock, found.part)
    clock = clock or found.part
    day = found.day.date if found.day else None
    if not clock:
        return day
    if clock.until is not None and day in (None, today.date):
        return _part_of_today(clock, today)
    if day is None:
        return _next(clock, today)
    if after_midnight(clock, found.part) or (day == today.date and today.now.hour < today.begins > clock.hour):
        day += timedelta(days=1)  # "today at 2am", said at one o'clock of a day that is still yesterday's
    return calendar.moment(day, clock.time, today.zone)


def _part_of_today(clock: Clock, today: Today) -> When | None:
    """The part's time; today without a time while the part lasts; nothing once it is over."""
    day = today.now.date()  # at night, "this morning" is the one to come, whenever the day begins
    usual = calendar.moment(day, clock.time, today.zone)
    if usual > today.now:
        return usual
    return day if today.now.hour < (clock.until or 0) else None


def _next(clock: Clock, today: Today) -> datetime:
    """The next time that the clock shows it: "at 9am", said at 15:00, is tomorrow's."""
    zone = today.zone
    first = calendar.moment(today.date, clock.time, zone)
    return (
        first
        if first.astimezone(UTC) > today.now.astimezone(UTC)
        else calendar.moment(today.date + timedelta(days=1), clock.time, zone)
    )


def _day(value: When) -> date:
    return value.date() if isinstance(value, datetime) else value
