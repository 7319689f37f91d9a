"""Handing a task over, stopping, trying again, taking back."""

from __future__ import annotations

from datetime import date

from orchestrator_desktop.domain.changes import Changes, Kind
from orchestrator_desktop.domain.delegate import Specialist
from orchestrator_desktop.domain.errors import QT_TRANSLATE_NOOP, UsageError, UserError
from orchestrator_desktop.domain.ids import AttemptId, DelegationId, SpecialistId, TaskId
from orchestrator_desktop.domain.ledger import Event
from orchestrator_desktop.domain.task import Stage, Task
from orchestrator_desktop.operations.acting import acting, gone
from orchestrator_desktop.operations.briefs import BriefEdits, write_brief
from orchestrator_desktop.operations.handing import hand_over, hand_to_person, queue_attempt
from orchestrator_desktop.operations.results import add_result
from orchestrator_desktop.operations.stages import ask_to_stop, close_open_delegation, move
from orchestrator_desktop.operations.tasks import require
from orchestrator_desktop.store import delegates
from orchestrator_desktop.store import delegations as reading
from orchestrator_desktop.store.store import Store

DELEGATE = QT_TRANSLATE_NOOP("operations", "Delegate")


def delegate(
    store: Store,
    *,
    task_id: TaskId,
    specialist_id: SpecialistId,
    edits: BriefEdits | None = None,
    held: bool = False,
    over_budget: bool = False,
) -> Changes:
    """Hand a task to a specialist under its brief (with `edits` written into it first). The engine takes it from there.

    `held`: it does not leave before it is let go; `over_budget`: the user wants it sent though a limit is exceeded.
    A delegation already out is closed first. Raises UserError for a level 3 task or one with a result in review.
    `Changes.of(Kind.DELEGATION)[-1]` is the new delegation."""
    with acting(store, DELEGATE) as act:
        task = require(store, task_id)
        refuse_in_review(task)
        specialist = require_specialist(store, specialist_id)
        close_open_delegation(act, task_id)
        brief_id = write_brief(act, task_id, edits or {})
        hand_over(act, task, brief_id, specialist, held=held, over_budget=over_budget)
    return act.changes


def delegate_to_person(
    store: Store, *, task_id: TaskId, name: str, edits: BriefEdits | None = None, follow_up: date | None = None
) -> Changes:
    """Hand a task to a person, who is made where there is none of that name. Nothing is sent by itself.

    `follow_up` is the day on which the answer is looked for. `Changes.of(Kind.DELEGATION)[-1]` is the delegation."""
    with acting(store, DELEGATE) as act:
        task = require(store, task_id)
        refuse_in_review(task)
        close_open_delegation(act, task_id)
        brief_id = write_brief(act, task_id, edits or {})
        hand_to_person(act, task, brief_id, name, follow_up=follow_up)
    return act.changes


def stop(store: Store, *, delegation_id: DelegationId) -> Changes:
    """Stop what is queued or under way; the text that has arrived is kept. Nothing happens where nothing is."""
    with acting(store, QT_TRANSLATE_NOOP("operations", "Stop"), undoable=False) as act:
        delegation = reading.delegation(store, delegation_id)
        if delegation is None:
            raise gone(Kind.DELEGATION, delegation_id)
        if ask_to_stop(act, delegation_id):
            act.touch(Kind.DELEGATION, delegation_id)
            act.note(Event.STOPPED, delegation.task_id, delegation=delegation_id)
    return act.changes


def retry(store: Store, *, delegation_id: DelegationId) -> Changes:
    """Queue another attempt of an open delegation whose last one has ended."""
    with acting(store, QT_TRANSLATE_NOOP("operations", "Retry"), undoable=False) as act:
        delegation = reading.delegation(store, delegation_id)
        last = reading.latest_attempt(store, delegation_id)
        if delegation is None or last is None:
            raise gone(Kind.DELEGATION, delegation_id)
        if delegation.state != "open" or not last.state.ended:
            raise UserError(QT_TRANSLATE_NOOP("errors", "This delegation is not waiting for another try."))
        # A continuation that failed is tried again as one: what it goes on with is not asked and paid for anew.
        continues = None
        if last.continues is not None and len(last.text) == last.lead:
            continues = reading.attempt(store, last.continues)
        queue_attempt(act, delegation_id, delegation.task_id, last.input_estimate, after=last, continues=continues)
        act.touch(Kind.DELEGATION, delegation_id)
    return act.changes


