"""RRULE texts: read in any spelling, written in one, refused in words where a task cannot repeat so."""

from datetime import UTC, date, datetime

import pytest

from orchestrator_desktop.domain.errors import UsageError
from orchestrator_desktop.domain.recurrence import MonthEnd, Recurrence, carried, checked, parts
from orchestrator_desktop.domain.rrule import Frequency, Parts


@pytest.mark.parametrize(
    ("given", "canonical"),
    [
        ("FREQ=DAILY", "FREQ=DAILY"),
        ("RRULE:FREQ=WEEKLY;BYDAY=FR;INTERVAL=2", "FREQ=WEEKLY;INTERVAL=2;BYDAY=FR"),
        ("rrule:freq=weekly;byday=su,mo", "FREQ=WEEKLY;BYDAY=MO,SU"),
        ("  FREQ = MONTHLY ; BYDAY = -1fr ;", "FREQ=MONTHLY;BYDAY=-1FR"),
        ("INTERVAL=1;FREQ=DAILY;WKST=MO", "FREQ=DAILY"),
        ("WKST=SU;COUNT=010;INTERVAL=02;FREQ=WEEKLY;BYDAY=TU,TU", "FREQ=WEEKLY;INTERVAL=2;BYDAY=TU;COUNT=10;WKST=SU"),
        ("FREQ=MONTHLY;BYMONTHDAY=-1,31,+1,15", "FREQ=MONTHLY;BYMONTHDAY=1,15,31,-1"),
        ("FREQ=MONTHLY;BYDAY=+1MO,-1FR,WE", "FREQ=MONTHLY;BYDAY=WE,-1FR,1MO"),
        ("FREQ=YEARLY;BYDAY=2MO;BYMONTH=5,1", "FREQ=YEARLY;BYMONTH=1,5;BYDAY=2MO"),
        ("FREQ=MONTHLY;BYSETPOS=-1;BYDAY=MO,TU,WE,TH,FR", "FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1"),
        ("FREQ=DAILY;UNTIL=19971224T000000Z", "FREQ=DAILY;UNTIL=19971224T000000Z"),
        ("freq=daily;until=19971224t000000z", "FREQ=DAILY;UNTIL=19971224T000000Z"),
        ("FREQ=DAILY;UNTIL=19971224T093000", "FREQ=DAILY;UNTIL=19971224T093000"),
        ("FREQ=DAILY;UNTIL=19971224", "FREQ=DAILY;UNTIL=19971224"),
        ("FREQ=YEARLY;BYWEEKNO=20;BYDAY=MO", "FREQ=YEARLY;BYWEEKNO=20;BYDAY=MO"),
        ("FREQ=YEARLY;BYYEARDAY=200,1,-1", "FREQ=YEARLY;BYYEARDAY=1,200,-1"),
        ("FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29", "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29"),
    ],
)  # fmt: skip
def test_a_rule_has_one_spelling(given: str, canonical: str) -> None:
    rule = checked(Recurrence(given))
    assert rule.rrule == canonical
    assert checked(rule) == rule


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ("", "does not say how often"),
        ("BYDAY=MO", "does not say how often"),
        ("every monday", "“EVERY MONDAY” is not understood"),
        ("FREQ=", "“FREQ=” is not understood"),
        ("FREQ=FORTNIGHTLY", "FREQ=FORTNIGHTLY"),
        ("FREQ=HOURLY", "once a day at most"),
        ("FREQ=MINUTELY;INTERVAL=5", "once a day at most"),
        ("FREQ=DAILY;BYHOUR=9,17", "once a day at most"),
        ("FREQ=DAILY;FREQ=WEEKLY", "says FREQ twice"),
        ("FREQ=DAILY;COUNT=3;UNTIL=20261231", "COUNT and UNTIL"),
        ("FREQ=DAILY;INTERVAL=0", "INTERVAL=0"),
        ("FREQ=DAILY;INTERVAL=-1", "INTERVAL=-1"),
        ("FREQ=DAILY;INTERVAL=1.5", "INTERVAL=1.5"),
        ("FREQ=DAILY;INTERVAL=" + "9" * 5000, "INTERVAL=999"),
        ("FREQ=DAILY;INTERVAL=٣", "INTERVAL=٣"),
        ("FREQ=DAILY;COUNT=0", "COUNT=0"),
        ("FREQ=WEEKLY;BYDAY=1MO", "BYDAY=1MO"),
        ("FREQ=DAILY;BYDAY=-1FR", "BYDAY=-1FR"),
        ("FREQ=MONTHLY;BYDAY=0MO", "BYDAY=0MO"),
        ("FREQ=MONTHLY;BYDAY=6MO", "BYDAY=6MO"),
        ("FREQ=YEARLY;BYDAY=54MO", "BYDAY=54MO"),
        ("FREQ=YEARLY;BYMONTH=5;BYDAY=20MO", "BYDAY=20MO"),
        ("FREQ=WEEKLY;BYDAY=MONDAY", "BYDAY=MONDAY"),
        ("FREQ=WEEKLY;BYDAY=", "BYDAY="),
        ("FREQ=WEEKLY;BYMONTHDAY=3", "FREQ=WEEKLY and BYMONTHDAY"),
        ("FREQ=MONTHLY;BYMONTHDAY=32", "BYMONTHDAY=32"),
        ("FREQ=MONTHLY;BYMONTHDAY=0", "BYMONTHDAY=0"),
        ("FREQ=YEARLY;BYMONTH=13", "BYMONTH=13"),
        ("FREQ=YEARLY;BYMONTH=-1", "BYMONTH=-1"),
        ("FREQ=MONTHLY;BYSETPOS=1", "BYSETPOS picks"),
        ("FREQ=MONTHLY;BYDAY=MO;BYSETPOS=367", "BYSETPOS=367"),
        ("FREQ=MONTHLY;BYWEEKNO=3", "FREQ=MONTHLY and BYWEEKNO"),
        ("FREQ=DAILY;BYYEARDAY=3", "FREQ=DAILY and BYYEARDAY"),
        ("FREQ=YEARLY;BYWEEKNO=20;BYDAY=1MO", "BYWEEKNO and BYDAY"),
        ("FREQ=DAILY;UNTIL=20260230", "UNTIL=20260230"),
        ("FREQ=DAILY;UNTIL=20260228T250000", "UNTIL=20260228T250000"),
        ("FREQ=DAILY;UNTIL=2026-02-28", "UNTIL=2026-02-28"),
        ("FREQ=DAILY;UNTIL=00000101", "UNTIL=00000101"),
        ("FREQ=WEEKLY;WKST=XX", "WKST=XX"),
        ("FREQ=DAILY;TT_SKIP=WEEKEND", "TT_SKIP=WEEKEND"),
        ("FREQ=DAILY;BYEASTER=0", "BYEASTER=0"),
        ("FREQ=YEARLY;BYMONTH=2,4;BYMONTHDAY=-31", "No month has the day"),
    ],
)
def test_what_cannot_be_is_refused_in_words(given: str, said: str) -> None:
    with pytest.raises(UsageError) as error:
        checked(Recurrence(given))
    assert said in str(error.value)
    assert len(str(error.value)) < 250


