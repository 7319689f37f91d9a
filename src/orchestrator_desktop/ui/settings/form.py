"""Columns of labelled rows: the simple tabs, at most 640 wide, that scroll, and the panes of who has a name."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from orchestrator_desktop.ui.widgets.button import Button
from orchestrator_desktop.ui.widgets.label import Label
from orchestrator_desktop.ui.widgets.layout import LabelledRow

LABEL_WIDTH: Final = 80
"""Of the rows in a pane."""
_WIDTH: Final = 680


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


def lay_out_pane(pane: QWidget, title: Label, rows: Sequence[LabelledRow], remove: Button) -> None:
    """The pane of somebody who has a name: the title, the rows, at the foot how they are removed."""
    column = QVBoxLayout(pane)
    column.setContentsMargins(24, 20, 20, 24)
    column.setSpacing(12)
    column.addWidget(title)
    column.addSpacing(4)
    for row in rows:
        column.addWidget(row)
    foot = QHBoxLayout()
    foot.addStretch(1)
    foot.addWidget(remove)
    column.addSpacing(8)
    column.addLayout(foot)
    column.addStretch(1)


def label_rows(rows: Sequence[LabelledRow], labels: Sequence[str]) -> None:
    """Say in front of each row what it is, and to whoever listens."""
    for row, words in zip(rows, labels, strict=True):
        row.label.setText(words)
        row.control.setAccessibleName(words)
