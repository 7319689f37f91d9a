"""What an answer may mean, under the line that asks: titles of tasks, one of them current."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QRectF, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from orchestrator_desktop.ui.paint import draw_box, draw_text
from orchestrator_desktop.ui.theme import Theme

_PADDING = 5
_WIDTH = 420


class Suggestions(QWidget):
    """A panel over the window, as wide as titles need; the field above keeps the focus. `taken(text)` by a click."""

    taken = Signal(str)

    def __init__(self, theme: Theme, field: QWidget) -> None:
        super().__init__(field.window())
        self._theme = theme
        self._field = field
        self._items: list[str] = []
        self._current = -1
        self.setMouseTracking(True)
        self.hide()

    @property
    def current(self) -> str | None:
        """The one that Enter takes; None while the words themselves are the answer."""
        return self._items[self._current] if not self.isHidden() and 0 <= self._current < len(self._items) else None

    def show_items(self, items: Sequence[str]) -> None:
        self._items, self._current = list(items), 0
        if not self._items:
            self.hide()
            return
        self.resize(_WIDTH, len(self._items) * self._row() + 2 * _PADDING)
        window = self._field.window()
        corner = self._field.mapTo(window, QPoint(0, self._field.height() + 4))
        self.move(max(8, min(corner.x(), window.width() - _WIDTH - 8)), corner.y())
        self.show()
        self.raise_()
        self._tell()

    def step(self, step: int) -> None:
        self._current = (self._current + step) % max(1, len(self._items))
        self._tell()

    def _tell(self) -> None:
        self.update()
        # The field has the focus: what it is about to take is said there.
        self._field.setAccessibleDescription(self.current or "")

    def _row(self) -> int:
        return self._theme.grown(32, "body")

    def _at(self, event: QMouseEvent) -> int:
        return int((event.position().y() - _PADDING) // self._row())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if 0 <= self._at(event) < len(self._items):
            self._current = self._at(event)
            self.update()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if 0 <= self._at(event) < len(self._items):
            self.taken.emit(self._items[self._at(event)])

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        tokens, edge = self._theme.tokens, self._theme.edge
        draw_box(painter, tokens, QRectF(self.rect()), fill="surface", edge="line-control", radius=8, width=edge)
        for number, text in enumerate(self._items):
            rect = QRectF(_PADDING, _PADDING + number * self._row(), self.width() - 2 * _PADDING, self._row())
            if number == self._current:
                draw_box(painter, tokens, rect, fill="selected", edge="focus" if tokens.flat else None, width=2)
            draw_text(painter, self._theme, rect.adjusted(10, 0, -10, 0), text)
        painter.end()
