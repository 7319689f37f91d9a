"""The tab of the specialists: who they are, what they are told, who does their work."""

from __future__ import annotations

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from orchestrator_desktop.domain.changes import Changes, Kind
from orchestrator_desktop.domain.delegate import Provider, ProviderKind, Specialist
from orchestrator_desktop.domain.ids import SpecialistId
from orchestrator_desktop.operations import specialists
from orchestrator_desktop.store import delegates
from orchestrator_desktop.ui.services import Services
from orchestrator_desktop.ui.settings.named_list import NamedList
from orchestrator_desktop.ui.settings.named_rows import NamedModel
from orchestrator_desktop.ui.settings.specialist_pane import SpecialistPane
from orchestrator_desktop.ui.settings.specialist_rows import SpecialistsDelegate


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
        self._rows = SpecialistsDelegate(self._services, self)
        self.model = NamedModel[Specialist](self._rows.spoken, self)
        self.pane = SpecialistPane(self._services)
        self._list = NamedList(self._services, self.model, self._rows, self.pane, self.pane.show_specialist)
        self.list_view = self._list.view
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._list)

    def _connect(self) -> None:
        self._list.adding.connect(self.add)
        self.pane.removed.connect(self._list.split.close_detail)

    def read(self) -> None:
        """Read the specialists anew; the chosen one stays chosen."""
        found = [who for who in delegates.specialists(self._services.store, resting=True) if not who.plain]
        self._list.show_rows(found)

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
        self._list.select(SpecialistId(changes.first(Kind.SPECIALIST)))
        self._list.split.open_detail()
        self.pane.focus_name()

    def flush(self) -> None:
        self.pane.flush()

    def _retranslate(self) -> None:
        self._list.say(
            self.tr("Specialists"),
            self.tr("A specialist is a role with instructions of yours: a copywriter, a translator."),
        )

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)
