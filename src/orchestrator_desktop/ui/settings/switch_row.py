"""A switch with its words: what it does, and below what that means."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from orchestrator_desktop.ui.theme import Theme
from orchestrator_desktop.ui.widgets.choice import Switch
from orchestrator_desktop.ui.widgets.label import Label


class SwitchRow(QWidget):
    """Words at the left, the switch at the right, level with their middle."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.title = Label(theme, "", wrap=True)
        self.note = Label(theme, "", style="meta", token="text-3", wrap=True)
        self.switch = Switch(theme)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self.title)
        words.addWidget(self.note)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        row.addLayout(words, 1)
        row.addSpacing(-4)  # the switch brings 4 px of its own at both sides; at the right its ring stands there
        row.addWidget(self.switch, 0, Qt.AlignmentFlag.AlignVCenter)

    def set_words(self, title: str, note: str) -> None:
        self.title.setText(title)
        self.note.setText(note)
        self.note.setVisible(bool(note))
        self.switch.setText(title)
