"""The days whose reflections a search found, over the tasks it found: one line each, which leads to the day."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from orchestrator_desktop.store.search import FoundDay
from orchestrator_desktop.ui import formats
from orchestrator_desktop.ui.inbox.runs import Run, draw_runs, marked
from orchestrator_desktop.ui.navigator import Screen
from orchestrator_desktop.ui.paint import draw_box, draw_focus_ring
from orchestrator_desktop.ui.services import Services
from orchestrator_desktop.ui.widgets.focus import say
from orchestrator_desktop.ui.widgets.painted import PaintedButton

SHOWN = 3
"""Days at most: the tasks are what is looked for."""


class FoundDays(QWidget):
    """Hidden while there are none."""

    def __init__(self, services: Services, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._services = services
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(8, 8, 8, 0)
        self._column.setSpacing(0)
        self._rows = [_DayRow(services) for _ in range(SHOWN)]
        for row in self._rows:
            self._column.addWidget(row)
        self.hide()

    def show_days(self, found: list[FoundDay]) -> None:
        for row, day in zip(self._rows, [*found, *[None] * SHOWN], strict=False):
            row.show_day(day)
        self.setVisible(bool(found))


class _DayRow(PaintedButton):
    """A moon, the day, and what was written with the words in it."""

    def __init__(self, services: Services) -> None:
        super().__init__(services.theme)
        self._services = services
        self._found: FoundDay | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.clicked.connect(self._go)

    def show_day(self, found: FoundDay | None) -> None:
        self._found = found
        self.setVisible(found is not None)
        if found is not None:
            words = self.tr("Reflection of %1").replace("%1", self._day(found))
            say(self, words)
            self.setAccessibleName(f"{self._named()} {found.snippet.text}")
        self.update()

    def _named(self) -> str:
        """The day as what was written there follows it."""
        return self.tr("%1:", "Reflection of a day, before what was written").replace("%1", self.text())

    def _day(self, found: FoundDay) -> str:
        return formats.day_within(found.day, self._services.today(), self._services.languages.locale)

    def _go(self) -> None:
        if self._found is not None:
            self._services.navigator.go(Screen.REFLECTION, part=self._found.day.isoformat())

    def sizeHint(self) -> QSize:
        return QSize(120, self._services.theme.grown(28, "meta"))

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.show_day(self._found)
        super().changeEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        if self._found is None:
            return
        painter = QPainter(self)
        theme, rect = self._services.theme, QRectF(self.rect())
        if self.underMouse():
            draw_box(painter, theme.tokens, rect, fill="hover")
        if self._ring:
            draw_focus_ring(painter, theme.tokens, rect)
        theme.draw_icon(painter, QRectF(17, (rect.height() - 16) // 2, 16, 16), "moon", "text-2")
        runs = [
            Run(f"{self._named()}  ", "text-2"),
            *marked(self._found.snippet.text, self._found.snippet.ranges, "text-3"),
        ]
        draw_runs(painter, theme, rect.adjusted(46, 0, -12, 0), runs, style="meta")
        painter.end()
