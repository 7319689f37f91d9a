"""The text of one attempt on its way: to the window about every 50 ms, and to whoever saves it."""

from __future__ import annotations

import asyncio

from orchestrator_desktop.domain.ids import AttemptId
from orchestrator_desktop.engine.limits import Limits
from orchestrator_desktop.engine.notices import Chunk, OnChunk
from orchestrator_desktop.engine.saving import Saver
from orchestrator_desktop.operations.attempts import Place


class Arrivals:
    """What has arrived for one attempt. Used on the engine's loop; `text` may be read from any thread."""

    def __init__(
        self,
        attempt_id: AttemptId,
        saver: Saver,
        on_chunk: OnChunk,
        limits: Limits,
        *,
        text: str = "",
        reasoning: str = "",
    ) -> None:
        """`text` and `reasoning` are on the disk already: what another attempt gave, or what was read before."""
        self._attempt_id = attempt_id
        self._saver = saver
        self._on_chunk = on_chunk
        self._limits = limits
        self._text: list[str] = [text]
        self._reasoning: list[str] = [reasoning]
        self._unshown = _Pending()
        self._shown, self._thought = len(text), len(reasoning)
        self._shown_at = float("-inf")
        self._showing: asyncio.TimerHandle | None = None

    @property
    def text(self) -> str:
        return "".join(self._text)

    @property
    def reasoning(self) -> str:
        return "".join(self._reasoning)

    def add(self, *, text: str = "", reasoning: str = "") -> None:
        if not (text or reasoning):
            return
        self._text.append(text)
        self._reasoning.append(reasoning)
        self._unshown.add(text, reasoning)
        self._show_soon()
        self._saver.add(self._attempt_id, text, reasoning)

    def reached(self, place: Place) -> None:
        """All that was added so far is what the provider has given up to `place`; kept together with it."""
        self._saver.reached(self._attempt_id, place)

    async def close(self) -> None:
        """Show the rest at once, and let a writing under way end. What is not saved yet is in `text`."""
        if self._showing is not None:
            self._showing.cancel()
        self._show()
        await self._saver.forget(self._attempt_id)

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


class _Pending:
    """Text and reasoning that wait to be taken together."""

    def __init__(self) -> None:
        self._text: list[str] = []
        self._reasoning: list[str] = []

    def add(self, text: str, reasoning: str) -> None:
        self._text.append(text)
        self._reasoning.append(reasoning)

    def take(self) -> tuple[str, str]:
        taken = "".join(self._text), "".join(self._reasoning)
        self._text.clear()
        self._reasoning.clear()
        return taken
