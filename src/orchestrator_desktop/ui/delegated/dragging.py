"""A queued row dragged to another place in the queue: where it would go, and the line that shows it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRect, QRectF
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QApplication

from orchestrator_desktop.store.board import BoardRow
from orchestrator_desktop.ui.theme import Theme
from orchestrator_desktop.ui.widgets.rows import INSET


class Dragging:
    """From a press on a queued row to its release; `rows` are those of the queue with their places on the screen."""

    def __init__(self, row: BoardRow, rows: Sequence[tuple[BoardRow, QRect]], at: QPointF) -> None:
        self.row = row
        self._rows = rows
        self._start = at
        self._at: QPointF | None = None

    @property
    def moving(self) -> bool:
        """Whether it has gone far enough to be no click."""
        return self._at is not None

    def follow(self, at: QPointF, rows: Sequence[tuple[BoardRow, QRect]]) -> None:
        """The pointer is here now; the list may have scrolled."""
        self._rows = rows
        if self.moving or (at - self._start).manhattanLength() >= QApplication.startDragDistance():
            self._at = at

    @property
    def by(self) -> int:
        """By how many places it would move; 0 where it stands."""
        here = self._here()
        if self._at is None or here is None:
            return 0
        there = self._gap()
        return there - here - (1 if there > here else 0)

    def draw(self, painter: QPainter, theme: Theme) -> None:
        """A 2 px line where it would go."""
        if not self.by:
            return
        gap = self._gap()
        rect = self._rows[min(gap, len(self._rows) - 1)][1]
        y = rect.top() if gap < len(self._rows) else rect.bottom() + 1
        line = QRectF(rect.left() + INSET, y - 1, rect.width() - 2 * INSET, 2)
        painter.fillRect(line, theme.tokens.focus)

    def _here(self) -> int | None:
        ids = [row.delegation_id for row, _ in self._rows]
        return ids.index(self.row.delegation_id) if self.row.delegation_id in ids else None

    def _gap(self) -> int:
        """Before which row of the queue the pointer is."""
        y = self._at.y() if self._at is not None else 0.0
        return sum(1 for _, rect in self._rows if rect.center().y() < y)
