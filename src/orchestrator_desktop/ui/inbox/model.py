"""A list of tasks as a model: group headers by level, pages of 200, and changes applied row by row."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from orchestrator_desktop.domain.ids import TaskId
from orchestrator_desktop.domain.task import Level, Task
from orchestrator_desktop.store import tasks
from orchestrator_desktop.store.store import Store

ROW_ROLE = Qt.ItemDataRole.UserRole
"""The Task or Header of a row."""
_NONE = QModelIndex()
_GROUPED = (tasks.View.INBOX, tasks.View.TODAY)
_Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True)
class Header:
    """The words over a level's tasks."""

    level: Level
    count: int


@dataclass(frozen=True, slots=True)
class Query:
    """What the list shows: a place, or what a search finds everywhere."""

    place: tasks.Place
    search: str = ""

    @property
    def grouped(self) -> bool:
        return not self.search and (self.place.domain_id is not None or self.place.view in _GROUPED)


class TasksModel(QAbstractListModel):
    """Rows of one query, read in pages as the view asks for more. Window thread only."""

    def __init__(self, store: Store, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._store = store
        self._spoken: Callable[[Task], str] = lambda task: task.title
        self._query = Query(tasks.Place())
        self._today = date.min
        self._rows: list[Task | Header] = []
        self._counts: dict[Level, int] = {}
        self._more = False

    @property
    def query(self) -> Query:
        return self._query

    @property
    def more(self) -> bool:
        """Whether there are rows that have not been read."""
        return self._more

    def speak_with(self, spoken: Callable[[Task], str]) -> None:
        """How a row is said to a screen reader."""
        self._spoken = spoken

    def show(self, query: Query, today: date) -> None:
        """Read the first page of `query` anew."""
        self.beginResetModel()
        self._query, self._today = query, today
        found = self._page(0)
        self._more = len(found) == tasks.PAGE
        self._count()
        self._rows = self._with_headers(found)
        self.endResetModel()

    def apply(self, ids: Sequence[int]) -> None:
        """Bring the rows of the named tasks up to date: changed, moved, gone or new."""
        if self._query.search or len(ids) > tasks.PAGE:
            self.show(self._query, self._today)
            return
        here = tasks.matching(self._store, self._query.place, ids, today=self._today)
        self._count()
        for number in ids:
            task_id = TaskId(number)
            self._place_task(task_id, here.get(task_id))
        self._refresh_headers()

    def row_of(self, task_id: TaskId) -> int | None:
        """The row of a task that has been read."""
        return next((row for row, item in enumerate(self._rows) if isinstance(item, Task) and item.id == task_id), None)

    def task(self, index: _Index) -> Task | None:
        item = self._rows[index.row()] if index.isValid() and index.row() < len(self._rows) else None
        return item if isinstance(item, Task) else None

    def _page(self, offset: int) -> list[Task]:
        if self._query.search:
            return tasks.search(self._store, self._query.search, offset=offset)
        return tasks.page(self._store, self._query.place, today=self._today, offset=offset)

    def _count(self) -> None:
        grouped = self._query.grouped
        self._counts = tasks.counts_by_level(self._store, self._query.place, today=self._today) if grouped else {}

    def _with_headers(self, found: Iterable[Task], above: Level | None = None) -> list[Task | Header]:
        rows: list[Task | Header] = []
        for task in found:
            if self._query.grouped and task.level is not above:
                above = task.level
                rows.append(Header(above, self._counts.get(above, 0)))
            rows.append(task)
        return rows

    def _place_task(self, task_id: TaskId, task: Task | None) -> None:
        old = self.row_of(task_id)
        if old is not None and task is not None and self._key(task) == self._key(self._rows[old]):
            self._rows[old] = task
            self.dataChanged.emit(self.index(old), self.index(old))
            return
        if old is not None:
            self._take_out(old)
        if task is not None:
            self._put_in(task)

    def _take_out(self, row: int) -> None:
        last = row + 1 == len(self._rows) or isinstance(self._rows[row + 1], Header)
        alone = last and row > 0 and isinstance(self._rows[row - 1], Header)
        first = row - 1 if alone else row
        self.beginRemoveRows(_NONE, first, row)
        del self._rows[first : row + 1]
        self.endRemoveRows()

    def _put_in(self, task: Task) -> None:
        row = bisect_left(self._rows, self._key(task), key=self._key)
        if row == len(self._rows) and self._more:
            return  # beyond what has been read: it comes with its page
        headed = not self._query.grouped or any(isinstance(r, Header) and r.level is task.level for r in self._rows)
        items: list[Task | Header] = [task] if headed else [Header(task.level, 1), task]
        self.beginInsertRows(_NONE, row, row + len(items) - 1)
        self._rows[row:row] = items
        self.endInsertRows()

    def _key(self, item: Task | Header) -> tuple[int | float | str, ...]:
        # A header stands before every task of its level.
        if isinstance(item, Header):
            return (item.level,)
        return tasks.order_key(self._query.place, item)

    def _refresh_headers(self) -> None:
        for row, item in enumerate(self._rows):
            if isinstance(item, Header) and item.count != self._counts.get(item.level, 0):
                self._rows[row] = Header(item.level, self._counts.get(item.level, 0))
                self.dataChanged.emit(self.index(row), self.index(row))

    # Qt's side

    def rowCount(self, parent: _Index = _NONE) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        item = self._rows[index.row()]
        if role == ROW_ROLE:
            return item
        if role == Qt.ItemDataRole.AccessibleTextRole and isinstance(item, Task):
            return self._spoken(item)
        if role == Qt.ItemDataRole.DisplayRole:
            return item.title if isinstance(item, Task) else str(int(item.level))
        return None

    def flags(self, index: _Index) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        if isinstance(self._rows[index.row()], Header):
            return Qt.ItemFlag.ItemNeverHasChildren
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemNeverHasChildren

    def canFetchMore(self, parent: _Index) -> bool:
        return not parent.isValid() and self._more

    def fetchMore(self, parent: _Index) -> None:
        if parent.isValid() or not self._more:
            return
        read = [item for item in self._rows if isinstance(item, Task)]
        known = {task.id for task in read}
        found = self._page(len(read))
        self._more = len(found) == tasks.PAGE
        rows = self._with_headers((t for t in found if t.id not in known), read[-1].level if read else None)
        if rows:
            self.beginInsertRows(_NONE, len(self._rows), len(self._rows) + len(rows) - 1)
            self._rows += rows
            self.endInsertRows()
