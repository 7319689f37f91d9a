"""Days written with figures, in either language: « 12 mars », "March 12", 2027-01-15, 12/03, « lundi 12 octobre »."""

from __future__ import annotations

import re
from typing import Final

from .calendar import day_number
from .grammar import NUMERAL, REFUSED, After, Clock, Day, Rule, Today, rule
from .readings import certain, dated
from .words import (
    ALL_MONTHS_EN,
    ALL_MONTHS_FR,
    MONTHS_EN,
    MONTHS_FR,
    NUMBERS_FR,
    SHORT_EN,
    SHORT_FR,
    SHORT_MONTHS_EN,
    SHORT_MONTHS_FR,
    WEEKDAYS_EN,
    WEEKDAYS_FR,
    dotted,
    either,
    number,
)

_WEEKDAYS = SHORT_EN | SHORT_FR | WEEKDAYS_EN | WEEKDAYS_FR
_DAY = r"(?P<d>[0-3]?[0-9])"
_LAST_TWO = 100
_MONTHS = 12
_SHORT_YEARS = range(6)
"""How far ahead a year of two figures may be: « 12 mars 27 », not « 12 mars 80 »."""
_NOT_DATES = {"24/7", "7/7", "16/9", "4/3"}  # round the clock, and the shapes of screens

# « mar. 12 mars », "Friday the 12th": the weekday before a day is there to be checked.
# Sam is a name: only « sam. » is a day.
_ON = rf"(?:(?:le |ce |the )?(?P<weekday>{either(_WEEKDAYS)})(?:\.,?|,)?(?<!sam) )?(?:the |le |ce )?"
_ON_WORDS = ("le", "ce", "the", *_WEEKDAYS)
_YEAR = r"(?P<y>[12][0-9]{3})"
_ANY_YEAR = r"(?P<y>[12][0-9]{3}|'?[2-9][0-9](?= ?(?:$|[\n,;.)\]]| (?:a|at|@) ?[0-9])))"
_MONTH = f"(?P<month>{either(MONTHS_FR | MONTHS_EN)}|{dotted(SHORT_MONTHS_FR | SHORT_MONTHS_EN)})"
_MONTH_EN = f"(?P<month>{either(MONTHS_EN)}|{dotted(SHORT_MONTHS_EN)})"
_NUMBERS = [word for word in NUMBERS_FR if word not in ("un", "une")]


def _weekday(match: re.Match[str]) -> int | None:
    return _WEEKDAYS[match["weekday"]] if match["weekday"] else None


def _year(match: re.Match[str], today: Today) -> int | None:
    if not match["y"]:
        return None
    year = int(match["y"].lstrip("'"))
    return year if year >= _LAST_TWO else year + today.date.year // _LAST_TWO * _LAST_TWO


def _is_far(match: re.Match[str], today: Today) -> bool:
    """Whether two figures that may be a year are rather something else."""
    year = _year(match, today) if match["y"] and len(match["y"].lstrip("'")) == len("27") else None
    return year is not None and year - today.date.year not in _SHORT_YEARS


def _day_month(match: re.Match[str], today: Today) -> Day | None:
    if _is_far(match, today):
        return None
    name = match["month"].rstrip(".")
    english = name not in ALL_MONTHS_FR
    month = ALL_MONTHS_EN[name] if english else ALL_MONTHS_FR[name]
    day = 1 if match["d"] in ("premier", "first") else number(match["d"], NUMBERS_FR)
    found = dated(today, day, month, _year(match, today), weekday=_weekday(match))
    return certain(found, After.END if english else After.SENTENCE, english=english)


def _month_day(match: re.Match[str], today: Today) -> Day:
    month = ALL_MONTHS_EN[match["month"].rstrip(".")]
    found = dated(today, int(match["d"]), month, _year(match, today), weekday=_weekday(match))
    return certain(found, After.END, english=True)


def _iso(match: re.Match[str], today: Today) -> Day:
    found = dated(today, int(match["d"]), int(match["m"]), int(match["y"]))
    return Day(found, part=Clock(int(match["h"]), int(match["min"])) if match["h"] else None) if found else REFUSED


