"""Which column of a plain table holds what, to be seen and put right."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from orchestrator_desktop.engine.exchanging import Table
from orchestrator_desktop.ui.exchange.words import FIELDS, field_words
from orchestrator_desktop.ui.services import Services
from orchestrator_desktop.ui.widgets.combo import DETAIL_ROLE, ComboBox
from orchestrator_desktop.ui.widgets.fold import Fold
from orchestrator_desktop.ui.widgets.label import Label
from orchestrator_desktop.ui.widgets.layout import LabelledRow

_USUAL: Final = 10
"""Fields that are shown without asking."""
_CELL: Final = 40
"""Characters of a cell that are shown as a sample."""


class ColumnNames(QWidget):
    """A combo for each field with the table's columns, each with its first cells. `changed` when the user chose."""

    changed = Signal()
    resized = Signal()

    def __init__(self, services: Services, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._services = services
        self._table = Table((), (), {})
        self.touched = False
        """Whether the user has chosen a column."""
        self._build()
        self._retranslate()

    def _build(self) -> None:
        theme = self._services.theme
        self.title = Label(theme, "", style="meta", token="text-2", weight=600)
        self.about = Label(theme, "", style="meta", token="text-3", wrap=True)
        self._columns = QStandardItemModel(self)
        self.combos = {field: ComboBox(theme, self._columns) for field in FIELDS}
        self._rows = [LabelledRow(theme, "", combo) for combo in self.combos.values()]
        self.more = Fold(theme)
        self._rest = QWidget()
        self._rest.hide()
        usual = QWidget()
        _two_by_two(usual, self._rows[:_USUAL])
        _two_by_two(self._rest, self._rows[_USUAL:])
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        for widget in (self.title, self.about, usual, self.more, self._rest):
            column.addWidget(widget)
        for combo in self.combos.values():
            combo.activated.connect(self._choose)
        self.more.opened.connect(self._open_rest)

    def show_table(self, table: Table, names: Mapping[str, str]) -> None:
        """The table, and the columns as they are named now."""
        if table.columns != self._table.columns or table.rows != self._table.rows:
            self._table = table
            self._fill()
        for field, combo in self.combos.items():
            name = names.get(field, "")
            combo.setCurrentIndex(list(table.columns).index(name) + 1 if name in table.columns else 0)
        self._tell_more()

    def stops(self) -> list[QWidget]:
        """Where Tab stops, in order."""
        combos: list[QWidget] = list(self.combos.values())
        return [*combos[:_USUAL], self.more, *combos[_USUAL:]]

    def forget(self) -> None:
        """What the user chose counts no more."""
        self.touched = False

    def names(self) -> dict[str, str]:
        """The columns as the user has them; what only this program writes goes along."""
        kept = {field: name for field, name in self._table.names.items() if field not in FIELDS}
        chosen = ((field, combo.currentIndex()) for field, combo in self.combos.items())
        return kept | {field: self._table.columns[row - 1] for field, row in chosen if row > 0}

    def _fill(self) -> None:
        self._columns.clear()
        self._columns.appendRow(QStandardItem(self.tr("No column")))
        for number, name in enumerate(self._table.columns):
            item = QStandardItem(name)
            item.setData(_sample(self._table.rows, number), DETAIL_ROLE)
            self._columns.appendRow(item)

    def _tell_more(self) -> None:
        """Which fields further down have a column."""
        used = [field_words(field) for field in list(FIELDS)[_USUAL:] if self.combos[field].currentIndex() > 0]
        words = self.tr("More fields: %1").replace("%1", ", ".join(used)) if used else self.tr("More fields")
        self.more.set_words(words)

    def _choose(self, _row: int) -> None:
        self.touched = True
        self.changed.emit()

    def _open_rest(self, opened: bool) -> None:
        self._rest.setVisible(opened)
        self.resized.emit()

    def _retranslate(self) -> None:
        self.title.setText(self.tr("Columns"))
        self.about.setText(self.tr("What each column stands for; the grey words are its first cells."))
        self._tell_more()
        for row, field in zip(self._rows, FIELDS, strict=True):
            row.label.setText(field_words(field))
            row.control.setAccessibleName(self.tr("Column of “%1”").replace("%1", field_words(field)))
        if self._columns.rowCount():
            self._columns.item(0).setText(self.tr("No column"))

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)


def _two_by_two(owner: QWidget, rows: Sequence[QWidget]) -> None:
    grid = QGridLayout(owner)
    grid.setContentsMargins(0, 0, 0, 0)
    grid.setHorizontalSpacing(24)
    grid.setVerticalSpacing(8)
    for number, row in enumerate(rows):
        grid.addWidget(row, number // 2, number % 2, Qt.AlignmentFlag.AlignTop)
    for side in (0, 1):
        grid.setColumnStretch(side, 1)


def _sample(rows: Sequence[Sequence[str]], column: int) -> str:
    return " · ".join(_cells(rows, column))


def _cells(rows: Sequence[Sequence[str]], column: int) -> Iterator[str]:
    for row in rows:
        text = " ".join(row[column].split()) if column < len(row) else ""
        if text:
            yield text[:_CELL]
