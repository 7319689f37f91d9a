"""The dialect `ollama`: Ollama's own chat, not its imitation of OpenAI's, which takes no context size (WIRE.md 2.4).

Ollama reads what fits into the context and forgets the rest without a word. So a context large enough is asked
for, truncation is switched off where the server knows the switch (since October 2025), and where it does not, its
count of what it read is held against what was sent.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

import msgspec

from orchestrator_desktop.domain.attempts import AttemptState
from orchestrator_desktop.domain.errors import ProviderError, ProviderErrorKind
from orchestrator_desktop.domain.messages import Message, Usage
from orchestrator_desktop.domain.secret import Secret
from orchestrator_desktop.domain.tokens import estimate_messages
from orchestrator_desktop.providers.base import (
    Adapter,
    Closed,
    Endpoint,
    Event,
    Framing,
    Json,
    LookUp,
    ModelInfo,
    ModelPage,
    ReasoningDelta,
    Request,
    UsageSeen,
)
from orchestrator_desktop.providers.errors import read_fault, said_in_stream
from orchestrator_desktop.providers.think import ThinkSplitter
from orchestrator_desktop.providers.wire import count, decode

_LEAST_CONTEXT: Final = 4096
_ANSWER_TOKENS: Final = 4096
"""Room for an answer whose length nobody limited."""
_CAUTION: Final = 1.3
"""Our estimate is right to about a fifth, and the model's own template comes on top."""

_WORTH_CHECKING: Final = 1000
_READ_SHARE: Final = 0.6
_CHARACTERS_A_TOKEN: Final = 7
_RUNS: Final = re.compile(r"(\W)\1+")


def url(request: Request) -> str:
    return f"{_root(request.endpoint)}/api/chat"


def models_url(endpoint: Endpoint, after: str | None) -> str:
    del after  # the list comes whole
    return f"{_root(endpoint)}/api/tags"


def _root(endpoint: Endpoint) -> str:
    """The base URL is the bare origin by convention; that of its other dialects is meant the same."""
    return endpoint.base_url.removesuffix("/v1").removesuffix("/api")


def headers(key: Secret | None) -> dict[str, str]:
    """Servers at home take no key; the one in the cloud does."""
    return {} if key is None else {"authorization": f"Bearer {key.reveal().strip()}"}


def body(request: Request) -> Json:
    options = request.options
    settings = {"temperature": options.temperature, "top_p": options.top_p, "num_predict": options.max_tokens}
    return {
        "model": request.model,
        "messages": [{"role": message.role.value, "content": message.text} for message in request.messages],
        "stream": True,
        "truncate": False,
        "shift": False,
        "options": {
            "num_ctx": context_size(request),
            **{name: value for name, value in settings.items() if value is not None},
            **(options.extra if request.local else {}),
        },
    }


def context_size(request: Request) -> int:
    """Tokens asked for: powers of two, because Ollama loads the model anew for each size that differs."""
    needed = estimate_messages(request.messages) * _CAUTION + (request.options.max_tokens or _ANSWER_TOKENS)
    size = _LEAST_CONTEXT
    while size < needed:
        size *= 2
    return size


class _Said(msgspec.Struct):
    content: str | None = None
    thinking: str | None = None


class _Line(msgspec.Struct):
    model: str | None = None
    message: _Said | None = None
    done: bool = False
    done_reason: str | None = None
    prompt_eval_count: object = None
    prompt_eval_cached_count: object = None
    eval_count: object = None
    error: object = None


_ENDS: Final = {
    "stop": AttemptState.COMPLETE,
    "length": AttemptState.TRUNCATED,
}
"""What proves the end. Versions until May 2024 give no reason; `load` and `unload` are no answers."""


