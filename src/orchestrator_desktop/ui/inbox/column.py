"""The left half of a list's page: head, quick capture, the rows or what is said when there are none."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QStackedLayout, QVBoxLayout, QWidget

from orchestrator_desktop.store import tasks
from orchestrator_desktop.store.waiting import count_late
from orchestrator_desktop.ui.inbox.capture import CaptureField, Understand
from orchestrator_desktop.ui.inbox.grouping import Query
from orchestrator_desktop.ui.inbox.head import ListHead
from orchestrator_desktop.ui.inbox.model import TasksModel
from orchestrator_desktop.ui.inbox.rows import TaskDelegate
from orchestrator_desktop.ui.inbox.tasks_view import TasksView
from orchestrator_desktop.ui.inbox.words import empty_words, list_title
from orchestrator_desktop.ui.navigator import Screen, Target
from orchestrator_desktop.ui.services import Services
from orchestrator_desktop.ui.widgets.label import empty_label

_CAPTURES = (Screen.INBOX, Screen.TODAY, Screen.DOMAIN)


class ListColumn(QWidget):
    """Shows one target's tasks, or what the search finds."""

    def __init__(self, services: Services, understand: Understand, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._services = services
        theme = services.theme
        self.head = ListHead(theme)
        self.capture = CaptureField(services, understand)
        self.model = TasksModel(services.store, self)
        self.list = TasksView(theme, self.model)
        rows = TaskDelegate(theme, services.languages, services.today, self.model, self.list)
        self.list.setItemDelegate(rows)
        self.model.speak_with(rows.spoken)
        self._empty = empty_label(theme)
        self._empty.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._place()

    def _place(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.head)
        over = QVBoxLayout()
        over.setContentsMargins(16, 12, 16, 0)
        over.addWidget(self.capture)
        column.addLayout(over)
        # The list stays under the words, so that it can hold the focus while it is empty.
        body = QStackedLayout()
        body.setStackingMode(QStackedLayout.StackingMode.StackAll)
        body.addWidget(self._empty)
        body.addWidget(self.list)
        column.addLayout(body, 1)

    def query(self, target: Target) -> Query:
        """What to read for a target and the search."""
        if self.head.search_text:
            return Query(tasks.Place(), self.head.search_text)
        if target.domain_id is not None:
            return Query(tasks.Place(domain_id=target.domain_id))
        return Query(tasks.Place(tasks.View(target.screen.value)))

    def show_query(self, target: Target) -> None:
        """Read the rows anew."""
        self.model.show(self.query(target), self._services.today())
        self.tell(target)

    def tell(self, target: Target) -> None:
        """Say name, count and, where there are no rows, why."""
        query = self.query(target)
        self.head.title.setText(list_title(self._services.store, target))
        self.head.note.setText(self._count_words(query))
        self.capture.setVisible(target.screen in _CAPTURES)
        empty = self.model.rowCount() == 0
        self._empty.setText(empty_words(target, searching=bool(query.search)))
        self._empty.setVisible(empty)

    def _count_words(self, query: Query) -> str:
        if query.search:
            found = self.model.lines
            if self.model.more:
                return self.tr("more than %n found", "", found)
            return self.tr("%n found", "", found)
        if query.place.view is tasks.View.DONE:
            return ""
        number = tasks.count(self._services.store, query.place, today=self._services.today())
        words = self.tr("%n open", "", number) if number else ""
        if query.place.view is tasks.View.WAITING and query.place.domain_id is None:
            late = count_late(self._services.store, today=self._services.today())
            return " · ".join((words, self.tr("%n late", "", late))) if late else words
        return words
