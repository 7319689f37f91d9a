"""Which program wrote a file: by what it holds first, by its name where that does not tell."""

from __future__ import annotations

import io
import os
import re
import zipfile
from collections.abc import Iterator
from pathlib import Path, PurePath
from typing import Any, Final

from orchestrator_desktop.domain.errors import UserError
from orchestrator_desktop.domain.transfer import Format
from orchestrator_desktop.exchange.source import decode, load_json

CHECKBOX: Final = re.compile(
    r"(?m)^[ \t>]*(?:(?:[-*+]|\d{1,9}[.)])[ \t]+\[[^\]\n]\](?:[ \t]|$)"
    r"|(?:[-*+][ \t]+)?(?:\[[ xX]?\]|[☐☑☒])[ \t]+\S"
    r"|[-*+]+[ \t]+(?:TODO|DOING|NOW|LATER|DONE)[ \t]+\S)"
)
"""A line of a Markdown checklist, of one as notes are copied, or of an outline of Logseq's."""

TICKTICK: Final = re.compile(r'(?mi)^"?Folder Name"?([,;\t])"?List Name"?\1"?Title\b')
"""The heads of a backup of TickTick, and what stands between its columns once a spreadsheet has saved it again."""

_SQLITE: Final = b"SQLite format 3\0"
_ZIP: Final = b"PK\x03\x04"
_HEAD: Final = 65_536
_JSON: Final = re.compile(r'\s*(?:\{\s*["}]|\[\s*(?:\{|\]\s*\Z))')
_CALENDAR: Final = re.compile(r"\s*BEGIN:(?:VCALENDAR|VTODO)\b", re.I)
_GNOME: Final = re.compile(r"\s*(?:<\?xml.*?\?>|<!--.*?-->|\s)*<(?:project|gtgData|tasks)\b", re.S)
_SUPER_PRODUCTIVITY: Final = re.compile(r'"task"\s*:\s*\{\s*"(?:ids|entities)"')
_OURS: Final = re.compile(r'"format"\s*:\s*"orchestrator"')
_TODO_TXT: Final = re.compile(
    r"(?m)^(?:x \d{4}-\d\d-\d\d |\([A-Z]\) |\d{4}-\d\d-\d\d \S|.*(?:^|\s)[+@]\w|.*\s(?:due|t|rec):\S)"
)
_TODO_TXT_KINDS: Final = ("", ".txt", ".text", ".todo")
_TODO_TXT_NAME: Final = re.compile(r"(?:^|[-_. ])(?:todo|done)\.txt$", re.I)
_TABLE_NAMES: Final = frozenset(
    {"title", "task", "task name", "name", "summary", "subject", "content", "todo", "to-do", "description"}
    | {"titre", "tâche", "tache", "nom", "sujet", "objet", "intitulé", "nom de la tâche", "libellé"}
)
_ENDINGS: Final = {
    ".ics": Format.ICALENDAR,
    ".ical": Format.ICALENDAR,
    ".ifb": Format.ICALENDAR,
    ".icalendar": Format.ICALENDAR,
    ".vcs": Format.ICALENDAR,
    ".csv": Format.CSV,
    ".tsv": Format.CSV,
    ".md": Format.MARKDOWN,
    ".markdown": Format.MARKDOWN,
    ".mkd": Format.MARKDOWN,
    ".mdown": Format.MARKDOWN,
    ".txt": Format.TODO_TXT,
    ".gtg": Format.GNOME,
}


def detect(name: str, data: bytes) -> Format | None:
    """The format of a file, None where it is none that is read."""
    if data.startswith(_SQLITE):
        return Format.THINGS
    if data.startswith(_ZIP):
        return _archive(data)
    try:
        head = decode(data[:_HEAD])
        if _JSON.match(head):
            return _json(decode(data), name)
    except UserError:
        return None
    return _text(head, name) or by_name(name, head)


def looks_like_json(data: bytes) -> bool:
    return b"\0" not in data and _JSON.match(decode(data[:100])) is not None


def by_name(name: str, text: str = "") -> Format | None:
    """What a file is that does not show it: an empty one, or one whose lines may be anything."""
    ending = PurePath(name).suffix.lower()
    if text and ending == ".txt" and not _TODO_TXT_NAME.search(name) and CHECKBOX.search(text):
        return Format.MARKDOWN
    return _ENDINGS.get(ending)


def markdown_files(folder: Path) -> Iterator[Path]:
    """The Markdown files in a folder and below it, but not in hidden folders: they are a program's own."""
    for at, folders, names in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(names):
            if _ENDINGS.get(PurePath(name).suffix.lower()) is Format.MARKDOWN and not name.startswith("."):
                yield Path(at, name)


def _archive(data: bytes) -> Format | None:
    """Todoist's backup is an archive of a table for each project."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            names = archive.namelist()
    except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError):
        return Format.TODOIST  # which says that it is damaged
    return Format.TODOIST if any(name.lower().endswith(".csv") for name in names) else None


def _json(text: str, name: str) -> Format | None:
    if _OURS.search(text[:400]):
        return Format.JSON
    head = text[:_HEAD]
    if '"uuid"' in head and '"status"' in head and '"description"' in head:
        return Format.TASKWARRIOR
    if _SUPER_PRODUCTIVITY.search(text):
        return Format.SUPER_PRODUCTIVITY
    try:
        value = load_json(text, name)
    except UserError:
        return Format.TASKWARRIOR if text.lstrip().startswith('{"') and '"description"' in head else None
    return _shape(value)


def _shape(value: Any) -> Format | None:
    if isinstance(value, list):
        known = all(isinstance(item, dict) and "description" in item for item in value)
        return Format.TASKWARRIOR if known else None
    if not isinstance(value, dict):
        return None
    if value.get("format") == "orchestrator":
        return Format.JSON
    for key in ("data", "mainModelData", "MAIN"):
        if isinstance(value.get(key), dict):
            value = value[key]
    if isinstance(value.get("task"), dict) and {"ids", "entities"} & set(value["task"]):
        return Format.SUPER_PRODUCTIVITY
    return Format.TASKWARRIOR if {"uuid", "description"} <= set(value) else None


def _text(head: str, name: str) -> Format | None:
    if _CALENDAR.match(head):
        return Format.ICALENDAR
    if _GNOME.match(head):
        return Format.GNOME
    if table := _table(head):
        return table
    boxes, lines = len(CHECKBOX.findall(head)), len(_TODO_TXT.findall(head))
    if boxes and boxes >= lines and not (lines and _TODO_TXT_NAME.search(name)):
        return Format.MARKDOWN
    return Format.TODO_TXT if lines and _is_todo_txt(head, name, lines) else None


def _is_todo_txt(head: str, name: str, lines: int) -> bool:
    """Any text has a line that could be one of todo.txt; where the name does not say so, most must be."""
    if re.search(r"(?m)^#{1,6} ", head) or re.match(r'\[\w+:"', head):  # headings; Taskwarrior's own data
        return False
    known = PurePath(name).suffix.lower() in _TODO_TXT_KINDS
    return known or 2 * lines > sum(1 for line in head.split("\n") if line.strip())


def _table(head: str) -> Format | None:
    first = head.lstrip().partition("\n")[0].lower()
    if first.startswith(("type,content", "type;content")):
        return Format.TODOIST
    names = [cell.strip().strip('"').strip() for cell in re.split("[,;\t]", first)]
    if TICKTICK.search(head):
        return Format.TICKTICK
    return Format.CSV if len(names) > 1 and _TABLE_NAMES & set(names) else None
