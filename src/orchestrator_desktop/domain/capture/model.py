"""What a captured line means: the values, and the parts of the line they were read from."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from orchestrator_desktop.domain.recurrence import Recurrence

When = date | datetime
"""A day is a `date`; a moment is an aware local `datetime` (which Python counts as a `date` too)."""


class SpanKind(StrEnum):
    """What a part of the line says."""

    DUE = "due"
    DEFER = "defer"
    DEADLINE = "deadline"
    RECURRENCE = "recurrence"
    LEVEL = "level"
    DOMAIN = "domain"
    WHO = "who"
    ESTIMATE = "estimate"
    PRIORITY = "priority"
    NOTE = "note"


@dataclass(frozen=True, slots=True)
class Span:
    """Characters `start` to `end` (exclusive) of the line as typed, and the value read from them.

    A value may have two spans (« demain … à 9h »): both carry the whole value. The first day of a recurrence has none
    of its own: what says it is part of the recurrence.
    """

    start: int
    end: int
    kind: SpanKind
    value: When | Recurrence | int | str


@dataclass(frozen=True, slots=True)
class Captured:
    """A line understood: the title, and the values its parts gave; None where nothing was said."""

    title: str
    due: When | None = None
    defer: When | None = None
    deadline: When | None = None
    recurrence: Recurrence | None = None
    level: int | None = None
    domain: str | None = None
    who: str | None = None
    estimate_minutes: int | None = None
    priority: int | None = None
    note: str | None = None
    spans: tuple[Span, ...] = ()
