"""Asks a provider as the engine does, and keeps what was heard."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterator
from contextlib import aclosing
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any, TypeVar

from orchestrator_desktop.domain.attempts import AttemptState
from orchestrator_desktop.domain.errors import ProviderError, ProviderErrorKind
from orchestrator_desktop.domain.messages import Message, Options, Role, Usage
from orchestrator_desktop.domain.secret import Secret
from orchestrator_desktop.providers.answer import Answer
from orchestrator_desktop.providers.base import (
    Closed,
    Dialect,
    Endpoint,
    Event,
    OnSending,
    Opened,
    ReasoningDelta,
    Request,
    TextDelta,
    UsageSeen,
    Waiting,
    unrecorded,
)
from orchestrator_desktop.providers.http import Client, open_client
from orchestrator_desktop.providers.registry import adapter
from orchestrator_desktop.providers.silence import Patience, Silence
from orchestrator_desktop.providers.stream import stream
from tests.fakes.answers import anthropic, gemini, ollama, openai_chat, openai_responses
from tests.fakes.replay import ReplayServer, Reply, events, lines

T = TypeVar("T", bound=Event)

KEY = Secret("sk-live-0123456789abcdef")
PATIENT = Patience(first=20, between=20)
HASTY = Patience(first=0.05, between=0.05)
NOW = datetime(2026, 11, 3, 12, tzinfo=UTC)

GOOD: dict[Dialect, Callable[[str], Reply]] = {
    Dialect.OPENAI_CHAT: openai_chat,
    Dialect.OPENAI_RESPONSES: openai_responses,
    Dialect.ANTHROPIC: anthropic,
    Dialect.GEMINI: gemini,
    Dialect.OLLAMA: ollama,
}
"""A whole answer of four pieces of text, as the provider itself streams it."""

OPENING: dict[Dialect, Reply] = {
    Dialect.OPENAI_CHAT: Reply(openai_chat("Hello").pieces[:1]),
    Dialect.OPENAI_RESPONSES: Reply(openai_responses("Hello").pieces[:1]),
    Dialect.ANTHROPIC: Reply(anthropic("Hello").pieces[:1]),
    Dialect.GEMINI: events({"candidates": [{"content": {"role": "model"}}], "modelVersion": "m", "responseId": "r"}),
    Dialect.OLLAMA: lines({"model": "m", "message": {"role": "assistant", "content": ""}, "done": False}),
}
"""A first frame without a word."""

PROOF: dict[Dialect, bytes] = {
    Dialect.OPENAI_CHAT: b'"finish_reason": "stop"',
    Dialect.OPENAI_RESPONSES: b'"type": "response.completed"',
    Dialect.ANTHROPIC: b'"type": "message_stop"',
    Dialect.GEMINI: b'"finishReason": "STOP"',
    Dialect.OLLAMA: b'"done_reason": "stop"',
}
"""What stands in the frame that proves the end of a whole answer."""

_PATHS: dict[Dialect, str] = {
    Dialect.OPENAI_CHAT: "/v1",
    Dialect.OPENAI_RESPONSES: "/v1",
    Dialect.ANTHROPIC: "",
    Dialect.GEMINI: "/v1beta",
    Dialect.OLLAMA: "",
}
DIALECTS = list(Dialect)


@dataclass
class Heard:
    """The events of one answer, and the error that ended it, if one did."""

    events: list[Event] = field(default_factory=list)
    error: ProviderError | None = None

    def every(self, kind: type[T]) -> list[T]:
        return [event for event in self.events if isinstance(event, kind)]

    @property
    def text(self) -> str:
        return "".join(event.text for event in self.every(TextDelta))

    @property
    def reasoning(self) -> str:
        return "".join(event.text for event in self.every(ReasoningDelta))

    @property
    def usage(self) -> Usage | None:
        seen = self.every(UsageSeen)
        return seen[-1].usage if seen else None

    @property
    def opened(self) -> Opened:
        (event,) = self.every(Opened)
        assert next(e for e in self.events if not isinstance(e, Waiting)) is event, "something came before Opened"
        return event

    @property
    def closed(self) -> Closed:
        assert self.error is None, self.error
        (event,) = self.every(Closed)
        assert self.events[-1] is event, "something came after Closed"
        return event

    @property
    def state(self) -> AttemptState:
        return self.closed.state

    @property
    def kind(self) -> ProviderErrorKind:
        assert self.error is not None, f"no error: {self.events[-1:]}"
        assert not self.every(Closed), "both an error and Closed"
        return self.error.kind


def endpoint(server: ReplayServer, dialect: Dialect = Dialect.OPENAI_CHAT) -> Endpoint:
    return Endpoint("p", dialect, f"http://127.0.0.1:{server.port}{_PATHS[dialect]}")


def until(dialect: Dialect, heard: str, of: str) -> Reply:
    """The answer `of`, broken off as soon as `heard` is out."""
    pieces = GOOD[dialect](of).pieces
    return next(
        Reply(pieces[:number])
        for number in range(len(pieces))
        if read(dialect, Reply(pieces[:number]).body).text == heard
    )


def question(place: Endpoint, *, options: Options | None = None, local: bool = False, model: str = "m") -> Request:
    messages = (Message(Role.SYSTEM, "Be brief."), Message(Role.USER, "Say hello."))
    return Request("attempt-1", place, model, messages, options or Options(), local)


class Hours(asyncio.SelectorEventLoop):
    """An event loop whose clock can be put forward, so that tests of patience need none."""

    skipped = 0.0

    def time(self) -> float:
        return super().time() + self.skipped

    def skip(self) -> None:
        self.skipped += 3600


When = Callable[[Heard], bool]


_GATHERED = 0.05
"""Seconds after which a stream that has heard something waits for the network, and no longer lets bytes gather."""


def ask(
    *requests: Request,
    key: Secret | None = KEY,
    patience: Patience = PATIENT,
    stop_after: int | None = None,
    silence_when: When = lambda heard: False,
    slow_reader: bool = False,
    sending: OnSending = unrecorded,
) -> list[Heard]:
    """Ask one after the other through one client.

    `stop_after` hangs up after so many events; when `silence_when` is true an hour passes in the wait that follows;
    a `slow_reader` takes an hour over each event.
    """
    loop = Hours()

    async def one(request: Request, client: Client) -> Heard:
        heard = Heard()
        try:
            asked = stream(request, key, client, patience=patience, now=lambda: NOW, sending=sending)
            async with aclosing(asked) as events:
                async for event in events:
                    heard.events.append(event)
                    if len(heard.events) == stop_after:
                        break
                    if silence_when(heard):
                        loop.call_later(_GATHERED, loop.skip)
                    if slow_reader:
                        loop.skip()
        except ProviderError as error:
            heard.error = error
        return heard

    async def run() -> list[Heard]:
        async with open_client() as client:
            return [await one(request, client) for request in requests]

    with asyncio.Runner(loop_factory=lambda: loop) as runner:
        return runner.run(run())


def ask_once(server: ReplayServer, dialect: Dialect = Dialect.OPENAI_CHAT, **options: Any) -> Heard:
    (heard,) = ask(question(endpoint(server, dialect)), **options)
    return heard


def read(dialect: Dialect, *chunks: bytes, cut: str = "cut", asked: Request | None = None) -> Heard:
    """What an answer of these bytes is heard as, without any network."""
    heard = Heard()
    wire = adapter(dialect)
    asked = asked or question(Endpoint("p", dialect, "http://localhost"))
    answer = Answer(wire.reader(asked), wire.framing, None, Silence(1), PATIENT, held=asked.have > 0)

    def events() -> Iterator[Event]:
        for chunk in chunks:
            if answer.done:
                break
            yield from answer.take(chunk)
        yield from answer.end(cut)

    try:
        for event in events():
            heard.events.append(event)
    except ProviderError as error:
        heard.error = error
    return heard
