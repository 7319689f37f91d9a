"""What the capture line adds: to the list that is shown, and what is said of it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

from PySide6.QtCore import QCoreApplication

from orchestrator_desktop.domain.capture import Captured
from orchestrator_desktop.domain.changes import Changes, Kind
from orchestrator_desktop.domain.ids import TaskId
from orchestrator_desktop.domain.task import TITLE_LIMIT
from orchestrator_desktop.operations import tasks as acts
from orchestrator_desktop.store import delegates
from orchestrator_desktop.ui.inbox.capture import CaptureField
from orchestrator_desktop.ui.inbox.lists import UPCOMING
from orchestrator_desktop.ui.navigator import Screen, Target
from orchestrator_desktop.ui.services import Services


class Adding:
    """Adds lines; `added(task id, open it)` afterwards, `kept()` when the line is to be kept as a draft."""

    def __init__(self, services: Services, added: Callable[[TaskId, bool], None], kept: Callable[[], None]) -> None:
        self._services = services
        self._added = added
        self._kept = kept

    def understand(self, line: str, ignored: tuple[tuple[int, int], ...]) -> Captured:
        return acts.understand(self._services.store, line=line, ignored=ignored, now=self._services.now())

    def add(
        self, capture: CaptureField, target: Target, line: str, ignored: tuple[tuple[int, int], ...], open_it: bool
    ) -> None:
        """Add a line to the list of `target`; what could not be added comes back into the capture line."""
        given = self.given(target)
        future = self._services.acts.run(acts.add, line=line, ignored=ignored, now=self._services.now(), given=given)
        capture.set_text("")

        def added(changes: Changes) -> None:
            self._kept()
            self._services.acts.said.emit(added_words(line), changes.step)
            self._added(TaskId(changes.first(Kind.TASK)), open_it)

        def failed(_error: BaseException) -> None:
            # It stands before what was written since.
            capture.set_text(" ".join(part for part in (line, capture.text) if part))

        self._services.acts.then(future, added, failed, owner=capture)

    def given(self, target: Target) -> acts.Given:
        """What holds for a task added to a list where its line says nothing else."""
        names = {row.id: row.name for row in delegates.domains(self._services.store)} if target.domain_id else {}
        due = self._services.today() + timedelta(days=target.part == UPCOMING)
        return acts.Given(
            domain=names.get(target.domain_id) if target.domain_id is not None else None,
            due=due if target.screen is Screen.TODAY else None,
        )


def added_words(line: str) -> str:
    """What is said once a line has become a task."""
    if len(line.strip()) > TITLE_LIMIT:
        return QCoreApplication.translate(
            "TasksPage", "Added. The title holds its beginning, the notes the whole text."
        )
    return QCoreApplication.translate("TasksPage", "Added.")
