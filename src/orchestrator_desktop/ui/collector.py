"""Python's garbage is collected on the window's thread alone.

The collector runs in whichever thread happens to allocate. On the store's or the engine's it would destroy widgets that
hang in reference cycles (a menu and its lambdas) from outside the window's thread, and Qt crashes: "Timers cannot be
stopped from another thread"."""

from __future__ import annotations

import gc
from typing import Final

from PySide6.QtCore import QObject, QTimer

LOOK_MS = 500
MANY: Final = 10_000
"""Objects made since the last look from which they are taken for data that is on its way, such as a file that is being
imported: looking through it would hold the window for a stretch that is seen, and find nothing."""
PATIENCE: Final = 60
"""Looks for which such data is left alone."""


class Collector(QObject):
    """Turns the automatic collector off and does its work by a timer, generation by generation, as it would."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        gc.disable()
        self._thresholds = gc.get_threshold()
        self._frozen = False
        self._waited = 0
        self._timer = QTimer(self)
        self._timer.setInterval(LOOK_MS)
        self._timer.timeout.connect(self.look)
        self._timer.start()

    def look(self) -> None:
        """Collect the oldest generation whose count is over its threshold. What the start has made stays to the end:
        looking through it would hold the window for a twelfth of a second, again and again."""
        if not self._frozen:
            self._frozen = True
            gc.freeze()
        counts = gc.get_count()
        if counts[0] > MANY and self._waited < PATIENCE:
            self._waited += 1
            return
        self._waited = 0
        for generation in (2, 1, 0):
            if counts[generation] > self._thresholds[generation]:
                gc.collect(generation)
                return
