"""Reading the undo steps: which can be undone and redone, and what they are called."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from orchestrator_desktop.domain.ids import StepId
from orchestrator_desktop.store.store import Row, Store

TO_UNDO, UNDONE, SET_ASIDE, FORGOTTEN = range(4)
"""What `undo_step.undone` says. A step that was undone is forgotten by the next act: redo leads nowhere else."""

CALLED_BY: Final = {"reflection": ("day",), "setting": ("key",), "price": ("provider_id", "own", "model")}
"""Tables whose rows have no number, and the columns that tell them apart: their values are a row's `called`."""


def called(*values: object) -> str:
    """What a row without a number is called in an undo step. Only the last value may hold a slash."""
    return "/".join(str(value) for value in values)


def row_called(table: str, key: str) -> dict[str, str]:
    """The columns that `called` names, and their values."""
    columns = CALLED_BY[table]
    return dict(zip(columns, key.split("/", len(columns) - 1), strict=True))


@dataclass(frozen=True, slots=True)
class Step:
    """One step; `name` is the English name of its act, in context "operations"."""

    id: StepId
    name: str


def to_undo(store: Store) -> Step | None:
    """The step that undo takes back."""
    return _step(store.row("SELECT id, name FROM undo_step WHERE undone = 0 ORDER BY id DESC LIMIT 1"))


def to_redo(store: Store) -> Step | None:
    """The step that redo does again: of those undone since the last act, the first that was done. Undone one by one, it
    is the one that was undone last; steps that were undone out of their turn do not build on each other."""
    return _step(store.row("SELECT id, name FROM undo_step WHERE undone = ? ORDER BY id LIMIT 1", (UNDONE,)))


def forget_undone(store: Store) -> None:
    """Another act begins: what was undone before it is not done again."""
    store.execute("UPDATE undo_step SET undone = ? WHERE undone = ?", (FORGOTTEN, UNDONE))


def forget_old(store: Store, last: int, kept: int) -> None:
    """Keep the newest steps up to `last`: those that were forgotten take no other's place."""
    store.execute(
        """DELETE FROM undo_step WHERE id <= :old AND (undone = :forgotten OR id <=
        (SELECT id FROM undo_step WHERE undone <> :forgotten ORDER BY id DESC LIMIT 1 OFFSET :kept))""",
        {"old": last - kept, "kept": kept, "forgotten": FORGOTTEN},
    )


def anything_since(store: Store, step: int) -> bool:
    """Whether steps that came after this one stand."""
    later = "SELECT 1 FROM undo_step WHERE id > ? AND undone IN (?, ?) LIMIT 1"
    return store.value(later, (step, TO_UNDO, SET_ASIDE)) is not None


def removed_since(store: Store, change: Row) -> bool:
    """Whether a step that came after a change, and stands, has removed its row."""
    later = """SELECT 1 FROM undo_change JOIN undo_step ON undo_step.id = step_id
    WHERE step_id > ? AND undone IN (?, ?) AND tbl = ? AND key = ? AND after IS NULL LIMIT 1"""
    given = (change["step_id"], TO_UNDO, SET_ASIDE, change["tbl"], change["key"])
    return store.value(later, given) is not None


def _step(row: Row | None) -> Step | None:
    return None if row is None else Step(StepId(row["id"]), row["name"])
