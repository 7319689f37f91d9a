"""An answer as it arrives: finished blocks rendered once, the open tail again and again, followed to its end."""

from __future__ import annotations

from collections import deque

from PySide6.QtCore import QElapsedTimer, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QTextCursor
from PySide6.QtWidgets import QWidget

from orchestrator_desktop.ui.document.blocks import BlockCutter
from orchestrator_desktop.ui.document.view import AT_ONCE, DocumentView
from orchestrator_desktop.ui.theme import Theme

FLUSH_MS = 50
SLICE_MS = 12
_BLINK_MS = 500
_NEAR_END = 24


class LiveView(DocumentView):
    """Follows the end until the user scrolls up; `away(True)` then asks for a "Jump to the end"."""

    away = Signal(bool)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        self._cutter = BlockCutter()
        self._flush_timer = QTimer()
        self._blink = QTimer()
        self._live = False
        self._caret_on = True
        self._follows = True
        self._tail_start = -1
        self._pending = ""
        self._waiting: deque[str] = deque()
        super().__init__(theme, parent)
        self._flush_timer.setSingleShot(True)
        self._flush_timer.setInterval(FLUSH_MS)
        self._flush_timer.timeout.connect(self.flush)
        self._blink.setInterval(_BLINK_MS)
        self._blink.timeout.connect(self._toggle_caret)
        self.verticalScrollBar().valueChanged.connect(self._scrolled)
        self.verticalScrollBar().rangeChanged.connect(self._range_changed)

    def start(self, text: str = "") -> None:
        """Begin a new answer, of which `text` has arrived already."""
        self._cutter = BlockCutter()
        self._pending, self._tail_start, self._follows = text, -1, True
        self._text, self._before = "", None
        self._live = True
        self._waiting.clear()
        self._renew()
        self.flush()
        self._blink.start()

    def reopen(self) -> None:
        """More will come after all: the last block is the open tail again, for a sentence may go on in it."""
        if self._live:
            return
        follows = self._follows
        place = self.verticalScrollBar().value()
        self.start(self.markdown)
        if not follows:
            self._follows = False
            self.verticalScrollBar().setValue(place)

    def append(self, text: str) -> None:
        """More text; it is drawn within about 50 ms."""
        self.reopen()
        self._pending += text
        if not self._flush_timer.isActive():
            self._flush_timer.start()

    def finish(self) -> None:
        """No more will come: draw what is left, take the caret away."""
        self.flush()
        self._cutter.finish()
        self._live = False
        self._commit()
        self._blink.stop()
        self.viewport().update()

    @property
    def live(self) -> bool:
        """Whether more is awaited, and the caret shown."""
        return self._live

    def jump_to_end(self) -> None:
        self._follows = True
        self.verticalScrollBar().setValue(self.verticalScrollBar().maximum())

    def redraw(self) -> None:
        if not self._live and not self._text:
            return
        text, live = self._text + self._pending, self._live
        if not live:
            self._waiting.clear()
            super().redraw()
            return
        self.start(text)

    @property
    def markdown(self) -> str:
        """All that has arrived, drawn or not."""
        return self._text + self._pending

    def flush(self) -> None:
        """Draw what has arrived now, without waiting for the clock."""
        if not self._pending:
            return
        clock = QElapsedTimer()
        clock.start()
        self._text += self._pending
        self._cutter.feed(self._pending)
        self._pending = ""
        self._commit()
        # However slow drawing gets, it takes a tenth of the window's time at most.
        self._flush_timer.setInterval(max(FLUSH_MS, clock.elapsed() * 10))

    def _commit(self) -> None:
        """Take the old tail away and render what is finished by now."""
        if self._tail_start >= 0:
            cursor = QTextCursor(self.document())
            cursor.setPosition(self._tail_start)
            cursor.movePosition(QTextCursor.MoveOperation.End, QTextCursor.MoveMode.KeepAnchor)
            cursor.removeSelectedText()
            self._tail_start = -1
        self._waiting.extend(self._cutter.ready)
        self._cutter.ready.clear()
        self._draw_waiting()

    @property
    def drawing(self) -> bool:
        """Whether some of what has arrived is still to be drawn."""
        return bool(self._waiting)

    def _draw_waiting(self) -> None:
        """Render finished blocks for a moment, so that the window stays awake; the tail once they are done."""
        clock = QElapsedTimer()
        clock.start()
        while self._waiting and clock.elapsed() < SLICE_MS:
            self.add_block(self._waiting.popleft())
        if self._waiting:
            self._timer.start()
            return
        self._timer.stop()
        if self._live and self._cutter.tail:
            self._tail_start = self.document().characterCount() - 1
            self.add_block(self._cutter.tail)

    def _next_slice(self, most: int = AT_ONCE // 8) -> None:
        if self._live or self._waiting:
            self._draw_waiting()
        else:
            super()._next_slice(most)

    def _toggle_caret(self) -> None:
        self._caret_on = not self._caret_on
        self.viewport().update()

    def _scrolled(self, value: int) -> None:
        at_end = value >= self.verticalScrollBar().maximum() - _NEAR_END
        if at_end != self._follows:
            self._follows = at_end
            self.away.emit(not at_end)

    def _range_changed(self, _low: int, high: int) -> None:
        if self._follows and self._live:
            self.verticalScrollBar().setValue(high)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self._live or not self._caret_on:
            return
        cursor = QTextCursor(self.document())
        cursor.movePosition(QTextCursor.MoveOperation.End)
        place = self.cursorRect(cursor)
        painter = QPainter(self.viewport())
        painter.setPen(Qt.PenStyle.NoPen)
        painter.fillRect(QRectF(place.left() + 2, place.center().y() - 8, 8, 16), self.theme.tokens.focus)
        painter.end()
