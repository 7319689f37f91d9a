"""English days: "tomorrow", "next friday", "in two weeks", "end of quarter", "the 12th"."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import timedelta
from typing import Final

from . import calendar
from .calendar import Period
from .grammar import NUMERAL, REFUSED, After, Day, Role, Rule, Today, rule
from .parts import CLOSE
from .readings import certain, day_of_month, edge, edge_of_months, in_time, in_week_number
from .words import ALL_MONTHS_EN, NUMBERS_EN, SHORT_EN, WEEKDAYS_EN, either, number

_NEAR = {
    "today": 0,
    "later today": 0,
    "tomorrow": 1,
    "tomorow": 1,
    "tommorow": 1,
    "tommorrow": 1,
    "tomorrrow": 1,
    "2morrow": 1,
    "tmrw": 1,
    "tmr": 1,
    "tmw": 1,
    "the day after tomorrow": 2,
    "day after tomorrow": 2,
}
_ALL_DAYS = WEEKDAYS_EN | SHORT_EN
_PERIODS = {
    "week": Period.WEEK, "wk": Period.WEEK, "month": Period.MONTH, "quarter": Period.QUARTER, "year": Period.YEAR,
    "weekend": Period.WEEKEND, "week-end": Period.WEEKEND,
}  # fmt: skip
_SHORT_ENDS = {"eow": Period.WEEK, "eom": Period.MONTH, "eoq": Period.QUARTER, "eoy": Period.YEAR}
_UNITS = {
    "minutes": "minutes", "minute": "minutes", "mins": "minutes", "min": "minutes", "hours": "hours", "hour": "hours",
    "hrs": "hours", "hr": "hours", "h": "hours", "days": "days", "day": "days", "weeks": "weeks", "week": "weeks",
    "wks": "weeks", "wk": "weeks", "months": "months", "month": "months", "quarters": "quarters",
    "quarter": "quarters", "years": "years", "year": "years", "yrs": "years", "yr": "years",
}  # fmt: skip
_WEEKS = {"week": "weeks", "weeks": "weeks", "fortnight": "fortnights"}
_EDGES = {"start": "start", "beginning": "start", "middle": "middle", "mid": "middle", "end": "end"}
_EARLY_OR_LATE = {"early": "start", "late": "end"}
_FORTNIGHT = 14
_HALF_HOUR = 30

_DAY = either(_ALL_DAYS)
_NUMBER = f"[0-9]{{1,3}}|{either(NUMBERS_EN)}"
_UNIT = either(_UNITS)


def _near(match: re.Match[str], today: Today) -> Day:
    ahead = _NEAR[match["near"]] + (calendar.DAYS_IN_WEEK if match["week"] else 0)
    return Day(today.date + timedelta(days=ahead), english=True)


def _weekday(match: re.Match[str], today: Today) -> Day:
    weekday = _ALL_DAYS[match["day"]]
    which, later = match["which"] or "", match["later"] or ""
    which = which.replace("nxt", "next")
    if which in ("last", "past", "previous", "following", "next next"):
        return REFUSED
    if which == "next" or later.endswith("next week"):
        day = calendar.in_week(today.date, weekday, 1, today.week_start)
    elif later in ("week", "fortnight"):
        day = calendar.weekday_from(today.date, weekday) + timedelta(days=_FORTNIGHT if later == "fortnight" else 7)
    elif which == "this":
        day = calendar.weekday_from(today.date, weekday)
    else:
        day = calendar.weekday_after(today.date, weekday)
    plain = not which and not later
    weak = plain and match["day"] in SHORT_EN
    return Day(day, after=After.END, weekly=plain, weak=weak, english=True)


def _in_time(match: re.Match[str], today: Today) -> Day:
    role = Role.DUE if match["in"] == "within" else None
    unit = "five-day" if match["work"] else _UNITS[match["unit"]]
    extra = _HALF_HOUR if match["half"] else int(match["minutes"] or 0)
    if extra and unit != "hours":
        return REFUSED
    return _english(in_time(today, number(match["n"], NUMBERS_EN), unit, role=role, extra_minutes=extra))


def _in_half_hour(match: re.Match[str], today: Today) -> Day:
    return _english(in_time(today, _HALF_HOUR, "minutes", role=Role.DUE if match["in"] == "within" else None))


def _in_fortnight(match: re.Match[str], today: Today) -> Day:
    return _english(in_time(today, _FORTNIGHT, "days", role=None))


def _from_day(match: re.Match[str], today: Today) -> Day:
    """Two weeks from now, a week from friday, a week on friday."""
    from_day = match["day"]
    base = today.date + timedelta(days=_NEAR.get(from_day, 0))
    if from_day in _ALL_DAYS:
        base = calendar.weekday_after(today.date, _ALL_DAYS[from_day])
    moved = replace(today, now=today.now + (base - today.date))
    return _english(in_time(moved, number(match["n"], NUMBERS_EN), (_UNITS | _WEEKS)[match["unit"]], role=None))


def _english(day: Day) -> Day:
    return replace(day, english=True)


def _next_period(match: re.Match[str], today: Today) -> Day:
    ahead = 2 if match[0].startswith("the") else 1
    day = calendar.start_of(_PERIODS[match["period"]], today.date, ahead, today.week_start)
    return Day(day, after=After.END, subject=True, english=True)


def _weekend(match: re.Match[str], today: Today) -> Day:
    saturday = calendar.start_of(Period.WEEKEND, today.date)
    return Day(max(today.date, saturday), after=After.END, subject=match["this"] is not None, english=True)


def _edge(match: re.Match[str], today: Today) -> Day:
    day = edge(today, (_EDGES | _EARLY_OR_LATE)[match["edge"]], _PERIODS[match["period"]], 1 if match["next"] else 0)
    return Day(day, after=After.END, weak=match["the"] == "the ", subject=True, english=True)


def _period_end(match: re.Match[str], today: Today) -> Day:
    """ "By year-end"; "the year-end report" is none."""
    return Day(edge(today, "end", _PERIODS[match["period"]]), after=After.END, weak=True, english=True)


def _end_of_day(match: re.Match[str], today: Today) -> Day:
    tomorrow = today.date + timedelta(days=1)
    day = tomorrow if match["day"] == "tomorrow" else calendar.weekday_after(today.date, _ALL_DAYS[match["day"]])
    return Day(day, part=CLOSE, after=After.END, weak=match["the"] == "the ", english=True)


def _short_end(match: re.Match[str], today: Today) -> Day:
    return Day(edge(today, "end", _SHORT_ENDS[match["short"]]), after=After.END, subject=True, english=True)


def _edge_of_month(match: re.Match[str], today: Today) -> Day:
    year = int(match["year"]) if match["year"] else None
    last = 3 * int(match["quarter"]) if match["quarter"] else ALL_MONTHS_EN[match["month"]]
    first = last - 2 if match["quarter"] else last
    day = edge_of_months(today, (_EDGES | _EARLY_OR_LATE)[match["edge"]], first, last, year)
    return certain(day, After.END, english=True, weak=match["the"] == "the ")


def _edge_of_year(match: re.Match[str], today: Today) -> Day:
    day = edge_of_months(today, (_EDGES | _EARLY_OR_LATE)[match["edge"]], 1, 12, int(match["year"]))
    return certain(day, After.END, english=True, weak=True)


def _week_number(match: re.Match[str], today: Today) -> Day | None:
    day = in_week_number(today, int(match["n"]), int(match["year"]) if match["year"] else None)
    return Day(day, after=After.END, weak=match["in"] is None, english=True) if day else None


def _day_number(match: re.Match[str], today: Today) -> Day | None:
    day = day_of_month(today, int(match["n"]), 1 if match["next"] else 0)
    return Day(day, after=After.END, weak=not match["next"], english=True) if day else None


_THE = "(?P<the>at the |the )?"
_EDGE_WORDS = ("the", "at", *_EDGES)

DAYS: Final[tuple[Rule, ...]] = (
    rule(["yesterday", "last"], rf"yesterday|last (?:night|{either(_PERIODS)})", lambda _, __: REFUSED),
    rule(_NEAR, rf"(?P<near>{either(_NEAR)})(?P<week> week)?", _near),
    rule(
        ["next", "nxt", "this", "coming", "upcoming", "last", "past", "previous", "the", "following", *_ALL_DAYS],
        r"(?:(?:the )?(?P<which>next next|next|nxt|this coming|coming|upcoming|this|last|past|previous|following) )?"
        rf"(?P<day>{_DAY})"
        r"(?: (?P<later>week|fortnight|(?:of )?next week)| (?:of )?this week)?",
        _weekday,
    ),
    rule(["next", "nxt"], rf"(?P<which>next|nxt) (?:week|wk),? (?:on )?(?P<day>{_DAY})(?P<later>)", _weekday),
    rule(
        ["in", "within"],
        rf"(?P<in>in|within)(?: the next)? (?P<n>{_NUMBER}) ?"
        rf"(?:(?P<work>(?:business|working|work|week)[ -]?days?)|(?P<unit>{_UNIT}))"
        r"(?:(?P<half> and a half)|(?: and)? ?(?P<minutes>[0-5]?[0-9])(?: ?min(?:ute)?s?)?)?(?:(?:'s?)? time)?"
        rf"(?! and (?:{_NUMBER}) ?(?:{_UNIT})(?!\w))",
        _in_time,
    ),
    rule(["in", "within"], "(?P<in>in|within) (?:half an|half a|a half) hour", _in_half_hour),
    rule(["in"], "in a fortnight(?:'s time)?", _in_fortnight),
    rule(
        [NUMERAL, *NUMBERS_EN],
        rf"(?<!for )(?P<n>{_NUMBER}) (?P<unit>{_UNIT}) (?:from|on) (?P<day>now|today|tomorrow|{either(WEEKDAYS_EN)})",
        _from_day,
    ),
    rule(
        [NUMERAL, *NUMBERS_EN],
        rf"(?P<n>{_NUMBER}) (?P<unit>weeks?|fortnight) (?P<day>today|tomorrow|{either(WEEKDAYS_EN)})",
        _from_day,
    ),
    rule(["next", "nxt"], rf"(?:next|nxt) (?P<period>{either(_PERIODS)})", _next_period),
    rule(["the"], rf"the (?P<period>{either(_PERIODS)}) after next", _next_period),
    rule(["this", "at", "over", "on"], "(?:(?P<this>this)|(?:at|over|on) the) week[ -]?end", _weekend),
    rule(
        _EDGE_WORDS,
        rf"{_THE}(?P<edge>{either(_EDGES)})(?: of |-| )(?:the |this |(?P<next>next ))?(?P<period>{either(_PERIODS)})",
        _edge,
    ),
    rule(
        _EARLY_OR_LATE,
        rf"(?P<the>)(?P<edge>{either(_EARLY_OR_LATE)}) (?:this|(?P<next>next)) (?P<period>{either(_PERIODS)})",
        _edge,
    ),
    rule(
        _EARLY_OR_LATE,
        rf"(?P<the>)(?P<edge>{either(_EARLY_OR_LATE)})(?: in)? "
        rf"(?:(?P<month>{either(ALL_MONTHS_EN)})|q(?P<quarter>[1-4]))(?: (?P<year>20[0-9]{{2}}))?",
        _edge_of_month,
    ),
    rule(["week", "month", "quarter", "year"], r"(?P<period>month|quarter|year)[ -]end", _period_end),
    rule(_EDGE_WORDS, rf"{_THE}end of (?P<day>tomorrow|{either(WEEKDAYS_EN)})", _end_of_day),
    rule(_SHORT_ENDS, rf"(?P<short>{either(_SHORT_ENDS)})", _short_end),
    rule(
        _EDGE_WORDS,
        rf"{_THE}(?P<edge>{either(_EDGES)})(?: of |-| )(?:(?P<month>{either(ALL_MONTHS_EN)})|q(?P<quarter>[1-4]))"
        r"(?: (?P<year>20[0-9]{2}))?",
        _edge_of_month,
    ),
    rule(
        (*_EDGE_WORDS, *_EARLY_OR_LATE),
        rf"{_THE}(?P<edge>{either(_EDGES | _EARLY_OR_LATE)})(?: of | in |-| )(?P<year>20[0-9]{{2}})",
        _edge_of_year,
    ),
    rule(
        ["in", "week", "wk"],
        r"(?P<in>in )?(?:week|wk) ?(?P<n>[0-5][0-9])(?:,? (?P<year>20[0-9]{2}))?",
        _week_number,
    ),
    rule(["the", NUMERAL], r"(?:the )?(?P<n>[0-3]?[0-9])(?:st|nd|rd|th)(?P<next> of next month)?", _day_number),
)
