"""Saves fields as they are typed: the last value of each, a moment after the last key, and at once when asked."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer

DELAY_MS = 250


class Saver(QObject):
    """`later(field, save)` replaces what was to be saved for the field; `flush()` saves all of it now."""

    def __init__(self, parent: QObject | None = None, *, delay_ms: int = DELAY_MS) -> None:
        super().__init__(parent)
        self._waiting: dict[str, Callable[[], object]] = {}
        self._clock = QTimer(self)
        self._clock.setSingleShot(True)
        self._clock.setInterval(delay_ms)
        self._clock.timeout.connect(self.flush)

    def later(self, field: str, save: Callable[[], object]) -> None:
        self._waiting[field] = save
        # Not restarted by each key: who types without a pause is saved all the same.
        if not self._clock.isActive():
            self._clock.start()

    @property
    def waiting(self) -> frozenset[str]:
        """Fields that hold more than what was saved."""
        return frozenset(self._waiting)

    def flush(self) -> None:
        self._clock.stop()
        waiting, self._waiting = self._waiting, {}
        for save in waiting.values():
            save()

    def drop(self) -> None:
        """Forget what was to be saved: there is nowhere to write it any more."""
        self._clock.stop()
        self._waiting.clear()
