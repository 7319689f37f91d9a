"""How a task repeats, from a rule that a file gives: checked, canonical, and counted from a local start."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime

from orchestrator_desktop.domain.errors import UsageError
from orchestrator_desktop.domain.recurrence import MonthEnd, Recurrence, checked
from orchestrator_desktop.domain.task import Due
from orchestrator_desktop.exchange.clock import local

WORKING_DAYS = "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR"


def repeated(
    rule: str,
    due: Due = None,
    *,
    after_done: bool = False,
    month_end: MonthEnd = MonthEnd.CLAMP,
    start: date | datetime | None = None,
) -> Recurrence | None:
    """The recurrence of an RRULE value, counted from `start`, else from what is due. None where the rule is none that a
    task can follow: more than once a day, or never."""
    begin = start if start is not None or due is None else local(due)
    try:
        return checked(Recurrence(rule, after_done=after_done, month_end=month_end, start=begin))
    except (UsageError, ValueError):
        return None


def canonical(recurrence: Recurrence | None) -> Recurrence | None:
    """The same as it is read from any file; None where no file can say it."""
    if recurrence is None:
        return None
    found = repeated(recurrence.rrule, month_end=recurrence.month_end)
    return None if found is None else replace(recurrence, rrule=found.rrule)
