"""Focus rings of our controls (UI.md 9), and their words as they are written."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QRectF, Qt
from PySide6.QtGui import QFocusEvent, QKeySequence, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QWidget

from orchestrator_desktop.ui.paint import draw_focus_ring
from orchestrator_desktop.ui.theme import Theme

_REACH = 4
_UNSEEN = (Qt.FocusReason.MouseFocusReason, Qt.FocusReason.PopupFocusReason)


def ring_wanted(event: QFocusEvent) -> bool:
    """Whether focus that came this way shows a ring: not after a click, the pointer says where one is."""
    return event.gotFocus() and event.reason() not in _UNSEEN


def say(button: QAbstractButton, text: str) -> None:
    """Give a button its words as they are. Qt would make Alt+D of "R&D", and act on it."""
    QAbstractButton.setText(button, text)
    button.setShortcut(QKeySequence())


class OuterRing(QWidget):
    """A ring around `target`, drawn over the target's parent; it follows the target and lets clicks through."""

    def __init__(self, theme: Theme, target: QWidget, radius: float = 6) -> None:
        super().__init__(target.parentWidget())
        self._theme = theme
        self._target = target
        self._radius = radius + _REACH
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        target.installEventFilter(self)
        theme.changed.connect(self.update)
        self._follow()
        self.hide()

    def show_ring(self) -> None:
        self._follow()
        self.show()
        self.raise_()

    def _follow(self) -> None:
        if self.parentWidget() is not self._target.parentWidget():
            self.setParent(self._target.parentWidget())
        self.setGeometry(self._target.geometry().adjusted(-_REACH, -_REACH, _REACH, _REACH))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        kind = event.type()
        if kind in (QEvent.Type.Move, QEvent.Type.Resize, QEvent.Type.ParentChange):
            self._follow()
        elif kind in (QEvent.Type.Hide, QEvent.Type.FocusOut):
            self.hide()
        return super().eventFilter(watched, event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        draw_focus_ring(painter, self._theme.tokens, QRectF(self.rect()), self._radius)
        painter.end()
