"""The tab of the providers: the list at the left, the chosen one at the right, and below it what holds for all."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QModelIndex, QTimer
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from orchestrator_desktop.domain.changes import Changes, Kind
from orchestrator_desktop.domain.circuit import Circuit
from orchestrator_desktop.domain.delegate import Provider, ProviderKind
from orchestrator_desktop.domain.ids import ProviderId
from orchestrator_desktop.providers.presets import Preset
from orchestrator_desktop.store import delegates, queue
from orchestrator_desktop.ui.services import Services
from orchestrator_desktop.ui.settings.add_pane import AddPane
from orchestrator_desktop.ui.settings.builtin_pane import BuiltinPane
from orchestrator_desktop.ui.settings.entries import Custom, Entry, entries, provider_key, troubling
from orchestrator_desktop.ui.settings.list_detail import ListDetail
from orchestrator_desktop.ui.settings.probes import Probes
from orchestrator_desktop.ui.settings.provider_pane import ProviderPane
from orchestrator_desktop.ui.settings.provider_rows import ProvidersDelegate, ProvidersModel
from orchestrator_desktop.ui.settings.sent_log import SentLog
from orchestrator_desktop.ui.settings.shared_part import SharedPart
from orchestrator_desktop.ui.widgets.list_view import ListView

_AT_LEAST = 1000
"""Milliseconds between two looks at a trouble that ends by itself."""
_DAY = 86_400_000


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
        self.shared = SharedPart(self._services)
        detail = QWidget()
        inside = QVBoxLayout(detail)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(0)
        # Not a stack: that is as high as its highest page, and the shared part stands right below the shown one.
        for pane in (self.builtin, self.provider, self.adding, self.shared):
            inside.addWidget(pane)
        inside.addStretch(1)
        self.split = ListDetail(self._services, self.list_view, detail)
        self.split.first = self._first_field
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.split)

    def _connect(self) -> None:
        self.list_view.selectionModel().currentChanged.connect(self._current_changed)
        self.list_view.clicked.connect(self._clicked)
        self.adding.added.connect(self._added)
        self.provider.removed.connect(self.split.close_detail)
        self.probes.told.connect(self.read)
        self.shared.log_wanted.connect(self.open_log)
        self._over = QTimer(self, singleShot=True)
        self._over.timeout.connect(self.read)
        self._soon = QTimer(self, singleShot=True, interval=_AT_LEAST)
        self._soon.timeout.connect(self.read)

    def read(self) -> None:
        """Read the providers anew; what was chosen stays chosen where it is still there."""
        chosen = self.model.entry(self.list_view.currentIndex())
        self._read(chosen.key if chosen else "")

    def _read(self, key: str) -> None:
        store, now = self._services.store, self._services.now()
        troubles = [one for one in queue.circuits(store) if troubling(one, now)]
        providers = delegates.providers(store)
        known = {int(one.id): self.probes.problem(one) for one in providers}
        problems = {provider_id: problem for provider_id, problem in known.items() if problem is not None}
        self.model.set_entries(entries(providers, self.probes.found, troubles, problems))
        self._look_when_over(troubles)
        self._select_key(key)

    def refresh(self, changes: Changes) -> None:
        """Read again what `changes` names."""
        if changes.touches(Kind.PROVIDER, Kind.SPECIALIST):
            self.read()
        elif changes.touches(Kind.ATTEMPT):
            self._read_soon()
        if changes.touches(Kind.PROVIDER, Kind.SETTING, Kind.SENT, Kind.ATTEMPT):
            self.shared.read_later()

    def _read_soon(self) -> None:
        """A key may have been refused; with fifty under way something changes all the time."""
        if self.isVisible() and not self._soon.isActive():
            self._soon.start()

    def _look_when_over(self, troubles: list[Circuit]) -> None:
        """A pause that was asked for ends without anybody writing it down."""
        now = self._services.now()
        ends = [one.open_until - now for one in troubles if one.open_until is not None and one.open_until > now]
        if ends:
            self._over.start(min(_DAY, max(_AT_LEAST, round(min(ends).total_seconds() * 1000) + 1)))
        else:
            self._over.stop()

    def select(self, provider_id: ProviderId) -> None:
        self._read(provider_key(provider_id))

    def _added(self, provider_id: ProviderId) -> None:
        self.select(provider_id)
        self.split.open_detail()
        self.split.enter()

    def _first_field(self) -> QWidget | None:
        """Where the focus goes in the pane: a provider's key; None for the first there is."""
        return self.provider.key.row.first if self.provider.isVisible() else None

    def open_provider(self, provider_id: ProviderId, *, key: bool = False) -> None:
        """Show a provider, and with `key` let its key be typed."""
        self.select(provider_id)
        self.split.open_detail()
        if key and self.provider.isVisible():
            self.provider.key.row.write()
        else:
            self.split.enter()

    def open_log(self) -> None:
        """Show every request that left, over the window."""
        SentLog(self._services, self.window()).open()

    def _select_key(self, key: str) -> None:
        row = self.model.row_of(key)
        index = self._first() if row is None else self.model.index(row)
        if index == self.list_view.currentIndex():
            self._show(self.model.entry(index))  # as it stands now
        else:
            self.list_view.setCurrentIndex(index)

    def _first(self) -> QModelIndex:
        """The first provider: offers stand above it, and wait to be taken."""
        rows = (self.model.index(row) for row in range(self.model.rowCount()))
        found = (index for index in rows if (entry := self.model.entry(index)) and isinstance(entry.what, Provider))
        return next(found, QModelIndex())

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
            self._show_pane(self.adding)
            return
        self.shared.show_provider(what)
        if what.kind is ProviderKind.BUILTIN:
            self.builtin.show_provider(what, entry.trouble)
            self._show_pane(self.builtin)
        else:
            self.provider.show_provider(what, entry.trouble, entry.problem)
            self._show_pane(self.provider)

    def _show_pane(self, shown: QWidget) -> None:
        for pane in (self.builtin, self.provider, self.adding):
            pane.setVisible(pane is shown)
        self.shared.setVisible(shown is not self.adding)

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
        self.probes.look_for_keys(delegates.providers(self._services.store))
