"""Which tasks of a file are here already: by what an earlier import noted, or by the name they have here."""

from __future__ import annotations

import hashlib
import json
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from orchestrator_desktop.domain import moments
from orchestrator_desktop.domain.ids import TaskId
from orchestrator_desktop.domain.text import whole
from orchestrator_desktop.domain.transfer import Format, Record
from orchestrator_desktop.exchange.fitting import SAID
from orchestrator_desktop.store.store import Store


@dataclass(frozen=True, slots=True)
class Known:
    """A task that is here: its origin's id where it came by an import, and what it was like in the file then."""

    task_id: TaskId
    origin: int | None
    digest: str


def keys_of(records: Sequence[Record]) -> list[str]:
    """What each record is known by: its uid, or else its content and its place among those that are alike."""
    seen: Counter[str] = Counter()
    keys = []
    for record in records:
        if record.uid:
            keys.append(whole(record.uid))
            continue
        content = f"{record.title}\n{moments.to_text(record.created_at)}\n{record.parent}"
        digest = hashlib.sha256(content.encode("utf-8", "replace")).hexdigest()[:32]
        keys.append(f"content:{digest}:{seen[digest]}")
        seen[digest] += 1
    return keys


def recognise(store: Store, format: Format, records: Sequence[Record], keys: Sequence[str]) -> list[Known | None]:
    """For each record the task that it is, None where it is not here yet: some hundreds at once."""
    sql = "SELECT id, uid, task_id, digest FROM origin WHERE format = ? AND uid IN (SELECT value FROM json_each(?))"
    rows = store.rows(sql, (format.value, json.dumps(list(keys))))
    origins = {row["uid"]: Known(TaskId(row["task_id"]), row["id"], row["digest"]) for row in rows}
    # A file that this program wrote calls a task by the name it has here.
    names = {key: name_here(record) for record, key in zip(records, keys, strict=True) if key not in origins}
    sql = "SELECT id, uid FROM task WHERE uid IN (SELECT value FROM json_each(?))"
    named = store.rows(sql, (json.dumps([name for name in names.values() if name]),)) if any(names.values()) else ()
    tasks = {row["uid"]: Known(TaskId(row["id"]), None, "") for row in named}
    return [origins.get(key) or tasks.get(names[key]) for key in keys]


def name_here(record: Record) -> str:
    """What a task of this file is called here, if this program wrote the file; empty where it has no name."""
    return whole(record.uid).lower()


def _as_said(record: Record) -> Record:
    """Without the dates that the same file gives otherwise on another day: "tomorrow", "every day"."""
    said = record.extra.get(SAID)
    if not said:
        return record
    again = record.recurrence
    without: dict[str, Any] = {"recurrence": None if again is None else replace(again, start=None)}
    return replace(record, **(without | dict.fromkeys(said)))


def digest_of(record: Record) -> str:
    """What the file says of a task, to be compared at its next import."""
    record = _as_said(record)
    if record.attachments or not _in_order(record.extra):
        shape = repr(replace(record, extra=dict(sorted(record.extra.items())), attachments=()))
    else:
        shape = repr(record)  # the same, as nearly always, without a copy
    files = [(file.name, file.sha256 or hashlib.sha256(file.content or b"").hexdigest()) for file in record.attachments]
    return hashlib.sha256(f"{shape}{files}".encode("utf-8", "replace")).hexdigest()


def _in_order(extra: Mapping[str, Any]) -> bool:
    return type(extra) is dict and (len(extra) < 2 or list(extra) == sorted(extra))
