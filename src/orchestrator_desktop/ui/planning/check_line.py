"""One line of a checklist: its box and its words."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from orchestrator_desktop.store.details import CheckItem
from orchestrator_desktop.ui.theme import Theme
from orchestrator_desktop.ui.widgets.choice import CheckBox


class CheckLine(QWidget):
    """`ticked(done)`, `written(text)` when it is left or entered; the rest is its list's."""

    ticked = Signal(bool)
    written = Signal(str)
    below = Signal()
    away = Signal()
    stepped = Signal(int)
    moved = Signal(int)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.item: CheckItem | None = None
        self.box = CheckBox(theme)
        self.edit = _Words(self)
        self.edit.setProperty("frameless", True)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        row.addWidget(self.box)
        row.addWidget(self.edit, 1)
        self.box.clicked.connect(self.ticked)
        self.edit.editingFinished.connect(self.settle)
        theme.changed.connect(self._restyle)
        self._restyle()

    def show_item(self, item: CheckItem | None) -> None:
        """Show a line; what is being written in it stays. None is the empty line at the end."""
        same = self.item is not None and item is not None and self.item.id == item.id
        writing = same and self.edit.hasFocus() and self.edit.isModified()
        self.item = item
        self.box.setEnabled(item is not None)
        self.box.setChecked(item is not None and item.done)
        if not writing:
            self.edit.setText("" if item is None else item.text)
        self.box.setAccessibleName(self.edit.text())
        self._strike()

    def settle(self) -> None:
        """Say what was written, where it differs."""
        text = self.edit.text().strip()
        if self.edit.isModified() and text:
            self.edit.setModified(False)
            self.written.emit(text)
        elif self.item is not None and not text:
            self.edit.setText(self.item.text)  # an empty line is taken away by Backspace, not by leaving it

    def _strike(self) -> None:
        font = self._theme.font("body")
        font.setStrikeOut(self.item is not None and self.item.done)
        self.edit.setFont(font)

    def _restyle(self) -> None:
        self._strike()
        self.setFixedHeight(self._theme.grown(28, "body"))


class _Words(QLineEdit):
    """Its keys act on the list."""

    def __init__(self, line: CheckLine) -> None:
        super().__init__()
        self._line = line

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
        mods = event.modifiers()
        plain = mods in (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier)
        if plain and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._line.below.emit()
        elif event.key() == Qt.Key.Key_Backspace and not self.text():
            self._line.away.emit()
        elif event.key() in steps and mods & Qt.KeyboardModifier.AltModifier:
            self._line.moved.emit(steps[Qt.Key(event.key())])
        elif event.key() in steps and plain:
            self._line.stepped.emit(steps[Qt.Key(event.key())])
        else:
            super().keyPressEvent(event)
            return
        event.accept()
