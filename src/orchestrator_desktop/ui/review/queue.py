"""The tasks that wait for judgment, in their order, read by pages."""

from __future__ import annotations

from datetime import date

from orchestrator_desktop.domain.ids import TaskId
from orchestrator_desktop.store import tasks
from orchestrator_desktop.store.store import Store

REVIEW = tasks.Place(tasks.View.REVIEW)


class Queue:
    """Ids and places; `read` again whenever tasks have changed."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._today = date.min
        self._ids: list[TaskId] = []
        self.total = 0

    def read(self, today: date) -> None:
        """Read the first page again, and as many as were known before."""
        self._today = today
        self.total = tasks.count(self._store, REVIEW, today=today)
        wanted, self._ids = max(len(self._ids), 1), []
        while len(self._ids) < min(wanted, self.total) and self._more():
            pass

    def place(self, task_id: TaskId) -> int | None:
        """Place of a task from 0; None where it is not in review."""
        while task_id not in self._ids and self._more():
            pass
        return self._ids.index(task_id) if task_id in self._ids else None

    def at(self, place: int) -> TaskId | None:
        """The task at `place`, or the last one before it; None in an empty queue."""
        while place >= len(self._ids) and self._more():
            pass
        return self._ids[min(max(place, 0), len(self._ids) - 1)] if self._ids else None

    def _more(self) -> bool:
        page = tasks.page(self._store, REVIEW, today=self._today, offset=len(self._ids))
        self._ids += [task.id for task in page]
        return len(page) == tasks.PAGE
