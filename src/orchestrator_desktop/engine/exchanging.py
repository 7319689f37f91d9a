"""Tasks of other programs on their way in and out, for the window: read and written where nothing waits for it."""

from __future__ import annotations

from asyncio import to_thread
from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import Future
from contextlib import closing
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from threading import Event
from typing import Final

from orchestrator_desktop.domain.changes import Changes
from orchestrator_desktop.domain.errors import UserError
from orchestrator_desktop.domain.transfer import Format
from orchestrator_desktop.engine.desk import Desk
from orchestrator_desktop.exchange.detecting import detect
from orchestrator_desktop.exchange.source import Cancelled
from orchestrator_desktop.operations import exporting
from orchestrator_desktop.operations.fetching import Fetched, fetch
from orchestrator_desktop.operations.importing import Outcome, preview, take_in
from orchestrator_desktop.store.opening import open_readonly
from orchestrator_desktop.store.store import Store

__all__ = ["Cancelled", "Found", "Outcome", "Table", "Watch", "export", "find", "take"]

SAMPLED: Final = 3
"""Rows of a plain table that are shown."""


class Watch:
    """How far a piece of work on another thread is. `tell(done, in all)` is called there, once a hundredth; any thread
    may `stop` the work, which then keeps nothing."""

    def __init__(self, tell: Callable[[int, int], object]) -> None:
        self._tell = tell
        self._told = -1
        self._stopped = Event()

    @property
    def stopped(self) -> bool:
        return self._stopped.is_set()

    def stop(self) -> None:
        self._stopped.set()

    def __call__(self, done: int, number: int) -> bool:
        """Go on? As the readers and `take_in` ask it."""
        share = 100 * done // number if number else 100
        if share != self._told and not self.stopped:
            self._told = share
            self._tell(done, number)
        return not self.stopped


@dataclass(frozen=True, slots=True)
class Table:
    """A plain table: its columns, its first rows, and which column seems to hold which field."""

    columns: Sequence[str]
    rows: Sequence[Sequence[str]]
    names: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Found:
    """What a file holds and what its import would do; for a table that is not understood, why, and what to name."""

    format: Format
    fetched: Fetched | None
    outcome: Outcome | None
    table: Table | None = None
    problem: UserError | None = None


def find(
    desk: Desk,
    path: Path,
    *,
    now: datetime,
    format: Format | None = None,
    mapping: Mapping[str, str] | None = None,
    watch: Watch | None = None,
) -> Future[Found]:
    """Read a file or folder and compare it with what is here; writes nothing. Raises UserError in words, Cancelled."""
    return desk.loop.run(to_thread(_find, desk.folder, path, now, format, mapping, watch))


def take(store: Store, *, found: Found, watch: Watch | None = None) -> tuple[Changes, Outcome | UserError | None]:
    """Take in what was found, as one act on the store's thread. None where it was stopped, or why it was refused:
    nothing is written then."""
    if found.fetched is None:
        return Changes(), found.problem
    try:
        return take_in(store, batch=found.fetched.batch, sections=found.fetched.sections, progress=watch)
    except Cancelled:
        return Changes(), None
    except UserError as error:
        return Changes(), error


def export(desk: Desk, path: Path, *, format: Format) -> Future[int]:
    """Write every task to a file or folder; how many there are. Raises UserError where it cannot be written."""
    return desk.loop.run(to_thread(_export, desk.folder, path, format))


def _export(folder: Path, path: Path, format: Format) -> int:
    with closing(open_readonly(folder)) as store:
        return exporting.export(store, path, format=format)


def _find(
    folder: Path,
    path: Path,
    now: datetime,
    format: Format | None,
    mapping: Mapping[str, str] | None,
    watch: Watch | None,
) -> Found:
    try:
        fetched = fetch(path, now=now, format=format, mapping=mapping, progress=watch)
    except UserError as error:
        table = _table(path, format)
        if table is None:
            raise
        return Found(Format.CSV, None, None, table, error)
    if watch is not None and watch.stopped:
        raise Cancelled
    kind = fetched.batch.format
    with closing(open_readonly(folder)) as store:
        outcome = preview(store, fetched.batch)
    return Found(kind, fetched, outcome, _table(path, kind) if kind is Format.CSV else None)


def _table(path: Path, format: Format | None) -> Table | None:
    """The file as a plain table, None where it is none."""
    # Here, as it brings the grammar of dates: the window's thread, which imports this module, would wait for it.
    from orchestrator_desktop.exchange.csvfile import columns, guess, sample

    if format not in (None, Format.CSV):
        return None
    try:
        data = path.read_bytes()
        if format is None and detect(path.name, data) is not Format.CSV:
            return None
        names = columns(data)
        return Table(names, sample(data, SAMPLED), guess(names)) if any(names) else None
    except (OSError, UserError):
        return None  # why it cannot be read is said already
