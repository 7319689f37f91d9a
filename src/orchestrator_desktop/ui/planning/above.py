"""What a part belongs to, as a way back: the titles of its wholes over its own."""

from __future__ import annotations

from functools import partial
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from orchestrator_desktop.domain.task import Task
from orchestrator_desktop.store import tasks
from orchestrator_desktop.ui.services import Services
from orchestrator_desktop.ui.widgets.button import Button, Kind
from orchestrator_desktop.ui.widgets.label import Label
from orchestrator_desktop.ui.widgets.layout import FlowLayout

_LONGEST: Final = 36
_NEAREST: Final = 3
"""So many wholes are named; what lies above is told by a sign."""


class Above(QWidget):
    """`opened(TaskId)`; nothing is shown for a whole task."""

    opened = Signal(object)

    def __init__(self, services: Services, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._services = services
        self._shown: list[Task] = []
        self._flow = FlowLayout(self, 2)

    def show_task(self, task: Task) -> None:
        above = [] if task.parent_id is None else tasks.above(self._services.store, task.id)
        if above != self._shown:
            self._shown = above
            self._fill(above)
        self.setVisible(bool(above))

    def _fill(self, above: list[Task]) -> None:
        while (item := self._flow.takeAt(0)) is not None:
            if widget := item.widget():
                widget.hide()
                widget.deleteLater()
        theme = self._services.theme
        if len(above) > _NEAREST:
            self._flow.addWidget(Label(theme, "… /", style="meta", token="text-3"))
        for whole in above[-_NEAREST:]:
            title = whole.title if len(whole.title) <= _LONGEST else f"{whole.title[: _LONGEST - 1].rstrip()}…"
            button = Button(theme, title, kind=Kind.LINK)
            button.setToolTip(whole.title)
            button.setAccessibleName(whole.title)
            button.clicked.connect(partial(self.opened.emit, whole.id))
            self._flow.addWidget(button)
            self._flow.addWidget(Label(theme, "/", style="meta", token="text-3"))
        for child in self.findChildren(QWidget, options=Qt.FindChildOption.FindDirectChildrenOnly):
            child.setVisible(self._flow.indexOf(child) >= 0)
        self.updateGeometry()
