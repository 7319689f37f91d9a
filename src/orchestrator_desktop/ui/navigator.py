"""Where the window is, and how widgets ask to go elsewhere."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtCore import QObject, Signal

from orchestrator_desktop.domain.ids import DomainId, TaskId


class Screen(StrEnum):
    """What the window can show beside the sidebar."""

    TODAY = "today"
    INBOX = "inbox"
    DELEGATED = "delegated"
    REVIEW = "review"
    WAITING = "waiting"
    DONE = "done"
    DOMAIN = "domain"
    REFLECTION = "reflection"
    SETTINGS = "settings"
    FIRST_START = "first_start"


@dataclass(frozen=True, slots=True)
class Target:
    """A screen, and what of it: a domain, a task to select there, or a named part of it such as "providers"."""

    screen: Screen
    domain_id: DomainId | None = None
    task_id: TaskId | None = None
    part: str = ""


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
    ) -> None:
        self.wanted.emit(Target(screen, domain_id, task_id, part))
