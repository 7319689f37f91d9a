"""The parts of a task: a line each, a place to type the next one, how many are done."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from orchestrator_desktop.domain.ids import TaskId
from orchestrator_desktop.domain.task import Task
from orchestrator_desktop.operations.family import arrange, make_part
from orchestrator_desktop.operations.tasks import Given, add
from orchestrator_desktop.store import tasks
from orchestrator_desktop.ui.planning.line import WordsLine
from orchestrator_desktop.ui.planning.task_rows import TaskRows
from orchestrator_desktop.ui.services import Services

_INDENT: Final = 28
"""Where the titles of the parts begin."""


class PartsField(QWidget):
    """`opened(TaskId)` when one is clicked. What is typed is read like a captured line."""

    opened = Signal(object)
    left = Signal()
    """Esc in the line."""

    def __init__(self, services: Services, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._services = services
        self._task: Task | None = None
        self.rows = TaskRows(services.theme)
        self.line = WordsLine(services.theme)
        self.line.setProperty("frameless", True)
        self.line.set_indent(_INDENT)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self.rows)
        column.addWidget(self.line)
        self._writing = False
        self.rows.opened.connect(self.opened)
        self.rows.removed.connect(self._make_whole)
        self.rows.moved.connect(self._move)
        self.line.entered.connect(self._add)
        self.line.away.connect(self._leave)
        self.line.lost.connect(self._left)
        self._retranslate()

    @property
    def progress(self) -> str:
        """ "2/5"; empty without parts."""
        return f"{self._task.parts_done}/{self._task.parts}" if self._task is not None and self._task.parts else ""

    @property
    def empty(self) -> bool:
        return not (self.rows.tasks or self._writing)

    def show_task(self, task: Task) -> None:
        if self._task is None or self._task.id != task.id:
            self._writing = False
            self.line.clear()
            self.rows.fold()
        self._task = task
        self.rows.show_tasks(tasks.parts(self._services.store, task.id) if task.parts else [])
        self.line.setVisible(self._writing or bool(self.rows.tasks))

    def write(self) -> None:
        """Put the cursor into the line."""
        self._writing = True
        self.line.show()
        self.line.setFocus(Qt.FocusReason.OtherFocusReason)

    def _add(self) -> None:
        task, text = self._task, self.line.text().strip()
        if task is None or not text:
            return
        acts = self._services.acts
        future = acts.run(add, line=text, now=self._services.now(), given=Given(task.domain, parent_id=task.id))
        self.line.clear()
        acts.then(future, lambda _changes: None, lambda _error: self._again(text), owner=self)

    def _again(self, text: str) -> None:
        """What could not be added comes back."""
        self.line.setText(" ".join(part for part in (text, self.line.text()) if part))

    def _leave(self) -> None:
        self.line.clear()
        self._left()
        self.left.emit()

    def _left(self) -> None:
        if not self.line.text():
            self._writing = False

    def _make_whole(self, task_id: TaskId) -> None:
        """Delete on a part takes it out of its whole; it is not lost, it is in the lists."""
        future = self._services.acts.run(make_part, task_ids=[task_id], of=None)
        self._services.acts.say_done(future, self.tr("No longer a part. It is in the lists."))

    def _move(self, task_id: TaskId, step: int) -> None:
        ids = [task.id for task in self.rows.tasks]
        place = ids.index(task_id)
        there = place + step
        if not 0 <= there < len(ids):
            return
        rest = ids[:place] + ids[place + 1 :]
        after = rest[there - 1] if there else None
        before = rest[there] if there < len(rest) else None
        future = self._services.acts.run(arrange, task_ids=[task_id], after=after, before=before)
        self._services.acts.then(future, lambda _changes: self.rows.focus_task(task_id), owner=self)

    def _retranslate(self) -> None:
        self.line.setAccessibleName(self.tr("Add a part"))
        self.line.setPlaceholderText(self.tr("Add a part, with a date, !level or @person"))

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)
