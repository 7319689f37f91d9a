"""What a task's panel asks for as it stands: about how long the brief is, and the letter to a person."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from orchestrator_desktop.domain.briefing import Ask, compose
from orchestrator_desktop.domain.letter import Letter, file_text, letter
from orchestrator_desktop.domain.task import Task
from orchestrator_desktop.domain.tokens import estimate, estimate_messages
from orchestrator_desktop.operations.briefs import default_objective
from orchestrator_desktop.ui.delegation.form import BriefForm
from orchestrator_desktop.ui.delegation.head import TaskHead
from orchestrator_desktop.ui.delegation.person_acts import PersonActs
from orchestrator_desktop.ui.delegation.preview import Preview
from orchestrator_desktop.ui.delegation.recipient import Recipient
from orchestrator_desktop.ui.services import Services


class Asking:
    """Reads the panel's fields: what is typed counts, saved or not."""

    def __init__(self, services: Services, recipient: Recipient, form: BriefForm, head: TaskHead) -> None:
        self._services = services
        self._recipient = recipient
        self._form = form
        self._head = head
        self._with_person = PersonActs(services, recipient)

    def ask(self, task: Task) -> Ask:
        """The brief as it would be sent: an empty objective means the task's own words."""
        ask = self._form.ask()
        if ask.objective.strip():
            return ask
        title, notes = self._head.texts()
        return replace(ask, objective=default_objective(replace(task, title=title, notes=notes)))

    def brief_tokens(self, task: Task) -> int:
        """About how many tokens a specialist would read that are not context."""
        return self._without_context(self.ask(task))

    def preview(self, task: Task, window: QWidget) -> None:
        """Show the letter over the window."""
        if task.with_person:
            self._with_person.show_letter(task.id)
        elif self._recipient.person:
            title = QCoreApplication.translate("Preview", "What %1 receives").replace("%1", self._recipient.person)
            told = QCoreApplication.translate("Preview", "The letter, for you to send. Nothing is sent by itself.")
            text = file_text(self._letter(task), markdown=False)
            Preview(self._services.theme, window).show_text(title, told, text)

    def _letter(self, task: Task) -> Letter:
        """As it would be handed over now."""
        people = self._recipient.people
        title, _notes = self._head.texts()
        return letter(
            self.ask(task),
            title=title,
            name=self._recipient.person,
            language=people.written_language,
            follow_up=people.follow_up(),
        )

    def _without_context(self, ask: Ask) -> int:
        # Weighing a long context at each key would be felt: its items are weighed once, when they are added.
        who = self._recipient.specialist
        bare = replace(ask, context=())
        if who is None:
            return estimate(bare.objective)
        return estimate_messages(compose(bare, instructions=who.instructions, examples=who.examples))
