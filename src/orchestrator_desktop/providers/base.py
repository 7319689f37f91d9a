"""What every dialect is made of: requests, events, and the functions one adapter gives (docs/providers.md)."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass
from enum import Enum, StrEnum
from typing import Protocol

from orchestrator_desktop.domain.attempts import AttemptState
from orchestrator_desktop.domain.errors import ProviderErrorKind
from orchestrator_desktop.domain.messages import Message, Options, Usage
from orchestrator_desktop.domain.secret import Secret

Json = dict[str, object]
"""One JSON object."""


class Dialect(StrEnum):
    """The protocols spoken; the value is stored and typed on the command line."""

    OPENAI_CHAT = "openai-chat"
    OPENAI_RESPONSES = "openai-responses"
    ANTHROPIC = "anthropic"
    GEMINI = "gemini"
    OLLAMA = "ollama"


class Framing(Enum):
    """How a dialect cuts its answers into frames. One whole JSON value instead is understood in both."""

    EVENTS = "server-sent events"
    LINES = "one JSON object a line"


@dataclass(frozen=True, slots=True)
class Endpoint:
    """Where a provider listens. `base_url` has passed `address.check_base_url`."""

    name: str
    dialect: Dialect
    base_url: str


@dataclass(frozen=True, slots=True)
class Remote:
    """An event, and a place to go on from: the provider keeps the answer under `id`, and everything up to the event
    numbered `sequence` has been given (None: it has numbered none yet)."""

    id: str
    sequence: int | None


@dataclass(frozen=True, slots=True)
class Request:
    """One question, whole: what `Adapter.body` makes of it is exactly what leaves the machine.

    `attempt_key` is our own random id of the attempt; `local` lets `options.extra` through. `background` asks the
    provider to go on without us and to keep the answer (`Adapter.kept`; without meaning for other dialects).
    `resume` takes such an answer up again: nothing is asked, and the caller already holds `have` characters of text.
    """

    attempt_key: str
    endpoint: Endpoint
    model: str
    messages: tuple[Message, ...]
    options: Options
    local: bool
    background: bool = False
    resume: Remote | None = None
    have: int = 0


@dataclass(frozen=True, slots=True)
class Sending:
    """A request about to leave: `url` without its query, `size` of the body in bytes."""

    method: str
    url: str
    size: int


OnSending = Callable[[Sending], Awaitable[None]]
"""Awaited when the connection stands and nothing of the request has left; where it raises, nothing does."""


async def unrecorded(sending: Sending) -> None:
    """The OnSending of those who keep no record."""


@dataclass(frozen=True, slots=True)
class Opened:
    """The provider has accepted and begins; both values as far as it names them."""

    request_id: str | None
    model: str | None


@dataclass(frozen=True, slots=True)
class Named:
    """The model that answers, where `Opened` could not name it (llama.cpp tells it with the end of a response)."""

    model: str


@dataclass(frozen=True, slots=True)
class TextDelta:
    """More of the visible answer; never empty."""

    text: str


@dataclass(frozen=True, slots=True)
class ReasoningDelta:
    """More of what the model thinks aloud; never empty."""

    text: str


@dataclass(frozen=True, slots=True)
class UsageSeen:
    """The token counts so far: each one replaces the one before."""

    usage: Usage


@dataclass(frozen=True, slots=True)
class Waiting:
    """A sign of life without content (a keep-alive): the stall clock goes on."""


@dataclass(frozen=True, slots=True)
class Closed:
    """The end of a stream that did not raise. `reason`: the provider's word, its refusal, or how it was cut."""

    state: AttemptState
    reason: str


Event = Opened | Named | TextDelta | ReasoningDelta | UsageSeen | Waiting | Remote | Closed


@dataclass(frozen=True, slots=True)
class ModelInfo:
    """A model a provider offers; limits in tokens, prices in micro-dollars for a million tokens. None where it does
    not say."""

    id: str
    name: str
    context_tokens: int | None = None
    output_tokens: int | None = None
    input_micro: int | None = None
    output_micro: int | None = None


@dataclass(frozen=True, slots=True)
class ProbeResult:
    """What the Test button shows. `ms` to the first sign of an answer; `kind` and `detail` when not `ok`."""

    ok: bool
    ms: int
    model: str
    kind: ProviderErrorKind | None = None
    detail: str = ""


class Reader(Protocol):
    """Turns the frames of one answer into events: no network, no clock. One per answer.

    `read` takes the data of one frame and may raise ProviderError (the provider said so) or a msgspec error
    (not the protocol). `close` gives what was held back, then exactly one Closed; `cut` says in words why no
    more comes, and is the reason where the protocol's own terminal signal is missing. It may raise ProviderError where
    the end shows that not all of the question was read.
    """

    @property
    def model(self) -> str | None:
        """The model that answers, as the provider names it."""

    @property
    def answer_id(self) -> str | None:
        """The provider's id of the answer, for want of a request id in the headers."""

    @property
    def settled(self) -> bool:
        """The fate of the answer is known; only usage may follow."""

    @property
    def done(self) -> bool:
        """Nothing can follow: stop reading."""

    def read(self, data: str) -> Sequence[Event]: ...

    def close(self, cut: str) -> Sequence[Event]: ...


@dataclass(frozen=True, slots=True)
class ModelPage:
    """Some models, and what `Adapter.models_url` takes to ask for the next ones (None: these were the last)."""

    models: tuple[ModelInfo, ...]
    after: str | None = None


@dataclass(frozen=True, slots=True)
class LookUp:
    """For lists that name models and little more: a POST for each of them. `read` gives what is now known of it,
    None for a model that writes no text."""

    url: Callable[[Endpoint], str]
    body: Callable[[ModelInfo], Json]
    read: Callable[[ModelInfo, bytes], ModelInfo | None]


@dataclass(frozen=True, slots=True)
class Kept:
    """Where answers are found that the provider goes on with by itself: a GET to `resume_url` streams the rest, a POST
    to `cancel_url` ends it."""

    resume_url: Callable[[Endpoint, Remote], str]
    cancel_url: Callable[[Endpoint, str], str]


@dataclass(frozen=True, slots=True)
class Adapter:
    """A dialect as pure functions. `tunable` names the settings a model may reject, and what to send instead:
    another parameter's name, or None to leave it out."""

    url: Callable[[Request], str]
    body: Callable[[Request], Json]
    headers: Callable[[Secret | None], dict[str, str]]
    reader: Callable[[Request], Reader]
    tunable: Mapping[str, str | None]
    models_url: Callable[[Endpoint, str | None], str]
    models: Callable[[bytes], ModelPage]
    framing: Framing = Framing.EVENTS
    look_up: LookUp | None = None
    kept: Kept | None = None
