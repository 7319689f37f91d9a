"""Claiming: the engine takes an attempt that may run now, and everything it will send is on the disk before it does."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field, replace
from datetime import datetime, timedelta
from typing import Final

from orchestrator_desktop.domain import moments
from orchestrator_desktop.domain.attempts import AttemptState, WaitReason
from orchestrator_desktop.domain.changes import Changes, Kind
from orchestrator_desktop.domain.delegate import Provider, ProviderKind, Specialist
from orchestrator_desktop.domain.endings import EndReason
from orchestrator_desktop.domain.ids import AttemptId, DelegationId, ProviderId, SpecialistId, TaskId
from orchestrator_desktop.domain.ledger import Event
from orchestrator_desktop.domain.messages import Message, Options
from orchestrator_desktop.domain.money import BudgetKind, Price
from orchestrator_desktop.domain.task import Level, Task
from orchestrator_desktop.operations.acting import Act, acting
from orchestrator_desktop.operations.outgoing import outgoing
from orchestrator_desktop.operations.recording import record
from orchestrator_desktop.operations.spending import expected_cost, limit_reached
from orchestrator_desktop.operations.tasks import require
from orchestrator_desktop.providers.address import origin
from orchestrator_desktop.store import delegates, queue
from orchestrator_desktop.store import spending as money
from orchestrator_desktop.store.days import setting
from orchestrator_desktop.store.store import Row, Store

PAUSED: Final = "queue.paused"
"""Setting: nothing queued is sent while it is true."""


@dataclass(frozen=True, slots=True)
class Claim:
    """An attempt that this process alone may run now, and all that it sends."""

    attempt_id: AttemptId
    delegation_id: DelegationId
    task_id: TaskId
    title: str
    provider: Provider
    model: str
    messages: tuple[Message, ...]
    options: Options
    replaced: Mapping[str, str] = field(default_factory=dict)
    """What the placeholders in the messages stand for: put back into the answer."""
    own_price: Price | None = None
    text: str = ""
    """What the answer begins with: that of the attempt it goes on with, or what was read of it before."""
    lead: int = 0
    """How much of `text` another attempt gave."""
    reasoning: str = ""
    sent_at: datetime | None = None
    """When it was asked for: prices are those of then."""
    stop: bool = False
    """All that is left to do is to tell the provider that it is not wanted any more."""
    remote_id: str | None = None
    """Set where the provider goes on with an answer that was begun before: it is read on, not asked for."""
    sequence: int | None = None


def claim(
    store: Store, *, owner: str, only: DelegationId | None = None, most: int = 1, priced: bool = False
) -> tuple[Changes, tuple[Claim, ...]]:
    """Take the first attempts of the queue that may run now, `most` of them; none when there is none.

    In the same transaction the whole requests are stored and the attempts marked sent, before anything touches the
    network. `owner` names the claiming process, `only` restricts to one delegation (and ignores the pause),
    `priced` to models whose price was looked up."""
    taken: list[Claim] = []
    with acting(store, "", undoable=False) as act:
        paused = only is None and setting(store, PAUSED, False)
        while len(taken) < most:
            found = _take_up(act, only, owner) or (None if paused else _take_next(act, only, owner, priced=priced))
            if found is None:
                break
            taken.append(found)
    return act.changes, tuple(taken)


def _take_up(act: Act, only: DelegationId | None, owner: str) -> Claim | None:
    """An answer that its provider has gone on with while no process read it."""
    for row in queue.left_with_provider(act.store, moments.moment(act.now), only=only):
        task = require(act.store, TaskId(row["task_id"]))
        specialist, provider = _who(act.store, row)
        if specialist is None or provider is None or row["origin"] != _origin(provider):
            continue  # nobody can read it any more: recovery ends it
        act.store.execute("UPDATE attempt SET owner = ?, not_before = NULL WHERE id = ?", (owner, row["id"]))
        if not row["stop_asked"]:
            record(act, row["id"], "resumed")
        taken = _claim(act, row, task, provider, specialist, (), json.loads(row["replaced"]))
        return replace(taken, stop=bool(row["stop_asked"]))
    return None


def _unpriced(store: Store, provider: Provider, specialist: Specialist) -> bool:
    """Whether the engine is still to look up what the model costs: until then no limit can be kept."""
    return provider.leaves_computer and not money.looked_up(store, provider.id, specialist.model or provider.model)


def _take_next(act: Act, only: DelegationId | None, owner: str, *, priced: bool) -> Claim | None:
    """Those that can never run fail on the way, and those that may not run yet wait: they hold up nobody."""
    for row in queue.due(act.store, moments.moment(act.now), only=only):
        task = require(act.store, TaskId(row["task_id"]))
        specialist, provider = _who(act.store, row)
        refusal = _refusal(task, specialist, provider)
        if refusal is not None or specialist is None or provider is None:
            _fail(act, row, refusal or EndReason.DELEGATE_GONE)
        elif not _rests(act, row, provider) and not (priced and _unpriced(act.store, provider, specialist)):
            taken = _take(act, row, task, specialist, provider, owner)
            if taken is not None:
                return taken
    return None


def _who(store: Store, row: Row) -> tuple[Specialist | None, Provider | None]:
    if row["specialist_id"] is None or row["provider_id"] is None:
        return None, None
    specialist = delegates.specialist(store, SpecialistId(row["specialist_id"]))
    return specialist, delegates.provider(store, ProviderId(row["provider_id"]))


def _refusal(task: Task, specialist: Specialist | None, provider: Provider | None) -> EndReason | None:
    if specialist is None or provider is None:
        return EndReason.DELEGATE_GONE
    if not provider.enabled:
        return EndReason.PROVIDER_OFF
    if provider.lacks_model(specialist.model):
        return EndReason.NO_MODEL
    return EndReason.LEVEL_3 if task.level is Level.YOU_ONLY else None


def _fail(act: Act, row: Row, reason: EndReason) -> None:
    act.store.execute(
        "UPDATE attempt SET state = 'failed', error = ?, cost_micro = 0, ended_at = ? WHERE id = ?",
        (reason, act.now, row["id"]),
    )
    record(act, row["id"], AttemptState.FAILED, error=reason)
    act.touch(Kind.DELEGATION, row["delegation_id"])
    act.note(Event.FAILED, TaskId(row["task_id"]), attempt=row["id"], state=AttemptState.FAILED, error=reason)


def _rests(act: Act, row: Row, provider: Provider) -> bool:
    """Whether the provider's trouble keeps the attempt back; it then waits, for a time that is shown."""
    trouble = queue.circuit(act.store, provider.id)
    if trouble is None or trouble.open_until is None:
        return False
    if trouble.open_at(moments.moment(act.now)):
        wait(act, row, trouble.reason, until=trouble.open_until)
        return True
    if trouble.reason is WaitReason.OFFLINE:
        # Looked for by the engine first, without a request: see `engine/offline.py`.
        wait(act, row, trouble.reason, until=moments.moment(act.now) + timedelta(seconds=1))
        return True
    return queue.knocking(act.store, provider.name) > 0  # half open: one at a time, until it speaks


