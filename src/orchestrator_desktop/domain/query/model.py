"""What a search asks for, and which part of the text says so."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum

When = date | datetime
"""A local day, or an aware moment."""

ReadDay = Callable[[str], When | None]
"""The day or moment that a text says: `capture.asked.read_day` with its moment filled in. It reads "today" too."""


class TermKind(StrEnum):
    """What a part of the text is."""

    WORD = "word"
    PHRASE = "phrase"
    DOMAIN = "domain"
    LEVEL = "level"
    WHO = "who"
    TAG = "tag"
    STATE = "state"
    DATE = "date"
    PRIORITY = "priority"
    ESTIMATE = "estimate"
    PLACE = "place"
    PARENT = "parent"


class State(StrEnum):
    """What a task is, at the moment of asking."""

    OPEN = "open"
    """Neither done nor dropped."""
    DONE = "done"
    DROPPED = "dropped"
    """In the trash: found only where it is asked for."""
    INBOX = "inbox"
    PLANNED = "planned"
    DELEGATED = "delegated"
    REVIEW = "review"
    WAITING = "waiting"
    """A person owes it."""
    OVERDUE = "overdue"
    """Open, and due or its deadline before today."""
    TODAY = "today"
    """In the view of that name."""
    DEFERRED = "deferred"
    """Not before a day that is to come."""
    BLOCKED = "blocked"
    REPEATING = "repeating"
    RETURNED = "returned"
    PART = "part"
    TIMED = "timed"
    """Its timer runs."""
    ATTACHED = "attached"
    """It has files."""
    CHOSEN = "chosen"
    """Put into Today by hand."""

    @property
    def of_stage(self) -> bool:
        """Whether a task's stage says it. Several of these mean either, as a task has one stage; of the others, all."""
        return self in _OF_STAGE


_OF_STAGE = frozenset(
    {State.OPEN, State.DONE, State.DROPPED, State.INBOX, State.PLANNED, State.DELEGATED, State.REVIEW}
)


class DateField(StrEnum):
    """Which date of a task is meant."""

    DUE = "due"
    DEFER = "defer"
    DEADLINE = "deadline"
    DONE = "done"
    CREATED = "created"

    @property
    def past(self) -> bool:
        """Whether it cannot be to come: « lundi » is then the last one."""
        return self in (DateField.DONE, DateField.CREATED)


class Place(StrEnum):
    """Where the words are looked for; everywhere, where none is named."""

    TITLE = "title"
    NOTES = "notes"
    RESULTS = "results"
    CONTEXTS = "contexts"
    REFLECTIONS = "reflections"


@dataclass(frozen=True, slots=True)
class DateTerm:
    """A condition on a date: within two bounds, both included, each None where open; or there at all.

    A bound that is a day counts whole: from its beginning, to its end."""

    which: DateField
    text: str
    """The condition as it was typed, without the field: "<friday". It moves with today, as the bounds do not."""
    first: When | None = None
    last: When | None = None
    present: bool | None = None
    """True: there is such a date, False: there is none, None: the bounds count."""


@dataclass(frozen=True, slots=True)
class EstimateTerm:
    """A condition on the estimate, in minutes, as DateTerm is on a date."""

    text: str
    least: int | None = None
    most: int | None = None
    present: bool | None = None


@dataclass(frozen=True, slots=True)
class Terms:
    """What is asked for, by kind. Within one kind: all words, phrases, tags, dates, estimates and states (see
    State.of_stage); any of the domains, levels, delegates, priorities, places and parents. All kinds together."""

    words: tuple[str, ...] = ()
    """As typed. Each is the beginning of a word, or of words in a row where it holds other signs (« l'équipe »)."""
    phrases: tuple[str, ...] = ()
    """Whole words in this order."""
    domains: tuple[str, ...] = ()
    """As typed: compare by `capture.line.simple`, by which « ressources-humaines » is « Ressources humaines »."""
    levels: tuple[int, ...] = ()
    whos: tuple[str, ...] = ()
    """Names, or first names, of specialists and people, as typed."""
    tags: tuple[str, ...] = ()
    states: tuple[State, ...] = ()
    dates: tuple[DateTerm, ...] = ()
    priorities: tuple[int, ...] = ()
    estimates: tuple[EstimateTerm, ...] = ()
    places: tuple[Place, ...] = ()
    parents: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Span:
    """Characters `start` to `end` (exclusive) of the text as typed: one term, its minus sign included."""

    start: int
    end: int
    kind: TermKind


@dataclass(frozen=True, slots=True)
class Misread:
    """A term that has the form of a condition and is none: it is searched as a word, and said to be.

    `template` is English, marked for "errors", with `{value}`."""

    start: int
    end: int
    template: str
    value: str


@dataclass(frozen=True, slots=True)
class Query:
    """A search: what every task found has (`wanted`), and what none of them has (`unwanted`: not one of its terms)."""

    wanted: Terms = Terms()
    unwanted: Terms = Terms()
    misread: tuple[Misread, ...] = field(default=(), compare=False)
    spans: tuple[Span, ...] = field(default=(), compare=False)
    cut: bool = field(default=False, compare=False)
    """The text was longer than what is read of one."""

    @property
    def empty(self) -> bool:
        """Nothing is asked: every task is an answer."""
        return self.wanted == self.unwanted == Terms()
