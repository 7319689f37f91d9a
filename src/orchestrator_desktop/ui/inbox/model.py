"""A list of tasks as a model: ids and sort keys of what was read so far, tasks only of what is looked at, headers
between groups, and changes applied row by row."""

from __future__ import annotations

from array import array
from bisect import bisect_left
from collections.abc import Callable, Sequence
from datetime import UTC, date, datetime
from itertools import pairwise
from time import perf_counter
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from orchestrator_desktop.domain.ids import TaskId
from orchestrator_desktop.domain.task import Level, Task
from orchestrator_desktop.store import lines, tasks
from orchestrator_desktop.store.lines import Line
from orchestrator_desktop.store.store import Store
from orchestrator_desktop.ui.inbox.grouping import Header, Query, grouper
from orchestrator_desktop.ui.inbox.layers import Layer, Layers
from orchestrator_desktop.ui.inbox.packed import packed
from orchestrator_desktop.ui.inbox.shelf import Shelf

if TYPE_CHECKING:
    from orchestrator_desktop.store.search import Found

ROW_ROLE = Qt.ItemDataRole.UserRole
"""The Task or Header of a row."""
_NONE = QModelIndex()
_BEFORE, _AFTER = 24, 72
"""Lines read around one that is looked at."""
FOUND, FOUND_OF_STAGE = 60, 16
"""Tasks read at once of a search: it is read anew at every keystroke, and few are in sight; of a column of its board
fewer, for there are several at a keystroke."""
_FEW = 4
"""Tasks that are looked for one by one, not in one walk through all lines."""
_Index = QModelIndex | QPersistentModelIndex
FirstPage = tuple[Sequence["Found"], bool]
"""What a search found first, and whether there is more."""


