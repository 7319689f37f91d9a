"""What the engine's loop holds open: the HTTP client and the built-in model, each from its first use on."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from orchestrator_desktop.domain.delegate import Provider, ProviderKind
from orchestrator_desktop.domain.errors import ProviderError, ProviderErrorKind
from orchestrator_desktop.domain.secret import Secret
from orchestrator_desktop.engine.notices import Notice, NoticeKind, OnNotice
from orchestrator_desktop.providers.base import Dialect, Endpoint
from orchestrator_desktop.system.keys import KeyVault

if TYPE_CHECKING:
    from orchestrator_desktop.providers.builtin.model import BuiltIn, ModelNotice
    from orchestrator_desktop.providers.http import Client


@dataclass(frozen=True, slots=True)
class Line:
    """A way to a provider: where it listens, which model to ask for, with which key, over which client."""

    endpoint: Endpoint
    model: str
    key: Secret | None
    local: bool
    client: Client


class Connections:
    """Used on the engine's loop alone; `aclose` there too."""

    def __init__(self, keys: KeyVault, on_notice: OnNotice) -> None:
        self._keys = keys
        self._on_notice = on_notice
        self._client: Client | None = None
        self._builtin: BuiltIn | None = None

    @asynccontextmanager
    async def to(self, provider: Provider, model: str) -> AsyncIterator[Line]:
        """A line to `provider`. Raises ProviderError where its key is not at hand, or the built-in model does not
        start: nothing has been sent then."""
        dialect = Dialect(provider.dialect)
        if provider.kind is ProviderKind.BUILTIN:
            async with self._model_process().use(_weights(model)) as running:
                endpoint = Endpoint(provider.name, dialect, running.base_url)
                yield Line(endpoint, running.model, running.key, True, self.client())
            return
        key = await self._key_of(provider)
        endpoint = Endpoint(provider.name, dialect, provider.base_url)
        yield Line(endpoint, model, key, provider.kind is ProviderKind.LOCAL, self.client())

    def client(self) -> Client:
        if self._client is None:
            from orchestrator_desktop.providers.http import open_client

            self._client = open_client()
        return self._client

    def make_ready(self) -> None:
        """Do what a first request would wait half a second for."""
        import orchestrator_desktop.providers.stream  # noqa: F401

        self.client()

    async def aclose(self) -> None:
        """Close what is open."""
        if self._client is not None:
            await self._client.aclose()
        if self._builtin is not None:
            await self._builtin.close()

    async def _key_of(self, provider: Provider) -> Secret | None:
        """Its key, None for a provider that never had one. Without the key it had, nothing is sent."""
        from asyncio import wrap_future

        found = await wrap_future(self._keys.get(provider))
        if found.key is None and provider.key_origin is not None:
            missing = "the keyring does not answer" if found.keyring_down else "no key is kept for this address"
            raise ProviderError(ProviderErrorKind.NO_KEY, missing)
        return found.key

    def _model_process(self) -> BuiltIn:
        if self._builtin is None:
            from orchestrator_desktop.providers.builtin.model import BuiltIn

            self._builtin = BuiltIn(on_notice=self._say_model)
        return self._builtin

    def _say_model(self, said: ModelNotice) -> None:
        self._on_notice(Notice(NoticeKind(f"model_{said.state}"), model=said.model, detail=said.detail))


def _weights(model: str) -> Path:
    """The file of the built-in model: the one chosen, or the one that came with the app."""
    from orchestrator_desktop.providers.builtin.weights import default_model

    chosen = Path(model) if model else default_model()
    if chosen is None:
        raise ProviderError(ProviderErrorKind.MODEL_BROKEN, "no model came with this installation")
    return chosen
