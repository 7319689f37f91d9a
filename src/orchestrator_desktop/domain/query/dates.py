"""Conditions on dates and estimates: `<friday`, `today..friday`, `this-week`, `none`, `<30min`."""

from __future__ import annotations

import re
from datetime import date, datetime, timedelta
from typing import Final

from orchestrator_desktop.domain.capture import calendar
from orchestrator_desktop.domain.capture.calendar import Period
from orchestrator_desktop.domain.capture.words import ALL_MONTHS_EN, ALL_MONTHS_FR

from .folding import bare, folded
from .model import DateField, DateTerm, EstimateTerm, ReadDay, When
from .vocabulary import ANY, NONE

Bounds = tuple[When | None, When | None]

_INSTANT: Final = timedelta(microseconds=1)
_DAY: Final = timedelta(days=1)
_CONDITION: Final = re.compile(r"(?P<op>[<>]=?|=|≤|≥)?(?P<value>.+)", re.DOTALL)
_PERIODS: Final = {
    "week": Period.WEEK, "semaine": Period.WEEK, "month": Period.MONTH, "mois": Period.MONTH,
    "quarter": Period.QUARTER, "trimestre": Period.QUARTER, "year": Period.YEAR, "annee": Period.YEAR,
    "weekend": Period.WEEKEND, "week end": Period.WEEKEND,
}  # fmt: skip
_THIS = r"(?:this|the|ce|cet|cette|la|le|l')"
_NEXT = r"next|prochaine?|qui vient"
_LAST = r"last|past|previous|derniere?|passee?|precedente?"
_PERIOD: Final = re.compile(
    rf"(?:(?P<before>{_NEXT}|{_LAST}|{_THIS}) ?)?(?P<period>{'|'.join(_PERIODS)})(?: (?P<after>{_NEXT}|{_LAST}))?"
)
_MONTH: Final = re.compile(r"(?P<year>[12][0-9]{3})-(?P<month>0?[1-9]|1[0-2])")
_MONTH_NAMES: Final = ALL_MONTHS_FR | ALL_MONTHS_EN
_NAMED: Final = re.compile(rf"(?P<month>{'|'.join(_MONTH_NAMES)})(?:[ -](?P<year>[12][0-9]{{3}}))?")
_QUARTER: Final = re.compile(r"[tq](?P<quarter>[1-4])(?:[ -](?P<year>[12][0-9]{3}))?")
_WEEK: Final = re.compile(r"(?:semaine|sem|week|wk|[sw])[ -]?(?P<week>[0-5]?[0-9])(?:[ -](?P<year>[12][0-9]{3}))?")
_NUMBER: Final = re.compile("(?:le|the)?[ -]?[0-9]{1,2}(?:er|st|nd|rd|th)?")
_WITHOUT_YEAR: Final = re.compile(
    "(?:le |the )?(?:[0-9]{1,2}(?:er|st|nd|rd|th)?[ /.-](?:of |de )?(?:[0-9]{1,2}|[a-z]+)"
    "|[a-z]+ [0-9]{1,2}(?:st|nd|rd|th)?)"
)
_YEAR: Final = re.compile(r"[12][0-9]{3}")
_AWAY: Final = re.compile(r"(?P<sign>[+-])(?P<n>[0-9]{1,4})(?P<unit>mois|an|[djwsmy])s?")
_UNITS: Final = {"d": 1, "j": 1, "w": 7, "s": 7}
_MONTHS_AWAY: Final = {"m": 1, "mois": 1, "y": 12, "an": 12}
_LENGTH: Final = re.compile(
    r"(?:(?P<h>[0-9]{1,3}(?:[.,][0-9]{1,2})?) ?h(?:rs?|eures?|ours?)? ?(?P<hm>[0-9]{1,2})?|(?P<m>[0-9]{1,5}))"
    r" ?(?:m|min|mn|mins|minutes?)?"
)


def date_term(which: DateField, text: str, read_day: ReadDay, week_start: int = 0) -> DateTerm | None:
    """The condition that the text says after `due:` or the like; None if it says none."""
    condition = _CONDITION.fullmatch(text)
    if condition is None:
        return None
    op, value = condition["op"] or "", condition["value"]
    word = folded(bare(value))
    if not op and word in NONE | ANY:
        return DateTerm(which, text, present=word in ANY)
    bounds = _range(which, value, read_day, week_start) if not op else None
    if bounds is None:
        read = _bounds(which, value, read_day, week_start)
        bounds = _compared(op, read) if read else None
    return DateTerm(which, text, *bounds) if bounds else None


def _range(which: DateField, value: str, read_day: ReadDay, week_start: int) -> Bounds | None:
    """`a..b`, `a..`, `..b`; the two may be the other way round."""
    left, dots, right = value.partition("..")
    if not dots or not (left or right):
        return None
    begin: Bounds | None = _bounds(which, left, read_day, week_start) if left else (None, None)
    end: Bounds | None = _bounds(which, right, read_day, week_start) if right else (None, None)
    if begin is None or end is None:
        return None
    if begin[0] is not None and end[1] is not None and _day(begin[0]) > _day(end[1]):
        begin, end = end, begin
    return begin[0], end[1]


def _compared(op: str, read: tuple[When, When]) -> Bounds | None:
    first, last = read
    try:
        match op:
            case "<":
                return None, first - (_INSTANT if isinstance(first, datetime) else _DAY)
            case ">":
                return last + (_INSTANT if isinstance(last, datetime) else _DAY), None
            case "<=" | "≤":
                return None, last
            case ">=" | "≥":
                return first, None
        return first, last
    except OverflowError:
        return None


