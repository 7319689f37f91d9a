"""One attempt from top to bottom: its line, its answer, its end. Every way ends in exactly one `finish`."""

from __future__ import annotations

import asyncio
import secrets
from contextlib import aclosing, suppress
from dataclasses import dataclass, replace

from orchestrator_desktop.domain.attempts import AttemptState
from orchestrator_desktop.domain.endings import EndReason
from orchestrator_desktop.domain.errors import ProviderError
from orchestrator_desktop.engine import endings
from orchestrator_desktop.engine.arrivals import Arrivals
from orchestrator_desktop.engine.bugs import Bugs
from orchestrator_desktop.engine.connections import Connections, Line
from orchestrator_desktop.engine.endings import Heard
from orchestrator_desktop.engine.limits import Limits
from orchestrator_desktop.engine.notices import OnChunk
from orchestrator_desktop.engine.pen import DiskError, Pen
from orchestrator_desktop.operations import attempts
from orchestrator_desktop.operations.attempts import Claim, Ending
from orchestrator_desktop.providers.base import Closed, Event, Opened, ReasoningDelta, Request, TextDelta, UsageSeen


@dataclass(frozen=True, slots=True)
class Tools:
    """What every run needs."""

    connections: Connections
    pen: Pen
    bugs: Bugs
    limits: Limits
    on_chunk: OnChunk


class Run:
    """Runs one claim, on the engine's loop. `text` may be read from any thread."""

    def __init__(self, claim: Claim, tools: Tools) -> None:
        self.claim = claim
        self._tools = tools
        self._arrivals = Arrivals(claim.attempt_id, tools.pen, tools.on_chunk, tools.limits)
        self._heard = Heard()
        self._closed: Closed | None = None
        self._answer: asyncio.Task[None] | None = None
        self._stopped: EndReason | None = None
        self._quitting = asyncio.Event()

    @property
    def text(self) -> str:
        return self._arrivals.text

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
        # Whether to try again unasked would be decided here: state, kind and `retry_after` are in the ending.
        await self._finish(ending)

    async def _ending(self) -> Ending:
        self._answer = asyncio.create_task(self._listen())
        if self._stopped is not None:
            self._answer.cancel()
        error = await _outcome(self._answer)
        await self._close_arrivals()
        claim, heard = self.claim, replace(self._heard, text=self.text, reasoning=self._arrivals.reasoning)
        match error:
            case _ if self._closed is not None:
                return endings.closed(claim, heard, self._closed)
            case ProviderError():
                return endings.broken_off(claim, heard, error)
            case asyncio.CancelledError():
                return endings.stopped(claim, heard, self._stopped or EndReason.APP_ENDED)
            case _:
                unforeseen = error or RuntimeError("an answer without an end")
                self._tools.bugs.say(unforeseen)
                return endings.failed_by_us(claim, heard, unforeseen)

    async def _listen(self) -> None:
        claim = self.claim
        async with self._tools.connections.to(claim.provider, claim.model) as line:
            from orchestrator_desktop.providers.stream import stream

            self._heard.sent = True
            async with aclosing(stream(self._request(line), line.key, line.client)) as events:
                async for event in events:
                    self._take(event)

    def _request(self, line: Line) -> Request:
        claim = self.claim
        return Request(secrets.token_hex(8), line.endpoint, line.model, claim.messages, claim.options, line.local)

    def _take(self, event: Event) -> None:
        match event:
            case TextDelta(text):
                self._arrivals.add(text=text)
            case ReasoningDelta(text):
                self._arrivals.add(reasoning=text)
            case UsageSeen(usage):
                self._heard.usage = usage
            case Opened(request_id, model):
                self._heard.opened = True
                self._heard.request_id, self._heard.model = request_id, model
            case Closed():
                self._closed = event

    async def _close_arrivals(self) -> None:
        try:
            await self._arrivals.close()
        except Exception as error:  # noqa: BLE001 - a bug in saving must not cost the ending, which writes the whole text
            self._tools.bugs.say(error)

    async def _finish(self, ending: Ending) -> None:
        """Write the ending, again and again while the disk does not take it: the text lives in memory until then."""
        while True:
            try:
                await self._tools.pen.write(attempts.finish, attempt_id=self.claim.attempt_id, ending=ending)
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


async def _outcome(task: asyncio.Task[None]) -> BaseException | None:
    """What `task` raised, cancellation included; None where it came to its end."""
    await asyncio.wait((task,))
    return asyncio.CancelledError() if task.cancelled() else task.exception()
