"""Painting of list rows: ground, group header, state column, the task row. Delegates of the screens call these."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QLocale, QRectF, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem

from orchestrator_desktop.domain.task import Level
from orchestrator_desktop.ui.paint import (
    PILL_LEFT,
    Tone,
    UiState,
    draw_box,
    draw_focus_ring,
    draw_level,
    draw_pill,
    draw_text,
    state_name,
)
from orchestrator_desktop.ui.theme import Theme

INSET = 8
"""Room at both sides of a row, outside its ground."""
PADDING_LEFT, PADDING_RIGHT = 16, 12
GLYPH = 18
GLYPH_GAP = 12
STATE_WIDTH = 88


@dataclass(frozen=True, slots=True)
class TaskRow:
    """What a task row says. `meta` is already put together: domain · due · one fact."""

    level: Level
    title: str
    meta: str
    state: UiState
    state_text: str | None = None
    progress: float = 0.0
    tone: Tone | None = None
    state_width: int = STATE_WIDTH


def header_height(theme: Theme) -> int:
    """Height of a group header."""
    return theme.grown(36, "micro")


def row_height(theme: Theme) -> int:
    """Height of a task row."""
    return theme.grown(52, "body", "meta")


def row_ground(option: QStyleOptionViewItem) -> QRectF:
    """The rounded ground of a row within its item's rectangle."""
    return QRectF(option.rect).adjusted(INSET, 0, -INSET, 0)


def paint_row_background(painter: QPainter, theme: Theme, option: QStyleOptionViewItem) -> QRectF:
    """Fill a row (selected, under the pointer, or not) and ring it if it has the focus; returns the inner rectangle."""
    ground = row_ground(option)
    state = option.state
    selected = bool(state & QStyle.StateFlag.State_Selected)
    if selected:
        edge = "focus" if theme.high_contrast else None
        draw_box(painter, theme.tokens, ground, fill="selected", edge=edge, width=2)
    elif state & QStyle.StateFlag.State_MouseOver and state & QStyle.StateFlag.State_Enabled:
        draw_box(painter, theme.tokens, ground, fill="hover")
    if state & QStyle.StateFlag.State_HasFocus and state & QStyle.StateFlag.State_KeyboardFocusChange:
        draw_focus_ring(painter, theme.tokens, ground)
    return ground.adjusted(PADDING_LEFT, 0, -PADDING_RIGHT, 0)


def draw_group_header(
    painter: QPainter, theme: Theme, option: QStyleOptionViewItem, text: str, count: int | None
) -> None:
    """The words of a group at the bottom of its 36 px, its count 8 px after."""
    inner = row_ground(option).adjusted(PADDING_LEFT, 0, -PADDING_RIGHT, 0)
    line = theme.line_height("micro")
    rect = QRectF(inner.left(), inner.bottom() - line - 6, inner.width(), line)
    used = draw_text(painter, theme, rect, text, style="micro", weight=500, token="text-3")
    if count is not None:
        beside, shown = rect.adjusted(used + 8, 0, 0, 0), QLocale().toString(count)
        draw_text(painter, theme, beside, shown, style="micro", weight=500, token="text-3", tabular=True)


def draw_state_column(
    painter: QPainter,
    theme: Theme,
    rect: QRectF,
    state: UiState,
    *,
    text: str | None = None,
    progress: float = 0.0,
    tone: Tone | None = None,
    filled: bool | None = None,
) -> None:
    """Glyph and word, left-aligned in `rect`; toned states on their soft fill, whose glyph keeps the same axis."""
    fill = (tone or state.tone) is not Tone.NEUTRAL if filled is None else filled
    place = rect.adjusted(-PILL_LEFT, 0, PILL_LEFT, 0) if fill else rect
    draw_pill(painter, theme, place, state, text or state_name(state), filled=fill, progress=progress, tone=tone)


def state_rect(theme: Theme, inner: QRectF, width: int = STATE_WIDTH) -> QRectF:
    """The state column at the right of a row's inner rectangle; it widens with the font."""
    wide = round(width * theme.scale)
    return QRectF(inner.right() - wide + 5, inner.top(), wide - 5, inner.height())


def draw_two_lines(painter: QPainter, theme: Theme, rect: QRectF, title: str, meta: str) -> None:
    """Title 13/20 medium over meta 12/16, one line each, elided, centred in `rect`."""
    body, small = theme.line_height("body"), theme.line_height("meta")
    top = rect.top() + (rect.height() - body - small) // 2
    draw_text(painter, theme, QRectF(rect.left(), top, rect.width(), body), title, weight=500)
    below = QRectF(rect.left(), top + body, rect.width(), small)
    draw_text(painter, theme, below, meta, style="meta", token="text-3", align=Qt.AlignmentFlag.AlignLeft)


def draw_task_row(painter: QPainter, theme: Theme, option: QStyleOptionViewItem, row: TaskRow) -> None:
    """A whole task row: ground, level, title over meta, state column."""
    inner = paint_row_background(painter, theme, option)
    glyph = QRectF(inner.left(), inner.top() + (inner.height() - GLYPH) // 2, GLYPH, GLYPH)
    draw_level(painter, theme, glyph, row.level)
    state = state_rect(theme, inner, row.state_width)
    left = glyph.right() + GLYPH_GAP
    words = QRectF(left, inner.top(), state.left() - 8 - left, inner.height())
    draw_two_lines(painter, theme, words, row.title, row.meta)
    draw_state_column(
        painter, theme, state, row.state, text=row.state_text, progress=row.progress, tone=row.tone
    )  # fmt: skip
