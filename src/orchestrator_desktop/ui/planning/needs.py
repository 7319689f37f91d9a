"""What a task needs, found as its title is typed; and what waits for it, to be read only."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from orchestrator_desktop.domain.ids import TaskId
from orchestrator_desktop.domain.task import Task
from orchestrator_desktop.operations.family import need, need_no_more
from orchestrator_desktop.store import details
from orchestrator_desktop.ui.planning.line import WordsLine
from orchestrator_desktop.ui.planning.task_rows import TaskRows
from orchestrator_desktop.ui.services import Services
from orchestrator_desktop.ui.widgets.label import Label

OFFERED: Final = 8


class NeedsField(QWidget):
    """`opened(TaskId)` when one is clicked; Delete on one takes the dependency away."""

    opened = Signal(object)
    left = Signal()
    """Esc in the line."""

    def __init__(self, services: Services, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._services = services
        self._task: Task | None = None
        self._writing = False
        self.rows = TaskRows(services.theme)
        self.blocked = Label(services.theme, "", style="meta", token="warn-text", wrap=True)
        self.line = WordsLine(services.theme)
        self.offered = TaskRows(services.theme)
        """What the words that are written may mean."""
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        for widget in (self.rows, self.blocked, self.line, self.offered):
            column.addWidget(widget)
        self._connect()
        self._retranslate()

    def _connect(self) -> None:
        self.rows.opened.connect(self.opened)
        self.rows.removed.connect(self._remove)
        self.line.textEdited.connect(self._search)
        self.line.entered.connect(self._entered)
        self.line.away.connect(self._leave)
        self.line.down.connect(self._down)
        self.offered.opened.connect(self._chosen)

    @property
    def empty(self) -> bool:
        return not (self.rows.tasks or self._writing)

    def show_task(self, task: Task) -> None:
        if self._task is None or self._task.id != task.id:
            self._put_away()
            self.rows.fold()
        self._task = task
        needs = details.needs(self._services.store, task.id)
        self.rows.show_tasks(needs)
        self.blocked.setText(self._blocked_words(task, needs))
        self.blocked.setVisible(bool(self.blocked.text()))
        self.line.setVisible(self._writing)

    def write(self) -> None:
        """Ask for the task that is needed."""
        self._writing = True
        self.line.show()
        self.line.setFocus(Qt.FocusReason.OtherFocusReason)

    def _blocked_words(self, task: Task, needs: list[Task]) -> str:
        if not (task.blocked and task.stage.open):
            return ""
        left = sum(1 for one in needs if one.stage.open)
        return self.tr("Blocked: %n to be done before", "", left)

    def _search(self, words: str) -> None:
        """The open tasks whose titles hold the words, at most OFFERED."""
        task = self._task
        found = []
        if task is not None and words.strip():
            from orchestrator_desktop.store import search  # not before something is searched for
            from orchestrator_desktop.ui import search_text

            store, today = self._services.store, self._services.today()
            query = search_text.read(store, words, self._services.now())
            known = search.found(store, query, today=today, limit=2 * OFFERED)
            found = [one.task for one in known if one.task.id != task.id and one.task.stage.open][:OFFERED]
        self.offered.show_tasks(found)
        self.offered.setVisible(bool(found))

    def _down(self) -> None:
        """To what is offered."""
        for row in self.offered.rows()[:1]:
            row.setFocus(Qt.FocusReason.TabFocusReason)

    def _entered(self) -> None:
        """Enter takes the task of that title, or the first that is offered."""
        text = self.line.text().strip()
        if not text:
            self._leave()
            return
        self._search(text)
        offered = self.offered.tasks
        exact = next((task for task in offered if task.title.casefold() == text.casefold()), None)
        if offered:
            self._chosen((exact or offered[0]).id)
        else:
            unknown = self.tr("No open task has the words “%1”. Nothing was changed.")
            self._services.acts.said.emit(unknown.replace("%1", text), None)

    def _chosen(self, other: TaskId) -> None:
        if self._task is not None:
            self._services.acts.run(need, task_id=self._task.id, needs=other)
            self.line.clear()
            self._search("")
            self.line.setFocus(Qt.FocusReason.OtherFocusReason)

    def _remove(self, other: TaskId) -> None:
        if self._task is not None:
            future = self._services.acts.run(need_no_more, task_id=self._task.id, needs=other)
            self._services.acts.say_done(future, self.tr("Not needed any more."))

    def _leave(self) -> None:
        self._put_away()
        self.line.hide()
        self.left.emit()

    def _put_away(self) -> None:
        self._writing = False
        self.line.clear()
        self._search("")

    def _retranslate(self) -> None:
        self.line.setAccessibleName(self.tr("Needs"))
        self.line.setPlaceholderText(self.tr("Title of the task that must be done before"))
        if self._task is not None:
            self.show_task(self._task)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)
