"""Reads the answers of the dialect `openai-responses`: its events, or one whole response."""

from __future__ import annotations

from typing import Final

import msgspec

from orchestrator_desktop.domain.attempts import AttemptState
from orchestrator_desktop.domain.errors import ProviderError
from orchestrator_desktop.domain.messages import Usage
from orchestrator_desktop.providers.address import host
from orchestrator_desktop.providers.base import Closed, Event, ReasoningDelta, Remote, Request, TextDelta, UsageSeen
from orchestrator_desktop.providers.errors import Fault, read_fault, said_in_stream
from orchestrator_desktop.providers.wire import count, decode, micro


class _InputDetails(msgspec.Struct):
    cached_tokens: object = None
    cache_write_tokens: object = None


class _OutputDetails(msgspec.Struct):
    reasoning_tokens: object = None


class _Usage(msgspec.Struct):
    input_tokens: object = None
    output_tokens: object = None
    input_tokens_details: _InputDetails | None = None
    output_tokens_details: _OutputDetails | None = None
    cost: object = None
    """OpenRouter: what it charged, in US dollars."""


class _Incomplete(msgspec.Struct):
    reason: str | None = None


class _Response(msgspec.Struct):
    id: object = None
    model: str | None = None
    status: str | None = None
    output: list[object] | None = None
    usage: _Usage | None = None
    error: object = None
    incomplete_details: _Incomplete | None = None


class _Event(msgspec.Struct):
    """Any event: what an unknown one holds under a known name may be anything."""

    type: str = ""
    sequence_number: object = None
    summary_index: object = None
    delta: object = None
    text: object = None
    refusal: object = None
    part: object = None
    item: object = None
    response: object = None


_INCOMPLETE: Final = {
    "max_output_tokens": AttemptState.TRUNCATED,
    "content_filter": AttemptState.REFUSED,
}
_ENDS: Final = frozenset(("completed", "incomplete", "failed", "cancelled", "error"))


