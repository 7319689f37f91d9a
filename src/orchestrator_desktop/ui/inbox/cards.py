"""The ground of a board's cards: as wide as their column, and all of one height."""

from __future__ import annotations

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem

from orchestrator_desktop.ui.paint import draw_box, draw_focus_ring
from orchestrator_desktop.ui.theme import Theme

CARD_GAP, UNDER_TITLE = 6, 4
"""Between the level and the words beside it; between the title and them."""
_SIDE, _BETWEEN = 8, 3
"""Room beside a card, and over and under it."""
_PADDING_X, _PADDING_Y = 10, 8


def card_height(theme: Theme) -> int:
    """Height of a card with the room around it: two lines of a title over one of facts."""
    lines = 2 * theme.line_height("body") + theme.line_height("meta")
    return round(lines) + UNDER_TITLE + 2 * (_BETWEEN + _PADDING_Y)


def paint_card_background(painter: QPainter, theme: Theme, option: QStyleOptionViewItem) -> QRectF:
    """Draw a card (selected, under the pointer, or not) and ring it if it has the focus; returns the inner
    rectangle."""
    ground = QRectF(option.rect).adjusted(_SIDE, _BETWEEN, -_SIDE, -_BETWEEN)
    states, tokens = option.state, theme.tokens
    selected = bool(states & QStyle.StateFlag.State_Selected)
    over = bool(states & QStyle.StateFlag.State_MouseOver and states & QStyle.StateFlag.State_Enabled)
    fill = "selected" if selected else "hover" if over else "surface"
    edge, width = ("focus", 2.0) if selected and theme.high_contrast else ("line", theme.edge)
    draw_box(painter, tokens, ground, fill=fill, edge=edge, radius=8, width=width)
    if states & QStyle.StateFlag.State_HasFocus and states & QStyle.StateFlag.State_KeyboardFocusChange:
        draw_focus_ring(painter, tokens, ground, radius=8)
    return ground.adjusted(_PADDING_X, _PADDING_Y, -_PADDING_X, -_PADDING_Y)
