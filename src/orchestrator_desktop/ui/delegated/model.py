"""The board of delegations as a model: groups, rows, and rows brought up to date one by one."""

from __future__ import annotations

from collections.abc import Callable, Collection, Container, Hashable, Iterable
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, Qt

from orchestrator_desktop.domain import moments
from orchestrator_desktop.domain.changes import Changes, Kind
from orchestrator_desktop.domain.delegation import DelegationState
from orchestrator_desktop.domain.ids import AttemptId, DelegationId, TaskId
from orchestrator_desktop.store.board import BoardRow, board, board_rows
from orchestrator_desktop.store.store import Store
from orchestrator_desktop.ui.delegated.groups import Group, Header, group_of, in_order
from orchestrator_desktop.ui.widgets.lines_model import LinesModel

_Index = QModelIndex | QPersistentModelIndex
_Item = BoardRow | Header
_FEW = 16
"""Delegations up to which each is read by itself; of more, reading the board is as fast."""


@dataclass(frozen=True, slots=True)
class Named:
    """Delegations that have changed. Of those that have `grown` only more text came: they may be read when seen."""

    whole: set[DelegationId] = field(default_factory=set)
    grown: set[DelegationId] = field(default_factory=set)


class BoardModel(LinesModel[BoardRow | Header]):
    """At most a few hundred rows: a board that is longer is not a board any more. What changes is moved, put in or
    taken out one by one, so that the selection and the scroll position stay."""

    def __init__(self, store: Store, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._store = store
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
        if self.items:
            self.dataChanged.emit(self.line(0), self.line(len(self.items) - 1))

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
        return [item for item in self.items if isinstance(item, BoardRow)]

    def queue_place(self, row: BoardRow) -> int:
        """1 for the first in the queue, 0 for one that does not stand in it."""
        return self._places.get(row.delegation_id, 0)

    def row(self, index: _Index) -> BoardRow | None:
        item = self.items[index.row()] if index.isValid() and index.row() < len(self.items) else None
        return item if isinstance(item, BoardRow) else None

    def find(self, task_id: TaskId) -> int | None:
        return next(
            (n for n, row in enumerate(self.items) if isinstance(row, BoardRow) and row.task_id == task_id), None
        )

    def lines(self, keys: Container[Hashable]) -> list[int]:
        """The lines in which items of these keys stand now."""
        return [number for number, item in enumerate(self.items) if key_of(item) in keys]

    def _become(self, rows: Iterable[BoardRow]) -> None:
        """Turn what is shown into `rows`, step by step."""
        wanted = _with_headers(sorted(rows, key=in_order))
        queued = [row for row in wanted if isinstance(row, BoardRow) and group_of(row) is Group.QUEUED]
        before, self._places = self._places, {row.delegation_id: place for place, row in enumerate(queued, 1)}
        self._by_attempt = {row.attempt_id: row for row in wanted if isinstance(row, BoardRow)}
        if not self.items or not wanted:
            self.take_out(0, len(self.items))
            self.put_in(0, wanted)
            return
        self._take_out({key_of(item) for item in wanted})
        known = {key_of(item) for item in self.items}
        self._reorder([item for item in wanted if key_of(item) in known])
        self._put_in(wanted, known)
        pairs = zip(self.items, wanted, strict=True)
        changed = [old != new or _moved(new, before, self._places) for old, new in pairs]
        # An equal row stays the same object: what was put together for it is known by it.
        self.items = [new if fresh else old for old, new, fresh in zip(self.items, wanted, changed, strict=True)]
        for first, last in _runs(changed):
            self.dataChanged.emit(self.line(first), self.line(last))

    def _take_out(self, kept: set[Hashable]) -> None:
        for first, last in reversed(_runs([key_of(item) not in kept for item in self.items])):
            self.take_out(first, last + 1 - first)

    def _reorder(self, wanted: list[_Item]) -> None:
        """Put the items in the order of `wanted`, which are the same ones, all at once: a full queue begins to run in
        one moment."""
        order = [key_of(item) for item in wanted]
        if order == [key_of(item) for item in self.items]:
            return
        self.layoutAboutToBeChanged.emit()
        places = {key: place for place, key in enumerate(order)}
        old = self.persistentIndexList()
        new = [self.line(places[key_of(self.items[index.row()])]) for index in old]
        self.items.sort(key=lambda item: places[key_of(item)])
        self.changePersistentIndexList(old, new)
        self.layoutChanged.emit()

    def _put_in(self, wanted: list[_Item], known: set[Hashable]) -> None:
        for first, last in _runs([key_of(item) not in known for item in wanted]):
            self.put_in(first, wanted[first : last + 1])

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        item = self.items[index.row()]
        if role == Qt.ItemDataRole.AccessibleTextRole and isinstance(item, BoardRow):
            return self.spoken(item)
        if role == Qt.ItemDataRole.DisplayRole:
            return item.title if isinstance(item, BoardRow) else item.group.name
        return None

    def flags(self, index: _Index) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        if isinstance(self.items[index.row()], Header):
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
