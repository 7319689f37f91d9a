"""Tasks on their way in or out: what a file of another program says, in the words of this one."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum
from typing import Any

from orchestrator_desktop.domain.recurrence import Recurrence
from orchestrator_desktop.domain.task import Due, Level, Stage


class Format(StrEnum):
    """The files that are read or written."""

    JSON = "json"
    TODO_TXT = "todotxt"
    TASKWARRIOR = "taskwarrior"
    ICALENDAR = "ical"
    TODOIST = "todoist"
    TICKTICK = "ticktick"
    THINGS = "things"
    SUPER_PRODUCTIVITY = "superproductivity"
    GNOME = "gtg"
    MARKDOWN = "markdown"
    CSV = "csv"


@dataclass(frozen=True, slots=True)
class CheckLine:
    """One line of a task's checklist."""

    text: str
    done: bool = False


@dataclass(frozen=True, slots=True)
class Attached:
    """A file of a task: its name and, where the source holds it, its content."""

    name: str
    content: bytes | None = None
    sha256: str = ""


@dataclass(frozen=True, slots=True)
class Record:
    """One task of a file. Moments are aware, days are local days."""

    title: str
    uid: str = ""
    """What the file calls the task; empty where it has no name there, then the content stands for it."""
    notes: str = ""
    stage: Stage = Stage.INBOX
    """INBOX, PLANNED, DONE or DROPPED: what is out or in review comes back as planned."""
    level: Level | None = None
    domain: str | None = None
    tags: tuple[str, ...] = ()
    due: Due = None
    defer: Due = None
    deadline: Due = None
    chosen_on: date | None = None
    """The day it was chosen for Today."""
    priority: int | None = None
    """1 (first) to 3."""
    estimate_minutes: int | None = None
    spent_seconds: int = 0
    who: str | None = None
    recurrence: Recurrence | None = None
    parent: str = ""
    """`uid` of the task it is a part of."""
    needs: tuple[str, ...] = ()
    """`uid`s of the tasks that must be done before."""
    checklist: tuple[CheckLine, ...] = ()
    attachments: tuple[Attached, ...] = ()
    position: float | None = None
    created_at: datetime | None = None
    done_at: datetime | None = None
    extra: Mapping[str, Any] = field(default_factory=dict)
    """What the file says beyond this, as JSON values: kept with the task, and written back to the same format."""


@dataclass(frozen=True, slots=True)
class Lost:
    """Something of a file that cannot be kept, said before anything is written."""

    template: str
    """English, marked QT_TRANSLATE_NOOP("exchange", …), with named fields."""
    values: Mapping[str, object] = field(default_factory=dict)
    count: int = 1

    def __str__(self) -> str:
        return self.template.format(**self.values)


@dataclass(frozen=True, slots=True)
class Batch:
    """A file, read: its tasks with parents before their parts, and what of it is lost."""

    format: Format
    records: tuple[Record, ...]
    lost: tuple[Lost, ...] = ()
