"""Days and moments as text, and where a local day begins."""

import os
import time
from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime, timedelta, timezone
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from orchestrator_desktop.domain import moments
from orchestrator_desktop.domain.errors import UsageError

ZONES = {
    "Paris": "CET-1CEST,M3.5.0,M10.5.0/3",
    "New York": "EST5EDT,M3.2.0,M11.1.0",
    "Kiritimati": "<+14>-14",
    "Baker": "<-12>12",
    "Kathmandu": "<+0545>-5:45",
    "Lord Howe": "<+1030>-10:30<+11>-11,M10.1.0,M4.1.0",
    # The clock jumps over midnight: the day begins at one.
    "Havana": "CST5CDT,M3.2.0/0,M11.1.0/1",
    "UTC": "UTC0",
}
DAYS = st.dates(date(1990, 1, 1), date(2100, 12, 31))
EARLIEST, LATEST = datetime.fromisoformat("0001-01-03"), datetime.fromisoformat("9999-12-29")
MOMENTS = st.datetimes(EARLIEST, LATEST, timezones=st.just(UTC))


@pytest.fixture
def in_zone() -> Iterator[Callable[[str], None]]:
    before = os.environ["TZ"]

    def move(name: str) -> None:
        os.environ["TZ"] = ZONES[name]
        time.tzset()

    yield move
    os.environ["TZ"] = before
    time.tzset()


@pytest.mark.parametrize(
    ("zone", "day", "hours"),
    [
        ("Paris", date(2026, 3, 29), 23),
        ("Paris", date(2026, 10, 25), 25),
        ("Paris", date(2026, 10, 14), 24),
        ("New York", date(2026, 3, 8), 23),
        ("New York", date(2026, 11, 1), 25),
        ("Lord Howe", date(2026, 10, 4), 23.5),
        ("Lord Howe", date(2026, 4, 5), 24.5),
        ("Havana", date(2026, 3, 8), 23),
        ("Kiritimati", date(2026, 1, 1), 24),
    ],
)
def test_a_day_is_as_long_as_its_clock_change_makes_it(
    in_zone: Callable[[str], None], zone: str, day: date, hours: float
) -> None:
    in_zone(zone)
    start, end = moments.day_bounds(day)
    assert end - start == timedelta(hours=hours)


@pytest.mark.parametrize("zone", ZONES)
def test_days_follow_each_other_without_gap_and_hold_their_own_moments(
    in_zone: Callable[[str], None], zone: str
) -> None:
    in_zone(zone)
    day = date(2026, 1, 1)
    for _ in range(366):
        start, end = moments.day_bounds(day)
        assert start.tzinfo is UTC
        assert end == moments.day_bounds(day + timedelta(days=1))[0]
        assert start.astimezone().date() == day
        assert (end - timedelta(microseconds=1)).astimezone().date() == day
        day += timedelta(days=1)


@pytest.mark.parametrize("zone", ZONES)
@pytest.mark.parametrize("moment", [datetime.min.replace(tzinfo=UTC), datetime.max.replace(tzinfo=UTC)])
def test_a_moment_at_an_end_of_the_calendar_can_be_shown_in_every_zone(
    in_zone: Callable[[str], None], zone: str, moment: datetime
) -> None:
    kept = moments.from_text(moments.to_text(moment))
    in_zone(zone)
    assert isinstance(kept, datetime) and abs(kept - moment) < timedelta(days=3)
    assert moments.local_text(kept) and moments.local_day(kept)


@pytest.mark.skipif(not Path("/usr/share/zoneinfo/Pacific/Apia").exists(), reason="no zone can be spelt out with it")
@pytest.mark.parametrize("rollover", range(7))
def test_a_day_that_was_left_out_is_empty_and_its_neighbours_meet(rollover: int) -> None:
    before = os.environ["TZ"]
    try:
        os.environ["TZ"] = "Pacific/Apia"  # went over the date line: no 30 December 2011
        time.tzset()
        days = [moments.day_bounds(date(2011, 12, 28) + timedelta(days=ahead), rollover) for ahead in range(5)]
    finally:
        os.environ["TZ"] = before
        time.tzset()
    assert [end for _, end in days[:-1]] == [start for start, _ in days[1:]]
    assert [(end - start) / timedelta(hours=1) for start, end in days] == [24, 24, 0, 24, 24]


@pytest.mark.parametrize("day", [date.min, date.max])
def test_the_ends_of_the_calendar_are_said(day: date) -> None:
    with pytest.raises(UsageError, match="out of reach"):
        moments.day_bounds(day)


@given(MOMENTS)
def test_a_moment_comes_back_as_it_went(value: datetime) -> None:
    text = moments.to_text(value)
    assert text is not None
    assert len(text) == 27
    assert moments.from_text(text) == value
    assert moments.moment(text).tzinfo is UTC


@given(DAYS)
def test_a_day_comes_back_as_it_went(day: date) -> None:
    back = moments.from_text(moments.to_text(day))
    assert back == day
    assert not isinstance(back, datetime)


@given(MOMENTS, MOMENTS)
def test_moments_sort_as_text(one: datetime, other: datetime) -> None:
    assert (one < other) == ((moments.to_text(one) or "") < (moments.to_text(other) or ""))


def test_an_offset_is_turned_into_utc() -> None:
    nine = datetime(2026, 10, 14, 9, 0, tzinfo=timezone(timedelta(hours=2)))
    assert moments.to_text(nine) == "2026-10-14T07:00:00.000000Z"


def test_nothing_stays_nothing() -> None:
    assert moments.to_text(None) is None
    assert moments.from_text(None) is None
    assert moments.maybe_moment(None) is None
    assert moments.local_text(None) is None


def test_local_text_carries_the_offset_of_its_season(in_zone: Callable[[str], None]) -> None:
    in_zone("Paris")
    assert moments.local_text(datetime(2026, 7, 1, 7, tzinfo=UTC)) == "2026-07-01T09:00:00+02:00"
    assert moments.local_text(datetime(2026, 12, 1, 7, tzinfo=UTC)) == "2026-12-01T08:00:00+01:00"
    assert moments.local_text(date(2026, 12, 1)) == "2026-12-01"
