"""The dialect `anthropic`: Messages, as Anthropic and servers compatible with it speak it (WIRE.md 2.3)."""

from __future__ import annotations

from typing import Final
from urllib.parse import urlencode

import msgspec

from orchestrator_desktop.domain.attempts import AttemptState
from orchestrator_desktop.domain.messages import Role, Usage
from orchestrator_desktop.domain.secret import Secret
from orchestrator_desktop.providers.base import (
    Adapter,
    Closed,
    Endpoint,
    Event,
    Json,
    ModelInfo,
    ModelPage,
    ReasoningDelta,
    Request,
    TextDelta,
    UsageSeen,
    Waiting,
)
from orchestrator_desktop.providers.errors import read_fault, said_in_stream
from orchestrator_desktop.providers.wire import count, counted, decode

_VERSION: Final = "2023-06-01"
_MAX_TOKENS: Final = 8192
"""The protocol demands a limit. Every current model grants this one; it is reserved from the rate limit up front."""


def url(request: Request) -> str:
    return f"{_root(request.endpoint)}/v1/messages"


def models_url(endpoint: Endpoint, after: str | None) -> str:
    query = {"limit": "1000", **({} if after is None else {"after_id": after})}
    return f"{_root(endpoint)}/v1/models?{urlencode(query)}"


def _root(endpoint: Endpoint) -> str:
    """The base URL is the bare origin by convention; one with /v1 is meant the same."""
    return endpoint.base_url.removesuffix("/v1")


def headers(key: Secret | None) -> dict[str, str]:
    return {"anthropic-version": _VERSION, **({} if key is None else {"x-api-key": key.reveal().strip()})}


def body(request: Request) -> Json:
    options = request.options
    system = "\n\n".join(message.text for message in request.messages if message.role is Role.SYSTEM)
    settings = {"system": system or None, "temperature": options.temperature, "top_p": options.top_p}
    return {
        "model": request.model,
        "max_tokens": options.max_tokens or _MAX_TOKENS,
        "messages": [
            {"role": message.role.value, "content": message.text}
            for message in request.messages
            if message.role is not Role.SYSTEM
        ],
        "stream": True,
        **{name: value for name, value in settings.items() if value is not None},
        **(options.extra if request.local else {}),
    }


class _Block(msgspec.Struct):
    """A content block, or a delta of one, or the delta of the message."""

    type: str = ""
    text: object = None
    thinking: object = None
    stop_reason: str | None = None
    stop_details: object = None


class _Usage(msgspec.Struct):
    input_tokens: object = None
    output_tokens: object = None
    cache_read_input_tokens: object = None
    cache_creation_input_tokens: object = None


class _Message(msgspec.Struct):
    id: object = None
    model: str | None = None
    content: list[_Block] | None = None
    stop_reason: str | None = None
    stop_details: object = None
    usage: _Usage | None = None


class _Event(msgspec.Struct):
    type: str = ""
    message: object = None
    content_block: _Block | None = None
    delta: _Block | None = None
    usage: _Usage | None = None


class _Named(msgspec.Struct):
    type: str = ""


_READ: Final = frozenset(
    {"message_start", "content_block_start", "content_block_delta", "message_delta", "message_stop", "message"}
)
_ENDS: Final = {
    "end_turn": AttemptState.COMPLETE,
    "stop_sequence": AttemptState.COMPLETE,
    "tool_use": AttemptState.COMPLETE,
    "max_tokens": AttemptState.TRUNCATED,
    "model_context_window_exceeded": AttemptState.TRUNCATED,
    "pause_turn": AttemptState.TRUNCATED,
    "refusal": AttemptState.REFUSED,
}


