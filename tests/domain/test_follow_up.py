"""When an answer is looked for, and how late it is."""

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from orchestrator_desktop.domain.follow_up import default_follow_up
from orchestrator_desktop.domain.task import Due, Waiting

WEDNESDAY = date(2026, 10, 14)


@pytest.mark.parametrize(
    ("due", "today", "day"),
    [
        (None, WEDNESDAY, date(2026, 10, 21)),
        (date(2026, 12, 1), WEDNESDAY, date(2026, 10, 21)),
        (None, date(2026, 10, 17), date(2026, 10, 26)),  # a Saturday: not the next one, but the Monday after
        (date(2026, 10, 21), WEDNESDAY, date(2026, 10, 20)),
        (date(2026, 10, 19), WEDNESDAY, date(2026, 10, 16)),  # due on Monday: the Friday before
        (date(2026, 10, 15), WEDNESDAY, date(2026, 10, 15)),
        (WEDNESDAY, WEDNESDAY, date(2026, 10, 15)),
        (date(2026, 9, 1), date(2026, 10, 16), date(2026, 10, 19)),  # long due, on a Friday: on Monday
        (datetime(2026, 10, 19, 22, 30, tzinfo=UTC), WEDNESDAY, date(2026, 10, 19)),  # the 20th in Paris
    ],
)
def test_a_week_or_in_time_to_judge(due: Due, today: date, day: date) -> None:
    assert default_follow_up(due, today) == day


@given(st.dates(date(2000, 1, 1), date(2100, 1, 1)), st.none() | st.integers(-400, 400))
def test_it_is_a_working_day_to_come_within_nine_days(today: date, days: int | None) -> None:
    due = None if days is None else today + timedelta(days=days)
    day = default_follow_up(due, today)
    assert day.weekday() < 5
    assert today < day <= today + timedelta(days=9)


@pytest.mark.parametrize(("day", "late"), [(None, 0), (15, 0), (14, 0), (13, 1), (11, 3)])
def test_an_answer_is_late_from_the_day_after(day: int | None, late: int) -> None:
    follow_up = None if day is None else date(2026, 10, day)
    assert Waiting(datetime(2026, 10, 1, tzinfo=UTC), follow_up).late(WEDNESDAY) == late
