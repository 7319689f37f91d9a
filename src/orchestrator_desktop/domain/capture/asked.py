"""A date that was asked for by itself (`due:friday`, `due:hier`): any date, the past included, and nothing else."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, datetime, timedelta
from typing import Final

from . import calendar
from .calendar import Period
from .grammar import BEYOND, Today
from .line import fold
from .model import When
from .resolve import when
from .scan import expression
from .words import NUMBERS_EN, NUMBERS_FR, SHORT_EN, SHORT_FR, WEEKDAYS_EN, WEEKDAYS_FR, either, number

LONGEST: Final = 80
"""A longer text is no date, whatever it says."""

_WEEKDAYS = WEEKDAYS_FR | WEEKDAYS_EN | SHORT_EN | SHORT_FR
_PERIODS = {
    "semaine": Period.WEEK, "week": Period.WEEK, "mois": Period.MONTH, "month": Period.MONTH,
    "trimestre": Period.QUARTER, "quarter": Period.QUARTER, "semestre": Period.HALF, "annee": Period.YEAR,
    "an": Period.YEAR, "year": Period.YEAR, "week-end": Period.WEEKEND, "weekend": Period.WEEKEND,
    "week end": Period.WEEKEND,
}  # fmt: skip
_DAYS = {"jour": 1, "j": 1, "day": 1, "semaine": 7, "week": 7, "quinzaine": 14, "fortnight": 14}
_MONTHS = {"mois": 1, "month": 1, "trimestre": 3, "quarter": 3, "an": 12, "annee": 12, "year": 12}
_NEAR = {
    "hier": 1, "yesterday": 1, "avant hier": 2, "avanthier": 2, "the day before yesterday": 2,
    "day before yesterday": 2,
}  # fmt: skip
_COUNT = rf"(?P<n>[0-9]{{1,4}}|{either(NUMBERS_FR)}|{either(NUMBERS_EN)})"
_UNIT = rf"(?P<unit>{either(_DAYS | _MONTHS)})s?"
_WEEKDAY = rf"(?P<day>{either(_WEEKDAYS)})\.?"
_LAST = "derniere?|passee?|precedente?"

_Read = Callable[[re.Match[str], Today], date]


def read_day(
    text: str, *, now: datetime, locale_day_first: bool = True, week_start: int = 0, begins: int = 0
) -> When | None:
    """The day or the moment that the whole text says; None if it says none. Never raises on any text.

    As in a captured line (`parse`), but the past counts too: « hier », "3 days ago", "last friday", 2020-01-15.
    A weekday by itself is the next one. Underscores and hyphens may stand for spaces (« lundi_prochain »).
    """
    folded = fold(text[: LONGEST + 1]).text.strip(" \n,;.!?")
    if not folded or len(folded) > LONGEST:
        return None
    today = Today(now, locale_day_first, week_start, past=True, begins=begins)
    tries = dict.fromkeys((folded, folded.replace("_", " "), re.sub(r"(?<![0-9])[-_]|[-_](?![0-9])", " ", folded)))
    return next((day for one in tries if (day := _day(one, today)) is not None), None)


def _day(text: str, today: Today) -> When | None:
    for pattern, read in _PAST:
        match = pattern.fullmatch(text)
        if match:
            try:
                return read(match, today)
            except BEYOND:
                return None
    line = fold(text)
    found = expression(line, today, 0)
    if not found or found.end != len(text) or (found.day and found.day.refused):
        return None
    return when(found, today)


def _near(match: re.Match[str], today: Today) -> date:
    return today.date - timedelta(days=_NEAR[match["near"]])


def _last_weekday(match: re.Match[str], today: Today) -> date:
    """The last one before today."""
    return today.date - timedelta(days=(today.date.weekday() - _WEEKDAYS[match["day"]] - 1) % 7 + 1)


def _last_period(match: re.Match[str], today: Today) -> date:
    return calendar.start_of(_PERIODS[match["period"]], today.date, -1, today.week_start)


def _ago(match: re.Match[str], today: Today) -> date:
    count = number(match["n"], NUMBERS_FR | NUMBERS_EN)
    unit = match["unit"]
    if unit in _DAYS:
        return today.date - timedelta(days=count * _DAYS[unit])
    return calendar.add_months(today.date, -count * _MONTHS[unit])


_PAST: Final[tuple[tuple[re.Pattern[str], _Read], ...]] = (
    (re.compile(rf"(?P<near>{either(_NEAR)})"), _near),
    (re.compile(rf"(?:le )?{_WEEKDAY} (?:{_LAST})"), _last_weekday),
    (re.compile(rf"(?:last|past|previous) {_WEEKDAY}"), _last_weekday),
    (re.compile(rf"(?:la |le |l')?(?P<period>{either(_PERIODS)}) (?:{_LAST})"), _last_period),
    (re.compile(rf"(?:last|past|previous) (?P<period>{either(_PERIODS)})"), _last_period),
    (re.compile(rf"(?:il y a |ya ){_COUNT} ?{_UNIT}"), _ago),
    (re.compile(rf"{_COUNT} ?{_UNIT} ago"), _ago),
)
