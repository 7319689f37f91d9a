"""How a task repeats: an RFC 5545 rule, counted from a local start, fixed or from the day it was done."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time, timedelta, tzinfo
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from orchestrator_desktop.domain.rrule import Parts

When = date | datetime
"""A local day, or an aware moment; `domain.task` calls it Due where there may be none."""


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


def parts(recurrence: Recurrence) -> Parts:
    """The rule taken apart. Raises UsageError as `checked` does."""
    from orchestrator_desktop.domain import rrule  # on first use: every task knows this module, few repeat

    return rrule.read(recurrence.rrule, clamp=recurrence.month_end is MonthEnd.CLAMP)


def checked(recurrence: Recurrence) -> Recurrence:
    """The same with its rule in canonical form: capitals, order, no `RRULE:`, nothing that RFC 5545 implies.

    Raises UsageError for what the RFC forbids and for what a task cannot do: more than once a day, or never."""
    from orchestrator_desktop.domain import rrule

    return replace(recurrence, rrule=rrule.write(parts(recurrence)))


def carried(recurrence: Recurrence) -> Recurrence:
    """The rule as the next instance carries it. After completion there is no start to count from: COUNT is the number
    of instances left, this one included."""
    from orchestrator_desktop.domain import rrule

    rule = parts(recurrence)
    if not recurrence.after_done or rule.count is None:
        return recurrence
    return replace(recurrence, rrule=rrule.write(replace(rule, count=max(1, rule.count - 1))))


def next_after(
    recurrence: Recurrence, *, due: When | None, done_on: date, today: date, zone: tzinfo | None
) -> When | None:
    """When the instance after this one is due, as a day or a moment in `zone` (None: this computer's); None where the
    rule has ended. Raises UsageError for a rule that is none.

    Fixed: the rule's first day later than the day this instance was due and later than today. What was missed
    meanwhile is this one instance, and an instance done early does not come again. After completion: the rule is
    counted anew from the day of completion; its first day later than that is taken, at the start's time of day.
    """
    rule = parts(recurrence)
    start = recurrence.start if recurrence.start is not None else _wall(due, zone)
    if recurrence.after_done:
        if rule.count == 1:
            return None
        rule, start, after = replace(rule, count=None), _on(done_on, start), done_on
    else:
        start = start if start is not None else done_on
        after = max(today, _day(due, zone) if due is not None else today)
    if after == date.max:
        return None
    within = (after + timedelta(days=1), date.max)
    return next(_falls(rule, recurrence.month_end, start, within, zone), None)


def first_from(recurrence: Recurrence, day: date, *, zone: tzinfo | None = None) -> When | None:
    """The rule's first date on that day or later; one without a start starts there. None where it has ended."""
    return next(occurrences(recurrence, day, date.max, zone=zone), None)


def occurrences(recurrence: Recurrence, first: date, last: date, *, zone: tzinfo | None = None) -> Iterator[When]:
    """The rule's dates from the day `first` to the day `last`, both included, as days or moments in `zone` (None: this
    computer's). A rule without a start starts on `first`. After completion they are the dates at the earliest.

    Raises UsageError for a rule that is none, when the first date is asked for."""
    start = recurrence.start if recurrence.start is not None else first
    yield from _falls(parts(recurrence), recurrence.month_end, start, (first, last), zone)


def _falls(
    rule: Parts, month_end: MonthEnd, start: When, within: tuple[date, date], zone: tzinfo | None
) -> Iterator[When]:
    """Dates within those two days, both included, until the rule ends."""
    first, last = within
    clock = start.time().replace(microsecond=0, fold=0) if isinstance(start, datetime) else None
    begin = start.date() if isinstance(start, datetime) else start
    from orchestrator_desktop.domain import recurring

    for day in recurring.days(rule, begin, first=first, last=last, clamp=month_end is MonthEnd.CLAMP):
        local = datetime.combine(day, clock or time())
        when = day if clock is None else _moment(local, zone)
        if rule.until is not None and not _is_within(local, when, rule.until, zone):
            return
        yield when


def _is_within(local: datetime, when: When, until: When, zone: tzinfo | None) -> bool:
    """UNTIL ought to be of the start's kind; files say it otherwise, and then its day counts whole."""
    if not isinstance(until, datetime):
        return local.date() <= until
    if isinstance(when, datetime):
        return when <= until if until.tzinfo else local <= until
    return when <= _day(until, zone)


def _moment(local: datetime, zone: tzinfo | None) -> datetime:
    """A time that the clock jumps over moves forward; of one that it shows twice, the first is meant."""
    return datetime.fromtimestamp(local.replace(tzinfo=zone).timestamp(), UTC).astimezone(zone)


def _day(when: When, zone: tzinfo | None) -> date:
    if not isinstance(when, datetime):
        return when
    return when.astimezone(zone).date() if when.tzinfo else when.date()


def _wall(when: When | None, zone: tzinfo | None) -> When | None:
    return when.astimezone(zone).replace(tzinfo=None) if isinstance(when, datetime) else when


def _on(day: date, start: When | None) -> When:
    return datetime.combine(day, start.time()) if isinstance(start, datetime) else day
