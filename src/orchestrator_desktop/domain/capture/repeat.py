"""How often a task comes back: what its phrase says, piece by piece, and the RFC 5545 rule that this makes."""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Final

from orchestrator_desktop.domain import rrule
from orchestrator_desktop.domain.recurrence import MonthEnd
from orchestrator_desktop.domain.rrule import Frequency, Parts

from . import calendar
from .grammar import Clock

WORKDAYS: Final = (0, 1, 2, 3, 4)
_LAST_SECOND = time(23, 59, 59)
_MONTHS_AHEAD = 12 * 9  # 29 February 2096 to 2104


@dataclass(frozen=True, slots=True)
class Repeat:
    """A rule in the making. Nothing said is 0, None or empty."""

    freq: Frequency
    interval: int = 1
    months: tuple[int, ...] = ()
    month_days: tuple[int, ...] = ()
    """-1 is the last of the month."""
    days: tuple[int, ...] = ()
    nths: tuple[int, ...] = ()
    """Which of `days` in the month (-1 the last); each, where empty."""
    position: int = 0
    """Which of all `days` of the month together: the last working day is -1."""
    after_done: bool = False
    part: Clock | None = None
    count: int = 0
    length: tuple[int, Frequency] | None = None
    """For how long ("for 5 weeks"), until it is known how many times that is."""
    until: date | None = None
    start: date | datetime | None = None

    @property
    def bare(self) -> bool:
        """Whether it names no day: it then falls on those of its start."""
        return not (self.months or self.month_days or self.days)

    @property
    def limited(self) -> bool:
        return bool(self.count or self.until or self.length)


def written(repeat: Repeat, *, timed: bool, week_start: int) -> str:
    """The rule in canonical form. UNTIL is of the start's kind: a day, or the last second of it."""
    nths: tuple[int | None, ...] = tuple(sorted(repeat.nths)) or (None,)
    weekly = repeat.freq is Frequency.WEEKLY and repeat.interval > 1 and len(repeat.days) > 1
    parts = Parts(
        repeat.freq,
        interval=repeat.interval,
        weekdays=tuple((nth, day) for nth in nths for day in repeat.days),
        monthdays=repeat.month_days,
        months=repeat.months,
        setpos=(repeat.position,) if repeat.position else (),
        count=repeat.count or None,
        until=datetime.combine(repeat.until, _LAST_SECOND) if repeat.until and timed else repeat.until,
        week_start=week_start if weekly else 0,
    )
    return rrule.write(parts)


def falls_on(repeat: Repeat, day: date, month_end: MonthEnd) -> bool:
    """Whether the rule names this day, its interval aside."""
    if repeat.months and day.month not in repeat.months:
        return False
    last = monthrange(day.year, day.month)[1]
    if repeat.month_days and not any(_number(one, last, month_end) == day.day for one in repeat.month_days):
        return False
    if not repeat.days:
        return True
    if day.weekday() not in repeat.days:
        return False
    if repeat.position:
        return day == _in_place(repeat, day, last)
    from_start, from_end = (day.day - 1) // 7 + 1, -((last - day.day) // 7 + 1)
    return not repeat.nths or from_start in repeat.nths or from_end in repeat.nths


def _number(said: int, last: int, month_end: MonthEnd) -> int:
    """The day of a month of `last` days that a number means; 0 for none."""
    if said < 0:
        return last + 1 + said
    return said if said <= last else last if month_end is MonthEnd.CLAMP else 0


def _in_place(repeat: Repeat, day: date, last: int) -> date | None:
    """The day of this month in the place asked for, of those on which it may fall."""
    month = [day.replace(day=number) for number in range(1, last + 1)]
    named = [one for one in month if one.weekday() in repeat.days]
    place = repeat.position - 1 if repeat.position > 0 else repeat.position
    return named[place] if -len(named) <= place < len(named) else None


def first_day(repeat: Repeat, base: date, month_end: MonthEnd) -> date | None:
    """The first day that the rule names, `base` included."""
    month = base.replace(day=1)
    for _ in range(_MONTHS_AHEAD):
        if not repeat.months or month.month in repeat.months:
            day = max(month, base)
            while day.month == month.month:
                if falls_on(repeat, day, month_end):
                    return day
                day += timedelta(days=1)
        month = calendar.add_months(month, 1)
    return None
