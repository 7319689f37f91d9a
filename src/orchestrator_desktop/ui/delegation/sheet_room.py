"""How much of a text a sheet can show: with a large font in a small window, its buttons must stay in sight."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from orchestrator_desktop.ui.theme import Theme

MARGIN = 48
"""Of the window that is left free above and below a sheet, together."""


def lines_that_fit(theme: Theme, window: QWidget, *, most: int, least: int, rest: int) -> int:
    """Lines of `body` text, `least` to `most`, beside `rest` pixels (at 100 %) that the sheet needs for all else."""
    room = window.height() - MARGIN - round(rest * theme.scale)
    return max(least, min(most, room // theme.line_height("body")))
