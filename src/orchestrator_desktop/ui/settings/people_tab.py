"""The tab of the people: who they are, how they are written to, what is out with each."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QModelIndex
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from orchestrator_desktop.domain.changes import Changes, Kind
from orchestrator_desktop.domain.delegate import Person
from orchestrator_desktop.domain.ids import PersonId
from orchestrator_desktop.domain.text import same_name
from orchestrator_desktop.operations import people
from orchestrator_desktop.store import delegates
from orchestrator_desktop.store.waiting import out_by_person
from orchestrator_desktop.ui.services import Services
from orchestrator_desktop.ui.settings.list_detail import ListDetail
from orchestrator_desktop.ui.settings.person_pane import PersonPane
from orchestrator_desktop.ui.settings.person_rows import PeopleDelegate, PeopleModel
from orchestrator_desktop.ui.widgets.label import empty_label
from orchestrator_desktop.ui.widgets.list_view import ListView


class PeopleTab(QWidget):
    """Everybody a task was ever meant for, and whoever is added here."""

    def __init__(self, services: Services, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._services = services
        self._build()
        self._connect()
        self._retranslate()
        self.read()

    def _build(self) -> None:
        theme = self._services.theme
        self.model = PeopleModel(self)
        self.list_view = ListView(theme)
        self.list_view.letters = lambda: self._services.shortcuts.single_letters
        self.list_view.setModel(self.model)
        self._rows = PeopleDelegate(self._services, self.list_view)
        self.model.spoken = self._rows.spoken
        self.list_view.setItemDelegate(self._rows)
        self.pane = PersonPane(self._services)
        self._empty = empty_label(theme)
        self._empty.setContentsMargins(24, 48, 24, 0)
        self._panes = QStackedWidget()
        self._panes.addWidget(self.pane)
        self._panes.addWidget(self._empty)
        self.split = ListDetail(self._services, self.list_view, self._panes, above=12)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.split)

    def _connect(self) -> None:
        self.list_view.selectionModel().currentChanged.connect(self._current_changed)
        self.list_view.clicked.connect(self._opened)
        self.list_view.opened.connect(self._opened)
        self.pane.removed.connect(self.split.close_detail)

    def read(self) -> None:
        """Read the people anew; the chosen one stays chosen."""
        chosen = self.model.person(self.list_view.currentIndex())
        self._rows.out = out_by_person(self._services.store)
        self.model.set_people(delegates.people(self._services.store))
        self._select(chosen.id if chosen else None)

    def _select(self, person_id: PersonId | None) -> None:
        row = self.model.row_of(person_id)
        self.list_view.setCurrentIndex(self.model.index(0 if row is None else row))
        self._show(self.model.person(self.list_view.currentIndex()))

    def _current_changed(self, current: QModelIndex, _previous: QModelIndex) -> None:
        self._show(self.model.person(current))

    def _show(self, person: Person | None) -> None:
        self._panes.setCurrentWidget(self.pane if person else self._empty)
        self.pane.show_person(person)

    def _opened(self, index: QModelIndex) -> None:
        if index.isValid() and self.model.person(index) is None:
            self.add()

    def add(self) -> None:
        """Add one and put the cursor into its name."""
        future = self._services.acts.run(people.add_person, name=self._free_name())
        self._services.acts.then(future, self._added)

    def _free_name(self) -> str:
        """ "New person", with a number where there is one already."""
        taken = {same_name(name) for name in delegates.names(self._services.store)}
        name = candidate = self.tr("New person")
        number = 2
        while same_name(candidate) in taken:
            candidate, number = f"{name} {number}", number + 1
        return candidate

    def _added(self, changes: Changes) -> None:
        self.read()
        self._select(PersonId(changes.first(Kind.PERSON)))
        self.split.open_detail()
        self.pane.focus_name()

    def flush(self) -> None:
        self.pane.flush()

    def _retranslate(self) -> None:
        self.list_view.setAccessibleName(self.tr("People"))
        self._empty.setText(self.tr("People get tasks as a letter that you send. Nothing is sent by itself."))
        self.list_view.viewport().update()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)
