"""How a panel on an Overlay is arranged: a column, its buttons at the foot, and its place in the window."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from orchestrator_desktop.ui.widgets.overlay import Overlay


def sheet_column(sheet: QWidget, *, spacing: int = 12) -> QVBoxLayout:
    """A column for all that stands on the sheet."""
    column = QVBoxLayout(sheet)
    column.setContentsMargins(24, 20, 24, 20)
    column.setSpacing(spacing)
    return column


def foot_row(left: QWidget | None, *right: QWidget) -> QHBoxLayout:
    """The buttons: one apart at the left, the others at the right."""
    row = QHBoxLayout()
    row.setSpacing(8)
    if left is not None:
        row.addWidget(left)
    row.addStretch(1)
    for widget in right:
        row.addWidget(widget)
    return row


def place_question(overlay: Overlay, sheet: QWidget, column: QVBoxLayout, width: int) -> None:
    """As high as its words, a third from the top; at most `width` wide."""
    width = min(width, overlay.width() - 48)
    height = column.heightForWidth(width)
    sheet.setGeometry((overlay.width() - width) // 2, (overlay.height() - height) // 3, width, height)
