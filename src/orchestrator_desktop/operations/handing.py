"""Inside an act: a delegation is made under a frozen brief, and its attempts are put into the queue."""

from __future__ import annotations

from datetime import date, datetime

from orchestrator_desktop.domain import moments
from orchestrator_desktop.domain.attempts import AttemptState, WaitReason
from orchestrator_desktop.domain.changes import Kind
from orchestrator_desktop.domain.delegate import Specialist
from orchestrator_desktop.domain.delegation import Attempt
from orchestrator_desktop.domain.errors import QT_TRANSLATE_NOOP, UserError
from orchestrator_desktop.domain.ids import AttemptId, BriefId, DelegationId, PersonId, ResultId, TaskId
from orchestrator_desktop.domain.ledger import Event
from orchestrator_desktop.domain.task import Level, Stage, Task
from orchestrator_desktop.operations.acting import Act
from orchestrator_desktop.operations.briefs import ask_of
from orchestrator_desktop.operations.outgoing import outgoing, would_send
from orchestrator_desktop.operations.recording import record
from orchestrator_desktop.operations.stages import move
from orchestrator_desktop.operations.tasks import find_or_make
from orchestrator_desktop.store import delegates
from orchestrator_desktop.store import delegations as reading


def hand_over(
    act: Act,
    task: Task,
    brief_id: BriefId,
    specialist: Specialist,
    *,
    comment: str = "",
    previous: ResultId | None = None,
    held: bool = False,
    over_budget: bool = False,
) -> DelegationId:
    """Inside an act: freeze the brief, make the delegation and queue its first attempt."""
    if task.level is Level.YOU_ONLY:
        raise UserError(
            QT_TRANSLATE_NOOP(
                "errors",
                "“{title}” is level 3: only you or a person can do it, so it is never sent to an AI. "
                "Change its level first, or hand it to a person. Nothing was sent.",
            ),
            title=task.title,
        )
    provider = delegates.provider(act.store, specialist.provider_id)
    assert provider is not None  # a foreign key holds it
    if provider.lacks_model(specialist.model):
        raise UserError(
            QT_TRANSLATE_NOOP("errors", "{name} has no model yet. Nothing was sent; choose one in Settings."),
            name=provider.name,
        )
    delegation_id = _delegation(act, task, brief_id, specialist.name, comment, previous, specialist_id=specialist.id)
    what = outgoing(act.store, task, specialist, provider, brief_id=brief_id, comment=comment, previous=previous)
    shown = what.digest(provider, specialist.model or provider.model)
    queue_attempt(act, delegation_id, task.id, what.tokens, shown=shown, held=held, over_budget=over_budget)
    return delegation_id


def hand_to_person(
    act: Act,
    task: Task,
    brief_id: BriefId,
    name: str,
    *,
    comment: str = "",
    previous: ResultId | None = None,
    follow_up: date | None = None,
) -> DelegationId:
    """Inside an act: the same for a person, who has no attempts and is made where there is none of that name."""
    person_id = PersonId(find_or_make(act, Kind.PERSON, name))
    return hand_to(act, task, brief_id, person_id, comment=comment, previous=previous, follow_up=follow_up)


def hand_to(
    act: Act,
    task: Task,
    brief_id: BriefId,
    person_id: PersonId,
    *,
    comment: str = "",
    previous: ResultId | None = None,
    follow_up: date | None = None,
) -> DelegationId:
    """Inside an act: the same for a person who is known."""
    shown = act.store.value("SELECT name FROM person WHERE id = ?", (person_id,))
    delegation_id = _delegation(act, task, brief_id, shown, comment, previous, person_id=person_id)
    if follow_up is not None:
        act.update(Kind.DELEGATION, delegation_id, {"follow_up": follow_up.isoformat()})
    return delegation_id