def _slashed(match: re.Match[str], today: Today) -> Day | None:
    first, second = match["d"], match["m"]
    day_first = today.day_first
    if len(match["y"] or "") == len("2027") and max(int(first), int(second)) > _MONTHS:
        day_first = int(first) > _MONTHS  # 10/30/2026 has one meaning, wherever it is typed
    day, month = (first, second) if day_first else (second, first)
    found = dated(today, int(day), int(month), _year(match, today), weekday=_weekday(match))
    padded = len(first) + len(second) == 4 and "0" in (first[0], second[0])
    fraction = (int(first) <= int(second) <= _MONTHS or match[0] in _NOT_DATES) and not padded
    said = match["weekday"] or match["y"] or match[0].startswith("le ")
    after = After.END if fraction and not said else After.SENTENCE
    return certain(found, after, weak=not said and (fraction or match[0].startswith("the ")))


def _dashed(match: re.Match[str], today: Today) -> Day | None:
    """« le 05-11 », "by 12-03-27": dates only where something says so."""
    if _is_far(match, today):
        return None
    day, month = (match["d"], match["m"]) if today.day_first else (match["m"], match["d"])
    found = dated(today, int(day), int(month), _year(match, today), weekday=_weekday(match))
    return certain(found, After.END, weak=not (match["weekday"] or match[0].startswith("le ")))


def _weekday_number(match: re.Match[str], today: Today) -> Day | None:
    """« lundi 12 »: the next day of that number, if it is that weekday."""
    found = day_number(today.date, int(match["d"]))
    if found and found.weekday() == _weekday(match):
        return Day(found, after=After.END)
    return None if match["weekday"] in SHORT_FR | SHORT_EN else REFUSED


DAYS: Final[tuple[Rule, ...]] = (
    # "Mon-Fri at 9am": not the next 9:00
    rule(_WEEKDAYS, rf"(?:{either(_WEEKDAYS)})\.?(?:[-/](?:{either(_WEEKDAYS)}))+", lambda _, __: REFUSED),
    rule(
        [*_ON_WORDS, NUMERAL, "premier", "first", *_NUMBERS],
        rf"{_ON}(?P<d>[0-3]?[0-9]|premier|first|{either(_NUMBERS)})(?:er|e|eme|st|nd|rd|th)?"
        rf"(?: (?:of |de )?|(?<=[0-9])-){_MONTH}(?:(?:,? |-){_ANY_YEAR}| prochain)?",
        _day_month,
    ),
    rule(
        [*_ON_WORDS, *ALL_MONTHS_EN],
        rf"{_ON}{_MONTH_EN} (?:the )?{_DAY}(?:st|nd|rd|th)?(?:,? {_YEAR})?",
        _month_day,
    ),
    rule(
        [*_ON_WORDS, NUMERAL],
        rf"(?:le )?{_YEAR}(?P<s>[-/])(?P<m>[01]?[0-9])(?P=s){_DAY}"
        r"(?:t(?P<h>[01][0-9]|2[0-3]):(?P<min>[0-5][0-9])(?::[0-9]{2})?)?",
        _iso,
    ),
    rule(
        [*_ON_WORDS, NUMERAL],
        rf"{_ON}{_DAY}/(?P<m>[0-3]?[0-9])(?:/(?P<y>(?:20)?[0-9]{{2}}))?",
        _slashed,
    ),
    rule(["le"], rf"{_ON}{_DAY}\.(?P<m>[01][0-9])(?P<y>)", _slashed),
    rule(["le"], rf"{_ON}(?=0[1-9]-|[0-9]+-0){_DAY}-(?P<m>[01]?[0-9])(?P<y>)", _dashed),
    rule([*_ON_WORDS, NUMERAL], rf"{_ON}(?P<d>[0-3][0-9])(?P<s>[-.])(?P<m>[01][0-9])(?P=s)(?P<y>[0-9]{{2}})", _dashed),
    rule([*_ON_WORDS, NUMERAL], rf"{_ON}{_DAY}(?P<s>[-.])(?P<m>[0-3]?[0-9])(?P=s){_YEAR}", _slashed),
    rule(
        _ON_WORDS,
        rf"(?:le |ce )?(?P<weekday>{either(_WEEKDAYS)})\.?(?<!sam),? (?:le |the )?{_DAY}(?:er|st|nd|rd|th)?"
        r"(?! ?(?:h|heures?|[ap]\.?m|o'clock)(?!\w))",
        _weekday_number,
    ),
)
