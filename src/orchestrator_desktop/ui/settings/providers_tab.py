"""The tab of the providers: the list at the left, the chosen one at the right."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QModelIndex
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from orchestrator_desktop.domain.delegate import Provider, ProviderKind
from orchestrator_desktop.domain.ids import ProviderId
from orchestrator_desktop.providers.presets import Preset
from orchestrator_desktop.store import delegates
from orchestrator_desktop.ui.services import Services
from orchestrator_desktop.ui.settings.add_pane import AddPane
from orchestrator_desktop.ui.settings.builtin_pane import BuiltinPane
from orchestrator_desktop.ui.settings.entries import Custom, Entry, entries, provider_key
from orchestrator_desktop.ui.settings.list_detail import ListDetail
from orchestrator_desktop.ui.settings.probes import Probes
from orchestrator_desktop.ui.settings.provider_pane import ProviderPane
from orchestrator_desktop.ui.settings.provider_rows import ProvidersDelegate, ProvidersModel
from orchestrator_desktop.ui.widgets.list_view import ListView


class ProvidersTab(QWidget):
    """Looks for servers on this computer whenever it is shown."""

    def __init__(self, services: Services, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._services = services
        self.probes = Probes(services, self)
        self._build()
        self._connect()
        self._retranslate()
        self.read()

    def _build(self) -> None:
        self.model = ProvidersModel(self)
        self.list_view = ListView(self._services.theme)
        self.list_view.letters = lambda: self._services.shortcuts.single_letters
        self.list_view.setModel(self.model)
        self._rows = ProvidersDelegate(self._services, self.list_view)
        self.model.spoken = self._rows.spoken
        self.list_view.setItemDelegate(self._rows)
        self.builtin = BuiltinPane(self._services, self.probes)
        self.provider = ProviderPane(self._services, self.probes)
        self.adding = AddPane(self._services, self.probes)
        self._panes = QStackedWidget()
        for pane in (self.builtin, self.provider, self.adding):
            self._panes.addWidget(pane)
        self.split = ListDetail(self._services, self.list_view, self._panes)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.split)

    def _connect(self) -> None:
        self.list_view.selectionModel().currentChanged.connect(self._current_changed)
        self.list_view.clicked.connect(self._clicked)
        self.adding.added.connect(self.select)
        self.provider.removed.connect(self.split.close_detail)
        self.probes.told.connect(self.read)

    def read(self) -> None:
        """Read the providers anew; what was chosen stays chosen where it is still there."""
        before = self.model.entry(self.list_view.currentIndex())
        self.model.set_entries(entries(delegates.providers(self._services.store), self.probes.found))
        self._select_key(before.key if before else "")

    def select(self, provider_id: ProviderId) -> None:
        self.read()
        self._select_key(provider_key(provider_id))

    def _select_key(self, key: str) -> None:
        row = self.model.row_of(key)
        if row is None:
            self.list_view.move_current(1)
            while self.model.entry(self.list_view.currentIndex()) is None and self.model.rowCount():
                self.list_view.move_current(1)
        else:
            self.list_view.setCurrentIndex(self.model.index(row))
        self._show(self.model.entry(self.list_view.currentIndex()))

    def _current_changed(self, current: QModelIndex, _previous: QModelIndex) -> None:
        self._show(self.model.entry(current))

    def _clicked(self, index: QModelIndex) -> None:
        """A server found here needs nothing but the click."""
        entry = self.model.entry(index)
        if entry is not None and not isinstance(entry.what, Provider | Preset | Custom):
            self.adding.show_what(entry.what)
            self.adding.add()

    def _show(self, entry: Entry | None) -> None:
        if entry is None:
            return
        what = entry.what
        if not isinstance(what, Provider):
            self.adding.show_what(what)
            self._panes.setCurrentWidget(self.adding)
        elif what.kind is ProviderKind.BUILTIN:
            self.builtin.show_provider(what)
            self._panes.setCurrentWidget(self.builtin)
        else:
            self.provider.show_provider(what)
            self._panes.setCurrentWidget(self.provider)

    def _retranslate(self) -> None:
        self.list_view.setAccessibleName(self.tr("Providers"))
        self.list_view.viewport().update()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.probes.look()
