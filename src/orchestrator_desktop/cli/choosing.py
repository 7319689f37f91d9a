"""Who is meant by a name on the command line."""

from __future__ import annotations

from difflib import get_close_matches

from orchestrator_desktop.cli import screen
from orchestrator_desktop.domain.delegate import Specialist
from orchestrator_desktop.domain.errors import UsageError, UserError
from orchestrator_desktop.domain.ids import TaskId
from orchestrator_desktop.domain.task import Task
from orchestrator_desktop.operations.briefs import BriefEdits
from orchestrator_desktop.operations.delegations import default_specialist, find_specialist
from orchestrator_desktop.operations.previewing import preview
from orchestrator_desktop.operations.weighing import local_specialist
from orchestrator_desktop.store import delegates, spending
from orchestrator_desktop.store.days import setting
from orchestrator_desktop.store.store import Store

Delegate = Specialist | str
"""A specialist, or the name of a person."""


def find_delegate(store: Store, name: str) -> Delegate:
    """A specialist, a provider's plain specialist, or a person. Only `@name` may be somebody new: a slip of the
    keyboard must not hand a task to nobody. Raises UsageError."""
    wanted = name.strip().removeprefix("@").strip()
    specialist = find_specialist(store, wanted)
    if specialist is not None:
        return specialist
    people = {person.name.casefold(): person.name for person in delegates.people(store)}
    if wanted.casefold() in people:
        return people[wanted.casefold()]
    if wanted and name.strip().startswith("@"):
        return wanted
    near = get_close_matches(wanted, delegates.names(store), 1, 0.6)
    raise UsageError(
        "There is no specialist, provider or person “{name}”.{near} Nothing was sent. "
        "`orchestrator specialists list` shows who is there; @{name} is a person not named before.",
        name=wanted,
        near=f" “{near[0]}” is close." if near else "",
    )


def delegate_of(store: Store, task: Task) -> Delegate:
    """Who gets a task when nobody is named: the delegate it carries, or the specialist used last."""
    if task.person_id is not None and task.delegate:
        return task.delegate
    specialist = default_specialist(store, task)
    if specialist is None:
        raise UserError("There is no specialist in use. Nothing was sent; switch a provider on first.")
    return specialist


def cheaper(store: Store, task_id: TaskId, chosen: Specialist, edits: BriefEdits) -> Specialist:
    """Who gets it instead where a limit would be exceeded and the user wants a local model then (`orchestrator
    budget --when-spent local`); said on stderr. Else the one chosen."""
    if setting(store, spending.WHEN_SPENT) != "local":
        return chosen
    limit = preview(store, task_id=task_id, specialist_id=chosen.id, edits=edits).limit
    local = local_specialist(store) if limit is not None else None
    if local is None:
        return chosen
    screen.note(f"That would exceed what may be spent: {local.name} gets it, on this computer.")
    return local
