"""What the window asks of a screen."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QWidget

from orchestrator_desktop.domain.changes import Changes
from orchestrator_desktop.domain.ids import TaskId
from orchestrator_desktop.ui.navigator import Target
from orchestrator_desktop.ui.services import Services


class Page(QWidget):
    """A screen beside the sidebar, built on first use.

    Hidden pages do not re-read on every change: they are marked stale and refreshed when shown."""

    def __init__(self, services: Services, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.services = services
        self._missed = False
        services.bridge.changed.connect(self._heard)

    def open(self, target: Target) -> None:
        """Go to what `target` names; called each time the window shows this page."""
        raise TypeError(f"{type(self).__name__} does not say what it shows for {target.screen}")

    def refresh(self, changes: Changes) -> None:
        """Re-read what `changes` names; `changes.outside` means everything. Called only while visible."""
        raise TypeError(f"{type(self).__name__} does not say how it refreshes after {changes.name}")

    def unmade(self) -> Callable[[], object] | None:
        """What makes the part of this page that was left for after the first painting; none where all is there."""
        return None

    def subject(self) -> TaskId | None:
        """The task that the acts of this screen are for now, if it is one."""
        return None

    def panes(self) -> list[QWidget]:
        """Parts that F6 goes through, from left to right."""
        return [self]

    def _heard(self, changes: Changes, origin: str) -> None:
        if origin and origin == self.objectName():
            return
        if self.isVisible():
            self.refresh(changes)
        else:
            self._missed = True

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._missed:
            self._missed = False
            self.refresh(Changes(outside=True))
