"""review: five decisions, what each needs, and that each can be undone."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.conftest import Cli
from tests.fakes.replay import ReplayServer


@pytest.fixture
def task(cli: Cli) -> str:
    """A task with a person's answer in review."""
    task = cli.add("Draft the note @nora")
    cli("delegate", task)
    cli("receive", task, typed="First wording")
    return task


def test_accept(cli: Cli, task: str) -> None:
    assert cli.json("review", task, "accept")["stage"] == "done"
    cli("undo")
    assert cli.json("show", task)["stage"] == "in_review"


def test_edit_makes_the_next_version(cli: Cli, task: str, tmp_path: Path) -> None:
    wording = tmp_path / "wording.md"
    wording.write_text("Mine\n", encoding="utf-8")
    assert cli.json("review", task, "edit", "--text", str(wording))["stage"] == "in_review"
    cli("review", task, "edit", "--text", "-", typed="Mine, again\n")
    results = cli.json("show", task)["results"]
    assert [(one["version"], one["author"].lower(), one["text"]) for one in results] == [
        (1, "nora", "First wording"),
        (2, "", "Mine\n"),
        (3, "", "Mine, again\n"),
    ]


def test_revise_goes_back_to_the_same_delegate(cli: Cli, task: str) -> None:
    assert cli.json("review", task, "revise", "--comment", "Shorter")["stage"] == "delegated"
    last = cli.json("show", task)["delegations"][-1]
    assert (last["delegate"].lower(), last["comment"], last["state"]) == ("nora", "Shorter", "waiting")


def test_escalate_to_a_specialist(cli: Cli, task: str, replay: ReplayServer) -> None:
    said = cli("review", task, "escalate", "--to", "Replay", "--comment", "More precise").out
    assert said.startswith("Queued.")
    assert cli.json("show", task)["delegations"][-1]["delegate"] == "Replay"


def test_escalate_to_a_person(cli: Cli, task: str) -> None:
    assert cli.json("review", task, "escalate", "--to", "@Léa")["stage"] == "delegated"


def test_escalate_to_oneself_makes_it_level_3(cli: Cli, task: str) -> None:
    kept = cli.json("review", task, "escalate", "--to", "me")
    assert (kept["level"], kept["stage"], kept["returned"]) == (3, "planned", True)


def test_reject_returns_the_task(cli: Cli, task: str) -> None:
    rejected = cli.json("review", task, "reject", "--comment", "Off")
    assert (rejected["stage"], rejected["returned"]) == ("planned", True)


@pytest.mark.parametrize(
    "options",
    [
        ["edit"],
        ["revise"],
        ["revise", "--comment", ""],
        ["escalate"],
        ["escalate", "--to", "nobody known"],
        ["escalate", "--to", "me", "--wait"],
        ["accept", "--comment", "Fine"],
        ["accept", "--text", "-"],
        ["reject", "--to", "me"],
        ["edit", "--text", "no such file"],
        ["approve"],
        [],
    ],
)
def test_bad_use_changes_nothing(cli: Cli, task: str, options: list[str]) -> None:
    said = cli("review", task, *options, "--json", code=2)
    assert (said.out, bool(said.err)) == ("", True)
    shown = cli.json("show", task)
    assert (shown["stage"], len(shown["results"]), shown["reviews"]) == ("in_review", 1, [])


def test_an_empty_wording_is_refused(cli: Cli, task: str) -> None:
    assert "empty" in cli("review", task, "edit", "--text", "-", typed=" \n", code=1).err


def test_nothing_in_review_is_said(cli: Cli) -> None:
    assert "no result in review" in cli("review", cli.add("Task"), "accept", code=2).err
