"""A layer over the whole window that holds one panel: palette, menus, dialogs. No window of its own, no shadow."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid

from orchestrator_desktop.ui.paint import draw_box
from orchestrator_desktop.ui.theme import Theme


class Overlay(QWidget):
    """Covers `window`; a click beside the panel or Esc closes it and gives the focus back. Tab stays inside.

    `placed` is emitted whenever the panel must be placed again: the owner moves it."""

    closed = Signal()
    placed = Signal()

    def __init__(self, theme: Theme, window: QWidget, panel: QWidget, *, scrim: bool = True) -> None:
        super().__init__(window)
        self._theme = theme
        self._window = window
        self._panel = panel
        self._scrim = scrim
        self._before: QWidget | None = None
        panel.setParent(self)
        window.installEventFilter(self)
        theme.changed.connect(self.update)
        self.hide()

    def open(self) -> None:
        """Show over the window and put the focus into the panel."""
        self._before = QApplication.focusWidget()
        self.setGeometry(self._window.rect())
        self.show()
        self.raise_()
        self.placed.emit()
        for widget in self._stops()[:1]:
            widget.setFocus(Qt.FocusReason.PopupFocusReason)

    def close_overlay(self) -> None:
        """Hide, give the focus back to where it was, emit `closed`. Does nothing when hidden."""
        if self.isHidden():
            return
        self.hide()
        if self._before is not None and isValid(self._before) and self._before.isVisible():
            self._before.setFocus(Qt.FocusReason.PopupFocusReason)
        self._before = None
        self.closed.emit()

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Keep Tab within the panel."""
        stops = self._stops()
        if not stops:
            return True
        here = QApplication.focusWidget()
        place = stops.index(here) if here in stops else -1 if forward else 0
        reason = Qt.FocusReason.TabFocusReason if forward else Qt.FocusReason.BacktabFocusReason
        stops[(place + (1 if forward else -1)) % len(stops)].setFocus(reason)
        return True

    def _stops(self) -> list[QWidget]:
        """Where Tab stops in the panel, in order."""
        return [w for w in _chain(self._panel) if w.isVisible() and w.isEnabled() and w.focusPolicy() & _TAB]

    def event(self, event: QEvent) -> bool:
        """Plain keys are the panel's: no single-letter shortcut of the window acts under the layer."""
        if event.type() != QEvent.Type.ShortcutOverride or not isinstance(event, QKeyEvent):
            return super().event(event)
        event.setAccepted(not event.modifiers() & _COMMANDS)
        return event.isAccepted()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize and not self.isHidden():
            self.setGeometry(self._window.rect())
            self.placed.emit()
        return super().eventFilter(watched, event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        event.accept()
        self.close_overlay()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.close_overlay()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        if self._scrim:
            painter = QPainter(self)
            painter.fillRect(self.rect(), self._theme.tokens.scrim)
            painter.end()


class Sheet(QWidget):
    """The ground of a panel on an Overlay: `surface`, radius 8, an edge and no shadow."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        theme.changed.connect(self.update)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        event.accept()  # a click beside the controls is no click beside the sheet

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        draw_box(painter, self._theme.tokens, QRectF(self.rect()), fill="surface", edge="line-control", radius=8,
                 width=self._theme.edge)  # fmt: skip
        painter.end()


_TAB = Qt.FocusPolicy.TabFocus
_COMMANDS = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier


def _chain(panel: QWidget) -> list[QWidget]:
    """The panel and what it holds, in tab order."""
    found, widget = [panel], panel.nextInFocusChain()
    while widget is not None and widget is not panel:
        if panel.isAncestorOf(widget):
            found.append(widget)
        widget = widget.nextInFocusChain()
    return found
