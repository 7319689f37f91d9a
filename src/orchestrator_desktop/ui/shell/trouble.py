"""What is shown when the data cannot be opened: the words, and a way out."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from orchestrator_desktop.ui.theme import Theme
from orchestrator_desktop.ui.widgets.button import Button, Kind
from orchestrator_desktop.ui.widgets.label import Label

_WIDTH: Final = 520


class Trouble(QWidget):
    """A small window with an error in plain words."""

    def __init__(self, theme: Theme, words: str) -> None:
        super().__init__()
        self.setWindowTitle("Orchestrator")
        title = Label(theme, self.tr("Your data could not be opened"), style="title")
        text = Label(theme, words, wrap=True, token="text-2")
        text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        quit_button = Button(theme, self.tr("Quit"), kind=Kind.PRIMARY)
        quit_button.clicked.connect(self.close)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(quit_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 20)
        column.setSpacing(12)
        column.addWidget(title)
        column.addWidget(text)
        column.addLayout(row)
        # A window of its own is as high as Qt guesses, which does not count the lines of a text.
        self.setFixedSize(_WIDTH, column.totalHeightForWidth(_WIDTH))
