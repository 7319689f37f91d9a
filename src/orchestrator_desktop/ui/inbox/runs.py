"""Text in pieces, on a line or on several: some in another colour, some bold and underlined."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QFont, QPainter, QTextCharFormat, QTextLayout, QTextOption

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


def wrapped(
    theme: Theme, runs: Sequence[Run], width: float, lines: int, style: str = "body", weight: int | None = None
) -> list[list[Run]]:
    """The pieces on at most `lines` lines of a width in px; the last one has all that is left. No line without text."""
    text = "".join(run.text for run in runs)
    if not text:
        return []
    if sum(text_width(theme, run.text, style, 700 if run.strong else weight) for run in runs) <= width:
        return [list(runs)]
    layout = QTextLayout(text, theme.font(style, weight))
    layout.setTextOption(_anywhere())
    layout.setFormats(_heavy(runs))
    layout.beginLayout()
    found, rest = [], list(runs)
    for _ in range(lines - 1):
        line = layout.createLine()
        if not line.isValid():
            break
        line.setLineWidth(width - 1)  # what is measured in pieces comes out a little wider
        here, rest = _cut(rest, _characters(text, line.textStart(), line.textLength()))
        found.append(here)
    layout.endLayout()
    return [*found, rest] if rest else found


def _anywhere() -> QTextOption:
    """Between words, and within one that is longer than a line."""
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    return option


def _heavy(runs: Sequence[Run]) -> list[QTextLayout.FormatRange]:
    heavy, found, at = QTextCharFormat(), [], 0
    heavy.setFontWeight(QFont.Weight.Bold)
    for run in runs:
        length = len(run.text.encode("utf-16-le", "surrogatepass")) // 2
        if run.strong:
            piece = QTextLayout.FormatRange()
            piece.start, piece.length, piece.format = at, length, heavy
            found.append(piece)
        at += length
    return found


def _characters(text: str, start: int, length: int) -> int:
    """How many characters a piece of a text has that Qt counts in UTF-16 units."""
    units = text.encode("utf-16-le", "surrogatepass")
    return len(units[2 * start : 2 * (start + length)].decode("utf-16-le", "surrogatepass"))


def _cut(runs: Sequence[Run], at: int) -> tuple[list[Run], list[Run]]:
    """The pieces before and after a character; those before end with no space."""
    before: list[Run] = []
    for number, run in enumerate(runs):
        if at < len(run.text):
            before.append(replace(run, text=run.text[:at].rstrip()))
            return before, [replace(run, text=run.text[at:]), *runs[number + 1 :]]
        before.append(run)
        at -= len(run.text)
    return before, []


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
