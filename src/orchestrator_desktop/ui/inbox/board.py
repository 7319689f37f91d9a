"""A list as a board: a column for each stage, the same tasks and the same keys."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date
from functools import partial
from typing import Final

from PySide6.QtCore import QEvent, QPoint, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from orchestrator_desktop.domain.task import Stage
from orchestrator_desktop.store import tasks
from orchestrator_desktop.ui import formats
from orchestrator_desktop.ui.inbox.grouping import Query
from orchestrator_desktop.ui.inbox.lists import board_stages
from orchestrator_desktop.ui.inbox.model import FirstPage, TasksModel
from orchestrator_desktop.ui.inbox.rows import TaskDelegate
from orchestrator_desktop.ui.inbox.tasks_view import TasksView
from orchestrator_desktop.ui.inbox.words import stage_words
from orchestrator_desktop.ui.services import Services
from orchestrator_desktop.ui.widgets.label import Label
from orchestrator_desktop.ui.widgets.layout import Divider

_NARROWEST: Final = 156


class Column(QWidget):
    """One stage: its name and count over its tasks, a line at its left unless it is the first."""

    def __init__(self, services: Services, stage: Stage, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._services = services
        self.stage = stage
        theme = services.theme
        self._name = Label(theme, "", style="micro", weight=500, token="text-2")
        self._count = Label(theme, "", style="micro", token="text-3", tabular=True)
        self.line = Divider(theme, vertical=True)
        self.model = TasksModel(services.store, self)
        self.model.now = services.now
        self.model.rowsInserted.connect(self._tell_read)
        self.view = TasksView(theme, self.model, cards=True)
        rows = TaskDelegate(
            theme, services.languages, services.today, services.begins, self.model, self.view, narrow=True
        )
        self.view.setItemDelegate(rows)
        self.model.speak_with(rows.spoken)
        head = QHBoxLayout()
        head.setContentsMargins(20, 12, 12, 6)
        head.setSpacing(8)
        head.addWidget(self._name)
        head.addWidget(self._count)
        head.addStretch(1)
        column = QVBoxLayout()
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(self.view, 1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.line)
        row.addLayout(column, 1)
        self.setMinimumWidth(_NARROWEST)

    def show_query(self, query: Query, today: date, first: FirstPage | None = None) -> None:
        """Read what the stage has of a list, or of what a search finds; `first` where that has been read."""
        self.model.show(replace(query, place=query.place.column(self.stage)), today, first)
        self.tell()

    def tell(self) -> None:
        """Say the name and the count."""
        name = stage_words(self.stage)
        self._name.setText(name)
        self.view.setAccessibleName(name)
        if self._is_counted:
            self._say(tasks.count(self._services.store, self.model.query.place, today=self._services.today()))
        else:
            self._tell_read()

    @property
    def _is_counted(self) -> bool:
        return not self.model.query.search and tasks.is_counted(self.model.query.place)

    def _tell_read(self) -> None:
        """Where the number is not kept, cards are not counted further than they have been read."""
        if not self._is_counted:
            self._say(self.model.lines, more=self.model.more)

    def _say(self, number: int, *, more: bool = False) -> None:
        words = formats.count(number, self._services.languages.locale)
        self._count.setText(f"{words}+" if more else words if number else "")

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
        self._query = Query(tasks.Place())
        self._today = date.min
        self._all = [Column(services, stage) for stage in Stage]
        self.columns = self._all
        """Those that are shown."""
        inside = QWidget()
        row = QHBoxLayout(inside)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        for column in self._all:
            row.addWidget(column, 1)
            column.view.sideways.connect(partial(self._sideways, column))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWidget(inside)
        # Where there is no card the words that say so are seen through it.
        for ground in (self.viewport(), inside):
            ground.setAutoFillBackground(False)

    def show_query(self, query: Query, today: date) -> None:
        """Read the columns of a list, or of what a search finds."""
        stages = board_stages(self._services.store, query, self._services.now())
        self.columns = [column for column in self._all if column.stage in stages]
        for column in self._all:
            column.setVisible(column.stage in stages)
        self._query, self._today = query, today
        first = self._first_pages() if query.search else {}
        for column in self.columns:
            column.show_query(query, today, first.get(column.stage))
        self._draw_lines()

    def _first_pages(self) -> dict[Stage, FirstPage]:
        from orchestrator_desktop.ui.inbox.found_columns import first_pages  # not before something is searched for

        return first_pages(self._services.store, self._query.search, today=self._today, now=self._services.now())

    def apply(self, ids: Sequence[int]) -> None:
        """Bring the cards of the named tasks up to date; what a search finds is read anew."""
        if self._query.search:
            self.show_query(self._query, self._today)
            return
        for column in self.columns:
            column.model.apply(ids)
            column.tell()
        self._draw_lines()

    def _draw_lines(self) -> None:
        """Between the columns, unless all are empty: they would go through the words that say so."""
        empty = not any(column.model.rowCount() for column in self.columns)
        for column in self.columns:
            column.line.setVisible(not empty and column is not self.columns[0])

    def stage_of(self, view: TasksView) -> Stage | None:
        return next((column.stage for column in self.columns if column.view is view), None)

    def for_each(self, act: Callable[[TasksView], object]) -> None:
        """Shown or not."""
        for column in self._all:
            act(column.view)

    def _sideways(self, column: Column, step: int) -> None:
        """To the nearest row of the next column that has any."""
        number, here = self.columns.index(column), column.view
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
