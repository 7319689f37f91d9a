"""State glyphs of UI.md 5, drawn in a 16 px square and scaled to the one asked for; the pen stays 1.5 px."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPainterPathStroker, QPen, QPolygonF

from orchestrator_desktop.ui.paint.states import TONE_TEXT, UiState
from orchestrator_desktop.ui.theme import Tokens

_DASHES: Final = 8
_SLICE: Final = 0.1


@dataclass(frozen=True, slots=True)
class _Ground:
    """Where a glyph is drawn: painter, centre, unit (size / 16), ring radius, colour, progress 0-1."""

    painter: QPainter
    centre: QPointF
    unit: float
    ring: float
    color: QColor
    progress: float

    def at(self, x: float, y: float) -> QPointF:
        """A point of the 16 px grid."""
        return self.centre + QPointF(x - 8, y - 8) * self.unit

    def square(self, radius: float) -> QRectF:
        return QRectF(self.centre.x() - radius, self.centre.y() - radius, 2 * radius, 2 * radius)


def draw_state(
    painter: QPainter,
    tokens: Tokens,
    rect: QRectF,
    state: UiState,
    *,
    progress: float = 0.0,
    token: str | None = None,
) -> None:
    """Draw a state's glyph into a square of 12 to 16 px. `token` replaces the colour of its tone."""
    color = tokens.color(token or TONE_TEXT[state.tone])
    size = rect.width()
    ground = _Ground(painter, rect.center(), size / 16, 6.75 * size / 16, color, progress)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    _line_pen(ground)
    for stroke in _GLYPHS[state]:
        stroke(ground)
    painter.restore()


def _line_pen(g: _Ground) -> None:
    g.painter.setPen(QPen(g.color, 1.5, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin))
    g.painter.setBrush(Qt.BrushStyle.NoBrush)


def _fill(g: _Ground) -> None:
    g.painter.setPen(Qt.PenStyle.NoPen)
    g.painter.setBrush(g.color)


def _circle(g: _Ground) -> None:
    g.painter.drawEllipse(g.centre, g.ring, g.ring)


