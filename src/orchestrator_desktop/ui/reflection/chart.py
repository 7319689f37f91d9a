"""Thirty days as bars: with AI, with people, executed; the same numbers in words for screen readers and as a table."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from PySide6.QtCore import QCoreApplication, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from orchestrator_desktop.domain.ledger import Way
from orchestrator_desktop.ui import formats
from orchestrator_desktop.ui.paint import Series, draw_series, draw_text, text_width
from orchestrator_desktop.ui.services import Services

DAYS = 30
_BAR = 14
_UNIT = 16
_AXIS = 24
_TOP = 8
_RIGHT = 24
_ORDER = ((Way.WITH_AI, Series.AI), (Way.WITH_PEOPLE, Series.PEOPLE), (Way.EXECUTED, Series.EXECUTED))
_MONDAY, _SATURDAY = 0, 5


@dataclass(frozen=True, slots=True)
class Days:
    """What was finished which way, on the days up to and with `last`."""

    last: date
    figures: Mapping[date, Mapping[Way, int]]

    def of(self, day: date) -> tuple[int, int, int]:
        found = self.figures.get(day, {})
        return tuple(found.get(way, 0) for way, _ in _ORDER)  # type: ignore[return-value]

    def days(self) -> list[date]:
        return [self.last - timedelta(days=DAYS - 1 - number) for number in range(DAYS)]

    def shares(self) -> tuple[int | None, int | None]:
        """Percentage orchestrated in the first and in the last seven days; None where nothing was finished."""
        every = self.days()
        return self._share(every[:7]), self._share(every[-7:])

    def _share(self, some: list[date]) -> int | None:
        sums = [sum(self.of(day)[part] for day in some) for part in range(3)]
        return round(100 * (sums[0] + sums[1]) / sum(sums)) if sum(sums) else None


class DaysChart(QWidget):
    """160 px of bars over an axis with the Mondays named; a busy day makes all bars flatter, never taller."""

    def __init__(self, services: Services, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._services = services
        self._theme = services.theme
        self._days = Days(date(2000, 1, 1), {})
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._theme.changed.connect(self._resize)
        self._resize()

    def show_days(self, days: Days) -> None:
        self._days = days
        template = QCoreApplication.translate("DaysChart", "%1: %2 with AI, %3 with people, %4 executed")
        locale = self._services.languages.locale
        spoken = []
        for day in days.days():
            if any(days.of(day)):
                words = template.replace("%1", formats.written(day, "d MMM", locale))
                for number, value in enumerate(days.of(day)):
                    words = words.replace(f"%{number + 2}", str(value))
                spoken.append(words)
        self.setAccessibleDescription("; ".join(spoken))
        self.update()

    def _resize(self) -> None:
        self.setFixedHeight(_TOP + 10 * _UNIT + self._theme.grown(_AXIS, "micro"))
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        most = max([10, *(sum(self._days.of(day)) for day in self._days.days())])
        unit = 10 * _UNIT / most
        base = _TOP + 10 * _UNIT
        self._draw_lines(painter, unit, base, most)
        step = (self.width() - _RIGHT) / DAYS
        for number, day in enumerate(self._days.days()):
            bar = QRectF(round(number * step + (step - _BAR) / 2), base, min(_BAR, step - 2), 0)
            self._draw_bar(painter, bar, day, unit)
            self._draw_name(painter, day, bar, base)
        painter.fillRect(QRectF(0, base, self.width() - _RIGHT, 1), self._theme.tokens.line_control)
        painter.end()

    def _draw_lines(self, painter: QPainter, unit: float, base: int, most: int) -> None:
        half = -(-most // 2)
        for value in (half, most):
            y = round(base - value * unit)
            painter.fillRect(QRectF(0, y, self.width() - _RIGHT, 1), self._theme.tokens.line)
            box = QRectF(self.width() - _RIGHT + 4, y - 8, _RIGHT - 4, 16)
            draw_text(
                painter, self._theme, box, str(value), style="micro", token="text-3", align=Qt.AlignmentFlag.AlignRight
            )

    def _draw_bar(self, painter: QPainter, bar: QRectF, day: date, unit: float) -> None:
        bottom = bar.top()
        for value, (_, series) in zip(self._days.of(day), _ORDER, strict=True):
            if value:
                top = round(bottom - value * unit)
                draw_series(painter, self._theme.tokens, QRectF(bar.left(), top, bar.width(), bottom - top), series, 0)
                bottom = top

    def _draw_name(self, painter: QPainter, day: date, bar: QRectF, base: int) -> None:
        today = day == self._services.today()
        if day.weekday() != _MONDAY and not today:
            return
        near_today = 0 < (self._days.last - day).days < 4 and self._days.last == self._services.today()
        if near_today:
            return
        locale = self._services.languages.locale
        words = QCoreApplication.translate("formats", "Today") if today else formats.written(day, "d MMM", locale)
        width = text_width(self._theme, words, "micro")
        left = bar.right() - width if today else bar.left()
        box = QRectF(left, base + 6, width + 1, self._theme.line_height("micro"))
        draw_text(painter, self._theme, box, words, style="micro", token="text-3", elide=False)
