"""people list, add, edit, remove; the letters to them: delegate --letter, letter, remind; follow-up."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from urllib.parse import unquote

import pytest
import time_machine

from tests.cli.conftest import Cli
from tests.fakes.replay import ReplayServer


@pytest.fixture
def clock() -> Iterator[time_machine.Coordinates]:
    """Wednesday 14 October 2026, ten in the morning in Paris."""
    with time_machine.travel(datetime(2026, 10, 14, 8, tzinfo=UTC).timestamp(), tick=True) as travelling:
        yield travelling


def nora(cli: Cli, *options: str) -> None:
    cli("people", "add", "Nora", *options)


def hand_over(cli: Cli, line: str = "Pricing mock-up", *options: str) -> str:
    task = cli.add(line)
    cli("delegate", task, "--to", "@Nora", *options)
    return task


# people


def test_a_person_is_added_changed_and_removed(cli: Cli) -> None:
    assert cli.json("people", "add", "Nora", "--address", "nora@halden.example", "--language", "fr") == {
        "name": "Nora",
        "address": "nora@halden.example",
        "language": "fr",
        "out": 0,
    }
    assert cli("people", "list").out.splitlines()[1].split() == ["Nora", "nora@halden.example", "French"]
    changed = cli.json("people", "edit", "nora", "--name", "Nora Petit", "--address", "none", "--language", "none")
    assert changed == {"name": "Nora Petit", "address": "", "language": None, "out": 0}
    assert "Added Tom: tom@x, English" in cli("people", "add", "Tom", "--address", "tom@x", "--language", "en").out
    cli("people", "remove", "Tom")
    assert [one["name"] for one in cli.json("people", "list")] == ["Nora Petit"]


def test_nobody_is_said(cli: Cli) -> None:
    assert cli("people", "list").out.startswith("Nobody yet.")
    assert cli.json("people", "list") == []


@pytest.mark.parametrize(
    ("args", "words"),
    [
        (("add", "nora"), "is taken"),
        (("add", "Built-in model"), "is taken"),
        (("add", "Tom", "--address", "tom"), "is not an e-mail address"),
        (("add", "Tom", "--address", "a@b\nBcc: c@d"), "is not an e-mail address"),
        (("add", "Tom", "--language", "de"), "'de'"),
        (("edit", "Nora"), "Nothing to change"),
        (("edit", "Tom", "--name", "Thomas"), "nobody called “Tom”"),
        (("remove", "Tom"), "nobody called “Tom”"),
    ],
)
def test_bad_use_changes_nothing(cli: Cli, args: tuple[str, ...], words: str) -> None:
    nora(cli)
    said = cli("people", *args, code=2)
    assert (said.out, words in said.err) == ("", True)
    assert [one["name"] for one in cli.json("people", "list")] == ["Nora"]


def test_one_who_owes_something_stays(cli: Cli) -> None:
    hand_over(cli)
    assert cli.json("people", "list")[0]["out"] == 1
    assert "still with this person" in cli("people", "remove", "Nora", code=1).err


# handing over


def test_a_task_goes_to_a_person_with_a_day_and_a_letter(cli: Cli, clock: object) -> None:
    del clock
    nora(cli, "--address", "nora@halden.example", "--language", "fr")
    task = cli.add("Maquette des prix")
    said = cli.json(
        *("delegate", task, "--to", "nora", "--follow-up", "vendredi"),
        *("--objective", "Deux colonnes.", "--done-when", "Une page"),
    )
    assert (said["state"], said["follow_up"], said["reminded_at"]) == ("waiting", "2026-10-16", None)
    letter = said["letter"]
    assert (letter["to"], letter["address"], letter["subject"]) == ("Nora", "nora@halden.example", "Maquette des prix")
    assert letter["body"].startswith("Bonjour Nora,")
    assert "vendredi 16 octobre 2026" in letter["body"]
    assert letter["whole"] is True
    assert letter["mailto"].startswith("mailto:nora@halden.example?subject=Maquette%20des%20prix&body=Bonjour")
    assert unquote(letter["mailto"]).endswith(letter["body"].replace("\n", "\r\n"))


def test_without_a_day_it_is_a_week_or_in_time(cli: Cli, clock: object) -> None:
    del clock
    assert cli.json("delegate", cli.add("Mock-up"), "--to", "@Nora")["follow_up"] == "2026-10-21"
    assert cli.json("delegate", cli.add("Mock-up friday"), "--to", "@Nora")["follow_up"] == "2026-10-15"
    assert cli.json("delegate", cli.add("Mock-up"), "--to", "@Nora", "--follow-up", "none")["follow_up"] is None


def test_what_happens_is_said(cli: Cli, clock: object) -> None:
    del clock
    said = cli("delegate", cli.add("Mock-up"), "--to", "@Nora").out
    assert said == (
        "Waiting for Nora, looked for Wed 21 Oct. Nothing is sent by itself: `orchestrator letter 1` has the words.\n"
    )


def test_the_letter_alone_is_on_stdout(cli: Cli) -> None:
    said = cli("delegate", cli.add("Mock-up"), "--to", "@Nora", "--letter", "text")
    assert said.out.startswith("Subject: Mock-up\n\nHello Nora,\n")
    assert said.out.endswith("is enough.\n")
    assert said.err.startswith("Waiting for Nora")


def test_a_link_is_one_line(cli: Cli) -> None:
    said = cli("delegate", cli.add("Mock-up"), "--to", "@Nora", "--letter", "mail")
    assert said.out.startswith("mailto:?subject=Mock-up&body=Hello%20Nora")
    assert said.out.count("\n") == 1


def test_a_link_that_cannot_hold_it_says_so(cli: Cli) -> None:
    said = cli("delegate", cli.add("Mock-up // " + "word " * 500), "--to", "@Nora", "--letter", "mail")
    assert len(said.out) < 2_000
    assert "Paste%20the%20letter%20here" in said.out
    assert "too long for a link" in said.err


@pytest.mark.parametrize(("name", "head"), [("letter.md", "# Mock-up\n"), ("letter.txt", "Subject: Mock-up\n")])
def test_a_letter_as_a_file(cli: Cli, tmp_path: Path, name: str, head: str) -> None:
    file = tmp_path / name
    said = cli.json("delegate", cli.add("Mock-up"), "--to", "@Nora", "--letter", str(file))
    assert file.read_text(encoding="utf-8") == f"{head}\n{said['letter']['body']}"
    assert cli("letter", "1", "--as", str(tmp_path / "again.md")).out == f"Written to {tmp_path / 'again.md'}.\n"


@pytest.mark.parametrize(
    ("options", "words"),
    [
        (("--letter", "{tmp}"), "is there already"),
        (("--letter", "{tmp}/no/letter.md"), "There is no folder"),
        (("--follow-up", "soonish"), "is not a date"),
        (("--wait",), "Nothing was sent"),
    ],
)
def test_what_cannot_be_done_is_said_before_anything_is(
    cli: Cli, tmp_path: Path, options: tuple[str, ...], words: str
) -> None:
    task = cli.add("Mock-up")
    said = cli("delegate", task, "--to", "@Nora", *(option.format(tmp=tmp_path) for option in options), code=2)
    assert (said.out, words in said.err) == ("", True)
    assert cli.json("show", task)["stage"] == "inbox"


@pytest.mark.parametrize("option", ["--follow-up=friday", "--letter=text"])
def test_a_specialist_gets_neither_a_day_nor_a_letter(cli: Cli, replay: ReplayServer, option: str) -> None:
    task = cli.add("Draft")
    assert "are for people" in cli("delegate", task, "--to", "Replay", option, code=2).err
    assert cli.json("show", task)["stage"] == "inbox"
    assert replay.requests == []


# what is late


def test_late_answers_are_listed_first_and_reminded(cli: Cli, clock: time_machine.Coordinates) -> None:
    hand_over(cli, "Second", "--follow-up", "2026-10-20")
    hand_over(cli, "First", "--follow-up", "2026-10-15")
    clock.move_to(datetime(2026, 10, 18, 8, tzinfo=UTC).timestamp())
    first, second = cli.json("list", "--view", "waiting")
    assert (first["title"], first["follow_up"], first["late"]) == ("First", "2026-10-15", 3)
    assert (second["title"], second["follow_up"], second["late"]) == ("Second", "2026-10-20", 0)
    table = cli("list", "--view", "waiting").out
    assert "late, 3 days" in table and "Tue 20 Oct" in table
    assert "late, 3 days" in cli("show", str(first["id"])).out

    said = cli("remind", str(first["id"])).out
    assert said.startswith(
        "Subject: Reminder: First\n\nHello Nora,\n\nOn Wednesday 14 October 2026 I asked for “First”"
    )
    reminded = cli.json("list", "--view", "waiting")[0]["reminded_at"]
    assert reminded.startswith("2026-10-18T10:00:0")
    assert cli.json("undo")["undone"] == "Remind"
    assert cli.json("list", "--view", "waiting")[0]["reminded_at"] is None


def test_a_reminder_as_json_says_when(cli: Cli, clock: object) -> None:
    del clock
    task = hand_over(cli)
    said = cli.json("remind", task)
    assert said["letter"]["subject"] == "Reminder: Pricing mock-up"
    assert said["reminded_at"].startswith("2026-10-14T10:00:0")


def test_a_reminder_that_cannot_be_written_is_not_recorded(cli: Cli, tmp_path: Path) -> None:
    task = hand_over(cli)
    cli("remind", task, "--as", str(tmp_path / "x" / "y.txt"), code=2)
    assert cli.json("list", "--view", "waiting")[0]["reminded_at"] is None


def test_the_day_can_be_changed(cli: Cli, clock: object) -> None:
    del clock
    task = hand_over(cli)
    assert cli.json("follow-up", task, "dans 3 jours")["follow_up"] == "2026-10-17"
    assert cli.json("follow-up", task, "none")["follow_up"] is None
    assert "is not a date" in cli("follow-up", task, "whenever", code=2).err


def test_a_day_that_is_over_is_refused(cli: Cli, clock: object) -> None:
    del clock
    task = hand_over(cli)
    before = cli.json("list", "--view", "waiting")[0]["follow_up"]
    assert "2026-10-13 is over" in cli("follow-up", task, "2026-10-13", code=1).err
    assert cli.json("list", "--view", "waiting")[0]["follow_up"] == before
    assert cli.json("follow-up", task, "2026-10-14")["follow_up"] == "2026-10-14"
    fresh = cli.add("Another")
    assert "is over" in cli("delegate", fresh, "--to", "@Nora", "--follow-up", "2020-01-01", code=1).err
    assert cli.json("show", fresh)["stage"] == "inbox"


@pytest.mark.parametrize("command", [("letter",), ("remind",), ("follow-up", "friday")])
def test_what_no_person_has_is_said(cli: Cli, command: tuple[str, ...]) -> None:
    name, *rest = command
    assert "is not with a person" in cli(name, cli.add("Task"), *rest, code=1).err


def test_a_version_sent_back_is_quoted(cli: Cli) -> None:
    task = hand_over(cli)
    cli("receive", task, typed="First try")
    cli("review", task, "revise", "--comment", "Two columns")
    said = cli("letter", task).out
    assert "This should still change:\n\nTwo columns" in said
    assert "> First try" in said
