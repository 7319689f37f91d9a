"""The text of one attempt on its way: to the window every 50 ms, to the disk within half a second."""

from __future__ import annotations

import asyncio

from orchestrator_desktop.domain.ids import AttemptId
from orchestrator_desktop.engine.limits import Limits
from orchestrator_desktop.engine.notices import Chunk, OnChunk
from orchestrator_desktop.engine.pen import DiskError, Pen
from orchestrator_desktop.operations import attempts
from orchestrator_desktop.operations.attempts import Place


class Arrivals:
    """What has arrived for one attempt. Used on the engine's loop; `text` may be read from any thread."""

    def __init__(
        self,
        attempt_id: AttemptId,
        pen: Pen,
        on_chunk: OnChunk,
        limits: Limits,
        *,
        text: str = "",
        reasoning: str = "",
    ) -> None:
        """`text` and `reasoning` are on the disk already: what another attempt gave, or what was read before."""
        self._attempt_id = attempt_id
        self._pen = pen
        self._on_chunk = on_chunk
        self._limits = limits
        self._text: list[str] = [text]
        self._reasoning: list[str] = [reasoning]
        self._place: Place | None = None
        self._unshown = _Pending()
        self._shown, self._thought = len(text), len(reasoning)
        self._shown_at = float("-inf")
        self._showing: asyncio.TimerHandle | None = None
        self._unsaved = _Pending()
        self._saving: asyncio.Task[None] | None = None
        self._closing = asyncio.Event()

    @property
    def text(self) -> str:
        return "".join(self._text)

    @property
    def reasoning(self) -> str:
        return "".join(self._reasoning)

    def add(self, *, text: str = "", reasoning: str = "") -> None:
        self._text.append(text)
        self._reasoning.append(reasoning)
        self._unshown.add(text, reasoning)
        self._unsaved.add(text, reasoning)
        self._show_soon()
        self._save_soon()

    def reached(self, place: Place) -> None:
        """All that was added so far is what the provider has given up to `place`; kept together with it."""
        if place != self._place:
            self._place = place
            self._save_soon()

    async def close(self) -> None:
        """Show the rest at once, and let a writing under way end. What is not saved yet is in `text`."""
        if self._showing is not None:
            self._showing.cancel()
        self._show()
        self._closing.set()
        if self._saving is not None:
            await self._saving

    def _show_soon(self) -> None:
        """The first word at once, then never twice within the limit."""
        loop = asyncio.get_running_loop()
        due = self._shown_at + self._limits.chunk
        if self._showing is not None:
            return
        if loop.time() >= due:
            self._show()
        else:
            self._showing = loop.call_at(due, self._show)

    def _show(self) -> None:
        self._showing = None
        text, reasoning = self._unshown.take()
        if not (text or reasoning):
            return
        self._shown_at = asyncio.get_running_loop().time()
        start, self._shown = self._shown, self._shown + len(text)
        thought, self._thought = self._thought, self._thought + len(reasoning)
        self._on_chunk(Chunk(self._attempt_id, start, text, reasoning, thought))

    def _save_soon(self) -> None:
        if self._saving is None:
            self._saving = asyncio.get_running_loop().create_task(self._save())

    async def _save(self) -> None:
        # Where an answer is kept at the provider is written at once: without it nobody could read on.
        pause = self._limits.save if self._unsaved else 0.0
        saved: Place | None = None
        while (self._unsaved or saved != self._place) and not await self._closed_within(pause):
            text, reasoning = self._unsaved.take()
            place = self._place
            try:
                await self._pen.write(
                    attempts.progress,
                    attempt_id=self._attempt_id,
                    more_text=text,
                    more_reasoning=reasoning,
                    place=place,
                )
                saved = place
                pause = self._limits.save
            except DiskError:
                self._unsaved.put_back(text, reasoning)
                pause = self._limits.again
        self._saving = None

    async def _closed_within(self, seconds: float) -> bool:
        if not seconds:
            return self._closing.is_set()
        try:
            async with asyncio.timeout(seconds):
                return await self._closing.wait()
        except TimeoutError:
            return False


class _Pending:
    """Text and reasoning that wait to be taken together."""

    def __init__(self) -> None:
        self._text: list[str] = []
        self._reasoning: list[str] = []

    def __bool__(self) -> bool:
        return bool(self._text)

    def add(self, text: str, reasoning: str) -> None:
        self._text.append(text)
        self._reasoning.append(reasoning)

    def put_back(self, text: str, reasoning: str) -> None:
        self._text.insert(0, text)
        self._reasoning.insert(0, reasoning)

    def take(self) -> tuple[str, str]:
        taken = "".join(self._text), "".join(self._reasoning)
        self._text.clear()
        self._reasoning.clear()
        return taken
