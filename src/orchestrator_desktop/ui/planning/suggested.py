"""The level that is suggested for a new task: a dashed edge on its segment, the reason below. Only the user chooses."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from orchestrator_desktop.domain.task import Level, Task
from orchestrator_desktop.operations.suggesting import suggestion
from orchestrator_desktop.ui.paint import level_name
from orchestrator_desktop.ui.services import Services
from orchestrator_desktop.ui.widgets.label import Label
from orchestrator_desktop.ui.widgets.segmented import Segment, Segmented


class LevelField(QWidget):
    """The three levels; `levels` is the choice itself."""

    def __init__(self, services: Services, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._services = services
        self.levels = Segmented(services.theme, [])
        self.reason = Label(services.theme, "", style="micro", token="text-3", wrap=True)
        self.reason.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self.levels)
        column.addWidget(self.reason)
        self._retranslate()

    def show_task(self, task: Task) -> None:
        self.levels.set_value(task.level)
        found = suggestion(self._services.store, task)
        self.levels.set_suggested(None if found is None else Level(found.level))
        words = ""
        if found is not None:
            reason = QCoreApplication.translate("suggestions", found.reason).replace("{domain}", found.domain)
            name = level_name(Level(found.level))
            words = self.tr("%1 is suggested: %2").replace("%1", name).replace("%2", reason)
        self.reason.setText(words)
        self.reason.setVisible(bool(words))

    def _retranslate(self) -> None:
        self.levels.set_segments([Segment(level, level_name(level), level=level) for level in Level])

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)
