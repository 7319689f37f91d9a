"""One act of the user: one transaction, its undo step, its ledger entries, its Changes."""

from __future__ import annotations

import json
import uuid
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from typing import Final

from orchestrator_desktop.domain import moments
from orchestrator_desktop.domain.changes import Changes, Kind
from orchestrator_desktop.domain.errors import QT_TRANSLATE_NOOP, UsageError
from orchestrator_desktop.domain.ids import StepId, TaskId
from orchestrator_desktop.domain.ledger import Event
from orchestrator_desktop.domain.text import whole
from orchestrator_desktop.store import bulk, indexing, steps
from orchestrator_desktop.store.store import Store, Value, bindable

STEPS_KEPT: Final = 200
MERGE_WITHIN: Final = timedelta(seconds=60)

Values = Mapping[str, Value]
_KINDS: Final = {kind.value: kind for kind in Kind}
_OF_TASKS: Final = frozenset({Kind.DELEGATION, Kind.TASK_TAG, Kind.CHECK_ITEM, Kind.DEPENDENCY, Kind.ATTACHMENT})
"""Kinds whose rows a task's own row tells of: who has it, what it is tagged with, whether it is blocked."""
_GONE: Final = {
    Kind.TASK: QT_TRANSLATE_NOOP("errors", "There is no task {id}. Nothing was changed."),
    Kind.DOMAIN: QT_TRANSLATE_NOOP("errors", "There is no domain {id}. Nothing was changed."),
    Kind.PROVIDER: QT_TRANSLATE_NOOP("errors", "There is no provider {id}. Nothing was changed."),
    Kind.SPECIALIST: QT_TRANSLATE_NOOP("errors", "There is no specialist {id}. Nothing was changed."),
    Kind.DELEGATION: QT_TRANSLATE_NOOP("errors", "There is no delegation {id}. Nothing was changed."),
    Kind.ATTEMPT: QT_TRANSLATE_NOOP("errors", "There is no attempt {id}. Nothing was changed."),
}
_NOT_THERE: Final = QT_TRANSLATE_NOOP("errors", "That is no longer there. Nothing was changed.")


