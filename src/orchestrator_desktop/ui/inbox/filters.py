"""Keeping what is searched for as a filter in the sidebar."""

from __future__ import annotations

from PySide6.QtCore import QObject

from orchestrator_desktop.domain.changes import Changes, Kind
from orchestrator_desktop.domain.errors import QT_TRANSLATE_NOOP
from orchestrator_desktop.domain.ids import FilterId
from orchestrator_desktop.ui.inbox.asker import Wanted
from orchestrator_desktop.ui.inbox.commands import LISTS
from orchestrator_desktop.ui.inbox.head import ListHead
from orchestrator_desktop.ui.navigator import Screen
from orchestrator_desktop.ui.services import Services


class Filters(QObject):
    """Asks for a name, saves, and goes there."""

    def __init__(self, services: Services, head: ListHead, owner: QObject) -> None:
        super().__init__(owner)
        self._services = services
        self._head = head
        self._text = ""
        head.to_save.connect(self.ask)
        head.answered.connect(self._answered)
        name = QT_TRANSLATE_NOOP("shortcuts", "Save this search")
        keys = services.shortcuts
        keys.bind(head, ["Ctrl+S"], self.ask, where=LISTS, name=name, enabled=self._possible, icon="filter")

    def _possible(self) -> bool:
        return bool(self._head.search_text)

    def ask(self) -> None:
        """Ask for the name of what is searched for now."""
        self._text = self._head.search_text
        if self._text:
            self._head.ask(Wanted.FILTER, [])

    def _answered(self, wanted: Wanted, name: str) -> None:
        if wanted is not Wanted.FILTER or not name:
            return
        from orchestrator_desktop.operations.filters import save_filter  # reads the search language

        future = self._services.acts.run(save_filter, name=name, query=self._text)
        self._services.acts.then(future, self._saved, owner=self)

    def _saved(self, changes: Changes) -> None:
        saved = FilterId(changes.first(Kind.SAVED_FILTER))
        self._head.forget_search()
        self._services.navigator.go(Screen.FILTER, filter_id=saved)
