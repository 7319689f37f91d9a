"""Writes todo.txt: what its programs know in their keys, the rest in keys that begin with "o-"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import datetime
from typing import Final

from orchestrator_desktop.domain.moments import local_day
from orchestrator_desktop.domain.recurrence import MonthEnd, Recurrence
from orchestrator_desktop.domain.task import Due, Stage
from orchestrator_desktop.domain.transfer import Record
from orchestrator_desktop.exchange.clock import noon, wall_text
from orchestrator_desktop.exchange.fitting import kept_stage
from orchestrator_desktop.exchange.repeating import canonical
from orchestrator_desktop.exchange.todotxt_rec import write_rec
from orchestrator_desktop.exchange.todotxt_words import LETTERS, is_token, joined, packed, priority_of

_READ_OTHERWISE: Final = re.compile(r"(?:x|\([A-Z]\)|\d{4}-\d\d-\d\d)(?: |$)")
"""What would not be read as the beginning of a title."""


def written(records: Iterable[Record]) -> Iterator[str]:
    """A line for each."""
    return (f"{_line(record)}\n" for record in records)


def representable(record: Record) -> Record:
    """What of a record a line holds: its files are not in it, and what has been is known to the day."""
    done_at = _day_only(record.done_at) if not record.stage.open else None
    return replace(
        record,
        stage=kept_stage(record.stage),
        due=_to_the_second(record.due),
        defer=_to_the_second(record.defer),
        deadline=_to_the_second(record.deadline),
        created_at=_day_only(record.created_at) if record.stage.open or done_at is not None else None,
        done_at=done_at,
        recurrence=canonical(record.recurrence),
        attachments=(),
    )


def _line(record: Record) -> str:
    head = []
    priority = _letter(record)
    if not record.stage.open:
        head.append("x")
        head += [] if record.done_at is None else [local_day(record.done_at).isoformat()]
    elif priority:
        head.append(f"({priority})")
    if record.created_at is not None and (record.stage.open or record.done_at is not None):
        head.append(local_day(record.created_at).isoformat())
    tokens = list(_tokens(record, priority))
    if _plain(record.title):
        return " ".join((*head, record.title, *tokens))
    return " ".join((*head, *tokens, f"o-title:{packed(record.title)}", record.title))


def _plain(title: str) -> bool:
    """Whether a reader would take the title for what it is."""
    return not any(map(is_token, title.split(" "))) and _READ_OTHERWISE.match(title) is None


def _letter(record: Record) -> str:
    if record.priority is None:
        return ""
    kept = record.extra.get("priority")
    if isinstance(kept, str) and priority_of(kept)[0] == record.priority:
        return kept
    return LETTERS[record.priority - 1]


def _tokens(record: Record, priority: str) -> Iterator[str]:
    yield from _name_tokens(record)
    yield from _when_tokens("due", "o-at", record.due)
    yield from _when_tokens("t", "o-from", record.defer)
    if record.recurrence is not None:
        yield from _repeat_tokens(record.recurrence, record.due)
    if priority and not record.stage.open:
        yield f"pri:{priority}"
    for key, value in record.extra.get("keys", ()):
        yield f"{key}:{value}"
    yield from _own_tokens(record)


def _name_tokens(record: Record) -> Iterator[str]:
    if record.domain is not None:
        yield f"+{joined(record.domain)}"
        if joined(record.domain) != record.domain:
            yield f"o-domain:{packed(record.domain)}"
    projects = record.extra.get("projects", ()) if record.domain is not None else ()
    for tag in record.tags:
        yield f"{'+' if tag in projects else '@'}{joined(tag)}"
        if joined(tag) != tag:
            yield f"o-tag:{packed(tag)}"


def _when_tokens(key: str, clock_key: str, value: Due) -> Iterator[str]:
    if value is None:
        return
    day, _, clock = wall_text(value).partition("T")
    yield f"{key}:{day}"
    if clock:
        yield f"{clock_key}:{clock}"


def _repeat_tokens(recurrence: Recurrence, due: Due) -> Iterator[str]:
    found = canonical(recurrence)
    if found is None:
        return
    if (rec := write_rec(found, _to_the_second(due))) is not None:
        yield f"rec:{rec}"
        return
    yield f"o-rrule:{found.rrule}"
    if found.after_done:
        yield "o-after:1"
    if found.month_end is MonthEnd.SKIP:
        yield f"o-monthend:{MonthEnd.SKIP}"
    if found.start is not None:
        yield f"o-start:{found.start.isoformat()}"


def _own_tokens(record: Record) -> Iterator[str]:
    yield from _when_tokens("o-deadline", "o-deadline-at", record.deadline)
    numbers = (
        ("o-chosen", record.chosen_on),
        ("o-level", record.level and record.level.value),
        ("o-est", record.estimate_minutes),
        ("o-spent", record.spent_seconds or None),
    )
    yield from (f"{key}:{value}" for key, value in numbers if value is not None)
    if kept_stage(record.stage) in (Stage.PLANNED, Stage.DROPPED):
        yield f"o-stage:{kept_stage(record.stage)}"
    for key, text in (("o-who", record.who), ("o-note", record.notes)):
        if text:
            yield f"{key}:{packed(text)}"
    if record.position is not None:
        yield f"o-order:{record.position!r}"
    yield from (f"o-check:{int(line.done)}{packed(line.text)}" for line in record.checklist)
    yield from (f"o-needs:{packed(uid)}" for uid in record.needs)
    for key, uid in (("p", record.parent), ("id", record.uid)):
        if uid:
            yield f"{key}:{packed(uid)}"


def _to_the_second(value: Due) -> Due:
    return value.replace(microsecond=0) if isinstance(value, datetime) else value


def _day_only(moment: datetime | None) -> datetime | None:
    return None if moment is None else noon(local_day(moment))
