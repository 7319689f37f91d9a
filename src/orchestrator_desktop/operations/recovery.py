"""Attempts whose process is dead: what becomes of each at the next start. None of it is undone."""

from __future__ import annotations

from collections.abc import Callable

from orchestrator_desktop.domain.attempts import AttemptState
from orchestrator_desktop.domain.changes import Changes, Kind
from orchestrator_desktop.domain.endings import EndReason
from orchestrator_desktop.domain.ledger import Event
from orchestrator_desktop.operations.acting import Act, acting
from orchestrator_desktop.operations.recording import record
from orchestrator_desktop.providers.address import origin
from orchestrator_desktop.store.store import Row, Store


def recover(store: Store, *, alive: Callable[[str], bool]) -> Changes:
    """Attempts whose process is dead: one that its provider goes on with is left to be read on, or cancelled there; one
    with text becomes interrupted; of one without a word nobody knows whether it was received. Nothing is sent again."""
    with acting(store, "", undoable=False) as act:
        for row in store.rows("SELECT * FROM attempt WHERE state IN ('sent', 'streaming')"):
            if row["owner"] and alive(row["owner"]):
                continue
            if row["remote_id"] is not None and _can_be_asked(store, row):
                _leave(act, row)
            else:
                _declare_dead(act, row)
    return act.changes


def _leave(act: Act, row: Row) -> None:
    """To be read on, or where it was stopped to be cancelled there: at once, whatever pause was kept."""
    not_before = None if row["stop_asked"] else row["not_before"]
    if (row["owner"], row["not_before"]) != (None, not_before):
        act.store.execute("UPDATE attempt SET owner = NULL, not_before = ? WHERE id = ?", (not_before, row["id"]))
        act.touch(Kind.ATTEMPT, row["id"])


def _can_be_asked(store: Store, row: Row) -> bool:
    """Whether whoever was asked can still be asked for the rest, or told that nobody waits for it."""
    address = store.value(
        """SELECT provider.base_url FROM delegation JOIN specialist ON specialist.id = delegation.specialist_id
        JOIN provider ON provider.id = specialist.provider_id
        WHERE delegation.id = ? AND (delegation.state = 'open' OR ?) AND provider.enabled AND provider.name = ?""",
        (row["delegation_id"], row["stop_asked"], row["provider"]),
    )
    # Edited since: that server does not know the answer, and is not to be told of it.
    return address is not None and (origin(address) if address else "") == row["origin"]


def _declare_dead(act: Act, row: Row) -> None:
    local = act.store.value("SELECT kind <> 'remote' FROM provider WHERE name = ?", (row["provider"],))
    begun = bool(row["text"][row["lead"] :] or row["reasoning"])
    # What ran inside this computer's own model ended with the app; of everything else nobody knows.
    builtin = act.store.value("SELECT kind = 'builtin' FROM provider WHERE name = ?", (row["provider"],))
    state, reason = AttemptState.INTERRUPTED, EndReason.APP_ENDED
    if row["stop_asked"]:
        state, reason = AttemptState.CANCELLED, EndReason.STOPPED
    elif not begun and not builtin and row["remote_id"] is None:
        state, reason = AttemptState.UNKNOWN, EndReason.APP_ENDED_SENT
    act.store.execute(
        "UPDATE attempt SET state = ?, error = ?, ended_at = ?, cost_micro = ?, cost_source = ? WHERE id = ?",
        (state, reason, act.now, 0 if local else None, "free" if local else "unknown", row["id"]),
    )
    record(act, row["id"], state, error=reason)
    act.note(Event.FAILED, row["task_id"], attempt=row["id"], state=state, error=reason)
    act.touch(Kind.DELEGATION, row["delegation_id"])
    act.touch(Kind.TASK, row["task_id"])
