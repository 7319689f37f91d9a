"""People: who they are, by which day their answer is looked for, that they were reminded."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import TypedDict, Unpack

from orchestrator_desktop.domain import moments
from orchestrator_desktop.domain.changes import Changes, Kind
from orchestrator_desktop.domain.delegation import Delegation, DelegationState
from orchestrator_desktop.domain.errors import QT_TRANSLATE_NOOP, UsageError, UserError
from orchestrator_desktop.domain.ids import DelegationId, PersonId, TaskId
from orchestrator_desktop.domain.ledger import Event
from orchestrator_desktop.domain.letter_words import Language
from orchestrator_desktop.domain.mailto import clean_address
from orchestrator_desktop.domain.task import clean_name
from orchestrator_desktop.operations.acting import Act, acting, gone
from orchestrator_desktop.operations.naming import let_go, touch_tasks
from orchestrator_desktop.operations.tasks import find_or_make, require
from orchestrator_desktop.store import delegates, waiting
from orchestrator_desktop.store import delegations as reading
from orchestrator_desktop.store.store import Store, Value

EDIT = QT_TRANSLATE_NOOP("operations", "Edit the person")
FOLLOW_UP = QT_TRANSLATE_NOOP("operations", "Change the follow-up")


class PersonEdits(TypedDict, total=False):
    """What `edit_person` can change; what is absent stays. An empty language is that of the window."""

    name: str
    address: str
    language: str


def add_person(store: Store, *, name: str, address: str = "", language: str = "") -> Changes:
    """Add a person; a name that a person or a specialist has is said. `Changes.first(Kind.PERSON)` is the new one."""
    with acting(store, QT_TRANSLATE_NOOP("operations", "Add a person")) as act:
        values = _columns(act, {"name": name, "address": address, "language": language})
        act.insert(Kind.PERSON, {**values, "created_at": act.now})
    return act.changes


def edit_person(store: Store, *, person_id: PersonId, **edits: Unpack[PersonEdits]) -> Changes:
    """Change a person. Typing in one field for a while is one undo step."""
    with acting(store, EDIT, merge_key=f"person {person_id} {' '.join(sorted(edits))}") as act:
        act.update(Kind.PERSON, person_id, _columns(act, edits, but=person_id))
        if "name" in edits:
            touch_tasks(act, "person_id", person_id)
    return act.changes


def know_person(store: Store, *, name: str, address: str | None = None, language: str | None = None) -> Changes:
    """The same by name, for a person who is made where there is none of it: a task is about to be handed to them."""
    edits = PersonEdits()
    if address is not None:
        edits["address"] = address
    if language is not None:
        edits["language"] = language
    with acting(store, EDIT, merge_key=f"person {clean_name(name)} {' '.join(sorted(edits))}") as act:
        act.update(Kind.PERSON, find_or_make(act, Kind.PERSON, name), _columns(act, edits))
    return act.changes


def remove_person(store: Store, *, person_id: PersonId) -> Changes:
    """Remove a person; what they gave stays. Refused while they owe something, or something of theirs is in review:
    the ledger must know that it was done with people."""
    with acting(store, QT_TRANSLATE_NOOP("operations", "Remove the person")) as act:
        held = waiting.held_by(store, person_id)
        if held:
            raise UserError(
                QT_TRANSLATE_NOOP(
                    "errors",
                    "{count} tasks are still with this person or in review. Take them back or judge them, then remove "
                    "the person.",
                ),
                count=held,
            )
        let_go(act, "person_id", person_id)
        act.delete(Kind.PERSON, person_id)
    return act.changes


def set_follow_up(store: Store, *, delegation_id: DelegationId, day: date | None) -> Changes:
    """The day on which the answer is looked for; None for no day. Raises UserError where no person is waited for."""
    with acting(store, FOLLOW_UP) as act:
        _set_follow_up(act, _waited_for(store, delegation_id), day)
    return act.changes


def set_follow_ups(store: Store, *, task_ids: Sequence[TaskId], day: date | None) -> Changes:
    """The same for those of some tasks that are with a person, as one act. Raises UserError where none is."""
    with acting(store, FOLLOW_UP) as act:
        found = [reading.open_delegation(store, task_id) for task_id in dict.fromkeys(task_ids)]
        waited = [one for one in found if one is not None and one.person_id is not None]
        if not waited:
            raise _nobody(require(store, task_ids[0]).title if task_ids else "")
        for delegation in waited:
            _set_follow_up(act, delegation, day)
    return act.changes


def mark_reminded(store: Store, *, delegation_id: DelegationId) -> Changes:
    """Remember that the person was reminded now, by whichever way the user took."""
    with acting(store, QT_TRANSLATE_NOOP("operations", "Remind")) as act:
        delegation = _waited_for(store, delegation_id)
        act.update(Kind.DELEGATION, delegation_id, {"reminded_at": act.now})
        act.note(Event.REMINDED, delegation.task_id, delegation=delegation_id, who=delegation.delegate)
    return act.changes


def find_person(store: Store, name: str) -> PersonId:
    """Id of the person of that name; case does not matter. Raises UsageError."""
    wanted = name.strip()
    found = delegates.id_of_name(store, Kind.PERSON.value, wanted)
    if found is None:
        raise UsageError(
            QT_TRANSLATE_NOOP("errors", "There is nobody called “{name}”. Nothing was changed."), name=wanted
        )
    return PersonId(found)


def waited_for(store: Store, task_id: TaskId) -> Delegation:
    """The open delegation of a task that is with a person. Raises UserError."""
    delegation = reading.open_delegation(store, task_id)
    if delegation is None or delegation.person_id is None:
        raise _nobody(require(store, task_id).title)
    return delegation


def refuse_past(day: date | None, today: date) -> None:
    """Raises UserError for a day on which no answer can be looked for any more."""
    if day is not None and day < today:
        raise UserError(
            QT_TRANSLATE_NOOP("errors", "{day} is over. Nothing was changed; name today or a later day."),
            day=day.isoformat(),
        )


def _waited_for(store: Store, delegation_id: DelegationId) -> Delegation:
    delegation = reading.delegation(store, delegation_id)
    if delegation is None:
        raise gone(Kind.DELEGATION, delegation_id)
    if delegation.person_id is None or delegation.state is not DelegationState.OPEN:
        raise _nobody(require(store, delegation.task_id).title)
    return delegation


def _nobody(title: str) -> UserError:
    return UserError(
        QT_TRANSLATE_NOOP("errors", "“{title}” is not with a person. Nothing was changed."),
        title=title,
    )


def _set_follow_up(act: Act, delegation: Delegation, day: date | None) -> None:
    refuse_past(day, moments.moment(act.now).astimezone().date())
    act.update(Kind.DELEGATION, delegation.id, {"follow_up": None if day is None else day.isoformat()})


def _columns(act: Act, edits: PersonEdits, *, but: int | None = None) -> dict[str, Value]:
    """The columns of `edits`, checked. Raises UsageError."""
    values: dict[str, Value] = {}
    if "name" in edits:
        values["name"] = _free(act.store, edits["name"], but=but)
    if "address" in edits:
        values["address"] = clean_address(edits["address"])
    if "language" in edits:
        if edits["language"] not in ("", *Language):
            raise UsageError(
                QT_TRANSLATE_NOOP(
                    "errors", "Letters can be written in French (fr) or English (en). Nothing was changed."
                )
            )
        values["language"] = str(edits["language"])
    return values


def _free(store: Store, name: str, *, but: int | None) -> str:
    """The name as it is kept; UsageError where another person has it, or a specialist: `@name` means one of them."""
    title = clean_name(name)
    person = delegates.id_of_name(store, Kind.PERSON.value, title)
    specialist = delegates.id_of_name(store, Kind.SPECIALIST.value, title)
    if person not in (None, but) or (specialist is not None and person is None):
        raise UsageError(
            QT_TRANSLATE_NOOP("errors", "The name “{name}” is taken. Nothing was changed; choose another."), name=title
        )
    return title
