"""The rows of the palette: heads of groups, and what can be done."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Final

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt

from orchestrator_desktop.ui.paint import key_name, level_name
from orchestrator_desktop.ui.palette.entries import Found, Head, Row
from orchestrator_desktop.ui.widgets.lines_model import LinesModel

ROW_ROLE: Final = Qt.ItemDataRole.UserRole


class PaletteModel(LinesModel[Row]):
    """Rows given whole: a few dozen at most."""

    def set_rows(self, rows: Sequence[Row]) -> None:
        if list(rows) != self.items:
            self.take_out(0, len(self.items))
            self.put_in(0, list(rows))
        else:
            self.items[:] = rows  # the acts may be others

    def found(self, index: QModelIndex | QPersistentModelIndex) -> Found | None:
        row = self.items[index.row()] if index.isValid() and index.row() < len(self.items) else None
        return row if isinstance(row, Found) else None

    def data(self, index: QModelIndex | QPersistentModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid() or index.row() >= len(self.items):
            return None
        row = self.items[index.row()]
        if role == ROW_ROLE:
            return row
        if role == Qt.ItemDataRole.DisplayRole:
            return row.words if isinstance(row, Head) else row.entry.title
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return row.words if isinstance(row, Head) else self._said(row)
        return None

    def _said(self, row: Found) -> str:
        """Title, level, detail, keys, and whether it is out of reach: as a screen reader says it."""
        entry = row.entry
        level = "" if entry.level is None else level_name(entry.level)
        keys = " ".join(key_name(self.tr("Enter") if key == "↵" else key) for key in entry.keys)
        reach = "" if entry.possible else self.tr("not possible here")
        return ", ".join(filter(None, (entry.title, level, entry.detail, keys, reach)))

    def flags(self, index: QModelIndex | QPersistentModelIndex) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        found = self.found(index)
        if found is None or not found.entry.possible:
            return Qt.ItemFlag.ItemNeverHasChildren
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemNeverHasChildren
