"""A combo box whose rows say a name and a detail, with an avatar or an icon before them."""

from __future__ import annotations

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QFocusEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QComboBox, QSizePolicy, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from orchestrator_desktop.ui.paint import Who, draw_avatar, draw_box, draw_focus_ring, draw_text
from orchestrator_desktop.ui.theme import Theme
from orchestrator_desktop.ui.widgets.focus import ring_wanted

DETAIL_ROLE = Qt.ItemDataRole.UserRole + 101
"""str: what follows the name in `text-3`."""
AVATAR_ROLE = Qt.ItemDataRole.UserRole + 102
"""Who: draw the name's initial in this shape."""
ICON_ROLE = Qt.ItemDataRole.UserRole + 103
"""str: name of an icon, where there is no avatar."""

_SIGN = 18
_LEFT = 11
_GAP = 8
_Index = QModelIndex | QPersistentModelIndex


class ComboBox(QComboBox):
    """32 px high; shows DisplayRole, DETAIL_ROLE and AVATAR_ROLE or ICON_ROLE of any item model."""

    def __init__(self, theme: Theme, model: QAbstractItemModel | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._ring = False
        if model is not None:
            self.setModel(model)
        self.setItemDelegate(_ComboDelegate(theme, self))
        self.setMaxVisibleItems(12)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.updateGeometry)

    def sizeHint(self) -> QSize:
        return QSize(220, self._theme.grown(32, "body"))

    def minimumSizeHint(self) -> QSize:
        return QSize(120, self.sizeHint().height())

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._ring = ring_wanted(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._ring = False

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        tokens, rect = self._theme.tokens, QRectF(self.rect())
        fill = "hover" if self.underMouse() and self.isEnabled() else "surface"
        draw_box(painter, tokens, rect, fill=fill, edge="line-control", width=self._theme.edge)
        if self._ring:
            draw_focus_ring(painter, tokens, rect)
        index = self.model().index(self.currentIndex(), self.modelColumn(), self.rootModelIndex())
        if index.isValid():
            paint_entry(painter, self._theme, rect.adjusted(_LEFT, 0, -28, 0), index, enabled=self.isEnabled())
        else:
            words = rect.adjusted(_LEFT, 0, -28, 0)
            draw_text(painter, self._theme, words, self.placeholderText(), token="text-3")
        arrows = QRectF(rect.right() - 25, rect.top() + (rect.height() - 14) // 2, 14, 14)
        self._theme.draw_icon(painter, arrows, "chevrons-updown", "text-2" if self.isEnabled() else "text-3")
        painter.end()


class _ComboDelegate(QStyledItemDelegate):
    """Rows of the popup, 32 px high."""

    def __init__(self, theme: Theme, parent: QComboBox) -> None:
        super().__init__(parent)
        self._theme = theme

    def sizeHint(self, _option: QStyleOptionViewItem, _index: _Index) -> QSize:
        return QSize(200, self._theme.grown(36, "body"))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        rect = QRectF(option.rect)
        state = option.state
        held = bool(state & QStyle.StateFlag.State_Selected)
        painter.fillRect(rect, self._theme.tokens.surface)
        if held:
            draw_box(painter, self._theme.tokens, rect.adjusted(4, 1, -4, -1), fill="selected",
                     edge="focus" if self._theme.high_contrast else None, width=2)  # fmt: skip
        enabled = bool(index.flags() & Qt.ItemFlag.ItemIsEnabled)
        paint_entry(painter, self._theme, rect.adjusted(_LEFT, 0, -12, 0), index, enabled=enabled)


def paint_entry(painter: QPainter, theme: Theme, rect: QRectF, index: _Index, *, enabled: bool) -> None:
    """Avatar or icon, name, detail; the detail elides before the name."""
    name = str(index.data(Qt.ItemDataRole.DisplayRole) or "")
    avatar, icon = index.data(AVATAR_ROLE), index.data(ICON_ROLE)
    token = "text" if enabled else "text-3"
    x = rect.left()
    if avatar is not None:
        draw_avatar(painter, theme, QRectF(x, rect.center().y() - _SIGN / 2, _SIGN, _SIGN), Who(avatar), name)
        x += _SIGN + _GAP
    elif icon:
        theme.draw_icon(painter, QRectF(x + 1, rect.center().y() - 8, 16, 16), str(icon))
        x += _SIGN + _GAP
    place = QRectF(x, rect.top(), rect.right() - x, rect.height())
    x += draw_text(painter, theme, place, name, weight=500, token=token) + _GAP
    detail = QRectF(x, rect.top(), max(0.0, rect.right() - x), rect.height())
    draw_text(painter, theme, detail, str(index.data(DETAIL_ROLE) or ""), style="meta", token="text-3", beside="body")
