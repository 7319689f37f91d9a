"""Language, theme, size of the text: applied at once, and kept."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QSystemTrayIcon, QWidget

from orchestrator_desktop.store import days
from orchestrator_desktop.ui import preferences
from orchestrator_desktop.ui.languages import NAMES, SYSTEM
from orchestrator_desktop.ui.services import Services
from orchestrator_desktop.ui.settings.form import label_rows, scrolling_column
from orchestrator_desktop.ui.settings.switch_row import SwitchRow
from orchestrator_desktop.ui.theme import ThemeSetting
from orchestrator_desktop.ui.widgets.layout import LabelledRow
from orchestrator_desktop.ui.widgets.segmented import Segment, Segmented

SCALES: Final = (90, 100, 110, 125, 150)
_LABEL_WIDTH: Final = 120


class AppearanceTab(QWidget):
    """Three choices, and whether closing the window ends Orchestrator."""

    def __init__(self, services: Services, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._services = services
        self._build()
        self._connect()
        self._retranslate()
        self.read()

    def _build(self) -> None:
        theme = self._services.theme
        self.language = Segmented(theme)
        self.theme = Segmented(theme)
        self.scale = Segmented(theme)
        self._rows = [
            LabelledRow(theme, "", control, label_width=_LABEL_WIDTH)
            for control in (self.language, self.theme, self.scale)
        ]
        self.tray = SwitchRow(theme)
        column = scrolling_column(self)
        for row in self._rows:
            column.addWidget(row)
        column.addSpacing(8)
        column.addWidget(self.tray)
        column.addStretch(1)

    def _connect(self) -> None:
        for control, key in (
            (self.language, preferences.LANGUAGE),
            (self.theme, preferences.THEME),
            (self.scale, preferences.SCALE),
        ):
            control.chosen.connect(lambda value, key=key: preferences.change(self._services, key, value))
        self.tray.switch.clicked.connect(lambda on: preferences.change(self._services, preferences.TRAY, on))

    def read(self) -> None:
        store = self._services.store
        self.language.set_value(days.setting(store, preferences.LANGUAGE, SYSTEM))
        self.theme.set_value(days.setting(store, preferences.THEME, ThemeSetting.SYSTEM.value))
        self.scale.set_value(days.setting(store, preferences.SCALE, 100))
        self.tray.switch.setChecked(bool(days.setting(store, preferences.TRAY, False)))
        self.tray.switch.setEnabled(self.tray.switch.isChecked() or QSystemTrayIcon.isSystemTrayAvailable())

    def _retranslate(self) -> None:
        system = self.tr("System")
        self.language.set_segments([Segment(SYSTEM, system), *(Segment(code, name) for code, name in NAMES.items())])
        self.theme.set_segments(
            [
                Segment(ThemeSetting.SYSTEM.value, system),
                Segment(ThemeSetting.LIGHT.value, self.tr("Light")),
                Segment(ThemeSetting.DARK.value, self.tr("Dark")),
            ]
        )
        percent = self.tr("%1 %")
        self.scale.set_segments([Segment(scale, percent.replace("%1", str(scale))) for scale in SCALES])
        labels = (self.tr("Language"), self.tr("Theme"), self.tr("Size of the text"))
        label_rows(self._rows, labels)
        self.tray.set_words(
            self.tr("Keep running when the window is closed"),
            self.tr("An icon in the tray opens it again, and the quick-add line. Delegations go on.")
            if QSystemTrayIcon.isSystemTrayAvailable()
            else self.tr("This desktop has no tray for an icon, so closing the window ends Orchestrator."),
        )

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)
