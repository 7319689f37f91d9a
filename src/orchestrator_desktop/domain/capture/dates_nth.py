"""The so-manieth weekday of a month: « le premier lundi de mars », "last Friday of October"."""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import Final

from . import calendar
from .calendar import Period
from .grammar import NUMERAL, After, Day, Rule, Today, rule
from .readings import certain
from .words import ALL_MONTHS_EN, ALL_MONTHS_FR, MONTHS_EN, MONTHS_FR, WEEKDAYS_EN, WEEKDAYS_FR, either, words

_NTHS: Final = {
    **dict.fromkeys(words("premier 1er first 1st"), 1),
    **dict.fromkeys(words("deuxieme second 2e 2eme 2nd"), 2),
    **dict.fromkeys(words("troisieme third 3e 3eme 3rd"), 3),
    **dict.fromkeys(words("quatrieme fourth 4e 4eme 4th"), 4),
    **dict.fromkeys(words("dernier last"), -1),
}
_WEEKDAYS: Final = WEEKDAYS_FR | WEEKDAYS_EN
_MONTHS: Final = ALL_MONTHS_EN | ALL_MONTHS_FR

NTH_OF_MONTH: Final = (
    rf"(?:le |the )?(?P<nth>{either(_NTHS)}) (?P<day>{either(_WEEKDAYS)}|jour|day)"
    rf" (?:de |d'|du mois de |du mois d'|of |in )(?P<month>{either(MONTHS_FR | MONTHS_EN)})(?: (?P<year>20[0-9]{{2}}))?"
)


def _nth(match: re.Match[str], today: Today) -> Day | None:
    english = match["month"] not in ALL_MONTHS_FR
    nth, weekday = _NTHS[match["nth"]], _WEEKDAYS.get(match["day"])
    if weekday is None and nth > 0:
        return None
    years = [int(match["year"])] if match["year"] else [today.date.year, today.date.year + 1]
    found = (_in_month(date(year, _MONTHS[match["month"]], 1), nth, weekday) for year in years)
    day = next((one for one in found if one >= today.date), None)
    return certain(day, After.END if english else After.SENTENCE, english=english)


def _in_month(first: date, nth: int, weekday: int | None) -> date:
    last = calendar.end_of(Period.MONTH, first)
    if weekday is None:
        return last
    if nth > 0:
        return calendar.weekday_from(first, weekday) + timedelta(weeks=nth - 1)
    return last - timedelta(days=(last.weekday() - weekday) % calendar.DAYS_IN_WEEK)


DAYS: Final[tuple[Rule, ...]] = (rule(["le", "the", NUMERAL, *_NTHS], NTH_OF_MONTH, _nth),)
