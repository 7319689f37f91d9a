"""One provider: its key, its address, whether it answers, which model is asked, what it may do."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from orchestrator_desktop.domain.circuit import Circuit
from orchestrator_desktop.domain.delegate import Provider
from orchestrator_desktop.domain.errors import ProviderErrorKind
from orchestrator_desktop.engine import keeping
from orchestrator_desktop.ui.services import Services
from orchestrator_desktop.ui.settings.address_part import AddressPart, as_preset
from orchestrator_desktop.ui.settings.confirm import Confirm
from orchestrator_desktop.ui.settings.key_part import KeyPart
from orchestrator_desktop.ui.settings.limits_part import LimitsPart
from orchestrator_desktop.ui.settings.models_part import ModelsPart
from orchestrator_desktop.ui.settings.pane_head import PaneHead
from orchestrator_desktop.ui.settings.probes import Probes
from orchestrator_desktop.ui.settings.test_row import TestRow
from orchestrator_desktop.ui.widgets.layout import LabelledRow

LABEL_WIDTH = 80


class ProviderPane(QWidget):
    """Shows the provider it is given, and saves what is changed as it is changed."""

    removed = Signal()

    def __init__(self, services: Services, probes: Probes, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._services = services
        self._probes = probes
        self._provider: Provider | None = None
        self._trouble: Circuit | None = None
        self._problem: ProviderErrorKind | None = None
        self._moving = False
        self._build()
        self._connect()
        self._retranslate()

    def _build(self) -> None:
        services, probes = self._services, self._probes
        self.head = PaneHead(services)
        self.key = KeyPart(services, probes)
        self.address = AddressPart(services)
        self.test = TestRow(services, probes)
        self.models = ModelsPart(services, probes)
        self.limits = LimitsPart(services)
        self._rows = [
            LabelledRow(services.theme, "", part, label_width=LABEL_WIDTH)
            for part in (self.key, self.address, self.test, self.models, self.limits)
        ]
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 19, 20, 16)
        column.setSpacing(12)
        column.addWidget(self.head)
        column.addSpacing(7)
        for row in self._rows:
            column.addWidget(row)

    def _connect(self) -> None:
        self.key.found.connect(self._tell_models)
        self.limits.moving.connect(self._show_address)
        self.limits.leaving.connect(self._ask_remove)

    def show_provider(
        self, provider: Provider, trouble: Circuit | None = None, problem: ProviderErrorKind | None = None
    ) -> None:
        """Show a provider, or the same one as it stands now; what is being typed stays."""
        anew = self._provider is None or self._provider.id != provider.id or self.isHidden()
        if anew:
            self._moving = False
        self._provider, self._trouble, self._problem = provider, trouble, problem
        self.key.show_provider(provider)
        self.address.show_provider(provider)
        self.limits.show_provider(provider)
        self._rows[1].setVisible(self._moving or not as_preset(provider))
        self._tell(anew=anew)

    def _tell(self, *, anew: bool = False) -> None:
        provider = self._provider
        if provider is not None:
            self.head.show_provider(provider, self._trouble, self._problem)
            self.test.show_provider(provider)
            self._tell_models(anew=anew)

    def _tell_models(self, *, anew: bool = False) -> None:
        provider = self._provider
        if provider is not None:
            may_ask = provider.enabled and self.key.at_hand(provider)
            self.models.show_provider(provider, may_ask=may_ask, anew=anew)

    def _show_address(self) -> None:
        """An account's address is shown when another is wanted: a proxy, a gateway."""
        self._moving = True
        self._rows[1].show()
        self.address.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def _ask_remove(self) -> None:
        provider = self._provider
        if provider is None:
            return
        title = self.tr("Remove %1?").replace("%1", provider.name)
        text = self.tr(
            "Its specialists and its key go too, and this cannot be undone. Tasks, results and reviews stay."
        )
        Confirm(self._services.theme, self.window()).ask(
            title, text, self.tr("Remove"), partial(self._remove, provider)
        )

    def _remove(self, provider: Provider) -> None:
        future = keeping.remove_provider(self._services.desk, provider.id)
        self._services.acts.then(future, lambda _changes: self.removed.emit(), self._services.acts.report, owner=self)

    def _retranslate(self) -> None:
        labels = (self.tr("Key"), self.tr("Address"), self.tr("Test"), self.tr("Model"), self.tr("Limits"))
        for row, words in zip(self._rows, labels, strict=True):
            row.label.setText(words)
        self._tell()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)
