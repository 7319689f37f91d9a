"""What the trash has kept for 30 days is removed when the window starts and when a day begins."""

from __future__ import annotations

from datetime import timedelta

from PySide6.QtCore import QObject, QTimer

from orchestrator_desktop.domain import moments
from orchestrator_desktop.operations.stages import KEPT_DAYS, clear_old_trash
from orchestrator_desktop.store import family
from orchestrator_desktop.ui.services import Services
from orchestrator_desktop.ui.shell.late import LateWatch

_AFTER_START_MS = 3_000
"""The start is not the moment to remove things."""


class TrashKeeper(QObject):
    """Writes only where there is something to remove."""

    def __init__(self, services: Services, days: LateWatch) -> None:
        super().__init__(days)
        self._services = services
        days.day_began.connect(self.look)
        soon = QTimer(self, singleShot=True, interval=_AFTER_START_MS)
        soon.timeout.connect(self.look)
        soon.start()

    def look(self) -> None:
        """Remove what was dropped too long ago."""
        now = self._services.now()
        if family.in_trash(self._services.store, moments.to_text(now - timedelta(days=KEPT_DAYS))):
            self._services.acts.run(clear_old_trash, now=now)
