"""add, edit, done, drop, reopen, undo."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta

import pytest
import time_machine

from tests.cli.conftest import Cli

TODAY = date(2026, 11, 23)

TASK_KEYS = {
    *("id", "title", "notes", "level", "stage", "domain", "due", "defer", "deadline", "recurrence"),
    *("delegate", "priority", "estimate_minutes"),
}


@pytest.fixture(autouse=True)
def a_monday_morning() -> Iterator[None]:
    with time_machine.travel(datetime(2026, 11, 23, 9, tzinfo=UTC).timestamp()):
        yield


def test_a_line_becomes_a_task(cli: Cli) -> None:
    task = cli.json("add", "Draft launch email tomorrow 9am #marketing !2 @nora")

    assert set(task) >= TASK_KEYS
    assert (task["title"], task["level"], task["stage"]) == ("Draft launch email", 2, "inbox")
    assert (task["domain"].lower(), task["delegate"].lower()) == ("marketing", "nora")
    assert (task["deadline"], task["recurrence"]) == (None, None)
    tomorrow = TODAY + timedelta(days=1)
    assert re.fullmatch(rf"{tomorrow}T09:00:00[+-]\d\d:\d\d", task["due"])


def test_every_date_of_a_task_is_said_when_it_is_made_listed_and_shown(cli: Cli) -> None:
    said = cli("add", "Report starting wednesday by friday deadline dec 18 ~1h30 p1 #sales").out
    dates = "Fri 27 Nov, not before Wed 25 Nov, deadline Fri 18 Dec"
    assert said.splitlines()[1] == f"  2 You + AI · {dates} · 1 h 30 · P1 · Sales"
    assert "repeats FREQ=WEEKLY;BYDAY=FR" in cli("add", "Water every friday").out
    assert dates in cli("list").out
    assert "deadline Fri 18 Dec" in cli("show", "1").out
    assert "repeats FREQ=WEEKLY;BYDAY=FR" in cli("show", "2").out


def test_a_day_is_written_as_a_day(cli: Cli) -> None:
    assert cli.json("add", "Call Léo tomorrow")["due"] == str(TODAY + timedelta(days=1))


def test_words_need_no_quotes(cli: Cli) -> None:
    assert cli.json("add", "Call", "the", "printer")["title"] == "Call the printer"


def test_a_line_can_be_piped(cli: Cli) -> None:
    assert cli.json("add", "-", typed="Call the printer\n")["title"] == "Call the printer"
    cli("add", "-", typed="", code=2)


def test_what_was_added_is_said(cli: Cli) -> None:
    said = cli("add", "Call the printer #ops !3")
    assert said.out.splitlines()[0] == "Added 1: Call the printer"
    assert "3 You only · ops" in said.out.lower().replace("you only", "You only")


@pytest.mark.parametrize("line", ["", "   ", "\x07\x1b\u202e", "\u200b"])
def test_nothing_is_no_task(cli: Cli, line: str) -> None:
    said = cli("add", line, "--json", code=2)
    assert (said.out, said.err.count("\n")) == ("", 1)
    assert "title" in said.err
    assert cli.json("list") == []


def test_a_very_long_capture_keeps_every_word(cli: Cli) -> None:
    line = "word " * 20_000
    task = cli.json("add", line)
    assert len(task["title"]) <= 500
    assert task["notes"].count("word") == 20_000


def test_control_characters_stay_out_of_a_title(cli: Cli) -> None:
    assert cli.json("add", "Pay\x1b[31m the \x00bill")["title"].startswith("Pay")
    listed = cli("list").out
    assert "\x1b" not in listed
    assert "\x00" not in listed


def test_edit_changes_what_is_named_and_nothing_else(cli: Cli) -> None:
    task = cli.add("Old title #ops @nora")
    changed = cli.json("edit", task, "--title", "New title", "--notes", "Line 1\nLine 2", "--level", "1")
    assert (changed["title"], changed["notes"], changed["level"]) == ("New title", "Line 1\nLine 2", 1)
    assert changed["domain"].lower() == "ops"
    assert changed["delegate"].lower() == "nora"


@pytest.mark.parametrize(
    ("said", "due"),
    [
        ("2031-11-04", "2031-11-04"),
        ("2031-11-04T09:00", "2031-11-04T09:00:00+01:00"),
        ("2031-11-04 09:00", "2031-11-04T09:00:00+01:00"),
        ("2031-07-04T09:00:00Z", "2031-07-04T11:00:00+02:00"),
    ],
)
def test_a_date_in_iso_8601(cli: Cli, said: str, due: str) -> None:
    assert cli.json("edit", cli.add("Task"), "--due", said)["due"] == due


@pytest.mark.parametrize("said", ["tomorrow 9am", "demain 9h", "demain à 9h"])
def test_a_date_in_words(cli: Cli, said: str) -> None:
    due = cli.json("edit", cli.add("Task"), "--due", said)["due"]
    assert due.startswith(f"{TODAY + timedelta(days=1)}T09:00:00")


def test_defer_takes_the_same_words(cli: Cli) -> None:
    assert cli.json("edit", cli.add("Task"), "--defer", "tomorrow")["defer"] == str(TODAY + timedelta(days=1))


@pytest.mark.parametrize("said", ["someday", "2031-13-45", "tomorrow maybe", "99999-01-01", "2031-11-04Tnoon"])
def test_what_is_no_date_changes_nothing(cli: Cli, said: str) -> None:
    task = cli.add("Task tomorrow")
    before = cli.json("show", task)["due"]
    said_back = cli("edit", task, "--due", said, "--title", "Other", code=2)
    assert "not a date" in said_back.err
    assert (cli.json("show", task)["due"], cli.json("show", task)["title"]) == (before, "Task")


def test_none_takes_away(cli: Cli) -> None:
    task = cli.add("Task tomorrow #ops @nora")
    edited = cli.json("edit", task, "--due", "none", "--domain", "none", "--who", "none")
    assert (edited["due"], edited["domain"], edited["delegate"]) == (None, None, None)


def test_edit_without_a_change_is_bad_use(cli: Cli) -> None:
    assert "Nothing to change" in cli("edit", cli.add("Task"), code=2).err


@pytest.mark.parametrize(
    "command", ["show", "edit", "done", "drop", "reopen", "delegate", "stop", "retry", "take-back"]
)
def test_an_unknown_task_is_bad_use(cli: Cli, command: str) -> None:
    options = ["--title", "x"] if command == "edit" else []
    said = cli(command, "999", *options, "--json", code=2)
    assert said.out == ""
    assert "There is no task 999" in said.err


@pytest.mark.parametrize("number", ["abc", "-1", "1.5", "9" * 30, "٣", ""])
def test_what_is_no_number_is_bad_use(cli: Cli, number: str) -> None:
    assert cli("show", "--", number, code=2).out == ""


def test_done_drop_and_reopen(cli: Cli) -> None:
    one, two, three = cli.add("One"), cli.add("Two"), cli.add("Three")
    assert [task["stage"] for task in cli.json("done", one)] == ["done"]
    assert [task["stage"] for task in cli.json("drop", two, three)] == ["dropped", "dropped"]
    assert cli.json("reopen", two)["stage"] == "planned"


def test_drop_is_all_or_nothing(cli: Cli) -> None:
    task = cli.add("One")
    cli("drop", task, "999", code=2)
    assert cli.json("show", task)["stage"] == "inbox"


def test_undo_says_what_it_undid(cli: Cli) -> None:
    task = cli.add("One")
    cli("done", task)
    undone = cli.json("undo")
    assert undone["undone"] == "Complete"
    assert int(task) in undone["changed"]["task"]
    assert cli.json("show", task)["stage"] == "inbox"
    assert cli("undo").out == "Undone: Add\n"
    assert "nothing to undo" in cli("undo", code=1).err


def test_no_line_is_said_to_be_none(cli: Cli) -> None:
    assert "Nothing was added" in cli("add", "-", "--each-line", typed="\n \n", code=2).err
    assert len(cli.json("add", "-", "--each-line", typed="one\n\n- two\n")) == 2
