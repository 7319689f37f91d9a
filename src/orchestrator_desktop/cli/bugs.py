"""A fault of our own: one line for the user, and a report without anything of theirs (engine/bugs.py)."""

from __future__ import annotations

import logging
import tempfile
from logging.handlers import RotatingFileHandler
from pathlib import Path
from typing import Final

from orchestrator_desktop.engine.bugs import Discreet, log_bug
from orchestrator_desktop.system.paths import logs_folder

FILE_NAME: Final = "command-line.log"
_LARGEST: Final = 500_000


def report(bug: BaseException, data: Path) -> str:
    """Write where it happened into the log, and say so in a line."""
    path = log_to_file(data)
    log_bug("command line", bug)
    kept = f" Where is written in {path}, without your texts and keys." if path else ""
    return f"Orchestrator has made a mistake of its own ({type(bug).__name__}).{kept}"


def log_to_file(data: Path) -> Path | None:
    """Send the log of this process to a file beside the data, or where that cannot be, to the folder of temporary
    files; None where neither takes it. Nothing of the log is shown."""
    root = logging.getLogger()
    for handler in root.handlers:
        if isinstance(handler, RotatingFileHandler):
            return Path(handler.baseFilename)
    for folder in (logs_folder(data), Path(tempfile.gettempdir())):
        try:
            folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            handler = RotatingFileHandler(folder / FILE_NAME, maxBytes=_LARGEST, backupCount=1, encoding="utf-8")
        except OSError:
            continue
        handler.setFormatter(Discreet("%(asctime)s %(levelname)s %(name)s: %(message)s"))
        root.addHandler(handler)
        return Path(handler.baseFilename)
    root.addHandler(logging.NullHandler())
    return None