def take_back(store: Store, *, task_id: TaskId) -> Changes:
    """The task returns to the user; what is out is stopped, and its text kept with the delegation."""
    with acting(store, QT_TRANSLATE_NOOP("operations", "Take back")) as act:
        task = require(store, task_id)
        if task.stage is not Stage.DELEGATED:
            raise UserError(
                QT_TRANSLATE_NOOP("errors", "“{title}” is not handed over to anyone. Nothing was changed."),
                title=task.title,
            )
        move(act, task_id, Stage.PLANNED, returned=1)
        close_open_delegation(act, task_id)
        act.note(Event.TAKEN_BACK, task_id)
    return act.changes


def keep_text(store: Store, *, attempt_id: AttemptId) -> Changes:
    """Put the text of an attempt that did not end well into review, as a result like any other."""
    with acting(store, QT_TRANSLATE_NOOP("operations", "Review what arrived")) as act:
        attempt = reading.attempt(store, attempt_id)
        if attempt is None:
            raise gone(Kind.ATTEMPT, attempt_id)
        delegation = reading.delegation(store, attempt.delegation_id)
        if delegation is None or delegation.state != "open" or not attempt.state.ended or not attempt.text.strip():
            raise UserError(QT_TRANSLATE_NOOP("errors", "There is no text to review here."))
        ask_to_stop(act, delegation.id)  # another try may be on its way already
        add_result(act, delegation, text=attempt.text, author=delegation.delegate, attempt_id=attempt_id)
    return act.changes


def receive(store: Store, *, task_id: TaskId, text: str) -> Changes:
    """What a person sent back becomes a result in review."""
    with acting(store, QT_TRANSLATE_NOOP("operations", "Receive")) as act:
        delegation = reading.open_delegation(store, task_id)
        if delegation is None or delegation.person_id is None:
            raise UserError(QT_TRANSLATE_NOOP("errors", "This task is not with a person. Nothing was changed."))
        if not text.strip():
            raise UserError(QT_TRANSLATE_NOOP("errors", "Paste what came back first. Nothing was changed."))
        add_result(act, delegation, text=text, author=delegation.delegate)
    return act.changes


def default_specialist(store: Store, task: Task | None = None) -> Specialist | None:
    """Who gets the task when nobody is named: its own specialist, the one used last, or the newest provider's. Without
    a task, who would get a new one. Nobody without a model, unless it is the task's own: that is said, not evaded."""
    everyone = {specialist.id: specialist for specialist in delegates.specialists(store)}
    if task is not None and task.specialist_id in everyone:
        return everyone[task.specialist_id]
    providers = {provider.id: provider for provider in delegates.providers(store)}
    everyone = {key: one for key, one in everyone.items() if not providers[one.provider_id].lacks_model(one.model)}
    # A starter's specialist does one thing: having used it says nothing about other tasks.
    last = store.value(
        """SELECT specialist_id FROM delegation JOIN specialist ON specialist.id = specialist_id
        WHERE starter = '' ORDER BY delegation.id DESC LIMIT 1"""
    )
    if last in everyone:
        return everyone[last]
    plain = [specialist for specialist in everyone.values() if specialist.plain]
    return max(plain or everyone.values(), key=lambda specialist: specialist.provider_id, default=None)


def find_specialist(store: Store, name: str) -> Specialist | None:
    """A specialist by its name, or a provider's plain specialist by the provider's name; case does not matter."""
    found = delegates.id_of_name(store, Kind.SPECIALIST.value, name)
    if found is None:
        provider_id = delegates.id_of_name(store, Kind.PROVIDER.value, name)
        found = store.value("SELECT id FROM specialist WHERE plain AND provider_id = ?", (provider_id,))
    return None if found is None else delegates.specialist(store, SpecialistId(found))


def require_specialist(store: Store, specialist_id: SpecialistId) -> Specialist:
    specialist = delegates.specialist(store, specialist_id)
    if specialist is None:
        raise gone(Kind.SPECIALIST, specialist_id)
    return specialist


def refuse_in_review(task: Task) -> None:
    if task.stage is Stage.IN_REVIEW:
        raise UsageError(
            QT_TRANSLATE_NOOP(
                "errors", "“{title}” has a result in review: ask for a revision or escalate it. Nothing was sent."
            ),
            title=task.title,
        )
