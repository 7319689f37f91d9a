"""A provider's circuit breaker: opened by trouble, closed by an answer, within the act that learns of either."""

from __future__ import annotations

from datetime import datetime, timedelta

from orchestrator_desktop.domain import moments
from orchestrator_desktop.domain.attempts import AttemptState, WaitReason
from orchestrator_desktop.domain.changes import Changes, Kind
from orchestrator_desktop.domain.circuit import rest_after
from orchestrator_desktop.domain.ids import ProviderId
from orchestrator_desktop.domain.retrying import offline_pause
from orchestrator_desktop.operations.acting import Act, acting
from orchestrator_desktop.operations.recording import record
from orchestrator_desktop.store import queue as reading
from orchestrator_desktop.store.store import Store


def trouble(act: Act, provider_id: int, reason: WaitReason, *, until: datetime | None) -> None:
    """Inside an act: the provider failed once more. `until` is when it may be asked again, if that is known; else it
    rests after some failures in a row."""
    known = reading.circuit(act.store, provider_id)
    failures = 1 + (known.failures if known is not None else 0)
    rest = rest_after(failures)
    if until is None and rest is not None:
        until = moments.moment(act.now) + rest
    if known is not None and known.open_at(moments.moment(act.now)):
        until = max(until, known.open_until) if until and known.open_until else known.open_until
    act.store.execute(
        """INSERT INTO circuit (provider_id, reason, failures, since, last_at, open_until) VALUES (?, ?, ?, ?, ?, ?)
        ON CONFLICT (provider_id) DO UPDATE SET reason = excluded.reason, failures = excluded.failures,
        last_at = excluded.last_at, open_until = excluded.open_until""",
        (provider_id, reason, failures, act.now, act.now, moments.to_text(until)),
    )
    act.touch(Kind.PROVIDER, provider_id)


def well(act: Act, provider_id: int, *, asked_at: str | None = None) -> int:
    """Inside an act: the provider answers. Who waited for that alone is queued again; how many those were.

    What was asked before its last trouble (`asked_at`, as stored) says nothing of how it is since."""
    if reading.circuit(act.store, provider_id) is None:
        return 0
    last_at = act.store.value("SELECT last_at FROM circuit WHERE provider_id = ?", (provider_id,))
    if asked_at is not None and asked_at <= last_at:
        return 0
    act.store.execute("DELETE FROM circuit WHERE provider_id = ?", (provider_id,))
    act.touch(Kind.PROVIDER, provider_id)
    waiting = act.store.rows(
        """SELECT attempt.id, attempt.delegation_id FROM attempt
        JOIN delegation ON delegation.id = attempt.delegation_id
        JOIN specialist ON specialist.id = delegation.specialist_id
        WHERE attempt.state = 'waiting' AND attempt.reason IN ('offline', 'loading') AND specialist.provider_id = ?""",
        (provider_id,),
    )
    for row in waiting:
        act.store.execute(
            "UPDATE attempt SET state = 'queued', reason = NULL, not_before = NULL, waits = 0 WHERE id = ?",
            (row["id"],),
        )
        record(act, row["id"], AttemptState.QUEUED)
        act.touch(Kind.DELEGATION, row["delegation_id"])
    return len(waiting)


def back(store: Store, *, provider_id: ProviderId) -> tuple[Changes, int]:
    """An unreachable provider can be reached again; how many delegations leave now."""
    with acting(store, "", undoable=False) as act:
        count = well(act, provider_id)
    return act.changes, count


def still_away(store: Store, *, provider_id: ProviderId, pace: float = 1.0) -> Changes:
    """It cannot: look again a little later."""
    with acting(store, "", undoable=False) as act:
        known = reading.circuit(store, provider_id)
        if known is not None:
            until = moments.moment(act.now) + timedelta(seconds=pace * offline_pause(known.failures))
            trouble(act, provider_id, WaitReason.OFFLINE, until=until)
            store.execute(
                """UPDATE attempt SET not_before = ? WHERE state = 'waiting' AND reason = 'offline'
                AND delegation_id IN (SELECT delegation.id FROM delegation
                  JOIN specialist ON specialist.id = delegation.specialist_id WHERE specialist.provider_id = ?)""",
                (moments.to_text(until), provider_id),
            )
    return act.changes
