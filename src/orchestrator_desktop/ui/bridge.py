"""The one door between the threads and the window: plain callbacks in, signals on the window's thread out."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from orchestrator_desktop.domain.changes import Changes
from orchestrator_desktop.engine.notices import Chunk, Notice


class Bridge(QObject):
    """Made in app.py on the window's thread. The `on_…` methods may be called from any thread."""

    changed = Signal(object, str)
    """(Changes, origin): rows were written. Views re-read what they show and skip what they wrote themselves."""
    chunk = Signal(object)
    """Chunk: a delegate is speaking."""
    notice = Signal(object)
    """Notice: what the engine has to say that is no change of a row."""
    _call = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._call.connect(lambda function: function())

    def on_changes(self, changes: Changes, origin: str) -> None:
        self.changed.emit(changes, origin)

    def on_chunk(self, chunk: Chunk) -> None:
        self.chunk.emit(chunk)

    def on_notice(self, notice: Notice) -> None:
        self.notice.emit(notice)

    def in_window(self, function: Callable[[], object]) -> None:
        """Run `function` on the window's thread, soon."""
        self._call.emit(function)
