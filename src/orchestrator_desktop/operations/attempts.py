"""What the engine writes: claiming a queued attempt, its text as it arrives, its end. None of it is the user's act,
so none of it is undone."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import asdict, dataclass, field
from typing import Final

from orchestrator_desktop.domain.attempts import AttemptState, may_become
from orchestrator_desktop.domain.changes import Changes, Kind
from orchestrator_desktop.domain.delegate import Provider, ProviderKind
from orchestrator_desktop.domain.delegation import Attempt, DelegationState
from orchestrator_desktop.domain.endings import EndReason
from orchestrator_desktop.domain.ids import AttemptId, DelegationId, TaskId
from orchestrator_desktop.domain.ledger import Event
from orchestrator_desktop.domain.messages import Message, Options, Usage
from orchestrator_desktop.domain.task import Level, Stage, Task
from orchestrator_desktop.operations.acting import Act, acting
from orchestrator_desktop.operations.delegations import messages_for
from orchestrator_desktop.operations.results import add_result
from orchestrator_desktop.operations.tasks import require
from orchestrator_desktop.store import days, delegates
from orchestrator_desktop.store import delegations as reading
from orchestrator_desktop.store.store import Row, Store

PAUSED: Final = "queue.paused"
"""Setting: nothing queued is sent while it is true."""

AT_ONCE: Final[Mapping[ProviderKind, int]] = {ProviderKind.BUILTIN: 1, ProviderKind.LOCAL: 1, ProviderKind.REMOTE: 4}
"""Attempts under way at the same time, for each provider."""


@dataclass(frozen=True, slots=True)
class Claim:
    """An attempt that this process alone may run now, and all that it sends."""

    attempt_id: AttemptId
    delegation_id: DelegationId
    task_id: TaskId
    provider: Provider
    model: str
    messages: tuple[Message, ...]
    options: Options


@dataclass(frozen=True, slots=True)
class Ending:
    """How an attempt ended. `text` and `reasoning` are the whole of what arrived."""

    state: AttemptState
    text: str
    reasoning: str = ""
    usage: Usage = field(default_factory=Usage)
    model_answered: str | None = None
    request_id: str | None = None
    error: str | None = None
    error_detail: str = ""
    retry_after: float | None = None


def claim(store: Store, *, owner: str, only: DelegationId | None = None) -> tuple[Changes, Claim | None]:
    """Take the oldest queued attempt that may run now; None when there is none.

    In the same transaction the whole request is stored and the attempt marked sent, before anything touches the
    network. `owner` names the claiming process, `only` restricts to one delegation (and ignores the pause)."""
    with acting(store, "", undoable=False) as act:
        paused = only is None and days.setting(store, PAUSED, False)
        taken = None if paused else _take_next(act, only, owner)
    return act.changes, taken


def progress(store: Store, *, attempt_id: AttemptId, more_text: str, more_reasoning: str = "") -> Changes:
    """Append text that has arrived. The first of it makes the attempt streaming; one that has ended stays as it is."""
    with acting(store, "", undoable=False) as act:
        cursor = store.execute(
            """UPDATE attempt SET state = 'streaming', text = text || ?, reasoning = reasoning || ?,
            first_text_at = coalesce(first_text_at, ?) WHERE id = ? AND state IN ('sent', 'streaming')""",
            (more_text, more_reasoning, act.now if more_text else None, attempt_id),
        )
        if cursor.rowcount:
            act.touch(Kind.ATTEMPT, attempt_id)
    return act.changes


def finish(store: Store, *, attempt_id: AttemptId, ending: Ending) -> Changes:
    """Store how an attempt ended. A complete one becomes a result in review, unless its delegation was closed
    meanwhile; every other one stays with its delegation, text and all."""
    with acting(store, "", undoable=False) as act:
        attempt = reading.attempt(store, attempt_id)
        # None: the task is gone. An end already: another process has declared this one dead.
        if attempt is not None and may_become(attempt.state, ending.state):
            _end(act, attempt, ending)
    return act.changes


def _end(act: Act, attempt: Attempt, ending: Ending) -> None:
    _write_ending(act, attempt.id, ending)
    act.touch(Kind.DELEGATION, attempt.delegation_id)
    act.touch(Kind.TASK, attempt.task_id)
    if ending.state is AttemptState.COMPLETE:
        delegation = reading.delegation(act.store, attempt.delegation_id)
        awaited = delegation is not None and delegation.state is DelegationState.OPEN
        if delegation is not None and awaited and require(act.store, attempt.task_id).stage is Stage.DELEGATED:
            add_result(act, delegation, text=ending.text, author=delegation.delegate, attempt_id=attempt.id)
    elif ending.state is not AttemptState.CANCELLED:  # the user's stopping is noted already
        act.note(Event.FAILED, attempt.task_id, attempt=attempt.id, state=ending.state, error=ending.error)


def recover(store: Store, *, alive: Callable[[str], bool]) -> Changes:
    """Attempts whose process is dead become interrupted, with the text they have; nothing is sent again."""
    with acting(store, "", undoable=False) as act:
        for row in store.rows(
            "SELECT id, delegation_id, task_id, owner FROM attempt WHERE state IN ('sent', 'streaming')"
        ):
            if row["owner"] and alive(row["owner"]):
                continue
            # What was asked on this computer cost nothing; of anything else nobody knows.
            store.execute(
                """UPDATE attempt SET state = 'interrupted', error = ?, ended_at = ?, cost_micro = (
                  SELECT 0 FROM provider WHERE provider.name = attempt.provider AND provider.kind <> 'remote')
                WHERE id = ?""",
                (EndReason.APP_ENDED, act.now, row["id"]),
            )
            state = AttemptState.INTERRUPTED
            act.note(Event.FAILED, row["task_id"], attempt=row["id"], state=state, error=EndReason.APP_ENDED)
            for kind, key in ((Kind.ATTEMPT, "id"), (Kind.DELEGATION, "delegation_id"), (Kind.TASK, "task_id")):
                act.touch(kind, row[key])
    return act.changes


def asked_to_stop(store: Store, *, owner: str) -> tuple[AttemptId, ...]:
    """Attempts of this process that the user wants stopped."""
    rows = store.rows(
        "SELECT id FROM attempt WHERE state IN ('sent', 'streaming') AND stop_asked AND owner = ?", (owner,)
    )
    return tuple(AttemptId(row["id"]) for row in rows)


def _take_next(act: Act, only: DelegationId | None, owner: str) -> Claim | None:
    """Those that can never run fail on the way, so that they hold up nobody."""
    for row in _queued(act.store, only):
        if row["kind"] is None or row["busy"] < AT_ONCE[ProviderKind(row["kind"])]:
            taken = _take(act, row, owner)
            if taken is not None:
                return taken
    return None


def _queued(store: Store, only: DelegationId | None) -> list[Row]:
    return store.rows(
        """SELECT attempt.id, attempt.delegation_id, attempt.task_id, delegation.specialist_id, delegation.brief_id,
        delegation.comment, delegation.previous_result_id, provider.kind,
        (SELECT count(*) FROM attempt AS busy
          WHERE busy.state IN ('sent', 'streaming') AND busy.provider = provider.name) AS busy
        FROM attempt JOIN delegation ON delegation.id = attempt.delegation_id
        LEFT JOIN specialist ON specialist.id = delegation.specialist_id
        LEFT JOIN provider ON provider.id = specialist.provider_id
        WHERE attempt.state = 'queued' AND (:only IS NULL OR delegation.id = :only) ORDER BY attempt.id""",
        {"only": only},
    )


def _take(act: Act, row: Row, owner: str) -> Claim | None:
    attempt_id = AttemptId(row["id"])
    act.touch(Kind.ATTEMPT, attempt_id)
    act.touch(Kind.DELEGATION, row["delegation_id"])
    specialist = None if row["specialist_id"] is None else delegates.specialist(act.store, row["specialist_id"])
    provider = None if specialist is None else delegates.provider(act.store, specialist.provider_id)
    task = require(act.store, row["task_id"])
    # The last gate before the network, whatever the window or the command line allowed.
    refusal = _refusal(task, provider)
    if refusal or specialist is None or provider is None:
        _write_ending(act, attempt_id, Ending(AttemptState.FAILED, "", error=refusal))
        act.note(Event.FAILED, task.id, attempt=attempt_id, state=AttemptState.FAILED, error=refusal)
        return None
    messages = messages_for(
        act.store,
        task,
        specialist,
        brief_id=row["brief_id"],
        comment=row["comment"],
        previous=row["previous_result_id"],
    )
    taken = Claim(
        attempt_id,
        DelegationId(row["delegation_id"]),
        task.id,
        provider,
        specialist.model or provider.model,
        messages,
        specialist.options,
    )
    _mark_sent(act, taken, owner)
    act.note(Event.SENT, task.id, attempt=attempt_id, provider=provider.name)
    return taken


def _refusal(task: Task, provider: Provider | None) -> EndReason | None:
    if provider is None:
        return EndReason.DELEGATE_GONE
    if not provider.enabled:
        return EndReason.PROVIDER_OFF
    return EndReason.LEVEL_3 if task.level is Level.YOU_ONLY else None


def _mark_sent(act: Act, taken: Claim, owner: str) -> None:
    snapshot = {
        "provider": taken.provider.name,
        "dialect": taken.provider.dialect,
        "base_url": taken.provider.base_url,
        "model": taken.model,
        "messages": [asdict(message) for message in taken.messages],
        "options": asdict(taken.options),
    }
    act.store.execute(
        """UPDATE attempt SET state = 'sent', owner = ?, provider = ?, model_asked = ?, snapshot = ?, sent_at = ?
        WHERE id = ?""",
        (
            owner,
            taken.provider.name,
            taken.model,
            json.dumps(snapshot, ensure_ascii=False),
            act.now,
            taken.attempt_id,
        ),
    )


def _write_ending(act: Act, attempt_id: AttemptId, ending: Ending) -> None:
    usage = ending.usage
    act.store.execute(
        """UPDATE attempt SET state = ?, text = ?, reasoning = ?, model_answered = ?, request_id = ?, error = ?,
        error_detail = ?, retry_after = ?, input_tokens = ?, output_tokens = ?, cached_tokens = ?,
        cache_write_tokens = ?, reasoning_tokens = ?, cost_micro = ?, usage_estimated = ?, ended_at = ?,
        first_text_at = CASE WHEN ? THEN coalesce(first_text_at, ?) ELSE first_text_at END WHERE id = ?""",
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
            usage.estimated,
            act.now,
            bool(ending.text),
            act.now,
            attempt_id,
        ),
    )
    act.touch(Kind.ATTEMPT, attempt_id)
