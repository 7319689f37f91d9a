"""Rules that a table of single lines does not show: which date is taken, in which zone, and in which order."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta, timezone
from zoneinfo import ZoneInfo

import pytest

from orchestrator_desktop.domain.capture import Captured, parse

PARIS = ZoneInfo("Europe/Paris")
NOW = datetime(2026, 10, 14, 10, 30, tzinfo=PARIS)  # a Wednesday


def read(line: str, now: datetime = NOW) -> Captured:
    return parse(line, now=now)


@pytest.mark.parametrize(
    "line",
    [
        "Appeler Nora demain et relancer Paul vendredi",
        "Demain préparer le point de mardi, envoyer samedi",
        "Call Bob tomorrow, ping Ana next friday",
    ],
)
def test_of_two_days_none_is_guessed(line: str) -> None:
    assert (read(line).title, read(line).due) == (line, None)


@pytest.mark.parametrize(
    ("line", "due"),
    [
        ("Préparer le comité du 20 octobre d'ici vendredi", date(2026, 10, 16)),
        ("Réserver lundi 19 octobre la salle, au plus tard vendredi", date(2026, 10, 16)),
        ("Prepare the board meeting on 12 November by Friday", date(2026, 10, 16)),
    ],
)
def test_a_limit_goes_before_a_day_that_is_mentioned(line: str, due: date) -> None:
    assert read(line).due == due


def test_a_day_and_a_time_that_stand_apart_are_one_moment_with_two_parts() -> None:
    line = "Demain relancer Nora à 9h"
    captured = read(line)
    assert captured.due == datetime(2026, 10, 15, 9, tzinfo=PARIS)
    assert [line[span.start : span.end] for span in captured.spans] == ["Demain", "à 9h"]
    assert {span.value for span in captured.spans} == {captured.due}


@pytest.mark.parametrize(
    ("line", "due", "defer"),
    [
        ("Draft from monday by friday", date(2026, 10, 23), date(2026, 10, 19)),
        ("Rédiger à partir de demain pour vendredi", date(2026, 10, 16), date(2026, 10, 15)),
        ("Rédiger pour jeudi 9h à partir de vendredi", datetime(2026, 10, 22, 9, tzinfo=PARIS), date(2026, 10, 16)),
        ("Rédiger à partir du 20 novembre avant le 3 novembre", None, date(2026, 11, 20)),
    ],
)
def test_due_comes_after_defer(line: str, due: date | None, defer: date) -> None:
    assert (read(line).due, read(line).defer) == (due, defer)


def test_of_which_day_a_midnight_is_no_one_knows() -> None:
    captured = read("Appeler Nora demain à minuit")
    assert (captured.title, captured.due) == ("Appeler Nora à minuit", date(2026, 10, 15))
    assert read("Appeler Nora ce soir à minuit").due == datetime(2026, 10, 15, tzinfo=PARIS)


def test_a_part_of_day_and_a_time_that_stand_apart_agree() -> None:
    assert read("Voir le film demain soir au cinéma à 20h").due == datetime(2026, 10, 15, 20, tzinfo=PARIS)
    assert read("See the film tomorrow evening with Bob at 8").due == datetime(2026, 10, 15, 20, tzinfo=PARIS)


def test_a_time_is_not_todays_when_the_task_starts_later() -> None:
    captured = read("À partir de lundi appeler Nora à 14h")
    assert (captured.due, captured.defer) == (None, date(2026, 10, 19))


@pytest.mark.parametrize(
    ("line", "at", "due"),
    [
        ("Call Bob at 9am", "15:00", datetime(2026, 10, 15, 9, tzinfo=PARIS)),
        ("Call Bob at 9am", "09:00", datetime(2026, 10, 15, 9, tzinfo=PARIS)),
        ("Call Bob at 9am", "08:59", datetime(2026, 10, 14, 9, tzinfo=PARIS)),
        ("Call Bob today at 9am", "15:00", datetime(2026, 10, 14, 9, tzinfo=PARIS)),
        ("Appeler ce soir", "18:00", datetime(2026, 10, 14, 19, tzinfo=PARIS)),
        ("Appeler ce soir", "21:00", date(2026, 10, 14)),
        ("Appeler ce matin", "15:00", None),
        ("Appeler en fin de journée", "17:00", datetime(2026, 10, 14, 18, tzinfo=PARIS)),
        ("Appeler dans 20 min", "23:50", datetime(2026, 10, 15, 0, 10, tzinfo=PARIS)),
    ],
)
def test_a_time_past_is_the_next_one(line: str, at: str, due: date | None) -> None:
    hour, minute = at.split(":")
    assert read(line, NOW.replace(hour=int(hour), minute=int(minute))).due == due


def test_a_bare_offset_stands_for_the_zone_of_this_computer() -> None:
    here = datetime(2026, 10, 14, 8, 30, tzinfo=UTC).astimezone()
    assert isinstance(here.tzinfo, timezone)
    due = read("Appeler lundi 26 octobre à 9h", here).due
    assert isinstance(due, datetime)
    assert due.isoformat() == "2026-10-26T09:00:00+01:00"
    gap = read("Appeler le 28 mars à 2h30", here).due
    assert isinstance(gap, datetime)
    assert gap.isoformat() == "2027-03-28T03:30:00+02:00"


def test_an_offset_from_elsewhere_is_kept() -> None:
    zone = timezone(timedelta(hours=5, minutes=45))
    due = read("Appeler lundi 26 octobre à 9h", NOW.astimezone(zone)).due
    assert isinstance(due, datetime)
    assert due.isoformat() == "2026-10-26T09:00:00+05:45"


def test_of_a_time_shown_twice_the_first_is_meant() -> None:
    due = read("Appeler le 25 octobre à 2h30").due
    assert isinstance(due, datetime)
    assert due.isoformat() == "2026-10-25T02:30:00+02:00"


@pytest.mark.parametrize(
    ("line", "day_first", "due"),
    [
        ("Pay rent 12/03", True, date(2027, 3, 12)),
        ("Pay rent 12/03", False, date(2026, 12, 3)),
        ("Pay rent on 3/4/2027", False, date(2027, 3, 4)),
        ("Pay rent 11/30", False, date(2026, 11, 30)),
        ("Pay rent 11/30", True, None),
        ("Payer le loyer 12/03", False, date(2027, 3, 12)),
        ("Pay rent 2027-03-04", False, date(2027, 3, 4)),
    ],
)
def test_the_order_of_figures_is_the_locales_in_an_english_line(line: str, day_first: bool, due: date | None) -> None:
    assert parse(line, now=NOW, locale_day_first=day_first).due == due


@pytest.mark.parametrize("now", [datetime(9999, 12, 31, 23, 59, tzinfo=UTC), datetime(1, 1, 1, tzinfo=UTC)])
@pytest.mark.parametrize("line", ["x demain 9h", "x fin du mois", "x dans 999 ans", "x à 9h", "x le 12 mars", "x hier"])
def test_the_ends_of_the_calendar_are_no_error(now: datetime, line: str) -> None:
    assert read(line, now).title
