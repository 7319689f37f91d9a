"""Checkbox, radio button and switch, painted as the design draws them."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFocusEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QCheckBox, QRadioButton, QWidget

from orchestrator_desktop.ui.paint import draw_box, draw_focus_ring, draw_text, text_width
from orchestrator_desktop.ui.theme import Theme
from orchestrator_desktop.ui.widgets.focus import ring_wanted
from orchestrator_desktop.ui.widgets.painted import PaintedButton

_MARK = 16
_GAP = 8


class CheckBox(QCheckBox):
    """A 16 px box with a check, and its words."""

    def __init__(self, theme: Theme, text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self._theme = theme
        self._ring = False
        theme.changed.connect(self.updateGeometry)

    def sizeHint(self) -> QSize:
        return _hint(self._theme, self.text())

    def hitButton(self, pos: QPoint) -> bool:
        return self.rect().contains(pos)

    def focusInEvent(self, event: QFocusEvent) -> None:
        self._ring = ring_wanted(event)
        super().focusInEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self._ring = False
        super().focusOutEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        tokens, mark = self._theme.tokens, _mark_rect(self)
        if self.isChecked():
            draw_box(painter, tokens, mark, fill="accent", radius=4)
            self._theme.draw_icon(painter, mark.adjusted(2, 2, -2, -2), "check", "on-accent")
        else:
            draw_box(painter, tokens, mark, fill="surface", edge="line-control", radius=4, width=self._theme.edge)
        _finish(painter, self._theme, self, ring=self._ring)


class RadioButton(QRadioButton):
    """A 16 px circle, a 5 px ring when chosen, and its words."""

    def __init__(self, theme: Theme, text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self._theme = theme
        self._ring = False
        theme.changed.connect(self.updateGeometry)

    def sizeHint(self) -> QSize:
        return _hint(self._theme, self.text())

    def hitButton(self, pos: QPoint) -> bool:
        return self.rect().contains(pos)

    def focusInEvent(self, event: QFocusEvent) -> None:
        self._ring = ring_wanted(event)
        super().focusInEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self._ring = False
        super().focusOutEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        draw_radio(painter, self._theme, _mark_rect(self), chosen=self.isChecked())
        _finish(painter, self._theme, self, ring=self._ring)


class Switch(PaintedButton):
    """On or off, 32 x 18. `text` is the accessible name; the words beside it are the caller's."""

    def __init__(self, theme: Theme, text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self.setText(text)
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setFixedSize(self.sizeHint())
        theme.changed.connect(self.update)

    def sizeHint(self) -> QSize:
        return QSize(40, 26)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        tokens = self._theme.tokens
        track = QRectF(4, 4, 32, 18)
        on = self.isChecked()
        draw_box(painter, tokens, track, fill="accent" if on else "surface", radius=9,
                 edge=None if on else "line-control", width=self._theme.edge)  # fmt: skip
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(tokens.on_accent if on else tokens.line_control)
        painter.drawEllipse(QPointF(27 if on else 13, 13), 5, 5)
        if self._ring:
            draw_focus_ring(painter, tokens, QRectF(self.rect()), 13)
        painter.end()


def draw_radio(painter: QPainter, theme: Theme, rect: QRectF, *, chosen: bool) -> None:
    """A radio mark in a 16 px square."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    width = 5 if chosen else theme.edge
    painter.setPen(QPen(theme.tokens.accent if chosen else theme.tokens.line_control, width))
    painter.setBrush(theme.tokens.on_accent if chosen else theme.tokens.surface)
    half = width / 2
    painter.drawEllipse(rect.adjusted(half, half, -half, -half))
    painter.restore()


def _hint(theme: Theme, text: str) -> QSize:
    words = _GAP + round(text_width(theme, text) + 0.5) if text else 0
    return QSize(_MARK + words + 8, theme.grown(28, "body"))


def _mark_rect(widget: QAbstractButton) -> QRectF:
    return QRectF(4, (widget.height() - _MARK) // 2, _MARK, _MARK)


def _finish(painter: QPainter, theme: Theme, widget: QAbstractButton, *, ring: bool) -> None:
    left = 4 + _MARK + _GAP
    words = QRectF(left, 0, widget.width() - left, widget.height())
    draw_text(painter, theme, words, widget.text(), token="text" if widget.isEnabled() else "text-3")
    if ring:
        draw_focus_ring(painter, theme.tokens, QRectF(widget.rect()))
    painter.end()
