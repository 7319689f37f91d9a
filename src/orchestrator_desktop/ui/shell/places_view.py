"""The painted list of places."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QFocusEvent, QKeyEvent, QPainter
from PySide6.QtWidgets import QAbstractItemView, QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from orchestrator_desktop.domain.ids import TaskId
from orchestrator_desktop.ui.navigator import Screen, Target
from orchestrator_desktop.ui.paint import draw_box, draw_focus_ring, draw_text, text_width
from orchestrator_desktop.ui.shell.places import PlaceKind, PlaceRow, PlacesModel
from orchestrator_desktop.ui.theme import Theme

TAKERS = (Screen.TODAY, Screen.INBOX, Screen.DONE, Screen.DOMAIN)
"""Places that tasks can be put on."""
_INSET = 8
_HEADER = 40
_HEADER_WORDS = 24


class _PlaceDelegate(QStyledItemDelegate):
    """Draws a row of the sidebar: icon 16, label, count centred in 20, or a badge (UI.md 6)."""

    def __init__(self, theme: Theme, view: PlacesView) -> None:
        super().__init__(view)
        self._theme = theme
        self._places = view.places
        self._view = view

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        row = self._places.items[index.row()]
        header = row.kind is PlaceKind.HEADER
        return QSize(0, self._theme.grown(_HEADER, "meta") if header else self._theme.grown(28, "body"))

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        row = self._places.items[index.row()]
        rect = QRectF(option.rect).adjusted(_INSET, 0, -_INSET, 0)
        if row.kind is PlaceKind.HEADER:
            box = rect.adjusted(_INSET, _HEADER - _HEADER_WORDS, 0, 0)
            draw_text(painter, self._theme, box, row.text, style="meta", token="text-3")
            return
        current = index.row() == self._view.here
        hovered = bool(option.state & QStyle.StateFlag.State_MouseOver)
        if current or hovered:
            draw_box(painter, self._theme.tokens, rect, fill="nav-selected" if current else "hover", radius=6)
        if option.state & QStyle.StateFlag.State_HasFocus or index.row() == self._view.taking:
            draw_focus_ring(painter, self._theme.tokens, rect)
        self._draw_content(painter, rect, row, current=current)

    def _draw_content(self, painter: QPainter, rect: QRectF, row: PlaceRow, *, current: bool) -> None:
        quiet = row.kind is PlaceKind.ADD_DOMAIN
        icon = QRectF(rect.left() + 8, round(rect.center().y() - 8), 16, 16)
        self._theme.draw_icon(painter, icon, row.icon, "accent-text" if current else "text-2")
        words = QRectF(icon.right() + 8, rect.top(), rect.right() - icon.right() - 8 - 36, rect.height())
        token = "text-3" if quiet else "text" if current else "text-2"
        draw_text(painter, self._theme, words, row.text, token=token, weight=600 if current else 400)
        if row.count and (row.badge or row.warning):
            self._draw_badge(painter, rect, row)
        elif row.count:
            # Centred in 20 px, and right-aligned once it is wider (a time, a count of four figures).
            width = max(20.0, text_width(self._theme, row.count, "meta", tabular=True))
            box = QRectF(rect.right() - 8 - width, rect.top(), width, rect.height())
            draw_text(
                painter, self._theme, box, row.count, style="meta", token="text-3", tabular=True,
                align=Qt.AlignmentFlag.AlignHCenter,
            )  # fmt: skip

    def _draw_badge(self, painter: QPainter, rect: QRectF, row: PlaceRow) -> None:
        fill, token = ("accent", "on-accent") if row.badge else ("warn-soft", "warn-text")
        height = self._theme.grown(16, "micro")
        width = max(20.0, text_width(self._theme, row.count, "micro", 600, True) + 12)
        box = QRectF(rect.right() - 8 - width, round(rect.center().y() - height / 2), width, height)
        draw_box(painter, self._theme.tokens, box, fill=fill, radius=height / 2)
        draw_text(
            painter, self._theme, box, row.count, style="micro", token=token, weight=600, tabular=True,
            align=Qt.AlignmentFlag.AlignHCenter,
        )  # fmt: skip


class PlacesView(QListView):
    """A list of places; `chosen` tells where the user wants to go, `add_domain` that one is wanted.

    Arrow keys move a ring, Enter or Space goes there: where one is and what one looks at are two things."""

    chosen = Signal(object)
    add_domain = Signal()
    menu_wanted = Signal(object, QPoint)
    """(Target, place on the screen): right button or menu key on a place."""
    tasks_dropped = Signal(object, object)
    """(ids, Target): tasks carried here were let go on a place."""

    def __init__(self, theme: Theme, model: PlacesModel, *, scrolls: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.places = model
        self._scrolls = scrolls
        self.here: int | None = None
        """The row of the place shown now."""
        self.taking: int | None = None
        """The row that tasks are carried over, if it takes them."""
        self.setModel(model)
        self.setItemDelegate(_PlaceDelegate(theme, self))
        self.setFrameShape(QListView.Shape.NoFrame)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setMouseTracking(True)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        if not scrolls:
            self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.viewport().setAutoFillBackground(False)
        self.clicked.connect(self._open)
        theme.changed.connect(self._resize)
        model.rowsInserted.connect(self._resize)

    def show_target(self, target: Target | None) -> None:
        """Mark the row of `target` as current, or none."""
        here = None if target is None else self.places.row_of(target)
        if here is not None:
            self.setCurrentIndex(self.places.line(here))
        if here != self.here:
            self.here = here
            self.viewport().update()

    def tasks_over(self, ids: Sequence[TaskId], place: QPoint | None) -> bool:
        """Tasks are carried over a point, or with None away again; whether what is there takes them."""
        del ids
        row = None if place is None else self._taker_at(place)
        if row != self.taking:
            self.taking = row
            self.viewport().update()
        return row is not None

    def tasks_put(self, ids: Sequence[TaskId], place: QPoint) -> None:
        """Tasks carried here are let go."""
        row = self._taker_at(place)
        if row is not None:
            self.tasks_dropped.emit(list(ids), self.places.items[row].target)

    def _taker_at(self, place: QPoint) -> int | None:
        index = self.indexAt(place)
        target = self.places.items[index.row()].target if index.isValid() else None
        return index.row() if target is not None and target.screen in TAKERS else None

    def dataChanged(
        self,
        first: QModelIndex | QPersistentModelIndex,
        last: QModelIndex | QPersistentModelIndex,
        roles: Sequence[int] = (),
    ) -> None:
        """What a row says does not change its height: only the row is painted."""
        QAbstractItemView.dataChanged(self, first, last, list(roles))

    def _open(self, index: QModelIndex) -> None:
        if not index.isValid():
            return
        row = self.places.items[index.row()]
        if row.kind is PlaceKind.ADD_DOMAIN:
            self.add_domain.emit()
        elif row.target is not None:
            self.chosen.emit(row.target)

    def _resize(self) -> None:
        self.doItemsLayout()
        if not self._scrolls:
            self.setFixedHeight(sum(self.sizeHintForRow(row) for row in range(self.places.rowCount())))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space) and not event.modifiers():
            self._open(self.currentIndex())
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        by_key = event.reason() is QContextMenuEvent.Reason.Keyboard
        index = self.currentIndex() if by_key else self.indexAt(event.pos())
        row = self.places.items[index.row()] if index.isValid() else None
        if row is not None and row.target is not None:
            below = self.viewport().mapToGlobal(self.visualRect(index).bottomLeft())
            self.menu_wanted.emit(row.target, below if by_key else event.globalPos())

    def keyboardSearch(self, search: str) -> None:
        """Letters are commands here, not a search."""
        del search

    def focusInEvent(self, event: QFocusEvent) -> None:
        if not self.currentIndex().isValid():
            self.setCurrentIndex(self.places.line(0))
        super().focusInEvent(event)
