"""The work behind the import sheet: a file that is read and compared, then taken in, on threads that are not ours."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from concurrent.futures import Future
from functools import partial
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QObject, Signal
from shiboken6 import isValid

from orchestrator_desktop.domain.changes import Changes
from orchestrator_desktop.domain.errors import UserError
from orchestrator_desktop.domain.transfer import Format
from orchestrator_desktop.engine import exchanging
from orchestrator_desktop.engine.exchanging import Cancelled, Found, Outcome, Watch
from orchestrator_desktop.ui.services import Services

T = TypeVar("T")


class Reader(QObject):
    """One piece of work at a time: what is begun anew stops what was under way."""

    going = Signal(int, int)
    """(done, in all)."""
    found = Signal(object)
    """Found."""
    taken = Signal(object, object)
    """(Changes, Outcome)."""
    stopped = Signal()
    """The import was cancelled: nothing was written."""
    refused = Signal(object)
    """UserError: the file cannot be read, or not be taken in."""
    broke = Signal()
    """Any other error, a bug: it is reported."""

    def __init__(self, services: Services, path: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._services = services
        self._path = path
        self._watch: Watch | None = None

    @property
    def under_way(self) -> bool:
        return self._watch is not None

    def read(self, format: Format | None = None, mapping: Mapping[str, str] | None = None) -> None:
        """Read the file; `found` or `refused` follows."""
        watch = self._begin()
        future = exchanging.find(
            self._services.desk,
            self._path,
            now=self._services.now(),
            format=format,
            mapping=mapping,
            watch=watch,
        )
        self._then(watch, future, self.found.emit, self._services.acts.report)

    def take(self, found: Found) -> None:
        """Take in what was found; `taken`, `stopped` or `refused` follows."""
        watch = self._begin()
        future = self._services.acts.run(exchanging.take, found=found, watch=watch)
        self._then(watch, future, self._taken, lambda _error: None)  # what runs there is reported already

    def stop(self) -> None:
        """Let go of what is under way."""
        if self._watch is not None:
            self._watch.stop()

    def _begin(self) -> Watch:
        self.stop()
        self._watch = Watch(lambda done, number: in_window(partial(tell, done, number)))
        tell, in_window = partial(self._tell, self._watch), self._services.bridge.in_window
        return self._watch

    def _then(
        self,
        watch: Watch,
        future: Future[T],
        done: Callable[[T], object],
        report: Callable[[BaseException], object],
    ) -> None:
        def ended(outcome: T) -> None:
            if watch is self._watch:  # it was not begun anew meanwhile
                self._watch = None
                done(outcome)

        def failed(error: BaseException) -> None:
            if watch is self._watch:
                self._watch = None
                self._fail(error, report)

        self._services.acts.then(future, ended, failed, owner=self)

    def _fail(self, error: BaseException, report: Callable[[BaseException], object]) -> None:
        if isinstance(error, UserError):
            self.refused.emit(error)
        elif not isinstance(error, Cancelled):
            report(error)
            self.broke.emit()

    def _tell(self, watch: Watch, done: int, number: int) -> None:
        if isValid(self) and watch is self._watch and not watch.stopped:
            self.going.emit(done, number)

    def _taken(self, outcome: tuple[Changes, Outcome | UserError | None]) -> None:
        changes, ended = outcome
        if isinstance(ended, Outcome):
            self.taken.emit(changes, ended)
        elif isinstance(ended, UserError):
            self.refused.emit(ended)
        else:
            self.stopped.emit()
