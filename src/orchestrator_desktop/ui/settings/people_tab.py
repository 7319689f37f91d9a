"""The tab of the people: who they are, how they are written to, what is out with each."""

from __future__ import annotations

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from orchestrator_desktop.domain.changes import Changes, Kind
from orchestrator_desktop.domain.delegate import Person
from orchestrator_desktop.domain.ids import PersonId
from orchestrator_desktop.domain.text import same_name
from orchestrator_desktop.operations import people
from orchestrator_desktop.store import delegates
from orchestrator_desktop.store.waiting import out_by_person
from orchestrator_desktop.ui.services import Services
from orchestrator_desktop.ui.settings.named_list import NamedList
from orchestrator_desktop.ui.settings.named_rows import NamedModel
from orchestrator_desktop.ui.settings.person_pane import PersonPane
from orchestrator_desktop.ui.settings.person_rows import PeopleDelegate


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
        self._rows = PeopleDelegate(self._services, self)
        self.model = NamedModel[Person](self._rows.spoken, self)
        self.pane = PersonPane(self._services)
        self._list = NamedList(self._services, self.model, self._rows, self.pane, self.pane.show_person)
        self.list_view = self._list.view
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._list)

    def _connect(self) -> None:
        self._list.adding.connect(self.add)
        self.pane.removed.connect(self._list.split.close_detail)

    def read(self) -> None:
        """Read the people anew; the chosen one stays chosen."""
        self._rows.out = out_by_person(self._services.store)
        self._list.show_rows(delegates.people(self._services.store))

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
        self._list.select(PersonId(changes.first(Kind.PERSON)))
        self._list.split.open_detail()
        self.pane.focus_name()

    def flush(self) -> None:
        self.pane.flush()

    def _retranslate(self) -> None:
        self._list.say(
            self.tr("People"), self.tr("People get tasks as a letter that you send. Nothing is sent by itself.")
        )

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)
