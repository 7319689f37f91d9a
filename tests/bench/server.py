"""A provider in a process of its own: `python -m tests.bench.server PIECES RATE`, its address on the first line.

It must not share the interpreter of what is measured: fifty streams would be timed against its own threads."""

from __future__ import annotations

import asyncio
import contextlib
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

from tests.fakes.answers import openai_chat
from tests.fakes.replay import Reply

HOME = Path(__file__).resolve().parents[2]
WORDS = "The crew plans its week on Friday and everybody sees their own part of it. "


@contextlib.contextmanager
def serving(pieces: int, rate: int) -> Iterator[str]:
    """The base URL of a server that answers everything with `pieces` deltas, `rate` a second."""
    command = [sys.executable, "-m", "tests.bench.server", str(pieces), str(rate)]
    with subprocess.Popen(command, cwd=HOME, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        assert process.stdin is not None
        yield process.stdout.readline().strip()
        process.stdin.close()


def answer(pieces: int) -> Reply:
    text = (WORDS * (pieces * 5 // len(WORDS) + 1))[: pieces * 5]
    return openai_chat(text, pieces=pieces)


async def _answer(pieces: list[bytes], rate: int, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    with contextlib.suppress(ConnectionError, asyncio.IncompleteReadError):
        head = await reader.readuntil(b"\r\n\r\n")
        length = next(
            (int(line.split(b":")[1]) for line in head.split(b"\r\n") if line.lower().startswith(b"content-length")), 0
        )
        await reader.readexactly(length)
        writer.write(b"HTTP/1.1 200 OK\r\ncontent-type: text/event-stream\r\nconnection: close\r\n\r\n")
        loop = asyncio.get_running_loop()
        began = loop.time()
        for number, piece in enumerate(pieces):
            # By the clock, not by pauses: a server that falls behind catches up.
            await asyncio.sleep(max(0.0, began + number / rate - loop.time()))
            writer.write(piece)
            await writer.drain()
    writer.close()


async def _serve(pieces: int, rate: int) -> None:
    data = [piece for piece in answer(pieces).pieces if isinstance(piece, bytes)]
    server = await asyncio.start_server(lambda r, w: _answer(data, rate, r, w), "127.0.0.1", 0)
    print(f"http://127.0.0.1:{server.sockets[0].getsockname()[1]}/v1", flush=True)
    await asyncio.to_thread(sys.stdin.read)
    server.close()


if __name__ == "__main__":
    asyncio.run(_serve(int(sys.argv[1]), int(sys.argv[2])))
