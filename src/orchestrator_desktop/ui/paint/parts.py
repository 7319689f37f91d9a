"""Small painted parts: key caps, pills, focus rings, score squares, bars, sparklines."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen, QPolygonF

from orchestrator_desktop.ui.paint.glyphs import draw_state
from orchestrator_desktop.ui.paint.states import TONE_SOFT, TONE_TEXT, Tone, UiState
from orchestrator_desktop.ui.paint.text import draw_text, text_width
from orchestrator_desktop.ui.paint.words import key_name
from orchestrator_desktop.ui.theme import Theme, Tokens

KEY_GAP = 4
PILL_LEFT, PILL_RIGHT = 6, 8
_RETURN_KEY = "↵"


def draw_box(
    painter: QPainter,
    tokens: Tokens,
    rect: QRectF,
    *,
    fill: str | None = None,
    edge: str | None = None,
    radius: float = 6,
    width: float = 1,
    dashed: bool = False,
) -> None:
    """A rounded box whose edge lies inside `rect`, on whole pixels at 100 % and 200 %."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setBrush(tokens.color(fill) if fill else Qt.BrushStyle.NoBrush)
    if edge is None:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.drawRoundedRect(rect, radius, radius)
    else:
        pen = QPen(tokens.color(edge), width)
        if dashed:
            pen.setDashPattern([3, 3])
        painter.setPen(pen)
        half = width / 2
        painter.drawRoundedRect(rect.adjusted(half, half, -half, -half), radius - half, radius - half)
    painter.restore()


def draw_focus_ring(painter: QPainter, tokens: Tokens, rect: QRectF, radius: float = 6) -> None:
    """The 2 px focus ring, inside `rect`."""
    draw_box(painter, tokens, rect, edge="focus", radius=radius, width=2)


def key_cap_width(theme: Theme, key: str) -> int:
    """Width of one key cap: at least 16 px (22 for the return arrow)."""
    if key == _RETURN_KEY:
        return 22
    return max(16, round(text_width(theme, key_name(key), "micro", 500)) + 10)


def key_caps_width(theme: Theme, keys: Sequence[str]) -> int:
    """Width of several key caps with their gaps."""
    return sum(key_cap_width(theme, key) for key in keys) + KEY_GAP * max(0, len(keys) - 1)


def draw_key_caps(
    painter: QPainter,
    theme: Theme,
    rect: QRectF,
    keys: Sequence[str],
    *,
    token: str = "text-3",
    edge: str = "line-strong",
    fill: str | None = "surface",
) -> None:
    """Draw key caps from the left of `rect`, vertically centred in it."""
    height = theme.grown(16, "micro")
    x = rect.left()
    for key in keys:
        width = key_cap_width(theme, key)
        cap = QRectF(x, round(rect.center().y() - height / 2), width, height)
        draw_box(painter, theme.tokens, cap, fill=fill, edge=edge, radius=4)
        if key == _RETURN_KEY:
            theme.draw_icon(painter, QRectF(cap.center().x() - 6, cap.center().y() - 6, 12, 12), "return", token)
        else:
            draw_text(
                painter, theme, cap, key_name(key), style="micro", weight=500, token=token, elide=False,
                align=Qt.AlignmentFlag.AlignHCenter,
            )  # fmt: skip
        x += width + KEY_GAP


def pill_width(theme: Theme, text: str, *, filled: bool = True) -> int:
    """Width of a pill: glyph 12, gap 5, word; its padding when filled."""
    return round(17.5 + text_width(theme, text, "micro", 500)) + (PILL_LEFT + PILL_RIGHT if filled else 0)


def draw_pill(
    painter: QPainter,
    theme: Theme,
    rect: QRectF,
    state: UiState,
    text: str,
    *,
    filled: bool = True,
    progress: float = 0.0,
    tone: Tone | None = None,
) -> None:
    """Draw a pill at the left of `rect`, vertically centred: glyph and word, on the soft fill of its tone."""
    tone = tone or state.tone
    height = theme.grown(20, "micro")
    width = min(pill_width(theme, text, filled=filled), rect.width())
    box = QRectF(rect.left(), round(rect.center().y() - height / 2), width, height)
    if filled:
        draw_box(painter, theme.tokens, box, fill=TONE_SOFT[tone], radius=height / 2)
        box = box.adjusted(PILL_LEFT, 0, -PILL_RIGHT, 0)
    glyph = QRectF(box.left(), round(box.center().y() - 6), 12, 12)
    draw_state(painter, theme.tokens, glyph, state, progress=progress, token=TONE_TEXT[tone])
    draw_text(painter, theme, box.adjusted(17, 0, 0.5, 0), text, style="micro", weight=500, token=TONE_TEXT[tone])


def draw_score(painter: QPainter, tokens: Tokens, rect: QRectF, score: int, best: int = 5) -> None:
    """Five 8 px squares, 2 px apart, `score` of them filled."""
    for place in range(best):
        square = QRectF(rect.left() + place * 10, round(rect.center().y() - 4), 8, 8)
        full = place < score
        draw_box(painter, tokens, square, fill="ink" if full else None, edge=None if full else "line-control", radius=2)


def draw_bar(painter: QPainter, tokens: Tokens, rect: QRectF, share: float, token: str = "focus") -> None:
    """A 4 px bar filled from the left to `share` (0 to 1); its track is an outline where there are no soft fills."""
    radius = rect.height() / 2
    fill, edge = (None, "line-strong") if tokens.flat else ("line-strong", None)
    draw_box(painter, tokens, rect, fill=fill, edge=edge, radius=radius)
    full = min(max(share, 0.0), 1.0) * rect.width()
    if full > 0:
        draw_box(
            painter, tokens, QRectF(rect.left(), rect.top(), max(full, rect.height()), rect.height()),
            fill=token, radius=radius,
        )  # fmt: skip


def draw_sparkline(painter: QPainter, tokens: Tokens, rect: QRectF, values: Sequence[float]) -> None:
    """A line of values, left to right, oldest first, with a dot on the last one. Nothing below two values."""
    if len(values) < 2:
        return
    low, high = min(values), max(values)
    box = rect.adjusted(2, 3, -4, -3)
    span = high - low or 1.0
    step = box.width() / (len(values) - 1)
    points = [
        QPointF(box.left() + place * step, box.bottom() - (value - low) / span * box.height())
        for place, value in enumerate(values)
    ]
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(tokens.text_3, 1.5, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin))
    painter.drawPolyline(QPolygonF(points))
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(tokens.accent)
    painter.drawEllipse(points[-1], 2.5, 2.5)
    painter.restore()
