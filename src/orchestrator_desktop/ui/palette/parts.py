"""Parts of the palette: the line that is typed in, the foot that says its keys, the panel around all."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from orchestrator_desktop.ui.paint import draw_box, draw_key_caps, draw_text, key_caps_width, text_width
from orchestrator_desktop.ui.theme import Theme

LINE, FOOT = 52, 40
SIDE: Final = 16
_STEPS: Final = {
    Qt.Key.Key_Up: -1,
    Qt.Key.Key_Down: 1,
    Qt.Key.Key_PageUp: -6,
    Qt.Key.Key_PageDown: 6,
}
_GAP, _APART = 8, 16


class PaletteField(QLineEdit):
    """What is looked for. Arrows, Enter, Tab are the list's."""

    moved = Signal(int)
    entered = Signal(bool)
    """Enter; True with Shift."""
    completed = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.setProperty("frameless", True)
        self.setFrame(False)
        theme.changed.connect(self._restyle)
        self._restyle()

    def _restyle(self) -> None:
        self.setFont(self._theme.font("lead", 400))

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Tab:
            self.completed.emit()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if key in _STEPS and not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            self.moved.emit(_STEPS[key])
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.entered.emit(bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier))
        else:
            super().keyPressEvent(event)


class PaletteFoot(QWidget):
    """Keys and what they do: some at the left; at the right, where there is room, the signs that narrow."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._left: Sequence[tuple[tuple[str, ...], str]] = ()
        self._right: Sequence[tuple[tuple[str, ...], str]] = ()
        theme.changed.connect(self.updateGeometry)

    def set_keys(
        self, left: Sequence[tuple[tuple[str, ...], str]], right: Sequence[tuple[tuple[str, ...], str]]
    ) -> None:
        self._left, self._right = left, right
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(0, self._theme.grown(FOOT, "micro"))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def _width(self, keys: Sequence[tuple[tuple[str, ...], str]]) -> float:
        each = (
            key_caps_width(self._theme, caps) + _GAP + text_width(self._theme, words, "micro") for caps, words in keys
        )
        return sum(each) + _APART * max(0, len(keys) - 1)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        self._draw(painter, SIDE, self._left)
        right = self.width() - SIDE - self._width(self._right)
        if right > SIDE + self._width(self._left) + _APART:
            self._draw(painter, right, self._right)
        painter.end()

    def _draw(self, painter: QPainter, x: float, keys: Sequence[tuple[tuple[str, ...], str]]) -> None:
        theme, height = self._theme, self.height()
        x = round(x)
        for caps, words in keys:
            draw_key_caps(painter, theme, QRectF(x, 0, self.width(), height), caps, token="text-2", fill=None)
            x += key_caps_width(theme, caps) + _GAP
            place = QRectF(x, 0, self.width() - x, height)
            x += round(draw_text(painter, theme, place, words, style="micro", token="text-2")) + _APART


class PalettePanel(QWidget):
    """The ground: radius 12, the icon beside the line, a line under it and one over the foot."""

    def __init__(self, theme: Theme, foot: QWidget) -> None:
        super().__init__()
        self._theme = theme
        self._foot = foot
        theme.changed.connect(self.update)

    @property
    def line_height(self) -> int:
        return self._theme.grown(LINE, "lead")

    def mousePressEvent(self, event: QEvent) -> None:
        event.accept()  # a click beside the rows is no click beside the palette

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        theme, tokens = self._theme, self._theme.tokens
        draw_box(painter, tokens, QRectF(self.rect()), fill="surface", edge="line-control", radius=12, width=theme.edge)
        top = self.line_height
        theme.draw_icon(painter, QRectF(SIDE, (top - 16) // 2 + 1, 16, 16), "search", "text-2")
        painter.fillRect(QRectF(1, top, self.width() - 2, 1), tokens.line)
        painter.fillRect(QRectF(1, self._foot.y() - 1, self.width() - 2, 1), tokens.line)
        painter.end()
