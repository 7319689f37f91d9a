"""The left half of a list's page: head, quick capture, the rows or what is said when there are none."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QStackedLayout, QVBoxLayout, QWidget

from orchestrator_desktop.operations.stages import KEPT_DAYS
from orchestrator_desktop.store import filters, tasks
from orchestrator_desktop.store.places import View
from orchestrator_desktop.store.waiting import count_late
from orchestrator_desktop.ui.inbox.body import ListBody
from orchestrator_desktop.ui.inbox.capture import CaptureField, Understand
from orchestrator_desktop.ui.inbox.grouping import Query
from orchestrator_desktop.ui.inbox.head import ListHead
from orchestrator_desktop.ui.inbox.lists import SECOND, Choices, may_be_board
from orchestrator_desktop.ui.inbox.load import load_words
from orchestrator_desktop.ui.inbox.words import empty_words, list_title, tab_words
from orchestrator_desktop.ui.navigator import Screen, Target
from orchestrator_desktop.ui.services import Services
from orchestrator_desktop.ui.widgets.label import Label, empty_label

if TYPE_CHECKING:
    from orchestrator_desktop.ui.inbox.found_days import FoundDays

_CAPTURES = (Screen.INBOX, Screen.TODAY, Screen.DOMAIN)


class ListColumn(QWidget):
    """Shows one target's tasks, or what the search finds."""

    def __init__(self, services: Services, understand: Understand, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._services = services
        theme = services.theme
        self.choices = Choices(services)
        self.head = ListHead(theme)
        self.capture = CaptureField(services, understand)
        self.body = ListBody(services)
        self.model = self.body.model
        self._days: FoundDays | None = None
        self._several = False
        """Whether the head says how many are selected."""
        self._told = Label(theme, "", style="meta", token="warn-text", wrap=True)
        self._telling = QWidget()
        telling = QVBoxLayout(self._telling)
        telling.setContentsMargins(24, 8, 20, 0)
        telling.addWidget(self._told)
        self._telling.hide()
        self._empty = empty_label(theme)
        self._empty.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._place()

    def _place(self) -> None:
        self._column = column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.head)
        over = QVBoxLayout()
        over.setContentsMargins(16, 12, 16, 0)
        over.addWidget(self.capture)
        column.addLayout(over)
        column.addWidget(self._telling)
        # The list stays under the words, so that it can hold the focus while it is empty.
        body = QStackedLayout()
        body.setStackingMode(QStackedLayout.StackingMode.StackAll)
        body.addWidget(self._empty)
        body.addWidget(self.body)
        column.addLayout(body, 1)

    @property
    def searching(self) -> bool:
        """Whether what is shown is what the search in the head finds."""
        return bool(self.head.search_text)

    def query(self, target: Target) -> Query:
        """What to read for a target and the search."""
        if self.head.search_text:
            return Query(tasks.Place(), self.head.search_text)
        if target.filter_id is not None:
            saved = filters.one(self._services.store, target.filter_id)
            # A filter that is gone finds nothing, as a search for nothing does.
            return Query(tasks.Place(), " " if saved is None else saved.query)
        return Query(self.choices.place(target))

    def is_board(self, target: Target) -> bool:
        return may_be_board(self.query(target)) and self.choices.board(target, searching=self.searching)

    def show_query(self, target: Target) -> None:
        """Read the rows anew."""
        query = self.query(target)
        self.body.show_query(query, self._services.today(), board=self.is_board(target))
        self.tell(target)

    def tell(self, target: Target) -> None:
        """Say name, count, arrangement and, where there are no rows, why."""
        query, head = self.query(target), self.head
        second = target.part == SECOND.get(target.screen, "-")
        head.show_name(list_title(self._services.store, target), tab_words(target), int(second))
        self._tell_note(query)
        self._look_beside(query, target)
        place = query.place
        trash = place.view is View.TRASH and place.domain_id is None
        head.show_arrangement(
            None if query.search or not place.arranged else place.order,
            self.is_board(target) if may_be_board(query) else None,
            trash=trash and not query.search and not self.body.empty,
        )
        self.capture.setVisible(target.screen in _CAPTURES)
        empty = self.body.empty
        self._empty.setText(empty_words(target, searching=bool(query.search)))
        self._empty.setVisible(empty)

    def tell_chosen(self, target: Target) -> None:
        """Say how many tasks an act is for, where these are several."""
        if self._several or len(self.body.chosen) > 1:
            self._tell_note(self.query(target))

    def _tell_note(self, query: Query) -> None:
        chosen = len(self.body.chosen)
        self._several = chosen > 1
        words, warns = (self.tr("%Ln selected", "", chosen), False) if self._several else self._note(query)
        self.head.show_note(words, warns=warns)

    def _look_beside(self, query: Query, target: Target) -> None:
        """What a search finds that is no task, and what of it was not understood."""
        self._telling.hide()
        if not query.search.strip():
            if self._days is not None:
                self._days.hide()
            return
        from orchestrator_desktop.ui.inbox import searching  # not before something is searched for

        if self._days is None:
            self._days = searching.days_widget(self._services)
            self._column.insertWidget(2, self._days)
        beside = searching.look(self._services, query.search)
        self._days.show_days([] if target.screen is Screen.FILTER and not self.head.search_text else beside.days)
        self._told.setText(beside.misread)
        self._telling.setVisible(bool(beside.misread))

    def _note(self, query: Query) -> tuple[str, bool]:
        """The words beside the name, and whether they warn."""
        if query.search:
            found, more = self.body.found
            return self.tr("more than %n found", "", found) if more else self.tr("%n found", "", found), False
        store, today, place = self._services.store, self._services.today(), query.place
        if place.domain_id is None and place.view is View.DONE:
            return "", False
        if place.domain_id is None and place.view is View.TRASH:
            return self.tr("kept %n days", "", KEPT_DAYS), False
        number = tasks.count(store, place, today=today)
        words = self.tr("%n open", "", number) if number else ""
        if place.domain_id is None and place.view is View.WAITING:
            late = count_late(store, today=today)
            return (" · ".join((words, self.tr("%n late", "", late))) if late else words), False
        if place.domain_id is None and place.view is View.TODAY and number:
            load, over = load_words(store, today)
            return " · ".join(part for part in (words, load) if part), over
        return words, False
