"""The words of recurrence, folded: units, numbers, ordinals and lists of days, in French and English."""

from __future__ import annotations

import re
from typing import Final

from orchestrator_desktop.domain.rrule import Frequency

from . import calendar
from .grammar import NUMERAL
from .repeat import WORKDAYS
from .words import (
    ALL_MONTHS_EN,
    ALL_MONTHS_FR,
    MONTHS_EN,
    MONTHS_FR,
    NUMBERS_EN,
    NUMBERS_FR,
    SHORT_EN,
    SHORT_FR,
    SHORT_MONTHS_EN,
    SHORT_MONTHS_FR,
    WEEKDAYS_EN,
    WEEKDAYS_FR,
    either,
    number,
    words,
)

EACH: Final = r"(?:every|each|ev|chaque|tou[st] les|toutes? les|tte?s? les|toutes les|ts les)"
EACH_WORDS: Final = words("every each ev chaque tous tout toutes toute tt tts tte ttes ts")

UNITS: Final = {
    **dict.fromkeys(words("day days jour jours j"), (Frequency.DAILY, 1)),
    **dict.fromkeys(words("week weeks wk wks semaine semaines sem"), (Frequency.WEEKLY, 1)),
    **dict.fromkeys(words("fortnight fortnights quinzaine quinzaines"), (Frequency.WEEKLY, 2)),
    **dict.fromkeys(words("month months mois"), (Frequency.MONTHLY, 1)),
    **dict.fromkeys(words("quarter quarters trimestre trimestres"), (Frequency.MONTHLY, 3)),
    **dict.fromkeys(words("semester semesters semestre semestres"), (Frequency.MONTHLY, 6)),
    **dict.fromkeys(words("year years yr yrs an ans annee annees"), (Frequency.YEARLY, 1)),
}
UNIT: Final = either(UNITS)

PERIOD: Final = "mois|month|trimestre|quarter|annee|an|year"
PERIOD_MONTHS: Final = {"trimestre": 3, "quarter": 3, "annee": 12, "an": 12, "year": 12}

WORK_DAY: Final = (
    r"weekdays?|work(?:ing|-)?[ ]?days?|business days?|week days?|jours? (?:ouvres?|ouvrables?|travailles?|de semaine)"
)
WEEK_END: Final = r"week[ -]?ends?"
DAY_WORD: Final = "days?|jours?"
MONDAY_TO_SATURDAY: Final = (*WORKDAYS, 5)

PARTS: Final = (
    "matins?|midis?|apres[ -]midis?|aprems?|soirs?|soirees?|nuits?|mornings?|lunchtimes?|afternoons?|evenings?|nights?"
)
DONE: Final = (
    "done|it's done|fait|faite|fini|finie|termine|terminee|acheve|achevee|completed|completion"
    "|(?:l'|l' )?avoir (?:fait|termine|fini)"
)

