"""The one door between the threads and the window: plain callbacks in, signals on the window's thread out."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable

from PySide6.QtCore import QObject, Qt, Signal

from orchestrator_desktop.domain.changes import Changes
from orchestrator_desktop.domain.ids import AttemptId
from orchestrator_desktop.engine.notices import Chunk, Notice


class Bridge(QObject):
    """Made in app.py on the window's thread. The `on_…` methods may be called from any thread."""

    changed = Signal(object, str)
    """(Changes, origin): rows were written. Views re-read what they show and skip what they wrote themselves."""
    chunk = Signal(object)
    """Chunk: the delegate that is listened to is speaking."""
    notice = Signal(object)
    """Notice: what the engine has to say that is no change of a row."""
    _call = Signal(object)
    _written = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.listened_to: AttemptId | None = None
        """Whose text is shown: of fifty that speak at once, one is worth a turn of the window."""
        self._waiting: deque[tuple[Changes, str]] = deque()
        # Queued even on the window's own thread: what ended at once is answered in the same order as what did not.
        self._call.connect(self._run, Qt.ConnectionType.QueuedConnection)
        self._written.connect(self._tell)

    def on_changes(self, changes: Changes, origin: str) -> None:
        self._waiting.append((changes, origin))
        self._written.emit()

    def _tell(self) -> None:
        """What came while the window was at work is told in one: each telling asks every screen."""
        while self._waiting:
            changes, origin = self._waiting.popleft()
            while self._waiting and self._waiting[0][1] == origin:
                both = changes.with_next(self._waiting[0][0])
                if both is None:
                    break
                changes = both
                self._waiting.popleft()
            self.changed.emit(changes, origin)

    def on_chunk(self, chunk: Chunk) -> None:
        if chunk.attempt_id == self.listened_to:
            self.chunk.emit(chunk)

    def on_notice(self, notice: Notice) -> None:
        self.notice.emit(notice)

    def in_window(self, function: Callable[[], object]) -> None:
        """Run `function` on the window's thread, soon: never before this returns."""
        self._call.emit(function)

    def _run(self, function: Callable[[], object]) -> None:
        function()
