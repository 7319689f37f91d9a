"""Word changes drawn into a rendered document: inserted words marked, deleted words put back, struck through."""

from __future__ import annotations

from PySide6.QtGui import QBrush, QTextCharFormat, QTextCursor, QTextDocument

from orchestrator_desktop.domain.textdiff import Change, counts, word_changes
from orchestrator_desktop.ui.theme import Theme

_LINE_ENDS = "\u2028\u2029\ufdd0\ufdd1"


def draw_changes(document: QTextDocument, before: QTextDocument, theme: Theme) -> tuple[int, int]:
    """Mark in `document` what changed since `before`; returns (words inserted, words deleted)."""
    pieces = word_changes(_characters(before), _characters(document))
    position = 0
    edits: list[tuple[int, str, Change]] = []
    for piece in pieces:
        if piece.change is Change.DELETED:
            edits.append((position, piece.text, piece.change))
            continue
        if piece.change is Change.INSERTED:
            edits.append((position, piece.text, piece.change))
        position += _units(piece.text)
    cursor = QTextCursor(document)
    cursor.beginEditBlock()
    for position, text, change in reversed(edits):
        _draw(cursor, position, text, change, theme)
    cursor.endEditBlock()
    return counts(pieces)


def _draw(cursor: QTextCursor, position: int, text: str, change: Change, theme: Theme) -> None:
    cursor.setPosition(position)
    look = QTextCharFormat()
    if change is Change.INSERTED:
        look.setForeground(QBrush(theme.tokens.ins_text))
        look.setBackground(theme.tokens.ins_bg)
        look.setFontUnderline(True)
        cursor.setPosition(position + _units(text), QTextCursor.MoveMode.KeepAnchor)
        cursor.mergeCharFormat(look)
        return
    look = QTextCharFormat(cursor.charFormat())
    look.setFont(theme.font("reading"))
    look.setForeground(QBrush(theme.tokens.del_text))
    look.setBackground(theme.tokens.del_bg)
    look.setFontStrikeOut(True)
    look.setFontUnderline(False)
    cursor.insertText(text, look)


def _characters(document: QTextDocument) -> str:
    """The document's characters, one for each cursor position, so that offsets in the text are positions."""
    raw = document.toRawText()
    return raw.translate({ord(char): "\n" for char in _LINE_ENDS})


def _units(text: str) -> int:
    """Length in UTF-16 units, in which Qt counts positions."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2
