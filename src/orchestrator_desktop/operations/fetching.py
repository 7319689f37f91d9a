"""A file of another program, read into a batch, whichever way its format wants it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Any

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
    from orchestrator_desktop.store.foreign import tables

    source = reading.source_of(path)  # once: a pipe gives what it has a single time
    is_ours = b'"format":"orchestrator"' in b"".join(source.data[:200].split())
    if format is Format.JSON or (format is None and is_ours):
        from orchestrator_desktop.exchange.jsonfile import read_all

        if not reading.is_blank(source):
            batch, sections = read_all(source, now=now, progress=progress)
            return Fetched(batch, sections)
    found = reading.understood(source, format=format, now=now, mapping=mapping, progress=progress, tables=tables)
    return Fetched(found)
