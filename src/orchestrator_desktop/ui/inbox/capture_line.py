"""The line of the quick capture: one line of text whose understood words are underlined."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QMimeData, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QSyntaxHighlighter, QTextCharFormat, QTextDocument, QTextOption, QWheelEvent
from PySide6.QtWidgets import QFrame, QPlainTextEdit, QSizePolicy

from orchestrator_desktop.domain.capture import Span
from orchestrator_desktop.ui.planning.dropping import dropped_files, dropped_words
from orchestrator_desktop.ui.theme import Theme

UNDERSTOOD = 2000
"""Characters at the beginning of a line in which words are underlined; the grammar reads no further either."""


class CaptureLine(QPlainTextEdit):
    """A single line that can carry formats: QLineEdit cannot underline a part of its text."""

    entered = Signal(bool)
    """Enter; True with Ctrl."""
    escaped = Signal()
    down = Signal()
    """The user wants on to what is below."""
    focused = Signal()
    to_chips = Signal()
    """Left from the beginning of the line."""
    pasted = Signal(str)
    """The whole text, with its lines, of which several were put in; the line holds it as one already."""
    files = Signal(object)
    """Files of this computer were dropped or pasted."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._marks = _Underline(self.document(), theme)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setProperty("frameless", True)
        self.setTabChangesFocus(True)
        self.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        self.setWordWrapMode(QTextOption.WrapMode.NoWrap)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.document().setDocumentMargin(0)
        self.viewport().setAutoFillBackground(False)
        theme.changed.connect(self._restyle)
        self._restyle()

    def mark(self, spans: tuple[Span, ...]) -> None:
        """Underline the words that were understood."""
        self._marks.mark(spans)

    def _restyle(self) -> None:
        """14 px text in a line of 20, both grown with the font."""
        font = self._theme.font("reading")
        self.setFont(font)
        self.viewport().setFont(font)  # of the placeholder, which the style sheet's turn would leave as it was
        self.setFixedHeight(self._theme.grown(20, "body"))
        spare = self.height() - round(self._theme.metrics("reading").height())
        self.setViewportMargins(0, max(0, spare // 2), 0, 0)
        self._marks.rehighlight()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.entered.emit(bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier))
        elif event.key() == Qt.Key.Key_Escape:
            self.escaped.emit()
        elif event.key() == Qt.Key.Key_Down:
            self.down.emit()
        elif event.key() == Qt.Key.Key_Left and not event.modifiers() and self.textCursor().atStart():
            self.to_chips.emit()
        else:
            super().keyPressEvent(event)

    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        return source.hasText() or source.hasUrls()

    def insertFromMimeData(self, source: QMimeData) -> None:
        """A paste of several lines is one line, and told; files are told alone."""
        files = dropped_files(source)
        if files:
            self.files.emit(files)
            return
        text = dropped_words(source).replace("\r\n", "\n").replace("\r", "\n")
        cursor = self.textCursor()
        before, after = self.toPlainText()[: cursor.selectionStart()], self.toPlainText()[cursor.selectionEnd() :]
        self.insertPlainText(" ".join(text.split("\n")).replace("\t", " "))
        if "\n" in text.strip():
            self.pasted.emit(f"{before}{text}{after}")

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()  # there is nothing to scroll: a line that moves up would be out of sight

    def event(self, event: QEvent) -> bool:
        handled = super().event(event)
        if event.type() in (QEvent.Type.FocusIn, QEvent.Type.FocusOut):
            self.focused.emit()
        return handled

    def sizeHint(self) -> QSize:
        return QSize(120, self.height())


class _Underline(QSyntaxHighlighter):
    """Shows what was understood: in `accent-text`, underlined."""

    def __init__(self, document: QTextDocument, theme: Theme) -> None:
        super().__init__(document)
        self._theme = theme
        self._spans: tuple[Span, ...] = ()

    def mark(self, spans: tuple[Span, ...]) -> None:
        if spans != self._spans:
            self._spans = spans
            self.rehighlight()

    def highlightBlock(self, text: str) -> None:
        look = QTextCharFormat()
        look.setForeground(self._theme.tokens.accent_text)
        look.setFontUnderline(True)
        for span in self._spans:
            if span.start < UNDERSTOOD:
                # Qt counts UTF-16 units.
                start, end = _units(text[: span.start]), _units(text[: min(span.end, UNDERSTOOD)])
                self.setFormat(start, end - start, look)


def _units(text: str) -> int:
    return len(text.encode("utf-16-le", "surrogatepass")) // 2
