"""Small questions to a provider: does it answer, which models has it, and who listens on this computer."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Awaitable, Callable, Mapping, Sequence
from contextlib import aclosing
from dataclasses import dataclass, replace
from http import HTTPStatus
from typing import Final

import msgspec

from orchestrator_desktop.domain.attempts import AttemptState
from orchestrator_desktop.domain.errors import ProviderError, ProviderErrorKind
from orchestrator_desktop.domain.messages import Message, Options, Role
from orchestrator_desktop.domain.secret import Secret
from orchestrator_desktop.providers.address import is_loopback, origin
from orchestrator_desktop.providers.base import (
    Adapter,
    Closed,
    Endpoint,
    Json,
    ModelInfo,
    ModelPage,
    OnSending,
    Opened,
    ProbeResult,
    ReasoningDelta,
    Request,
    TextDelta,
    unrecorded,
)
from orchestrator_desktop.providers.errors import error_of_reply
from orchestrator_desktop.providers.http import TRANSPORT_ERRORS, Client, Reply, transport_error
from orchestrator_desktop.providers.presets import PRESETS
from orchestrator_desktop.providers.registry import adapter
from orchestrator_desktop.providers.silence import Patience, Silence
from orchestrator_desktop.providers.stream import check_door, clean, stream, utc_now
from orchestrator_desktop.providers.veil import veiled
from orchestrator_desktop.providers.wire import decode

_QUESTION: Final = (Message(Role.USER, "Reply with OK."),)
_FEW_TOKENS: Final = 16
_PATIENCE: Final = Patience(first=60, between=20)
_LIST_SECONDS: Final = 20.0
_MAX_PAGES: Final = 20

_LOOK_UPS: Final = 60
_LOOK_UPS_AT_ONCE: Final = 4

_PLACES: Final = tuple(
    Endpoint(preset.name, preset.dialect, preset.base_url) for preset in PRESETS if not preset.keys_page
)
_LOCAL_SECONDS: Final = 1.5

_OWNERS: Final = {"organization_owner": "LM Studio", "llamacpp": "llama.cpp", "vllm": "vLLM"}
"""Who owns the models of an OpenAI-style list, and who says so."""

_SIGNS: Final = {
    "Ollama": ("/api/version", "version"),
    "LM Studio": ("/api/v0/models", "data"),
    "llama.cpp": ("/props", "default_generation_settings"),
}
"""A place that no other server has, and what is found there: for those whose list names no owner, or is empty."""


async def probe(
    endpoint: Endpoint,
    model: str,
    key: Secret | None,
    client: Client,
    *,
    patience: Patience = _PATIENCE,
    clock: Callable[[], float] = time.monotonic,
    sending: OnSending = unrecorded,
) -> ProbeResult:
    """Ask `model` for a word and hang up at the first sign of it; a provider's error is in the result, not raised.

    Here as below, `sending` is awaited before each request leaves."""
    began = clock()
    local = is_loopback(endpoint.base_url)
    question = Request("test", endpoint, model, _QUESTION, Options(max_tokens=_FEW_TOKENS), local)
    try:
        name, cut = await _first_sign(question, key, client, patience, sending)
    except ProviderError as error:
        return ProbeResult(False, _ms(clock, began), model, error.kind, error.detail)
    if cut:
        return ProbeResult(False, _ms(clock, began), name or model, ProviderErrorKind.DOWN, cut)
    return ProbeResult(True, _ms(clock, began), name or model)


async def _first_sign(
    question: Request, key: Secret | None, client: Client, patience: Patience, sending: OnSending
) -> tuple[str | None, str]:
    """The model that answers, and how the answer was cut where not a word of it came."""
    name = None
    async with aclosing(stream(question, key, client, patience=patience, sending=sending)) as events:
        async for event in events:
            match event:
                case Opened(_, model):
                    name = model
                case TextDelta() | ReasoningDelta():
                    return name, ""
                case Closed(AttemptState.INTERRUPTED, reason):
                    return name, reason
                case _:
                    pass
    return name, ""  # it ended in its own words: the model is there, however little it said


def _ms(clock: Callable[[], float], began: float) -> int:
    return round((clock() - began) * 1000)


async def list_models(
    endpoint: Endpoint,
    key: Secret | None,
    client: Client,
    *,
    seconds: float = _LIST_SECONDS,
    sending: OnSending = unrecorded,
) -> list[ModelInfo]:
    """The models `endpoint` offers, in its own order; ProviderError where it has no list or gives none."""
    check_door(endpoint.base_url, key)
    wire = adapter(endpoint.dialect)
    fetch = _Fetch(client, key, wire.headers(key), seconds, sending)
    found: list[ModelInfo] = []
    after = None
    for _ in range(_MAX_PAGES):
        page = _read_page(wire, await fetch.get(wire.models_url(endpoint, after)))
        found += page.models
        after = page.after
        if after is None:
            break
    return await _look_up(endpoint, found, fetch)


def _read_page(wire: Adapter, reply: bytes) -> ModelPage:
    """ProviderError where `reply` is no list of models."""
    try:
        return wire.models(reply)
    except msgspec.MsgspecError as error:
        raise ProviderError(ProviderErrorKind.GARBLED, f"no list of models: {error}") from None


async def _look_up(endpoint: Endpoint, models: Sequence[ModelInfo], fetch: _Fetch) -> list[ModelInfo]:
    """`models` with what the server tells when asked for each; what cannot be had is left as it was."""
    more = adapter(endpoint.dialect).look_up
    if more is None:
        return list(models)
    gate = asyncio.Semaphore(_LOOK_UPS_AT_ONCE)

    async def one(model: ModelInfo) -> ModelInfo | None:
        try:
            async with gate:
                return more.read(model, await fetch.post(more.url(endpoint), more.body(model)))
        except (ProviderError, msgspec.MsgspecError):
            return model

    known = await asyncio.gather(*(one(model) for model in models[:_LOOK_UPS]))
    return [model for model in known if model is not None] + list(models[_LOOK_UPS:])


@dataclass(frozen=True, slots=True)
class _Fetch:
    """Small questions to one provider, each answered whole within `seconds`; ProviderError where one is not."""

    client: Client
    key: Secret | None
    headers: Mapping[str, str]
    seconds: float
    sending: OnSending

    async def get(self, url: str) -> bytes:
        return await self._whole(self.client.get(url, self.headers, Silence(self.seconds), sending=self.sending))

    async def post(self, url: str, body: Json) -> bytes:
        return await self._whole(self.client.post(url, self.headers, body, Silence(self.seconds), sending=self.sending))

    async def _whole(self, asking: Awaitable[Reply]) -> bytes:
        try:
            reply = await asking
            if reply.status != HTTPStatus.OK:
                refusal, _ = error_of_reply(reply.status, reply.headers, await reply.excerpt(), utc_now)
                raise clean(refusal, self.key)
            try:
                return veiled(await reply.whole(), self.key)
            finally:
                await reply.aclose()
        except TRANSPORT_ERRORS as error:
            raise transport_error(error, self.key) from None


@dataclass(frozen=True, slots=True)
class LocalServer:
    """A server found on this computer, with what it can run."""

    endpoint: Endpoint
    models: tuple[ModelInfo, ...]


async def find_local(
    client: Client,
    *,
    places: tuple[Endpoint, ...] = _PLACES,
    seconds: float = _LOCAL_SECONDS,
    sending: OnSending = unrecorded,
) -> list[LocalServer]:
    """The servers that answer on this computer; asks all of `places` at the same time, each within `seconds`."""
    fetch = _Fetch(client, None, {}, seconds, sending)
    found = await asyncio.gather(*(_local(place, fetch) for place in places))
    return [server for server in found if server is not None]


async def _local(place: Endpoint, fetch: _Fetch) -> LocalServer | None:
    wire = adapter(place.dialect)
    try:
        async with asyncio.timeout(fetch.seconds) as limit:
            reply = await fetch.get(wire.models_url(place, None))
            models = _read_page(wire, reply).models
            name = _owner(reply) or await _by_sign(place, fetch)
    except (ProviderError, TimeoutError):
        return None  # nobody there, or nobody for us
    if name is None:
        return None
    try:
        async with asyncio.timeout_at(limit.when()):
            models = tuple(await _look_up(place, models, fetch))
    except TimeoutError:
        pass  # their names will do
    return LocalServer(replace(place, name=name), models)


class _Owned(msgspec.Struct):
    owned_by: object = None


class _List(msgspec.Struct):
    data: list[_Owned] = []


def _owner(reply: bytes) -> str | None:
    try:
        owners = [model.owned_by for model in decode(reply.decode("utf-8", "replace"), _List).data]
    except msgspec.MsgspecError:
        return None
    return next((_OWNERS[owner] for owner in owners if isinstance(owner, str) and owner in _OWNERS), None)


async def _by_sign(place: Endpoint, fetch: _Fetch) -> str | None:
    path, field = _SIGNS.get(place.name, ("", ""))
    if not path:
        return None
    try:
        said = decode((await fetch.get(origin(place.base_url) + path)).decode("utf-8", "replace"), dict[str, object])
    except (ProviderError, msgspec.MsgspecError):
        return None
    there = said.get(field)
    if isinstance(there, list) and not all(isinstance(model, dict) and "state" in model for model in there):
        return None  # a list, but not LM Studio's, which tells the loaded models from the others
    return place.name if there is not None else None
