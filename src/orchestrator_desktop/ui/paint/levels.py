"""Level glyphs: who does it is a shape (UI.md 1, 5)."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPainterPath, QPen

from orchestrator_desktop.domain.task import Level
from orchestrator_desktop.ui.theme import Theme

_PEN = 1.5


def draw_level(painter: QPainter, theme: Theme, rect: QRectF, level: Level) -> None:
    """Draw a level's shape and number into a square (18 px in lists, 16 where dense, 14 in chips)."""
    tokens = theme.tokens
    box = rect.adjusted(1, 1, -1, -1)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    if level is Level.YOU_ONLY:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(tokens.ink)
        painter.drawEllipse(box)
        _draw_number(painter, theme, rect, level, tokens.on_ink)
    else:
        half = _PEN / 2
        painter.setPen(QPen(tokens.text_2, _PEN))
        painter.setBrush(tokens.sunken if level is Level.YOU_AND_AI else Qt.BrushStyle.NoBrush)
        painter.drawPath(_outline(box.adjusted(half, half, -half, -half), level))
        _draw_number(painter, theme, rect, level, tokens.text)
    painter.restore()


def _outline(box: QRectF, level: Level) -> QPainterPath:
    """Level 1: rounded square. Level 2: left half of it, right half circle."""
    path = QPainterPath()
    if level is Level.AI_ALONE:
        path.addRoundedRect(box, 3.5 - _PEN / 2, 3.5 - _PEN / 2)
        return path
    corner = 2 * (3.5 - _PEN / 2)
    path.moveTo(box.center().x(), box.top())
    path.arcTo(box, 90, -180)
    path.arcTo(QRectF(box.left(), box.bottom() - corner, corner, corner), 270, -90)
    path.arcTo(QRectF(box.left(), box.top(), corner, corner), 180, -90)
    path.closeSubpath()
    return path


def _draw_number(painter: QPainter, theme: Theme, rect: QRectF, level: Level, color: QColor) -> None:
    font = QFont(theme.font("micro", 600))
    font.setPixelSize(round(rect.height() * 0.61))
    metrics = QFontMetricsF(font)
    number = str(int(level))
    x = rect.center().x() - metrics.horizontalAdvance(number) / 2
    y = rect.center().y() + metrics.capHeight() / 2
    painter.setFont(font)
    painter.setPen(color)
    painter.drawText(QPointF(x, y), number)
