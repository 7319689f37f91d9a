"""Small things that only show: pill, icon, key caps, figures, steps, progress."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QProgressBar, QSizePolicy, QWidget

from orchestrator_desktop.ui.paint import (
    TONE_TEXT,
    Tone,
    UiState,
    draw_bar,
    draw_box,
    draw_key_caps,
    draw_pill,
    draw_state,
    draw_text,
    key_caps_width,
    key_name,
    pill_width,
    state_name,
    text_width,
)
from orchestrator_desktop.ui.theme import Theme

_FIXED = QSizePolicy.Policy.Fixed


class Pill(QWidget):
    """A state: glyph and word on the soft fill of its tone, or without fill (`filled=False`)."""

    def __init__(self, theme: Theme, state: UiState = UiState.NEW, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._state = state
        self._text: str | None = None
        self._tone: Tone | None = None
        self._filled = state.tone is not Tone.NEUTRAL
        self._progress = 0.0
        self.setSizePolicy(_FIXED, _FIXED)
        theme.changed.connect(self._resize)
        self._resize()

    def set_state(
        self,
        state: UiState,
        *,
        text: str | None = None,
        progress: float = 0.0,
        filled: bool | None = None,
        tone: Tone | None = None,
    ) -> None:
        """`text` replaces the state's word; neutral states have no fill unless `filled`."""
        self._state, self._text, self._tone, self._progress = state, text, tone, progress
        self._filled = (tone or state.tone) is not Tone.NEUTRAL if filled is None else filled
        self._resize()

    def text(self) -> str:
        """The word shown."""
        return self._text if self._text is not None else state_name(self._state)

    def _resize(self) -> None:
        self.setAccessibleName(self.text())
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(pill_width(self._theme, self.text(), filled=self._filled), self._theme.grown(20, "micro"))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._resize()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        draw_pill(
            painter, self._theme, QRectF(self.rect()), self._state, self.text(),
            filled=self._filled, progress=self._progress, tone=self._tone,
        )  # fmt: skip
        painter.end()


