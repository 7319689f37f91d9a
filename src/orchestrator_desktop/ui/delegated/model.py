"""The board of delegations as a model: groups, rows, and rows brought up to date one by one."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import IntEnum
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from orchestrator_desktop.domain.attempts import AttemptState
from orchestrator_desktop.domain.delegation import DelegationState
from orchestrator_desktop.domain.ids import TaskId
from orchestrator_desktop.store import delegations
from orchestrator_desktop.store.delegations import BoardRow
from orchestrator_desktop.store.store import Store

ROW_ROLE = Qt.ItemDataRole.UserRole
_NONE = QModelIndex()
_Index = QModelIndex | QPersistentModelIndex


class Group(IntEnum):
    """In the order they stand."""

    RUNNING = 0
    QUEUED = 1
    NEEDS_YOU = 2
    BACK = 3


@dataclass(frozen=True, slots=True)
class Header:
    """The words over a group."""

    group: Group
    count: int


def group_of(row: BoardRow) -> Group:
    """Where a delegation stands on the board."""
    if row.delegation_state is DelegationState.ANSWERED:
        return Group.BACK
    if row.state.under_way:
        return Group.RUNNING
    return Group.QUEUED if row.state is AttemptState.QUEUED else Group.NEEDS_YOU


class BoardModel(QAbstractListModel):
    """At most a few hundred rows, read whole: a board that is longer is not a board any more."""

    def __init__(self, store: Store, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._store = store
        self._rows: list[BoardRow | Header] = []
        self.spoken: Callable[[BoardRow], str] = lambda row: row.title

    def read(self, today: date) -> None:
        """Read the board; rows that stay in place are only repainted, so selection and scroll position stay."""
        rows = self._with_headers(delegations.board(self._store, today=today))
        if [_key(row) for row in rows] == [_key(row) for row in self._rows]:
            self._rows = rows
            if rows:
                self.dataChanged.emit(self.index(0), self.index(len(rows) - 1))
            return
        self.beginResetModel()
        self._rows = rows
        self.endResetModel()

    @property
    def running(self) -> bool:
        return any(isinstance(row, BoardRow) and row.state.under_way for row in self._rows)

    def queue_place(self, row: BoardRow) -> int:
        """1 for the first in the queue."""
        queued = [r for r in self._rows if isinstance(r, BoardRow) and group_of(r) is Group.QUEUED]
        return queued.index(row) + 1 if row in queued else 0

    def row(self, index: _Index) -> BoardRow | None:
        item = self._rows[index.row()] if index.isValid() and index.row() < len(self._rows) else None
        return item if isinstance(item, BoardRow) else None

    def find(self, task_id: TaskId) -> int | None:
        return next(
            (n for n, row in enumerate(self._rows) if isinstance(row, BoardRow) and row.task_id == task_id), None
        )

    def _with_headers(self, board: Sequence[BoardRow]) -> list[BoardRow | Header]:
        rows: list[BoardRow | Header] = []
        for group in Group:
            members = [row for row in board if group_of(row) is group]
            if members:
                rows += [Header(group, len(members)), *members]
        return rows

    def rowCount(self, parent: _Index = _NONE) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        item = self._rows[index.row()]
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
        if isinstance(self._rows[index.row()], Header):
            return Qt.ItemFlag.ItemNeverHasChildren
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemNeverHasChildren


def _key(row: BoardRow | Header) -> tuple[object, ...]:
    # A row whose reason appears or goes changes its height: that is a change of place.
    if isinstance(row, Header):
        return (row.group,)
    return (row.delegation_id, group_of(row), row.error)
