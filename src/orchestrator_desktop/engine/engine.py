"""The engine: takes what is queued, runs it, stops what is to be stopped, and finds what dead processes left."""

from __future__ import annotations

import asyncio
from concurrent.futures import Future
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Final

from orchestrator_desktop.domain.changes import Changes, Kind
from orchestrator_desktop.domain.endings import EndReason
from orchestrator_desktop.domain.errors import UserError
from orchestrator_desktop.domain.ids import AttemptId, DelegationId
from orchestrator_desktop.engine.alarms import Alarms
from orchestrator_desktop.engine.loop import Loop
from orchestrator_desktop.engine.offline import Lookout
from orchestrator_desktop.engine.pen import ORIGIN, DiskError
from orchestrator_desktop.engine.pricing import look_up_queued
from orchestrator_desktop.engine.run import Run, Tools
from orchestrator_desktop.operations import attempts, recovery
from orchestrator_desktop.operations.claiming import Claim, claim
from orchestrator_desktop.operations.writer import Writer
from orchestrator_desktop.store import delegations as reading
from orchestrator_desktop.store import queue

if TYPE_CHECKING:
    from orchestrator_desktop.system.owners import Owner

_AT_A_TIME: Final = 16
"""Claims in one transaction: enough for a full queue to leave at once, few enough for the store's thread."""


class Engine:
    """Runs queued delegations on `loop` from `start` to `close`, both called once, from any one thread.

    The queue is the database: who wants something run writes a row. `folder` is the data folder, where this process
    locks what it runs. With `only`, that one delegation is all it runs."""

    def __init__(
        self, writer: Writer, loop: Loop, tools: Tools, folder: Path, *, only: DelegationId | None = None
    ) -> None:
        self._writer = writer
        self._loop = loop
        self._tools = tools
        self._folder = folder
        self._only = only
        self._alarms = Alarms(tools.on_notice)
        self._lookout = Lookout(tools.pen, self._alarms, tools.limits.pace)
        self._owner: Owner | None = None
        self._runs: dict[AttemptId, Run] = {}
        self._tasks: set[asyncio.Task[None]] = set()
        self._woken = asyncio.Event()
        self._closing = False
        self._serving: Future[None] | None = None
        self._ready: Future[None] | None = None

    def start(self) -> None:
        self._writer.listen(self._heard)
        self._serving = self._loop.run(self._serve())
        self._ready = self._loop.run(self._make_ready())

    def wake(self) -> None:
        """Look at the queue now. The engine wakes itself whenever a write may concern it."""
        self._loop.call(self._woken.set)

    def arrived(self, attempt_id: AttemptId) -> str | None:
        """All the text that an attempt running here has received so far; None for every other attempt."""
        run = self._runs.get(attempt_id)
        return None if run is None else run.text

    def thought(self, attempt_id: AttemptId) -> str | None:
        """The same for its reasoning."""
        run = self._runs.get(attempt_id)
        return None if run is None else run.reasoning

    @property
    def under_way(self) -> frozenset[AttemptId]:
        """Attempts that run in this process now; any thread may ask."""
        return frozenset(tuple(self._runs))

    def close(self) -> None:
        """Hang up and write down what arrived: what runs becomes interrupted. Waits at most `Limits.close`."""
        if self._serving is None:
            return
        if self._ready is not None:
            self._ready.cancel()
        closed = self._loop.run(self._shut())
        with suppress(TimeoutError):
            closed.result(self._tools.limits.close)
        if self._owner is not None:
            self._owner.close()

    def _heard(self, changes: Changes, origin: str) -> None:
        if origin != ORIGIN and changes.touches(Kind.ATTEMPT, Kind.SETTING, Kind.PROVIDER):
            self.wake()

    async def _serve(self) -> None:
        while not self._closing:
            self._woken.clear()
            pause = self._tools.limits.look
            try:
                await self._turn()
            except DiskError:
                pause = self._tools.limits.again
            except UserError as error:
                self._tools.pen.say_trouble(error)
            except Exception as error:  # noqa: BLE001 - the edge of the thread: whatever it was, the engine goes on
                self._tools.bugs.say(error)
            await self._woken_within(min(pause, await self._until_next()))

    async def _make_ready(self) -> None:
        """Import what a first request needs while nothing waits for it."""
        await asyncio.sleep(self._tools.limits.ready)
        self._tools.connections.make_ready()

    async def _until_next(self) -> float:
        """Seconds until an attempt that waits may leave."""
        try:
            due = await self._tools.pen.write(queue.next_time, datetime.now(UTC))
        except (DiskError, UserError):
            return self._tools.limits.again
        return float("inf") if due is None else max(0.05, (due - datetime.now(UTC)).total_seconds())

    async def _turn(self) -> None:
        """One look at everything that may be waiting."""
        write = self._tools.pen.write
        if not await write(reading.any_active):
            self._alarms.waiting(0)
            return  # nothing to run, and nothing left behind: the start of the app pays for no lock
        owner = self._owned()
        await write(recovery.recover, alive=owner.alive)
        for attempt_id in await write(attempts.asked_to_stop, owner=owner.token):
            if attempt_id in self._runs:
                self._runs[attempt_id].stop(EndReason.STOPPED)
        await self._lookout.look()
        while await look_up_queued(self._tools.pen):
            pass  # more than fit into one look
        kept_back = self._alarms.waited
        while not self._closing:
            changes, taken = await write(claim, owner=owner.token, only=self._only, most=_AT_A_TIME, priced=True)
            for one in taken:
                self._begin(one)
            if not changes.ids:
                break  # nothing is left that may run
            kept_back = True  # one that may not has perhaps been ended, or told to wait
        if kept_back:
            self._alarms.waiting(await write(queue.waiting_for_budget))

    def _owned(self) -> Owner:
        if self._owner is None:
            from orchestrator_desktop.system.owners import Owner

            self._owner = Owner(self._folder)
        return self._owner

    def _begin(self, taken: Claim) -> None:
        run = self._runs[taken.attempt_id] = Run(taken, self._tools)
        if taken.stop:
            run.stop(EndReason.STOPPED)
        if self._closing:
            run.quit()
        task = asyncio.create_task(self._carry_through(run))
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    async def _carry_through(self, run: Run) -> None:
        try:
            await run.run()
            if run.ending is not None:
                self._alarms.heard(run.claim.provider, run.ending)
        finally:
            del self._runs[run.claim.attempt_id]
            self._woken.set()  # there is room for the next one

    async def _woken_within(self, seconds: float) -> None:
        with suppress(TimeoutError):
            async with asyncio.timeout(seconds):
                await self._woken.wait()

    async def _shut(self) -> None:
        self._closing = True
        self._woken.set()
        for run in self._runs.values():
            run.quit()
        if self._serving is not None:
            await asyncio.wrap_future(self._serving)
        await self._lookout.close()
        await asyncio.gather(*self._tasks, return_exceptions=True)
