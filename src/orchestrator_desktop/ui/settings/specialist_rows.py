"""How the rows of the list of specialists are painted, and what they say."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QSize
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem, QWidget

from orchestrator_desktop.domain.delegate import Specialist
from orchestrator_desktop.ui.names import provider_name
from orchestrator_desktop.ui.paint import Who
from orchestrator_desktop.ui.services import Services
from orchestrator_desktop.ui.settings.named_rows import ROW_ROLE, paint_adding, paint_named
from orchestrator_desktop.ui.widgets.rows import row_height

_Index = QModelIndex | QPersistentModelIndex


class SpecialistsDelegate(QStyledItemDelegate):
    """Avatar 18, name over provider and model."""

    def __init__(self, services: Services, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = services.theme

    def sizeHint(self, _option: QStyleOptionViewItem, _index: _Index) -> QSize:
        return QSize(0, row_height(self._theme))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        who = index.data(ROW_ROLE)
        if who is None:
            paint_adding(painter, self._theme, option, self.spoken(None))
        else:
            paint_named(painter, self._theme, option, Who.SPECIALIST, name=who.name, fact=self._fact(who))

    def spoken(self, who: Specialist | None) -> str:
        return self.tr("Add a specialist") if who is None else f"{who.name}, {self._fact(who)}"

    def _fact(self, who: Specialist) -> str:
        provider = provider_name(who.provider)
        return f"{provider} · {who.model}" if who.model else provider
