"""What the date rules are made of: a rule tries its pattern where its first word stands, and says which day it is."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta, timezone, tzinfo
from enum import Enum, StrEnum, auto
from functools import cached_property

# A word, figure or sign glued to the end makes another word of it: "friday's", « 9h-10h », "monday.com", "3/4 %".
END = r"(?!\w|'\w|-\w|[./:]\w|,[0-9]|/| ?[%°€$£])"
BEYOND = (OverflowError, ValueError, OSError)
"""What date arithmetic raises at the end of the calendar, and the system for moments it does not know."""
NUMERAL = "0"
"""The key of rules that start with a figure."""


_WORD = re.compile("[a-z]+")


class Role(StrEnum):
    """Whether a date ends a task, starts it, or is its hard end."""

    DUE = "due"
    DEFER = "defer"
    DEADLINE = "deadline"


class After(Enum):
    """What may follow a date for it to be one (see `context`)."""

    ANYTHING = auto()  # « demain », "tomorrow": words with no other meaning
    SENTENCE = auto()  # « lundi », « 12 mars »: not what makes a name of it (« mercredi des Cendres »)
    END = auto()  # "Monday", "next week": English makes "Monday report" of it, so only an end or a small word


class Needs(Enum):
    """What a time of day must have beside it to be one: a day, a preposition (« à 2h », "by noon")."""

    NOTHING = auto()  # « 9h30 », "9am", "17:00"
    DAY_OR_PREPOSITION = auto()  # « midi », « 9 heures »
    PREPOSITION = auto()  # « 2h », more often a length of time
    DAY = auto()  # « première heure »
    DAY_BEFORE = auto()  # "(tomorrow) at six", but "look at six tomorrow"
    DAY_AND_AT = auto()  # "at 5", in English only: « à 5 » is five people


@dataclass(frozen=True, slots=True)
class Clock:
    """A time of day, and what it takes to be sure that it is one."""

    hour: int
    minute: int = 0
    needs: Needs = Needs.NOTHING
    after: After = After.END
    guess: bool = False
    """The half of the day was not said ("at 5", "half past 3"): the working one was taken."""
    until: int | None = None
    """For a part of a day (« ce soir »), the hour it ends; past it, the part is over."""
    midnight: bool = False
    """Of which day, only « ce soir à minuit » says."""

    @property
    def time(self) -> time:
        return time(self.hour, self.minute)


@dataclass(frozen=True, slots=True)
class Day:
    """What a rule read: a day, or a moment (« dans 2 heures »), or a date that is not this task's (`refused`)."""

    date: date | None = None
    moment: datetime | None = None
    part: Clock | None = None
    after: After = After.ANYTHING
    role: Role | None = None
    weak: bool = False
    """A day only with a preposition before it or a time after it ("sat", "the 5th")."""
    weekly: bool = False
    """A weekday with no week said: it may be the next one, to come after « à partir de »."""
    english: bool = False
    subject: bool = False
    """May be what is planned, not when ("plan next week")."""
    refused: bool = False

    @property
    def timed(self) -> bool:
        """Whether its time was written with it (2027-01-15T09:00), and is no part of a day."""
        return self.part is not None and self.part.until is None


REFUSED = Day(refused=True)


@dataclass(frozen=True, slots=True)
class Today:
    """What a date is counted from, how figures are ordered, and on which day a week starts (0 is Monday)."""

    now: datetime
    day_first: bool
    week_start: int = 0
    past: bool = False
    """Whether a date that is over is meant too, as in a search."""
    begins: int = 0
    """The hour at which a day begins: until then it is still the day before."""

    @property
    def date(self) -> date:
        return self.now.date() - timedelta(days=self.now.hour < self.begins)

    @property
    def zone(self) -> tzinfo | None:
        """The zone of the moments read; None is this computer's.

        `datetime.now().astimezone()` only knows today's offset from UTC. Where that is this computer's own, its
        zone is meant: « lundi 9h » stays at nine across a change of the clock.
        """
        fixed = isinstance(self.now.tzinfo, timezone)
        return None if fixed and self.now.utcoffset() == self.now.astimezone().utcoffset() else self.now.tzinfo


Reading = Callable[[re.Match[str], Today], Day | None]
"""Gives None where the words are no date after all; another rule may then try."""


@dataclass(frozen=True)
class Rule:
    """A pattern, how to read its match, and the first words under which it is looked up."""

    keys: frozenset[str]
    source: str
    read: Reading

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        """Compiled when a line has one of the first words: all of them together take longer than a command may."""
        return re.compile(self.source)


Index = dict[str, tuple[Rule, ...]]


def rule(first: Iterable[str], pattern: str, read: Reading) -> Rule:
    """A rule for expressions that start with one of the words `first` (or with a figure: NUMERAL)."""
    return Rule(frozenset(key_of(word) for word in first), f"(?:{pattern}){END}", read)


def index(rules: Iterable[Rule]) -> Index:
    found: dict[str, list[Rule]] = {}
    for one in rules:
        for key in one.keys:
            found.setdefault(key, []).append(one)
    return {key: tuple(ones) for key, ones in found.items()}


def key_of(text: str, at: int = 0) -> str:
    """The key of the rules to try for what stands at this place: its first word, or NUMERAL."""
    found = _WORD.match(text, at)
    return found.group() if found else NUMERAL if text[at : at + 1].isdecimal() else ""
