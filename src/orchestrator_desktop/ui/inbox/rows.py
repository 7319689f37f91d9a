"""Painting of a task list: level groups and task rows."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QSize
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem, QWidget

from orchestrator_desktop.domain.task import Task
from orchestrator_desktop.ui import formats
from orchestrator_desktop.ui.inbox.model import ROW_ROLE, Header
from orchestrator_desktop.ui.inbox.states import task_state
from orchestrator_desktop.ui.languages import Languages
from orchestrator_desktop.ui.paint import UiState, level_name, state_name
from orchestrator_desktop.ui.theme import Theme
from orchestrator_desktop.ui.widgets.rows import TaskRow, draw_group_header, draw_task_row, header_height, row_height

_Index = QModelIndex | QPersistentModelIndex


class TaskDelegate(QStyledItemDelegate):
    """Draws headers and tasks, and says them to screen readers."""

    def __init__(self, theme: Theme, languages: Languages, today: Callable[[], date], parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._languages = languages
        self._today = today

    def sizeHint(self, _option: QStyleOptionViewItem, index: _Index) -> QSize:
        header = isinstance(index.data(ROW_ROLE), Header)
        return QSize(0, header_height(self._theme) if header else row_height(self._theme))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        item = index.data(ROW_ROLE)
        if isinstance(item, Header):
            draw_group_header(painter, self._theme, option, level_name(item.level), item.count)
        elif isinstance(item, Task):
            state = task_state(item)
            row = TaskRow(item.level, item.title, self.meta(item), state, self._state_word(item, state))
            draw_task_row(painter, self._theme, option, row)

    def meta(self, task: Task) -> str:
        """Domain · due · one fact."""
        locale = self._languages.locale
        when = formats.due(task.due, self._today(), locale)
        if not task.stage.open and task.done_at is not None:
            when = formats.due(task.done_at, self._today(), locale)
        elif task.due is None and task.defer is not None:
            start = formats.due(task.defer, self._today(), locale)
            when = self.tr("from %1").replace("%1", start)
        facts = [task.domain or "", when, task.delegate or self._first_line(task)]
        return " · ".join(fact for fact in facts if fact)

    def spoken(self, task: Task) -> str:
        """Title, level, state, due, one fact: what a screen reader says (UI.md 9)."""
        state = task_state(task)
        parts = (
            task.title,
            level_name(task.level),
            self._state_word(task, state) or state_name(state),
            self.meta(task),
        )
        return ", ".join(part for part in parts if part)

    def _state_word(self, task: Task, state: UiState) -> str | None:
        if state is UiState.DONE:
            return self.tr("Done")
        if state is UiState.RUNNING:
            return self.tr("Delegated")
        if state is UiState.RETURNED:
            return self.tr("Returned")  # the state's French name is wider than the column
        return None

    @staticmethod
    def _first_line(task: Task) -> str:
        return task.notes.strip().partition("\n")[0][:120]
