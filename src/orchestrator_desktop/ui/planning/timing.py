"""The time spent on a task: a chip that starts and stops its timer, and counts while it is seen."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import QTimer
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QWidget

from orchestrator_desktop.domain.task import Task
from orchestrator_desktop.ui import formats
from orchestrator_desktop.ui.services import Services
from orchestrator_desktop.ui.widgets.chip import ChipButton

_SECOND_MS = 1000


def seconds_spent(task: Task, now: datetime) -> int:
    """What was spent, with what a running timer has counted so far."""
    running = 0 if task.timer_since is None else (now - task.timer_since).total_seconds()
    return task.spent_seconds + max(0, int(running))


class TimeChip(ChipButton):
    """A click starts or stops the timer; hidden while nothing was spent."""

    def __init__(self, services: Services, parent: QWidget | None = None) -> None:
        super().__init__(services.theme, "", icon="play", parent=parent)
        self._services = services
        self._task: Task | None = None
        self._clock = QTimer(self, interval=_SECOND_MS)
        self._clock.timeout.connect(self._say)

    @property
    def counting(self) -> bool:
        """Whether it counts now: only a chip that is seen does."""
        return self._clock.isActive()

    def show_task(self, task: Task) -> None:
        self._task = task
        self._icon = "play" if task.timer_since is None else "stop"
        self.setVisible(task.timer_since is not None or task.spent_seconds > 0)
        self._say()
        self._keep_time()

    def _keep_time(self) -> None:
        runs = self._task is not None and self._task.timer_since is not None
        if runs and self.isVisible():
            self._clock.start()
        else:
            self._clock.stop()

    def _say(self) -> None:
        task = self._task
        if task is None:
            return
        seconds = seconds_spent(task, self._services.now())
        runs = task.timer_since is not None
        self.set_content(formats.elapsed(seconds) if runs else formats.duration(seconds))
        act = self.tr("Stop the timer") if runs else self.tr("Start the timer")
        self.setToolTip(act)
        self.setAccessibleName(f"{act}, {self.text()}")

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._say()
        self._keep_time()

    def hideEvent(self, event: QHideEvent) -> None:
        self._clock.stop()
        super().hideEvent(event)