class ChatReader:
    """Reads one chat. `sent` is what the model was to read."""

    def __init__(self, sent: Sequence[Message]) -> None:
        self.model: str | None = None
        self.answer_id: str | None = None
        self.done = False
        self._finish = ""
        self._sent = sent
        self._read: int | None = None
        self._think = ThinkSplitter()

    @property
    def settled(self) -> bool:
        return self.done

    def read(self, data: str) -> list[Event]:
        line = decode(data, _Line)
        if line.error and (fault := read_fault({"error": line.error})):
            raise said_in_stream(fault)
        self.model = line.model or self.model
        said = line.message or _Said()
        events: list[Event] = [ReasoningDelta(said.thinking)] if said.thinking else []
        events += self._think.feed(said.content or "")
        if line.done:
            self.done = True
            self._finish = line.done_reason or "stop"
            self._read = _all_read(line)
            events.append(UsageSeen(_usage(line)))
        return events

    def close(self, cut: str) -> list[Event]:
        if self._read is not None and too_little(self._read, self._sent):
            detail = f"the model read {self._read} tokens of about {estimate_messages(self._sent)}"
            raise ProviderError(ProviderErrorKind.TOO_LONG, detail)
        state = _ENDS.get(self._finish, AttemptState.INTERRUPTED)
        return [*self._think.flush(), Closed(state, self._finish or cut)]


def _all_read(line: _Line) -> int | None:
    """At most. Ollama counts what it had cached as read, and again by itself (since August 2026); servers that leave it
    out of the first count are not told apart. Ollama that names both also knows the switch."""
    read = count(line.prompt_eval_count)
    return None if read is None else read + (count(line.prompt_eval_cached_count) or 0)


def too_little(read: int, sent: Sequence[Message]) -> bool:
    """Whether `read` tokens cannot be all of `sent`. In doubt it is: a good answer is never refused.

    A count below a thousand is none of a full context but that of a server which leaves out what it has cached (until
    July 2024, and 0.30 for some weeks). Our estimate is high where a vocabulary knows the script better than we do, so
    that it is not enough: no vocabulary packs more than seven characters into a token on average, runs of one
    mark aside.
    """
    estimate = estimate_messages(sent)
    if read < _WORTH_CHECKING or read >= estimate * _READ_SHARE:
        return False
    characters = sum(len(_RUNS.sub(r"\1", message.text)) for message in sent)
    return read * _CHARACTERS_A_TOKEN < characters


def _usage(line: _Line) -> Usage:
    return Usage(
        input_tokens=count(line.prompt_eval_count),
        output_tokens=count(line.eval_count),
        cached_tokens=count(line.prompt_eval_cached_count),
    )


class _Tag(msgspec.Struct):
    name: str
    capabilities: list[str] | None = None  # since 2026


class _Tags(msgspec.Struct):
    models: list[_Tag]


def models(reply: bytes) -> ModelPage:
    said = decode(reply.decode("utf-8", "replace"), _Tags)
    return ModelPage(tuple(ModelInfo(tag.name, tag.name) for tag in said.models if _writes(tag.capabilities)))


def _writes(capabilities: list[str] | None) -> bool:
    """Models that only embed or draw are left out."""
    return not capabilities or "completion" in capabilities


class _Shown(msgspec.Struct):
    capabilities: list[str] | None = None
    model_info: dict[str, object] | None = None


def _shown(model: ModelInfo, reply: bytes) -> ModelInfo | None:
    said = decode(reply.decode("utf-8", "replace"), _Shown)
    if not _writes(said.capabilities):
        return None
    limits = (value for name, value in (said.model_info or {}).items() if name.endswith(".context_length"))
    return replace(model, context_tokens=next(map(count, limits), None))


ADAPTER: Final[Adapter] = Adapter(
    url=url,
    body=body,
    headers=headers,
    reader=lambda request: ChatReader(request.messages),
    tunable={},
    models_url=models_url,
    models=models,
    framing=Framing.LINES,
    look_up=LookUp(
        url=lambda endpoint: f"{_root(endpoint)}/api/show",
        body=lambda model: {"model": model.id},
        read=_shown,
    ),
)
