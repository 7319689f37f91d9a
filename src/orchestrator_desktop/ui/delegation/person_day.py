"""The day on which a person's answer is looked for: a chip that says it, a line that reads it in words."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from orchestrator_desktop.domain.follow_up import day_of
from orchestrator_desktop.ui import formats
from orchestrator_desktop.ui.delegation.dates import read_date
from orchestrator_desktop.ui.services import Services
from orchestrator_desktop.ui.widgets.chip import ChipButton
from orchestrator_desktop.ui.widgets.label import Label
from orchestrator_desktop.ui.widgets.text_edit import LineField


class DayField(QWidget):
    """`chosen(date | None)` when the user has named another day, or taken it away."""

    chosen = Signal(object)

    def __init__(self, services: Services, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._services = services
        self._day: date | None = None
        theme = services.theme
        self._label = Label(theme, "", style="meta", token="text-3")
        self._chip = ChipButton(theme, "", icon="calendar")
        self._line = _Line(theme)
        self._line.setFixedWidth(180)
        self._line.hide()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self._label)
        row.addWidget(self._chip)
        row.addWidget(self._line)
        row.addStretch(1)
        self._connect()
        self._retranslate()

    def _connect(self) -> None:
        self._chip.clicked.connect(self.write)
        self._chip.removed.connect(lambda: self._choose(None))
        self._line.returnPressed.connect(self._written)
        self._line.editingFinished.connect(self._close)
        self._line.left.connect(self._leave)

    @property
    def day(self) -> date | None:
        return self._day

    @property
    def written(self) -> str:
        """What is being written and not taken yet."""
        return "" if self._line.isHidden() else self._line.text().strip()

    def set_day(self, day: date | None) -> None:
        """Show a day, without a signal."""
        self._day = day
        locale = self._services.languages.locale
        words = "" if day is None else formats.day(day, self._services.today(), locale)
        self._chip.set_content(words or self.tr("No day"))
        self._chip.setAccessibleName(f"{self._label.text()}, {self._chip.text()}")

    def write(self) -> None:
        """Ask for a day in words."""
        self._chip.hide()
        self._line.clear()
        self._line.show()
        self._line.setFocus(Qt.FocusReason.OtherFocusReason)

    def take(self) -> bool:
        """Take what is being written; False where it is no date, which is then told."""
        words = self.written
        day = day_of(read_date(self._services, words))
        if words and day is None:
            return False
        if words:
            self._choose(day)
        self._leave()
        return True

    def _written(self) -> None:
        if not self.written:
            self._choose(None)
        if self.take():
            self._chip.setFocus(Qt.FocusReason.OtherFocusReason)

    def _choose(self, day: date | None) -> None:
        self.set_day(day)
        self.chosen.emit(day)

    def _close(self) -> None:
        if not self._line.hasFocus():
            self._leave()

    def _leave(self) -> None:
        self._line.hide()
        self._chip.show()

    def _retranslate(self) -> None:
        self._label.setText(self.tr("Answer by"))
        self._line.setAccessibleName(self.tr("Answer by"))
        self._line.setPlaceholderText(self.tr("friday, in 3 days"))
        self.set_day(self._day)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)


class _Line(LineField):
    """Esc puts it away before the page takes the key for itself."""

    left = Signal()

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Escape:
            if event.type() == QEvent.Type.ShortcutOverride:
                event.accept()
                return True
            if event.type() == QEvent.Type.KeyPress:
                self.left.emit()
                return True
        return super().event(event)
