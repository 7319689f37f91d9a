"""One attempt from top to bottom: its line, its answer, its end. Every way ends in exactly one `finish`."""

from __future__ import annotations

import asyncio
import random
import secrets
from contextlib import aclosing, suppress
from dataclasses import dataclass, replace
from functools import partial

from orchestrator_desktop.domain.attempts import AttemptState
from orchestrator_desktop.domain.delegate import Provider
from orchestrator_desktop.domain.endings import EndReason
from orchestrator_desktop.domain.errors import ProviderError
from orchestrator_desktop.domain.messages import Usage
from orchestrator_desktop.domain.money import CostSource
from orchestrator_desktop.engine import endings
from orchestrator_desktop.engine.arrivals import Arrivals
from orchestrator_desktop.engine.bugs import Bugs
from orchestrator_desktop.engine.connections import Connections, Line
from orchestrator_desktop.engine.departures import Departures
from orchestrator_desktop.engine.endings import Heard
from orchestrator_desktop.engine.limits import Limits
from orchestrator_desktop.engine.mending import Mending
from orchestrator_desktop.engine.notices import OnChunk, OnNotice
from orchestrator_desktop.engine.pen import DiskError, Pen
from orchestrator_desktop.engine.pricing import settled
from orchestrator_desktop.engine.saving import Saver
from orchestrator_desktop.operations import attempts
from orchestrator_desktop.operations.attempts import Ending, Place
from orchestrator_desktop.operations.claiming import Claim
from orchestrator_desktop.operations.sentlog import Departure
from orchestrator_desktop.providers.base import (
    Closed,
    Dialect,
    Event,
    Named,
    Opened,
    ReasoningDelta,
    Remote,
    Request,
    Sending,
    TextDelta,
    UsageSeen,
)
from orchestrator_desktop.providers.silence import LOCAL, REMOTE, Patience


@dataclass(frozen=True, slots=True)
class Tools:
    """What every run needs."""

    connections: Connections
    pen: Pen
    saver: Saver
    departures: Departures
    bugs: Bugs
    limits: Limits
    on_chunk: OnChunk
    on_notice: OnNotice