WEEKDAYS: Final = WEEKDAYS_FR | WEEKDAYS_EN | SHORT_EN | SHORT_FR
_WEEKDAY_FR = rf"(?:(?:{either(WEEKDAYS_FR)})s?|(?:{either(SHORT_FR)})\.?)"
_WEEKDAY_EN = rf"(?:(?:{either(WEEKDAYS_EN)})s?|(?:{either(SHORT_EN)})\.?)"
_WEEKDAY = f"(?:{_WEEKDAY_FR}|{_WEEKDAY_EN})"
_AND = r"(?: ?, ?(?:et |and )?| ?[/&+] ?| (?:et|and|puis) )"
_AGAIN_FR = r"(?:(?:chaque|tous les|le|les) )?"
_AGAIN_EN = r"(?:(?:every|each|on) )?"
_FULL_FR = rf"(?:{either(WEEKDAYS_FR)})s?"
_SHORT_FR = rf"(?:{either(SHORT_FR)})\.?"
# A list is of one kind: « chaque lundi, mon rapport » has no Monday in it, « chaque lundi, mer calme » no Wednesday.
WEEKDAY_LIST: Final = (
    rf"(?:{_FULL_FR}(?:{_AND}{_AGAIN_FR}{_FULL_FR}(?![\w'-]))*"
    rf"|{_SHORT_FR}(?:{_AND}{_AGAIN_FR}{_SHORT_FR}(?![\w'-]))*"
    rf"|{_WEEKDAY_EN}(?:{_AND}{_AGAIN_EN}{_WEEKDAY_EN}(?![\w'-]))*)"
)
SPACED_WEEKDAYS: Final = (
    rf"(?:{_FULL_FR}(?:,? {_FULL_FR})+(?:{_AND}{_FULL_FR})?"
    rf"|(?<=every ){_WEEKDAY_EN}(?:,? {_WEEKDAY_EN})+(?:{_AND}{_WEEKDAY_EN})?)"
)
WEEKDAY_RANGE: Final = rf"(?P<first>{_WEEKDAY})(?: ?- ?| (?:au|a|to|through|thru|until) )(?P<last>{_WEEKDAY})"
_FULL_WEEKDAYS = [name for name in (*WEEKDAYS_FR, *WEEKDAYS_EN) if name.endswith(("di", "day", "che"))]
FULL_WEEKDAY: Final = either(_FULL_WEEKDAYS)
PLURAL_WEEKDAY: Final = rf"(?:{FULL_WEEKDAY})s"
PLURAL_LIST: Final = rf"{PLURAL_WEEKDAY}(?:{_AND}(?:les |on )?{PLURAL_WEEKDAY})*"

_ORDINALS = {
    **dict.fromkeys(words("first 1st premier premiere premiers premieres 1er 1ere 1ers 1eres"), 1),
    **dict.fromkeys(
        words("second 2nd deuxieme deuxiemes seconde seconds secondes 2e 2eme 2emes 2nde 2es 2d"), 2
    ),
    **dict.fromkeys(words("third 3rd troisieme troisiemes 3e 3eme 3emes 3es"), 3),
    **dict.fromkeys(words("fourth 4th quatrieme quatriemes 4e 4eme 4emes 4es"), 4),
    **dict.fromkeys(words("fifth 5th cinquieme cinquiemes 5e 5eme 5emes"), 5),
    **dict.fromkeys(words("last dernier derniere derniers dernieres"), -1),
    "penultimate": -2, "second last": -2, "second to last": -2, "next to last": -2, "second-to-last": -2,
    "avant-dernier": -2, "avant-derniere": -2, "avant-derniers": -2,
}  # fmt: skip
ORDINAL_WORDS: Final = (NUMERAL, *_ORDINALS)
ORDINAL: Final = either(_ORDINALS)
_THE = r"(?:(?:le|les|the) )?"
ORDINAL_LIST: Final = rf"(?:{ORDINAL})(?:{_AND}{_THE}(?:{ORDINAL}))*"

_DAY_NUMBER = r"(?:[12]?[0-9]|3[01])"
_SUFFIX = r"(?:ers?|e|eme|st|nd|rd|th)"
_NAMED_FIRST = "premier|first"
_NUMBERED = rf"(?:{_DAY_NUMBER}{_SUFFIX}?|{_NAMED_FIRST})"
_LAST = "last day|dernier jour"
_MORE_NUMBERS = rf"(?:{_AND}{_THE}(?:{_NUMBERED}|{_LAST})(?![\w:]))"
NUMBER_LIST: Final = rf"{_NUMBERED}{_MORE_NUMBERS}*"
NUMBERS: Final = rf"{_NUMBERED}{_MORE_NUMBERS}+"
SUFFIXED_LIST: Final = (
    rf"(?:{_DAY_NUMBER}(?:ers?|st|nd|rd|th)|{_NAMED_FIRST})"
    rf"(?:{_AND}{_THE}(?:{_DAY_NUMBER}{_SUFFIX}?|{_LAST})(?![\w:]))*"
)

