"""Who can be handed a task: specialists and people, as models of the combo box."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from orchestrator_desktop.domain.delegate import Person, Specialist
from orchestrator_desktop.ui.names import provider_name
from orchestrator_desktop.ui.paint import Who
from orchestrator_desktop.ui.widgets.combo import AVATAR_ROLE, DETAIL_ROLE

_NONE = QModelIndex()
_Index = QModelIndex | QPersistentModelIndex


class RecipientsModel(QAbstractListModel):
    """Either specialists or people; a short list, given whole."""

    def __init__(self, detail: Callable[[Specialist | Person], str], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: tuple[Specialist | Person, ...] = ()
        self._detail = detail

    def set_rows(self, rows: Sequence[Specialist | Person]) -> None:
        if tuple(rows) == self._rows:
            return
        self.beginResetModel()
        self._rows = tuple(rows)
        self.endResetModel()

    def at(self, row: int) -> Specialist | Person | None:
        return self._rows[row] if 0 <= row < len(self._rows) else None

    def row_of(self, key: int | None) -> int:
        """Row of the specialist or person with that id, -1 where there is none."""
        return next((row for row, who in enumerate(self._rows) if who.id == key), -1)

    def rowCount(self, parent: _Index = _NONE) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        who = self.at(index.row()) if index.isValid() else None
        if who is None:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return provider_name(who.name)
        if role == DETAIL_ROLE:
            return self._detail(who)
        if role == AVATAR_ROLE:
            return Who.SPECIALIST if isinstance(who, Specialist) else Who.PERSON
        return None
