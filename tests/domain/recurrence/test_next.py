"""When the next instance is due: fixed and after completion, early and late, at ends of months and clock changes."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from itertools import islice
from unittest.mock import Mock
from zoneinfo import ZoneInfo

import pytest

from orchestrator_desktop.domain import recurring
from orchestrator_desktop.domain.errors import UsageError
from orchestrator_desktop.domain.recurrence import (
    MonthEnd,
    Recurrence,
    carried,
    first_from,
    next_after,
    occurrences,
    parts,
)
from orchestrator_desktop.domain.task import Due
from tests.steps import lines_run

PARIS, LOS_ANGELES, AUCKLAND = (ZoneInfo(name) for name in ("Europe/Paris", "America/Los_Angeles", "Pacific/Auckland"))


def d(text: str) -> date:
    return datetime.fromisoformat(text) if len(text) > 10 else date.fromisoformat(text)


def rule(text: str, start: str | None = None, *, after_done: bool = False, skip: bool = False) -> Recurrence:
    return Recurrence(text, after_done, MonthEnd.SKIP if skip else MonthEnd.CLAMP, None if start is None else d(start))


@pytest.mark.parametrize(
    ("text", "start", "due", "done", "following"),
    [
        # Late, early, on its day.
        ("FREQ=WEEKLY;BYDAY=MO", "2026-11-02", "2026-11-02", "2026-11-26", "2026-11-30"),
        ("FREQ=WEEKLY;BYDAY=MO", "2026-11-02", "2026-11-02", "2026-11-30", "2026-12-07"),
        ("FREQ=WEEKLY;BYDAY=MO", "2026-11-02", "2026-11-30", "2026-11-27", "2026-12-07"),
        ("FREQ=WEEKLY;BYDAY=MO", "2026-11-02", "2026-11-30", "2026-11-30", "2026-12-07"),
        ("FREQ=WEEKLY;INTERVAL=2", "2026-11-02", "2026-11-02", "2026-11-26", "2026-11-30"),
        ("FREQ=WEEKLY;INTERVAL=2", "2026-11-02", "2026-11-02", "2026-12-01", "2026-12-14"),
        ("FREQ=DAILY", "2026-01-01", "2026-11-26", "2026-11-26", "2026-11-27"),
        ("FREQ=DAILY", "2026-01-01", "2026-11-20", "2026-11-26", "2026-11-27"),
        ("FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR", "2026-11-02", "2026-11-27", "2026-11-28", "2026-11-30"),
        # Put off by hand to another day: counted from the rule all the same.
        ("FREQ=WEEKLY;BYDAY=MO", "2026-11-02", "2026-11-04", "2026-11-04", "2026-11-09"),
        # The 31st, from the rule and never from the instance before.
        ("FREQ=MONTHLY", "2026-01-31", "2026-01-31", "2026-01-31", "2026-02-28"),
        ("FREQ=MONTHLY", "2026-01-31", "2026-02-28", "2026-02-28", "2026-03-31"),
        ("FREQ=MONTHLY;BYMONTHDAY=30", "2026-01-30", "2026-02-28", "2026-03-01", "2026-03-30"),
        ("FREQ=YEARLY", "2024-02-29", "2024-02-29", "2024-02-29", "2025-02-28"),
        ("FREQ=YEARLY", "2024-02-29", "2027-02-28", "2027-03-02", "2028-02-29"),
        ("FREQ=MONTHLY;BYMONTHDAY=-1", "2026-01-31", "2026-01-31", "2026-02-01", "2026-02-28"),
        ("FREQ=MONTHLY;BYDAY=-1FR", "2026-10-30", "2026-10-30", "2026-11-26", "2026-11-27"),
        # Without a start it is counted from its due date.
        ("FREQ=WEEKLY;INTERVAL=2", None, "2026-11-25", "2026-11-26", "2026-12-09"),
        ("FREQ=MONTHLY", None, "2026-10-31", "2026-10-31", "2026-11-30"),
        # The end.
        ("FREQ=DAILY;UNTIL=20261127", "2026-11-01", "2026-11-26", "2026-11-26", "2026-11-27"),
        ("FREQ=DAILY;UNTIL=20261127", "2026-11-01", "2026-11-27", "2026-11-26", None),
        ("FREQ=WEEKLY;COUNT=4", "2026-11-02", "2026-11-16", "2026-11-16", "2026-11-23"),
        ("FREQ=WEEKLY;COUNT=4", "2026-11-02", "2026-11-23", "2026-11-23", None),
        ("FREQ=MONTHLY;COUNT=3", "2026-01-31", "2026-02-28", "2026-02-28", "2026-03-31"),
        ("FREQ=MONTHLY;COUNT=3", "2026-01-31", "2026-03-31", "2026-03-31", None),
        ("FREQ=DAILY;INTERVAL=7;BYDAY=TU", "2026-11-02", "2026-11-02", "2026-11-26", None),
    ],
)
def test_a_fixed_rule(text: str, start: str | None, due: str, done: str, following: str | None) -> None:
    found = next_after(rule(text, start), due=d(due), done_on=d(done), today=d(done), zone=PARIS)
    assert found == (d(following) if following else None)


def test_a_fixed_rule_skips_as_the_rfc_says() -> None:
    for start, due, following in [
        ("2026-01-31", "2026-01-31", "2026-03-31"),
        ("2026-01-30", "2026-01-30", "2026-03-30"),
        ("2026-01-31", "2026-03-31", "2026-05-31"),
    ]:
        monthly = rule("FREQ=MONTHLY", start, skip=True)
        assert next_after(monthly, due=d(due), done_on=d(due), today=d(due), zone=PARIS) == d(following)
    yearly = rule("FREQ=YEARLY", "2024-02-29", skip=True)
    assert next_after(yearly, due=d("2024-02-29"), done_on=d("2024-02-29"), today=d("2024-02-29"), zone=None) == d(
        "2028-02-29"
    )


@pytest.mark.parametrize(
    ("text", "done", "following"),
    [
        ("FREQ=DAILY;INTERVAL=3", "2026-11-26", "2026-11-29"),
        ("FREQ=WEEKLY;INTERVAL=2", "2026-11-26", "2026-12-10"),
        ("FREQ=WEEKLY;BYDAY=MO", "2026-11-26", "2026-11-30"),
        ("FREQ=WEEKLY;BYDAY=TH", "2026-11-26", "2026-12-03"),
        ("FREQ=MONTHLY", "2026-01-31", "2026-02-28"),
        ("FREQ=MONTHLY", "2028-01-31", "2028-02-29"),
        ("FREQ=MONTHLY;INTERVAL=2", "2026-12-31", "2027-02-28"),
        ("FREQ=MONTHLY;BYMONTHDAY=1", "2026-11-26", "2026-12-01"),
        ("FREQ=YEARLY", "2028-02-29", "2029-02-28"),
        ("FREQ=DAILY;UNTIL=20261128", "2026-11-27", "2026-11-28"),
        ("FREQ=DAILY;UNTIL=20261128", "2026-11-28", None),
        ("FREQ=DAILY;COUNT=2", "2026-11-28", "2026-11-29"),
        ("FREQ=DAILY;COUNT=1", "2026-11-28", None),
    ],
)
def test_a_rule_after_completion_counts_from_the_day_it_was_done(text: str, done: str, following: str | None) -> None:
    for due in ("2020-05-05", "2026-11-20", "2030-01-01"):
        once = rule(text, "2020-05-05", after_done=True)
        found = next_after(once, due=d(due), done_on=d(done), today=d(done), zone=PARIS)
        assert found == (d(following) if following else None)


def test_after_completion_the_31st_may_be_left_out() -> None:
    once = rule("FREQ=MONTHLY", after_done=True, skip=True)
    assert next_after(once, due=None, done_on=d("2026-01-31"), today=d("2026-01-31"), zone=PARIS) == d("2026-03-31")


def test_after_completion_the_time_of_day_stays() -> None:
    done = d("2026-10-24")
    due = datetime(2026, 10, 20, 9, tzinfo=PARIS)
    for once in (
        rule("FREQ=DAILY", "2026-10-01T09:00", after_done=True),
        rule("FREQ=DAILY", after_done=True),
    ):
        found = next_after(once, due=due, done_on=done, today=done, zone=PARIS)
        assert found == datetime(2026, 10, 25, 9, tzinfo=PARIS)


def test_a_count_after_completion_ends() -> None:
    left, done, dates = rule("FREQ=DAILY;COUNT=3", after_done=True), d("2026-11-26"), []
    due: Due = done
    while due is not None:
        dates.append(due)
        due = next_after(left, due=due, done_on=done, today=done, zone=PARIS)
        left, done = carried(left), done + timedelta(days=1)
    assert dates == [d("2026-11-26"), d("2026-11-27"), d("2026-11-28")]


@pytest.mark.parametrize(
    ("zone", "start", "first", "walls"),
    [
        # Nine is nine, on both sides of both changes.
        (PARIS, "2026-03-27T09:00", "2026-03-28", "03-28T09:00+01:00 03-29T09:00+02:00 03-30T09:00+02:00"),
        (PARIS, "2026-03-27T09:00", "2026-10-24", "10-24T09:00+02:00 10-25T09:00+01:00 10-26T09:00+01:00"),
        (LOS_ANGELES, "2026-03-06T09:00", "2026-03-07", "03-07T09:00-08:00 03-08T09:00-07:00 03-09T09:00-07:00"),
        (AUCKLAND, "2026-04-01T09:00", "2026-04-04", "04-04T09:00+13:00 04-05T09:00+12:00 04-06T09:00+12:00"),
        # 02:30 in the gap moves forward that once.
        (PARIS, "2026-03-27T02:30", "2026-03-28", "03-28T02:30+01:00 03-29T03:30+02:00 03-30T02:30+02:00"),
        (LOS_ANGELES, "2026-03-06T02:30", "2026-03-07", "03-07T02:30-08:00 03-08T03:30-07:00 03-09T02:30-07:00"),
        (AUCKLAND, "2026-09-25T02:30", "2026-09-26", "09-26T02:30+12:00 09-27T03:30+13:00 09-28T02:30+13:00"),
        # Of an hour that comes twice, the first.
        (PARIS, "2026-10-20T02:30", "2026-10-24", "10-24T02:30+02:00 10-25T02:30+02:00 10-26T02:30+01:00"),
        (LOS_ANGELES, "2026-10-30T01:30", "2026-10-31", "10-31T01:30-07:00 11-01T01:30-07:00 11-02T01:30-08:00"),
        (AUCKLAND, "2026-04-01T02:30", "2026-04-04", "04-04T02:30+13:00 04-05T02:30+13:00 04-06T02:30+12:00"),
    ],
)
def test_clock_changes_do_not_shift_a_local_time(zone: ZoneInfo, start: str, first: str, walls: str) -> None:
    daily = rule("FREQ=DAILY", start)
    expected = [f"2026-{wall.replace('+', ':00+').replace('-0', ':00-0', 0)}" for wall in walls.split()]
    found = list(islice(occurrences(daily, d(first), date.max, zone=zone), 3))
    assert [when.isoformat(timespec="minutes") for when in found if isinstance(when, datetime)] == [
        one.replace(":00+", "+") for one in expected
    ]
    done, steps = found[0], []
    for _ in range(2):
        assert isinstance(done, datetime)
        done = next_after(daily, due=done, done_on=done.date(), today=done.date(), zone=zone)
        steps.append(done)
    assert steps == found[1:]


def test_a_start_in_the_second_of_two_hours_is_only_that_wall_time() -> None:
    """The first due date, taken to wall time, may say which of the two it was; later ones come in the first."""
    start = datetime(2026, 10, 25, 1, 30, tzinfo=UTC).astimezone(PARIS).replace(tzinfo=None)
    assert start.fold == 1
    daily = Recurrence("FREQ=DAILY", start=start)
    (next_autumn,) = occurrences(daily, d("2027-10-31"), d("2027-10-31"), zone=PARIS)
    assert isinstance(next_autumn, datetime)
    assert next_autumn.isoformat() == "2027-10-31T02:30:00+02:00"
    (in_the_gap,) = occurrences(daily, d("2027-03-28"), d("2027-03-28"), zone=PARIS)
    assert in_the_gap == datetime(2027, 3, 28, 1, 30, tzinfo=UTC)


def test_zone_none_is_this_computers() -> None:
    daily = rule("FREQ=DAILY", "2026-03-01T02:30")  # the tests run in Paris
    found = next_after(
        daily, due=datetime(2026, 3, 28, 1, 30, tzinfo=UTC), done_on=d("2026-03-28"), today=d("2026-03-28"), zone=None
    )
    assert isinstance(found, datetime)
    assert found.isoformat() == "2026-03-29T03:30:00+02:00"


def test_a_moments_day_is_the_local_one() -> None:
    """23:30 in Los Angeles is the next day in UTC."""
    weekly = rule("FREQ=WEEKLY", "2026-11-02T23:30")
    due = datetime(2026, 11, 3, 7, 30, tzinfo=UTC)
    found = next_after(weekly, due=due, done_on=d("2026-11-02"), today=d("2026-11-02"), zone=LOS_ANGELES)
    assert found == datetime(2026, 11, 9, 23, 30, tzinfo=LOS_ANGELES)


@pytest.mark.parametrize(
    ("until", "last"),
    [
        ("20261127", "2026-11-27"),  # a day counts whole, whatever the time of the task
        ("20261127T090000", "2026-11-27"),
        ("20261127T085959", "2026-11-26"),
        ("20261127T080000Z", "2026-11-27"),  # 9:00 in Paris
        ("20261127T075959Z", "2026-11-26"),
    ],
)
def test_until(until: str, last: str) -> None:
    daily = rule(f"FREQ=DAILY;UNTIL={until}", "2026-11-20T09:00")
    *_, found = occurrences(daily, d("2026-11-20"), d("2027-01-01"), zone=PARIS)
    assert isinstance(found, datetime)
    assert found.date() == d(last)


def test_until_of_a_task_without_time() -> None:
    for until, last in [
        ("20261127T080000Z", "2026-11-27"),
        ("20261127T233000Z", "2026-11-28"),
        ("20261127", "2026-11-27"),
    ]:
        *_, found = occurrences(rule(f"FREQ=DAILY;UNTIL={until}", "2026-11-20"), d("2026-11-20"), date.max, zone=PARIS)
        assert found == d(last)


def test_the_first_date() -> None:
    assert first_from(rule("FREQ=WEEKLY;BYDAY=FR"), d("2026-11-26")) == d("2026-11-27")
    assert first_from(rule("FREQ=WEEKLY;BYDAY=TH"), d("2026-11-26")) == d("2026-11-26")
    assert first_from(rule("FREQ=DAILY;UNTIL=20260101"), d("2026-11-26")) is None


def test_dates_stay_within_their_bounds() -> None:
    weekly = rule("FREQ=WEEKLY", "2026-11-02")
    assert list(occurrences(weekly, d("2026-11-09"), d("2026-11-23"))) == [
        d("2026-11-09"), d("2026-11-16"), d("2026-11-23"),
    ]  # fmt: skip
    assert list(occurrences(weekly, d("2026-11-10"), d("2026-11-10"))) == []


@pytest.mark.parametrize("frequency", ["DAILY", "WEEKLY", "MONTHLY", "YEARLY"])
@pytest.mark.parametrize("start", ["0001-01-01", "9999-12-27", "9999-12-31", "9999-11-30"])
def test_the_ends_of_the_calendar(frequency: str, start: str) -> None:
    for text in (f"FREQ={frequency}", f"FREQ={frequency};INTERVAL=999999", f"FREQ={frequency};WKST=SU;BYDAY=MO,SU"):
        found = list(islice(occurrences(rule(text, start), d(start), date.max), 40))
        assert all(isinstance(day, date) and day >= d(start) for day in found)
        last = d("9999-12-31")
        assert next_after(rule(text, start), due=last, done_on=last, today=last, zone=UTC) is None
    assert first_from(rule(f"FREQ={frequency}", start), date.min) == d(start)


def _work(rule: Recurrence) -> int:
    return lines_run(lambda: first_from(rule, d("2026-11-26"), zone=PARIS))


def test_a_start_long_ago_costs_nothing() -> None:
    """20,000 days are passed over, not walked."""
    for text in ("FREQ=DAILY", "FREQ=DAILY;INTERVAL=3", "FREQ=WEEKLY;BYDAY=MO,TH", "FREQ=MONTHLY", "FREQ=YEARLY"):
        long_ago, lately = rule(text, "1970-01-31T09:00"), rule(text, "2026-01-31T09:00")
        assert first_from(long_ago, d("2026-11-26"), zone=PARIS) is not None
        assert _work(long_ago) <= 1.5 * _work(lately), text


@pytest.mark.parametrize(
    ("text", "in_a_year"),
    [
        ("FREQ=DAILY;INTERVAL=7;BYDAY=TU", 366 / 7),
        ("FREQ=WEEKLY;BYDAY=MO;BYSETPOS=2", 53),
        ("FREQ=MONTHLY;BYDAY=5MO;BYMONTHDAY=1", 12),
    ],
)
def test_a_rule_that_never_falls_ends_soon(text: str, in_a_year: float, monkeypatch: pytest.MonkeyPatch) -> None:
    """dateutil looks for a day until the year 9999; fifty times the interval in years are enough."""
    looked = Mock(wraps=recurring._period)
    monkeypatch.setattr(recurring, "_period", looked)
    assert first_from(rule(text, "2026-11-02"), d("2026-11-02")) is None
    years = 51 * parts(rule(text)).interval
    assert 0 < looked.call_count <= years * in_a_year


def test_a_rule_that_is_none_is_refused() -> None:
    with pytest.raises(UsageError):
        next_after(rule("weekly"), due=None, done_on=d("2026-11-26"), today=d("2026-11-26"), zone=None)
