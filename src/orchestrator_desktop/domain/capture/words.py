"""The words of dates, folded (no accents, no capitals): weekdays, months, numbers, units, in French and English."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Final, TypeVar

_Value = TypeVar("_Value")


def words(text: str) -> tuple[str, ...]:
    """The words of a list written as one text."""
    return tuple(text.split())


WEEKDAYS_FR: Final = {"lundi": 0, "mardi": 1, "mercredi": 2, "jeudi": 3, "vendredi": 4, "samedi": 5, "dimanche": 6}
WEEKDAYS_EN: Final = {
    "monday": 0, "tuesday": 1, "wednesday": 2, "thursday": 3, "friday": 4, "saturday": 5, "sunday": 6,
    "tues": 1, "weds": 2, "thu": 3, "thur": 3, "thurs": 3, "fri": 4,
}  # fmt: skip
# Also words (« mer », "sat", « mon », "Sam"): weekdays only where something else says so.
SHORT_FR: Final = {"lun": 0, "mar": 1, "mer": 2, "jeu": 3, "ven": 4, "sam": 5, "dim": 6}
SHORT_EN: Final = {"mon": 0, "tue": 1, "wed": 2, "sat": 5, "sun": 6}

MONTHS_FR: Final = {
    "janvier": 1, "fevrier": 2, "mars": 3, "avril": 4, "mai": 5, "juin": 6, "juillet": 7, "aout": 8,
    "septembre": 9, "octobre": 10, "novembre": 11, "decembre": 12,
}  # fmt: skip
MONTHS_EN: Final = {
    "january": 1, "february": 2, "march": 3, "april": 4, "may": 5, "june": 6, "july": 7, "august": 8,
    "september": 9, "october": 10, "november": 11, "december": 12,
}  # fmt: skip
SHORT_MONTHS_FR: Final = {"janv": 1, "fevr": 2, "fev": 2, "avr": 4, "juil": 7}
SHORT_MONTHS_EN: Final = {
    "jan": 1, "feb": 2, "mar": 3, "apr": 4, "jun": 6, "jul": 7, "aug": 8, "sep": 9, "sept": 9, "oct": 10, "nov": 11,
    "dec": 12,
}  # fmt: skip
ALL_MONTHS_EN: Final = MONTHS_EN | SHORT_MONTHS_EN
ALL_MONTHS_FR: Final = MONTHS_FR | SHORT_MONTHS_FR

_ONES_FR = words("un deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize")
_ONES_EN = words(
    "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen twenty"
)
NUMBERS_FR: Final = {word: value for value, word in enumerate(_ONES_FR, 1)} | {
    "une": 1, "dix-sept": 17, "dix-huit": 18, "dix-neuf": 19, "vingt": 20, "vingt et un": 21, "vingt-deux": 22,
    "vingt-trois": 23, "vingt-quatre": 24, "vingt-cinq": 25, "vingt-six": 26, "vingt-sept": 27, "vingt-huit": 28,
    "vingt-neuf": 29, "trente": 30, "trente et un": 31, "quarante": 40, "quarante-cinq": 45, "quarante-huit": 48,
    "cinquante": 50, "soixante": 60, "soixante-dix": 70, "septante": 70, "soixante-douze": 72, "septante-deux": 72,
    "quatre-vingt": 80, "huitante": 80, "quatre-vingt-dix": 90, "nonante": 90,
}  # fmt: skip
NUMBERS_EN: Final = {word: value for value, word in enumerate(_ONES_EN, 1)} | {
    "a": 1, "an": 1, "a couple of": 2, "a couple": 2, "twenty-one": 21, "twenty-four": 24, "thirty": 30,
    "thirty-six": 36, "forty": 40, "forty-five": 45, "forty-eight": 48, "fifty": 50, "sixty": 60, "seventy": 70,
    "seventy-two": 72, "eighty": 80, "ninety": 90,
}  # fmt: skip


def either(words: Iterable[str]) -> str:
    """A pattern for any of the words, the longest first; a hyphen may be left out (« dix huit »)."""
    return "|".join(word.replace("-", "[ -]") for word in sorted(words, key=len, reverse=True))


def dotted(words: Iterable[str]) -> str:
    """A pattern for abbreviations, with or without their full stop."""
    return rf"(?:{either(words)})\.?"


def value(table: Mapping[str, _Value], word: str) -> _Value:
    """The table's value for a word whose hyphens may be written as spaces."""
    return table[word] if word in table else {name.replace("-", " "): of for name, of in table.items()}[word]


def number(word: str, table: Mapping[str, int]) -> int:
    return int(word) if word.isdecimal() else value(table, word)
