"""Finds the dates and times written in a line, each whole, and keeps those that are meant."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from . import context, dates_en, dates_figures, dates_fr, dates_nth, parts
from .grammar import BEYOND, After, Clock, Day, Index, Needs, Role, Rule, Today, index, key_of
from .later import Later
from .line import Line
from .meant import Found, is_meant
from .parts import FRENCH_PARTS, OF_A_DAY, part_of_a_day
from .times import after_midnight, clock_at
from .words import WEEKDAYS_EN, either

_RULES: Final[Index] = index((*dates_figures.DAYS, *dates_fr.DAYS, *dates_en.DAYS, *dates_nth.DAYS, *parts.DAYS))

_START = re.compile(r"(?:(?<![\w'/:@#$€£&%+*=~_.-])|(?<=[a-z]:))(?:[a-z]+|[0-9]+|@(?= ?[0-9]))")
_PREFIX = re.compile(
    r"(?P<defer>(?:a partir|a compter|a dater) (?:de |du |d')|des (?!que)|(?:as )?from |"
    r"(?:starting|beginning|effective) (?:from |on |at )?|not before |not until |"
    r"no (?:earlier|sooner) than |at the earliest |au plus tot |pas avant |pas plus tot que )"
    r"|(?P<hard>d[' ]?ici (?:a |au )?|au plus tard (?:a )?|at the latest |by (?:the )?latest |avant |avt |by |before |"
    r"(?:no|not) later than |(?:is |are )?due(?: on| by| at)?:? |due:)"
    r"|(?P<deadline>(?:(?:hard |final )?deadline|echeance|date (?:limite|butoir))(?: (?:est|is))?(?: ?: ?| )"
    r"(?:on |by |before |for |pour |avant |au |fixee (?:au |a )?)?)"
    r"|(?P<soft>pour |pr |for )"
    r"|(?P<near>vers (?:les )?|aux (?:alentours|environs) (?:de |du )|sur les (?=[0-9])|autour (?:de |du )|around )"
    r"|(?P<at>a environ |a |at (?:about |around )?|@ ?)"
    r"|(?P<on>on )"
)
_ROLES: Final = {"defer": Role.DEFER, "hard": Role.DUE, "deadline": Role.DEADLINE}
_FRENCH: Final = (
    "a ",
    "vers ",
    "aux ",
    "autour ",
    "pour ",
    "pr ",
    "avt ",
    "avant ",
    "d'ici",
    "d ici",
    "dici",
    "des ",
    "au plus",
    "pas ",
    "echeance",
    "date ",
)
_GAP = re.compile(",? ")
_BEFORE_TIME = Later(" - |: |,? |(?=@)")
# "Friday's meeting at 3pm"
_OWNED = Later(rf"(?:tomorrow|{either(WEEKDAYS_EN)})'s(?!\w)")
_NEAR = 16
_BEFORE_DAY = re.compile(",? (?:on )?")
_LIMIT = Later(
    r",? (?:(?P<latest>au plus tard|dernier delai|at the latest|maxi?|maximum"
    r"|latest(?= *(?:$|[,;.!?)\n\x01])))|au plus tot|at the earliest)(?![\w'-])"
)
_ONWARDS = Later(r" (?:onwards?|on(?= *(?:$|[,;.!?)\n\x01])))(?![\w'-])")
_NUMBER_ALONE = Later(r"[0-3]?[0-9](?:st|nd|rd|th|er)?(?= *(?:$|[,;.!?)\n\x01]))")
_AND = Later(r"(?: ?[-/&,] ?|,? (?:et|ou|and|or|a|au|to|until|till|through|thru|jusqu'au?|puis|then) )(?:on )?")


def find_dates(line: Line, today: Today) -> Iterator[Found]:
    at, mentioned = 0, -_NEAR - 1
    while start := _START.search(line.text, at):
        found = expression(line, today, start.start())
        if not found:
            mentioned = start.end() if _OWNED.match(line.text, start.start()) else mentioned
            at = start.end()
            continue
        other_end = _end_of_range(line, today, found)
        if other_end is None and is_meant(line, found):
            # « la réunion de lundi à 14h »: the time of what is spoken about
            if found.day or found.sure or found.start - mentioned > _NEAR:
                yield found
        elif found.day and not found.day.weak:
            mentioned = other_end or found.end
        at = max(other_end or found.end, start.end())


def expression(line: Line, today: Today, at: int) -> Found | None:
    day = day_at(line.text, today, at)
    if day:
        return with_time(line, Found(at, day[1], day[0], part=day[0].part, role=day[0].role or Role.DUE))
    prefix = _PREFIX.match(line.text, at)
    if prefix and prefix.lastgroup == "deadline" and context.is_thing(line, at):
        return None  # « reporter l'échéance au 12 », "move the deadline"
    if prefix and prefix.lastgroup:
        kind, after = prefix.lastgroup, prefix.end()
        role, french = _ROLES.get(kind, Role.DUE), prefix[0].startswith(_FRENCH)
        base = Found(at, after, prefix=kind, french=french, role=role, sure=kind == "hard")
        day = None if kind == "at" else day_at(line.text, today, after, article=prefix[0].endswith(("du ", "au ")))
        if day:
            return with_time(line, replace(base, end=day[1], day=day[0], part=day[0].part))
        clock = None if kind == "on" else clock_at(line.text, after)
        if clock:
            return _with_day(line, today, replace(base, end=clock[1], clock=clock[0]))
    clock = clock_at(line.text, at)
    return _with_day(line, today, Found(at, clock[1], clock=clock[0])) if clock else None


def day_at(text: str, today: Today, at: int, *, article: bool = False) -> tuple[Day, int] | None:
    """The day written from here on, by the rule that reads the most, and where it ends."""
    best: tuple[Day, int] | None = None
    rules = _RULES.get(key_of(text, at), ())
    for rule in (dates_fr.AFTER_ARTICLE, *rules) if article else rules:
        match = rule.pattern.match(text, at)
        if match and (not best or match.end() > best[1]):
            day = _read(rule, match, today)
            best = (day, match.end()) if day else best
    return best


def _read(rule: Rule, match: re.Match[str], today: Today) -> Day | None:
    try:
        return rule.read(match, today)
    except BEYOND:
        return None


def with_time(line: Line, found: Found) -> Found:
    """The day with the part of day and the time that follow it."""
    if not found.day or found.day.moment:
        return found
    of_day = None if found.part else OF_A_DAY.match(line.text, found.end)
    if of_day and found.day.weak and found.day.english and of_day["word"] in FRENCH_PARTS:
        of_day = None  # « mon matin »
    if of_day:
        found = replace(found, end=of_day.end(), part=part_of_a_day(of_day))
    gap = _BEFORE_TIME.match(line.text, found.end)
    if gap:
        prefix = _PREFIX.match(line.text, gap.end())
        kind = prefix.lastgroup if prefix and prefix.lastgroup else ""
        read = clock_at(line.text, prefix.end()) if prefix and kind != "on" else None
        if not read:
            kind, read = "", clock_at(line.text, gap.end())
        french = line.text.startswith(_FRENCH, gap.end())
        if read and _is_time_of(line, found, *read, kind=kind, french=french):
            hard = found.role is Role.DEADLINE
            role, sure = found.role if hard else _ROLES.get(kind, found.role), found.sure or kind == "hard"
            found = replace(found, clock=read[0], end=read[1], role=role, sure=sure)
    return _with_limit(line, found)


def _is_time_of(line: Line, found: Found, clock: Clock, end: int, *, kind: str, french: bool) -> bool:
    """Whether the time after a day is that day's, and not a length, a range or another sentence."""
    if not _is_placed(clock, kind, french=french):
        return False
    if clock.midnight and not after_midnight(clock, found.part):
        return False
    if not context.is_time_of_day(line, end) or second_clock(line, end):
        return False
    after = After.END if clock.needs in (Needs.DAY_AND_AT, Needs.DAY_BEFORE) else After.SENTENCE
    return context.may_be_followed(line, end, after, free=context.at_start(line, found.start))


