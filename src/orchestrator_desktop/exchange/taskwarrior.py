"""Taskwarrior's JSON (`task export`), of all its versions: an array, or one task a line; `depends` as a list or as a
text; repeating templates with their instances; attributes that only the user knows."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from datetime import date, datetime, time
from itertools import islice
from typing import Any, Final

from orchestrator_desktop.domain.errors import QT_TRANSLATE_NOOP, UserError
from orchestrator_desktop.domain.moments import from_text
from orchestrator_desktop.domain.recurrence import MonthEnd, Recurrence
from orchestrator_desktop.domain.task import Due, Level, Stage
from orchestrator_desktop.domain.transfer import Batch, CheckLine, Format, Record
from orchestrator_desktop.exchange.clock import from_local, read_span, read_stamp, read_wall
from orchestrator_desktop.exchange.fitting import (
    Losses,
    name_of,
    names_of,
    number_of,
    position_of,
    settled,
    title_and_notes,
)
from orchestrator_desktop.exchange.repeating import repeated
from orchestrator_desktop.exchange.source import Progress, SourceFile, broken, decode, load_json, told
from orchestrator_desktop.exchange.taskwarrior_recur import read_recur
from orchestrator_desktop.exchange.taskwarrior_values import (
    OPEN,
    OWN,
    REPEATING,
    Family,
    Task,
    annotated,
    read_when,
    stamp_of,
    status_of,
    text_of,
    texts_of,
)

_PRIORITIES: Final = {"H": 1, "M": 2, "L": 3}
_READ: Final = frozenset(
    {"id", "urgency", "uuid", "description", "status", "entry", "end", "due", "wait", "project", "tags", "depends",
     "priority", "annotations"}
)  # fmt: skip

_NO_WORDS: Final = QT_TRANSLATE_NOOP("exchange", "A task without any words")
_NO_DATE: Final = QT_TRANSLATE_NOOP("exchange", "“{value}” is no date")
_NO_RULE: Final = QT_TRANSLATE_NOOP("exchange", "A task cannot repeat by “{value}”")
_ENDED: Final = QT_TRANSLATE_NOOP("exchange", "A repeating task whose repeating has ended")
_KEPT: Final = QT_TRANSLATE_NOOP("exchange", "“{field}” is not used here; it is kept for the way back to Taskwarrior")


def read_batch(source: SourceFile, *, now: datetime, progress: Progress | None = None) -> Batch:
    """The tasks of an export. Raises UserError, Cancelled."""
    del now
    tasks = _tasks(decode(source.data).strip(), source.name)
    losses = Losses()
    family = Family(tasks)
    records = [_record(task, family, losses) for task in told(tasks, progress) if not family.is_ghost(task)]
    found = [record for record in records if record is not None]
    return Batch(Format.TASKWARRIOR, settled(found, losses), losses.all())


def _tasks(text: str, name: str) -> list[dict[str, Any]]:
    if text.startswith("{"):
        return _by_line(text, name)
    value = load_json(text, name)
    if not isinstance(value, list):
        raise broken(name, 1)
    return [_checked(task, number, name) for number, task in enumerate(value, start=1)]


def _by_line(text: str, name: str) -> list[dict[str, Any]]:
    """Before 2.4 there were no brackets, with `json.array=off` there are none still; one task over several lines is a
    single one."""
    lines = [(number, line.strip().rstrip(",")) for number, line in enumerate(text.split("\n"), start=1)]
    try:
        values = [load_json(line, name, number) for number, line in lines if line]
    except UserError:
        if lines[0][1].endswith("}"):
            raise
        values = [load_json(text, name)]
    return [_checked(task, number, name) for number, task in enumerate(values, start=1)]


def _checked(task: object, number: int, name: str) -> dict[str, Any]:
    if not isinstance(task, dict):
        raise UserError(
            QT_TRANSLATE_NOOP(
                "errors", "Task {number} of {name} cannot be understood. Nothing was imported; export it again."
            ),
            number=number,
            name=name,
        )
    return task


def _record(task: Task, family: Family, losses: Losses) -> Record | None:
    notes = _notes(task)
    fitted = title_and_notes(text_of(task.get("description")), notes)
    if fitted is None:
        losses.add(_NO_WORDS)
        return None
    recurrence, due, lives = _recurrence(task, family, losses)
    if not lives:
        losses.add(_ENDED)
        return None
    wait, scheduled = _due(task, "wait", losses), _due(task, "scheduled", losses)
    status = status_of(task)
    done_at = None if status in OPEN else _moment(task, "end") or _moment(task, "modified")
    dates = {"due": due, "defer": wait if wait is not None else scheduled, "created_at": _moment(task, "entry")}
    return Record(
        title=fitted[0],
        notes=fitted[1],
        uid=family.uid(_name(task)),
        stage=_stage(status, text_of(task.get(f"{OWN}stage"))),
        domain=name_of(text_of(task.get("project"))),
        tags=names_of(texts_of(task.get("tags"))),
        priority=_PRIORITIES.get(text_of(task.get("priority"))),
        recurrence=recurrence,
        parent=family.uid(task.get(f"{OWN}parent")),
        needs=tuple(map(family.uid, _depends(task.get("depends")))),
        extra=_extra(task, family, losses),
        **{"estimate_minutes": _estimate(task), "done_at": done_at, **dates, **_own(task)},
    )


def _name(task: Task) -> object:
    """Of a template that this program wrote, the instance that Taskwarrior made for the same day is the task itself."""
    same = task.get("parent") and task.get("due") and task.get("due") == task.get(f"{OWN}due")
    return task["parent"] if same else task.get("uuid")


def _extra(task: Task, family: Family, losses: Losses) -> dict[str, Any]:
    """What is written back as it was."""
    own = f"{OWN}rrule" in task and not task.get("parent")
    extra = {
        name: value
        for name, value in task.items()
        if name not in _READ and not name.startswith(OWN) and not (own and name in {*REPEATING, "until"})
    }
    if status_of(task) == "recurring":
        for name in ("recur", "rtype", "mask", "until"):
            extra.pop(name, None)
    template = family.template(task)
    if template is not None and template is not task:
        extra["template"] = dict(template)
    if "priority" in task and text_of(task["priority"]) not in _PRIORITIES:
        extra["priority"] = task["priority"]
    for name in ("due", "wait"):
        value = _value(task, name)
        if value is not None and not _plain(task, name, value):
            extra[name] = task[name]
    if task.get("annotations") and not own_notes(task):
        extra["annotations"] = task["annotations"]
    for name in ("start", "until", "scheduled"):
        said = (name == "scheduled" and "wait" not in task) or (name == "until" and template is not None)
        if name in extra and not said:
            losses.add(_KEPT, field=name)
    return extra


def _plain(task: Task, name: str, value: date | datetime) -> bool:
    """Whether it would be written just so again."""
    return isinstance(value, datetime) or from_local(datetime.combine(value, time())) == read_stamp(text_of(task[name]))


def _recurrence(task: Task, family: Family, losses: Losses) -> tuple[Recurrence | None, Due, bool]:
    """How it repeats, when it is due, and whether there is another instance at all."""
    due = _due(task, "due", losses)
    template = family.template(task)
    if f"{OWN}rrule" in task and (template is not None or not task.get("parent")):
        return _own_recurrence(task), due, True
    if template is None:
        return None, due, True
    start = read_when(template.get("due"))
    until = read_when(template.get("until")) if status_of(template) == "recurring" else None
    chained = text_of(template.get("rtype")) == "chained"
    found = read_recur(text_of(template.get("recur")), start, until=until, chained=chained)
    if found is None:
        losses.add(_NO_RULE, value=text_of(template.get("recur")))
        return None, due, True
    if template is not task or not (made := len(text_of(task.get("mask")))):
        return found, due, True
    due = _following(found, made)
    return found, due, due is not None


def _following(recurrence: Recurrence, made: int) -> Due:
    """When the instance after those that were made is due; None after the last."""
    from dateutil.rrule import rrulestr

    if recurrence.start is None:
        return None
    start = recurrence.start
    begin = start if isinstance(start, datetime) else datetime.combine(start, time())
    rule = re.sub(r"(UNTIL=\d{8})(?:T\d{6}Z?)?", r"\1T235959", recurrence.rrule)
    found = next(islice(rrulestr(rule, dtstart=begin), min(made, 10_000), None), None)
    return None if found is None else from_local(found if isinstance(start, datetime) else found.date())


def _own_recurrence(task: Task) -> Recurrence | None:
    start = text_of(task.get(f"{OWN}start"))
    return repeated(
        text_of(task[f"{OWN}rrule"]),
        after_done=bool(task.get(f"{OWN}after_done")),
        month_end=MonthEnd.SKIP if task.get(f"{OWN}month_end") == MonthEnd.SKIP else MonthEnd.CLAMP,
        start=read_wall(start) if start else None,
    )


def _value(task: Task, name: str) -> Due:
    """A midnight that this program wrote may be a moment."""
    if task.get(name) is None:
        return None
    if name in text_of(task.get(f"{OWN}moments")).split(","):
        return stamp_of(task.get(name))
    return read_when(task.get(name))


def _due(task: Task, name: str, losses: Losses) -> Due:
    found = _value(task, name)
    if found is None and task.get(name):
        losses.add(_NO_DATE, value=text_of(task[name]))
    return found


def _moment(task: Task, name: str) -> datetime | None:
    return stamp_of(task.get(name))


def own_notes(task: Task) -> str:
    return text_of(task.get(f"{OWN}notes"))


def _notes(task: Task) -> str:
    """The annotations; the notes that this program wrote stand among them once more, for Taskwarrior to show."""
    own = own_notes(task)
    annotations = task.get("annotations")
    notes = annotations if isinstance(annotations, list) else []
    others = [note for note in notes if not own or not isinstance(note, dict) or note.get("description") != own]
    return "\n".join(text for text in (own, annotated(others)) if text)


def _depends(value: object) -> list[str]:
    texts = value.split(",") if isinstance(value, str) else texts_of(value)
    return [text.strip() for text in texts if text.strip()]


def _estimate(task: Task) -> int | None:
    """A user's own attribute of that name, where it is a duration: a bare number may be hours or points."""
    span = read_span(text_of(task.get("estimate")))
    return None if span is None or span.total_seconds() <= 0 else round(span.total_seconds() / 60)


