"""delegate to a queue or a person, and what can be done with what is out. Running it is in test_waiting.py."""

from __future__ import annotations

import codecs
from pathlib import Path

import pytest

from tests.cli.conftest import Cli
from tests.fakes.replay import ReplayServer


def test_a_delegation_is_queued(cli: Cli, replay: ReplayServer) -> None:
    task = cli.add("Draft a note")
    delegation = cli.json("delegate", task, "--to", "Replay")
    assert (delegation["task_id"], delegation["delegate"], delegation["state"]) == (int(task), "Replay", "queued")
    assert (delegation["text"], delegation["error"], delegation["result_version"]) == ("", None, None)
    assert cli.json("show", task)["stage"] == "delegated"
    assert replay.requests == []


def test_the_queue_is_explained(cli: Cli, replay: ReplayServer) -> None:
    said = cli("delegate", cli.add("Draft a note"), "--to", "replay").out
    assert said.startswith("Queued. About ")
    assert "on this computer" in said
    assert "orchestrator wait 1" in said


def test_the_brief_is_what_was_said(cli: Cli, replay: ReplayServer, tmp_path: Path) -> None:
    notes = tmp_path / "notes.md"
    notes.write_text("Some notes.", encoding="utf-8")
    task = cli.add("Draft a note")
    cli(
        *("delegate", task, "--to", "Replay", "--objective", "Three lines", "--context", str(notes)),
        *("--constraint", "No jargon", "--constraint", "French", "--done-when", "Short", "--output", "list"),
    )
    brief = cli.json("show", task)["brief"]
    assert brief["objective"] == "Three lines"
    assert brief["context"] == [{"title": "notes.md", "origin": "file", "text": "Some notes."}]
    assert (brief["constraints"], brief["done_when"], brief["output"]) == (["No jargon", "French"], ["Short"], "list")
    assert brief["handed_over"] is True


def test_the_tasks_own_delegate_is_the_default(cli: Cli) -> None:
    assert cli.json("delegate", cli.add("Ask @nora"))["delegate"].lower() == "nora"
    assert cli.json("delegate", cli.add("Draft"))["delegate"] == "Built-in model"


@pytest.mark.parametrize("name", ["Nora", "@NORA", " nora "])
def test_a_known_person_is_found_by_name(cli: Cli, name: str) -> None:
    cli.add("Something @nora")
    delegation = cli.json("delegate", cli.add("Else"), "--to", name)
    assert (delegation["delegate"].lower(), delegation["state"]) == ("nora", "waiting")


def test_a_new_person_needs_the_sign(cli: Cli) -> None:
    task = cli.add("Task")
    said = cli("delegate", task, "--to", "Bult-in model", code=2)
    assert "“Built-in model” is close" in said.err
    assert cli.json("show", task)["stage"] == "inbox"
    assert cli.json("delegate", task, "--to", "@Léa")["delegate"] == "Léa"


def test_level_3_goes_to_people_only(cli: Cli, replay: ReplayServer) -> None:
    task = cli.add("Talk to the board !3")
    said = cli("delegate", task, "--to", "Replay", "--json", code=1)
    assert (said.out, "level 3" in said.err) == ("", True)
    assert cli.json("show", task)["stage"] == "inbox"
    assert cli.json("delegate", task, "--to", "@Nora")["state"] == "waiting"


def test_a_person_cannot_be_waited_for_here(cli: Cli) -> None:
    task = cli.add("Ask @nora")
    cli("delegate", task, "--wait", code=2)
    assert cli.json("show", task)["stage"] == "inbox"


def test_stop_and_retry_a_queued_delegation(cli: Cli, replay: ReplayServer) -> None:
    task = cli.add("Draft")
    cli("delegate", task, "--to", "Replay")
    stopped = cli.json("stop", task)
    assert (stopped["state"], stopped["error"]) == (
        "cancelled",
        "Stopped before a word had come. The brief is intact.",
    )
    assert "not on its way" in cli("stop", task, code=1).err
    assert cli.json("retry", task)["state"] == "queued"
    assert "not waiting for another try" in cli("retry", task, code=1).err


def test_a_task_can_be_taken_back(cli: Cli, replay: ReplayServer) -> None:
    task = cli.add("Draft")
    cli("delegate", task, "--to", "Replay")
    taken = cli.json("take-back", task)
    assert (taken["stage"], taken["returned"]) == ("planned", True)
    assert cli.json("show", task)["delegations"][0]["state"] == "cancelled"


@pytest.mark.parametrize("command", ["stop", "retry", "keep", "wait"])
def test_nothing_out_is_said(cli: Cli, command: str) -> None:
    assert "with nobody" in cli(command, cli.add("Task"), code=1).err


@pytest.mark.parametrize("command", ["stop", "retry", "keep"])
def test_what_has_come_back_is_not_said_to_be_with_nobody(cli: Cli, command: str) -> None:
    task = cli.add("Ask @nora")
    cli("delegate", task)
    cli("receive", task, typed="Here.")
    said = cli(command, task, code=1).err
    assert "has come back" in said and f"review {task}" in said


@pytest.mark.parametrize("command", ["stop", "retry", "keep", "wait"])
def test_a_person_is_not_a_machine(cli: Cli, command: str) -> None:
    task = cli.add("Ask @nora")
    cli("delegate", task)
    assert "a person" in cli(command, task, code=1).err


def test_what_a_person_sends_back_goes_to_review(cli: Cli, tmp_path: Path) -> None:
    answer = tmp_path / "answer.txt"
    answer.write_text("Here.", encoding="utf-8")
    task = cli.add("Ask @nora")
    cli("delegate", task)
    cli("receive", task, typed="  \n", code=1)
    assert cli.json("receive", task, "--text", str(answer))["stage"] == "in_review"
    assert cli.json("show", task)["results"][0]["text"] == "Here."


@pytest.mark.parametrize(
    "content",
    [
        "café – “oui”\n".encode(),
        codecs.BOM_UTF8 + "café – “oui”\n".encode(),
        codecs.BOM_UTF16_LE + "café – “oui”\n".encode("utf-16-le"),
        codecs.BOM_UTF16_BE + "café – “oui”\n".encode("utf-16-be"),
        "café – “oui”\r\n".encode("cp1252"),
    ],
)
def test_a_text_file_is_read_whatever_wrote_it(cli: Cli, tmp_path: Path, content: bytes) -> None:
    file = tmp_path / "notes.txt"
    file.write_bytes(content)
    task = cli.add("Draft")
    cli("delegate", task, "--to", "Built-in model", "--context", str(file))
    assert cli.json("show", task)["brief"]["context"][0]["text"] == "café – “oui”\n"


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR", "not a text file"),
        (b"caf\xe9\x00", "not a text file"),
        (b"x" * 2_000_001, "larger than 2 MB"),
        (None, "cannot be read"),
    ],
)
def test_a_file_that_is_no_text_changes_nothing(cli: Cli, tmp_path: Path, content: bytes | None, words: str) -> None:
    file = tmp_path / "notes.bin"
    if content is not None:
        file.write_bytes(content)
    task = cli.add("Draft")
    said = cli("delegate", task, "--context", str(file), "--json", code=2)
    assert (said.out, words in said.err) == ("", True)
    assert (cli.json("show", task)["stage"], cli.json("show", task)["brief"]) == ("inbox", None)


def test_a_folder_is_no_text_file(cli: Cli, tmp_path: Path) -> None:
    assert "cannot be read" in cli("delegate", cli.add("Draft"), "--context", str(tmp_path), code=2).err
