"""Painting of the board: delegations with their time and cost, a bar while they run, a reason and buttons where one
needs something."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from dataclasses import dataclass
from functools import cache
from typing import Final

from PySide6.QtCore import QCoreApplication, QModelIndex, QPersistentModelIndex, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPixmap, QTextLayout, QTextOption
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem, QWidget

from orchestrator_desktop.domain.attempts import AttemptState
from orchestrator_desktop.domain.delegation import DelegationState
from orchestrator_desktop.domain.ids import DelegationId
from orchestrator_desktop.store.board import BoardRow
from orchestrator_desktop.ui.delegated.deeds import Deed
from orchestrator_desktop.ui.delegated.groups import Group, Header
from orchestrator_desktop.ui.delegated.model import BoardModel, key_of
from orchestrator_desktop.ui.delegated.saying import Saying, Told
from orchestrator_desktop.ui.paint import TONE_TEXT, baseline, draw_bar, draw_box, draw_state, draw_text, text_width
from orchestrator_desktop.ui.theme import Theme
from orchestrator_desktop.ui.widgets.rows import (
    INSET,
    PADDING_LEFT,
    PADDING_RIGHT,
    draw_group_header,
    draw_two_lines,
    header_height,
    paint_row_background,
    row_height,
)

_GLYPH: Final = 16
_WORDS: Final = INSET + PADDING_LEFT + 30
"""From the row's left edge to its words."""
_RIGHT, _RIGHT_GAP = 72, 14
"""The right column is as wide as its words, at least this."""
_BAR, _GAP = 4, 8
_REASON_UP: Final = 2
"""The reason stands this much higher than the row's own padding would have it."""
_BUTTON, _BUTTON_GAP, _BUTTON_PADDING = 28, 6, 11
_PICTURES: Final = 100
"""More than any screen shows."""
_Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True)
class Parts:
    """Where the parts of a row stand below its two lines, relative to its own top left; its whole height."""

    height: int
    bar: QRectF | None = None
    reason: QRectF | None = None
    buttons: tuple[tuple[Deed, str, QRectF], ...] = ()


_Look = tuple[int, float, int, tuple[Deed, bool] | None]
"""Width, device pixels a pixel, state (selected, under the pointer…), and the button under the pointer."""


@dataclass(frozen=True, slots=True)
class _Picture:
    """A row as it was drawn."""

    look: _Look
    told: Told
    height: int
    pixmap: QPixmap