def wait(act: Act, row: Row, reason: WaitReason, *, until: datetime | None) -> None:
    """Inside an act: the attempt waits; nothing is written where it does so already."""
    if (row["state"], row["reason"], row["not_before"]) == (AttemptState.WAITING, reason, moments.to_text(until)):
        return
    act.store.execute(
        "UPDATE attempt SET state = 'waiting', reason = ?, not_before = ? WHERE id = ?",
        (reason, moments.to_text(until), row["id"]),
    )
    # A night without network moves the time thousands of times: that is one event.
    if (row["state"], row["reason"]) != (AttemptState.WAITING, reason):
        record(act, row["id"], AttemptState.WAITING, reason=reason, until=moments.to_text(until))
    act.touch(Kind.ATTEMPT, row["id"])
    act.touch(Kind.DELEGATION, row["delegation_id"])


def _take(act: Act, row: Row, task: Task, specialist: Specialist, provider: Provider, owner: str) -> Claim | None:
    store = act.store
    what = outgoing(
        store,
        task,
        specialist,
        provider,
        brief_id=row["brief_id"],
        comment=row["comment"],
        previous=row["previous_result_id"],
        partial=queue.texts(store, row["id"])[0][: row["lead"]],
    )
    model = specialist.model or provider.model
    if row["shown"] is not None and row["shown"] != what.digest(provider, model):
        wait(act, row, WaitReason.CHANGED, until=None)
        return None
    cost = expected_cost(store, provider, specialist, model, what.tokens)
    today = moments.moment(act.now).astimezone().date()
    limit = limit_reached(store, provider, cost, today=today, delegation_id=row["delegation_id"])
    if limit is not None and not row["over_budget"]:
        wait(act, row, WaitReason.BUDGET, until=_when_budget_returns(act, limit))
        return None
    taken = _claim(act, row, task, provider, specialist, what.messages, what.replaced)
    _mark_sent(act, taken, owner, reserved=cost, untrusted=what.untrusted)
    record(act, row["id"], AttemptState.SENT, provider=provider.name, model=model)
    act.note(Event.SENT, task.id, attempt=row["id"], provider=provider.name)
    return taken


