"""The lines in the bar over a list: the search, and what asks for a value."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent

from orchestrator_desktop.ui.widgets.text_edit import LineField


class HeadField(LineField):
    """A line whose Enter, Esc and Down are its owner's."""

    entered = Signal(bool)
    """With Shift or without."""
    away = Signal()
    down = Signal()
    lost = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.entered.emit(bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier))
        elif event.key() == Qt.Key.Key_Escape:
            self.away.emit()
        elif event.key() == Qt.Key.Key_Down and self.completer() is None:
            self.down.emit()
        else:
            super().keyPressEvent(event)

    def event(self, event: QEvent) -> bool:
        handled = super().event(event)
        # The list of completions takes the focus for a moment and is no way out.
        popup = isinstance(event, QFocusEvent) and event.reason() is Qt.FocusReason.PopupFocusReason
        if event.type() == QEvent.Type.FocusOut and not popup:
            self.lost.emit()
        return handled
