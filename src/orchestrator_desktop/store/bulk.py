"""Writing thousands of rows of a table at once: by one statement, counted together, remembered for undo where they are.

Row by row, the trigger that keeps the counts takes as long as the row with its two dozen indexes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Final

from orchestrator_desktop.store.store import Store, Value

_COUNTED: Final = "task"
_EXACT: Final = 1e9
_TRIGGER: Final = "tally_insert"
_COUNT: Final = """INSERT INTO tally SELECT coalesce(domain_id, 0), stage, level, parent_id IS NULL, count(*) FROM task
WHERE id BETWEEN ? AND ? GROUP BY 1, 2, 3, 4 ON CONFLICT DO UPDATE SET number = number + excluded.number"""


def next_number(store: Store, table: str) -> int:
    """The number of the row that is inserted next; numbers are not given twice, as undo calls rows by them."""
    sql = f"""SELECT 1 + max(coalesce((SELECT max(id) FROM {table}), 0),
      coalesce((SELECT seq FROM sqlite_sequence WHERE name = ?), 0))"""
    return int(store.value(sql, (table,)))


def insert(store: Store, table: str, columns: Sequence[str], rows: Sequence[Sequence[Value]]) -> range:
    """Inside a transaction: insert rows, whose values are `bindable` already; their numbers, one after the other."""
    first = next_number(store, table)
    numbers = range(first, first + len(rows))
    marks = ", ".join("?" for _ in columns)
    sql = f"INSERT INTO {table} (id, {', '.join(columns)}) VALUES (?, {marks})"
    numbered = ((number, *row) for number, row in zip(numbers, rows, strict=True))
    if table == _COUNTED:
        with _counted_together(store, numbers):
            store.execute_many(sql, numbered)
    else:
        store.execute_many(sql, numbered)
    return numbers


def remember(store: Store, step: int, table: str, columns: Sequence[str], numbers: range) -> None:
    """Add rows that were just inserted, and hold nothing that is not `told_exactly`, to an undo step: these of their
    columns, as the file has them."""
    pairs = ", ".join(f"'{name}', {name}" for name in ("id", *columns))
    store.execute(
        f"""INSERT INTO undo_change (step_id, tbl, key, before, after)
        SELECT ?, ?, CAST(id AS TEXT), NULL, json_object({pairs}) FROM {table} WHERE id BETWEEN ? AND ? ORDER BY id""",
        (step, table, numbers.start, numbers.stop - 1),
    )


def told_exactly(values: Sequence[Value]) -> bool:
    """Whether SQLite's JSON has all digits of each; undo would else find another number than it remembers."""
    if float not in set(map(type, values)):
        return True
    numbers = (value for value in values if isinstance(value, float))
    return all(round(number, 3) == number and abs(number) < _EXACT for number in numbers)


@contextmanager
def _counted_together(store: Store, numbers: range) -> Iterator[None]:
    """The counts of lists follow once for all, in the same transaction; when it is rolled back, the trigger is there
    again too."""
    trigger = store.value("SELECT sql FROM sqlite_master WHERE type = 'trigger' AND name = ?", (_TRIGGER,))
    store.execute(f"DROP TRIGGER {_TRIGGER}")
    yield
    store.execute(trigger)
    store.execute(_COUNT, (numbers.start, numbers.stop - 1))
