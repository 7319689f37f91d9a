"""Fields on their way to the disk: what is typed is saved, and what could not be is not forgotten."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from concurrent.futures import Future
from functools import partial

from PySide6.QtCore import QObject

from orchestrator_desktop.domain.changes import Changes
from orchestrator_desktop.ui.acts import Acts
from orchestrator_desktop.ui.delegation.saver import Saver

Save = Callable[[], Future[Changes]]


class Keeper(QObject):
    """Saves the fields of whatever is shown; `begin` once that is something else."""

    def __init__(self, acts: Acts, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._acts = acts
        self._saver = Saver(self)
        self._on_the_way: Counter[str] = Counter()
        self._unsaved: dict[str, Save] = {}
        self._turn = 0

    def begin(self) -> None:
        """What is shown has changed: what is still on its way belongs to something else."""
        self._on_the_way.clear()
        self._turn += 1

    def later(self, field: str, save: Save) -> None:
        """Save soon; the last `save` of a field is the one that counts."""
        self._saver.later(field, partial(self._send, field, save))

    def now(self) -> None:
        """Save what waits."""
        self._saver.flush()

    def flush(self) -> None:
        """Save what waits, and try again what could not be written."""
        again, self._unsaved = self._unsaved, {}
        for field, save in again.items():
            if field not in self._saver.waiting:
                self.later(field, save)
        self._saver.flush()

    def drop(self) -> None:
        """There is nowhere to write it any more."""
        self._saver.drop()

    @property
    def newer(self) -> frozenset[str]:
        """Fields that hold more than the store does."""
        return self._saver.waiting | frozenset(+self._on_the_way) | frozenset(self._unsaved)

    def _send(self, field: str, save: Save) -> None:
        """Until it is written, what the store says of the field is older than what the user wrote."""
        turn = self._turn
        self._on_the_way[field] += 1

        def landed() -> None:
            if self._turn == turn:
                self._on_the_way[field] -= 1

        def failed() -> None:
            landed()
            self._unsaved[field] = save

        self._acts.then(save(), lambda _changes: landed(), lambda _error: failed())
