"""The values of a task that are said as chips: what each chip says, what its line asks, and how an answer is read."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from enum import StrEnum
from typing import Final

from PySide6.QtCore import QCoreApplication

from orchestrator_desktop.domain import moments
from orchestrator_desktop.domain.capture import Captured
from orchestrator_desktop.domain.errors import UserError
from orchestrator_desktop.domain.task import Due, Task
from orchestrator_desktop.operations.tasks import Edits, understand
from orchestrator_desktop.ui import formats
from orchestrator_desktop.ui.planning.repeat_words import repeat_words
from orchestrator_desktop.ui.services import Services

translate: Final = QCoreApplication.translate


class Value(StrEnum):
    """What a chip of a task says, in the order of the row."""

    DUE = "due"
    DEFER = "defer"
    DEADLINE = "deadline"
    RECURRENCE = "recurrence"
    ESTIMATE = "estimate"
    SPENT = "spent"
    PRIORITY = "priority"
    TAG = "tag"


ICONS: Final = {
    Value.DUE: "calendar",
    Value.DEFER: "arrow-right",
    Value.DEADLINE: "flag",
    Value.RECURRENCE: "repeat",
    Value.ESTIMATE: "stopwatch",
    Value.SPENT: "clock",
    Value.PRIORITY: "arrow-up",
    Value.TAG: "tag",
}
NONE: Final = frozenset({"", "-", "none", "no", "aucun", "aucune", "rien", "sans"})
"""Answers that take a value away."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What an answer changes of the task, or the seconds it sets the time spent to; `trouble` says why it is none."""

    edits: Edits
    seconds: int | None = None
    trouble: str = ""


def names() -> dict[Value, str]:
    """What the values are called."""
    return {
        Value.DUE: translate("Planning", "Date"),
        Value.DEFER: translate("Planning", "Start"),
        Value.DEADLINE: translate("Planning", "Deadline"),
        Value.RECURRENCE: translate("Planning", "Repetition"),
        Value.ESTIMATE: translate("Planning", "Estimate"),
        Value.SPENT: translate("Planning", "Time spent"),
        Value.PRIORITY: translate("Planning", "Priority"),
        Value.TAG: translate("Planning", "Tag"),
    }


def examples() -> dict[Value, str]:
    """What may be written, as the placeholder says it."""
    day = translate("Planning", "tomorrow 9am, friday, 12 march")
    return {
        Value.DUE: day,
        Value.DEFER: day,
        Value.DEADLINE: day,
        Value.RECURRENCE: translate("Planning", "every monday, every 2 weeks"),
        Value.ESTIMATE: translate("Planning", "45min, 1h30"),
        Value.SPENT: translate("Planning", "45min, 1h30"),
        Value.PRIORITY: translate("Planning", "1, 2, 3 or none"),
        Value.TAG: translate("Planning", "Name of a tag"),
    }


def words(value: Value, task: Task, services: Services) -> str:
    """What the chip says; empty where the task has no such value."""
    today, locale = services.today(), services.languages.locale
    if value is Value.DUE:
        return formats.due(task.due, today, locale, services.begins())
    if value is Value.DEFER and task.defer is not None:
        return translate("Planning", "from %1").replace("%1", _within(task.defer, services))
    if value is Value.DEADLINE and task.deadline is not None:
        return translate("Planning", "Deadline %1").replace("%1", _within(task.deadline, services))
    if value is Value.RECURRENCE and task.recurrence is not None:
        return repeat_words(task.recurrence, today, locale)
    if value is Value.ESTIMATE and task.estimate_minutes:
        return formats.duration(task.estimate_minutes * 60)
    return f"P{task.priority}" if value is Value.PRIORITY and task.priority is not None else ""


def _within(when: Due, services: Services) -> str:
    """A date within a phrase: "tomorrow", while "Thu 15 Oct" keeps its capital."""
    today = services.today()
    said = formats.due(when, today, services.languages.locale, services.begins())
    near = when is not None and abs((moments.local_day(when) - today).days) <= 1
    return said[:1].lower() + said[1:] if near else said


def read(value: Value, answer: str, task: Task, services: Services) -> Answer:
    """What an answer says of the task."""
    text = answer.strip()
    if text.casefold() in NONE:
        return _nothing(value)
    if value in (Value.DUE, Value.DEFER, Value.DEADLINE):
        return _date(value, text, services)
    if value is Value.RECURRENCE:
        return _repetition(text, task, services)
    if value is Value.PRIORITY:
        return _priority(text)
    return _time(value, text, services)


def _nothing(value: Value) -> Answer:
    if value is Value.SPENT:
        return Answer(Edits(), seconds=0)
    taken: dict[Value, Edits] = {
        Value.DUE: Edits(due=None),
        Value.DEFER: Edits(defer=None),
        Value.DEADLINE: Edits(deadline=None),
        Value.RECURRENCE: Edits(recurrence=None),
        Value.ESTIMATE: Edits(estimate_minutes=None),
        Value.PRIORITY: Edits(priority=None),
    }
    return Answer(taken.get(value, Edits()))


def _date(value: Value, text: str, services: Services) -> Answer:
    read = _understood(text, services)
    when = None if read is None else (read.due or read.defer or read.deadline)
    if when is None:
        trouble = translate("TaskPanel", "“%1” is not a date. Nothing was changed; try “friday 9am”.")
        return Answer(Edits(), trouble=trouble.replace("%1", text))
    if value is Value.DUE:
        return Answer(Edits(due=when))
    return Answer(Edits(defer=when) if value is Value.DEFER else Edits(deadline=when))


def _repetition(text: str, task: Task, services: Services) -> Answer:
    read = _understood(text, services)
    if read is None or read.recurrence is None:
        trouble = translate("Planning", "“%1” is no repetition. Nothing was changed; try “every monday”.")
        return Answer(Edits(), trouble=trouble.replace("%1", text))
    if task.due is None and task.defer is None and read.due is not None:
        return Answer(Edits(recurrence=read.recurrence, due=read.due))
    return Answer(Edits(recurrence=read.recurrence))


def _priority(text: str) -> Answer:
    number = text.casefold().removeprefix("p")
    if number not in ("1", "2", "3"):
        trouble = translate("Planning", "“%1” is no priority. Nothing was changed; it is 1, 2 or 3, 1 the highest.")
        return Answer(Edits(), trouble=trouble.replace("%1", text))
    return Answer(Edits(priority=int(number)))


def _time(value: Value, text: str, services: Services) -> Answer:
    joined = "".join(text.split()).removeprefix("~")
    read = _understood(f"~{joined}min" if joined.isdecimal() else f"~{joined}", services)
    minutes = None if read is None else read.estimate_minutes
    if minutes is None:
        trouble = translate("Planning", "“%1” is no length of time. Nothing was changed; try “45min” or “1h30”.")
        return Answer(Edits(), trouble=trouble.replace("%1", text))
    if value is Value.SPENT:
        return Answer(Edits(), seconds=round(timedelta(minutes=minutes).total_seconds()))
    return Answer(Edits(estimate_minutes=minutes))


def _understood(text: str, services: Services) -> Captured | None:
    try:
        # The grammar reads tasks: it is given one.
        return understand(services.store, line="x " + text, now=services.now())
    except UserError:
        return None
