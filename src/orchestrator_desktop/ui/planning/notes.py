"""Notes in Markdown: read as a document, written as plain text once they are clicked or entered."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from orchestrator_desktop.ui.document.view import DocumentView
from orchestrator_desktop.ui.theme import Theme

_LINES: Final = 12


class NotesView(DocumentView):
    """As high as its text, up to some lines; `wanted` when the user wants to write."""

    wanted = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._pressed = False
        self._soon = QTimer(self, interval=0, singleShot=True)
        self._soon.timeout.connect(self._fit)

    def set_markdown(self, text: str) -> None:
        """Show it; the same text stays as it is."""
        if text != self.markdown:
            super().set_markdown(text)
            self._fit()

    def redraw(self) -> None:
        super().redraw()
        self._soon.start()

    def _fit(self) -> None:
        document = self.document()
        document.setTextWidth(self.viewport().width())
        line = self.theme.line_height("reading")
        wanted = round(document.size().height())
        self.setFixedHeight(min(wanted, _LINES * line) + 2)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers():
            self.wanted.emit()
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._pressed = event.button() == Qt.MouseButton.LeftButton and not self.anchorAt(event.position().toPoint())
        super().mousePressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A click beside a link writes; words that were selected are to be copied."""
        super().mouseReleaseEvent(event)
        if self._pressed and not self.textCursor().hasSelection():
            self.wanted.emit()
        self._pressed = False

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._soon.start()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._soon.start()
