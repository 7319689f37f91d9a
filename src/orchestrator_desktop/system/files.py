"""Files kept beside the store, each once, under the digest of its content."""

from __future__ import annotations

import hashlib
import os
import tempfile
from collections.abc import Collection, Iterable, Iterator
from contextlib import suppress
from pathlib import Path
from typing import BinaryIO, Final

from orchestrator_desktop.domain.errors import QT_TRANSLATE_NOOP, UserError

FOLDER: Final = "files"
LARGEST: Final = 2 * 1024**3
"""Bytes of the largest file that is taken in."""
_PIECE: Final = 1024 * 1024
_UNFINISHED: Final = "tmp"
"""How the names of copies begin that are not whole yet."""


def keep_file(folder: Path, source: Path) -> tuple[str, int]:
    """Copy a file into the data folder; (SHA-256, bytes). What is there already is not copied again.

    Raises UserError where it cannot be read or kept; nothing is left behind then."""
    try:
        size = source.stat().st_size
        if not source.is_file() or size > LARGEST:
            raise _refused(source)
        with source.open("rb") as content:
            return _keep(folder, _pieces(content, source))
    except OSError as error:
        raise _trouble(source.name, error) from error


def keep_bytes(folder: Path, content: bytes) -> tuple[str, int]:
    """The same for what is in memory: a part of a mail, an attachment of an import."""
    try:
        return _keep(folder, iter([content]))
    except OSError as error:
        raise _trouble("", error) from error


def kept_path(folder: Path, sha256: str) -> Path:
    """Where a file's content is, or would be."""
    return folder / FOLDER / sha256[:2] / sha256


def forget_others(folder: Path, wanted: Collection[str], *, before: float) -> int:
    """Remove the contents that nothing refers to any more; how many there were. What was kept after the moment `before`
    (seconds since the epoch) stays: another process may be about to refer to it. So does what cannot be removed."""
    gone, base = 0, folder / FOLDER
    # Beside them lie the copies that a process did not live to finish.
    for path in (*base.glob("??/*"), *base.glob(f"{_UNFINISHED}*")):
        with suppress(OSError):
            if path.name not in wanted and path.stat().st_mtime < before:
                path.unlink()
                gone += 1
    return gone


def _keep(folder: Path, pieces: Iterable[bytes]) -> tuple[str, int]:
    base = folder / FOLDER
    base.mkdir(mode=0o700, exist_ok=True)
    digest, size = hashlib.sha256(), 0
    handle, name = tempfile.mkstemp(prefix=_UNFINISHED, dir=base)  # readable by its owner alone
    try:
        with os.fdopen(handle, "wb") as copy:
            for piece in pieces:
                digest.update(piece)
                size += len(piece)
                copy.write(piece)
            copy.flush()
            os.fsync(copy.fileno())
        target = kept_path(folder, digest.hexdigest())
        target.parent.mkdir(mode=0o700, exist_ok=True)
        Path(name).replace(target)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise
    return digest.hexdigest(), size


def _pieces(content: BinaryIO, source: Path) -> Iterator[bytes]:
    """A file that grows while it is read, such as a log, may become too large on the way."""
    left = LARGEST
    while piece := content.read(_PIECE):
        left -= len(piece)
        if left < 0:
            raise _refused(source)
        yield piece


def _refused(source: Path) -> UserError:
    return UserError(
        QT_TRANSLATE_NOOP(
            "errors", "{name} is not a file, or is larger than 2 GB, so it was not attached. Nothing was changed."
        ),
        name=source.name or str(source),
    )


def _trouble(name: str, error: OSError) -> UserError:
    return UserError(
        QT_TRANSLATE_NOOP("errors", "{name} cannot be kept: {reason}. Nothing was changed."),
        name=name,
        reason=error.strerror or str(error),
    )
