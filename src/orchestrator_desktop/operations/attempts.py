"""What the engine writes of an attempt: that it leaves, its text as it arrives, its end, and whether it is tried again.
None of it is the user's act, so none of it is undone."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from orchestrator_desktop.domain import moments
from orchestrator_desktop.domain.attempts import AttemptState, WaitReason, may_become
from orchestrator_desktop.domain.changes import Changes, Kind
from orchestrator_desktop.domain.delegation import Attempt, Delegation, DelegationState
from orchestrator_desktop.domain.endings import EndReason
from orchestrator_desktop.domain.errors import ProviderErrorKind
from orchestrator_desktop.domain.ids import AttemptId
from orchestrator_desktop.domain.ledger import Event
from orchestrator_desktop.domain.messages import Usage
from orchestrator_desktop.domain.retrying import LONGEST_ASKED, Again, Failure, after_cut, after_failure, read_on_after
from orchestrator_desktop.domain.task import Stage, Task
from orchestrator_desktop.operations import circuits
from orchestrator_desktop.operations.acting import Act, acting
from orchestrator_desktop.operations.handing import queue_attempt
from orchestrator_desktop.operations.recording import record
from orchestrator_desktop.operations.results import add_result
from orchestrator_desktop.operations.tasks import require
from orchestrator_desktop.store import delegates
from orchestrator_desktop.store import delegations as reading
from orchestrator_desktop.store.store import Store


@dataclass(frozen=True, slots=True)
class Ending:
    """How an attempt ended. `text` and `reasoning` are the whole of what arrived."""

    state: AttemptState
    text: str
    reasoning: str = ""
    usage: Usage = field(default_factory=Usage)
    cost_source: str | None = None
    model_answered: str | None = None
    request_id: str | None = None
    error: str | None = None
    error_detail: str = ""
    retry_after: float | None = None
    should_retry: bool | None = None
    begun: bool = False
    """A word of the answer, visible or thought, had come."""


@dataclass(frozen=True, slots=True)
class Place:
    """How far an answer was read that its provider keeps: its id there, and the last sequence number."""

    remote_id: str
    sequence: int | None


@dataclass(frozen=True, slots=True)
class Arrived:
    """More of an attempt's answer, and how far it was read with it."""

    attempt_id: AttemptId
    text: str
    reasoning: str = ""
    place: Place | None = None


def progress(store: Store, *, arrived: Sequence[Arrived]) -> Changes:
    """Append what has arrived, of however many attempts. The first of it makes an attempt streaming; one that has ended
    stays as it is."""
    with acting(store, "", undoable=False) as act:
        for more in arrived:
            _append(act, more)
    return act.changes


def finish(store: Store, *, attempt_id: AttemptId, ending: Ending, chance: float = 0.0, pace: float = 1.0) -> Changes:
    """Store how an attempt ended, and what follows from it.

    A complete one becomes a result in review, unless its delegation was closed meanwhile. One that failed before a word
    came waits for its next try where `domain.retrying` says so: the same attempt where nothing was done, else another.
    Every other one stays with its delegation, text and all. `chance` (0 to 1) spreads the tries, `pace` is a factor on
    their pauses."""
    with acting(store, "", undoable=False) as act:
        attempt = reading.attempt(store, attempt_id)
        # None: the task is gone. An end already: another process has declared this one dead.
        if attempt is not None and may_become(attempt.state, ending.state):
            _end(act, attempt, ending, chance, pace)
    return act.changes


def leave(store: Store, *, attempt_id: AttemptId) -> Changes:
    """The app quits and the provider goes on: the next start reads on."""
    with acting(store, "", undoable=False) as act:
        store.execute("UPDATE attempt SET owner = NULL WHERE id = ? AND state IN ('sent', 'streaming')", (attempt_id,))
        record(act, attempt_id, "left")
    return act.changes


def asked_to_stop(store: Store, *, owner: str) -> tuple[AttemptId, ...]:
    """Attempts of this process that the user wants stopped."""
    rows = store.rows(
        "SELECT id FROM attempt WHERE state IN ('sent', 'streaming') AND stop_asked AND owner = ?", (owner,)
    )
    return tuple(AttemptId(row["id"]) for row in rows)


