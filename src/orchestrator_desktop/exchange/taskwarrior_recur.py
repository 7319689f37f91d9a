"""`recur` of Taskwarrior: "weekly", "2wks", "weekdays", "P1M" (taskwarrior.org/docs/durations)."""

from __future__ import annotations

import re
from datetime import date, datetime
from typing import Final

from orchestrator_desktop.domain.recurrence import Recurrence
from orchestrator_desktop.domain.task import Due
from orchestrator_desktop.exchange.clock import basic
from orchestrator_desktop.exchange.repeating import WORKING_DAYS, repeated

_NAMED: Final = {
    "daily": (1, "DAILY"),
    "day": (1, "DAILY"),
    "weekly": (1, "WEEKLY"),
    "sennight": (1, "WEEKLY"),
    "biweekly": (2, "WEEKLY"),
    "fortnight": (2, "WEEKLY"),
    "monthly": (1, "MONTHLY"),
    "bimonthly": (2, "MONTHLY"),
    "quarterly": (3, "MONTHLY"),
    "semiannual": (6, "MONTHLY"),
    "annual": (1, "YEARLY"),
    "yearly": (1, "YEARLY"),
    "biannual": (2, "YEARLY"),
    "biyearly": (2, "YEARLY"),
}
_UNITS: Final = {
    **dict.fromkeys(("d", "day", "days"), (1, "DAILY")),
    **dict.fromkeys(("w", "wk", "wks", "week", "weeks"), (1, "WEEKLY")),
    **dict.fromkeys(("m", "mo", "mos", "mth", "mths", "mnth", "mnths", "month", "months"), (1, "MONTHLY")),
    **dict.fromkeys(("q", "qtr", "qtrs", "quarter", "quarters"), (3, "MONTHLY")),
    **dict.fromkeys(("y", "yr", "yrs", "year", "years"), (1, "YEARLY")),
}
_COUNTED: Final = re.compile(r"(\d{0,5})\s*([a-z]+)")
_ISO: Final = re.compile(
    r"P(?:(\d{1,4})Y)?(?:(\d{1,4})M)?(?:(\d{1,4})W)?(?:(\d{1,5})D)?(?:T(?:0+H)?(?:0+M)?(?:0+S)?)?", re.I
)
_WRITTEN: Final = re.compile(r"FREQ=(DAILY|WEEKLY|MONTHLY|YEARLY)(?:;INTERVAL=(\d+))?")
_ENDING: Final = re.compile(r"(.*);UNTIL=(\w+)")
_LETTERS: Final = {"DAILY": "d", "WEEKLY": "w", "MONTHLY": "mo", "YEARLY": "y"}
_PLAIN: Final = {"DAILY": "daily", "WEEKLY": "weekly", "MONTHLY": "monthly", "YEARLY": "yearly"}


def read_recur(
    text: str, start: Due, *, until: date | datetime | None = None, chained: bool = False
) -> Recurrence | None:
    """None for what a task cannot follow: every eight hours, a month and a half. `chained` counts from when it was
    done."""
    rule = _rule(text.strip().lower())
    if rule is None:
        return None
    return repeated(rule if until is None else f"{rule};UNTIL={basic(until)}", start, after_done=chained)


def write_recur(rule: str) -> tuple[str, str] | None:
    """`recur` and the last day or moment of a canonical rule; None where Taskwarrior has no word for it."""
    ending = _ENDING.fullmatch(rule)
    rule, until = (ending[1], ending[2]) if ending else (rule, "")
    if rule == WORKING_DAYS:
        return "weekdays", until
    match = _WRITTEN.fullmatch(rule)
    if match is None:
        return None
    return (f"{match[2]}{_LETTERS[match[1]]}" if match[2] else _PLAIN[match[1]]), until


def _rule(text: str) -> str | None:
    if text in ("weekdays", "weekday"):
        return WORKING_DAYS
    if text.startswith("p"):
        return _iso_rule(text)
    match = _COUNTED.fullmatch(text)
    if match is None:
        return None
    number, freq = _NAMED.get(match[2]) or _UNITS.get(match[2]) or (0, "")
    if not number or (match[2] == "m" and not match[1]):  # "1m" is a month of Taskwarrior's; "m" alone is nothing
        return None
    return f"FREQ={freq};INTERVAL={number * int(match[1] or 1)}"


def _iso_rule(text: str) -> str | None:
    match = _ISO.fullmatch(text)
    if match is None:
        return None
    years, months, weeks, days = (int(group or 0) for group in match.groups())
    if bool(years or months) == bool(weeks or days):  # both, or nothing at all
        return None
    if years or months:
        return f"FREQ=MONTHLY;INTERVAL={years * 12 + months}" if months else f"FREQ=YEARLY;INTERVAL={years}"
    return f"FREQ=DAILY;INTERVAL={weeks * 7 + days}" if days else f"FREQ=WEEKLY;INTERVAL={weeks}"
