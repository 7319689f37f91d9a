"""What stands under the head of a page of tasks: a list, or a board; what is current and chosen in either."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPoint, Qt, Signal
from PySide6.QtWidgets import QStackedLayout, QWidget

from orchestrator_desktop.domain.ids import TaskId
from orchestrator_desktop.ui.inbox.board import Board
from orchestrator_desktop.ui.inbox.grouping import Query
from orchestrator_desktop.ui.inbox.model import TasksModel
from orchestrator_desktop.ui.inbox.rows import TaskDelegate
from orchestrator_desktop.ui.inbox.tasks_view import TasksView
from orchestrator_desktop.ui.services import Services


class ListBody(QWidget):
    """One list, or the columns of a board of which one is active."""

    current_changed = Signal(object)
    """TaskId | None."""
    chosen_changed = Signal()
    opened = Signal()
    menu_wanted = Signal(QPoint)
    put = Signal(object, object, int)
    """(view, ids, row): carried tasks were let go before a row."""
    files_dropped = Signal(object, object)

    def __init__(self, services: Services, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._services = services
        theme = services.theme
        self.model = TasksModel(services.store, self)
        self.model.now = services.now
        self.list = TasksView(theme, self.model)
        rows = TaskDelegate(theme, services.languages, services.today, services.begins, self.model, self.list)
        self.list.setItemDelegate(rows)
        self.model.speak_with(rows.spoken)
        self.board: Board | None = None
        """Made when it is first wanted."""
        self.active = self.list
        """The list that has the current task."""
        self._letters = lambda: services.shortcuts.single_letters
        self._stack = QStackedLayout(self)
        self._stack.addWidget(self.list)
        self._take(self.list)
        self.setFocusProxy(self.list)

    def _take(self, view: TasksView) -> None:
        view.letters = self._letters
        view.selectionModel().currentChanged.connect(lambda index, _old, view=view: self._changed(view, index))
        view.selectionModel().selectionChanged.connect(self.chosen_changed)
        view.opened.connect(lambda _index: self.opened.emit())
        view.menu_wanted.connect(self.menu_wanted)
        view.put.connect(lambda ids, row, view=view: self.put.emit(view, ids, row))
        view.files_dropped.connect(self.files_dropped)
        view.installEventFilter(self)

    @property
    def views(self) -> list[TasksView]:
        """Those that are shown."""
        return [column.view for column in self.board.columns] if self.board and self.is_board else [self.list]

    @property
    def is_board(self) -> bool:
        return self.board is not None and self._stack.currentWidget() is self.board

    @property
    def current(self) -> TaskId | None:
        return self.active.current

    @property
    def chosen(self) -> list[TaskId]:
        return self.active.chosen

    @property
    def empty(self) -> bool:
        return not any(view.tasks.rowCount() for view in self.views)

    @property
    def found(self) -> tuple[int, bool]:
        """How many tasks have been read, and whether there are more."""
        models = [view.tasks for view in self.views]
        return sum(model.lines for model in models), any(model.more for model in models)

    def show_query(self, query: Query, today: date, *, board: bool) -> None:
        """Read the rows anew, as a list or as a board."""
        if board:
            if self.board is None:
                self.board = Board(self._services)
                self.board.entered.connect(self._enter)
                self.board.for_each(self._take)
                self._stack.addWidget(self.board)
            self.board.show_query(query, today)
            self._stack.setCurrentWidget(self.board)
        else:
            self.model.show(query, today)
            self._stack.setCurrentWidget(self.list)
        if self.active not in self.views:
            had_focus = self.active.hasFocus()
            self._enter(self.views[0])
            if had_focus:
                self.active.setFocus(Qt.FocusReason.OtherFocusReason)

    def apply(self, ids: Sequence[int]) -> None:
        if self.is_board and self.board is not None:
            self.board.apply(ids)
        else:
            self.model.apply(ids)

    # what is current

    def show_current(self, task_id: TaskId) -> bool:
        """Make a task current and scroll to it; False where it is not held, or only far below."""
        for view in self.views:
            if view.tasks.row_of(task_id) is not None:
                self._enter(view)
                return view.show_current(task_id)
        return any(self._show_in(view, task_id) for view in self.views)

    def holds(self, task_id: TaskId) -> bool:
        """Whether a task is among the rows that have been read."""
        return any(view.tasks.row_of(task_id) is not None for view in self.views)

    def _show_in(self, view: TasksView, task_id: TaskId) -> bool:
        found = view.show_current(task_id)
        if found:
            self._enter(view)
        return found

    def reveal(self, task_id: TaskId) -> None:
        for view in self.views:
            view.reveal(task_id)

    def restore(self, current: TaskId | None, chosen: Sequence[TaskId]) -> bool:
        """Make current and chosen again what was before the rows changed; whether the current one is still there."""
        held = [view for view in self.views if current is not None and view.tasks.row_of(current) is not None]
        if held:
            self._enter(held[0])
        return self.active.restore(current, chosen)

    def beside(self, ids: Sequence[TaskId]) -> TaskId | None:
        return self.active.beside(ids)

    def end_choosing(self) -> bool:
        return self.active.end_choosing()

    def clear(self) -> None:
        """Nothing is current."""
        for view in self.views:
            view.selectionModel().clear()

    def select_first(self) -> None:
        """The first task is current, if there is one."""
        self.clear()
        first = next((view for view in self.views if view.tasks.rowCount()), self.views[0])
        self._enter(first)
        first.move_current(1)

    def focus(self) -> None:
        self.active.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _enter(self, view: TasksView) -> None:
        if view is not self.active:
            before, self.active = self.active, view
            before.selectionModel().clear()
            self.setFocusProxy(view)

    def _changed(self, view: TasksView, index: QModelIndex) -> None:
        if view is self.active:
            self.current_changed.emit(view.tasks.id_at(index.row()) if index.isValid() else None)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.FocusIn and isinstance(watched, TasksView) and watched in self.views:
            self._enter(watched)
        return super().eventFilter(watched, event)
