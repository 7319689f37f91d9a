"""Files that the user names, read and written on a thread of their own: they may lie on a disk that sleeps, or at the
other end of a network."""

from __future__ import annotations

from asyncio import to_thread
from concurrent.futures import Future
from pathlib import Path

from orchestrator_desktop.engine.desk import Desk
from orchestrator_desktop.exchange import texts


def read_text(desk: Desk, path: Path) -> Future[str]:
    """The text of a file. Raises UsageError (in the future)."""
    return desk.loop.run(to_thread(texts.read_text, path))


def write_text(desk: Desk, path: Path, text: str) -> Future[None]:
    """Write a file anew. Raises UsageError (in the future)."""
    return desk.loop.run(to_thread(texts.write_text, path, text))
