"""Getting Things GNOME: gtg_data.xml of 0.6 and later, and gtg_tasks.xml of 0.2 to 0.5."""

from __future__ import annotations

import html
import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from functools import cache
from typing import Any, Final

from orchestrator_desktop.domain.errors import QT_TRANSLATE_NOOP, UserError
from orchestrator_desktop.domain.recurrence import Recurrence
from orchestrator_desktop.domain.task import Due, Stage
from orchestrator_desktop.domain.transfer import Batch, Format, Record
from orchestrator_desktop.exchange.clock import local, noon, read_stamp
from orchestrator_desktop.exchange.fitting import SAID, Losses, names_of, settled, title_and_notes
from orchestrator_desktop.exchange.gtg_repeat import rule_of
from orchestrator_desktop.exchange.repeating import repeated
from orchestrator_desktop.exchange.source import Progress, SourceFile, told
from orchestrator_desktop.exchange.spoken import Dates
from orchestrator_desktop.exchange.xmltree import Element, read_xml

_STAGES: Final = {
    "active": Stage.INBOX,
    "done": Stage.DONE,
    "dismiss": Stage.DROPPED,
    "dismissed": Stage.DROPPED,
}
_FUZZY: Final = {
    **dict.fromkeys(("now", "maintenant", "jetzt", "ahora", "ora", "adesso"), "now"),
    **dict.fromkeys(("soon", "bientôt", "bald", "pronto", "presto"), "soon"),
    **dict.fromkeys(("someday", "later", "un jour", "plus tard", "irgendwann", "später"), "someday"),
    **dict.fromkeys(("", "none", "nodate"), ""),
}
"""Dates that are none, in English or, of old, in the user's language."""
_SUBTASK: Final = re.compile(r"\{!.*?!\}|<subtask>.*?</subtask>|</?content>", re.S)
_TAG: Final = re.compile(r"</?tag>")
_ARROW: Final = re.compile(r"(?m)^[ \t]*→[ \t]*$\n?")
_TAG_LINE: Final = re.compile(r"(?:@[\w./:-]+[,;]?[ \t]*)+")

_NO_WORDS: Final = QT_TRANSLATE_NOOP("exchange", "A task without any words")
_NO_DATE: Final = QT_TRANSLATE_NOOP("exchange", "“{value}” is no date that is understood")
_NO_RULE: Final = QT_TRANSLATE_NOOP("exchange", "A task cannot repeat by “{value}”")
_STATUS: Final = QT_TRANSLATE_NOOP("exchange", "The status “{value}” is not known: the task is open")
_PARENTS: Final = QT_TRANSLATE_NOOP("exchange", "A task that is a part of several: it is a part of the first")
_SEARCH: Final = QT_TRANSLATE_NOOP("exchange", "A saved search")
_NESTED: Final = QT_TRANSLATE_NOOP("exchange", "A tag under another: it stands alone")


def read_batch(source: SourceFile, *, now: datetime, progress: Progress | None = None) -> Batch:
    """The tasks of either file. Raises UserError, Cancelled."""
    root = read_xml(source.data, source.name)
    tasks = list(root.everywhere("task"))
    if not tasks and root.tag not in ("gtgData", "project", "appdata", "tasklist", "tasks"):
        raise UserError(
            QT_TRANSLATE_NOOP(
                "errors",
                "{name} is no file of Getting Things GNOME. Nothing was imported; choose gtg_data.xml or "
                "gtg_tasks.xml.",
            ),
            name=source.name,
        )
    losses = Losses()
    reading = _Reading(_uids(tasks), _tag_names(root, losses), now, losses)
    reading.link(tasks)
    records = [record for task in told(tasks, progress) if (record := reading.record(task)) is not None]
    return Batch(Format.GNOME, settled(records, losses), losses.all())


def _uids(tasks: Iterable[Element]) -> dict[str, str]:
    """What each task is called, by what others call it: older files say "12@1" and have a UUID beside it."""
    return {task.get("id"): task.get("uuid") or task.get("id") for task in tasks}


def _tag_names(root: Element, losses: Losses) -> dict[str, str]:
    """Names of tags by their ids. Colours and icons are the program's own."""
    listed = [tag for taglist in root.everywhere("taglist") for tag in taglist.all("tag")]
    if nested := sum(1 for tag in listed if tag.get("parent")):
        losses.add(_NESTED, nested)
    if searches := sum(1 for _ in root.everywhere("savedSearch")):
        losses.add(_SEARCH, searches)
    return {tag.get("id"): tag.get("name") for tag in listed}


