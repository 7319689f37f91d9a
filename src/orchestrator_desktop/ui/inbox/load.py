"""How full a day is: what Today's tasks are estimated at, against the hours of a working day."""

from __future__ import annotations

from datetime import date
from typing import Final

from PySide6.QtCore import QCoreApplication

from orchestrator_desktop.store import days, tasks
from orchestrator_desktop.store.places import Place, View
from orchestrator_desktop.store.store import Store
from orchestrator_desktop.ui import formats

DAY_MINUTES: Final = "day.minutes"
"""The setting of how long a working day is."""
STANDARD: Final = 7 * 60


def day_minutes(store: Store) -> int:
    """Minutes of a working day."""
    found = days.setting(store, DAY_MINUTES, STANDARD)
    return found if isinstance(found, int) and 0 < found <= 24 * 60 else STANDARD


def load_words(store: Store, today: date) -> tuple[str, bool]:
    """ "3 h 20 of 7 h", and whether that is more than a day has; empty while nothing is estimated."""
    planned, _without = tasks.estimate_minutes(store, Place(View.TODAY), today=today)
    if not planned:
        return "", False
    room = day_minutes(store)
    words = QCoreApplication.translate("TasksPage", "%1 of %2")
    said = words.replace("%1", formats.duration(planned * 60)).replace("%2", formats.duration(room * 60))
    return said, planned > room
