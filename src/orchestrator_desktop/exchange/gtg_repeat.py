"""How tasks of Getting Things GNOME repeat: a word, a day of the week or the month, or a date."""

from __future__ import annotations

import re
from typing import Final

from orchestrator_desktop.domain.rrule import WEEKDAYS
from orchestrator_desktop.exchange.spoken import Dates

_UNITS: Final = {
    "FREQ=DAILY": ("day", "daily", "jour", "tag", "día", "giorno"),
    "FREQ=DAILY;INTERVAL=2": ("other-day", "other day", "autre jour", "un jour sur deux", "jour sur deux"),
    "FREQ=WEEKLY": ("week", "weekly", "semaine", "woche", "semana", "settimana"),
    "FREQ=MONTHLY": ("month", "monthly", "mois", "monat", "mes", "mese"),
    "FREQ=YEARLY": ("year", "yearly", "an", "année", "jahr", "año", "anno"),
}
_DAYS: Final = (
    ("monday", "lundi", "montag"),
    ("tuesday", "mardi", "dienstag"),
    ("wednesday", "mercredi", "mittwoch"),
    ("thursday", "jeudi", "donnerstag"),
    ("friday", "vendredi", "freitag"),
    ("saturday", "samedi", "samstag"),
    ("sunday", "dimanche", "sonntag"),
)
_RULES: Final = {
    **{word: rule for rule, words in _UNITS.items() for word in words},
    **{word: f"FREQ=WEEKLY;BYDAY={day}" for day, words in zip(WEEKDAYS, _DAYS, strict=True) for word in words},
}
_EVERY: Final = re.compile(r"(?:every|each|chaque|tous les|toutes les)\s+", re.I)
_DAY: Final = re.compile(r"[1-9]|[12]\d|3[01]")
_DATE: Final = re.compile(r"(?:\d{4})?[-/]?(\d\d)[-/]?(\d\d)")


def rule_of(term: str, dates: Dates) -> str | None:
    """The RRULE of a term; None for one that is not understood."""
    word = _EVERY.sub("", term.strip().lower())
    if word in _RULES:
        return _RULES[word]
    if _DAY.fullmatch(word):
        return f"FREQ=MONTHLY;BYMONTHDAY={word}"
    if match := _DATE.fullmatch(word):
        return f"FREQ=YEARLY;BYMONTH={int(match[1])};BYMONTHDAY={int(match[2])}"
    for text in (term, f"every {word}", f"chaque {word}"):
        if recurrence := dates.read(text).recurrence:
            return recurrence.rrule
    return None
