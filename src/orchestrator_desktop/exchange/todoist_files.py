"""The tables of a Todoist export: one project's CSV, or the backup, which is a ZIP of one for each project."""

from __future__ import annotations

import io
import re
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from datetime import date
from pathlib import PurePosixPath
from typing import Final

from orchestrator_desktop.domain.errors import QT_TRANSLATE_NOOP, UserError
from orchestrator_desktop.exchange.fitting import Losses
from orchestrator_desktop.exchange.source import SourceFile

_ZIP: Final = b"PK\x03\x04"
_MOST_FILES: Final = 5_000
_MOST_BYTES: Final = 300_000_000
"""Of all the tables unpacked: a small file may hold a whole disk of zeros."""
_ID: Final = re.compile(r"\s*\[[^\[\]]*\]\s*$")
_COPY: Final = re.compile(r"\s+\(\d+\)$")
_INBOX: Final = frozenset(
    {"inbox", "boîte de réception", "boite de réception", "eingang", "posteingang", "bandeja de entrada"}
    | {"posta in arrivo", "in arrivo", "postvak in", "caixa de entrada", "entrada", "inkorg", "indbakke", "innboks"}
)
_YOUNGEST: Final = 2007
"""Todoist's own year: an earlier date of a file in an archive is none."""
_UTF8_NAME: Final = 0x800

NO_TABLE: Final = QT_TRANSLATE_NOOP("exchange", "The file “{name}” in the archive is no table of tasks")


@dataclass(frozen=True, slots=True)
class ProjectFile:
    """One project's table, not decoded."""

    project: str
    """Empty for the inbox."""
    name: str
    data: bytes
    written: date | None = None
    """The day on which it was exported, where that is known."""


def project_files(source: SourceFile, losses: Losses) -> Iterator[ProjectFile]:
    """Raises UserError for an archive that is damaged, locked, or larger than any backup."""
    if not source.data.startswith(_ZIP):
        yield ProjectFile(_project(source.name), source.name, source.data)
        return
    try:
        with zipfile.ZipFile(io.BytesIO(source.data)) as archive:
            yield from _members(archive, source.name, losses)
    except (zipfile.BadZipFile, zlib.error, EOFError, OSError, ValueError, NotImplementedError) as error:
        raise _damaged(source.name) from error
    except RuntimeError as error:  # zipfile's word for a password that is missing
        raise UserError(
            QT_TRANSLATE_NOOP(
                "errors", "{name} is locked by a password. Nothing was imported; unpack it, and import its files."
            ),
            name=source.name,
        ) from error


def _members(archive: zipfile.ZipFile, name: str, losses: Losses) -> Iterator[ProjectFile]:
    left = _MOST_BYTES
    infos = archive.infolist()
    if len(infos) > _MOST_FILES:
        raise _too_large(name)
    for info in infos:
        path = PurePosixPath(_name(info).replace("\\", "/"))
        if info.is_dir() or path.name.startswith(".") or "__MACOSX" in path.parts:
            continue
        if path.suffix.lower() != ".csv":
            losses.add(NO_TABLE, name=path.name)
            continue
        with archive.open(info) as file:
            data = file.read(left + 1)
        left -= len(data)
        if left < 0:
            raise _too_large(name)
        yield ProjectFile(_project(path.name), path.name, data, _written(info))


def _name(info: zipfile.ZipInfo) -> str:
    """Names in UTF-8 whose archive does not say so are read as the IBM PC's of 1981."""
    if not info.flag_bits & _UTF8_NAME:
        with suppress(UnicodeError):
            return info.filename.encode("cp437").decode("utf-8")
    return info.filename


def _project(file: str) -> str:
    """ "Travaux [2203306141].csv" is the project "Travaux"."""
    stem = file[:-4] if file.lower().endswith(".csv") else file
    name = _ID.sub("", _COPY.sub("", stem)).strip()
    return "" if name.casefold() in _INBOX else name


def _written(info: zipfile.ZipInfo) -> date | None:
    year, month, day = info.date_time[:3]
    try:
        return date(year, month, day) if year >= _YOUNGEST else None
    except ValueError:
        return None


def _damaged(name: str) -> UserError:
    return UserError(
        QT_TRANSLATE_NOOP("errors", "The archive {name} is damaged. Nothing was imported; download it again."),
        name=name,
    )


def _too_large(name: str) -> UserError:
    return UserError(
        QT_TRANSLATE_NOOP(
            "errors", "The archive {name} holds more than any backup of tasks. Nothing was imported; check the file."
        ),
        name=name,
    )
