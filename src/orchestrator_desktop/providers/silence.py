"""The stall clock: a read timeout does not catch a stalled model, keep-alives reset it for ever (WIRE.md 1.3)."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from types import TracebackType
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

        with silence:
            await something      # TimeoutError when the limit is reached

    It stands still while the caller works on what came. One timer serves a whole stream: it is not set anew for each
    wait, but looks when it rings whether it rang too early (fifty streams wait five thousand times a second). It
    must not outlive the stream: `close`.
    """

    def __init__(self, limit: float) -> None:
        self.limit = limit
        self._left = limit
        self._began: float | None = None
        self._timer: asyncio.TimerHandle | None = None
        self._task: asyncio.Task[object] | None = None
        self._cancelling = 0
        self._reached = False

    def broken(self, limit: float) -> None:
        """Something real came: count anew, up to `limit` seconds."""
        self.limit = self._left = limit

    def close(self) -> None:
        if self._timer is not None:
            self._timer.cancel()
            self._timer = None

    def __enter__(self) -> None:
        self._task = asyncio.current_task()
        assert self._task is not None
        self._cancelling = self._task.cancelling()
        self._go_on()

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._stand_still()
        if kind is not None:
            self.close()
        task, self._task = self._task, None
        if self._reached and task is not None:
            # As asyncio.timeout has it: a cancellation that is not ours alone goes on as one.
            self._reached = False
            if task.uncancel() <= self._cancelling and kind is asyncio.CancelledError:
                raise TimeoutError from error

    @contextmanager
    def paused(self) -> Iterator[None]:
        """Within a wait: what is awaited here is the caller's own work."""
        self._stand_still()
        try:
            yield
        finally:
            self._go_on()

    def _go_on(self) -> None:
        loop = asyncio.get_running_loop()
        self._began = loop.time()
        due = self._began + self._left
        if self._timer is None or self._timer.when() > due:
            self._set(loop, due)

    def _stand_still(self) -> None:
        if self._began is not None:
            self._left = max(0.0, self._left - (asyncio.get_running_loop().time() - self._began))
            self._began = None

    def _set(self, loop: asyncio.AbstractEventLoop, due: float) -> None:
        self.close()
        self._timer = loop.call_at(due, self._ring)

    def _ring(self) -> None:
        self._timer = None
        if self._began is None or self._task is None:
            return  # nobody waits: the next wait sets it
        loop = asyncio.get_running_loop()
        due = self._began + self._left
        if due > loop.time():
            self._set(loop, due)
        else:
            self._reached = True
            self._task.cancel()
