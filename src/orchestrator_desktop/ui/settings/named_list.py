"""The list of people or specialists with the pane of the one that is chosen: what their two tabs share."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Generic

from PySide6.QtCore import QModelIndex, Signal
from PySide6.QtWidgets import QAbstractItemDelegate, QStackedWidget, QVBoxLayout, QWidget

from orchestrator_desktop.ui.services import Services
from orchestrator_desktop.ui.settings.list_detail import ListDetail
from orchestrator_desktop.ui.settings.named_rows import Named, NamedModel
from orchestrator_desktop.ui.widgets.label import empty_label
from orchestrator_desktop.ui.widgets.list_view import ListView


class NamedList(QWidget, Generic[Named]):
    """`show` makes `pane` show the chosen one; while there is none, a text stands in its place."""

    adding = Signal()
    """The row that adds one was opened."""

    def __init__(
        self,
        services: Services,
        model: NamedModel[Named],
        rows: QAbstractItemDelegate,
        pane: QWidget,
        show: Callable[[Named | None], None],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._services = services
        self._model: NamedModel[Named] = model
        self._pane = pane
        self._show: Callable[[Named | None], None] = show
        self._build(rows)
        self._connect()

    def _build(self, rows: QAbstractItemDelegate) -> None:
        theme = self._services.theme
        self.view = ListView(theme)
        self.view.letters = lambda: self._services.shortcuts.single_letters
        self.view.setModel(self._model)
        self.view.setItemDelegate(rows)
        self._empty = empty_label(theme)
        self._empty.setContentsMargins(24, 48, 24, 0)
        self._panes = QStackedWidget()
        self._panes.addWidget(self._pane)
        self._panes.addWidget(self._empty)
        self.split = ListDetail(self._services, self.view, self._panes, above=12)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.split)

    def _connect(self) -> None:
        self.view.selectionModel().currentChanged.connect(self._choose)
        self.view.clicked.connect(self._opened)
        self.view.opened.connect(self._opened)

    def show_rows(self, rows: Sequence[Named]) -> None:
        """List these; the chosen one stays chosen."""
        chosen = self._model.who(self.view.currentIndex())
        self._model.set_rows(rows)
        self.select(chosen.id if chosen else None)

    def select(self, who_id: int | None) -> None:
        """Choose this one, or the first where it is not listed."""
        row = self._model.row_of(who_id)
        self.view.setCurrentIndex(self._model.index(0 if row is None else row))
        self._choose(self.view.currentIndex())

    def say(self, name: str, nobody: str) -> None:
        """What the list is called, and what stands in the place of the pane."""
        self.view.setAccessibleName(name)
        self._empty.setText(nobody)
        self.view.viewport().update()

    def _choose(self, current: QModelIndex) -> None:
        who = self._model.who(current)
        self._panes.setCurrentWidget(self._pane if who else self._empty)
        self._show(who)

    def _opened(self, index: QModelIndex) -> None:
        if index.isValid() and self._model.who(index) is None:
            self.adding.emit()
