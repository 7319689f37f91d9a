"""Undo and redo: put the rows of a step back, or write them again, where nobody has changed them since."""

from __future__ import annotations

import json
from contextlib import AbstractContextManager
from datetime import datetime
from typing import Any, Final

from orchestrator_desktop.domain import moments
from orchestrator_desktop.domain.changes import Changes, Kind
from orchestrator_desktop.domain.delegation import DelegationState
from orchestrator_desktop.domain.errors import QT_TRANSLATE_NOOP, UserError
from orchestrator_desktop.domain.ids import DelegationId, ProviderId, StepId
from orchestrator_desktop.domain.ledger import Event
from orchestrator_desktop.operations.acting import Act, acting, acting_on_many, kind_of
from orchestrator_desktop.operations.handing import queue_again
from orchestrator_desktop.operations.naming import touch_tasks
from orchestrator_desktop.operations.roster import follow_edit
from orchestrator_desktop.operations.settings import follow
from orchestrator_desktop.operations.spending import follow_price
from orchestrator_desktop.operations.stages import ask_to_stop
from orchestrator_desktop.operations.suggesting import put_back
from orchestrator_desktop.operations.undoing import defaults, fits, out_of_place, row_of, sends, still, untouched, used
from orchestrator_desktop.store.steps import (
    CALLED_BY,
    SET_ASIDE,
    TO_UNDO,
    UNDONE,
    Step,
    anything_since,
    removed_since,
    row_called,
    to_redo,
    to_undo,
)
from orchestrator_desktop.store.store import Row, Store

_MANY: Final = 500
"""Rows of a step from which their texts are indexed together."""

_SHOWN_BY_TASKS: Final = {
    Kind.DOMAIN: "domain_id",
    Kind.PERSON: "person_id",
    Kind.SPECIALIST: "specialist_id",
}
"""Kinds whose names tasks show, and the column that refers to them."""
_SHARED: Final = frozenset({Kind.DOMAIN, Kind.PERSON, Kind.TAG, Kind.PROVIDER, Kind.SPECIALIST})
"""Kinds that an act makes in passing, and that others may use by now."""


class _BlockedError(UserError):
    """A step whose rows are not as it left them."""

    def __init__(self, template: str, act: Act, step: int) -> None:
        super().__init__(template, act=act.name)
        self.step = step


def undo(store: Store, *, step: StepId | None = None) -> Changes:
    """Undo the last step, or the one named. `Changes.name` is the name of what was undone.

    A delegation that has already been sent cannot be unsent: it is stopped and closed, and the ledger keeps both.
    Raises UserError (nothing changed) when there is nothing to undo, or when a row has changed since; the last step
    is then set aside, so that undoing again goes on with the one before."""
    try:
        with _acting(store, step or _id(to_undo(store))) as act:
            _undo(act, step)
        return act.changes
    except _BlockedError as blocked:
        if step is None:
            _mark(store, blocked.step, SET_ASIDE)
        raise


def redo(store: Store) -> Changes:
    """Do the step again that was undone last, while no other act came after. `Changes.name` is its name.

    Raises UserError (nothing changed) when there is none, or when a row has changed since."""
    try:
        with _acting(store, _id(to_redo(store))) as act:
            _redo(act)
        return act.changes
    except _BlockedError as blocked:
        _mark(store, blocked.step, SET_ASIDE)
        raise


def _id(step: Step | None) -> StepId | None:
    return None if step is None else step.id


def _acting(store: Store, step: StepId | None) -> AbstractContextManager[Act]:
    """An act that is no step itself, fit for as many rows as the step has."""
    rows = store.value("SELECT count(*) FROM undo_change WHERE step_id = ?", (step,))
    return (acting_on_many if rows > _MANY else acting)(store, "", undoable=False)


def _undo(act: Act, wanted: StepId | None) -> None:
    step = _find(act.store, wanted)
    act.name = step["name"]
    putting = _Putting(act, step["id"], moments.moment(step["created_at"]))
    for change in _changes(act.store, step["id"], newest_first=True):
        putting.put(change, was=change["after"], then=change["before"])
    putting.finish()
    _mark(act.store, step["id"], UNDONE)
    for entry in act.store.rows("SELECT id, task_id FROM ledger_standing WHERE step_id = ?", (step["id"],)):
        act.note(Event.UNDONE, entry["task_id"], undoes=entry["id"])


