"""Writes tasks for other programs: whole or not at all, readable by the user alone."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from importlib import import_module
from pathlib import Path
from typing import Any, Final

from orchestrator_desktop.domain.errors import QT_TRANSLATE_NOOP, UsageError
from orchestrator_desktop.domain.transfer import Format, Record
from orchestrator_desktop.exchange.texts import unwritable

_MODULES: Final = {
    Format.JSON: "jsonfile_out",
    Format.TODO_TXT: "todotxt_out",
    Format.TASKWARRIOR: "taskwarrior_out",
    Format.ICALENDAR: "ical_out",
    Format.MARKDOWN: "markdown_out",
    Format.CSV: "csvfile",
}
"""Each has `written(records)`, the pieces of the file."""

_MARKDOWN_NAMES: Final = (".md", ".markdown")


def write(
    path: Path,
    batch_records: Iterable[Record],
    *,
    format: Format,
    sections: Mapping[str, Sequence[Any]] | None = None,
) -> int:
    """Write tasks anew and return how many there are; the file appears when it is whole. `sections` go into the full
    JSON only. Markdown makes a folder of a file for each domain, unless the name is one of a file.

    Raises UsageError for what cannot be written, and for a format that is only read."""
    if format not in _MODULES:
        raise UsageError(
            QT_TRANSLATE_NOOP(
                "errors",
                "“{format}” is read, never written. Nothing was written; choose JSON, CSV, iCalendar or Markdown.",
            ),
            format=format.value,
        )
    module = import_module(f"orchestrator_desktop.exchange.{_MODULES[format]}")
    if format is Format.MARKDOWN and path.suffix.lower() not in _MARKDOWN_NAMES:
        folder: Callable[[Path, Iterable[Record]], int] = import_module(
            "orchestrator_desktop.exchange.markdown_folder"
        ).write_folder
        return folder(path, batch_records)
    counted = _Counted(batch_records)
    written: Callable[..., Iterator[str]] = module.written
    extra = {"sections": sections} if format is Format.JSON else {}
    write_pieces(path, written(counted, **extra))
    return counted.number


def write_pieces(path: Path, pieces: Iterable[str]) -> None:
    """A UTF-8 file of the pieces, in place of what was there, when it is whole; a device or a pipe is written into, and
    never replaced. Raises UsageError."""
    target = path.resolve() if path.is_symlink() else path
    part = None
    try:
        if path.exists() and not path.is_file() and not path.is_dir():
            with path.open("w", encoding="utf-8", errors="replace", newline="") as device:
                device.writelines(pieces)
            return
        handle, name = tempfile.mkstemp(prefix=".", suffix=".part", dir=target.parent)  # of mode 0600
        part = Path(name)
        with open(handle, "w", encoding="utf-8", errors="replace", newline="") as file:
            file.writelines(pieces)
            file.flush()
            os.fsync(handle)
        os.replace(part, target)
    except OSError as error:
        raise unwritable(path, error) from error
    finally:
        if part is not None:
            with suppress(OSError):
                part.unlink(missing_ok=True)


class _Counted:
    """Records that pass, and how many did."""

    def __init__(self, records: Iterable[Record]) -> None:
        self._records = records
        self.number = 0

    def __iter__(self) -> Iterator[Record]:
        for record in self._records:
            self.number += 1
            yield record
