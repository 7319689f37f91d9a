"""What leaves the computer, said beside the button that sends it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from orchestrator_desktop.ui.theme import Theme
from orchestrator_desktop.ui.widgets.button import Button, Kind
from orchestrator_desktop.ui.widgets.label import Label
from orchestrator_desktop.ui.widgets.small import IconLabel


class Leaves(QWidget):
    """An icon, one line in words with a Preview link, and a smaller line below."""

    preview = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._icon = IconLabel(theme, "leaves", size=14)
        self._first = Label(theme, "", weight=500)
        self._preview = Button(theme, "", kind=Kind.LINK)
        self._second = Label(theme, "", style="micro", token="text-3")
        line = QHBoxLayout()
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(6)
        line.addWidget(self._first)
        line.addWidget(self._preview)
        line.addStretch(1)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addLayout(line)
        words.addWidget(self._second)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(10)
        row.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(words, 1)
        self._preview.clicked.connect(self.preview)
        self._retranslate()

    def say(self, icon: str, first: str, second: str, *, preview: bool) -> None:
        self._icon.set_icon_name(icon)
        self._first.setText(first)
        self._second.setText(second)
        self._second.setVisible(bool(second))
        self._preview.setVisible(preview)

    def _retranslate(self) -> None:
        self._preview.setText(self.tr("Preview"))

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)
