"""Lines as people write them, in tables: what is read of each, at moments that are awkward for dates."""

from __future__ import annotations

from datetime import date, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from orchestrator_desktop.domain.capture import parse
from orchestrator_desktop.domain.recurrence import checked

HERE = Path(__file__).parent
NOW = "2026-10-14 10:30 Europe/Paris"  # a Wednesday


def moment(text: str) -> datetime:
    day, clock, zone = text.split()
    return datetime.fromisoformat(f"{day}T{clock}").replace(tzinfo=ZoneInfo(zone))


def written(value: date | datetime | None) -> str:
    return "-" if value is None else value.isoformat(*(["T", "minutes"] if isinstance(value, datetime) else []))


def table(name: str) -> list[list[str]]:
    lines = (HERE / name).read_text("utf-8").split("\n")
    return [line.split("\t") for line in lines if line and not line.startswith("# ")]


READ = [*table("phrases_fr.tsv"), *table("phrases_en.tsv")]
NOT_READ = [row[0] for row in table("not_read.txt")]
REPEATING = table("recurrences.tsv")
DEADLINES = table("deadlines.tsv")


@pytest.mark.parametrize(("now", "line", "title", "due", "defer"), READ)
def test_a_date_is_read(now: str, line: str, title: str, due: str, defer: str) -> None:
    read = parse(line, now=moment(now))
    assert (read.title, written(read.due), written(read.defer)) == (title, due, defer)
    assert (read.recurrence, read.deadline) == (None, None)


@pytest.mark.parametrize(("now", "line", "title", "first", "rule"), REPEATING)
def test_a_recurrence_is_read(now: str, line: str, title: str, first: str, rule: str) -> None:
    read = parse(line, now=moment(now))
    assert read.recurrence
    said = read.recurrence.rrule + (" after done" if read.recurrence.after_done else "")
    assert (read.title, written(read.due), said) == (title, first, rule)
    assert (read.defer, checked(read.recurrence)) == (None, read.recurrence)


@pytest.mark.parametrize(("now", "line", "title", "due", "deadline"), DEADLINES)
def test_a_deadline_is_read(now: str, line: str, title: str, due: str, deadline: str) -> None:
    read = parse(line, now=moment(now))
    assert (read.title, written(read.due), written(read.deadline)) == (title, due, deadline)


@pytest.mark.parametrize("line", NOT_READ)
def test_a_plain_title_is_left_alone(line: str) -> None:
    read = parse(line, now=moment(NOW))
    assert (read.title, read.spans) == (line, ())


@pytest.mark.parametrize("row", [row for row in [*READ, *REPEATING] if row[1] != row[2]], ids=lambda row: row[1])
def test_what_was_read_is_not_read_twice(row: list[str]) -> None:
    read = parse(row[2], now=moment(row[0]))
    assert (read.due, read.recurrence) == (None, None)


def test_the_tables_are_as_large_as_they_should_be() -> None:
    french, english = table("phrases_fr.tsv"), table("phrases_en.tsv")
    assert len({row[1] for row in french}) >= 400
    assert len({row[1] for row in english}) >= 300
    assert len(set(NOT_READ)) >= 150
    assert len({row[1] for row in REPEATING}) >= 120
