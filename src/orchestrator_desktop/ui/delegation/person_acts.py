"""What can be done with a task that a person has: take their answer, remind them, show the letter again."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from orchestrator_desktop.domain.delegation import Delegation
from orchestrator_desktop.domain.errors import UserError
from orchestrator_desktop.domain.ids import DelegationId, StepId, TaskId
from orchestrator_desktop.operations.people import waited_for
from orchestrator_desktop.operations.tasks import require
from orchestrator_desktop.store import delegations
from orchestrator_desktop.ui.delegation.answer import AnswerSheet
from orchestrator_desktop.ui.delegation.person_letter import LetterSheet, Purpose
from orchestrator_desktop.ui.services import Services


class PersonActs(QObject):
    """Opens the sheets over the window of `part`; a task that no person has is told."""

    def __init__(self, services: Services, part: QWidget) -> None:
        super().__init__(part)
        self._services = services
        self._part = part

    def receive(self, task_id: TaskId) -> None:
        """Ask for what they sent back."""
        self._with(task_id, lambda _: self._answer(task_id))

    def remind(self, task_id: TaskId) -> None:
        """Show the reminder, and the ways to hand it on."""
        self._with(task_id, lambda delegation: self._sheet(delegation, Purpose.REMIND))

    def show_letter(self, task_id: TaskId) -> None:
        """Show the letter that handed the task over, and the ways to hand it on."""
        self._with(task_id, self._sheet)

    def handed_over(self, delegation_id: DelegationId, step: StepId | None) -> None:
        """Ask how a delegation that has just been made reaches the person; nothing, where a specialist has it."""
        delegation = delegations.delegation(self._services.store, delegation_id)
        if delegation is not None and delegation.person_id is not None:
            self._sheet(delegation, step=step)

    def _with(self, task_id: TaskId, act: Callable[[Delegation], object]) -> None:
        try:
            act(waited_for(self._services.store, task_id))
        except UserError as error:
            self._services.acts.report(error)

    def _answer(self, task_id: TaskId) -> None:
        AnswerSheet(self._services, require(self._services.store, task_id), self._part.window()).ask()

    def _sheet(
        self, delegation: Delegation, purpose: Purpose = Purpose.HAND_OVER, *, step: StepId | None = None
    ) -> None:
        LetterSheet(self._services, delegation, self._part.window(), purpose, step=step).ask()
