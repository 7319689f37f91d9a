"""Capture and plan: add, edit, complete, drop, reopen."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Final, TypedDict, Unpack

from orchestrator_desktop.domain import capture, moments
from orchestrator_desktop.domain.attempts import AttemptState
from orchestrator_desktop.domain.changes import Changes, Kind
from orchestrator_desktop.domain.errors import QT_TRANSLATE_NOOP, UserError
from orchestrator_desktop.domain.ids import TaskId
from orchestrator_desktop.domain.ledger import Event, Way
from orchestrator_desktop.domain.task import Due, Level, Stage, Task, clean_name, may_move, split_title
from orchestrator_desktop.operations.acting import Act, acting, gone
from orchestrator_desktop.operations.recording import record
from orchestrator_desktop.store import delegates
from orchestrator_desktop.store import tasks as reading
from orchestrator_desktop.store.store import Store, Value
from orchestrator_desktop.system.dates import day_first

DEFAULT_LEVEL: Final = Level.YOU_AND_AI
"""A task nobody has sorted yet: an AI may help, and a person always judges."""

COMPLETE: Final = QT_TRANSLATE_NOOP("operations", "Complete")


def add(
    store: Store,
    *,
    line: str,
    ignored: Sequence[tuple[int, int]] = (),
    now: datetime | None = None,
    domain: str | None = None,
    due: Due = None,
) -> Changes:
    """Add the task that a captured line describes; `ignored` are spans the user turned back to words, `domain` and
    `due` hold where the line names none.

    Domains and people named for the first time are made. Characters beyond a title's limit go to the notes.
    `Changes.first(Kind.TASK)` is its id."""
    read = understand(store, line=line, ignored=ignored, now=now)
    title, overflow = split_title(read.title)
    notes = "\n\n".join(part for part in (overflow, read.note or "") if part)
    with acting(store, QT_TRANSLATE_NOOP("operations", "Add")) as act:
        specialist_id, person_id = _who(act, read.who)
        task_id = act.insert(
            Kind.TASK,
            {
                "title": title,
                "notes": notes,
                "level": read.level or DEFAULT_LEVEL,
                "stage": Stage.INBOX,
                "domain_id": _domain(act, read.domain or domain),
                "due": moments.to_text(due if read.due is None and read.defer is None else read.due),
                "defer": moments.to_text(read.defer),
                "specialist_id": specialist_id,
                "person_id": person_id,
                "priority": read.priority,
                "estimate_minutes": read.estimate_minutes,
                "created_at": act.now,
            },
        )
        act.note(Event.CAPTURED, TaskId(task_id))
    return act.changes


def understand(
    store: Store, *, line: str, ignored: Sequence[tuple[int, int]] = (), now: datetime | None = None
) -> capture.Captured:
    """What a captured line says, with the domains, specialists and people that exist; writes nothing."""
    return capture.parse(
        line,
        now=now or datetime.now(UTC).astimezone(),
        locale_day_first=day_first(),
        known_domains=delegates.domain_names(store),
        known_names=delegates.names(store),
        ignored=ignored,
    )


class Edits(TypedDict, total=False):
    """What `edit` can change; what is absent stays. None takes a date, domain or delegate away."""

    title: str
    notes: str
    level: Level
    domain: str | None
    due: Due
    defer: Due
    who: str | None


def edit(store: Store, *, task_id: TaskId, **edits: Unpack[Edits]) -> Changes:
    """Change fields of a task. Typing in one text field for a while is one undo step. What a title cannot hold goes
    to the notes.

    A level chosen by the user plans a task that was still in the inbox."""
    name = QT_TRANSLATE_NOOP("operations", "Edit")
    texts = set(edits) <= {"title", "notes"}
    merge_key = f"task:{task_id}:{'+'.join(sorted(edits))}" if texts else ""
    with acting(store, name, merge_key=merge_key) as act:
        _edit(act, require(store, task_id), edits)
    return act.changes


def edit_all(store: Store, *, task_ids: Sequence[TaskId], **edits: Unpack[Edits]) -> Changes:
    """The same edit to several tasks, as one act."""
    with acting(store, QT_TRANSLATE_NOOP("operations", "Edit")) as act:
        for task_id in dict.fromkeys(task_ids):
            _edit(act, require(store, task_id), edits)
    return act.changes


def complete(store: Store, *, task_id: TaskId, seconds: int | None = None) -> Changes:
    """Done by hand: the ledger counts it as executed, by `seconds` of work where known. What was out is closed."""
    with acting(store, COMPLETE) as act:
        _complete(act, task_id, seconds)
    return act.changes


def complete_all(store: Store, *, task_ids: Sequence[TaskId]) -> Changes:
    """Several done by hand, as one act."""
    with acting(store, COMPLETE) as act:
        for task_id in dict.fromkeys(task_ids):
            _complete(act, task_id, None)
    return act.changes


def drop(store: Store, *, task_ids: Sequence[TaskId]) -> Changes:
    """Give tasks up; they stay in Done, marked, and what was out is closed."""
    with acting(store, QT_TRANSLATE_NOOP("operations", "Drop")) as act:
        for task_id in dict.fromkeys(task_ids):
            move(act, task_id, Stage.DROPPED)
            close_open_delegation(act, task_id)
            act.note(Event.DROPPED, task_id)
    return act.changes


def reopen(store: Store, *, task_id: TaskId) -> Changes:
    """Take a done or dropped task back into the inbox."""
    with acting(store, QT_TRANSLATE_NOOP("operations", "Reopen")) as act:
        task = require(store, task_id)
        if task.stage.open:
            raise UserError(
                QT_TRANSLATE_NOOP("errors", "“{title}” is neither done nor dropped. Nothing was changed."),
                title=task.title,
            )
        move(act, task_id, Stage.PLANNED)
        act.note(Event.REOPENED, task_id)
    return act.changes


def require(store: Store, task_id: TaskId) -> Task:
    """The task, or UsageError."""
    task = reading.get(store, task_id)
    if task is None:
        raise gone(Kind.TASK, task_id)
    return task


def move(act: Act, task_id: TaskId, stage: Stage, **more: Value) -> Task:
    """Take a task to another stage inside an act; raises UserError for one that is finished. Returns it as it was."""
    task = require(act.store, task_id)
    if not may_move(task.stage, stage):
        raise UserError(
            QT_TRANSLATE_NOOP("errors", "“{title}” is already finished. Nothing was changed; reopen it first."),
            title=task.title,
        )
    ended = act.now if not stage.open else None
    act.update(Kind.TASK, task_id, {"stage": stage, "done_at": ended, **more})
    return task


def close_open_delegation(act: Act, task_id: TaskId) -> None:
    """Nothing is awaited any more: what is queued is cancelled, what runs is asked to stop."""
    for row in act.store.rows("SELECT id FROM delegation WHERE task_id = ? AND state = 'open'", (task_id,)):
        act.update(Kind.DELEGATION, row["id"], {"state": "closed"})
        ask_to_stop(act, row["id"])


def ask_to_stop(act: Act, delegation_id: int) -> bool:
    """Cancel what has not left yet of a delegation, ask for what is under way to be stopped; whether there was any."""
    active = act.store.rows(
        """SELECT id, state FROM attempt WHERE delegation_id = ?
        AND state IN ('draft', 'queued', 'waiting', 'sent', 'streaming')""",
        (delegation_id,),
    )
    for row in active:
        if AttemptState(row["state"]).to_come:
            act.store.execute(
                "UPDATE attempt SET state = 'cancelled', error = 'stopped', cost_micro = 0, ended_at = ? WHERE id = ?",
                (act.now, row["id"]),
            )
            record(act, row["id"], AttemptState.CANCELLED)
        else:
            act.store.execute("UPDATE attempt SET stop_asked = 1 WHERE id = ?", (row["id"],))
            act.touch(Kind.ATTEMPT, row["id"])
    return bool(active)


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


def _complete(act: Act, task_id: TaskId, seconds: int | None) -> None:
    move(act, task_id, Stage.DONE)
    close_open_delegation(act, task_id)
    act.note(Event.EXECUTED, task_id, way=Way.EXECUTED, seconds=seconds)


def _columns(act: Act, task: Task, edits: Edits) -> dict[str, Value]:
    values: dict[str, Value] = {}
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
    if "due" in edits:
        values["due"] = moments.to_text(edits["due"])
    if "defer" in edits:
        values["defer"] = moments.to_text(edits["defer"])
    if "who" in edits:
        values["specialist_id"], values["person_id"] = _who(act, edits["who"])
    return values


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


def _who(act: Act, name: str | None) -> tuple[int | None, int | None]:
    """(specialist id, person id) of a name; a name nobody has becomes a person."""
    if not name:
        return None, None
    specialist = delegates.id_of_name(act.store, Kind.SPECIALIST.value, clean_name(name))
    if specialist is not None:
        return specialist, None
    return None, find_or_make(act, Kind.PERSON, name)
