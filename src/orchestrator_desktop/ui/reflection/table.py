"""The chart's numbers as a table."""

from __future__ import annotations

from datetime import date
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QCoreApplication, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtWidgets import QFrame, QHeaderView, QTableView, QWidget

from orchestrator_desktop.ui import formats
from orchestrator_desktop.ui.reflection.chart import Days
from orchestrator_desktop.ui.services import Services

_NONE = QModelIndex()
_Index = QModelIndex | QPersistentModelIndex


class DaysModel(QAbstractTableModel):
    """A row for each day on which something was finished, newest first."""

    def __init__(self, services: Services) -> None:
        super().__init__()
        self._services = services
        self._rows: list[tuple[date, tuple[int, int, int]]] = []

    def show_days(self, days: Days) -> None:
        self.beginResetModel()
        self._rows = [(day, days.of(day)) for day in reversed(days.days()) if any(days.of(day))]
        self.endResetModel()

    def rowCount(self, parent: _Index = _NONE) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: _Index = _NONE) -> int:
        return 0 if parent.isValid() else 4

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole and index.column():
            return Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        day, figures = self._rows[index.row()]
        if index.column():
            return str(figures[index.column() - 1])
        return formats.written(day, "ddd d MMM", self._services.languages.locale)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if orientation is not Qt.Orientation.Horizontal or role != Qt.ItemDataRole.DisplayRole:
            return None
        return (
            QCoreApplication.translate("DaysTable", "Day"),
            QCoreApplication.translate("DaysTable", "With AI"),
            QCoreApplication.translate("DaysTable", "With people"),
            QCoreApplication.translate("DaysTable", "Executed"),
        )[section]


class DaysTable(QTableView):
    """As high as its rows; the page scrolls."""

    def __init__(self, services: Services, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = services.theme
        self._model = DaysModel(services)
        self.setModel(self._model)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setSelectionMode(QTableView.SelectionMode.NoSelection)
        self.verticalHeader().hide()
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)

    def show_days(self, days: Days) -> None:
        self.setAccessibleName(self.tr("30 days as a table"))
        self._model.show_days(days)
        row = self._theme.grown(28, "body")
        self.verticalHeader().setDefaultSectionSize(row)
        self.setFixedHeight(row * (self._model.rowCount() + 1) + 8)
