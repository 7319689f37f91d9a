"""Cells of tables as people fill them: states, priorities, lengths of time and lists, in English and French."""

from __future__ import annotations

import csv
import re
from datetime import UTC, date, datetime
from typing import Final

from orchestrator_desktop.domain.task import Due, Stage
from orchestrator_desktop.domain.transfer import CheckLine
from orchestrator_desktop.exchange.tables import FORMULA


def _words(*lines: str) -> list[str]:
    return " ".join(lines).split()


_DONE: Final = frozenset(
    _words(
        "done completed complete finished closed resolved archived x yes y true 1 checked ok ✓ ✔ ✅ ☑ 100% 100",
        "fait faite faites terminé terminée achevé achevée fini finie clos close fermé fermée résolu résolue oui vrai",
        "réalisé réalisée effectué effectuée archivé archivée",
    )
)
_OPEN: Final = frozenset(
    _words(
        "open todo to-do needsaction new active started planned pending waiting blocked inbox",
        "no n false 0 next backlog 0% - ☐ ❌",
        "ouvert ouverte nouveau nouvelle actif planifié planifiée prévu prévue bloqué bloquée non faux",
    )
) | {"to do", "not started", "in progress", "on hold", "in review", "à faire", "pas commencé", "en cours", "en attente"}
_DROPPED: Final = frozenset(
    _words(
        "cancelled canceled dropped abandoned deferred rejected wontfix",
        "annulé annulée abandonné abandonnée rejeté",
    )
) | {"won't do", "won’t do", "wont do", "not doing", "sans suite"}
_PRIORITIES: Final = {
    **dict.fromkeys(
        _words("1 p1 a high highest urgent critical !!! haute élevée élevé urgente critique importante"), 1
    ),
    **dict.fromkeys(_words("2 p2 b medium normal moderate !! moyenne moyen normale"), 2),
    **dict.fromkeys(_words("3 p3 c low lowest minor ! basse faible bas mineure"), 3),
    **dict.fromkeys(_words("4 p4 0 d none no aucune non -"), 0),
    "very high": 1,
    "très haute": 1,
    "very low": 3,
    "très basse": 3,
}
_HOURS: Final = re.compile(
    r"(\d{1,4}(?:[.,]\d{1,2})?) ?(?:h|hr|hrs|hours?|heures?)(?: ?(\d{1,2}) ?(?:m|min|mn|minutes?)?)?", re.I
)
_MINUTES: Final = re.compile(r"(\d{1,5})(?:[.,]0+)? ?(?:m|min|mins|mn|minutes?)?", re.I)
_CLOCK: Final = re.compile(r"(\d{1,3}):(\d\d)(?::\d\d)?")
_DAYS: Final = re.compile(r"(\d{1,3}(?:[.,]\d{1,2})?) ?(?:d|days?|j|jours?)", re.I)
_WORKING_DAY: Final = 8 * 60
_PERCENT: Final = re.compile(r"(\d{1,3})(?:[.,]\d+)? ?%?")
_BOX: Final = re.compile(r"(?:[-*] )?\[([ xX])\] ?")
_COMPACT: Final = re.compile(r"(?:19|20)\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])")
"""A day without its dashes; any other number may be anything."""
_GUARDED: Final = ("'", *FORMULA)


def stage(text: str) -> Stage | None:
    """None for a word that is no state."""
    word = text.casefold().strip()
    if word in set(Stage):
        return Stage(word)
    if word in _DONE:
        return Stage.DONE
    if word in _DROPPED:
        return Stage.DROPPED
    return Stage.INBOX if word in _OPEN or not word or _PERCENT.fullmatch(word) else None


def priority(text: str) -> int | None:
    """1 to 3, 0 for none; None for a word that is no priority. Numbers after 4 are none either."""
    word = " ".join(text.casefold().split())
    if word.isascii() and word.isdigit():
        return _PRIORITIES.get(word, 0)
    return _PRIORITIES.get(word.removesuffix(" priority").removeprefix("priorité "))


def estimate(text: str) -> int | None:
    """Minutes: a number alone, "1h30", "1:30", "45 min", "1.5 h", "2 days" of eight hours."""
    text = text.strip()
    if match := _CLOCK.fullmatch(text):
        return int(match[1]) * 60 + int(match[2])
    if match := _HOURS.fullmatch(text):
        return round(float(match[1].replace(",", ".")) * 60) + int(match[2] or 0)
    if match := _DAYS.fullmatch(text):
        return round(float(match[1].replace(",", ".")) * _WORKING_DAY)
    match = _MINUTES.fullmatch(text)
    return None if match is None else int(match[1])


def exact(text: str) -> Due:
    """A day or an aware moment in ISO 8601; None for anything else."""
    try:
        if len(text) == len("2026-11-26") or _COMPACT.fullmatch(text):
            return date.fromisoformat(text)
        found = datetime.fromisoformat(text)
        return found.astimezone(UTC) if found.tzinfo else None
    except (ValueError, OverflowError):
        return None


def packed(values: tuple[str, ...]) -> str:
    """Several texts in one cell, those with a comma or a quote in quotes."""
    return ", ".join(
        '"{}"'.format(value.replace('"', '""'))
        if any(sign in value for sign in ',;"\n') or value != value.strip()
        else value
        for value in values
    )


def unpacked(cell: str) -> list[str]:
    """The texts of a cell that `packed` wrote, or that people did: with commas, or else semicolons or line ends."""
    if not cell.strip():
        return []
    delimiter = "," if "," in cell or '"' in cell else ";"
    if delimiter == ";" and "\n" in cell:
        return [line.strip() for line in cell.split("\n") if line.strip()]
    try:
        (values,) = csv.reader([cell], delimiter=delimiter, skipinitialspace=True, strict=True)
    except (csv.Error, ValueError):
        values = cell.split(delimiter)
    return [value for value in values if value.strip()]


def checklist(cell: str) -> tuple[CheckLine, ...]:
    """One item a line, done where its box is ticked."""
    items = []
    for line in cell.split("\n"):
        box = _BOX.match(line)
        text = line[box.end() :] if box else line
        if text.strip():
            items.append(CheckLine(text, bool(box and box[1] != " ")))
    return tuple(items)


def guarded(text: str) -> str:
    """A text whose own apostrophe is not taken for the one that keeps spreadsheets from calculating."""
    return f"'{text}" if text.startswith("'") and text[1:].startswith(_GUARDED) else text


def unguarded(text: str) -> str:
    """What a cell said before `guarded` and `tables.csv_line`."""
    return text[1:] if text.startswith("'") and text[1:].startswith(_GUARDED) else text
