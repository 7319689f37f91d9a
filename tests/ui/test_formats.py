"""Amounts and durations, as both languages write them."""

from __future__ import annotations

from datetime import date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QLocale

from orchestrator_desktop.ui import formats
from orchestrator_desktop.ui.formats import day_within, duration, money, percent

EN, FR = QLocale(QLocale.Language.English, QLocale.Country.UnitedStates), QLocale(QLocale.Language.French)
NB = "\u00a0"


@pytest.mark.parametrize(
    ("micro", "english", "french"),
    [
        (0, "$0.00", f"0,00{NB}$"),
        (840_000, "$0.84", f"0,84{NB}$"),
        (5_000_000, "$5.00", f"5,00{NB}$"),
        (10_000, "$0.01", f"0,01{NB}$"),
        (9_999, "$0.010", f"0,010{NB}$"),
        (6_420, "$0.006", f"0,006{NB}$"),
        (500, "$0.001", f"0,001{NB}$"),
        (499, "<$0.001", f"<{NB}0,001{NB}$"),
        (1, "<$0.001", f"<{NB}0,001{NB}$"),
        (1_234_500_000, "$1,234.50", "1\u202f234,50\u00a0$"),
    ],
)
def test_an_amount_has_the_decimals_that_it_needs(micro: int, english: str, french: str) -> None:
    assert (money(micro, EN), money(micro, FR)) == (english, french)


@pytest.mark.parametrize(("micro", "words"), [(1_000, "$0.0010"), (49, "<$0.0001"), (50, "$0.0001"), (12_000, "$0.01")])
def test_while_it_streams_a_small_amount_has_one_more(micro: int, words: str) -> None:
    assert money(micro, EN, streaming=True) == words


@given(st.integers(min_value=1, max_value=10**12), st.booleans())
def test_what_costs_something_never_reads_as_nothing(micro: int, streaming: bool) -> None:
    for locale in (EN, FR):
        said = money(micro, locale, streaming=streaming)
        assert any(figure in said for figure in "123456789"), said


@pytest.mark.parametrize(
    ("seconds", "words"),
    [(0.4, "0 s"), (14, "14 s"), (59.6, "1 min"), (120, "2 min"), (6_600, "1 h 50"), (3_599, "1 h"), (7_200, "2 h")],
)
def test_a_duration_is_short(seconds: float, words: str) -> None:
    assert duration(seconds).replace(NB, " ") == words


def test_a_share_is_written_as_the_language_does() -> None:
    assert (percent(84, EN), percent(84, FR)) == ("84%", f"84{NB}%")


def test_within_a_sentence_only_names_of_days_keep_their_capital() -> None:
    today = date(2026, 10, 14)
    assert day_within(today, today, EN) == "today"
    assert day_within(today - timedelta(days=1), today, EN) == "yesterday"
    assert day_within(date(2026, 10, 10), today, EN) == "Sat 10 Oct"


def test_times_and_days_as_the_territory_writes_them(monkeypatch: pytest.MonkeyPatch) -> None:
    moment = datetime(2026, 12, 15, 16, 5).astimezone()
    today = date(2026, 11, 26)
    monkeypatch.setenv("LC_ALL", "en_US.UTF-8")
    assert formats.due(moment, today, EN, 0) == "Tue Dec 15 4:05 PM"
    monkeypatch.setenv("LC_ALL", "en_GB.UTF-8")
    assert formats.due(moment, today, EN, 0) == "Tue 15 Dec 16:05"
    monkeypatch.setenv("LC_ALL", "en_US.UTF-8")
    assert formats.day(date(2026, 12, 15), today, FR) == "mar. 15 déc."


def test_the_night_belongs_to_the_day_that_goes_on() -> None:
    today, moment = date(2026, 11, 26), datetime(2026, 11, 27, 1, 20).astimezone()
    assert formats.due(moment, today, EN, 4).startswith("Tonight ")
    assert formats.due(moment, today, EN, 1).startswith("Tomorrow ")
    assert formats.due(moment.date(), today, EN, 4) == "Tomorrow"
    assert formats.due(moment, date(2026, 11, 25), EN, 4).startswith("Fri 27 Nov ")


@pytest.mark.parametrize(
    ("value", "short", "whole"),
    [
        (date(2026, 12, 1), "mar. 1er déc.", "mardi 1er décembre"),
        (date(2026, 12, 11), "ven. 11 déc.", "vendredi 11 décembre"),
        (date(2028, 1, 1), "1er janv. 2028", "samedi 1er janvier"),
    ],
)
def test_the_first_of_a_month_is_an_ordinal_in_french(value: date, short: str, whole: str) -> None:
    today = date(2026, 11, 27)
    assert formats.day(value, today, FR) == short
    assert formats.long_day(value, FR) == whole
    assert "1er" not in formats.day(value, today, EN)
