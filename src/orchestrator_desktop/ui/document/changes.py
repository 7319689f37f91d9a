"""Word changes drawn into a rendered document: inserted words marked, deleted words put back, struck through."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import zip_longest

from PySide6.QtGui import QBrush, QTextCharFormat, QTextCursor, QTextDocument

from orchestrator_desktop.domain.textdiff import Change, Piece, counts, word_changes
from orchestrator_desktop.ui.theme import Theme

_LINE_ENDS = "\u2028\u2029\ufdd0\ufdd1"


def draw_changes(document: QTextDocument, before: QTextDocument, theme: Theme) -> tuple[int, int]:
    """Mark in `document` what changed since `before`; returns (words inserted, words deleted)."""
    pieces = word_changes(_characters(before), _characters(document))
    cursor = QTextCursor(document)
    cursor.beginEditBlock()
    for edit in reversed(_edits(pieces)):
        _draw(cursor, edit, theme)
    cursor.endEditBlock()
    return counts(pieces)


@dataclass(frozen=True, slots=True)
class _Edit:
    """A piece and where in the new document it stands; `replaced`: what came instead follows at once."""

    piece: Piece
    position: int
    replaced: bool


def _edits(pieces: Sequence[Piece]) -> list[_Edit]:
    edits, position = [], 0
    for piece, following in zip_longest(pieces, pieces[1:]):
        if piece.change is not Change.SAME:
            replaced = following is not None and following.change is Change.INSERTED
            edits.append(_Edit(piece, position, replaced))
        if piece.change is not Change.DELETED:
            position += _units(piece.text)
    return edits


def _draw(cursor: QTextCursor, edit: _Edit, theme: Theme) -> None:
    cursor.setPosition(edit.position)
    if edit.piece.change is Change.INSERTED:
        look = QTextCharFormat()
        look.setForeground(QBrush(theme.tokens.ins_text))
        look.setBackground(theme.tokens.ins_bg)
        look.setFontUnderline(True)
        cursor.setPosition(edit.position + _units(edit.piece.text), QTextCursor.MoveMode.KeepAnchor)
        cursor.mergeCharFormat(look)
        return
    plain = QTextCharFormat()
    plain.setFont(cursor.charFormat().font() if cursor.blockFormat().headingLevel() else theme.font("reading"))
    plain.setForeground(QBrush(theme.tokens.text))
    look = QTextCharFormat(plain)
    look.setForeground(QBrush(theme.tokens.del_text))
    look.setBackground(theme.tokens.del_bg)
    look.setFontStrikeOut(True)
    cursor.insertText(edit.piece.text, look)
    if edit.replaced and not edit.piece.text[-1:].isspace():
        cursor.insertText(" ", plain)


def _characters(document: QTextDocument) -> str:
    """The document's characters, one for each cursor position, so that offsets in the text are positions."""
    raw = document.toRawText()
    return raw.translate({ord(char): "\n" for char in _LINE_ENDS})


def _units(text: str) -> int:
    """Length in UTF-16 units, in which Qt counts positions."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2
