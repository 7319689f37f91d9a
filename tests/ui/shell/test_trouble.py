"""What is shown when the data cannot be opened."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from orchestrator_desktop.ui.shell.trouble import Trouble
from orchestrator_desktop.ui.theme import Theme
from orchestrator_desktop.ui.widgets.label import Label


@pytest.mark.parametrize("length", [4, 40, 120])
def test_every_line_of_the_reason_is_seen(qapp: QApplication, qtbot: QtBot, length: int) -> None:
    theme = Theme(qapp)
    theme.install()
    trouble = Trouble(theme, "The file is of another version. " * length)
    qtbot.addWidget(trouble)
    trouble.show()
    QApplication.processEvents()
    for label in trouble.findChildren(Label):
        assert label.height() >= label.heightForWidth(label.width())
