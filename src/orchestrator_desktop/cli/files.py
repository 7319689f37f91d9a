"""The texts a command is given: a file, or standard input."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Final

from orchestrator_desktop.cli import screen

STDIN: Final = "-"


def read_text(name: str) -> str:
    """The text of a file, or of standard input for `-`. Raises UsageError for what cannot be read as text."""
    from orchestrator_desktop.exchange import texts

    if name != STDIN:
        return texts.read_text(Path(name))
    return texts.decode(_typed(), Path("Standard input")).replace("\r\n", "\n").replace("\r", "\n")


def _typed() -> bytes:
    if sys.stdin is None:
        return b""
    if sys.stdin.isatty():
        screen.note("Type or paste the text, then Ctrl+D (Ctrl+Z and Enter on Windows).")
    return sys.stdin.buffer.read()
