"""The bytes of one reply made into events: which decoder, what counts as a sign, how the answer ended. No network."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final, Protocol

import msgspec

from orchestrator_desktop.domain.attempts import AttemptState
from orchestrator_desktop.domain.errors import ProviderError, ProviderErrorKind
from orchestrator_desktop.domain.messages import Usage
from orchestrator_desktop.domain.untrusted import is_blank
from orchestrator_desktop.providers.base import (
    Closed,
    Event,
    Framing,
    Named,
    Opened,
    Reader,
    ReasoningDelta,
    TextDelta,
    UsageSeen,
    Waiting,
)
from orchestrator_desktop.providers.ndjson import BOM, NdjsonDecoder, looks_cut
from orchestrator_desktop.providers.silence import Patience, Silence
from orchestrator_desktop.providers.sse import Frame, KeepAlive, SseDecoder

_MAX_BODY: Final = 64 * 1024 * 1024
_SSE_STARTS: Final = (b"data", b"event", b"id", b"retry", b":", BOM)
_JSON_STARTS: Final = (b"{", b"[", BOM)
_GRACE_SECONDS: Final = 5.0
"""How long the token counts may take once the fate of the answer is known."""


class Answer:
    """One answer in the making. `request_id` is what the headers said; `held`: the caller has a part of it already."""

    def __init__(
        self,
        reader: Reader,
        framing: Framing,
        request_id: str | None,
        silence: Silence,
        patience: Patience,
        *,
        held: bool = False,
    ) -> None:
        self._reader = reader
        self._framing = framing
        self._request_id = request_id
        self._silence = silence
        self._patience = patience
        self._decoder: _Decoder | None = None
        self._size = 0
        self._opened = self._named = False
        self._visible = held
        self._usage: Usage | None = None
        self.begun = False
        """A word, visible or thought, has come."""

    @property
    def done(self) -> bool:
        return self._reader.done

    @property
    def settled(self) -> bool:
        return self._reader.settled

    def take(self, chunk: bytes) -> Iterator[Event]:
        """The events in `chunk`, one by one: those before a ProviderError (the provider reports one, or what came is
        not the protocol) still count."""
        self._size += len(chunk)
        if self._size > _MAX_BODY:
            raise ProviderError(ProviderErrorKind.GARBLED, f"a reply of more than {_MAX_BODY} bytes")
        if self._decoder is None:
            if not chunk.strip():
                return  # blank lines, sent by some to keep the connection open
            self._decoder = _decoder_for(chunk, self._framing)
        yield from self._read_all(self._decoder.feed(chunk))

    def end(self, cut: str) -> Iterator[Event]:
        """The last events, Closed among them; `cut` says why no more bytes come."""
        if self._decoder is not None and not self.done:
            yield from self._read_all(self._decoder.flush())
        if not self._opened:
            yield Opened(self._request_id, None)
        if not self._named and self._reader.model:
            yield Named(self._reader.model)
        for event in self._reader.close(cut):
            self._note([event])
            yield self._judged(event)

    def _read_all(self, items: Iterator[Frame | KeepAlive]) -> Iterator[Event]:
        for item in items:
            if self.done:
                break
            yield from self._read(item) if isinstance(item, Frame) else (Waiting(),)

    def _read(self, frame: Frame) -> Sequence[Event]:
        settled = self.settled
        try:
            events = self._reader.read(frame.data)
        except msgspec.MsgspecError as error:
            if frame.tail:
                return ()  # cut in the middle of an event
            raise ProviderError(ProviderErrorKind.GARBLED, f"{error}: {frame.data}") from None
        if len(events) == 1 and isinstance(events[0], Waiting):
            return events
        told = self._note(events) or self.done or self.settled is not settled
        if self._opened and not told:
            return events or (Waiting(),)  # a keep-alive in the shape of an event
        self._silence.broken(self._limit())
        if self._opened:
            return events
        self._opened, self._named = True, bool(self._reader.model)
        return [Opened(self._request_id or self._reader.answer_id, self._reader.model), *events]

    def _note(self, events: Sequence[Event]) -> bool:
        """Whether they bring anything: a word or a new count. Where to go on from moves with each keep-alive too."""
        told = False
        for event in events:
            if isinstance(event, TextDelta):
                self.begun = told = True
                self._visible = self._visible or not is_blank(event.text)
            elif isinstance(event, ReasoningDelta):
                self.begun = told = True
            elif isinstance(event, UsageSeen) and event.usage != self._usage:
                told, self._usage = True, event.usage
        return told

    def _limit(self) -> float:
        limit = self._patience.between if self.begun else self._patience.first
        return min(limit, _GRACE_SECONDS) if self.settled else limit

    def _judged(self, event: Event) -> Event:
        if isinstance(event, Closed) and event.state is AttemptState.COMPLETE and not self._visible:
            return replace(event, state=AttemptState.FAILED, reason=f"no text, though it ended with “{event.reason}”")
        return event


class _Decoder(Protocol):
    def feed(self, chunk: bytes) -> Iterator[Frame | KeepAlive]: ...

    def flush(self) -> Iterator[Frame | KeepAlive]: ...


class _WholeJson:
    """A server that answers in one piece though a stream was asked for."""

    def __init__(self) -> None:
        self._body = bytearray()

    def feed(self, chunk: bytes) -> Iterator[Frame | KeepAlive]:
        self._body += chunk
        return iter(())

    def flush(self) -> Iterator[Frame | KeepAlive]:
        text = self._body.decode("utf-8", "replace").strip()
        yield Frame(text, looks_cut(text))


def _decoder_for(start: bytes, framing: Framing) -> _Decoder:
    """By the first bytes, however few: the content types that servers declare are not to be relied on."""
    start = start.lstrip()
    if framing is Framing.LINES:
        if _begins(start, _JSON_STARTS):
            return NdjsonDecoder()
    elif start.startswith((b"{", b"[")):
        return _WholeJson()
    elif _begins(start, _SSE_STARTS):
        return SseDecoder()
    raise ProviderError(ProviderErrorKind.GARBLED, f"no answer but: {start[:2000].decode('utf-8', 'replace')}")


def _begins(start: bytes, words: tuple[bytes, ...]) -> bool:
    return start.startswith(words) or any(word.startswith(start) for word in words)
