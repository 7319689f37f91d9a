"""Plain text to be read and copied within a pane: no frame, a line at its left, a few lines high, the rest scrolls."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QTextCursor
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPlainTextEdit, QWidget

from orchestrator_desktop.ui.theme import Theme

_INDENT = 12


class PlainText(QWidget):
    """As high as its text, up to `most` lines of the type style; with `fixed` always that high."""

    def __init__(
        self, theme: Theme, *, style: str = "meta", most: int = 10, fixed: bool = False, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._style = style
        self._most = most
        self._fixed = fixed
        self.edit = QPlainTextEdit()
        self.edit.setReadOnly(True)
        self.edit.setUndoRedoEnabled(False)
        self.edit.setFrameShape(QFrame.Shape.NoFrame)
        self.edit.setProperty("frameless", True)
        self.edit.setTabChangesFocus(True)
        self.edit.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.edit.document().setDocumentMargin(0)
        row = QHBoxLayout(self)
        row.setContentsMargins(_INDENT, 0, 0, 0)
        row.addWidget(self.edit)
        theme.changed.connect(self._fit)
        self._fit()

    def text(self) -> str:
        return self.edit.toPlainText()

    def set_text(self, text: str) -> None:
        """Show it from its beginning; what is shown already stays, scrolled as it is."""
        if text != self.text():
            self.edit.setPlainText(text)
            self._fit()

    def append(self, text: str) -> None:
        """Go on with it, following the end where that is in sight."""
        bar = self.edit.verticalScrollBar()
        follows = bar.value() >= bar.maximum() - 1
        cursor = QTextCursor(self.edit.document())
        cursor.movePosition(QTextCursor.MoveOperation.End)
        cursor.insertText(text)
        if follows:
            self.show_end()

    def show_end(self) -> None:
        self.edit.verticalScrollBar().setValue(self.edit.verticalScrollBar().maximum())

    def _fit(self) -> None:
        self.edit.setFont(self._theme.font(self._style, tabular=True))
        lines = self._most if self._fixed else min(self._most, self.edit.document().blockCount())
        self.edit.setFixedHeight(round(lines * self.edit.fontMetrics().lineSpacing()) + 2)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(QRectF(0, 0, 2, self.height()), self._theme.tokens.line_strong)
        painter.end()
