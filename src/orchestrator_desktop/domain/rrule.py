"""RRULE values of RFC 5545, section 3.3.10: read, checked, and written in one canonical form."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import UTC, date, datetime
from enum import StrEnum
from typing import Final, NoReturn

from orchestrator_desktop.domain.errors import QT_TRANSLATE_NOOP, UsageError

WEEKDAYS: Final = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
_LENGTHS: Final = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
_WEEKS_IN_MONTH, _WEEKS_IN_YEAR, _DAYS_IN_YEAR = 5, 53, 366

_NAME: Final = re.compile(r"\s*RRULE[:=]", re.IGNORECASE)
_NUMBER: Final = re.compile(r"[+-]?[0-9]{1,6}")
_DAY: Final = re.compile(r"([+-]?[0-9]{1,2})?(MO|TU|WE|TH|FR|SA|SU)")
_UNTIL: Final = re.compile(r"([0-9]{8})(?:T([0-9]{6})(Z)?)?")
_TOO_OFTEN: Final = frozenset({"HOURLY", "MINUTELY", "SECONDLY", "BYHOUR", "BYMINUTE", "BYSECOND"})
_KNOWN: Final = frozenset(
    {
        "FREQ",
        "INTERVAL",
        "BYMONTH",
        "BYWEEKNO",
        "BYYEARDAY",
        "BYMONTHDAY",
        "BYDAY",
        "BYSETPOS",
        "COUNT",
        "UNTIL",
        "WKST",
    }
)


class Frequency(StrEnum):
    """The period of a rule, as RFC 5545 spells it."""

    DAILY = "DAILY"
    WEEKLY = "WEEKLY"
    MONTHLY = "MONTHLY"
    YEARLY = "YEARLY"


@dataclass(frozen=True, slots=True)
class Parts:
    """A rule taken apart, for the window's words and for arithmetic."""

    freq: Frequency
    interval: int = 1
    weekdays: tuple[tuple[int | None, int], ...] = ()
    """(which of the period, None for each; weekday, 0 is Monday): (-1, 4) is the last Friday."""
    monthdays: tuple[int, ...] = ()
    """-1 is the last."""
    months: tuple[int, ...] = ()
    setpos: tuple[int, ...] = ()
    """Which of all the days found in a period: -1 with Monday to Friday is the last working day."""
    count: int | None = None
    until: date | datetime | None = None
    """The last day, which counts whole, or the last moment: naive local, or aware UTC."""
    weeks: tuple[int, ...] = ()
    yeardays: tuple[int, ...] = ()
    week_start: int = 0
    """Matters where every second week or a longer interval is meant."""


def read(text: str, *, clamp: bool) -> Parts:
    """A rule taken apart, in any case and order, with or without its name; `clamp`: see MonthEnd. Raises UsageError."""
    given = _given(text)
    freq = _frequency(given, text)
    until = given.get("UNTIL")
    rule = Parts(
        freq=freq,
        interval=_positive(given, "INTERVAL") or 1,
        weekdays=_weekdays(given, freq),
        monthdays=_numbers(given, "BYMONTHDAY", 31),
        months=_numbers(given, "BYMONTH", 12, negative=False),
        setpos=_numbers(given, "BYSETPOS", _DAYS_IN_YEAR),
        count=_positive(given, "COUNT"),
        until=None if until is None else _until(until),
        weeks=_numbers(given, "BYWEEKNO", _WEEKS_IN_YEAR),
        yeardays=_numbers(given, "BYYEARDAY", _DAYS_IN_YEAR),
        week_start=_week_start(given),
    )
    _refuse_what_the_rfc_forbids(rule)
    _refuse_never(rule, clamp=clamp)
    return rule


def write(rule: Parts) -> str:
    """The rule in canonical form; what RFC 5545 implies is left out (INTERVAL=1, WKST=MO)."""
    lists = (
        ("BYMONTH", rule.months),
        ("BYWEEKNO", rule.weeks),
        ("BYYEARDAY", rule.yeardays),
        ("BYMONTHDAY", rule.monthdays),
        ("BYDAY", [f"{'' if nth is None else nth}{WEEKDAYS[day]}" for nth, day in rule.weekdays]),
        ("BYSETPOS", rule.setpos),
    )
    written = [f"FREQ={rule.freq}"]
    written += [f"INTERVAL={rule.interval}"] if rule.interval > 1 else []
    written += [f"{name}={','.join(map(str, values))}" for name, values in lists if values]
    written += [f"COUNT={rule.count}"] if rule.count is not None else []
    written += [f"UNTIL={_end_text(rule.until)}"] if rule.until is not None else []
    written += [f"WKST={WEEKDAYS[rule.week_start]}"] if rule.week_start else []
    return ";".join(written)


def _end_text(until: date | datetime) -> str:
    if not isinstance(until, datetime):
        return until.isoformat().replace("-", "")
    return until.replace(tzinfo=None).isoformat(timespec="seconds").translate({45: None, 58: None}) + (
        "Z" if until.tzinfo else ""
    )


def _given(text: str) -> dict[str, str]:
    given: dict[str, str] = {}
    for part in _NAME.sub("", text, count=1).upper().split(";"):
        if not part.strip():
            continue
        name, sign, value = (side.strip() for side in part.partition("="))
        if name in _TOO_OFTEN:
            _too_often()
        if not sign or name not in _KNOWN:
            _refuse(part)
        if name in given:
            raise UsageError(
                QT_TRANSLATE_NOOP("errors", "The rule says {part} twice. Nothing was changed; keep one of them."),
                part=name,
            )
        given[name] = value
    return given


