"""Markdown checklists: boxes and boxes under boxes, a heading for a domain, notes moved in, the signs of Obsidian's
Tasks and the fields of Dataview. One file, or a folder of them."""

from __future__ import annotations

import hashlib
import re
from collections import Counter
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from typing import Any, Final

from orchestrator_desktop.domain.errors import QT_TRANSLATE_NOOP, UserError
from orchestrator_desktop.domain.recurrence import MonthEnd, Recurrence
from orchestrator_desktop.domain.task import Due, Level, Stage
from orchestrator_desktop.domain.transfer import Batch, CheckLine, Format, Record
from orchestrator_desktop.exchange.clock import at_clock, read_moment, read_stamp, read_wall
from orchestrator_desktop.exchange.detecting import markdown_files
from orchestrator_desktop.exchange.fitting import Losses, name_of, names_of, number_of, settled, title_and_notes
from orchestrator_desktop.exchange.markdown_notes import read_notes
from orchestrator_desktop.exchange.markdown_rule import read_every
from orchestrator_desktop.exchange.markdown_tree import Node, tree_of
from orchestrator_desktop.exchange.markdown_words import PRIORITIES, Words, from_field, ids_of, items, read_words
from orchestrator_desktop.exchange.repeating import repeated
from orchestrator_desktop.exchange.source import Progress, SourceFile, decode, told, unreadable

_SPAN: Final = re.compile(r"(?:([0-9]{1,4})\s*h)?\s*(?:([0-9]{1,6})\s*(?:m|min)?)?", re.I)
_NUMBER: Final = re.compile("[0-9]{1,15}")
_RANKS: Final = {"highest": 1, "high": 1, "medium": 2, "low": 3, "lowest": 3}
_KNOWN_STATUS: Final = " xX-"

_NO_WORDS: Final = QT_TRANSLATE_NOOP("exchange", "A task without any words")
_NO_DATE: Final = QT_TRANSLATE_NOOP("exchange", "“{value}” is no date")
_NO_RULE: Final = QT_TRANSLATE_NOOP("exchange", "A task cannot repeat by “{value}”")
_NO_TEXT: Final = QT_TRANSLATE_NOOP("exchange", "“{name}” of the folder is not a text file: it is left out")
_STRAY: Final = QT_TRANSLATE_NOOP("exchange", "A line of text that belongs to no task")
_SMALL: Final = QT_TRANSLATE_NOOP("exchange", "A heading below the highest level, which is the domain")


def read_batch(source: SourceFile, *, now: datetime, progress: Progress | None = None) -> Batch:
    """The tasks of a file or of a folder. Raises UserError, Cancelled."""
    del now
    files = list(_files(source))
    losses = Losses()
    records: list[Record] = []
    for file in told(files, progress):
        try:
            text = decode(file.data)
        except UserError:
            if file is source:
                raise
            losses.add(_NO_TEXT, name=file.name)
        else:
            records += _Reader(file.name, losses).records(text)
    return Batch(Format.MARKDOWN, settled(records, losses), losses.all())


def _files(source: SourceFile) -> Iterator[SourceFile]:
    if source.path is None or not source.path.is_dir():
        yield source
        return
    for path in markdown_files(source.path):
        yield SourceFile(path.relative_to(source.path).as_posix(), _bytes(path), path)


