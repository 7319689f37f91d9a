"""What the user can do with the queue: pause, hold, let go, move, send over the limit, go on with an answer."""

from __future__ import annotations

from orchestrator_desktop.domain.attempts import UNTIL_SAID, AttemptState, WaitReason
from orchestrator_desktop.domain.changes import Changes, Kind
from orchestrator_desktop.domain.delegation import Attempt, Delegation, DelegationState
from orchestrator_desktop.domain.errors import QT_TRANSLATE_NOOP, UserError
from orchestrator_desktop.domain.ids import DelegationId
from orchestrator_desktop.domain.moments import day_bounds, moment, to_text
from orchestrator_desktop.operations.acting import Act, acting, gone
from orchestrator_desktop.operations.claiming import PAUSED
from orchestrator_desktop.operations.handing import queue_attempt
from orchestrator_desktop.operations.outgoing import would_send
from orchestrator_desktop.operations.recording import record
from orchestrator_desktop.operations.settings import set_setting
from orchestrator_desktop.store import delegations as reading
from orchestrator_desktop.store.store import Store


def pause(store: Store, *, paused: bool) -> Changes:
    """Nothing queued is sent while the queue is paused; what is under way goes on."""
    return set_setting(store, key=PAUSED, value=True if paused else None)


def hold(store: Store, *, delegation_id: DelegationId) -> Changes:
    """Keep a queued or waiting delegation from leaving until it is let go."""
    with acting(store, QT_TRANSLATE_NOOP("operations", "Hold"), undoable=False) as act:
        attempt = _to_come(store, delegation_id)
        if attempt.state is not AttemptState.DRAFT:
            _put(act, attempt, AttemptState.DRAFT)
    return act.changes


def release(store: Store, *, delegation_id: DelegationId) -> Changes:
    """Send a delegation as soon as there is room: one that was held, or that waits, for whatever."""
    with acting(store, QT_TRANSLATE_NOOP("operations", "Send now"), undoable=False) as act:
        attempt = _to_come(store, delegation_id)
        _forget_trouble(act, delegation_id)
        if attempt.state is not AttemptState.QUEUED:
            _put(act, attempt, AttemptState.QUEUED)
        if attempt.reason is WaitReason.BUDGET:
            store.execute("UPDATE attempt SET over_budget = 1 WHERE id = ?", (attempt.id,))
        if attempt.reason is WaitReason.CHANGED:
            shown = would_send(store, delegation_id)
            store.execute("UPDATE attempt SET shown = ? WHERE id = ?", (shown, attempt.id))
    return act.changes


def ask_at_once(store: Store, *, delegation_id: DelegationId) -> Changes:
    """Somebody waits for the answer: no pause and no trouble of its provider keeps it back. What is held, or exceeds a
    limit, stays so; nothing happens to what has left."""
    with acting(store, "", undoable=False) as act:
        last = reading.latest_attempt(store, delegation_id)
        if last is not None and last.state.to_come:
            _forget_trouble(act, delegation_id)
            if last.state is AttemptState.WAITING and last.reason not in UNTIL_SAID:
                _put(act, last, AttemptState.QUEUED)
    return act.changes


def wait_until_tomorrow(store: Store, *, delegation_id: DelegationId) -> Changes:
    """Leave a delegation that a spent budget holds up until the next day begins."""
    with acting(store, QT_TRANSLATE_NOOP("operations", "Wait until tomorrow"), undoable=False) as act:
        attempt = _to_come(store, delegation_id)
        until = day_bounds(moment(act.now).astimezone().date())[1]
        store.execute(
            "UPDATE attempt SET state = 'waiting', reason = 'budget', not_before = ? WHERE id = ?",
            (to_text(until), attempt.id),
        )
        record(act, attempt.id, AttemptState.WAITING, reason=WaitReason.BUDGET, until=to_text(until))
        act.touch(Kind.DELEGATION, delegation_id)
    return act.changes


