"""Reading the queue: what may run, what waits and for what, which providers are in trouble."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Final

from orchestrator_desktop.domain import moments
from orchestrator_desktop.domain.attempts import WaitReason
from orchestrator_desktop.domain.circuit import FARTHEST, Circuit
from orchestrator_desktop.domain.ids import AttemptId, ProviderId
from orchestrator_desktop.store.store import Row, Store

LIMIT: Final = 200

_QUEUE: Final = """SELECT attempt.id, attempt.delegation_id, attempt.task_id, attempt.state, attempt.reason,
  attempt.not_before, attempt.position, attempt.lead, attempt.over_budget, attempt.replaced, attempt.origin,
  attempt.model_asked, attempt.sent_at, attempt.stop_asked, attempt.remote_id, attempt.sequence, attempt.shown,
  delegation.specialist_id, delegation.brief_id, delegation.comment, delegation.previous_result_id,
  provider.id AS provider_id, coalesce(provider.at_once, CASE provider.kind WHEN 'remote' THEN 4 ELSE 1 END) AS at_most,
  (SELECT count(*) FROM attempt AS busy
    WHERE busy.state IN ('sent', 'streaming') AND busy.provider = provider.name) AS busy
FROM attempt JOIN delegation ON delegation.id = attempt.delegation_id
LEFT JOIN specialist ON specialist.id = delegation.specialist_id
LEFT JOIN provider ON provider.id = specialist.provider_id
"""


def due(store: Store, now: datetime, *, only: int | None = None) -> list[Row]:
    """Attempts that may leave now, in the order of the queue: queued, or waiting for a time that has come, and their
    provider not busy with as many as it takes."""
    return store.rows(
        f"""SELECT * FROM ({_QUEUE} WHERE attempt.state IN ('queued', 'waiting') AND delegation.state = 'open'
          AND (:only IS NULL OR delegation.id = :only) AND (attempt.state = 'queued' OR attempt.not_before <= :now))
        WHERE provider_id IS NULL OR busy < at_most ORDER BY position LIMIT 1000""",
        {"only": only, "now": moments.to_text(now)},
    )


def left_with_provider(store: Store, now: datetime, *, only: int | None = None) -> list[Row]:
    """Attempts that their provider goes on with by itself, that no process reads, and that may be read on now."""
    return store.rows(
        f"""{_QUEUE} WHERE attempt.state IN ('sent', 'streaming') AND attempt.owner IS NULL
        AND attempt.remote_id IS NOT NULL AND (:only IS NULL OR delegation.id = :only)
        AND (attempt.not_before IS NULL OR attempt.not_before <= :now) ORDER BY attempt.id LIMIT 1000""",
        {"only": only, "now": moments.to_text(now)},
    )


@dataclass(frozen=True, slots=True)
class UnderWay:
    """An attempt that has left and has not ended. `goes_on`: its provider keeps the answer, whoever reads it."""

    attempt_id: AttemptId
    provider: str
    charges: bool
    goes_on: bool


def texts(store: Store, attempt_id: int) -> tuple[str, str]:
    """(text, reasoning) of an attempt so far: read for the one that is taken, not for all that stand in the queue."""
    found = store.row("SELECT text, reasoning FROM attempt WHERE id = ?", (attempt_id,))
    return ("", "") if found is None else (found["text"], found["reasoning"])


def under_way(store: Store) -> list[UnderWay]:
    """Attempts sent or streaming, of whichever process."""
    rows = store.rows(
        """SELECT attempt.id, attempt.provider, coalesce(provider.kind, 'remote') = 'remote' AS charges,
        attempt.remote_id IS NOT NULL AS goes_on FROM attempt LEFT JOIN provider ON provider.name = attempt.provider
        WHERE attempt.state IN ('sent', 'streaming') ORDER BY attempt.provider LIMIT ?""",
        (LIMIT,),
    )
    return [UnderWay(AttemptId(row["id"]), row["provider"], bool(row["charges"]), bool(row["goes_on"])) for row in rows]


def waiting_for_budget(store: Store) -> int:
    """How many attempts a limit keeps back until the user decides; those that leave on another day do not count."""
    found: int = store.value(
        """SELECT count(*) FROM attempt WHERE state IN ('queued', 'waiting') AND reason = 'budget'
        AND not_before IS NULL"""
    )
    return found


def next_time(store: Store, now: datetime) -> datetime | None:
    """When, after `now`, the next waiting attempt may leave, or one left with its provider be read on; None where none
    has a time. One whose time has come already waits for room, or for its provider to be looked for."""
    found: str | None = store.value(
        """SELECT min(at) FROM (SELECT min(not_before) AS at FROM attempt WHERE state = 'waiting' AND not_before > :now
          UNION ALL SELECT min(not_before) FROM attempt WHERE state IN ('sent', 'streaming') AND owner IS NULL
          AND remote_id IS NOT NULL AND not_before > :now)""",
        {"now": moments.to_text(now)},
    )
    return moments.maybe_moment(found)


def circuit(store: Store, provider_id: int) -> Circuit | None:
    """The trouble a provider is in; None for one that is well, as far as is known."""
    found = store.row("SELECT * FROM circuit WHERE provider_id = ?", (provider_id,))
    return None if found is None else _circuit(found)


def knocking(store: Store, provider: str) -> int:
    """How many attempts have been sent to the provider and have heard nothing yet."""
    count: int = store.value(
        "SELECT count(*) FROM attempt WHERE state IN ('sent', 'streaming') AND state = 'sent' AND provider = ?",
        (provider,),
    )
    return count


def circuits(store: Store) -> list[Circuit]:
    """Every provider in trouble, the oldest trouble first."""
    return [_circuit(row) for row in store.rows("SELECT * FROM circuit ORDER BY since LIMIT ?", (LIMIT,))]


def answered_since(store: Store, provider: str, since: datetime | None) -> bool:
    """Whether a word of the provider came for one of the last requests, of those sent after `since`."""
    found = store.value(
        """SELECT 1 FROM (SELECT provider, sent_at, first_text_at FROM attempt WHERE sent_at IS NOT NULL
          ORDER BY sent_at DESC LIMIT :limit)
        WHERE provider = :provider AND first_text_at IS NOT NULL AND (:since IS NULL OR sent_at > :since) LIMIT 1""",
        {"provider": provider, "since": moments.to_text(since), "limit": LIMIT},
    )
    return found is not None


@dataclass(frozen=True, slots=True)
class Away:
    """An unreachable provider that something waits for, and that is to be looked for now."""

    provider_id: ProviderId
    name: str
    base_url: str


def away(store: Store, now: datetime) -> list[Away]:
    """Unreachable providers whose time to be looked for has come."""
    rows = store.rows(
        """SELECT provider.id, provider.name, provider.base_url FROM circuit
        JOIN provider ON provider.id = circuit.provider_id
        WHERE circuit.reason = 'offline' AND (circuit.open_until <= :now OR circuit.open_until > :farthest) AND EXISTS (
          SELECT 1 FROM attempt JOIN delegation ON delegation.id = attempt.delegation_id
          JOIN specialist ON specialist.id = delegation.specialist_id
          WHERE attempt.state = 'waiting' AND specialist.provider_id = provider.id)
        ORDER BY provider.id LIMIT :limit""",
        {"now": moments.to_text(now), "farthest": moments.to_text(now + FARTHEST), "limit": LIMIT},
    )
    return [Away(ProviderId(row["id"]), row["name"], row["base_url"]) for row in rows]


@dataclass(frozen=True, slots=True)
class Event:
    """One thing that happened to an attempt."""

    at: datetime
    kind: str
    detail: str
    """JSON."""


def events(store: Store, attempt_id: AttemptId) -> list[Event]:
    """What happened to an attempt, oldest first."""
    rows = store.rows("SELECT * FROM attempt_event WHERE attempt_id = ? ORDER BY id LIMIT ?", (attempt_id, LIMIT))
    return [Event(moments.moment(row["at"]), row["kind"], row["detail"]) for row in rows]


def part(store: Store, sha256: str) -> str | None:
    """The text of one part of a request, as it was sent."""
    text: str | None = store.value("SELECT text FROM part WHERE sha256 = ?", (sha256,))
    return text


def _circuit(row: Row) -> Circuit:
    return Circuit(
        provider_id=ProviderId(row["provider_id"]),
        reason=WaitReason(row["reason"]),
        failures=row["failures"],
        since=moments.moment(row["since"]),
        open_until=moments.maybe_moment(row["open_until"]),
    )
