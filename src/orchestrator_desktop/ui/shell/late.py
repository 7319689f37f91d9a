"""What is late, said once when the window starts and once when a day begins, not at every turn."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QObject, Qt, QTimer, Signal

from orchestrator_desktop.store.waiting import count_late
from orchestrator_desktop.ui.navigator import Screen
from orchestrator_desktop.ui.services import Services

LOOK_MS = 60_000
"""How often it is looked whether a day has begun: a computer that slept tells nobody that midnight passed."""


class LateWatch(QObject):
    """`told(words)` when answers are late and that was not said today; `day_began` after midnight."""

    told = Signal(str)
    day_began = Signal()

    def __init__(self, services: Services, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._services = services
        self._day = services.today()
        self._told: date | None = None
        clock = QTimer(self, interval=LOOK_MS, timerType=Qt.TimerType.VeryCoarseTimer)
        clock.timeout.connect(self.tick)
        clock.start()

    def look(self) -> None:
        """Say what is late, unless that was done today or the user is looking at it."""
        today, here = self._services.today(), self._services.navigator.current
        if today == self._told:
            return
        self._told = today
        late = count_late(self._services.store, today=today)
        if late and (here is None or here.screen is not Screen.WAITING):
            self.told.emit(self.tr("%n answer(s) are late.", "", late))

    def tick(self) -> None:
        """A minute has passed."""
        today = self._services.today()
        if today != self._day:
            self._day = today
            self.day_began.emit()
