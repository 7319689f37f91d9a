"""The full JSON of this program: everything a record holds, exactly, one task a line. The same data make the same
bytes, so that two exports can be compared."""

from __future__ import annotations

import base64
import math
from collections.abc import Callable, Mapping
from datetime import date, datetime
from typing import Any, Final, TypeVar

from orchestrator_desktop.domain.errors import QT_TRANSLATE_NOOP, UserError
from orchestrator_desktop.domain.moments import from_text
from orchestrator_desktop.domain.recurrence import MonthEnd, Recurrence
from orchestrator_desktop.domain.task import Due, Level, Stage
from orchestrator_desktop.domain.transfer import Attached, Batch, CheckLine, Format, Record
from orchestrator_desktop.exchange.fitting import Losses, kept_stage, settled, title_and_notes
from orchestrator_desktop.exchange.source import Progress, SourceFile, decode, digest, load_json, told

T = TypeVar("T")
NAME: Final = "orchestrator"
VERSION: Final = 1

_OWN: Final = frozenset({"format", "version", "tasks"})
_NO_WORDS: Final = QT_TRANSLATE_NOOP("exchange", "A task without any words")
_UNKNOWN: Final = QT_TRANSLATE_NOOP("exchange", "“{field}” of a task is not known to this version")
_DAMAGED: Final = QT_TRANSLATE_NOOP("exchange", "The content of the file “{name}” is damaged: only its name is kept")


def read_batch(source: SourceFile, *, now: datetime, progress: Progress | None = None) -> Batch:
    """The tasks of a full JSON. Raises UserError, Cancelled."""
    return read_all(source, now=now, progress=progress)[0]


def read_all(
    source: SourceFile, *, now: datetime, progress: Progress | None = None
) -> tuple[Batch, dict[str, list[Any]]]:
    """The tasks, and the further sections (people, filters, reflections …) as they were given to `written`."""
    del now
    document = load_json(decode(source.data), source.name)
    _check(document, source.name)
    losses = Losses()
    contents: dict[str, bytes] = {}
    records = []
    for number, raw in enumerate(told(document.get("tasks", []), progress), start=1):
        try:
            record = _record(raw, contents, losses)
        except (KeyError, TypeError, ValueError, AttributeError, OverflowError) as error:
            raise UserError(
                QT_TRANSLATE_NOOP(
                    "errors", "Task {number} of {name} cannot be understood. Nothing was imported; export it again."
                ),
                number=number,
                name=source.name,
            ) from error
        if record is not None:
            records.append(record)
    sections = {name: value for name, value in document.items() if name not in _OWN and isinstance(value, list)}
    return Batch(Format.JSON, settled(records, losses), losses.all()), sections


def _check(document: object, name: str) -> None:
    if not isinstance(document, dict) or document.get("format") != NAME or not isinstance(document.get("tasks"), list):
        raise UserError(
            QT_TRANSLATE_NOOP(
                "errors", "{name} is not an export of this program. Nothing was imported; say which format it is."
            ),
            name=name,
        )
    version = document.get("version")
    if type(version) is not int or version > VERSION:
        raise UserError(
            QT_TRANSLATE_NOOP(
                "errors",
                "{name} was written by a newer version of this program. Nothing was imported; update it first.",
            ),
            name=name,
        )


def _record(raw: Mapping[str, Any], contents: dict[str, bytes], losses: Losses) -> Record | None:
    """None where it has no words. Raises ValueError and its like for what is not of its type."""
    values = {name: _READERS[name](raw[name]) for name in raw if name in _READERS}
    for name in raw:
        if name not in _READERS and name != "attachments":
            losses.add(_UNKNOWN, field=name)
    values["attachments"] = tuple(_attached(file, contents, losses) for file in raw.get("attachments", ()))
    fitted = title_and_notes(values.get("title", ""), values.get("notes", ""))
    if fitted is None:
        losses.add(_NO_WORDS)
        return None
    values["title"], values["notes"] = fitted
    return Record(**values)


def _attached(raw: Mapping[str, Any], contents: dict[str, bytes], losses: Losses) -> Attached:
    name, sha256 = _str(raw["name"]), _str(raw.get("sha256", ""))
    if "content" not in raw:
        return Attached(name, None, sha256)
    content = contents.get(sha256) if raw["content"] is None else base64.b64decode(_str(raw["content"]), validate=True)
    found = digest(content)
    if content is None or (sha256 and found != sha256):
        losses.add(_DAMAGED, name=name)
        return Attached(name, None, sha256)
    contents[found] = content
    return Attached(name, content, found)


def _exactly(kind: type[T]) -> Callable[[Any], T]:
    def read(value: Any) -> T:
        if type(value) is not kind:
            raise TypeError(value)
        return value

    return read


def _maybe(read: Callable[[Any], T]) -> Callable[[Any], T | None]:
    return lambda value: None if value is None else read(value)


def _many(read: Callable[[Any], T]) -> Callable[[Any], tuple[T, ...]]:
    return lambda value: tuple(read(item) for item in _exactly(list)(value))


def _within(least: int, most: int) -> Callable[[Any], int]:
    def read(value: Any) -> int:
        if not least <= _exactly(int)(value) <= most:
            raise ValueError(value)
        return int(value)

    return read


def _due(value: Any) -> Due:
    found = from_text(_str(value))
    if isinstance(found, datetime) and found.tzinfo is None:
        raise ValueError(value)
    return found


def _day(value: Any) -> date:
    found = _due(value)
    if found is None or isinstance(found, datetime):
        raise ValueError(value)
    return found


def _moment(value: Any) -> datetime:
    found = _due(value)
    if not isinstance(found, datetime):
        raise ValueError(value)
    return found


def _position(value: Any) -> float:
    if type(value) not in (int, float) or not math.isfinite(value):
        raise ValueError(value)
    return float(value)


def _recurrence(value: Any) -> Recurrence:
    start = value.get("start")
    begin = None if start is None else date.fromisoformat(start) if len(start) == 10 else datetime.fromisoformat(start)
    if isinstance(begin, datetime) and begin.tzinfo is not None:
        raise ValueError(start)
    after_done = _exactly(bool)(value.get("after_done", False))
    return Recurrence(_str(value["rrule"]), after_done, MonthEnd(value.get("month_end", MonthEnd.CLAMP)), begin)


def _check_line(value: Any) -> CheckLine:
    return CheckLine(_str(value["text"]), _exactly(bool)(value.get("done", False)))


_str: Final = _exactly(str)
_LARGEST: Final = 2**53
_READERS: Final[Mapping[str, Callable[[Any], Any]]] = {
    "title": _str,
    "uid": _str,
    "notes": _str,
    "stage": lambda value: kept_stage(Stage(value)),
    "level": _maybe(Level),
    "domain": _maybe(_str),
    "tags": _many(_str),
    "due": _maybe(_due),
    "defer": _maybe(_due),
    "deadline": _maybe(_due),
    "chosen_on": _maybe(_day),
    "priority": _maybe(_within(1, 3)),
    "estimate_minutes": _maybe(_within(0, _LARGEST)),
    "spent_seconds": _within(0, _LARGEST),
    "who": _maybe(_str),
    "recurrence": _maybe(_recurrence),
    "parent": _str,
    "needs": _many(_str),
    "checklist": _many(_check_line),
    "position": _maybe(_position),
    "created_at": _maybe(_moment),
    "done_at": _maybe(_moment),
    "extra": _exactly(dict),
}
