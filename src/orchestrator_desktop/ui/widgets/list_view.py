"""The base of every list: no frame, smooth scrolling, J and K, a focus ring for the keyboard on the current row."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QFrame, QListView, QStyle, QStyleOptionViewItem, QWidget

from orchestrator_desktop.ui.theme import Theme
from orchestrator_desktop.ui.widgets.focus import ring_wanted

_STEPS = {
    Qt.Key.Key_J: 1,
    Qt.Key.Key_Down: 1,
    Qt.Key.Key_K: -1,
    Qt.Key.Key_Up: -1,
}


class ListView(QListView):
    """One column of painted rows. Rows without ItemIsSelectable (group headers) are stepped over.

    `opened(index)`: Enter or double click. J and K move while `letters()` is true."""

    opened = Signal(QModelIndex)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._keyboard = False
        self.letters: Callable[[], bool] = lambda: True
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setProperty("bare", True)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.setMouseTracking(True)
        self.viewport().setAutoFillBackground(False)
        self.verticalScrollBar().setSingleStep(26)
        self.doubleClicked.connect(self.opened)
        theme.changed.connect(self._restyle)

    def _restyle(self) -> None:
        self.scheduleDelayedItemsLayout()
        self.viewport().update()

    def move_current(self, step: int) -> None:
        """Make the next (1) or previous (-1) selectable row current; stays at the ends."""
        self._go(self.currentIndex().row() + step if self.currentIndex().isValid() else 0, step)

    def _go(self, row: int, step: int) -> None:
        """Make the first selectable row from `row` on current."""
        model = self.model()
        while 0 <= row < model.rowCount(self.rootIndex()):
            index = model.index(row, self.modelColumn(), self.rootIndex())
            if index.flags() & Qt.ItemFlag.ItemIsSelectable and not self.isRowHidden(row):
                self.setCurrentIndex(index)
                return
            row += step or 1

    def initViewItemOption(self, option: QStyleOptionViewItem) -> None:
        super().initViewItemOption(option)
        if self._keyboard and self.hasFocus():
            option.state |= QStyle.StateFlag.State_KeyboardFocusChange

    def keyPressEvent(self, event: QKeyEvent) -> None:
        self._keyboard = True
        key = Qt.Key(event.key())
        arrow = key in (Qt.Key.Key_Up, Qt.Key.Key_Down)
        if key in _STEPS and not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier and (arrow or self.letters()):
            self.move_current(_STEPS[key])
        elif key == Qt.Key.Key_Home and not event.modifiers():
            self._go(0, 1)
        elif key == Qt.Key.Key_End and not event.modifiers():
            self._go(self.model().rowCount(self.rootIndex()) - 1, -1)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers() and self.currentIndex().isValid():
            self.opened.emit(self.currentIndex())
        else:
            super().keyPressEvent(event)
        self.viewport().update()

    def keyboardSearch(self, search: str) -> None:
        """Letters are commands here, not a search."""
        del search

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._keyboard = False
        super().mousePressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        if event.reason() != Qt.FocusReason.ActiveWindowFocusReason:  # the window came back: as it was
            self._keyboard = ring_wanted(event)
        if self._keyboard and not self.currentIndex().isValid():
            self.move_current(1)  # before Qt takes the first row, which may be a header
        super().focusInEvent(event)
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.viewport().update()

    def persistent_current(self) -> QPersistentModelIndex:
        """The current row, kept through changes of the model."""
        return QPersistentModelIndex(self.currentIndex())
