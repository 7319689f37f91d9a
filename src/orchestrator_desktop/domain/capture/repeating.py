"""Reads how a line repeats: its phrase, the dates beside it that belong to it, and its first day."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from typing import Final

from orchestrator_desktop.domain.recurrence import Frequency, MonthEnd, Recurrence

from . import calendar, context
from .grammar import BEYOND, After, Clock, Role, Today
from .line import TAKEN, Line
from .meant import Found
from .model import When
from .recurrence import repeats
from .repeat import Repeat, first_day, written
from .repeat_cores import core_at
from .repeat_details import UnclearError, lead, with_details
from .repeat_words import PLURAL_WEEKDAY
from .resolve import Choice, Chosen, choose
from .scan import find_dates
from .times import in_part
from .words import NUMBERS_EN, words

_START = re.compile(r"(?<![^\s(\[,;:])(?P<star>\*+ ?)?(?=[a-z0-9])")
# « la réunion de chaque lundi », "totals for each month": about the days, not on them.
_ABOUT: Final = frozenset(
    words(
        "de du des d' in dans en par per of between entre than que my mon ma our notre your not pas almost nearly "
        "presque comme like before avant after apres sur a until till jusqu'a from vs sauf except"
    )
)
_FOR_EACH: Final = frozenset(words("for pour with avec"))
# « tous les jours fériés », "every day counts": other days, or a sentence about them.
_NOT_EVERY = re.compile(
    r" (?:feries?|chomes?|off|(?:de |en |of |in )?20[0-9]{2}|compte|comptent|counts?|matters?|suffit|is|are|was|est"
    r"|sont|a son|has)(?![\w'-])"
)
# "I hate mondays", "twice daily", "the weekly"
_NOT_PLAINLY: Final = frozenset(
    words("the a an hate hates love loves like likes manic twice thrice times time fois x only some most many no read")
)
_PLURAL = re.compile(rf"{PLURAL_WEEKDAY}")
_DAYS_PER = {Frequency.DAILY: 1, Frequency.WEEKLY: 7}
_MONTHS_PER = {Frequency.MONTHLY: 1, Frequency.YEARLY: 12}

__all__ = ["Repeating", "UnclearError", "read_repeating", "starts_repeating"]


@dataclass(frozen=True, slots=True)
class Phrase:
    """How often, where it is said, and the time said with it."""

    start: int
    end: int
    repeat: Repeat
    time: Found | None


@dataclass(frozen=True, slots=True)
class Repeating:
    """A line that repeats: its rule, its first day or moment, the parts of the line they were read from, and the
    other dates of the line."""

    recurrence: Recurrence
    due: When
    parts: tuple[tuple[int, int], ...]
    dates: Chosen


def read_repeating(line: Line, today: Today, month_end: MonthEnd) -> Repeating | None:
    """How the line repeats; None if it does not. Raises UnclearError where no single rule says it."""
    phrase = find_phrase(line, today)
    if not phrase:
        if repeats(line):
            raise UnclearError
        return None
    rest = line.masked(phrase.start, phrase.end, TAKEN)
    if repeats(rest) or find_phrase(rest, today):
        raise UnclearError
    found = list(find_dates(rest, today))
    dates = choose(found, today)
    try:
        return _with_dates(phrase, dates, found, today, month_end)
    except BEYOND:
        raise UnclearError from None


def find_phrase(line: Line, today: Today) -> Phrase | None:
    """The first phrase of the line that says how often."""
    for place in _START.finditer(line.text):
        phrase = _phrase_at(line, today, place)
        if phrase:
            return phrase
    return None


def starts_repeating(line: Line, today: Today, at: int = 0) -> bool:
    """Whether a phrase that says how often stands here."""
    place = _START.match(line.text, at)
    return bool(place and _phrase_at(line, today, place))


def _phrase_at(line: Line, today: Today, place: re.Match[str]) -> Phrase | None:
    star = place["star"] or ""
    read = core_at(line.text, place.end(), signed=star == "*")
    if not read:
        return None
    repeat, match, after = read
    start, end = place.start(), match.end()
    if not star:
        repeat, start = lead(line, repeat, start)
        if _is_about(line, start, match[0]) or (after is After.END and _is_noun(line, start)):
            return None
    if line.text.startswith("*", end):
        return None  # **bold**
    repeat, end, time = with_details(line, today, repeat, start, end)
    free = star == "*" or (after is After.SENTENCE and context.at_start(line, start))
    if time:
        after = After.SENTENCE
    elif match[0].startswith("each"):
        after = After.END
    if _NOT_EVERY.match(line.text, end) or not context.may_be_followed(line, end, after, free=free):
        return None
    if after is After.END and not star and not _is_plain(line, start, end, match[0], repeat):
        return None
    return Phrase(start, end, repeat, time)


def _is_plain(line: Line, start: int, end: int, said: str, repeat: Repeat) -> bool:
    """Whether an adverb or a plural by itself is no noun: not "Weekly with Bob", "Taco Tuesdays"."""
    if said.startswith("each"):
        return True
    if repeat.after_done:
        return context.ends_sentence(line, end)
    if context.at_start(line, start) and not context.ends_sentence(line, end):
        return False
    single_day = len(repeat.days) == 1 and not said.startswith(("on ", "les ", "alternate "))
    return not (single_day and _PLURAL.fullmatch(said)) or context.at_start(line, start)


def _is_about(line: Line, start: int, written: str) -> bool:
    word = context.word_before(line, start)
    tail = word[word.find("'") + 1 :] if "'" in word else word
    if word in _ABOUT or (tail in ("", "s") and word):
        return True
    return word in _FOR_EACH and (written.startswith(("each", "every", "chaque", "tou")))


def _is_noun(line: Line, start: int) -> bool:
    """Whether the word before makes a noun of an adverb or a plural: "the weekly", "in two mondays"."""
    word = context.word_before(line, start)
    return word in _NOT_PLAINLY or word in NUMBERS_EN or line.text[max(0, start - 2) : start - 1].isdecimal()


def _with_dates(phrase: Phrase, dates: Chosen, found: list[Found], today: Today, month_end: MonthEnd) -> Repeating:
    """The rule with the days and the time said elsewhere in the line."""
    due, defer = dates.due, dates.defer
    if due.value is None and defer.value is None and any(one.day and one.role is not Role.DEADLINE for one in found):
        raise UnclearError  # two days are said
    repeat, clock = phrase.repeat, _clock(phrase)
    parts = [(phrase.start, phrase.end), *((one.start, one.end) for one in due.found)]
    anchor = _day(due.value) if due.value is not None and due.found[0].day else None
    clock = _one_clock(clock, due.value)
    if anchor:
        repeat = _anchored(repeat, anchor, month_end)
    elif defer.value is not None:
        repeat = replace(repeat, start=repeat.start or _day(defer.value))
        clock = clock or _one_clock(clock, defer.value)
        parts += ((one.start, one.end) for one in defer.found)
        dates = replace(dates, defer=Choice())
    first = anchor or _first(repeat, clock, today, month_end)
    if anchor and clock and calendar.moment(anchor, clock.time, today.zone) <= today.now:
        raise UnclearError  # « aujourd'hui 9h, tous les deux jours » said at noon
    repeat = _limited(repeat, first)
    rule = written(repeat, timed=clock is not None, week_start=today.week_start)
    start = datetime.combine(first, clock.time) if clock else first
    due_now = calendar.moment(first, clock.time, today.zone) if clock else first
    recurrence = Recurrence(rule, after_done=repeat.after_done, month_end=month_end, start=start)
    return Repeating(recurrence, due_now, tuple(sorted(parts)), replace(dates, due=Choice()))


def _one_clock(said: Clock | None, value: When | None) -> Clock | None:
    """The time said with the phrase or with a date of the line. Raises UnclearError for both."""
    if not isinstance(value, datetime):
        return said
    if said:
        raise UnclearError
    return Clock(value.hour, value.minute)


def _clock(phrase: Phrase) -> Clock | None:
    """The time of day said with it; in a part of the day, that part's."""
    part = (phrase.time.part if phrase.time else None) or phrase.repeat.part
    clock = phrase.time.clock if phrase.time else None
    return in_part(clock, part) if clock and part else clock or part


