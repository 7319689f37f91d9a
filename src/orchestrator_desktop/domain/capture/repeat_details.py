"""What follows how often: on which days, at what time, from when, until when, and whether it counts from being done."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from typing import Final

from orchestrator_desktop.domain.rrule import Frequency

from . import context, scan
from .grammar import END, Day, Today
from .line import Line
from .meant import Found
from .parts import part_named
from .repeat import Repeat
from .repeat_read import nth_days
from .repeat_words import (
    DATE,
    DAY_WORD,
    DONE,
    FULL_WEEKDAY,
    MONTH,
    MONTHS,
    NUMBER,
    NUMBER_LIST,
    ORDINAL_LIST,
    PARTS,
    SUFFIXED_LIST,
    UNIT,
    UNITS,
    WEEK_END,
    WEEKDAY_LIST,
    WEEKDAY_RANGE,
    WORK_DAY,
    counted,
    day_numbers,
    day_of_year,
    weekday_range,
    weekdays,
)
from .times import clock_at

_GAP = re.compile(",? (?:(?:et|and) (?=jusqu|until |till ))?")
_AT = re.compile(",? (?:a |at |@ ?)?")
_AND_AT = re.compile("(?: ?[,&/] ?| et | and )(?:a |at |@ ?)?")
_ON = r"(?:(?:on the|on|le|les|the|chaque|every|each|au) )?"
_DAYS = re.compile(rf"{_ON}(?P<days>{WEEKDAY_LIST}){END}")
_RANGE = re.compile(rf"(?:(?:du|de|from|on|le) )?{WEEKDAY_RANGE}{END}")
_NTHS = re.compile(
    rf"{_ON}(?P<ords>{ORDINAL_LIST}) (?P<what>{WORK_DAY}|{WEEK_END}|{DAY_WORD}|{WEEKDAY_LIST})"
    rf"(?:(?: du mois| of the month)|(?: (?:of|in|de|d') ?(?P<month>{MONTH})))?{END}"
)
_NUMBERS = re.compile(
    rf"(?:(?:on the|on|le|les|the) (?P<nums>{NUMBER_LIST})|(?P<bare>{SUFFIXED_LIST}))"
    rf"(?: du mois| of the month)?{END}"
)
_IN_MONTH = re.compile(rf"(?:in|en) (?P<month>{MONTH}){END}")
_OF_YEAR = re.compile(rf"{_ON}{DATE}{END}")
_EXCEPT = re.compile(
    r"(?:sauf|except(?:e|ing)?|hormis|hors|but not|but)(?: (?:on|for|le|les|the|on the))? "
    rf"(?:(?P<weekend>{WEEK_END})|(?P<days>{WEEKDAY_LIST})){END}"
)
_BUT = re.compile(
    r"(?:sauf|except|excepte|excepting|hormis|hors|but (?:not|the|for)|unless|starting|beginning|"
    r"a partir|a compter)(?!\w)"
    r"|(?:du|from) [0-9]|(?:im)?paire?s?(?!\w)|(?:during|this|cette|cet|ce mois)(?!\w)|pendant (?:les|la|le|l')"
    rf"|(?:in|en|de|d'|au) ?(?:the )?(?:{MONTH}|summer|winter|spring|autumn|ete|hiver|printemps|automne){END}"
)
_AND_DAY = re.compile(rf"(?: et| and|,) (?:le |on )?(?:{FULL_WEEKDAY})s?(?: (?:{PARTS}|a|at)(?!\w)|,? ?$)")
_AND_DATE = re.compile(rf"(?: et| and| &|,) (?:le |on |in |en )?(?:{DATE}|{MONTH}){END}")
_AND_PART = re.compile(rf"(?: et |, ?| and | ?/ ?| ?& ?)(?:le |la |in the )?(?:{PARTS}){END}")
_PARTS = re.compile(rf"(?P<part>matins|soirs|mornings|evenings|afternoons|nights){END}")
_AFTER_DONE = re.compile(
    r"(?:(?:after|apres) "
    r"(?:(?:it is|it's|being|having|each|the last|last|chaque|l'avoir|avoir|la derniere|le dernier|etre) )?"
    rf"(?:{DONE}|completion|completing(?: it)?|complete|finished|finishing(?: it)?|doing it|i finish(?: it)?|i'm done"
    r"|execution|realisation|achevement|accomplissement)"
    r"|(?:from|upon|since) (?:the last |last |each )?completion|(?:when|once) (?:it's )?(?:done|completed|finished)"
    rf"|(?:une fois|des que c'est|quand c'est) (?:{DONE})){END}"
)
_UNTIL = re.compile(
    r"(?:until|till|til|through|thru|up to|ending(?: on)?|jusqu'(?:au|a)|jusqu a|jusque) ?(?:the |le |la |l')?"
)
_UNTIL_WORD = re.compile(r"(?:until|till|til|through|thru|jusqu'\w+|jusque)(?!\w)")
_FOR = re.compile(
    rf"(?:for(?: the next)?|pendant|pdt|durant|over|sur|pour)(?: les)? (?P<n>{NUMBER}|an?|un) ?(?P<unit>{UNIT}){END}"
)
_TIMES = re.compile(
    rf"(?P<for>(?:for|pendant|pdt|pour) )?(?P<n>{NUMBER}) ?(?:fois|times|occurrences?|x){END}"
    r"(?! (?:par|per|a|each|every)(?!\w))"
)
_START = re.compile(
    r"(?:a (?:partir|compter) (?:de |du |d')|des |from |(?:en )?commencant (?:le |a partir de |des )?|"
    r"(?:starting|beginning|starts|start|begins)(?: from| on| at)? |(?:debut|debutant) (?:le )?)(?:the )?"
)
_TO = re.compile(" (?:to|through|thru|au|a) ")


class UnclearError(Exception):
    """The line repeats, in a way that no single rule says."""


def with_details(line: Line, today: Today, repeat: Repeat, start: int, end: int) -> tuple[Repeat, int, Found | None]:
    """The rule with all that follows it, where it ends, and its time. Raises UnclearError."""
    found: Found | None = None
    while True:
        gap = _GAP.match(line.text, end)
        if not found:
            timed = _time(line, start, end, repeat)
            if timed:
                found, end = timed, timed.end
                continue
        if not gap:
            break
        read = _detail(line, today, repeat, gap.end())
        if not read:
            break
        repeat, end = read
    _refuse_what_limits(line, end)
    return repeat, end, found


def timed_lead(line: Line, repeat: Repeat, start: int) -> tuple[Repeat, int, Found] | None:
    """The rule with the days and the time before it: « lundi et jeudi à 9h toutes les semaines »."""
    if not repeat.bare or repeat.freq is not Frequency.WEEKLY:
        return None
    match = _TIMED_BEFORE.search(line.text, max(0, start - 60), start)
    if not match or context.word_before(line, match.start()) in ("de", "du", "of"):
        return None
    found = scan.with_time(line, Found(match.start(), match.start("gap"), Day(date.min)))
    days = weekdays(match["said"]) if match["said"] else weekday_range(match["first"], match["last"])
    if not (found.clock or found.part) or line.text[found.end : start].strip(", "):
        return None
    single = len(days) == 1 and not match["the"]
    return None if single else (replace(repeat, days=days), match.start(), found)


def _detail(line: Line, today: Today, repeat: Repeat, at: int) -> tuple[Repeat, int] | None:
    for reader in _READERS:
        read = reader(line, today, repeat, at)
        if read:
            return read
    return None


def _time(line: Line, start: int, end: int, repeat: Repeat) -> Found | None:
    """The part of day and time that stand here."""
    found = scan.with_time(line, Found(start, end, Day(date.min), part=repeat.part))
    if found.end == end:
        _refuse_two_times(line, end)
        return None
    if _AND_PART.match(line.text, found.end) or (found.clock and scan.second_clock(line, found.end)):
        raise UnclearError
    return found


def _refuse_two_times(line: Line, end: int) -> None:
    """« tous les jours à 9h et 18h », « tous les jours matin et soir »: no rule of days says it."""
    if _AND_PART.match(line.text, end):
        raise UnclearError
    at = _AT.match(line.text, end)
    first = clock_at(line.text, at.end()) if at else None
    link = _AND_AT.match(line.text, first[1]) if first else None
    if link and clock_at(line.text, link.end()):
        raise UnclearError


def _after_done(line: Line, _today: Today, repeat: Repeat, at: int) -> tuple[Repeat, int] | None:
    match = _AFTER_DONE.match(line.text, at)
    return (replace(repeat, after_done=True), match.end()) if match else None


def _except(line: Line, _today: Today, repeat: Repeat, at: int) -> tuple[Repeat, int] | None:
    match = _EXCEPT.match(line.text, at)
    if (
        not match
        or repeat.interval > 1
        or repeat.nths
        or repeat.month_days
        or repeat.freq not in (Frequency.DAILY, Frequency.WEEKLY)
    ):
        return None
    off = (5, 6) if match["weekend"] else weekdays(match["days"])
    kept = tuple(day for day in repeat.days or range(7) if day not in off)
    return (replace(repeat, freq=Frequency.WEEKLY, days=kept), match.end()) if kept else None


def _range(line: Line, _today: Today, repeat: Repeat, at: int) -> tuple[Repeat, int] | None:
    match = _RANGE.match(line.text, at)
    if not match or not repeat.bare or repeat.interval > 1 or repeat.freq not in (Frequency.DAILY, Frequency.WEEKLY):
        return None
    return replace(repeat, freq=Frequency.WEEKLY, days=weekday_range(match["first"], match["last"])), match.end()


def _days(line: Line, _today: Today, repeat: Repeat, at: int) -> tuple[Repeat, int] | None:
    match = _DAYS.match(line.text, at)
    if not match or not repeat.bare:
        return None
    if repeat.freq is not Frequency.WEEKLY:
        raise UnclearError  # "every month on monday"
    return replace(repeat, days=weekdays(match["days"])), match.end()


def _nths(line: Line, _today: Today, repeat: Repeat, at: int) -> tuple[Repeat, int] | None:
    match = _NTHS.match(line.text, at)
    named = nth_days(match["ords"], match["what"], None) if match else None
    if not match or not named or not repeat.bare:
        return None
    months = (MONTHS[match["month"].rstrip(".")],) if match["month"] else ()
    if repeat.freq is not (Frequency.YEARLY if months else Frequency.MONTHLY):
        raise UnclearError
    return (
        replace(
            repeat,
            months=months,
            month_days=named.month_days,
            days=named.days,
            nths=named.nths,
            position=named.position,
        ),
        match.end(),
    )


def _numbers(line: Line, _today: Today, repeat: Repeat, at: int) -> tuple[Repeat, int] | None:
    match = _NUMBERS.match(line.text, at)
    if not match or not repeat.bare or repeat.freq is not Frequency.MONTHLY:
        return None
    numbers = day_numbers(match["nums"] or match["bare"])
    return (replace(repeat, month_days=numbers), match.end()) if numbers else None


def _of_year(line: Line, _today: Today, repeat: Repeat, at: int) -> tuple[Repeat, int] | None:
    if not repeat.bare or repeat.freq is not Frequency.YEARLY:
        return None
    month = _IN_MONTH.match(line.text, at)
    if month:
        return replace(repeat, months=(MONTHS[month["month"].rstrip(".")],), month_days=(1,)), month.end()
    match = _OF_YEAR.match(line.text, at)
    read = day_of_year(match) if match else None
    if not match or not read:
        return None
    return replace(repeat, months=(read[0],), month_days=(read[1],)), match.end()


def _part(line: Line, _today: Today, repeat: Repeat, at: int) -> tuple[Repeat, int] | None:
    match = _PARTS.match(line.text, at)
    return (replace(repeat, part=part_named(match["part"])), match.end()) if match and not repeat.part else None


def _until(line: Line, today: Today, repeat: Repeat, at: int) -> tuple[Repeat, int] | None:
    match = _UNTIL.match(line.text, at)
    if not match:
        return None
    read = _day_after(line, today, match)
    if not read or repeat.limited:
        raise UnclearError
    return replace(repeat, until=read[0]), read[1]


def _day_after(line: Line, today: Today, match: re.Match[str]) -> tuple[date, int] | None:
    """The day after words that lead to one."""
    article = match[0].endswith(("du ", "au "))
    read = scan.day_at(line.text, today, match.end(), article=article)
    if not read or not read[0].date:
        return None
    return read[0].date, read[1]


def _for(line: Line, _today: Today, repeat: Repeat, at: int) -> tuple[Repeat, int] | None:
    match = _FOR.match(line.text, at)
    if not match or repeat.limited:
        return None
    freq, times = UNITS[match["unit"]]
    return replace(repeat, length=(counted(match["n"]) * times, freq)), match.end()


def _times(line: Line, _today: Today, repeat: Repeat, at: int) -> tuple[Repeat, int] | None:
    match = _TIMES.match(line.text, at)
    if not match or repeat.limited:
        return None
    comma = line.text[at - 2 : at - 1] == ","
    if repeat.freq is Frequency.DAILY and not comma and not match["for"]:
        raise UnclearError  # « tous les jours 3 fois » is three times a day
    count = counted(match["n"])
    return (replace(repeat, count=count), match.end()) if count else None


def _starting(line: Line, today: Today, repeat: Repeat, at: int) -> tuple[Repeat, int] | None:
    match = _START.match(line.text, at)
    if not match or repeat.start:
        return None
    read = _day_after(line, today, match)
    if not read:
        return None
    to = _TO.match(line.text, read[1])
    last = _day_after(line, today, to) if to else None
    if last and not repeat.limited:
        return replace(repeat, start=read[0], until=last[0]), last[1]
    return replace(repeat, start=read[0]), read[1]


def _refuse_what_limits(line: Line, end: int) -> None:
    """An end or an exception that is not understood would be lost from the rule."""
    gap = _GAP.match(line.text, end)
    if _AND_DAY.match(line.text, end) or _AND_DATE.match(line.text, end):
        raise UnclearError  # « chaque lundi matin et jeudi soir »
    if gap and (_UNTIL_WORD.match(line.text, gap.end()) or _BUT.match(line.text, gap.end())):
        raise UnclearError


def lead(line: Line, repeat: Repeat, start: int) -> tuple[Repeat, int]:
    """The rule with the days named before it: « le lundi toutes les deux semaines »."""
    if not repeat.bare:
        return repeat, start
    pattern = {Frequency.WEEKLY: _DAYS_BEFORE, Frequency.MONTHLY: _NUMBERS_BEFORE}.get(repeat.freq)
    match = pattern.search(line.text, max(0, start - 60), start) if pattern else None
    if not match or context.word_before(line, match.start()) in ("de", "du", "of"):
        return repeat, start
    if repeat.freq is Frequency.WEEKLY:
        days = weekdays(match["said"]) if match["said"] else weekday_range(match["first"], match["last"])
        # One day without an article is a date, which says more: the first of the days.
        return (replace(repeat, days=days), match.start()) if match["the"] or len(days) > 1 else (repeat, start)
    numbers = day_numbers(match["said"])
    return (replace(repeat, month_days=numbers), match.start()) if numbers else (repeat, start)


_DAYS_BEFORE: Final = re.compile(
    rf"(?<![\w'-])(?:(?P<the>le |les |on |the )?(?P<said>{WEEKDAY_LIST})|{WEEKDAY_RANGE}),? $"
)
_TIMED_BEFORE: Final = re.compile(
    rf"(?<![\w'-])(?:(?P<the>le |les |on |the )?(?P<said>{WEEKDAY_LIST})|{WEEKDAY_RANGE})(?P<gap>,? )[^,;]{{2,20}},? $"
)
_NUMBERS_BEFORE: Final = re.compile(rf"(?<![\w'-])(?:le |les |on the |the )(?P<said>{NUMBER_LIST}),? $")
_READERS: Final = (
    _after_done, _except, _range, _nths, _numbers, _days, _of_year, _part, _until, _for, _times, _starting,
)  # fmt: skip
