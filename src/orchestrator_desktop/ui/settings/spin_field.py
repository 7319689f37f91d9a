"""A number or an amount: typed, or stepped with the chevrons, Up and Down. Empty means none of one's own."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from orchestrator_desktop.domain.errors import UsageError
from orchestrator_desktop.ui.theme import Theme
from orchestrator_desktop.ui.widgets.text_edit import LineField

_ARROWS = 26
_ICON = 14
_SETTLED = 600
"""Milliseconds after the last step until it counts: five steps are one change."""

Read = Callable[[str], int | None]
"""What a text means, None for an empty one. Raises UsageError."""
Write = Callable[[int], str]


class SpinField(LineField):
    """`changed(int | None)` once the user is done: Enter, leaving the field, or a moment after a step.

    What makes no sense is told by `refused(UsageError)`, and the value from before is shown again."""

    changed = Signal(object)
    refused = Signal(object)

    def __init__(
        self, theme: Theme, read: Read, write: Write, *, step: int = 1, least: int = 0, parent: QWidget | None = None
    ) -> None:
        super().__init__(theme, parent=parent)
        self._read = read
        self._write = write
        self._step = step
        self._least = least
        self._usual = 0
        self._value: int | None = None
        self._dirty = False
        self._arrows = _Arrows(theme, self)
        self._settled = QTimer(self, singleShot=True, interval=_SETTLED)
        self._settled.timeout.connect(self.commit)
        self.textEdited.connect(self._typed)
        self.editingFinished.connect(self.commit)
        self._arrows.stepped.connect(self.step)

    def set_value(self, value: int | None, usual: int = 0) -> None:
        """Show a value without a signal, unless something is being typed. None is stepped away from `usual`."""
        self._usual = usual
        self._value = value
        if not self._dirty:
            self._show(value)

    def value(self) -> int | None:
        """The value last kept."""
        return self._value

    def retell(self) -> None:
        """Write the value again: the language has changed."""
        if not self._dirty:
            self._show(self._value)

    def step(self, steps: int) -> None:
        """Go up or down by so many steps, not below the least."""
        try:
            now = self._read(self.text())
        except UsageError:
            now = self._value
        start = self._usual if now is None else now
        self._show(max(self._least, start + steps * self._step))
        self._dirty = True
        self._settled.start()

    def commit(self) -> None:
        """What is shown counts from now on."""
        self._settled.stop()
        if not self._dirty:
            return
        self._dirty = False
        try:
            value = self._read(self.text())
        except UsageError as error:
            self._show(self._value)
            self.refused.emit(error)
            return
        before, self._value = self._value, value
        self._show(value)
        if value != before:
            self.changed.emit(value)

    def _typed(self) -> None:
        self._dirty = True
        self._settled.stop()

    def _show(self, value: int | None) -> None:
        text = "" if value is None else self._write(value)
        if text != self.text():
            self.setText(text)

    def _restyle(self) -> None:
        super()._restyle()
        margins = self.textMargins()
        self.setTextMargins(max(0, margins.left() - 2), 0, _ARROWS - 10, 0)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {Qt.Key.Key_Up: 1, Qt.Key.Key_Down: -1}.get(Qt.Key(event.key()))
        if steps is None or event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            super().keyPressEvent(event)
        else:
            self.step(steps)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.commit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrows.setGeometry(self.width() - _ARROWS, 0, _ARROWS, self.height())


class _Arrows(QWidget):
    """The chevrons: a click on the upper half steps up, on the lower half down. The keys do the same."""

    stepped = Signal(int)

    def __init__(self, theme: Theme, field: QWidget) -> None:
        super().__init__(field)
        self._theme = theme
        self.setCursor(Qt.CursorShape.ArrowCursor)
        theme.changed.connect(self.update)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        event.accept()
        self.stepped.emit(1 if event.position().y() < self.height() / 2 else -1)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self.mousePressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        icon = QRectF(1, (self.height() - _ICON) // 2, _ICON, _ICON)
        self._theme.draw_icon(painter, icon, "chevrons-updown", "text-2" if self.isEnabled() else "text-3")
        painter.end()
