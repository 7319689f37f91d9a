"""The sidebar's rows as a model: places, domains, and what stands beside them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import IntEnum
from typing import Any

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt

from orchestrator_desktop.ui.navigator import Target
from orchestrator_desktop.ui.widgets.lines_model import LinesModel


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


class PlacesModel(LinesModel[PlaceRow]):
    """Rows given whole: a sidebar is short."""

    def set_rows(self, rows: Sequence[PlaceRow]) -> None:
        """Show `rows`; selection stays where the number of rows does."""
        if len(rows) != len(self.items):
            self.take_out(0, len(self.items))
            self.put_in(0, list(rows))
            return
        for number, row in enumerate(rows):
            if row != self.items[number]:
                self.items[number] = row
                self.dataChanged.emit(self.line(number), self.line(number))

    def row_of(self, target: Target) -> int | None:
        """The row that leads to the target's screen, domain or filter."""
        for number, row in enumerate(self.items):
            wanted = row.target
            if wanted is not None and wanted.place == target.place:
                return number
        return None

    def data(self, index: QModelIndex | QPersistentModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        row = self.items[index.row()]
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
        if self.items[index.row()].kind is PlaceKind.HEADER:
            return Qt.ItemFlag.ItemNeverHasChildren
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemNeverHasChildren
