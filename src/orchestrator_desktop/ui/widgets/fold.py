"""A line of words that opens and closes what stands below it."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from orchestrator_desktop.ui.paint import draw_focus_ring, draw_text, text_width
from orchestrator_desktop.ui.theme import Theme
from orchestrator_desktop.ui.widgets.focus import say
from orchestrator_desktop.ui.widgets.painted import PaintedButton

_ICON, _GAP = 12, 4


class Fold(PaintedButton):
    """Words in `text-2` with a chevron behind them; `opened(True)` when it is opened. 24 px high."""

    opened = Signal(bool)

    def __init__(self, theme: Theme, text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.toggled.connect(self.opened)
        theme.changed.connect(self.updateGeometry)
        self.set_words(text)

    def set_words(self, text: str) -> None:
        """Only what changes is measured and painted again: it may be said ten times a second."""
        if text != self.text():
            say(self, text)
            self.updateGeometry()
            self.update()

    def sizeHint(self) -> QSize:
        width = text_width(self._theme, self.text(), "meta", 500, tabular=True)
        return QSize(round(width + 0.5) + _GAP + _ICON + 2, self._theme.grown(24, "meta"))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        theme, rect = self._theme, QRectF(self.rect())
        token = "text" if self.underMouse() else "text-2"
        used = draw_text(painter, theme, rect, self.text(), style="meta", weight=500, token=token, tabular=True)
        icon = QRectF(round(used) + _GAP, (rect.height() - _ICON) // 2, _ICON, _ICON)
        theme.draw_icon(painter, icon, "chevron-down" if self.isChecked() else "chevron-right", token)
        if self._ring:
            draw_focus_ring(painter, theme.tokens, rect)
        painter.end()
