"""The day's entry, saved as it is typed."""

from __future__ import annotations

from datetime import date

from orchestrator_desktop.domain.changes import Changes, Kind
from orchestrator_desktop.operations.acting import acting
from orchestrator_desktop.store.store import Store


def write_reflection(store: Store, *, day: date, text: str) -> Changes:
    """Replace the day's text. The text field has its own undo, so this is no undo step."""
    with acting(store, "", undoable=False) as act:
        store.execute(
            """INSERT INTO reflection (day, text, updated_at) VALUES (:day, :text, :now)
            ON CONFLICT (day) DO UPDATE SET text = :text, updated_at = :now WHERE text <> :text""",
            {"day": day.isoformat(), "text": text, "now": act.now},
        )
        act.touch(Kind.REFLECTION)
    return act.changes


def close_day(store: Store, *, day: date, closed: bool = True) -> Changes:
    """Mark the day as closed, or open it again; its text can be changed all the same."""
    with acting(store, "", undoable=False) as act:
        moment = act.now if closed else None
        store.execute(
            """INSERT INTO reflection (day, closed_at, updated_at) VALUES (:day, :closed, :now)
            ON CONFLICT (day) DO UPDATE SET closed_at = :closed""",
            {"day": day.isoformat(), "closed": moment, "now": act.now},
        )
        act.touch(Kind.REFLECTION)
    return act.changes
