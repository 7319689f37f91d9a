"""A file of another program, read into a batch, whichever way its format wants it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Any

from orchestrator_desktop.domain.errors import QT_TRANSLATE_NOOP, UsageError
from orchestrator_desktop.domain.transfer import Batch, Format
from orchestrator_desktop.exchange.source import Progress


@dataclass(frozen=True, slots=True)
class Fetched:
    """A batch, and the sections of a full export."""

    batch: Batch
    sections: Mapping[str, Sequence[Any]] = field(default_factory=dict)


def fetch(
    path: Path,
    *,
    now: datetime,
    format: Format | None = None,
    mapping: Mapping[str, str] | None = None,
    progress: Progress | None = None,
) -> Fetched:
    """Read a file or folder without touching it. Raises UserError in words, Cancelled when `progress` says so."""
    from orchestrator_desktop.exchange import reading

    database = path / "main.sqlite" if path.is_dir() else path
    if _is_sqlite(database) and format in (None, Format.THINGS):
        return Fetched(_things(database, now, progress))
    if path.is_file() and format in (None, Format.JSON):
        source = reading.SourceFile(path.name, path.read_bytes(), path)
        if (format or reading.detect(path.name, source.data)) is Format.JSON:
            from orchestrator_desktop.exchange.jsonfile import read_all

            batch, sections = read_all(source, now=now, progress=progress)
            return Fetched(batch, sections)
    return Fetched(reading.read(path, format=format, now=now, mapping=mapping, progress=progress))


def _things(path: Path, now: datetime, progress: Progress | None) -> Batch:
    from orchestrator_desktop.exchange.things import TABLES, read_batch
    from orchestrator_desktop.store.foreign import tables

    return read_batch(tables(path, TABLES), now=now, progress=progress)


def _is_sqlite(path: Path) -> bool:
    try:
        with path.open("rb") as file:
            return file.read(16) == b"SQLite format 3\x00"
    except IsADirectoryError:
        return False
    except FileNotFoundError:
        return False
    except OSError as error:
        raise UsageError(
            QT_TRANSLATE_NOOP("errors", "{path} cannot be read: {reason}. Nothing was imported."),
            path=path,
            reason=error.strerror or "",
        ) from error
