"""Work is counted: what grows faster than what it is done for is seen."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from pathlib import Path

from orchestrator_desktop.store.store import Store
from tests.steps import grows_evenly, lines_run, sqlite_steps


def once(number: int) -> Callable[[], object]:
    return lambda: [n + 1 for n in range(number)]


def each_with_each(number: int) -> Callable[[], object]:
    return lambda: [n + m for n in range(number) for m in range(n)]


def test_a_loop_in_a_loop_does_not_grow_evenly() -> None:
    assert grows_evenly(once)
    assert not grows_evenly(each_with_each)


def test_each_turn_of_a_loop_is_a_line() -> None:
    assert 100 <= lines_run(once(100)) < 110
    assert lines_run(once(1000)) >= 1000


def test_a_scan_takes_steps_for_each_row_and_a_look_by_key_does_not() -> None:
    store = Store(sqlite3.connect(":memory:", isolation_level=None), Path(":memory:"))
    store.execute("CREATE TABLE word (id INTEGER PRIMARY KEY, text TEXT)")
    store.execute_many("INSERT INTO word (text) VALUES (?)", [(f"word {n}",) for n in range(1000)])
    with sqlite_steps(store) as look:
        store.value("SELECT text FROM word WHERE id = 900")
    with sqlite_steps(store) as scan:
        store.value("SELECT id FROM word WHERE text = 'word 900'")
    store.connection.close()
    assert 0 < look.count < 30
    assert scan.count > 900
