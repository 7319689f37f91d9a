"""One window for a data folder: whoever comes second tells the first, and leaves.

Asking it is what a desktop's shortcut does: it takes the standard library alone, and no time."""

from __future__ import annotations

import json
import os
import socket
import sys
import time
from collections.abc import Iterator, Mapping
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Final, NamedTuple

if TYPE_CHECKING:
    from filelock import FileLock

SHOW: Final = "show"
QUICK_ADD: Final = "quick-add"
MOST: Final = 1_000_000
"""Bytes of a request: more is none of ours."""
PATIENCE: Final = 10.0
"""Seconds for the first one to be ready: it holds the lock before it can listen. Then the second goes on alone."""

_ANSWER: Final = b"ok\n"
_ANSWERS_IN: Final = 2.0
_BEAT: Final = 0.05
_LONGEST: Final = 90
"""Bytes of a socket's path: systems take about a hundred, and Qt makes it in a folder beside first."""


class Request(NamedTuple):
    """What the running window is asked for: to come to the front, or for the quick-add line with `text` in it.
    `token` is the desktop's leave to take the focus."""

    act: str = SHOW
    text: str = ""
    token: str = ""

    def line(self) -> bytes:
        return json.dumps(self._asdict(), ensure_ascii=False).encode(errors="replace") + b"\n"


def request(quick_add: str | None, environ: Mapping[str, str]) -> Request:
    """What this process was started for: the quick-add line (its text may be empty), or None for the window."""
    token = environ.get("XDG_ACTIVATION_TOKEN") or environ.get("DESKTOP_STARTUP_ID") or ""
    text = (quick_add or "").encode(errors="replace").decode()  # an argument may hold what is no text
    return Request(SHOW if quick_add is None else QUICK_ADD, text, token)


def read_request(line: bytes) -> Request | None:
    """What a line asks for; None for what is none."""
    try:
        found = json.loads(line)
        wanted = Request(**{name: str(value) for name, value in found.items()})
    except (ValueError, TypeError, AttributeError, RecursionError):
        return None
    return wanted if wanted.act in (SHOW, QUICK_ADD) else None


def addresses(folder: Path) -> Iterator[str]:
    """Where the window of a data folder may listen, the best first: in the folder, else where the system keeps such
    things for the user (a folder's path may be too long, or on a disk that takes no sockets)."""
    if sys.platform == "win32":
        yield rf"\\.\pipe\orchestrator-{_digest(folder)}"
        return
    beside = str(folder.absolute() / "window.socket")
    if len(os.fsencode(beside)) <= _LONGEST:
        yield beside
    apart = os.path.join(_runtime_folder(), f"orchestrator-{os.getuid()}-{_digest(folder)}.socket")
    if len(os.fsencode(apart)) <= _LONGEST:
        yield apart


def _digest(folder: Path) -> str:
    from hashlib import sha256  # nearly always the first address is the one

    return sha256(os.fsencode(folder.absolute())).hexdigest()[:16]


def _runtime_folder() -> str:
    found = os.environ.get("XDG_RUNTIME_DIR")
    if found:
        return found
    from tempfile import gettempdir

    return gettempdir()


def tell(folder: Path, wanted: Request) -> bool:
    """Ask the window of `folder`; False where none is there, or none that answers."""
    send = _through_pipe if sys.platform == "win32" else _through_socket
    return any(send(address, wanted.line()) for address in addresses(folder))


def _through_socket(address: str, line: bytes) -> bool:
    try:
        if os.stat(address).st_uid != os.getuid():
            return False  # somebody else's, at a place that all may write to
        with socket.socket(socket.AF_UNIX, socket.SOCK_STREAM) as talk:
            talk.settimeout(_ANSWERS_IN)
            talk.connect(address)
            talk.sendall(line)
            return talk.recv(len(_ANSWER)) == _ANSWER
    except OSError:
        return False  # nobody, or what a dead one has left


def _through_pipe(address: str, line: bytes) -> bool:
    try:
        with open(address, "r+b", buffering=0) as pipe:
            pipe.write(line)
            return pipe.read(len(_ANSWER)) == _ANSWER
    except OSError:
        return False


class Single:
    """The right to be the window of a data folder, until `close` or the end of the process, however it ends.

    `held` is False where it goes on without: the folder cannot be written, or the first one does not answer."""

    def __init__(self, lock: FileLock, held: bool) -> None:
        self._lock = lock
        self.held = held

    def close(self) -> None:
        if self.held:
            self.held = False
            with suppress(OSError):
                self._lock.release()


def claim(folder: Path, wanted: Request, *, patience: float = PATIENCE) -> Single | None:
    """The right to be the window of `folder`; None where another has it, who was told what is wanted."""
    from filelock import FileLock, Timeout

    lock = FileLock(folder / "window.lock", mode=0o600, thread_local=False)
    until = time.monotonic() + patience
    while True:
        try:
            folder.mkdir(parents=True, exist_ok=True, mode=0o700)
            lock.acquire(timeout=_BEAT, poll_interval=_BEAT / 2)
            return Single(lock, held=True)
        except Timeout:
            pass
        except OSError:
            return Single(lock, held=False)  # opening the file says what is wrong
        if tell(folder, wanted):
            return None
        if time.monotonic() > until:
            return Single(lock, held=False)
