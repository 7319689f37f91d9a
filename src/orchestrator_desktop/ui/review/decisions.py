"""Decisions on a result as they are written: one at a time, each said with Undo beside it."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Future

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from orchestrator_desktop.domain.changes import Changes, Kind
from orchestrator_desktop.domain.delegation import Delegation, Result
from orchestrator_desktop.domain.ids import DelegationId
from orchestrator_desktop.operations import reviews
from orchestrator_desktop.store import delegations
from orchestrator_desktop.ui.delegation.person_acts import PersonActs
from orchestrator_desktop.ui.review.asking import Asked, Wish
from orchestrator_desktop.ui.review.case import Case
from orchestrator_desktop.ui.services import Services

ORIGIN = "review"
"""Whose changes the page hears from `done`, not from the bridge."""

NAMES = frozenset({"Accept", "Ask for revision", "Escalate", "Keep for myself", "Reject"})
"""Names of the acts that take a task out of review."""

Done = Callable[[], None]


class Decisions(QObject):
    """Each act calls `done` once it is written; what could not be is said, and nothing is called."""

    def __init__(self, services: Services, parent: QWidget) -> None:
        super().__init__(parent)
        self._services = services
        self._with_person = PersonActs(services, parent)
        self._busy = False

    @property
    def busy(self) -> bool:
        """A decision is on its way to the disk: the next has to wait."""
        return self._busy

    def delegation(self, case: Case) -> Delegation:
        """What the newest version came from: revisions and escalations go on from there."""
        delegation = delegations.delegation(self._services.store, case.newest.delegation_id)
        assert delegation is not None  # a foreign key holds it
        return delegation

    def accept(self, case: Case, version: Result, done: Done) -> None:
        run = self._services.acts.run_from
        future = run(ORIGIN, reviews.accept, task_id=case.task.id, result_id=version.id)
        self._follow(future, self.tr("Accepted."), done)

    def edit(self, case: Case, text: str, done: Done) -> None:
        future = self._services.acts.run_from(ORIGIN, reviews.edit, task_id=case.task.id, text=text)
        self._follow(future, self.tr("Kept as v%1.").replace("%1", str(case.newest.version + 1)), done)

    def keep_for_myself(self, case: Case, done: Done) -> None:
        future = self._services.acts.run_from(ORIGIN, reviews.keep_for_myself, task_id=case.task.id)
        self._follow(future, self.tr("Yours now, level 3. The task is in the inbox."), done)

    def send(self, case: Case, asked: Asked, done: Done) -> None:
        """The decisions that go with a line."""
        future, words = self._sent(case, asked)
        self._follow(future, words, done)
        self._services.acts.then(future, self._tell_person)

    def _sent(self, case: Case, asked: Asked) -> tuple[Future[Changes], str]:
        run, task_id, line = self._services.acts.run_from, case.task.id, asked.line
        if asked.wish is Wish.REJECT:
            future = run(ORIGIN, reviews.reject, task_id=task_id, reason=line)
            return future, self.tr("Rejected. The task is in the inbox.")
        if asked.wish is Wish.REVISE:
            future = run(ORIGIN, reviews.revise, task_id=task_id, comment=line)
            return future, self.tr("Revision asked of %1.").replace("%1", self.delegation(case).delegate)
        if asked.specialist is not None:
            who = asked.specialist
            future = run(ORIGIN, reviews.escalate_to_specialist, task_id=task_id, specialist_id=who.id, comment=line)
            return future, self.tr("Handed to %1.").replace("%1", who.name)
        future = run(ORIGIN, reviews.escalate_to_person, task_id=task_id, name=line)
        return future, self.tr("With %1. Nothing was sent by itself.").replace("%1", line)

    def _tell_person(self, changes: Changes) -> None:
        """What went to a person is a letter now, which the user hands on; a specialist needs none."""
        made = changes.of(Kind.DELEGATION)
        if made:
            self._with_person.handed_over(DelegationId(made[-1]), changes.step)

    def _follow(self, future: Future[Changes], words: str, done: Done) -> None:
        def free(_outcome: object) -> None:
            self._busy = False

        self._busy = True
        self._services.acts.say_done(future, words)
        self._services.acts.then(future, free, free)
        self._services.acts.then(future, lambda _changes: done())
