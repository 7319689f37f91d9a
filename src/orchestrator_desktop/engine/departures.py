"""The log of what leaves: requests about to leave together are written together, and leave once that is done."""

from __future__ import annotations

import asyncio

from orchestrator_desktop.engine.pen import Pen
from orchestrator_desktop.operations import sentlog
from orchestrator_desktop.operations.sentlog import Departure


class Departures:
    """Used on the engine's loop alone. While the disk takes some lines, those that come wait for the next writing."""

    def __init__(self, pen: Pen) -> None:
        self._pen = pen
        self._waiting: list[tuple[Departure, asyncio.Future[None]]] = []
        self._writing: asyncio.Task[None] | None = None

    async def log(self, departure: Departure) -> None:
        """Return once the line is on the disk. Raises DiskError where it is not: nothing may leave then."""
        written: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        self._waiting.append((departure, written))
        if self._writing is None:
            self._writing = asyncio.create_task(self._write())
        await written

    async def _write(self) -> None:
        try:
            while self._waiting:
                taken, self._waiting = self._waiting, []
                error = await self._written([departure for departure, _ in taken])
                for _, written in taken:
                    if written.cancelled():
                        continue  # stopped meanwhile: the line tells of a request that did not leave after all
                    if error is None:
                        written.set_result(None)
                    else:
                        written.set_exception(error)
        finally:
            self._writing = None

    async def _written(self, departures: list[Departure]) -> Exception | None:
        try:
            await self._pen.write(sentlog.log_sent, departures=departures)
        except Exception as error:  # noqa: BLE001 - each of those that wait gets it, and decides
            return error
        return None
