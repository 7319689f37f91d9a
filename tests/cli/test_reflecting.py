"""reflect: the question, the day's ledger, the text."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta

import pytest
import time_machine

from tests.cli.conftest import Cli

TODAY = date(2026, 11, 23)
QUESTION = "What do you orchestrate today that you executed yesterday?"


@pytest.fixture(autouse=True)
def a_monday_morning() -> Iterator[None]:
    with time_machine.travel(datetime(2026, 11, 23, 9, tzinfo=UTC).timestamp()):
        yield


def test_the_day_is_shown_in_three_columns(cli: Cli) -> None:
    cli("done", cli.add("Filed the papers"))
    asked = cli.add("Draft the note @nora")
    cli("delegate", asked)
    cli("receive", asked, typed="Here")
    cli("review", asked, "accept")
    day = cli.json("reflect")
    assert (day["date"], day["question"], day["text"]) == (str(TODAY), QUESTION, "")
    assert [row["title"] for row in day["executed"]] == ["Filed the papers"]
    assert [(row["title"], row["who"].lower()) for row in day["with_people"]] == [("Draft the note", "nora")]
    assert day["with_ai"] == []
    said = cli("reflect").out
    assert QUESTION in said
    assert "Executed (1)" in said


def test_columns_become_blocks_in_a_narrow_terminal(cli: Cli, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "40")
    cli("done", cli.add("Filed the papers"))
    lines = cli("reflect").out.splitlines()
    assert lines[lines.index("Executed (1)") + 1] == "Filed the papers"


def test_the_text_is_kept_and_the_day_closed(cli: Cli) -> None:
    cli("reflect", "--text", "Handed the notes over.")
    closed = cli.json("reflect", "--close")
    assert closed["text"] == "Handed the notes over."
    assert closed["closed_at"] is not None
    assert "closed" in cli("reflect").out.splitlines()[0]


def test_a_past_day_can_be_filled_in(cli: Cli) -> None:
    day = str(TODAY - timedelta(days=3))
    cli("reflect", "--date", day, "--text", "Late, but here.")
    assert cli.json("reflect", "--date", day)["text"] == "Late, but here."
    assert cli.json("reflect")["text"] == ""


@pytest.mark.parametrize("day", ["2999-01-01", "yesterday-ish", "2031-02-30", "0000-01-01", "12/03/2026", ""])
def test_what_is_no_past_day_is_bad_use(cli: Cli, day: str) -> None:
    assert cli("reflect", "--date", day, "--text", "x", code=2).out == ""


def test_the_first_day_of_the_calendar_is_no_crash(cli: Cli) -> None:
    assert "mistake" not in cli("reflect", "--date", "0001-01-01", code=2).err
