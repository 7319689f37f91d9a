"""The two rows over a result: the task, and where the version shown comes from."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from orchestrator_desktop.domain.task import Level
from orchestrator_desktop.ui.paint import (
    Who,
    draw_avatar,
    draw_focus_ring,
    draw_level,
    draw_text,
    level_name,
    text_width,
)
from orchestrator_desktop.ui.theme import Theme
from orchestrator_desktop.ui.widgets.focus import say
from orchestrator_desktop.ui.widgets.painted import PaintedButton

LEFT, RIGHT = 24, 20
_ICON, _ICON_GAP, _SPACE = 14, 7, 12


class TitleRow(QWidget):
    """Level, title and one line about the task, 56 px high; the line elides before the title does."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._level = Level.YOU_AND_AI
        self._title = self._meta = ""
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.updateGeometry)

    def show_task(self, level: Level, title: str, meta: str) -> None:
        self._level, self._title, self._meta = level, title, meta
        self.setAccessibleName(", ".join(filter(None, (title, level_name(level), meta))))
        self.setToolTip("")
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(300, self._theme.grown(56, "title"))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        theme, height = self._theme, self.height()
        draw_level(painter, theme, QRectF(LEFT, (height - 20) // 2, 20, 20), self._level)
        words = QRectF(LEFT + 32, 0, self.width() - LEFT - 32 - RIGHT, height)
        used = draw_text(painter, theme, words, self._title, style="title")
        left = words.adjusted(used + 12, 0, 0, 0)
        if left.width() > 40:
            draw_text(painter, theme, left, self._meta, style="meta", token="text-3", beside="title")
        painter.end()


@dataclass(frozen=True, slots=True)
class Fact:
    """One part of the strip: an icon, or an avatar with its name, and the words."""

    text: str
    icon: str = ""
    who: Who | None = None
    may_shorten: bool = False


class ProvenanceStrip(PaintedButton):
    """Facts in a row, 32 px high on `canvas`; a click asks for the full record."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self._facts: tuple[Fact, ...] = ()
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.updateGeometry)

    def set_facts(self, facts: Sequence[Fact], hint: str) -> None:
        """`hint` is what a click does."""
        self._facts = tuple(facts)
        say(self, ", ".join(fact.text for fact in facts))
        self.setAccessibleDescription(hint)
        self.setToolTip(f"{self.text()}\n{hint}")
        self.update()

    def facts(self) -> tuple[str, ...]:
        return tuple(fact.text for fact in self._facts)

    def sizeHint(self) -> QSize:
        return QSize(300, self._theme.grown(32, "meta"))

    def _widths(self) -> list[float]:
        """Width of each fact's words; those that may be shortened give way where there is not enough room."""
        widths = [text_width(self._theme, fact.text, "meta", tabular=True) + 1 for fact in self._facts]
        fixed = len(widths) * (_ICON + _ICON_GAP + 2 * _SPACE + 1)
        over = sum(widths) + fixed - (self.width() - LEFT - RIGHT)
        for place, fact in enumerate(self._facts):
            if over > 0 and fact.may_shorten:
                less = min(over, max(0.0, widths[place] - 60))
                widths[place] -= less
                over -= less
        return widths

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        tokens = self._theme.tokens
        painter.fillRect(self.rect(), tokens.hover if self.underMouse() else tokens.canvas)
        painter.fillRect(QRectF(0, 0, self.width(), 1), tokens.line)
        painter.fillRect(QRectF(0, self.height() - 1, self.width(), 1), tokens.line)
        x = float(LEFT)
        for place, (fact, width) in enumerate(zip(self._facts, self._widths(), strict=True)):
            if place:
                painter.fillRect(QRectF(round(x), (self.height() - 16) // 2, 1, 16), tokens.line_strong)
                x += 1 + _SPACE
            x = self._paint_fact(painter, fact, round(x), width) + _SPACE
        if self._ring:
            draw_focus_ring(painter, tokens, QRectF(self.rect()), 0)
        painter.end()

    def _paint_fact(self, painter: QPainter, fact: Fact, x: float, width: float) -> float:
        middle = self.height() // 2
        if fact.who is not None:
            draw_avatar(painter, self._theme, QRectF(x, middle - 8, 16, 16), fact.who, fact.text)
            x += 16 + _ICON_GAP - 1
        elif fact.icon:
            self._theme.draw_icon(painter, QRectF(x, middle - 7, _ICON, _ICON), fact.icon, "text-2")
            x += _ICON + _ICON_GAP - 1
        place = QRectF(x, 0, width, self.height())
        draw_text(painter, self._theme, place, fact.text, style="meta", token="text-2", tabular=True)
        return x + width
