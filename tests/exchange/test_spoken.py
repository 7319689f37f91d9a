"""Dates as files say them, read on Thursday 26 November 2026 in Paris."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from orchestrator_desktop.domain.task import Due
from orchestrator_desktop.exchange.spoken import Dates, Said, puts_day_first, zone_of
from tests.exchange.records import NOW

DAY = date(2026, 11, 26)


def at(day: int, month: int, hour: int, minute: int = 0, year: int = 2026) -> datetime:
    """A moment of UTC."""
    return datetime(year, month, day, hour, minute, tzinfo=UTC)


@pytest.mark.parametrize(
    ("text", "due"),
    [
        ("2026-11-26", DAY),
        ("2026/11/26", DAY),
        ("2026-3-1", date(2026, 3, 1)),
        ("26/11/2026", DAY),
        ("11/26/2026", DAY),
        ("26.11.2026", DAY),
        ("26/11/26", DAY),
        ("Nov 26, 2026", DAY),
        ("November 26th 2026", DAY),
        ("26 Nov 2026", DAY),
        ("26-Nov-26", DAY),
        ("jeudi 26 novembre 2026", DAY),
        ("Thu, Nov 26, 2026", DAY),
        ("1er janvier 2027", date(2027, 1, 1)),
        ("15 Mar 2017", date(2017, 3, 15)),
        ("2026-11-26T09:30:00Z", at(26, 11, 9, 30)),
        ("2026-11-26 09:30", at(26, 11, 8, 30)),
        ("2026-07-01 at 09:30", at(1, 7, 7, 30)),
        ("2026-08-13T18:30:00-05:00", at(13, 8, 23, 30)),
        ("2026-08-13T18:30:00.000+0000", at(13, 8, 18, 30)),
        ("Dec 25 2026 @ 14:00", at(25, 12, 13)),
        ("Dec 25, 2026 2pm", at(25, 12, 13)),
        ("12/25/2026 12:15 AM", at(24, 12, 23, 15)),
        ("3 déc. 2026 à 9h", at(3, 12, 8)),
        ("24/12/2026 24:00", at(24, 12, 23)),
        ("tomorrow at 9am", at(27, 11, 8)),
        ("demain", date(2026, 11, 27)),
        ("in 3 days", date(2026, 11, 29)),
        ("", None),
        ("no date", None),
    ],
)
def test_a_date(text: str, due: Due) -> None:
    assert Dates(NOW).read(text) == Said(due)


@pytest.mark.parametrize(
    ("text", "due"),
    [
        ("Nov 20", date(2026, 11, 20)),
        ("20 nov.", date(2026, 11, 20)),
        ("12 mars", date(2027, 3, 12)),
        ("Jan 2", date(2027, 1, 2)),
        ("20/11", date(2026, 11, 20)),
    ],
)
def test_a_day_without_its_year_is_the_nearest(text: str, due: date) -> None:
    assert Dates(NOW).read(text) == Said(due)


def test_or_the_nearest_to_when_the_file_was_written() -> None:
    assert Dates(NOW).read("12 mars", written=date(2024, 2, 1)) == Said(date(2024, 3, 12))
    assert Dates(NOW).read("12 mars") == Said(date(2027, 3, 12))


@pytest.mark.parametrize(
    "text",
    [
        "jeden Montag",
        "31/02/2026",
        "29 feb 2027",
        "2026-11-26 25:00",
        "Nov 26 26",
        "maybe monday",
        "monday or so",
        "0/0",
    ],
)
def test_half_a_date_is_none(text: str) -> None:
    assert Dates(NOW).read(text) == Said(unread=text)


def test_words_that_repeat() -> None:
    said = Dates(NOW).read("chaque lundi à 9h")
    assert said.due == at(30, 11, 8)
    assert said.recurrence is not None
    assert (said.recurrence.rrule, said.recurrence.start) == (
        "FREQ=WEEKLY;BYDAY=MO",
        datetime.fromisoformat("2026-11-30T09:00"),
    )


def test_the_zone_of_a_file_counts() -> None:
    assert Dates(NOW, zone=UTC).read("2026-11-26 09:30") == Said(at(26, 11, 9, 30))
    assert Dates(NOW, zone=UTC).read("tomorrow 9:30") == Said(at(27, 11, 9, 30))


def test_what_is_no_zone() -> None:
    assert [zone_of(name) for name in ("", "../etc/passwd", "Mars/Olympus", "a\0b")] == [None] * 4


def test_days_or_months_first() -> None:
    assert puts_day_first(["03/04/2026", "13/04/2026"]) is True
    assert puts_day_first(["03/04/2026", "04/13/2026"]) is False
    assert puts_day_first(["03/04/2026", "", "2026-01-13"]) is None
    assert Dates(NOW, day_first=False).read("03/04/2026") == Said(date(2026, 3, 4))
    assert Dates(NOW).read("03/04/2026") == Said(date(2026, 4, 3))


@given(st.text(max_size=30))
def test_any_words_are_read_or_given_back(text: str) -> None:
    said = Dates(NOW).read(text)
    assert said.due is not None or said.unread == " ".join(text.split()) or said == Said()