def _frequency(given: dict[str, str], text: str) -> Frequency:
    value = given.get("FREQ")
    if value is None:
        raise UsageError(
            QT_TRANSLATE_NOOP(
                "errors",
                "“{text}” does not say how often. Nothing was changed; a rule looks like FREQ=WEEKLY;BYDAY=MO.",
            ),
            text=text.strip()[:60],
        )
    if value in _TOO_OFTEN:
        _too_often()
    return Frequency(value) if value in set(Frequency) else _refuse(f"FREQ={value}")


def _positive(given: dict[str, str], name: str) -> int | None:
    value = given.get(name)
    if value is None:
        return None
    number = int(value) if _NUMBER.fullmatch(value) else 0
    return number if number > 0 else _refuse(f"{name}={value}")


def _numbers(given: dict[str, str], name: str, largest: int, *, negative: bool = True) -> tuple[int, ...]:
    """In order, those counted from the end last."""
    if name not in given:
        return ()
    found = set()
    for value in given[name].split(","):
        number = int(value) if _NUMBER.fullmatch(value.strip()) else 0
        if not number or abs(number) > largest or (number < 0 and not negative):
            _refuse(f"{name}={given[name]}")
        found.add(number)
    return tuple(sorted(found, key=lambda number: (number < 0, number)))


def _weekdays(given: dict[str, str], freq: Frequency) -> tuple[tuple[int | None, int], ...]:
    if "BYDAY" not in given:
        return ()
    in_year = _WEEKS_IN_MONTH if "BYMONTH" in given else _WEEKS_IN_YEAR
    most = {Frequency.MONTHLY: _WEEKS_IN_MONTH, Frequency.YEARLY: in_year}.get(freq, 0)
    found: set[tuple[int | None, int]] = set()
    for value in given["BYDAY"].split(","):
        match = _DAY.fullmatch(value.strip())
        nth = int(match[1]) if match and match[1] else None
        if match is None or (nth is not None and not 0 < abs(nth) <= most):
            _refuse(f"BYDAY={given['BYDAY']}")
        found.add((nth, WEEKDAYS.index(match[2])))
    return tuple(sorted(found, key=lambda one: (one[0] is not None, one[0] or 0, one[1])))


def _until(text: str) -> date | datetime:
    match = _UNTIL.fullmatch(text)
    if match is None:
        _refuse(f"UNTIL={text}")
    day, clock, utc = match.groups()
    try:
        if clock is None:
            return date.fromisoformat(day)
        return datetime.fromisoformat(f"{day}T{clock}").replace(tzinfo=UTC if utc else None)
    except ValueError:
        _refuse(f"UNTIL={text}")


def _week_start(given: dict[str, str]) -> int:
    value = given.get("WKST", "MO")
    return WEEKDAYS.index(value) if value in WEEKDAYS else _refuse(f"WKST={value}")


def _refuse_what_the_rfc_forbids(rule: Parts) -> None:
    others = (rule.weekdays, rule.monthdays, rule.months, rule.weeks, rule.yeardays)
    if rule.count is not None and rule.until is not None:
        _clash("COUNT", "UNTIL")
    if rule.monthdays and rule.freq is Frequency.WEEKLY:
        _clash("FREQ=WEEKLY", "BYMONTHDAY")
    if rule.freq is not Frequency.YEARLY and (rule.weeks or rule.yeardays):
        _clash(f"FREQ={rule.freq}", "BYWEEKNO" if rule.weeks else "BYYEARDAY")
    if rule.weeks and any(nth is not None for nth, _ in rule.weekdays):
        _clash("BYWEEKNO", "BYDAY")
    if rule.setpos and not any(others):
        raise UsageError(
            QT_TRANSLATE_NOOP(
                "errors", "BYSETPOS picks among days, and the rule names none. Nothing was changed; add BYDAY."
            )
        )


def _refuse_never(rule: Parts, *, clamp: bool) -> None:
    """30 February. Rarer impossible rules are found when their days are looked for: there is none."""
    longest = max(_LENGTHS[month - 1] for month in rule.months or range(1, 13))
    clamped = clamp and any(day > 0 for day in rule.monthdays)
    if rule.monthdays and not clamped and all(abs(day) > longest for day in rule.monthdays):
        raise UsageError(
            QT_TRANSLATE_NOOP("errors", "No month has the day the rule names. Nothing was changed; choose another.")
        )


def _refuse(part: str) -> NoReturn:
    raise UsageError(
        QT_TRANSLATE_NOOP(
            "errors",
            "“{part}” is not understood in a rule. Nothing was changed; a rule looks like FREQ=WEEKLY;BYDAY=MO.",
        ),
        part=part.strip()[:60],
    )


def _too_often() -> NoReturn:
    raise UsageError(
        QT_TRANSLATE_NOOP(
            "errors",
            "A task repeats once a day at most. Nothing was changed; choose days, and set the time in its due date.",
        )
    )


def _clash(first: str, second: str) -> NoReturn:
    raise UsageError(
        QT_TRANSLATE_NOOP("errors", "{first} and {second} cannot stand in one rule. Nothing was changed; keep one."),
        first=first,
        second=second,
    )
