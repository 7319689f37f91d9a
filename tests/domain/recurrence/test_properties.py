"""What holds for any rule: dateutil finds the same days; clamping, completing and bounds keep their promises."""

from __future__ import annotations

import datetime as datetime_module
from calendar import monthrange
from datetime import date, datetime, timedelta
from itertools import islice, pairwise
from types import SimpleNamespace
from unittest.mock import patch
from zoneinfo import ZoneInfo

import dateutil.rrule
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from orchestrator_desktop.domain.errors import UsageError
from orchestrator_desktop.domain.recurrence import (
    MonthEnd,
    Recurrence,
    checked,
    first_from,
    next_after,
    occurrences,
    parts,
)

WEEKDAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
ZONES = st.sampled_from([ZoneInfo(name) for name in ("Europe/Paris", "America/Los_Angeles", "Pacific/Auckland", "UTC")])
DAYS = st.dates(date(1990, 1, 1), date(2060, 12, 31))
MOMENTS = st.datetimes(datetime.fromisoformat("1990-01-01"), datetime.fromisoformat("2060-12-31")).map(
    lambda moment: moment.replace(microsecond=0)
)


def some(values: st.SearchStrategy[object]) -> st.SearchStrategy[str]:
    return st.lists(values, min_size=1, max_size=4).map(lambda found: ",".join(map(str, found)))


@st.composite
def rules(draw: st.DrawFn, *, ends: bool = True) -> str:
    freq = draw(st.sampled_from(["DAILY", "WEEKLY", "MONTHLY", "YEARLY"]))
    given_parts = [f"FREQ={freq}"]

    def add(name: str, values: st.SearchStrategy[object]) -> None:
        if draw(st.integers(0, 2)) == 0:
            given_parts.append(f"{name}={draw(values)}")

    add("INTERVAL", st.integers(1, 5))
    add("BYMONTH", some(st.integers(1, 12)))
    if freq != "WEEKLY":
        add("BYMONTHDAY", some(st.integers(-31, 31).filter(bool)))
    if freq == "YEARLY":
        add("BYYEARDAY", some(st.integers(-366, 366).filter(bool)))
    most = {"MONTHLY": 5, "YEARLY": 53}.get(freq, 0)
    nth = st.integers(-most, most).filter(bool) if most and draw(st.booleans()) else st.just("")
    add("BYDAY", some(st.tuples(nth, st.sampled_from(WEEKDAYS)).map(lambda one: f"{one[0]}{one[1]}")))
    if len(given_parts) > 2:
        add("BYSETPOS", some(st.integers(-4, 4).filter(bool)))
    add("WKST", st.sampled_from(WEEKDAYS))
    if ends and draw(st.booleans()):
        given_parts.append(
            f"COUNT={draw(st.integers(1, 30))}"
            if draw(st.booleans())
            else f"UNTIL={draw(MOMENTS).isoformat().translate({45: None, 58: None})}"
        )
    head, *rest = given_parts
    return ";".join([head, *draw(st.permutations(rest))])


def readable(text: str, month_end: MonthEnd) -> Recurrence:
    try:
        return checked(Recurrence(text, month_end=month_end))
    except UsageError:
        assume(False)
        raise


def oracle_days(text: str, start: datetime, last: date) -> list[datetime]:
    """dateutil's, with the calendar's end moved to that of the year: for a day of an impossible rule it looks until
    then."""
    ours = vars(datetime_module) | {"MAXYEAR": last.year}
    with patch.object(dateutil.rrule, "datetime", SimpleNamespace(**ours)):
        return [when for when in dateutil.rrule.rrulestr(text, dtstart=start) if when.date() <= last]


@settings(max_examples=150)
@given(text=rules(), start=MOMENTS, after=st.integers(-100, 4000))
def test_dateutil_finds_the_same_days(text: str, start: datetime, after: int) -> None:
    rule = readable(text, MonthEnd.SKIP)
    first = start.date() + timedelta(days=after)
    last = first + timedelta(days=900)
    zone = ZoneInfo("UTC")
    oracle = [when for when in oracle_days(text, start, last) if when.date() >= first]
    timed = Recurrence(rule.rrule, month_end=MonthEnd.SKIP, start=start)
    assert list(occurrences(timed, first, last, zone=zone)) == [when.replace(tzinfo=zone) for when in oracle]
    if "UNTIL" not in text:
        day_only = Recurrence(rule.rrule, month_end=MonthEnd.SKIP, start=start.date())
        assert list(occurrences(day_only, first, last)) == [when.date() for when in oracle]


def test_some_numbered_weekdays_beside_others_are_either() -> None:
    """dateutil alone finds a day only where it is both."""
    mixed = Recurrence("FREQ=MONTHLY;BYDAY=MO,-1FR", start=date(2026, 11, 1))
    assert [day.day for day in occurrences(mixed, date(2026, 11, 1), date(2026, 11, 30))] == [2, 9, 16, 23, 27, 30]
    yearly = Recurrence("FREQ=YEARLY;BYDAY=WE,1MO;BYSETPOS=-1,1", start=date(2026, 1, 1))
    assert list(islice(occurrences(yearly, date(2026, 1, 1), date.max), 3)) == [
        date(2026, 1, 5), date(2026, 12, 30), date(2027, 1, 4),
    ]  # fmt: skip


