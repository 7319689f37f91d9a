"""Checklists: the small steps of a task that need no level, date or delegate of their own."""

from __future__ import annotations

from collections.abc import Sequence

from orchestrator_desktop.domain.changes import Changes, Kind
from orchestrator_desktop.domain.errors import QT_TRANSLATE_NOOP
from orchestrator_desktop.domain.ids import CheckItemId, TaskId
from orchestrator_desktop.domain.task import clean_title
from orchestrator_desktop.operations.acting import Act, acting, gone
from orchestrator_desktop.operations.tasks import require
from orchestrator_desktop.store.store import Row, Store, Value


def add_checks(store: Store, *, task_id: TaskId, texts: Sequence[str], after: CheckItemId | None = None) -> Changes:
    """Add lines to a task's checklist, below `after` or at its end. Raises UsageError for an empty one."""
    with acting(store, QT_TRANSLATE_NOOP("operations", "Add to the checklist")) as act:
        require(store, task_id)
        low = _place(store, after) if after is not None else _last(store, task_id)
        high = _next(store, task_id, low)
        step = 1.0 if high is None else (high - low) / (len(texts) + 1)
        for number, text in enumerate(texts, 1):
            place = low + step * number
            act.insert(Kind.CHECK_ITEM, {"task_id": task_id, "text": clean_title(text), "position": place})
        act.touch(Kind.TASK, task_id)
    return act.changes


def edit_check(store: Store, *, item_id: CheckItemId, text: str) -> Changes:
    """Write a line anew; typing in it for a while is one undo step."""
    name = QT_TRANSLATE_NOOP("operations", "Edit the checklist")
    with acting(store, name, merge_key=f"check:{item_id}") as act:
        _change(act, item_id, {"text": clean_title(text)})
    return act.changes


def check(store: Store, *, item_id: CheckItemId, done: bool) -> Changes:
    """Check a line off, or not."""
    with acting(store, QT_TRANSLATE_NOOP("operations", "Check off")) as act:
        _change(act, item_id, {"done": int(done)})
    return act.changes


def move_check(store: Store, *, item_id: CheckItemId, after: CheckItemId | None) -> Changes:
    """Put a line below another one of its list, or first."""
    with acting(store, QT_TRANSLATE_NOOP("operations", "Reorder the checklist")) as act:
        task_id = TaskId(_row(store, item_id)["task_id"])
        first = store.value("SELECT min(position) FROM check_item WHERE task_id = ?", (task_id,))
        low = first - 2 if after is None else _place(store, after)
        high = _next(store, task_id, low)
        _change(act, item_id, {"position": low + 1 if high is None else (low + high) / 2})
    return act.changes


def remove_check(store: Store, *, item_id: CheckItemId) -> Changes:
    """Take a line out."""
    with acting(store, QT_TRANSLATE_NOOP("operations", "Remove from the checklist")) as act:
        row = _row(store, item_id)
        act.delete(Kind.CHECK_ITEM, item_id)
        act.touch(Kind.TASK, row["task_id"])
    return act.changes


def _change(act: Act, item_id: CheckItemId, values: dict[str, Value]) -> None:
    row = _row(act.store, item_id)
    act.update(Kind.CHECK_ITEM, item_id, values)
    act.touch(Kind.TASK, row["task_id"])


def _row(store: Store, item_id: CheckItemId) -> Row:
    row = store.row("SELECT * FROM check_item WHERE id = ?", (item_id,))
    if row is None:
        raise gone(Kind.CHECK_ITEM, item_id)
    return row


def _place(store: Store, item_id: CheckItemId) -> float:
    return float(_row(store, item_id)["position"])


def _last(store: Store, task_id: TaskId) -> float:
    return float(store.value("SELECT coalesce(max(position), 0) FROM check_item WHERE task_id = ?", (task_id,)))


def _next(store: Store, task_id: TaskId, low: float) -> float | None:
    found: float | None = store.value(
        "SELECT min(position) FROM check_item WHERE task_id = ? AND position > ?", (task_id, low)
    )
    return found
