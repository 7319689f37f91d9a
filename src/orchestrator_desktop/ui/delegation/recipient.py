"""Who gets a task: a specialist of the list, or a person by name."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from orchestrator_desktop.domain.delegate import Specialist
from orchestrator_desktop.domain.ids import TaskId
from orchestrator_desktop.domain.task import Level, Task
from orchestrator_desktop.operations.delegations import default_specialist
from orchestrator_desktop.store import delegates
from orchestrator_desktop.ui.delegation.person import PersonFields
from orchestrator_desktop.ui.delegation.recipients import RecipientsModel
from orchestrator_desktop.ui.delegation.telling import level_3_words
from orchestrator_desktop.ui.names import provider_name
from orchestrator_desktop.ui.services import Services
from orchestrator_desktop.ui.widgets.combo import ComboBox
from orchestrator_desktop.ui.widgets.segmented import Segment, Segmented

SPECIALIST, PERSON = "specialist", "person"


class Recipient(QWidget):
    """`changed` at every change of the choice, `settled(name)` when the user has made one that is worth keeping."""

    changed = Signal()
    settled = Signal(str)

    def __init__(self, services: Services, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._services = services
        self._shown: tuple[TaskId, int | None, int | None] | None = None
        self._picked = SPECIALIST
        self._only_people = False
        self._build()
        self._connect()
        self._retranslate()

    def _build(self) -> None:
        theme = self._services.theme
        self._who = Segmented(theme, [])
        self._specialists = RecipientsModel(self._detail, self)
        self._specialist = ComboBox(theme, self._specialists)
        self.people = PersonFields(self._services)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self._who)
        column.addWidget(self._specialist)
        column.addWidget(self.people)

    def _connect(self) -> None:
        self._who.chosen.connect(self._choose)
        self._specialist.activated.connect(self._specialist_chosen)
        self.people.changed.connect(self.changed)
        self.people.settled.connect(self._person_written)

    @property
    def to_person(self) -> bool:
        return self._picked == PERSON or self._only_people

    @property
    def specialist(self) -> Specialist | None:
        """The specialist chosen; None while it goes to a person, and where there is none."""
        who = None if self.to_person else self._specialists.at(self._specialist.currentIndex())
        return who if isinstance(who, Specialist) else None

    @property
    def person(self) -> str:
        """The person's name as written, empty while it goes to a specialist."""
        return self.people.text if self.to_person else ""

    def show_task(self, task: Task) -> None:
        """Show who is meant to do `task`. A choice that is not the task's yet stays while it is the same task."""
        seen = (task.id, task.specialist_id, task.person_id)
        fresh, self._shown = seen != self._shown, seen
        before = self._specialists.at(self._specialist.currentIndex())
        self._specialists.set_rows(delegates.specialists(self._services.store))
        self.people.show_task(task, fresh=fresh)
        if fresh:
            self._picked = PERSON if task.person_id is not None else SPECIALIST
            before = default_specialist(self._services.store, task)
        self._specialist.setCurrentIndex(self._specialists.row_of(None if before is None else before.id))
        self._only_people = task.level is Level.YOU_ONLY
        self._who.set_segment_enabled(SPECIALIST, not self._only_people, level_3_words())
        self._show_choice()

    def write_person(self) -> None:
        """Let the user name a person."""
        self._pick(PERSON)
        self.people.name.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _choose(self, who: object) -> None:
        """A person needs a name next."""
        if str(who) == PERSON:
            self.write_person()
        else:
            self._pick(who)

    def _pick(self, who: object) -> None:
        self._picked = str(who)
        self._show_choice()
        self.changed.emit()

    def _show_choice(self) -> None:
        self._who.set_value(PERSON if self.to_person else SPECIALIST)
        self.people.setVisible(self.to_person)
        self._specialist.setVisible(not self.to_person)

    def _specialist_chosen(self) -> None:
        who = self.specialist
        self.changed.emit()
        if who is not None:
            self.settled.emit(who.name)

    def _person_written(self, name: str) -> None:
        if self.to_person:
            self.settled.emit(name)

    def _detail(self, who: object) -> str:
        """The model and the provider: "test-7b · Ollama"."""
        if not isinstance(who, Specialist):
            return ""
        provider = delegates.provider(self._services.store, who.provider_id)
        model = who.model or (provider.model if provider else "")
        name = model.replace("\\", "/").rpartition("/")[2]
        return " · ".join(
            part for part in (name, provider_name(who.provider) if who.provider != who.name else "") if part
        )

    def _retranslate(self) -> None:
        self._specialist.setAccessibleName(self.tr("Specialist"))
        self._specialist.setPlaceholderText(self.tr("No specialist yet"))
        specialist = Segment(SPECIALIST, self.tr("Specialist"), icon="robot")
        self._who.set_segments([specialist, Segment(PERSON, self.tr("Person"), icon="person")])
        self._who.set_segment_enabled(SPECIALIST, not self._only_people, level_3_words())
        self._show_choice()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)
