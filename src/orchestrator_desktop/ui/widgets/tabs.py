"""Underlined tabs: a name, and a detail such as a time in `text-3`."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFocusEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QTabBar, QWidget

from orchestrator_desktop.ui.paint import draw_focus_ring, draw_text, text_width
from orchestrator_desktop.ui.theme import Theme
from orchestrator_desktop.ui.widgets.focus import ring_wanted

_SPACE = 20
_DETAIL_GAP = 6


class Tabs(QTabBar):
    """44 px high, 2 px `accent` under the current one; Left and Right move. A tab's data is its detail."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._ring = False
        self.setDrawBase(False)
        self.setExpanding(False)
        self.setUsesScrollButtons(True)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self._remeasure)
        self._remeasure()

    def add_tab(self, name: str, detail: str = "") -> int:
        """Append a tab; returns its place."""
        place = self.addTab(name)
        self.set_detail(place, detail)
        return place

    def set_detail(self, place: int, detail: str) -> None:
        self.setTabData(place, detail)
        self.setAccessibleTabName(place, f"{self.tabText(place)} {detail}".strip())
        self._remeasure()

    def _remeasure(self) -> None:
        self.setFont(self._theme.font("body", 500))
        self.updateGeometry()
        self.update()

    def _height(self) -> int:
        return self._theme.grown(44, "body")

    def tabSizeHint(self, index: int) -> QSize:
        detail = str(self.tabData(index) or "")
        width = text_width(self._theme, self.tabText(index), "body", 500)
        width += _DETAIL_GAP + text_width(self._theme, detail, "meta", tabular=True) if detail else 0
        return QSize(round(width + 0.5) + _SPACE, self._height())

    def minimumTabSizeHint(self, index: int) -> QSize:
        return self.tabSizeHint(index)

    def sizeHint(self) -> QSize:
        return QSize(sum(self.tabSizeHint(place).width() for place in range(self.count())), self._height())

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._ring = ring_wanted(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._ring = False
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        for place in range(self.count()):
            self._paint_tab(painter, place)
        painter.end()

    def _paint_tab(self, painter: QPainter, place: int) -> None:
        theme, rect = self._theme, QRectF(self.tabRect(place)).adjusted(0, 0, -_SPACE, 0)
        current = place == self.currentIndex()
        token = "text" if current else "text-2"
        used = draw_text(painter, theme, rect, self.tabText(place), weight=500, token=token, elide=False)
        detail = rect.adjusted(used + _DETAIL_GAP, 0, 4, 0)
        draw_text(
            painter, theme, detail, str(self.tabData(place) or ""), style="meta", token="text-3", tabular=True,
            elide=False, align=Qt.AlignmentFlag.AlignLeft,
        )  # fmt: skip
        if current:
            painter.fillRect(QRectF(rect.left(), rect.bottom() - 2, rect.width(), 2), theme.tokens.accent)
            if self._ring:
                draw_focus_ring(painter, theme.tokens, rect.adjusted(0 if place == 0 else -6, 8, 6, -8), 4)
