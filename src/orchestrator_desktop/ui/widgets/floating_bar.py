"""A scroll bar that stands in the margin of what is scrolled."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QAbstractScrollArea
from shiboken6 import isValid


class FloatingBar(QObject):
    """Lets the vertical scroll bar of `area` stand over the right margin of what is scrolled. `above`: room over it.

    The bar is always there, and unseen where there is nothing to scroll. One that came and went would change the width
    that lines are broken at, so their height, so whether it is needed: back and forth without end."""

    def __init__(self, area: QAbstractScrollArea, *, above: int = 0) -> None:
        super().__init__(area)
        self._bar = area.verticalScrollBar()
        area.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self._bar.ensurePolished()
        area.setViewportMargins(0, above, -self._bar.sizeHint().width(), 0)
        self._bar.rangeChanged.connect(self._show)
        self._show(self._bar.minimum(), self._bar.maximum())

    def _show(self, low: int, high: int) -> None:
        if not isValid(self._bar):
            return  # the area is being taken down, which empties it bit by bit
        self._bar.setEnabled(high > low)
        holder = self._bar.parentWidget()
        if holder is not None:
            holder.raise_()  # above what is scrolled, whose sibling it is