def _append(act: Act, more: Arrived) -> None:
    before = act.store.value("SELECT state FROM attempt WHERE id = ?", (more.attempt_id,))
    place = more.place
    cursor = act.store.execute(
        """UPDATE attempt SET state = 'streaming', text = text || ?, reasoning = reasoning || ?,
        first_text_at = coalesce(first_text_at, ?), remote_id = coalesce(?, remote_id),
        sequence = coalesce(?, sequence), waits = 0 WHERE id = ? AND state IN ('sent', 'streaming')""",
        (
            more.text,
            more.reasoning,
            act.now if more.text else None,
            None if place is None else place.remote_id,
            None if place is None else place.sequence,
            more.attempt_id,
        ),
    )
    if cursor.rowcount:
        act.touch(Kind.ATTEMPT, more.attempt_id)
        if before == AttemptState.SENT:
            record(act, more.attempt_id, AttemptState.STREAMING)
            _speaks(act, more.attempt_id)


def _speaks(act: Act, attempt_id: AttemptId) -> None:
    """A provider that speaks is well, however long it goes on speaking."""
    row = act.store.row("SELECT provider, sent_at FROM attempt WHERE id = ?", (attempt_id,))
    provider_id = None if row is None else delegates.id_of_name(act.store, Kind.PROVIDER.value, row["provider"])
    if row is not None and provider_id is not None:
        circuits.well(act, provider_id, asked_at=row["sent_at"])


def _end(act: Act, attempt: Attempt, ending: Ending, chance: float, pace: float) -> None:
    act.touch(Kind.DELEGATION, attempt.delegation_id)
    act.touch(Kind.TASK, attempt.task_id)
    delegation = reading.delegation(act.store, attempt.delegation_id)
    task = require(act.store, attempt.task_id)
    awaited = delegation is not None and delegation.state is DelegationState.OPEN and task.stage is Stage.DELEGATED
    stop_asked = _stop_asked(act.store, attempt.id)
    if awaited and not stop_asked and _reads_on(act, attempt, ending, pace):
        return
    again = _again(task, attempt, ending, chance) if awaited and not stop_asked else None
    until = None if again is None else moments.moment(act.now) + timedelta(seconds=again.seconds * pace)
    _tell_circuit(act, attempt, ending, until)
    if again is not None and not again.counted:
        _wait_again(act, attempt, again, until)
        return
    _write_ending(act, attempt.id, ending)
    record(act, attempt.id, ending.state, error=ending.error)
    if ending.state is AttemptState.COMPLETE:
        if delegation is not None and awaited:
            add_result(act, delegation, text=ending.text, author=delegation.delegate, attempt_id=attempt.id)
    elif ending.state is not AttemptState.CANCELLED:  # the user's stopping is noted already
        act.note(Event.FAILED, attempt.task_id, attempt=attempt.id, state=ending.state, error=ending.error)
    if again is not None and delegation is not None:
        _try_again(act, attempt, delegation, again, until)


def _reads_on(act: Act, attempt: Attempt, ending: Ending, pace: float) -> bool:
    """Whether the answer goes on at its provider though we hear it no more: it is read on a little later."""
    if attempt.remote_id is None or ending.state not in (
        AttemptState.INTERRUPTED, AttemptState.FAILED, AttemptState.UNKNOWN
    ):  # fmt: skip
        return False
    pause = read_on_after(ending.error or "", waits=attempt.waits, retry_after=ending.retry_after)
    if pause is None:
        return False
    until = moments.moment(act.now) + timedelta(seconds=pause * pace)
    # Not the text: it is on the disk as far as its place, and what came behind is read again.
    act.store.execute(
        "UPDATE attempt SET owner = NULL, not_before = ?, waits = waits + 1 WHERE id = ?",
        (moments.to_text(until), attempt.id),
    )
    record(act, attempt.id, "left", error=ending.error, until=moments.to_text(until))
    return True


def _again(task: Task, attempt: Attempt, ending: Ending, chance: float) -> Again | None:
    """The one place where it is decided whether an attempt is followed by another without the user."""
    if attempt.remote_id is not None:
        return None  # its provider has accepted it, and may go on with it: another would be a second one
    if ending.state is AttemptState.INTERRUPTED and ending.begun:
        return after_cut(
            task.level,
            ending.error or "",
            automatic=attempt.automatic,
            chance=chance,
            retry_after=ending.retry_after,
        )
    if ending.state is not AttemptState.FAILED or ending.begun or ending.error not in list(ProviderErrorKind):
        return None
    failure = Failure(
        ProviderErrorKind(ending.error), ending.retry_after, ending.should_retry, attempt.automatic, attempt.waits
    )
    return after_failure(failure, chance=chance)


