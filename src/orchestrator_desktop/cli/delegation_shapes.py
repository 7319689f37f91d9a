"""What `--json` prints of briefs, delegations, results and reviews (docs/command-line.md)."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import asdict

from orchestrator_desktop.cli import troubles
from orchestrator_desktop.cli.shapes import Shape
from orchestrator_desktop.cli.standing import Standing
from orchestrator_desktop.domain.brief import Brief
from orchestrator_desktop.domain.delegate import Provider
from orchestrator_desktop.domain.delegation import Attempt, Delegation, Result, Review
from orchestrator_desktop.domain.moments import local_text
from orchestrator_desktop.store.queue import Event


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


def delegation(
    delegation: Delegation, attempt: Attempt | None, version: int | None, *, provider: Provider | None = None
) -> Shape:
    """A delegation as its latest attempt left it; `version` is that of its result, `provider` its specialist's."""
    return {
        "id": delegation.id,
        "task_id": delegation.task_id,
        "delegate": delegation.delegate,
        "brief_version": delegation.brief_version,
        "comment": delegation.comment,
        "created_at": local_text(delegation.created_at),
        **(_person(delegation) if attempt is None else {**_try(attempt, provider), "tries": attempt.number}),
        "result_version": version,
    }


def standing(stands: Standing) -> Shape:
    return delegation(stands.delegation, stands.attempt, stands.version, provider=stands.provider)


def attempt(attempt: Attempt, events: Sequence[Event], *, provider: Provider | None = None) -> Shape:
    """One try, with what happened to it."""
    return {"number": attempt.number, **_try(attempt, provider), "events": [_event(event) for event in events]}


def _person(delegation: Delegation) -> Shape:
    """A person makes no attempt, and is only waited for."""
    return {
        "state": troubles.PERSON_STATES[delegation.state],
        "text": "",
        "usage": None,
        "error": None,
        "follow_up": local_text(delegation.follow_up),
        "reminded_at": local_text(delegation.reminded_at),
    }


def _try(attempt: Attempt, provider: Provider | None) -> Shape:
    """The keys a delegation has from an attempt."""
    to_be = provider.name if provider is not None else ""
    reason = troubles.waits_for(attempt)
    return {
        "state": attempt.state.value,
        "waiting": {"reason": reason, "until": local_text(attempt.not_before)} if reason else None,
        "text": attempt.text,
        "reasoning": attempt.reasoning,
        "usage": asdict(attempt.usage),
        "error": troubles.trouble(attempt, provider=to_be),
        "reason": attempt.error,
        "detail": attempt.error_detail,
        "provider": attempt.provider or to_be,
        "model": attempt.model_answered or attempt.model_asked,
        "input_estimate": attempt.input_estimate,
        "replaced": attempt.replaced,
        "reserved_micro": attempt.reserved_micro,
        "cost_micro": attempt.usage.cost_micro,
        "cost_source": attempt.cost_source,
        "queued_at": local_text(attempt.queued_at),
        "sent_at": local_text(attempt.sent_at),
        "ended_at": local_text(attempt.ended_at),
    }


def _event(event: Event) -> Shape:
    return {"at": local_text(event.at), "kind": event.kind, "detail": json.loads(event.detail)}


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
