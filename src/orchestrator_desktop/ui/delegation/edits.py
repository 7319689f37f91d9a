"""What is changed in a panel, on its way to the task shown."""

from __future__ import annotations

from concurrent.futures import Future
from functools import partial
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QObject

from orchestrator_desktop.domain.changes import Changes
from orchestrator_desktop.domain.ids import TaskId
from orchestrator_desktop.operations.briefs import BriefEdits, edit_brief
from orchestrator_desktop.operations.settings import keep_draft
from orchestrator_desktop.operations.tasks import Edits, edit
from orchestrator_desktop.store import days
from orchestrator_desktop.ui.delegation.keeping import Keeper
from orchestrator_desktop.ui.services import Services

if TYPE_CHECKING:
    from orchestrator_desktop.domain.task import Task

ORIGIN = "panel"


class PanelEdits(QObject):
    """Saves fields of the task it was told of: texts as they are typed, all else at once."""

    def __init__(self, services: Services, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._services = services
        self._task_id: TaskId | None = None
        self._keeper = Keeper(services.acts, self)

    def begin(self, task: Task | None) -> None:
        """From now on it is another task, or none."""
        self._keeper.begin()
        self._task_id = None if task is None else task.id

    def flush(self) -> None:
        """Save what waits, and try again what could not be written."""
        self._keeper.flush()

    def drop(self) -> None:
        """There is nowhere to write it any more."""
        self._keeper.drop()

    @property
    def newer(self) -> frozenset[str]:
        """Fields that hold more than the store does."""
        return self._keeper.newer

    def task(self, edits: Edits) -> None:
        if self._task_id is None:
            return
        if {"title", "notes"} & set(edits):
            for field, value in edits.items():
                one = cast("Edits", {field: value})
                self._keeper.later(field, partial(self._edit, self._task_id, one))
            return
        # What was chosen together is one act.
        self._keeper.later("+".join(sorted(edits)), partial(self._edit, self._task_id, edits))
        self._keeper.now()

    def brief(self, edits: BriefEdits) -> None:
        if self._task_id is None:
            return
        save = partial(self._services.acts.run_from, ORIGIN, edit_brief, task_id=self._task_id, **edits)
        for field in edits:
            self._keeper.later(field, save)

    def note(self, text: str) -> None:
        """A context note that is still being written is a draft."""
        if self._task_id is not None:
            key = _note_key(self._task_id)
            self._keeper.later("note", partial(self._services.acts.run, keep_draft, key=key, text=text))

    def kept_note(self) -> str:
        """The note that was being written for the task."""
        return "" if self._task_id is None else days.draft(self._services.store, _note_key(self._task_id))

    def _edit(self, task_id: TaskId, edits: Edits) -> Future[Changes]:
        return self._services.acts.run_from(ORIGIN, edit, task_id=task_id, **edits)


def _note_key(task_id: TaskId) -> str:
    return f"note:{task_id}"
