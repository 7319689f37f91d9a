"""Text in a line box, set as the design sets it: baseline from the style's line height, elided where told."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter

from orchestrator_desktop.ui.theme import Theme

_LEFT = Qt.AlignmentFlag.AlignLeft


def draw_text(
    painter: QPainter,
    theme: Theme,
    rect: QRectF,
    text: str,
    *,
    style: str = "body",
    token: str = "text",
    weight: int | None = None,
    tabular: bool = False,
    elide: bool = True,
    align: Qt.AlignmentFlag = _LEFT,
    beside: str | None = None,
) -> float:
    """Draw one line vertically centred in `rect`; returns the width used. Elided at the right when too long.

    `beside`: a type style drawn in the same rectangle, whose baseline this text shares."""
    shown, width = theme.fit(text, style, weight, tabular, width=rect.width() if elide else None)
    painter.setFont(theme.font(style, weight, tabular))
    painter.setPen(theme.tokens.color(token))
    y = baseline(rect, theme.metrics(beside) if beside else theme.metrics(style, weight, tabular))
    painter.drawText(QPointF(rect.left() + _shift(rect.width() - width, align), y), shown)
    return width


def text_width(theme: Theme, text: str, style: str = "body", weight: int | None = None, tabular: bool = False) -> float:
    """Width of a text in px."""
    return theme.fit(text, style, weight, tabular)[1]


def baseline(rect: QRectF, metrics: QFontMetricsF) -> float:
    """The baseline of a line centred in `rect`, on a whole pixel."""
    ascent, descent = round(metrics.ascent()), round(metrics.descent())
    return round(rect.top()) + (round(rect.height()) - ascent - descent) // 2 + ascent


def _shift(spare: float, align: Qt.AlignmentFlag) -> float:
    if align is _LEFT:  # nearly always; Qt's flags are slow to ask
        return 0.0
    if align & Qt.AlignmentFlag.AlignRight:
        return spare
    return round(spare / 2) if align & Qt.AlignmentFlag.AlignHCenter else 0.0
