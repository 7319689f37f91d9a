"""Recurrences: what a table of lines does not show: where they start, what is beside them, and the settings."""

from __future__ import annotations

from datetime import date, datetime
from zoneinfo import ZoneInfo

import pytest

from orchestrator_desktop.domain.capture import Captured, SpanKind, parse
from orchestrator_desktop.domain.recurrence import MonthEnd, Recurrence

PARIS = ZoneInfo("Europe/Paris")
NOW = datetime(2026, 10, 14, 10, 30, tzinfo=PARIS)  # a Wednesday


def wall(text: str) -> datetime:
    """A time of the clock on the wall, in no zone."""
    return datetime.fromisoformat(text)


def read(line: str, now: datetime = NOW) -> Captured:
    return parse(line, now=now)


def test_a_recurrence_is_one_span_and_its_first_day_is_due() -> None:
    line = "Point équipe * tous les lundis à 9h #vente"
    captured = read(line)
    assert captured == Captured(
        title="Point équipe",
        due=datetime(2026, 10, 19, 9, tzinfo=PARIS),
        recurrence=Recurrence("FREQ=WEEKLY;BYDAY=MO", start=wall("2026-10-19T09:00")),
        domain="Vente",
        spans=captured.spans,
    )
    assert [(line[span.start : span.end], span.value) for span in captured.spans] == [
        ("* tous les lundis à 9h", captured.recurrence),
        ("#vente", "Vente"),
    ]


def test_a_time_or_a_day_elsewhere_in_the_line_belongs_to_it() -> None:
    line = "À 9h standup tous les lundis"
    captured = read(line)
    assert [line[span.start : span.end] for span in captured.spans] == ["À 9h", "tous les lundis"]
    assert {span.kind for span in captured.spans} == {SpanKind.RECURRENCE}
    monthly = read("Loyer le 31 octobre, tous les mois")
    assert monthly.recurrence == Recurrence("FREQ=MONTHLY;BYMONTHDAY=31", start=date(2026, 10, 31))


@pytest.mark.parametrize(
    ("line", "start", "due"),
    [
        ("Sync every monday", date(2026, 10, 19), date(2026, 10, 19)),
        ("Sync every wednesday", date(2026, 10, 14), date(2026, 10, 14)),
        (
            "Sync every wednesday at 9am",
            wall("2026-10-21T09:00"),
            datetime(2026, 10, 21, 9, tzinfo=PARIS),
        ),
        (
            "Sync every wednesday at 11am",
            wall("2026-10-14T11:00"),
            datetime(2026, 10, 14, 11, tzinfo=PARIS),
        ),
        ("Sync every wednesday from friday", date(2026, 10, 21), date(2026, 10, 21)),
        ("From friday sync every wednesday", date(2026, 10, 21), date(2026, 10, 21)),
        (
            "Sync every day from monday 9am",
            wall("2026-10-19T09:00"),
            datetime(2026, 10, 19, 9, tzinfo=PARIS),
        ),
        (
            "Sync every sunday at 2:30am",
            wall("2026-10-18T02:30"),
            datetime(2026, 10, 18, 2, 30, tzinfo=PARIS),
        ),
    ],
)
def test_it_starts_today_or_later_or_when_it_is_said_to(line: str, start: date, due: date) -> None:
    captured = read(line)
    assert captured.recurrence
    assert (captured.recurrence.start, captured.due, captured.defer) == (start, due, None)


def test_its_start_is_the_wall_clock_even_where_the_clock_jumps_over_it() -> None:
    captured = read("Sauvegarde tous les jours à 2h30", datetime(2027, 3, 27, 22, tzinfo=PARIS))
    assert captured.recurrence
    assert captured.recurrence.start == wall("2027-03-28T02:30")
    assert isinstance(captured.due, datetime)
    assert captured.due.isoformat() == "2027-03-28T03:30:00+02:00"


