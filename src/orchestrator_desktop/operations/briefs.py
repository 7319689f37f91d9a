"""Writing a brief, saved as it is typed."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import TypedDict, Unpack

from orchestrator_desktop.domain.brief import ContextItem, OutputFormat
from orchestrator_desktop.domain.briefing import Ask
from orchestrator_desktop.domain.changes import Changes, Kind
from orchestrator_desktop.domain.errors import QT_TRANSLATE_NOOP
from orchestrator_desktop.domain.ids import BriefId, TaskId
from orchestrator_desktop.domain.task import Task
from orchestrator_desktop.domain.text import whole
from orchestrator_desktop.operations.acting import Act, acting
from orchestrator_desktop.operations.tasks import require
from orchestrator_desktop.store import delegations as reading
from orchestrator_desktop.store.store import Store, Value


class BriefEdits(TypedDict, total=False):
    """What `edit_brief` can change; what is absent stays."""

    objective: str
    context: tuple[ContextItem, ...]
    constraints: tuple[str, ...]
    done_when: tuple[str, ...]
    output: OutputFormat


def edit_brief(store: Store, *, task_id: TaskId, **edits: Unpack[BriefEdits]) -> Changes:
    """Change a task's brief. A version that was handed over stays as it is: the edit begins the next one."""
    merge_key = f"brief:{task_id}:{'+'.join(sorted(edits))}"
    with acting(store, QT_TRANSLATE_NOOP("operations", "Edit brief"), merge_key=merge_key) as act:
        write_brief(act, task_id, edits)
    return act.changes


def write_brief(act: Act, task_id: TaskId, edits: BriefEdits) -> BriefId:
    """The brief that may be edited, made where needed, with `edits` in it."""
    task = require(act.store, task_id)
    latest = reading.latest_brief(act.store, task_id)
    values = _columns(act, edits)
    if latest is not None and not latest.handed_over:
        if values:
            act.update(Kind.BRIEF, latest.id, values)
        return latest.id
    if latest is not None and not _differs(act, latest.id, values):
        return latest.id
    base: dict[str, Value] = dict(_copied(act, latest.id)) if latest else {"objective": default_objective(task)}
    version = latest.version + 1 if latest else 1
    row = {**base, **values, "task_id": task_id, "version": version, "created_at": act.now}
    return BriefId(act.insert(Kind.BRIEF, row))


def default_objective(task: Task) -> str:
    """What is asked when the user has written nothing else: the title, then the notes."""
    return f"{task.title}\n\n{task.notes}".strip() if task.notes else task.title


def ask_of(store: Store, task: Task, brief_id: BriefId | None = None) -> Ask:
    """What the task's newest brief, or the version named, asks as it would be sent."""
    brief = reading.latest_brief(store, task.id) if brief_id is None else reading.brief(store, brief_id)
    if brief is None:
        return Ask(default_objective(task))
    objective = brief.objective.strip() or default_objective(task)
    return Ask(objective, brief.context, brief.constraints, brief.done_when, brief.output)


def _columns(act: Act, edits: BriefEdits) -> dict[str, Value]:
    values: dict[str, Value] = {}
    if "objective" in edits:
        values["objective"] = edits["objective"]
    if "context" in edits:
        values["context"] = json.dumps([_keep(act, item) for item in edits["context"]], ensure_ascii=False)
    if "constraints" in edits:
        values["constraints"] = _lines(edits["constraints"])
    if "done_when" in edits:
        values["done_when"] = _lines(edits["done_when"])
    if "output" in edits:
        values["output"] = edits["output"]
    return values


def _lines(lines: Iterable[str]) -> str:
    return json.dumps([whole(line) for line in lines], ensure_ascii=False)


def _keep(act: Act, given: ContextItem) -> dict[str, str]:
    """Store an item's text once, under its digest."""
    item = ContextItem(whole(given.title), whole(given.text), given.origin)
    act.store.execute(
        "INSERT INTO context_item (sha256, text) VALUES (?, ?) ON CONFLICT DO NOTHING", (item.sha256, item.text)
    )
    return {"title": item.title, "sha256": item.sha256, "origin": item.origin}


_PARTS = ("objective", "context", "constraints", "done_when", "output")


def _copied(act: Act, brief_id: BriefId) -> dict[str, Value]:
    row = act.store.row(f"SELECT {', '.join(_PARTS)} FROM brief WHERE id = ?", (brief_id,))
    return dict(row) if row is not None else {}


def _differs(act: Act, brief_id: BriefId, values: dict[str, Value]) -> bool:
    now = _copied(act, brief_id)
    return any(now[name] != value for name, value in values.items())
