"""What `--json` prints: the shapes that other programs rely on (docs/command-line.md)."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

from orchestrator_desktop.cli import words
from orchestrator_desktop.domain.brief import Brief
from orchestrator_desktop.domain.delegate import Provider, Specialist
from orchestrator_desktop.domain.delegation import Attempt, Delegation, Result, Review
from orchestrator_desktop.domain.ledger import Finished
from orchestrator_desktop.domain.moments import local_text
from orchestrator_desktop.domain.task import Task

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
        "deadline": None,
        "recurrence": None,
        "delegate": task.delegate,
        "priority": task.priority,
        "estimate_minutes": task.estimate_minutes,
        "returned": task.returned,
        "created_at": local_text(task.created_at),
        "done_at": local_text(task.done_at),
    }


def brief(brief: Brief) -> Shape:
    return {
        "version": brief.version,
        "objective": brief.objective,
        "context": [{"title": item.title, "origin": item.origin, "text": item.text} for item in brief.context],
        "constraints": list(brief.constraints),
        "done_when": list(brief.done_when),
        "output": brief.output.value,
        "handed_over": brief.handed_over,
    }


def delegation(delegation: Delegation, attempt: Attempt | None, version: int | None) -> Shape:
    """A delegation as its latest attempt left it; `version` is that of the result it gave."""
    return {
        "id": delegation.id,
        "task_id": delegation.task_id,
        "delegate": delegation.delegate,
        "brief_version": delegation.brief_version,
        "comment": delegation.comment,
        "created_at": local_text(delegation.created_at),
        **_try(delegation, attempt),
        "result_version": version,
    }


def attempt(delegation: Delegation, attempt: Attempt) -> Shape:
    return {"number": attempt.number, **_try(delegation, attempt)}


def _try(delegation: Delegation, attempt: Attempt | None) -> Shape:
    """The keys a delegation has from an attempt; a person has none, and is only waited for."""
    if attempt is None:
        return {"state": words.PERSON_STATES[delegation.state], "text": "", "usage": None, "error": None}
    return {
        "state": attempt.state.value,
        "text": attempt.text,
        "usage": asdict(attempt.usage),
        "error": words.trouble(attempt),
        "reason": attempt.error,
        "detail": attempt.error_detail,
        "provider": attempt.provider,
        "model": attempt.model_answered or attempt.model_asked,
        "input_estimate": attempt.input_estimate,
        "queued_at": local_text(attempt.queued_at),
        "sent_at": local_text(attempt.sent_at),
        "ended_at": local_text(attempt.ended_at),
    }


def result(result: Result) -> Shape:
    return {
        "version": result.version,
        "author": result.author,
        "delegation_id": result.delegation_id,
        "created_at": local_text(result.created_at),
        "text": result.text,
    }


def review(review: Review, version: int | None) -> Shape:
    return {
        "decision": review.decision.value,
        "version": version,
        "comment": review.comment,
        "created_at": local_text(review.created_at),
    }


def provider(provider: Provider) -> Shape:
    return {
        "name": provider.name,
        "kind": provider.kind.value,
        "dialect": provider.dialect,
        "base_url": provider.base_url,
        "model": provider.model,
        "enabled": provider.enabled,
        "key": f"…{provider.key_tail}" if provider.key_tail else None,
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
