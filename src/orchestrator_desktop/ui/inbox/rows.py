"""Painting of a task list: level groups and task rows."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QSize
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem, QWidget

from orchestrator_desktop.domain.task import Task
from orchestrator_desktop.store.tasks import View
from orchestrator_desktop.ui import formats
from orchestrator_desktop.ui.delegation.person_words import late_word, late_words, waiting_facts
from orchestrator_desktop.ui.inbox.model import ROW_ROLE, Header, TasksModel
from orchestrator_desktop.ui.inbox.states import task_state
from orchestrator_desktop.ui.languages import Languages
from orchestrator_desktop.ui.paint import Tone, UiState, level_name, state_name
from orchestrator_desktop.ui.theme import Theme
from orchestrator_desktop.ui.widgets.rows import (
    TaskRow,
    draw_group_header,
    draw_task_row,
    header_height,
    row_height,
)

WIDE = 132
"""Width of the state column where it says how late answers are."""

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
            draw_task_row(painter, self._theme, option, self._row(item, wide=_in_waiting(index)))

    def _row(self, task: Task, *, wide: bool) -> TaskRow:
        """`wide`: there is room to say how late an answer is."""
        state = task_state(task)
        row = TaskRow(task.level, task.title, self.meta(task), state, self._state_word(task, state))
        late = 0 if task.waiting is None else task.waiting.late(self._today())
        if late:
            row = replace(row, state_text=late_words(late) if wide else late_word(), tone=Tone.WARN)
        return replace(row, state_width=WIDE) if wide else row

    def meta(self, task: Task) -> str:
        """Domain · due · one fact."""
        locale = self._languages.locale
        if task.waiting is not None:
            return " · ".join([task.delegate or "", *waiting_facts(task.waiting, self._today(), locale)])
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
        late = 0 if task.waiting is None else task.waiting.late(self._today())
        parts = (
            task.title,
            level_name(task.level),
            late_words(late) if late else self._state_word(task, state) or state_name(state),
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


def _in_waiting(index: _Index) -> bool:
    """Whether the row stands in the list of what people owe."""
    model = index.model()
    return isinstance(model, TasksModel) and not model.query.search and model.query.place.view is View.WAITING
