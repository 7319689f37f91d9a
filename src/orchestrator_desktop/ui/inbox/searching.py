"""What a search says beside the tasks it finds: terms it could not read, and days whose reflections hold the words."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from orchestrator_desktop.store import search
from orchestrator_desktop.ui import search_text
from orchestrator_desktop.ui.inbox.found_days import SHOWN, FoundDays
from orchestrator_desktop.ui.services import Services


@dataclass(frozen=True, slots=True)
class Beside:
    """`misread` is empty where everything was understood."""

    misread: str
    days: list[search.FoundDay]


def look(services: Services, text: str) -> Beside:
    """Read the text as the search does."""
    query = search_text.read(services.store, text, services.now())
    found = search.days(services.store, query, limit=SHOWN)
    said = [QCoreApplication.translate("errors", one.template).format(value=one.value) for one in query.misread[:2]]
    return Beside(" ".join(said), found)


def days_widget(services: Services) -> FoundDays:
    """The lines that lead to days."""
    return FoundDays(services)
