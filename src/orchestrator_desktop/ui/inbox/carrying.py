"""Tasks carried by the pointer: from a list to a place in it, to another column, to a place in the sidebar.

Not Qt's drag: that one runs an event loop of its own inside the handler of a mouse movement."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol, runtime_checkable

from PySide6.QtCore import QObject, QPoint, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from orchestrator_desktop.domain.ids import TaskId
from orchestrator_desktop.ui.paint import draw_box, draw_text, text_width
from orchestrator_desktop.ui.theme import Theme

_WIDEST = 280


@runtime_checkable
class TakesTasks(Protocol):
    """A widget that tasks can be put on."""

    def tasks_over(self, ids: Sequence[TaskId], place: QPoint | None) -> bool:
        """They are carried over `place` (the widget's own), or with None away again; whether they may be put there."""

    def tasks_put(self, ids: Sequence[TaskId], place: QPoint) -> None:
        """They were let go there."""


class Carrier(QObject):
    """What is carried now, and over what. The list it began in tells where the pointer is."""

    def __init__(self, theme: Theme, source: QWidget) -> None:
        super().__init__(source)
        self._theme = theme
        self._source = source
        self._ids: list[TaskId] = []
        self._over: TakesTasks | None = None
        self._label: _Label | None = None

    @property
    def carries(self) -> bool:
        return bool(self._ids)

    def take(self, ids: Sequence[TaskId], words: str) -> None:
        """Begin to carry; `words` go along with the pointer."""
        self._ids = list(ids)
        if self._label is None:
            self._label = _Label(self._theme, self._source.window())
        self._label.say(words)

    def move(self, at: QPoint) -> None:
        """The pointer is at a point of the screen."""
        over = self._under(at)
        if over is not self._over and self._over is not None:
            self._over.tasks_over(self._ids, None)
        self._over = over
        may = over is not None and over.tasks_over(self._ids, _in(over, at))
        self._source.setCursor(Qt.CursorShape.ClosedHandCursor if may else Qt.CursorShape.ForbiddenCursor)
        if self._label is not None:
            self._label.follow(self._source.window().mapFromGlobal(at))

    def put(self, at: QPoint) -> None:
        """Let go there."""
        ids, over = list(self._ids), self._under(at)
        self.drop()
        if over is not None:
            over.tasks_put(ids, _in(over, at))

    def drop(self) -> None:
        """Carry nothing any more; nothing changes."""
        if self._over is not None:
            self._over.tasks_over(self._ids, None)
        self._ids, self._over = [], None
        self._source.unsetCursor()
        if self._label is not None:
            self._label.hide()

    def _under(self, at: QPoint) -> TakesTasks | None:
        window = self._source.window()
        widget: QWidget | None = window.childAt(window.mapFromGlobal(at))
        while widget is not None and not isinstance(widget, TakesTasks):
            widget = widget.parentWidget()
        return widget if isinstance(widget, TakesTasks) else None


def _in(over: TakesTasks, at: QPoint) -> QPoint:
    assert isinstance(over, QWidget)
    return over.mapFromGlobal(at)


class _Label(QWidget):
    """The words beside the pointer."""

    def __init__(self, theme: Theme, window: QWidget) -> None:
        super().__init__(window)
        self._theme = theme
        self._words = ""
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def say(self, words: str) -> None:
        self._words = words
        width = min(_WIDEST, round(text_width(self._theme, words, "meta", 500)) + 22)
        self.setFixedSize(QSize(width, self._theme.grown(28, "meta")))

    def follow(self, at: QPoint) -> None:
        window = self.parentWidget()
        assert window is not None
        right, below = window.width() - self.width(), window.height() - self.height()
        self.move(min(at.x() + 14, right), min(at.y() + 10, below))
        self.show()
        self.raise_()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        rect = QRectF(self.rect())
        draw_box(painter, self._theme.tokens, rect, fill="ink", radius=6)
        draw_text(
            painter, self._theme, rect.adjusted(10, 0, -10, 0), self._words, style="meta", weight=500, token="on-ink"
        )
        painter.end()
