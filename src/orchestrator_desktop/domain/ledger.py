"""The ledger: what happened, never rewritten; all figures come from it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from orchestrator_desktop.domain.ids import TaskId
from orchestrator_desktop.domain.task import Level


class Event(StrEnum):
    """Kinds of ledger entries."""

    CAPTURED = "captured"
    DELEGATED = "delegated"
    SENT = "sent"
    ANSWERED = "answered"
    FAILED = "failed"
    STOPPED = "stopped"
    ACCEPTED = "accepted"
    EDITED = "edited"
    REVISED = "revised"
    ESCALATED = "escalated"
    REJECTED = "rejected"
    EXECUTED = "executed"
    TAKEN_BACK = "taken_back"
    REMINDED = "reminded"
    DROPPED = "dropped"
    REOPENED = "reopened"
    UNDONE = "undone"


class Way(StrEnum):
    """How a finished task was done."""

    WITH_AI = "with_ai"
    WITH_PEOPLE = "with_people"
    EXECUTED = "executed"


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of the ledger."""

    id: int
    at: datetime
    event: Event
    task_id: TaskId | None
    detail: Mapping[str, str | int | None]


@dataclass(frozen=True, slots=True)
class Finished:
    """A task finished on one day, as the reflection shows it."""

    task_id: TaskId
    title: str
    level: Level
    way: Way
    who: str
    """Name of the delegate; empty when executed by oneself."""
    seconds: int | None
    """How long the delegate or the user took, where it is known."""
    at: datetime


@dataclass(frozen=True, slots=True)
class DayLedger:
    """A day's finished tasks, in the three columns of the reflection."""

    with_ai: tuple[Finished, ...]
    with_people: tuple[Finished, ...]
    executed: tuple[Finished, ...]

    @classmethod
    def of(cls, finished: Iterable[Finished]) -> DayLedger:
        rows = tuple(finished)

        def column(way: Way) -> tuple[Finished, ...]:
            return tuple(row for row in rows if row.way is way)

        return cls(column(Way.WITH_AI), column(Way.WITH_PEOPLE), column(Way.EXECUTED))
