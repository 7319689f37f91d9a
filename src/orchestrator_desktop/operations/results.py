"""Results: what comes back into review."""

from __future__ import annotations

from orchestrator_desktop.domain.changes import Kind
from orchestrator_desktop.domain.delegation import Delegation
from orchestrator_desktop.domain.ids import AttemptId, DelegationId, ResultId, TaskId
from orchestrator_desktop.domain.ledger import Event
from orchestrator_desktop.domain.task import Stage
from orchestrator_desktop.operations.acting import Act
from orchestrator_desktop.operations.stages import move


def add_result(
    act: Act, delegation: Delegation, *, text: str, author: str, attempt_id: AttemptId | None = None
) -> ResultId:
    """Inside an act: store the next version, close the waiting, and put the task in review."""
    result_id = insert_version(act, delegation.task_id, delegation.id, text=text, author=author, attempt_id=attempt_id)
    act.update(Kind.DELEGATION, delegation.id, {"state": "answered"})
    move(act, delegation.task_id, Stage.IN_REVIEW)
    act.note(Event.ANSWERED, delegation.task_id, delegation=delegation.id, result=result_id)
    return result_id


def insert_version(
    act: Act,
    task_id: TaskId,
    delegation_id: DelegationId,
    *,
    text: str,
    author: str,
    attempt_id: AttemptId | None = None,
) -> ResultId:
    version = act.store.value("SELECT coalesce(max(version), 0) + 1 FROM result WHERE task_id = ?", (task_id,))
    values = {
        "task_id": task_id,
        "delegation_id": delegation_id,
        "attempt_id": attempt_id,
        "version": version,
        "text": text,
        "author": author,
        "created_at": act.now,
    }
    return ResultId(act.insert(Kind.RESULT, values))
