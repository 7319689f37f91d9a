"""One llama.cpp process, from its start to its end. Everything here runs in the engine's loop."""

from __future__ import annotations

import asyncio
import json
import os
import signal
import subprocess
import sys
from collections import deque
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Final, Self

from orchestrator_desktop.domain.errors import ProviderError, ProviderErrorKind
from orchestrator_desktop.domain.secret import Secret

_PATIENCE: Final = 3.0
"""Seconds a process gets to end by itself."""
_LOG_LINES: Final = 12
_LONGEST_LINE: Final = 1 << 16
_KEYS: Final = "ORCHESTRATOR_KEY_"

LastWords = str
OnExit = Callable[[LastWords], None]


class ModelProcess:
    """A llama.cpp server with one model. Made by `start`; `exited` is set when it is gone, for whatever reason."""

    def __init__(self, process: asyncio.subprocess.Process, key: Secret) -> None:
        self._process = process
        self._key = key
        self._log: deque[str] = deque(maxlen=_LOG_LINES)
        self._asked = False
        self.exited = asyncio.Event()
        self._watch: asyncio.Task[None] | None = None

    @classmethod
    async def start(cls, *, key: Secret, on_exit: OnExit) -> Self:
        """A process that waits for its order. `on_exit` is called when it ends without having been asked to."""
        command = [sys.executable, "--serve-model"] if getattr(sys, "frozen", False) else _python_command()
        process = await asyncio.create_subprocess_exec(
            *command,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            env={name: value for name, value in os.environ.items() if not name.startswith(_KEYS)},
            limit=_LONGEST_LINE,
            start_new_session=True,  # Ctrl+C in a terminal is for the app, which then lets go
            creationflags=_creation_flags(),
        )
        self = cls(process, key)
        self._watch = asyncio.create_task(self._until_exit(on_exit))
        return self

    async def load(self, *, model: Path, name: str, context: int, small: bool) -> int:
        """Give the order, wait until the model is loaded, return the port. Raises ProviderError(MODEL_BROKEN)."""
        assert self._process.stdin is not None and self._process.stdout is not None
        key = self._key.reveal()
        order = {"model": str(model), "name": name, "key": key, "context": context, "small": small}
        with suppress(ConnectionError):  # it is gone already: its answer is missing too
            self._process.stdin.write(json.dumps(order).encode() + b"\n")
            await self._process.stdin.drain()
        answer = _parsed(await self._process.stdout.readline())
        port = answer.get("port")
        if isinstance(port, int):
            return port
        await self.exited.wait()
        raise ProviderError(ProviderErrorKind.MODEL_BROKEN, self.last_words(str(answer.get("error", ""))))

    async def stop(self, *, patience: float = _PATIENCE) -> None:
        """End it: it sees the end of its input, and is killed if that was not enough."""
        self._asked = True
        if self._process.stdin is not None:
            self._process.stdin.close()
        try:
            async with asyncio.timeout(patience):
                await self.exited.wait()
        except TimeoutError:
            with suppress(ProcessLookupError):
                self._process.kill()
            await self.exited.wait()

    async def gone_within(self, seconds: float) -> bool:
        """Whether it has ended, or does so in that time."""
        with suppress(TimeoutError):
            async with asyncio.timeout(seconds):
                await self.exited.wait()
        return self.exited.is_set()

    def last_words(self, error: str = "") -> LastWords:
        """How it ended and the end of its log, for the technical line; without the key."""
        lines = [line for line in (error, _ending(self._process.returncode), *self._log) if line]
        return "\n".join(lines).replace(self._key.reveal(), "•••")

    async def _until_exit(self, on_exit: OnExit) -> None:
        assert self._process.stderr is not None
        with suppress(ValueError):  # a line too long to keep; the rest is read by nobody
            async for line in self._process.stderr:
                self._log.append(line.decode("utf-8", "replace").rstrip())
        await self._process.wait()
        self.exited.set()
        if not self._asked:
            on_exit(self.last_words())


def _python_command() -> list[str]:
    """By path, not `-m`: the parent packages would be imported for nothing. `-P`: nothing from the current folder."""
    return [sys.executable, "-P", str(Path(__file__).with_name("serve.py"))]


def _creation_flags() -> int:
    if sys.platform == "win32":
        return subprocess.CREATE_NO_WINDOW | subprocess.BELOW_NORMAL_PRIORITY_CLASS
    return 0


def _parsed(line: bytes) -> dict[str, object]:
    try:
        answer = json.loads(line)
    except ValueError:
        return {}
    return answer if isinstance(answer, dict) else {}


def _ending(code: int | None) -> str:
    if code is None or code == 0:
        return ""
    if code < 0:
        return f"ended by {signal.Signals(-code).name}"
    return f"exit code {code}"
