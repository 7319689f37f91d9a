"""How the rows of the list of people are painted, and what they say."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QSize
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem, QWidget

from orchestrator_desktop.domain.delegate import Person
from orchestrator_desktop.domain.ids import PersonId
from orchestrator_desktop.ui.paint import Who
from orchestrator_desktop.ui.services import Services
from orchestrator_desktop.ui.settings.named_rows import ROW_ROLE, paint_adding, paint_named
from orchestrator_desktop.ui.widgets.rows import row_height

_Index = QModelIndex | QPersistentModelIndex


class PeopleDelegate(QStyledItemDelegate):
    """Avatar 18, name over what is out with them, or their address."""

    def __init__(self, services: Services, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = services.theme
        self.out: Mapping[PersonId, int] = {}

    def sizeHint(self, _option: QStyleOptionViewItem, _index: _Index) -> QSize:
        return QSize(0, row_height(self._theme))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        who = index.data(ROW_ROLE)
        if who is None:
            paint_adding(painter, self._theme, option, self.spoken(None))
        else:
            paint_named(painter, self._theme, option, Who.PERSON, name=who.name, fact=self._fact(who))

    def spoken(self, who: Person | None) -> str:
        if who is None:
            return self.tr("Add a person")
        return ", ".join(part for part in (who.name, self._fact(who)) if part)

    def _fact(self, who: Person) -> str:
        out = self.out.get(who.id, 0)
        return self.tr("%n task(s) out", "", out) if out else who.address or self.tr("nothing out")
