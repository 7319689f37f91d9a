"""A read-only view of a foreign text."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from PySide6.QtCore import QTimer, QUrl, Signal
from PySide6.QtGui import QDesktopServices, QTextCursor
from PySide6.QtWidgets import QFrame, QTextBrowser, QWidget

from orchestrator_desktop.domain.blockdiff import Passage, passages
from orchestrator_desktop.ui.document.blocks import blocks_of
from orchestrator_desktop.ui.document.changes import draw_changes
from orchestrator_desktop.ui.document.links import Verdict, judge_link
from orchestrator_desktop.ui.document.render import (
    append_block,
    append_document,
    empty_document,
    fragments,
    render_blocks,
)
from orchestrator_desktop.ui.theme import Theme

AT_ONCE = 24_000
"""Characters rendered before the view is shown; the rest follows in slices, so that the window never waits."""
_LINE = 100
"""What drawing a line costs, whatever it holds, in characters: a list of single words is as slow as a long text."""


class DocumentView(QTextBrowser):
    """Markdown, safely: nothing is loaded, links are judged, and `link_wanted(Link)` asks where a link looks false."""

    link_wanted = Signal(object)
    """Link whose words claim another address: ask the user."""
    refused = Signal(object)
    """Link that is never opened."""
    changed_words = Signal(int, int)
    """(inserted, deleted) after show_changes."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.theme = theme
        self._text = ""
        self._before: str | None = None
        self._rest: Iterator[Passage] = iter(())
        self._figures = (0, 0)
        self._timer = QTimer(self)
        self._timer.setInterval(0)
        self._build()
        self._connect()

    def _build(self) -> None:
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setProperty("frameless", True)
        self.setOpenLinks(False)
        self.setUndoRedoEnabled(False)
        self._renew()

    def _connect(self) -> None:
        self._timer.timeout.connect(self._next_slice)
        self.anchorClicked.connect(self._clicked)
        self.theme.changed.connect(self.redraw)

    @property
    def markdown(self) -> str:
        return self._text

    def set_markdown(self, text: str) -> None:
        """Show `text` from its beginning."""
        self._text, self._before = text, None
        self.redraw()

    def show_changes(self, old: str, new: str) -> None:
        """Show `new` with the word changes since `old`."""
        self._text, self._before = new, old
        self.redraw()

    def redraw(self) -> None:
        """Render again, in the theme of now."""
        self._timer.stop()
        self._renew()
        self._figures = (0, 0)
        if self._before is not None:
            self._rest = passages(blocks_of(self._before), blocks_of(self._text))
        else:
            self._rest = (Passage((), (block,)) for block in blocks_of(self._text))
        self._timer.start()
        self._next_slice(AT_ONCE)
        # The cursor stood where the text was put in: looking for it would scroll away from the beginning.
        self.moveCursor(QTextCursor.MoveOperation.Start)

    def add_block(self, markdown: str) -> None:
        """Render a block behind what is shown."""
        append_block(self.document(), markdown, self.theme)

    def _renew(self) -> None:
        document = empty_document(self.theme)
        document.setParent(self)
        self.setDocument(document)

    def _next_slice(self, most: int = AT_ONCE // 8) -> None:
        size = 0
        while size < most:
            passage = next(self._rest, None)
            if passage is None:
                self._timer.stop()
                break
            size += _weight(passage)
            self._draw(passage)
        if self._before is not None:
            self.changed_words.emit(*self._figures)

    def _draw(self, passage: Passage) -> None:
        if self._before is None or passage.old == passage.new:
            for block in passage.new:
                self.add_block(block)
            return
        first = self.document().isEmpty()
        old, new = (render_blocks(blocks, self.theme, first=first) for blocks in (passage.old, passage.new))
        come, gone = draw_changes(new, old, self.theme)
        self._figures = (self._figures[0] + come, self._figures[1] + gone)
        append_document(self.document(), new)

    def _clicked(self, url: QUrl) -> None:
        link = judge_link(url.toString(), self._words_at(url))
        if link.verdict is Verdict.OPEN:
            QDesktopServices.openUrl(url)
        elif link.verdict is Verdict.ASK:
            self.link_wanted.emit(link)
        else:
            self.refused.emit(link)

    def _words_at(self, url: QUrl) -> str:
        """The words of the links to `url`: those that look like an address first, whatever parts are bold."""
        found = []
        block = self.document().begin()
        while block.isValid():
            for address, runs in groupby(fragments(block), lambda run: run.charFormat().anchorHref()):
                if address == url.toString():
                    found.append("".join(run.text() for run in runs))
            block = block.next()
        return next((words for words in found if judge_link(url.toString(), words).verdict is Verdict.ASK), "")


def _weight(passage: Passage) -> int:
    lines = sum(block.count("\n") + 1 for blocks in (passage.old, passage.new) for block in blocks)
    return passage.size + _LINE * lines
