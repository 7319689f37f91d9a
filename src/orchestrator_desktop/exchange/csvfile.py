"""Plain tables of tasks: which column says what is guessed from the heads, or told."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from functools import cache
from itertools import islice
from typing import Any, Final

from orchestrator_desktop.domain.errors import QT_TRANSLATE_NOOP, UserError
from orchestrator_desktop.domain.moments import local_day
from orchestrator_desktop.domain.recurrence import MonthEnd, Recurrence
from orchestrator_desktop.domain.task import Due, Level, Stage
from orchestrator_desktop.domain.transfer import Batch, Format, Record
from orchestrator_desktop.exchange import csv_cells as cells
from orchestrator_desktop.exchange.clock import local, noon, read_wall
from orchestrator_desktop.exchange.csv_fields import FIELDS, guess, is_english, is_own, named
from orchestrator_desktop.exchange.csvfile_out import written
from orchestrator_desktop.exchange.fitting import (
    SAID,
    Losses,
    kept_stage,
    name_of,
    names_of,
    settled,
    title_and_notes,
)
from orchestrator_desktop.exchange.repeating import repeated
from orchestrator_desktop.exchange.source import Progress, SourceFile, decode, told
from orchestrator_desktop.exchange.spoken import Dates, Said, looks_american, puts_day_first
from orchestrator_desktop.exchange.tabular import Line, Names, Table, read_rows, table

__all__ = ["FIELDS", "columns", "guess", "read_batch", "sample", "written"]

_DATES: Final = ("due", "defer", "deadline", "created", "done_at")
_DATED: Final = {"chosen": "chosen_on", "created": "created_at"}
_SAMPLED: Final = 200
_LARGEST: Final = 2**53
_HEAD: Final = 20
"""Rows among which the heads of the columns are: some tables begin with blank ones."""

_NO_WORDS: Final = QT_TRANSLATE_NOOP("exchange", "A task without any words")
_NO_DATE: Final = QT_TRANSLATE_NOOP("exchange", "“{value}” is no date that is understood")
_NO_RULE: Final = QT_TRANSLATE_NOOP("exchange", "A task cannot repeat by “{value}”")
_STATUS: Final = QT_TRANSLATE_NOOP("exchange", "The status “{value}” is not known: the task is open")
_PRIORITY: Final = QT_TRANSLATE_NOOP("exchange", "The priority “{value}” is not known")
_LENGTH: Final = QT_TRANSLATE_NOOP("exchange", "“{value}” is no length of time")
_LEVEL: Final = QT_TRANSLATE_NOOP("exchange", "“{value}” is no level from 1 to 3")
_COLUMN: Final = QT_TRANSLATE_NOOP("exchange", "The column “{column}” stands for nothing here: it is kept, unseen")
_MORE: Final = QT_TRANSLATE_NOOP("exchange", "A line has more cells than the table has columns: the notes have them")


def columns(data: bytes) -> list[str]:
    """The names of a table's columns, as a mapping may name them. Raises UserError where it is no text."""
    return list(table(islice(read_rows(decode(data)), _HEAD)).columns)


def sample(data: bytes, number: int = 5) -> list[list[str]]:
    """The first rows under those columns, to show what they hold. Raises UserError where it is no text."""
    found = table(islice(read_rows(decode(data)), number + _HEAD))
    return [[line[column] for column in found.columns] for line in found.lines[:number]]


def read_batch(
    source: SourceFile,
    *,
    now: datetime,
    progress: Progress | None = None,
    mapping: Mapping[str, str] | None = None,
    day_first: bool = True,
) -> Batch:
    """The tasks of a table. `mapping` gives for each of some `FIELDS` the name of its column; without it the heads are
    understood as `guess` does. `day_first` orders 3/4 where the table itself does not show it.

    Raises UserError where no column holds titles, UsageError for a field or a column that is none, Cancelled."""
    rows = read_rows(decode(source.data))
    found = table(rows, strip=False)
    names = guess(found.columns) if mapping is None else named(mapping, found.columns)
    if "title" not in names:
        raise _no_title(source.name, found.columns)
    shown = puts_day_first(_sampled(found, names))
    if shown is None:
        shown = day_first and not (looks_american(_sampled(found, names)) and is_english(found.columns))
    losses = Losses()
    dates = Dates(now, day_first=shown)
    reading = _Reading(names, dates, losses, exact=mapping is None and is_own(found.columns))
    reading.name(found.lines)
    records = [record for line in told(found.lines, progress) if (record := reading.record(line)) is not None]
    return Batch(Format.CSV, settled(records, losses), losses.all())


