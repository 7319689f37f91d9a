"""Text files of real life: byte order marks, UTF-16, Latin-1, and binaries that only look like text."""

from __future__ import annotations

import codecs
from pathlib import Path
from typing import Final

from orchestrator_desktop.domain.errors import QT_TRANSLATE_NOOP, UsageError

LARGEST: Final = 2_000_000
"""Bytes of a context file; more would not fit into any model's context anyway."""

_MARKS: Final = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)


def read_text(path: Path) -> str:
    """The file's text with plain line ends. Raises UsageError for what is missing, too large, or not text."""
    try:
        with path.open("rb") as file:
            raw = file.read(LARGEST + 1)  # its size would not tell: a device has none, and no end either
    except OSError as error:
        raise UsageError(
            QT_TRANSLATE_NOOP("errors", "{path} cannot be read: {reason}. Nothing was changed."),
            path=path,
            reason=error.strerror or "",
        ) from error
    if len(raw) > LARGEST:
        raise UsageError(
            QT_TRANSLATE_NOOP("errors", "{path} is larger than 2 MB. Nothing was changed; give the part that matters."),
            path=path,
        )
    return decode(raw, path).replace("\r\n", "\n").replace("\r", "\n")


def write_text(path: Path, text: str) -> None:
    """Write a file anew, in UTF-8 with plain line ends. Raises UsageError."""
    try:
        path.write_text(text, encoding="utf-8", newline="\n")
    except OSError as error:
        raise unwritable(path, error) from error


def unwritable(path: Path, error: OSError) -> UsageError:
    """What is said of a file that cannot be written."""
    return UsageError(
        QT_TRANSLATE_NOOP("errors", "{path} cannot be written: {reason}. Choose another place."),
        path=path,
        reason=error.strerror or "",
    )


def decode(raw: bytes, path: Path) -> str:
    """Text of `raw`: by its mark, else UTF-8, else Windows' Latin-1; UsageError where it is no text."""
    for mark, encoding in _MARKS:
        if raw.startswith(mark):
            return raw.decode(encoding, errors="replace")
    if b"\0" in raw:
        raise UsageError(
            QT_TRANSLATE_NOOP("errors", "{path} is not a text file. Nothing was changed; save it as text first."),
            path=path,
        )
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError:
        return raw.decode("cp1252", errors="replace")
