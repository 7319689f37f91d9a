"""Lines written at night, where days begin at a later hour than midnight."""

from datetime import date, datetime
from zoneinfo import ZoneInfo

import pytest

from orchestrator_desktop.domain import capture

PARIS = ZoneInfo("Europe/Paris")
NIGHT = datetime(2027, 1, 2, 1, 0, tzinfo=PARIS)
"""One o'clock of a Saturday, which is still Friday where days begin at four."""


def at(hour: int, minute: int = 0) -> datetime:
    return datetime(2027, 1, 2, hour, minute, tzinfo=PARIS)


@pytest.mark.parametrize(
    ("line", "due"),
    [
        ("Call today", date(2027, 1, 1)),
        ("Appeler aujourd'hui", date(2027, 1, 1)),
        ("Call tomorrow", date(2027, 1, 2)),
        ("Appeler demain 9h", at(9)),
        ("Call saturday", date(2027, 1, 2)),
        ("Call in 3 days", date(2027, 1, 4)),
        ("Call in 20 minutes", at(1, 20)),
        ("Call at 9am", at(9)),
        ("Call at 2am", at(2)),
        ("Call today at 2am", at(2)),
        ("Call this morning", at(9)),
        ("Call tonight", at(19)),
        ("Water every day", date(2027, 1, 1)),
        ("Water every day at 8am", at(8)),
        ("Water every day at 2am", at(2)),
    ],
)
def test_until_the_day_begins_it_is_the_day_before(line: str, due: date) -> None:
    assert capture.parse(line, now=NIGHT, begins=4).due == due


@pytest.mark.parametrize("hour", range(4, 24))
def test_from_that_hour_on_nothing_is_read_otherwise(hour: int) -> None:
    now = NIGHT.replace(hour=hour)
    for line in ("Call today", "Call tomorrow 2am", "Call at 3am", "Call saturday", "Water every day at 8am"):
        assert capture.parse(line, now=now, begins=4) == capture.parse(line, now=now)


def test_a_day_asked_for_is_counted_alike() -> None:
    assert capture.read_day("today", now=NIGHT, begins=4) == date(2027, 1, 1)
    assert capture.read_day("hier", now=NIGHT, begins=4) == date(2026, 12, 31)
    assert capture.read_day("today", now=NIGHT) == date(2027, 1, 2)