def test_the_end_of_the_month_is_clamped_or_skipped() -> None:
    now = datetime(2027, 2, 1, 10, tzinfo=PARIS)
    line = "Loyer le 31 de chaque mois"
    assert parse(line, now=now).due == date(2027, 2, 28)
    skipping = parse(line, now=now, month_end=MonthEnd.SKIP)
    assert skipping.due == date(2027, 3, 31)
    assert skipping.recurrence == Recurrence(
        "FREQ=MONTHLY;BYMONTHDAY=31", month_end=MonthEnd.SKIP, start=date(2027, 3, 31)
    )


@pytest.mark.parametrize(
    ("line", "rule"),
    [
        ("Run every monday for 5 weeks", "FREQ=WEEKLY;BYDAY=MO;COUNT=5"),
        ("Run every mon and wed for 5 weeks", "FREQ=WEEKLY;BYDAY=MO,WE;COUNT=10"),
        ("Run every day for 2 weeks", "FREQ=DAILY;COUNT=14"),
        ("Run every other week for 10 weeks", "FREQ=WEEKLY;INTERVAL=2;COUNT=5"),
        ("Run every other day for 2 weeks", "FREQ=DAILY;INTERVAL=2;UNTIL=20261027"),
        ("Run every monday for 3 months", "FREQ=WEEKLY;BYDAY=MO;UNTIL=20270118"),
        ("Run every month for a year", "FREQ=MONTHLY;UNTIL=20271013"),
        ("Run every monday at 9am until nov 30", "FREQ=WEEKLY;BYDAY=MO;UNTIL=20261130T235959"),
        ("Courir tous les lundis, 5 fois", "FREQ=WEEKLY;BYDAY=MO;COUNT=5"),
    ],
)
def test_an_end_is_a_number_of_times_or_a_day(line: str, rule: str) -> None:
    captured = read(line)
    assert captured.recurrence
    assert captured.recurrence.rrule == rule


@pytest.mark.parametrize(
    "line",
    [
        "Demain appeler Nora tous les lundis",
        "Call Bob every monday, starting friday until yesterday",
        "Call Bob every monday until it works",
        "Courir tous les jours 3 fois",
        "Courir tous les lundis sauf en août",
        "Courir tous les lundis, deux fois par semaine",
        "Demain appeler Nora, relancer Paul vendredi, tous les mois",
        "Standup every day at 9am and 5pm",
        "Standup at 9am every day at 10am",
        "every 3 working days call Bob",
    ],
)
def test_what_no_single_rule_says_stays_words(line: str) -> None:
    captured = read(line)
    assert (captured.title, captured.spans) == (line, ())


def test_a_deadline_stands_beside_it() -> None:
    captured = read("Rapport tous les vendredis, deadline le 30 novembre")
    assert (captured.title, captured.due, captured.deadline) == ("Rapport", date(2026, 10, 16), date(2026, 11, 30))
    assert captured.recurrence


def test_turned_back_to_words_it_is_read_no_more() -> None:
    line = "Point équipe tous les lundis à 9h"
    span = read(line).spans[0]
    captured = parse(line, now=NOW, ignored=[(span.start, span.end)])
    assert captured == Captured(title=line)


def test_the_start_of_the_week_is_in_the_rule_where_it_matters() -> None:
    def rule(line: str) -> str:
        captured = parse(line, now=NOW, week_start=6)
        return captured.recurrence.rrule if captured.recurrence else ""

    assert rule("Gym every other week on monday and sunday") == "FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,SU;WKST=SU"
    assert rule("Gym every monday and sunday") == "FREQ=WEEKLY;BYDAY=MO,SU"
    assert rule("Gym every other monday") == "FREQ=WEEKLY;INTERVAL=2;BYDAY=MO"


@pytest.mark.parametrize("now", [datetime(9999, 12, 31, 23, 59, tzinfo=PARIS), datetime(1, 1, 2, tzinfo=PARIS)])
@pytest.mark.parametrize("line", ["x every monday 9am", "x le 30 de chaque mois", "x every day for 999 weeks"])
def test_the_ends_of_the_calendar_are_no_error(now: datetime, line: str) -> None:
    assert read(line, now).title
