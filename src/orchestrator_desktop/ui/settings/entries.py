"""What the list of providers shows: the user's own, servers found on this computer, accounts to connect."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from types import MappingProxyType
from typing import TYPE_CHECKING, Final

from orchestrator_desktop.domain.attempts import WaitReason
from orchestrator_desktop.domain.circuit import Circuit
from orchestrator_desktop.domain.delegate import Provider, ProviderKind
from orchestrator_desktop.domain.errors import ProviderErrorKind
from orchestrator_desktop.providers.address import is_loopback, origin
from orchestrator_desktop.providers.presets import PRESETS, Preset, preset_at
from orchestrator_desktop.ui.paint import UiState

if TYPE_CHECKING:
    from orchestrator_desktop.providers.probe import LocalServer


class Group(StrEnum):
    """In the order they stand."""

    HERE = "here"
    ACCOUNTS = "accounts"
    OTHER = "other"


class Custom(StrEnum):
    """Rows that add what is in no list: a server on this computer, an address of the user's own."""

    LOCAL = "local"
    ADD = "custom"


@dataclass(frozen=True, slots=True)
class Entry:
    """A row. `key` finds it again after the list was read anew; `trouble` is that of a provider, if it counts now, and
    `problem` what else is known against it since its last test."""

    group: Group
    what: Provider | LocalServer | Preset | Custom
    key: str
    trouble: Circuit | None = None
    problem: ProviderErrorKind | None = None


class Standing(StrEnum):
    """How a provider stands, by what the user can do next."""

    READY = "ready"
    WORKS = "works"
    UNTESTED = "untested"
    NO_MODEL = "no_model"
    NO_KEY = "no_key"
    FIX_KEY = "fix_key"
    FIX_MODEL = "fix_model"
    OFFLINE = "offline"
    WAITS = "waits"
    TROUBLE = "trouble"
    OFF = "off"


GLYPHS: Final = {
    Standing.READY: UiState.DONE,
    Standing.WORKS: UiState.DONE,
    Standing.UNTESTED: UiState.NEW,
    Standing.NO_MODEL: UiState.NEW,
    Standing.NO_KEY: UiState.NEW,
    Standing.FIX_KEY: UiState.FAILED,
    Standing.FIX_MODEL: UiState.FAILED,
    Standing.OFFLINE: UiState.OFFLINE,
    Standing.WAITS: UiState.LATER,
    Standing.TROUBLE: UiState.FAILED,
    Standing.OFF: UiState.DROPPED,
}
_BY_ERROR: Final = {
    ProviderErrorKind.NO_KEY: Standing.FIX_KEY,
    ProviderErrorKind.KEY_REFUSED: Standing.FIX_KEY,
    ProviderErrorKind.MODEL_UNKNOWN: Standing.FIX_MODEL,
    ProviderErrorKind.MODEL_BROKEN: Standing.FIX_MODEL,
    ProviderErrorKind.UNREACHABLE: Standing.OFFLINE,
}

TROUBLED: Final = frozenset({Standing.OFFLINE, Standing.WAITS, Standing.TROUBLE})
"""What a provider's trouble makes of it."""
_BY_TROUBLE: Final = {
    WaitReason.OFFLINE: Standing.OFFLINE,
    WaitReason.SLOW_DOWN: Standing.WAITS,
    WaitReason.LOADING: Standing.WAITS,
}


def entries(
    providers: Sequence[Provider],
    found: Sequence[LocalServer],
    troubles: Sequence[Circuit] = (),
    problems: Mapping[int, ProviderErrorKind] = MappingProxyType({}),
) -> list[Entry]:
    """The rows of the list, group after group. What was found here and is not used yet comes first."""
    by_provider: dict[int, Circuit] = {trouble.provider_id: trouble for trouble in troubles}
    rows = _entries(providers, found, by_provider, problems)
    return sorted(rows, key=lambda entry: list(Group).index(entry.group))


def provider_key(provider_id: int) -> str:
    """The key of a provider's row."""
    return f"provider {provider_id}"


def _entries(
    providers: Sequence[Provider],
    found: Sequence[LocalServer],
    troubles: Mapping[int, Circuit],
    problems: Mapping[int, ProviderErrorKind],
) -> Iterator[Entry]:
    taken = {_door(provider.base_url) for provider in providers if provider.base_url}
    for server in found:
        if _door(server.endpoint.base_url) not in taken:
            yield Entry(Group.HERE, server, f"found {server.endpoint.base_url}")
    for provider in providers:
        key, trouble, problem = provider_key(provider.id), troubles.get(provider.id), problems.get(provider.id)
        yield Entry(_group(provider), provider, key, trouble, problem)
    yield Entry(Group.HERE, Custom.LOCAL, Custom.LOCAL.value)
    for preset in PRESETS:
        if preset.keys_page and _door(preset.base_url) not in taken:
            yield Entry(Group.ACCOUNTS, preset, f"preset {preset.name}")
    yield Entry(Group.OTHER, Custom.ADD, Custom.ADD.value)


def _door(base_url: str) -> str:
    """The origin; all names of this computer are one, so that what is used is not offered again."""
    door = origin(base_url)
    return f"here:{door.rpartition(':')[2]}" if is_loopback(base_url) else door


def _group(provider: Provider) -> Group:
    if not provider.leaves_computer:
        return Group.HERE
    return Group.ACCOUNTS if preset_at(provider.base_url) else Group.OTHER


def key_elsewhere(provider: Provider) -> bool:
    """Whether its key was given for another origin than its present address."""
    return provider.key_origin is not None and provider.key_origin != origin(provider.base_url)


def troubling(trouble: Circuit, now: datetime) -> bool:
    """Whether the trouble still keeps anything back: who is unreachable stays so until looked for again."""
    return trouble.reason is WaitReason.OFFLINE or trouble.open_at(now)


def standing(provider: Provider, trouble: Circuit | None = None, problem: ProviderErrorKind | None = None) -> Standing:
    """How the provider stands: by what is missing, by its trouble, by what is known since its last test, by that."""
    if not provider.enabled:
        return Standing.OFF
    if provider.base_url and key_elsewhere(provider):
        return Standing.FIX_KEY
    if trouble is not None:
        return _BY_TROUBLE.get(trouble.reason, Standing.TROUBLE)
    error = problem or provider.test_error
    if error is not None:
        return _BY_ERROR.get(ProviderErrorKind(error), Standing.TROUBLE)
    if provider.kind is not ProviderKind.BUILTIN and not provider.model:
        return Standing.NO_MODEL
    if provider.kind is ProviderKind.BUILTIN:
        return Standing.READY
    if provider.tested_at is not None:
        return Standing.WORKS if provider.leaves_computer else Standing.READY
    return Standing.UNTESTED if provider.key_origin or not provider.leaves_computer else Standing.NO_KEY
