"""A list as a board: a column for each stage, the same tasks and the same keys."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from functools import partial
from typing import Final

from PySide6.QtCore import QEvent, QPoint, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from orchestrator_desktop.domain.task import Stage
from orchestrator_desktop.store import tasks
from orchestrator_desktop.store.places import Place
from orchestrator_desktop.ui.inbox.grouping import Query
from orchestrator_desktop.ui.inbox.model import TasksModel
from orchestrator_desktop.ui.inbox.rows import TaskDelegate
from orchestrator_desktop.ui.inbox.tasks_view import TasksView
from orchestrator_desktop.ui.inbox.words import stage_words
from orchestrator_desktop.ui.services import Services
from orchestrator_desktop.ui.widgets.label import Label
from orchestrator_desktop.ui.widgets.layout import Divider

STAGES: Final = (Stage.INBOX, Stage.PLANNED, Stage.DELEGATED, Stage.IN_REVIEW, Stage.DONE)
_NARROWEST: Final = 156


class Column(QWidget):
    """One stage: its name and count over its tasks."""

    def __init__(self, services: Services, stage: Stage, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._services = services
        self.stage = stage
        theme = services.theme
        self._name = Label(theme, "", style="micro", weight=500, token="text-2")
        self._count = Label(theme, "", style="micro", token="text-3", tabular=True)
        self.model = TasksModel(services.store, self)
        self.view = TasksView(theme, self.model)
        rows = TaskDelegate(theme, services.languages, services.today, self.model, self.view, narrow=True)
        self.view.setItemDelegate(rows)
        self.model.speak_with(rows.spoken)
        head = QHBoxLayout()
        head.setContentsMargins(20, 12, 12, 6)
        head.setSpacing(8)
        head.addWidget(self._name)
        head.addWidget(self._count)
        head.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(self.view, 1)
        self.setMinimumWidth(_NARROWEST)

    def show_place(self, place: Place, today: date) -> None:
        self.model.show(Query(place.column(self.stage)), today)
        self.tell()

    def tell(self) -> None:
        """Say the name and the count."""
        name = stage_words(self.stage)
        self._name.setText(name)
        self.view.setAccessibleName(name)
        number = tasks.count(self._services.store, self.model.query.place, today=self._services.today())
        self._count.setText(str(number) if number else "")

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.tell()
        super().changeEvent(event)


class Board(QScrollArea):
    """Columns beside each other; Left and Right go to the row beside. `entered(view)` before another is current."""

    entered = Signal(object)

    def __init__(self, services: Services, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._services = services
        self.columns = [Column(services, stage) for stage in STAGES]
        inside = QWidget()
        row = QHBoxLayout(inside)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        for number, column in enumerate(self.columns):
            if number:
                row.addWidget(Divider(services.theme, vertical=True))
            row.addWidget(column, 1)
            column.view.sideways.connect(partial(self._sideways, number))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWidget(inside)

    def show_place(self, place: Place, today: date) -> None:
        for column in self.columns:
            column.show_place(place, today)

    def apply(self, ids: Sequence[int]) -> None:
        for column in self.columns:
            column.model.apply(ids)
            column.tell()

    def stage_of(self, view: TasksView) -> Stage | None:
        return next((column.stage for column in self.columns if column.view is view), None)

    def for_each(self, act: Callable[[TasksView], object]) -> None:
        for column in self.columns:
            act(column.view)

    def _sideways(self, number: int, step: int) -> None:
        """To the nearest row of the next column that has any."""
        here = self.columns[number].view
        height = here.visualRect(here.currentIndex()).center().y() if here.currentIndex().isValid() else 0
        there = number + step
        while 0 <= there < len(self.columns):
            view = self.columns[there].view
            if view.tasks.rowCount():
                index = view.indexAt(QPoint(20, min(max(height, 0), view.viewport().height() - 1)))
                row = index.row() if index.isValid() else view.tasks.rowCount() - 1
                self.entered.emit(view)
                view.setFocus(Qt.FocusReason.ShortcutFocusReason)
                view.setCurrentIndex(view.tasks.index(row))
                self.ensureWidgetVisible(self.columns[there], 0, 0)
                return
            there += step
