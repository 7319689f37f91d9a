"""How Things keeps days, moments and repetitions: packed numbers, seconds, and a property list."""

from __future__ import annotations

import plistlib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from typing import Any, Final
from xml.parsers.expat import ExpatError

from orchestrator_desktop.domain.recurrence import Recurrence
from orchestrator_desktop.domain.rrule import WEEKDAYS
from orchestrator_desktop.exchange.clock import to_utc
from orchestrator_desktop.exchange.repeating import repeated

_EPOCH: Final = datetime(1970, 1, 1, tzinfo=UTC)
_APPLE: Final = 978_307_200
"""2001 in seconds of Unix, where Apple's own time begins. Things is younger: less than this is counted from there."""
_NEVER: Final = 4000
"""Year 4001 stands for "no end", and in a template for "it has a deadline"."""
_UNITS: Final = {4: "YEARLY", 8: "MONTHLY", 16: "DAILY", 256: "WEEKLY"}
_SUNDAY_FIRST: Final = (WEEKDAYS[6], *WEEKDAYS[:6])


@dataclass(frozen=True, slots=True)
class Repeat:
    """A template's rule."""

    recurrence: Recurrence
    by_deadline: bool = False
    """Its dates are those of deadlines, and cannot be said of the starts."""


def day(value: object) -> date | None:
    """A day as newer files pack it (year, month, day in one number), or as older ones, in seconds."""
    if isinstance(value, float):
        return _day_of_seconds(value)
    if not isinstance(value, int) or value <= 0:
        return None
    try:
        found = date(value >> 16, value >> 12 & 15, value >> 7 & 31)
    except (ValueError, OverflowError):
        return None
    return found if 1900 <= found.year < _NEVER else None


def moment(value: object) -> datetime | None:
    """A moment in seconds of Unix or, of old, of Apple."""
    if isinstance(value, bool) or not isinstance(value, int | float):
        return None
    try:
        found = _EPOCH + timedelta(seconds=value if value >= _APPLE else value + _APPLE)
    except (OverflowError, ValueError):
        return None
    return found if 2001 <= found.year < _NEVER else None


def clock(row: Mapping[str, Any]) -> time | None:
    """The time of its reminder: packed, or of old in seconds after midnight."""
    packed, seconds = row.get("reminderTime"), row.get("alarmTimeOffset")
    if isinstance(packed, int) and packed > 0:
        hour, minute = packed >> 26 & 31, packed >> 20 & 63
    elif isinstance(seconds, int | float) and 0 <= seconds < 86_400:
        hour, minute = int(seconds) // 3600, int(seconds) // 60 % 60
    else:
        return None
    return time(hour, minute) if hour < 24 and minute < 60 else None


def at(on: date | None, reminder: time | None) -> date | datetime | None:
    """A day, or the moment on it at which it is reminded of."""
    return on if on is None or reminder is None else to_utc(datetime.combine(on, reminder))


def repeat(raw: object) -> Repeat | None:
    """The rule of a template; None for one that is none that is known.

    `fu` is the unit, `fa` how many, `tp` 1 after completion; `of` the days: `wd` from Sunday, `wdo` which of them, `dy`
    and `mo` from 0, -1 the last; `ed` the end or `rc` how many times, `ts` by how many days the start comes before."""
    rule = _plist(raw)
    unit = _UNITS.get(rule.get("fu", 0))
    interval, starts = rule.get("fa", 1), rule.get("ts", 0)
    if unit is None or type(interval) is not int or type(starts) is not int:
        return None
    after_done = rule.get("tp") == 1
    before, offsets = max(0, -starts), rule.get("of")
    days = "" if after_done else _days(unit, offsets, before)
    by_deadline = days is None
    if by_deadline:
        before, days = 0, _days(unit, offsets, 0)
    if days is None:
        return None
    found = repeated(f"FREQ={unit};INTERVAL={interval}{days}{_end(rule, before)}", after_done=after_done)
    return None if found is None else Repeat(found, by_deadline)


def _plist(raw: object) -> Mapping[str, Any]:
    if isinstance(raw, str):
        raw = raw.encode()
    if not isinstance(raw, bytes):
        return {}
    try:
        rule = plistlib.loads(raw)
    except (plistlib.InvalidFileException, ExpatError, ValueError, TypeError, LookupError, OverflowError):
        return {}
    except (RecursionError, AttributeError, MemoryError):
        return {}
    return rule if isinstance(rule, dict) and all(isinstance(key, str) for key in rule) else {}


def _days(unit: str, offsets: object, before: int) -> str | None:
    """The days of a rule as RFC 5545 says them, `before` days earlier. None where it cannot."""
    if not isinstance(offsets, list) or not all(isinstance(one, dict) for one in offsets):
        return ""
    if unit == "DAILY" or not offsets:
        return ""
    try:
        if unit == "WEEKLY":
            names = dict.fromkeys(_SUNDAY_FIRST[(int(one["wd"]) - before) % 7] for one in offsets)
            return f";BYDAY={','.join(names)}"
        return None if before else _days_of_month(unit, offsets)
    except (KeyError, TypeError, ValueError, IndexError, OverflowError):
        return None


def _days_of_month(unit: str, offsets: list[dict[str, Any]]) -> str:
    months = dict.fromkeys(int(one["mo"]) + 1 for one in offsets if "mo" in one)
    month = f";BYMONTH={','.join(map(str, months))}" if unit == "YEARLY" and months else ""
    if all("wd" in one for one in offsets):
        days = [f"{int(one.get('wdo', 1))}{_SUNDAY_FIRST[int(one['wd'])]}" for one in offsets]
        return f"{month};BYDAY={','.join(days)}"
    numbers = [int(one["dy"]) for one in offsets]
    return f"{month};BYMONTHDAY={','.join(str(number + 1 if number >= 0 else number) for number in numbers)}"


def _end(rule: Mapping[str, Any], before: int) -> str:
    count = rule.get("rc")
    if isinstance(count, int) and count > 0:
        return f";COUNT={count}"
    last = moment(rule.get("ed"))
    if last is None:
        return ""
    return f";UNTIL={(last - timedelta(days=before)).date().isoformat().replace('-', '')}"


def _day_of_seconds(value: float) -> date | None:
    """Most are midnight of UTC, some were midnight here."""
    found = moment(value)
    if found is None:
        return None
    try:
        return found.date() if value % 86_400 == 0 else found.astimezone().date()
    except (OverflowError, ValueError, OSError):
        return None
