"""What is said of a task that a person has: since when, until when, how late, and that they were reminded."""

from __future__ import annotations

from datetime import date, datetime

from PySide6.QtCore import QCoreApplication, QLocale

from orchestrator_desktop.domain.task import Waiting
from orchestrator_desktop.ui import formats


def waiting_words(waiting: Waiting, today: date, locale: QLocale) -> str:
    """ "Late, 3 days · reminded yesterday", "Expected Wed 21 Oct", "Since Wed 7 Oct": what matters now."""
    *facts, since = waiting_facts(waiting, today, locale)
    if late := waiting.late(today):
        facts[0] = late_words(late)
    words = " · ".join(facts or (since,))
    return words[:1].upper() + words[1:]


def waiting_facts(waiting: Waiting, today: date, locale: QLocale) -> list[str]:
    """ "expected Wed 14 Oct", "reminded yesterday", "since Wed 7 Oct", as far as there is something to say."""
    facts = []
    if waiting.follow_up is not None:
        expected = QCoreApplication.translate("Waiting", "expected %1")
        facts.append(expected.replace("%1", _day(waiting.follow_up, today, locale)))
    if waiting.reminded_at is not None:
        reminded = QCoreApplication.translate("Waiting", "reminded %1")
        facts.append(reminded.replace("%1", _day(waiting.reminded_at, today, locale)))
    since = QCoreApplication.translate("Waiting", "since %1")
    return [*facts, since.replace("%1", _day(waiting.since, today, locale))]


def late_words(days: int) -> str:
    """ "Late, 3 days", "En retard, 3 jours"."""
    if days == 1:
        return QCoreApplication.translate("Waiting", "Late, 1 day")
    return QCoreApplication.translate("Waiting", "Late, %1 days").replace("%1", str(days))


def late_word() -> str:
    """The same where there is no room."""
    return QCoreApplication.translate("Waiting", "Late")


def _day(when: date, today: date, locale: QLocale) -> str:
    """A day within a sentence: "yesterday", "Wed 14 Oct"."""
    day = when.astimezone().date() if isinstance(when, datetime) else when
    near = {
        0: QCoreApplication.translate("Waiting", "today"),
        1: QCoreApplication.translate("Waiting", "tomorrow"),
        -1: QCoreApplication.translate("Waiting", "yesterday"),
    }.get((day - today).days)
    return near or formats.day(day, today, locale)
