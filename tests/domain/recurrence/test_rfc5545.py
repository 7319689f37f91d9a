"""The examples of RFC 5545, section 3.8.5.3, that a task can follow, and its rule about 31 January."""

from datetime import date, datetime
from itertools import islice

import pytest

from orchestrator_desktop.domain.recurrence import MonthEnd, Recurrence, occurrences

NINE = "19970902T090000"
EXAMPLES = [
    # start, rule, the first days as the RFC lists them ("=": no more)
    (NINE, "FREQ=DAILY;COUNT=10", "9-2 9-3 9-4 9-5 9-6 9-7 9-8 9-9 9-10 9-11 ="),
    (NINE, "FREQ=DAILY;INTERVAL=2", "9-2 9-4 9-6 9-8"),
    (NINE, "FREQ=DAILY;INTERVAL=10;COUNT=5", "9-2 9-12 9-22 10-2 10-12 ="),
    (NINE, "FREQ=WEEKLY;COUNT=10", "9-2 9-9 9-16 9-23 9-30 10-7 10-14 10-21 10-28 11-4 ="),
    (
        NINE,
        "FREQ=WEEKLY;UNTIL=19971224T000000Z",
        "9-2 9-9 9-16 9-23 9-30 10-7 10-14 10-21 10-28 11-4 11-11 11-18 11-25 12-2 12-9 12-16 12-23 =",
    ),
    (NINE, "FREQ=WEEKLY;INTERVAL=2;WKST=SU", "9-2 9-16 9-30 10-14 10-28 11-11 11-25 12-9 12-23 98-1-6"),
    (NINE, "FREQ=WEEKLY;COUNT=10;WKST=SU;BYDAY=TU,TH", "9-2 9-4 9-9 9-11 9-16 9-18 9-23 9-25 9-30 10-2 ="),
    (
        "19970901T090000",
        "FREQ=WEEKLY;INTERVAL=2;UNTIL=19971224T000000Z;WKST=SU;BYDAY=MO,WE,FR",
        "9-1 9-3 9-5 9-15 9-17 9-19 9-29 10-1 10-3 10-13 10-15 10-17 10-27 10-29 10-31 11-10 11-12 11-14 11-24 11-26 "
        "11-28 12-8 12-10 12-12 12-22 =",
    ),
    (NINE, "FREQ=WEEKLY;INTERVAL=2;COUNT=8;WKST=SU;BYDAY=TU,TH", "9-2 9-4 9-16 9-18 9-30 10-2 10-14 10-16 ="),
    (
        "19970905T090000",
        "FREQ=MONTHLY;COUNT=10;BYDAY=1FR",
        "9-5 10-3 11-7 12-5 98-1-2 98-2-6 98-3-6 98-4-3 98-5-1 98-6-5 =",
    ),
    ("19970905T090000", "FREQ=MONTHLY;UNTIL=19971224T000000Z;BYDAY=1FR", "9-5 10-3 11-7 12-5 ="),
    (
        "19970907T090000",
        "FREQ=MONTHLY;INTERVAL=2;COUNT=10;BYDAY=1SU,-1SU",
        "9-7 9-28 11-2 11-30 98-1-4 98-1-25 98-3-1 98-3-29 98-5-3 98-5-31 =",
    ),
    ("19970922T090000", "FREQ=MONTHLY;COUNT=6;BYDAY=-2MO", "9-22 10-20 11-17 12-22 98-1-19 98-2-16 ="),
    ("19970928T090000", "FREQ=MONTHLY;BYMONTHDAY=-3", "9-28 10-29 11-28 12-29 98-1-29 98-2-26"),
    (
        NINE,
        "FREQ=MONTHLY;COUNT=10;BYMONTHDAY=2,15",
        "9-2 9-15 10-2 10-15 11-2 11-15 12-2 12-15 98-1-2 98-1-15 =",
    ),
    (
        "19970930T090000",
        "FREQ=MONTHLY;COUNT=10;BYMONTHDAY=1,-1",
        "9-30 10-1 10-31 11-1 11-30 12-1 12-31 98-1-1 98-1-31 98-2-1 =",
    ),
    (
        "19970910T090000",
        "FREQ=MONTHLY;INTERVAL=18;COUNT=10;BYMONTHDAY=10,11,12,13,14,15",
        "9-10 9-11 9-12 9-13 9-14 9-15 99-3-10 99-3-11 99-3-12 99-3-13 =",
    ),
    (NINE, "FREQ=MONTHLY;INTERVAL=2;BYDAY=TU", "9-2 9-9 9-16 9-23 9-30 11-4 11-11 11-18 11-25 98-1-6"),
    (
        "19970610T090000",
        "FREQ=YEARLY;COUNT=10;BYMONTH=6,7",
        "6-10 7-10 98-6-10 98-7-10 99-6-10 99-7-10 00-6-10 00-7-10 01-6-10 01-7-10 =",
    ),
    (
        "19970310T090000",
        "FREQ=YEARLY;INTERVAL=2;COUNT=10;BYMONTH=1,2,3",
        "3-10 99-1-10 99-2-10 99-3-10 01-1-10 01-2-10 01-3-10 03-1-10 03-2-10 03-3-10 =",
    ),
    (
        "19970101T090000",
        "FREQ=YEARLY;INTERVAL=3;COUNT=10;BYYEARDAY=1,100,200",
        "1-1 4-10 7-19 00-1-1 00-4-9 00-7-18 03-1-1 03-4-10 03-7-19 06-1-1 =",
    ),
    ("19970519T090000", "FREQ=YEARLY;BYDAY=20MO", "5-19 98-5-18 99-5-17"),
    ("19970512T090000", "FREQ=YEARLY;BYWEEKNO=20;BYDAY=MO", "5-12 98-5-11 99-5-17"),
    ("19970313T090000", "FREQ=YEARLY;BYMONTH=3;BYDAY=TH", "3-13 3-20 3-27 98-3-5 98-3-12 98-3-19 98-3-26 99-3-4"),
    ("19970605T090000", "FREQ=YEARLY;BYDAY=TH;BYMONTH=6,7,8", "6-5 6-12 6-19 6-26 7-3 7-10 7-17 7-24 7-31 8-7"),
    ("19970902T090000", "FREQ=MONTHLY;BYDAY=FR;BYMONTHDAY=13", "98-2-13 98-3-13 98-11-13 99-8-13 00-10-13"),
    (
        "19970913T090000",
        "FREQ=MONTHLY;BYDAY=SA;BYMONTHDAY=7,8,9,10,11,12,13",
        "9-13 10-11 11-8 12-13 98-1-10 98-2-7 98-3-7 98-4-11 98-5-9 98-6-13",
    ),
    (
        "19961105T090000",
        "FREQ=YEARLY;INTERVAL=4;BYMONTH=11;BYDAY=TU;BYMONTHDAY=2,3,4,5,6,7,8",
        "96-11-5 00-11-7 04-11-2",
    ),
    ("19970904T090000", "FREQ=MONTHLY;COUNT=3;BYDAY=TU,WE,TH;BYSETPOS=3", "9-4 10-7 11-6 ="),
    (
        "19970929T090000",
        "FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-2",
        "9-29 10-30 11-27 12-30 98-1-29 98-2-26 98-3-30",
    ),
    ("19970805T090000", "FREQ=WEEKLY;INTERVAL=2;COUNT=4;BYDAY=TU,SU;WKST=MO", "8-5 8-10 8-19 8-24 ="),
    ("19970805T090000", "FREQ=WEEKLY;INTERVAL=2;COUNT=4;BYDAY=TU,SU;WKST=SU", "8-5 8-17 8-19 8-31 ="),
    ("20070115T090000", "FREQ=MONTHLY;BYMONTHDAY=15,30;COUNT=5", "07-1-15 07-1-30 07-2-15 07-3-15 07-3-30 ="),
    # Not of that section: 3.3.10 says that dates which are none are left out.
    ("20070131T090000", "FREQ=MONTHLY", "07-1-31 07-3-31 07-5-31 07-7-31 07-8-31"),
    ("20080229T090000", "FREQ=YEARLY", "08-2-29 12-2-29 16-2-29"),
]


def day(text: str) -> date:
    *year, month, number = (int(part) for part in text.split("-"))
    century = 1900 if not year or year[0] > 50 else 2000
    return date(century + (year[0] if year else 97), month, number)


@pytest.mark.parametrize("timed", [True, False])
@pytest.mark.parametrize(("start", "rule", "listed"), EXAMPLES)
def test_the_examples_of_the_rfc(start: str, rule: str, listed: str, *, timed: bool) -> None:
    begin = datetime.fromisoformat(start)
    rule = rule if timed else rule.replace("19971224T000000Z", "19971223")
    recurrence = Recurrence(rule, month_end=MonthEnd.SKIP, start=begin if timed else begin.date())
    days = [day(text) for text in listed.split() if text != "="]
    found = list(islice(occurrences(recurrence, begin.date(), date.max), len(days) + 1))
    if "=" not in listed.split():
        found.pop()
    assert [one.date() if isinstance(one, datetime) else one for one in found] == days
    assert all(isinstance(one, datetime) == timed for one in found)
