"""Painting of the palette's rows: the title with the letters that were looked for, what it is, its keys."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QAbstractScrollArea, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from orchestrator_desktop.ui.paint import baseline, draw_box, draw_key_caps, draw_level, draw_text, key_caps_width
from orchestrator_desktop.ui.palette.entries import Entry, Found, Head, Row
from orchestrator_desktop.ui.palette.model import ROW_ROLE
from orchestrator_desktop.ui.theme import Theme

HEAD, ROW = 32, 36
_INSET, _PADDING = 8, 8
_ICON, _ICON_GAP = 16, 12
_DETAIL_GAP = 12
_MATCHED = 700

_Index = QModelIndex | QPersistentModelIndex


def row_height(theme: Theme, row: Row) -> int:
    return theme.grown(HEAD, "micro") if isinstance(row, Head) else theme.grown(ROW, "body")


class PaletteDelegate(QStyledItemDelegate):
    """Heads and rows."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme

    def sizeHint(self, _option: QStyleOptionViewItem, index: _Index) -> QSize:
        return QSize(0, row_height(self._theme, index.data(ROW_ROLE)))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        row = index.data(ROW_ROLE)
        ground = QRectF(option.rect).adjusted(_INSET, 0, -_INSET, 0)
        if isinstance(option.widget, QAbstractScrollArea) and option.widget.verticalScrollBar().isVisible():
            ground.setRight(option.rect.right())  # the bar is the room at the right
        inner = ground.adjusted(_PADDING, 0, -_PADDING, 0)
        if isinstance(row, Head):
            line = self._theme.line_height("micro")
            words = QRectF(inner.left(), inner.bottom() - line - 4, inner.width(), line)
            draw_text(painter, self._theme, words, row.words, style="micro", weight=500, token="text-3")
        elif isinstance(row, Found):
            current = bool(option.state & QStyle.StateFlag.State_Selected)
            self._ground(painter, option, ground, current and row.entry.possible, row.entry.possible)
            self._row(painter, inner, row, current)

    def _ground(
        self, painter: QPainter, option: QStyleOptionViewItem, ground: QRectF, current: bool, possible: bool
    ) -> None:
        theme = self._theme
        if current:
            edge = "focus" if theme.high_contrast else None
            draw_box(painter, theme.tokens, ground, fill="selected", edge=edge, width=2)
        elif possible and option.state & QStyle.StateFlag.State_MouseOver:
            draw_box(painter, theme.tokens, ground, fill="hover")

    def _row(self, painter: QPainter, inner: QRectF, row: Found, current: bool) -> None:
        theme, entry = self._theme, row.entry
        self._glyph(painter, inner, entry, current)
        right = inner.right() + 0.0
        if entry.keys:
            width = key_caps_width(theme, entry.keys)
            right -= width
            draw_key_caps(painter, theme, QRectF(right, inner.top(), width, inner.height()), entry.keys, fill=None)
            right -= _DETAIL_GAP
        left = inner.left() + _ICON + _ICON_GAP
        title = QRectF(left, inner.top(), right - left, inner.height())
        used = draw_matched(painter, theme, title, entry.title, row.letters, "text" if entry.possible else "text-3")
        detail = QRectF(left + used + _DETAIL_GAP, inner.top(), right - left - used - _DETAIL_GAP, inner.height())
        if entry.detail and detail.width() > _ICON:
            draw_text(painter, theme, detail, entry.detail, style="meta", token="text-3", beside="body")

    def _glyph(self, painter: QPainter, inner: QRectF, entry: Entry, current: bool) -> None:
        place = QRectF(inner.left(), inner.top() + (inner.height() - _ICON) // 2, _ICON, _ICON)
        if entry.level is not None:
            draw_level(painter, self._theme, place, entry.level)
        elif entry.icon:
            token = "text-3" if not entry.possible else "accent-text" if current else "text-2"
            self._theme.draw_icon(painter, place, entry.icon, token)


def draw_matched(
    painter: QPainter, theme: Theme, rect: QRectF, text: str, letters: Sequence[int], token: str = "text"
) -> float:
    """The text in one line, elided, with the letters at these places bold and underlined; returns the width used."""
    shown, width = theme.fit(text, "body", 500, width=rect.width())
    if not letters:
        return draw_text(painter, theme, rect, text, weight=500, token=token)
    kept = len(shown) if shown == text else max(0, len(shown) - 1)
    x = rect.left()
    for part, matched in _parts(shown, frozenset(place for place in letters if place < kept)):
        weight = _MATCHED if matched else 500
        room = QRectF(x, rect.top(), rect.right() - x, rect.height())
        used = draw_text(painter, theme, room, part, weight=weight, token=token, elide=False)
        if matched:
            line = baseline(rect, theme.metrics("body", 500)) + 2
            painter.fillRect(QRectF(x, line, used, 1), theme.tokens.color(token))
        x += used
    return max(width, x - rect.left())


def _parts(text: str, letters: frozenset[int]) -> Iterator[tuple[str, bool]]:
    """Runs of the text, matched or not."""
    start = 0
    for place in range(1, len(text) + 1):
        if place == len(text) or (place in letters) is not (start in letters):
            yield text[start:place], start in letters
            start = place
