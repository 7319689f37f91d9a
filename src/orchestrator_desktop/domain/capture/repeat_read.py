"""From the match of a recurrence phrase to its rule."""

from __future__ import annotations

import re
from typing import Final

from orchestrator_desktop.domain.rrule import Frequency

from .parts import part_named
from .repeat import Repeat
from .repeat_words import (
    DAY_WORD,
    MONTHS,
    PERIOD_MONTHS,
    UNITS,
    WEEK_END,
    WORK_DAY,
    counted,
    day_numbers,
    day_of_year,
    interval,
    ordinals,
    week_day_kind,
    weekday_range,
    weekdays,
)
from .words import words

_FORTNIGHTS = {8: 1, 15: 2}
"""« Tous les quinze jours » are two weeks, « tous les huit jours » one, as every French speaker counts them."""
ADVERBS: Final = {
    **dict.fromkeys(words("daily everyday quotidiennement journellement"), (Frequency.DAILY, 1)),
    **dict.fromkeys(words("weekly hebdomadairement"), (Frequency.WEEKLY, 1)),
    **dict.fromkeys(words("biweekly bi-weekly fortnightly"), (Frequency.WEEKLY, 2)),
    **dict.fromkeys(words("monthly mensuellement"), (Frequency.MONTHLY, 1)),
    **dict.fromkeys(words("quarterly trimestriellement"), (Frequency.MONTHLY, 3)),
    **dict.fromkeys(words("half-yearly semestriellement"), (Frequency.MONTHLY, 6)),
    **dict.fromkeys(words("yearly annually annuellement"), (Frequency.YEARLY, 1)),
}
SIGNED: Final = {
    **dict.fromkeys(words("quotidien quotidienne"), (Frequency.DAILY, 1)),
    **dict.fromkeys(words("hebdo hebdomadaire"), (Frequency.WEEKLY, 1)),
    **dict.fromkeys(words("mensuel mensuelle"), (Frequency.MONTHLY, 1)),
    **dict.fromkeys(words("trimestriel trimestrielle"), (Frequency.MONTHLY, 3)),
    **dict.fromkeys(words("semestriel semestrielle"), (Frequency.MONTHLY, 6)),
    **dict.fromkeys(words("annuel annuelle"), (Frequency.YEARLY, 1)),
}


def each_of_many(match: re.Match[str]) -> Repeat | None:
    freq, times = UNITS[match["unit"]]
    return every(freq, interval(match["n"]) * times)


def each_unit(match: re.Match[str]) -> Repeat | None:
    said = match["n"]
    count = interval(said)
    freq, times = UNITS[match["unit"]]
    if freq is Frequency.DAILY and match["unit"].startswith("j") and count in _FORTNIGHTS:
        return Repeat(Frequency.WEEKLY, _FORTNIGHTS[count])
    return every(freq, count * times, after_done=match["done"] is not None)


def every(freq: Frequency, count: int, *, after_done: bool = False) -> Repeat | None:
    if freq is Frequency.MONTHLY and count % 12 == 0 and count:
        freq, count = Frequency.YEARLY, count // 12
    return Repeat(freq, count, after_done=after_done) if count else None


def units(match: re.Match[str]) -> Repeat | None:
    freq, times = UNITS[match["unit"]]
    return every(freq, counted(match["n"]) * times)


def units_after_done(match: re.Match[str]) -> Repeat | None:
    freq, times = UNITS[match["unit"]]
    return every(freq, counted(match["n"]) * times, after_done=True)


def part_of_each_day(match: re.Match[str]) -> Repeat:
    return Repeat(Frequency.DAILY, interval(match["n"]), part=part_named(match["part"]))


def kind_of_day(match: re.Match[str]) -> Repeat | None:
    days = week_day_kind(match["kind"])
    count = interval(match["n"])
    if count > 1 and len(days) > 1:
        return None  # « tous les 3 jours ouvrés » is no rule of RFC 5545
    return Repeat(Frequency.WEEKLY, count, days=days)


def on_weekdays(match: re.Match[str]) -> Repeat:
    return Repeat(Frequency.WEEKLY, interval(match.groupdict().get("n")), days=weekdays(match["days"]))


