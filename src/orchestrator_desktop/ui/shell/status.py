"""The status block: is the provider reachable, whose is it, what was spent today (UI.md 6)."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from orchestrator_desktop.ui.paint import Connection, draw_bar, draw_box, draw_connection, draw_focus_ring, draw_text
from orchestrator_desktop.ui.theme import Theme
from orchestrator_desktop.ui.widgets.painted import PaintedButton


@dataclass(frozen=True, slots=True)
class Status:
    """What the block says; `word` is the connection in words.

    `share` of the limit is spent (0 to 1, None without a limit), and `near` it the bar warns; `more` is what a tooltip
    adds to the words."""

    connection: Connection
    word: str
    provider: str
    spend: str
    share: float | None = None
    near: bool = False
    more: str = ""


class StatusBlock(PaintedButton):
    """80 px high, on one line with the action bars; a click is for whoever wants to change what it says."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self._status = Status(Connection.LOCAL, "", "", "")
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        theme.changed.connect(self._resize)
        self._resize()

    @property
    def status(self) -> Status:
        return self._status

    @property
    def words(self) -> str:
        """All that is said."""
        return self.accessibleName()

    def show_status(self, status: Status) -> None:
        if status == self._status:
            return
        self._status = status
        words = ", ".join(part for part in (status.word, status.provider, status.spend) if part)
        self.setAccessibleName(words)
        self.setAccessibleDescription(status.more)
        self.setToolTip("\n".join(part for part in (words, status.more) if part))
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(self.width(), self.height())

    def _resize(self) -> None:
        self.setFixedHeight(self._theme.grown(80, "meta", "meta"))
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(QRectF(0, 0, self.width(), 1), self._theme.tokens.line)
        inside = QRectF(8, 5, self.width() - 16, self.height() - 9)
        if self.underMouse() or self.isDown():
            draw_box(painter, self._theme.tokens, inside, fill="sunken" if self.isDown() else "hover")
        if self._ring:
            draw_focus_ring(painter, self._theme.tokens, inside)
        self._paint_words(painter)
        painter.end()

    def _paint_words(self, painter: QPainter) -> None:
        theme, status = self._theme, self._status
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
        token = "warn-text" if status.near else "text-2"
        draw_text(painter, theme, second, status.spend, style="meta", token=token, tabular=True)
        if status.share is not None:
            bar = QRectF(16, second.bottom() + 8, self.width() - 32, 4)
            draw_bar(painter, theme.tokens, bar, status.share, "warn-text" if status.near else "text-2")
