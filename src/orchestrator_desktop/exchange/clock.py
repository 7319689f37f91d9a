"""Days and moments as files write them: with a zone, without one, or in UTC."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, time, timedelta, timezone, tzinfo
from typing import Final

from orchestrator_desktop.domain.task import Due

_STAMP: Final = re.compile(
    r"(\d{4})-?(\d\d)-?(\d\d)(?:[T ](\d\d):?(\d\d)(?::?(\d\d)(?:[.,]\d+)?)?[ ]?(Z|[+-]\d\d(?::?\d\d)?)?)?", re.I
)
_SPAN: Final = re.compile(
    r"([+-])?P(?:(\d{1,6})W)?(?:(\d{1,6})D)?(?:T(?:(\d{1,7})H)?(?:(\d{1,7})M)?(?:(\d{1,9})S)?)?", re.I
)


def read_stamp(text: str, zone: tzinfo | None = None) -> Due:
    """The day or the moment (in UTC) of "20261126", "2026-11-26T09:00:00+01:00" or "20261126T080000Z"; a time that
    names no zone is one of `zone`, else of this computer. None for what is no date."""
    match = _STAMP.fullmatch(text.strip())
    if match is None:
        return None
    try:
        day = date(int(match[1]), int(match[2]), int(match[3]))
        if match[4] is None:
            return day
        clock = time(int(match[4]), int(match[5]), min(int(match[6] or 0), 59))
        return to_utc(datetime.combine(day, clock, _offset(match[7]) or zone))
    except (ValueError, OverflowError):
        return None


def at_clock(value: Due, clock: str | None) -> Due:
    """A day with its time of day ("09:30", local) written apart from it; as it is where there is none, or no time."""
    if clock is None or value is None or isinstance(value, datetime):
        return value
    try:
        return from_local(datetime.combine(value, time.fromisoformat(clock)))
    except ValueError:
        return value


def read_moment(text: str) -> datetime | None:
    """As `read_stamp`; a day alone is its noon, which belongs to it wherever days begin."""
    value = read_stamp(text)
    return noon(value) if value is not None and not isinstance(value, datetime) else value


def to_utc(moment: datetime) -> datetime | None:
    """A naive moment is one of this computer. None at the two ends of the calendar."""
    try:
        return moment.astimezone(UTC)
    except (OverflowError, ValueError, OSError):
        return None


def local(value: date | datetime) -> date | datetime:
    """A day as it is, a moment as the naive wall clock of this computer."""
    return value.astimezone().replace(tzinfo=None, fold=0) if isinstance(value, datetime) else value


def wall_text(value: date | datetime) -> str:
    """A day, or the wall clock of this computer to the second; with its distance from UTC in the hour that comes twice,
    where the clock alone would be the first of the two."""
    wall = local(value)
    if not isinstance(value, datetime) or not isinstance(wall, datetime):
        return wall.isoformat()
    shown = value.astimezone() if from_local(wall) != value.astimezone(UTC) else wall
    return shown.isoformat(timespec="seconds" if wall.second else "minutes")


def noon(day: date) -> datetime | None:
    return to_utc(datetime.combine(day, time(12)))


def from_local(value: date | datetime) -> Due:
    """The other way round of `local`."""
    return to_utc(value) if isinstance(value, datetime) else value


def basic(value: date | datetime) -> str:
    """A day as "20261126", a moment as "20261126T080000Z", a naive wall clock as "20261126T090000"."""
    if not isinstance(value, datetime):
        return f"{value.year:04}{value.month:02}{value.day:02}"
    if value.tzinfo is not None:
        value = value.astimezone(UTC)
    text = f"{value.year:04}{value.month:02}{value.day:02}T{value.hour:02}{value.minute:02}{value.second:02}"
    return text if value.tzinfo is None else f"{text}Z"


def read_wall(text: str) -> date | datetime | None:
    """A day, or a naive wall clock: what `basic` and `isoformat` write of one."""
    match = _STAMP.fullmatch(text.strip())
    if match is None:
        return None
    try:
        day = date(int(match[1]), int(match[2]), int(match[3]))
        return (
            day if match[4] is None else datetime.combine(day, time(int(match[4]), int(match[5]), int(match[6] or 0)))
        )
    except ValueError:
        return None


def read_span(text: str) -> timedelta | None:
    """RFC 5545 DURATION: "P1D", "PT1H30M", "-P2W"."""
    match = _SPAN.fullmatch(text.strip())
    if match is None or not any(match.groups()[1:]):
        return None
    weeks, days, hours, minutes, seconds = (int(group or 0) for group in match.groups()[1:])
    span = timedelta(weeks=weeks, days=days, hours=hours, minutes=minutes, seconds=seconds)
    return -span if match[1] == "-" else span


def whole_seconds(moment: datetime | None) -> datetime | None:
    """As most files keep it."""
    return None if moment is None else moment.astimezone(UTC).replace(microsecond=0)


def _offset(text: str | None) -> tzinfo | None:
    if text is None:
        return None
    if text in "Zz":
        return UTC
    digits = text[1:].replace(":", "").ljust(4, "0")
    span = timedelta(hours=int(digits[:2]), minutes=int(digits[2:]))
    return timezone(-span if text[0] == "-" else span)
