"""A menu of acts with a note and a key each, opened above its button."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QFrame, QVBoxLayout, QWidget

from orchestrator_desktop.domain.task import Level
from orchestrator_desktop.ui.paint import draw_box, draw_key_caps, draw_level, draw_text, key_caps_width, text_width
from orchestrator_desktop.ui.theme import Theme
from orchestrator_desktop.ui.widgets.focus import say
from orchestrator_desktop.ui.widgets.overlay import Overlay

_PADDING = 5
_GAP = 8


@dataclass(frozen=True, slots=True)
class MenuItem:
    """One act: `value` is what `chosen` gives back; `key` is a letter or figure that picks it while the menu is open.

    A disabled item says why in `note`."""

    value: object
    text: str
    icon: str | None = None
    level: Level | None = None
    note: str = ""
    key: str = ""
    enabled: bool = True


class PopupMenu(QFrame):
    """Rows of 36 px in a panel with radius 8. Up, Down, Enter, Esc, each item's key, or the pointer."""

    chosen = Signal(object)

    def __init__(self, theme: Theme, window: QWidget, items: Sequence[MenuItem] = ()) -> None:
        """`window`: the widget the menu may cover, usually the main window."""
        super().__init__()
        self._theme = theme
        self._window = window
        self._anchor: QWidget | None = None
        self._over: QWidget | None = None
        self._rows: list[_MenuRow] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(_PADDING, _PADDING, _PADDING, _PADDING)
        self._column.setSpacing(0)
        self._overlay = Overlay(theme, window, self, scrim=False)
        self._overlay.placed.connect(self._place)
        self.closed = self._overlay.closed
        theme.changed.connect(self.update)
        self.set_items(items)

    def set_items(self, items: Sequence[MenuItem]) -> None:
        for row in self._rows:
            self._column.removeWidget(row)
            row.hide()
            row.deleteLater()
        self._rows = [_MenuRow(self._theme, item) for item in items]
        for row in self._rows:
            self._column.addWidget(row)
            row.clicked.connect(lambda _checked=False, row=row: self._choose(row))

    def open_for(self, button: QWidget, over: QWidget | None = None) -> None:
        """Open 8 px above `button`, right edges in line; above `over` (the bar it stands in) where that is given.

        Below the button where there is no room above."""
        self._anchor = button
        self._over = over or button
        self._overlay.open()
        first = next((row for row in self._rows if row.isEnabled()), None)
        if first:
            first.setFocus(Qt.FocusReason.PopupFocusReason)

    def close_menu(self) -> None:
        self._overlay.close_overlay()

    def is_open(self) -> bool:
        return self._overlay.isVisible()

    def rows(self) -> list[QAbstractButton]:
        """The rows as buttons, first to last."""
        return list(self._rows)

    def _choose(self, row: _MenuRow) -> None:
        self.close_menu()
        self.chosen.emit(row.item.value)

    def _place(self) -> None:
        if self._anchor is None or self._over is None:
            return
        self.adjustSize()
        layer = self._overlay
        corner = self._anchor.mapTo(self._window, QPoint(self._anchor.width(), 0))
        top = self._over.mapTo(self._window, QPoint(0, 0)).y() - 8 - self.height()
        if top < 0:
            top = corner.y() + self._anchor.height() + 8
        top = max(8, min(top, layer.height() - self.height() - 8))  # a long menu stays in the window
        left = min(max(8, corner.x() - self.width()), max(8, layer.width() - self.width() - 8))
        self.move(left, top)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1, Qt.Key.Key_K: -1, Qt.Key.Key_J: 1}
        keyed = [row for row in self._rows if row.isEnabled() and row.item.key and row.item.key == event.text().upper()]
        if keyed:
            self._choose(keyed[0])
        elif event.key() in steps:
            self._step(steps[Qt.Key(event.key())])
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._choose_current()
        else:
            super().keyPressEvent(event)

    def _choose_current(self) -> None:
        current = next((row for row in self._rows if row.hasFocus()), None)
        if current:
            self._choose(current)

    def _step(self, step: int) -> None:
        open_rows = [row for row in self._rows if row.isEnabled()]
        if open_rows:
            place = next((n for n, row in enumerate(open_rows) if row.hasFocus()), -1 if step > 0 else 0)
            open_rows[(place + step) % len(open_rows)].setFocus(Qt.FocusReason.PopupFocusReason)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        event.accept()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        draw_box(painter, self._theme.tokens, QRectF(self.rect()), fill="surface", edge="line-control", radius=8,
                 width=self._theme.edge)  # fmt: skip
        painter.end()


class _MenuRow(QAbstractButton):
    """One row; the focus is the current row, and it follows the pointer."""

    def __init__(self, theme: Theme, item: MenuItem) -> None:
        super().__init__()
        self.item = item
        self._theme = theme
        say(self, item.text)
        self.setAccessibleName(", ".join(filter(None, (item.text, item.note))))
        self.setEnabled(item.enabled)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        theme.changed.connect(self.updateGeometry)

    def sizeHint(self) -> QSize:
        item = self.item
        note = text_width(self._theme, item.note, "micro") + 14 if item.note else 0
        caps = key_caps_width(self._theme, (item.key,)) + 10 if item.key else 0
        width = 36 + text_width(self._theme, item.text, "body", 500) + note + caps + 20
        return QSize(max(200, round(width)), self._theme.grown(36, "body"))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        super().mouseMoveEvent(event)
        if not self.hasFocus():
            self.setFocus(Qt.FocusReason.MouseFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Space:
            super().keyPressEvent(event)
        else:
            event.ignore()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        theme, item, rect = self._theme, self.item, QRectF(self.rect())
        if self.hasFocus():
            draw_box(painter, theme.tokens, rect, fill="selected",
                     edge="focus" if theme.high_contrast else None, width=2)  # fmt: skip
        glyph = QRectF(10, (rect.height() - 16) // 2, 16, 16)
        token = "text" if self.isEnabled() else "text-3"
        if item.level is not None:
            draw_level(painter, theme, glyph, item.level)
        elif item.icon:
            theme.draw_icon(painter, glyph.adjusted(1, 1, -1, -1), item.icon, "text-2" if self.isEnabled() else token)
        right = rect.right() - 9
        if item.key:
            caps = key_caps_width(theme, (item.key,))
            right -= caps
            draw_key_caps(painter, theme, QRectF(right, 0, caps, rect.height()), (item.key,))
            right -= 10
        note = QRectF(right - text_width(theme, item.note, "micro") - 1, 0, text_width(theme, item.note, "micro") + 2,
                      rect.height())  # fmt: skip
        draw_text(painter, theme, note, item.note, style="micro", token="text-3", elide=False)
        words = QRectF(36, 0, note.left() - _GAP - 36, rect.height())
        draw_text(painter, theme, words, item.text, weight=500, token=token)
        painter.end()
