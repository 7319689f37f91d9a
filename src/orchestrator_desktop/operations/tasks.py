"""Capture and plan: add tasks and edit them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Final, TypedDict, Unpack

from orchestrator_desktop.domain import capture, moments
from orchestrator_desktop.domain.changes import Changes, Kind
from orchestrator_desktop.domain.errors import QT_TRANSLATE_NOOP, UsageError, UserError
from orchestrator_desktop.domain.ids import TaskId
from orchestrator_desktop.domain.ledger import Event
from orchestrator_desktop.domain.recurrence import MonthEnd, Recurrence
from orchestrator_desktop.domain.task import Due, Level, Stage, Task, clean_name, split_title
from orchestrator_desktop.operations.acting import Act, acting, gone, new_uid
from orchestrator_desktop.operations.recurring import recurrence_columns, started
from orchestrator_desktop.operations.suggesting import Chosen, learn_levels
from orchestrator_desktop.store import days, delegates
from orchestrator_desktop.store import tasks as reading
from orchestrator_desktop.store.store import Store, Value
from orchestrator_desktop.system.dates import day_first, week_start

DEFAULT_LEVEL: Final = Level.YOU_AND_AI
"""A task nobody has sorted yet: an AI may help, and a person always judges."""
MONTH_END: Final = "recurrence.month_end"
"""The setting of what « le 31 de chaque mois » means in a shorter month: "clamp" or "skip"."""
LONGEST_ESTIMATE: Final = 365 * 24 * 60


@dataclass(frozen=True, slots=True)
class Given:
    """What holds for a task that is added where its line says nothing else."""

    domain: str | None = None
    due: Due = None
    stage: Stage = Stage.INBOX
    parent_id: TaskId | None = None
    chosen_on: date | None = None
    notes: str = ""
    """Put before what the line says after //."""


def add(
    store: Store,
    *,
    line: str,
    ignored: Sequence[tuple[int, int]] = (),
    now: datetime | None = None,
    given: Given | None = None,
) -> Changes:
    """Add the task that a captured line describes; `ignored` are spans the user turned back to words.

    Domains and people named for the first time are made. Characters beyond a title's limit go to the notes.
    `Changes.first(Kind.TASK)` is its id."""
    read = understand(store, line=line, ignored=ignored, now=now)
    with acting(store, QT_TRANSLATE_NOOP("operations", "Add")) as act:
        add_captured(act, read, given or Given())
    return act.changes


def add_lines(
    store: Store, *, lines: Sequence[str], now: datetime | None = None, given: Given | None = None
) -> Changes:
    """A task for each line, as one act."""
    read = [understand(store, line=line, now=now) for line in lines]
    with acting(store, QT_TRANSLATE_NOOP("operations", "Add")) as act:
        # The last line first: lists show the newest first, and so the lines as they stood.
        for one in reversed(read):
            add_captured(act, one, given or Given())
    return act.changes


def add_captured(act: Act, read: capture.Captured, given: Given) -> TaskId:
    """Inside an act: the task that was understood."""
    title, overflow = split_title(read.title)
    specialist_id, person_id = who_of(act, read.who)
    undated = read.due is None and read.defer is None
    due = given.due if undated else read.due
    if given.parent_id is not None:
        _refuse_finished(require(act.store, given.parent_id))
    task_id = act.insert(
        Kind.TASK,
        {
            "uid": new_uid(),
            "title": title,
            "notes": "\n\n".join(part for part in (overflow, given.notes, read.note or "") if part),
            "level": read.level or DEFAULT_LEVEL,
            "stage": given.stage,
            "domain_id": _domain(act, read.domain or given.domain),
            "due": moments.to_text(due),
            "defer": moments.to_text(read.defer),
            "deadline": moments.to_text(read.deadline),
            "chosen_on": None if given.chosen_on is None else given.chosen_on.isoformat(),
            "parent_id": given.parent_id,
            "specialist_id": specialist_id,
            "person_id": person_id,
            "priority": read.priority,
            "estimate_minutes": read.estimate_minutes,
            "created_at": act.now,
            **recurrence_columns(None if read.recurrence is None else started(read.recurrence, due)),
        },
    )
    act.note(Event.CAPTURED, TaskId(task_id))
    if read.level is not None:
        learn_levels(act, [Chosen(title, Level(read.level), domain=read.domain or given.domain or "")])
    return TaskId(task_id)


def understand(
    store: Store, *, line: str, ignored: Sequence[tuple[int, int]] = (), now: datetime | None = None
) -> capture.Captured:
    """What a captured line says, with the domains, specialists and people that exist; writes nothing."""
    return capture.parse(
        line,
        now=now or datetime.now(UTC).astimezone(),
        locale_day_first=day_first(),
        week_start=week_start(),
        month_end=month_end(store),
        begins=days.rollover(store),
        known_domains=delegates.domain_names(store),
        known_names=delegates.names(store),
        ignored=ignored,
    )


def month_end(store: Store) -> MonthEnd:
    """What the end of a month means for tasks that repeat, as the user chose."""
    return MonthEnd.SKIP if days.setting(store, MONTH_END) == MonthEnd.SKIP else MonthEnd.CLAMP


class Edits(TypedDict, total=False):
    """What `edit` can change; what is absent stays. None takes a date, domain or delegate away."""

    title: str
    notes: str
    level: Level
    domain: str | None
    due: Due
    defer: Due
    deadline: Due
    chosen_on: date | None
    who: str | None
    priority: int | None
    estimate_minutes: int | None
    recurrence: Recurrence | None


