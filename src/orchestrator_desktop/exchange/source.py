"""A file of another program before it is understood: its bytes, its text, its JSON, and how far the reading is."""

from __future__ import annotations

import codecs
import hashlib
import json
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final, TypeVar

from orchestrator_desktop.domain.errors import QT_TRANSLATE_NOOP, UsageError, UserError

T = TypeVar("T")
Progress = Callable[[int, int], bool]
"""Called with what is done and how much there is; False stops the work."""

_STRIDE: Final = 100
_MARKS: Final = (  # UTF-32 first: its mark begins with that of UTF-16
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_HALF: Final = re.compile("[\ud800-\udfff]")
_HALF_ESCAPED: Final = re.compile(r"\\u[dD][89a-fA-F]")


def unreadable(path: Path, error: OSError) -> UsageError:
    """What is said of a file that the system does not give."""
    return UsageError(
        QT_TRANSLATE_NOOP("errors", "{path} cannot be read: {reason}. Nothing was imported."),
        path=path,
        reason=error.strerror or "",
    )


class Cancelled(Exception):  # noqa: N818 - it is none
    """Whoever watched the progress wanted no more: nothing was kept."""


@dataclass(frozen=True, slots=True)
class SourceFile:
    """What is read. `path` is None where the bytes came from elsewhere, and a folder's where the source is a folder
    (then there are no bytes)."""

    name: str
    data: bytes
    path: Path | None = None


def told(items: Sequence[T], progress: Progress | None) -> Iterator[T]:
    """The items, while `progress` hears of every hundredth and of the last. Raises Cancelled."""
    for done, item in enumerate(items):
        if progress is not None and done % _STRIDE == 0 and not progress(done, len(items)):
            raise Cancelled
        yield item
    if progress is not None and not progress(len(items), len(items)):
        raise Cancelled


def decode(data: bytes) -> str:
    """The text, with plain line ends: by its mark, else UTF-8, else Windows' Latin-1 line by line, as files grow by
    programs that do not agree. Raises UserError where it is no text."""
    return _marked(data).lstrip("\ufeff").replace("\r\n", "\n").replace("\r", "\n")


def sound(text: str) -> str:
    """Without halves of characters, which could not be written anywhere."""
    return _HALF.sub("\ufffd", text)


def digest(content: bytes | None) -> str:
    """By what a content is named wherever it is kept; empty where there is none."""
    return "" if content is None else hashlib.sha256(content).hexdigest()


def load_json(text: str, name: str, line: int = 1) -> Any:
    """The value that `text` holds, which begins at `line` of file `name`. Raises UserError that names the line."""
    try:
        # Some programs leave tabs and line ends in strings as they are; NaN is no value that a task has.
        value = json.loads(text, strict=False, parse_constant=lambda _: None, object_hook=_breathing)
        value = _sound(value) if ("\\ud" in text or "\\uD" in text) and _HALF_ESCAPED.search(text) else value
    except json.JSONDecodeError as error:
        raise broken(name, line + error.lineno - 1) from error
    except (RecursionError, ValueError) as error:  # nested beyond reason; a number of thousands of digits
        raise broken(name, line) from error
    return value


def _breathing(value: dict[str, Any]) -> dict[str, Any]:
    """Between two objects of a large file other threads have their turn: the window's would wait for the whole else."""
    return value


def broken(name: str, line: int) -> UserError:
    """What is said of a file that ends, or stops making sense, at a line."""
    return UserError(
        QT_TRANSLATE_NOOP(
            "errors",
            "{name} cannot be understood at line {line}. Nothing was imported; export it again from its program.",
        ),
        name=name,
        line=line,
    )


def _marked(data: bytes) -> str:
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return sound(data[len(mark) :].decode(encoding, errors="replace").replace("\0", ""))
    if b"\0" in data:
        raise UserError(
            QT_TRANSLATE_NOOP(
                "errors", "This is not a text file. Nothing was imported; choose what the program exported."
            )
        )
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return "".join(map(_line, data.splitlines(keepends=True)))


def _line(data: bytes) -> str:
    for encoding in ("utf-8", "cp1252"):
        try:
            return data.decode(encoding)
        except UnicodeDecodeError:
            continue
    return data.decode("latin-1")


def _sound(value: Any) -> Any:
    if isinstance(value, str):
        return sound(value)
    if isinstance(value, list):
        return [_sound(item) for item in value]
    if isinstance(value, dict):
        return {sound(key): _sound(item) for key, item in value.items()}
    return value
