"""Where a delegation stands, and which one is meant by the number of a task."""

from __future__ import annotations

from dataclasses import dataclass

from orchestrator_desktop.domain.attempts import AttemptState
from orchestrator_desktop.domain.delegate import Provider
from orchestrator_desktop.domain.delegation import Attempt, Delegation
from orchestrator_desktop.domain.errors import UserError
from orchestrator_desktop.domain.ids import DelegationId, TaskId
from orchestrator_desktop.domain.task import Stage
from orchestrator_desktop.operations.tasks import require
from orchestrator_desktop.store import delegates
from orchestrator_desktop.store import delegations as reading
from orchestrator_desktop.store.store import Store


@dataclass(frozen=True, slots=True)
class Standing:
    """A delegation, its latest attempt (a person makes none), the version of the result it gave, and the provider of
    its specialist as it is now."""

    delegation: Delegation
    attempt: Attempt | None
    version: int | None
    provider: Provider | None

    @property
    def complete(self) -> bool:
        return self.attempt is not None and self.attempt.state is AttemptState.COMPLETE


def standing(store: Store, delegation_id: DelegationId) -> Standing:
    delegation = reading.delegation(store, delegation_id)
    assert delegation is not None  # nothing deletes it but undo, and this command has just made or found it
    # What the user made of a result afterwards is a version too.
    versions = [r.version for r in reading.results(store, delegation.task_id) if r.delegation_id == delegation_id]
    attempt = reading.latest_attempt(store, delegation_id)
    return Standing(delegation, attempt, min(versions, default=None), provider_of(store, delegation))


def provider_of(store: Store, delegation: Delegation) -> Provider | None:
    """The provider of its specialist; None for a person, and for a specialist who is gone."""
    specialist = delegates.specialist(store, delegation.specialist_id) if delegation.specialist_id else None
    return delegates.provider(store, specialist.provider_id) if specialist else None


def out(store: Store, task_id: TaskId) -> Delegation:
    """The delegation the task waits for. Raises UserError."""
    delegation = reading.open_delegation(store, task_id)
    if delegation is None:
        task = require(store, task_id)
        if task.stage is Stage.IN_REVIEW:
            raise UserError(
                "“{title}” has come back: `orchestrator review {id}` shows it. Nothing was changed.",
                title=task.title,
                id=task.id,
            )
        raise UserError("“{title}” is with nobody. Nothing was changed.", title=task.title)
    return delegation


def out_with_specialist(store: Store, task_id: TaskId) -> tuple[Delegation, Attempt]:
    """The same, and its latest attempt. Raises UserError for one that is with a person."""
    delegation = out(store, task_id)
    attempt = reading.latest_attempt(store, delegation.id)
    if attempt is None:
        raise UserError(
            "“{title}” is with {who}, a person. Use `orchestrator receive` for the answer, or `take-back`.",
            title=require(store, task_id).title,
            who=delegation.delegate,
        )
    return delegation, attempt
