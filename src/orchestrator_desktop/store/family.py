"""Tasks and their parts, at any depth; and what was dropped."""

from __future__ import annotations

import json
from collections.abc import Sequence

from orchestrator_desktop.domain.ids import TaskId
from orchestrator_desktop.store.store import Store


def parts_of(store: Store, ids: Sequence[TaskId]) -> list[TaskId]:
    """Every part of the tasks `ids` at any depth, a part before its own parts; `ids` themselves are left out."""
    found = store.rows(
        """WITH RECURSIVE down (id, depth) AS (
          SELECT task.id, 1 FROM json_each(?) AS given JOIN task ON task.parent_id = given.value
          UNION SELECT task.id, depth + 1 FROM down JOIN task ON task.parent_id = down.id)
        SELECT id FROM down GROUP BY id ORDER BY min(depth), id""",
        (json.dumps(list(ids)),),
    )
    return [TaskId(row["id"]) for row in found]


def wholes_first(store: Store, ids: Sequence[TaskId]) -> list[TaskId]:
    """The tasks `ids`, none before what it is a part of."""
    given, within = dict.fromkeys(ids), set(parts_of(store, ids))
    outermost = [one for one in given if one not in within]
    return outermost + [part for part in parts_of(store, outermost) if part in given]


def others_within(store: Store, ids: Sequence[TaskId]) -> list[TaskId]:
    """Parts of the tasks `ids`, at the first depth, that are not among them."""
    found = store.rows(
        """WITH given (id) AS (SELECT value FROM json_each(?))
        SELECT task.id FROM given JOIN task ON task.parent_id = given.id
        WHERE task.id NOT IN (SELECT id FROM given) ORDER BY task.id""",
        (json.dumps(list(ids)),),
    )
    return [TaskId(row["id"]) for row in found]


def open_beneath_ended(store: Store, ids: Sequence[TaskId]) -> list[TaskId]:
    """Those of the tasks `ids` that are open while what they are a part of is done or dropped."""
    found = store.rows(
        """SELECT task.id FROM json_each(?) AS given JOIN task ON task.id = given.value
        JOIN task AS whole ON whole.id = task.parent_id
        WHERE task.stage NOT IN ('done', 'dropped') AND whole.stage IN ('done', 'dropped') ORDER BY task.id""",
        (json.dumps(list(ids)),),
    )
    return [TaskId(row["id"]) for row in found]


def above(store: Store, task_id: TaskId) -> list[TaskId]:
    """What a task is a part of, the outermost first; empty for a whole one."""
    found = store.rows(
        """WITH RECURSIVE up (id, depth) AS (
          SELECT parent_id, 1 FROM task WHERE id = ? AND parent_id IS NOT NULL
          UNION SELECT task.parent_id, depth + 1 FROM up JOIN task ON task.id = up.id WHERE task.parent_id IS NOT NULL)
        SELECT id FROM up ORDER BY depth DESC""",
        (task_id,),
    )
    return [TaskId(row["id"]) for row in found]


def needed_by(store: Store, task_id: TaskId) -> list[TaskId]:
    """Everything that a task needs, directly or through others."""
    found = store.rows(
        """WITH RECURSIVE needed (id) AS (
          SELECT needs_id FROM dependency WHERE task_id = ?
          UNION SELECT needs_id FROM needed JOIN dependency ON dependency.task_id = needed.id)
        SELECT id FROM needed""",
        (task_id,),
    )
    return [TaskId(row["id"]) for row in found]


def in_trash(store: Store, before: str | None) -> list[TaskId]:
    """Dropped tasks, of those before a moment alone where one is given (the store's text); the oldest first."""
    found = store.rows(
        "SELECT id FROM task WHERE stage = 'dropped' AND (? IS NULL OR done_at < ?) ORDER BY done_at, id",
        (before, before),
    )
    return [TaskId(row["id"]) for row in found]
