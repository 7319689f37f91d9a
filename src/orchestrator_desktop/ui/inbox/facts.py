"""What the second line of a task's row says: its domain, its date, and what else there is to know."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Final

from PySide6.QtCore import QCoreApplication, QLocale

from orchestrator_desktop.domain import moments
from orchestrator_desktop.domain.task import Task
from orchestrator_desktop.ui import formats
from orchestrator_desktop.ui.delegation.person_words import late_words, waiting_facts
from orchestrator_desktop.ui.inbox.runs import SEPARATOR, Run

NEAR_DAYS: Final = 2
"""From how many days before it on a deadline warns."""
_MOST: Final = 4
"""Facts beside domain and date: more would not be read."""
_QUIET, _WARN, _LIVE = "text-3", "warn-text", "accent-text"


def meta_runs(
    task: Task, tags: Sequence[str], today: date, locale: QLocale, begins: int, *, card: bool = False
) -> list[Run]:
    """Domain · date · facts, the most pressing first. On a `card` the domain comes last, and there is no state beside
    them."""
    if task.waiting is not None:
        late = task.waiting.late(today)
        # In a row the state column says it.
        head = [Run(late_words(late), _WARN)] if card and late else []
        words = [task.delegate or "", *waiting_facts(task.waiting, today, locale)]
        return _joined([*head, *(Run(text, _QUIET) for text in words if text)])
    domain = [Run(task.domain, _QUIET)] if task.domain else []
    when = [Run(text, _QUIET) for text in [_when(task, today, locale, begins)] if text]
    facts = _facts(task, tags, today, locale, begins)[:_MOST]
    return _joined([*when, *facts, *domain] if card else [*domain, *when, *facts])


def meta_text(task: Task, tags: Sequence[str], today: date, locale: QLocale, begins: int) -> str:
    """The same as plain text."""
    return "".join(run.text for run in meta_runs(task, tags, today, locale, begins))


def _when(task: Task, today: date, locale: QLocale, begins: int) -> str:
    if not task.stage.open and task.done_at is not None:
        return formats.due(task.done_at, today, locale, begins)
    if task.due is None and task.defer is not None:
        start = formats.due(task.defer, today, locale, begins)
        return QCoreApplication.translate("TaskDelegate", "from %1").replace("%1", start)
    return formats.due(task.due, today, locale, begins)


def _facts(task: Task, tags: Sequence[str], today: date, locale: QLocale, begins: int) -> list[Run]:
    found: list[Run] = []
    if task.timer_since is not None:
        found.append(Run(QCoreApplication.translate("TaskDelegate", "timer runs"), _LIVE))
    if task.blocked and task.stage.open:
        found.append(Run(QCoreApplication.translate("TaskDelegate", "blocked"), _WARN))
    if task.deadline is not None and task.stage.open:
        words = QCoreApplication.translate("TaskDelegate", "deadline %1").replace(
            "%1", _within(task, today, locale, begins)
        )
        near = (moments.local_day(task.deadline) - today).days <= NEAR_DAYS
        found.append(Run(words, _WARN if near else _QUIET))
    if task.parent:
        found.append(
            Run(QCoreApplication.translate("TaskDelegate", "part of %1").replace("%1", task.parent[:60]), _QUIET)
        )
    if task.parts:
        found.append(Run(f"{task.parts_done}/{task.parts}", _QUIET))
    if task.recurrence is not None:
        found.append(Run(QCoreApplication.translate("TaskDelegate", "repeats"), _QUIET))
    if task.estimate_minutes:
        found.append(Run(formats.duration(task.estimate_minutes * 60), _QUIET))
    if tags:
        found.append(Run(" ".join(f"+{name}" for name in tags[:4]), _QUIET))
    last = task.delegate or task.notes.strip().partition("\n")[0][:120]
    return [*found, Run(last, _QUIET)] if last else found


def _within(task: Task, today: date, locale: QLocale, begins: int) -> str:
    words = formats.due(task.deadline, today, locale, begins)
    assert task.deadline is not None
    near = abs((moments.local_day(task.deadline) - today).days) <= 1
    return words[:1].lower() + words[1:] if near else words


def _joined(runs: Sequence[Run]) -> list[Run]:
    """With dots between; what is of one colour is one piece, drawn and elided at once."""
    found: list[Run] = []
    for run in runs:
        if not found:
            found.append(run)
        elif found[-1].token == run.token == _QUIET:
            found[-1] = Run(found[-1].text + SEPARATOR + run.text, _QUIET)
        elif found[-1].token == _QUIET:
            found[-1] = Run(found[-1].text + SEPARATOR, _QUIET)
            found.append(run)
        else:
            apart = Run(SEPARATOR, _QUIET) if run.token != _QUIET else Run(SEPARATOR + run.text, _QUIET)
            found += [apart] if run.token == _QUIET else [apart, run]
    return found


def where_words(where: str) -> str:
    """Which text of a task holds what was searched for."""
    return {
        "notes": QCoreApplication.translate("TaskDelegate", "in the notes:"),
        "checklist": QCoreApplication.translate("TaskDelegate", "in the checklist:"),
        "result": QCoreApplication.translate("TaskDelegate", "in the result:"),
        "context": QCoreApplication.translate("TaskDelegate", "in the context:"),
        "tags": QCoreApplication.translate("TaskDelegate", "among the tags:"),
        "files": QCoreApplication.translate("TaskDelegate", "among the files:"),
    }.get(where, "")
