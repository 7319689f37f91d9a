"""The dialect `openai-chat`: Chat Completions, as OpenAI and its many imitators speak it (WIRE.md 2.2, 2.4)."""

from __future__ import annotations

from typing import Final

import msgspec

from orchestrator_desktop.domain.attempts import AttemptState
from orchestrator_desktop.domain.errors import ProviderError
from orchestrator_desktop.domain.messages import Usage
from orchestrator_desktop.providers.address import host
from orchestrator_desktop.providers.base import (
    Adapter,
    Closed,
    Event,
    Json,
    ReasoningDelta,
    Request,
    TextDelta,
    UsageSeen,
)
from orchestrator_desktop.providers.errors import Fault, read_fault, said_in_stream
from orchestrator_desktop.providers.openai_models import headers, models, models_url
from orchestrator_desktop.providers.think import ThinkSplitter
from orchestrator_desktop.providers.wire import count, decode, micro


def url(request: Request) -> str:
    return f"{request.endpoint.base_url}/chat/completions"


def body(request: Request) -> Json:
    options = request.options
    # OpenAI deprecates max_tokens and its newer models refuse it; most other servers know nothing else.
    limit = "max_completion_tokens" if host(request.endpoint.base_url) == "api.openai.com" else "max_tokens"
    settings = {"temperature": options.temperature, "top_p": options.top_p, limit: options.max_tokens}
    return {
        "model": request.model,
        "messages": [{"role": message.role.value, "content": message.text} for message in request.messages],
        "stream": True,
        "stream_options": {"include_usage": True},
        **{name: value for name, value in settings.items() if value is not None},
        **(options.extra if request.local else {}),
    }


class _Part(msgspec.Struct):
    """One piece of a content list (Mistral): text, or thoughts as a list of texts."""

    type: str = ""
    text: str | None = None
    thinking: str | list[_Part] | None = None


class _Delta(msgspec.Struct):
    content: str | list[_Part] | None = None
    reasoning_content: str | None = None
    reasoning: object = None
    refusal: str | None = None


class _Choice(msgspec.Struct):
    index: int | None = 0
    delta: _Delta | None = None
    message: _Delta | None = None
    """In a reply that is no stream."""
    finish_reason: str | None = None


class _PromptDetails(msgspec.Struct):
    cached_tokens: object = None
    cache_write_tokens: object = None


class _OutputDetails(msgspec.Struct):
    reasoning_tokens: object = None


class _Usage(msgspec.Struct):
    prompt_tokens: object = None
    completion_tokens: object = None
    prompt_tokens_details: _PromptDetails | None = None
    completion_tokens_details: _OutputDetails | None = None
    cost: object = None
    """OpenRouter: what it charged, in US dollars."""


class _Chunk(msgspec.Struct):
    id: object = None
    model: str | None = None
    choices: list[_Choice] | None = None
    usage: _Usage | None = None
    error: object = None


_ENDS: Final = {
    "stop": AttemptState.COMPLETE,
    "eos": AttemptState.COMPLETE,
    "eos_token": AttemptState.COMPLETE,
    "stop_sequence": AttemptState.COMPLETE,
    "end_turn": AttemptState.COMPLETE,
    "tool_calls": AttemptState.COMPLETE,
    "function_call": AttemptState.COMPLETE,
    "length": AttemptState.TRUNCATED,
    "max_tokens": AttemptState.TRUNCATED,
    "model_length": AttemptState.TRUNCATED,
    "content_filter": AttemptState.REFUSED,
    "refusal": AttemptState.REFUSED,
}
"""What proves the end. A reason not listed (`abort`, `insufficient_system_resource`…) proves an interruption."""


class ChatReader:
    """Reads one chat completion. The first choice counts; further ones are never asked for."""

    def __init__(self) -> None:
        self.model: str | None = None
        self.answer_id: str | None = None
        self.done = False
        self._finish = ""
        self._refusal = ""
        self._error: ProviderError | None = None
        self._think = ThinkSplitter()

    @property
    def settled(self) -> bool:
        return bool(self._finish)

    def read(self, data: str) -> list[Event]:
        if data.strip() == "[DONE]":
            self.done = True
            return []
        chunk = decode(data, _Chunk)
        self.model = self.model or chunk.model
        self.answer_id = self.answer_id or (chunk.id if isinstance(chunk.id, str) else None)
        fault = _fault(chunk, data)
        if fault is None:
            events = [event for choice in chunk.choices or () if not choice.index for event in self._choice(choice)]
        else:
            events = self._failed(fault)
        return events if chunk.usage is None else [*events, UsageSeen(_usage(chunk.usage))]

    def close(self, cut: str) -> list[Event]:
        if self._error is not None:
            raise self._error
        reason = self._finish or cut
        state = _ENDS.get(self._finish, AttemptState.INTERRUPTED)
        if self._refusal and state is AttemptState.COMPLETE:
            state = AttemptState.REFUSED
        if state is AttemptState.REFUSED:
            reason = self._refusal or reason
        return [*self._think.flush(), Closed(state, reason)]

    def _failed(self, fault: Fault) -> list[Event]:
        """Raised at the close: what the chunk with the error still counts is heard first."""
        self._error, self.done = said_in_stream(fault), True
        return self._think.flush()

    def _choice(self, choice: _Choice) -> list[Event]:
        delta = choice.delta or choice.message or _Delta()
        self._refusal += delta.refusal or ""
        finish = (choice.finish_reason or "").lower()
        if finish == "error":
            return self._failed(Fault("the answer ended with finish_reason “error”"))
        self._finish = finish or self._finish
        reasoning = delta.reasoning_content or (delta.reasoning if isinstance(delta.reasoning, str) else "")
        events: list[Event] = [ReasoningDelta(reasoning)] if reasoning else []
        if isinstance(delta.content, list):
            return [*events, *_parts(delta.content)]
        return events + self._think.feed(delta.content or "")


def _fault(chunk: _Chunk, data: str) -> Fault | None:
    if chunk.error:
        return read_fault({"error": chunk.error})
    return read_fault(decode(data, object)) if chunk.choices is None and chunk.usage is None else None


def _parts(parts: list[_Part]) -> list[Event]:
    events: list[Event] = []
    for part in parts:
        if part.text and part.type in ("", "text"):
            events.append(TextDelta(part.text))
        pieces = [_Part(text=part.thinking)] if isinstance(part.thinking, str) else part.thinking or []
        events += [ReasoningDelta(piece.text) for piece in pieces if piece.text]
    return events


def _usage(said: _Usage) -> Usage:
    output = count(said.completion_tokens)
    reasoning = count(said.completion_tokens_details.reasoning_tokens) if said.completion_tokens_details else None
    if output is not None and reasoning is not None:
        reasoning = min(reasoning, output)  # OpenRouter was seen to count 11 of 10
    details = said.prompt_tokens_details or _PromptDetails()
    return Usage(
        input_tokens=count(said.prompt_tokens),
        output_tokens=output,
        cached_tokens=count(details.cached_tokens),
        cache_write_tokens=count(details.cache_write_tokens),
        reasoning_tokens=reasoning,
        cost_micro=micro(said.cost),
    )


ADAPTER: Final[Adapter] = Adapter(
    url=url,
    body=body,
    headers=headers,
    reader=lambda request: ChatReader(),
    tunable={"max_tokens": "max_completion_tokens", "temperature": None, "top_p": None, "stream_options": None},
    models_url=models_url,
    models=models,
)
