"""Reads tables of another program's SQLite file, from a copy: the file itself is never opened, so never touched."""

from __future__ import annotations

import os
import shutil
import sqlite3
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any, Final

from orchestrator_desktop.domain.errors import QT_TRANSLATE_NOOP, UsageError, UserError

_LOG: Final = "-wal"
"""What was written last stands in a file beside the database; so does what must be undone after a crash (-journal). The
third, -shm, is made from them."""
_BESIDE: Final = (_LOG, "-journal")
_LARGEST: Final = 2_000_000_000
_MOST_ROWS: Final = 2_000_000
_LONGEST: Final = 50_000_000
"""Bytes of a cell."""
_TRIES: Final = 3
_STEPS: Final = 1_000_000
_MOST_STEPS: Final = 2_000
"""Times `_STEPS` of SQLite's steps, about a minute: a table made to be read for ever ends."""

Cell = Any
"""str, bytes, int, float or None."""


def tables(path: Path, names: Sequence[str]) -> dict[str, list[dict[str, Cell]]]:
    """All rows of those of the tables that the file has, with what its program has written and not yet moved into the
    file. Raises UserError in words for what is damaged, no database, or still being written; UsageError where there is
    no such file."""
    with _copy(path) as copy, _said_plainly(path), closing(_open(copy)) as connection:
        marks = ", ".join("?" * len(names))
        found = connection.execute(
            f"SELECT name FROM sqlite_master WHERE type = 'table' AND sql LIKE 'CREATE TABLE%' AND name IN ({marks})",
            tuple(names),
        ).fetchall()
        return {name: _rows(connection, name, path) for (name,) in found}


def _rows(connection: sqlite3.Connection, name: str, path: Path) -> list[dict[str, Cell]]:
    cursor = connection.execute('SELECT * FROM "{}"'.format(name.replace('"', '""')))
    columns = [column[0] for column in cursor.description]
    rows = cursor.fetchmany(_MOST_ROWS + 1)
    if len(rows) > _MOST_ROWS:
        raise _too_large(path)
    return [dict(zip(columns, row, strict=True)) for row in rows]


def _open(copy: Path) -> sqlite3.Connection:
    """For writing, as only so the copy's log is taken in; nothing is written after that."""
    connection = sqlite3.connect(f"{copy.as_uri()}?mode=rw", uri=True, isolation_level=None)
    connection.setlimit(sqlite3.SQLITE_LIMIT_LENGTH, _LONGEST)
    connection.text_factory = lambda raw: raw.decode("utf-8", "replace")
    left = iter(range(_MOST_STEPS))
    connection.set_progress_handler(lambda: next(left, None) is None, _STEPS)
    connection.execute("PRAGMA trusted_schema = OFF")
    connection.execute("PRAGMA cell_size_check = ON")
    connection.execute("PRAGMA query_only = ON")
    return connection


@contextmanager
def _copy(path: Path) -> Iterator[Path]:
    """A copy in a folder of its own, which nobody else may read. Raises UsageError, UserError."""
    try:
        with tempfile.TemporaryDirectory(prefix="orchestrator-") as folder:
            yield _copied(path, Path(folder))
    except OSError as error:
        raise UsageError(
            QT_TRANSLATE_NOOP("errors", "{path} cannot be read: {reason}. Nothing was imported."),
            path=path,
            reason=error.strerror or "",
        ) from error


def _copied(path: Path, folder: Path) -> Path:
    """The file and what belongs to it, of one moment: anew where its program wrote meanwhile."""
    sources = {suffix: path.with_name(path.name + suffix) for suffix in ("", *_BESIDE)}
    target = folder / "copy.sqlite"
    for _ in range(_TRIES):
        before = _state(sources)
        if sum(size for _, size in before.values()) > _LARGEST:
            raise _too_large(path)
        for suffix, source in sources.items():
            beside = target.with_name(target.name + suffix)
            beside.unlink(missing_ok=True)
            if suffix in before:
                shutil.copyfile(source, beside)
        if _state(sources) == before:
            return target
    raise UserError(
        QT_TRANSLATE_NOOP("errors", "{path} is being written. Nothing was imported; close its program, and try again."),
        path=path,
    )


def _state(sources: Mapping[str, Path]) -> dict[str, tuple[int, int]]:
    """When each file that is there was written, and how long it is. Raises OSError where the database is not."""
    found = {}
    for suffix, source in sources.items():
        try:
            state = os.stat(source)
        except FileNotFoundError:
            if not suffix:
                raise
            continue
        found[suffix] = (state.st_mtime_ns, state.st_size)
    return found


@contextmanager
def _said_plainly(path: Path) -> Iterator[None]:
    try:
        yield
    except (sqlite3.Error, UnicodeError, OverflowError, MemoryError) as error:
        raise UserError(
            QT_TRANSLATE_NOOP(
                "errors",
                "{path} is damaged, or no database. Nothing was imported; choose another, such as a backup of it.",
            ),
            path=path,
        ) from error


def _too_large(path: Path) -> UserError:
    return UserError(
        QT_TRANSLATE_NOOP("errors", "{path} is larger than any list of tasks. Nothing was imported; check the file."),
        path=path,
    )
