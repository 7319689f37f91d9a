"""Who runs an attempt: a process that is still there. Each holds a lock that the system lets go of when it dies,
however it dies, so that nobody has to believe a process id or a clock."""

from __future__ import annotations

import secrets
from contextlib import suppress
from pathlib import Path
from types import TracebackType
from typing import Final

from filelock import FileLock, Timeout

from orchestrator_desktop.domain.errors import QT_TRANSLATE_NOOP, UserError

FOLDER: Final = "engines"


class Owner:
    """This process, until `close` or its end. `token` is its name in the file. Any thread may use it.

    Raises UserError where no lock can be made in `data`, which exists."""

    def __init__(self, data: Path) -> None:
        self._folder = data / FOLDER
        self.token: Final = secrets.token_hex(8)
        self._lock = _lock(self._path(self.token))
        try:
            self._folder.mkdir(mode=0o700, exist_ok=True)
            for left_behind in self._folder.glob("*.lock"):
                _take(left_behind)
            self._lock.acquire()
        except OSError as error:
            raise UserError(
                QT_TRANSLATE_NOOP(
                    "errors",
                    "{path} cannot be made: {reason}. Nothing was changed; allow writing there, or choose another "
                    "folder with --data-dir.",
                ),
                path=self._folder,
                reason=error.strerror,
            ) from error

    def __enter__(self) -> Owner:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def alive(self, token: str) -> bool:
        """Whether the process named `token` still lives: nobody else could take its lock."""
        if token == self.token:
            return self._lock.is_locked
        path = self._path(token)
        return path.exists() and not _take(path)

    def close(self) -> None:
        """From now on this process owns nothing; what it has not ended is up for recovery."""
        _let_go(self._lock, self._path(self.token))

    def _path(self, token: str) -> Path:
        return self._folder / f"{token}.lock"


def _take(path: Path) -> bool:
    """Remove the lock file at `path` if its owner is dead; whether it was."""
    lock = _lock(path)
    try:
        lock.acquire(blocking=False)
    except (Timeout, OSError):
        return False  # held, or not to be judged: nothing of a living process may be touched
    _let_go(lock, path)
    return True


def _let_go(lock: FileLock, path: Path) -> None:
    """Removed while still held: a process about to lock the same file then sees that it has lost its name. Windows
    removes no open file, and there nobody can be about to lock it."""
    removed = False
    with suppress(OSError):
        path.unlink(missing_ok=True)
        removed = True
    lock.release()
    if not removed:
        with suppress(OSError):
            path.unlink(missing_ok=True)


def _lock(path: Path) -> FileLock:
    return FileLock(path, mode=0o600, thread_local=False)
