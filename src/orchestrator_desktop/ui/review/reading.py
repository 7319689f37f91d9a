"""The result in the middle of the page: read in a column of a comfortable width, or written in."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent, QTextBlockFormat, QTextCursor
from PySide6.QtWidgets import QFrame, QTextEdit, QWidget

from orchestrator_desktop.ui.document.view import DocumentView
from orchestrator_desktop.ui.theme import Theme

COLUMN = 448
"""Width of the text at 100 %: some seventy characters a line."""
_SIDE, _TOP = 24, 20


class ReadingView(DocumentView):
    """A DocumentView whose text keeps to the column, whatever the room."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        theme.changed.connect(self._fit)

    def _fit(self) -> None:
        _keep_to_column(self, self.theme)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()


class MarkdownEditor(QTextEdit):
    """The Markdown source as plain text, no-break spaces included. `edited` for the user's changes only."""

    edited = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._setting = False
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setProperty("frameless", True)
        self.setAcceptRichText(False)
        self.setTabChangesFocus(True)
        self.document().setDocumentMargin(0)
        theme.changed.connect(self._restyle)
        self.textChanged.connect(self._on_changed)
        self.set_text("")

    def text(self) -> str:
        """What is written. Qt's own plain text would turn no-break spaces into spaces."""
        return self.document().toRawText().replace("\N{PARAGRAPH SEPARATOR}", "\n").replace("\N{LINE SEPARATOR}", "\n")

    def set_text(self, text: str) -> None:
        """Show another text; nothing of the one before can be undone to."""
        self._setting = True
        self.setUndoRedoEnabled(False)
        self.clear()
        self._restyle()
        self.insertPlainText(text)
        self.moveCursor(QTextCursor.MoveOperation.Start)
        self.setUndoRedoEnabled(True)
        self.document().setModified(False)
        self._setting = False

    def replace_text(self, text: str) -> None:
        """Put `text` in place of all that is written, as an edit that Ctrl+Z takes back."""
        cursor = QTextCursor(self.document())
        cursor.select(QTextCursor.SelectionType.Document)
        cursor.insertText(text)

    def _restyle(self) -> None:
        setting, self._setting = self._setting, True
        self.setFont(self._theme.font("reading"))
        height = self._theme.line_height("reading")
        if self.textCursor().blockFormat().lineHeight() != height:
            form = QTextBlockFormat()
            form.setLineHeight(height, QTextBlockFormat.LineHeightTypes.MinimumHeight.value)
            cursor = QTextCursor(self.document())
            cursor.select(QTextCursor.SelectionType.Document)
            cursor.mergeBlockFormat(form)
        self._setting = setting
        _keep_to_column(self, self._theme)

    def _on_changed(self) -> None:
        if not self._setting:
            self.edited.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        _keep_to_column(self, self._theme)


def _keep_to_column(view: QTextEdit, theme: Theme) -> None:
    """Break lines at the column's width, or at the view's where that is less."""
    view.setViewportMargins(_SIDE, _TOP, _SIDE, 0)
    bar = view.verticalScrollBar().sizeHint().width()
    view.setLineWrapMode(QTextEdit.LineWrapMode.FixedPixelWidth)
    view.setLineWrapColumnOrWidth(max(200, min(round(COLUMN * theme.scale), view.width() - 2 * _SIDE - bar)))
