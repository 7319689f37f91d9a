"""What arrives, on its way to the disk: that of all attempts in one transaction, within half a second."""

from __future__ import annotations

import asyncio

from orchestrator_desktop.domain.ids import AttemptId
from orchestrator_desktop.engine.limits import Limits
from orchestrator_desktop.engine.pen import DiskError, Pen
from orchestrator_desktop.operations import attempts
from orchestrator_desktop.operations.attempts import Arrived, Place


class Saver:
    """One for an engine, used on its loop alone: fifty answers at once are three transactions a second, not 150."""

    def __init__(self, pen: Pen, limits: Limits) -> None:
        self._pen = pen
        self._limits = limits
        self._pending: dict[AttemptId, _Pending] = {}
        self._writing: asyncio.Task[None] | None = None
        self._urgent = asyncio.Event()
        self._at_the_disk = asyncio.Lock()

    def add(self, attempt_id: AttemptId, text: str, reasoning: str) -> None:
        """Keep this soon."""
        self._of(attempt_id).add(text, reasoning)
        self._write_soon()

    def reached(self, attempt_id: AttemptId, place: Place) -> None:
        """All that was added came from the provider up to `place`. The first time it is written at once: without it,
        nobody could read on."""
        pending = self._of(attempt_id)
        if not pending.placed:
            self._urgent.set()
        pending.reach(place)
        self._write_soon()

    async def forget(self, attempt_id: AttemptId) -> None:
        """Whoever ends the attempt writes its whole text: what is pending is dropped, a write under way awaited."""
        self._pending.pop(attempt_id, None)
        async with self._at_the_disk:
            pass

    def _of(self, attempt_id: AttemptId) -> _Pending:
        return self._pending.setdefault(attempt_id, _Pending())

    def _write_soon(self) -> None:
        if self._writing is None:
            self._writing = asyncio.get_running_loop().create_task(self._write())

    async def _write(self) -> None:
        pause = self._limits.save
        try:
            while any(self._pending.values()):
                await self._pause(pause)
                async with self._at_the_disk:
                    pause = self._limits.save if await self._write_all() else self._limits.again
        finally:
            self._writing = None

    async def _pause(self, seconds: float) -> None:
        try:
            async with asyncio.timeout(seconds):
                await self._urgent.wait()
        except TimeoutError:
            pass
        self._urgent.clear()

    async def _write_all(self) -> bool:
        """Whether the disk took it; else it stays pending."""
        taken = [pending.take(attempt_id) for attempt_id, pending in self._pending.items() if pending]
        if not taken:
            return True
        try:
            await self._pen.write(attempts.progress, arrived=taken)
        except DiskError:
            for arrived in taken:
                if arrived.attempt_id in self._pending:
                    self._pending[arrived.attempt_id].put_back(arrived)
            return False
        return True


class _Pending:
    """What one attempt has received since it was last written.

    Where its provider numbers what it keeps, text waits for its number: on the disk there is never more text than the
    place says, or it would be read again behind itself."""

    def __init__(self) -> None:
        self._text: list[str] = []
        self._reasoning: list[str] = []
        self._ahead: list[tuple[str, str]] = []
        self.place: Place | None = None
        self.placed = False
        self._numbered = False

    def __bool__(self) -> bool:
        return bool(self._text) or self.place is not None

    def add(self, text: str, reasoning: str) -> None:
        if self._numbered:
            self._ahead.append((text, reasoning))
        else:
            self._text.append(text)
            self._reasoning.append(reasoning)

    def reach(self, place: Place) -> None:
        self.place, self.placed = place, True
        self._numbered = place.sequence is not None
        for text, reasoning in self._ahead:
            self._text.append(text)
            self._reasoning.append(reasoning)
        self._ahead.clear()

    def take(self, attempt_id: AttemptId) -> Arrived:
        arrived = Arrived(attempt_id, "".join(self._text), "".join(self._reasoning), self.place)
        self._text.clear()
        self._reasoning.clear()
        self.place = None
        return arrived

    def put_back(self, arrived: Arrived) -> None:
        self._text.insert(0, arrived.text)
        self._reasoning.insert(0, arrived.reasoning)
        self.place = self.place or arrived.place
