"""A read-only view of a foreign text."""

from __future__ import annotations

from PySide6.QtCore import QTimer, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFrame, QTextBrowser, QWidget

from orchestrator_desktop.ui.document.blocks import blocks_of
from orchestrator_desktop.ui.document.changes import draw_changes
from orchestrator_desktop.ui.document.links import Verdict, judge_link
from orchestrator_desktop.ui.document.render import append_block, empty_document, render
from orchestrator_desktop.ui.theme import Theme

AT_ONCE = 24_000
"""Characters rendered before the view is shown; the rest follows in slices, so that the window never waits."""


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
        self._rest: list[str] = []
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
        if self._before is not None:
            self._draw_changes(self._before)
        else:
            self._rest = blocks_of(self._text)
            self._next_slice(AT_ONCE)
            self._timer.start()

    def add_block(self, markdown: str) -> None:
        """Render a block behind what is shown."""
        append_block(self.document(), markdown, self.theme)

    def _renew(self) -> None:
        document = empty_document(self.theme)
        document.setParent(self)
        self.setDocument(document)

    def _draw_changes(self, before: str) -> None:
        old, new = render(before, self.theme), render(self._text, self.theme)
        figures = draw_changes(new, old, self.theme)
        new.setParent(self)
        self.setDocument(new)
        self.changed_words.emit(*figures)

    def _next_slice(self, most: int = AT_ONCE // 4) -> None:
        size = 0
        while self._rest and size < most:
            block = self._rest.pop(0)
            size += len(block)
            self.add_block(block)
        if not self._rest:
            self._timer.stop()

    def _clicked(self, url: QUrl) -> None:
        link = judge_link(url.toString(), self._words_at(url))
        if link.verdict is Verdict.OPEN:
            QDesktopServices.openUrl(url)
        elif link.verdict is Verdict.ASK:
            self.link_wanted.emit(link)
        else:
            self.refused.emit(link)

    def _words_at(self, url: QUrl) -> str:
        """The words of the first link to `url`."""
        block = self.document().begin()
        while block.isValid():
            iterator = block.begin()
            while not iterator.atEnd():
                fragment = iterator.fragment()
                if fragment.charFormat().anchorHref() == url.toString():
                    return fragment.text()
                iterator += 1
            block = block.next()
        return ""
