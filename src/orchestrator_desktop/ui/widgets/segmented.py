"""A choice of one among a few, side by side, with an optional suggestion that only the user can take."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from orchestrator_desktop.domain.task import Level
from orchestrator_desktop.ui.paint import draw_box, draw_focus_ring, draw_level, draw_text, text_width
from orchestrator_desktop.ui.theme import Theme
from orchestrator_desktop.ui.widgets.focus import say
from orchestrator_desktop.ui.widgets.painted import PaintedButton

_GLYPH = 16
_ICON = 14
_GLYPH_GAP = 7
_AIR = 12
"""What a segment gets beside its content where there is room; less, and all stay equally wide."""


@dataclass(frozen=True, slots=True)
class Segment:
    """One choice: its value, its words, and a level glyph or an icon before them."""

    value: object
    text: str
    icon: str | None = None
    level: Level | None = None


class Segmented(QWidget):
    """Segments in a `sunken` track. Arrow keys move the choice; `chosen(value)` is emitted for the user's acts only."""

    chosen = Signal(object)

    def __init__(
        self, theme: Theme, segments: Sequence[Segment] = (), *, small: bool = False, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._small = small
        self._buttons: list[_SegmentButton] = []
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(3, 3, 3, 3)
        self._row.setSpacing(2)
        theme.changed.connect(self._resize)
        self._resize()
        self.set_segments(segments)

    def set_segments(self, segments: Sequence[Segment]) -> None:
        """Replace the choices (also to say them in another language); the value stays if it is still there."""
        value, suggested = self.value(), self.suggested()
        for button in self._buttons:
            self._row.removeWidget(button)
            button.hide()
            button.deleteLater()
        self._buttons = [_SegmentButton(self._theme, segment) for segment in segments]
        for button in self._buttons:
            self._row.addWidget(button, 1)
            button.clicked.connect(self._on_clicked)
        self.set_value(value)
        self.set_suggested(suggested)

    def value(self) -> object:
        """The chosen value, or None."""
        return next((button.segment.value for button in self._buttons if button.isChecked()), None)

    def set_value(self, value: object) -> None:
        """Choose without a signal; None or an unknown value chooses nothing."""
        for button in self._buttons:
            button.setAutoExclusive(False)
            button.setChecked(button.segment.value == value)
        for button in self._buttons:
            button.setAutoExclusive(True)

    def suggested(self) -> object:
        return next((button.segment.value for button in self._buttons if button.suggested), None)

    def set_suggested(self, value: object) -> None:
        """Give one segment a dashed edge; None takes it away."""
        for button in self._buttons:
            button.suggested = value is not None and button.segment.value == value
            button.update()

    def set_segment_enabled(self, value: object, enabled: bool, reason: str = "") -> None:
        """Close or open one choice, with the reason in its tooltip."""
        for button in self._buttons:
            if button.segment.value == value:
                button.setEnabled(enabled)
                button.setToolTip(reason)

    def sizeHint(self) -> QSize:
        return super().sizeHint() + QSize(_AIR * len(self._buttons), 0)

    def _on_clicked(self) -> None:
        self.chosen.emit(self.value())

    def _resize(self) -> None:
        self.setFixedHeight(self._theme.grown(28 if self._small else 32, "meta"))
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        draw_box(painter, self._theme.tokens, QRectF(self.rect()), fill="sunken", edge="line-strong")
        painter.end()


class _SegmentButton(PaintedButton):
    """One segment; auto-exclusive buttons give arrow keys and the radio role to screen readers."""

    def __init__(self, theme: Theme, segment: Segment) -> None:
        super().__init__(theme)
        self.segment = segment
        self.suggested = False
        say(self, segment.text)
        self.setCheckable(True)
        self.setAutoExclusive(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        theme.changed.connect(self.updateGeometry)

    def sizeHint(self) -> QSize:
        return QSize(round(self._content_width()) + 8, self._theme.grown(26, "meta"))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def _content_width(self) -> float:
        return self._glyph_width() + text_width(self._theme, self.text(), "meta", 500)

    def _glyph_width(self) -> int:
        if self.segment.level is not None:
            return _GLYPH + _GLYPH_GAP
        return _ICON + _GLYPH_GAP if self.segment.icon else 0

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        tokens, rect = self._theme.tokens, QRectF(self.rect())
        if self.isChecked():
            draw_box(painter, tokens, rect, fill="surface", edge="line-control", radius=4, width=self._theme.edge)
        elif self.suggested:
            draw_box(painter, tokens, rect, edge="line-control", radius=4, dashed=True)
        self._paint_content(painter, rect)
        if self._ring:
            draw_focus_ring(painter, tokens, rect, 4)
        painter.end()

    def _paint_content(self, painter: QPainter, rect: QRectF) -> None:
        x = rect.left() + max(4, round((rect.width() - self._content_width()) / 2 + 0.5))
        chosen = self.isChecked()
        if self.segment.level is not None:
            glyph = QRectF(x, rect.top() + (rect.height() - _GLYPH) // 2, _GLYPH, _GLYPH)
            draw_level(painter, self._theme, glyph, self.segment.level)
        elif self.segment.icon:
            icon = QRectF(x, rect.top() + (rect.height() - _ICON) // 2, _ICON, _ICON)
            self._theme.draw_icon(painter, icon, self.segment.icon, "accent-text" if chosen else "text-2")
        x += self._glyph_width()
        token = "text" if chosen else "text-2" if self.isEnabled() else "text-3"
        words = QRectF(x, rect.top(), rect.right() - x - 2, rect.height())
        draw_text(painter, self._theme, words, self.text(), style="meta", weight=500, token=token)
