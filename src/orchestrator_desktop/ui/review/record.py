"""The full record of a version over the window: facts in two columns, thoughts folded, the way to its request."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtGui import QTextCharFormat, QTextCursor, QTextLength, QTextTableFormat
from PySide6.QtWidgets import QFrame, QTextEdit, QWidget

from orchestrator_desktop.ui.theme import Theme
from orchestrator_desktop.ui.widgets.button import Button
from orchestrator_desktop.ui.widgets.label import Label
from orchestrator_desktop.ui.widgets.overlay import Overlay, Sheet
from orchestrator_desktop.ui.widgets.sheets import foot_row, sheet_column
from orchestrator_desktop.ui.widgets.thinking import Thinking

WIDTH, HEIGHT = 640, 640
_NAMES: Final = 176
"""Width of the column of names."""


class Record(Overlay):
    """One for each showing. Its text can be selected: a request id is there to be sent to a provider.

    `request_wanted`: the whole request is to be shown, over it."""

    request_wanted = Signal()

    def __init__(self, theme: Theme, window: QWidget) -> None:
        self._panel_box = Sheet(theme)
        super().__init__(theme, window, self._panel_box)
        self._build(theme)
        self._connect()

    def _build(self, theme: Theme) -> None:
        self._title = Label(theme, "", style="title")
        self._note = Label(theme, "", token="text-3")
        self.text = QTextEdit()
        self.text.setReadOnly(True)
        self.text.setFrameShape(QFrame.Shape.NoFrame)
        self.text.setProperty("frameless", True)
        self.thinking = Thinking(theme)
        self.request = Button(theme, "", icon="leaves")
        self._close = Button(theme, "", keys=("Esc",))
        column = sheet_column(self._panel_box, spacing=8)
        column.addWidget(self._title)
        column.addWidget(self._note)
        column.addWidget(self.text, 1)
        column.addWidget(self.thinking)
        column.addLayout(foot_row(self.request, self._close))

    def _connect(self) -> None:
        self.request.clicked.connect(self.request_wanted)
        self._close.clicked.connect(self.close_overlay)
        self.placed.connect(self._place)
        self.closed.connect(self.deleteLater)

    def show_record(
        self, title: str, note: str, lines: Sequence[tuple[str, str]], *, reasoning: str, sent: bool
    ) -> None:
        """`sent`: there is a request to look at."""
        self._title.setText(title)
        self._note.setText(note)
        self.text.setAccessibleName(title)
        self.thinking.start(reasoning)
        self.request.setText(self.tr("The request, as it was sent"))
        self.request.setVisible(sent)
        self._close.setText(self.tr("Close"))
        self._write(lines)
        self.open()

    def _write(self, lines: Sequence[tuple[str, str]]) -> None:
        form = QTextTableFormat()
        form.setBorder(0)
        form.setCellPadding(3)
        form.setCellSpacing(0)
        form.setWidth(QTextLength(QTextLength.Type.PercentageLength, 100))
        form.setColumnWidthConstraints(
            [QTextLength(QTextLength.Type.FixedLength, _NAMES * self._theme.scale), QTextLength()]
        )
        self.text.clear()
        self.text.document().setDocumentMargin(0)
        cursor = QTextCursor(self.text.document())
        table = cursor.insertTable(max(1, len(lines)), 2, form)
        for number, (name, value) in enumerate(lines):
            table.cellAt(number, 0).firstCursorPosition().insertText(name, self._look("text-3"))
            table.cellAt(number, 1).firstCursorPosition().insertText(value, self._look("text"))
        self.text.moveCursor(QTextCursor.MoveOperation.Start)

    def _look(self, token: str) -> QTextCharFormat:
        look = QTextCharFormat()
        look.setFont(self._theme.font("body", tabular=True))
        look.setForeground(self._theme.tokens.color(token))
        return look

    def _place(self) -> None:
        width, height = min(WIDTH, self.width() - 48), min(HEIGHT, self.height() - 48)
        self._panel_box.setGeometry((self.width() - width) // 2, (self.height() - height) // 2, width, height)
