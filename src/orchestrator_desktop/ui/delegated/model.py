"""The board of delegations as a model: groups, rows, and rows brought up to date one by one."""

from __future__ import annotations

from collections.abc import Callable, Collection, Container, Hashable, Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QStandardItemModel

from orchestrator_desktop.domain import moments
from orchestrator_desktop.domain.changes import Changes, Kind
from orchestrator_desktop.domain.delegation import DelegationState
from orchestrator_desktop.domain.ids import AttemptId, DelegationId, TaskId
from orchestrator_desktop.store.board import BoardRow, board, board_rows
from orchestrator_desktop.store.store import Store
from orchestrator_desktop.ui.delegated.groups import Group, Header, group_of, in_order

ROW_ROLE = Qt.ItemDataRole.UserRole
_Index = QModelIndex | QPersistentModelIndex
_Item = BoardRow | Header
_FEW = 16
"""Delegations up to which each is read by itself; of more, reading the board is as fast."""


@dataclass(frozen=True, slots=True)
class Named:
    """Delegations that have changed. Of those that have `grown` only more text came: they may be read when seen."""

    whole: set[DelegationId] = field(default_factory=set)
    grown: set[DelegationId] = field(default_factory=set)


class BoardModel(QStandardItemModel):
    """At most a few hundred rows: a board that is longer is not a board any more. What changes is moved, put in or
    taken out one by one, so that the selection and the scroll position stay.

    Qt's own model counts the lines: a list asks for them twice for each line that it lays out, and each time that
    Python is to answer waits for the interpreter."""

    def __init__(self, store: Store, parent: QObject | None = None) -> None:
        super().__init__(0, 1, parent)
        self._store = store
        self._items: list[_Item] = []
        self._next: list[_Item] = []
        self.rowsInserted.connect(self._turn)  # before any view hears of it
        self.rowsRemoved.connect(self._turn)
        self._places: dict[DelegationId, int] = {}
        self._by_attempt: dict[AttemptId, BoardRow] = {}
        self.spoken: Callable[[BoardRow], str] = lambda row: row.title

    def read(self, today: date) -> None:
        """Read the whole board."""
        self._become(board(self._store, today=today))

    def update(self, ids: Collection[DelegationId], today: date) -> None:
        """Read these delegations again; those that are no longer on the board leave it."""
        if len(ids) > _FEW:
            self.read(today)
            return
        start, _ = moments.day_bounds(today)
        kept = [row for row in self.rows if row.delegation_id not in ids]
        for row in board_rows(self._store, ids):
            back_today = row.ended_at is not None and row.ended_at >= start
            if row.delegation_state is DelegationState.OPEN or (
                row.delegation_state is DelegationState.ANSWERED and back_today
            ):
                kept.append(row)
        self._become(kept)

    def reword(self) -> None:
        """What is said of the rows has changed, though they have not."""
        if self._items:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self._items) - 1, 0))

    def named(self, changes: Changes) -> Named | None:
        """What `changes` names, on the board or new to it; None where only reading all helps."""
        if changes.outside:
            return None
        whole = {DelegationId(number) for number in changes.of(Kind.DELEGATION)}
        grown: set[DelegationId] = set()
        for number in changes.of(Kind.ATTEMPT):
            row = self._by_attempt.get(AttemptId(number))
            if row is not None:
                (grown if row.state.under_way else whole).add(row.delegation_id)
            elif not changes.of(Kind.DELEGATION):
                return None
        tasks = set(changes.of(Kind.TASK))
        if tasks:
            whole |= {row.delegation_id for row in self.rows if row.task_id in tasks}
        return Named(whole, grown - whole)

    @property
    def rows(self) -> list[BoardRow]:
        return [item for item in self._items if isinstance(item, BoardRow)]

    def queue_place(self, row: BoardRow) -> int:
        """1 for the first in the queue, 0 for one that does not stand in it."""
        return self._places.get(row.delegation_id, 0)

    def at(self, number: int) -> BoardRow | Header:
        """What stands in a line. Asked for here, it costs no way through Qt, which lets go of the interpreter."""
        return self._items[number]

    def row(self, index: _Index) -> BoardRow | None:
        item = self._items[index.row()] if index.isValid() and index.row() < len(self._items) else None
        return item if isinstance(item, BoardRow) else None

    def find(self, task_id: TaskId) -> int | None:
        return next(
            (n for n, row in enumerate(self._items) if isinstance(row, BoardRow) and row.task_id == task_id), None
        )

    def lines(self, keys: Container[Hashable]) -> list[int]:
        """The lines in which items of these keys stand now."""
        return [number for number, item in enumerate(self._items) if key_of(item) in keys]

    @property
    def items(self) -> Sequence[BoardRow | Header]:
        return self._items

    def _become(self, rows: Iterable[BoardRow]) -> None:
        """Turn what is shown into `rows`, step by step."""
        wanted = _with_headers(sorted(rows, key=in_order))
        queued = [row for row in wanted if isinstance(row, BoardRow) and group_of(row) is Group.QUEUED]
        before, self._places = self._places, {row.delegation_id: place for place, row in enumerate(queued, 1)}
        self._by_attempt = {row.attempt_id: row for row in wanted if isinstance(row, BoardRow)}
        if not self._items or not wanted:
            self._remove(0, len(self._items))
            self._insert(0, wanted)
            return
        self._take_out({key_of(item) for item in wanted})
        known = {key_of(item) for item in self._items}
        self._reorder([item for item in wanted if key_of(item) in known])
        self._put_in(wanted, known)
        pairs = zip(self._items, wanted, strict=True)
        changed = [old != new or _moved(new, before, self._places) for old, new in pairs]
        # An equal row stays the same object: what was put together for it is known by it.
        self._items = [new if fresh else old for old, new, fresh in zip(self._items, wanted, changed, strict=True)]
        for first, last in _runs(changed):
            self.dataChanged.emit(self.index(first, 0), self.index(last, 0))

    def _take_out(self, kept: set[Hashable]) -> None:
        for first, last in reversed(_runs([key_of(item) not in kept for item in self._items])):
            self._remove(first, last + 1 - first)

    def _reorder(self, wanted: list[_Item]) -> None:
        """Put the items in the order of `wanted`, which are the same ones, all at once: a full queue begins to run in
        one moment."""
        order = [key_of(item) for item in wanted]
        if order == [key_of(item) for item in self._items]:
            return
        self.layoutAboutToBeChanged.emit()
        places = {key: place for place, key in enumerate(order)}
        old = self.persistentIndexList()
        new = [self.index(places[key_of(self._items[index.row()])], 0) for index in old]
        self._items.sort(key=lambda item: places[key_of(item)])
        self.changePersistentIndexList(old, new)
        self.layoutChanged.emit()

    def _put_in(self, wanted: list[_Item], known: set[Hashable]) -> None:
        for first, last in _runs([key_of(item) not in known for item in wanted]):
            self._insert(first, wanted[first : last + 1])

    def _remove(self, first: int, count: int) -> None:
        self._next = self._items[:first] + self._items[first + count :]
        self.removeRows(first, count)

    def _insert(self, first: int, items: list[_Item]) -> None:
        self._next = self._items[:first] + items + self._items[first:]
        self.insertRows(first, len(items))

    def _turn(self) -> None:
        """The lines have come or gone: from now on `data` tells of those that are there."""
        self._items = self._next

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        item = self._items[index.row()]
        if role == ROW_ROLE:
            return item
        if role == Qt.ItemDataRole.AccessibleTextRole and isinstance(item, BoardRow):
            return self.spoken(item)
        if role == Qt.ItemDataRole.DisplayRole:
            return item.title if isinstance(item, BoardRow) else item.group.name
        return None

    def flags(self, index: _Index) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        if isinstance(self._items[index.row()], Header):
            return Qt.ItemFlag.ItemNeverHasChildren
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemNeverHasChildren


def _with_headers(rows: list[BoardRow]) -> list[_Item]:
    items: list[_Item] = []
    for group in Group:
        members = [row for row in rows if group_of(row) is group]
        if members:
            items += [Header(group, len(members)), *members]
    return items


def key_of(item: _Item) -> Hashable:
    """What stays the same of an item while it changes."""
    return item.group if isinstance(item, Header) else ("row", item.delegation_id)


def _moved(item: _Item, before: dict[DelegationId, int], now: dict[DelegationId, int]) -> bool:
    """Whether a row has another place in the queue than it had."""
    return isinstance(item, BoardRow) and before.get(item.delegation_id) != now.get(item.delegation_id)


def _runs(wanted: list[bool]) -> list[tuple[int, int]]:
    """First and last place of each stretch of true ones."""
    found: list[tuple[int, int]] = []
    for place, yes in enumerate(wanted):
        if yes and found and found[-1][1] == place - 1:
            found[-1] = (found[-1][0], place)
        elif yes:
            found.append((place, place))
    return found