class ResponseReader:
    """Reads one response. Text comes in deltas and is then repeated whole, by part, by item and at the end: of the
    repetitions only what is beyond the deltas is taken. Counts are of characters."""

    def __init__(self, request: Request) -> None:
        resumed = request.resume
        self.model: str | None = None
        self.answer_id: str | None = resumed.id if resumed else None
        self.done = False
        self._kept = request.background or resumed is not None
        self._told: Remote | None = None
        self._sequence = resumed.sequence if resumed else None
        # Resumed without a number, the stream begins anew and repeats what the caller holds.
        self._midway = self._sequence is not None
        self._heard = self._sequence
        self._have = request.have if resumed else 0
        self._read = self._have if self._midway else 0
        self._of_part = self._of_item = 0
        self._in_deltas = False
        # OpenAI says itself that an answer was cut at its limit; llama.cpp calls it completed.
        self._limit = None if host(request.endpoint.base_url) == "api.openai.com" else request.options.max_tokens
        self._refusal = ""
        self._refused = False
        self._end: Closed | None = None
        self._error: ProviderError | None = None

    @property
    def settled(self) -> bool:
        return self._refused or self._end is not None

    def read(self, data: str) -> list[Event]:
        if data.strip() == "[DONE]":
            return []  # not of this protocol, and proves nothing
        event = decode(data, _Event)
        if self._is_heard(event):
            return []
        if event.type == "response.output_text.delta":
            self._in_deltas = True
            events = self._text(event.delta)
        elif event.type:
            events = self._event(event, data)
        else:
            events = self._whole(data)
        return events + self._progress(event.sequence_number) if self._kept else events

    def close(self, cut: str) -> list[Event]:
        if self._error is not None:
            raise self._error
        if self._end is not None:
            return [self._end]
        return [Closed(AttemptState.REFUSED, self._refusal) if self._refused else Closed(AttemptState.INTERRUPTED, cut)]

    def _is_heard(self, event: _Event) -> bool:
        """Whether it comes again, from a server that begins anew whatever number it was asked to go on after. An end
        counts at any number."""
        number = count(event.sequence_number)
        if self._heard is None or number is None or number > self._heard:
            return False
        return event.type.removeprefix("response.") not in _ENDS

    def _event(self, event: _Event, data: str) -> list[Event]:
        match event.type.removeprefix("response."):
            case "created" | "queued" | "in_progress":
                self._name(msgspec.convert(event.response or {}, _Response))
            case "completed" | "incomplete" | "failed" | "cancelled" as status:
                return self._ended(msgspec.convert(event.response or {}, _Response), status)
            case "error":
                raise said_in_stream(read_fault(decode(data, object)) or Fault(data))
            case "reasoning_summary_text.delta" | "reasoning_text.delta":
                return [] if self._repeats else _thought(event.delta)
            case "reasoning_summary_part.added" if event.summary_index:
                return [] if self._repeats else [ReasoningDelta("\n\n")]
            case "refusal.delta" | "refusal.done":
                self._refuse(event)
            case _:
                return self._repeated(event)
        return []

    @property
    def _repeats(self) -> bool:
        """Begun anew, the stream is still at what the caller holds; thoughts come before the text."""
        return self._read < self._have

    def _text(self, said: object) -> list[Event]:
        """`said`, as far as it is text, and beyond what the caller holds."""
        if not isinstance(said, str) or not said:
            return []
        at, size = self._read, len(said)
        self._read += size
        self._of_part += size
        self._of_item += size
        if at >= self._have:
            return [TextDelta(said)]
        new = said[self._have - at :]
        return [TextDelta(new)] if new else []

    def _repeated(self, event: _Event) -> list[Event]:
        """What a part or an item was, now that it ends. Midway through an answer nobody knows where they began."""
        match event.type.removeprefix("response."):
            case "content_part.added":
                self._of_part = 0
            case "output_item.added":
                self._of_part = self._of_item = 0
            case "output_text.done" if not self._midway and isinstance(event.text, str):
                return self._text(event.text[self._of_part :])
            case "content_part.done" if not self._midway:
                return self._text(_said([event.part], "text")[self._of_part :])
            case "output_item.done" if not self._midway:
                return self._text(_said(_content(event.item), "text")[self._of_item :])
        return []

    def _refuse(self, event: _Event) -> None:
        """A refusal is the reason of the end, not the text."""
        if event.type == "response.refusal.done":
            self._refused = True
            self._refusal = event.refusal if isinstance(event.refusal, str) and event.refusal else self._refusal
        elif isinstance(event.delta, str):
            self._refusal += event.delta

    def _whole(self, data: str) -> list[Event]:
        """An answer in one piece, finished or not; or an error without a name."""
        said = decode(data, object)
        fault = None if isinstance(said, dict) and isinstance(said.get("output"), list) else read_fault(said)
        if fault is not None:
            raise said_in_stream(fault)
        response = msgspec.convert(said, _Response)
        if response.status is None:
            return []
        thoughts = [] if self._have else [event for item in response.output or () for event in _thoughts(item)]
        return thoughts + self._ended(response, response.status)

    def _ended(self, response: _Response, status: str) -> list[Event]:
        self._name(response)
        self.done = True
        counted: list[Event] = [] if response.usage is None else [UsageSeen(_usage(response.usage))]
        if status == "failed":
            # Raised at the close: what it counts is heard first.
            self._error = said_in_stream(read_fault({"error": response.error}) or Fault("the answer failed"))
            return counted
        parts = [part for item in response.output or () for part in _content(item)]
        self._refusal = self._refusal or _said(parts, "refusal")
        self._end = self._closed(response, status)
        return self._text(self._left_out(_said(parts, "text"))) + counted

    def _left_out(self, text: str) -> str:
        """What `text`, the whole, has beyond what came. Midway that is a matter of what the caller counted: where the
        rest came in deltas, they are believed."""
        return "" if self._midway and self._in_deltas else text[self._read :]

    def _closed(self, response: _Response, status: str) -> Closed:
        reason = (response.incomplete_details.reason if response.incomplete_details else None) or status
        if status == "completed" and self._at_limit(response.usage):
            status, reason = "incomplete", "max_output_tokens"
        if status == "completed":
            state = AttemptState.REFUSED if self._refusal else AttemptState.COMPLETE
        elif status == "incomplete":
            state = AttemptState.REFUSED if self._refused else _INCOMPLETE.get(reason, AttemptState.INTERRUPTED)
        else:  # cancelled; or queued, in progress: asked for again, it may have gone on
            state = AttemptState.INTERRUPTED
        return Closed(state, (self._refusal or reason) if state is AttemptState.REFUSED else reason)

    def _at_limit(self, usage: _Usage | None) -> bool:
        written = None if usage is None else count(usage.output_tokens)
        return written is not None and self._limit is not None and written >= self._limit

    def _name(self, response: _Response) -> None:
        self.model = self.model or response.model
        self.answer_id = self.answer_id or (response.id if isinstance(response.id, str) else None)

    def _progress(self, sequence_number: object) -> list[Event]:
        """Where to go on from, if that has changed. The first events of a background answer may have no number."""
        number = count(sequence_number)
        if number is not None and (self._sequence is None or number > self._sequence):
            self._sequence = number
        if self.answer_id is None or (self._told is not None and self._told.sequence == self._sequence):
            return []
        self._told = Remote(self.answer_id, self._sequence)
        return [self._told]


def _content(item: object, field: str = "content", kind: str = "message") -> list[object]:
    """The parts of an item of that kind; none of any other item, whatever it is made of."""
    parts = item.get(field) if isinstance(item, dict) and item.get("type") == kind else None
    return parts if isinstance(parts, list) else []


def _said(parts: list[object], field: str) -> str:
    """The texts of `parts` that are of the answer, or what they say to refuse one."""
    texts = [part.get(field) for part in parts if isinstance(part, dict) and part.get("type") != "reasoning_text"]
    return "".join(text for text in texts if isinstance(text, str))


def _thoughts(item: object) -> list[Event]:
    parts = _content(item, "summary", "reasoning") or _content(item, "content", "reasoning")
    return [event for part in parts if isinstance(part, dict) for event in _thought(part.get("text"))]


def _thought(said: object) -> list[Event]:
    return [ReasoningDelta(said)] if isinstance(said, str) and said else []


def _usage(said: _Usage) -> Usage:
    output = count(said.output_tokens)
    reasoning = count(said.output_tokens_details.reasoning_tokens) if said.output_tokens_details else None
    details = said.input_tokens_details or _InputDetails()
    return Usage(
        input_tokens=count(said.input_tokens),
        output_tokens=output,
        cached_tokens=count(details.cached_tokens),
        cache_write_tokens=count(details.cache_write_tokens),
        reasoning_tokens=reasoning if output is None or reasoning is None else min(reasoning, output),
        cost_micro=micro(said.cost),
    )
