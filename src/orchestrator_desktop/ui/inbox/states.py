"""What a task's row says of its state."""

from __future__ import annotations

from orchestrator_desktop.domain.task import Level, Stage, Task
from orchestrator_desktop.ui.paint import UiState

_BY_STAGE = {
    Stage.DELEGATED: UiState.RUNNING,
    Stage.IN_REVIEW: UiState.IN_REVIEW,
    Stage.DONE: UiState.DONE,
    Stage.DROPPED: UiState.DROPPED,
}


def task_state(task: Task) -> UiState:
    """The state a list shows for a task."""
    if task.with_person:
        return UiState.WAITING
    if task.stage in _BY_STAGE:
        return _BY_STAGE[task.stage]
    if task.returned:
        return UiState.RETURNED
    if task.level is Level.YOU_ONLY:
        return UiState.YOURS
    return UiState.NEW if task.stage is Stage.INBOX else UiState.READY
