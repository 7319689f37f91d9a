"""Recognises that a line repeats. How often is not read yet: its dates stay words, none is taken for a single day."""

from __future__ import annotations

import re
from typing import Final

from .line import Line
from .words import MONTHS_EN, MONTHS_FR, NUMBERS_EN, NUMBERS_FR, WEEKDAYS_EN, WEEKDAYS_FR, either

_DAYS = either([*WEEKDAYS_FR, *WEEKDAYS_EN, "mon", "tue", "wed", "sat", "sun"])
_MONTHS = either([*MONTHS_FR, *MONTHS_EN])
_COUNT = rf"[0-9]+(?:st|nd|rd|th|er|e|eme)?|{either([*NUMBERS_FR, *NUMBERS_EN])}"
_TIMES_EN = (
    "minutes?|hours?|days?|weeks?|weekdays?|weekends?|months?|quarters?|years?|mornings?|afternoons?|evenings?|nights?"
)
_TIMES_FR = (
    "minutes?|heures?|jours?|semaines?|mois|trimestres?|semestres?|ans?|annees?|matins?|midis?|apres[ -]midis?|"
    "soirs?|soirees?|nuits?|week[ -]?ends?"
)
_NTH = (
    "premiere?s?|1ere?s?|deuxiemes?|seconde?s?|troisiemes?|quatriemes?|[2-5]e(?:me)?s?|derniere?s?|"
    "avant[ -]derniere?s?|first|second|third|fourth|last|1st|2nd|3rd|[4-5]th"
)
_A_DAY = rf"{_DAYS}|jours?(?: ouvres?)?|(?:business |working )?days?|weekdays?|week-?ends?"
_ADVERBS = "daily|weekly|biweekly|fortnightly|monthly|quarterly|yearly|annually|hourly|nightly"

_PHRASES: Final = (
    # "every other friday", "every 3 days after done", "every 1st"
    rf"(?:every|each) (?:(?:other|single|few|working|business|{_NTH}|{_COUNT}) ){{0,2}}"
    rf"(?:{_TIMES_EN}|{_DAYS}|{_MONTHS})",
    r"every (?:[0-9]+(?:st|nd|rd|th)|end of)",
    # « tous les jours ouvrés », « toutes les deux semaines », « chaque 1er du mois »
    rf"(?:chaque|tous les|toutes les) (?:(?:{_NTH}|{_COUNT}|autres) ){{0,2}}"
    rf"(?:(?:{_TIMES_FR})|(?:{_DAYS})s?|{_MONTHS})",
    r"(?:chaque|tous les) (?:[0-9]+(?:er)?|premiers?|fins?|debuts?)",
    # « lundis », "mondays"
    rf"(?:{either(WEEKDAYS_FR)}|(?:mon|tues|wednes|thurs|fri|satur|sun)day)s|weekdays|weekends|week-ends",
    # « un vendredi sur deux », "one week in two"
    rf"(?:un|une|1|one) (?:{_DAYS}|{_TIMES_FR}|{_TIMES_EN}) (?:sur|in|out of) (?:{_COUNT})",
    # « dernier vendredi du mois », "first monday of the month"
    rf"(?:{_NTH}) (?:{_A_DAY}) (?:du|de chaque|of (?:the|each|every)) "
    "(?:mois|semaine|trimestre|month|week|quarter|year)",
    # « deux fois par semaine », "3 times a week", "once a month"
    rf"(?:{_COUNT}) (?:fois|times) (?:par|a|per|each|every) \w+|(?:once|twice) (?:a|per|every|each) \w+",
    "quotidiennement|hebdomadairement|mensuellement|trimestriellement|annuellement",
    # « sauvegarde quotidienne à 9h », « point hebdo le lundi »
    r"(?:quotidien(?:ne)?|hebdo(?:madaire)?|mensuel(?:le)?)s?"
    rf"(?= (?:(?:a|vers) (?:[0-9]|midi)|le (?:[0-9]|{either(WEEKDAYS_FR)})))",
    # "daily at 9", "weekly on monday", but not "weekly report by friday"
    rf"(?:{_ADVERBS})(?= ?(?:$|,|(?:on|at|every|from|starting|until) |(?:{_DAYS}|{_COUNT})))",
)
_RECURRENCE = re.compile(rf"(?<![\w'-])(?:{'|'.join(_PHRASES)})(?![\w'])")


def repeats(line: Line) -> bool:
    return _RECURRENCE.search(line.text) is not None
