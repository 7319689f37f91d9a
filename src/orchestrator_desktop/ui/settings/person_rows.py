"""The list of people: its model, and how its rows are painted."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any, Final

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem, QWidget

from orchestrator_desktop.domain.delegate import Person
from orchestrator_desktop.domain.ids import PersonId
from orchestrator_desktop.ui.paint import Who, draw_avatar, draw_text
from orchestrator_desktop.ui.services import Services
from orchestrator_desktop.ui.widgets.rows import draw_two_lines, paint_row_background, row_height

ROW_ROLE: Final = Qt.ItemDataRole.UserRole
_SIGN: Final = 18
_TEXT_LEFT: Final = 30
_NONE: Final = QModelIndex()
_Index = QModelIndex | QPersistentModelIndex


class PeopleModel(QAbstractListModel):
    """The people, and a last row that adds one (ROW_ROLE is None there)."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: tuple[Person, ...] = ()
        self.spoken: Callable[[Person | None], str] = lambda who: who.name if who else ""

    def set_people(self, rows: Sequence[Person]) -> None:
        same = [who.id for who in rows] == [who.id for who in self._rows]
        if not same:
            self.beginResetModel()
        self._rows = tuple(rows)
        if not same:
            self.endResetModel()
        else:
            self.dataChanged.emit(self.index(0), self.index(len(rows)))

    def person(self, index: _Index) -> Person | None:
        return self._rows[index.row()] if index.isValid() and index.row() < len(self._rows) else None

    def row_of(self, person_id: PersonId | None) -> int | None:
        return next((row for row, who in enumerate(self._rows) if who.id == person_id), None)

    def rowCount(self, parent: _Index = _NONE) -> int:
        return 0 if parent.isValid() else len(self._rows) + 1

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        who = self.person(index)
        if role == ROW_ROLE:
            return who
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return self.spoken(who)
        return None


class PeopleDelegate(QStyledItemDelegate):
    """Avatar 18, name over what is out with them, or their address."""

    def __init__(self, services: Services, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = services.theme
        self.out: Mapping[PersonId, int] = {}

    def sizeHint(self, _option: QStyleOptionViewItem, _index: _Index) -> QSize:
        return QSize(0, row_height(self._theme))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        who = index.data(ROW_ROLE)
        inner = paint_row_background(painter, self._theme, option)
        middle = inner.center().y()
        left = inner.left() + _TEXT_LEFT
        words = QRectF(left, inner.top(), inner.right() - left, inner.height())
        if who is None:
            icon = QRectF(inner.left() + 1, round(middle - 8), 16, 16)
            self._theme.draw_icon(painter, icon, "plus", "text-2")
            draw_text(painter, self._theme, words, self.spoken(None), token="text-2")
            return
        sign = QRectF(inner.left(), round(middle - _SIGN / 2), _SIGN, _SIGN)
        draw_avatar(painter, self._theme, sign, Who.PERSON, who.name)
        draw_two_lines(painter, self._theme, words, who.name, self._fact(who))

    def spoken(self, who: Person | None) -> str:
        if who is None:
            return self.tr("Add a person")
        return ", ".join(part for part in (who.name, self._fact(who)) if part)

    def _fact(self, who: Person) -> str:
        out = self.out.get(who.id, 0)
        return self.tr("%n task(s) out", "", out) if out else who.address or self.tr("nothing out")