def _bounds(which: DateField, value: str, read_day: ReadDay, week_start: int) -> tuple[When, When] | None:
    """The first and the last day of what is said; twice the same where it is one day or moment."""
    text = bare(value)
    today = read_day("today")
    if today is None:
        return None
    found = _period(which, folded(text), _day(today), week_start)
    if found is not None:
        return found
    read = read_day(text)
    if read is not None and which.past and _day(read) > _day(today):
        read = read_day(f"last {text}") or _back(read, folded(text), _day(today))
    return None if read is None else (read, read)


def _period(which: DateField, text: str, today: date, week_start: int) -> tuple[date, date] | None:
    """« cette semaine », "next month", 2026-11, november, +7d."""
    try:
        if match := _PERIOD.fullmatch(text):
            return _of_period(match, today, week_start)
        if match := _MONTH.fullmatch(text):
            return _whole_month(date(int(match["year"]), int(match["month"]), 1))
        if _YEAR.fullmatch(text):
            return date(int(text), 1, 1), date(int(text), 12, 31)
        if match := _AWAY.fullmatch(text):
            day = _away(match, today)
            return day, day
        if match := _NAMED.fullmatch(text):
            return _whole_month(_first_of(_MONTH_NAMES[match["month"]], match["year"], today, 1, past=which.past))
        if match := _QUARTER.fullmatch(text):
            month = 3 * int(match["quarter"]) - 2
            first = _first_of(month, match["year"], today, 3, past=which.past)
            return first, calendar.add_months(first, 3) - _DAY
        if match := _WEEK.fullmatch(text):
            monday = _monday(int(match["week"]), match["year"], today, past=which.past)
            return monday, monday + timedelta(days=6)
    except (OverflowError, ValueError):
        return None
    return None


def _of_period(match: re.Match[str], today: date, week_start: int) -> tuple[date, date]:
    period = _PERIODS[match["period"]]
    said = f" {match['before'] or ''} {match['after'] or ''} "
    ahead = 1 if re.search(f" (?:{_NEXT}) ", said) else -1 if re.search(f" (?:{_LAST}) ", said) else 0
    if period is Period.WEEK:
        first = calendar.in_week(today, week_start, ahead, week_start)
        return first, first + timedelta(days=6)
    first = calendar.start_of(period, today, ahead)
    if period is Period.WEEKEND:
        return first, first + _DAY
    return first, calendar.start_of(period, today, ahead + 1) - _DAY


def _whole_month(first: date) -> tuple[date, date]:
    return first, calendar.add_months(first, 1) - _DAY


def _first_of(month: int, year: str | None, today: date, length: int, *, past: bool) -> date:
    """The first day of a month or quarter of that name: of the year said, else of the next or the last."""
    first = date(int(year) if year else today.year, month, 1)
    if year:
        return first
    if past and first > today:
        return first.replace(year=first.year - 1)
    return first.replace(year=first.year + 1) if not past and calendar.add_months(first, length) <= today else first


def _monday(week: int, year: str | None, today: date, *, past: bool) -> date:
    """The Monday of an ISO week, likewise. Raises ValueError where the year has no such week."""
    monday = date.fromisocalendar(int(year) if year else today.isocalendar().year, week, 1)
    if year or (monday <= today if past else monday + timedelta(days=6) >= today):
        return monday
    return date.fromisocalendar(today.isocalendar().year + (-1 if past else 1), week, 1)


def _back(read: When, text: str, today: date) -> When:
    """The last such day, where it was said without its year or month: « créé:le-12 », "done:12/03"."""
    months = 1 if _NUMBER.fullmatch(text) else 12 if _WITHOUT_YEAR.fullmatch(text) else 0
    day = _day(read)
    for back in range(months, months * 12 + 1, months or 1):
        found = calendar.add_months(day, -back)
        if found.day == day.day and found <= today:
            return found
    return read


def _away(match: re.Match[str], today: date) -> date:
    count = int(match["n"]) * (-1 if match["sign"] == "-" else 1)
    unit = match["unit"]
    if unit in _UNITS:
        return today + timedelta(days=count * _UNITS[unit])
    return calendar.add_months(today, count * _MONTHS_AWAY[unit])


def _day(when: When) -> date:
    return when.date() if isinstance(when, datetime) else when


def estimate_term(text: str) -> EstimateTerm | None:
    """The condition that the text says after `estimate:`; None if it says none."""
    condition = _CONDITION.fullmatch(text)
    if condition is None:
        return None
    op, value = condition["op"] or "", folded(bare(condition["value"]))
    if not op and value in NONE | ANY:
        return EstimateTerm(text, present=value in ANY)
    if not op and ".." in value:
        left, _, right = value.partition("..")
        least, most = minutes(left) if left else None, minutes(right) if right else None
        if (left and least is None) or (right and most is None) or not (left or right):
            return None
        return EstimateTerm(text, least, most)
    length = minutes(value)
    if length is None:
        return None
    match op:
        case "<":
            return EstimateTerm(text, most=length - 1)
        case ">":
            return EstimateTerm(text, least=length + 1)
        case "<=" | "≤":
            return EstimateTerm(text, most=length)
        case ">=" | "≥":
            return EstimateTerm(text, least=length)
    return EstimateTerm(text, length, length)


def minutes(folded_text: str) -> int | None:
    """« 1h30 », "45min", "90"."""
    match = _LENGTH.fullmatch(folded_text.strip())
    if match is None:
        return None
    if match["m"]:
        return int(match["m"])
    return round(float(match["h"].replace(",", ".")) * 60) + int(match["hm"] or 0)