class Run:
    """Runs one claim, on the engine's loop. `text` and `reasoning` may be read from any thread."""

    def __init__(self, claim: Claim, tools: Tools) -> None:
        self.claim = claim
        self._tools = tools
        self._arrivals = Arrivals(
            claim.attempt_id, tools.saver, tools.on_chunk, tools.limits, text=claim.text, reasoning=claim.reasoning
        )
        self._heard = Heard(begun=bool(claim.text[claim.lead :] or claim.reasoning))
        self._answer_text, self._thoughts = Mending(claim, joins=True), Mending(claim, joins=False)
        self._place = None if claim.remote_id is None else Place(claim.remote_id, claim.sequence)
        self._closed: Closed | None = None
        self.ending: Ending | None = None
        """How it ended; None while it runs, and where its provider goes on without us."""
        self._answer: asyncio.Task[None] | None = None
        self._stopped: EndReason | None = None
        self._quitting = asyncio.Event()

    @property
    def text(self) -> str:
        return self._arrivals.text

    @property
    def reasoning(self) -> str:
        return self._arrivals.reasoning

    def stop(self, reason: EndReason) -> None:
        """Hang up now. An end that the provider has already given counts all the same."""
        if self._stopped is None:
            self._stopped = reason
            if self._answer is not None:
                self._answer.cancel()

    def quit(self) -> None:
        """The app quits: hang up, and what the disk does not take now, it never will."""
        self._quitting.set()
        self.stop(EndReason.APP_ENDED)

    async def run(self) -> None:
        ending = await self._ending()
        if self._goes_on_without_us():
            await self._leave()
            return
        if ending.cost_source is None:
            usage, source = await self._settled(ending.usage)
            ending = replace(ending, usage=usage, cost_source=source)
        self.ending = ending
        await self._finish(ending)

    async def _ending(self) -> Ending:
        self._answer = asyncio.create_task(self._listen())
        if self._stopped is not None:
            self._answer.cancel()
        error = await _outcome(self._answer)
        self._arrivals.add(text=self._answer_text.flush(), reasoning=self._thoughts.flush())
        await self._close_arrivals()
        claim, heard = self.claim, replace(self._heard, text=self.text, reasoning=self._arrivals.reasoning)
        match error:
            case _ if self._closed is not None:
                return endings.closed(claim, heard, self._closed)
            case ProviderError():
                return endings.broken_off(claim, heard, error)
            case asyncio.CancelledError():
                await self._cancel_there()
                return endings.stopped(claim, heard, self._stopped or EndReason.APP_ENDED)
            case _:
                unforeseen = error or RuntimeError("an answer without an end")
                self._tools.bugs.say(unforeseen)
                return endings.failed_by_us(claim, heard, unforeseen)

    async def _listen(self) -> None:
        claim = self.claim
        async with self._tools.connections.to(claim.provider, claim.model) as line:
            from orchestrator_desktop.providers.stream import stream

            self._answer_text.keep_out(line.key)
            self._thoughts.keep_out(line.key)
            request = self._request(line)
            patience = patience_of(claim.provider)
            events = stream(request, line.key, line.client, patience=patience, sending=self._sending)
            async with aclosing(events):
                async for event in events:
                    self._take(event)

    def _request(self, line: Line) -> Request:
        claim, place = self.claim, self._place
        return Request(
            secrets.token_hex(8),
            line.endpoint,
            line.model,
            claim.messages,
            claim.options,
            line.local,
            background=claim.provider.background and line.endpoint.dialect is Dialect.OPENAI_RESPONSES,
            resume=None if place is None else Remote(place.remote_id, place.sequence),
            have=len(_as_said(claim)),
        )

    async def _sending(self, sending: Sending, *, purpose: str = "") -> None:
        """A request is about to leave: it is in the log first, however long the disk makes it wait."""
        claim = self.claim
        line = Departure(
            purpose=purpose or ("delegation" if self._place is None else "resume"),
            provider=claim.provider.name,
            url=sending.url,
            size=sending.size,
            model=claim.model,
            task_id=claim.task_id,
            title=claim.title,
            attempt_id=claim.attempt_id,
        )
        while True:
            try:
                await self._tools.departures.log(line)
            except DiskError:
                await self._pause(self._tools.limits.again)
            else:
                self._heard.sent = True
                return

    def _take(self, event: Event) -> None:
        match event:
            case TextDelta(text):
                self._heard.begun = True
                self._arrivals.add(text=self._answer_text.feed(text))
            case ReasoningDelta(text):
                self._heard.begun = True
                self._arrivals.add(reasoning=self._thoughts.feed(text))
            case UsageSeen(usage):
                self._heard.usage = usage
            case Opened(request_id, model):
                self._heard.opened = True
                self._heard.request_id = request_id
                self._heard.model = model or self._heard.model
            case Named(model):
                self._heard.model = model
            case Remote(remote_id, sequence):
                self._place = Place(remote_id, sequence)
                if not (self._answer_text.holding or self._thoughts.holding):
                    self._arrivals.reached(self._place)
            case Closed():
                self._closed = event

    def _goes_on_without_us(self) -> bool:
        """The app quits, and the provider keeps the answer: the next start reads on."""
        return self._stopped is EndReason.APP_ENDED and self._closed is None and self._place is not None

    async def _leave(self) -> None:
        with suppress(DiskError):
            await self._tools.pen.write(attempts.leave, attempt_id=self.claim.attempt_id)

    async def _cancel_there(self) -> None:
        """Stopped by the user: a provider that goes on by itself is told; nothing hangs on whether it listens."""
        if self._stopped is not EndReason.STOPPED or self._place is None:
            return
        from orchestrator_desktop.providers.stream import cancel

        with suppress(ProviderError):
            async with self._tools.connections.to(self.claim.provider, self.claim.model) as line:
                log = partial(self._sending, purpose="cancel")
                await cancel(line.endpoint, self._place.remote_id, line.key, line.client, sending=log)

    async def _settled(self, usage: Usage) -> tuple[Usage, CostSource]:
        try:
            return await settled(self.claim, usage)
        except Exception as error:  # noqa: BLE001 - a bug in a price must not cost the ending
            self._tools.bugs.say(error)
            return usage, CostSource.UNKNOWN

    async def _close_arrivals(self) -> None:
        try:
            await self._arrivals.close()
        except Exception as error:  # noqa: BLE001 - a bug in saving must not cost the ending, which writes the whole text
            self._tools.bugs.say(error)

    async def _finish(self, ending: Ending) -> None:
        """Write the ending, again and again while the disk does not take it: the text lives in memory until then."""
        while True:
            try:
                await self._tools.pen.write(
                    attempts.finish,
                    attempt_id=self.claim.attempt_id,
                    ending=ending,
                    chance=random.random(),
                    pace=self._tools.limits.pace,
                )
                return
            except DiskError:
                if self._quitting.is_set():
                    return
                await self._pause(self._tools.limits.again)
            except Exception as error:  # noqa: BLE001 - the edge of the run: the engine goes on
                self._tools.bugs.say(error)
                if ending.error is EndReason.BUG:
                    return  # neither way can it be written; the next start finds it interrupted
                state = AttemptState.INTERRUPTED if ending.text else AttemptState.FAILED
                ending = replace(ending, state=state, error=EndReason.BUG, error_detail=type(error).__name__)

    async def _pause(self, seconds: float) -> None:
        """Wait before the next try; quitting makes it the last one, at once."""
        with suppress(TimeoutError):
            async with asyncio.timeout(seconds):
                await self._quitting.wait()


def _as_said(claim: Claim) -> str:
    """What was read of the answer before, as the provider wrote it: with the placeholders."""
    text = claim.text[claim.lead :]
    for placeholder, original in claim.replaced.items():
        text = text.replace(original, placeholder)
    return text


def patience_of(provider: Provider) -> Patience:
    """How long silence of `provider` is borne: as the user says, else as is usual for where it runs."""
    usual = REMOTE if provider.leaves_computer else LOCAL
    return Patience(provider.patience_first or usual.first, provider.patience_between or usual.between)


async def _outcome(task: asyncio.Task[None]) -> BaseException | None:
    """What `task` raised, cancellation included; None where it came to its end."""
    await asyncio.wait((task,))
    return asyncio.CancelledError() if task.cancelled() else task.exception()
