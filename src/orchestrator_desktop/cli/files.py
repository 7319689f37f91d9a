"""Reading the texts a command is given: a file, or standard input."""

from __future__ import annotations

import codecs
import re
import sys
from pathlib import Path
from typing import Final

import click

from orchestrator_desktop.cli.screen import note

LARGEST: Final = 1_000_000
"""Bytes read from one file: more than any model takes in at once."""

STDIN: Final = "-"

_NO_TEXT: Final = re.compile("[\x00-\x08\x0e-\x1a\x1c-\x1f]")
_MARKS: Final = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))


def read_text(name: str) -> str:
    """The text of a file, or of standard input for `-`. Raises click.UsageError for what cannot be read as text."""
    shown = "Standard input" if name == STDIN else f"“{name}”"
    try:
        content = _bytes_of(name)
    except OSError as error:
        raise click.UsageError(f"{shown} cannot be read: {error.strerror or error}. Nothing was changed.") from None
    if len(content) > LARGEST:
        raise click.UsageError(
            f"{shown} holds more than 1 MB, which no model reads at once. Nothing was changed; take out what matters."
        )
    text = decoded(content)
    if text is None:
        raise click.UsageError(f"{shown} is not a text file. Nothing was changed; save it as text first.")
    return text


def decoded(content: bytes) -> str | None:
    """UTF-8, UTF-16 with its mark, or Latin-1 as Windows writes it; None for what is no text."""
    for mark, encoding in _MARKS:
        if content.startswith(mark):
            return _strict(content, encoding)
    text = _strict(content, "utf-8")
    if text is None:
        text = _strict(content, "cp1252") or _strict(content, "latin-1")
    return text


def _bytes_of(name: str) -> bytes:
    if name == STDIN:
        if sys.stdin is None:
            return b""
        if sys.stdin.isatty():
            note("Type or paste the text, then Ctrl+D (Ctrl+Z and Enter on Windows).")
        return sys.stdin.buffer.read(LARGEST + 1)
    with Path(name).open("rb") as file:
        return file.read(LARGEST + 1)


def _strict(content: bytes, encoding: str) -> str | None:
    try:
        text = content.decode(encoding)
    except UnicodeError:
        return None
    return None if _NO_TEXT.search(text) else text.replace("\r\n", "\n").replace("\r", "\n")
