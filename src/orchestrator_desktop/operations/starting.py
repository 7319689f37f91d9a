"""The first delegation: a sentence becomes a task, its brief, and is handed over, in one act."""

from __future__ import annotations

from orchestrator_desktop.domain.changes import Changes, Kind
from orchestrator_desktop.domain.ids import SpecialistId, TaskId
from orchestrator_desktop.domain.ledger import Event
from orchestrator_desktop.domain.task import Level, Stage, split_title
from orchestrator_desktop.operations.acting import acting, new_uid
from orchestrator_desktop.operations.briefs import BriefEdits, write_brief
from orchestrator_desktop.operations.delegations import DELEGATE, require_specialist
from orchestrator_desktop.operations.handing import hand_over
from orchestrator_desktop.operations.tasks import require
from orchestrator_desktop.store.store import Store


def start(store: Store, *, sentence: str, specialist_id: SpecialistId, level: Level, brief: BriefEdits) -> Changes:
    """Make a task of `sentence` and hand it to the specialist; undo takes all of it back.

    `Changes.first(Kind.TASK)` is the task. Raises UserError for a sentence without a visible character."""
    title, overflow = split_title(sentence)
    with acting(store, DELEGATE) as act:
        specialist = require_specialist(store, specialist_id)
        task_id = TaskId(
            act.insert(
                Kind.TASK,
                {
                    "uid": new_uid(),
                    "title": title,
                    "notes": overflow,
                    "level": level,
                    "stage": Stage.INBOX,
                    "created_at": act.now,
                },
            )
        )
        act.note(Event.CAPTURED, task_id)
        brief_id = write_brief(act, task_id, {**brief, "objective": sentence.strip()})
        hand_over(act, require(store, task_id), brief_id, specialist)
    return act.changes
