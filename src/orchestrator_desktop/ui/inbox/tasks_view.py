"""The list of tasks: one current row, and with Space any number of them chosen."""

from __future__ import annotations

from itertools import chain

from PySide6.QtCore import QItemSelectionModel, QModelIndex, Qt
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QWidget

from orchestrator_desktop.domain.ids import TaskId
from orchestrator_desktop.ui.inbox.model import TasksModel
from orchestrator_desktop.ui.inbox.rows_view import RowsView
from orchestrator_desktop.ui.theme import Theme

_FLAG = QItemSelectionModel.SelectionFlag
_FAR = 5
"""Pages read at most to find a row that has not been read."""


class TasksView(RowsView):
    """Space chooses rows one by one; then moving keeps what is chosen, until Esc or a click."""

    def __init__(self, theme: Theme, tasks: TasksModel, parent: QWidget | None = None) -> None:
        super().__init__(theme, tasks, parent)
        self._choosing = False
        self.setSelectionMode(RowsView.SelectionMode.ExtendedSelection)

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

    def restore(self, current: TaskId | None, chosen: list[TaskId]) -> bool:
        """Make current and chosen again what was before the rows changed; whether the current one is still there."""
        selection = self.selectionModel()
        rows = [row for task_id in chosen if (row := self._tasks.row_of(task_id)) is not None]
        here = None if current is None else self._tasks.row_of(current)
        if here is None:
            selection.clear()
            return False
        selection.setCurrentIndex(self._tasks.index(here), _FLAG.ClearAndSelect if here in rows else _FLAG.Clear)
        for row in rows:
            selection.select(self._tasks.index(row), _FLAG.Select)
        return True

    def beside(self, ids: list[TaskId]) -> TaskId | None:
        """The task below `ids` that is not one of them, or else the one above."""
        rows = [row for task_id in ids if (row := self._tasks.row_of(task_id)) is not None]
        if not rows:
            return None
        places = chain(range(max(rows) + 1, self._tasks.rowCount()), range(min(rows) - 1, -1, -1))
        return next((task_id for row in places if (task_id := self._tasks.id_at(row)) is not None), None)

    def end_choosing(self) -> bool:
        """Keep the current row alone; False where nothing else was chosen."""
        several = len(self.selectionModel().selectedIndexes()) > 1
        if not (self._choosing or several):
            return False
        self._choosing = False
        self.selectionModel().setCurrentIndex(self.currentIndex(), _FLAG.ClearAndSelect)
        return True

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

    def setCurrentIndex(self, index: QModelIndex) -> None:  # type: ignore[override]
        if self._choosing:
            self.selectionModel().setCurrentIndex(index, _FLAG.NoUpdate)
            self.scrollTo(index)
        else:
            super().setCurrentIndex(index)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Space and not event.modifiers():
            self._keyboard = True
            self._choose()
            self.viewport().update()
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._choosing = False
        super().mousePressEvent(event)
