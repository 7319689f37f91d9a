"""The key of the provider shown: where it is, keeping another, forgetting it."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QEvent, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QVBoxLayout, QWidget

from orchestrator_desktop.domain.delegate import Provider
from orchestrator_desktop.domain.secret import Secret
from orchestrator_desktop.engine import keeping
from orchestrator_desktop.providers.presets import preset_at
from orchestrator_desktop.system.keys import FoundKey, KeyPlace, variable
from orchestrator_desktop.ui.services import Services
from orchestrator_desktop.ui.settings.confirm import Confirm
from orchestrator_desktop.ui.settings.entries import key_elsewhere
from orchestrator_desktop.ui.settings.key_row import KeyRow
from orchestrator_desktop.ui.settings.probes import Probes


class KeyPart(QWidget):
    """`found` when it is known where the key is: what needs one may be asked now."""

    found = Signal()

    def __init__(self, services: Services, probes: Probes, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._services = services
        self._probes = probes
        self._provider: Provider | None = None
        self._place: KeyPlace | None = None
        self.row = KeyRow(services.theme)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.row)
        self.row.given.connect(self._keep)
        self.row.removed.connect(self._ask_forget)
        self.row.asked.connect(self._open_keys_page)

    def show_provider(self, provider: Provider) -> None:
        """Show a provider's key, or the same one's as it stands now; what is being typed stays."""
        if self._provider is None or self._provider.id != provider.id:
            self._place = None
            self.row.reset()
        self._provider = provider
        self._ask_place(provider)
        self._tell()

    def at_hand(self, provider: Provider) -> bool:
        """Whether the provider can be asked: none is needed, or there is one for its present address."""
        if not provider.leaves_computer or self._place is KeyPlace.ENVIRONMENT:
            return True
        return provider.key_origin is not None and not key_elsewhere(provider)

    def _ask_place(self, provider: Provider) -> None:
        """Ask where the key is; of what the keyring answers only the place is looked at."""
        if provider.base_url:
            future = self._services.desk.keys.get(provider)
            self._services.acts.then(future, partial(self._placed, provider))

    def _placed(self, provider: Provider, found: FoundKey) -> None:
        self._probes.note_place(provider, found.place)
        if self._provider is not None and self._provider.id == provider.id and self._place is not found.place:
            self._place = found.place
            self._tell()
            self.found.emit()

    def _tell(self) -> None:
        provider = self._provider
        if provider is None:
            return
        has_key = provider.key_origin is not None and not key_elsewhere(provider)
        preset = preset_at(provider.base_url) if provider.base_url else None
        self.row.show_key(
            has_key=has_key,
            tail=provider.key_tail,
            words=self._words(provider),
            page=bool(preset and preset.keys_page) and self._place is not KeyPlace.ENVIRONMENT,
        )

    def _words(self, provider: Provider) -> str:
        if self._place is KeyPlace.ENVIRONMENT:
            words = self.tr("Read from the environment variable %1, never stored.")
            return words.replace("%1", variable(provider.name))
        if key_elsewhere(provider):
            words = self.tr("The key was given for %1 and goes nowhere else. Enter the key for the new address.")
            return words.replace("%1", provider.key_origin or "")
        if provider.key_origin is None:
            if provider.leaves_computer:
                return self.tr("It goes into the system keyring: never into the database, the logs or an export.")
            return self.tr("Optional: most servers on this computer ask for none.")
        if self._place is KeyPlace.MEMORY:
            return self.tr("The system keyring is locked or missing. The key stays in memory until you quit.")
        if self._place is KeyPlace.NONE:
            return self.tr(
                "The system keyring is locked or missing, so the key is not at hand. Unlock it, or replace it."
            )
        return self.tr("In the system keyring. Never in the database, the logs or an export.")

    def _keep(self, key: Secret) -> None:
        provider = self._provider
        if provider is not None:
            future = keeping.keep_key(self._services.desk, provider.id, key)
            self._services.acts.then(future, partial(self._kept, provider), self._services.acts.report)

    def _kept(self, provider: Provider, place: KeyPlace) -> None:
        self._probes.forget_models(provider.id)
        if provider.model:
            self._probes.test(provider.id)
        if self._provider is not None and self._provider.id == provider.id:
            self._place = place
            self._tell()
            self.found.emit()

    def _ask_forget(self) -> None:
        provider = self._provider
        if provider is None:
            return
        title = self.tr("Forget the key of %1?").replace("%1", provider.name)
        text = self.tr("This cannot be undone here. The key stays valid at the provider until you revoke it there.")
        Confirm(self._services.theme, self.window()).ask(
            title, text, self.tr("Forget the key"), partial(self._forget, provider)
        )

    def _forget(self, provider: Provider) -> None:
        future = keeping.forget_key(self._services.desk, provider.id)
        self._services.acts.then(future, self._forgotten, self._services.acts.report)

    def _forgotten(self, gone: bool) -> None:
        words = self.tr("The key is forgotten.")
        if not gone and self._place is KeyPlace.KEYRING:
            words = self.tr("The key is used no more, but the keyring did not answer and may still hold it.")
        self._place = None
        self._services.acts.said.emit(words, None)

    def _open_keys_page(self) -> None:
        preset = preset_at(self._provider.base_url) if self._provider is not None else None
        if preset is not None and preset.keys_page:
            QDesktopServices.openUrl(QUrl(preset.keys_page))

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._tell()
        super().changeEvent(event)
