"""Judging a result: accept, edit, ask for a revision, escalate, reject."""

from __future__ import annotations

from datetime import date

from orchestrator_desktop.domain import moments
from orchestrator_desktop.domain.changes import Changes, Kind
from orchestrator_desktop.domain.delegation import Decision, Delegation, Result
from orchestrator_desktop.domain.errors import QT_TRANSLATE_NOOP, UsageError, UserError
from orchestrator_desktop.domain.follow_up import default_follow_up
from orchestrator_desktop.domain.ids import ResultId, SpecialistId, TaskId
from orchestrator_desktop.domain.ledger import Event, Way
from orchestrator_desktop.domain.task import Level, Stage, Task
from orchestrator_desktop.operations.acting import Act, acting
from orchestrator_desktop.operations.delegations import require_specialist
from orchestrator_desktop.operations.handing import hand_over, hand_to, hand_to_person
from orchestrator_desktop.operations.results import insert_version
from orchestrator_desktop.operations.stages import complete_parts, move
from orchestrator_desktop.operations.tasks import require
from orchestrator_desktop.store import delegations as reading
from orchestrator_desktop.store.store import Store


def accept(store: Store, *, task_id: TaskId, result_id: ResultId | None = None) -> Changes:
    """The result (the newest version unless one is named) is good: the task is done, orchestrated, and its open parts
    with it."""
    with acting(store, QT_TRANSLATE_NOOP("operations", "Accept")) as act:
        result = _judged(store, task_id, result_id)
        delegation = _delegation(store, result)
        _decide(act, result, Decision.ACCEPT)
        complete_parts(act, task_id)
        move(act, task_id, Stage.DONE)
        act.note(
            Event.ACCEPTED,
            task_id,
            result=result.id,
            delegation=delegation.id,
            way=Way.WITH_AI if delegation.person_id is None else Way.WITH_PEOPLE,
            who=delegation.delegate,
            seconds=_seconds(store, delegation),
            edited=int(not result.author),
        )
    return act.changes


def edit(store: Store, *, task_id: TaskId, text: str) -> Changes:
    """The user's own wording becomes the next version; the task stays in review. `Changes.first(Kind.RESULT)` is
    it; nothing happens where nothing differs."""
    with acting(store, QT_TRANSLATE_NOOP("operations", "Edit result")) as act:
        result = _judged(store, task_id, None)
        if not text.strip():
            raise UserError(
                QT_TRANSLATE_NOOP("errors", "The edited result is empty. Nothing was changed; write it, or reject it.")
            )
        if text != result.text:
            insert_version(act, task_id, result.delegation_id, text=text, author="")
            _decide(act, result, Decision.EDIT)
            act.note(Event.EDITED, task_id, result=result.id)
    return act.changes


def revise(store: Store, *, task_id: TaskId, comment: str) -> Changes:
    """Send the newest version back to the same delegate; comment and result go into the next request."""
    with acting(store, QT_TRANSLATE_NOOP("operations", "Ask for revision")) as act:
        task, result, delegation = _in_review(store, task_id)
        if not comment.strip():
            raise UserError(QT_TRANSLATE_NOOP("errors", "Say in a line what should change. Nothing was sent."))
        _decide(act, result, Decision.REVISE, comment)
        act.note(Event.REVISED, task_id, result=result.id, delegation=delegation.id)
        _send_on(act, task, delegation, comment=comment, previous=result.id)
    return act.changes


def escalate_to_specialist(store: Store, *, task_id: TaskId, specialist_id: SpecialistId, comment: str = "") -> Changes:
    """Another specialist takes over, with the newest result and what is wrong with it."""
    with acting(store, QT_TRANSLATE_NOOP("operations", "Escalate")) as act:
        task, result, delegation = _in_review(store, task_id)
        specialist = require_specialist(store, specialist_id)
        _decide(act, result, Decision.ESCALATE, comment)
        act.note(Event.ESCALATED, task_id, result=result.id, to=specialist.name)
        hand_over(act, task, delegation.brief_id, specialist, comment=comment, previous=result.id)
    return act.changes