class Act:
    """The writing side of one transaction. Every row goes through it, so that Changes and undo miss nothing.

    A table is named as its Kind; `undoable` acts remember the columns they changed."""

    def __init__(self, store: Store, name: str, *, undoable: bool) -> None:
        self.store = store
        self.name = name
        self.now = moments.to_text(datetime.now(UTC)) or ""
        self._finished: Changes | None = None
        self._undoable = undoable
        self._ids: dict[Kind, dict[int, None]] = {}
        self._undo: list[tuple[str, int | str, Values | None, Values | None]] = []
        self._step: int | None = None
        """The undo step, once something of it is written."""
        self._entries: list[tuple[Event, TaskId | None, str, int | None, StepId | None]] = []

    @property
    def changes(self) -> Changes:
        """What the act did; known once its transaction is over."""
        if self._finished is None:
            raise RuntimeError("an act tells its changes after its transaction, not inside")
        return self._finished

    def insert(self, kind: Kind, values: Values) -> int:
        values = _as_kept(values)
        columns = ", ".join(values)
        marks = ", ".join(f":{name}" for name in values)
        cursor = self.store.execute(f"INSERT INTO {kind.value} ({columns}) VALUES ({marks})", values)
        key = int(cursor.lastrowid or 0)
        self._remember(kind, key, None, {"id": key, **values})
        return key

    def next_number(self, kind: Kind) -> int:
        """The number that the next row of a kind gets."""
        return bulk.next_number(self.store, kind.value)

    def insert_many(self, kind: Kind, columns: Sequence[str], rows: Sequence[Sequence[Value]]) -> range:
        """Insert thousands of rows, a tenth of the work of one after the other; their numbers."""
        if not rows:
            return range(0)
        of_columns = [_all_as_kept(values) for values in zip(*rows, strict=True)]
        kept = list(zip(*of_columns, strict=True))
        numbers = bulk.insert(self.store, kind.value, columns, kept)
        self._ids.setdefault(kind, {}).update(dict.fromkeys(numbers))
        if kind in _OF_TASKS:
            of_tasks = of_columns[columns.index("task_id")]
            self._ids.setdefault(Kind.TASK, {}).update(dict.fromkeys(int(task_id or 0) for task_id in of_tasks))
        if self._undoable and all(map(bulk.told_exactly, of_columns)):
            self._step = self._write_step()
            bulk.remember(self.store, self._step, kind.value, columns, numbers)
        elif self._undoable:
            for key, row in zip(numbers, kept, strict=True):
                self._undo.append((kind.value, key, None, {"id": key, **dict(zip(columns, row, strict=True))}))
        return numbers

    def update(self, kind: Kind, key: int, values: Values) -> None:
        """Write the columns that differ; nothing happens, and nothing is reported, where none does."""
        columns = ", ".join(values) or "id"
        row = self.store.row(f"SELECT {columns} FROM {kind.value} WHERE id = ?", (key,))
        if row is None:
            raise gone(kind, key)
        changed = {name: value for name, value in _as_kept(values).items() if row[name] != value}
        if not changed:
            return
        pairs = ", ".join(f"{name} = :{name}" for name in changed)
        self.store.execute(f"UPDATE {kind.value} SET {pairs} WHERE id = :id", {**changed, "id": key})
        self._remember(kind, key, {name: row[name] for name in changed}, changed)

    def delete(self, kind: Kind, key: int) -> None:
        row = self.store.row(f"SELECT * FROM {kind.value} WHERE id = ?", (key,))
        if row is None:
            raise gone(kind, key)
        self.store.execute(f"DELETE FROM {kind.value} WHERE id = ?", (key,))
        self._remember(kind, key, dict(row), None)

    def put(self, kind: Kind, key: str, values: Values | None) -> None:
        """Make, change or with None take away a row that has no number, as a day's or a setting's, by what it is
        `steps.called`."""
        key = whole(key)
        named = steps.row_called(kind.value, key)
        where = " AND ".join(f"{name} = ?" for name in named)
        row = self.store.row(f"SELECT * FROM {kind.value} WHERE {where}", (*named.values(),))
        before, after = None if row is None else dict(row), None if values is None else _as_kept(values)
        if before is not None and after is not None:
            after = {name: value for name, value in after.items() if before[name] != value}
            before = {name: before[name] for name in after}
        if not before and not after:
            return
        if after is None:
            self.store.execute(f"DELETE FROM {kind.value} WHERE {where}", (*named.values(),))
        elif before is None:
            made = {**named, **after}
            marks = ", ".join(f":{name}" for name in made)
            self.store.execute(f"INSERT INTO {kind.value} ({', '.join(made)}) VALUES ({marks})", made)
        else:
            pairs = ", ".join(f"{name} = ?" for name in after)
            self.store.execute(f"UPDATE {kind.value} SET {pairs} WHERE {where}", (*after.values(), *named.values()))
        self.touch(kind)
        if self._undoable:
            self._undo.append((kind.value, key, before, after))

    def touch(self, kind: Kind, key: int = 0) -> None:
        """Report a row that was written by other means, or one without a number."""
        self._ids.setdefault(kind, {})[key] = None

    def touched(self, kind: Kind) -> tuple[int, ...]:
        """The rows of a kind that have been written so far."""
        return tuple(self._ids.get(kind, ()))

    def note(
        self,
        event: Event,
        task_id: TaskId | None,
        *,
        undoes: int | None = None,
        step: StepId | None = None,
        **detail: str | int | None,
    ) -> None:
        """Append to the ledger; `step` is an earlier undo step that is done again, else the act's own."""
        self._entries.append((event, task_id, json.dumps(detail, ensure_ascii=False), undoes, step))

    def finish(self, merge_key: str, within: timedelta = MERGE_WITHIN) -> None:
        """Write undo step and ledger; called inside the transaction, last."""
        step = self._write_step(merge_key, within) if self._undo else self._step
        for event, task_id, detail, undoes, again in self._entries:
            self.store.execute(
                "INSERT INTO ledger (at, event, task_id, step_id, undoes, detail) VALUES (?, ?, ?, ?, ?, ?)",
                (self.now, event.value, task_id, again if step is None else step, undoes, detail),
            )
        ids = {kind: tuple(rows) for kind, rows in self._ids.items()}
        self._finished = Changes(ids=ids, name=self.name, step=None if step is None else StepId(step))

    def _remember(self, kind: Kind, key: int, before: Values | None, after: Values | None) -> None:
        self.touch(kind, key)
        if kind in _OF_TASKS:
            told = {**(before or {}), **(after or {})}.get("task_id")
            task_id = told or self.store.value(f"SELECT task_id FROM {kind.value} WHERE id = ?", (key,))
            self.touch(Kind.TASK, int(task_id))
        if self._undoable:
            self._undo.append((kind.value, key, before, after))

    def _write_step(self, merge_key: str = "", within: timedelta = MERGE_WITHIN) -> int:
        merged = self._step_to_merge_with(merge_key, within) if merge_key and self._step is None else None
        steps.forget_undone(self.store)
        step = merged or self._step or self._begin_step(merge_key)
        self.store.execute_many(
            "INSERT INTO undo_change (step_id, tbl, key, before, after) VALUES (?, ?, ?, ?, ?)",
            (
                (step, table, str(key), _json(before), _json(after))
                for table, key, before, after in self._undo
                if not (merged and before and after and self._fold(step, table, key, before, after))
            ),
        )
        self._undo.clear()
        return step

    def _begin_step(self, merge_key: str) -> int:
        cursor = self.store.execute(
            "INSERT INTO undo_step (name, merge_key, created_at) VALUES (?, ?, ?)", (self.name, merge_key, self.now)
        )
        step = int(cursor.lastrowid or 0)
        steps.forget_old(self.store, step, STEPS_KEPT)
        return step

    def _fold(self, step: int, table: str, key: int | str, before: Values, after: Values) -> bool:
        """Typing goes on in a row that the step has changed already: keep what it was at first and what it is now,
        not every state between."""
        row = self.store.row(
            "SELECT id, before, after FROM undo_change WHERE step_id = ? AND tbl = ? AND key = ? ORDER BY id DESC",
            (step, table, str(key)),
        )
        if row is None or row["after"] is None:
            return False
        first = None if row["before"] is None else {**before, **json.loads(row["before"])}
        self.store.execute(
            "UPDATE undo_change SET before = ?, after = ? WHERE id = ?",
            (_json(first), _json({**json.loads(row["after"]), **after}), row["id"]),
        )
        return True

    def _step_to_merge_with(self, merge_key: str, within: timedelta) -> int | None:
        since = moments.to_text(datetime.now(UTC) - within)
        found: int | None = self.store.value(
            """SELECT id FROM undo_step WHERE id = (SELECT max(id) FROM undo_step)
            AND merge_key = ? AND NOT undone AND created_at >= ?""",
            (merge_key, since),
        )
        return found


