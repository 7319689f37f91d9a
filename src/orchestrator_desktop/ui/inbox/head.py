"""The bar over a list: its name and count, the search, and the line that asks for a date, a domain or a follow-up."""

from __future__ import annotations

from enum import StrEnum

from PySide6.QtCore import QEvent, QStringListModel, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCompleter, QWidget

from orchestrator_desktop.ui.theme import Theme
from orchestrator_desktop.ui.widgets.button import IconButton
from orchestrator_desktop.ui.widgets.layout import HeadBar
from orchestrator_desktop.ui.widgets.text_edit import LineField

_SEARCH_MS = 80
_WIDTH = 260


class Wanted(StrEnum):
    """What the line asks for."""

    DUE = "due"
    DOMAIN = "domain"
    FOLLOW_UP = "follow_up"


class ListHead(HeadBar):
    """`searched` a moment after the search text has changed; `answered(Wanted, str)` when a line was entered."""

    searched = Signal()
    answered = Signal(object, str)
    to_create = Signal(str)
    """Shift+Enter in the search: the words become a task."""
    left = Signal()
    """Back to the list."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent=parent)
        self._wanted = Wanted.DUE
        self._names = QStringListModel(self)
        self._search = _Field(theme)
        self._asker = _Field(theme)
        self._button = IconButton(theme, "search", "")
        self._soon = QTimer(self, interval=_SEARCH_MS, singleShot=True)
        completer = QCompleter(self._names, self)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setCompletionMode(QCompleter.CompletionMode.InlineCompletion)
        self._completer = completer
        for field in (self._search, self._asker):
            field.setFixedWidth(_WIDTH)
            field.hide()
            self.add_right(field)
        self.add_right(self._button)
        self._connect()
        self._retranslate()

    def _connect(self) -> None:
        self._button.clicked.connect(self._toggle)
        self._search.textChanged.connect(lambda _text: self._soon.start())
        self._soon.timeout.connect(self.searched)
        self._search.entered.connect(self._search_entered)
        self._search.away.connect(self.end_search)
        self._search.down.connect(self.left)
        self._asker.entered.connect(lambda _shift: self._asker_entered())
        self._asker.away.connect(self._close_asker)
        self._asker.lost.connect(self._asker.hide)

    @property
    def search_text(self) -> str:
        return self._search.text().strip()

    def search(self) -> None:
        """Open the search and put the cursor there."""
        self._search.show()
        self._search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._search.selectAll()

    def end_search(self) -> None:
        """Close the search and show the list again."""
        searching = bool(self.search_text)
        self._search.clear()
        self._search.hide()
        if searching:
            self._soon.stop()
            self.searched.emit()
        self.left.emit()

    def forget_search(self) -> None:
        """Close the search without a word: another list is shown."""
        self._search.clear()
        self._soon.stop()
        self._search.hide()

    def ask(self, wanted: Wanted, names: list[str]) -> None:
        """Open the line; `names` complete what is typed. An empty answer takes the value away."""
        self._wanted = wanted
        self._names.setStringList(names)
        self._asker.setCompleter(self._completer if names else None)  # type: ignore[arg-type]  # None takes it away
        self._retranslate()
        self._asker.clear()
        self._asker.show()
        self._asker.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _search_entered(self, shift: bool) -> None:
        words = self.search_text
        if shift and words:
            self.end_search()
            self.to_create.emit(words)
        else:
            self._soon.stop()
            self.searched.emit()
            self.left.emit()

    def _asker_entered(self) -> None:
        wanted, words = self._wanted, self._asker.text().strip()
        self._close_asker()
        self.answered.emit(wanted, words)

    def _close_asker(self) -> None:
        self._asker.hide()
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
        name, hint = {
            Wanted.DUE: (self.tr("Due"), self.tr("friday 9am")),
            Wanted.DOMAIN: (self.tr("Domain"), self.tr("none")),
            Wanted.FOLLOW_UP: (self.tr("Answer by"), self.tr("friday, in 3 days")),
        }[self._wanted]
        self._asker.set_prefix(name)
        self._asker.setAccessibleName(name)
        self._asker.setPlaceholderText(hint)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)


class _Field(LineField):
    """A line whose Enter, Esc and Down are its owner's."""

    entered = Signal(bool)
    away = Signal()
    down = Signal()
    lost = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.entered.emit(bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier))
        elif event.key() == Qt.Key.Key_Escape:
            self.away.emit()
        elif event.key() == Qt.Key.Key_Down and self.completer() is None:
            self.down.emit()
        else:
            super().keyPressEvent(event)

    def event(self, event: QEvent) -> bool:
        handled = super().event(event)
        if event.type() == QEvent.Type.FocusOut:
            self.lost.emit()
        return handled
