"""The person who gets a task: name, e-mail address, language, and by which day they are asked."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QEvent, QStringListModel, Qt, Signal
from PySide6.QtWidgets import QCompleter, QHBoxLayout, QVBoxLayout, QWidget

from orchestrator_desktop.domain.delegate import Person
from orchestrator_desktop.domain.errors import UsageError
from orchestrator_desktop.domain.follow_up import default_follow_up
from orchestrator_desktop.domain.ids import TaskId
from orchestrator_desktop.domain.letter_words import Language
from orchestrator_desktop.domain.mailto import clean_address
from orchestrator_desktop.domain.task import Task
from orchestrator_desktop.domain.text import same_name
from orchestrator_desktop.operations.people import know_person, set_follow_ups
from orchestrator_desktop.store import delegates
from orchestrator_desktop.ui.delegation.person_day import DayField
from orchestrator_desktop.ui.languages import NAMES
from orchestrator_desktop.ui.services import Services
from orchestrator_desktop.ui.widgets.button import IconButton
from orchestrator_desktop.ui.widgets.layout import FlowLayout
from orchestrator_desktop.ui.widgets.segmented import Segment, Segmented
from orchestrator_desktop.ui.widgets.text_edit import LineField


class PersonFields(QWidget):
    """`changed` at every key in the name, `settled(name)` once it is worth keeping. What is known of a person of that
    name is shown; address and language are kept with the person as they are changed."""

    changed = Signal()
    settled = Signal(str)

    def __init__(self, services: Services, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._services = services
        self._people: dict[str, Person] = {}
        self._known: Person | None = None
        self._shown = ""
        """Whose address is shown: a name as names are compared."""
        self._task: Task | None = None
        self._day_of: TaskId | None = None
        """The task whose day the user has chosen."""
        self._build()
        self._connect()
        self._retranslate()

    def _build(self) -> None:
        theme = self._services.theme
        self._names = QStringListModel(self)
        self.name = LineField(theme)
        completer = QCompleter(self._names, self)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        self.name.setCompleter(completer)
        self._completer = completer
        self._all = IconButton(theme, "chevrons-updown", "", size=14)
        self.address = LineField(theme)
        self.language = Segmented(theme, [Segment(code, NAMES[code]) for code in Language], small=True)
        self.day = DayField(self._services)
        names = QHBoxLayout()
        names.setSpacing(4)
        names.addWidget(self.name, 1)
        names.addWidget(self._all)
        more = QWidget()
        flow = FlowLayout(more, gap=12)
        flow.addWidget(self.language)
        flow.addWidget(self.day)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(names)
        column.addWidget(self.address)
        column.addWidget(more)

    def _connect(self) -> None:
        self.name.textChanged.connect(self._name_changed)
        self.name.editingFinished.connect(self._name_written)
        self._all.clicked.connect(self._offer_all)
        self.address.editingFinished.connect(self._keep_address)
        self.language.chosen.connect(self._keep_language)
        self.day.chosen.connect(self._day_chosen)

    @property
    def text(self) -> str:
        """The name as written."""
        return self.name.text().strip()

    @property
    def written_language(self) -> Language:
        """What the letter is written in."""
        chosen = self.language.value()
        return Language.of(str(chosen or ""), self._services.languages.code)

    def show_task(self, task: Task, *, fresh: bool) -> None:
        """Show who is meant to do `task`, and by when; with `fresh` what was typed for another is forgotten."""
        self._task = task
        self._read_people()
        if fresh:
            self.name.setText((task.delegate or "") if task.person_id is not None else "")
        self.name.setReadOnly(task.waiting is not None)
        self._all.setVisible(bool(self._people) and task.waiting is None)
        self._show_known()
        if task.waiting is not None:
            self.day.set_day(task.waiting.follow_up)
        elif self._day_of != task.id:
            self.day.set_day(default_follow_up(task.due, self._services.today()))

    def follow_up(self) -> date | None:
        """The day on which the answer will be looked for."""
        return self.day.day

    def keep(self) -> bool:
        """Keep what is written before the task is handed over; False where something cannot be, which is said."""
        try:
            clean_address(self.address.text())
        except UsageError as error:
            self._services.acts.report(error)
            self.address.setFocus(Qt.FocusReason.OtherFocusReason)
            return False
        self._keep_address()
        return self.day.take()

    def _read_people(self) -> None:
        people = delegates.people(self._services.store)
        self._people = {same_name(person.name): person for person in people}
        names = [person.name for person in people]
        if names != self._names.stringList():
            self._names.setStringList(names)

    def _show_known(self) -> None:
        """What is known of whoever is named; an address being written stays."""
        name = same_name(self.text)
        known = self._people.get(name)
        if name != self._shown or (known is not None and not self.address.hasFocus()):
            self.address.setText(known.address if known else "")
        self._known, self._shown = known, name
        self.language.set_value(Language.of(known.language if known else "", self._services.languages.code))

    def _name_changed(self) -> None:
        self._show_known()
        self.changed.emit()

    def _name_written(self) -> None:
        if self.text and not self.name.isReadOnly():
            self.settled.emit(self.text)

    def _offer_all(self) -> None:
        """All who are known, below the name."""
        self.name.setFocus(Qt.FocusReason.OtherFocusReason)
        self._completer.setCompletionPrefix("")
        self._completer.complete()

    def _keep_address(self) -> None:
        address = self.address.text().strip()
        if self.text and address != (self._known.address if self._known else ""):
            self._services.acts.run(know_person, name=self.text, address=address)

    def _keep_language(self, code: object) -> None:
        if self.text:
            self._services.acts.run(know_person, name=self.text, language=str(code))

    def _day_chosen(self, day: date | None) -> None:
        task = self._task
        if task is not None and task.waiting is not None:
            self._services.acts.run(set_follow_ups, task_ids=[task.id], day=day)
        elif task is not None:
            self._day_of = task.id

    def _retranslate(self) -> None:
        self.name.setAccessibleName(self.tr("Person"))
        self.name.setPlaceholderText(self.tr("Name of a person"))
        self._all.set_text(self.tr("Show everybody"))
        self.address.setAccessibleName(self.tr("E-mail address"))
        self.address.setPlaceholderText(self.tr("E-mail address, if you like"))
        self.language.setAccessibleName(self.tr("Language of the letter"))
        self._show_known()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)
