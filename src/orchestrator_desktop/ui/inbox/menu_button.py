"""A plain button that opens a menu: its words, and a chevron after them."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from orchestrator_desktop.ui.theme import Theme
from orchestrator_desktop.ui.widgets.button import Button, Kind

_CHEVRON, _GAP = 12, 8


class MenuButton(Button):
    """28 px high; `compact` leaves the words out where there is no room, the tooltip says them."""

    def __init__(self, theme: Theme, icon: str, parent: QWidget | None = None) -> None:
        super().__init__(theme, "", kind=Kind.PLAIN, icon=icon, small=True, parent=parent)
        self._words = ""
        self._compact = False

    def set_words(self, words: str, name: str) -> None:
        """What is chosen, and what is chosen here."""
        self._words = words
        self.setToolTip(f"{name}: {words}")
        self._show()
        self.setAccessibleName(f"{name}: {words}")

    def set_compact(self, compact: bool) -> None:
        if compact != self._compact:
            self._compact = compact
            self._show()

    def _show(self) -> None:
        self.setText("" if self._compact else self._words)
        self.setAccessibleName(self.toolTip())
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        return super().sizeHint() + QSize(_CHEVRON + _GAP, 0)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self)
        box = QRectF(self.width() - _CHEVRON - 7, (self.height() - _CHEVRON) // 2, _CHEVRON, _CHEVRON)
        self._theme.draw_icon(painter, box, "chevron-down", "text-2")
        painter.end()

    def _paint_content(self, painter: QPainter, rect: QRectF) -> None:
        super()._paint_content(painter, rect.adjusted(0, 0, -_CHEVRON - _GAP, 0))
