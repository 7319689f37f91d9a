"""How a task repeats in the words of Obsidian's Tasks: "every 2 weeks on Monday, Friday when done"."""

from __future__ import annotations

import re
from typing import Final

from orchestrator_desktop.domain.recurrence import Recurrence
from orchestrator_desktop.domain.task import Due
from orchestrator_desktop.exchange.repeating import WORKING_DAYS, repeated

_DAYS: Final = {
    "MO": "Monday",
    "TU": "Tuesday",
    "WE": "Wednesday",
    "TH": "Thursday",
    "FR": "Friday",
    "SA": "Saturday",
    "SU": "Sunday",
}
_MONTHS: Final = (
    "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
    "december",
)  # fmt: skip
_UNITS: Final = {"day": "DAILY", "week": "WEEKLY", "month": "MONTHLY", "year": "YEARLY"}
_EVERY: Final = re.compile(r"every (?:(\d{1,4}) |(other) )?([a-z]+?)s?(?: on (?:the )?(.+?))?")
_NTH: Final = re.compile(r"(?:(\d{1,2})(?:st|nd|rd|th))?( ?last)?(?: ([a-z]+))?")
_WRITTEN: Final = re.compile(
    r"FREQ=(DAILY|WEEKLY|MONTHLY|YEARLY)(?:;INTERVAL=(\d+))?(?:;BYMONTHDAY=(\d+|-1))?(?:;BYDAY=([\w,-]+))?"
)


def read_every(text: str, due: Due) -> Recurrence | None:
    """None for what is not understood."""
    words = " ".join(text.lower().split())
    after_done = words.endswith(" when done")
    rule = _rule(words.removesuffix(" when done").rstrip())
    return None if rule is None else repeated(rule, due, after_done=after_done)


def write_every(recurrence: Recurrence, due: Due) -> str | None:
    """None where these words could not say it whole."""
    text = _words(recurrence.rrule)
    if text is None:
        return None
    text += " when done" if recurrence.after_done else ""
    return text if read_every(text, due) == recurrence else None


def _rule(words: str) -> str | None:
    match = _EVERY.fullmatch(words)
    if match is None:
        return _days_rule(words)
    number, other, unit, on = match.groups()
    interval = 2 if other else int(number or 1)
    if unit == "weekday" and interval == 1 and not on:
        return WORKING_DAYS
    if unit in _MONTHS and interval == 1:
        day = _NTH.fullmatch(on or "")
        month = _MONTHS.index(unit) + 1
        return f"FREQ=YEARLY;BYMONTH={month};BYMONTHDAY={day[1]}" if day and day[1] and not day[3] else None
    if unit not in _UNITS:
        return _days_rule(words)
    rule = f"FREQ={_UNITS[unit]};INTERVAL={interval}"
    if not on:
        return rule
    return _on(rule, unit, on)


def _on(rule: str, unit: str, on: str) -> str | None:
    if unit == "week":
        days = _days(on)
        return f"{rule};BYDAY={days}" if days else None
    match = _NTH.fullmatch(on)
    if unit != "month" or match is None or not (match[1] or match[2]):
        return None
    nth = int(match[1] or 1) * (-1 if match[2] else 1)
    if not match[3]:
        return f"{rule};BYMONTHDAY={nth}"
    day = _days(match[3])
    return f"{rule};BYDAY={nth}{day}" if day else None


def _days_rule(words: str) -> str | None:
    """ "every monday", "every monday and friday"."""
    days = _days(words.removeprefix("every ")) if words.startswith("every ") else ""
    return f"FREQ=WEEKLY;BYDAY={days}" if days else None


def _days(text: str) -> str:
    """Codes of weekdays by their names, whole or short; empty where one is none."""
    names = [name for name in re.split(r"[ ,]+|\band\b", text) if name]
    codes = [next((code for code, day in _DAYS.items() if _is_day(name, day)), "") for name in names]
    return ",".join(codes) if all(codes) else ""


def _is_day(name: str, day: str) -> bool:
    return len(name) >= 3 and (day.lower().startswith(name) or f"{day.lower()}s" == name)


def _words(rule: str) -> str | None:
    if rule == WORKING_DAYS:
        return "every weekday"
    match = _WRITTEN.fullmatch(rule)
    if match is None:
        return None
    freq, number, monthday, days = match.groups()
    unit = next(unit for unit, name in _UNITS.items() if name == freq)
    text = f"every {number} {unit}s" if number else f"every {unit}"
    if monthday:
        return f"{text} on the {'last' if monthday == '-1' else _ordinal(int(monthday))}"
    if not days:
        return text
    if freq == "WEEKLY":
        return f"{text} on {', '.join(_DAYS.get(day, day) for day in days.split(','))}"
    nth, day = days[:-2], _DAYS.get(days[-2:], "")
    return f"{text} on the {'last' if nth == '-1' else _ordinal(int(nth))} {day}" if _single(nth) else None


def _single(nth: str) -> bool:
    return nth == "-1" or re.fullmatch("[1-5]", nth) is not None


def _ordinal(number: int) -> str:
    ending = "th" if 10 < number % 100 < 14 else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{ending}"
