"""Exactly what leaves the computer, in full, before it does."""

from __future__ import annotations

from PySide6.QtWidgets import QFrame, QHBoxLayout, QPlainTextEdit, QVBoxLayout, QWidget

from orchestrator_desktop.ui.theme import Theme
from orchestrator_desktop.ui.widgets.button import Button
from orchestrator_desktop.ui.widgets.label import Label
from orchestrator_desktop.ui.widgets.overlay import Overlay, Sheet

WIDTH = 720


class Preview(Overlay):
    """A panel 720 px wide over the window with the text of the request, read-only, selectable. One for each showing."""

    def __init__(self, theme: Theme, window: QWidget) -> None:
        self._panel_box = Sheet(theme)
        super().__init__(theme, window, self._panel_box)
        self._title = Label(theme, "", style="title")
        self._note = Label(theme, "", token="text-3", wrap=True)
        self._text = QPlainTextEdit()
        self._text.setReadOnly(True)
        self._text.setFrameShape(QFrame.Shape.NoFrame)
        self._close = Button(theme, "")
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(self._close)
        column = QVBoxLayout(self._panel_box)
        column.setContentsMargins(24, 20, 24, 20)
        column.setSpacing(12)
        column.addWidget(self._title)
        column.addWidget(self._note)
        column.addWidget(self._text, 1)
        column.addLayout(row)
        self._close.clicked.connect(self.close_overlay)
        self.placed.connect(self._place)
        self.closed.connect(self.deleteLater)

    def show_text(self, title: str, note: str, text: str) -> None:
        """Open with `text` as it would be sent."""
        self._title.setText(title)
        self._note.setText(note)
        self._text.setPlainText(text)
        self._close.setText(self.tr("Close"))
        self.open()

    def _place(self) -> None:
        width = min(WIDTH, self.width() - 48)
        height = min(640, self.height() - 96)
        self._panel_box.setGeometry((self.width() - width) // 2, (self.height() - height) // 2, width, height)
