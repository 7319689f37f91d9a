"""Windows of tests end with their test: one that lived on would hear of the next one's language, its store closed."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QWidget


def end(windows: Sequence[QWidget]) -> None:
    """Close and delete the windows now."""
    for window in windows:
        window.close()
        window.deleteLater()
        QCoreApplication.sendPostedEvents(window, QEvent.Type.DeferredDelete.value)
