"""Reads a file of another program, whichever it is, without touching it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from importlib import import_module
from pathlib import Path
from typing import Any, Final

from orchestrator_desktop.domain.errors import QT_TRANSLATE_NOOP, UsageError, UserError
from orchestrator_desktop.domain.transfer import Batch, Format
from orchestrator_desktop.exchange.detecting import by_name, detect, looks_like_json, markdown_files
from orchestrator_desktop.exchange.source import Cancelled, Progress, SourceFile, decode, load_json, told, unreadable

__all__ = ["Cancelled", "Progress", "SourceFile", "decode", "detect", "load_json", "read", "told"]

LARGEST: Final = 1_000_000_000
"""Bytes of a file; a device would have no end."""

_MODULES: Final = {
    Format.JSON: "jsonfile",
    Format.TODO_TXT: "todotxt",
    Format.TASKWARRIOR: "taskwarrior",
    Format.ICALENDAR: "ical",
    Format.TODOIST: "todoist",
    Format.TICKTICK: "ticktick",
    Format.THINGS: "things",
    Format.SUPER_PRODUCTIVITY: "superproductivity",
    Format.GNOME: "gtg",
    Format.MARKDOWN: "markdown",
    Format.CSV: "csvfile",
}
"""Each has `read_batch(source, *, now, progress)`; that of plain tables takes `mapping` too."""

Tables = Callable[[Path, Sequence[str]], Mapping[str, Sequence[Mapping[str, Any]]]]
"""Rows, by the names of their columns, of those of some tables that a database has."""

_BLANKS: Final = b"\xef\xbb\xbf\xff\xfe\x00 \t\r\n"
_BLANK: Final = 4096

_THINGS: Final = "main.sqlite"
"""Things keeps its database in a folder that its system shows as a file."""


def read(
    path: Path,
    *,
    format: Format | None = None,
    now: datetime,
    mapping: Mapping[str, str] | None = None,
    progress: Progress | None = None,
    tables: Tables | None = None,
) -> Batch:
    """What the file or folder holds; by `format` where it is given, else by what it looks like.

    `mapping` names the columns of a plain table, `tables` reads a database (`store.foreign.tables`; without it a
    database is no file that is known). Raises UserError for what cannot be read or understood (a missing file is a
    UsageError), Cancelled when `progress` says so."""
    return understood(source_of(path), format=format, now=now, mapping=mapping, progress=progress, tables=tables)


def understood(
    source: SourceFile,
    *,
    format: Format | None = None,
    now: datetime,
    mapping: Mapping[str, str] | None = None,
    progress: Progress | None = None,
    tables: Tables | None = None,
) -> Batch:
    """As `read`, of a file or folder that was opened already."""
    found = format or _format(source)
    if _is_folder(source) and not (found is Format.MARKDOWN and _is_vault(source)):
        raise _folder(source)
    if found is Format.THINGS:
        return _things(source, tables, now=now, progress=progress)
    if not is_blank(source) or _is_folder(source):
        extra = {"mapping": mapping} if found is Format.CSV else {}
        return _reader(found)(source, now=now, progress=progress, **extra)
    return Batch(found, ())


def _things(source: SourceFile, tables: Tables | None, *, now: datetime, progress: Progress | None) -> Batch:
    from orchestrator_desktop.exchange import things

    if tables is None or source.path is None:
        raise _unknown(source.name)
    return things.read_batch(tables(source.path, things.TABLES), now=now, progress=progress)


def _format(source: SourceFile) -> Format:
    if _is_folder(source):
        return Format.MARKDOWN
    if is_blank(source):
        return by_name(source.name) or Format.TODO_TXT
    found = detect(source.name, source.data)
    if found is None and looks_like_json(source.data):
        load_json(decode(source.data), source.name)  # where it breaks off says more than that it is not known
    if found is None:
        raise _unknown(source.name)
    return found


def is_blank(source: SourceFile) -> bool:
    """Whether a file holds nothing, or a byte order mark and blank lines alone."""
    return not source.data[:_BLANK].strip(_BLANKS) and not source.data.strip(_BLANKS)


def _is_folder(source: SourceFile) -> bool:
    return source.path is not None and source.path.is_dir()


def source_of(path: Path) -> SourceFile:
    """The file, or the folder's name. Raises UserError, UsageError for what cannot be read."""
    if path.is_dir() and (path / _THINGS).is_file():
        path = path / _THINGS
    if path.is_dir():
        return SourceFile(path.name, b"", path)
    try:
        with path.open("rb") as file:
            data = file.read(LARGEST + 1)
    except OSError as error:
        raise unreadable(path, error) from error
    if len(data) > LARGEST:
        raise UserError(
            QT_TRANSLATE_NOOP("errors", "{path} is larger than 1 GB. Nothing was imported; export it in parts."),
            path=path,
        )
    return SourceFile(path.name, data, path)


def _is_vault(source: SourceFile) -> bool:
    return source.path is not None and any(markdown_files(source.path))


def _folder(source: SourceFile) -> UsageError:
    return UsageError(
        QT_TRANSLATE_NOOP(
            "errors",
            "{path} is a folder, and none of Markdown files. Nothing was imported; choose the file that the other "
            "program wrote.",
        ),
        path=source.path,
    )


def _unknown(name: str) -> UserError:
    return UserError(
        QT_TRANSLATE_NOOP(
            "errors",
            "{name} is no task file that is known. Nothing was imported; export from the other program as iCalendar, "
            "todo.txt, Markdown, CSV or JSON, or say which format it is.",
        ),
        name=name,
    )


def _reader(format: Format) -> Callable[..., Batch]:
    """Imported when it is first needed."""
    module = import_module(f"orchestrator_desktop.exchange.{_MODULES[format]}")
    reader: Callable[..., Batch] = module.read_batch
    return reader
