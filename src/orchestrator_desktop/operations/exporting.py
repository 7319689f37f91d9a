"""Writing tasks out: as records, page by page, so that a million need no more room than a few."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, Final

from orchestrator_desktop.domain.ids import TaskId
from orchestrator_desktop.domain.task import Stage, Task
from orchestrator_desktop.domain.transfer import Attached, CheckLine, Format, Record
from orchestrator_desktop.exchange.writing import write
from orchestrator_desktop.operations.sections import sections
from orchestrator_desktop.store import tasks
from orchestrator_desktop.store.store import Row, Store
from orchestrator_desktop.system.files import kept_path

_PAGE: Final = tasks.PAGE
_CONTENT: Final = frozenset({Format.JSON, Format.ICALENDAR})
"""Formats that can hold the files of a task."""


def export(store: Store, path: Path, *, format: Format) -> int:
    """Write every task, dropped ones included; how many there are. Raises UserError where it cannot be written.

    One reading transaction, so that what is written while it runs does not get in by halves."""
    with store.reading():
        more = sections(store) if format is Format.JSON else None
        return write(path, records(store, format=format), format=format, sections=more)


def records(store: Store, *, format: Format) -> Iterator[Record]:
    """Every task in the order of its making, but wholes before their parts, with what its import from this format
    left beside."""
    last = 0
    while rows := _page(store, last, whole=True):
        yield from _records(store, rows, format)
        last = rows[-1]
    yield from _parts(store, format)


def some(store: Store, ids: Sequence[TaskId], *, format: Format) -> Iterator[Record]:
    """These tasks, at most a page of them, in this order."""
    return _records(store, ids, format)


def _parts(store: Store, format: Format) -> Iterator[Record]:
    """Parts by their depth: a part's own come after it."""
    found = store.rows(
        """WITH RECURSIVE down (id, depth) AS (
          SELECT task.id, 1 FROM task JOIN task AS whole ON whole.id = task.parent_id
            WHERE task.parent_id IS NOT NULL AND whole.parent_id IS NULL
          UNION ALL SELECT task.id, depth + 1 FROM down JOIN task ON task.parent_id = down.id)
        SELECT id FROM down ORDER BY depth, id"""
    )
    ids = [row["id"] for row in found]
    for start in range(0, len(ids), _PAGE):
        yield from _records(store, ids[start : start + _PAGE], format)


def _page(store: Store, last: int, *, whole: bool) -> list[int]:
    found = store.rows(
        "SELECT id FROM task WHERE id > ? AND (parent_id IS NULL) = ? ORDER BY id LIMIT ?", (last, int(whole), _PAGE)
    )
    return [row["id"] for row in found]


def _records(store: Store, ids: Sequence[int], format: Format) -> Iterator[Record]:
    found = tasks.some(store, ids)
    beside = _Beside(store, ids, format)
    for number in ids:
        yield _record(found[TaskId(number)], beside)


class _Beside:
    """What a page of tasks has in other tables, each read once."""

    def __init__(self, store: Store, ids: Sequence[int], format: Format) -> None:
        self._store = store
        self._ids = json.dumps(list(ids))
        self._with_content = format in _CONTENT
        self.tags = self._by("SELECT task_id, name FROM task_tag JOIN tag ON tag.id = tag_id", "name")
        self.lines = self._by("SELECT task_id, text, done FROM check_item", "position, check_item.id")
        self.files = self._by("SELECT task_id, name, sha256 FROM attachment", "attachment.id")
        self.needs = self._by(
            "SELECT task_id, needed.uid AS uid FROM dependency JOIN task AS needed ON needed.id = needs_id",
            "dependency.id",
        )
        origins = self._by("SELECT task_id, extra, format FROM origin", "origin.id")
        self.extra = {
            key: json.loads(row["extra"]) for key, rows in origins.items() for row in rows if row["format"] == format
        }
        self.uids = {
            row["id"]: row["uid"]
            for row in store.rows(
                """SELECT id, uid FROM task WHERE id IN (SELECT parent_id FROM task
                WHERE task.id IN (SELECT value FROM json_each(?)))""",
                (self._ids,),
            )
        }

    def _by(self, select: str, order: str) -> Mapping[int, list[Row]]:
        sql = f"{select} WHERE task_id IN (SELECT value FROM json_each(?)) ORDER BY {order}"
        rows: dict[int, list[Row]] = defaultdict(list)
        for row in self._store.rows(sql, (self._ids,)):
            rows[row["task_id"]].append(row)
        return rows

    def attached(self, task_id: TaskId) -> tuple[Attached, ...]:
        return tuple(
            Attached(row["name"], self._content(row["sha256"]), row["sha256"]) for row in self.files.get(task_id, ())
        )

    def _content(self, sha256: str) -> bytes | None:
        if not self._with_content:
            return None
        try:
            return kept_path(self._store.path.parent, sha256).read_bytes()
        except OSError:
            return None  # its name and digest are written all the same


def _record(task: Task, beside: _Beside) -> Record:
    extra: Mapping[str, Any] = beside.extra.get(task.id, {})
    return Record(
        title=task.title,
        uid=task.uid,
        notes=task.notes,
        stage=Stage.PLANNED if task.stage in (Stage.DELEGATED, Stage.IN_REVIEW) else task.stage,
        level=task.level,
        domain=task.domain,
        tags=tuple(row["name"] for row in beside.tags.get(task.id, ())),
        due=task.due,
        defer=task.defer,
        deadline=task.deadline,
        chosen_on=task.chosen_on,
        priority=task.priority,
        estimate_minutes=task.estimate_minutes,
        spent_seconds=task.spent_seconds,
        who=task.delegate,
        recurrence=task.recurrence,
        parent="" if task.parent_id is None else beside.uids.get(task.parent_id, ""),
        needs=tuple(row["uid"] for row in beside.needs.get(task.id, ())),
        checklist=tuple(CheckLine(row["text"], bool(row["done"])) for row in beside.lines.get(task.id, ())),
        attachments=beside.attached(task.id),
        position=task.position,
        created_at=task.created_at,
        done_at=task.done_at,
        extra=extra,
    )
