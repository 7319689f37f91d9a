"""The sidebar's rows as a model: places, domains, and what stands beside them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import IntEnum
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from orchestrator_desktop.ui.navigator import Target


class PlaceKind(IntEnum):
    """How a row is drawn and what a click does."""

    PLACE = 0
    HEADER = 1
    ADD_DOMAIN = 2


@dataclass(frozen=True, slots=True)
class PlaceRow:
    """One row: `count` is shown at the right, as a badge when it waits for the user, on a warning ground when
    `warning` says why."""

    text: str
    icon: str = ""
    target: Target | None = None
    count: str = ""
    badge: bool = False
    warning: str = ""
    kind: PlaceKind = PlaceKind.PLACE


PLACE_ROLE = Qt.ItemDataRole.UserRole
_NONE = QModelIndex()


class PlacesModel(QAbstractListModel):
    """Rows given whole: a sidebar is short."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: tuple[PlaceRow, ...] = ()

    def set_rows(self, rows: Sequence[PlaceRow]) -> None:
        """Show `rows`; selection stays where the number of rows does."""
        if len(rows) == len(self._rows):
            old, self._rows = self._rows, tuple(rows)
            for number, (before, row) in enumerate(zip(old, rows, strict=True)):
                if row != before:
                    self.dataChanged.emit(self.index(number), self.index(number))
            return
        self.beginResetModel()
        self._rows = tuple(rows)
        self.endResetModel()

    def row_of(self, target: Target) -> int | None:
        """The row that leads to the target's screen and domain."""
        for number, row in enumerate(self._rows):
            wanted = row.target
            if wanted and wanted.screen == target.screen and wanted.domain_id == target.domain_id:
                return number
        return None

    def place(self, row: int) -> PlaceRow:
        return self._rows[row]

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = _NONE) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: QModelIndex | QPersistentModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        row = self._rows[index.row()]
        if role == PLACE_ROLE:
            return row
        if role == Qt.ItemDataRole.DisplayRole:
            return row.text
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return ", ".join(part for part in (row.text, row.count, row.warning) if part)
        if role == Qt.ItemDataRole.ToolTipRole and row.warning:
            return row.warning
        return None

    def flags(self, index: QModelIndex | QPersistentModelIndex) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        if self._rows[index.row()].kind is PlaceKind.HEADER:
            return Qt.ItemFlag.ItemNeverHasChildren
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemNeverHasChildren
