"""Attachments: files copied into the data folder, each content once."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta
from pathlib import Path
from typing import Final

from orchestrator_desktop.domain.changes import Changes, Kind
from orchestrator_desktop.domain.errors import QT_TRANSLATE_NOOP
from orchestrator_desktop.domain.ids import AttachmentId, TaskId
from orchestrator_desktop.operations.acting import Act, acting, gone
from orchestrator_desktop.operations.tasks import require
from orchestrator_desktop.store import details
from orchestrator_desktop.store.store import Store
from orchestrator_desktop.system.files import forget_others, keep_bytes, keep_file

_SETTLED: Final = timedelta(days=1)
"""How old a kept file must be before it counts as nobody's: its row is written after it."""


def attach(store: Store, *, task_id: TaskId, paths: Sequence[Path]) -> Changes:
    """Attach files to a task. Raises UserError, with nothing attached, where one cannot be read."""
    kept = [(path.name, *keep_file(store.path.parent, path)) for path in paths]
    with acting(store, QT_TRANSLATE_NOOP("operations", "Attach")) as act:
        require(store, task_id)
        for name, sha256, size in kept:
            attach_kept(act, task_id, name, sha256, size)
    return act.changes


def attach_content(act: Act, task_id: TaskId, name: str, content: bytes) -> None:
    """Inside an act: attach what is in memory."""
    attach_kept(act, task_id, name, *keep_bytes(act.store.path.parent, content))


def detach(store: Store, *, attachment_id: AttachmentId) -> Changes:
    """Take an attachment off its task. The content stays until the trash is cleared, so that undo finds it."""
    with acting(store, QT_TRANSLATE_NOOP("operations", "Remove the attachment")) as act:
        row = store.row("SELECT task_id FROM attachment WHERE id = ?", (attachment_id,))
        if row is None:
            raise gone(Kind.ATTACHMENT, attachment_id)
        act.delete(Kind.ATTACHMENT, attachment_id)
        act.touch(Kind.TASK, row["task_id"])
    return act.changes


def forget_contents(store: Store, *, now: datetime) -> int:
    """Remove the kept files that no task has and undo brings back to none; how many there were."""
    wanted = details.kept_contents(store)
    return forget_others(store.path.parent, wanted, before=(now - _SETTLED).timestamp())


def attach_kept(act: Act, task_id: TaskId, name: str, sha256: str, size: int) -> None:
    """Inside an act: attach what is in the data folder already."""
    same = "SELECT 1 FROM attachment WHERE task_id = ? AND sha256 = ? AND name = ?"
    if act.store.value(same, (task_id, sha256, name)) is None:
        act.insert(
            Kind.ATTACHMENT,
            {"task_id": task_id, "name": name, "sha256": sha256, "bytes": size, "created_at": act.now},
        )
        act.touch(Kind.TASK, task_id)
