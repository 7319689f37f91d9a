"""Painting of the board: delegations with their time, their cost, and the reason where one needs the user."""

from __future__ import annotations

from datetime import datetime
from typing import Final

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QTextLayout, QTextOption
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem, QWidget

from orchestrator_desktop.store.delegations import BoardRow
from orchestrator_desktop.ui import formats
from orchestrator_desktop.ui.delegated.model import ROW_ROLE, BoardModel, Group, Header, group_of
from orchestrator_desktop.ui.delegated.words import board_state, outcome_words
from orchestrator_desktop.ui.names import provider_name
from orchestrator_desktop.ui.paint import TONE_TEXT, UiState, draw_state, draw_text, state_name
from orchestrator_desktop.ui.services import Services
from orchestrator_desktop.ui.widgets.rows import (
    draw_group_header,
    draw_two_lines,
    header_height,
    paint_row_background,
    row_height,
)

_RIGHT: Final = 104
_GLYPH: Final = 16
_TEXT_LEFT: Final = 46
_REASON_GAP: Final = 6
_Index = QModelIndex | QPersistentModelIndex


class BoardDelegate(QStyledItemDelegate):
    """Draws headers and delegation rows (UI.md 6)."""

    def __init__(self, services: Services, model: BoardModel, parent: QWidget) -> None:
        super().__init__(parent)
        self._services = services
        self._theme = services.theme
        self._model = model

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        item = index.data(ROW_ROLE)
        if isinstance(item, Header):
            return QSize(0, header_height(self._theme))
        height = row_height(self._theme)
        reason = self.reason(item)
        if reason:
            height += _REASON_GAP + self._reason_height(reason, option.rect.width()) + 8
        return QSize(0, height)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        item = index.data(ROW_ROLE)
        if isinstance(item, Header):
            draw_group_header(painter, self._theme, option, self._group_words(item.group), item.count)
            return
        inner = paint_row_background(painter, self._theme, option)
        height = row_height(self._theme)
        state = self.state(item)
        glyph = QRectF(inner.left(), round(inner.top() + (height - _GLYPH) / 2 - 10), _GLYPH, _GLYPH)
        draw_state(painter, self._theme.tokens, glyph, state, progress=0.3)
        right = QRectF(inner.right() - _RIGHT, inner.top(), _RIGHT, height)
        left = option.rect.left() + 8 + _TEXT_LEFT
        words = QRectF(left, inner.top(), right.left() - 8 - left, height)
        draw_two_lines(painter, self._theme, words, item.title, self.meta(item))
        self._draw_right(painter, right, item, state)
        if reason := self.reason(item):
            box = QRectF(left, inner.top() + height + _REASON_GAP - 6, inner.right() - left, 0)
            self._draw_reason(painter, box, reason, TONE_TEXT[state.tone])

    def state(self, row: BoardRow) -> UiState:
        return board_state(row)

    def meta(self, row: BoardRow) -> str:
        """Delegate · model · brief version."""
        model = row.model.replace("\\", "/").rpartition("/")[2]
        provider = provider_name(row.provider) if row.provider != row.delegate else ""
        version = self.tr("version %1").replace("%1", str(row.version)) if row.version else ""
        return " · ".join(part for part in (row.delegate, model or provider, version) if part)

    def reason(self, row: BoardRow) -> str:
        if group_of(row) is not Group.NEEDS_YOU:
            return ""
        return outcome_words(
            row.state,
            row.error,
            provider=provider_name(row.provider or row.delegate),
            model=row.model,
            charges=row.leaves_computer,
        )

    def spoken(self, row: BoardRow) -> str:
        """Title, state, delegate, reason."""
        parts = (row.title, state_name(self.state(row)), self.meta(row), self._time(row), self.reason(row))
        return ", ".join(part for part in parts if part)

    def _draw_right(self, painter: QPainter, rect: QRectF, row: BoardRow, state: UiState) -> None:
        theme = self._theme
        body, small = theme.line_height("body"), theme.line_height("meta")
        top = rect.top() + (rect.height() - body - small) // 2
        align = Qt.AlignmentFlag.AlignRight
        upper, lower = (
            QRectF(rect.left(), top, rect.width(), body),
            QRectF(rect.left(), top + body, rect.width(), small),
        )
        first = self._time(row) if group_of(row) is Group.RUNNING else self._place(row) or state_name(state)
        token = TONE_TEXT[state.tone]
        draw_text(painter, theme, upper, first, style="meta", token=token, tabular=True, align=align)
        draw_text(painter, theme, lower, self._cost(row), style="meta", token="text-3", tabular=True, align=align)

    def _time(self, row: BoardRow) -> str:
        if row.sent_at is None:
            return ""
        end: datetime = row.ended_at or self._services.now()
        return formats.elapsed((end - row.sent_at).total_seconds())

    def _place(self, row: BoardRow) -> str:
        place = self._model.queue_place(row)
        return self.tr("%1 in queue").replace("%1", str(place)) if place else ""

    def _cost(self, row: BoardRow) -> str:
        if row.cost_micro is None:
            return ""
        if row.cost_micro == 0 and not row.leaves_computer:
            return self.tr("free")
        return formats.money(row.cost_micro, self._services.languages.locale)

    def _group_words(self, group: Group) -> str:
        return {
            Group.RUNNING: self.tr("Running"),
            Group.QUEUED: self.tr("Queued"),
            Group.NEEDS_YOU: self.tr("Needs you"),
            Group.BACK: self.tr("Returned today"),
        }[group]

    def _reason_layout(self, reason: str, width: float) -> tuple[QTextLayout, float]:
        layout = QTextLayout(reason, self._theme.font("meta"))
        layout.setTextOption(QTextOption(Qt.AlignmentFlag.AlignLeft))
        layout.beginLayout()
        y, line_height = 0.0, self._theme.line_height("meta")
        while (line := layout.createLine()).isValid():
            line.setLineWidth(max(width, 40))
            line.setPosition(QRectF(0, y, 0, 0).topLeft())
            y += line_height
        layout.endLayout()
        return layout, y

    def _reason_height(self, reason: str, width: int) -> int:
        return round(self._reason_layout(reason, width - _TEXT_LEFT - 8 - 12 - 20)[1])

    def _draw_reason(self, painter: QPainter, box: QRectF, reason: str, token: str) -> None:
        layout, height = self._reason_layout(reason, box.width() - 12)
        painter.fillRect(QRectF(box.left(), box.top(), 2, height), self._theme.tokens.color(token))
        painter.setPen(self._theme.tokens.text)
        layout.draw(painter, QRectF(box.left() + 12, box.top(), 0, 0).topLeft())
