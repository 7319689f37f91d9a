"""Markdown to a styled text document, without HTML, images or anything that asks the network or the disk."""

from __future__ import annotations

from collections.abc import Iterable
from urllib.parse import urlsplit

from PySide6.QtCore import QCoreApplication, QUrl
from PySide6.QtGui import (
    QBrush,
    QFont,
    QFontDatabase,
    QTextBlock,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextDocumentFragment,
    QTextFormat,
    QTextFragment,
    QTextFrameFormat,
    QTextTable,
)

from orchestrator_desktop.ui.document.blocks import blocks_of
from orchestrator_desktop.ui.theme import Theme

_FEATURES = QTextDocument.MarkdownFeature.MarkdownDialectGitHub | QTextDocument.MarkdownFeature.MarkdownNoHTML
_HEADINGS = {1: "title", 2: "lead", 3: "heading"}
_PARAGRAPH_GAP, _ITEM_GAP = 10, 4
_CODE_MARKS = (QTextFormat.Property.BlockCodeLanguage, QTextFormat.Property.BlockCodeFence)
_SINGLE = QTextBlockFormat.LineHeightTypes.SingleHeight.value
_MINIMUM = QTextBlockFormat.LineHeightTypes.MinimumHeight.value


class SafeDocument(QTextDocument):
    """A document that never loads anything: Qt asks for every image address, network shares included."""

    def loadResource(self, _kind: int, _name: QUrl | str) -> object:
        return b""


def render(markdown: str, theme: Theme) -> SafeDocument:
    """A document of `markdown` in the theme's reading style."""
    return render_blocks(blocks_of(markdown), theme, first=True)


def render_blocks(blocks: Iterable[str], theme: Theme, *, first: bool) -> SafeDocument:
    """The same of Markdown cut into blocks; `first`: nothing will stand before it."""
    document = empty_document(theme)
    for block in blocks:
        append_block(document, block, theme, first=first)
    return document


def append_block(document: QTextDocument, markdown: str, theme: Theme, *, first: bool = True) -> None:
    """Render one block of Markdown behind the document's end. Block by block, Qt's importer cannot leak the marks of
    one into the next."""
    if not markdown.strip():
        return
    block = empty_document(theme)
    block.setMarkdown(_tame(markdown), _FEATURES)
    _drop_empty_end(block)
    restyle(block, theme, first=first and document.isEmpty())
    append_document(document, block)


def append_document(document: QTextDocument, part: QTextDocument) -> None:
    """Put a rendered part behind the document's end."""
    begin = part.firstBlock()
    _space_out(document, begin)
    cursor = QTextCursor(document)
    cursor.movePosition(QTextCursor.MoveOperation.End)
    if document.isEmpty():
        cursor.setBlockFormat(begin.blockFormat())
    else:
        cursor.insertBlock(begin.blockFormat(), QTextCharFormat())
    start = cursor.position()
    cursor.insertFragment(QTextDocumentFragment(part))
    # A list item brings its own line; the one made for it stays empty before it.
    if begin.textList() is not None and not document.findBlock(start).text():
        cursor.setPosition(start)
        cursor.deleteChar()


def _space_out(document: QTextDocument, begin: QTextBlock) -> None:
    """List items, and lines of code, stand closer to each other than to what is before and behind them."""
    last = document.lastBlock()
    alike = (last.textList() is None) == (begin.textList() is None) and _is_code(last) == _is_code(begin)
    if alike or document.isEmpty() or _in_table(begin):
        return
    shape = begin.blockFormat()
    # Of two margins that meet, Qt keeps the larger.
    shape.setTopMargin(max(shape.topMargin(), _PARAGRAPH_GAP))
    QTextCursor(begin).setBlockFormat(shape)


def _is_code(block: QTextBlock) -> bool:
    # Qt lets a code block's marks leak into the table behind it.
    return any(block.blockFormat().hasProperty(mark) for mark in _CODE_MARKS) and not _in_table(block)


def empty_document(theme: Theme) -> SafeDocument:
    """A document set up like those that `render` makes."""
    document = SafeDocument()
    document.setUndoRedoEnabled(False)
    document.setDocumentMargin(0)
    document.setIndentWidth(18)
    document.setDefaultFont(theme.font("reading"))
    return document


def _drop_empty_end(document: QTextDocument) -> None:
    """Qt leaves an empty line behind a code block that ends the text."""
    last = document.lastBlock()
    if document.blockCount() > 1 and not last.text() and last.textList() is None and not _in_table(last):
        QTextCursor(last).deletePreviousChar()


def restyle(document: QTextDocument, theme: Theme, *, first: bool) -> None:
    """Set fonts, colours, line heights and margins of every block from the theme."""
    cursor = QTextCursor(document)
    cursor.beginEditBlock()
    _replace_images(document, theme)
    block = document.begin()
    while block.isValid():
        _style_block(block, theme, first=first and not block.position())
        block = block.next()
    for frame in document.rootFrame().childFrames():
        if isinstance(frame, QTextTable):
            _style_table(frame, theme)
    cursor.endEditBlock()


