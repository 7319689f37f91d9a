"""Text fields: one line, and plain text that grows with what is written."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QMimeData, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QResizeEvent, QTextBlockFormat, QTextCursor
from PySide6.QtWidgets import QLineEdit, QSizePolicy, QTextEdit, QWidget

from orchestrator_desktop.ui.paint import text_width
from orchestrator_desktop.ui.theme import Theme
from orchestrator_desktop.ui.widgets.label import Label

_SIDE, _ABOVE = 4, 3
"""Room of the viewport inside the style sheet's padding and edge (5 px above)."""
_EDGES = 2 * (5 + _ABOVE)


class LineField(QLineEdit):
    """One line, 32 px high; `prefix` stands before the text in `text-3` ("$", "Why B?")."""

    def __init__(self, theme: Theme, *, placeholder: str = "", prefix: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._prefix = Label(theme, prefix, token="text-3", parent=self)
        self._prefix.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setPlaceholderText(placeholder)
        theme.changed.connect(self._restyle)
        self._restyle()

    def set_prefix(self, prefix: str) -> None:
        self._prefix.setText(prefix)
        self._restyle()

    def _restyle(self) -> None:
        self.setFont(self._theme.font("body"))
        width = round(text_width(self._theme, self._prefix.text())) + 8 if self._prefix.text() else 0
        self.setTextMargins(width, 0, 0, 0)
        self._place()

    def _place(self) -> None:
        self._prefix.setGeometry(11, 0, self.textMargins().left(), self.height())

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), self._theme.grown(32, "body"))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()


class AutoTextEdit(QTextEdit):
    """Plain text with the style's line height, from `min_lines` to `max_lines` high, then it scrolls.

    Tab moves the focus on. `edited` is emitted for the user's changes only, `left` when the focus leaves, `grown` when
    it is higher or lower than before.
    Without a frame it is as high as its lines: a title that can be written in."""

    edited = Signal()
    left = Signal()
    grown = Signal()

    def __init__(
        self,
        theme: Theme,
        *,
        placeholder: str = "",
        style: str = "body",
        min_lines: int = 1,
        max_lines: int = 12,
        framed: bool = True,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._style = style
        self._lines = (min_lines, max_lines)
        self._edges = _EDGES if framed else 0
        self._setting = False
        self.setAcceptRichText(False)
        self.setTabChangesFocus(True)
        self.setPlaceholderText(placeholder)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.document().setDocumentMargin(0)
        if framed:
            self.setViewportMargins(_SIDE, _ABOVE, _SIDE, _ABOVE)
        else:
            self.setProperty("frameless", True)
        self._connect()
        self.set_text("")

    def _connect(self) -> None:
        self._theme.changed.connect(self._restyle)
        self.textChanged.connect(self._on_changed)
        self.document().documentLayout().documentSizeChanged.connect(self._fit)

    def text(self) -> str:
        """What is written, as plain text; no-break spaces stay what they are, unlike in toPlainText()."""
        return self.document().toRawText().replace("\u2029", "\n").replace("\u2028", "\n")

    def set_text(self, text: str) -> None:
        """Replace the text without `edited`; forgets undo. The same text leaves cursor and undo alone."""
        if text == self.text() and text:
            return
        self._setting = True
        self.setPlainText(text)
        self._restyle()
        self.document().clearUndoRedoStacks()
        self._setting = False

    def set_placeholder(self, text: str) -> None:
        self.setPlaceholderText(text)

    def _restyle(self) -> None:
        """Font, and line height where it changed: a block format is a step of undo, which no mere new theme may add."""
        setting, self._setting = self._setting, True
        self.setFont(self._theme.font(self._style))
        if self.textCursor().blockFormat().lineHeight() != self._theme.line_height(self._style):
            self._set_line_height()
        self._setting = setting
        self._fit()

    def _set_line_height(self) -> None:
        form = QTextBlockFormat()
        form.setLineHeight(self._theme.line_height(self._style), QTextBlockFormat.LineHeightTypes.FixedHeight.value)
        cursor = QTextCursor(self.document())
        cursor.select(QTextCursor.SelectionType.Document)
        cursor.mergeBlockFormat(form)

    def _on_changed(self) -> None:
        if not self._setting:
            self.edited.emit()

    def _fit(self) -> None:
        line = self._theme.line_height(self._style)
        wanted = round(self.document().size().height())
        low, high = self._lines
        inner = min(max(wanted, low * line), high * line)
        bar = Qt.ScrollBarPolicy
        self.setVerticalScrollBarPolicy(bar.ScrollBarAsNeeded if wanted > high * line else bar.ScrollBarAlwaysOff)
        height = inner + self._edges
        if (self.minimumHeight(), self.maximumHeight()) != (height, height):
            self.setFixedHeight(height)
            self.grown.emit()

    def insertFromMimeData(self, source: QMimeData) -> None:
        if source.hasText():
            self.insertPlainText(source.text())

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.left.emit()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()