def _dashed_circle(g: _Ground) -> None:
    step = 360 * 16 // _DASHES
    pen = g.painter.pen()
    pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    g.painter.setPen(pen)
    for dash in range(_DASHES):
        g.painter.drawArc(g.square(g.ring), dash * step - step // 3, round(step * 0.68))
    _line_pen(g)


def _disc(g: _Ground) -> None:
    _fill(g)
    radius = 4.5 * max(g.unit, 0.9)
    g.painter.drawEllipse(g.centre, radius, radius)


def _hands(g: _Ground) -> None:
    g.painter.drawPolyline(QPolygonF([g.at(8, 4.7), g.at(8, 8.2), g.at(10.2, 9.6)]))


def _slash(g: _Ground) -> None:
    reach = g.ring * 0.7071
    g.painter.drawLine(g.centre - QPointF(reach, reach), g.centre + QPointF(reach, reach))


def _pie(g: _Ground) -> None:
    """A slice even where nothing is measured yet, or running would look like ready."""
    _fill(g)
    share = min(max(g.progress, _SLICE), 1.0)
    g.painter.drawPie(g.square(4.1 * g.unit), 90 * 16, -round(share * 360 * 16))


def _dot(g: _Ground) -> None:
    _fill(g)
    g.painter.drawEllipse(g.centre, 3.9 * g.unit, 3.9 * g.unit)


def _half(g: _Ground) -> None:
    _fill(g)
    g.painter.drawPie(g.square(4.1 * g.unit), 90 * 16, 180 * 16)


def _up_arrow(g: _Ground) -> None:
    g.painter.drawLine(g.at(8, 5), g.at(8, 11))
    g.painter.drawPolyline(QPolygonF([g.at(5.6, 7.2), g.at(8, 4.8), g.at(10.4, 7.2)]))


def _bars(g: _Ground) -> None:
    g.painter.drawLine(g.at(6.4, 5.8), g.at(6.4, 10.2))
    g.painter.drawLine(g.at(9.6, 5.8), g.at(9.6, 10.2))


def _square(g: _Ground) -> None:
    _fill(g)
    g.painter.drawRoundedRect(g.square(2.6 * g.unit), 0.8 * g.unit, 0.8 * g.unit)


def _minus(g: _Ground) -> None:
    g.painter.drawLine(g.at(5.2, 8), g.at(10.8, 8))


def _dollar(g: _Ground) -> None:
    path = QPainterPath(g.at(10, 6.4))
    path.cubicTo(g.at(9.4, 5), g.at(6, 4.9), g.at(6, 6.6))
    path.cubicTo(g.at(6, 8.4), g.at(10, 7.6), g.at(10, 9.4))
    path.cubicTo(g.at(10, 11.1), g.at(6.6, 11), g.at(6, 9.6))
    g.painter.drawPath(path)
    g.painter.drawLine(g.at(8, 3.9), g.at(8, 12.1))


def _question(g: _Ground) -> None:
    path = QPainterPath(g.at(6.1, 6.4))
    path.cubicTo(g.at(6.2, 4), g.at(9.9, 4), g.at(9.9, 6.3))
    path.cubicTo(g.at(9.9, 7.7), g.at(8, 7.7), g.at(8, 9.1))
    g.painter.drawPath(path)
    _fill(g)
    g.painter.drawEllipse(g.at(8, 11.4), 0.9, 0.9)


def _cross(g: _Ground) -> None:
    g.painter.drawLine(g.at(5.8, 5.8), g.at(10.2, 10.2))
    g.painter.drawLine(g.at(10.2, 5.8), g.at(5.8, 10.2))


def _back_arrow(g: _Ground) -> None:
    radius = g.ring * 0.9
    g.painter.drawArc(g.square(radius), -120 * 16, 270 * 16)
    tip = g.at(8, 8) + QPointF(-radius * 0.866, -radius * 0.5)
    reach = 3.4 * g.unit
    g.painter.drawPolyline(QPolygonF([tip + QPointF(0, -reach), tip, tip + QPointF(reach, 0)]))


def _person(g: _Ground) -> None:
    g.painter.drawEllipse(g.at(8, 5), 2.75 * g.unit, 2.75 * g.unit)
    path = QPainterPath(g.at(2.75, 14))
    path.cubicTo(g.at(2.75, 11), g.at(4.5, 9.75), g.at(8, 9.75))
    path.cubicTo(g.at(11.5, 9.75), g.at(13.25, 11), g.at(13.25, 14))
    g.painter.drawPath(path)


def _triangle(g: _Ground) -> None:
    g.painter.drawPolygon(QPolygonF([g.at(8, 1.9), g.at(14.4, 13.2), g.at(1.6, 13.2)]))
    g.painter.drawLine(g.at(8, 6.4), g.at(8, 9.3))
    _fill(g)
    g.painter.drawEllipse(g.at(8, 11.3), 0.85, 0.85)


def _check_cut(g: _Ground, shape: QPainterPath) -> None:
    """Fill a shape with a check mark cut out of it, so that any ground shows through."""
    check = QPainterPath(g.at(4.9, 8.2))
    check.lineTo(g.at(7.1, 10.4))
    check.lineTo(g.at(11.1, 5.9))
    stroker = QPainterPathStroker()
    stroker.setWidth(1.5)
    stroker.setCapStyle(Qt.PenCapStyle.RoundCap)
    stroker.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    g.painter.fillPath(shape.subtracted(stroker.createStroke(check)), g.color)


def _check_disc(g: _Ground) -> None:
    disc = QPainterPath()
    disc.addEllipse(g.centre, 8 * g.unit, 8 * g.unit)
    _check_cut(g, disc)


def _check_square(g: _Ground) -> None:
    square = QPainterPath()
    square.addRoundedRect(g.square(7.25 * g.unit), 3.5 * g.unit, 3.5 * g.unit)
    _check_cut(g, square)


_GLYPHS: Final[dict[UiState, tuple[Callable[[_Ground], None], ...]]] = {
    UiState.NEW: (_dashed_circle,),
    UiState.READY: (_circle,),
    UiState.YOURS: (_disc,),
    UiState.QUEUED: (_circle, _hands),
    UiState.LATER: (_dashed_circle, _hands),
    UiState.HELD: (_dashed_circle, _bars),
    UiState.OFFLINE: (_dashed_circle, _slash),
    UiState.OVER_BUDGET: (_circle, _dollar),
    UiState.CHANGED: (_dashed_circle, _question),
    UiState.RUNNING: (_circle, _pie),
    UiState.IN_REVIEW: (_circle, _dot),
    UiState.REVISION: (_back_arrow,),
    UiState.WAITING: (_person,),
    UiState.RETURNED: (_circle, _up_arrow),
    UiState.INTERRUPTED: (_circle, _bars),
    UiState.STOPPED: (_circle, _square),
    UiState.DECLINED: (_circle, _minus),
    UiState.UNKNOWN: (_circle, _question),
    UiState.PARTLY: (_circle, _half),
    UiState.DONE: (_check_disc,),
    UiState.MET: (_check_disc,),
    UiState.AUTO_ACCEPTED: (_check_square,),
    UiState.FAILED: (_triangle,),
    UiState.REJECTED: (_circle, _cross),
    UiState.DROPPED: (_circle, _cross),
}
