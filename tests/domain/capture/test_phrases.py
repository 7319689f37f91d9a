"""Lines as people write them, in tables: what is read of each, at moments that are awkward for dates.

A table is one test, which shows all of its lines that are read otherwise.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from orchestrator_desktop.domain.capture import Captured, parse
from orchestrator_desktop.domain.recurrence import checked

HERE = Path(__file__).parent
NOW = "2026-10-14 10:30 Europe/Paris"  # a Wednesday

Row = Sequence[str]


def moment(text: str) -> datetime:
    day, clock, zone = text.split()
    return datetime.fromisoformat(f"{day}T{clock}").replace(tzinfo=ZoneInfo(zone))


def written(value: date | datetime | None) -> str:
    return "-" if value is None else value.isoformat(*(["T", "minutes"] if isinstance(value, datetime) else []))


def rule(read: Captured) -> str:
    if not read.recurrence:
        return "-"
    return read.recurrence.rrule + (" after done" if read.recurrence.after_done else "")


def table(name: str) -> list[list[str]]:
    lines = (HERE / name).read_text("utf-8").split("\n")
    return [line.split("\t") for line in lines if line and not line.startswith("# ")]


FRENCH, ENGLISH = table("phrases_fr.tsv"), table("phrases_en.tsv")
REPEATING = table("recurrences.tsv")
NOT_READ = [row[0] for row in table("not_read.txt")]


def wrong(rows: Sequence[Row], said: Callable[[Captured], Sequence[str]]) -> list[tuple[Row, Row]]:
    """The rows (now, line, what is read …) of which something else is read, and what."""
    read = [(row, [*row[:2], *said(parse(row[1], now=moment(row[0])))]) for row in rows]
    return [(row, found) for row, found in read if list(row) != found]


@pytest.mark.parametrize("rows", [FRENCH, ENGLISH], ids=["French", "English"])
def test_dates(rows: list[list[str]]) -> None:
    assert not wrong(rows, lambda read: [read.title, written(read.due), written(read.defer)])
    assert not wrong([row[:2] for row in rows], lambda read: [rule(read)] if read.recurrence or read.deadline else [])


def test_recurrences() -> None:
    assert not wrong(REPEATING, lambda read: [read.title, written(read.due), rule(read)])


def test_the_rules_of_recurrences_are_canonical() -> None:
    read = [parse(row[1], now=moment(row[0])).recurrence for row in REPEATING]
    assert not [one for one in read if one is None or checked(one) != one]


def test_deadlines() -> None:
    assert not wrong(table("deadlines.tsv"), lambda read: [read.title, written(read.due), written(read.deadline)])


def test_plain_titles_are_left_alone() -> None:
    assert not wrong(
        [(NOW, line, line) for line in NOT_READ], lambda read: [read.title, *(str(span) for span in read.spans)]
    )


def test_what_was_read_is_not_read_twice() -> None:
    rows = [row for row in (*FRENCH, *ENGLISH, *REPEATING) if row[1] != row[2]]
    again = [(row[0], row[2], "-", "-") for row in rows]
    assert not wrong(again, lambda read: [written(read.due), rule(read)])


def test_the_tables_are_as_large_as_they_should_be() -> None:
    assert len({row[1] for row in FRENCH}) >= 400
    assert len({row[1] for row in ENGLISH}) >= 300
    assert len({row[1] for row in REPEATING}) >= 120
    assert len(set(NOT_READ)) >= 150
