"""The list of those who have a name of their own, people or specialists: its model, and how a row is painted."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, Final, Generic, TypeVar

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, QRectF, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyleOptionViewItem

from orchestrator_desktop.domain.delegate import Person, Specialist
from orchestrator_desktop.ui.paint import Who, draw_avatar, draw_text
from orchestrator_desktop.ui.theme import Theme
from orchestrator_desktop.ui.widgets.rows import draw_two_lines, paint_row_background

ROW_ROLE: Final = Qt.ItemDataRole.UserRole
_SIGN: Final = 18
_TEXT_LEFT: Final = 30
_NONE: Final = QModelIndex()
_Index = QModelIndex | QPersistentModelIndex
Named = TypeVar("Named", Person, Specialist)


class NamedModel(QAbstractListModel, Generic[Named]):
    """The people or the specialists, and a last row that adds one (ROW_ROLE is None there)."""

    def __init__(self, spoken: Callable[[Named | None], str], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: tuple[Named, ...] = ()
        self._spoken: Callable[[Named | None], str] = spoken

    def set_rows(self, rows: Sequence[Named]) -> None:
        same = [who.id for who in rows] == [who.id for who in self._rows]
        if not same:
            self.beginResetModel()
        self._rows = tuple(rows)
        if not same:
            self.endResetModel()
        else:
            self.dataChanged.emit(self.index(0), self.index(len(rows)))

    def who(self, index: _Index) -> Named | None:
        return self._rows[index.row()] if index.isValid() and index.row() < len(self._rows) else None

    def row_of(self, who_id: int | None) -> int | None:
        return next((row for row, who in enumerate(self._rows) if who.id == who_id), None)

    def rowCount(self, parent: _Index = _NONE) -> int:
        return 0 if parent.isValid() else len(self._rows) + 1

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        who = self.who(index)
        if role == ROW_ROLE:
            return who
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return self._spoken(who)
        return None


def paint_named(
    painter: QPainter, theme: Theme, option: QStyleOptionViewItem, kind: Who, *, name: str, fact: str
) -> None:
    """Avatar 18, name over one fact."""
    inner = paint_row_background(painter, theme, option)
    sign = QRectF(inner.left(), round(inner.center().y() - _SIGN / 2), _SIGN, _SIGN)
    draw_avatar(painter, theme, sign, kind, name)
    draw_two_lines(painter, theme, _words(inner), name, fact)


def paint_adding(painter: QPainter, theme: Theme, option: QStyleOptionViewItem, words: str) -> None:
    """The row that adds one."""
    inner = paint_row_background(painter, theme, option)
    icon = QRectF(inner.left() + 1, round(inner.center().y() - 8), 16, 16)
    theme.draw_icon(painter, icon, "plus", "text-2")
    draw_text(painter, theme, _words(inner), words, token="text-2")


def _words(inner: QRectF) -> QRectF:
    left = inner.left() + _TEXT_LEFT
    return QRectF(left, inner.top(), inner.right() - left, inner.height())