@contextmanager
def acting_on_many(store: Store, name: str, *, undoable: bool = True) -> Iterator[Act]:
    """The same for an act that writes thousands of rows: their texts are indexed together at its end."""
    with indexing.large_cache(store), store.writing():
        act = Act(store, name, undoable=undoable)
        with indexing.triggers_off(store):
            yield act
            indexing.index(store, act.touched(Kind.TASK))
        act.finish("")


@contextmanager
def acting(
    store: Store, name: str, *, merge_key: str = "", within: timedelta = MERGE_WITHIN, undoable: bool = True
) -> Iterator[Act]:
    """Run one act in one transaction; afterwards `act.changes` says what it did.

    `name` is the English name of the act, marked with QT_TRANSLATE_NOOP("operations", …). Acts that share a
    `merge_key` within a minute and follow each other directly become one undo step: typing in one field."""
    with store.writing():
        act = Act(store, name, undoable=undoable)
        yield act
        act.finish(merge_key, within)


def new_uid() -> str:
    """A name for a task that no other has, on this computer or elsewhere."""
    return str(uuid.uuid4())


def gone(kind: Kind, key: int) -> UsageError:
    """What is said of a row that is not there: a wrong number, or one that was removed meanwhile."""
    return UsageError(_GONE.get(kind, _NOT_THERE), id=key)


def kind_of(table: str) -> Kind:
    return _KINDS[table]


def _as_kept(values: Values) -> dict[str, Value]:
    """The values as the file will hold them, so that undo later finds what it remembers."""
    return {name: bindable(value) for name, value in values.items()}


def _all_as_kept(values: Sequence[Value]) -> Sequence[Value]:
    """The same for a column of many rows, which often is empty."""
    return (
        values
        if values.count(None) == len(values)
        else [value if value is None else bindable(value) for value in values]
    )


def _json(values: Values | None) -> str | None:
    return None if values is None else json.dumps(dict(values), ensure_ascii=False)
