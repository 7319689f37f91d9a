"""French days: « demain », « lundi en huit », « dans trois jours », « fin du mois », « le 12 »."""

from __future__ import annotations

import re
from datetime import timedelta
from typing import Final

from . import calendar
from .calendar import Period
from .grammar import NUMERAL, REFUSED, After, Day, Role, Rule, Today, rule
from .readings import certain, day_of_month, edge, edge_of_months, in_time, in_week_number
from .times import EARLY, HOURS
from .words import ALL_MONTHS_FR, NUMBERS_FR, SHORT_FR, WEEKDAYS_FR, dotted, either, number, value

_NEAR = {"aujourd'hui": 0, "aujourd hui": 0, "aujourdhui": 0, "ajd": 0, "auj": 0, "demain": 1, "apres-demain": 2}
_WEEKS = {"huit": 7, "8": 7, "quinze": 14, "15": 14}
_PERIODS = {
    "semaine": Period.WEEK, "mois": Period.MONTH, "trimestre": Period.QUARTER, "semestre": Period.HALF,
    "annee": Period.YEAR, "an": Period.YEAR, "sem": Period.WEEK, "sem.": Period.WEEK,
    "week-end": Period.WEEKEND, "weekend": Period.WEEKEND,
}  # fmt: skip
_UNITS = {
    "minutes": "minutes", "minute": "minutes", "min": "minutes", "mn": "minutes", "heures": "hours", "heure": "hours",
    "h": "hours", "jours": "days", "jour": "days", "j": "days", "semaines": "weeks", "semaine": "weeks", "sem": "weeks",
    "mois": "months", "trimestres": "quarters", "trimestre": "quarters", "ans": "years", "an": "years",
    "annees": "years", "annee": "years",
}  # fmt: skip
_FRACTIONS = {"une demi-": 30, "un quart d'": 15, "trois quarts d'": 45, "3/4 d'": 45, "un quart d ": 15}
_ABOUT_SO_MANY = {"huitaine": 8, "dizaine": 10, "quinzaine": 15, "vingtaine": 20, "trentaine": 30}
_EDGES = {"debut": "start", "mi": "middle", "milieu": "middle", "fin": "end"}
_PARTS_OF_HOUR = {"et demie": 30, "et demi": 30, "et quart": 15, "trente": 30, "quinze": 15, "quarante-cinq": 45}
_EDGE_MONTHS = ALL_MONTHS_FR | {"jan": 1, "sept": 9, "oct": 10, "nov": 11, "dec": 12}

# Sam is a name: only « sam. » is a day.
_WEEKDAY = f"{either(WEEKDAYS_FR)}|{dotted(SHORT_FR)}(?<!sam)"
_NUMBER = f"[0-9]{{1,3}}|{either(NUMBERS_FR)}"
_PERIOD = either(_PERIODS)
_NEXT = "prochaine?|qui vient|a venir"
_IN = r"(?P<in>dans(?: les(?: prochaine?s)?)?|ds|d[' ]?ici(?: a)?|sous(?: les)?)"
_IN_WORDS = ("dans", "ds", "d", "dici", "sous")
_WEEK = r"sem(?:aine|\.)?"
_ART = r"(?:(?P<art>a la|au|en|des la|des le|la|le|courant|cette) )?"
_ART_WORDS = ("a", "au", "en", "des", "la", "le", "courant", "cette")


def _near(match: re.Match[str], today: Today) -> Day:
    return Day(today.date + timedelta(days=value(_NEAR, match["near"].rstrip(".")) + _WEEKS.get(match["weeks"], 0)))


def _weekday(match: re.Match[str], today: Today) -> Day:
    weekday = (WEEKDAYS_FR | SHORT_FR)[match["day"].rstrip(".")]
    if match["past"]:
        return REFUSED
    if match["later"]:
        day = calendar.weekday_from(today.date, weekday) + timedelta(days=_WEEKS[match["later"]])
    elif match["week"]:
        day = calendar.in_week(today.date, weekday, 1, today.week_start)
    elif match["this"]:
        day = calendar.weekday_from(today.date, weekday)
    else:
        day = calendar.weekday_after(today.date, weekday)
    plain = not (match["later"] or match["week"] or match["this"] or match["next"])
    return Day(day, after=After.SENTENCE, weekly=plain, weak=match["day"] not in WEEKDAYS_FR)


