"""A task as one line of a panel: level, title, state; a click opens it."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent

from orchestrator_desktop.domain.task import Stage, Task
from orchestrator_desktop.ui.inbox.states import task_state
from orchestrator_desktop.ui.paint import draw_box, draw_focus_ring, draw_level, draw_state, draw_text, level_name
from orchestrator_desktop.ui.paint import state_name as name_of
from orchestrator_desktop.ui.theme import Theme
from orchestrator_desktop.ui.widgets.focus import say
from orchestrator_desktop.ui.widgets.painted import PaintedButton

_GLYPH, _STATE, _GAP = 16, 14, 8


class TaskRow(PaintedButton):
    """28 px high. `removed` on Delete, `moved(step)` on Alt Up or Down, `stepped(step)` on Up or Down: its owner's."""

    removed = Signal()
    moved = Signal(int)
    stepped = Signal(int)

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme)
        self.task: Task | None = None
        self._detail = ""
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        theme.changed.connect(self.updateGeometry)

    def show_task(self, task: Task) -> None:
        self.task = task
        self._detail = f"{task.parts_done}/{task.parts}" if task.parts else ""
        say(self, task.title)
        state = name_of(task_state(task))
        self.setAccessibleName(", ".join(filter(None, (task.title, level_name(task.level), state, self._detail))))
        self.setToolTip(task.title)
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(160, self._theme.grown(28, "body"))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
        if event.key() in steps:
            signal = self.moved if event.modifiers() & Qt.KeyboardModifier.AltModifier else self.stepped
            signal.emit(steps[Qt.Key(event.key())])
        elif event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.removed.emit()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers():
            self.click()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        task = self.task
        if task is None:
            return
        painter = QPainter(self)
        theme, rect = self._theme, QRectF(self.rect())
        if self.underMouse():
            draw_box(painter, theme.tokens, rect, fill="hover")
        middle = rect.height() / 2
        draw_level(painter, theme, QRectF(4, round(middle - _GLYPH / 2), _GLYPH, _GLYPH), task.level)
        right = self._paint_state(painter, task)
        words = QRectF(4 + _GLYPH + _GAP, 0, right - 4 - _GLYPH - 2 * _GAP, rect.height())
        ended = task.stage in (Stage.DONE, Stage.DROPPED)
        draw_text(painter, theme, words, task.title, token="text-3" if ended else "text")
        if self._ring:
            draw_focus_ring(painter, theme.tokens, rect)
        painter.end()

    def _paint_state(self, painter: QPainter, task: Task) -> float:
        """Glyph of the state and figure of the parts at the right; where they begin."""
        theme, height = self._theme, self.height()
        left = float(self.width() - 4 - _STATE)
        draw_state(painter, theme.tokens, QRectF(left, round((height - _STATE) / 2), _STATE, _STATE), task_state(task))
        if self._detail:
            width = theme.metrics("meta", None, True).horizontalAdvance(self._detail) + 2
            left -= width + _GAP
            place = QRectF(left, 0, width, height)
            draw_text(painter, theme, place, self._detail, style="meta", token="text-3", tabular=True, elide=False)
        return left