def _stop_asked(store: Store, attempt_id: AttemptId) -> bool:
    return bool(store.value("SELECT stop_asked FROM attempt WHERE id = ?", (attempt_id,)))


_TROUBLES = {
    ProviderErrorKind.UNREACHABLE: WaitReason.OFFLINE,
    ProviderErrorKind.SLOW_DOWN: WaitReason.SLOW_DOWN,
    ProviderErrorKind.DOWN: WaitReason.DOWN,
    ProviderErrorKind.LOADING: WaitReason.LOADING,
}


def _tell_circuit(act: Act, attempt: Attempt, ending: Ending, until: datetime | None) -> None:
    """An answer of any kind closes the provider's circuit; trouble before one opens it."""
    provider_id = delegates.id_of_name(act.store, Kind.PROVIDER.value, attempt.provider)
    if provider_id is None or ending.state in (AttemptState.CANCELLED, AttemptState.UNKNOWN):
        return
    reason = _TROUBLES.get(ProviderErrorKind(ending.error)) if ending.error in list(ProviderErrorKind) else None
    if reason is None or ending.begun:
        if ending.error != EndReason.BUG and ending.error != EndReason.APP_ENDED:
            circuits.well(act, provider_id, asked_at=moments.to_text(attempt.sent_at))
        return
    if until is None and ending.retry_after is not None:  # no try follows, and the others wait all the same
        until = moments.moment(act.now) + timedelta(seconds=min(ending.retry_after, LONGEST_ASKED))
    asked = reason is not WaitReason.DOWN or ending.retry_after is not None
    circuits.trouble(act, provider_id, reason, until=until if asked else None)


def _wait_again(act: Act, attempt: Attempt, again: Again, until: datetime | None) -> None:
    """Nothing was done: the same attempt goes on waiting, and costs nothing."""
    act.store.execute(
        """UPDATE attempt SET state = 'waiting', reason = ?, not_before = ?, waits = waits + 1, owner = NULL,
        sent_at = NULL, reserved_micro = NULL WHERE id = ?""",
        (again.reason, moments.to_text(until), attempt.id),
    )
    record(act, attempt.id, AttemptState.WAITING, reason=again.reason, until=moments.to_text(until))


def _try_again(act: Act, attempt: Attempt, delegation: Delegation, again: Again, until: datetime | None) -> None:
    """The same once more: what it goes on with, and what the user allowed it, are the same."""
    queue_attempt(
        act,
        delegation.id,
        attempt.task_id,
        attempt.input_estimate,
        after=attempt,
        continues=None if attempt.continues is None else reading.attempt(act.store, attempt.continues),
        over_budget=bool(act.store.value("SELECT over_budget FROM attempt WHERE id = ?", (attempt.id,))),
        reason=again.reason,
        not_before=until,
        automatic=attempt.automatic + 1,
    )


def _write_ending(act: Act, attempt_id: AttemptId, ending: Ending) -> None:
    usage = ending.usage
    act.store.execute(
        """UPDATE attempt SET state = ?, text = ?, reasoning = ?, model_answered = ?, request_id = ?, error = ?,
        error_detail = ?, retry_after = ?, input_tokens = ?, output_tokens = ?, cached_tokens = ?,
        cache_write_tokens = ?, reasoning_tokens = ?, cost_micro = ?, cost_source = ?, usage_estimated = ?,
        ended_at = ?, first_text_at = CASE WHEN ? THEN coalesce(first_text_at, ?) ELSE first_text_at END
        WHERE id = ?""",
        (
            ending.state,
            ending.text,
            ending.reasoning,
            ending.model_answered,
            ending.request_id,
            ending.error,
            ending.error_detail,
            ending.retry_after,
            usage.input_tokens,
            usage.output_tokens,
            usage.cached_tokens,
            usage.cache_write_tokens,
            usage.reasoning_tokens,
            usage.cost_micro,
            ending.cost_source,
            usage.estimated,
            act.now,
            bool(ending.text),
            act.now,
            attempt_id,
        ),
    )
