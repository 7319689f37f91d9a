"""The words of letters in both languages, and days written out. French neither says tu nor vous: the app does not know
how its user speaks to the reader."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Final

from orchestrator_desktop.domain.brief import OutputFormat


class Language(StrEnum):
    """What letters can be written in."""

    ENGLISH = "en"
    FRENCH = "fr"

    @classmethod
    def of(cls, code: str, otherwise: str) -> Language:
        """The language of that code; for none, or one we do not speak, that of the code `otherwise`, or English."""
        known = set(cls)
        return next((cls(wish) for wish in (code, otherwise) if wish in known), cls.ENGLISH)


@dataclass(frozen=True, slots=True)
class Words:
    """Every sentence of a letter; `{name}` fields are filled in."""

    subject: str
    reminder: str
    greeting: str
    ask: str
    context: str
    note: str
    sources: Mapping[str, str]
    """By the origin of a context item."""
    constraints: str
    done_when: str
    forms: Mapping[OutputFormat, str]
    by: str
    closing: str
    back: str
    taken_over: str
    taken_further: str
    request: str
    version: str
    asked: str
    asked_by: str
    where_it_stands: str
    thanks: str


WORDS: Final[Mapping[Language, Words]] = {
    Language.ENGLISH: Words(
        subject="Subject: {subject}",
        reminder="Reminder: {title}",
        greeting="Hello {name},",
        ask="Here is what I need:",
        context="Context:",
        note="Note “{title}”:",
        sources={"file": "File “{title}”:", "mail": "Mail “{title}”:", "page": "Page “{title}”:"},
        constraints="Constraints:",
        done_when="Done when:",
        forms={
            OutputFormat.PLAIN: "Form of the answer: plain text.",
            OutputFormat.LIST: "Form of the answer: a list, one item a line.",
            OutputFormat.TABLE: "Form of the answer: a table.",
        },
        by="An answer by {day} would be ideal.",
        closing="Thank you. If anything is missing, a reply to this message is enough.",
        back="Thank you for “{title}”. This should still change:",
        taken_over="There is an answer already, quoted below. This should change:",
        taken_further="There is an answer already, quoted below, to be taken further.",
        request="What was asked:",
        version="The answer so far:",
        asked="On {since} I asked for “{title}”. I have not received anything yet.",
        asked_by="On {since} I asked for “{title}”, by {day} if possible. I have not received anything yet.",
        where_it_stands="Where does it stand, and when may I expect it?",
        thanks="Thank you.",
    ),
    Language.FRENCH: Words(
        subject="Objet\u00a0: {subject}",
        reminder="Rappel\u00a0: {title}",
        greeting="Bonjour {name},",
        ask="Voici ce dont j’ai besoin\u00a0:",
        context="Contexte\u00a0:",
        note="Note «\u00a0{title}\u00a0»\u00a0:",
        sources={
            "file": "Fichier «\u00a0{title}\u00a0»\u00a0:",
            "mail": "Message «\u00a0{title}\u00a0»\u00a0:",
            "page": "Page «\u00a0{title}\u00a0»\u00a0:",
        },
        constraints="Contraintes\u00a0:",
        done_when="Terminé quand\u00a0:",
        forms={
            OutputFormat.PLAIN: "Forme de la réponse\u00a0: du texte simple.",
            OutputFormat.LIST: "Forme de la réponse\u00a0: une liste, un élément par ligne.",
            OutputFormat.TABLE: "Forme de la réponse\u00a0: un tableau.",
        },
        by="Une réponse d’ici au {day} serait idéale.",
        closing="Merci d’avance. S’il manque quelque chose, il suffit de répondre à ce message.",
        back="Merci pour «\u00a0{title}\u00a0». Voici ce qui doit encore changer\u00a0:",
        taken_over="Il existe déjà une réponse, citée plus bas. Voici ce qui doit changer\u00a0:",
        taken_further="Il existe déjà une réponse, citée plus bas, à reprendre.",
        request="La demande, pour mémoire\u00a0:",
        version="La réponse à ce jour\u00a0:",
        asked="Le {since}, j’ai demandé «\u00a0{title}\u00a0». Rien ne m’est encore parvenu.",
        asked_by="Le {since}, j’ai demandé «\u00a0{title}\u00a0», si possible d’ici au {day}. "
        "Rien ne m’est encore parvenu.",
        where_it_stands="Où cela en est-il, et quand puis-je compter dessus\u00a0?",
        thanks="Merci d’avance.",
    ),
}

_WEEKDAYS: Final = {
    Language.ENGLISH: ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"),
    Language.FRENCH: ("lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche"),
}
_MONTHS: Final = {
    Language.ENGLISH: (
        *("January", "February", "March", "April", "May", "June"),
        *("July", "August", "September", "October", "November", "December"),
    ),
    Language.FRENCH: (
        *("janvier", "février", "mars", "avril", "mai", "juin"),
        *("juillet", "août", "septembre", "octobre", "novembre", "décembre"),
    ),
}


def long_day(day: date, language: Language) -> str:
    """ "Wednesday 21 October 2026", "mercredi 21 octobre 2026"; the first of a month is « 1er » in French."""
    number = "1er" if language is Language.FRENCH and day.day == 1 else str(day.day)
    return f"{_WEEKDAYS[language][day.weekday()]} {number} {_MONTHS[language][day.month - 1]} {day.year}"