class TasksModel(QAbstractListModel):
    """Rows of one query, read in pages as the view asks for more. Window thread only."""

    def __init__(self, store: Store, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._store = store
        self._spoken: Callable[[Task], str] = lambda task: task.title
        self._query = Query(tasks.Place())
        self._today = date.min
        self._ids = array("q")
        self._keys: list[bytes] = []
        self._shelf = Shelf()
        self._matches: dict[TaskId, Found] = {}
        self.layers = Layers()
        self.now: Callable[[], datetime] = lambda: datetime.now(UTC).astimezone()
        """Aware local time: what "friday" means in a search."""
        self._group = grouper(self._query, self._today)
        self._counts: dict[Level, int] = {}
        self._more = False

    @property
    def query(self) -> Query:
        return self._query

    @property
    def more(self) -> bool:
        """Whether there are rows that have not been read."""
        return self._more

    @property
    def lines(self) -> int:
        """Tasks read so far."""
        return len(self._ids)

    def speak_with(self, spoken: Callable[[Task], str]) -> None:
        """How a row is said to a screen reader."""
        self._spoken = spoken

    def show(self, query: Query, today: date, first: FirstPage | None = None) -> None:
        """Read the first page of `query` anew, unless it has been read already: of a search, what was found."""
        self.beginResetModel()
        self._query, self._today, self._group = query, today, grouper(query, today)
        self._ids = array("q")
        self._keys = []
        self._shelf.clear()
        self._matches = {}
        self.layers.clear()
        self._count()
        self._append(self._page() if first is None else self._take(*first))
        self._recount()
        self.endResetModel()

    def apply(self, ids: Sequence[int]) -> None:
        """Bring the rows of the named tasks up to date: changed, moved, gone or new."""
        if self._query.search or len(ids) > tasks.PAGE:
            self.show(self._query, self._today)
            return
        here = tasks.matching(self._store, self._query.place, ids, today=self._today)
        self._count()
        found = {task_id: lines.line_of(self._query.place, task) for task_id, task in here.items()}
        known = self._numbers_of(ids)
        stays = {
            task_id
            for task_id, number in known.items()
            if task_id in found and packed(found[task_id].key) == self._keys[number]
        }
        for number in sorted((known[task_id] for task_id in known if task_id not in stays), reverse=True):
            self._take_out(number)
        for number in ids:
            self._shelf.forget(TaskId(number))
        for task_id, line in found.items():
            if task_id not in stays:
                self._put_in(line)
        self._shelf.put(here.values())
        self._tell(stays)
        self._say_counts()

    def row_of(self, task_id: TaskId) -> int | None:
        """The row of a task that has been read."""
        try:
            return self.layers.row(self._ids.index(task_id))
        except ValueError:
            return None

    def id_at(self, row: int) -> TaskId | None:
        """The task of a row, without reading it; None for a header."""
        layer, line = self.layers.at(row)
        return None if layer is not None or not 0 <= line < len(self._ids) else TaskId(self._ids[line])

    def task(self, index: _Index) -> Task | None:
        if not index.isValid():
            return None
        layer, line = self.layers.at(index.row())
        return None if layer is not None else self._task(line)

    def tags(self, task_id: TaskId) -> tuple[str, ...]:
        """The tags of a task that has been read."""
        if task_id not in self._shelf.tags:
            line = self._ids.index(task_id) if task_id in self._ids else 0
            around = {TaskId(number) for number in self._ids[max(0, line - _BEFORE) : line + _AFTER]} | {task_id}
            wanted = [one for one in around if one not in self._shelf.tags and one in self._shelf]
            self._shelf.tags.update(lines.tags_of(self._store, wanted or [task_id]))
        return self._shelf.tags.get(task_id, ())

    def found_of(self, task_id: TaskId) -> Found | None:
        """What a search found of a task."""
        return self._matches.get(task_id)

    def level_of(self, task_id: TaskId) -> Level | None:
        """The level of a task that has been read."""
        row = self.row_of(task_id)
        task = None if row is None else self.task(self.index(row))
        return None if task is None else task.level

    def header(self, row: int) -> Header | None:
        layer, _line = self.layers.at(row)
        return None if layer is None else Header(layer.group, layer.count)

    def read_on(self, seconds: float) -> None:
        """Read pages for so long at most, for who wants to the end."""
        until = perf_counter() + seconds
        while self._more and perf_counter() < until:
            self.fetchMore(_NONE)

    # reading

    def _page(self) -> list[Line]:
        if self._query.search:
            return self._page_found()
        read = lines.lines(self._store, self._query.place, today=self._today, offset=len(self._ids))
        self._more = len(read) == tasks.PAGE
        return read

    def _page_found(self) -> list[Line]:
        from orchestrator_desktop.store import search  # not before something is searched for
        from orchestrator_desktop.ui import search_text

        stage = self._query.place.stage
        limit = FOUND if stage is None or self._ids else FOUND_OF_STAGE
        found = search.found(
            self._store,
            search_text.read(self._store, self._query.search, self.now()),
            today=self._today,
            stage=stage,
            offset=len(self._ids),
            limit=limit,
        )
        return self._take(found, len(found) == limit)

    def _take(self, found: Sequence[Found], more: bool) -> list[Line]:
        self._shelf.put(one.task for one in found)
        self._matches.update((one.task.id, one) for one in found)
        self._more = more
        return [Line(one.task.id, ()) for one in found]

    def _append(self, read: Sequence[Line]) -> None:
        for line in read:
            if self._group is not None:
                group = self._group(line.key)
                if group != self.layers.last:
                    self.layers.all.append(Layer(group, len(self._ids)))
            self._ids.append(line.id)
            if line.key:
                self._keys.append(packed(line.key))

    def _task(self, line: int) -> Task | None:
        task_id = TaskId(self._ids[line])
        task = self._shelf.get(task_id)
        if task is None:
            around = self._ids[max(0, line - _BEFORE) : line + _AFTER]
            wanted = [TaskId(number) for number in around if TaskId(number) not in self._shelf]
            self._shelf.put(tasks.some(self._store, wanted).values())
            task = self._shelf.get(task_id)  # None where another program has just removed it
        return task

    def _count(self) -> None:
        kept = self._query.by_level
        self._counts = tasks.counts_by_level(self._store, self._query.place, today=self._today) if kept else {}

    def _say_counts(self) -> None:
        for number in self._recount():
            at = self.index(self.layers.header_row(number))
            self.dataChanged.emit(at, at)

    def _recount(self) -> list[int]:
        """What stands beside the headers: the kept number of a level, else how many lines there are, once all have
        been read. Which headers say another number than before."""
        found = []
        for number, layer in enumerate(self.layers.all):
            count: int | None = self.layers.size(number, len(self._ids))
            if isinstance(layer.group, Level):
                count = self._counts.get(layer.group, 0)
            elif self._more and number + 1 == len(self.layers.all):
                count = None
            if count != layer.count:
                layer.count = count
                found.append(number)
        return found

    # changing rows

    def _numbers_of(self, ids: Sequence[int]) -> dict[TaskId, int]:
        """The lines of those tasks that have been read."""
        if len(ids) <= _FEW:
            return {TaskId(number): self._ids.index(number) for number in ids if number in self._ids}
        wanted = set(ids)
        return {TaskId(task_id): number for number, task_id in enumerate(self._ids) if task_id in wanted}

    def _take_out(self, line: int) -> None:
        row, first = self.layers.row(line), self.layers.row(line)
        holder = self.layers.holder(line)
        if holder >= 0 and self.layers.size(holder, len(self._ids)) == 1:
            first = row - 1
        self.beginRemoveRows(_NONE, first, row)
        del self._ids[line], self._keys[line]
        self.layers.shift(holder + 1, -1)
        if first < row:
            del self.layers.all[holder]
        self.endRemoveRows()

    def _put_in(self, line: Line) -> None:
        key = packed(line.key)
        number = bisect_left(self._keys, key)
        if number == len(self._keys) and self._more:
            return  # beyond what has been read: it comes with its page
        group = None if self._group is None else self._group(line.key)
        holder = None if group is None else self.layers.find(group)
        if group is not None and holder is None:
            holder = self.layers.place_for(number)
            new = Layer(group, number)
            first = number + holder
        else:
            new = None
            first = number + (0 if holder is None else holder + 1)
        self.beginInsertRows(_NONE, first, first + (new is not None))
        if new is not None and holder is not None:
            self.layers.all.insert(holder, new)
        self.layers.shift(0 if holder is None else holder + 1, 1)
        self._ids.insert(number, line.id)
        self._keys.insert(number, key)
        self.endInsertRows()

    def _tell(self, changed: set[TaskId]) -> None:
        for number in self._numbers_of(list(changed)).values() if changed else ():
            at = self.index(self.layers.row(number))
            self.dataChanged.emit(at, at)

    # Qt's side

    def rowCount(self, parent: _Index = _NONE) -> int:
        return 0 if parent.isValid() else len(self._ids) + len(self.layers.all)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid() or role not in (ROW_ROLE, _DISPLAY, _SPOKEN):
            return None
        layer, line = self.layers.at(index.row())
        if layer is not None:
            header = Header(layer.group, layer.count)
            return header if role == ROW_ROLE else str(header.group) if role == _DISPLAY else None
        task = self._task(line)
        if role == ROW_ROLE or task is None:
            return task
        return self._spoken(task) if role == _SPOKEN else task.title

    def flags(self, index: _Index) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        if self.layers.at(index.row())[0] is not None:
            return Qt.ItemFlag.ItemNeverHasChildren
        return _TASK_FLAGS

    def canFetchMore(self, parent: _Index) -> bool:
        return not parent.isValid() and self._more

    def fetchMore(self, parent: _Index) -> None:
        if parent.isValid() or not self._more:
            return
        read = self._page()
        if self._query.search:
            known = set(self._ids)
            fresh = [line for line in read if line.id not in known]
        else:
            # What came in above since then has moved rows on: they have been read already.
            last, late = (self._keys[-1] if self._keys else b""), set(self._ids[-tasks.PAGE :])
            fresh = [line for line in read if packed(line.key) >= last and line.id not in late]
        rows = len(fresh) + self._headers_in(fresh)
        if rows:
            first = self.rowCount()
            self.beginInsertRows(_NONE, first, first + rows - 1)
            self._append(fresh)
            self.endInsertRows()
        self._say_counts()

    def _headers_in(self, read: Sequence[Line]) -> int:
        if self._group is None:
            return 0
        groups = [self.layers.last, *(self._group(line.key) for line in read)]
        return sum(1 for before, group in pairwise(groups) if group != before)


_DISPLAY, _SPOKEN = Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole
_TASK_FLAGS = (
    Qt.ItemFlag.ItemIsEnabled
    | Qt.ItemFlag.ItemIsSelectable
    | Qt.ItemFlag.ItemNeverHasChildren
    | Qt.ItemFlag.ItemIsDragEnabled
)
