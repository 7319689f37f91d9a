"""What can be done with a task from its panel: the button, and the menu beside it."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Future

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from orchestrator_desktop.domain.changes import Changes, Kind
from orchestrator_desktop.domain.ids import DelegationId
from orchestrator_desktop.domain.task import Stage, Task
from orchestrator_desktop.operations import delegations, stages
from orchestrator_desktop.ui.delegation.person_acts import PersonActs
from orchestrator_desktop.ui.delegation.recipient import Recipient
from orchestrator_desktop.ui.navigator import Screen
from orchestrator_desktop.ui.services import Services
from orchestrator_desktop.ui.widgets.popup_menu import MenuItem, PopupMenu


class TaskActs(QObject):
    """Runs the acts and says what was done. `leaving(TaskId)` before a task goes to another list."""

    leaving = Signal(object)
    asked = Signal(str)

    def __init__(self, services: Services, panel: QWidget, recipient: Recipient) -> None:
        super().__init__(panel)
        self._services = services
        self._panel = panel
        self._recipient = recipient
        self._with_person = PersonActs(services, panel)
        self._menu: PopupMenu | None = None
        self._menu_task: Task | None = None

    def go_on(self, task: Task, person: str) -> None:
        """The next thing to do with the task at its stage; `person` gets an open one. For specialists see `Sending`."""
        if task.stage in (Stage.INBOX, Stage.PLANNED):
            if person and self._recipient.people.keep():
                self._to_person(task, person)
        elif task.stage is Stage.DELEGATED and task.with_person:
            self._with_person.receive(task.id)
        elif task.stage is Stage.DELEGATED:
            self._services.navigator.go(Screen.DELEGATED, task_id=task.id)
        elif task.stage is Stage.IN_REVIEW:
            self._services.navigator.go(Screen.REVIEW, task_id=task.id)
        else:
            self.reopen(task)

    def _to_person(self, task: Task, name: str) -> None:
        """Hand over, then ask how it reaches them; that is where Undo is offered."""
        day = self._recipient.people.follow_up()
        future = self._services.acts.run(delegations.delegate_to_person, task_id=task.id, name=name, follow_up=day)
        self.leaving.emit(task.id)
        self._services.acts.then(
            future,
            lambda changes: self._with_person.handed_over(DelegationId(changes.of(Kind.DELEGATION)[-1]), changes.step),
        )

    def complete(self, task: Task) -> None:
        self._leave(task, self._services.acts.run(stages.complete, task_id=task.id), self.tr("Done."))

    def drop(self, task: Task) -> None:
        self._leave(task, self._services.acts.run(stages.drop, task_ids=[task.id]), self.tr("Dropped."))

    def reopen(self, task: Task) -> None:
        self._leave(task, self._services.acts.run(stages.reopen, task_id=task.id), self.tr("Back in the inbox."))

    def take_back(self, task: Task) -> None:
        self._leave(task, self._services.acts.run(delegations.take_back, task_id=task.id), self.tr("Back with you."))

    def _leave(self, task: Task, future: Future[Changes], words: str) -> None:
        self.leaving.emit(task.id)
        self._services.acts.say_done(future, words)

    def open_menu(self, task: Task, button: QWidget) -> None:
        """The menu of what can be done with `task`."""
        if self._menu is None:  # not earlier: the panel is in no window while it is built
            self._menu = PopupMenu(self._services.theme, self._panel.window())
            self._menu.chosen.connect(self._chosen)
        self._menu_task = task
        self._menu.set_items(self._items(task))
        self._menu.open_for(button)

    def _items(self, task: Task) -> list[MenuItem]:
        if not task.stage.open:
            return [MenuItem("reopen", self.tr("Reopen"), icon="undo", key="C")]
        items = [
            MenuItem("complete", self.tr("Complete"), icon="check", key="C"),
            MenuItem("due", self.tr("Set a date"), icon="calendar", key="T"),
            MenuItem("domain", self.tr("Move to a domain"), icon="hash", key="M"),
            MenuItem("drop", self.tr("Drop"), icon="trash"),
        ]
        if task.with_person:
            items[:0] = self._person_items()
        if task.stage is Stage.DELEGATED:
            items.insert(0, MenuItem("take_back", self.tr("Take back"), icon="reply"))
        return items

    def _person_items(self) -> list[MenuItem]:
        return [
            MenuItem("receive", self.tr("They answered"), icon="tray", key="A"),
            MenuItem("remind", self.tr("Remind"), icon="bell", key="R"),
            MenuItem("follow_up", self.tr("Answer by…"), icon="clock", key="F"),
            MenuItem("letter", self.tr("The letter to them"), icon="mail", key="L"),
        ]

    def _chosen(self, value: object) -> None:
        task = self._menu_task
        if task is None:
            return
        acts: dict[object, Callable[[Task], object]] = {
            "complete": self.complete,
            "drop": self.drop,
            "reopen": self.reopen,
            "take_back": self.take_back,
            "receive": lambda task: self._with_person.receive(task.id),
            "remind": lambda task: self._with_person.remind(task.id),
            "letter": lambda task: self._with_person.show_letter(task.id),
            "follow_up": lambda _task: self._recipient.people.day.write(),
        }
        if value in acts:
            acts[value](task)
        else:
            self.asked.emit(str(value))
