"""How tasks of Super Productivity repeat: a cycle, how many of it, and in a week on which days."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date, datetime, time, timedelta
from typing import Any, Final

from orchestrator_desktop.domain.errors import UsageError
from orchestrator_desktop.domain.recurrence import Recurrence, first_from
from orchestrator_desktop.domain.task import Due
from orchestrator_desktop.exchange.clock import to_utc
from orchestrator_desktop.exchange.repeating import repeated
from orchestrator_desktop.exchange.superproductivity_values import moment, text

_WEEKDAYS: Final = {
    "monday": "MO",
    "tuesday": "TU",
    "wednesday": "WE",
    "thursday": "TH",
    "friday": "FR",
    "saturday": "SA",
    "sunday": "SU",
}
_CLOCK: Final = re.compile(r"(\d\d?):(\d\d)")


def recurrence_of(cfg: Mapping[str, Any]) -> Recurrence | None:
    """Its rule, counted from its own first day. A configuration without a cycle is one of the time when only weekdays
    could be chosen."""
    cycle, every = text(cfg.get("repeatCycle")) or "WEEKLY", cfg.get("repeatEvery", 1)
    if type(every) is not int:
        return None
    start = _day(cfg.get("startDate"))
    days = ""
    if cycle == "WEEKLY":
        chosen = [name for key, name in _WEEKDAYS.items() if cfg.get(key) is True]
        days = f";BYDAY={','.join(chosen)}" if chosen else ""
    elif cycle == "MONTHLY" and start is not None:
        days = f";BYMONTHDAY={start.day}"
    elif cycle == "YEARLY" and start is not None:
        days = f";BYMONTH={start.month};BYMONTHDAY={start.day}"
    after_done = cfg.get("repeatFromCompletionDate") is True
    return repeated(f"FREQ={cycle};INTERVAL={every}{days}", start=start, after_done=after_done)


def first_due(cfg: Mapping[str, Any], recurrence: Recurrence, now: datetime, *, made: datetime | None = None) -> Due:
    """When the next task is due: the day on which one was `made`, else the rule's first after the last one."""
    if made is not None:
        return _at(made.astimezone().date(), cfg)
    last = _day(cfg.get("lastTaskCreationDay")) or _local_day(moment(cfg.get("lastTaskCreation")))
    after = now.date() if last is None else max(now.date(), last + timedelta(days=1))
    try:
        found = first_from(recurrence, after)
    except (UsageError, OverflowError, ValueError):
        return None
    return None if found is None else _at(found, cfg)


def _at(day: date, cfg: Mapping[str, Any]) -> Due:
    match = _CLOCK.fullmatch(text(cfg.get("startTime")))
    if match is None:
        return day
    try:
        return to_utc(datetime.combine(day, time(int(match[1]), int(match[2]))))
    except ValueError:
        return day


def _day(value: object) -> date | None:
    try:
        return date.fromisoformat(text(value)[:10])
    except ValueError:
        return None


def _local_day(value: datetime | None) -> date | None:
    return None if value is None else value.astimezone().date()
