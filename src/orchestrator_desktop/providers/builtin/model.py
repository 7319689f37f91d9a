"""The built-in model as the engine uses it: started on first use, kept while it is in use, stopped when idle."""

from __future__ import annotations

import asyncio
import secrets
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Final

from orchestrator_desktop.domain.errors import ProviderError, ProviderErrorKind, UserError
from orchestrator_desktop.domain.secret import Secret
from orchestrator_desktop.providers.builtin.process import ModelProcess
from orchestrator_desktop.providers.builtin.weights import GgufInfo, check_gguf

LONGEST_CONTEXT: Final = 8_192
"""Tokens. More is memory that a first try does not need: 0.2 GB for the model that comes along, 1 GB for a 7B."""
SMALL: Final = 10**9
"""Weights. Below, a model needs a shorter leash."""
IDLE_SECONDS: Final = 600.0
_DYING: Final = 1.0
"""Seconds between a broken connection and the news that the process is gone."""


class ModelState(StrEnum):
    """What has become of the model's process."""

    STARTING = "starting"
    READY = "ready"
    STOPPED = "stopped"
    BROKEN = "broken"  # it could not start, or ended by itself; the next use starts it again


@dataclass(frozen=True, slots=True)
class ModelNotice:
    """A change of state. `detail` is technical, set for BROKEN only."""

    state: ModelState
    model: str
    detail: str = ""


@dataclass(frozen=True, slots=True)
class Running:
    """A model that answers, in any dialect: `base_url` is the OpenAI one."""

    base_url: str
    key: Secret
    model: str
    context_size: int
    """In tokens, prompt and answer together."""


OnNotice = Callable[[ModelNotice], None]


class BuiltIn:
    """Owner of the one llama.cpp process. Everything runs in the engine's loop; `on_notice` is called there."""

    def __init__(self, *, idle_seconds: float = IDLE_SECONDS, on_notice: OnNotice = lambda notice: None) -> None:
        self.idle_seconds = idle_seconds
        """Counts from the next end of an answer."""
        self._on_notice = on_notice
        self._gate = asyncio.Lock()
        self._slot: _Slot | None = None
        self._idle: asyncio.Task[None] | None = None

    @asynccontextmanager
    async def use(self, model_path: Path) -> AsyncIterator[Running]:
        """The model of that file for as long as the context lasts; another file waits until this one is free.

        Raises ProviderError(MODEL_BROKEN), also in place of the network error of a process that died meanwhile."""
        slot = await self._lease(model_path)
        try:
            yield slot.running
        except ProviderError as error:
            if await slot.process.gone_within(_DYING):
                raise ProviderError(ProviderErrorKind.MODEL_BROKEN, slot.process.last_words()) from error
            raise
        finally:
            slot.release()
            self._rest_later(slot)

    async def close(self) -> None:
        """Stop the process, whoever uses it."""
        if self._idle is not None:
            self._idle.cancel()
        async with self._gate:
            await self._stop()

    async def _lease(self, path: Path) -> _Slot:
        async with self._gate:
            slot = self._slot
            if slot is None or not slot.serves(path):
                slot = await self._replace(_checked(path))
            slot.lease()
            return slot

    async def _replace(self, info: GgufInfo) -> _Slot:
        if self._slot is not None and not self._slot.process.exited.is_set():
            await self._slot.free.wait()
        await self._stop()
        self._slot = await self._start(info)
        return self._slot

    async def _start(self, info: GgufInfo) -> _Slot:
        self._tell(ModelState.STARTING, info.name)
        key = Secret(secrets.token_urlsafe(32))
        context = min(info.context_length or LONGEST_CONTEXT, LONGEST_CONTEXT)
        try:
            process = await ModelProcess.start(
                key=key, on_exit=lambda words: self._tell(ModelState.BROKEN, info.name, words)
            )
        except OSError as error:  # no memory, no more processes
            self._tell(ModelState.BROKEN, info.name, str(error))
            raise ProviderError(ProviderErrorKind.MODEL_BROKEN, str(error)) from error
        try:
            small = info.parameters < SMALL
            port = await process.load(model=info.path, name=info.name, context=context, small=small)
        except BaseException:  # cancelled while it loads: nobody would stop it later
            await process.stop(patience=0)
            raise
        self._tell(ModelState.READY, info.name)
        running = Running(f"http://127.0.0.1:{port}/v1", key, info.name, context)
        return _Slot(info, process, running)

    async def _stop(self) -> None:
        slot, self._slot = self._slot, None
        if slot is not None and not slot.process.exited.is_set():
            await slot.process.stop()
            self._tell(ModelState.STOPPED, slot.running.model)

    def _rest_later(self, slot: _Slot) -> None:
        if slot.leases == 0 and slot is self._slot and not slot.process.exited.is_set():
            if self._idle is not None:
                self._idle.cancel()
            self._idle = asyncio.create_task(self._rest(slot, slot.uses))

    async def _rest(self, slot: _Slot, uses: int) -> None:
        await asyncio.sleep(self.idle_seconds)
        async with self._gate:
            if slot is self._slot and slot.leases == 0 and slot.uses == uses:
                await self._stop()

    def _tell(self, state: ModelState, model: str, detail: str = "") -> None:
        self._on_notice(ModelNotice(state, model, detail))


class _Slot:
    """A running process and the number of those who use it."""

    def __init__(self, info: GgufInfo, process: ModelProcess, running: Running) -> None:
        self.info = info
        self.process = process
        self.running = running
        self.leases = 0
        self.uses = 0
        self.free = asyncio.Event()

    def serves(self, path: Path) -> bool:
        """Whether it runs, with that very file: another one under the same name is another model."""
        if self.process.exited.is_set() or path != self.info.path:
            return False
        try:
            status = path.stat()
        except OSError:
            return False
        return (status.st_size, status.st_mtime_ns) == (self.info.bytes, self.info.changed_ns)

    def lease(self) -> None:
        self.leases += 1
        self.uses += 1
        self.free.clear()

    def release(self) -> None:
        self.leases -= 1
        if self.leases == 0:
            self.free.set()


def _checked(path: Path) -> GgufInfo:
    try:
        return check_gguf(path)
    except UserError as error:
        raise ProviderError(ProviderErrorKind.MODEL_BROKEN, str(error)) from error