def _in_time(match: re.Match[str], today: Today) -> Day | None:
    role = None if match["in"].startswith(("dans", "ds")) else Role.DUE
    extra = _PARTS_OF_HOUR[match["half"]] if match["half"] else int(match["minutes"] or 0)
    unit = _UNITS[match["unit"]]
    count = number(match["n"], NUMBERS_FR)
    if "ici" in match["in"] and unit == "hours" and EARLY <= count < HOURS:
        return None  # « d'ici 17h » is a time of day
    if (extra and unit != "hours") or (match["work"] and unit != "days"):
        return REFUSED
    if match["work"]:
        unit = "six-day" if "ouvrable" in match["work"] else "five-day"
    return in_time(today, count, unit, role=role, extra_minutes=extra)


def _in_a_fortnight(match: re.Match[str], today: Today) -> Day:
    role = None if match["in"].startswith(("dans", "ds")) else Role.DUE
    return in_time(today, _ABOUT_SO_MANY[match["n"] or match["many"]], "days", role=role)


def _in_part_of_hour(match: re.Match[str], today: Today) -> Day:
    role = None if match["in"].startswith(("dans", "ds")) else Role.DUE
    return in_time(today, value(_FRACTIONS, match["n"]), "minutes", role=role)


def _next_period(match: re.Match[str], today: Today) -> Day:
    day = calendar.start_of(value(_PERIODS, match["period"]), today.date, 1, today.week_start)
    return Day(day, after=After.SENTENCE, subject=True)


def _weekend(match: re.Match[str], today: Today) -> Day:
    return Day(max(today.date, calendar.start_of(Period.WEEKEND, today.date)), after=After.SENTENCE)


def _edge(match: re.Match[str], today: Today) -> Day:
    day = edge(today, _EDGES[match["edge"]], value(_PERIODS, match["period"]), 1 if match["next"] else 0)
    return Day(day, after=After.END, weak=match["art"] in ("la", "le"), subject=True)


def _edge_of_month(match: re.Match[str], today: Today) -> Day:
    month = _EDGE_MONTHS[match["month"]]
    day = edge_of_months(today, _EDGES[match["edge"]], month, month, int(match["year"]) if match["year"] else None)
    return certain(day, After.END, weak=match["art"] in ("la", "le"))


def _edge_of_quarter(match: re.Match[str], today: Today) -> Day:
    last = 3 * int(match["quarter"])
    year = int(match["year"]) if match["year"] else None
    return certain(edge_of_months(today, _EDGES[match["edge"]], last - 2, last, year), After.END)


def _edge_of_year(match: re.Match[str], today: Today) -> Day:
    return certain(edge_of_months(today, _EDGES[match["edge"]], 1, 12, int(match["year"])), After.END, weak=True)


def _week_number(match: re.Match[str], today: Today) -> Day | None:
    day = in_week_number(today, int(match["n"] or match["short"]), int(match["year"]) if match["year"] else None)
    return Day(day, after=After.END, weak=match["in"] is None) if day else None


def _day_number(match: re.Match[str], today: Today) -> Day | None:
    if match["n"] == "premier" and not match["month"]:
        return None
    day = day_of_month(today, 1 if match["n"] == "premier" else int(match["n"]), 1 if match["next"] else 0)
    return Day(day, after=After.END) if day else None


_NUMBERED = rf"(?P<n>[0-3]?[0-9]|premier)(?:er)?(?P<month> du mois(?P<next> (?:{_NEXT}))?)?"
_EDGE_WORDS = (*_ART_WORDS, *_EDGES)