def nth_days(which: str, what: str, period: str | None) -> Repeat | None:
    """« Premier et troisième lundis du mois », "last working day of the quarter"."""
    nths = ordinals(which)
    repeat = _in_month(nths, what)
    months = PERIOD_MONTHS.get(period or "", 1)
    if months == 1 or not repeat:
        return repeat
    if len({nth > 0 for nth in nths}) > 1:
        return None
    ends = tuple(month if nths[0] < 0 else month - months + 1 for month in range(months, 13, months))
    return _in_months(repeat, ends)


def _in_month(nths: tuple[int, ...], what: str) -> Repeat | None:
    if re.fullmatch(DAY_WORD, what):
        return Repeat(Frequency.MONTHLY, month_days=nths)
    if re.fullmatch(WORK_DAY, what):
        return Repeat(Frequency.MONTHLY, days=week_day_kind(what), position=nths[0]) if len(nths) == 1 else None
    days = (5,) if re.fullmatch(WEEK_END, what) else weekdays(what)
    return Repeat(Frequency.MONTHLY, days=days, nths=nths)


def _in_months(repeat: Repeat, months: tuple[int, ...]) -> Repeat:
    """A rule of the month for these months only; of one month, it is of the year."""
    freq = Frequency.YEARLY if len(months) == 1 else Frequency.MONTHLY
    return Repeat(
        freq, months=months, month_days=repeat.month_days, days=repeat.days, nths=repeat.nths, position=repeat.position
    )


def from_to(match: re.Match[str]) -> Repeat:
    """ "Every monday to friday"."""
    return Repeat(Frequency.WEEKLY, days=weekday_range(match["first"], match["last"]))


def year_day(match: re.Match[str]) -> Repeat | None:
    """ "Every March 12"."""
    read = day_of_year(match)
    return Repeat(Frequency.YEARLY, months=(read[0],), month_days=(read[1],)) if read else None


def nths(match: re.Match[str]) -> Repeat | None:
    month = match.groupdict().get("month")
    repeat = nth_days(match["ords"], match["what"], match.groupdict().get("period"))
    return _in_months(repeat, (MONTHS[month.rstrip(".")],)) if month and repeat else repeat


def second_or_other(match: re.Match[str]) -> Repeat | None:
    """ "Every first monday" is one of the month; "every second monday" is every other."""
    said = match["ords"]
    if said == "second":
        return Repeat(Frequency.WEEKLY, 2, days=weekdays(match["what"]))
    return nth_days(said, match["what"], None)


def numbers(match: re.Match[str]) -> Repeat | None:
    numbers = day_numbers(match["nums"])
    if not numbers:
        return None
    months = PERIOD_MONTHS.get(match.groupdict().get("period") or "", 1)
    repeat = Repeat(Frequency.MONTHLY, month_days=numbers)
    return repeat if months == 1 else _in_months(repeat, tuple(range(1, 13, months)))


def month(match: re.Match[str]) -> Repeat:
    return Repeat(Frequency.YEARLY, months=(MONTHS[match["month"].rstrip(".")],), month_days=(1,))


def edge(match: re.Match[str]) -> Repeat:
    is_end = match["edge"] in ("fin", "fins", "end", "ends")
    period = match["period"]
    if period in ("semaine", "week"):
        return Repeat(Frequency.WEEKLY, days=(4 if is_end else 0,))
    months = PERIOD_MONTHS.get(period, 1)
    repeat = Repeat(Frequency.MONTHLY, month_days=(-1 if is_end else 1,))
    ends = tuple(month if is_end else month - months + 1 for month in range(months, 13, months))
    return repeat if months == 1 else _in_months(repeat, ends)


def adverb(match: re.Match[str]) -> Repeat:
    return Repeat(*(ADVERBS | SIGNED)[match["adverb"]])


def once_a(match: re.Match[str]) -> Repeat | None:
    freq, times = UNITS[match["unit"]]
    return every(freq, times)


def one_in(match: re.Match[str]) -> Repeat | None:
    count = counted(match["n"])
    if match["days"]:
        return Repeat(Frequency.WEEKLY, count, days=weekdays(match["days"])) if count else None
    freq, times = UNITS[match["unit"]]
    return every(freq, count * times)


def plurals(match: re.Match[str]) -> Repeat:
    said = match["days"]
    days = week_day_kind(said) if re.fullmatch(rf"{WORK_DAY}|{WEEK_END}", said) else weekdays(said)
    return Repeat(Frequency.WEEKLY, 2 if match["n"] else 1, days=days)
