"""Tags: words of the user's own on tasks, beside the one domain that each may have."""

from __future__ import annotations

from collections.abc import Sequence

from orchestrator_desktop.domain.changes import Changes, Kind
from orchestrator_desktop.domain.errors import QT_TRANSLATE_NOOP
from orchestrator_desktop.domain.ids import TaskId
from orchestrator_desktop.domain.task import clean_name
from orchestrator_desktop.operations.acting import Act, acting
from orchestrator_desktop.operations.tasks import find_or_make, require
from orchestrator_desktop.store import delegates
from orchestrator_desktop.store.store import Store


def tag(store: Store, *, task_ids: Sequence[TaskId], add: Sequence[str] = (), remove: Sequence[str] = ()) -> Changes:
    """Put tags on tasks and take others off, as one act. A tag named for the first time is made; one that no task has
    any more is gone."""
    with acting(store, QT_TRANSLATE_NOOP("operations", "Tag")) as act:
        for task_id in dict.fromkeys(task_ids):
            require(store, task_id)
            for name in add:
                put_tag(act, task_id, name)
            for name in remove:
                _take_tag(act, task_id, name)
    return act.changes


def put_tag(act: Act, task_id: TaskId, name: str) -> None:
    """Inside an act: the task has the tag."""
    tag_id = find_or_make(act, Kind.TAG, _bare(name))
    if _link(act.store, task_id, tag_id) is None:
        act.insert(Kind.TASK_TAG, {"task_id": task_id, "tag_id": tag_id})
        act.touch(Kind.TASK, task_id)


def _take_tag(act: Act, task_id: TaskId, name: str) -> None:
    tag_id = delegates.id_of_name(act.store, Kind.TAG.value, clean_name(_bare(name)))
    link = None if tag_id is None else _link(act.store, task_id, tag_id)
    if tag_id is None or link is None:
        return
    act.delete(Kind.TASK_TAG, link)
    act.touch(Kind.TASK, task_id)
    if act.store.value("SELECT 1 FROM task_tag WHERE tag_id = ?", (tag_id,)) is None:
        act.delete(Kind.TAG, tag_id)


def _bare(name: str) -> str:
    return name.strip().removeprefix("#").removeprefix("+")


def _link(store: Store, task_id: TaskId, tag_id: int) -> int | None:
    found: int | None = store.value("SELECT id FROM task_tag WHERE task_id = ? AND tag_id = ?", (task_id, tag_id))
    return found
