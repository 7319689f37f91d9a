"""Amounts, durations and dates as the window says them (UI.md 8)."""

from __future__ import annotations

from datetime import date, datetime, timedelta

from PySide6.QtCore import QCoreApplication, QDate, QLocale, QTime

from orchestrator_desktop.domain import moments
from orchestrator_desktop.domain.task import Due
from orchestrator_desktop.system.dates import day_first, twelve_hours

_MICRO = 1_000_000
_CENT = 10_000


def money(micro: int, locale: QLocale, *, streaming: bool = False) -> str:
    """US dollars: "$0.84", "0,84 $"; three decimals below a cent (four while streaming). What is less than can be said
    so is "<$0.001": only what costs nothing is "$0.00"."""
    decimals = 2 if micro == 0 or micro >= _CENT else 4 if streaming else 3
    least = _MICRO // 10**decimals
    number = locale.toString(max(micro, least if micro else 0) / _MICRO, "f", decimals)
    less = "<" if 0 < micro < (least + 1) // 2 else ""
    return f"{less}\u00a0{number}\u00a0$".lstrip() if _french(locale) else f"{less}${number}"


def percent(number: int, locale: QLocale) -> str:
    """A share in percent: "24%", "24 %"."""
    return f"{number}\u00a0%" if _french(locale) else f"{number}%"


def count(number: int, locale: QLocale) -> str:
    """A whole number with the language's thousands separator."""
    return locale.toString(number)


def ordinal(number: int, locale: QLocale) -> str:
    """A place in a row: "1st", "2nd", "11th"; in French, of something feminine: "1re", "2e"."""
    shown = locale.toString(number)
    if _french(locale):
        return f"{shown}re" if number == 1 else f"{shown}e"
    teens = number % 100 in (11, 12, 13)
    return shown + ("th" if teens else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th"))


def duration(seconds: float) -> str:
    """ "14 s", "2 min", "1 h 50"."""
    whole = round(seconds)
    if whole < 60:
        return f"{whole}\u00a0s"
    minutes = round(whole / 60)
    if minutes < 60:
        return f"{minutes}\u00a0min"
    hours, rest = divmod(minutes, 60)
    return f"{hours}\u00a0h\u00a0{rest:02d}" if rest else f"{hours}\u00a0h"


def elapsed(seconds: float) -> str:
    """A running clock: "0:09", "1:18", "1:02:03"."""
    whole = max(0, int(seconds))
    hours, rest = divmod(whole, 3600)
    minutes, secs = divmod(rest, 60)
    return f"{hours}:{minutes:02d}:{secs:02d}" if hours else f"{minutes}:{secs:02d}"


def clock(moment: datetime, locale: QLocale) -> str:
    """The time of day, as the locale writes it, short."""
    local = moment.astimezone()
    return locale.toString(QTime(local.hour, local.minute), "h:mm AP" if twelve_hours() else "HH:mm")


def day(value: date, today: date, locale: QLocale) -> str:
    """ "Today", "Tomorrow", "Thu 15 Oct", "jeu. 15 oct."; the year only when it is another one."""
    near = {
        0: QCoreApplication.translate("formats", "Today"),
        1: QCoreApplication.translate("formats", "Tomorrow"),
        -1: QCoreApplication.translate("formats", "Yesterday"),
    }.get((value - today).days)
    if near is not None:
        return near
    near_by = abs(value - today) < timedelta(days=300)
    if day_first() or _french(locale):
        pattern = "ddd d MMM" if near_by else "d MMM yyyy"
    else:
        pattern = "ddd MMM d" if near_by else "MMM d, yyyy"
    return written(value, pattern, locale)


def day_within(value: date, today: date, locale: QLocale) -> str:
    """The same within a sentence: "today", while "Thu 15 Oct" keeps its capital."""
    words = day(value, today, locale)
    return words[:1].lower() + words[1:] if abs((value - today).days) <= 1 else words


def due(value: Due, today: date, locale: QLocale, begins: int) -> str:
    """A due date: the day, and the time where there is one; empty for none. Between midnight and the hour at which the
    user's day `begins`, a moment is "Tonight 01:20": nobody calls it tomorrow's."""
    if value is None:
        return ""
    if isinstance(value, datetime):
        local = value.astimezone()
        tonight = moments.is_tonight(local, today, begins)
        when = QCoreApplication.translate("formats", "Tonight") if tonight else day(local.date(), today, locale)
        return f"{when} {clock(local, locale)}"
    return day(value, today, locale)


def long_day(value: date, locale: QLocale) -> str:
    """ "Tuesday 13 October", "mardi 13 octobre"."""
    pattern = "dddd d MMMM" if day_first() or _french(locale) else "dddd, MMMM d"
    return written(value, pattern, locale)


def written(value: date, pattern: str, locale: QLocale) -> str:
    """A day by a pattern of Qt's; the first of a month is « 1er » in French."""
    if value.day == 1 and _french(locale):
        pattern = " ".join("'1er'" if part == "d" else part for part in pattern.split(" "))
    return locale.toString(QDate(value.year, value.month, value.day), pattern)


def _french(locale: QLocale) -> bool:
    return locale.language() == QLocale.Language.French