def test_thirty_february_is_its_last_day_or_never() -> None:
    rule = "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30"
    assert checked(Recurrence(rule)).rrule == rule
    with pytest.raises(UsageError, match="No month has the day"):
        checked(Recurrence(rule, month_end=MonthEnd.SKIP))


def test_the_parts_of_a_rule() -> None:
    assert parts(Recurrence("FREQ=MONTHLY;INTERVAL=3;BYDAY=-1FR,MO;BYMONTH=3;BYSETPOS=2;COUNT=4;WKST=SU")) == Parts(
        Frequency.MONTHLY, 3, ((None, 0), (-1, 4)), months=(3,), setpos=(2,), count=4, week_start=6
    )
    assert parts(Recurrence("FREQ=YEARLY;BYMONTHDAY=-1,4;UNTIL=20261231")) == Parts(
        Frequency.YEARLY, monthdays=(4, -1), until=date(2026, 12, 31)
    )
    moment = datetime(2026, 12, 31, 22, 59, 59, tzinfo=UTC)
    assert parts(Recurrence("FREQ=DAILY;UNTIL=20261231T225959Z")).until == moment
    assert parts(Recurrence("FREQ=DAILY;UNTIL=20261231T225959")).until == moment.replace(tzinfo=None)


def test_the_rest_of_a_recurrence_stays() -> None:
    rule = Recurrence("freq=daily", after_done=True, month_end=MonthEnd.SKIP, start=date(2026, 1, 31))
    assert checked(rule) == Recurrence("FREQ=DAILY", after_done=True, month_end=MonthEnd.SKIP, start=date(2026, 1, 31))


def test_after_completion_count_is_what_is_left() -> None:
    three = Recurrence("FREQ=DAILY;COUNT=3", after_done=True)
    assert carried(three).rrule == "FREQ=DAILY;COUNT=2"
    assert carried(carried(carried(three))).rrule == "FREQ=DAILY;COUNT=1"
    fixed = Recurrence("FREQ=DAILY;COUNT=3", start=date(2026, 1, 1))
    assert carried(fixed) == fixed
