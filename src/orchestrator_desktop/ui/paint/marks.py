"""Avatars, ledger marks, the connection dot and the application's mark."""

from __future__ import annotations

from enum import StrEnum
from typing import Final

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPainterPath, QPen

from orchestrator_desktop.ui.theme import Theme, Tokens

_HATCH_STEP: Final = 4.0
_HATCH_PEN: Final = 1.6


class Who(StrEnum):
    """Whose initial an avatar shows: the shape tells an AI from a human."""

    SPECIALIST = "specialist"
    PERSON = "person"
    YOU = "you"


class Series(StrEnum):
    """The three series of the ledger and of the chart."""

    AI = "ai"
    PEOPLE = "people"
    EXECUTED = "executed"


class Connection(StrEnum):
    """What the status block's dot says."""

    ONLINE = "online"
    OFFLINE = "offline"
    LOCAL = "local"


def draw_avatar(painter: QPainter, theme: Theme, rect: QRectF, who: Who, name: str) -> None:
    """Draw the initial of `name` in a square (specialist), a circle (person) or an `ink` circle (you)."""
    tokens = theme.tokens
    box = rect.adjusted(0.5, 0.5, -0.5, -0.5)
    filled = who is Who.YOU
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(tokens.ink if filled else tokens.line_control, 1))
    painter.setBrush(tokens.ink if filled else Qt.BrushStyle.NoBrush)
    radius = 3.5 if who is Who.SPECIALIST else box.height() / 2
    painter.drawRoundedRect(box, radius, radius)
    font = QFont(theme.font("micro", 600))
    font.setPixelSize(round(rect.height() * 0.58))
    metrics = QFontMetricsF(font)
    initial = name.strip()[:1].upper()
    painter.setFont(font)
    painter.setPen(tokens.on_ink if filled else tokens.text)
    x = rect.center().x() - metrics.horizontalAdvance(initial) / 2
    painter.drawText(QPointF(x, rect.center().y() + metrics.capHeight() / 2), initial)
    painter.restore()


def draw_series(painter: QPainter, tokens: Tokens, rect: QRectF, series: Series, radius: float = 2) -> None:
    """Fill a ledger mark (12 px square) or a chart bar: solid, 45 degree lines in an outline, or hollow."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    if series is Series.AI:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(tokens.accent)
        painter.drawRoundedRect(rect, radius, radius)
    else:
        box = rect.adjusted(0.5, 0.5, -0.5, -0.5)
        if series is Series.PEOPLE:
            _draw_hatch(painter, box, radius, tokens.accent)
        painter.setPen(QPen(tokens.accent if series is Series.PEOPLE else tokens.line_control, 1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(box, radius, radius)
    painter.restore()


def _draw_hatch(painter: QPainter, box: QRectF, radius: float, color: QColor) -> None:
    """Lines at 45 degrees, clipped: Qt's brush patterns do not scale with the screen."""
    clip = QPainterPath()
    clip.addRoundedRect(box, radius, radius)
    painter.save()
    painter.setClipPath(clip)
    painter.setPen(QPen(color, _HATCH_PEN))
    step = _HATCH_STEP * 2**0.5
    x = box.left() - box.height()
    while x < box.right():
        painter.drawLine(QLineF(x, box.bottom(), x + box.height(), box.top()))
        x += step
    painter.restore()


def draw_connection(painter: QPainter, tokens: Tokens, rect: QRectF, connection: Connection) -> None:
    """The 8 px dot of the status block: filled online, hollow offline, a square on this computer only."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(tokens.ok_text)
    if connection is Connection.ONLINE:
        painter.drawEllipse(rect)
    elif connection is Connection.LOCAL:
        painter.drawRoundedRect(rect, 2, 2)
    else:
        painter.setPen(QPen(tokens.warn_text, 1.5))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawEllipse(rect.adjusted(0.75, 0.75, -0.75, -0.75))
    painter.restore()


def draw_app_mark(painter: QPainter, tokens: Tokens, rect: QRectF) -> None:
    """The mark in the sidebar's head: left half of a square in `accent`, right half of a disc in `ink`."""
    middle = rect.center().x()
    corner = rect.height() * 0.4
    left = QPainterPath(QPointF(middle - 0.5, rect.top()))
    left.arcTo(QRectF(rect.left(), rect.top(), corner, corner), 90, 90)
    left.arcTo(QRectF(rect.left(), rect.bottom() - corner, corner, corner), 180, 90)
    left.lineTo(middle - 0.5, rect.bottom())
    left.closeSubpath()
    right = QPainterPath(QPointF(middle + 0.5, rect.top()))
    reach = rect.right() - middle - 0.5
    right.arcTo(QRectF(middle + 0.5 - reach, rect.top(), 2 * reach, rect.height()), 90, -180)
    right.closeSubpath()
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.fillPath(left, tokens.accent)
    painter.fillPath(right, tokens.ink)
    painter.restore()
