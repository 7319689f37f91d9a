"""What the keys of a list do with the tasks chosen in it."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Future
from functools import partial

from PySide6.QtCore import QCoreApplication, QObject, Signal

from orchestrator_desktop.domain.changes import Changes
from orchestrator_desktop.domain.errors import QT_TRANSLATE_NOOP
from orchestrator_desktop.domain.follow_up import day_of
from orchestrator_desktop.domain.ids import TaskId
from orchestrator_desktop.domain.task import Level
from orchestrator_desktop.operations import stages
from orchestrator_desktop.operations import tasks as acts
from orchestrator_desktop.operations.people import set_follow_ups
from orchestrator_desktop.store import delegates, tasks
from orchestrator_desktop.ui.delegation.dates import read_date
from orchestrator_desktop.ui.delegation.person_acts import PersonActs
from orchestrator_desktop.ui.inbox.head import ListHead, Wanted
from orchestrator_desktop.ui.inbox.tasks_view import TasksView
from orchestrator_desktop.ui.services import Services

Words = Callable[[int], str]
LISTS = QT_TRANSLATE_NOOP("shortcuts", "Lists")
_LEVELS = {
    Level.AI_ALONE: QT_TRANSLATE_NOOP("shortcuts", "Level 1: AI alone"),
    Level.YOU_AND_AI: QT_TRANSLATE_NOOP("shortcuts", "Level 2: you and AI"),
    Level.YOU_ONLY: QT_TRANSLATE_NOOP("shortcuts", "Level 3: you only"),
}


class ListCommands(QObject):
    """Level, date, domain, complete and drop for one task or many, and what is done with those that people have.

    `leaving(ids)` before tasks go elsewhere."""

    leaving = Signal(object)

    def __init__(self, services: Services, view: TasksView, head: ListHead) -> None:
        super().__init__(view)
        self._services = services
        self._view = view
        self._head = head
        self._people = PersonActs(services, view)
        self._asked_for: list[TaskId] = []
        head.answered.connect(self._answered)
        self._bind()

    def _bind(self) -> None:
        keys = self._services.shortcuts
        for level, name in _LEVELS.items():
            keys.bind(self._view, [str(int(level))], partial(self.set_level, level), where=LISTS, name=name)
        for key, act, name in (
            ("T", partial(self.ask, Wanted.DUE), QT_TRANSLATE_NOOP("shortcuts", "Set a date")),
            ("M", partial(self.ask, Wanted.DOMAIN), QT_TRANSLATE_NOOP("shortcuts", "Move to a domain")),
            ("C", self.complete, QT_TRANSLATE_NOOP("shortcuts", "Complete, or reopen")),
            ("Del", self.drop, QT_TRANSLATE_NOOP("shortcuts", "Drop")),
            ("A", self._for_one(self._people.receive), QT_TRANSLATE_NOOP("shortcuts", "A person answered")),
            ("R", self._for_one(self._people.remind), QT_TRANSLATE_NOOP("shortcuts", "Remind a person")),
            ("L", self._for_one(self._people.show_letter), QT_TRANSLATE_NOOP("shortcuts", "The letter to a person")),
            ("F", partial(self.ask, Wanted.FOLLOW_UP), QT_TRANSLATE_NOOP("shortcuts", "Change the follow-up")),
        ):
            keys.bind(self._view, [key], act, where=LISTS, name=name)

    def set_level(self, level: Level) -> None:
        """The user's decision, for all that are chosen."""
        chosen = self._view.chosen
        if chosen:
            self._services.acts.run(acts.edit_all, task_ids=chosen, level=level)

    def ask(self, wanted: Wanted, task_ids: list[TaskId] | None = None) -> None:
        """Open the line for what is wanted; the answer is for what is chosen now, or for `task_ids`."""
        self._asked_for = self._view.chosen if task_ids is None else task_ids
        if self._asked_for:
            names = [row.name for row in delegates.domains(self._services.store)]
            self._head.ask(wanted, names if wanted is Wanted.DOMAIN else [])

    def _answered(self, wanted: Wanted, words: str) -> None:
        ids = self._asked_for
        if wanted is Wanted.DOMAIN:
            self._services.acts.run(acts.edit_all, task_ids=ids, domain=words or None)
            return
        due = read_date(self._services, words)
        if due is None and words:
            return
        if wanted is Wanted.FOLLOW_UP:
            self._services.acts.run(set_follow_ups, task_ids=ids, day=day_of(due))
        else:
            self._services.acts.run(acts.edit_all, task_ids=ids, due=due)

    def _for_one(self, act: Callable[[TaskId], object]) -> Callable[[], None]:
        """`act` for the current task, where there is one."""

        def run() -> None:
            if self._view.current is not None:
                act(self._view.current)

        return run

    def complete(self) -> None:
        """Done by hand; among finished tasks only, back to the inbox."""
        chosen = self._view.chosen
        found = tasks.some(self._services.store, chosen[: tasks.PAGE])
        still_open = [task_id for task_id, task in found.items() if task.stage.open]
        if still_open:
            self._leave(still_open, self._services.acts.run(stages.complete_all, task_ids=still_open), self._done_words)
        elif len(chosen) == 1:
            words = QCoreApplication.translate("TaskActs", "Back in the inbox.")
            self._leave(chosen, self._services.acts.run(stages.reopen, task_id=chosen[0]), lambda _number: words)

    def drop(self) -> None:
        """Given up; they stay in Done, marked."""
        chosen = self._view.chosen
        if chosen:
            self._leave(chosen, self._services.acts.run(stages.drop, task_ids=chosen), self._dropped_words)

    def _leave(self, ids: list[TaskId], future: Future[Changes], words: Words) -> None:
        self.leaving.emit(ids)
        self._services.acts.say_done(future, words(len(ids)))

    def _done_words(self, number: int) -> str:
        return self.tr("Done.") if number == 1 else self.tr("%n tasks done.", "", number)

    def _dropped_words(self, number: int) -> str:
        return self.tr("Dropped.") if number == 1 else self.tr("%n tasks dropped.", "", number)