def escalate_to_person(store: Store, *, task_id: TaskId, name: str, comment: str = "") -> Changes:
    """A person takes over; the task waits for them."""
    with acting(store, QT_TRANSLATE_NOOP("operations", "Escalate")) as act:
        task, result, delegation = _in_review(store, task_id)
        _decide(act, result, Decision.ESCALATE, comment)
        act.note(Event.ESCALATED, task_id, result=result.id, to=name)
        day = _follow_up(act, task)
        hand_to_person(act, task, delegation.brief_id, name, comment=comment, previous=result.id, follow_up=day)
    return act.changes


def keep_for_myself(store: Store, *, task_id: TaskId, comment: str = "") -> Changes:
    """Escalate to oneself: the task becomes level 3 and returns to the inbox."""
    with acting(store, QT_TRANSLATE_NOOP("operations", "Keep for myself")) as act:
        _, result, _ = _in_review(store, task_id)
        _decide(act, result, Decision.ESCALATE, comment)
        act.note(Event.ESCALATED, task_id, result=result.id, to=None)
        move(act, task_id, Stage.PLANNED, returned=1, level=Level.YOU_ONLY)
    return act.changes


def reject(store: Store, *, task_id: TaskId, reason: str = "") -> Changes:
    """The result will not do: the task returns to the inbox, the result stays with it."""
    with acting(store, QT_TRANSLATE_NOOP("operations", "Reject")) as act:
        _, result, delegation = _in_review(store, task_id)
        _decide(act, result, Decision.REJECT, reason)
        act.note(Event.REJECTED, task_id, result=result.id, delegation=delegation.id)
        move(act, task_id, Stage.PLANNED, returned=1)
    return act.changes


def _in_review(store: Store, task_id: TaskId) -> tuple[Task, Result, Delegation]:
    result = _judged(store, task_id, None)
    return require(store, task_id), result, _delegation(store, result)


def _judged(store: Store, task_id: TaskId, result_id: ResultId | None) -> Result:
    """The version to decide on; raises UsageError where nothing of the task is in review."""
    task = require(store, task_id)
    result = reading.latest_result(store, task_id) if result_id is None else reading.result(store, result_id)
    if task.stage is not Stage.IN_REVIEW or result is None or result.task_id != task_id:
        raise UsageError(
            QT_TRANSLATE_NOOP("errors", "“{title}” has no result in review. Nothing was changed."), title=task.title
        )
    return result


def _delegation(store: Store, result: Result) -> Delegation:
    delegation = reading.delegation(store, result.delegation_id)
    assert delegation is not None  # a foreign key holds it
    return delegation


def _decide(act: Act, result: Result, decision: Decision, comment: str = "") -> None:
    act.insert(
        Kind.REVIEW,
        {
            "task_id": result.task_id,
            "result_id": result.id,
            "decision": decision,
            "comment": comment.strip(),
            "created_at": act.now,
        },
    )


def _send_on(act: Act, task: Task, delegation: Delegation, *, comment: str, previous: ResultId) -> None:
    if delegation.person_id is not None:
        person_id, day = delegation.person_id, _follow_up(act, task)
        hand_to(act, task, delegation.brief_id, person_id, comment=comment, previous=previous, follow_up=day)
        return
    if delegation.specialist_id is None:
        raise UserError(
            QT_TRANSLATE_NOOP("errors", "{name} is no longer there. Escalate to another specialist. Nothing was sent."),
            name=delegation.delegate,
        )
    specialist = require_specialist(act.store, delegation.specialist_id)
    hand_over(act, task, delegation.brief_id, specialist, comment=comment, previous=previous)


def _follow_up(act: Act, task: Task) -> date:
    """The day on which a person's answer is looked for: the usual one, which the user can change in Waiting."""
    return default_follow_up(task.due, moments.moment(act.now).astimezone().date())


def _seconds(store: Store, delegation: Delegation) -> int | None:
    """How long the delegate took, from sending to the last word; None for people."""
    attempt = reading.latest_attempt(store, delegation.id)
    if attempt is None or attempt.sent_at is None or attempt.ended_at is None:
        return None
    return round((attempt.ended_at - attempt.sent_at).total_seconds())
