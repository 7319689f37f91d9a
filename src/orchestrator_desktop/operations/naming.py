"""What is shared by all that has a name of its own: a name that is free, the rows that show it, and leaving them."""

from __future__ import annotations

from orchestrator_desktop.domain.changes import Kind
from orchestrator_desktop.domain.errors import QT_TRANSLATE_NOOP, UsageError
from orchestrator_desktop.domain.task import clean_name
from orchestrator_desktop.operations.acting import Act
from orchestrator_desktop.store import delegates


def free_name(act: Act, kind: Kind, name: str, *, but: int | None = None) -> str:
    """The name as it is kept; UsageError where another than `but` has it."""
    title = clean_name(name)
    if delegates.id_of_name(act.store, kind.value, title) not in (None, but):
        raise UsageError(
            QT_TRANSLATE_NOOP("errors", "The name “{name}” is taken. Nothing was changed; choose another."), name=title
        )
    return title


def numbered_name(act: Act, kind: Kind, name: str) -> str:
    """The name itself, or with a number behind it where another has it."""
    title = candidate = clean_name(name)
    number = 2
    while delegates.id_of_name(act.store, kind.value, candidate) is not None:
        candidate, number = f"{title} {number}", number + 1
    return candidate


def touch_tasks(act: Act, column: str, key: int) -> None:
    """Report the tasks whose rows show a name that changes."""
    for row in act.store.rows(f"SELECT id FROM task WHERE {column} = ?", (key,)):
        act.touch(Kind.TASK, row["id"])


def let_go(act: Act, column: str, key: int) -> None:
    """Take who is removed from their tasks and delegations."""
    # By hand what the file would do by itself: undo puts back what an act wrote, nothing else.
    for kind in (Kind.TASK, Kind.DELEGATION):
        for row in act.store.rows(f"SELECT id FROM {kind.value} WHERE {column} = ?", (key,)):
            act.update(kind, row["id"], {column: None})
