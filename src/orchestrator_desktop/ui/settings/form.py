"""The simple tabs: a column of labelled rows, at most 640 wide, that scrolls."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

_WIDTH = 680


def scrolling_column(owner: QWidget) -> QVBoxLayout:
    """Give `owner` a scrolling column of its own; rows go into what is returned."""
    inside = QWidget()
    inside.setMaximumWidth(_WIDTH)
    column = QVBoxLayout(inside)
    column.setContentsMargins(24, 20, 20, 24)
    column.setSpacing(12)
    scroll = QScrollArea()
    scroll.setFrameShape(QFrame.Shape.NoFrame)
    scroll.setWidgetResizable(True)
    scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    scroll.setWidget(inside)
    outer = QVBoxLayout(owner)
    outer.setContentsMargins(0, 0, 0, 0)
    outer.addWidget(scroll)
    return column
