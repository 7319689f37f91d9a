"""What is read and printed of a provider."""

from __future__ import annotations

from orchestrator_desktop.cli import screen, shapes, words
from orchestrator_desktop.domain.circuit import Circuit
from orchestrator_desktop.domain.delegate import Provider, ProviderKind
from orchestrator_desktop.operations import roster
from orchestrator_desktop.providers.address import host
from orchestrator_desktop.store import delegates, queue
from orchestrator_desktop.store.store import Store


def find(store: Store, name: str) -> Provider:
    """The provider of that name; case does not matter. Raises UsageError."""
    provider = delegates.provider(store, roster.find_provider(store, name))
    assert provider is not None  # found by name just now
    return provider


def tell(store: Store, said: str, provider: Provider, *, as_json: bool) -> None:
    """What became of a provider, as one line or its document."""
    if as_json:
        screen.say_json(shapes.provider(provider, queue.circuit(store, provider.id)))
    else:
        screen.say(f"{said} {provider.name}: {place(provider)}, {_with_model(provider)}")


def model(provider: Provider) -> str:
    """The model it is asked for; only the built-in one has its own where none is named."""
    return provider.model or ("its own" if provider.kind is ProviderKind.BUILTIN else "none yet")


def _with_model(provider: Provider) -> str:
    if provider.model:
        return provider.model
    return "its own model" if provider.kind is ProviderKind.BUILTIN else "no model yet"


def place(provider: Provider) -> str:
    if provider.kind is ProviderKind.BUILTIN:
        return "built in, on this computer"
    return host(provider.base_url) if provider.leaves_computer else f"{host(provider.base_url)}, on this computer"


def state(provider: Provider, trouble: Circuit | None) -> str:
    """Whether it is in use, what trouble it is in, or what its last test showed."""
    if not provider.enabled:
        return "off"
    if trouble is not None:
        until = f", next look {words.soon(trouble.open_until)}" if trouble.open_until else ""
        return f"{trouble.reason.value.replace('_', ' ')}{until}"
    if provider.tested_at is None:
        return ""
    if provider.test_error is not None:
        return provider.test_error.replace("_", " ")
    return f"{provider.test_ms:,} ms" if provider.test_ms is not None else "well"
