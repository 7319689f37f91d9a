"""Checklists: the small steps of a task that need no level, date or delegate of their own."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import count
from typing import Final

from orchestrator_desktop.domain.changes import Changes, Kind
from orchestrator_desktop.domain.errors import QT_TRANSLATE_NOOP
from orchestrator_desktop.domain.ids import CheckItemId, TaskId
from orchestrator_desktop.domain.task import clean_title
from orchestrator_desktop.operations.acting import Act, acting, gone
from orchestrator_desktop.operations.tasks import require
from orchestrator_desktop.store.store import Row, Store, Value

_LEAST: Final = 1e-9
"""The least between the places of two lines."""


def add_checks(store: Store, *, task_id: TaskId, texts: Sequence[str], after: CheckItemId | None = None) -> Changes:
    """Add lines to a task's checklist, below `after` or at its end. Raises UsageError for an empty one."""
    with acting(store, QT_TRANSLATE_NOOP("operations", "Add to the checklist")) as act:
        require(store, task_id)
        places = _places_below(act, task_id, after, len(texts)) if after is not None else _places_last(store, task_id)
        for place, text in zip(places, texts, strict=False):
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


def change(
    store: Store,
    *,
    task_id: TaskId,
    done: Mapping[CheckItemId, bool],
    remove: Sequence[CheckItemId] = (),
    add: Sequence[str] = (),
) -> Changes:
    """Check lines off or not, take lines out, add some at the end: all as one act, or nothing."""
    with acting(store, QT_TRANSLATE_NOOP("operations", "Edit the checklist")) as act:
        for item_id, checked in done.items():
            _change(act, item_id, {"done": int(checked)})
        for item_id in dict.fromkeys(remove):
            act.delete(Kind.CHECK_ITEM, item_id)
        for place, text in zip(_places_last(store, task_id), add, strict=False):
            act.insert(Kind.CHECK_ITEM, {"task_id": task_id, "text": clean_title(text), "position": place})
        act.touch(Kind.TASK, task_id)
    return act.changes


def move_check(store: Store, *, item_id: CheckItemId, after: CheckItemId | None) -> Changes:
    """Put a line below another one of its list, or first."""
    with acting(store, QT_TRANSLATE_NOOP("operations", "Reorder the checklist")) as act:
        task_id = TaskId(_row(store, item_id)["task_id"])
        if after is None:
            first = store.value("SELECT min(position) FROM check_item WHERE task_id = ?", (task_id,))
            _change(act, item_id, {"position": first - 1.0})
        elif after != item_id:
            (place,) = _places_below(act, task_id, after, 1, but=item_id)
            _change(act, item_id, {"position": place})
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


def _places_last(store: Store, task_id: TaskId) -> Iterator[float]:
    return count(store.value("SELECT coalesce(max(position), 0) FROM check_item WHERE task_id = ?", (task_id,)) + 1.0)


def _places_below(
    act: Act, task_id: TaskId, after: CheckItemId, number: int, but: CheckItemId | None = None
) -> list[float]:
    """Places for so many lines between `after` and the line below it; `but` is on its way and in nobody's."""
    low, step = _room_below(act.store, task_id, after, number, but)
    if step < _LEAST:
        _number_anew(act, task_id)
        low, step = _room_below(act.store, task_id, after, number, but)
    return [low + step * place for place in range(1, number + 1)]


def _room_below(
    store: Store, task_id: TaskId, after: CheckItemId, number: int, but: CheckItemId | None
) -> tuple[float, float]:
    """(place of a line, the step that puts so many between it and the next one)."""
    low = float(_row(store, after)["position"])
    high = store.value(
        """SELECT min(position) FROM check_item WHERE task_id = ?1 AND id IS NOT ?3
        AND (position, id) > (SELECT position, id FROM check_item WHERE id = ?2)""",
        (task_id, after, but),
    )
    return low, 1.0 if high is None else (high - low) / (number + 1)


def _number_anew(act: Act, task_id: TaskId) -> None:
    """Lines that were put between others again and again leave no number between them."""
    rows = act.store.rows("SELECT id FROM check_item WHERE task_id = ? ORDER BY position, id", (task_id,))
    for place, row in enumerate(rows, 1):
        act.update(Kind.CHECK_ITEM, row["id"], {"position": float(place)})
