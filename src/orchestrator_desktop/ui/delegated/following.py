"""Keeping the board up to date: what changes name is gathered and read a few times a second, by sight."""

from __future__ import annotations

from PySide6.QtCore import QElapsedTimer, QObject, QTimer, Signal

from orchestrator_desktop.domain.changes import Changes, Kind
from orchestrator_desktop.domain.ids import DelegationId
from orchestrator_desktop.store.board import BoardRow
from orchestrator_desktop.ui.delegated.board import BoardView
from orchestrator_desktop.ui.delegated.model import BoardModel
from orchestrator_desktop.ui.delegated.saying import Saying
from orchestrator_desktop.ui.services import Services

PAUSE_MS = 250
LONGEST_MS = 1000
"""Between two readings of the board, however many changes arrive; and where reading is slow."""


class Following(QObject):
    """`followed(BoardRow or None, bool)`: the board was read; the row that was current before, and whether more than
    the length of answers may have changed."""

    followed = Signal(object, bool)

    def __init__(
        self, services: Services, model: BoardModel, saying: Saying, view: BoardView, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._services = services
        self._model = model
        self._saying = saying
        self._view = view
        self._named: set[DelegationId] | None = set()
        self._grown: set[DelegationId] = set()
        self._reworded = False
        self._pause = PAUSE_MS
        self._since = QElapsedTimer()
        self._soon = QTimer(self, singleShot=True)
        self._soon.timeout.connect(self._read)
        view.verticalScrollBar().valueChanged.connect(self._scrolled)

    @property
    def behind(self) -> bool:
        """Whether what was named is still to be read."""
        return self._soon.isActive()

    def hear(self, changes: Changes) -> None:
        """Remember what was named, and read it in the next turn or with what else comes within a quarter second."""
        if changes.touches(Kind.SETTING, Kind.PROVIDER, Kind.SPECIALIST):
            self._reworded = True
        named = self._model.named(changes)
        if named is None or self._named is None:
            self._named = None
        else:
            self._named |= named.whole
            self._grown |= named.grown
        if self._named is None or self._named or self._grown or self._reworded:
            self._read_soon()

    def read_all(self) -> None:
        """Read the whole board now."""
        self._named = None
        self._read()

    def _scrolled(self) -> None:
        """Rows come into sight that may have grown while they were out of it."""
        if self._grown:
            self._read_soon()

    def _read_soon(self) -> None:
        if self._soon.isActive():
            return
        passed = self._since.elapsed() if self._since.isValid() else self._pause
        # Never in the turn that heard of it: painting would follow in the same one.
        self._soon.start(max(0, int(self._pause - passed)))

    def _read(self) -> None:
        self._soon.stop()
        self._since.start()
        current, named, reworded = self._model.row(self._view.currentIndex()), self._named, self._reworded
        self._named, self._reworded = set(), False
        anew = named is None or reworded
        if anew:
            self._saying.forget()
        if named is None:
            self._grown.clear()
            self._model.read(self._services.today())
        elif ids := named | self._seen(current):
            self._model.update(ids, self._services.today())
        if anew:
            self._model.reword()
        self.followed.emit(current, anew or bool(named))
        # However many rows change, reading them takes a tenth of the window's time at most.
        self._pause = min(LONGEST_MS, max(PAUSE_MS, 10 * self._since.elapsed()))
        self._since.start()

    def _seen(self, current: BoardRow | None) -> set[DelegationId]:
        """Of the rows that have grown, those that can be seen; the others are read when they come into sight."""
        if not self._grown:
            return set()
        shown = {row.delegation_id for row in (*self._view.shown(), *([current] if current else []))}
        seen = self._grown & shown
        self._grown -= seen
        return seen
