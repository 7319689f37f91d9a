"""Tasks: something that must be done, its level and its stage."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from datetime import date, datetime
from enum import IntEnum, StrEnum
from typing import Final

from orchestrator_desktop.domain.errors import QT_TRANSLATE_NOOP, UsageError
from orchestrator_desktop.domain.ids import DomainId, PersonId, SpecialistId, TaskId
from orchestrator_desktop.domain.recurrence import Recurrence

TITLE_LIMIT: Final = 500
"""Characters kept in a title; the rest of a longer line goes to the notes, so nothing is lost."""

NAME_LIMIT: Final = 100
"""Characters of a name."""

_BREAKS: Final = "\t\n\r\v\f\x85\u2028\u2029"
_JOINERS: Final = "\u200c\u200d"
"""They shape Persian and Indic words, and hold emoji together."""
_KEPT: Final = frozenset(_BREAKS + _JOINERS)

Due = date | datetime | None
"""A whole day, or a moment (aware); None is no date."""


class Level(IntEnum):
    """Who may do a task."""

    AI_ALONE = 1
    YOU_AND_AI = 2
    YOU_ONLY = 3


class Stage(StrEnum):
    """Where a task is on its way."""

    INBOX = "inbox"
    PLANNED = "planned"
    DELEGATED = "delegated"
    IN_REVIEW = "in_review"
    DONE = "done"
    DROPPED = "dropped"

    @property
    def open(self) -> bool:
        return self not in (Stage.DONE, Stage.DROPPED)


_NEXT: Final[dict[Stage, frozenset[Stage]]] = {
    Stage.INBOX: frozenset({Stage.PLANNED, Stage.DELEGATED, Stage.DONE, Stage.DROPPED}),
    Stage.PLANNED: frozenset({Stage.DELEGATED, Stage.DONE, Stage.DROPPED}),
    Stage.DELEGATED: frozenset({Stage.IN_REVIEW, Stage.PLANNED, Stage.DONE, Stage.DROPPED}),
    Stage.IN_REVIEW: frozenset({Stage.DELEGATED, Stage.PLANNED, Stage.DONE, Stage.DROPPED}),
    Stage.DONE: frozenset({Stage.PLANNED}),
    Stage.DROPPED: frozenset({Stage.PLANNED}),
}


def may_move(now: Stage, then: Stage) -> bool:
    """Whether an act may take a task from stage `now` to `then` (undo goes back by its own way)."""
    return then in _NEXT[now]


@dataclass(frozen=True, slots=True)
class Waiting:
    """What a person was asked for and has not given back yet."""

    since: datetime
    follow_up: date | None = None
    """The day on which the answer is looked for."""
    reminded_at: datetime | None = None

    def late(self, today: date) -> int:
        """By how many days the answer is late, 0 while it is not."""
        return 0 if self.follow_up is None else max(0, (today - self.follow_up).days)


@dataclass(frozen=True, slots=True)
class Task:
    """One row of the inbox. Moments are aware UTC; a day is a local calendar day."""

    id: TaskId
    title: str
    notes: str
    level: Level
    stage: Stage
    domain_id: DomainId | None
    domain: str | None
    due: Due
    defer: Due
    specialist_id: SpecialistId | None
    person_id: PersonId | None
    delegate: str | None
    """Name of the specialist or person meant to do it."""
    priority: int | None
    estimate_minutes: int | None
    returned: bool
    """Came back from a delegation without an accepted result."""
    created_at: datetime
    done_at: datetime | None
    waiting: Waiting | None = None
    """What a person owes, while the task is delegated to one."""
    uid: str = ""
    """A name for the task that other programs and computers keep: a UUID."""
    deadline: Due = None
    """The end that cannot be moved, kept apart from when it is planned."""
    chosen_on: date | None = None
    """The day it was chosen for Today; it stays there until it is done or put back."""
    parent_id: TaskId | None = None
    """The task it is a part of."""
    parent: str | None = None
    """Title of that task."""
    position: float | None = None
    """Place in "My order" where it was dragged to one; else the newest comes first, at minus its id."""
    spent_seconds: int = 0
    """Time worked on it, without what runs now."""
    timer_since: datetime | None = None
    """Since when its timer runs."""
    recurrence: Recurrence | None = None
    repeats_of: TaskId | None = None
    """The instance before this one."""
    parts: int = 0
    """Parts of it, at the first depth."""
    parts_done: int = 0
    blocked: bool = False
    """Something it needs is not done yet."""

    @property
    def with_person(self) -> bool:
        """Delegated to a person, not to a specialist."""
        return self.waiting is not None


def clean_title(text: str) -> str:
    """Title fit to show on one line: controls and bidirectional overrides out, white space folded.

    Raises UsageError when nothing is left to show."""
    title = _one_line(text)
    if not title:
        raise UsageError(
            QT_TRANSLATE_NOOP("errors", "A task needs a title. Nothing was added; write what must be done.")
        )
    return title


def clean_name(text: str) -> str:
    """Name of a domain, a person or a provider, fit to show on one line. Raises UsageError for none or a long one."""
    name = _one_line(text)
    if not name:
        raise UsageError(QT_TRANSLATE_NOOP("errors", "A name is missing. Nothing was changed; write one."))
    if len(name) > NAME_LIMIT:
        raise UsageError(
            QT_TRANSLATE_NOOP(
                "errors", "“{start}…” is too long for a name. Nothing was changed; {limit} characters are enough."
            ),
            start=name[:30],
            limit=NAME_LIMIT,
        )
    return name


def split_title(text: str) -> tuple[str, str]:
    """(title, overflow): a title of at most TITLE_LIMIT characters, and the whole text where it was longer."""
    title = clean_title(text)
    if len(title) <= TITLE_LIMIT:
        return title, ""
    head = title[: TITLE_LIMIT - 1]
    cut = head.rfind(" ")
    return (head[:cut] if cut > TITLE_LIMIT // 2 else head) + "…", text


def _one_line(text: str) -> str:
    """Empty when nothing in `text` can be seen."""
    if text.isascii() and text.isprintable():  # as most are: nothing to look up, which counts in an import
        return " ".join(text.split())
    kept = "".join(" " if char in _BREAKS else char for char in text if char in _KEPT or not _invisible(char))
    line = " ".join(kept.split())
    return line if any(unicodedata.category(char)[0] not in "CMZ" or _unknown(char) for char in line) else ""


def _invisible(char: str) -> bool:
    code = ord(char)
    return unicodedata.category(char) in ("Cc", "Cf", "Cs") or code & 0xFFFE == 0xFFFE or 0xFDD0 <= code <= 0xFDEF


def _unknown(char: str) -> bool:
    """Private characters, and those younger than Python's tables (new emoji): fonts may well show them."""
    return unicodedata.category(char) in ("Co", "Cn")
