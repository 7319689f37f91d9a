"""How a task repeats, in words of the window's language: "every 2 weeks on Friday"."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from typing import Final

from PySide6.QtCore import QCoreApplication, QLocale

from orchestrator_desktop.domain.errors import UsageError
from orchestrator_desktop.domain.recurrence import Recurrence, parts
from orchestrator_desktop.domain.rrule import Frequency, Parts
from orchestrator_desktop.ui import formats
from orchestrator_desktop.ui.counted import Counted

Repeating = Counted("Repeating")
translate: Final = QCoreApplication.translate
_WORK_DAYS: Final = tuple((None, day) for day in range(5))


def repeat_words(recurrence: Recurrence, today: date, locale: QLocale) -> str:
    """A rule as a phrase; the rule itself where no phrase says it whole."""
    try:
        rule = parts(recurrence)
    except UsageError:
        return recurrence.rrule
    words = _how_often(rule, locale)
    if words is None or rule.weeks or rule.yeardays:
        words = recurrence.rrule
    return " ".join(part for part in (words, _after(recurrence), _end(rule, today, locale)) if part)


def is_month_end(recurrence: Recurrence) -> bool:
    """Whether some month is too short for the rule, so that it matters what its end means."""
    try:
        rule = parts(recurrence)
    except UsageError:
        return False
    if rule.freq not in (Frequency.MONTHLY, Frequency.YEARLY) or rule.weekdays or rule.setpos:
        return False
    days = rule.monthdays or ((recurrence.start.day,) if recurrence.start is not None else ())
    return any(day > 28 for day in days) and rule.months not in ((1,), (3,), (5,), (7,), (8,), (10,), (12,))


def _how_often(rule: Parts, locale: QLocale) -> str | None:
    if rule.freq is Frequency.WEEKLY and rule.interval == 1 and rule.weekdays == _WORK_DAYS:
        return translate("Repeating", "every working day")
    plain = rule.setpos == () or _is_last_work_day(rule)
    day = _which_day(rule, locale)
    if not plain or day is None:
        return None
    if rule.freq is Frequency.WEEKLY and rule.interval == 1 and len(rule.weekdays) == 1:
        return translate("Repeating", "every %1").replace("%1", _weekday(rule.weekdays[0][1], locale))
    every = {
        Frequency.DAILY: _days,
        Frequency.WEEKLY: _weeks,
        Frequency.MONTHLY: _months,
        Frequency.YEARLY: _years,
    }[rule.freq](rule.interval)
    return f"{every} {day}" if day else every


def _days(number: int) -> str:
    return translate("Repeating", "every day") if number == 1 else Repeating.tr("every %n days", "", number)


def _weeks(number: int) -> str:
    return translate("Repeating", "every week") if number == 1 else Repeating.tr("every %n weeks", "", number)


def _months(number: int) -> str:
    return translate("Repeating", "every month") if number == 1 else Repeating.tr("every %n months", "", number)


def _years(number: int) -> str:
    return translate("Repeating", "every year") if number == 1 else Repeating.tr("every %n years", "", number)


def _which_day(rule: Parts, locale: QLocale) -> str | None:
    """On which day of the period; empty where the start says it, None where there is no phrase for it."""
    if rule.freq is Frequency.YEARLY:
        return _of_year(rule, locale)
    if rule.months:
        return None
    if _is_last_work_day(rule):
        return translate("Repeating", "on the last working day")
    if rule.monthdays:
        return _on_days_of_month(rule.monthdays, locale) if not rule.weekdays else None
    if rule.weekdays:
        return _on_weekdays(rule.weekdays, locale)
    return ""


def _of_year(rule: Parts, locale: QLocale) -> str | None:
    if not (rule.months or rule.monthdays or rule.weekdays):
        return ""
    if len(rule.months) == 1 and len(rule.monthdays) == 1 and rule.monthdays[0] > 0 and not rule.weekdays:
        day = formats.written(date(2024, rule.months[0], min(rule.monthdays[0], 29)), "d MMMM", locale)
        return translate("Repeating", "on %1").replace(
            "%1", day if rule.monthdays[0] <= 29 else _late_day(rule, locale)
        )
    return None


def _late_day(rule: Parts, locale: QLocale) -> str:
    return f"{rule.monthdays[0]} {locale.monthName(rule.months[0])}"


def _is_last_work_day(rule: Parts) -> bool:
    return rule.freq is Frequency.MONTHLY and rule.setpos == (-1,) and rule.weekdays == _WORK_DAYS


def _on_days_of_month(days: Sequence[int], locale: QLocale) -> str | None:
    if tuple(days) == (-1,):
        return translate("Repeating", "on the last day")
    if any(day < 0 for day in days):
        return None
    return translate("Repeating", "on the %1").replace("%1", _listed([_day_number(day, locale) for day in days]))


def _day_number(day: int, locale: QLocale) -> str:
    """ "31st"; in French only the first of a month is an ordinal: « 1er », « 31 »."""
    if locale.language() == QLocale.Language.French:
        return "1er" if day == 1 else str(day)
    return formats.ordinal(day, locale)


def _on_weekdays(weekdays: Sequence[tuple[int | None, int]], locale: QLocale) -> str | None:
    names = [_weekday(day, locale) for _nth, day in weekdays]
    places = {nth for nth, _day in weekdays}
    if places == {None}:
        phrase = translate("Repeating", "on %1", "weekdays")
        return phrase.replace("%1", _listed(names))
    if len(weekdays) != 1:
        return None
    (nth,) = places
    nths = {
        1: translate("Repeating", "on the first %1"),
        2: translate("Repeating", "on the second %1"),
        3: translate("Repeating", "on the third %1"),
        4: translate("Repeating", "on the fourth %1"),
        5: translate("Repeating", "on the fifth %1"),
        -1: translate("Repeating", "on the last %1"),
        -2: translate("Repeating", "on the last but one %1"),
    }
    return nths[nth].replace("%1", names[0]) if nth in nths else None


def _weekday(day: int, locale: QLocale) -> str:
    """Qt's Monday is 1."""
    return locale.dayName(day + 1)


def _listed(words: Sequence[str]) -> str:
    if len(words) == 1:
        return words[0]
    both = translate("Repeating", "%1 and %2")
    return both.replace("%1", ", ".join(words[:-1])).replace("%2", words[-1])


def _after(recurrence: Recurrence) -> str:
    return translate("Repeating", "after it is done") if recurrence.after_done else ""


def _end(rule: Parts, today: date, locale: QLocale) -> str:
    if rule.count is not None:
        return Repeating.tr("%n times", "", rule.count)
    if rule.until is None:
        return ""
    until = rule.until.date() if isinstance(rule.until, datetime) else rule.until
    return translate("Repeating", "until %1").replace("%1", formats.day_within(until, today, locale))