def _no_title(name: str, names: Sequence[str]) -> UserError:
    return UserError(
        QT_TRANSLATE_NOOP(
            "errors",
            "No column of {name} is known to hold the titles. Nothing was imported; say which it is: {columns}.",
        ),
        name=name,
        columns=", ".join(names)[:500],
    )


def _sampled(found: Table, names: Mapping[str, str]) -> Iterable[str]:
    dated = [names[each] for each in _DATES if each in names]
    return (line[column] for line in found.lines[:_SAMPLED] for column in dated)


@dataclass(slots=True)
class _Reading:
    """How the lines of one table are read. `exact`: this program wrote it, so blanks and commas are meant."""

    names: Mapping[str, str]
    dates: Dates
    losses: Losses
    exact: bool
    uids: dict[int, str] = field(default_factory=dict)
    """By the identity of the line."""
    known: dict[str, str] = field(default_factory=dict)
    """Names of tasks by what another line may call them: their name, or their title."""
    unread: dict[str, str] = field(default_factory=dict)
    """Cells of the line at hand that are not understood, by column: they are kept."""
    said: dict[str, str] = field(default_factory=dict)
    """Dates of the line at hand that the same words would not mean on another day."""
    name_of: Callable[[str], str | None] = field(default_factory=lambda: cache(name_of))

    def name(self, lines: Iterable[Line]) -> None:
        """Give each line its name. Where the table has none, it is made from its title."""
        made = Names(Format.CSV)
        for line in lines:
            title, uid = self.cell(line, "title"), self.cell(line, "uid")
            if not uid and not self.exact:
                uid = made.make(self.cell(line, "domain"), title)
            self.uids[id(line)] = uid
            for name in (uid, "" if self.exact else title.casefold()):
                if name:
                    self.known.setdefault(name, uid)

    def cell(self, line: Line, name: str) -> str:
        text = line[self.names[name]] if name in self.names else ""
        return cells.unguarded(text) if self.exact else text.strip()

    def record(self, line: Line) -> Record | None:
        self.unread.clear()
        self.said.clear()
        fitted = title_and_notes(self.cell(line, "title"), self._notes(line))
        if fitted is None:
            self.losses.add(_NO_WORDS)
            return None
        said, done_at = self._due(line), self._when(line, "done_at")
        stage = self._stage(line, done_at)
        due = said.due
        return Record(
            title=fitted[0],
            notes=fitted[1],
            uid=self.uids[id(line)],
            stage=stage,
            level=self._level(line),
            domain=self._name(line, "domain"),
            tags=self._tags(line),
            due=due,
            defer=self._when(line, "defer"),
            deadline=self._when(line, "deadline"),
            chosen_on=_day(self._when(line, "chosen")),
            priority=self._priority(line),
            estimate_minutes=self._estimate(line),
            spent_seconds=self._spent(line),
            who=self._name(line, "who"),
            recurrence=self._recurrence(line, due) or said.recurrence,
            parent=self._other(self.cell(line, "parent")),
            needs=tuple(self._other(name) for name in cells.unpacked(self.cell(line, "needs"))),
            checklist=cells.checklist(self.cell(line, "checklist")),
            position=self._position(line),
            created_at=_moment(self._when(line, "created")),
            done_at=None if stage.open else _moment(done_at or self._done_date(line)),
            extra=self._extra(line),
        )

    def _notes(self, line: Line) -> str:
        if line.more:
            self.losses.add(_MORE)
        return "\n\n".join(text for text in (self.cell(line, "notes"), *line.more) if text)

    def _name(self, line: Line, name: str) -> str | None:
        text = self.cell(line, name)
        return self.name_of(text) if text else None

    def _tags(self, line: Line) -> tuple[str, ...]:
        texts = cells.unpacked(self.cell(line, "tags"))
        return names_of(text if self.exact else text.strip().lstrip("#@") for text in texts)

    def _other(self, text: str) -> str:
        """Another task, by its name or its title."""
        return self.known.get(text) or self.known.get(text.casefold()) or text

    def _due(self, line: Line) -> Said:
        day, clock = self.cell(line, "due"), self.cell(line, "due_time")
        said = self._said(f"{day} {clock}") if day and clock else self._said(day)
        return self._sure(self._said(day) if said.unread and clock else said, line, "due")

    def _when(self, line: Line, name: str) -> Due:
        return self._sure(self._said(self.cell(line, name)), line, name).due

    def _said(self, text: str) -> Said:
        if not text:
            return Said()
        found = cells.exact(text)
        return self.dates.read(text) if found is None else Said(found)

    def _sure(self, said: Said, line: Line, name: str) -> Said:
        if said.unread:
            self._lose(_NO_DATE, name, said.unread)
        if said.relative:
            self.said[_DATED.get(name, name)] = self.cell(line, name)
        return said

    def _lose(self, template: str, name: str, value: str) -> None:
        self.losses.add(template, value=value)
        self.unread[self.names[name]] = value

    def _stage(self, line: Line, done_at: Due) -> Stage:
        """What the state says, else whether it is done; a date of completion is one, too."""
        text, done = self.cell(line, "stage"), self.cell(line, "done")
        found = cells.stage(text) if text else None
        if text and found is None:
            self._lose(_STATUS, "stage", text)
        if found is not None and (self.exact or not found.open):
            return kept_stage(found)
        ticked = cells.stage(done)
        if ticked is None and self._done_date(line) is None:
            self._lose(_STATUS, "done", done)
        if ticked is not None and not ticked.open:
            return ticked
        is_done = ticked is None and self._done_date(line) is not None
        return Stage.DONE if is_done or done_at is not None else kept_stage(found or Stage.INBOX)

    def _done_date(self, line: Line) -> Due:
        """A column "Completed" may hold the day."""
        text = self.cell(line, "done")
        return None if not text or cells.stage(text) is not None else self._said(text).due

    def _level(self, line: Line) -> Level | None:
        text = self.cell(line, "level")
        if text in ("1", "2", "3"):
            return Level(int(text))
        if text:
            self._lose(_LEVEL, "level", text)
        return None

    def _priority(self, line: Line) -> int | None:
        text = self.cell(line, "priority")
        found = cells.priority(text) if text else 0
        if found is None:
            self._lose(_PRIORITY, "priority", text)
        return found or None

    def _estimate(self, line: Line) -> int | None:
        text = self.cell(line, "estimate")
        found = cells.estimate(text) if text else None
        if text and found is None:
            self._lose(_LENGTH, "estimate", text)
        return found

    def _spent(self, line: Line) -> int:
        """Seconds where this program wrote them, else as the estimate is said."""
        text = self.cell(line, "spent")
        if self.exact and text.isascii() and text.isdigit() and len(text) < len(str(_LARGEST)):
            return int(text)
        found = cells.estimate(text) if text else 0
        if found is None:
            self._lose(_LENGTH, "spent", text)
        return (found or 0) * 60

    def _recurrence(self, line: Line, due: Due) -> Recurrence | None:
        text = self.cell(line, "repeats")
        if not text:
            return None
        begin = self.cell(line, "repeats_from")
        start = read_wall(begin) if begin else None
        after_done = cells.stage(self.cell(line, "repeats_after_done")) is Stage.DONE
        month_end = MonthEnd.SKIP if self.cell(line, "month_end") == MonthEnd.SKIP else MonthEnd.CLAMP
        found = repeated(text, None if self.exact else due, start=start, after_done=after_done, month_end=month_end)
        if found is None:
            found = self._in_words(text, due)
        if found is None:
            self._lose(_NO_RULE, "repeats", text)
        return found

    def _in_words(self, text: str, due: Due) -> Recurrence | None:
        found = self.dates.read(text).recurrence
        if found is None:
            return None
        self.said["recurrence"] = text
        return repeated(found.rrule, due, after_done=found.after_done, start=found.start if due is None else local(due))

    def _position(self, line: Line) -> float | None:
        text = self.cell(line, "position").replace(",", ".")
        try:
            number = float(text)
        except ValueError:
            return None
        return number if abs(number) < _LARGEST else None

    def _extra(self, line: Line) -> dict[str, Any]:
        used = set(self.names.values())
        rest = {column: text for column, text in line.cells.items() if column not in used and text.strip()}
        for column in rest:
            self.losses.add(_COLUMN, column=column)
        extra = {"columns": rest | self.unread, SAID: dict(self.said)}
        return {name: value for name, value in extra.items() if value}


def _day(value: Due) -> date | None:
    return None if value is None else local_day(value)


def _moment(value: Due) -> datetime | None:
    """A day is its noon, which belongs to it wherever days begin."""
    if isinstance(value, datetime) or value is None:
        return value
    return noon(value)
