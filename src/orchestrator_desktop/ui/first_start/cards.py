"""The three tasks to begin with, as cards of which one is chosen."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from orchestrator_desktop.ui.paint import draw_box, draw_focus_ring, draw_text
from orchestrator_desktop.ui.theme import Theme
from orchestrator_desktop.ui.widgets.painted import PaintedButton


class Card(PaintedButton):
    """64 px high: icon, title, a line below; the chosen one has an accent edge on `accent-soft`."""

    def __init__(self, theme: Theme, icon: str, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self._icon = icon
        self._note = ""
        self.setCheckable(True)
        self.setAutoExclusive(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.updateGeometry)

    def say(self, title: str, note: str) -> None:
        self._note = note
        self.setText(title)
        self.setAccessibleName(f"{title}, {note}")
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(205, self._theme.grown(64, "body", "meta"))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        theme, rect = self._theme, QRectF(self.rect())
        chosen = self.isChecked()
        fill = "accent-soft" if chosen else "hover" if self.underMouse() else "surface"
        draw_box(painter, theme.tokens, rect, fill=fill, edge="focus" if chosen else "line-strong", radius=8)
        body, small = theme.line_height("body"), theme.line_height("meta")
        top = (rect.height() - body - small - 2) // 2
        icon = QRectF(13, top + (body - 16) // 2, 16, 16)
        theme.draw_icon(painter, icon, self._icon, "accent-text" if chosen else "text-2")
        words = QRectF(36, top, rect.width() - 44, body)
        draw_text(painter, theme, words, self.text(), weight=500)
        below = QRectF(36, top + body + 2, rect.width() - 44, small)
        draw_text(painter, theme, below, self._note, style="meta", token="text-3")
        if self._ring:
            draw_focus_ring(painter, theme.tokens, rect, 8)
        painter.end()