def _delegation(
    act: Act,
    task: Task,
    brief_id: BriefId,
    delegate_name: str,
    comment: str,
    previous: ResultId | None,
    *,
    specialist_id: int | None = None,
    person_id: int | None = None,
) -> DelegationId:
    if task.stage is not Stage.DELEGATED:
        move(act, task.id, Stage.DELEGATED, returned=0)
    act.update(Kind.TASK, task.id, {"specialist_id": specialist_id, "person_id": person_id})  # lists say who has it
    # An empty objective means the task's own words: those of now, not of when it is sent.
    act.update(Kind.BRIEF, brief_id, {"handed_over": 1, "objective": ask_of(act.store, task, brief_id).objective})
    delegation_id = act.insert(
        Kind.DELEGATION,
        {
            "task_id": task.id,
            "brief_id": brief_id,
            "state": "open",
            "specialist_id": specialist_id,
            "person_id": person_id,
            "delegate": delegate_name,
            "comment": comment,
            "previous_result_id": previous,
            "created_at": act.now,
        },
    )
    act.note(Event.DELEGATED, task.id, delegation=delegation_id, who=delegate_name)
    return DelegationId(delegation_id)


def queue_attempt(
    act: Act,
    delegation_id: DelegationId,
    task_id: TaskId,
    input_estimate: int,
    *,
    after: Attempt | None = None,
    continues: Attempt | None = None,
    shown: str | None = None,
    held: bool = False,
    over_budget: bool = False,
    reason: WaitReason | None = None,
    not_before: datetime | None = None,
    automatic: int = 0,
) -> AttemptId:
    """Inside an act: another attempt of a delegation, at the end of the queue; a try made by itself keeps its place.

    `after` is the attempt before it, `continues` the one whose answer it goes on with. With `reason` it waits, until
    `not_before`. `shown` is the digest of what it sends, asked for here where it is not given; a try made by itself
    may send no more than the one before it."""
    state = AttemptState.DRAFT if held else AttemptState.WAITING if reason is not None else AttemptState.QUEUED
    lead = continues.text if continues is not None else ""
    if after is not None and automatic > 0:
        shown = act.store.value("SELECT shown FROM attempt WHERE id = ?", (after.id,))
    elif shown is None:
        shown = would_send(act.store, delegation_id)
    cursor = act.store.execute(
        """INSERT INTO attempt (delegation_id, task_id, number, state, position, reason, not_before, automatic,
        over_budget, shown, continues, lead, text, input_estimate, queued_at) VALUES (?, ?, ?, ?, coalesce(
          CASE WHEN ? THEN (SELECT position FROM attempt WHERE id = ?) END,
          (SELECT coalesce(max(position), 0) + 1 FROM attempt)), ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""",
        (
            delegation_id,
            task_id,
            after.number + 1 if after is not None else 1,
            state,
            automatic > 0,
            None if after is None else after.id,
            reason,
            moments.to_text(not_before),
            automatic,
            over_budget,
            shown,
            None if continues is None else continues.id,
            len(lead),
            lead,
            input_estimate,
            act.now,
        ),
    )
    attempt_id = AttemptId(int(cursor.lastrowid or 0))
    record(act, attempt_id, state, reason=reason, until=moments.to_text(not_before))
    return attempt_id


def queue_again(act: Act, delegation_id: DelegationId, closed: datetime) -> None:
    """Inside an act: a delegation that was `closed` then, and is open again, goes on as it stood in the queue: held,
    waiting, or next. Where nothing of it was taken out of the queue by that, the user decides."""
    last = reading.latest_attempt(act.store, delegation_id)
    if last is None or last.state is not AttemptState.CANCELLED or last.sent_at is not None or last.ended_at != closed:
        return
    row = act.store.row("SELECT shown, over_budget FROM attempt WHERE id = ?", (last.id,))
    stood = act.store.value(
        """SELECT kind FROM attempt_event WHERE attempt_id = ? AND kind IN ('draft', 'queued', 'waiting')
        ORDER BY id DESC LIMIT 1""",
        (last.id,),
    )
    queue_attempt(
        act,
        delegation_id,
        last.task_id,
        last.input_estimate,
        after=last,
        continues=None if last.continues is None else reading.attempt(act.store, last.continues),
        shown=None if row is None else row["shown"],
        held=stood == AttemptState.DRAFT,
        over_budget=row is not None and bool(row["over_budget"]),
        reason=last.reason if stood == AttemptState.WAITING else None,
        not_before=last.not_before if stood == AttemptState.WAITING else None,
        automatic=last.automatic,
    )