class BoardDelegate(QStyledItemDelegate):
    """Draws headers and delegation rows (UI.md 6). `hot` is the button under the pointer: (row, deed, pressed).

    Rows are kept as pictures. With fifty under way all of them change in one moment; drawn at once they would hold the
    window for twentieths of a second, so one whose words have changed is shown as it was and told to `late`, which has
    it drawn when its turn comes. What the pointer or the selection changes is drawn at once."""

    def __init__(self, theme: Theme, board: BoardModel, saying: Saying, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._board = board
        self._saying = saying
        self._layouts: dict[tuple[str, int], QTextLayout] = {}
        self._parts: dict[DelegationId, tuple[Told, int, Parts]] = {}
        self._laid: dict[DelegationId, int] = {}
        self.pictures: dict[Hashable, _Picture] = {}
        self.hot: tuple[int, Deed, bool] | None = None
        self.late: Callable[[BoardRow], object] = self.renew
        theme.changed.connect(self._forget)

    def _forget(self) -> None:
        self._layouts.clear()
        self._parts.clear()
        self.pictures.clear()

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        item = self._board.items[index.row()]
        if isinstance(item, Header):
            return _size(header_height(self._theme))
        height = self._laid[item.delegation_id] = self.height(item, option.rect.width())
        return _size(height)

    def resized(self, row: BoardRow, width: int) -> bool:
        """Whether a row is no longer as high as the list was laid out for."""
        return self.height(row, width) != self._laid.get(row.delegation_id)

    def height(self, row: BoardRow, width: int) -> int:
        """Of one row: what it says is put together only where it tells how high it is."""
        if row.state.under_way:
            return row_height(self._theme) + _BAR + _GAP
        plain = row.state is AttemptState.QUEUED or row.delegation_state is DelegationState.ANSWERED
        return row_height(self._theme) if plain else self.parts(row, width).height

    def parts(self, row: BoardRow, width: int) -> Parts:
        """Where the parts of a row stand in a list of that width."""
        told = self._saying.told(row)
        known = self._parts.get(row.delegation_id)
        if known is not None and known[0] is told and known[1] == width:
            return known[2]
        parts = self._arranged(row, told, width)
        self._parts[row.delegation_id] = (told, width, parts)
        return parts

    def _arranged(self, row: BoardRow, told: Told, width: int) -> Parts:
        theme = self._theme
        height = row_height(theme)
        left, right = _WORDS, width - INSET - PADDING_RIGHT - _RIGHT - _RIGHT_GAP
        if row.state.under_way:
            bar = QRectF(left, height, max(40, right - left), _BAR)
            return Parts(self.height(row, width), bar=bar)
        if not told.reason:
            return Parts(height)
        lines = self._layout(told.reason, max(80, right - left - 12)).lineCount()
        box = QRectF(left, height - _REASON_UP, right - left, lines * theme.line_height("meta"))
        bottom = round(box.bottom()) + _GAP
        buttons = self._buttons(told, left, bottom, width - INSET - PADDING_RIGHT)
        if buttons:
            bottom = round(buttons[-1][2].bottom()) + _GAP
        return Parts(bottom, reason=box, buttons=buttons)

    def deed_at(self, row: BoardRow, width: int, at: QPointF) -> tuple[Deed, QRectF] | None:
        """The button at a point relative to the row's top left, and where it stands there."""
        for deed, _, place in self.parts(row, width).buttons:
            if place.contains(at):
                return deed, place
        return None

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        item = self._board.items[index.row()]
        if isinstance(item, Header):
            draw_group_header(painter, self._theme, option, _group_words(item.group), item.count)
            return
        look = self._look(option, painter.device().devicePixelRatio(), index.row())
        picture = self.pictures.get(key_of(item))
        if picture is None or picture.look != look:
            picture = self._picture(option, item, index.row(), look)
        elif picture.told is not self._saying.told(item) or picture.height != option.rect.height():
            self.late(item)
        painter.drawPixmap(option.rect.topLeft(), picture.pixmap)

    def renew(self, item: BoardRow | Header) -> None:
        """The next painting draws this row anew."""
        self.pictures.pop(key_of(item), None)

    def prepare(self, option: QStyleOptionViewItem, index: _Index) -> None:
        """Draw a row that cannot be seen yet."""
        item = self._board.items[index.row()]
        if isinstance(item, BoardRow) and option.rect.isValid():
            ratio = option.widget.devicePixelRatio()
            self._picture(option, item, index.row(), self._look(option, ratio, index.row()))

    def _look(self, option: QStyleOptionViewItem, ratio: float, number: int) -> _Look:
        return option.rect.width(), ratio, option.state.value, self._hot_in(number)

    def _hot_in(self, number: int) -> tuple[Deed, bool] | None:
        return None if self.hot is None or self.hot[0] != number else self.hot[1:]

    def _picture(self, option: QStyleOptionViewItem, row: BoardRow, number: int, look: _Look) -> _Picture:
        if len(self.pictures) > _PICTURES:
            self.pictures.clear()
        pixmap = QPixmap(option.rect.size() * look[1])
        pixmap.setDevicePixelRatio(look[1])
        pixmap.fill(self._theme.tokens.color("surface"))  # text on nothing would be drawn without its finest edges
        painter = QPainter(pixmap)
        painter.translate(-option.rect.topLeft())
        told = self._saying.told(row)
        self._draw(painter, option, row, told, number)
        painter.end()
        picture = self.pictures[key_of(row)] = _Picture(look, told, option.rect.height(), pixmap)
        return picture

    def _draw(self, painter: QPainter, option: QStyleOptionViewItem, row: BoardRow, told: Told, number: int) -> None:
        inner, height = paint_row_background(painter, self._theme, option), row_height(self._theme)
        self._draw_glyph(painter, inner, told)
        right = self._draw_right(painter, QRectF(inner.left(), inner.top(), inner.width(), height), told)
        left = option.rect.left() + _WORDS
        words = QRectF(left, inner.top(), right - _RIGHT_GAP - left, height)
        draw_two_lines(painter, self._theme, words, row.title, told.meta)
        parts = self.parts(row, option.rect.width())
        if parts.height > height:
            painter.save()
            painter.translate(option.rect.topLeft())
            self._draw_parts(painter, parts, told, number)
            painter.restore()

    def _draw_glyph(self, painter: QPainter, inner: QRectF, told: Told) -> None:
        """On the title's line."""
        theme = self._theme
        body, small = theme.line_height("body"), theme.line_height("meta")
        top = inner.top() + (row_height(theme) - body - small) // 2 + (body - _GLYPH) // 2
        place = QRectF(inner.left(), round(top), _GLYPH, _GLYPH)
        draw_state(painter, theme.tokens, place, told.state, progress=told.progress)

    def _draw_right(self, painter: QPainter, rect: QRectF, told: Told) -> float:
        """Time, place or state over cost or place; returns where the column begins."""
        theme = self._theme
        wide = max(text_width(theme, words, "meta", tabular=True) for words in (told.upper, told.lower))
        width = min(max(_RIGHT, wide + 1), rect.width() / 3)
        body, small = theme.line_height("body"), theme.line_height("meta")
        top = rect.top() + (rect.height() - body - small) // 2
        align = Qt.AlignmentFlag.AlignRight
        first = QRectF(rect.right() - width, top, width, body)
        token = TONE_TEXT[told.state.tone]
        draw_text(painter, theme, first, told.upper, style="meta", token=token, tabular=True, align=align)
        second = QRectF(first.left(), top + body, width, small)
        draw_text(painter, theme, second, told.lower, style="meta", token="text-3", tabular=True, align=align)
        return first.left()

    def _draw_parts(self, painter: QPainter, parts: Parts, told: Told, number: int) -> None:
        if parts.bar is not None:
            draw_bar(painter, self._theme.tokens, parts.bar, told.progress)
        if parts.reason is not None:
            self._draw_reason(painter, parts.reason, told.reason, TONE_TEXT[told.state.tone])
        for place, (deed, words, box) in enumerate(parts.buttons):
            hot = self.hot if self.hot is not None and self.hot[:2] == (number, deed) else None
            self._draw_button(painter, box, words, outlined=place < 2, hot=hot is not None, down=bool(hot and hot[2]))

    def _draw_reason(self, painter: QPainter, box: QRectF, reason: str, token: str) -> None:
        theme = self._theme
        painter.fillRect(QRectF(box.left(), box.top(), 2, box.height()), theme.tokens.color(token))
        painter.setPen(theme.tokens.text)
        layout = self._layout(reason, max(80, round(box.width()) - 12))
        line_height, metrics = theme.line_height("meta"), theme.metrics("meta")
        for number in range(layout.lineCount()):
            line = layout.lineAt(number)
            place = QRectF(box.left(), box.top() + number * line_height, box.width(), line_height)
            line.draw(painter, QPointF(box.left() + 12, baseline(place, metrics) - line.ascent() - line.y()))

    def _draw_button(
        self, painter: QPainter, box: QRectF, words: str, *, outlined: bool, hot: bool, down: bool
    ) -> None:
        """As `widgets.button.Button` draws a small one; the third is plain."""
        theme = self._theme
        fill = "sunken" if down else "hover" if hot else "surface" if outlined else None
        if outlined:
            draw_box(painter, theme.tokens, box, fill=fill, edge="line-strong", width=theme.edge)
        elif fill is not None:
            draw_box(painter, theme.tokens, box, fill=fill)
        inside = box.adjusted(_BUTTON_PADDING, 0, -_BUTTON_PADDING + 2, 0)
        draw_text(painter, theme, inside, words, style="meta", weight=500, token="text" if outlined else "text-2")

    def _buttons(self, told: Told, left: int, top: int, right: int) -> tuple[tuple[Deed, str, QRectF], ...]:
        """As many as there is room for: the others are in the pane and in its menu."""
        found: list[tuple[Deed, str, QRectF]] = []
        x, height = float(left), self._theme.grown(_BUTTON, "meta")
        for deed, words in told.deeds:
            width = round(text_width(self._theme, words, "meta", 500) + 0.5) + 2 * _BUTTON_PADDING
            if x + width > right and found:
                break
            found.append((deed, words, QRectF(x, top, width, height)))
            x += width + _BUTTON_GAP
        return tuple(found)

    def _layout(self, words: str, width: int) -> QTextLayout:
        """Broken into lines; kept, for a list asks for the height of every row again and again."""
        key = (words, width)
        if key not in self._layouts:
            if len(self._layouts) > 500:
                self._layouts.clear()
            layout = QTextLayout(words, self._theme.font("meta"))
            layout.setTextOption(QTextOption(Qt.AlignmentFlag.AlignLeft))
            layout.beginLayout()
            while (line := layout.createLine()).isValid():
                line.setLineWidth(width)
            layout.endLayout()
            self._layouts[key] = layout
        return self._layouts[key]


@cache
def _size(height: int) -> QSize:
    """Of a row as wide as the list."""
    return QSize(0, height)


def _group_words(group: Group) -> str:
    return {
        Group.RUNNING: QCoreApplication.translate("BoardDelegate", "Running"),
        Group.QUEUED: QCoreApplication.translate("BoardDelegate", "Queued"),
        Group.NEEDS_YOU: QCoreApplication.translate("BoardDelegate", "Needs you"),
        Group.BACK: QCoreApplication.translate("BoardDelegate", "Returned today"),
    }[group]
