"""Files of other programs in the corpora, and what their readers made of them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import fields
from pathlib import Path
from typing import Any

from orchestrator_desktop.domain.errors import UserError
from orchestrator_desktop.domain.transfer import Batch, Record
from orchestrator_desktop.exchange.source import SourceFile
from tests.exchange.records import CORPORA, NOW

_PLAIN = Record("")

Reader = Callable[..., Batch]


def corpus(*names: str) -> Path:
    return CORPORA.joinpath(*names)


def source_of(path: Path) -> SourceFile:
    return SourceFile(path.name, path.read_bytes(), path)


def titles(batch: Batch) -> dict[str, Record]:
    return {record.title: record for record in batch.records}


def said(record: Record, *without: str) -> dict[str, Any]:
    """What a record says: its fields that are not as they are anyway, but for its name, its place and its `extra`."""
    left_out = {"title", "uid", "position", "extra", *without}
    names = [field.name for field in fields(record) if field.name not in left_out]
    return {name: getattr(record, name) for name in names if getattr(record, name) != getattr(_PLAIN, name)}


def lost(batch: Batch) -> dict[str, int]:
    return {str(one): one.count for one in batch.lost}


def whole(batch: Batch) -> bool:
    """Whether parents come before their parts, and each task is named once."""
    known: set[str] = set()
    for record in batch.records:
        if (record.parent and record.parent not in known) or (record.uid and record.uid in known):
            return False
        known.add(record.uid)
    return True


def ends_well(read: Reader, data: bytes, name: str = "file") -> bool:
    """Whether bytes are read as tasks, or refused in words."""
    try:
        return whole(read(SourceFile(name, data), now=NOW))
    except UserError as error:
        return bool(str(error))
