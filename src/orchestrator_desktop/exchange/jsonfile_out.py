"""Writes the full JSON: one task a line, in a fixed order, without what a task does not have."""

from __future__ import annotations

import base64
import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import MISSING, fields, replace
from datetime import date
from enum import Enum
from typing import Any

from orchestrator_desktop.domain.moments import to_text
from orchestrator_desktop.domain.recurrence import Recurrence
from orchestrator_desktop.domain.transfer import Attached, CheckLine, Record
from orchestrator_desktop.exchange.fitting import kept_stage
from orchestrator_desktop.exchange.jsonfile import NAME, VERSION
from orchestrator_desktop.exchange.source import digest


def written(records: Iterable[Record], sections: Mapping[str, Sequence[Any]] | None = None) -> Iterator[str]:
    """The pieces of the file. A content that several tasks have is written once, at the first."""
    yield f'{{\n"format": "{NAME}",\n"version": {VERSION},\n"tasks": ['
    seen: set[str] = set()
    yield from _lines(_json(record, seen) for record in records)
    for name, rows in (sections or {}).items():
        yield f",\n{_text(name)}: ["
        yield from _lines(rows)
    yield "\n}\n"


def representable(record: Record) -> Record:
    """The record as it comes back: whole, a file's name for its content made where it had none."""
    files = tuple(Attached(file.name, file.content, file.sha256 or digest(file.content)) for file in record.attachments)
    return replace(record, attachments=files, stage=kept_stage(record.stage))


def _lines(rows: Iterable[Any]) -> Iterator[str]:
    start = "\n"
    for row in rows:
        yield f"{start}{_text(row)}"
        start = ",\n"
    yield "\n]"


def _text(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def _json(record: Record, seen: set[str]) -> dict[str, Any]:
    """What differs from an empty task."""
    values: dict[str, Any] = {}
    for field in fields(record):
        value = getattr(record, field.name)
        default = field.default_factory() if field.default_factory is not MISSING else field.default
        if value == default:
            continue
        if field.name == "attachments":
            values[field.name] = [_file_json(file, seen) for file in value]
        else:
            values[field.name] = _value(value)
    return values


def _value(value: Any) -> Any:
    match value:
        case Enum():
            return value.value
        case date():
            return to_text(value)
        case Recurrence():
            start = None if value.start is None else value.start.isoformat()
            return {
                "rrule": value.rrule,
                "after_done": value.after_done,
                "month_end": value.month_end.value,
                "start": start,
            }
        case CheckLine():
            return {"text": value.text, "done": value.done}
        case tuple():
            return [_value(item) for item in value]
    return value


def _file_json(file: Attached, seen: set[str]) -> dict[str, Any]:
    name = file.sha256 or digest(file.content)
    values: dict[str, Any] = {"name": file.name, "sha256": name}
    if file.content is not None:
        values["content"] = None if name in seen else base64.b64encode(file.content).decode("ascii")
        seen.add(name)
    return values
