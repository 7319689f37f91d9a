"""What `--json` prints of briefs, delegations, results and reviews (docs/command-line.md)."""

from __future__ import annotations

from dataclasses import asdict

from orchestrator_desktop.cli import troubles
from orchestrator_desktop.cli.shapes import Shape
from orchestrator_desktop.domain.brief import Brief
from orchestrator_desktop.domain.delegation import Attempt, Delegation, Result, Review
from orchestrator_desktop.domain.moments import local_text


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
        return {
            "state": troubles.PERSON_STATES[delegation.state],
            "text": "",
            "usage": None,
            "error": None,
            "follow_up": local_text(delegation.follow_up),
            "reminded_at": local_text(delegation.reminded_at),
        }
    return {
        "state": attempt.state.value,
        "text": attempt.text,
        "usage": asdict(attempt.usage),
        "error": troubles.trouble(attempt),
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
