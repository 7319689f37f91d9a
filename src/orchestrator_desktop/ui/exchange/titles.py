"""The first tasks of a file, as they would be here: whether they are done, their words, domain and date."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from orchestrator_desktop.domain.task import Stage
from orchestrator_desktop.domain.transfer import Record
from orchestrator_desktop.ui import formats
from orchestrator_desktop.ui.paint import UiState, draw_state, draw_text, state_name, text_width
from orchestrator_desktop.ui.services import Services

SHOWN: Final = 8
_GLYPH, _GAP = 14, 8
_STATES: Final = {Stage.DONE: UiState.DONE, Stage.DROPPED: UiState.DROPPED}


class FirstTasks(QWidget):
    """Up to eight lines, painted: glyph, title, what else is known at the right."""

    def __init__(self, services: Services, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._services = services
        self._lines: list[tuple[UiState, str, str]] = []
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        services.theme.changed.connect(self.updateGeometry)

    def show_tasks(self, records: Sequence[Record]) -> None:
        self._lines = [self._line(record) for record in records[:SHOWN]]
        said = (", ".join(filter(None, (title, state_name(state), facts))) for state, title, facts in self._lines)
        self.setAccessibleName(". ".join(said))
        self.updateGeometry()
        self.update()

    @property
    def titles(self) -> list[str]:
        return [title for _, title, _ in self._lines]

    def _line(self, record: Record) -> tuple[UiState, str, str]:
        services = self._services
        due = formats.due(record.due, services.today(), services.languages.locale, services.begins())
        facts = " · ".join(filter(None, (record.domain, due)))
        return _STATES.get(record.stage, UiState.NEW), record.title, facts

    def sizeHint(self) -> QSize:
        return QSize(320, self._height() * len(self._lines))

    def _height(self) -> int:
        return self._services.theme.grown(24, "body")

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        height = self._height()
        for number, (state, title, facts) in enumerate(self._lines):
            self._paint_line(painter, QRectF(0, number * height, self.width(), height), state, title, facts)
        painter.end()

    def _paint_line(self, painter: QPainter, rect: QRectF, state: UiState, title: str, facts: str) -> None:
        theme = self._services.theme
        glyph = QRectF(rect.left(), rect.top() + (rect.height() - _GLYPH) // 2, _GLYPH, _GLYPH)
        draw_state(painter, theme.tokens, glyph, state, token="text-3")
        room = min(text_width(theme, facts, "meta"), rect.width() * 2 // 5) if facts else 0
        left = glyph.right() + _GAP
        words = QRectF(left, rect.top(), rect.width() - left - (room + 16 if room else 0), rect.height())
        draw_text(painter, theme, words, title)
        place = QRectF(rect.right() - room, rect.top(), room, rect.height())
        right = Qt.AlignmentFlag.AlignRight
        draw_text(painter, theme, place, facts, style="meta", token="text-3", align=right, beside="body")
