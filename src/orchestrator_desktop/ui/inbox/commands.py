"""What the keys of a list do with the tasks chosen in it."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Future
from functools import partial

from PySide6.QtCore import QCoreApplication, QObject, Signal

from orchestrator_desktop.domain.changes import Changes
from orchestrator_desktop.domain.errors import QT_TRANSLATE_NOOP
from orchestrator_desktop.domain.ids import TaskId
from orchestrator_desktop.domain.task import Level, Stage
from orchestrator_desktop.operations import family, stages, timing
from orchestrator_desktop.operations import tasks as acts
from orchestrator_desktop.operations.repeating import skip
from orchestrator_desktop.store import tasks
from orchestrator_desktop.store.places import Order
from orchestrator_desktop.ui.delegation.person_acts import PersonActs
from orchestrator_desktop.ui.inbox.answers import Answers
from orchestrator_desktop.ui.inbox.asker import TASKS, Wanted
from orchestrator_desktop.ui.inbox.body import ListBody
from orchestrator_desktop.ui.inbox.head import ListHead
from orchestrator_desktop.ui.services import Services

Words = Callable[[int], str]
LISTS = QT_TRANSLATE_NOOP("shortcuts", "Lists")
LEVELS = {
    Level.AI_ALONE: QT_TRANSLATE_NOOP("shortcuts", "Level 1: AI alone"),
    Level.YOU_AND_AI: QT_TRANSLATE_NOOP("shortcuts", "Level 2: you and AI"),
    Level.YOU_ONLY: QT_TRANSLATE_NOOP("shortcuts", "Level 3: you only"),
}
ASKED = {
    Wanted.DUE: ("T", QT_TRANSLATE_NOOP("shortcuts", "Set a date")),
    Wanted.DEFER: ("S", QT_TRANSLATE_NOOP("shortcuts", "Defer: not before")),
    Wanted.DEADLINE: ("E", QT_TRANSLATE_NOOP("shortcuts", "Set a deadline")),
    Wanted.DOMAIN: ("M", QT_TRANSLATE_NOOP("shortcuts", "Move to a domain")),
    Wanted.TAGS: ("+", QT_TRANSLATE_NOOP("shortcuts", "Tag")),
    Wanted.PRIORITY: ("I", QT_TRANSLATE_NOOP("shortcuts", "Set a priority")),
    Wanted.ESTIMATE: ("H", QT_TRANSLATE_NOOP("shortcuts", "Estimate")),
    Wanted.WHOLE: ("U", QT_TRANSLATE_NOOP("shortcuts", "Make part of a task")),
    Wanted.NEEDS: ("W", QT_TRANSLATE_NOOP("shortcuts", "Say what it needs first")),
    Wanted.FOLLOW_UP: ("F", QT_TRANSLATE_NOOP("shortcuts", "Change the follow-up")),
}
"""What the line asks for, its key, and what that is called."""


class ListCommands(QObject):
    """Acts for one task or many, and what is done with those that people have.

    `leaving(ids)` before tasks go elsewhere."""

    leaving = Signal(object)

    def __init__(self, services: Services, body: ListBody, head: ListHead) -> None:
        super().__init__(body)
        self._services = services
        self._body = body
        self._head = head
        self._people = PersonActs(services, body)
        self._answers = Answers(services)
        self._asked_for: list[TaskId] = []
        head.answered.connect(self._answered)
        head.asker.textEdited.connect(self._suggest)
        self._bind()

    def _bind(self) -> None:
        keys = self._services.shortcuts
        for taken, name in (
            (("Down", "J"), QT_TRANSLATE_NOOP("shortcuts", "Next")),
            (("Up", "K"), QT_TRANSLATE_NOOP("shortcuts", "Previous")),
            (("Return",), QT_TRANSLATE_NOOP("shortcuts", "Open")),
            (("Space",), QT_TRANSLATE_NOOP("shortcuts", "Select")),
        ):
            keys.reserve(self._body, taken, where=LISTS, name=name)
        for level, name in LEVELS.items():
            keys.bind(self._body, [str(int(level))], partial(self.set_level, level), where=LISTS, name=name)
        for wanted, (key, name) in ASKED.items():
            keys.bind(self._body, [key], partial(self.ask, wanted), where=LISTS, name=name)
        for key, act, name in (
            ("Y", self.choose_for_today, QT_TRANSLATE_NOOP("shortcuts", "Choose for today, or put back")),
            ("X", self.toggle_timer, QT_TRANSLATE_NOOP("shortcuts", "Start or stop the timer")),
            ("C", self.complete, QT_TRANSLATE_NOOP("shortcuts", "Complete, or reopen")),
            ("Del", self.drop, QT_TRANSLATE_NOOP("shortcuts", "Drop")),
            ("A", self._for_one(self._people.receive), QT_TRANSLATE_NOOP("shortcuts", "A person answered")),
            ("R", self._for_one(self._people.remind), QT_TRANSLATE_NOOP("shortcuts", "Remind a person")),
            ("L", self._for_one(self._people.show_letter), QT_TRANSLATE_NOOP("shortcuts", "The letter to a person")),
        ):
            keys.bind(self._body, [key], act, where=LISTS, name=name)
        for key, step, name in (
            ("Alt+Up", -1, QT_TRANSLATE_NOOP("shortcuts", "Move up in my order")),
            ("Alt+Down", 1, QT_TRANSLATE_NOOP("shortcuts", "Move down in my order")),
        ):
            keys.bind(self._body, [key], partial(self.move, step), where=LISTS, name=name, repeat=True)
        skipping = QT_TRANSLATE_NOOP("shortcuts", "Skip this time of a task that repeats")
        keys.offer(self._body, self._for_one(self._skip), where=LISTS, name=skipping, icon="arrow-right")

    def set_level(self, level: Level, task_ids: list[TaskId] | None = None) -> None:
        """The user's decision, for all that are chosen or those given."""
        chosen = self._body.chosen if task_ids is None else task_ids
        if chosen:
            self._services.acts.run(acts.edit_all, task_ids=chosen, level=level)

    def ask(self, wanted: Wanted, task_ids: list[TaskId] | None = None) -> None:
        """Open the line for what is wanted; the answer is for what is chosen now, or for `task_ids`."""
        self._asked_for = self._body.chosen if task_ids is None else task_ids
        if self._asked_for:
            names, text = self._answers.names(wanted, self._asked_for)
            self._head.ask(wanted, names, text)

    def _suggest(self, words: str) -> None:
        if self._head.asker.wanted in TASKS:
            self._head.asker.suggest(self._answers.suggest(words, self._asked_for))

    def _answered(self, wanted: Wanted, words: str) -> None:
        if wanted is not Wanted.FILTER:
            self._answers.take(wanted, words, self._asked_for)

    def _for_one(self, act: Callable[[TaskId], object]) -> Callable[[], None]:
        """`act` for the current task, where there is one."""

        def run() -> None:
            if self._body.current is not None:
                act(self._body.current)

        return run

    def choose_for_today(self, task_ids: list[TaskId] | None = None) -> None:
        """Put them into Today by hand; where all are there so already, back."""
        chosen = self._body.chosen if task_ids is None else task_ids
        found = tasks.some(self._services.store, chosen[: tasks.PAGE])
        if not found:
            return
        all_there = task_ids is None and all(task.chosen_on is not None for task in found.values())
        day = None if all_there else self._services.today()
        future = self._services.acts.run(acts.edit_all, task_ids=chosen, chosen_on=day)
        words = self.tr("Put back.") if all_there else self.tr("Chosen for today.")
        self._services.acts.say_done(future, words)

    def toggle_timer(self) -> None:
        """Count the time of the current task from now on, or stop."""
        current = self._body.current
        task = None if current is None else tasks.get(self._services.store, current)
        if task is not None and task.timer_since is not None:
            self._services.acts.run(timing.stop_timer, task_id=task.id)
        elif task is not None:
            self._services.acts.run(timing.start_timer, task_id=task.id)

    def _skip(self, task_id: TaskId) -> None:
        self._services.acts.say_done(self._services.acts.run(skip, task_id=task_id), self.tr("Skipped."))

    def move(self, step: int) -> None:
        """One row up or down in "My order", all that are chosen together."""
        view = self._body.active
        chosen = view.chosen
        rows = [row for task_id in chosen if (row := view.tasks.row_of(task_id)) is not None]
        if not rows:
            return
        if view.tasks.query.place.order is not Order.MINE or not view.tasks.query.place.arranged:
            self._services.acts.said.emit(self.tr("Tasks are moved by hand in “My order”: choose it above."), None)
            return
        gap = min(rows) - 1 if step < 0 else max(rows) + 2
        if 0 <= gap <= view.tasks.rowCount():
            self.arrange(chosen, *view.neighbours(gap, chosen))

    def arrange(self, ids: list[TaskId], above: TaskId | None, below: TaskId | None) -> None:
        """Put tasks between two neighbours."""
        self._services.acts.run(family.arrange, task_ids=ids, after=above, before=below)

    def set_stage(self, ids: list[TaskId], stage: Stage) -> None:
        """Take tasks to another column of a board."""
        self._services.acts.run(stages.set_stage, task_ids=ids, stage=stage)

    def complete(self) -> None:
        """Done by hand; among finished tasks only, back to the planned ones."""
        chosen = self._body.chosen
        found = tasks.some(self._services.store, chosen[: tasks.PAGE])
        still_open = [task_id for task_id, task in found.items() if task.stage.open]
        if still_open:
            self.complete_all(still_open)
        elif chosen:
            words = QCoreApplication.translate("TaskActs", "Back in the inbox.")
            self._leave(chosen, self._services.acts.run(stages.reopen_all, task_ids=chosen), lambda _number: words)

    def complete_all(self, ids: list[TaskId]) -> None:
        self._leave(ids, self._services.acts.run(stages.complete_all, task_ids=ids), self._done_words)

    def drop(self) -> None:
        """Given up; they stay in the trash for a while."""
        chosen = self._body.chosen
        if chosen:
            self._leave(chosen, self._services.acts.run(stages.drop, task_ids=chosen), self._dropped_words)

    def _leave(self, ids: list[TaskId], future: Future[Changes], words: Words) -> None:
        self.leaving.emit(ids)
        self._services.acts.say_done(future, words(len(ids)))

    def _done_words(self, number: int) -> str:
        return self.tr("Done.") if number == 1 else self.tr("%n tasks done.", "", number)

    def _dropped_words(self, number: int) -> str:
        return self.tr("Dropped.") if number == 1 else self.tr("%n tasks dropped.", "", number)
