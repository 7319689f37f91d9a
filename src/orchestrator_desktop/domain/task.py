"""Tasks: something that must be done, its level and its stage."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from datetime import date, datetime
from enum import IntEnum, StrEnum
from typing import Final

from orchestrator_desktop.domain.errors import QT_TRANSLATE_NOOP, UserError
from orchestrator_desktop.domain.ids import DomainId, PersonId, SpecialistId, TaskId

TITLE_LIMIT: Final = 500
"""Characters kept in a title; the rest of a longer line goes to the notes, so nothing is lost."""

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


def clean_title(text: str) -> str:
    """Title fit to show on one line: controls and bidirectional overrides out, white space folded.

    Raises UserError when nothing is left to show."""
    kept = "".join(" " if c in "\t\n\r\v\f\u2028\u2029\x85" else c for c in text if not _invisible(c))
    title = " ".join(kept.split(" ")).strip()
    title = " ".join(title.split())
    if not title:
        raise UserError(
            QT_TRANSLATE_NOOP("errors", "A task needs a title. Nothing was added; write what must be done.")
        )
    return title


def split_title(text: str) -> tuple[str, str]:
    """(title, overflow): a title of at most TITLE_LIMIT characters, and the whole text where it was longer."""
    title = clean_title(text)
    if len(title) <= TITLE_LIMIT:
        return title, ""
    head = title[: TITLE_LIMIT - 1]
    cut = head.rfind(" ")
    return (head[:cut] if cut > TITLE_LIMIT // 2 else head) + "…", text


def _invisible(char: str) -> bool:
    if char in "\t\n\r\v\f\u2028\u2029\x85\u200d":
        return False  # white space is folded later; the joiner holds emoji together
    return unicodedata.category(char) in ("Cc", "Cf", "Cs", "Co", "Cn")
