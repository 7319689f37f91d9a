"""Whether levels are suggested, how many were learnt from, and forgetting them."""

from __future__ import annotations

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from orchestrator_desktop.domain.changes import Changes, Kind
from orchestrator_desktop.operations.settings import set_setting
from orchestrator_desktop.operations.suggesting import SUGGESTS, forget, suggests
from orchestrator_desktop.store import lessons
from orchestrator_desktop.ui.services import Services
from orchestrator_desktop.ui.settings.switch_row import SwitchRow
from orchestrator_desktop.ui.widgets.button import Button
from orchestrator_desktop.ui.widgets.label import Label


class LevelsPart(QWidget):
    """Read when it is shown, and when a level was set meanwhile."""

    def __init__(self, services: Services, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._services = services
        theme = services.theme
        self.suggest = SwitchRow(theme)
        self.learnt = Label(theme, "", style="meta", token="text-3", wrap=True)
        self.forget = Button(theme, "", small=True)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.learnt, 1)
        row.addWidget(self.forget)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.suggest)
        column.addLayout(row)
        self.suggest.switch.clicked.connect(lambda on: services.acts.run(set_setting, key=SUGGESTS, value=on))
        self.forget.clicked.connect(self._forget)
        services.bridge.changed.connect(self._heard)
        self._retranslate()

    def read(self) -> None:
        """What was learnt by now."""
        number = lessons.taught(self._services.store)
        self.suggest.switch.setChecked(suggests(self._services.store))
        self.learnt.setText(
            self.tr("Learnt from %n levels that you set", "", number) if number else self.tr("Nothing was learnt yet")
        )
        self.forget.setEnabled(number > 0)
        self.forget.setToolTip("" if number else self.tr("Nothing was learnt yet"))

    def _forget(self) -> None:
        future = self._services.acts.run(forget)
        self._services.acts.say_done(future, self.tr("Forgotten. The rules are as on the first day."))

    def _heard(self, changes: Changes, _origin: str) -> None:
        if self.isVisible() and changes.touches(Kind.LESSON, Kind.SETTING):
            self.read()

    def _retranslate(self) -> None:
        self.suggest.set_words(
            self.tr("Suggest a level for new tasks"),
            self.tr("From their words and what you chose before. It happens on this computer; you decide."),
        )
        self.forget.setText(self.tr("Forget what was learnt"))
        self.read()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)