class IconLabel(QWidget):
    """An icon that only shows, 16 px unless said."""

    def __init__(
        self, theme: Theme, icon: str, *, size: int = 16, token: str = "text-2", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._icon = icon
        self._token = token
        self.setFixedSize(size, size)
        theme.changed.connect(self.update)

    def set_icon_name(self, icon: str, token: str | None = None) -> None:
        self._icon = icon
        self._token = token or self._token
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        self._theme.draw_icon(painter, QRectF(self.rect()), self._icon, self._token)
        painter.end()


class KeyCaps(QWidget):
    """One or more key caps."""

    def __init__(self, theme: Theme, keys: Sequence[str], *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._keys = tuple(keys)
        self.setSizePolicy(_FIXED, _FIXED)
        theme.changed.connect(self.updateGeometry)
        self.setAccessibleName(" ".join(map(key_name, self._keys)))

    def sizeHint(self) -> QSize:
        return QSize(key_caps_width(self._theme, self._keys), self._theme.grown(16, "micro"))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        draw_key_caps(painter, self._theme, QRectF(self.rect()), self._keys)
        painter.end()


class ProgressBar(QProgressBar):
    """A 4 px bar, 0 to 100. `set_token` changes its fill (e.g. "warn-text" near the budget)."""

    def __init__(self, theme: Theme, token: str = "focus", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._token = token
        self.setTextVisible(False)
        self.setFixedHeight(4)
        theme.changed.connect(self.update)

    def set_token(self, token: str) -> None:
        self._token = token
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        span = max(1, self.maximum() - self.minimum())
        share = (self.value() - self.minimum()) / span
        draw_bar(painter, self._theme.tokens, QRectF(self.rect()), share, self._token)
        painter.end()


@dataclass(frozen=True, slots=True)
class Figure:
    """A cell of the figures strip: label, figure, note."""

    label: str
    figure: str
    note: str = ""


class FiguresStrip(QWidget):
    """Equal cells in one outline: micro label, 15/20 figure, micro note."""

    def __init__(self, theme: Theme, figures: Sequence[Figure] = (), parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setSizePolicy(QSizePolicy.Policy.Expanding, _FIXED)
        theme.changed.connect(self.updateGeometry)
        self.set_figures(figures)

    def set_figures(self, figures: Sequence[Figure]) -> None:
        self._figures = tuple(figures)
        self.setAccessibleName(". ".join(" ".join((f.label, f.figure, f.note)).strip() for f in self._figures))
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(360, self._theme.grown(70, "micro", "heading", "micro"))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        theme = self._theme
        whole = QRectF(self.rect())
        draw_box(painter, theme.tokens, whole, edge="line-strong", radius=8, width=theme.edge)
        micro, heading = theme.line_height("micro"), theme.line_height("heading")
        top = (self.height() - 2 * micro - heading) // 2
        width = whole.width() / max(1, len(self._figures))
        for place, cell in enumerate(self._figures):
            left = round(place * width)
            if place:
                painter.fillRect(QRectF(left, 1, 1, self.height() - 2), theme.tokens.line_strong)
            room = width - 20
            rows = ((cell.label, "micro", "text-3", micro), (cell.figure, "heading", "text", heading),
                    (cell.note, "micro", "text-3", micro))  # fmt: skip
            y = top
            for text, style, token, height in rows:
                draw_text(
                    painter, theme, QRectF(left + 13, y, room, height), text, style=style, token=token, tabular=True
                )
                y += height
        painter.end()


@dataclass(frozen=True, slots=True)
class Step:
    """One step of a delegation: where it stands, its word, a note. `token` replaces the colour of its state."""

    state: UiState
    word: str
    note: str = ""
    progress: float = 0.0
    token: str | None = None


class Steps(QWidget):
    """Steps in a row, joined by 1 px lines: glyph 14, word, note below. The last one ends at the right edge."""

    def __init__(self, theme: Theme, steps: Sequence[Step] = (), parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setSizePolicy(QSizePolicy.Policy.Expanding, _FIXED)
        theme.changed.connect(self.updateGeometry)
        self.set_steps(steps)

    def set_steps(self, steps: Sequence[Step]) -> None:
        self._steps = tuple(steps)
        said = (", ".join(filter(None, (step.word, state_name(step.state), step.note))) for step in self._steps)
        self.setAccessibleName(". ".join(said))
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(360, self._theme.grown(36, "body", "micro"))

    def _widths(self) -> list[float]:
        return [
            24 + ceil(max(text_width(self._theme, step.word, "meta", 500), text_width(self._theme, step.note, "micro")))
            for step in self._steps
        ]

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        widths = self._widths()
        gap = (self.width() - sum(widths)) / max(1, len(widths) - 1)
        x = 0.0
        for place, step in enumerate(self._steps):
            self._paint_step(painter, step, round(x))
            start, end = round(x + widths[place] + 8), round(x + widths[place] + gap - 8)
            if place < len(widths) - 1 and end > start:
                line = self._theme.line_height("body") // 2
                painter.fillRect(QRectF(start, line, end - start, 1), self._theme.tokens.line_strong)
            x += widths[place] + gap
        painter.end()

    def _paint_step(self, painter: QPainter, step: Step, x: int) -> None:
        theme = self._theme
        word, note = theme.line_height("body"), theme.line_height("micro")
        token = step.token or _step_token(step.state)
        glyph = QRectF(x, (word - 14) // 2, 14, 14)
        draw_state(painter, theme.tokens, glyph, step.state, progress=step.progress, token=token)
        place = QRectF(x + 22, 0, self.width() - x - 22, word)
        draw_text(painter, theme, place, step.word, style="meta", weight=500, token=token)
        below = QRectF(x + 22, word - 2, place.width(), note)
        draw_text(painter, theme, below, step.note, style="micro", token="text-3", align=Qt.AlignmentFlag.AlignLeft)


def _step_token(state: UiState) -> str:
    """To come is `text-3`, under way its tone, done `text-2`: the steps are no place for green."""
    if state in (UiState.NEW, UiState.READY):
        return "text-3"
    return "text-2" if state.tone is Tone.OK else TONE_TEXT[state.tone]