def _when_budget_returns(act: Act, limit: BudgetKind) -> datetime | None:
    """The next day, where the user wants to wait for it; else the user is asked."""
    if limit is BudgetKind.DELEGATION or setting(act.store, money.WHEN_SPENT, "ask") != "tomorrow":
        return None
    today = moments.moment(act.now).astimezone().date()
    if limit is BudgetKind.MONTH:
        return moments.day_bounds((today.replace(day=28) + timedelta(days=4)).replace(day=1))[0]
    return moments.day_bounds(today)[1]


def _claim(
    act: Act,
    row: Row,
    task: Task,
    provider: Provider,
    specialist: Specialist,
    messages: tuple[Message, ...],
    replaced: Mapping[str, str],
) -> Claim:
    store = act.store
    begun = row["sent_at"] is not None  # what was asked then counts, whatever would be asked now
    model = row["model_asked"] if begun else specialist.model or provider.model
    text, reasoning = queue.texts(store, row["id"])
    return Claim(
        attempt_id=AttemptId(row["id"]),
        delegation_id=DelegationId(row["delegation_id"]),
        task_id=task.id,
        title=task.title,
        provider=provider,
        model=model,
        messages=messages,
        options=specialist.options,
        replaced=replaced,
        own_price=money.own_price(store, provider.id, model),
        text=text,
        lead=row["lead"],
        reasoning=reasoning,
        sent_at=moments.moment(row["sent_at"] or act.now),
        remote_id=row["remote_id"],
        sequence=row["sequence"],
    )


def _mark_sent(act: Act, taken: Claim, owner: str, *, reserved: int | None, untrusted: bool) -> None:
    provider = taken.provider
    where = _origin(provider)
    snapshot = {
        "provider": provider.name,
        "dialect": provider.dialect,
        "origin": where,
        "model": taken.model,
        "parts": [{"role": message.role, "sha256": _keep_part(act, message.text)} for message in taken.messages],
        "options": asdict(taken.options),
    }
    act.store.execute(
        """UPDATE attempt SET state = 'sent', reason = NULL, not_before = NULL, owner = ?, provider = ?,
        model_asked = ?, snapshot = ?, origin = ?, replaced = ?, untrusted = ?, reserved_micro = ?, background = ?,
        sent_at = ? WHERE id = ?""",
        (
            owner,
            provider.name,
            taken.model,
            json.dumps(snapshot, ensure_ascii=False),
            where,
            json.dumps(dict(taken.replaced), ensure_ascii=False),
            untrusted,
            reserved,
            provider.background and provider.kind is not ProviderKind.BUILTIN,
            act.now,
            taken.attempt_id,
        ),
    )


def _origin(provider: Provider) -> str:
    return origin(provider.base_url) if provider.base_url else ""


def _keep_part(act: Act, text: str) -> str:
    """Store a text once, under its digest: revisions and retries share most of theirs."""
    digest = hashlib.sha256(text.encode(errors="surrogatepass")).hexdigest()
    act.store.execute("INSERT INTO part (sha256, text) VALUES (?, ?) ON CONFLICT DO NOTHING", (digest, text))
    return digest
