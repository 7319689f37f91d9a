"""Todoist's CSV, alone or in its backup: tasks, sections and comments in the order of the project, parts by indent."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, datetime, tzinfo
from typing import Any, Final

from orchestrator_desktop.domain.errors import QT_TRANSLATE_NOOP, UserError
from orchestrator_desktop.domain.transfer import Batch, Format, Record
from orchestrator_desktop.exchange.fitting import SAID, Losses, name_of, names_of, settled, title_and_notes
from orchestrator_desktop.exchange.source import Progress, SourceFile, decode, told
from orchestrator_desktop.exchange.spoken import Dates, Said, zone_of
from orchestrator_desktop.exchange.spoken_words import in_english
from orchestrator_desktop.exchange.tabular import Line, Names, read_rows, table
from orchestrator_desktop.exchange.todoist_files import NO_TABLE, ProjectFile, project_files

_LABEL: Final = re.compile(r"(?:^|(?<=\s))@([^\s@,;()\[\]{}\"]+)")
_FILE: Final = re.compile(r"\[\[file\s+(\{.*?\})\s*\]\]", re.S)
_PERSON: Final = re.compile(r"\s*\(\d+\)\s*$")
_PRIORITIES: Final = {"1": 1, "2": 2, "3": 3}
"""1 is the first; 4 is none."""
_LONGEST_DAY: Final = 24 * 60
_MONTH_FIRST: Final = ("US/", "America/")
"""Zones where 3/4 is in March."""

_NO_WORDS: Final = QT_TRANSLATE_NOOP("exchange", "A task without any words")
_NO_DATE: Final = QT_TRANSLATE_NOOP("exchange", "“{value}” is no date that is understood")
_SECTION: Final = QT_TRANSLATE_NOOP("exchange", "A section of a project: its name is kept with its tasks, unseen")
_PROJECT_NOTE: Final = QT_TRANSLATE_NOOP("exchange", "A comment on a project")
_FILES: Final = QT_TRANSLATE_NOOP("exchange", "A file that Todoist keeps: the notes have its link")
_REMINDER: Final = QT_TRANSLATE_NOOP("exchange", "A reminder")
_DURATION: Final = QT_TRANSLATE_NOOP("exchange", "A duration in days")
_UNKNOWN: Final = QT_TRANSLATE_NOOP("exchange", "A line of the kind “{kind}”")
_MORE: Final = QT_TRANSLATE_NOOP("exchange", "A line has more cells than the table has columns")


def read_batch(source: SourceFile, *, now: datetime, progress: Progress | None = None) -> Batch:
    """The tasks of a project, or of all projects of a backup. Raises UserError, Cancelled."""
    losses = Losses()
    lines: list[tuple[_Project, Line]] = []
    names = Names(Format.TODOIST)
    for file in project_files(source, losses):
        project = _Project(file, now, names)
        lines += ((project, line) for line in _lines(file, source, losses))
    for owner, line in told(lines, progress):
        owner.take(line, losses)
    records = [record for each in dict.fromkeys(owner for owner, _ in lines) for record in each.records(losses)]
    return Batch(Format.TODOIST, settled(records, losses), losses.all())


@dataclass(slots=True)
class _Task:
    """A task while its comments may still follow."""

    line: Line
    uid: str
    parent: str
    section: str
    position: float
    comments: list[Line] = field(default_factory=list)


@dataclass(eq=False, slots=True)
class _Project:
    """A project's table on its way: where its lines stand in the tree, and how its dates are said."""

    file: ProjectFile
    now: datetime
    names: Names
    section: str = ""
    tasks: list[_Task] = field(default_factory=list)
    path: list[tuple[int, str, str]] = field(default_factory=list)
    """(indent, uid, title) of the tasks that the next may be a part of."""
    dates: dict[tuple[str, str], Dates] = field(default_factory=dict)
    domain: str | None = None

    def __post_init__(self) -> None:
        self.domain = name_of(self.file.project) if self.file.project else None

    def take(self, line: Line, losses: Losses) -> None:
        kind = line["TYPE"].lower()
        if line.more:
            losses.add(_MORE)
        if kind == "task":
            self._take_task(line)
        elif kind == "section":
            self.section, self.path = line["CONTENT"], []
            losses.add(_SECTION)
        elif kind == "note":
            self._take_note(line, losses)
        elif kind == "reminder":
            losses.add(_REMINDER)
        elif kind not in ("", "meta"):
            losses.add(_UNKNOWN, kind=kind)

    def _take_task(self, line: Line) -> None:
        indent = int(line["INDENT"]) if line["INDENT"].isascii() and line["INDENT"].isdigit() else 1
        while self.path and self.path[-1][0] >= indent:
            self.path.pop()
        title = line["CONTENT"]
        uid = self.names.make(self.file.project, *(name for _, _, name in self.path), title)
        parent = self.path[-1][1] if self.path else ""
        self.path.append((indent, uid, title))
        self.tasks.append(_Task(line, uid, parent, self.section, float(len(self.tasks))))

    def _take_note(self, line: Line, losses: Losses) -> None:
        if self.tasks:
            self.tasks[-1].comments.append(line)
        else:
            losses.add(_PROJECT_NOTE)

    def records(self, losses: Losses) -> Iterator[Record]:
        for task in self.tasks:
            record = self._record(task, losses)
            if record is not None:
                yield record

    def _record(self, task: _Task, losses: Losses) -> Record | None:
        line = task.line
        title, tags = _labels(line["CONTENT"])
        said, ends = self._said(line, "DATE" if line["DATE"] else "DUE_DATE"), self._said(line, "DEADLINE")
        unread = [found.unread for found in (said, ends) if found.unread]
        for text in unread:
            losses.add(_NO_DATE, value=text)
        comments = [_comment(comment["CONTENT"], losses) for comment in task.comments]
        fitted = title_and_notes(title, "\n\n".join(text for text in (line["DESCRIPTION"], *comments, *unread) if text))
        if fitted is None:
            losses.add(_NO_WORDS)
            return None
        return Record(
            title=fitted[0],
            notes=fitted[1],
            uid=task.uid,
            domain=self.domain,
            tags=names_of(tags),
            due=said.due,
            deadline=ends.due,
            priority=_PRIORITIES.get(line["PRIORITY"]),
            estimate_minutes=_estimate(line, losses),
            who=_person(line["RESPONSIBLE"]),
            recurrence=said.recurrence,
            parent=task.parent,
            position=task.position,
            extra=_extra(task, said, ends),
        )

    def _said(self, line: Line, column: str) -> Said:
        text, language, zone = line[column], line[f"{column}_LANG"], line["TIMEZONE"]
        if not text:
            return Said()
        dates = self.dates.get((zone, language))
        if dates is None:
            day_first = language.lower()[:2] != "en" or not zone.startswith(_MONTH_FIRST)
            dates = self.dates[zone, language] = Dates(self.now, zone=_zone(zone), day_first=day_first)
        said = dates.read(in_english(text, language), written=self._written())
        return dates.read(text, written=self._written()) if said.unread else said

    def _written(self) -> date | None:
        today = self.now.astimezone().date()
        return None if self.file.written is None else min(self.file.written, today)


