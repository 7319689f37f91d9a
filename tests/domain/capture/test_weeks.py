"""Weeks from the day on which the locale starts them; Monday's are in the tables."""

from __future__ import annotations

from datetime import date, datetime
from zoneinfo import ZoneInfo

import pytest

from orchestrator_desktop.domain.capture import parse

PARIS = ZoneInfo("Europe/Paris")
MONDAY, SATURDAY, SUNDAY = 0, 5, 6


@pytest.mark.parametrize(
    ("line", "today", "week_start", "due"),
    [
        # 18 October 2026 is a Sunday: the last day of one week, or the first of the next.
        ("x next week", 18, MONDAY, 19),
        ("x next week", 18, SUNDAY, 26),
        ("x la semaine prochaine", 18, SUNDAY, 26),
        ("x next friday", 18, MONDAY, 23),
        ("x next friday", 18, SUNDAY, 30),
        ("x sunday next week", 14, MONDAY, 25),
        ("x sunday next week", 14, SUNDAY, 18),
        ("x dimanche de la semaine prochaine", 14, SUNDAY, 18),
        ("x end of week", 18, MONDAY, 18),
        ("x end of week", 18, SUNDAY, 23),
        ("x end of week", 17, MONDAY, 18),
        ("x end of week", 17, SUNDAY, 17),
        ("x fin de semaine", 14, SUNDAY, 16),
        ("x fin de semaine prochaine", 18, SUNDAY, 30),
        ("x next week", 17, SATURDAY, 26),
        ("x next week", 16, SATURDAY, 19),
        ("x this weekend", 18, SUNDAY, 18),
        ("x monday", 18, SUNDAY, 19),
    ],
)
def test_a_week_starts_where_the_locale_says(line: str, today: int, week_start: int, due: int) -> None:
    now = datetime(2026, 10, today, 9, tzinfo=PARIS)
    assert parse(line, now=now, week_start=week_start).due == date(2026, 10, due)
