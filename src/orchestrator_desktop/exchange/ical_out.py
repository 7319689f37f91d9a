"""Writes iCalendar (RFC 5545): what other programs know in its properties, the rest in X- properties of ours, and what
was read and not understood as it was."""

from __future__ import annotations

import base64
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any, Final

from orchestrator_desktop.domain.recurrence import MonthEnd, Recurrence
from orchestrator_desktop.domain.task import Due, Stage
from orchestrator_desktop.domain.transfer import Attached, Record
from orchestrator_desktop.exchange.clock import basic, from_local, local, whole_seconds
from orchestrator_desktop.exchange.fitting import kept_stage
from orchestrator_desktop.exchange.ical_files import addresses
from orchestrator_desktop.exchange.ical_lines import escaped, folded, quoted
from orchestrator_desktop.exchange.ical_task import OWN, priority_of
from orchestrator_desktop.exchange.repeating import canonical
from orchestrator_desktop.exchange.source import digest

_PRIORITIES: Final = ("1", "5", "9")
_EARLIEST: Final = datetime(1970, 1, 1, tzinfo=UTC)
_STATUS: Final = {Stage.DONE: "COMPLETED", Stage.DROPPED: "CANCELLED"}


def written(records: Iterable[Record]) -> Iterator[str]:
    """The pieces of one calendar."""
    yield from folded(["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Orchestrator//Orchestrator//EN"])
    for record in records:
        yield from folded(_todo(record))
    yield from folded(["END:VCALENDAR"])


def representable(record: Record) -> Record:
    """What of a record iCalendar holds: whole seconds, files with their content, plain line ends. A repeating task is
    due at a local time."""
    repeats = canonical(record.recurrence)
    due = _seconds(record.due)
    return replace(
        record,
        notes=record.notes.replace("\r\n", "\n").replace("\r", "\n"),
        stage=kept_stage(record.stage),
        due=due if repeats is None or due is None else from_local(local(due)),
        defer=_seconds(record.defer),
        deadline=_seconds(record.deadline),
        recurrence=repeats,
        attachments=tuple(
            Attached(file.name.replace("\r", ""), file.content, digest(file.content))
            for file in record.attachments
            if file.content is not None
        ),
        created_at=whole_seconds(record.created_at),
        done_at=None if record.stage.open else whole_seconds(record.done_at),
    )


def _todo(record: Record) -> Iterator[str]:
    yield "BEGIN:VTODO"
    yield f"UID:{escaped(record.uid)}"
    yield f"DTSTAMP:{basic(record.created_at or _EARLIEST)}"
    if record.created_at is not None:
        yield f"CREATED:{basic(record.created_at)}"
    yield f"SUMMARY:{escaped(record.title)}"
    if notes := _without_addresses(record):
        yield f"DESCRIPTION:{escaped(notes)}"
    yield from _state(record)
    yield from _dates(record)
    if (level := _priority(record)) is not None:
        yield f"PRIORITY:{level}"
    if record.tags:
        yield f"CATEGORIES:{','.join(map(escaped, record.tags))}"
    if record.parent:
        yield f"RELATED-TO;RELTYPE=PARENT:{escaped(record.parent)}"
    yield from (f"RELATED-TO;RELTYPE=DEPENDS-ON:{escaped(uid)}" for uid in record.needs)
    if record.estimate_minutes:
        yield f"ESTIMATED-DURATION:PT{record.estimate_minutes}M"
    yield from _own(record)
    for file in record.attachments:
        if file.content is not None:
            content = base64.b64encode(file.content).decode("ascii")
            yield f"ATTACH;ENCODING=BASE64;VALUE=BINARY;X-FILENAME={quoted(file.name)}:{content}"
    yield from _kept(record)
    yield "END:VTODO"


def _without_addresses(record: Record) -> str:
    """The notes but for the addresses that have a property of their own."""
    block = "\n".join(addresses(_raw_lines(record)))
    if block and record.notes == block:
        return ""
    return record.notes.removesuffix(f"\n\n{block}") if block else record.notes