def _anchored(repeat: Repeat, day: date, month_end: MonthEnd) -> Repeat:
    """The rule that has this day for its first."""
    if repeat.start and repeat.start != day:
        raise UnclearError
    repeat = replace(repeat, start=day)
    if not repeat.bare and first_day(repeat, day, month_end) != day:
        raise UnclearError  # « demain, tous les lundis »
    if not repeat.bare or repeat.after_done or repeat.freq is Frequency.DAILY:
        return repeat
    if repeat.freq is Frequency.WEEKLY:
        return replace(repeat, days=(day.weekday(),))
    months = (day.month,) if repeat.freq is Frequency.YEARLY else ()
    return replace(repeat, months=months, month_days=(day.day,))


def _first(repeat: Repeat, clock: Clock | None, today: Today, month_end: MonthEnd) -> date:
    """Its first day: today or later, or when it is to start; with a time that is still to come."""
    base = max(today.date, _day(repeat.start)) if repeat.start else today.date
    first = first_day(repeat, base, month_end)
    if first and clock and calendar.moment(first, clock.time, today.zone) <= today.now:
        first = first_day(repeat, first + timedelta(days=1), month_end)
    if not first:
        raise UnclearError
    return first


def _limited(repeat: Repeat, first: date) -> Repeat:
    """The rule with its length as a number of times, or else as its last day."""
    if repeat.until and repeat.until < first:
        raise UnclearError
    if not repeat.length:
        return repeat
    number, freq = repeat.length
    count = _count(repeat, number, freq)
    if count:
        return replace(repeat, count=count, length=None)
    after = (
        first + timedelta(days=number * _DAYS_PER[freq])
        if freq in _DAYS_PER
        else calendar.add_months(first, number * _MONTHS_PER[freq])
    )
    return replace(repeat, until=after - timedelta(days=1), length=None)


def _count(repeat: Repeat, number: int, freq: Frequency) -> int:
    """How many times fall into so many units; 0 where that depends on the calendar."""
    if repeat.freq is freq and repeat.interval == 1:
        per = max(1, len(repeat.days) * max(1, len(repeat.nths))) if freq is Frequency.WEEKLY else 1
        simple = repeat.bare or freq is Frequency.WEEKLY or len(repeat.month_days) == 1
        return number * per if simple else 0
    if repeat.freq is freq and len(repeat.days) <= 1 and number % repeat.interval == 0:
        return number // repeat.interval
    return number * 7 if (repeat.freq, freq, repeat.interval) == (Frequency.DAILY, Frequency.WEEKLY, 1) else 0


def _day(value: When) -> date:
    return value.date() if isinstance(value, datetime) else value
