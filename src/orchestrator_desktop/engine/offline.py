"""Unreachable providers: looked for from time to time without a request, and what waits for them let go on return."""

from __future__ import annotations

import asyncio
from datetime import UTC, datetime

from orchestrator_desktop.domain.ids import ProviderId
from orchestrator_desktop.engine.alarms import Alarms
from orchestrator_desktop.engine.pen import DiskError, Pen
from orchestrator_desktop.operations import circuits
from orchestrator_desktop.store import queue
from orchestrator_desktop.store.queue import Away


class Lookout:
    """Looks for unreachable providers, each in a task of its own. Used on the engine's loop alone."""

    def __init__(self, pen: Pen, alarms: Alarms, pace: float) -> None:
        self._pen = pen
        self._pace = pace
        self._alarms = alarms
        self._looking: dict[ProviderId, asyncio.Task[None]] = {}

    async def look(self) -> None:
        """Begin to look for those whose time has come."""
        for away in await self._pen.write(queue.away, datetime.now(UTC)):
            if away.provider_id not in self._looking:
                self._looking[away.provider_id] = asyncio.create_task(self._look_for(away))

    async def close(self) -> None:
        for task in (tasks := list(self._looking.values())):
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)

    async def _look_for(self, away: Away) -> None:
        from orchestrator_desktop.providers.reach import reachable

        try:
            await self._tell(away, await reachable(away.base_url))
        except DiskError:
            pass  # said already; the next look tries again
        finally:
            del self._looking[away.provider_id]

    async def _tell(self, away: Away, there: bool) -> None:
        if not there:
            await self._pen.write(circuits.still_away, provider_id=away.provider_id, pace=self._pace)
            return
        _, count = await self._pen.write(circuits.back, provider_id=away.provider_id)
        self._alarms.back(away.provider_id, away.name, count)