def _redo(act: Act) -> None:
    found = to_redo(act.store)
    if found is None:
        raise UserError(QT_TRANSLATE_NOOP("errors", "There is nothing to redo."))
    step = _find(act.store, found.id, undone=True)
    act.name = step["name"]
    putting = _Putting(act, step["id"], moments.moment(step["created_at"]), again=True)
    for change in _changes(act.store, step["id"], newest_first=False):
        putting.put(change, was=change["before"], then=change["after"])
    _mark(act.store, step["id"], TO_UNDO)
    _note_again(act, StepId(step["id"]), step["created_at"])


def _changes(store: Store, step: int, *, newest_first: bool) -> list[Row]:
    order = "DESC" if newest_first else "ASC"
    return store.rows(f"SELECT * FROM undo_change WHERE step_id = ? ORDER BY id {order}", (step,))


def _note_again(act: Act, step: StepId, at: str) -> None:
    """The ledger is append-only: what was noted when the step was first done is noted again."""
    first = "SELECT event, task_id, detail FROM ledger WHERE step_id = ? AND at = ? AND event <> 'undone' ORDER BY id"
    for entry in act.store.rows(first, (step, at)):
        act.note(Event(entry["event"]), entry["task_id"], step=step, **json.loads(entry["detail"]))


def _find(store: Store, step: StepId | None, *, undone: bool = False) -> Row:
    if step is None:
        last = to_undo(store)
        step = None if last is None else last.id
    mark = "undone = 1" if undone else "undone IN (0, 2)"
    found = store.row(f"SELECT id, name, created_at FROM undo_step WHERE {mark} AND id = ?", (step,))
    if found is None:
        raise UserError(QT_TRANSLATE_NOOP("errors", "There is nothing to undo."))
    return found


def _mark(store: Store, step: int, mark: int) -> None:
    store.execute("UPDATE undo_step SET undone = ? WHERE id = ?", (mark, step))


