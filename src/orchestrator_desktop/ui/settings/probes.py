"""What the settings ask providers, without waiting: does it answer, which models has it, who is on this computer."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from orchestrator_desktop.domain.delegate import Provider
from orchestrator_desktop.domain.errors import ProviderError
from orchestrator_desktop.domain.ids import ProviderId
from orchestrator_desktop.engine import probing
from orchestrator_desktop.providers.base import ModelInfo, ProbeResult
from orchestrator_desktop.ui.services import Services

if TYPE_CHECKING:
    from orchestrator_desktop.providers.probe import LocalServer

Models = list[ModelInfo] | ProviderError


class Probes(QObject):
    """Answers are kept while the page lives; `told` says that there is a new one."""

    told = Signal()

    def __init__(self, services: Services, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._services = services
        self._testing: set[ProviderId] = set()
        self._details: dict[ProviderId, str] = {}
        self._models: dict[tuple[object, ...], Models | None] = {}
        self.looking = False
        self.found: list[LocalServer] = []

    def testing(self, provider_id: ProviderId) -> bool:
        return provider_id in self._testing

    def detail(self, provider_id: ProviderId) -> str:
        """What the provider itself said in its last test here: technical."""
        return self._details.get(provider_id, "")

    def test(self, provider_id: ProviderId) -> None:
        """Ask for one word; what it showed is kept with the provider, so that it comes as a change of its row."""
        if provider_id in self._testing:
            return
        self._testing.add(provider_id)
        future = probing.test_provider(self._services.desk, provider_id)
        self._services.acts.then(future, partial(self._tested, provider_id), partial(self._test_failed, provider_id))
        self.told.emit()

    def models(self, provider: Provider) -> Models | None:
        """Its models as far as they are known, asked for once for each address and key; None while it is asked."""
        key = (provider.id, provider.base_url, provider.key_fingerprint)
        if key not in self._models:
            self._models[key] = None
            future = probing.list_models(self._services.desk, provider.id)
            self._services.acts.then(future, partial(self._listed, key), partial(self._not_listed, key))
        return self._models[key]

    def forget_models(self, provider_id: ProviderId) -> None:
        """Ask anew next time."""
        self._models = {key: models for key, models in self._models.items() if key[0] != provider_id}

    def look(self) -> None:
        """Look who listens on this computer."""
        if not self.looking:
            self.looking = True
            self._services.acts.then(probing.find_local(self._services.desk), self._looked, self._look_failed)

    def _tested(self, provider_id: ProviderId, result: ProbeResult) -> None:
        self._testing.discard(provider_id)
        self._details[provider_id] = result.detail
        self.told.emit()

    def _test_failed(self, provider_id: ProviderId, error: BaseException) -> None:
        self._testing.discard(provider_id)
        self._services.acts.report(error)
        self.told.emit()

    def _listed(self, key: tuple[object, ...], models: list[ModelInfo]) -> None:
        self._models[key] = models
        self.told.emit()

    def _not_listed(self, key: tuple[object, ...], error: BaseException) -> None:
        if not isinstance(error, ProviderError):
            self._services.acts.report(error)
            return
        self._models[key] = error
        self.told.emit()

    def _looked(self, found: list[LocalServer]) -> None:
        self.looking = False
        self.found = found
        self.told.emit()

    def _look_failed(self, error: BaseException) -> None:
        self.looking = False
        self._services.acts.report(error)
