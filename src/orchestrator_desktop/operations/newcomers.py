"""Tasks of a file that are not here yet: gathered, then written together, table by table."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from typing import Final

from orchestrator_desktop.domain.changes import Kind
from orchestrator_desktop.domain.ids import TaskId
from orchestrator_desktop.domain.transfer import Attached, Format, Record
from orchestrator_desktop.operations.acting import Act
from orchestrator_desktop.operations.attaching import attach_content
from orchestrator_desktop.store.store import Value

_LINK: Final = ("task_id", "tag_id")
_LINE: Final = ("task_id", "text", "done", "position")
_ORIGIN: Final = ("format", "uid", "task_id", "extra", "digest")


class Newcomers:
    """What waits to be written. Each has its number at once, so that its parts can name it."""

    def __init__(self, act: Act, format: Format) -> None:
        self._act = act
        self._format = format.value
        self._first = 0
        self._columns: tuple[str, ...] = ()
        self._tasks: list[tuple[Value, ...]] = []
        self._links: list[tuple[Value, ...]] = []
        self._lines: list[tuple[Value, ...]] = []
        self._origins: list[tuple[Value, ...]] = []
        self._files: list[tuple[TaskId, Attached]] = []

    def add(self, record: Record, key: str, values: Mapping[str, Value], *, tags: Sequence[int], digest: str) -> TaskId:
        """A task with the columns `values`, always the same ones, and all that comes with it."""
        if not self._tasks:
            self._first = self._act.next_number(Kind.TASK)
            self._columns = tuple(values)
        task_id = TaskId(self._first + len(self._tasks))
        self._tasks.append(tuple(values.values()))
        self._links += [(task_id, tag_id) for tag_id in tags]
        self._lines += [
            (task_id, line.text.strip() or "…", int(line.done), float(place))
            for place, line in enumerate(record.checklist, start=1)
        ]
        self._origins.append((self._format, key, task_id, extra_of(record), digest))
        self._files += [(task_id, file) for file in record.attachments]
        return task_id

    def write(self) -> None:
        """Write all of them; none waits any more."""
        act = self._act
        numbers = act.insert_many(Kind.TASK, self._columns, self._tasks)
        assert numbers.start == self._first or not numbers, "tasks were made meanwhile"
        act.insert_many(Kind.TASK_TAG, _LINK, self._links)
        act.insert_many(Kind.CHECK_ITEM, _LINE, self._lines)
        act.insert_many(Kind.ORIGIN, _ORIGIN, self._origins)
        for task_id, file in self._files:
            if file.content is not None:
                attach_content(act, task_id, file.name, file.content)
        for gathered in (self._tasks, self._links, self._lines, self._origins, self._files):
            gathered.clear()


def extra_of(record: Record) -> str:
    """What the file says beyond a task's fields, as it is kept."""
    return json.dumps(dict(record.extra), ensure_ascii=False) if record.extra else "{}"
