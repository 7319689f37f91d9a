"""A line of text in pieces: some in another colour, some bold and underlined."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QFont, QPainter

from orchestrator_desktop.ui.paint import draw_text, text_width
from orchestrator_desktop.ui.paint.text import baseline
from orchestrator_desktop.ui.theme import Theme

SEPARATOR = " · "
_LEAST = 34
"""Room below which nothing is begun after a separator."""


@dataclass(frozen=True, slots=True)
class Run:
    """A piece of a line; `strong`: bold and underlined."""

    text: str
    token: str = "text"
    strong: bool = False


def marked(text: str, ranges: Iterable[tuple[int, int]], token: str = "text") -> list[Run]:
    """`text` with what stands in `ranges` (start, end; in order) strong."""
    runs, at = [], 0
    for start, end in ranges:
        if start > at:
            runs.append(Run(text[at:start], token))
        if end > max(at, start):
            runs.append(Run(text[max(at, start) : end], token, strong=True))
        at = max(at, end)
    return [*runs, Run(text[at:], token)] if at < len(text) else runs


def draw_runs(
    painter: QPainter, theme: Theme, rect: QRectF, runs: Sequence[Run], style: str = "body", weight: int | None = None
) -> None:
    """Draw the pieces one after the other from the left of `rect`, up to one that does not fit: it is elided."""
    left, right = rect.left(), rect.right()
    for run in runs:
        room = right - left
        # A separator at the end of what fits separates nothing.
        if room <= (_LEAST if run.text == SEPARATOR else 0):
            return
        heavy = 700 if run.strong else weight
        width = text_width(theme, run.text, style, heavy)
        place = QRectF(left, rect.top(), room, rect.height())
        if run.strong and width <= room:
            _draw_strong(painter, theme, place, run, style)
        else:
            draw_text(painter, theme, place, run.text, style=style, weight=heavy, token=run.token)
        if width > room:
            return
        left += width


def _draw_strong(painter: QPainter, theme: Theme, rect: QRectF, run: Run, style: str) -> None:
    font = QFont(theme.font(style, 700))
    font.setUnderline(True)
    painter.setFont(font)
    painter.setPen(theme.tokens.color(run.token))
    painter.drawText(QPointF(rect.left(), baseline(rect, theme.metrics(style, 700))), run.text)