def move_in_queue(store: Store, *, delegation_id: DelegationId, by: int) -> Changes:
    """Move a delegation that has not left yet by so many places: a negative number brings it forward."""
    with acting(store, QT_TRANSLATE_NOOP("operations", "Move in the queue"), undoable=False) as act:
        _to_come(store, delegation_id)
        rows = store.rows(
            """SELECT attempt.id, attempt.delegation_id FROM attempt JOIN delegation
            ON delegation.id = attempt.delegation_id WHERE attempt.state IN ('draft', 'queued', 'waiting')
            AND delegation.state = 'open' ORDER BY attempt.position"""
        )
        here = [row["delegation_id"] for row in rows].index(delegation_id)
        there = max(0, min(len(rows) - 1, here + by))
        order = [row["id"] for row in rows]
        order.insert(there, order.pop(here))
        positions = sorted(store.value("SELECT position FROM attempt WHERE id = ?", (key,)) for key in order)
        for position, key in zip(positions, order, strict=True):
            store.execute("UPDATE attempt SET position = ? WHERE id = ?", (position, key))
            act.touch(Kind.ATTEMPT, key)
    return act.changes


def continue_answer(store: Store, *, delegation_id: DelegationId) -> Changes:
    """Go on with an answer that stopped before its end: what arrived is sent along, and what comes is put behind it."""
    with acting(store, QT_TRANSLATE_NOOP("operations", "Continue"), undoable=False) as act:
        delegation, last = open_one(store, delegation_id)
        # Also one that failed, or may have been received: a continuation begins with what came before it.
        whole = last.state in (AttemptState.COMPLETE, AttemptState.REFUSED)
        if whole or not last.state.ended or not last.text.strip():
            raise UserError(QT_TRANSLATE_NOOP("errors", "There is no answer here to go on with. Nothing was sent."))
        tokens = last.input_estimate + (last.usage.output_tokens or 0)
        queue_attempt(act, delegation.id, delegation.task_id, tokens, after=last, continues=last)
        act.touch(Kind.DELEGATION, delegation_id)
    return act.changes


def open_one(store: Store, delegation_id: DelegationId) -> tuple[Delegation, Attempt]:
    """An open delegation to a specialist and its latest attempt. Raises UserError."""
    delegation = reading.delegation(store, delegation_id)
    last = reading.latest_attempt(store, delegation_id)
    if delegation is None or last is None:
        raise gone(Kind.DELEGATION, delegation_id)
    if delegation.state is not DelegationState.OPEN:
        raise UserError(QT_TRANSLATE_NOOP("errors", "This delegation is closed. Nothing was changed."))
    return delegation, last


def _to_come(store: Store, delegation_id: DelegationId) -> Attempt:
    """Its attempt, which has not left yet. Raises UserError."""
    _, last = open_one(store, delegation_id)
    if not last.state.to_come:
        raise UserError(
            QT_TRANSLATE_NOOP("errors", "This delegation is not in the queue any more. Nothing was changed.")
        )
    return last


def _put(act: Act, attempt: Attempt, state: AttemptState) -> None:
    act.store.execute(
        "UPDATE attempt SET state = ?, reason = NULL, not_before = NULL, waits = 0 WHERE id = ?", (state, attempt.id)
    )
    record(act, attempt.id, state)
    act.touch(Kind.DELEGATION, attempt.delegation_id)


def _forget_trouble(act: Act, delegation_id: DelegationId) -> None:
    """The user knows better than the circuit breaker: the provider is asked at once."""
    row = act.store.row(
        """SELECT provider_id FROM specialist JOIN delegation ON delegation.specialist_id = specialist.id
        WHERE delegation.id = ?""",
        (delegation_id,),
    )
    if row is not None:
        act.store.execute("DELETE FROM circuit WHERE provider_id = ?", (row["provider_id"],))
        act.touch(Kind.PROVIDER, row["provider_id"])
