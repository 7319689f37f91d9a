"""Why a delegation is where it is: the sentence with a line in its tone, the provider's own words smaller below."""

from __future__ import annotations

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from orchestrator_desktop.ui.theme import Theme
from orchestrator_desktop.ui.widgets.label import Label


class Reason(QWidget):
    """Hidden while there is nothing to say."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._token = "text-2"
        self._words = Label(theme, "", style="meta", wrap=True)
        self._detail = Label(theme, "", style="micro", token="text-3", wrap=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 0, 0, 0)
        column.setSpacing(2)
        column.addWidget(self._words)
        column.addWidget(self._detail)
        theme.changed.connect(self.update)
        self.say("")

    def say(self, words: str, detail: str | None = None, *, token: str | None = None) -> None:
        """What is not named stays."""
        self._token = token or self._token
        if words != self._words.text():
            self._words.setText(words)
        if detail is not None:
            self._detail.setText(detail)
        self._detail.setVisible(bool(self._detail.text()))
        self.setVisible(bool(words))
        self.update()

    def text(self) -> str:
        return self._words.text()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(QRectF(0, 0, 2, self.height()), self._theme.tokens.color(self._token))
        painter.end()
