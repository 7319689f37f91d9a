"""The choice of a dialect: its name, and how its addresses end."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QCoreApplication, QEvent, Signal
from PySide6.QtGui import QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QWidget

from orchestrator_desktop.domain.errors import QT_TRANSLATE_NOOP
from orchestrator_desktop.providers.base import Dialect
from orchestrator_desktop.ui.settings.words import dialect_words
from orchestrator_desktop.ui.theme import Theme
from orchestrator_desktop.ui.widgets.combo import DETAIL_ROLE, ComboBox

_VALUE_ROLE: Final = 256
_HINTS: Final = {
    Dialect.OPENAI_CHAT: QT_TRANSLATE_NOOP("DialectBox", "most servers, ends in /v1"),
    Dialect.OPENAI_RESPONSES: QT_TRANSLATE_NOOP("DialectBox", "ends in /v1"),
    Dialect.ANTHROPIC: QT_TRANSLATE_NOOP("DialectBox", "no path"),
    Dialect.GEMINI: QT_TRANSLATE_NOOP("DialectBox", "ends in /v1beta"),
    Dialect.OLLAMA: QT_TRANSLATE_NOOP("DialectBox", "no path"),
}
EXAMPLES: Final = {
    Dialect.OPENAI_CHAT: "https://llm.example.com/v1",
    Dialect.OPENAI_RESPONSES: "https://llm.example.com/v1",
    Dialect.ANTHROPIC: "https://llm.example.com",
    Dialect.GEMINI: "https://llm.example.com/v1beta",
    Dialect.OLLAMA: "http://localhost:11434",
}


class DialectBox(ComboBox):
    """`picked(Dialect)` follows the user's acts only."""

    picked = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, QStandardItemModel(), parent)
        self.model().setParent(self)
        self._retranslate()
        self.activated.connect(lambda _row: self.picked.emit(self.value()))

    def value(self) -> Dialect:
        return Dialect(self.currentData(_VALUE_ROLE))

    def set_value(self, dialect: str) -> None:
        """Choose without a signal; a dialect that this version does not know chooses nothing."""
        self.setCurrentIndex(self.findData(dialect, _VALUE_ROLE))

    def _retranslate(self) -> None:
        chosen = self.currentIndex()
        model = QStandardItemModel(self)
        for dialect, hint in _HINTS.items():
            item = QStandardItem(dialect_words(dialect))
            item.setData(QCoreApplication.translate("DialectBox", hint), DETAIL_ROLE)
            item.setData(dialect.value, _VALUE_ROLE)
            model.appendRow(item)
        self.setModel(model)
        self.setCurrentIndex(max(chosen, 0))
        self.setAccessibleName(self.tr("Dialect"))

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)
