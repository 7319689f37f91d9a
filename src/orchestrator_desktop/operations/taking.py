"""Files that become tasks: a mail by what it says, any other file by its name, with itself attached."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final

from orchestrator_desktop.domain.brief import ContextItem
from orchestrator_desktop.domain.capture import Captured
from orchestrator_desktop.domain.changes import Changes
from orchestrator_desktop.domain.errors import QT_TRANSLATE_NOOP, UserError
from orchestrator_desktop.domain.task import clean_title
from orchestrator_desktop.domain.transfer import Attached
from orchestrator_desktop.exchange import mail
from orchestrator_desktop.operations.acting import Act, acting
from orchestrator_desktop.operations.attaching import attach_content, attach_kept
from orchestrator_desktop.operations.briefs import BriefEdits, write_brief
from orchestrator_desktop.operations.tasks import Given, add_captured
from orchestrator_desktop.store.store import Store
from orchestrator_desktop.system.files import keep_file

MAIL: Final = ".eml"


@dataclass(frozen=True, slots=True)
class _Taken:
    """One file, read and kept before anything is written."""

    title: str
    notes: str = ""
    files: tuple[Attached, ...] = ()
    kept: tuple[tuple[str, str, int], ...] = ()
    """(name, SHA-256, bytes) of what is in the data folder already."""
    context: tuple[ContextItem, ...] = ()
    """What others wrote: for a specialist it is material, never instructions."""


def take_files(store: Store, *, paths: Sequence[Path], given: Given | None = None, together: bool = False) -> Changes:
    """A task for each file, as one act; `together`: one task, named after the first, with them all.

    Raises UserError, with nothing added, where a file cannot be read."""
    taken = [_read(store, path) for path in paths]
    if together and taken:
        taken = [_joined(taken)]
    with acting(store, QT_TRANSLATE_NOOP("operations", "Add")) as act:
        # The last one first: lists show the newest first, and so the files as they were given.
        for one in reversed(taken):
            _add(act, one, given or Given())
    return act.changes


def _read(store: Store, path: Path) -> _Taken:
    if path.suffix.casefold() != MAIL:
        return _Taken(_title(path.stem, path.name), kept=(_keep(store, path),))
    found = mail.read_file(path)
    said = ", ".join(part for part in (found.sender, _when(found)) if part)
    notes = "\n\n".join(part for part in (said, found.text) if part)
    # What the notes cannot hold is not lost: the mail itself is kept as well.
    kept = (_keep(store, path),) if found.cut else ()
    title = _title(found.subject, path.stem)
    return _Taken(title, notes, found.files, kept, (ContextItem(title, notes, "mail"),) if notes else ())


def _keep(store: Store, path: Path) -> tuple[str, str, int]:
    return path.name, *keep_file(store.path.parent, path)


def _when(found: mail.Mail) -> str:
    return "" if found.sent is None else found.sent.strftime("%Y-%m-%d %H:%M")


def _title(words: str, instead: str) -> str:
    for text in (words, instead):
        try:
            return clean_title(text)
        except UserError:
            continue
    return "?"


def _joined(taken: Sequence[_Taken]) -> _Taken:
    notes = "\n\n---\n\n".join(one.notes for one in taken if one.notes)
    files = tuple(file for one in taken for file in one.files)
    kept = tuple(file for one in taken for file in one.kept)
    context = tuple(item for one in taken for item in one.context)
    return replace(taken[0], notes=notes, files=files, kept=kept, context=context)


def _add(act: Act, one: _Taken, given: Given) -> None:
    task_id = add_captured(act, Captured(one.title), replace(given, notes=one.notes))
    if one.context:
        # Without an objective of its own the task would ask with its notes, and so with the words of the mail.
        write_brief(act, task_id, BriefEdits(objective=one.title, context=one.context))
    for file in one.files:
        attach_content(act, task_id, file.name, file.content or b"")
    for name, sha256, size in one.kept:
        attach_kept(act, task_id, name, sha256, size)
