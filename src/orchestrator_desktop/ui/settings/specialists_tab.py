"""The tab of the specialists: who they are, what they are told, who does their work."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QModelIndex
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from orchestrator_desktop.domain.changes import Changes, Kind
from orchestrator_desktop.domain.delegate import Provider, ProviderKind, Specialist
from orchestrator_desktop.domain.ids import SpecialistId
from orchestrator_desktop.operations import specialists
from orchestrator_desktop.store import delegates
from orchestrator_desktop.ui.services import Services
from orchestrator_desktop.ui.settings.list_detail import ListDetail
from orchestrator_desktop.ui.settings.specialist_pane import SpecialistPane
from orchestrator_desktop.ui.settings.specialist_rows import SpecialistsDelegate, SpecialistsModel
from orchestrator_desktop.ui.widgets.label import empty_label
from orchestrator_desktop.ui.widgets.list_view import ListView


class SpecialistsTab(QWidget):
    """The named ones; a provider's plain one is that provider's own matter."""

    def __init__(self, services: Services, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._services = services
        self._build()
        self._connect()
        self._retranslate()
        self.read()

    def _build(self) -> None:
        theme = self._services.theme
        self.model = SpecialistsModel(self)
        self.list_view = ListView(theme)
        self.list_view.letters = lambda: self._services.shortcuts.single_letters
        self.list_view.setModel(self.model)
        self._rows = SpecialistsDelegate(self._services, self.list_view)
        self.model.spoken = self._rows.spoken
        self.list_view.setItemDelegate(self._rows)
        self.pane = SpecialistPane(self._services)
        self._empty = empty_label(theme)
        self._empty.setContentsMargins(24, 48, 24, 0)
        self._panes = QStackedWidget()
        self._panes.addWidget(self.pane)
        self._panes.addWidget(self._empty)
        self.split = ListDetail(self._services, self.list_view, self._panes, above=12)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.split)

    def _connect(self) -> None:
        self.list_view.selectionModel().currentChanged.connect(self._current_changed)
        self.list_view.clicked.connect(self._opened)
        self.list_view.opened.connect(self._opened)
        self.pane.removed.connect(self.split.close_detail)

    def read(self) -> None:
        """Read the specialists anew; the chosen one stays chosen."""
        chosen = self.model.specialist(self.list_view.currentIndex())
        found = [who for who in delegates.specialists(self._services.store, resting=True) if not who.plain]
        self.model.set_specialists(found)
        self._select(chosen.id if chosen else None)

    def _select(self, specialist_id: SpecialistId | None) -> None:
        row = self.model.row_of(specialist_id)
        self.list_view.setCurrentIndex(self.model.index(0 if row is None else row))
        self._show(self.model.specialist(self.list_view.currentIndex()))

    def _current_changed(self, current: QModelIndex, _previous: QModelIndex) -> None:
        self._show(self.model.specialist(current))

    def _show(self, specialist: Specialist | None) -> None:
        self._panes.setCurrentWidget(self.pane if specialist else self._empty)
        self.pane.show_specialist(specialist)

    def _opened(self, index: QModelIndex) -> None:
        if index.isValid() and self.model.specialist(index) is None:
            self.add()

    def add(self) -> None:
        """Add one and put the cursor into its name."""
        provider = self._best_provider()
        if provider is not None:
            future = self._services.acts.run(
                specialists.add_specialist, name=self.tr("New specialist"), provider_id=provider.id
            )
            self._services.acts.then(future, self._added)

    def _best_provider(self) -> Provider | None:
        """The account connected last, or else the built-in model."""
        found = [p for p in delegates.providers(self._services.store) if p.enabled]
        rest = [p for p in found if p.kind is not ProviderKind.BUILTIN]
        return next(reversed(rest or found), None)

    def _added(self, changes: Changes) -> None:
        self.read()
        self._select(SpecialistId(changes.first(Kind.SPECIALIST)))
        self.split.open_detail()
        self.pane.focus_name()

    def flush(self) -> None:
        self.pane.flush()

    def _retranslate(self) -> None:
        self.list_view.setAccessibleName(self.tr("Specialists"))
        self._empty.setText(self.tr("A specialist is a role with instructions of yours: a copywriter, a translator."))
        self.list_view.viewport().update()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)
