"""One open SQLite file. The store thread owns a writing one, the window thread a read-only one."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Final

from orchestrator_desktop.domain.errors import QT_TRANSLATE_NOOP, UsageError, UserError
from orchestrator_desktop.domain.text import whole

Row = sqlite3.Row
Value = str | int | float | bytes | None
Values = Sequence[Value] | Mapping[str, Value]

APPLICATION_ID: Final = 0x4F524348
"""“ORCH”: what `PRAGMA application_id` says of our files, and of no other program's."""

BUSY_SECONDS: Final = 10.0


class Store:
    """A connection and where it leads. Made by `open_store`, used by one thread at a time."""

    def __init__(self, connection: sqlite3.Connection, path: Path) -> None:
        self.connection = connection
        self.path = path

    def rows(self, sql: str, values: Values = ()) -> list[Row]:
        """All rows of a query: only for queries that bound their own length."""
        with said_plainly(self.path):
            return self.connection.execute(sql, _bindable(values)).fetchall()

    def row(self, sql: str, values: Values = ()) -> Row | None:
        with said_plainly(self.path):
            found: Row | None = self.connection.execute(sql, _bindable(values)).fetchone()
            return found

    def value(self, sql: str, values: Values = ()) -> Any:
        """First column of the first row; None where there is no row."""
        found = self.row(sql, values)
        return None if found is None else found[0]

    def execute(self, sql: str, values: Values = ()) -> sqlite3.Cursor:
        with said_plainly(self.path):
            return self.connection.execute(sql, _bindable(values))

    def execute_many(self, sql: str, rows: Iterable[Values]) -> None:
        """The same statement for each of the rows, whose values are `bindable` already."""
        with said_plainly(self.path):
            self.connection.executemany(sql, rows)

    @contextmanager
    def writing(self) -> Iterator[None]:
        """One transaction that takes the write lock at once: all of it happens, or nothing."""
        self.execute("BEGIN IMMEDIATE")
        try:
            yield
            self.execute("COMMIT")
        except BaseException:
            # A full disk may have rolled back already.
            if self.connection.in_transaction:
                self.connection.execute("ROLLBACK")
            raise

    @contextmanager
    def reading(self) -> Iterator[None]:
        """One transaction that sees the file as it is now, whatever is written meanwhile."""
        self.execute("BEGIN")
        try:
            yield
        finally:
            if self.connection.in_transaction:
                self.connection.execute("COMMIT")

    def version_seen(self) -> int:
        """A number that changes whenever another connection has written to the file."""
        return int(self.value("PRAGMA data_version"))

    def close(self) -> None:
        self.connection.close()


NOT_OURS: Final = QT_TRANSLATE_NOOP(
    "errors",
    "{path} is not an Orchestrator file. It was left as it is; move it away, or choose another folder with --data-dir.",
)
READ_ONLY: Final = QT_TRANSLATE_NOOP(
    "errors",
    "{path} cannot be written. Nothing was changed; allow writing there, or choose another folder with --data-dir.",
)
_PLAIN: Final = {
    "SQLITE_FULL": QT_TRANSLATE_NOOP(
        "errors", "The disk is full. Nothing was lost and nothing was changed; free 50 MB, then try again."
    ),
    "SQLITE_READONLY": READ_ONLY,
    "SQLITE_CANTOPEN": QT_TRANSLATE_NOOP(
        "errors",
        "{path} cannot be opened. Nothing was changed; check the folder’s rights, or choose another with --data-dir.",
    ),
    "SQLITE_BUSY": QT_TRANSLATE_NOOP(
        "errors",
        "Another program has held {path} for too long. Nothing was changed; close it, then try again.",
    ),
    "SQLITE_NOTADB": NOT_OURS,
    "SQLITE_CORRUPT": QT_TRANSLATE_NOOP(
        "errors",
        "{path} is damaged. It was left as it is; put the newest file of the folder “backups” in its place.",
    ),
    "SQLITE_IOERR": QT_TRANSLATE_NOOP(
        "errors",
        "The disk did not take what was written to {path}. Nothing was changed; check the disk, then try again.",
    ),
}


def bindable(value: Value) -> Value:
    """`value` as SQLite will give it back: text it cannot hold is mended. Raises UsageError for too large a number."""
    if isinstance(value, str):
        return whole(value)
    if isinstance(value, int) and not -(1 << 63) <= value < 1 << 63:
        raise UsageError(QT_TRANSLATE_NOOP("errors", "The number {number} is too large."), number=value)
    return value


def _bindable(values: Values) -> Values:
    if isinstance(values, Mapping):
        return {name: bindable(value) for name, value in values.items()}
    return [bindable(value) for value in values]


def said_plainly(path: Path) -> _Plainly:
    """Turn what SQLite says about the disk and the file into words for the user; a bug stays what it is."""
    return _Plainly(path)


class _Plainly:
    """Written out, as every statement passes here: a generator would take as long as a short one does."""

    __slots__ = ("_path",)

    def __init__(self, path: Path) -> None:
        self._path = path

    def __enter__(self) -> None:
        return None

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: object) -> None:
        if not isinstance(error, sqlite3.DatabaseError):
            return
        name = getattr(error, "sqlite_errorname", "") or ""
        for prefix, template in _PLAIN.items():
            if name.startswith(prefix):
                raise UserError(template, path=self._path) from error
