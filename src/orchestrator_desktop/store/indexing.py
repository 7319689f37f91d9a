"""Indexing the texts of many tasks at once, instead of each row as it is written.

A trigger that brings one row's words up to date makes FTS5 write out what it has gathered: by the thousand that takes
longer than all the rest. Inside a transaction the triggers are taken off, and put back before it ends."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Final

from orchestrator_desktop.store.search_schema import COLUMNS
from orchestrator_desktop.store.store import Row, Store

_AT_ONCE: Final = 2_000
_CACHE_KIB: Final = 64 * 1024
_TRIGGERS: Final = """SELECT name, sql FROM sqlite_master
WHERE type = 'trigger' AND (name LIKE 'task\\_text\\_%' ESCAPE '\\' OR name LIKE 'text\\_of\\_%' ESCAPE '\\')"""
_HERE: Final = "IN (SELECT value FROM json_each(?))"
_STEPS: Final = (
    f"INSERT INTO title_text (title_text, rowid, title, marks) SELECT 'delete', rowid, title, marks FROM task_text "
    f"WHERE rowid {_HERE}",
    f"DELETE FROM task_text WHERE rowid {_HERE}",
    f"INSERT INTO task_text (rowid, {COLUMNS}) SELECT id, {COLUMNS} FROM task_words WHERE id {_HERE}",
    f"INSERT INTO title_text (rowid, title, marks) SELECT rowid, title, marks FROM task_text WHERE rowid {_HERE}",
)


@contextmanager
def large_cache(store: Store) -> Iterator[None]:
    """Around a transaction: what it changes stays in memory until it is committed. With SQLite's usual 2 MB, pages go
    to the disk and come back from some three thousand tasks on, which doubles the time of each."""
    before = store.value("PRAGMA cache_size")
    store.execute(f"PRAGMA cache_size = {-_CACHE_KIB}")
    try:
        yield
    finally:
        store.execute(f"PRAGMA cache_size = {before}")


@contextmanager
def triggers_off(store: Store) -> Iterator[None]:
    """Inside a transaction: rows are written without being indexed; whoever writes calls `index` for them before the
    transaction ends. When it is rolled back, the triggers are there again too."""
    triggers: list[Row] = store.rows(_TRIGGERS)
    for trigger in triggers:
        store.execute(f"DROP TRIGGER {trigger['name']}")
    yield
    for trigger in triggers:
        store.execute(trigger["sql"])


def index(store: Store, ids: Sequence[int]) -> None:
    """Index the tasks `ids` as they are now: new, changed or gone."""
    for start in range(0, len(ids), _AT_ONCE):
        given = json.dumps(list(ids[start : start + _AT_ONCE]))
        for step in _STEPS:
            store.execute(step, (given,))
