"""What handing a task over would send, without handing it over: the same way as the real act, and then undone."""

from __future__ import annotations

from contextlib import suppress

from orchestrator_desktop.domain.ids import SpecialistId, TaskId
from orchestrator_desktop.operations.acting import acting
from orchestrator_desktop.operations.briefs import BriefEdits, write_brief
from orchestrator_desktop.operations.delegations import refuse_in_review, require_specialist
from orchestrator_desktop.operations.handing import hand_over
from orchestrator_desktop.operations.tasks import require
from orchestrator_desktop.operations.weighing import Weight, weigh
from orchestrator_desktop.store.store import Store


class _EnoughError(Exception):
    """Ends the transaction before anything of it is kept."""


def preview(store: Store, *, task_id: TaskId, specialist_id: SpecialistId, edits: BriefEdits | None = None) -> Weight:
    """What `delegations.delegate` with the same arguments would send now. Refuses what that refuses; nothing is
    changed, not even the brief."""
    found: list[Weight] = []
    with suppress(_EnoughError), acting(store, "", undoable=False) as act:
        task = require(store, task_id)
        refuse_in_review(task)
        brief_id = write_brief(act, task_id, edits or {})
        hand_over(act, task, brief_id, require_specialist(store, specialist_id))
        found.append(weigh(store, task_id=task_id, specialist_id=specialist_id, brief_id=brief_id))
        raise _EnoughError
    return found[0]
