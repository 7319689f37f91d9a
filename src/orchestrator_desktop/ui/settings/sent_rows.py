"""How the lines of the sent log are painted: columns of two lines, and their heads."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from orchestrator_desktop.ui.paint import draw_focus_ring, draw_text
from orchestrator_desktop.ui.services import Services
from orchestrator_desktop.ui.settings.sent_model import LINE_ROLE
from orchestrator_desktop.ui.settings.sent_words import Line
from orchestrator_desktop.ui.theme import Theme
from orchestrator_desktop.ui.widgets.rows import draw_state_column

_SIDE: Final = 24
_GAP: Final = 16
_WIDTHS: Final = {"when": 72, "to": 220, "size": 112, "cost": 64, "replaced": 60, "state": 96}
_RIGHT: Final = Qt.AlignmentFlag.AlignRight
_LEFT: Final = Qt.AlignmentFlag.AlignLeft
_Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True)
class Columns:
    """Where the columns stand; what it was for takes the room that is left."""

    when: QRectF
    what: QRectF
    to: QRectF
    size: QRectF
    cost: QRectF
    replaced: QRectF
    state: QRectF


def columns(theme: Theme, rect: QRectF) -> Columns:
    """The columns of a row, or of the heads."""
    wide = {name: round(width * theme.scale) for name, width in _WIDTHS.items()}
    fixed = sum(wide.values()) + len(wide) * _GAP + 2 * _SIDE
    # Where there is little room, what it was for and where it went get the same.
    wide["to"] = min(wide["to"], round((rect.width() - fixed + wide["to"]) / 2))
    places: dict[str, QRectF] = {}
    right = rect.right() - _SIDE
    for name in ("state", "replaced", "cost", "size", "to"):
        places[name] = QRectF(right - wide[name], rect.top(), wide[name], rect.height())
        right -= wide[name] + _GAP
    when = QRectF(rect.left() + _SIDE, rect.top(), wide["when"], rect.height())
    left = when.right() + _GAP
    what = QRectF(left, rect.top(), max(0.0, right - left), rect.height())
    return Columns(when=when, what=what, **places)


def row_height(theme: Theme) -> int:
    return theme.grown(48, "body", "meta")


class SentDelegate(QStyledItemDelegate):
    """Rows of 48 px with a line below each."""

    def __init__(self, services: Services, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = services.theme

    def sizeHint(self, _option: QStyleOptionViewItem, _index: _Index) -> QSize:
        return QSize(0, row_height(self._theme))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        line: Line = index.data(LINE_ROLE)
        theme, rect, state = self._theme, QRectF(option.rect), option.state
        if state & QStyle.StateFlag.State_Selected:
            painter.fillRect(rect, theme.tokens.selected)
        elif state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(rect, theme.tokens.hover)
        painter.fillRect(QRectF(rect.left(), rect.bottom() - 1, rect.width(), 1), theme.tokens.line)
        where = columns(theme, rect)
        self._two(painter, where.when, line.when, line.day, tabular=True)
        self._two(painter, where.what, line.what, line.purpose, weight=500)
        self._two(painter, where.to, line.provider, line.place)
        self._two(painter, where.size, line.tokens, line.size, align=_RIGHT, tabular=True)
        self._two(painter, where.cost, line.cost, "", align=_RIGHT, tabular=True)
        self._two(painter, where.replaced, line.replaced, "", align=_RIGHT, tabular=True)
        if line.state is not None:
            top = _first_line(theme, where.state)
            draw_state_column(painter, theme, top, line.state, text=line.state_words, filled=False)
        if state & QStyle.StateFlag.State_HasFocus and state & QStyle.StateFlag.State_KeyboardFocusChange:
            draw_focus_ring(painter, theme.tokens, rect.adjusted(2, 1, -2, -2), 4)

    def _two(
        self,
        painter: QPainter,
        place: QRectF,
        first: str,
        second: str,
        *,
        weight: int | None = None,
        align: Qt.AlignmentFlag = _LEFT,
        tabular: bool = False,
    ) -> None:
        theme = self._theme
        top = _first_line(theme, place)
        token = "text" if first else "text-3"
        draw_text(painter, theme, top, first, weight=weight, align=align, tabular=tabular, token=token)
        below = QRectF(place.left(), top.bottom(), place.width(), theme.line_height("meta"))
        draw_text(painter, theme, below, second, style="meta", token="text-3", align=align, tabular=tabular)


def _first_line(theme: Theme, place: QRectF) -> QRectF:
    """The upper of the two lines, which together stand in the middle."""
    body, small = theme.line_height("body"), theme.line_height("meta")
    top = place.top() + (place.height() - 1 - body - small) // 2
    return QRectF(place.left(), top, place.width(), body)


class SentHead(QWidget):
    """The heads of the columns on `canvas`."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._resize()
        theme.changed.connect(self._resize)

    def _resize(self) -> None:
        self.setFixedHeight(self._theme.grown(28, "micro"))
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        theme, rect = self._theme, QRectF(self.rect())
        painter.fillRect(rect, theme.tokens.canvas)
        for edge in (rect.top(), rect.bottom() - 1):
            painter.fillRect(QRectF(rect.left(), edge, rect.width(), 1), theme.tokens.line)
        where = columns(theme, rect)
        for place, words, align in (
            (where.when, self.tr("When"), _LEFT),
            (where.what, self.tr("What for"), _LEFT),
            (where.to, self.tr("Sent to"), _LEFT),
            (where.size, self.tr("How much"), _RIGHT),
            (where.cost, self.tr("Cost"), _RIGHT),
            (where.replaced, self.tr("Replaced"), _RIGHT),
            (where.state, self.tr("State"), _LEFT),
        ):
            draw_text(painter, theme, place, words, style="micro", token="text-2", align=align)
        painter.end()
