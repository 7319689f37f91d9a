"""The head of a provider's pane: name, how it stands, whether it is used."""

from __future__ import annotations

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from orchestrator_desktop.domain.circuit import Circuit
from orchestrator_desktop.domain.delegate import Provider
from orchestrator_desktop.domain.errors import ProviderErrorKind
from orchestrator_desktop.operations.roster import edit_provider
from orchestrator_desktop.ui.names import provider_name
from orchestrator_desktop.ui.services import Services
from orchestrator_desktop.ui.settings.entries import GLYPHS, TROUBLED, standing
from orchestrator_desktop.ui.settings.words import standing_words, trouble_words
from orchestrator_desktop.ui.widgets.choice import Switch
from orchestrator_desktop.ui.widgets.label import Label
from orchestrator_desktop.ui.widgets.small import Pill


class PaneHead(QWidget):
    """The switch is saved as it is moved."""

    def __init__(self, services: Services, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._services = services
        self._provider: Provider | None = None
        self._trouble: Circuit | None = None
        self._problem: ProviderErrorKind | None = None
        self._build()
        self._connect()
        self._retranslate()

    def _build(self) -> None:
        theme = self._services.theme
        self._name = Label(theme, "", style="title")
        self.pill = Pill(theme)
        self._use = Label(theme, "", style="meta", token="text-3")
        self.switch = Switch(theme)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        row.addWidget(self._name)
        row.addWidget(self.pill)
        row.addStretch(1)
        row.addWidget(self._use)
        row.addSpacing(-4)  # the switch brings 4 px of its own at both sides
        row.addWidget(self.switch)
        row.addSpacing(-4)

    def _connect(self) -> None:
        self.switch.clicked.connect(self._use_it)

    def show_provider(
        self, provider: Provider, trouble: Circuit | None = None, problem: ProviderErrorKind | None = None
    ) -> None:
        """`trouble`: what keeps back what is for it, if anything does; `problem`: what else is known against it."""
        self._provider, self._trouble, self._problem = provider, trouble, problem
        self._name.setText(provider_name(provider.name))
        stands = standing(provider, trouble, problem)
        words = standing_words(stands)
        if trouble is not None and stands in TROUBLED:
            words = trouble_words(trouble, self._services.today(), self._services.languages.locale)
        self.pill.set_state(GLYPHS[stands], text=words)
        self.switch.setChecked(provider.enabled)

    def _use_it(self, on: bool) -> None:
        if self._provider is not None:
            self._services.acts.run(edit_provider, provider_id=self._provider.id, enabled=on)

    def _retranslate(self) -> None:
        words = self.tr("Use this provider")
        self._use.setText(words)
        self.switch.setText(words)
        if self._provider is not None:
            self.show_provider(self._provider, self._trouble, self._problem)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)
