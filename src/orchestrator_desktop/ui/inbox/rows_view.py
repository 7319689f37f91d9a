"""The geometry of a list whose rows have two heights: asked of no row, so that it does not grow with the list.

QListView asks every row for its height each time one is put in: at ten thousand rows that holds the window for a
tenth of a second."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import (
    QItemSelection,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QRect,
    Qt,
    QTimer,
)
from PySide6.QtGui import QCursor, QKeyEvent, QPainter, QPaintEvent, QRegion, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QStyle, QStyleOptionViewItem, QWidget

from orchestrator_desktop.ui.inbox.cards import card_height
from orchestrator_desktop.ui.inbox.model import TasksModel
from orchestrator_desktop.ui.theme import Theme
from orchestrator_desktop.ui.widgets.list_view import ListView
from orchestrator_desktop.ui.widgets.rows import header_height, row_height

_Index = QModelIndex | QPersistentModelIndex
_STEP_SECONDS = 0.012
"""How long pages are read at a time on the way to the end: input and painting come between."""

_FILLING = 4
"""Pages that are read at most to fill the window."""


class RowsView(ListView):
    """Places rows by counting headers and tasks above them."""

    def __init__(self, theme: Theme, tasks: TasksModel, parent: QWidget | None = None, *, cards: bool = False) -> None:
        # Qt asks for the geometry while the base is being built.
        self._tasks = tasks
        self._theme = theme
        self._cards = cards
        super().__init__(theme, parent)
        self._at_end: Callable[[], object] = self._go_to_last
        self._on_way = QTimer(self, interval=0)
        self._on_way.timeout.connect(self._further)
        self.setModel(tasks)
        self.verticalScrollBar().valueChanged.connect(self._read_ahead)
        tasks.modelReset.connect(self._fill)

    def row_height(self) -> int:
        return card_height(self._theme) if self._cards else row_height(self._theme)

    def header_height(self) -> int:
        return header_height(self._theme)

    def _top(self, row: int) -> int:
        """Where a row begins in the whole list."""
        headers = self._tasks.layers.headers_to(row - 1) if row else 0
        return headers * self.header_height() + (row - headers) * self.row_height()

    def _row_at(self, y: int) -> int:
        """The row at a height of the whole list; the number of rows below the last one."""
        low, high = 0, self._tasks.rowCount()
        while low < high:
            middle = (low + high) // 2
            if self._top(middle + 1) <= y:
                low = middle + 1
            else:
                high = middle
        return low

    def _rect_of(self, row: int) -> QRect:
        top, end = self._top(row), self._top(row + 1)
        return QRect(0, top - self.verticalOffset(), self.viewport().width(), end - top)

    # Qt's side: geometry

    def visualRect(self, index: _Index) -> QRect:
        return self._rect_of(index.row()) if index.isValid() else QRect()

    def indexAt(self, point: QPoint) -> QModelIndex:
        row = self._row_at(point.y() + self.verticalOffset()) if point.y() + self.verticalOffset() >= 0 else -1
        return self._tasks.index(row) if 0 <= row < self._tasks.rowCount() else QModelIndex()

    def verticalOffset(self) -> int:
        return self.verticalScrollBar().value()

    def horizontalOffset(self) -> int:
        return 0

    def isIndexHidden(self, index: _Index) -> bool:
        del index
        return False

    def scrollTo(
        self, index: _Index, hint: QAbstractItemView.ScrollHint = QAbstractItemView.ScrollHint.EnsureVisible
    ) -> None:
        if not index.isValid():
            return
        rect, room, bar = self._rect_of(index.row()), self.viewport().height(), self.verticalScrollBar()
        self._measure()
        if hint is QAbstractItemView.ScrollHint.PositionAtCenter:
            bar.setValue(bar.value() + rect.center().y() - room // 2)
        elif rect.top() < 0 or hint is QAbstractItemView.ScrollHint.PositionAtTop:
            above = index.row() - 1
            # The header over a group's first task comes into sight with it.
            with_header = above >= 0 and self._tasks.id_at(above) is None
            bar.setValue(bar.value() + rect.top() - (self.header_height() if with_header else 0))
        elif rect.bottom() >= room:
            bar.setValue(bar.value() + rect.bottom() + 1 - room)

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        # Not QListView's: it moves what it has laid out, which is nothing.
        del dx, dy
        self.viewport().update()

    def doItemsLayout(self) -> None:
        QAbstractItemView.doItemsLayout(self)

    def updateGeometries(self) -> None:
        # Not QListView's: it would measure the rows that it has not laid out.
        self._measure()

    def _measure(self) -> None:
        bar, room = self.verticalScrollBar(), self.viewport().height()
        bar.setRange(0, max(0, self._top(self._tasks.rowCount()) - room))
        bar.setPageStep(room)
        bar.setSingleStep(self.row_height() // 2)

    def contentsHeight(self) -> int:
        """Of all rows read so far."""
        return self._top(self._tasks.rowCount())

    def setSelection(self, rect: QRect, command: QItemSelectionModel.SelectionFlag) -> None:
        # A band drawn upwards has its ends the other way round.
        rect = rect.normalized()
        first = self._row_at(max(0, rect.top() + self.verticalOffset()))
        last = min(self._row_at(max(0, rect.bottom() + self.verticalOffset())), self._tasks.rowCount() - 1)
        chosen = QItemSelection()
        if first <= last:
            chosen.select(self._tasks.index(first), self._tasks.index(last))
        self.selectionModel().select(chosen, command)

    def visualRegionForSelection(self, selection: QItemSelection) -> QRegion:
        region = QRegion()
        seen = self.viewport().rect()
        for number in range(selection.size()):
            one = selection.at(number)
            rect = self._rect_of(one.top()).united(self._rect_of(one.bottom())).intersected(seen)
            region += QRegion(rect)
        return region

    def moveCursor(self, action: QAbstractItemView.CursorAction, modifiers: Qt.KeyboardModifier) -> QModelIndex:
        del modifiers
        moves = QAbstractItemView.CursorAction
        page = max(1, self.viewport().height() // self.row_height() - 1)
        steps = {moves.MoveUp: -1, moves.MoveDown: 1, moves.MovePrevious: -1, moves.MoveNext: 1,
                 moves.MovePageUp: -page, moves.MovePageDown: page}  # fmt: skip
        last = self._tasks.rowCount() - 1
        row = self.currentIndex().row()
        if action is moves.MoveHome:
            return self._nearest(0, 1)
        if action is moves.MoveEnd:
            return self._nearest(last, -1)
        step = steps.get(action, 0)
        return self._nearest(min(max(row + step, 0), last), 1 if step > 0 else -1) if step else self.currentIndex()

    def _nearest(self, row: int, step: int) -> QModelIndex:
        """The first task from a row on, or else the last one before it."""
        for direction in (step, -step):
            here = row
            while 0 <= here < self._tasks.rowCount():
                if self._tasks.id_at(here) is not None:
                    return self._tasks.index(here)
                here += direction
        return QModelIndex()

    # Qt's side: painting

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        first = self._row_at(max(0, event.rect().top() + self.verticalOffset()))
        last = min(self._row_at(max(0, event.rect().bottom() + self.verticalOffset())), self._tasks.rowCount() - 1)
        pointer = self.viewport().mapFromGlobal(QCursor.pos()) if self.viewport().underMouse() else None
        for row in range(first, last + 1):
            self._paint_row(painter, row, pointer)
        self.paint_over(painter)
        painter.end()

    def paint_over(self, painter: QPainter) -> None:
        """What lies over the rows."""

    def _paint_row(self, painter: QPainter, row: int, pointer: QPoint | None) -> None:
        index = self._tasks.index(row)
        option = QStyleOptionViewItem()
        self.initViewItemOption(option)
        option.rect = rect = self._rect_of(row)
        states = QStyle.StateFlag
        option.state &= ~(states.State_HasFocus | states.State_MouseOver)
        if self.selectionModel().isSelected(index):
            option.state |= states.State_Selected
        if index == self.currentIndex() and self.hasFocus():
            option.state |= states.State_HasFocus
        if pointer is not None and rect.contains(pointer):
            option.state |= states.State_MouseOver
        self.itemDelegateForIndex(index).paint(painter, option, index)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._measure()
        self._fill()

    # the way to the end

    def go_to_end(self) -> None:
        """Make the last task current, once all that comes before it has been read, a little at a time."""
        self._read_all(self._go_to_last)

    def selectAll(self) -> None:
        """Choose all of the list, not only what has been read of it."""
        self._read_all(super().selectAll)

    def _read_all(self, then: Callable[[], object]) -> None:
        self._at_end = then
        if self._tasks.more:
            self._on_way.start()
        else:
            then()

    def _go_to_last(self) -> None:
        self._go(self._tasks.rowCount() - 1, -1)

    def _further(self) -> None:
        self._tasks.read_on(_STEP_SECONDS)
        if not self._tasks.more:
            self._on_way.stop()
            self._at_end()

    def _read_ahead(self, value: int) -> None:
        """The next page before the last row is in sight."""
        if self._tasks.more and value + 3 * self.viewport().height() > self.verticalScrollBar().maximum():
            self._tasks.fetchMore(QModelIndex())

    def _fill(self) -> None:
        """Read on while what has been read does not fill a high window: there is nothing to scroll yet."""
        pages = 0
        while self._tasks.more and pages < _FILLING and self.contentsHeight() <= self.viewport().height():
            self._tasks.fetchMore(QModelIndex())
            pages += 1

    def keyPressEvent(self, event: QKeyEvent) -> None:
        self._on_way.stop()
        if event.key() == Qt.Key.Key_End and not event.modifiers():
            self._keyboard = True
            self.go_to_end()
        else:
            super().keyPressEvent(event)
