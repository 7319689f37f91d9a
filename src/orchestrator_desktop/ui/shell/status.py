"""The status block: is the provider reachable, whose is it, what was spent today (UI.md 6)."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from orchestrator_desktop.ui.paint import Connection, draw_connection, draw_text
from orchestrator_desktop.ui.theme import Theme


@dataclass(frozen=True, slots=True)
class Status:
    """What the block says; `word` is the connection in words."""

    connection: Connection
    word: str
    provider: str
    spend: str


class StatusBlock(QWidget):
    """80 px high, on one line with the action bars."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._status = Status(Connection.LOCAL, "", "", "")
        theme.changed.connect(self._resize)
        self._resize()

    @property
    def words(self) -> str:
        """All that is said."""
        return self.accessibleName()

    def show_status(self, status: Status) -> None:
        self._status = status
        words = ", ".join(part for part in (status.word, status.provider, status.spend) if part)
        self.setAccessibleName(words)
        self.setToolTip(words)
        self.update()

    def _resize(self) -> None:
        self.setFixedHeight(self._theme.grown(80, "meta", "meta"))
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme, status = self._theme, self._status
        painter = QPainter(self)
        painter.fillRect(QRectF(0, 0, self.width(), 1), theme.tokens.line)
        line = theme.line_height("meta")
        first = QRectF(16, 13, self.width() - 32, line)
        dot = QRectF(16, round(first.center().y() - 4), 8, 8)
        draw_connection(painter, theme.tokens, dot, status.connection)
        words = first.adjusted(16, 0, 0, 0)
        used = draw_text(painter, theme, words, status.word, style="meta", token="text-2")
        draw_text(
            painter, theme, words.adjusted(used + 12, 0, 0, 0), status.provider,
            style="meta", token="text-3", align=Qt.AlignmentFlag.AlignRight,
        )  # fmt: skip
        second = QRectF(16, first.bottom() + 4, self.width() - 32, line)
        draw_text(painter, theme, second, status.spend, style="meta", token="text-2", tabular=True)
        painter.end()
