"""What a task needs, found as its title is typed; and what waits for it, to be read only."""

from __future__ import annotations

from functools import partial
from typing import Final

from PySide6.QtCore import QEvent, QStringListModel, Qt, Signal
from PySide6.QtWidgets import QCompleter, QVBoxLayout, QWidget

from orchestrator_desktop.domain.ids import TaskId
from orchestrator_desktop.domain.task import Task
from orchestrator_desktop.operations.family import need, need_no_more
from orchestrator_desktop.store import details
from orchestrator_desktop.ui.planning.line import WordsLine
from orchestrator_desktop.ui.planning.task_rows import TaskRows
from orchestrator_desktop.ui.services import Services
from orchestrator_desktop.ui.widgets.label import Label

OFFERED: Final = 8
_LONGEST: Final = 80


class NeedsField(QWidget):
    """`opened(TaskId)` when one is clicked; Delete on one takes the dependency away."""

    opened = Signal(object)
    left = Signal()
    """Esc in the line."""

    def __init__(self, services: Services, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._services = services
        self._task: Task | None = None
        self._found: dict[str, TaskId] = {}
        self._writing = False
        self.rows = TaskRows(services.theme)
        self.blocked = Label(services.theme, "", style="meta", token="warn-text", wrap=True)
        self.line = WordsLine(services.theme)
        self._titles = QStringListModel(self)
        self._completer = QCompleter(self._titles, self)
        self._completer.setCompletionMode(QCompleter.CompletionMode.UnfilteredPopupCompletion)
        self._completer.setMaxVisibleItems(OFFERED)
        self.line.complete(self._completer)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        for widget in (self.rows, self.blocked, self.line):
            column.addWidget(widget)
        self._connect()
        self._retranslate()

    def _connect(self) -> None:
        self.rows.opened.connect(self.opened)
        self.rows.removed.connect(self._remove)
        self.line.textEdited.connect(self._search)
        self.line.entered.connect(self._entered)
        self.line.away.connect(self._leave)
        self._completer.activated.connect(self._chosen)

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

            today, now = self._services.today(), self._services.now()
            known = search.found(self._services.store, words, today=today, now=now, limit=2 * OFFERED)
            found = [one.task for one in known if one.task.id != task.id and one.task.stage.open][:OFFERED]
        self._found = {}
        for other in found:
            title = other.title[:_LONGEST]
            self._found[f"{title} ({other.id})" if title in self._found else title] = other.id
        self._titles.setStringList(list(self._found))

    def _entered(self) -> None:
        text = self.line.text().strip()
        if not text:
            self._leave()
            return
        if text not in self._found:
            self._search(text)
        exact = next((key for key in self._found if key.casefold() == text.casefold()), None)
        only = next(iter(self._found), None) if len(self._found) == 1 else None
        if exact is None and only is None:
            unknown = self.tr("No open task is called “%1”. Nothing was changed; choose one from the list.")
            self._services.acts.said.emit(unknown.replace("%1", text), None)
        else:
            self._chosen(exact or only or "")

    def _chosen(self, key: str) -> None:
        other, task = self._found.get(key), self._task
        if other is None or task is None:
            return
        future = self._services.acts.run(need, task_id=task.id, needs=other)
        self._found = {}
        self._services.acts.then(future, partial(self._added, task.id), owner=self)

    def _added(self, task_id: TaskId, _changes: object) -> None:
        """The completer writes what was chosen into the line after it has told; by now that is over."""
        if self._task is not None and self._task.id == task_id:
            self.line.clear()

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
        self._found = {}
        self.line.clear()

    def _retranslate(self) -> None:
        self.line.setAccessibleName(self.tr("Needs"))
        self.line.setPlaceholderText(self.tr("Title of the task that must be done before"))
        if self._task is not None:
            self.show_task(self._task)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)