def _lines(file: ProjectFile, source: SourceFile, losses: Losses) -> tuple[Line, ...]:
    """The lines of a table. Raises UserError where the source is no table of Todoist."""
    found = table(read_rows(decode(file.data)), upper=True)
    if {"TYPE", "CONTENT"} <= set(found.columns):
        return found.lines
    if file.data is not source.data:
        if file.data.strip():
            losses.add(NO_TABLE, name=file.name)
        return ()
    raise UserError(
        QT_TRANSLATE_NOOP(
            "errors",
            "{name} is no export of Todoist: it has no columns TYPE and CONTENT. Nothing was imported; export the "
            "project as CSV, or say which format it is.",
        ),
        name=source.name,
    )


def _labels(content: str) -> tuple[str, list[str]]:
    """The title without its labels, and the labels; a title of nothing but labels stays."""
    title = " ".join(_LABEL.sub("", content.removeprefix("* ")).split())
    return (title or content), _LABEL.findall(content)


def _comment(text: str, losses: Losses) -> str:
    """A comment with links in place of the files that Todoist wrote into it as JSON."""

    def linked(match: re.Match[str]) -> str:
        try:
            found: Any = json.loads(match[1])
            name, url = str(found.get("file_name") or found.get("title") or ""), str(found.get("file_url") or "")
        except (ValueError, AttributeError, RecursionError):
            return match[0]
        losses.add(_FILES)
        return f"[{name or url}]({url})" if url else name

    return _FILE.sub(linked, text).strip()


def _estimate(line: Line, losses: Losses) -> int | None:
    number = line["DURATION"]
    if not (number.isascii() and number.isdigit()) or len(number) > len(str(_LONGEST_DAY)):
        return None
    if line["DURATION_UNIT"].lower().startswith("day"):
        losses.add(_DURATION)
        return None
    return int(number) or None


def _extra(task: _Task, due: Said, deadline: Said) -> dict[str, Any]:
    line = task.line
    duration = f"{line['DURATION']} {line['DURATION_UNIT']}" if line["DURATION_UNIT"].lower().startswith("day") else ""
    date_said = line["DATE"] or line["DUE_DATE"]
    pairs = (("due", due, date_said), ("deadline", deadline, line["DEADLINE"]))
    extra = {
        SAID: {name: text for name, found, text in pairs if found.relative},
        "section": task.section,
        "author": line["AUTHOR"],
        "comments": [[comment["AUTHOR"], comment["DATE"], comment["CONTENT"]] for comment in task.comments],
        "date": date_said if due.recurrence is not None else "",
        "duration": duration,
    }
    return {name: value for name, value in extra.items() if value}


def _person(text: str) -> str | None:
    """ "Nora Martin (1234567)": the number is Todoist's."""
    return name_of(_PERSON.sub("", text)) if text else None


def _zone(name: str) -> tzinfo | None:
    return zone_of(name) if name else None
