"""The line that asks for a value of the tasks chosen in a list: a date, a domain, tags."""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum

from PySide6.QtCore import QEvent, QStringListModel, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCompleter, QWidget

from orchestrator_desktop.ui.inbox.fields import HeadField
from orchestrator_desktop.ui.inbox.suggestions import Suggestions
from orchestrator_desktop.ui.theme import Theme


class Wanted(StrEnum):
    """What the line asks for."""

    DUE = "due"
    DEFER = "defer"
    DEADLINE = "deadline"
    DOMAIN = "domain"
    FOLLOW_UP = "follow_up"
    TAGS = "tags"
    PRIORITY = "priority"
    ESTIMATE = "estimate"
    WHOLE = "whole"
    NEEDS = "needs"
    FILTER = "filter"


TASKS = (Wanted.WHOLE, Wanted.NEEDS)
"""What is another task: completions are looked up as its title is typed."""


class Asker(HeadField):
    """`answered(Wanted, str)` when the line was entered; `left` when it was closed."""

    answered = Signal(object, str)
    closed = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent=parent)
        self.wanted = Wanted.DUE
        self._names = QStringListModel(self)
        self._suggestions: Suggestions | None = None
        self._completer = QCompleter(self._names, self)
        self._completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self._completer.setCompletionMode(QCompleter.CompletionMode.InlineCompletion)
        self.entered.connect(lambda _shift: self._enter())
        self.away.connect(self._close)
        self.lost.connect(self._put_away)
        self._retranslate()

    def ask(self, wanted: Wanted, names: Sequence[str], text: str = "") -> None:
        """Open the line; `names` complete what is typed. An empty answer takes the value away."""
        self.wanted = wanted
        self._names.setStringList(list(names))
        self.setCompleter(self._completer if names else None)  # type: ignore[arg-type]  # None takes it away
        self._retranslate()
        self.setText(text)
        self.selectAll()
        self.show()
        self.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def suggest(self, names: Sequence[str]) -> None:
        """Show what the words may mean; Enter takes the first, or the one that Up and Down go to."""
        if self._suggestions is None or self._suggestions.parentWidget() is not self.window():
            self._suggestions = Suggestions(self._theme, self)
            self._suggestions.taken.connect(self._take)
        self._suggestions.show_items(names if self.text().strip() else ())

    def _take(self, words: str) -> None:
        self.setText(words)
        self._enter()

    def _enter(self) -> None:
        meant = self._suggestions.current if self._suggestions is not None else None
        wanted, words = self.wanted, meant or self.text().strip()
        self._close()
        self.answered.emit(wanted, words)

    def _put_away(self) -> None:
        if self._suggestions is not None:
            self._suggestions.hide()
        self.hide()

    def _close(self) -> None:
        self._put_away()
        self.closed.emit()

    def _retranslate(self) -> None:
        name, hint = {
            Wanted.DUE: (self.tr("Due"), self.tr("friday 9am")),
            Wanted.DEFER: (self.tr("Not before"), self.tr("monday, in 2 weeks")),
            Wanted.DEADLINE: (self.tr("Deadline"), self.tr("31 december")),
            Wanted.DOMAIN: (self.tr("Domain"), self.tr("none")),
            Wanted.FOLLOW_UP: (self.tr("Answer by"), self.tr("friday, in 3 days")),
            Wanted.TAGS: (self.tr("Tags"), self.tr("phone, -office")),
            Wanted.PRIORITY: (self.tr("Priority"), self.tr("1, 2, 3 or none")),
            Wanted.ESTIMATE: (self.tr("Estimate"), self.tr("45 min, 1h30")),
            Wanted.WHOLE: (self.tr("Part of"), self.tr("title of a task, or none")),
            Wanted.NEEDS: (self.tr("Needs"), self.tr("title of a task")),
            Wanted.FILTER: (self.tr("Save as"), self.tr("name of the filter")),
        }[self.wanted]
        self.set_prefix(name)
        self.setAccessibleName(name)
        self.setPlaceholderText(hint)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
        if event.key() in steps and self._suggestions is not None and self._suggestions.isVisible():
            self._suggestions.step(steps[Qt.Key(event.key())])
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)