def _bytes(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise unreadable(path, error) from error


class _Reader:
    """Reads one file."""

    def __init__(self, file: str, losses: Losses) -> None:
        self._file = file
        self._losses = losses
        self._met: Counter[str] = Counter()

    def records(self, text: str) -> list[Record]:
        tree = tree_of(text)
        if tree.stray:
            self._losses.add(_STRAY, tree.stray)
        if small := tree.small_headings():
            self._losses.add(_SMALL, small)
        domains = tree.domains()
        found: list[Record] = []
        waiting = [(node, "") for node in reversed(tree.roots)]
        while waiting:
            node, parent = waiting.pop()
            record, parts = self._record(node, parent, domains[node.heading])
            if record is not None:
                found.append(record)
            waiting += [(part, record.uid if record else parent) for part in reversed(parts)]
        return found

    def _record(self, node: Node, parent: str, heading: str) -> tuple[Record | None, list[Node]]:
        """The task, and the boxes under it that are tasks themselves."""
        words = read_words(node.text)
        fitted = title_and_notes(words.title, read_notes(node.notes))
        if fitted is None:
            self._losses.add(_NO_WORDS)
            return None, node.children
        lines = [(part, line) for part in node.children if (line := _check_line(part)) is not None]
        parts = [part for part in node.children if all(part is not line for line, _ in lines)]
        record = Record(
            **self._fields(node, words),
            title=fitted[0],
            notes=fitted[1],
            uid=self._uid(words, heading, parent, fitted[0]),
            domain=name_of(from_field(words.fields["domain"]) if "domain" in words.fields else heading),
            tags=names_of([*items(words.fields.get("tags", "")), *words.tags]),
            parent=parent,
            checklist=tuple(line for _, line in lines),
        )
        return record, parts

    def _uid(self, words: Words, heading: str, parent: str, title: str) -> str:
        """Its own, else one made of where it stands and what it says."""
        own = ids_of(words.fields.get("id", ""))
        if own:
            return own[0]
        place = "\n".join((self._file, heading, parent, title))
        self._met[place] += 1
        return "md-" + hashlib.sha256(f"{place}\n{self._met[place]}".encode()).hexdigest()[:24]

    def _fields(self, node: Node, words: Words) -> dict[str, Any]:
        fields = words.fields
        due = self._when(fields, "due", "at")
        start, scheduled = self._when(fields, "start", "from"), self._when(fields, "scheduled", "")
        stage = _stage(node.status, fields)
        chosen = read_stamp(fields.get("chosen", ""))
        return {
            "stage": stage,
            "due": due,
            "defer": start if start is not None else scheduled,
            "deadline": self._when(fields, "deadline", ""),
            "chosen_on": None if isinstance(chosen, datetime) else chosen,
            "priority": _RANKS.get(fields.get("priority", "").lower()),
            "level": Level(int(fields["level"])) if fields.get("level", "") in ("1", "2", "3") else None,
            "estimate_minutes": _minutes(fields.get("estimate", "")),
            "spent_seconds": number_of(fields["spent"]) if _NUMBER.fullmatch(fields.get("spent", "")) else 0,
            "who": name_of(from_field(fields.get("who", ""))),
            "recurrence": self._recurrence(fields, due),
            "needs": tuple(ids_of(fields.get("dependson", ""))),
            "created_at": _day(fields, "created"),
            "done_at": None if stage.open else _day(fields, "completion") or _day(fields, "cancelled"),
            "extra": _extra(node, words),
        }

    def _when(self, fields: dict[str, str], key: str, clock_key: str) -> Due:
        text, clock = fields.get(key), fields.get(clock_key)
        if text is None:
            return None
        value = read_stamp(text)
        if value is None:
            self._losses.add(_NO_DATE, value=text)
        return at_clock(value, clock)

    def _recurrence(self, fields: dict[str, str], due: Due) -> Recurrence | None:
        text = fields.get("rrule", fields.get("repeat"))
        if text is None:
            return None
        if "rrule" in fields:
            month_end = MonthEnd.SKIP if fields.get("monthend") == MonthEnd.SKIP else MonthEnd.CLAMP
            start = read_wall(fields.get("begin", ""))
            found = repeated(text, after_done="after" in fields, month_end=month_end, start=start)
        else:
            found = read_every(text, due)
        if found is None:
            self._losses.add(_NO_RULE, value=text)
        return found


def _check_line(node: Node) -> CheckLine | None:
    """A box with a plus says no more than a line of a checklist."""
    words = read_words(node.text)
    more = node.children or node.notes or words.fields or words.tags or words.block
    if node.marker != "+" or more or not words.title or node.status not in " xX":
        return None
    return CheckLine(words.title, node.status != " ")


def _stage(status: str, fields: dict[str, str]) -> Stage:
    if status in "xX":
        return Stage.DONE
    if status == "-":
        return Stage.DROPPED
    return Stage.PLANNED if fields.get("stage") == Stage.PLANNED else Stage.INBOX


def _minutes(text: str) -> int | None:
    match = _SPAN.fullmatch(text.strip())
    minutes = int(match[1] or 0) * 60 + int(match[2] or 0) if match else 0
    return minutes or None


def _day(fields: dict[str, str], key: str) -> datetime | None:
    return read_moment(fields[key]) if key in fields else None


def _extra(node: Node, words: Words) -> dict[str, Any]:
    """What is written back as it was."""
    ranks = {name for name, _ in PRIORITIES.values()} - {"high", "medium", "low"}
    extra = {
        "status": "" if node.status in _KNOWN_STATUS else node.status,
        "priority": words.fields.get("priority", "") if words.fields.get("priority") in ranks else "",
        "scheduled": words.fields.get("scheduled", ""),
        "oncompletion": words.fields.get("oncompletion", ""),
        "block": words.block,
    }
    return {name: text for name, text in extra.items() if text}
