"""TickTick's backup: some lines about itself, then a CSV of all tasks, with checklists as lines of their content."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta, tzinfo
from functools import cache
from typing import Any, Final

from orchestrator_desktop.domain.errors import QT_TRANSLATE_NOOP, UserError
from orchestrator_desktop.domain.moments import local_day
from orchestrator_desktop.domain.recurrence import Recurrence
from orchestrator_desktop.domain.task import Due, Stage
from orchestrator_desktop.domain.transfer import Batch, CheckLine, Format, Record
from orchestrator_desktop.exchange.clock import local, noon, read_stamp, to_utc
from orchestrator_desktop.exchange.detecting import TICKTICK
from orchestrator_desktop.exchange.fitting import Losses, name_of, names_of, settled, title_and_notes
from orchestrator_desktop.exchange.repeating import WORKING_DAYS, repeated
from orchestrator_desktop.exchange.source import Progress, SourceFile, decode, told
from orchestrator_desktop.exchange.spoken import zone_of
from orchestrator_desktop.exchange.tabular import Line, Names, Row, read_rows, table

_HEADS: Final = frozenset({"TITLE", "LIST NAME"})
_INBOX: Final = frozenset({"", "inbox", "收集箱", "收件匣", "boîte de réception", "eingang", "bandeja de entrada"})
_MARK: Final = re.compile("([▪▫])")
_DONE_MARK: Final = "▪"
_PRIORITIES: Final = {"5": 1, "3": 2, "1": 3}
_STAGES: Final = {"0": Stage.INBOX, "1": Stage.DONE, "2": Stage.DONE, "-1": Stage.DROPPED}
_RULE: Final = re.compile(r"(?:RRULE:)?((?:[A-Z_]+=[^;\s]*;?)*FREQ=(?:[^;\s]+)(?:;[A-Z_]+=[^;\s]*)*)", re.I)
_OWN_PART: Final = re.compile(r"TT_[A-Z]+=", re.I)
_ID: Final = 20
"""Characters of a name that a task keeps; a shorter one is its place in this export."""
_DAY: Final = timedelta(days=1)

_NO_WORDS: Final = QT_TRANSLATE_NOOP("exchange", "A task without any words")
_NO_DATE: Final = QT_TRANSLATE_NOOP("exchange", "“{value}” is no date that is understood")
_NO_RULE: Final = QT_TRANSLATE_NOOP("exchange", "A task cannot repeat by “{value}”")
_HOLIDAYS: Final = QT_TRANSLATE_NOOP("exchange", "A repetition that leaves out holidays: they are not known here")
_REMINDER: Final = QT_TRANSLATE_NOOP("exchange", "A reminder")
_NOTE: Final = QT_TRANSLATE_NOOP("exchange", "A note that is no task: it comes in as one")
_PLACES: Final = QT_TRANSLATE_NOOP("exchange", "A folder or column of a list: its name is kept with the task, unseen")
_STATUS: Final = QT_TRANSLATE_NOOP("exchange", "The status “{value}” is not known: the task is open")
_MORE: Final = QT_TRANSLATE_NOOP("exchange", "A line has more cells than the table has columns")


def read_batch(source: SourceFile, *, now: datetime, progress: Progress | None = None) -> Batch:
    """The tasks of a backup. Raises UserError, Cancelled."""
    del now
    losses = Losses()
    text = decode(source.data)
    heads = TICKTICK.search(text)
    rows = list(read_rows(text, "," if heads is None else heads[1]))
    lines = table(_from_heads(rows, source.name), upper=True).lines
    uids = _uids(lines)
    parents = {line["TASKID"]: uid for line, uid in zip(lines, uids, strict=True) if line["TASKID"]}
    reading = _Reading(parents, _ranks(lines), losses)
    pairs = list(zip(lines, uids, strict=True))
    records = [record for line, uid in told(pairs, progress) if (record := reading.record(line, uid)) is not None]
    return Batch(Format.TICKTICK, settled(records, losses), losses.all())


def _from_heads(rows: Sequence[Row], name: str) -> Sequence[Row]:
    """The table without what stands above it. Raises UserError where there is none."""
    for place, row in enumerate(rows):
        if {" ".join(cell.split()).upper() for cell in row} >= _HEADS:
            return rows[place:]
    raise UserError(
        QT_TRANSLATE_NOOP(
            "errors",
            "{name} is no backup of TickTick: it has no columns “List Name” and “Title”. Nothing was imported; "
            "generate the backup again, or say which format it is.",
        ),
        name=name,
    )


def _uids(lines: Iterable[Line]) -> list[str]:
    """Its moment of creation names a task. Newer backups number tasks anew each time, so the number does not."""
    times = Counter(line["CREATED TIME"] for line in lines)
    names = Names(Format.TICKTICK)
    return [
        line["TASKID"]
        if len(line["TASKID"]) >= _ID
        else names.make(line["CREATED TIME"])
        if line["CREATED TIME"] and times[line["CREATED TIME"]] == 1
        else names.make(line["CREATED TIME"], line["LIST NAME"], line["TITLE"])
        for line in lines
    ]


@dataclass(frozen=True, slots=True)
class _Reading:
    """What the lines of a backup have in common."""

    parents: Mapping[str, str]
    ranks: Mapping[str, float]
    losses: Losses
    zone: Callable[[str], tzinfo | None] = field(default_factory=lambda: cache(_zone))
    domain: Callable[[str], str | None] = field(default_factory=lambda: cache(_domain))
    rule: Callable[[str], Recurrence | None] = field(default_factory=lambda: cache(_rule))
    tags: Callable[[str], tuple[str, ...]] = field(default_factory=lambda: cache(_tags))

    def record(self, line: Line, uid: str) -> Record | None:
        self._say_lost(line)
        notes, checklist = _content(line)
        fitted = title_and_notes(line["TITLE"], notes)
        if fitted is None:
            self.losses.add(_NO_WORDS)
            return None
        start, due, minutes = self._dates(line)
        stage = self._stage(line["STATUS"])
        return Record(
            title=fitted[0],
            notes=fitted[1],
            uid=uid,
            stage=stage,
            domain=self.domain(line["LIST NAME"]),
            tags=self.tags(line["TAGS"]),
            due=due,
            defer=start,
            priority=_PRIORITIES.get(line["PRIORITY"]),
            estimate_minutes=minutes,
            recurrence=self._recurrence(line["REPEAT"], due) if stage.open else None,
            parent=self.parents.get(line["PARENTID"], line["PARENTID"]),
            checklist=checklist,
            position=self.ranks.get(line["ORDER"]),
            created_at=self._moment(line["CREATED TIME"]),
            done_at=self._moment(line["COMPLETED TIME"]),
            extra=_extra(line),
        )

    def _say_lost(self, line: Line) -> None:
        for template, is_lost in (
            (_REMINDER, line["REMINDER"]),
            (_NOTE, line["KIND"].upper() == "NOTE" or line["PROJECTKIND"].upper() == "NOTE"),
            (_PLACES, line["FOLDER NAME"] or line["COLUMN NAME"]),
            (_MORE, line.more),
        ):
            if is_lost:
                self.losses.add(template)

    def _stage(self, status: str) -> Stage:
        if status and status not in _STAGES:
            self.losses.add(_STATUS, value=status)
        return _STAGES.get(status, Stage.INBOX)

    def _dates(self, line: Line) -> tuple[Due, Due, int | None]:
        """(defer, due, minutes). The two dates of a task are its first and last, of one with a time its first and last
        minute."""
        first, last = self._date(line, "START DATE"), self._date(line, "DUE DATE")
        due = first if last is None else last
        if first is None or last is None or first == last:
            return None, due, None
        if isinstance(first, datetime) and isinstance(last, datetime) and timedelta() < last - first < _DAY:
            return None, due, int((last - first) / timedelta(minutes=1)) or None
        return (first if local_day(first) < local_day(last) else None), due, None

    def _date(self, line: Line, column: str) -> Due:
        text = line[column]
        if not text:
            return None
        zone = self.zone(line["TIMEZONE"])
        moment = read_stamp(text, zone)
        if moment is None:
            self.losses.add(_NO_DATE, value=text)
        if not isinstance(moment, datetime):
            return moment
        if line["IS ALL DAY"].lower() in ("true", "y", "1"):
            return _whole_day(moment, zone)
        if zone is not None and line["IS FLOATING"].lower() in ("true", "y", "1"):
            return to_utc(moment.astimezone(zone).replace(tzinfo=None))
        return moment

    def _moment(self, text: str) -> datetime | None:
        if not text:
            return None
        found = read_stamp(text)
        if found is None:
            self.losses.add(_NO_DATE, value=text)
        return noon(found) if found is not None and not isinstance(found, datetime) else found

    def _recurrence(self, text: str, due: Due) -> Recurrence | None:
        if not text:
            return None
        found = self.rule(text)
        if found is None:
            self.losses.add(_NO_RULE, value=text)
            return None
        if "HOLIDAY" in text.upper():
            self.losses.add(_HOLIDAYS)
        return found if due is None else replace(found, start=local(due))


def _rule(text: str) -> Recurrence | None:
    """Own kinds (chosen days, a moon calendar, a forgetting curve) are no rules."""
    match = None if text.upper().startswith(("ERULE", "LUNAR")) else _RULE.search(text)
    return None if match is None else repeated(_plain(match[1]))


def _plain(rule: str) -> str:
    """A rule without what TickTick alone has in it, said in RFC 5545 where that can be."""
    given = [part for part in rule.upper().split(";") if part]
    plain = [part for part in given if not _OWN_PART.match(part)]
    own = {name: value for name, _, value in (part.partition("=") for part in given if _OWN_PART.match(part))}
    if "WEEKEND" in own.get("TT_SKIP", "") and set(plain) <= {"FREQ=DAILY", "INTERVAL=1"}:
        return WORKING_DAYS
    if (which := own.get("TT_WORKDAY")) in ("1", "-1"):
        return ";".join([*plain, "BYDAY=MO,TU,WE,TH,FR", f"BYSETPOS={which}"])
    return ";".join(plain)


def _whole_day(moment: datetime, zone: tzinfo | None) -> Due:
    """A whole day is its first moment where the task was made."""
    if zone is None and moment.astimezone(UTC).time().isoformat() == "00:00:00":
        return moment.astimezone(UTC).date()
    try:
        return moment.astimezone(zone).date()
    except (OverflowError, ValueError, OSError):
        return moment.date()


def _content(line: Line) -> tuple[str, tuple[CheckLine, ...]]:
    """The notes and the checklist. Its lines begin with a filled square where they are done."""
    content = line["CONTENT"]
    is_list = line["IS CHECK LIST"].lower() in ("y", "true", "1") or line["KIND"].upper() == "CHECKLIST"
    if not is_list or not _MARK.search(content):
        return content, ()
    notes, *pieces = _MARK.split(content)
    pairs = zip(pieces[::2], pieces[1::2], strict=True)
    items = tuple(CheckLine(" ".join(text.split()), mark == _DONE_MARK) for mark, text in pairs if text.strip())
    return notes.strip(), items


def _domain(name: str) -> str | None:
    return None if name.casefold() in _INBOX else name_of(name)


def _tags(text: str) -> tuple[str, ...]:
    return names_of(tag.strip().removeprefix("#") for tag in text.split(",") if tag.strip())


def _zone(name: str) -> tzinfo | None:
    return zone_of(name) if name else None


def _ranks(lines: Iterable[Line]) -> dict[str, float]:
    """TickTick's numbers for the order are as large as they come: what counts is which is first."""
    numbers = {line["ORDER"]: number for line in lines if (number := _number(line["ORDER"])) is not None}
    return {text: float(rank) for rank, text in enumerate(sorted(numbers, key=numbers.__getitem__))}


def _number(text: str) -> float | None:
    try:
        number = float(text)
    except ValueError:
        return None
    return number if math.isfinite(number) else None


def _extra(line: Line) -> dict[str, Any]:
    names = {
        "folder": "FOLDER NAME",
        "column": "COLUMN NAME",
        "kind": "KIND",
        "reminder": "REMINDER",
        "repeat": "REPEAT",
        "timezone": "TIMEZONE",
    }
    values = {name: line[column] for name, column in names.items()}
    return {name: value for name, value in values.items() if value and (name, value) != ("kind", "TEXT")}