def _state(record: Record) -> Iterator[str]:
    stage = kept_stage(record.stage)
    yield f"STATUS:{_STATUS.get(stage) or record.extra.get('status') or 'NEEDS-ACTION'}"
    if stage is Stage.DONE:
        yield "PERCENT-COMPLETE:100"
        if record.done_at is not None:
            yield f"COMPLETED:{basic(record.done_at)}"
    elif stage is Stage.DROPPED and record.done_at is not None:
        yield f"{OWN}DROPPED:{basic(record.done_at)}"  # COMPLETED would make it done for some
    elif stage is Stage.PLANNED:
        yield f"{OWN}STAGE:PLANNED"


def _dates(record: Record) -> Iterator[str]:
    due, defer = _seconds(record.due), _seconds(record.defer)
    recurrence = canonical(record.recurrence)
    if recurrence is not None:
        yield from _repeating(recurrence, due)
    elif due is not None:
        yield _dated("DUE", due)
    if defer is None:
        if recurrence is None and due is not None and record.extra.get("start") == "due":
            yield _dated("DTSTART", due)
    elif recurrence is None and _before(defer, due):
        yield _dated("DTSTART", defer)
    else:
        yield _dated(f"{OWN}DEFER", defer)


def _before(defer: Due, due: Due) -> bool:
    """Whether the two may stand together: RFC 5545 wants them of one kind, and the start first."""
    if defer is None or due is None:
        return due is None
    return isinstance(defer, datetime) is isinstance(due, datetime) and defer < due


def _repeating(recurrence: Recurrence, due: Due) -> Iterator[str]:
    """In local time, without a zone: what is wanted at nine stays at nine when the clocks change."""
    start = recurrence.start
    first = start if start is not None else None if due is None else local(due)
    if due is not None:
        yield _dated("DUE", local(due))
    if first is not None:
        yield _dated("DTSTART", first)
    yield f"RRULE:{recurrence.rrule}"
    yield f"{OWN}START:{'' if start is None else basic(start)}"
    yield f"{OWN}MONTH-END:{'SKIP' if recurrence.month_end is MonthEnd.SKIP else 'CLAMP'}"
    if recurrence.after_done:
        yield f"{OWN}AFTER-DONE:TRUE"


def _dated(name: str, value: Any) -> str:
    text = basic(value)
    return f"{name}:{text}" if isinstance(value, datetime) else f"{name};VALUE=DATE:{text}"


def _priority(record: Record) -> str | None:
    kept = record.extra.get("priority")
    if isinstance(kept, str) and priority_of(kept) == record.priority:
        return kept
    return None if record.priority is None else _PRIORITIES[record.priority - 1]


def _own(record: Record) -> Iterator[str]:
    for name, text in (("DOMAIN", record.domain), ("WHO", record.who)):
        if text:
            yield f"{OWN}{name}:{escaped(text)}"
    if record.chosen_on is not None:
        yield f"{OWN}CHOSEN:{record.chosen_on.isoformat()}"
    if record.level is not None:
        yield f"{OWN}LEVEL:{record.level.value}"
    if record.spent_seconds:
        yield f"{OWN}SPENT:{record.spent_seconds}"
    if (deadline := _seconds(record.deadline)) is not None:
        yield _dated(f"{OWN}DEADLINE", deadline)
    if record.position is not None:
        whole = record.position.is_integer()
        yield f"X-APPLE-SORT-ORDER:{int(record.position)}" if whole else f"{OWN}POSITION:{record.position!r}"
    yield from (f"{OWN}CHECK;DONE={int(line.done)}:{escaped(line.text)}" for line in record.checklist)


def _kept(record: Record) -> Iterator[str]:
    for line in _raw_lines(record):
        name = line.partition(":")[0].partition(";")[0].upper()
        if not (name == "RRULE" and record.recurrence) and not (name == "PERCENT-COMPLETE" and not record.stage.open):
            yield line
    for part in record.extra.get("parts", ()):
        yield from part


def _raw_lines(record: Record) -> list[str]:
    return [line.replace("\n", "\\n") for line in record.extra.get("lines", ())]


def _seconds(value: Due) -> Due:
    return whole_seconds(value) if isinstance(value, datetime) else value