def _with_day(line: Line, today: Today, found: Found) -> Found:
    """The time with the day that follows it: « à 9h demain », "5pm on Friday"."""
    gap = _BEFORE_DAY.match(line.text, found.end)
    read = day_at(line.text, today, gap.end()) if gap else None
    if read and _may_be_of(found, read[0]):
        day, end = read
        of_day = None if day.part else OF_A_DAY.match(line.text, end)
        part = part_of_a_day(of_day) if of_day else day.part
        found = replace(found, day=day, end=of_day.end() if of_day else end, part=part)
    return _with_limit(line, found)


def _is_placed(clock: Clock, kind: str, *, french: bool) -> bool:
    """Whether a time beside a day has the preposition it needs (`kind`): not « 2h demain », a length of time."""
    if clock.needs is Needs.PREPOSITION:
        return kind not in ("", "soft")
    return clock.needs not in (Needs.DAY_AND_AT, Needs.DAY_BEFORE) or (kind in ("at", "near", "hard") and not french)


def _may_be_of(found: Found, day: Day) -> bool:
    """Whether the time may be that of the day after it."""
    if found.clock and not _is_placed(found.clock, found.prefix, french=found.french):
        return False
    clock = found.clock
    before = clock is not None and (clock.midnight or (clock.needs is Needs.DAY_BEFORE and not day.part))
    return not (day.moment or before or (day.weak and not found.prefix))


def _with_limit(line: Line, found: Found) -> Found:
    limit = _LIMIT.match(line.text, found.end)
    if not limit:
        onwards = _ONWARDS.match(line.text, found.end) if found.role is Role.DEFER else None
        return replace(found, end=onwards.end()) if onwards else found
    role = found.role if found.role is Role.DEADLINE else Role.DUE if limit["latest"] else Role.DEFER
    return replace(found, end=limit.end(), sure=True, role=role)


def second_clock(line: Line, end: int) -> int | None:
    """Where « 9h à 10h » ends, once « 9h » is read."""
    link = _AND.match(line.text, end) or _GAP.match(line.text, end)
    other = clock_at(line.text, link.end()) if link else None
    if not other or (link and not link[0].strip(", ") and other[0].needs is not Needs.NOTHING):
        return None
    return other[1]


def _after_time(line: Line, end: int) -> int:
    """Where the time beside a day ends that was not taken for its: « lundi (14h) ou mardi 10h »."""
    gap = _BEFORE_TIME.match(line.text, end)
    prefix = _PREFIX.match(line.text, gap.end()) if gap else None
    read = clock_at(line.text, prefix.end() if prefix else gap.end()) if gap else None
    return read[1] if read else end


def _end_of_range(line: Line, today: Today, found: Found) -> int | None:
    """Where "monday to friday", « demain ou jeudi » end: which of the two is meant, no one can say."""
    if not found.day:
        return second_clock(line, found.end)
    end = None
    after = found.end if found.clock else _after_time(line, found.end)
    link = _AND.match(line.text, after)
    while link:
        number = _NUMBER_ALONE.match(line.text, link.end())
        if number and not found.clock and after == found.end:
            return number.end()  # « 12 octobre au 15 », "Nov 1 to 3"
        other = day_at(line.text, today, link.end())
        if not other or other[0].refused or (other[0].weak and other[0].weekly):
            break
        end = with_time(line, Found(link.end(), other[1], other[0])).end
        link = _AND.match(line.text, end)
    return end
