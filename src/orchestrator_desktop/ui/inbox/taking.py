"""Several lines, or files, that become tasks of the list that is shown."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from concurrent.futures import Future
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QCoreApplication

from orchestrator_desktop.domain.changes import Changes, Kind
from orchestrator_desktop.domain.ids import TaskId
from orchestrator_desktop.operations import tasks as acts
from orchestrator_desktop.ui.counted import Counted
from orchestrator_desktop.ui.inbox.capture import CaptureField
from orchestrator_desktop.ui.services import Services

Several = Counted("Several")


class Taking:
    """Listens to a capture field; `given` says what holds for what is added, `added(task id)` that it was."""

    def __init__(
        self,
        services: Services,
        capture: CaptureField,
        given: Callable[[], acts.Given],
        added: Callable[[TaskId], None],
    ) -> None:
        self._services = services
        self._capture = capture
        self._given = given
        self._added = added
        capture.captured_lines.connect(self.add_lines)
        capture.captured_with_notes.connect(self.add_with_notes)
        capture.dropped.connect(self.add_files)
        capture.take_several()

    def add_lines(self, lines: Sequence[str]) -> None:
        """A task for each line."""
        services = self._services
        future = services.acts.run(acts.add_lines, lines=list(lines), now=services.now(), given=self._given())
        self._follow(future, "\n".join(lines))

    def add_with_notes(self, line: str, notes: str) -> None:
        """One task; the other lines are its notes."""
        services, given = self._services, replace(self._given(), notes=notes)
        future = services.acts.run(acts.add, line=line, now=services.now(), given=given)
        self._follow(future, f"{line}\n{notes}")

    def add_files(self, files: Sequence[Path], together: bool) -> None:
        """A task for each file, or one with them all."""
        from orchestrator_desktop.operations.taking import take_files  # reads mails; nobody begins with that

        future = self._services.acts.run(take_files, paths=list(files), given=self._given(), together=together)
        self._follow(future, "")

    def _follow(self, future: Future[Changes], words: str) -> None:
        self._services.acts.then(future, self._done, lambda _error: self._again(words), owner=self._capture)

    def _done(self, changes: Changes) -> None:
        number = len(changes.of(Kind.TASK))
        one = QCoreApplication.translate("TasksPage", "Added.")
        self._services.acts.said.emit(one if number == 1 else Several.tr("%n added.", "", number), changes.step)
        self._added(TaskId(changes.of(Kind.TASK)[-1]))

    def _again(self, words: str) -> None:
        """What could not be added comes back into the line."""
        if words:
            joined = " ".join(words.split("\n"))
            self._capture.set_text(" ".join(part for part in (joined, self._capture.text) if part))
