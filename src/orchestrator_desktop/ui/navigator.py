"""Where the window is, and how widgets ask to go elsewhere."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtCore import QObject, Signal

from orchestrator_desktop.domain.ids import DomainId, FilterId, TaskId


class Screen(StrEnum):
    """What the window can show beside the sidebar."""

    TODAY = "today"
    INBOX = "inbox"
    DELEGATED = "delegated"
    REVIEW = "review"
    WAITING = "waiting"
    DONE = "done"
    DOMAIN = "domain"
    FILTER = "filter"
    REFLECTION = "reflection"
    SETTINGS = "settings"
    FIRST_START = "first_start"


@dataclass(frozen=True, slots=True)
class Target:
    """A screen, and what of it: a domain or a saved filter, a task to select there, or a named part of it such as
    "providers"."""

    screen: Screen
    domain_id: DomainId | None = None
    task_id: TaskId | None = None
    part: str = ""
    filter_id: FilterId | None = None

    @property
    def place(self) -> Target:
        """The same without what of it is shown: where it is in the sidebar."""
        return Target(self.screen, self.domain_id, filter_id=self.filter_id)


class Navigator(QObject):
    """Asked by any widget, obeyed by the window."""

    wanted = Signal(object)
    """Target."""
    current: Target | None = None
    """Where the window is; the window sets it."""

    def go(
        self,
        screen: Screen,
        *,
        domain_id: DomainId | None = None,
        task_id: TaskId | None = None,
        part: str = "",
        filter_id: FilterId | None = None,
    ) -> None:
        self.wanted.emit(Target(screen, domain_id, task_id, part, filter_id))
