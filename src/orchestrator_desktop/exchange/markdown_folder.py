"""A folder of Markdown files, one for each domain: written whole beside the old one, then put in its place."""

from __future__ import annotations

import os
import re
import shutil
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import suppress
from itertools import chain, count
from pathlib import Path
from typing import Final

from orchestrator_desktop.domain.errors import QT_TRANSLATE_NOOP, UsageError
from orchestrator_desktop.domain.transfer import Record
from orchestrator_desktop.exchange.markdown_out import by_domain
from orchestrator_desktop.exchange.markdown_words import heading_text
from orchestrator_desktop.exchange.texts import unwritable

INBOX: Final = "Inbox"
MARK: Final = "---\nwritten_by: orchestrator\n---\n\n"
"""Front matter by which a later export knows its own files."""

_UNSAFE: Final = re.compile(r'[<>:"/\\|?*\x00-\x1f\x7f]')
_DEVICES: Final = re.compile(r"(?:con|prn|aux|nul|com[0-9]|lpt[0-9])(?:\..*)?", re.I)
_LONGEST: Final = 150
"""Bytes of a file's name."""


def write_folder(path: Path, records: Iterable[Record]) -> int:
    """Write the folder anew and return how many tasks it has. One that holds anything else is left as it is.

    Raises UsageError."""
    everything = list(records)
    path = path.resolve() if path.is_symlink() else path
    work = None
    try:
        _refuse_others(path)
        path.parent.mkdir(parents=True, exist_ok=True)
        work = Path(tempfile.mkdtemp(prefix=".", suffix=".part", dir=path.parent))
        _fill(work / "new", everything)
        if path.exists():
            os.replace(path, work / "old")
        try:
            os.replace(work / "new", path)
        except OSError:
            if (work / "old").exists():
                os.replace(work / "old", path)
            raise
    except OSError as error:
        raise unwritable(path, error) from error
    finally:
        if work is not None:
            with suppress(OSError):
                shutil.rmtree(work)
    return len(everything)


def file_name(domain: str) -> str:
    """A name that every system takes."""
    name = " ".join(_UNSAFE.sub("-", domain).split()).strip(". ")
    while len(name.encode()) > _LONGEST:
        name = name[:-1].rstrip(". ")
    return f"{name or 'Domain'}-" if _DEVICES.fullmatch(name) or not name else name


def _refuse_others(path: Path) -> None:
    if path.exists() and not path.is_dir():
        raise UsageError(
            QT_TRANSLATE_NOOP("errors", "{path} is no folder. Nothing was written; choose a new folder."), path=path
        )
    if path.is_dir() and not all(map(_ours, path.iterdir())):
        raise UsageError(
            QT_TRANSLATE_NOOP(
                "errors", "{path} holds files that are no export. Nothing was written; choose a new folder."
            ),
            path=path,
        )


def _ours(file: Path) -> bool:
    if not file.is_file() or file.suffix != ".md":
        return False
    with file.open("rb") as start:
        return start.read(len(MARK)) == MARK.encode()


def _fill(folder: Path, records: list[Record]) -> None:
    folder.mkdir(mode=0o700)
    taken = {INBOX.casefold()}
    for domain, lines in by_domain(records):
        heading = [] if domain is None else [f"# {heading_text(domain)}\n\n"]
        _write(folder / f"{INBOX if domain is None else _free(domain, taken)}.md", chain([MARK], heading, lines))


def _free(domain: str, taken: set[str]) -> str:
    """A name that no other file has, on systems too where case does not count."""
    base = file_name(domain)
    names: Iterator[str] = chain([base], (f"{base} {number}" for number in count(2)))
    name = next(name for name in names if name.casefold() not in taken)
    taken.add(name.casefold())
    return name


def _write(path: Path, pieces: Iterable[str]) -> None:
    handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with open(handle, "w", encoding="utf-8", errors="replace", newline="") as file:
        file.writelines(pieces)
