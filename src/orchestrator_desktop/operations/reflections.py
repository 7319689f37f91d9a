"""The day's entry, saved as it is typed."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Final

from orchestrator_desktop.domain.changes import Changes, Kind
from orchestrator_desktop.domain.errors import QT_TRANSLATE_NOOP
from orchestrator_desktop.operations.acting import Act, acting
from orchestrator_desktop.store.store import Store, Value, bindable

SITTING: Final = timedelta(hours=1)
"""An entry is thought over longer than a title: so long writing goes on as one step, while nothing else is done."""


def write_reflection(store: Store, *, day: date, text: str) -> Changes:
    """Replace the day's text. What is written at one sitting is one undo step."""
    name = QT_TRANSLATE_NOOP("operations", "Write the reflection")
    with acting(store, name, merge_key=f"reflection:{day}", within=SITTING) as act:
        if bindable(text) != (store.value("SELECT text FROM reflection WHERE day = ?", (day.isoformat(),)) or ""):
            _keep(act, day, {"text": text, "updated_at": act.now})
        act.touch(Kind.REFLECTION)
    return act.changes


def close_day(store: Store, *, day: date, closed: bool = True) -> Changes:
    """Mark the day as closed, or open it again; its text can be changed all the same."""
    close, again = (
        QT_TRANSLATE_NOOP("operations", "Close the day"),
        QT_TRANSLATE_NOOP("operations", "Open the day again"),
    )
    with acting(store, close if closed else again) as act:
        _keep(act, day, {"closed_at": act.now if closed else None})
        act.touch(Kind.REFLECTION)
    return act.changes


def _keep(act: Act, day: date, values: dict[str, Value]) -> None:
    """Change the day's entry, or make it: then with all its columns, for undo to know whether any has changed."""
    here = act.store.value("SELECT 1 FROM reflection WHERE day = ?", (day.isoformat(),)) is not None
    new: dict[str, Value] = {} if here else {"text": "", "closed_at": None, "updated_at": act.now}
    act.put(Kind.REFLECTION, day.isoformat(), {**new, **values})
