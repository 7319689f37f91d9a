"""What `--json` prints of tasks, providers, specialists and days (docs/command-line.md)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from orchestrator_desktop.cli.session import today
from orchestrator_desktop.domain.moments import local_text

if TYPE_CHECKING:
    from orchestrator_desktop.domain.capture import Captured
    from orchestrator_desktop.domain.circuit import Circuit
    from orchestrator_desktop.domain.delegate import Person, Provider, Specialist
    from orchestrator_desktop.domain.ledger import Finished
    from orchestrator_desktop.domain.mailto import MailLink
    from orchestrator_desktop.domain.recurrence import Recurrence
    from orchestrator_desktop.domain.task import Task
    from orchestrator_desktop.operations.letters import Addressed

Shape = dict[str, Any]


def task(task: Task) -> Shape:
    return {
        "id": task.id,
        "title": task.title,
        "notes": task.notes,
        "level": int(task.level),
        "stage": task.stage.value,
        "domain": task.domain,
        "due": local_text(task.due),
        "defer": local_text(task.defer),
        "deadline": local_text(task.deadline),
        "recurrence": recurrence(task.recurrence),
        "chosen_on": local_text(task.chosen_on),
        "part_of": task.parent_id,
        "parts": task.parts,
        "parts_done": task.parts_done,
        "blocked": task.blocked,
        "spent_seconds": task.spent_seconds,
        "timer_since": local_text(task.timer_since),
        "uid": task.uid,
        "delegate": task.delegate,
        "priority": task.priority,
        "estimate_minutes": task.estimate_minutes,
        "returned": task.returned,
        "created_at": local_text(task.created_at),
        "done_at": local_text(task.done_at),
        "follow_up": local_text(task.waiting.follow_up) if task.waiting else None,
        "late": task.waiting.late(today()) if task.waiting else None,
        "reminded_at": local_text(task.waiting.reminded_at) if task.waiting else None,
    }


def captured(read: Captured) -> Shape:
    """What a line would make, under the keys of a task; `spans` say where each part stands in it."""
    return {
        "title": read.title,
        "notes": read.note or "",
        "level": read.level,
        "domain": read.domain,
        "due": local_text(read.due),
        "defer": local_text(read.defer),
        "deadline": local_text(read.deadline),
        "recurrence": recurrence(read.recurrence),
        "delegate": read.who,
        "priority": read.priority,
        "estimate_minutes": read.estimate_minutes,
        "spans": [{"start": span.start, "end": span.end, "kind": span.kind.value} for span in read.spans],
    }


def recurrence(given: Recurrence | None) -> Shape | None:
    if given is None:
        return None
    return {
        "rrule": given.rrule,
        "after_done": given.after_done,
        "month_end": given.month_end.value,
        "start": None if given.start is None else given.start.isoformat(),
    }


def provider(provider: Provider, trouble: Circuit | None) -> Shape:
    """A provider; `trouble` is what it is in now."""
    state = None
    if trouble is not None:
        since, until = local_text(trouble.since), local_text(trouble.open_until)
        state = {"trouble": trouble.reason.value, "since": since, "until": until}
    return {
        "name": provider.name,
        "kind": provider.kind.value,
        "dialect": provider.dialect,
        "base_url": provider.base_url,
        "model": provider.model,
        "enabled": provider.enabled,
        "key": f"…{provider.key_tail}" if provider.key_tail else None,
        "at_once": provider.most_at_once,
        "redact": provider.replaces,
        "background": provider.background,
        "wait_first": provider.patience_first,
        "wait_between": provider.patience_between,
        "state": state,
        "tested_at": local_text(provider.tested_at),
        "test_ms": provider.test_ms,
        "test_error": provider.test_error,
    }


def specialist(specialist: Specialist) -> Shape:
    return {
        "name": specialist.name,
        "provider": specialist.provider,
        "model": specialist.model,
        "plain": specialist.plain,
        "instructions": specialist.instructions,
    }


def person(person: Person, out: int) -> Shape:
    return {"name": person.name, "address": person.address, "language": person.language or None, "out": out}


def letter(said: Addressed, link: MailLink) -> Shape:
    return {
        "to": said.name,
        "address": said.address,
        "subject": said.letter.subject,
        "body": said.letter.body,
        "mailto": link.url,
        "whole": link.whole,
    }


def finished(row: Finished) -> Shape:
    return {
        "task_id": row.task_id,
        "title": row.title,
        "level": int(row.level),
        "way": row.way.value,
        "who": row.who,
        "seconds": row.seconds,
        "at": local_text(row.at),
    }
