"""What is asked once under the capture line: several tasks, or one."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QEvent, QSize, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from orchestrator_desktop.ui.theme import Theme
from orchestrator_desktop.ui.widgets.button import Button, IconButton
from orchestrator_desktop.ui.widgets.label import Label


class CaptureQuestion(QWidget):
    """`answered(one each)`; `closed` when it is no longer asked."""

    answered = Signal(bool)
    closed = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.lines: tuple[str, ...] = ()
        self.files: list[Path] = []
        self._words = Label(theme, "", style="meta", token="text-2")
        self.each = Button(theme, "", keys=("↵",), small=True)
        self.one = Button(theme, "", small=True)
        self._give_up = IconButton(theme, "cross", "", size=12, hit=24)
        row = QHBoxLayout(self)
        row.setContentsMargins(38, 4, 8, 8)
        row.setSpacing(8)
        row.addWidget(self._words, 1)
        for button in (self.each, self.one, self._give_up):
            row.addWidget(button)
        self.each.clicked.connect(lambda: self.answer(first=True))
        self.one.clicked.connect(lambda: self.answer(first=False))
        self._give_up.clicked.connect(self.close_question)
        self.hide()

    @property
    def open(self) -> bool:
        return bool(self.lines or self.files)

    def ask_about_lines(self, lines: Sequence[str]) -> None:
        self.lines, self.files = tuple(lines), []
        self._show()

    def ask_about_files(self, files: Sequence[Path]) -> None:
        self.lines, self.files = (), list(files)
        self._show()

    def answer(self, *, first: bool) -> None:
        """Each a task, or one."""
        self.answered.emit(first)

    def forget_lines(self) -> None:
        """The line was changed: it is one line now."""
        if self.lines:
            self.close_question()

    def close_question(self) -> None:
        """It is not asked any more."""
        if self.open:
            self.lines, self.files = (), []
            self.hide()
            self.closed.emit()

    def sizeHint(self) -> QSize:
        return QSize(0, self._theme.grown(28, "meta") + 12)

    def _show(self) -> None:
        self._retranslate()
        self.show()

    def _retranslate(self) -> None:
        number = len(self.lines) or len(self.files)
        self._give_up.set_text(self.tr("Neither"))
        self.each.setText(self.tr("Add %n tasks", "", number))
        if self.files:
            self._words.setText(self.tr("%n files", "", number))
            self.one.setText(self.tr("One with them all"))
        else:
            self._words.setText(self.tr("%n lines", "", number))
            self.one.setText(self.tr("One with notes"))

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange and self.open:
            self._retranslate()
        super().changeEvent(event)
