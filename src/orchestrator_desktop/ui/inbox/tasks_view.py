"""The list of tasks: one current row, with Space any number of them chosen, and all that are chosen carried."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import chain
from pathlib import Path

from PySide6.QtCore import (
    QItemSelection,
    QItemSelectionModel,
    QMimeData,
    QModelIndex,
    QPoint,
    QRectF,
    Qt,
    QTimer,
    Signal,
)
from PySide6.QtGui import (
    QContextMenuEvent,
    QDragEnterEvent,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
)
from PySide6.QtWidgets import QApplication, QWidget

from orchestrator_desktop.domain.ids import TaskId
from orchestrator_desktop.ui.inbox.carrying import Carrier
from orchestrator_desktop.ui.inbox.model import TasksModel
from orchestrator_desktop.ui.inbox.rows_view import RowsView
from orchestrator_desktop.ui.paint import draw_focus_ring
from orchestrator_desktop.ui.theme import Theme
from orchestrator_desktop.ui.widgets.rows import INSET

_FLAG = QItemSelectionModel.SelectionFlag
_FAR = 5
"""Pages read at most to find a row that has not been read."""
_EDGE, _STEP = 28, 14
"""While something is carried this near to the end of the list it scrolls, so far at a time."""

MayPut = Callable[[Sequence[TaskId], int], bool]
"""Whether tasks may be put before a row: (tasks, row)."""


class TasksView(RowsView):
    """Space chooses rows one by one; then moving keeps what is chosen, until Esc or a click.

    `put(ids, row)` when carried tasks are let go before a row; `sideways(step)` for Left and Right;
    `files_dropped(paths, TaskId | None)`; `menu_wanted(point of the screen)`."""

    put = Signal(object, int)
    sideways = Signal(int)
    files_dropped = Signal(object, object)
    menu_wanted = Signal(QPoint)

    def __init__(self, theme: Theme, tasks: TasksModel, parent: QWidget | None = None, *, cards: bool = False) -> None:
        super().__init__(theme, tasks, parent, cards=cards)
        self._choosing = False
        self._pressed: QPoint | None = None
        self._gap: int | None = None
        self._file_row: int | None = None
        self._carrier = Carrier(theme, self)
        self._scroll_by = 0
        self._scroller = QTimer(self, interval=30)
        self._scroller.timeout.connect(self._scroll_on)
        self.may_put: MayPut = lambda _ids, _row: False
        self.shows_gap: Callable[[], bool] = lambda: True
        """Whether where a task is put among others matters: a line shows it, or else the whole list is ringed."""
        self.setSelectionMode(RowsView.SelectionMode.ExtendedSelection)
        self.viewport().setAcceptDrops(True)
        self.setAcceptDrops(True)

    @property
    def tasks(self) -> TasksModel:
        return self._tasks

    @property
    def current(self) -> TaskId | None:
        index = self.currentIndex()
        return self._tasks.id_at(index.row()) if index.isValid() else None

    @property
    def chosen(self) -> list[TaskId]:
        """The tasks that an act is for: those selected, in the order of the list, or the current one."""
        rows = sorted(index.row() for index in self.selectionModel().selectedIndexes())
        found = [task_id for row in rows if (task_id := self._tasks.id_at(row)) is not None]
        current = self.current
        return [current] if not found and current is not None else found

    def show_current(self, task_id: TaskId) -> bool:
        """Make a task current and scroll to it; False where the list does not hold it, or only far below."""
        row = self._find(task_id)
        if row is None:
            return False
        index = self._tasks.index(row)
        self._choosing = False
        self.selectionModel().setCurrentIndex(index, _FLAG.ClearAndSelect)
        self.scrollTo(index)
        return True

    def reveal(self, task_id: TaskId) -> None:
        """Scroll to a task without making it current."""
        row = self._find(task_id)
        if row is not None:
            self.scrollTo(self._tasks.index(row))

    def restore(self, current: TaskId | None, chosen: Sequence[TaskId]) -> bool:
        """Make current and chosen again what was before the rows changed; whether the current one is still there."""
        selection = self.selectionModel()
        rows = [row for task_id in chosen if (row := self._tasks.row_of(task_id)) is not None]
        here = None if current is None else self._tasks.row_of(current)
        if here is None:
            selection.clear()
            return False
        selection.setCurrentIndex(self._tasks.index(here), _FLAG.ClearAndSelect if here in rows else _FLAG.Clear)
        again = QItemSelection()
        for row in rows:
            again.select(self._tasks.index(row), self._tasks.index(row))
        selection.select(again, _FLAG.Select)  # in one: whoever counts what is chosen is told once
        return True

    def beside(self, ids: Sequence[TaskId]) -> TaskId | None:
        """The task below `ids` that is not one of them, or else the one above."""
        rows = [row for task_id in ids if (row := self._tasks.row_of(task_id)) is not None]
        if not rows:
            return None
        places = chain(range(max(rows) + 1, self._tasks.rowCount()), range(min(rows) - 1, -1, -1))
        others = set(ids)
        found = (self._tasks.id_at(row) for row in places)
        return next((task_id for task_id in found if task_id is not None and task_id not in others), None)

    def end_choosing(self) -> bool:
        """Keep the current row alone; False where nothing else was chosen."""
        several = len(self.selectionModel().selectedIndexes()) > 1
        if not (self._choosing or several):
            return False
        self._choosing = False
        self.selectionModel().setCurrentIndex(self.currentIndex(), _FLAG.ClearAndSelect)
        return True

    def neighbours(self, row: int, apart: Sequence[TaskId]) -> tuple[TaskId | None, TaskId | None]:
        """The tasks above and below the gap before `row`, those of `apart` left out: they are the ones that move."""
        out = set(apart)
        above = next(
            (i for r in range(row - 1, -1, -1) if (i := self._tasks.id_at(r)) is not None and i not in out), None
        )
        rows = range(row, self._tasks.rowCount())
        below = next((i for r in rows if (i := self._tasks.id_at(r)) is not None and i not in out), None)
        return above, below

    def _find(self, task_id: TaskId) -> int | None:
        row = self._tasks.row_of(task_id)
        for _ in range(_FAR):
            if row is not None or not self._tasks.canFetchMore(QModelIndex()):
                break
            self._tasks.fetchMore(QModelIndex())
            row = self._tasks.row_of(task_id)
        return row

    def _choose(self) -> None:
        index = self.currentIndex()
        if index.isValid():
            self.selectionModel().select(index, _FLAG.Toggle if self._choosing else _FLAG.Select)
            self._choosing = True

    # carrying

    def tasks_over(self, ids: Sequence[TaskId], place: QPoint | None) -> bool:
        gap = None if place is None else self._gap_at(place)
        may = gap is not None and self.may_put(ids, gap)
        self._near_end(place)
        if (gap if may else None) != self._gap:
            self._gap = gap if may else None
            self.viewport().update()
        return may

    def tasks_put(self, ids: Sequence[TaskId], place: QPoint) -> None:
        gap = self._gap_at(place)
        if self.may_put(ids, gap):
            self.put.emit(list(ids), gap)

    def _gap_at(self, place: QPoint) -> int:
        """Before which row a point lies: the upper half of a row is before it, the lower after."""
        y = place.y() + self.verticalOffset()
        row = min(max(self._row_at(max(y, 0)), 0), self._tasks.rowCount())
        middle = (self._top(row) + self._top(row + 1)) // 2
        return row if y < middle or row == self._tasks.rowCount() else row + 1

    def _near_end(self, place: QPoint | None) -> None:
        height = self.viewport().height()
        self._scroll_by = 0 if place is None else -_STEP if place.y() < _EDGE else _STEP * (place.y() > height - _EDGE)
        if self._scroll_by:
            self._scroller.start()
        else:
            self._scroller.stop()

    def _scroll_on(self) -> None:
        bar = self.verticalScrollBar()
        bar.setValue(bar.value() + self._scroll_by)

    def paint_over(self, painter: QPainter) -> None:
        tokens = self._theme.tokens
        if self._file_row is not None:
            draw_focus_ring(painter, tokens, QRectF(self._rect_of(self._file_row)).adjusted(INSET, 0, -INSET, 0))
        if self._gap is None:
            return
        if self.shows_gap():
            y = self._top(self._gap) - self.verticalOffset()
            painter.fillRect(QRectF(INSET, max(0, y - 1), self.viewport().width() - 2 * INSET, 2), tokens.focus)
        else:
            draw_focus_ring(painter, tokens, QRectF(self.viewport().rect()).adjusted(2, 2, -2, -2))

    def let_go(self) -> bool:
        """Carry nothing any more, and change nothing; False where nothing was carried."""
        carries = self._carrier.carries
        if carries:
            self._near_end(None)
            self._carrier.drop()
        return carries

    def _begin_to_carry(self) -> None:
        ids = self.chosen
        if not ids:
            return
        task = self._tasks.task(self.currentIndex())
        words = self.tr("%n task(s)", "", len(ids)) if len(ids) > 1 or task is None else task.title
        self._carrier.take(ids, words)

    # Qt's side

    def setCurrentIndex(self, index: QModelIndex) -> None:  # type: ignore[override]
        if self._choosing:
            self.selectionModel().setCurrentIndex(index, _FLAG.NoUpdate)
            self.scrollTo(index)
        else:
            super().setCurrentIndex(index)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, held = Qt.Key(event.key()), event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if key == Qt.Key.Key_Space and not held:
            self._keyboard = True
            self._choose()
            self.viewport().update()
        elif key in (Qt.Key.Key_Left, Qt.Key.Key_Right) and not held:
            self._keyboard = True
            self.sideways.emit(-1 if key == Qt.Key.Key_Left else 1)
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._choosing = False
        index = self.indexAt(event.position().toPoint())
        self._pressed = None
        if event.button() is Qt.MouseButton.LeftButton and index.flags() & Qt.ItemFlag.ItemIsSelectable:
            self._pressed = event.position().toPoint()
            several = len(self.selectionModel().selectedIndexes()) > 1
            if several and self.selectionModel().isSelected(index) and not event.modifiers():
                # Several that are chosen are carried together: which one is meant shows when the button is let go.
                self._keyboard = False
                self.selectionModel().setCurrentIndex(index, _FLAG.NoUpdate)
                self.setFocus(Qt.FocusReason.MouseFocusReason)
                return
        elif event.button() is Qt.MouseButton.RightButton and self.selectionModel().isSelected(index):
            return
        super().mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        point = event.position().toPoint()
        if self._carrier.carries:
            self._carrier.move(event.globalPosition().toPoint())
        elif self._pressed is not None and event.buttons() & Qt.MouseButton.LeftButton:
            if (point - self._pressed).manhattanLength() >= QApplication.startDragDistance():
                self._begin_to_carry()
        else:
            super().mouseMoveEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        pressed, self._pressed = self._pressed, None
        if self._carrier.carries:
            self._near_end(None)
            self._carrier.put(event.globalPosition().toPoint())
            return
        index = self.indexAt(event.position().toPoint())
        if pressed is not None and index.isValid() and not event.modifiers() and self.indexAt(pressed) == index:
            self.selectionModel().setCurrentIndex(index, _FLAG.ClearAndSelect)
        super().mouseReleaseEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        # Qt opens what it saw pressed before: a row of several that are chosen it did not.
        index = self.indexAt(event.position().toPoint())
        if event.button() is Qt.MouseButton.LeftButton and index.flags() & Qt.ItemFlag.ItemIsSelectable:
            self.opened.emit(index)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        by_key = event.reason() is QContextMenuEvent.Reason.Keyboard
        index = self.currentIndex() if by_key else self.indexAt(event.pos())
        if not index.isValid() or self._tasks.id_at(index.row()) is None:
            return
        if not self.selectionModel().isSelected(index):
            self.selectionModel().setCurrentIndex(index, _FLAG.ClearAndSelect)
        below = self.viewport().mapToGlobal(self.visualRect(index).bottomLeft() + QPoint(52, 0))
        self.menu_wanted.emit(below if by_key else event.globalPos())

    # files

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if files_of(event.mimeData()):
            event.acceptProposedAction()
        else:
            event.ignore()

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        row = self._task_row(event.position().toPoint())
        if row != self._file_row:
            self._file_row = row
            self.viewport().update()
        event.acceptProposedAction()

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        self._file_row = None
        self.viewport().update()
        event.accept()

    def dropEvent(self, event: QDropEvent) -> None:
        row, paths = self._task_row(event.position().toPoint()), files_of(event.mimeData())
        self._file_row = None
        self.viewport().update()
        event.acceptProposedAction()
        self.files_dropped.emit(paths, None if row is None else self._tasks.id_at(row))

    def _task_row(self, point: QPoint) -> int | None:
        index = self.indexAt(point)
        return index.row() if index.isValid() and self._tasks.id_at(index.row()) is not None else None


def files_of(data: QMimeData) -> list[Path]:
    """The local files of what is dragged."""
    return [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()]
