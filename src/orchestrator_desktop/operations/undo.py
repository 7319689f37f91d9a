"""Undo: put the rows of the last step back, where nobody has changed them since."""

from __future__ import annotations

import json
from typing import Any

from orchestrator_desktop.domain.changes import Changes, Kind
from orchestrator_desktop.domain.errors import QT_TRANSLATE_NOOP, UserError
from orchestrator_desktop.domain.ids import StepId
from orchestrator_desktop.domain.ledger import Event
from orchestrator_desktop.operations.acting import Act, acting, kind_of
from orchestrator_desktop.store.store import Row, Store


def undo(store: Store, *, step: StepId | None = None) -> Changes:
    """Undo the last step, or the one named. `Changes.name` is the name of what was undone.

    A delegation that has already been sent cannot be unsent: it is stopped and closed, and the ledger keeps both.
    Raises UserError (nothing changed) when there is nothing to undo, or when a row has changed since."""
    found = _find(store, step)
    with acting(store, found["name"], undoable=False) as act:
        for change in store.rows("SELECT * FROM undo_change WHERE step_id = ? ORDER BY id DESC", (found["id"],)):
            _put_back(act, change)
        store.execute("UPDATE undo_step SET undone = 1 WHERE id = ?", (found["id"],))
        for entry in store.rows("SELECT id, task_id FROM ledger_standing WHERE step_id = ?", (found["id"],)):
            act.note(Event.UNDONE, entry["task_id"], undoes=entry["id"])
    return act.changes


def _find(store: Store, step: StepId | None) -> Row:
    where = "id = (SELECT max(id) FROM undo_step WHERE NOT undone)" if step is None else "id = ? AND NOT undone"
    found = store.row(f"SELECT id, name FROM undo_step WHERE {where}", () if step is None else (step,))
    if found is None:
        raise UserError(QT_TRANSLATE_NOOP("errors", "There is nothing to undo."))
    return found


def _put_back(act: Act, change: Row) -> None:
    kind, key = kind_of(change["tbl"]), int(change["key"])
    before = None if change["before"] is None else json.loads(change["before"])
    after = None if change["after"] is None else json.loads(change["after"])
    now = act.store.row(f"SELECT * FROM {kind.value} WHERE id = ?", (key,))
    if not _still(now, after):
        raise _changed_since(act, kind)
    if before is None:
        _take_out(act, kind, key)
    elif after is None:
        act.insert(kind, before)
    else:
        act.update(kind, key, before)


def _still(now: Row | None, after: dict[str, Any] | None) -> bool:
    if now is None or after is None:
        return now is None and after is None
    return all(now[name] == value for name, value in after.items())


def _take_out(act: Act, kind: Kind, key: int) -> None:
    """Remove a row that the step had made; a delegation with something on its way is stopped instead."""
    if kind is Kind.DELEGATION:
        sent = act.store.value("SELECT 1 FROM attempt WHERE delegation_id = ? AND state <> 'queued' LIMIT 1", (key,))
        if sent:
            act.store.execute("UPDATE attempt SET stop_asked = 1 WHERE delegation_id = ?", (key,))
            act.update(kind, key, {"state": "closed"})
            return
    act.delete(kind, key)


def _changed_since(act: Act, kind: Kind) -> UserError:
    return UserError(
        QT_TRANSLATE_NOOP(
            "errors",
            "“{name}” cannot be undone: the {kind} has changed since. Nothing was changed.",
        ),
        name=act.name,
        kind=kind.value,
    )
