"""Small questions to a provider: does it answer, which models has it, and who listens on this computer."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable
from contextlib import aclosing
from dataclasses import dataclass
from http import HTTPStatus
from typing import Final

import msgspec

from orchestrator_desktop.domain.attempts import AttemptState
from orchestrator_desktop.domain.errors import ProviderError, ProviderErrorKind
from orchestrator_desktop.domain.messages import Message, Options, Role
from orchestrator_desktop.domain.secret import Secret
from orchestrator_desktop.providers.address import is_loopback
from orchestrator_desktop.providers.base import (
    Closed,
    Dialect,
    Endpoint,
    ModelInfo,
    ModelPage,
    Opened,
    ProbeResult,
    ReasoningDelta,
    Request,
    TextDelta,
)
from orchestrator_desktop.providers.errors import error_of_reply
from orchestrator_desktop.providers.http import TRANSPORT_ERRORS, Client, transport_error
from orchestrator_desktop.providers.registry import adapter
from orchestrator_desktop.providers.silence import Patience, Silence
from orchestrator_desktop.providers.stream import check_door, clean, stream, utc_now

_QUESTION: Final = (Message(Role.USER, "Reply with OK."),)
_FEW_TOKENS: Final = 16
_PATIENCE: Final = Patience(first=60, between=20)
_LIST_SECONDS: Final = 20.0
_MAX_PAGES: Final = 20

_LOCAL: Final = (
    Endpoint("Ollama", Dialect.OPENAI_CHAT, "http://localhost:11434/v1"),
    Endpoint("LM Studio", Dialect.OPENAI_CHAT, "http://localhost:1234/v1"),
)
_LOCAL_SECONDS: Final = 1.5


@dataclass(frozen=True, slots=True)
class LocalServer:
    """A server found on this computer, with what it can run."""

    endpoint: Endpoint
    models: tuple[ModelInfo, ...]


async def probe(
    endpoint: Endpoint,
    model: str,
    key: Secret | None,
    client: Client,
    *,
    patience: Patience = _PATIENCE,
    clock: Callable[[], float] = time.monotonic,
) -> ProbeResult:
    """Ask `model` for a word and hang up at the first sign of it; a provider's error is in the result, not raised."""
    began = clock()
    local = is_loopback(endpoint.base_url)
    question = Request("test", endpoint, model, _QUESTION, Options(max_tokens=_FEW_TOKENS), local)
    try:
        name, cut = await _first_sign(question, key, client, patience)
    except ProviderError as error:
        return ProbeResult(False, _ms(clock, began), model, error.kind, error.detail)
    if cut:
        return ProbeResult(False, _ms(clock, began), name or model, ProviderErrorKind.DOWN, cut)
    return ProbeResult(True, _ms(clock, began), name or model)


async def _first_sign(
    question: Request, key: Secret | None, client: Client, patience: Patience
) -> tuple[str | None, str]:
    """The model that answers, and how the answer was cut where not a word of it came."""
    name = None
    async with aclosing(stream(question, key, client, patience=patience)) as events:
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
    endpoint: Endpoint, key: Secret | None, client: Client, *, seconds: float = _LIST_SECONDS
) -> list[ModelInfo]:
    """The models `endpoint` offers, in its own order; ProviderError where it has no list or gives none."""
    check_door(endpoint.base_url, key)
    found: list[ModelInfo] = []
    after = None
    for _ in range(_MAX_PAGES):
        page = await _page(endpoint, key, client, after, seconds)
        found += page.models
        after = page.after
        if after is None:
            break
    return found


async def _page(endpoint: Endpoint, key: Secret | None, client: Client, after: str | None, seconds: float) -> ModelPage:
    wire = adapter(endpoint.dialect)
    try:
        reply = await client.get(wire.models_url(endpoint, after), wire.headers(key), Silence(seconds))
        if reply.status != HTTPStatus.OK:
            refusal, _ = error_of_reply(reply.status, reply.headers, await reply.excerpt(), utc_now)
            raise clean(refusal, key)
        try:
            return wire.models(await reply.whole())
        finally:
            await reply.aclose()
    except TRANSPORT_ERRORS as error:
        raise transport_error(error, key) from None
    except msgspec.MsgspecError as error:
        raise ProviderError(ProviderErrorKind.GARBLED, f"no list of models: {error}") from None


async def find_local(
    client: Client, *, places: tuple[Endpoint, ...] = _LOCAL, seconds: float = _LOCAL_SECONDS
) -> list[LocalServer]:
    """The servers that answer on this computer right now; asks each of `places` once, at the same time."""
    found = await asyncio.gather(*(_local(place, client, seconds) for place in places))
    return [server for server in found if server is not None]


async def _local(place: Endpoint, client: Client, seconds: float) -> LocalServer | None:
    try:
        return LocalServer(place, tuple(await list_models(place, None, client, seconds=seconds)))
    except ProviderError:
        return None  # nobody there, or somebody else
