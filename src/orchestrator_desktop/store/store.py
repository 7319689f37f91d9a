"""One open SQLite file. The store thread owns a writing one, the window thread a read-only one."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Final

from orchestrator_desktop.domain.errors import QT_TRANSLATE_NOOP, UserError

Row = sqlite3.Row
Value = str | int | float | bytes | None

BUSY_SECONDS: Final = 10.0


class Store:
    """A connection and where it leads. Made by `open_store`, used by one thread at a time."""

    def __init__(self, connection: sqlite3.Connection, path: Path) -> None:
        self.connection = connection
        self.path = path

    def rows(self, sql: str, values: Sequence[Value] | Mapping[str, Value] = ()) -> list[Row]:
        """All rows of a query: only for queries that bound their own length."""
        with said_plainly(self.path):
            return self.connection.execute(sql, values).fetchall()

    def row(self, sql: str, values: Sequence[Value] | Mapping[str, Value] = ()) -> Row | None:
        with said_plainly(self.path):
            found: Row | None = self.connection.execute(sql, values).fetchone()
            return found

    def value(self, sql: str, values: Sequence[Value] | Mapping[str, Value] = ()) -> Any:
        """First column of the first row; None where there is no row."""
        found = self.row(sql, values)
        return None if found is None else found[0]

    def execute(self, sql: str, values: Sequence[Value] | Mapping[str, Value] = ()) -> sqlite3.Cursor:
        with said_plainly(self.path):
            return self.connection.execute(sql, values)

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

    def version_seen(self) -> int:
        """A number that changes whenever another connection has written to the file."""
        return int(self.value("PRAGMA data_version"))

    def close(self) -> None:
        self.connection.close()


_PLAIN: Final = {
    "SQLITE_FULL": QT_TRANSLATE_NOOP(
        "errors", "The disk is full. Nothing was lost and nothing was changed; free 50 MB, then try again."
    ),
    "SQLITE_READONLY": QT_TRANSLATE_NOOP(
        "errors",
        "{path} cannot be written. Nothing was changed; allow writing there, or choose another folder with --data-dir.",
    ),
    "SQLITE_CANTOPEN": QT_TRANSLATE_NOOP(
        "errors",
        "{path} cannot be opened. Nothing was changed; check the folder's rights, or choose another with --data-dir.",
    ),
    "SQLITE_BUSY": QT_TRANSLATE_NOOP(
        "errors",
        "Another program has held {path} for too long. Nothing was changed; close it, then try again.",
    ),
    "SQLITE_NOTADB": QT_TRANSLATE_NOOP(
        "errors",
        "{path} is not an Orchestrator file. It was left as it is; move it away, or choose another folder "
        "with --data-dir.",
    ),
    "SQLITE_CORRUPT": QT_TRANSLATE_NOOP(
        "errors",
        "{path} is damaged. It was left as it is; put the newest file of the folder “backups” in its place.",
    ),
    "SQLITE_IOERR": QT_TRANSLATE_NOOP(
        "errors",
        "The disk did not take what was written to {path}. Nothing was changed; check the disk, then try again.",
    ),
}


@contextmanager
def said_plainly(path: Path) -> Iterator[None]:
    """Turn what SQLite says about the disk and the file into words for the user; a bug stays what it is."""
    try:
        yield
    except sqlite3.DatabaseError as error:
        name = getattr(error, "sqlite_errorname", "") or ""
        for prefix, template in _PLAIN.items():
            if name.startswith(prefix):
                raise UserError(template, path=path) from error
        raise
