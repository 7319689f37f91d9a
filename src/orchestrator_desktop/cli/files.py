"""The texts a command is given: a file, or standard input."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Final

from orchestrator_desktop.cli import screen
from orchestrator_desktop.exchange import texts

STDIN: Final = "-"


def read_text(name: str) -> str:
    """The text of a file, or of standard input for `-`. Raises UsageError for what cannot be read as text."""
    return _typed() if name == STDIN else texts.read_text(Path(name))


def _typed() -> str:
    if sys.stdin is None:
        return ""
    if sys.stdin.isatty():
        screen.note("Type or paste the text, then Ctrl+D (Ctrl+Z and Enter on Windows).")
    raw = sys.stdin.buffer.read()
    return texts.decode(raw, Path("Standard input")).replace("\r\n", "\n").replace("\r", "\n")
