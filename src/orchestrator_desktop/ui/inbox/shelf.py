"""Tasks that have been looked at lately, so that what is not shown takes no room."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Iterable
from typing import Final

from orchestrator_desktop.domain.ids import TaskId
from orchestrator_desktop.domain.task import Task

ROOM: Final = 1_000


class Shelf:
    """At most ROOM tasks; who was not asked for longest goes first."""

    def __init__(self) -> None:
        self._tasks: OrderedDict[TaskId, Task] = OrderedDict()
        self.tags: dict[TaskId, tuple[str, ...]] = {}
        """Of those whose tags were read too."""

    def get(self, task_id: TaskId) -> Task | None:
        task = self._tasks.get(task_id)
        if task is not None:
            self._tasks.move_to_end(task_id)
        return task

    def put(self, tasks: Iterable[Task]) -> None:
        for task in tasks:
            self._tasks[task.id] = task
            self._tasks.move_to_end(task.id)
        while len(self._tasks) > ROOM:
            self.tags.pop(self._tasks.popitem(last=False)[0], None)

    def forget(self, task_id: TaskId) -> None:
        self._tasks.pop(task_id, None)
        self.tags.pop(task_id, None)

    def clear(self) -> None:
        self._tasks.clear()
        self.tags.clear()

    def __contains__(self, task_id: TaskId) -> bool:
        return task_id in self._tasks

    def __len__(self) -> int:
        return len(self._tasks)
