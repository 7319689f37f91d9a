"""Reading who stands in the queue: what is under way, and what has not left yet, in the order in which it leaves."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Final

from orchestrator_desktop.domain import moments
from orchestrator_desktop.domain.attempts import AttemptState, WaitReason
from orchestrator_desktop.domain.ids import AttemptId, DelegationId, ProviderId, SpecialistId, TaskId
from orchestrator_desktop.store.store import Row, Store

LIMIT: Final = 1000


@dataclass(frozen=True, slots=True)
class Place:
    """A delegation to a specialist that has not ended, by its latest attempt."""

    attempt_id: AttemptId
    delegation_id: DelegationId
    task_id: TaskId
    title: str
    delegate: str
    specialist_id: SpecialistId | None
    provider_id: ProviderId | None
    provider: str
    """The specialist's provider as it is now; where it is gone, who was asked."""
    leaves_computer: bool
    model: str
    number: int
    state: AttemptState
    reason: WaitReason | None
    not_before: datetime | None
    input_estimate: int
    reserved_micro: int | None
    queued_at: datetime
    sent_at: datetime | None
    left: bool
    """Under way at its provider, which goes on by itself, and read by nobody before `not_before`."""
    waits: int
    """How often in a row waiting, or reading on, has brought nothing."""
    failures: int
    """How often in a row its provider was found to be in trouble."""


_LINEUP: Final = """SELECT attempt.id AS attempt_id, attempt.delegation_id, attempt.task_id, task.title,
  delegation.delegate, delegation.specialist_id, provider.id AS provider_id,
  coalesce(provider.name, attempt.provider) AS provider,
  coalesce(provider.kind, 'remote') = 'remote' AS leaves_computer,
  coalesce(nullif(attempt.model_asked, ''), nullif(specialist.model, ''), provider.model, '') AS model,
  attempt.number, attempt.state, attempt.reason, attempt.not_before, attempt.input_estimate, attempt.reserved_micro,
  attempt.queued_at, attempt.sent_at, attempt.waits,
  attempt.state IN ('sent', 'streaming') AND attempt.owner IS NULL AS left,
  coalesce(circuit.failures, 0) AS failures
FROM attempt JOIN delegation ON delegation.id = attempt.delegation_id
JOIN task ON task.id = attempt.task_id
LEFT JOIN specialist ON specialist.id = delegation.specialist_id
LEFT JOIN provider ON provider.id = specialist.provider_id
LEFT JOIN circuit ON circuit.provider_id = provider.id
"""


def under_way(store: Store) -> list[Place]:
    """What has left and has not ended, of whichever process, the oldest first."""
    rows = store.rows(
        f"{_LINEUP} WHERE attempt.state IN ('sent', 'streaming') ORDER BY attempt.sent_at LIMIT ?", (LIMIT,)
    )
    return [_place(row) for row in rows]


def to_come(store: Store) -> list[Place]:
    """What has not left, in the order of the queue; what is held keeps its place in it."""
    rows = store.rows(
        f"""{_LINEUP} WHERE attempt.state IN ('queued', 'waiting', 'draft') AND delegation.state = 'open'
        ORDER BY attempt.position LIMIT ?""",
        (LIMIT,),
    )
    return [_place(row) for row in rows]


def lineup(store: Store) -> list[Place]:
    """What is under way, then what is to come."""
    return [*under_way(store), *to_come(store)]


def place_of(store: Store, delegation_id: DelegationId) -> Place | None:
    """Where a delegation stands; None for one that has ended, or that is with a person."""
    row = store.row(
        f"""{_LINEUP} WHERE attempt.delegation_id = ? AND attempt.state IN ('draft', 'queued', 'waiting', 'sent',
        'streaming') ORDER BY attempt.number DESC LIMIT 1""",
        (delegation_id,),
    )
    return None if row is None else _place(row)


def _place(row: Row) -> Place:
    values = dict(row)
    values["state"] = AttemptState(row["state"])
    values["reason"] = None if row["reason"] is None else WaitReason(row["reason"])
    values["queued_at"] = moments.moment(row["queued_at"])
    for name in ("not_before", "sent_at"):
        values[name] = moments.maybe_moment(row[name])
    for name in ("leaves_computer", "left"):
        values[name] = bool(row[name])
    return Place(**values)
