"""Writes Taskwarrior's JSON, for `task import`. What Taskwarrior has no attribute for becomes one of the user's own
whose name begins with "orchestrator_": it keeps those."""

from __future__ import annotations

import json
import uuid
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date, datetime, time
from typing import Any, Final

from orchestrator_desktop.domain.moments import to_text
from orchestrator_desktop.domain.recurrence import MonthEnd, Recurrence
from orchestrator_desktop.domain.task import Due, Stage
from orchestrator_desktop.domain.transfer import Record
from orchestrator_desktop.exchange.clock import basic, from_local, read_span, whole_seconds
from orchestrator_desktop.exchange.fitting import kept_stage
from orchestrator_desktop.exchange.repeating import canonical
from orchestrator_desktop.exchange.taskwarrior_recur import read_recur, write_recur
from orchestrator_desktop.exchange.taskwarrior_values import (
    EARLIEST,
    OWN,
    REPEATING,
    annotated,
    is_far,
    read_when,
    text_of,
)

_LETTERS: Final = ("H", "M", "L")


def written(records: Iterable[Record]) -> Iterator[str]:
    """The pieces of an array, a task a line as Taskwarrior writes it."""
    start = "[\n"
    for record in records:
        for task in _tasks(record):
            yield start + json.dumps(task, ensure_ascii=False, separators=(",", ":"))
            start = ",\n"
    yield "[\n]\n" if start == "[\n" else "\n]\n"


def representable(record: Record) -> Record:
    """What of a record Taskwarrior's attributes hold: no files; whole seconds."""
    return replace(
        record,
        stage=kept_stage(record.stage),
        due=_again(record.due),
        defer=_again(record.defer),
        created_at=whole_seconds(record.created_at),
        done_at=None if record.stage.open else whole_seconds(record.done_at),
        recurrence=canonical(record.recurrence),
        attachments=(),
    )


def _tasks(record: Record) -> Iterator[dict[str, Any]]:
    """The task, after the template that stands behind it."""
    extra = dict(record.extra)
    template = extra.pop("template", None)
    task = _plain(record, extra)
    recurrence = canonical(record.recurrence)
    if template is not None and recurrence is not None and record.stage.open and _of_template(template) == recurrence:
        yield template
    elif recurrence is not None or template is not None:
        for name in (*REPEATING, "until"):
            task.pop(name, None)
    if recurrence is not None and "parent" not in task:
        task |= _repeating(recurrence, record)
    yield task


def _plain(record: Record, extra: dict[str, Any]) -> dict[str, Any]:
    status = {Stage.DONE: "completed", Stage.DROPPED: "deleted"}.get(record.stage, "pending")
    task: dict[str, Any] = {"uuid": _uuid(record.uid)} if record.uid else {}  # without one Taskwarrior makes one
    task |= {"description": record.title, "status": status}
    task |= _dates(record, extra)
    annotations = extra.pop("annotations", None)
    if record.domain is not None:
        task["project"] = record.domain
    if record.tags:
        task["tags"] = list(record.tags)
    priority = extra.pop("priority", None)
    if record.priority is not None or priority is not None:
        task["priority"] = priority if record.priority is None else _LETTERS[record.priority - 1]
    if record.needs:
        task["depends"] = [_uuid(uid) for uid in record.needs]
    if annotations is not None and annotated(annotations) == record.notes:
        task["annotations"] = annotations
    elif record.notes:
        entry = task.get("entry") or basic(EARLIEST)
        task |= {"annotations": [{"entry": entry, "description": record.notes}], f"{OWN}notes": record.notes}
    return {**task, **extra, **_own(record, extra)}


def _dates(record: Record, extra: dict[str, Any]) -> dict[str, Any]:
    """What was read is written as it was, unless it has another meaning now."""
    dates: dict[str, Any] = {}
    for name, value in (("due", record.due), ("wait", record.defer)):
        raw = extra.pop(name, None)
        if is_far(value):
            dates[f"{OWN}far_{name}"] = to_text(_again(value))
        elif value is not None and not (name == "wait" and _again(value) == read_when(extra.get("scheduled"))):
            dates[name] = raw if raw is not None and read_when(raw) == value else _stamp(value)
    for name, moment in (("entry", record.created_at), ("end", None if record.stage.open else record.done_at)):
        if moment is not None:
            dates[f"{OWN}far_{name}" if is_far(moment) else name] = basic(moment)
    return dates


