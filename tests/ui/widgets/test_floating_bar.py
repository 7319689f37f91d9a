"""A bar that stands over the margin: lines are as wide with it as without, so it comes and goes once."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication, QLabel, QScrollArea
from pytestqt.qtbot import QtBot

from orchestrator_desktop.ui.theme import Theme
from orchestrator_desktop.ui.widgets.floating_bar import FloatingBar

_WORDS = "What a line says and how far it goes, which decides how many of them there are. " * 9


@pytest.mark.parametrize("width", [220, 223, 240, 301])
def test_the_text_keeps_its_width_at_every_height(qapp: QApplication, qtbot: QtBot, width: int) -> None:
    Theme(qapp).install()
    area = QScrollArea()
    qtbot.addWidget(area)
    text = QLabel(_WORDS)
    text.setWordWrap(True)
    area.setWidgetResizable(True)
    area.setWidget(text)
    FloatingBar(area)
    area.resize(width, 60)
    area.show()
    seen = set()
    for height in range(40, text.heightForWidth(width) + 60):
        area.resize(width, height)
        QApplication.processEvents()
        seen.add((area.viewport().width(), area.verticalScrollBar().isEnabled()))
    widths = {shown for shown, _ in seen}
    assert len(widths) == 1
    assert {scrolls for _, scrolls in seen} == {True, False}
