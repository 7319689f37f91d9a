"""Reading the log of what was sent: one line a request, whatever it was for."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Final

from orchestrator_desktop.domain import moments
from orchestrator_desktop.domain.ids import AttemptId, TaskId
from orchestrator_desktop.store.store import Row, Store

LIMIT: Final = 200
_AFTER_ALL: Final = (1 << 63) - 1


@dataclass(frozen=True, slots=True)
class Sent:
    """One request that left. What came of it is None where it was no delegation, or its task is gone."""

    id: int
    at: datetime
    purpose: str
    """"delegation", "resume" (reading on), "cancel", "test" or "models"."""
    provider: str
    url: str
    model: str
    bytes: int
    task_id: TaskId | None
    task_title: str
    attempt_id: AttemptId | None
    state: str | None
    input_tokens: int | None
    """Counted by the provider, or about."""
    output_tokens: int | None
    cost_micro: int | None
    replaced: int | None
    """How many different words were replaced before sending."""
    measured: bool = False
    """The tokens were counted by the provider; else they are about."""


def sent(store: Store, *, before: int | None = None, limit: int = LIMIT) -> list[Sent]:
    """The newest requests; with `before` those that left before the one of that id."""
    rows = store.rows(
        """SELECT sent.*, attempt.state, coalesce(attempt.input_tokens, attempt.input_estimate) AS input_tokens,
        attempt.output_tokens, attempt.cost_micro,
        attempt.input_tokens IS NOT NULL AND NOT attempt.usage_estimated AS measured,
        (SELECT count(*) FROM json_each(attempt.replaced)) AS replaced_count
        FROM sent LEFT JOIN attempt ON attempt.id = sent.attempt_id
        WHERE sent.id < :before ORDER BY sent.id DESC LIMIT :limit""",
        {"before": _AFTER_ALL if before is None else before, "limit": limit},
    )
    return [_sent(row) for row in rows]


@dataclass(frozen=True, slots=True)
class Left:
    """What has left this computer for delegations: how many, the tokens sent (measured or about), to how many
    providers, and how many words were replaced."""

    delegations: int
    tokens: int
    providers: int
    replaced: int


_LEFT: Final = """(SELECT attempt_id, lower(substr(rest, 1, instr(rest || '/', '/') - 1)) AS place
  FROM (SELECT attempt_id, substr(url, instr(url, '://') + 3) AS rest FROM sent
    WHERE at >= ? AND purpose = 'delegation')
  WHERE NOT (place = 'localhost' OR place GLOB 'localhost:*' OR place = '[::1]' OR place GLOB '[[]::1]:*'
    OR (place GLOB '127.*' AND place NOT GLOB '*[^0-9.:]*')))"""
"""Requests to hosts that are not this computer, as `providers.address.is_loopback` judges them: by where they went,
whatever became of the provider since."""


def left_since(store: Store, start: datetime) -> Left:
    """What the log holds of delegations since `start`; requests to servers on this computer have not left it."""
    found = store.row(
        f"""SELECT count(DISTINCT delegation_id) AS delegations, count(DISTINCT provider) AS providers,
        coalesce(sum(coalesce(input_tokens, input_estimate)), 0) AS tokens, coalesce(sum(words), 0) AS replaced
        FROM (SELECT attempt.delegation_id, attempt.provider, attempt.input_tokens, attempt.input_estimate,
            (SELECT count(*) FROM json_each(attempt.replaced)) AS words
          FROM attempt WHERE attempt.id IN (SELECT attempt_id FROM {_LEFT}))""",
        (moments.to_text(start),),
    )
    assert found is not None  # an aggregate always has a row
    return Left(**dict(found))


def _sent(row: Row) -> Sent:
    return Sent(
        id=row["id"],
        at=moments.moment(row["at"]),
        purpose=row["purpose"],
        provider=row["provider"],
        url=row["url"],
        model=row["model"],
        bytes=row["bytes"],
        task_id=None if row["task_id"] is None else TaskId(row["task_id"]),
        task_title=row["task_title"],
        attempt_id=None if row["attempt_id"] is None else AttemptId(row["attempt_id"]),
        state=row["state"],
        input_tokens=row["input_tokens"],
        output_tokens=row["output_tokens"],
        cost_micro=row["cost_micro"],
        replaced=row["replaced_count"] if row["state"] is not None else None,
        measured=bool(row["measured"]),
    )