class MessageReader:
    """Reads one message. Its fate is told by `message_delta` and sealed by `message_stop`: COMPLETE takes both."""

    def __init__(self) -> None:
        self.model: str | None = None
        self.answer_id: str | None = None
        self.done = False
        self._stop = ""
        self._explanation = ""
        self._counts: dict[str, int] = {}

    @property
    def settled(self) -> bool:
        return bool(self._stop)

    def read(self, data: str) -> list[Event]:
        event = _event(data)
        match event.type:
            case "ping":
                return [Waiting()]
            case "message_start":
                return self._message(msgspec.convert(event.message, _Message))
            case "content_block_start":
                return _block(event.content_block or _Block())
            case "content_block_delta":
                return _block(event.delta or _Block())
            case "message_delta":
                delta = event.delta or _Block()
                self._ended(delta.stop_reason, delta.stop_details)
                return self._count(event.usage)
            case "message_stop":
                self.done = True
            case "message":  # a reply that is no stream
                self.done = True
                return self._message(decode(data, _Message))
            case kind:
                _raise_error(decode(data, object), unnamed=kind in ("", "error"))
        return []

    def close(self, cut: str) -> list[Event]:
        state = _ENDS.get(self._stop, AttemptState.INTERRUPTED)
        if state is AttemptState.COMPLETE and not self.done:
            return [Closed(AttemptState.INTERRUPTED, cut)]
        explanation = self._explanation if state is AttemptState.REFUSED else ""
        return [Closed(state, explanation or self._stop or cut)]

    def _message(self, message: _Message) -> list[Event]:
        self.model = message.model
        self.answer_id = message.id if isinstance(message.id, str) else None
        self._ended(message.stop_reason, message.stop_details)
        blocks = [event for block in message.content or () for event in _block(block)]
        return blocks + self._count(message.usage)

    def _ended(self, stop_reason: str | None, details: object) -> None:
        self._stop = stop_reason or self._stop
        explanation = details.get("explanation") if isinstance(details, dict) else None
        self._explanation = explanation if isinstance(explanation, str) else self._explanation

    def _count(self, said: _Usage | None) -> list[Event]:
        """Counts are cumulative, and the later ones leave out what has not changed."""
        if said is None:
            return []
        self._counts |= counted(said)
        return [UsageSeen(_usage(self._counts))]


def _event(data: str) -> _Event:
    """Any event; of one that is not read here, and may hold anything, its name alone."""
    try:
        return decode(data, _Event)
    except msgspec.ValidationError:
        name = decode(data, _Named).type
        if name in _READ:
            raise
        return _Event(name)


def _block(block: _Block) -> list[Event]:
    if isinstance(block.thinking, str) and block.thinking:
        return [ReasoningDelta(block.thinking)]
    if isinstance(block.text, str) and block.text and block.type in ("text", "text_delta"):
        return [TextDelta(block.text)]
    return []


def _raise_error(said: object, *, unnamed: bool) -> None:
    """Unknown events are ignored, but an error is one whatever its name; without one, in any of its shapes."""
    fault = read_fault(said) if unnamed or (isinstance(said, dict) and said.get("error")) else None
    if fault is not None:
        raise said_in_stream(fault)


def _usage(counts: dict[str, int]) -> Usage:
    """Three disjoint counts of input make one."""
    read, written = counts.get("cache_read_input_tokens"), counts.get("cache_creation_input_tokens")
    fresh = counts.get("input_tokens")
    return Usage(
        input_tokens=None if fresh is None else fresh + (read or 0) + (written or 0),
        output_tokens=counts.get("output_tokens"),
        cached_tokens=read,
        cache_write_tokens=written,
    )


class _Model(msgspec.Struct):
    id: str
    display_name: object = None
    max_input_tokens: object = None
    max_tokens: object = None


class _Models(msgspec.Struct):
    data: list[_Model]
    has_more: bool = False
    last_id: str | None = None


def models(reply: bytes) -> ModelPage:
    said = decode(reply.decode("utf-8", "replace"), _Models)
    found = tuple(
        ModelInfo(
            id=model.id,
            name=model.display_name if isinstance(model.display_name, str) else model.id,
            context_tokens=count(model.max_input_tokens),
            output_tokens=count(model.max_tokens),
        )
        for model in said.data
    )
    return ModelPage(found, said.last_id if said.has_more else None)


ADAPTER: Final[Adapter] = Adapter(
    url=url,
    body=body,
    headers=headers,
    reader=lambda request: MessageReader(),
    tunable={"temperature": None, "top_p": None},
    models_url=models_url,
    models=models,
)
