"""Dates as files of other programs say them: in figures, with the month's name, or in words of French and English."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta, tzinfo
from typing import Final
from zoneinfo import ZoneInfo

from orchestrator_desktop.domain.capture import Captured, parse
from orchestrator_desktop.domain.recurrence import Recurrence
from orchestrator_desktop.domain.task import Due
from orchestrator_desktop.exchange.clock import to_utc

_MONTHS: Final = {
    name: number
    for number, names in enumerate(
        (
            "january jan janvier janv",
            "february feb février fevrier févr fevr fév fev",
            "march mar mars",
            "april apr avril avr",
            "may mai",
            "june jun juin",
            "july jul juillet juil",
            "august aug août aout",
            "september sep sept septembre",
            "october oct octobre",
            "november nov novembre",
            "december dec décembre decembre déc",
        ),
        start=1,
    )
    for name in names.split()
}
_WEEKDAY: Final = (
    r"(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?"
    r"|(?:lun|mar|mer|mercre|jeu|ven|vendre|sam|same)(?:di)?|dim(?:anche)?)\.?,?[ ]+"
)
_NAME: Final = "|".join(sorted(_MONTHS, key=len, reverse=True))
_YEAR: Final = r"(?P<year>\d{4})"
_CLOCK: Final = (
    r"(?:[T ,]*(?:(?:@|at|à)[ ]*)?(?P<hour>[01]?\d|2[0-4])(?=[:h.]|[ ]*[ap]\.?m)"
    r"(?:[:h.](?P<minute>[0-5]\d)?(?::[0-5]\d(?:[.,]\d+)?)?)?[ ]*(?P<half>[ap]\.?m\.?)?"
    r"[ ]*(?P<zone>Z|UTC|[+-]\d\d:?\d\d)?)?"
)
_FORMS: Final = tuple(
    re.compile(rf"(?:{_WEEKDAY})?(?:le )?{day}{_CLOCK}", re.I)
    for day in (
        rf"{_YEAR}(?P<sign>[-/.])(?P<month>\d\d?)(?P=sign)(?P<day>\d\d?)",
        r"(?P<a>\d\d?)(?P<sign>[-/.])(?P<b>\d\d?)(?:(?P=sign)(?P<year>\d{4}|\d\d))?\.?",
        rf"(?P<name>{_NAME})\.?[ ]+(?P<day>\d\d?)(?:st|nd|rd|th)?(?:,?[ ]+{_YEAR})?",
        rf"(?P<day>\d\d?)(?:er|st|nd|rd|th|\.)?(?:[ ]+|[-/])(?:of[ ]+)?(?P<name>{_NAME})\.?"
        r"(?:(?:,?[ ]+|[-/])(?P<year>\d{4}|(?<=[-/])\d\d))?",
    )
)
_AMERICAN: Final = re.compile(r"(?:[1-9]/\d\d?|\d\d/[1-9])/\d{4}\b")
_NO_DATE: Final = frozenset({"", "-", "–", "—", "none", "no date", "no due date", "aucune", "aucun", "n/a", "null"})


@dataclass(frozen=True, slots=True)
class Said:
    """What a cell says about time."""

    due: Due = None
    recurrence: Recurrence | None = None
    unread: str = ""
    """The cell, where it is no date, or not wholly one: half a date is a wrong one."""
    relative: bool = field(default=False, compare=False)
    """Whether the same words mean another date on another day."""


class Dates:
    """Reads dates of one file; the same words are read once. `now` is aware, `zone` is where clocks are
    read (None: this computer's), `day_first` orders 3/4."""

    def __init__(self, now: datetime, *, day_first: bool = True, zone: tzinfo | None = None) -> None:
        self._now = now.astimezone(zone)
        self._day_first = day_first
        self._zone = zone
        self._known: dict[tuple[str, date | None], Said] = {}

    def read(self, text: str, *, written: date | None = None) -> Said:
        """What the cell says; nothing where it is empty or says that there is no date.

        A day without its year is the one nearest to the day on which the file was `written`, else to today: files
        leave the year out, also of what is late."""
        key = (" ".join(text.split()), written)
        if key not in self._known:
            self._known[key] = self._read(*key)
        return self._known[key]

    def _read(self, text: str, written: date | None) -> Said:
        if text.lower() in _NO_DATE:
            return Said()
        for form in _FORMS:
            if match := form.fullmatch(text):
                due = self._figures(match, written or self._now.date())
                return Said(unread=text) if due is None else Said(due, relative=match.groupdict()["year"] is None)
        return self._words(text)

    def _figures(self, match: re.Match[str], near: date) -> Due:
        found = match.groupdict()
        try:
            day = _day(found, near, day_first=self._day_first)
            return day if found["hour"] is None else self._moment(day, found)
        except (ValueError, OverflowError):
            return None

    def _moment(self, day: date, found: dict[str, str | None]) -> datetime | None:
        hour, minute = int(found["hour"] or 0), int(found["minute"] or 0)
        half = (found["half"] or "").lower()
        if half:
            hour = hour % 12 + (12 if half.startswith("p") else 0)
        naive = datetime.combine(day + timedelta(days=hour // 24), time(hour % 24, minute))
        zone = found["zone"]
        if zone is None:
            return to_utc(naive.replace(tzinfo=self._zone))
        return to_utc(datetime.fromisoformat(f"{naive.isoformat()}{'Z' if zone.upper() in ('Z', 'UTC') else zone}"))

    def _words(self, text: str) -> Said:
        read = parse(text, now=self._now, locale_day_first=self._day_first)
        due = read.due or read.deadline or read.defer
        if due is None or not _is_all(text, read):
            return Said(unread=text)
        return Said(due.astimezone(UTC) if isinstance(due, datetime) else due, read.recurrence, relative=True)


def zone_of(name: str) -> tzinfo | None:
    """The zone of an IANA name; None for one that is none."""
    try:
        return ZoneInfo(name)
    except (KeyError, ValueError, OSError):
        return None


def puts_day_first(texts: Iterable[str]) -> bool | None:
    """Whether dates in figures begin with the day, as far as they show it: 26/11 can be read one way only."""
    for text in texts:
        match = _FORMS[1].fullmatch(" ".join(text.split()))
        if match is None:
            continue
        first, second = int(match["a"]), int(match["b"])
        if match["sign"] == "." or (first > 12 >= second):
            return True
        if second > 12 >= first:
            return False
    return None


def looks_american(texts: Iterable[str]) -> bool:
    """Whether days are written 12/1/2026: with slashes, and without the zero that is written nearly everywhere else."""
    return any(_AMERICAN.match(text.strip()) for text in texts)


def _day(found: dict[str, str | None], near: date, *, day_first: bool) -> date:
    """Raises ValueError."""
    if found.get("a"):
        first, second = int(found["a"] or 0), int(found["b"] or 0)
        month_first = found["sign"] != "." and first <= 12 and (second > 12 or not day_first)
        day, month = (second, first) if month_first else (first, second)
    else:
        name = found.get("name")
        month = _MONTHS[name.lower()] if name else int(found["month"] or 0)
        day = int(found["day"] or 0)
    year = found.get("year")
    if year is not None:
        return date(int(year) + (2000 if len(year) == 2 else 0), month, day)
    return _nearest(month, day, near)


def _nearest(month: int, day: int, near: date) -> date:
    found = []
    for year in (near.year - 1, near.year, near.year + 1):
        try:
            found.append(date(year, month, day))
        except ValueError:
            continue
    if not found:
        raise ValueError(day)
    return min(found, key=lambda each: abs(each - near))


def _is_all(text: str, read: Captured) -> bool:
    """Whether no word was left over."""
    left = list(text)
    for span in read.spans:
        left[span.start : span.end] = " " * (span.end - span.start)
    return not any(char.isalnum() for char in "".join(left))
