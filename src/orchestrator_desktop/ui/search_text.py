"""What a text in a search field asks for, read alike wherever the window searches."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from orchestrator_desktop.store import days, search
from orchestrator_desktop.store.store import Store
from orchestrator_desktop.system.dates import day_first, week_start

if TYPE_CHECKING:
    from orchestrator_desktop.domain.query import Query


def read(store: Store, text: str, now: datetime) -> Query:
    """At an aware local moment: dates and weeks as they are written here, days as the user's begin."""
    return search.read(text, now=now, day_first=day_first(), week_start=week_start(), begins=days.rollover(store))
