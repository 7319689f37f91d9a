"""What the settings ask providers, without waiting: does it answer, which models has it, who is on this computer."""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, Signal

from orchestrator_desktop.domain.delegate import Provider
from orchestrator_desktop.domain.errors import ProviderError, ProviderErrorKind
from orchestrator_desktop.domain.ids import ProviderId
from orchestrator_desktop.engine import probing
from orchestrator_desktop.providers.base import ModelInfo, ProbeResult
from orchestrator_desktop.store.spending import ModelList, looked_up
from orchestrator_desktop.system.keys import FoundKey, KeyPlace
from orchestrator_desktop.ui.refusals import key_refused
from orchestrator_desktop.ui.services import Services
from orchestrator_desktop.ui.settings.entries import key_elsewhere

if TYPE_CHECKING:
    from orchestrator_desktop.providers.probe import LocalServer

_AGAINST: Final = frozenset({ProviderErrorKind.NO_KEY, ProviderErrorKind.KEY_REFUSED, ProviderErrorKind.UNREACHABLE})
"""Why no list of models came that tell of the provider, not of the list."""

Door = tuple[object, ...]
"""A provider at an address, in a dialect, with a key: elsewhere its models may be others."""


class Probes(QObject):
    """Only what no row of the file holds is kept here, while the page lives; `told` says that there is news."""

    told = Signal()

    def __init__(self, services: Services, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._services = services
        self._testing: set[ProviderId] = set()
        self._details: dict[ProviderId, str] = {}
        self._asking: set[Door] = set()
        self._asked: set[Door] = set()
        self._problems: dict[Door, ProviderError] = {}
        self._places: dict[Door, KeyPlace] = {}
        self._looked_up: set[tuple[ProviderId, str, str]] = set()
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

    def asking(self, provider: Provider) -> bool:
        """Whether its models are being asked for."""
        return _door(provider) in self._asking

    def models_problem(self, provider: Provider) -> ProviderError | None:
        """Why it gave no list when it was last asked here."""
        return self._problems.get(_door(provider))

    def problem(self, provider: Provider) -> ProviderErrorKind | None:
        """What is known against it since its last test: its key is not at hand, or was refused."""
        if provider.key_origin is not None and self._places.get(_door(provider)) is KeyPlace.NONE:
            return ProviderErrorKind.NO_KEY
        listing = self.models_problem(provider)
        if listing is not None and provider.tested_at is None and listing.kind in _AGAINST:
            return listing.kind
        return ProviderErrorKind.KEY_REFUSED if key_refused(self._services, provider) else None

    def look_for_keys(self, providers: Iterable[Provider]) -> None:
        """Ask where the keys are that are said to be kept: what was only in memory is gone after a restart."""
        for provider in providers:
            if provider.key_origin is not None and not key_elsewhere(provider):
                future = self._services.desk.keys.get(provider)
                self._services.acts.then(future, partial(self._found_key, provider))

    def _found_key(self, provider: Provider, found: FoundKey) -> None:
        self.note_place(provider, found.place)

    def note_place(self, provider: Provider, place: KeyPlace) -> None:
        """Where a provider's key was found."""
        door = _door(provider)
        was = self._places.get(door)
        self._places[door] = place
        if was is not place and KeyPlace.NONE in (was, place):
            self.told.emit()

    def ask_models(
        self, provider: Provider, kept: ModelList | None, *, shown_anew: bool = False, again: bool = False
    ) -> None:
        """Ask for its models where that is due; the answer comes as a change of the provider.

        Due is: a list that is not known, or not of today, once; a server on this computer each time it is shown, for it
        gets and loses models at any moment; and always with `again`."""
        door = _door(provider)
        old = kept is None or kept.fetched_at.astimezone().date() != self._services.today()
        local = shown_anew and not provider.leaves_computer
        if door in self._asking or not (again or local or (old and door not in self._asked)):
            return
        self._asking.add(door)
        self._asked.add(door)
        future = probing.list_models(self._services.desk, provider.id)
        self._services.acts.then(future, partial(self._listed, door), partial(self._not_listed, door))
        if again:
            self.told.emit()

    def look_up(self, provider: Provider, models: Iterable[str]) -> None:
        """Look up what these models cost, those of which nobody asked the price list yet."""
        store, desk = self._services.store, self._services.desk
        wanted = [(provider.id, provider.base_url, model) for model in models if model]
        missing = [one for one in wanted if one not in self._looked_up and not looked_up(store, provider.id, one[2])]
        if missing:
            self._looked_up.update(missing)
            names = [model for _, _, model in missing]
            future = probing.look_up(desk, provider.id, provider.base_url, names)
            self._services.acts.then(future, lambda _none: None, self._services.acts.report)

    def forget_models(self, provider_id: ProviderId) -> None:
        """Ask anew next time."""
        self._asked = {door for door in self._asked if door[0] != provider_id}
        self._problems = {door: problem for door, problem in self._problems.items() if door[0] != provider_id}

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

    def _listed(self, door: Door, _models: list[ModelInfo]) -> None:
        self._asking.discard(door)
        self._problems.pop(door, None)
        self.told.emit()

    def _not_listed(self, door: Door, error: BaseException) -> None:
        self._asking.discard(door)
        if isinstance(error, ProviderError):
            self._problems[door] = error
        else:
            self._services.acts.report(error)
        self.told.emit()

    def _looked(self, found: list[LocalServer]) -> None:
        self.looking = False
        self.found = found
        self.told.emit()

    def _look_failed(self, error: BaseException) -> None:
        self.looking = False
        self._services.acts.report(error)


def _door(provider: Provider) -> Door:
    return provider.id, provider.base_url, provider.dialect, provider.key_fingerprint
