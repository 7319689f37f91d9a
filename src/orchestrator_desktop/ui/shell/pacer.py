"""Does something soon, and then at most a few times a second, however often it is asked for."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QElapsedTimer, QObject, QTimer

SOON_MS = 30
"""What was asked for in one turn of the event loop is not done in it: what is pointed at is painted first."""
PAUSE_MS = 300


class Pacer(QObject):
    """`ask()` does it soon, or after the pause since the last time: nothing that was asked for is forgotten."""

    def __init__(
        self,
        act: Callable[[], object],
        parent: QObject | None = None,
        *,
        soon_ms: int = SOON_MS,
        pause_ms: int = PAUSE_MS,
    ) -> None:
        super().__init__(parent)
        self._act = act
        self._soon_ms, self._pause_ms = soon_ms, pause_ms
        self._since = QElapsedTimer()
        self._clock = QTimer(self, singleShot=True)
        self._clock.timeout.connect(self._do)

    @property
    def busy(self) -> bool:
        """What was asked for is still to be done."""
        return self._clock.isActive()

    def ask(self) -> None:
        if not self.busy:
            passed = self._since.elapsed() if self._since.isValid() else self._pause_ms
            self._clock.start(max(self._soon_ms, self._pause_ms - passed))

    def _do(self) -> None:
        self._since.start()
        self._act()
