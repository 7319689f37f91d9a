"""Reading the board: delegations to specialists, each with its latest attempt."""

from __future__ import annotations

import json
from collections.abc import Collection, Sequence
from dataclasses import dataclass, fields
from datetime import date, datetime
from typing import Any, Final

from orchestrator_desktop.domain import moments
from orchestrator_desktop.domain.attempts import AttemptState, WaitReason
from orchestrator_desktop.domain.delegation import Decision, DelegationState
from orchestrator_desktop.domain.ids import AttemptId, DelegationId, ProviderId, TaskId
from orchestrator_desktop.store.delegations import LIMIT
from orchestrator_desktop.store.store import Store, Values


@dataclass(frozen=True, slots=True)
class BoardRow:
    """One line of the Delegated screen: a delegation to a specialist and its latest attempt, without its text."""

    delegation_id: DelegationId
    task_id: TaskId
    title: str
    level: int
    delegate: str
    brief_version: int
    delegation_state: DelegationState
    task_stage: str
    attempt_id: AttemptId
    state: AttemptState
    provider: str
    model: str
    error: str | None
    error_detail: str
    retry_after: float | None
    text_length: int
    input_estimate: int
    output_tokens: int | None
    cost_micro: int | None
    version: int | None
    """Version of the result it gave, once it gave one."""
    decision: Decision | None
    """The last decision on that result."""
    leaves_computer: bool
    """Whether its provider answers from elsewhere."""
    provider_id: ProviderId | None
    """Of the specialist's provider as it is now; `provider` is where it was sent."""
    provider_name: str
    reason: WaitReason | None
    not_before: datetime | None
    automatic: int
    position: int
    continues: AttemptId | None
    reserved_micro: int | None
    cost_source: str | None
    reasoning_length: int
    queued_at: datetime
    sent_at: datetime | None
    first_text_at: datetime | None
    ended_at: datetime | None


_BOARD_FROM: Final = """
SELECT delegation.id AS delegation_id, delegation.task_id, task.title, task.level, delegation.delegate,
  brief.version AS brief_version, delegation.state AS delegation_state, task.stage AS task_stage,
  attempt.id AS attempt_id, attempt.state, attempt.provider,
  coalesce(attempt.model_answered, attempt.model_asked) AS model,
  attempt.error, attempt.error_detail, attempt.retry_after, length(attempt.text) AS text_length,
  attempt.input_estimate, attempt.output_tokens, attempt.cost_micro, result.version,
  coalesce(provider.kind = 'remote', 1) AS leaves_computer,
  provider.id AS provider_id, coalesce(provider.name, attempt.provider) AS provider_name,
  attempt.reason, attempt.not_before, attempt.automatic, attempt.position, attempt.continues,
  attempt.reserved_micro, attempt.cost_source, length(attempt.reasoning) AS reasoning_length,
  (SELECT decision FROM review WHERE review.result_id = result.id ORDER BY review.id DESC LIMIT 1) AS decision,
  attempt.queued_at, attempt.sent_at, attempt.first_text_at, attempt.ended_at
FROM {first} CROSS JOIN {second} ON delegation.id = attempt.delegation_id
  AND attempt.id = (SELECT max(id) FROM attempt WHERE attempt.delegation_id = delegation.id)
JOIN task ON task.id = delegation.task_id JOIN brief ON brief.id = delegation.brief_id
LEFT JOIN result ON result.attempt_id = attempt.id
LEFT JOIN specialist ON specialist.id = delegation.specialist_id
LEFT JOIN provider ON provider.id = specialist.provider_id
"""


_BOARD: Final = _BOARD_FROM.format(first="delegation", second="attempt")


_BOARD_BY_END: Final = _BOARD_FROM.format(first="attempt", second="delegation")


def board(store: Store, *, today: date) -> list[BoardRow]:
    """Delegations to specialists: all that are open (in the order of the queue), then those answered today (newest
    first)."""
    start, _ = moments.day_bounds(today)
    opened = f"{_BOARD} WHERE delegation.state = 'open' ORDER BY attempt.position, delegation.id LIMIT ?"
    back = f"""{_BOARD_BY_END} WHERE delegation.state = 'answered' AND attempt.ended_at >= ?
        ORDER BY attempt.ended_at DESC LIMIT ?"""
    return _read(store, [opened, back], (LIMIT, moments.to_text(start), LIMIT))


def board_rows(store: Store, ids: Collection[DelegationId]) -> list[BoardRow]:
    """Those of the delegations that are there."""
    wanted = json.dumps(list(ids))
    return _read(store, [f"{_BOARD} WHERE delegation.id IN (SELECT value FROM json_each(?)) LIMIT ?"], (wanted, LIMIT))


_COLUMNS: Final = tuple(field.name for field in fields(BoardRow))
_AT_ONCE: Final = f"SELECT json_group_array(json_array({', '.join(_COLUMNS)})) FROM ({{}})"


def _read(store: Store, queries: Sequence[str], values: Values) -> list[BoardRow]:
    """The rows of all queries, in one statement: nothing that moves from one to the other meanwhile is there twice. In
    one step a query, for at each the connection lets go of the interpreter, and beside fifty answers under way the
    window waits for it."""
    lists = store.rows(" UNION ALL ".join(_AT_ONCE.format(sql) for sql in queries), values)
    return [_board_row(dict(zip(_COLUMNS, row, strict=True))) for (rows,) in lists for row in json.loads(rows)]


def _board_row(row: dict[str, Any]) -> BoardRow:
    row["delegation_state"] = DelegationState(row["delegation_state"])
    row["state"] = AttemptState(row["state"])
    row["leaves_computer"] = bool(row["leaves_computer"])
    row["decision"] = None if row["decision"] is None else Decision(row["decision"])
    row["reason"] = None if row["reason"] is None else WaitReason(row["reason"])
    row["queued_at"] = moments.moment(row["queued_at"])
    for name in ("not_before", "sent_at", "first_text_at", "ended_at"):
        row[name] = moments.maybe_moment(row[name])
    return BoardRow(**row)
