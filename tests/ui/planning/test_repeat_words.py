"""Rules as phrases that the capture line reads again; what has no phrase is shown as it is."""

from __future__ import annotations

from datetime import date, datetime

import pytest
from PySide6.QtCore import QLocale

from orchestrator_desktop.domain.capture import parse
from orchestrator_desktop.domain.recurrence import Recurrence
from orchestrator_desktop.ui.planning.repeat_words import is_month_end, repeat_words

TODAY = date(2026, 11, 26)
ENGLISH = QLocale("en_GB")
NOW = datetime(2026, 11, 26, 12).astimezone()

PHRASES = [
    ("FREQ=DAILY", "every day"),
    ("FREQ=DAILY;INTERVAL=3", "every 3 days"),
    ("FREQ=WEEKLY;BYDAY=MO", "every Monday"),
    ("FREQ=WEEKLY;INTERVAL=2;BYDAY=FR", "every 2 weeks on Friday"),
    ("FREQ=WEEKLY;BYDAY=MO,TH", "every week on Monday and Thursday"),
    ("FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR", "every working day"),
    ("FREQ=MONTHLY", "every month"),
    ("FREQ=MONTHLY;BYMONTHDAY=31", "every month on the 31st"),
    ("FREQ=MONTHLY;BYMONTHDAY=1,15", "every month on the 1st and 15th"),
    ("FREQ=MONTHLY;BYMONTHDAY=-1", "every month on the last day"),
    ("FREQ=MONTHLY;BYDAY=-1FR", "every month on the last Friday"),
    ("FREQ=MONTHLY;BYDAY=2TU", "every month on the second Tuesday"),
    ("FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1", "every month on the last working day"),
    ("FREQ=MONTHLY;INTERVAL=3", "every 3 months"),
    ("FREQ=YEARLY", "every year"),
    ("FREQ=YEARLY;BYMONTH=3;BYMONTHDAY=12", "every year on 12 March"),
    ("FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=31", "every year on 31 December"),
]


@pytest.mark.parametrize(("rule", "words"), PHRASES)
def test_rules_are_said(rule: str, words: str) -> None:
    assert repeat_words(Recurrence(rule), TODAY, ENGLISH) == words


@pytest.mark.parametrize(
    "rule",
    [
        "FREQ=MONTHLY;BYMONTHDAY=-2",
        "FREQ=MONTHLY;BYDAY=1MO,3MO",
        "FREQ=MONTHLY;BYDAY=MO;BYMONTHDAY=13",
        "FREQ=YEARLY;BYWEEKNO=20",
        "FREQ=YEARLY;BYYEARDAY=100",
        "FREQ=DAILY;BYMONTH=1",
        "FREQ=WEEKLY;BYDAY=MO;BYSETPOS=1",
        "no rule at all",
    ],
)
def test_what_has_no_phrase_is_shown_as_it_is(rule: str) -> None:
    assert repeat_words(Recurrence(rule), TODAY, ENGLISH) == rule


def test_ends_and_what_it_counts_from_are_said() -> None:
    assert repeat_words(Recurrence("FREQ=DAILY;INTERVAL=3", True), TODAY, ENGLISH) == "every 3 days after it is done"
    assert repeat_words(Recurrence("FREQ=DAILY;COUNT=5"), TODAY, ENGLISH) == "every day 5 times"
    until = Recurrence("FREQ=WEEKLY;BYDAY=MO;UNTIL=20301212")
    assert repeat_words(until, TODAY, ENGLISH) == "every Monday until 12 Dec 2030"


@pytest.mark.parametrize(("rule", "words"), PHRASES)
def test_the_line_that_begins_with_the_words_reads_them_again(rule: str, words: str) -> None:
    read = parse(f"x {words}", now=NOW).recurrence
    assert read is not None
    assert read.rrule == rule


@pytest.mark.parametrize(
    ("rule", "start", "matters"),
    [
        ("FREQ=MONTHLY;BYMONTHDAY=31", None, True),
        ("FREQ=MONTHLY", date(2026, 1, 30), True),
        ("FREQ=MONTHLY", date(2026, 1, 28), False),
        ("FREQ=MONTHLY;BYDAY=-1FR", date(2026, 1, 30), False),
        ("FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29", None, True),
        ("FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=31", None, False),
        ("FREQ=WEEKLY", date(2026, 1, 31), False),
    ],
)
def test_the_end_of_a_month_matters_for_some(rule: str, start: date | None, matters: bool) -> None:
    assert is_month_end(Recurrence(rule, start=start)) is matters
