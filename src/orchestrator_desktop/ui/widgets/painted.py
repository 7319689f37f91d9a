"""A button that paints itself: what it must know for it, its theme, the pointer and the focus."""

from __future__ import annotations

from PySide6.QtCore import QEvent
from PySide6.QtGui import QEnterEvent, QFocusEvent
from PySide6.QtWidgets import QAbstractButton, QWidget

from orchestrator_desktop.ui.theme import Theme
from orchestrator_desktop.ui.widgets.focus import ring_wanted


class PaintedButton(QAbstractButton):
    """Painted again when pointer or focus come and go; `_ring` says whether the focus is to be shown.

    Qt asks for it by itself only where the style says so, and a style cannot know what our buttons paint."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._ring = False

    def enterEvent(self, event: QEnterEvent) -> None:
        super().enterEvent(event)
        self.update()

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self.update()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._ring = ring_wanted(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._ring = False
        self.update()
