"""A few tasks of a panel, one below the other; their widgets are used again from one task to the next."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import Final

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from orchestrator_desktop.domain.ids import TaskId
from orchestrator_desktop.domain.task import Task
from orchestrator_desktop.ui.planning.task_row import TaskRow
from orchestrator_desktop.ui.theme import Theme
from orchestrator_desktop.ui.widgets.button import Button, Kind

FEW: Final = 20
"""So many are shown at once; the rest after a click."""


class TaskRows(QWidget):
    """`opened(TaskId)`, `removed(TaskId)`, `moved(TaskId, step)`."""

    opened = Signal(object)
    removed = Signal(object)
    moved = Signal(object, int)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._tasks: list[Task] = []
        self._rows: list[TaskRow] = []
        self._whole = False
        self._more = Button(theme, "", kind=Kind.LINK)
        self._more.hide()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addWidget(self._more, 0, Qt.AlignmentFlag.AlignLeft)
        self._more.clicked.connect(self._show_all)

    @property
    def tasks(self) -> list[Task]:
        return list(self._tasks)

    def rows(self) -> list[TaskRow]:
        """The rows that are shown."""
        return [row for row in self._rows if not row.isHidden()]

    def fold(self) -> None:
        """Show the first few again."""
        self._whole = False

    def show_tasks(self, tasks: Sequence[Task]) -> None:
        if list(tasks) == self._tasks and tasks:
            return
        self._tasks = list(tasks)
        shown = self._tasks if self._whole else self._tasks[:FEW]
        while len(self._rows) < len(shown):
            self._rows.append(self._make())
        for number, row in enumerate(self._rows):
            if number < len(shown):
                row.show_task(shown[number])
            row.setVisible(number < len(shown))
        self._say_more()

    def focus_task(self, task_id: TaskId) -> None:
        """Put the focus on a task's row."""
        for row in self.rows():
            if row.task is not None and row.task.id == task_id:
                row.setFocus(Qt.FocusReason.OtherFocusReason)

    def _make(self) -> TaskRow:
        row = TaskRow(self._theme)
        self._column.insertWidget(len(self._rows), row)
        row.clicked.connect(lambda: self._tell(self.opened, row))
        row.removed.connect(lambda: self._tell(self.removed, row))
        row.moved.connect(partial(self._move, row))
        row.stepped.connect(partial(self._step, row))
        return row

    def _tell(self, signal: object, row: TaskRow) -> None:
        if row.task is not None:
            signal.emit(row.task.id)  # type: ignore[attr-defined]  # PySide types a bound signal as its class

    def _move(self, row: TaskRow, step: int) -> None:
        if row.task is not None:
            self.moved.emit(row.task.id, step)

    def _step(self, row: TaskRow, step: int) -> None:
        rows = self.rows()
        place = rows.index(row) + step
        if 0 <= place < len(rows):
            rows[place].setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_all(self) -> None:
        self._whole, tasks = True, self._tasks
        self._tasks = []
        self.show_tasks(tasks)

    def _say_more(self) -> None:
        hidden = 0 if self._whole else max(0, len(self._tasks) - FEW)
        self._more.setVisible(hidden > 0)
        self._more.setText(self.tr("Show %n more", "", hidden) if hidden else "")

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._say_more()
            for row in self.rows():
                if row.task is not None:
                    row.show_task(row.task)
        super().changeEvent(event)