class _Putting:
    """One step's rows on their way back, or with `again` on their way to what the step made of them. `_kept` are its
    briefs that a delegation which was sent still needs."""

    def __init__(self, act: Act, step: int, done_at: datetime, *, again: bool = False) -> None:
        self._act = act
        self._step = step
        self._done_at = done_at
        self._again = again
        self._kept: set[tuple[Kind, int]] = set()
        self._moved: set[int] = set()
        self._defaults: dict[Kind, dict[str, Any]] = {}

    def put(self, change: Row, *, was: str | None, then: str | None) -> None:
        """Make a row that still is as it `was` what it is to be `then` (JSON; None is no row)."""
        kind = kind_of(change["tbl"])
        old = None if was is None else json.loads(was)
        new = None if then is None else json.loads(then)
        if change["tbl"] in CALLED_BY:
            self._put_called(kind, change["key"], old, new)
        elif kind is Kind.LESSON:
            put_back(self._act, int(change["key"]), old, new)  # a count that others have added to is no conflict
        elif new is None and row_of(self._act.store, kind, int(change["key"])) is None:
            self._let_go(change)
        elif (kind, int(change["key"])) not in self._kept:
            self._put_numbered(kind, int(change["key"]), old, new)

    def finish(self) -> None:
        """What no row shows by itself: a step that others came after must not leave two timers running, nor open tasks
        in finished ones."""
        store = self._act.store
        if not self._moved or not anything_since(store, self._step):
            return
        since = moments.to_text(self._done_at) or ""
        timers = store.value("SELECT count(*) FROM task WHERE timer_since IS NOT NULL")
        if timers > 1 or any(out_of_place(store, task_id, since) for task_id in self._moved):
            raise self._blocked()

    def _put_called(self, kind: Kind, key: str, old: dict[str, Any] | None, new: dict[str, Any] | None) -> None:
        store = self._act.store
        now = row_of(store, kind, key)
        named = row_called(kind.value, key)
        if not still(now, old) or not (new is None or fits(store, kind, 0, now, named)):
            raise self._blocked(gone=now is None)
        self._act.put(kind, key, new)
        if kind is Kind.SETTING:
            follow(self._act, key)
        elif kind is Kind.PRICE:
            follow_price(self._act, ProviderId(int(named["provider_id"])))

    def _let_go(self, change: Row) -> None:
        """What was to go was removed for good, as from the trash: the step has no part in it any more. What a later
        step has removed is that step's."""
        if removed_since(self._act.store, change):
            raise self._blocked()
        self._act.store.execute("DELETE FROM undo_change WHERE id = ?", (change["id"],))

    def _put_numbered(self, kind: Kind, key: int, old: dict[str, Any] | None, new: dict[str, Any] | None) -> None:
        now = row_of(self._act.store, kind, key)
        if old is None and now is not None and still(now, new):
            return  # kept for others that use it
        if now is None and old is not None:
            raise self._blocked(gone=True)
        if not still(now, old) or not fits(self._act.store, kind, key, now, new or {}):
            raise self._blocked()
        self._report(kind, old or {}, new or {}, key)
        if new is None:
            self._take_out(kind, key, untouched=self._untouched(kind, now, old or {}))
        elif old is None:
            self._put_in(kind, key, new)
        else:
            self._change(kind, key, new)

    def _report(self, kind: Kind, old: dict[str, Any], new: dict[str, Any], key: int) -> None:
        """Rows elsewhere that show what changes here."""
        if kind is Kind.TASK:
            for whole in (old.get("parent_id"), new.get("parent_id")):
                if whole is not None:
                    self._act.touch(Kind.TASK, whole)
            if new and not {"stage", "parent_id", "timer_since"}.isdisjoint(new):
                self._moved.add(key)
        elif "name" in new and kind in _SHOWN_BY_TASKS:
            touch_tasks(self._act, _SHOWN_BY_TASKS[kind], key)

    def _untouched(self, kind: Kind, now: Row | None, made: dict[str, Any]) -> bool:
        if now is None:
            return True
        if kind not in self._defaults:
            self._defaults[kind] = defaults(self._act.store, kind)
        return untouched(now, made, self._defaults[kind])

    def _put_in(self, kind: Kind, key: int, values: dict[str, Any]) -> None:
        if self._again and kind is Kind.DELEGATION and sends(values):
            raise self._blocked()  # handing over is sending: it is done anew, with what leaves before the eyes
        self._act.insert(kind, values)

    def _change(self, kind: Kind, key: int, values: dict[str, Any]) -> None:
        if kind is Kind.BRIEF and used(self._act.store, kind, key):
            raise self._blocked()  # what was handed over stays as it was read
        self._act.update(kind, key, values)
        if kind is Kind.DELEGATION and values.get("state") == DelegationState.OPEN:
            queue_again(self._act, DelegationId(key), self._done_at)
        if kind is Kind.PROVIDER:
            follow_edit(self._act, ProviderId(key), values)

    def _take_out(self, kind: Kind, key: int, *, untouched: bool) -> None:
        """Remove a row that the step had made; a delegation with something on its way is stopped instead."""
        if kind is Kind.DELEGATION and self._was_sent(key):
            ask_to_stop(self._act, key)
            self._act.update(kind, key, {"state": "closed"})
            brief_id = self._act.store.value("SELECT brief_id FROM delegation WHERE id = ?", (key,))
            self._kept.add((Kind.BRIEF, brief_id))
        elif used(self._act.store, kind, key) or not untouched:
            # A domain or a person named in passing may serve others by now.
            if kind not in _SHARED or self._alone():
                raise self._blocked()
        else:
            self._act.delete(kind, key)

    def _was_sent(self, delegation_id: int) -> bool:
        # A request may have left though the attempt waits again, as if it never had.
        sent = """SELECT 1 FROM attempt WHERE delegation_id = ? AND (sent_at IS NOT NULL
          OR EXISTS (SELECT 1 FROM sent WHERE sent.attempt_id = attempt.id))"""
        return self._act.store.value(sent, (delegation_id,)) is not None

    def _alone(self) -> bool:
        return bool(self._act.store.value("SELECT count(*) = 1 FROM undo_change WHERE step_id = ?", (self._step,)))

    def _blocked(self, *, gone: bool = False) -> _BlockedError:
        if self._again:
            again = QT_TRANSLATE_NOOP("errors", "“{act}” cannot be redone as it was. Nothing was changed; do it anew.")
            return _BlockedError(again, self._act, self._step)
        if gone:
            lost = QT_TRANSLATE_NOOP(
                "errors", "“{act}” cannot be undone: what it changed was removed for good since. Nothing was changed."
            )
            return _BlockedError(lost, self._act, self._step)
        template = QT_TRANSLATE_NOOP(
            "errors", "“{act}” cannot be undone: there has been further work on it since. Nothing was changed."
        )
        return _BlockedError(template, self._act, self._step)