def edit(store: Store, *, task_id: TaskId, **edits: Unpack[Edits]) -> Changes:
    """Change fields of a task. Typing in one text field for a while is one undo step. What a title cannot hold goes
    to the notes.

    A level chosen by the user plans a task that was still in the inbox."""
    name = QT_TRANSLATE_NOOP("operations", "Edit")
    texts = set(edits) <= {"title", "notes"}
    merge_key = f"task:{task_id}:{'+'.join(sorted(edits))}" if texts else ""
    with acting(store, name, merge_key=merge_key) as act:
        task = require(store, task_id)
        _edit(act, task, edits)
        _learn(act, [task], edits)
    return act.changes


def edit_all(store: Store, *, task_ids: Sequence[TaskId], **edits: Unpack[Edits]) -> Changes:
    """The same edit to several tasks, as one act."""
    with acting(store, QT_TRANSLATE_NOOP("operations", "Edit")) as act:
        edited = [require(store, task_id) for task_id in dict.fromkeys(task_ids)]
        for task in edited:
            _edit(act, task, edits)
        _learn(act, edited, edits)
    return act.changes


def require(store: Store, task_id: TaskId) -> Task:
    """The task, or UsageError."""
    task = reading.get(store, task_id)
    if task is None:
        raise gone(Kind.TASK, task_id)
    return task


def find_or_make(act: Act, kind: Kind, name: str) -> int:
    """Id of the domain or person of that name (case does not matter), made where there is none."""
    title = clean_name(name)
    found = delegates.id_of_name(act.store, kind.value, title)
    return found if found is not None else act.insert(kind, {"name": title, "created_at": act.now})


def _edit(act: Act, task: Task, edits: Edits) -> None:
    values = _columns(act, task, edits)
    if "level" in edits and task.stage is Stage.INBOX:
        values["stage"] = Stage.PLANNED
    _refuse_level_on_the_way(task, edits)
    act.update(Kind.TASK, task.id, values)


def _learn(act: Act, edited: Sequence[Task], edits: Edits) -> None:
    """A level that the user sets, or confirms for a new task, says something about its words."""
    level = edits.get("level")
    if level is None:
        return
    meant = [task for task in edited if task.stage is Stage.INBOX or task.level != level]
    learn_levels(
        act,
        (
            Chosen(
                edits.get("title", task.title),
                level,
                edits.get("notes", task.notes),
                edits.get("domain", task.domain) or "",
            )
            for task in meant
        ),
    )


def _columns(act: Act, task: Task, edits: Edits) -> dict[str, Value]:
    values: dict[str, Value] = {}
    for name in ("due", "defer", "deadline"):
        if name in edits:
            values[name] = moments.to_text(edits[name])
    if "notes" in edits:
        values["notes"] = edits["notes"]
    if "title" in edits:
        values["title"], overflow = split_title(edits["title"])
        if overflow:
            values["notes"] = "\n\n".join(part for part in (overflow, edits.get("notes", task.notes)) if part)
    if "level" in edits:
        values["level"] = edits["level"]
    if "domain" in edits:
        values["domain_id"] = _domain(act, edits["domain"])
    if "who" in edits:
        values["specialist_id"], values["person_id"] = who_of(act, edits["who"])
    return values | _planned(task, edits)


def _planned(task: Task, edits: Edits) -> dict[str, Value]:
    values: dict[str, Value] = {}
    if "chosen_on" in edits:
        chosen = edits["chosen_on"]
        values["chosen_on"] = None if chosen is None else chosen.isoformat()
    if "priority" in edits:
        values["priority"] = _among(edits["priority"], 1, 3)
    if "estimate_minutes" in edits:
        values["estimate_minutes"] = _among(edits["estimate_minutes"], 0, LONGEST_ESTIMATE)
    if "recurrence" in edits:
        again = edits["recurrence"]
        values |= recurrence_columns(None if again is None else started(again, edits.get("due", task.due)))
    return values


def _among(number: int | None, least: int, most: int) -> int | None:
    if number is not None and not least <= number <= most:
        raise UsageError(
            QT_TRANSLATE_NOOP("errors", "{number} is out of range: {least} to {most}. Nothing was changed."),
            number=number,
            least=least,
            most=most,
        )
    return number


def _refuse_finished(task: Task) -> None:
    if not task.stage.open:
        raise UserError(
            QT_TRANSLATE_NOOP("errors", "“{title}” is already finished. Nothing was changed; reopen it first."),
            title=task.title,
        )


def _refuse_level_on_the_way(task: Task, edits: Edits) -> None:
    if edits.get("level") == Level.YOU_ONLY and task.stage is Stage.DELEGATED and not task.with_person:
        raise UserError(
            QT_TRANSLATE_NOOP(
                "errors", "“{title}” is with an AI. Take it back first, then keep it for yourself. Nothing was changed."
            ),
            title=task.title,
        )


def _domain(act: Act, name: str | None) -> int | None:
    return find_or_make(act, Kind.DOMAIN, name) if name else None


def who_of(act: Act, name: str | None) -> tuple[int | None, int | None]:
    """(specialist id, person id) of a name; a name nobody has becomes a person."""
    if not name:
        return None, None
    specialist = delegates.id_of_name(act.store, Kind.SPECIALIST.value, clean_name(name))
    if specialist is not None:
        return specialist, None
    return None, find_or_make(act, Kind.PERSON, name)
