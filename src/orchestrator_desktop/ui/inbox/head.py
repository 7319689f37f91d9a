"""The bar over a list: its name or tabs, how much there is, how it is arranged, the search, the line that asks."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from orchestrator_desktop.store.places import Order
from orchestrator_desktop.ui.inbox.asker import Asker, Wanted
from orchestrator_desktop.ui.inbox.fields import HeadField
from orchestrator_desktop.ui.inbox.lists import ORDER_ICONS
from orchestrator_desktop.ui.inbox.menu_button import MenuButton
from orchestrator_desktop.ui.inbox.words import order_words
from orchestrator_desktop.ui.theme import Theme
from orchestrator_desktop.ui.widgets.button import Button, IconButton, Kind
from orchestrator_desktop.ui.widgets.layout import HeadBar
from orchestrator_desktop.ui.widgets.tabs import Tabs

_SEARCH_MS: Final = 80
_WIDTH: Final = 260
_NARROW: Final = 184
"""The search in a tight head: the name of the list and how many were found keep their room."""
_TIGHT: Final = 600
"""Width below which the arrangement is an icon where there are tabs too."""


class ListHead(HeadBar):
    """`searched` a moment after the search text has changed; `answered(Wanted, str)` when a line was entered."""

    searched = Signal()
    answered = Signal(object, str)
    to_create = Signal(str)
    """Shift+Enter in the search: the words become a task."""
    left = Signal()
    """Back to the list."""
    tab_chosen = Signal(int)
    layout_toggled = Signal()
    to_empty = Signal()
    to_save = Signal()
    """The search is to be kept as a filter."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent=parent)
        self._order: Order | None = None
        self._board: bool | None = None
        self._trash = False
        self.tabs = Tabs(theme)
        self.tabs.setUsesScrollButtons(False)
        self.tabs.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.tabs.hide()
        self._search = HeadField(theme)
        self.asker = Asker(theme)
        self.save = IconButton(theme, "filter", "")
        self.arrange = MenuButton(theme, "by-level")
        self.layout_button = IconButton(theme, "board", "")
        self.empty_trash = Button(theme, "", kind=Kind.DANGER, small=True)
        self._button = IconButton(theme, "search", "")
        self._soon = QTimer(self, interval=_SEARCH_MS, singleShot=True)
        self.layout().insertWidget(0, self.tabs)  # type: ignore[union-attr]
        for field in (self._search, self.asker):
            field.setFixedWidth(_WIDTH)
            field.hide()
        for widget in (self._search, self.asker, self.save, self.empty_trash, self.arrange, self.layout_button):
            self.add_right(widget)
        self.add_right(self._button)
        self._connect()
        self._retranslate()
        self._place()

    def _connect(self) -> None:
        self._button.clicked.connect(self._toggle)
        self._search.textChanged.connect(lambda _text: self._soon.start())
        self._soon.timeout.connect(self.searched)
        self._search.entered.connect(self._search_entered)
        self._search.away.connect(self.end_search)
        self._search.down.connect(self.left)
        self.asker.answered.connect(self._answered)
        self.asker.closed.connect(self._asker_closed)
        self.asker.lost.connect(self._place)
        self.tabs.tabBarClicked.connect(self.tab_chosen)
        self.tabs.currentChanged.connect(self.tab_chosen)
        self.layout_button.clicked.connect(self.layout_toggled)
        self.empty_trash.clicked.connect(self.to_empty)
        self.save.clicked.connect(self.to_save)

    # what is shown

    def show_name(self, name: str, tabs: Sequence[str] = (), current: int = 0) -> None:
        """The name of the list, or the tabs that it is one of."""
        self.title.setText(name)
        self.title.setVisible(not tabs)
        self.tabs.blockSignals(True)
        while self.tabs.count() > len(tabs):
            self.tabs.removeTab(self.tabs.count() - 1)
        for number, words in enumerate(tabs):
            if number >= self.tabs.count():
                self.tabs.add_tab(words)
            self.tabs.setTabText(number, words)
            self.tabs.set_detail(number, "")
        if tabs:
            self.tabs.setCurrentIndex(current)
        self.tabs.blockSignals(False)
        self.tabs.setVisible(bool(tabs))
        self._place()

    def show_note(self, words: str, *, warns: bool = False) -> None:
        self.note.setText(words)
        self.note.set_look(token="warn-text" if warns else "text-3")

    def show_arrangement(self, order: Order | None, board: bool | None, *, trash: bool) -> None:
        """How the list is arranged; None where there is nothing to choose. `trash`: it can be emptied."""
        self._order, self._board, self._trash = order, board, trash
        self._retranslate()
        self._place()

    def _place(self) -> None:
        """What there is room and reason for."""
        searching, asking = not self._search.isHidden(), not self.asker.isHidden()
        free = not searching and not asking
        self.save.setVisible(searching and bool(self.search_text) and not asking)
        self.arrange.setVisible(free and self._order is not None)
        self.layout_button.setVisible(self._board is not None and not asking)
        self.empty_trash.setVisible(free and self._trash)
        self.note.setVisible(free or self.width() > _TIGHT or searching)
        self._search.setFixedWidth(_NARROW if self.width() < _TIGHT else _WIDTH)
        self.arrange.set_compact(self.width() < _TIGHT and not self.tabs.isHidden())

    # the search

    @property
    def search_text(self) -> str:
        return self._search.text().strip()

    def search(self, text: str | None = None) -> None:
        """Open the search and put the cursor there; with `text`, search for that."""
        if text is not None:
            self._search.setText(text)
        self._search.show()
        self._place()
        self._search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._search.selectAll()

    def end_search(self) -> None:
        """Close the search and show the list again."""
        searching = bool(self.search_text)
        self.forget_search()
        if searching:
            self.searched.emit()
        self.left.emit()

    def forget_search(self) -> None:
        """Close the search without a word: another list is shown."""
        self._search.clear()
        self._soon.stop()
        self._search.hide()
        self._place()

    def ask(self, wanted: Wanted, names: Sequence[str], text: str = "") -> None:
        """Open the line; `names` complete what is typed. An empty answer takes the value away."""
        self.asker.ask(wanted, names, text)
        self._place()

    def _search_entered(self, shift: bool) -> None:
        words = self.search_text
        if shift and words:
            self.end_search()
            self.to_create.emit(words)
        else:
            self._soon.stop()
            self.searched.emit()
            self.left.emit()

    def _answered(self, wanted: Wanted, words: str) -> None:
        self.answered.emit(wanted, words)

    def _asker_closed(self) -> None:
        self._place()
        self.left.emit()

    def _toggle(self) -> None:
        if self._search.isVisible():
            self.end_search()
        else:
            self.search()

    def _retranslate(self) -> None:
        self._search.setPlaceholderText(self.tr("Search everything"))
        self._search.setAccessibleName(self.tr("Search everything"))
        self._button.set_text(self.tr("Search"))
        self.save.set_text(self.tr("Save this search"))
        self.empty_trash.setText(self.tr("Empty the trash"))
        order = self._order or Order.LEVEL  # hidden where there is none; its words are switched all the same
        self.arrange.set_icon_name(ORDER_ICONS[order])
        self.arrange.set_words(order_words(order), self.tr("Arrangement"))
        self.layout_button.set_icon_name("list" if self._board else "board")
        self.layout_button.set_text(self.tr("Show as a list") if self._board else self.tr("Show as a board"))

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()