DAYS: Final[tuple[Rule, ...]] = (
    rule(["hier", "avant"], "(?:avant[ -])?hier", lambda _, __: REFUSED),
    rule(["la", "le", "l", *_PERIODS], rf"(?:la |le |l')?(?:{_PERIOD}) (?:derniere?|passee?)", lambda _, __: REFUSED),
    rule(
        _NEAR,
        rf"(?P<near>(?:ajd|auj)\.|{either(_NEAR)})(?: en (?P<weeks>{either(_WEEKS)}))?(?: dans la journee)?",
        _near,
    ),
    rule(["d"], rf"d'(?P<near>{either(_NEAR)}) en (?P<weeks>{either(_WEEKS)})", _near),
    rule(["dans"], "dans la journee", lambda _, today: Day(today.date)),
    rule(
        ["ce", *WEEKDAYS_FR, *SHORT_FR],
        rf"(?P<this>ce )?(?P<day>{_WEEKDAY})(?: (?:(?P<next>{_NEXT})|en (?P<later>{either(_WEEKS)})"
        rf"|(?P<past>dernier(?! delai)|passe|precedent|suivant|d'apres)"
        rf"|(?P<week>(?:de )?(?:la )?{_WEEK} (?:{_NEXT}))|(?:de )?cette semaine))?(?: dans la journee)?",
        _weekday,
    ),
    rule(
        ["la", "semaine", "sem"],
        rf"(?P<week>(?:la )?{_WEEK} (?:{_NEXT})),? (?:le )?(?P<day>{_WEEKDAY})"
        "(?P<this>)(?P<next>)(?P<later>)(?P<past>)",
        _weekday,
    ),
    rule(
        _IN_WORDS,
        rf"{_IN} (?P<n>{_NUMBER}) ?(?:prochaine?s )?(?P<unit>{either(_UNITS)})"
        "(?P<work> (?:ouvre|ouvrable|travaille)s?)?"
        rf"(?: (?P<half>{either(_PARTS_OF_HOUR)}))?(?:(?: et)? ?(?P<minutes>[0-5][0-9])(?: ?(?:min|mn|minutes))?)?"
        rf"(?! et (?:{_NUMBER}) ?(?:{either(_UNITS)})(?!\w))",
        _in_time,
    ),
    rule(_IN_WORDS, rf"{_IN} (?P<n>une demi[ -]|un quart d[' ]|trois quarts d'|3/4 d')heure", _in_part_of_hour),
    rule(
        ["la", "le", "l", "courant", *_PERIODS],
        rf"(?:courant )?(?:la |le |l')?(?P<period>{_PERIOD}) (?:{_NEXT})",
        _next_period,
    ),
    rule(["ce"], "ce (?:week[ -]?end|we)", _weekend),
    rule(
        _IN_WORDS,
        rf"{_IN} (?:une )?(?:(?P<n>quinzaine|huitaine)(?: de jours)?|(?P<many>dizaine|vingtaine|trentaine) de jours)",
        _in_a_fortnight,
    ),
    rule(
        _EDGE_WORDS,
        rf"{_ART}(?P<edge>{either(_EDGES)})[ -](?:de (?:la |l'|ce |cette )?|du |d')?(?P<period>{_PERIOD})"
        rf"(?:(?P<next> (?:{_NEXT}))| en cours)?",
        _edge,
    ),
    rule(
        _EDGE_WORDS,
        rf"{_ART}(?P<edge>{either(_EDGES)})[ -](?:du mois (?:de |d')|d')?(?P<month>{either(_EDGE_MONTHS)})\.?"
        r"(?: (?P<year>20[0-9]{2}))?",
        _edge_of_month,
    ),
    rule(
        _EDGE_WORDS,
        rf"{_ART}(?P<edge>{either(_EDGES)})[ -](?:du |de )?[tq](?P<quarter>[1-4])(?: (?P<year>20[0-9]{{2}}))?",
        _edge_of_quarter,
    ),
    rule(_EDGE_WORDS, rf"{_ART}(?P<edge>{either(_EDGES)})[ -](?:de )?(?P<year>20[0-9]{{2}})", _edge_of_year),
    rule(
        ["en", "la", "semaine", "sem"],
        rf"(?:(?P<in>en )|la )?(?:{_WEEK} ?(?P<n>[0-5]?[0-9])|(?<=en )s ?(?P<short>[0-5][0-9]))"
        "(?: (?P<year>20[0-9]{2}))?",
        _week_number,
    ),
    rule(["le"], f"le {_NUMBERED}", _day_number),
)

AFTER_ARTICLE: Final = rule([NUMERAL, "premier"], _NUMBERED, _day_number)
"""« 12 » after « à partir du », where the article belongs to what came before."""
