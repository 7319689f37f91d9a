"""Exact text to be read and copied: a megabyte of it, what was replaced underlined, what came from outside marked."""

from __future__ import annotations

import html
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QEvent, QMimeData, QPoint, QRectF, Qt
from PySide6.QtGui import (
    QHelpEvent,
    QPainter,
    QPaintEvent,
    QTextBlock,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextFormat,
)
from PySide6.QtWidgets import QFrame, QPlainTextEdit, QToolTip, QWidget

from orchestrator_desktop.ui.theme import Theme

LONGEST: Final = 10_000
"""Characters of a line laid out as one: a line of a megabyte would stop the window for a second."""
_OUTSIDE_PROPERTY: Final = QTextFormat.Property.UserProperty.value + 1
_CUT: Final = 1
"""State of a block that goes on with the line above."""
_MARGIN: Final = 12


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of a text. `tip` is what stands for it elsewhere, and underlines it; `outside` is somebody else's."""

    text: str
    tip: str = ""
    outside: bool = False


@dataclass(frozen=True, slots=True)
class Part:
    """One message: a heading in words, and its text."""

    heading: str
    pieces: tuple[Piece, ...]


class ExactText(QPlainTextEdit):
    """Read-only; `show_parts` may be called again. Copying gives back the text, whatever lines it is shown in."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._parts: tuple[Part, ...] = ()
        self.setReadOnly(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setUndoRedoEnabled(False)
        self.setTabChangesFocus(True)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.document().setDocumentMargin(_MARGIN)
        theme.changed.connect(self._write)

    def show_parts(self, parts: Sequence[Part]) -> None:
        self._parts = tuple(parts)
        self._write()

    def find_next(self, words: str) -> bool:
        """Select the next place where `words` stand, from the start again after the end."""
        if not words:
            return False
        if self.find(words):
            return True
        self.moveCursor(QTextCursor.MoveOperation.Start)
        return self.find(words)

    def _write(self) -> None:
        self.setFont(self._theme.font("body"))
        self.clear()
        cursor = QTextCursor(self.document())
        cursor.beginEditBlock()
        for place, part in enumerate(self._parts):
            if part.heading:
                cursor.insertText(part.heading + "\n", self._heading())
            for piece in part.pieces:
                self._insert(cursor, piece)
            if place < len(self._parts) - 1:
                cursor.insertText("\n\n", self._heading())
        cursor.endEditBlock()
        self.moveCursor(QTextCursor.MoveOperation.Start)

    def _insert(self, cursor: QTextCursor, piece: Piece) -> None:
        form = self._format(piece)
        lines = piece.text.split("\n")
        if cursor.positionInBlock() + max(map(len, lines)) <= LONGEST:
            cursor.insertText(piece.text, form)
            return
        for number, line in enumerate(lines):
            if number:
                cursor.insertBlock(QTextBlockFormat(), form)
            _insert_cut(cursor, line, form)

    def _heading(self) -> QTextCharFormat:
        form = QTextCharFormat()
        form.setFont(self._theme.font("micro", 600))
        form.setForeground(self._theme.tokens.text_3)
        return form

    def _format(self, piece: Piece) -> QTextCharFormat:
        form = QTextCharFormat()
        form.setForeground(self._theme.tokens.text)
        if piece.outside:
            form.setProperty(_OUTSIDE_PROPERTY, True)
        if piece.tip:
            form.setFontUnderline(True)
            form.setForeground(self._theme.tokens.accent_text)
            form.setToolTip(piece.tip)
        return form

    def createMimeDataFromSelection(self) -> QMimeData:
        """The text as it is sent: lines that were cut to be shown are whole."""
        data = QMimeData()
        data.setText(self.selected_text())
        return data

    def tip_at(self, place: QPoint) -> str:
        """What stands for the text at a place of the viewport, as a tooltip takes it: Qt would read "<b>" as a tag."""
        return html.escape(self.cursorForPosition(place).charFormat().toolTip())

    def selected_text(self) -> str:
        """What is selected, as it is sent."""
        cursor = self.textCursor()
        found: list[str] = []
        first, last = cursor.selectionStart(), cursor.selectionEnd()
        block = self.document().findBlock(first)
        while block.isValid() and block.position() <= last:
            if found and block.userState() != _CUT:
                found.append("\n")
            text = block.text()
            start = max(0, first - block.position())
            found.append(_utf16(text, start, last - block.position()))
            block = block.next()
        return "".join(found).replace("\u2028", "\n")

    def viewportEvent(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            QToolTip.showText(event.globalPos(), self.tip_at(event.pos()), self)
            return True
        return super().viewportEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self.viewport())
        block, offset = self.firstVisibleBlock(), self.contentOffset()
        while block.isValid():
            box = self.blockBoundingGeometry(block).translated(offset)
            if box.top() > self.viewport().height():
                break
            if _is_outside(block):
                painter.fillRect(QRectF(2, box.top(), 2, box.height()), self._theme.tokens.warn_text)
            block = block.next()
        painter.end()


def _insert_cut(cursor: QTextCursor, line: str, form: QTextCharFormat) -> None:
    """The line, going on in blocks of its own where it is too long for one."""
    while True:
        room = LONGEST - cursor.positionInBlock()
        cursor.insertText(line[:room], form)
        line = line[room:]
        if not line:
            return
        cursor.insertBlock(QTextBlockFormat(), form)
        cursor.block().setUserState(_CUT)


def _is_outside(block: QTextBlock) -> bool:
    """Whether a block was written by somebody else; an empty one says it in its own format alone."""
    form = block.begin().fragment().charFormat() if block.text() else block.charFormat()
    return form.boolProperty(_OUTSIDE_PROPERTY)


def _utf16(text: str, start: int, end: int) -> str:
    """A stretch between two positions as Qt counts them."""
    if text.isascii():
        return text[start:end]
    raw = text.encode("utf-16-le", errors="surrogatepass")
    return raw[2 * start : 2 * end].decode("utf-16-le", errors="surrogatepass")