@dataclass(slots=True)
class _Reading:
    """What the tasks of a file have in common."""

    uids: Mapping[str, str]
    tags: Mapping[str, str]
    now: datetime
    losses: Losses
    parents: dict[str, str] = field(default_factory=dict)
    positions: dict[str, float] = field(default_factory=dict)
    repeating: set[str] = field(default_factory=set)
    rule: Callable[[str], str | None] = field(init=False)

    def __post_init__(self) -> None:
        dates = Dates(self.now)
        self.rule = cache(lambda term: rule_of(term, dates))

    def link(self, tasks: Iterable[Element]) -> None:
        """Parents name their parts, in order. A part of several is one of the first."""
        for task in tasks:
            uid = self.uids[task.get("id")]
            if _term(task):
                self.repeating.add(uid)
            named = [part.text.strip() for parts in task.all("subtasks") for part in parts.all("sub")]
            named += [part.text.strip() for part in task.all("subtask")]
            for place, name in enumerate(dict.fromkeys(named)):
                part = self.uids.get(name, name)
                if self.parents.setdefault(part, uid) != uid:
                    self.losses.add(_PARENTS)
                self.positions.setdefault(part, float(place))

    def record(self, task: Element) -> Record | None:
        uid = self.uids[task.get("id")]
        fitted = title_and_notes(task.value("title"), _notes(task))
        if fitted is None:
            self.losses.add(_NO_WORDS)
            return None
        dates = task.first("dates")
        due, fuzzy_due = self._date(task, dates, "due")
        defer, fuzzy_start = self._date(task, dates, "start")
        stage = self._stage(task.get("status"))
        return Record(
            title=fitted[0],
            notes=fitted[1],
            uid=uid,
            stage=stage,
            tags=names_of([*self._tags(task), *dict.fromkeys(word for word in (fuzzy_due, fuzzy_start) if word)]),
            due=due,
            defer=defer,
            recurrence=self._recurrence(task, due, defer) if stage.open and uid in self.repeating else None,
            parent=self.parents.get(uid, ""),
            position=self.positions.get(uid),
            created_at=self._moment(task, ("dates", "added"), ("addeddate",), ("dates", "modified"), ("modified",)),
            done_at=None if stage.open else self._moment(task, ("dates", "done"), ("donedate",), ("modified",)),
            extra=_extra(task) | ({SAID: {"due": "now"}} if self._is_now(dates, task) else {}),
        )

    def _stage(self, status: str) -> Stage:
        if status and status.lower() not in _STAGES:
            self.losses.add(_STATUS, value=status)
        return _STAGES.get(status.lower(), Stage.INBOX)

    def _tags(self, task: Element) -> list[str]:
        names = [self.tags.get(tag.text.strip(), "") for tags in task.all("tags") for tag in tags.all("tag")]
        names += task.get("tags").split(",")
        return [name for name in (name.strip().removeprefix("@") for name in names) if name]

    def _is_now(self, dates: Element | None, task: Element) -> bool:
        text = task.value("duedate") if dates is None else dates.value("fuzzyDue") or dates.value("due")
        return _FUZZY.get(text.lower()) == "now"

    def _date(self, task: Element, dates: Element | None, name: str) -> tuple[Due, str]:
        """The date, and the word that stands for one: "soon", "someday". "Now" is today."""
        text = task.value(f"{name}date") if dates is None else dates.value(f"fuzzy{name.title()}") or dates.value(name)
        word = _FUZZY.get(text.lower())
        if word == "now":
            return (self.now.astimezone().date() if name == "due" else None), ""
        if word is not None:
            return None, word
        found = read_stamp(text)
        if found is None:
            self.losses.add(_NO_DATE, value=text)
        return found, ""

    def _moment(self, task: Element, *paths: tuple[str, ...]) -> datetime | None:
        for path in paths:
            found = read_stamp(task.value(*path))
            if found is not None:
                return found if isinstance(found, datetime) else noon(found)
        return None

    def _recurrence(self, task: Element, due: Due, defer: Due) -> Recurrence | None:
        term = _term(task)
        if self.parents.get(self.uids[task.get("id")], "") in self.repeating:  # then it comes again with its parent
            return None
        rule = self.rule(term)
        start = due if due is not None else defer
        found = None if rule is None else repeated(rule, start=None if start is None else local(start))
        if found is None:
            self.losses.add(_NO_RULE, value=term)
        return found


def _term(task: Element) -> str:
    """How it repeats, in the words of the program; empty where it does not."""
    found = task.first("recurring")
    enabled = (found.get("enabled") if found is not None else "") or task.get("recurring")
    if enabled.lower() != "true":
        return ""
    term = task.value("recurring", "term") or task.value("recurring_term") or task.value("recurringterm")
    return "" if term == "None" else term


def _notes(task: Element) -> str:
    """The text without what stands for parts and tags, which the task has as such. Older text is escaped twice."""
    content = task.first("content")
    text = "" if content is None else content.text.replace("]]&gt;", "]]>")
    if task.first("dates") is None:
        text = html.unescape(text)
    text = _TAG.sub("", _ARROW.sub("", _SUBTASK.sub("", text))).strip()
    first, line_end, rest = text.partition("\n")
    if _TAG_LINE.fullmatch(first.strip()):
        text = rest if line_end else ""
    return re.sub(r"\n{3,}", "\n\n", text).strip()


def _extra(task: Element) -> dict[str, Any]:
    extra = {"modified": task.value("dates", "modified") or task.value("modified"), "term": _term(task)}
    return {name: value for name, value in extra.items() if value}
