"""Whether an expression found in a line is a date of the task, or only words that look like one."""

from __future__ import annotations

from dataclasses import dataclass

from . import context
from .grammar import After, Clock, Day, Needs, Role
from .later import Later
from .line import Line

_NOT = Later(r"\b(?:ne|n'\w+|pas|not|don't|dont|never|jamais)\b")
_FROM = frozenset({"de", "from", "entre", "between"})


@dataclass(frozen=True, slots=True)
class Found:
    """An expression of the folded line: a day, a time of day, or both."""

    start: int
    end: int
    day: Day | None = None
    clock: Clock | None = None
    part: Clock | None = None
    prefix: str = ""
    """How it was introduced: "defer", "hard" (by), "deadline", "soft" (for), "near", "at" or "on"; empty where
    it was not."""
    french: bool = False
    """Introduced in French, where no noun follows a date as in "by Friday night dinner"."""
    role: Role = Role.DUE
    sure: bool = False
    """Said to be the limit (« avant », "by"): it goes before a day that is only mentioned."""


def is_meant(line: Line, found: Found) -> bool:
    return _is_introduced(line, found) and _is_enough(line, found) and _is_left_alone(line, found)


def _is_introduced(line: Line, found: Found) -> bool:
    """Whether what stands before lets this be a date."""
    if not found.prefix:
        about = context.is_about(line, found.start, time=found.day is None)
        return not (
            about
            or context.is_past(line, found.start)
            or context.is_part_of_many(line, found.start)
            or context.is_person(line, found.start)
        )
    if found.prefix == "on" and context.is_past(line, found.start):
        return False
    if line.text.startswith("from ", found.start) and context.is_record(line, found.start):
        return False
    if found.prefix in ("at", "near"):
        second = context.word_before(line, found.start) in _FROM or context.continues_range(line, found.start)
        return not second
    # « Ne pas relancer avant lundi » is no date to have it done by; « 15 min avant midi » is another time.
    before = line.text.startswith(("avant", "before"), found.start)
    return not (before and (_NOT.search(line.text[: found.start]) or context.ends_in_length(line, found.start)))


def _is_enough(line: Line, found: Found) -> bool:
    """Whether the words are a date by themselves, or have beside them what they need to be one."""
    day, clock = found.day, found.clock
    if not day:
        return clock is not None and _is_time(found, clock)
    part = found.part is not None and day.weekly  # « lun matin », "sat morning"
    if day.refused or (day.weak and not clock and not part and found.prefix == ""):
        return False
    if day.subject and not found.prefix and context.is_planned(line, found.start):
        return False
    if day.subject and context.is_term(line, found.start):
        return False
    start, end = found.start, found.end
    return not (day.english and (context.is_name(line, start, end) or context.is_tuesday(line, start, end)))


def _is_time(found: Found, clock: Clock) -> bool:
    allowed = {
        Needs.NOTHING: True,
        Needs.DAY_OR_PREPOSITION: found.prefix != "",
        Needs.PREPOSITION: found.prefix not in ("", "soft"),
        Needs.DAY: False,
        Needs.DAY_BEFORE: False,
        Needs.DAY_AND_AT: found.prefix in ("at", "near", "hard") and not found.french,
    }
    return allowed[clock.needs]


def _is_left_alone(line: Line, found: Found) -> bool:
    """Whether what stands after lets this be a date."""
    day, clock = found.day, found.clock
    if day:
        after = After.END if day.weak and found.part else day.after
    else:
        after = After.SENTENCE if found.french or not clock else clock.after
        if not context.is_time_of_day(line, found.end):
            return False
    free = context.at_start(line, found.start) and (clock is not None or found.prefix != "")
    return context.may_be_followed(line, found.end, after, free=free)
