"""Words of importing and exporting: formats, fields of a table, what a file holds, what of it is lost."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, Final

from PySide6.QtCore import QCoreApplication, QLocale

from orchestrator_desktop.domain.errors import QT_TRANSLATE_NOOP
from orchestrator_desktop.domain.transfer import Format, Lost
from orchestrator_desktop.ui import formats
from orchestrator_desktop.ui.counted import Counted

exchange: Final = Counted("exchange")

_FORMATS: Final = {
    Format.JSON: QT_TRANSLATE_NOOP("exchange", "Orchestrator, everything"),
    Format.TODO_TXT: "todo.txt",
    Format.TASKWARRIOR: "Taskwarrior",
    Format.ICALENDAR: QT_TRANSLATE_NOOP("exchange", "Calendar tasks"),
    Format.TODOIST: "Todoist",
    Format.TICKTICK: "TickTick",
    Format.THINGS: "Things",
    Format.SUPER_PRODUCTIVITY: "Super Productivity",
    Format.GNOME: "Getting Things GNOME",
    Format.MARKDOWN: QT_TRANSLATE_NOOP("exchange", "Markdown checklists"),
    Format.CSV: QT_TRANSLATE_NOOP("exchange", "Table"),
}
_FILES: Final = {
    Format.JSON: "JSON",
    Format.TODO_TXT: "TXT",
    Format.TASKWARRIOR: "JSON",
    Format.ICALENDAR: "iCalendar, ICS",
    Format.TODOIST: "CSV, ZIP",
    Format.TICKTICK: "CSV",
    Format.THINGS: "SQLite",
    Format.SUPER_PRODUCTIVITY: "JSON",
    Format.GNOME: "XML",
    Format.MARKDOWN: "MD",
    Format.CSV: "CSV",
}
FIELDS: Final = {
    "title": QT_TRANSLATE_NOOP("exchange", "Title"),
    "notes": QT_TRANSLATE_NOOP("exchange", "Notes"),
    "due": QT_TRANSLATE_NOOP("exchange", "Due"),
    "domain": QT_TRANSLATE_NOOP("exchange", "Domain"),
    "tags": QT_TRANSLATE_NOOP("exchange", "Tags"),
    "priority": QT_TRANSLATE_NOOP("exchange", "Priority"),
    "done": QT_TRANSLATE_NOOP("exchange", "Done"),
    "stage": QT_TRANSLATE_NOOP("exchange", "Stage"),
    "deadline": QT_TRANSLATE_NOOP("exchange", "Deadline"),
    "who": QT_TRANSLATE_NOOP("exchange", "Who"),
    "due_time": QT_TRANSLATE_NOOP("exchange", "Due time"),
    "defer": QT_TRANSLATE_NOOP("exchange", "Not before"),
    "estimate": QT_TRANSLATE_NOOP("exchange", "Estimate"),
    "spent": QT_TRANSLATE_NOOP("exchange", "Time spent"),
    "repeats": QT_TRANSLATE_NOOP("exchange", "Repeats"),
    "level": QT_TRANSLATE_NOOP("exchange", "Level"),
    "created": QT_TRANSLATE_NOOP("exchange", "Created"),
    "done_at": QT_TRANSLATE_NOOP("exchange", "Done on"),
    "checklist": QT_TRANSLATE_NOOP("exchange", "Checklist"),
    "parent": QT_TRANSLATE_NOOP("exchange", "Part of"),
    "needs": QT_TRANSLATE_NOOP("exchange", "Needs"),
    "uid": QT_TRANSLATE_NOOP("exchange", "Id"),
    "position": QT_TRANSLATE_NOOP("exchange", "Order"),
}
"""What a column of a table may stand for, the usual ones first, with the words for it."""


def format_words(format: Format) -> str:
    """ "Todoist", "Calendar tasks"."""
    return QCoreApplication.translate("exchange", _FORMATS[format])


def file_words(format: Format) -> str:
    """What its files are: "CSV, ZIP"."""
    return _FILES[format]


def field_words(field: str) -> str:
    """What a column may stand for."""
    return QCoreApplication.translate("exchange", FIELDS[field])


def lost_lines(lost: Sequence[Lost], locale: QLocale) -> list[str]:
    """One line for each thing that cannot be kept, the commonest first, with how often."""
    ordered = sorted(lost, key=lambda one: -one.count)
    return [_lost(one, locale) for one in ordered]


def _lost(lost: Lost, locale: QLocale) -> str:
    words = QCoreApplication.translate("exchange", lost.template).format(**lost.values)
    return words if lost.count == 1 else f"{words} ×\u00a0{formats.count(lost.count, locale)}"


def beside_words(sections: Mapping[str, Sequence[Any]], locale: QLocale) -> str:
    """What a full export brings beside the tasks: "3 specialists, 12 reflections"; empty for nothing."""
    numbers = {name: len(sections.get(name, ())) for name in ("specialists", "people", "filters", "reflections")}
    said = (
        (numbers["specialists"], exchange.tr("%n specialist(s)", "", numbers["specialists"])),
        (numbers["people"], exchange.tr("%n person(s)", "", numbers["people"])),
        (numbers["filters"], exchange.tr("%n saved filter(s)", "", numbers["filters"])),
        (numbers["reflections"], exchange.tr("%n reflection(s)", "", numbers["reflections"])),
    )
    return ", ".join(spaced(words, number, locale) for number, words in said if number)


def spaced(words: str, number: int, locale: QLocale) -> str:
    """The words with their number as the language writes large ones."""
    return words.replace(str(number), formats.count(number, locale), 1)
