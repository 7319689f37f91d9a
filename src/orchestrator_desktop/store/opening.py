"""Opening the file: create, check, back up, migrate."""

from __future__ import annotations

import os
import sqlite3
from datetime import UTC, datetime
from pathlib import Path
from typing import Final

from orchestrator_desktop.domain.errors import QT_TRANSLATE_NOOP, UserError
from orchestrator_desktop.store.store import APPLICATION_ID, BUSY_SECONDS, NOT_OURS, READ_ONLY, Store, said_plainly

FILE_NAME: Final = "orchestrator.sqlite"
BACKUPS: Final = "backups"
BACKUPS_KEPT: Final = 10

SCHEMA: Final = 7
"""Schema number this version reads and writes; kept beside `migrations.LATEST` so that opening an up-to-date
file does not import the migrations (a test holds the two equal)."""


def open_store(folder: Path) -> Store:
    """Open the file in `folder` for writing; create or migrate it where needed. Call from the thread that will use it.

    Raises UserError (nothing touched) for a folder or file that cannot be used, or a file from a newer version."""
    path = folder / FILE_NAME
    _make_folder(folder)
    with said_plainly(path):
        _create_private(path)
        connection = _connect(path, readonly=False)
        try:
            _bring_up_to_date(connection, path)
        except BaseException:
            connection.close()
            raise
    return Store(connection, path)


def open_readonly(folder: Path) -> Store:
    """Open the file in `folder`, which exists and is up to date, for reading alone."""
    path = folder / FILE_NAME
    with said_plainly(path):
        return Store(_connect(path, readonly=True), path)


def back_up(store: Store) -> Path:
    """Copy the open file to `backups/` beside it with SQLite's own backup, and keep the last ten copies."""
    with said_plainly(store.path):
        return _back_up(store.connection, store.path)


def _make_folder(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    except OSError as error:
        raise UserError(
            QT_TRANSLATE_NOOP(
                "errors",
                "The data folder {path} cannot be made: {reason}. Nothing was changed; allow writing there, or choose "
                "another folder with --data-dir.",
            ),
            path=folder,
            reason=error.strerror,
        ) from error


def _create_private(path: Path) -> None:
    """Make the file readable by its owner alone before SQLite writes the first byte into it."""
    try:
        os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
    except FileExistsError:
        if not os.access(path, os.W_OK):
            raise UserError(READ_ONLY, path=path) from None
    except OSError as error:
        raise UserError(
            QT_TRANSLATE_NOOP(
                "errors",
                "{path} cannot be made: {reason}. Nothing was changed; allow writing there, or choose another folder "
                "with --data-dir.",
            ),
            path=path,
            reason=error.strerror,
        ) from error


def _connect(path: Path, *, readonly: bool) -> sqlite3.Connection:
    uri = f"{path.absolute().as_uri()}?mode={'ro' if readonly else 'rw'}"
    connection = sqlite3.connect(uri, uri=True, timeout=BUSY_SECONDS, isolation_level=None, check_same_thread=False)
    connection.row_factory = sqlite3.Row
    if readonly:
        connection.execute("PRAGMA query_only = ON")
    else:
        connection.execute("PRAGMA foreign_keys = ON")
    return connection


def _bring_up_to_date(connection: sqlite3.Connection, path: Path) -> None:
    found = _checked(connection, path)
    _write_ahead(connection)
    if found < SCHEMA:
        _migrate(connection, path, found)
    # In WAL mode NORMAL may lose the last commits at a power cut; what the user was told is kept must be kept.
    connection.execute("PRAGMA synchronous = FULL")
    # Most of what was written is soon in the file itself, should somebody copy that alone (pages of 4 KiB).
    connection.execute("PRAGMA wal_autocheckpoint = 100")


def _checked(connection: sqlite3.Connection, path: Path) -> int:
    """The file's schema number, 0 for a new one; raises UserError for a file that is not ours, or not yet ours."""
    found = _number(connection, "user_version")
    mark = _number(connection, "application_id")
    empty = not found and not mark and connection.execute("SELECT 1 FROM sqlite_master LIMIT 1").fetchone() is None
    if mark != APPLICATION_ID and not empty:
        raise UserError(NOT_OURS, path=path)
    if found > SCHEMA:
        raise UserError(
            QT_TRANSLATE_NOOP(
                "errors",
                "{path} was written by a newer version of Orchestrator ({found}; this one reads up to {known}). It was "
                "left as it is; install the newer version, or choose another folder with --data-dir.",
            ),
            path=path,
            found=found,
            known=SCHEMA,
        )
    return found


def _write_ahead(connection: sqlite3.Connection) -> None:
    """Switch the journal to WAL. SQLite does not wait for another process that is doing the same, so this does."""
    if connection.execute("PRAGMA journal_mode").fetchone()[0] == "wal":
        return
    for last in (*[False] * 20, True):
        try:
            connection.execute("PRAGMA journal_mode = WAL")
            return
        except sqlite3.OperationalError as error:
            if last or error.sqlite_errorcode & 0xFF != sqlite3.SQLITE_BUSY:
                raise
        connection.execute("BEGIN IMMEDIATE")
        connection.execute("ROLLBACK")


def _number(connection: sqlite3.Connection, pragma: str) -> int:
    return int(connection.execute(f"PRAGMA {pragma}").fetchone()[0])


def _migrate(connection: sqlite3.Connection, path: Path, found: int) -> None:
    from sqlite_utils import Database

    from orchestrator_desktop.store.migrations import MIGRATIONS

    if found:
        _back_up(connection, path)
    # A step may make a table anew that others refer to; whether all references hold is checked before the commit.
    connection.execute("PRAGMA foreign_keys = OFF")
    # The write lock first: a window and a command may open a new file at the same moment.
    connection.execute("BEGIN IMMEDIATE")
    try:
        if _number(connection, "user_version") < SCHEMA:
            MIGRATIONS.apply(Database(connection))
            if connection.execute("PRAGMA foreign_key_check").fetchone() is not None:
                raise sqlite3.IntegrityError("a migration left a reference to nothing")
        connection.execute("COMMIT")
    except BaseException:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        raise
    finally:
        connection.execute("PRAGMA foreign_keys = ON")


def _back_up(connection: sqlite3.Connection, path: Path) -> Path:
    folder = path.parent / BACKUPS
    target = folder / f"{path.stem}-{datetime.now(UTC):%Y%m%d-%H%M%S-%f}.sqlite"
    try:
        folder.mkdir(mode=0o700, exist_ok=True)
        os.close(os.open(target, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
    except OSError as error:
        raise UserError(
            QT_TRANSLATE_NOOP(
                "errors", "The backup {path} cannot be made: {reason}. Nothing was changed; allow writing there."
            ),
            path=target,
            reason=error.strerror,
        ) from error
    try:
        copy = sqlite3.connect(target)
        try:
            connection.backup(copy)
        finally:
            copy.close()
    except BaseException:
        target.unlink()  # half a copy is none
        raise
    for old in sorted(folder.glob(f"{path.stem}-*.sqlite"))[:-BACKUPS_KEPT]:
        old.unlink()
    return target
