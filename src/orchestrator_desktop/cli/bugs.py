"""A fault of our own: one line for the user, and a report without anything of theirs."""

from __future__ import annotations

import platform
import tempfile
import traceback
from datetime import UTC, datetime
from pathlib import Path
from typing import Final

from orchestrator_desktop import __version__
from orchestrator_desktop.system.paths import logs_folder

FILE_NAME: Final = "command-line.log"
_LARGEST: Final = 1_000_000


def report(bug: BaseException, data: Path) -> str:
    """Write what happened where, and say so in one sentence."""
    where = _append(_story(bug), (logs_folder(data), Path(tempfile.gettempdir())))
    kept = f" What happened is written in {where}, without your texts and keys." if where else ""
    return f"Orchestrator has made a mistake of its own ({type(bug).__name__}).{kept}"


def _story(bug: BaseException) -> str:
    """Frames and names of types. Messages are left out: they may quote a key, a brief or an answer."""
    lines = [f"{datetime.now(UTC):%Y-%m-%d %H:%M:%S} UTC  {__version__}  Python {platform.python_version()}"]
    link: BaseException | None = bug
    while link is not None:
        lines += [type(link).__name__, *(line.rstrip() for line in traceback.format_tb(link.__traceback__))]
        link = link.__cause__ or link.__context__
    return "\n".join(lines) + "\n\n"


def _append(story: str, folders: tuple[Path, ...]) -> Path | None:
    for folder in folders:
        path = folder / FILE_NAME
        try:
            folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            full = path.exists() and path.stat().st_size > _LARGEST
            with path.open("w" if full else "a", encoding="utf-8", errors="replace") as file:
                file.write(story)
        except OSError:
            continue
        return path
    return None
