"""Reading what belongs to one task: checklist, tags, needs, attachments."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from orchestrator_desktop.domain import moments
from orchestrator_desktop.domain.ids import AttachmentId, CheckItemId, TaskId
from orchestrator_desktop.domain.task import Task
from orchestrator_desktop.store import tasks
from orchestrator_desktop.store.store import Store

LIMIT = 200


@dataclass(frozen=True, slots=True)
class CheckItem:
    """One line of a checklist."""

    id: CheckItemId
    task_id: TaskId
    text: str
    done: bool
    position: float


@dataclass(frozen=True, slots=True)
class Attachment:
    """A file of a task; its content is kept under its digest."""

    id: AttachmentId
    task_id: TaskId
    name: str
    sha256: str
    bytes: int
    created_at: datetime


def checklist(store: Store, task_id: TaskId, *, limit: int | None = LIMIT) -> list[CheckItem]:
    """Its lines in their order: the first of them, or with None all."""
    found = store.rows(
        "SELECT * FROM check_item WHERE task_id = ? ORDER BY position, id LIMIT ?",
        (task_id, -1 if limit is None else limit),
    )
    return [
        CheckItem(CheckItemId(row["id"]), task_id, row["text"], bool(row["done"]), row["position"]) for row in found
    ]


def tags(store: Store, task_id: TaskId) -> list[str]:
    found = store.rows(
        "SELECT name FROM task_tag JOIN tag ON tag.id = tag_id WHERE task_id = ? ORDER BY name LIMIT ?",
        (task_id, LIMIT),
    )
    return [row["name"] for row in found]


def all_tags(store: Store) -> list[str]:
    """Every tag by name, for completion."""
    used = "SELECT 1 FROM task_tag WHERE tag_id = tag.id"  # tasks that were removed for good leave theirs behind
    return [row["name"] for row in store.rows(f"SELECT name FROM tag WHERE EXISTS ({used}) ORDER BY name LIMIT 500")]


def needs(store: Store, task_id: TaskId) -> list[Task]:
    """What must be done before a task, the open ones first."""
    found = store.rows("SELECT needs_id FROM dependency WHERE task_id = ? ORDER BY id LIMIT ?", (task_id, LIMIT))
    return _tasks(store, [row["needs_id"] for row in found])


def needed_for(store: Store, task_id: TaskId) -> list[Task]:
    """What waits for a task."""
    found = store.rows("SELECT task_id FROM dependency WHERE needs_id = ? ORDER BY id LIMIT ?", (task_id, LIMIT))
    return _tasks(store, [row["task_id"] for row in found])


def attachments(store: Store, task_id: TaskId) -> list[Attachment]:
    found = store.rows("SELECT * FROM attachment WHERE task_id = ? ORDER BY id LIMIT ?", (task_id, LIMIT))
    return [
        Attachment(
            AttachmentId(row["id"]),
            task_id,
            row["name"],
            row["sha256"],
            row["bytes"],
            moments.moment(row["created_at"]),
        )
        for row in found
    ]


def kept_contents(store: Store) -> set[str]:
    """Digests of the files that a task has, or would have again after undo."""
    found = store.rows(
        """SELECT sha256 FROM attachment UNION
        SELECT json_extract(coalesce(before, after), '$.sha256') FROM undo_change WHERE tbl = 'attachment'"""
    )
    return {row["sha256"] for row in found}


def _tasks(store: Store, ids: list[int]) -> list[Task]:
    known = tasks.some(store, ids)
    found = [known[TaskId(number)] for number in ids if TaskId(number) in known]
    return sorted(found, key=lambda task: not task.stage.open)
