"""The stall clock: a read timeout does not catch a stalled model, keep-alives reset it for ever (WIRE.md 1.3)."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True, slots=True)
class Patience:
    """How long silence may last, in seconds: before the first word of an answer, and between two signs of it.

    Keep-alives are no such signs. Models that think without showing it are silent for minutes; so is a server on
    this computer while it reads its weights and a long prompt.
    """

    first: float
    between: float


REMOTE: Final = Patience(first=300, between=60)
LOCAL: Final = Patience(first=600, between=120)


class Silence:
    """Time spent waiting for the network since the last sign of an answer, against a limit that may change.

    It stands still while the caller works on what came.
    """

    def __init__(self, limit: float) -> None:
        self.limit = limit
        self._left = limit

    def broken(self, limit: float) -> None:
        """Something real came: count anew, up to `limit` seconds."""
        self.limit = self._left = limit

    @asynccontextmanager
    async def counted(self) -> AsyncIterator[None]:
        """Count what is awaited within as silence; TimeoutError when the limit is reached."""
        clock = asyncio.get_running_loop().time
        began = clock()
        try:
            async with asyncio.timeout(self._left):
                yield
        finally:
            self._left = max(0.0, self._left - (clock() - began))