MONTHS: Final = ALL_MONTHS_EN | ALL_MONTHS_FR
MONTH: Final = (
    rf"(?:{either(MONTHS_FR)}|{either(MONTHS_EN)}|(?:{either(SHORT_MONTHS_FR)}|{either(SHORT_MONTHS_EN)})\.?)"
)

DATE: Final = (
    rf"(?:(?P<d>{_DAY_NUMBER}|premier|first){_SUFFIX}? (?:of |de )?(?P<m>{MONTH})"
    rf"|(?P<m_first>{MONTH}) (?:the )?(?P<d_last>{_DAY_NUMBER})(?:st|nd|rd|th)?)"
)

_NUMBERS = NUMBERS_FR | NUMBERS_EN
NUMBER: Final = rf"[0-9]{{1,3}}|{either(word for word in _NUMBERS if word not in ('a', 'an', 'un'))}"
_NTH_UNIT = {"other": 2, "autre": 2, "alternate": 2, "second": 2, "seconde": 2, "third": 3, "fourth": 4, "single": 1}
INTERVAL: Final = rf"(?:{either(_NTH_UNIT)}|[2-9](?:nd|rd|th|e|eme)|deuxieme|troisieme|quatrieme|{NUMBER})"

_LEAP_YEAR = 2000
_BEYOND_ALL = 31
_WEEKDAY_WORD = re.compile(_WEEKDAY)
_ORDINAL_WORD = re.compile(rf"(?<!\w)(?:{ORDINAL})(?!\w)")
_FIGURES = re.compile(rf"[0-9]+|{_NAMED_FIRST}|{_LAST}")


def interval(said: str | None) -> int:
    """How many units between two times."""
    if not said:
        return 1
    if said in _NTH_UNIT:
        return _NTH_UNIT[said]
    if said in _ORDINALS:
        return _ORDINALS[said]
    figures = _FIGURES.match(said)
    return int(figures[0]) if figures else number(said, _NUMBERS)


def counted(said: str) -> int:
    return 1 if said in ("a", "an", "un") else number(said, _NUMBERS)


def weekdays(said: str) -> tuple[int, ...]:
    """The weekdays of a list, from Monday on."""
    found = {weekday(word) for word in _WEEKDAY_WORD.findall(said)}
    return tuple(sorted(found))


def weekday(word: str) -> int:
    bare = word.rstrip(".")
    return WEEKDAYS[bare] if bare in WEEKDAYS else WEEKDAYS[bare[:-1]]


def weekday_range(first: str, last: str) -> tuple[int, ...]:
    """« du lundi au vendredi », "friday to sunday"."""
    start, end = weekday(first), weekday(last)
    return tuple(sorted(day % 7 for day in range(start, end + 1 if end >= start else end + 8)))


def ordinals(said: str) -> tuple[int, ...]:
    found = {
        _ORDINALS[word.replace(" ", "-") if word not in _ORDINALS else word] for word in _ORDINAL_WORD.findall(said)
    }
    return tuple(sorted(found, key=_from_end_last))


def _from_end_last(nth: int) -> int:
    return nth if nth > 0 else _BEYOND_ALL - nth


def day_numbers(said: str) -> tuple[int, ...]:
    """The days of the month of a list; empty where one is none."""
    found = {int(word) if word.isdecimal() else -1 if word in _LAST else 1 for word in _FIGURES.findall(said)}
    return tuple(sorted(found, key=_from_end_last)) if found <= {-1, *range(1, 32)} else ()


def day_of_year(match: re.Match[str]) -> tuple[int, int] | None:
    """The month and the day of a match of DATE."""
    month = MONTHS[(match["m"] or match["m_first"]).rstrip(".")]
    said = match["d"] or match["d_last"]
    day = int(said) if said.isdecimal() else 1
    return (month, day) if calendar.a_date(_LEAP_YEAR, month, day) else None


def week_day_kind(said: str) -> tuple[int, ...]:
    """The days on which a working day, a weekend or any day may fall."""
    if "ouvrable" in said:
        return MONDAY_TO_SATURDAY
    if said.startswith(("week-e", "week e", "weeke")):
        return (5,)
    return WORKDAYS
