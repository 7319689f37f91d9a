"""One column of the day's ledger, painted."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from orchestrator_desktop.domain.ledger import Finished
from orchestrator_desktop.ui import formats
from orchestrator_desktop.ui.paint import (
    Series,
    draw_box,
    draw_focus_ring,
    draw_level,
    draw_series,
    draw_text,
    text_width,
)
from orchestrator_desktop.ui.services import Services

_ROW = 28
_GLYPH = 16


class LedgerColumn(QWidget):
    """A heading with its mark, count and time, then a row a finished task; `opened(TaskId)` on Enter or click."""

    opened = Signal(int)

    def __init__(self, services: Services, series: Series, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._services = services
        self._theme = services.theme
        self._series = series
        self._title = ""
        self._rows: tuple[Finished, ...] = ()
        self._current = -1
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._theme.changed.connect(self._resize)

    def show_rows(self, title: str, rows: Sequence[Finished]) -> None:
        self._title, self._rows, self._current = title, tuple(rows), -1
        spoken = [f"{row.title}, {self._aside(row)}" for row in self._rows]
        self.setAccessibleName(f"{title}: {self._sum()}")
        self.setAccessibleDescription("; ".join(spoken))
        self._resize()

    def _sum(self) -> str:
        seconds = sum(row.seconds or 0 for row in self._rows)
        count = formats.count(len(self._rows), self._services.languages.locale)
        return f"{count} · {formats.duration(seconds)}" if seconds else count

    def _aside(self, row: Finished) -> str:
        if self._series is Series.PEOPLE:
            return row.who
        if row.seconds is not None:
            return formats.duration(row.seconds)
        return formats.clock(row.at, self._services.languages.locale)

    def _line(self) -> int:
        return self._theme.grown(_ROW, "body")

    def _resize(self) -> None:
        self.setFixedHeight(self._line() * (len(self._rows) + 1))
        self.updateGeometry()
        self.update()

    def _step(self, step: int) -> None:
        if self._rows:
            self._current = min(max(self._current + step, 0), len(self._rows) - 1)
            self.update()

    def sizeHint(self) -> QSize:
        return QSize(240, self._line() * (len(self._rows) + 1))

    def minimumSizeHint(self) -> QSize:
        return QSize(160, self.sizeHint().height())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._current = int(event.position().y() // self._line()) - 1
        self.update()

    def leaveEvent(self, event: QEvent) -> None:
        self._current = -1
        self.update()
        super().leaveEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        row = int(event.position().y() // self._line()) - 1
        if 0 <= row < len(self._rows):
            self.opened.emit(self._rows[row].task_id)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if key in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            self._step(1 if key is Qt.Key.Key_Down else -1)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and 0 <= self._current < len(self._rows):
            self.opened.emit(self._rows[self._current].task_id)
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._current = -1
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        line = self._line()
        self._draw_line(painter, QRectF(0, 0, self.width(), line), self._title, self._sum(), None)
        for number, row in enumerate(self._rows):
            rect = QRectF(0, line * (number + 1), self.width(), line)
            if number == self._current:
                draw_box(painter, self._theme.tokens, rect.adjusted(-4, 0, 4, 0), fill="hover")
            self._draw_line(painter, rect, row.title, self._aside(row), row)
        if self.hasFocus():
            draw_focus_ring(painter, self._theme.tokens, QRectF(self.rect()))
        painter.end()

    def _draw_line(self, painter: QPainter, rect: QRectF, text: str, aside: str, row: Finished | None) -> None:
        theme = self._theme
        glyph = QRectF(rect.left(), round(rect.center().y() - _GLYPH / 2), _GLYPH, _GLYPH)
        if row is None:
            draw_series(painter, theme.tokens, glyph.adjusted(2, 2, -2, -2), self._series)
        else:
            draw_level(painter, theme, glyph, row.level)
        width = text_width(theme, aside, "meta", tabular=True)
        box = QRectF(rect.right() - width, rect.top(), width, rect.height())
        draw_text(painter, theme, box, aside, style="meta", token="text-3", tabular=True, elide=False)
        left = glyph.right() + 10
        words = QRectF(left, rect.top(), box.left() - 8 - left, rect.height())
        draw_text(painter, theme, words, text, weight=600 if row is None else 400)