def _own(record: Record, extra: dict[str, Any]) -> dict[str, Any]:
    own: dict[str, Any] = {}
    if record.uid and _uuid(record.uid) != record.uid:
        own["uid"] = record.uid
    if kept_stage(record.stage) is Stage.PLANNED:
        own["stage"] = Stage.PLANNED.value
    if record.level is not None:
        own["level"] = str(record.level.value)
    span = read_span(text_of(extra.get("estimate")))
    if record.estimate_minutes is not None and (span is None or span.total_seconds() != record.estimate_minutes * 60):
        own["estimate_minutes"] = str(record.estimate_minutes)
    if record.spent_seconds:
        own["spent_seconds"] = str(record.spent_seconds)
    if record.position is not None:
        own["position"] = repr(record.position)
    if record.checklist:
        own["checklist"] = json.dumps([[line.text, line.done] for line in record.checklist], ensure_ascii=False)
    if record.parent:
        own["parent"] = _uuid(record.parent)
    own |= {name: text for name, text in _texts(record) if text}
    return {f"{OWN}{name}": value for name, value in own.items()}


def _texts(record: Record) -> tuple[tuple[str, str | None], ...]:
    days = (("deadline", to_text(record.deadline)), ("chosen_on", to_text(record.chosen_on)))
    return (("who", record.who), *days, ("moments", _like_days(record)))


def _repeating(recurrence: Recurrence, record: Record) -> dict[str, Any]:
    """In Taskwarrior's words where it has some: then it makes the instances. Ours say the rest."""
    task: dict[str, Any] = {}
    found = None
    words = write_recur(recurrence.rrule) if record.stage.open and record.due is not None else None
    if words is not None and not is_far(record.due) and not is_far(_day_of(words[1])):
        recur, until = words
        task = {"status": "recurring", "recur": recur, "rtype": "chained" if recurrence.after_done else "periodic"}
        if record.due is not None:
            task[f"{OWN}due"] = _stamp(record.due)
        if until:
            task["until"] = until if until.endswith("Z") else _stamp(date.fromisoformat(until[:8]))
        ending = read_when(task.get("until"))
        start = None if record.due is None else read_when(_stamp(record.due))
        found = read_recur(recur, start, until=ending, chained=recurrence.after_done)
    return task if found == recurrence else {**task, **_own_rule(recurrence)}


def _day_of(until: str) -> date | None:
    return date.fromisoformat(until[:8]) if until else None


def _own_rule(recurrence: Recurrence) -> dict[str, str]:
    own = {"rrule": recurrence.rrule}
    if recurrence.after_done:
        own["after_done"] = "1"
    if recurrence.month_end is MonthEnd.SKIP:
        own["month_end"] = MonthEnd.SKIP.value
    if recurrence.start is not None:
        own["start"] = recurrence.start.isoformat()
    return {f"{OWN}{name}": value for name, value in own.items()}


def _of_template(template: dict[str, Any]) -> Recurrence | None:
    start, until = read_when(template.get("due")), read_when(template.get("until"))
    chained = template.get("rtype") == "chained"
    return read_recur(text_of(template.get("recur")), start, until=until, chained=chained)


def _uuid(uid: str) -> str:
    """Taskwarrior takes nothing else for a name; what is none gets the same one each time."""
    try:
        return uid if str(uuid.UUID(uid)) == uid else str(uuid.uuid5(uuid.NAMESPACE_OID, uid))
    except ValueError:
        return str(uuid.uuid5(uuid.NAMESPACE_OID, uid))


def _stamp(value: date | datetime) -> str:
    if isinstance(value, datetime):
        return basic(value)
    return basic(from_local(datetime.combine(value, time())) or value)


def _again(value: Due) -> Due:
    """As it is read again."""
    return whole_seconds(value) if isinstance(value, datetime) else value


def _like_days(record: Record) -> str:
    """Which of its dates are moments that Taskwarrior would take for days."""
    dates = (("due", record.due), ("wait", record.defer))
    return ",".join(
        name
        for name, value in dates
        if isinstance(value, datetime) and not isinstance(read_when(_stamp(value)), datetime)
    )
