"""The log of what was sent as a model: read a page at a time as it is scrolled, searched a slice at a time."""

from __future__ import annotations

import unicodedata
from typing import Any, Final

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt, QTimer, Signal

from orchestrator_desktop.store import sentlog
from orchestrator_desktop.store.sentlog import Sent
from orchestrator_desktop.ui.services import Services
from orchestrator_desktop.ui.settings.sent_words import Line, line, names

LINE_ROLE: Final = Qt.ItemDataRole.UserRole
PAGE: Final = sentlog.LIMIT
_NONE: Final = QModelIndex()
_Index = QModelIndex | QPersistentModelIndex


def bare(text: str) -> str:
    """Without capitals and accents: "Elodie" finds Élodie."""
    letters = unicodedata.normalize("NFKD", text.casefold())
    return "".join(letter for letter in letters if not unicodedata.combining(letter))


class SentModel(QAbstractListModel):
    """Newest first. `read` after each slice that was looked through."""

    read = Signal()

    def __init__(self, services: Services, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._services = services
        self._rows: list[Sent] = []
        self._wanted: tuple[str, ...] = ()
        self._before: int | None = None
        self._begun = False
        self._ended = False
        self._goal = PAGE
        self._next = QTimer(self, singleShot=True, interval=0)
        self._next.timeout.connect(self._slice)

    @property
    def looking(self) -> bool:
        """Whether a search is still under way."""
        return self._next.isActive()

    @property
    def searched(self) -> bool:
        return bool(self._wanted)

    @property
    def whole(self) -> bool:
        """Whether there is nothing more to read."""
        return self._ended

    def search(self, text: str) -> None:
        """Show the rows that hold each of these words, wherever."""
        wanted = tuple(bare(text).split())
        if wanted != self._wanted or not self._begun:
            self._wanted = wanted
            self.reload()

    def reload(self) -> None:
        """Begin again with the newest."""
        self._next.stop()
        self.beginResetModel()
        self._rows, self._before, self._begun, self._ended, self._goal = [], None, True, False, PAGE
        self.endResetModel()
        self._slice()

    def refresh(self) -> None:
        """Something was sent, or came to its end: what is newest is read again, the rest stays as it is."""
        newest = [row for row in sentlog.sent(self._services.store) if self._fits(row)]
        last = self._rows[0].id if self._rows else 0
        added = [row for row in newest if row.id > last]
        if len(added) == PAGE:  # more than a page: there may be a gap
            self.reload()
            return
        if added:
            self.beginInsertRows(_NONE, 0, len(added) - 1)
            self._rows[:0] = added
            self.endInsertRows()
        self._renew({row.id: row for row in newest})

    def _renew(self, fresh: dict[int, Sent]) -> None:
        for place, row in enumerate(self._rows[:PAGE]):
            if row.id in fresh and fresh[row.id] != row:
                self._rows[place] = fresh[row.id]
                self.dataChanged.emit(self.index(place), self.index(place))

    def _slice(self) -> None:
        """Read the next page. A search goes on by itself until it has found a page to show, slice by slice, so that the
        window never waits for it."""
        page = sentlog.sent(self._services.store, before=self._before)
        self._ended = len(page) < PAGE
        if page:
            self._before = page[-1].id
        found = [row for row in page if self._fits(row)]
        if found:
            place = len(self._rows)
            self.beginInsertRows(_NONE, place, place + len(found) - 1)
            self._rows += found
            self.endInsertRows()
        if self._wanted and not self._ended and len(self._rows) < self._goal:
            self._next.start()
        self.read.emit()

    def _fits(self, row: Sent) -> bool:
        if not self._wanted:
            return True
        words = bare(names(row))
        return all(word in words for word in self._wanted)

    def line(self, row: Sent) -> Line:
        return line(row, self._services.today(), self._services.languages.locale)

    def row(self, index: _Index) -> Sent | None:
        return self._rows[index.row()] if index.isValid() and index.row() < len(self._rows) else None

    def rowCount(self, parent: _Index = _NONE) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def canFetchMore(self, parent: _Index) -> bool:
        return not parent.isValid() and self._begun and not self._ended

    def fetchMore(self, parent: _Index) -> None:
        if self.canFetchMore(parent) and not self._next.isActive():
            self._goal = len(self._rows) + PAGE
            self._slice()

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        row = self.row(index)
        if row is None:
            return None
        if role == LINE_ROLE:
            return self.line(row)
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return self.line(row).words
        return None
