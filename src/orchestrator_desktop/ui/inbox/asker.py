"""The line that asks for a value of the tasks chosen in a list: a date, a domain, tags."""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum

from PySide6.QtCore import QEvent, QStringListModel, Qt, Signal
from PySide6.QtWidgets import QCompleter, QWidget

from orchestrator_desktop.ui.inbox.fields import HeadField
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
        self._completer = QCompleter(self._names, self)
        self._completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self.entered.connect(lambda _shift: self._enter())
        self.away.connect(self._close)
        self.lost.connect(self.hide)
        self._retranslate()

    def ask(self, wanted: Wanted, names: Sequence[str], text: str = "") -> None:
        """Open the line; `names` complete what is typed. An empty answer takes the value away."""
        self.wanted = wanted
        mode = QCompleter.CompletionMode
        of_tasks = wanted in TASKS
        self._completer.setCompletionMode(mode.UnfilteredPopupCompletion if of_tasks else mode.InlineCompletion)
        self.suggest(names)
        self.setCompleter(self._completer if names or of_tasks else None)  # type: ignore[arg-type]  # None takes it away
        self._retranslate()
        self.setText(text)
        self.selectAll()
        self.show()
        self.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def suggest(self, names: Sequence[str]) -> None:
        self._names.setStringList(list(names))

    def _enter(self) -> None:
        if popup := self._completer.popup():
            popup.hide()
        wanted, words = self.wanted, self.text().strip()
        self._close()
        self.answered.emit(wanted, words)

    def _close(self) -> None:
        self.hide()
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

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)
