"""What the review screen shows of one task, read at once."""

from __future__ import annotations

from dataclasses import dataclass

from orchestrator_desktop.domain.brief import Brief
from orchestrator_desktop.domain.delegate import Provider
from orchestrator_desktop.domain.delegation import Attempt, Delegation, Result
from orchestrator_desktop.domain.ids import TaskId
from orchestrator_desktop.domain.task import Stage, Task
from orchestrator_desktop.store import delegates, delegations, tasks
from orchestrator_desktop.store.store import Store


@dataclass(frozen=True, slots=True)
class Case:
    """A task in review with all versions of its result, oldest first; there is at least one."""

    task: Task
    versions: tuple[Result, ...]

    @property
    def newest(self) -> Result:
        return self.versions[-1]


@dataclass(frozen=True, slots=True)
class Origin:
    """Where one version comes from. `attempt` is None for what a person sent or the user wrote."""

    result: Result
    delegation: Delegation
    attempt: Attempt | None
    brief: Brief | None
    provider: Provider | None
    """The provider as it is now, where it is still there."""

    @property
    def by_person(self) -> bool:
        return bool(self.result.author) and self.attempt is None

    @property
    def asked(self) -> str:
        """What the user asked for when this version was a revision."""
        return self.delegation.comment if self.result.author else ""


def read_case(store: Store, task_id: TaskId) -> Case | None:
    """The task, if it is in review and has something to judge."""
    task = tasks.get(store, task_id)
    if task is None or task.stage is not Stage.IN_REVIEW:
        return None
    versions = delegations.results(store, task_id)
    newest = delegations.latest_result(store, task_id)
    if newest is None:
        return None
    # Of very many versions the store reads the first ones only; the newest is what is judged.
    known = [version for version in versions if version.id != newest.id]
    return Case(task, (*known, newest))


def read_origin(store: Store, result: Result) -> Origin:
    delegation = delegations.delegation(store, result.delegation_id)
    assert delegation is not None  # a foreign key holds it
    attempt = None if result.attempt_id is None else delegations.attempt(store, result.attempt_id)
    brief = delegations.brief(store, delegation.brief_id)
    return Origin(result, delegation, attempt, brief, _provider(store, attempt))


def _provider(store: Store, attempt: Attempt | None) -> Provider | None:
    """By the name the attempt was sent under: the specialist may use another one by now."""
    if attempt is None:
        return None
    return next((one for one in delegates.providers(store) if one.name == attempt.provider), None)
