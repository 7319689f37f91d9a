"""What a search finds, for the columns of its board at once."""

from __future__ import annotations

from datetime import date, datetime

from orchestrator_desktop.domain.task import Stage
from orchestrator_desktop.store import search
from orchestrator_desktop.store.search import Found
from orchestrator_desktop.store.store import Store
from orchestrator_desktop.ui import search_text
from orchestrator_desktop.ui.inbox.model import FOUND, FOUND_OF_STAGE, FirstPage


def first_pages(store: Store, text: str, *, today: date, now: datetime) -> dict[Stage, FirstPage]:
    """The beginnings of columns, as far as one page of the whole search tells them: all of them where it finds no more
    than that, as it mostly does, else those that have enough of it. A column has the order of the search.

    To search for each column would take several times as long, at every keystroke."""
    found = search.found(store, search_text.read(store, text, now), today=today, limit=FOUND)
    columns: dict[Stage, list[Found]] = {stage: [] for stage in Stage}
    for one in found:
        columns[one.task.stage].append(one)
    more = len(found) == FOUND
    return {stage: (ones, more) for stage, ones in columns.items() if not more or len(ones) >= FOUND_OF_STAGE}