def _tame(markdown: str) -> str:
    """Without NUL and other controls that Qt would show or stumble over."""
    return "".join(char for char in markdown if char in "\n\t" or ord(char) >= 0x20)


def _style_block(block: QTextBlock, theme: Theme, *, first: bool) -> None:
    shape = block.blockFormat()
    code = _is_code(block)
    style = _HEADINGS.get(shape.headingLevel(), "heading") if shape.headingLevel() else "reading"
    _shape(block, shape, theme, style, code=code)
    if style != "reading" and not first:
        shape.setTopMargin(10)
    QTextCursor(block).setBlockFormat(shape)
    cursor = QTextCursor(block)
    for start, length, old in _fragments(block):
        cursor.setPosition(start)
        cursor.setPosition(start + length, QTextCursor.MoveMode.KeepAnchor)
        cursor.setCharFormat(_ink(old, theme, style, code=code))


def _shape(block: QTextBlock, shape: QTextBlockFormat, theme: Theme, style: str, *, code: bool) -> None:
    in_list = block.textList() is not None
    quote = bool(shape.intProperty(QTextFormat.Property.BlockQuoteLevel))
    # Letters from other fonts may be higher than a line: lines may grow, so nothing is cut off.
    # Code keeps its font's own height: Qt fills the ground of no more than that.
    shape.setLineHeight(0 if code else theme.line_height(style), _SINGLE if code else _MINIMUM)
    shape.setTopMargin(0)
    shape.setBottomMargin(0 if code or _in_table(block) else _ITEM_GAP if in_list else _PARAGRAPH_GAP)
    if code:
        shape.setBackground(theme.tokens.sunken)
        shape.setLeftMargin(0)
    if quote:
        shape.setLeftMargin(16)


def _ink(old: QTextCharFormat, theme: Theme, style: str, *, code: bool) -> QTextCharFormat:
    ink = QTextCharFormat(old)
    # Qt's importer enlarges headings by steps, on top of any font.
    ink.clearProperty(QTextFormat.Property.FontSizeAdjustment)
    bold = style == "reading" and old.fontWeight() > QFont.Weight.Normal
    # Asked of the theme: a variable font is as heavy as its axis says, whatever the weight set afterwards.
    font = theme.font(style, QFont.Weight.DemiBold.value if bold else None)
    if code or old.fontFixedPitch():
        family = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont).family()
        font = QFont(family)
        font.setPixelSize(theme.font("body").pixelSize())
        if not code:
            ink.setBackground(theme.tokens.sunken)
        font.setWeight(QFont.Weight.DemiBold if bold else QFont.Weight.Normal)
    font.setItalic(old.fontItalic())
    font.setStrikeOut(old.fontStrikeOut())
    ink.setFont(font)
    if old.isAnchor():
        ink.setForeground(QBrush(theme.tokens.accent_text))
        ink.setFontUnderline(True)
    else:
        ink.setForeground(QBrush(theme.tokens.text))
    return ink


def _in_table(block: QTextBlock) -> bool:
    return QTextCursor(block).currentTable() is not None


def _style_table(table: QTextTable, theme: Theme) -> None:
    shape = table.format()
    shape.setBorder(0)
    shape.setCellPadding(0)
    shape.setCellSpacing(0)
    shape.setBottomMargin(8)
    table.setFormat(shape)
    for row in range(table.rows()):
        for column in range(table.columns()):
            cell = table.cellAt(row, column)
            look = cell.format().toTableCellFormat()
            look.setBottomBorder(1)
            look.setBottomBorderBrush(QBrush(theme.tokens.line_strong))
            look.setBottomBorderStyle(QTextFrameFormat.BorderStyle.BorderStyle_Solid)
            look.setTopPadding(4)
            look.setBottomPadding(4)
            look.setRightPadding(24)
            cell.setFormat(look)


def _replace_images(document: QTextDocument, theme: Theme) -> None:
    """Say where an image would have come from, instead of asking for it."""
    found = []
    block = document.begin()
    while block.isValid():
        found += [(start, old) for start, _, old in _fragments(block) if old.isImageFormat()]
        block = block.next()
    cursor = QTextCursor(document)
    for start, old in reversed(found):
        host = urlsplit(old.toImageFormat().name()).hostname or QCoreApplication.translate("Document", "a file")
        words = QCoreApplication.translate("Document", "[image not loaded: %1]").replace("%1", host)
        cursor.setPosition(start)
        cursor.setPosition(start + 1, QTextCursor.MoveMode.KeepAnchor)
        cursor.insertText(words, QTextCharFormat())


def fragments(block: QTextBlock) -> list[QTextFragment]:
    """A block's runs of one format, read before anything is changed."""
    runs = []
    iterator = block.begin()
    while not iterator.atEnd():
        if iterator.fragment().isValid():
            runs.append(iterator.fragment())
        iterator += 1
    return runs


def _fragments(block: QTextBlock) -> list[tuple[int, int, QTextCharFormat]]:
    """(position, length, format) of a block's runs."""
    return [(run.position(), run.length(), run.charFormat()) for run in fragments(block)]