@settings(max_examples=100)
@given(text=rules(), month_end=st.sampled_from(MonthEnd))
def test_the_canonical_form_says_the_same(text: str, month_end: MonthEnd) -> None:
    rule = readable(text, month_end)
    assert parts(rule) == parts(Recurrence(text, month_end=month_end))
    assert checked(rule) == rule
    assert checked(Recurrence(f"RRULE:{rule.rrule.lower()}", month_end=month_end)) == rule


@settings(max_examples=100)
@given(start=DAYS, monthday=st.integers(1, 31), interval=st.integers(1, 14), ahead=st.integers(0, 9000))
def test_clamped_there_is_one_day_in_each_month_meant(start: date, monthday: int, interval: int, ahead: int) -> None:
    start = start.replace(day=1)
    rule = Recurrence(f"FREQ=MONTHLY;INTERVAL={interval};BYMONTHDAY={monthday}", start=start)
    found = list(islice(occurrences(rule, start + timedelta(days=ahead), date.max), 24))
    assert len(found) == 24
    for day in found:
        assert day.day == min(monthday, monthrange(day.year, day.month)[1])
        assert ((day.year - start.year) * 12 + day.month - start.month) % interval == 0
    assert all((then.year - now.year) * 12 + then.month - now.month == interval for now, then in pairwise(found))


@settings(max_examples=100)
@given(text=rules(ends=False), start=DAYS)
def test_clamping_only_adds_and_only_last_days(text: str, start: date) -> None:
    rule = readable(text, MonthEnd.SKIP)
    assume(not parts(rule).setpos)
    last = start + timedelta(days=800)
    skipped = set(occurrences(Recurrence(text, month_end=MonthEnd.SKIP, start=start), start, last))
    clamped = set(occurrences(Recurrence(text, month_end=MonthEnd.CLAMP, start=start), start, last))
    assert skipped <= clamped
    assert all(day.day == monthrange(day.year, day.month)[1] < 31 for day in clamped - skipped)


@settings(max_examples=100)
@given(start=DAYS, year=st.integers(1, 40))
def test_the_year_of_a_clamped_29_february(start: date, year: int) -> None:
    rule = Recurrence("FREQ=YEARLY;BYMONTH=2,4;BYMONTHDAY=29,31;BYSETPOS=1", start=start)
    first = date(start.year + year, 1, 1)
    assert first_from(rule, first) == date(first.year, 2, min(29, monthrange(first.year, 2)[1]))


@settings(max_examples=100)
@given(
    text=rules(), start=MOMENTS, zone=ZONES, month_end=st.sampled_from(MonthEnd), timed=st.booleans(),
    late=st.lists(st.integers(-3, 40), min_size=5, max_size=5), after_done=st.booleans(),
)  # fmt: skip
def test_completing_again_and_again_goes_forward(
    text: str, start: datetime, zone: ZoneInfo, month_end: MonthEnd, timed: bool, late: list[int], after_done: bool
) -> None:
    rule = readable(text, month_end)
    rule = Recurrence(rule.rrule, after_done, month_end, start if timed else start.date())
    due = first_from(rule, start.date(), zone=zone)
    for days in late:
        if due is None:
            return
        due_day = due.date() if isinstance(due, datetime) else due
        done = due_day + timedelta(days=max(days, 0) if after_done else days)
        following = next_after(rule, due=due, done_on=done, today=done, zone=zone)
        assert following is None or (following > due and isinstance(following, datetime) == timed)  # type: ignore[operator]
        if isinstance(following, datetime):
            assert following.date() > done
        due = following


@settings(max_examples=100)
@given(start=MOMENTS, zone=ZONES, text=st.sampled_from(["FREQ=DAILY", "FREQ=WEEKLY", "FREQ=MONTHLY", "FREQ=YEARLY"]))
def test_a_local_time_is_kept_or_moved_forward_by_an_hour(start: datetime, zone: ZoneInfo, text: str) -> None:
    found = islice(occurrences(Recurrence(text, start=start), start.date(), date.max, zone=zone), 60)
    for when in found:
        assert isinstance(when, datetime)
        assert not when.fold
        wall = when.replace(tzinfo=None)
        meant = datetime.combine(wall.date(), start.time())
        assert wall == meant or (wall - meant == timedelta(hours=1) and 1 <= start.hour <= 3)


@settings(max_examples=150)
@given(
    text=st.one_of(
        st.text(), st.lists(st.sampled_from(["FREQ", "=", ";", ",", "DAILY", "BYDAY", "MO", "1", "UNTIL"])).map("".join)
    )
)
def test_any_text_is_a_rule_or_refused(text: str) -> None:
    try:
        rule = checked(Recurrence(text))
    except UsageError:
        return
    assert rule.rrule.startswith("FREQ=")
