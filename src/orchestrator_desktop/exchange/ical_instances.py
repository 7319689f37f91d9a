"""A repeating iCalendar task whose first instances are done or left out: it goes on with the first that is neither."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace
from datetime import date, datetime, timedelta
from typing import Final

from orchestrator_desktop.domain.errors import UsageError
from orchestrator_desktop.domain.moments import local_day
from orchestrator_desktop.domain.recurrence import next_after
from orchestrator_desktop.domain.task import Due, Stage
from orchestrator_desktop.domain.transfer import Record
from orchestrator_desktop.exchange.clock import from_local, local

_MOST: Final = 5_000
"""Instances in turn that may be behind a task."""


def moved_on(record: Record, behind: Collection[Due], done_at: datetime | None) -> Record:
    """The task at its first instance that is not `behind` (each by its start, as RECURRENCE-ID and EXDATE say it); done
    where there is none."""
    days = {_key(value) for value in behind if value is not None}
    moved = record
    for _ in range(min(len(days), _MOST)):
        start = moved.defer if moved.defer is not None else moved.due
        if not moved.stage.open or moved.recurrence is None or start is None or _key(start) not in days:
            break
        moved = _following(moved, start, done_at)
    return moved


def _key(value: date | datetime) -> date:
    """One instance a day: no task here repeats more often."""
    return local_day(value)


def _following(record: Record, start: date | datetime, done_at: datetime | None) -> Record:
    assert record.recurrence is not None
    at = record.due if record.due is not None else start
    fixed = replace(record.recurrence, after_done=False)
    try:
        found = next_after(fixed, due=at, done_on=local_day(at), today=local_day(at), zone=None)
    except (UsageError, OverflowError):
        return replace(record, recurrence=None)
    if found is None:
        return replace(record, stage=Stage.DONE, done_at=done_at, recurrence=None)
    by = local_day(found) - local_day(at)
    due = None if record.due is None else from_local(found)
    return replace(record, due=due, defer=_later(record.defer, by))


def _later(value: Due, by: timedelta) -> Due:
    return None if value is None else from_local(local(value) + by)
