"""How much work something is: counted in lines of Python and in instructions of SQLite, the same on every machine."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from types import FrameType
from typing import Any

from orchestrator_desktop.store.store import Store

_EVEN = 1.15
"""What a tenth may cost beside a tenth of the whole: what is done once, and rows that are not all alike."""


def lines_run(work: Callable[[], object]) -> int:
    """Lines of Python that `work` runs on this thread, each turn of a loop one of them. What one call of C does (a
    pattern, a sort) is not seen: that is the bench's."""
    count = 0

    def trace(_frame: FrameType, event: str, _argument: object) -> Any:
        nonlocal count
        count += event == "line"
        return trace

    before = sys.gettrace()
    sys.settrace(trace)
    try:
        work()
    finally:
        sys.settrace(before)
    return count


def grows_evenly(make: Callable[[int], Callable[[], object]], *, number: int = 100) -> bool:
    """Whether ten times as much is ten times the work. `make` gives the work for so many."""
    few, many = make(number), make(10 * number)
    for work in (few, many):
        work()  # what is imported, compiled and remembered the first time
    return lines_run(many) <= 10 * _EVEN * lines_run(few)


@dataclass
class Steps:
    """Instructions that SQLite has run so far."""

    count: int = 0


@contextmanager
def sqlite_steps(store: Store) -> Iterator[Steps]:
    """Counts while it is open; a scan of a table takes some for each of its rows."""
    steps = Steps()

    def step() -> int:
        steps.count += 1
        return 0

    store.connection.set_progress_handler(step, 1)
    try:
        yield steps
    finally:
        store.connection.set_progress_handler(None, 0)