def _own(task: Task) -> dict[str, Any]:
    """What only this program writes."""
    values: dict[str, Any] = {}
    for name, read in _READERS.items():
        value = task.get(f"{OWN}{name}")
        if value is None:
            continue
        try:
            values[_FAR.get(name, name)] = read(text_of(value))
        except (ValueError, OverflowError, TypeError, IndexError, UserError):
            continue
    return values


def _checklist(text: str) -> tuple[CheckLine, ...]:
    return tuple(CheckLine(str(line), bool(done)) for line, done in load_json(text, ""))


def _own_due(text: str) -> Due:
    found = from_text(text)
    if isinstance(found, datetime) and found.tzinfo is None:
        raise ValueError(text)
    return found


_FAR: Final = {"far_due": "due", "far_wait": "defer", "far_entry": "created_at", "far_end": "done_at"}
"""Dates that Taskwarrior cannot hold, and what they are."""
_READERS: Final[Mapping[str, Callable[[str], Any]]] = {
    "far_due": _own_due,
    "far_wait": _own_due,
    "far_entry": stamp_of,
    "far_end": stamp_of,
    "level": lambda text: Level(int(text)),
    "deadline": _own_due,
    "chosen_on": date.fromisoformat,
    "estimate_minutes": number_of,
    "spent_seconds": number_of,
    "who": name_of,
    "position": position_of,
    "checklist": _checklist,
}


def _stage(status: str, own: str) -> Stage:
    if status == "completed":
        return Stage.DONE
    if status == "deleted":
        return Stage.DROPPED
    return Stage.PLANNED if own == Stage.PLANNED else Stage.INBOX
