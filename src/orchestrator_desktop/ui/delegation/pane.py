"""The place of the task panel beside a list: the panel itself is made once the list is in sight."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from orchestrator_desktop.domain.ids import TaskId
from orchestrator_desktop.ui.services import Services

if TYPE_CHECKING:
    from orchestrator_desktop.ui.delegation.panel import TaskPanel


class PanelPane(QWidget):
    """Shows the task it is given. Its panel takes as long to load as the whole window before it, so the list does not
    wait for it: it comes a moment later, or at once where it is needed.

    `after`: the widget whose first painting the panel waits for. `leaving(TaskId)` and `asked(str)` are the panel's."""

    closed = Signal()
    leaving = Signal(object)
    asked = Signal(str)

    def __init__(self, services: Services, after: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._services = services
        self._panel: TaskPanel | None = None
        self._first: TaskId | None = None
        """What the panel is to show once it is there."""
        self._room = QVBoxLayout(self)
        self._room.setContentsMargins(0, 0, 0, 0)
        self._loading = QTimer(self, interval=0, singleShot=True)
        self._loading.timeout.connect(self._load)
        self._making = QTimer(self, interval=0, singleShot=True)
        self._making.timeout.connect(self.make)
        for painted in (after, self):
            painted.installEventFilter(self)

    @property
    def panel(self) -> TaskPanel:
        """The panel, made now if it was not there."""
        return self._panel or self.make()

    @property
    def is_made(self) -> bool:
        """Whether the panel is there."""
        return self._panel is not None

    @property
    def task_id(self) -> TaskId | None:
        """The task that is shown, or will be."""
        return self._first if self._panel is None else self._panel.task_id

    def show_task(self, task_id: TaskId | None) -> None:
        """Show another task, or none."""
        if self._panel is None:
            self._first = task_id
        else:
            self._panel.show_task(task_id)

    def make(self) -> TaskPanel:
        """Make the panel if it is not there."""
        from orchestrator_desktop.ui.delegation.panel import TaskPanel

        if self._panel is None:
            panel = self._panel = TaskPanel(self._services, self)
            panel.closed.connect(self.closed)
            panel.leaving.connect(self.leaving)
            panel.asked.connect(self.asked)
            panel.show_task(self._first)
            self._room.addWidget(panel)
            panel.show()  # now, not when the layout comes round to it: it may be asked to take the cursor
        return self._panel

    def _load(self) -> None:
        """Half of the time is the modules': what is typed meanwhile is heard between them and the widgets."""
        from orchestrator_desktop.ui.delegation import panel as panel

        self._making.start()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint:
            watched.removeEventFilter(self)
            if self._panel is None:
                self._loading.start()
        return super().eventFilter(watched, event)
