"""Handing a task to a specialist: the text is shown first where the user wants that; no limit is exceeded unasked."""

from __future__ import annotations

from functools import partial
from typing import Final

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from orchestrator_desktop.domain.changes import Changes
from orchestrator_desktop.domain.delegate import Specialist
from orchestrator_desktop.domain.ids import TaskId
from orchestrator_desktop.domain.messages import Message
from orchestrator_desktop.domain.money import BudgetKind
from orchestrator_desktop.domain.task import Task
from orchestrator_desktop.engine.weighing import weigh
from orchestrator_desktop.operations import delegations
from orchestrator_desktop.operations.weighing import Weight, delegate_tomorrow, delegate_weighed, local_specialist
from orchestrator_desktop.store import days, delegates
from orchestrator_desktop.store.spending import WHEN_SPENT
from orchestrator_desktop.store.store import Store
from orchestrator_desktop.ui.delegation.budget import BudgetBar, Instead, limit_words
from orchestrator_desktop.ui.delegation.preview import Preview
from orchestrator_desktop.ui.names import provider_name
from orchestrator_desktop.ui.services import Services

PREVIEW_FIRST: Final = "privacy.preview_first"
"""Setting: what leaves the computer is shown before every send."""


def shown_first(store: Store, specialist: Specialist) -> bool:
    """Whether the user wants to see what the specialist would get before it leaves."""
    provider = delegates.provider(store, specialist.provider_id)
    return provider is not None and provider.leaves_computer and bool(days.setting(store, PREVIEW_FIRST, False))


class Sending(QObject):
    """`leaving(TaskId)` before a task goes to another list; `local(name)`: who is to get it instead, for nothing.

    `bar` asks where a limit is in the way; the panel gives it its place."""

    leaving = Signal(object)
    local = Signal(str)

    def __init__(self, services: Services, panel: QWidget) -> None:
        super().__init__(panel)
        self._services = services
        self._panel = panel
        self._task: TaskId | None = None
        self._asked: Weight | None = None
        self._shown: tuple[Message, ...] | None = None
        self.bar = BudgetBar(services.theme)
        self.bar.chosen.connect(self._decided)

    def send(self, task: Task, specialist: Specialist) -> None:
        """Hand over. What was typed is saved before."""
        self.leave()
        self._task = task.id
        if shown_first(self._services.store, specialist):
            self.preview(task, specialist, sends=True)
        else:
            self._hand_over(task, specialist)

    def preview(self, task: Task, specialist: Specialist, *, sends: bool = False, note: str = "") -> None:
        """Show what would leave; with `sends`, ask whether it is to."""
        acts = self._services.acts
        future = weigh(self._services.desk, task.id, specialist.id)
        acts.then(future, partial(self._show, sends, note), acts.report, owner=self)

    def leave(self) -> None:
        """Something else is shown: what was asked is asked no more."""
        self._task = self._asked = self._shown = None
        self.bar.leave()

    def _ask(self, weight: Weight) -> None:
        """A limit is in the way: nothing was sent."""
        locale = self._services.languages.locale
        if weight.task.id != self._task:  # the user looks at something else by now
            self._services.acts.said.emit(limit_words(weight, locale), None)
            return
        self._asked = weight
        local = local_specialist(self._services.store)
        only_local = days.setting(self._services.store, WHEN_SPENT, "ask") == "local"
        self.bar.ask(weight, "" if local is None else provider_name(local.name), only_local=only_local, locale=locale)

    def _decided(self, choice: Instead) -> None:
        """What the user wants instead."""
        weight, local = self._asked, local_specialist(self._services.store)
        if choice is Instead.LOCAL and local is not None:
            self.local.emit(local.name)
        elif weight is not None and choice is Instead.SEND:
            self._hand_over(weight.task, weight.specialist, over_budget=True)
        elif weight is not None and choice is Instead.TOMORROW:
            self._tomorrow(weight.task, weight.specialist)
        elif weight is not None and choice is Instead.KEEP:
            self._keep(weight.task, weight.specialist)

    def _keep(self, task: Task, specialist: Specialist) -> None:
        self.leaving.emit(task.id)
        acts = self._services.acts
        future = acts.run(delegations.delegate, task_id=task.id, specialist_id=specialist.id, held=True)
        acts.say_done(future, self.tr("Kept. Send it from Delegated when you like."))

    def _tomorrow(self, task: Task, specialist: Specialist) -> None:
        self.leaving.emit(task.id)
        acts = self._services.acts
        future = acts.run(delegate_tomorrow, task_id=task.id, specialist_id=specialist.id)
        acts.say_done(future, self.tr("Leaves tomorrow."))

    def _hand_over(self, task: Task, specialist: Specialist, *, over_budget: bool = False) -> None:
        self.leaving.emit(task.id)
        acts = self._services.acts
        future = acts.run(
            delegate_weighed,
            task_id=task.id,
            specialist_id=specialist.id,
            shown=self._shown,
            over_budget=over_budget,
        )
        acts.then(future, lambda outcome: self._handed_over(specialist, *outcome), owner=self)

    def _handed_over(self, specialist: Specialist, changes: Changes, weight: Weight | None) -> None:
        if weight is None:
            self._services.acts.said.emit(self.tr("Handed to %1.").replace("%1", specialist.name), changes.step)
        elif self._shown is not None and self._shown != weight.what.messages:
            self._show(True, self.tr("It has changed meanwhile. This is what would leave now."), weight)
        elif self._waits_by_itself(weight):
            self._tomorrow(weight.task, weight.specialist)
        else:
            self._ask(weight)

    def _waits_by_itself(self, weight: Weight) -> bool:
        """Whether the user wants what is over a limit to wait; nothing is gained by waiting where one is too dear."""
        wanted = days.setting(self._services.store, WHEN_SPENT, "ask") == "tomorrow"
        return wanted and weight.limit is not BudgetKind.DELEGATION

    def _show(self, sends: bool, note: str, weight: Weight) -> None:
        preview = Preview(self._services.theme, self._panel.window())
        preview.agreed.connect(lambda: self._agreed(weight))
        preview.show_request(weight, self._services.languages.locale, sends=sends, note=note)

    def _agreed(self, weight: Weight) -> None:
        self._shown = weight.what.messages
        self._hand_over(weight.task, weight.specialist)
