"""A line of its owner's: Enter takes what is written, Esc gives it up before the page takes the key for itself."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QCompleter

from orchestrator_desktop.ui.widgets.text_edit import LineField


class WordsLine(LineField):
    """`entered` on Enter, `away` on Esc, `lost` when the focus goes elsewhere."""

    entered = Signal()
    away = Signal()
    lost = Signal()
    down = Signal()
    """Towards what stands below."""

    indent = 0
    """Room before the words, at 100 %."""

    def set_indent(self, indent: int) -> None:
        """Begin the words where those of the rows above begin."""
        self.indent = indent
        self._restyle()

    def complete(self, completer: QCompleter | None) -> None:
        """Offer what the completer knows; None offers nothing."""
        self.setCompleter(completer)  # type: ignore[arg-type]  # None takes it away

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Escape:
            if event.type() == QEvent.Type.ShortcutOverride:
                event.accept()
                return True
            if event.type() == QEvent.Type.KeyPress:
                self.away.emit()
                return True
        handled = super().event(event)
        # The list of completions takes the focus for a moment and is no way out.
        popup = isinstance(event, QFocusEvent) and event.reason() is Qt.FocusReason.PopupFocusReason
        if event.type() == QEvent.Type.FocusOut and not popup:
            self.lost.emit()
        return handled

    def _restyle(self) -> None:
        super()._restyle()
        if self.indent:
            self.setTextMargins(self.indent, 0, 0, 0)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        plain = event.modifiers() in (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier)
        if plain and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.entered.emit()
        elif plain and event.key() == Qt.Key.Key_Down:
            self.down.emit()
        else:
            super().keyPressEvent(event)
