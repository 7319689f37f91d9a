"""Does something at once, and then at most a few times a second, however often it is asked for."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer

PAUSE_MS = 300


class Pacer(QObject):
    """`ask()` does it now, or after the pause since the last time: nothing that was asked for is forgotten."""

    def __init__(self, act: Callable[[], object], parent: QObject | None = None, *, pause_ms: int = PAUSE_MS) -> None:
        super().__init__(parent)
        self._act = act
        self._asked = False
        self._clock = QTimer(self, interval=pause_ms, singleShot=True)
        self._clock.timeout.connect(self._paused)

    @property
    def busy(self) -> bool:
        """The pause is not over."""
        return self._clock.isActive()

    def ask(self) -> None:
        if self.busy:
            self._asked = True
        else:
            self._clock.start()
            self._act()

    def _paused(self) -> None:
        if self._asked:
            self._asked = False
            self.ask()
