"""What a model thought before it answered: folded, as plain text, growing while it arrives."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QTimer
from PySide6.QtWidgets import QVBoxLayout, QWidget

from orchestrator_desktop.ui.theme import Theme
from orchestrator_desktop.ui.widgets.fold import Fold
from orchestrator_desktop.ui.widgets.plain import PlainText

FLUSH_MS = 250
_WINDOW = 100_000
"""Characters that are shown of a very long thought: its end."""


class Thinking(QWidget):
    """Hidden while there is nothing. Text goes into the view only while it is open, four times a second at most."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._parts: list[str] = []
        self._length = 0
        self._words = 0
        self._open_word = False
        self._pending = ""
        self._timer = QTimer(self, interval=FLUSH_MS, singleShot=True)
        self.fold = Fold(theme)
        self.view = PlainText(theme, fixed=True)
        self.view.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self.fold)
        column.addWidget(self.view)
        self.fold.opened.connect(self._show)
        self._timer.timeout.connect(self._flush)
        self.start("")

    @property
    def length(self) -> int:
        """How many characters are there."""
        return self._length

    def start(self, text: str) -> None:
        """Begin with `text`, folded."""
        self.fold.setChecked(False)
        self._parts, self._length, self._words, self._open_word, self._pending = [], 0, 0, False, ""
        self.view.set_text("")
        self.append(text)
        self._say()

    def append(self, text: str) -> None:
        """More of it."""
        if not text:
            return
        self._parts.append(text)
        self._length += len(text)
        self._count(text)
        if self.fold.isChecked():
            self._pending += text
        if not self._timer.isActive():
            self._timer.start()

    def _count(self, text: str) -> None:
        """A word that goes on from the text before is no new one."""
        goes_on = self._open_word and not text[0].isspace()
        self._words += len(text.split()) - (1 if goes_on else 0)
        self._open_word = not text[-1].isspace()

    def _show(self, on: bool) -> None:
        self._pending = ""
        self.view.setVisible(on)
        self.view.set_text("".join(self._parts)[-_WINDOW:] if on else "")
        self.view.show_end()

    def _flush(self) -> None:
        pending, self._pending = self._pending, ""
        if pending:
            self.view.append(pending)
        self._say()

    def _say(self) -> None:
        self.setVisible(self._length > 0)
        self.fold.set_words(self.tr("Thinking, %Ln word(s)", "", self._words))
        self.view.edit.setAccessibleName(self.tr("What the model thought"))

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._say()
        super().changeEvent(event)
