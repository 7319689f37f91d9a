"""What may be spent, what was, and what exceeds it. A provider on this computer costs what the user says."""

from __future__ import annotations

import pytest

from tests.cli.conftest import Cli
from tests.fakes.answers import openai_chat
from tests.fakes.replay import ReplayServer

ANSWER = "Dear all."


@pytest.fixture
def paid(cli: Cli, replay: ReplayServer) -> ReplayServer:
    """A dollar for each token sent, two for each received."""
    cli("providers", "price", "Replay", "--input", "1000000", "--output", "2000000")
    replay.always(openai_chat(ANSWER))
    return replay


def test_the_limits_from_the_start(cli: Cli) -> None:
    nothing = {"micro": 0, "requests": 0, "tokens": 0, "providers": 0, "unknown": 0}
    assert cli.json("budget") == {
        "limits": {"day_micro": 5_000_000, "month_micro": None, "delegation_micro": None},
        "when_spent": "ask",
        "today": nothing,
        "month": nothing,
    }
    assert cli("budget").out.splitlines()[1].split() == ["Today", "$0.00", "$5.00"]


def test_limits_are_set_and_taken_away(cli: Cli) -> None:
    changed = cli.json("budget", "--day", "2,50", "--month", "$40", "--delegation", "0", "--when-spent", "tomorrow")
    assert changed["limits"] == {"day_micro": 2_500_000, "month_micro": 40_000_000, "delegation_micro": 0}
    assert changed["when_spent"] == "tomorrow"
    again = cli.json("budget", "--none-day", "--none-month", "--none-delegation")
    assert again["limits"] == {"day_micro": None, "month_micro": None, "delegation_micro": None}
    assert again["when_spent"] == "tomorrow"


@pytest.mark.parametrize(
    "args",
    [
        ["--day", "much"],
        ["--day", "-1"],
        ["--day", ""],
        ["--day", "1", "--none-day"],
        ["--month", "3", "--day", "x"],
        ["--when-spent", "never"],
    ],
)
def test_what_is_no_limit_changes_nothing(cli: Cli, args: list[str]) -> None:
    before = cli.json("budget")
    assert cli("budget", *args, code=2).out == ""
    assert cli.json("budget") == before


def test_what_was_spent_is_counted(cli: Cli, paid: ReplayServer) -> None:
    answered = cli.json("delegate", cli.add("Draft"), "--to", "Replay", "--wait", "--send-anyway")
    assert (answered["cost_micro"], answered["cost_source"]) == ((12 + 2 * 4) * 1_000_000, "own")
    assert answered["reserved_micro"] > answered["cost_micro"]
    spent = cli.json("budget")
    assert (spent["today"]["micro"], spent["today"]["requests"]) == (20_000_000, 1)
    assert spent["month"] == spent["today"]
    assert "$20.00" in cli("budget").out
    assert "$20.00" in cli("show", "1").out


def test_what_exceeds_a_limit_waits_until_the_user_says_so(cli: Cli, paid: ReplayServer) -> None:
    task = cli.add("Draft")
    said = cli("delegate", task, "--to", "Replay")
    assert "That exceeds today's limit." in said.out
    waited = cli.json("wait", task, code=1)
    assert (waited["state"], waited["waiting"]) == ("waiting", {"reason": "budget", "until": None})
    assert "nothing was sent" in waited["error"].lower()
    assert f"`orchestrator queue release {task}`" in waited["error"]
    assert "waits: over a limit" in cli("queue").out
    assert cli.json("queue", "run") == {"ran": [], "left": cli.json("queue")["queue"]}
    assert paid.requests == []
    cli("queue", "release", task)
    assert cli.json("wait", task)["state"] == "complete"


def test_it_may_wait_for_the_next_day(cli: Cli, paid: ReplayServer) -> None:
    cli("budget", "--when-spent", "tomorrow")
    waited = cli.json("delegate", cli.add("Draft"), "--to", "Replay", "--wait", code=1)
    assert waited["waiting"]["until"] is not None
    assert "It leaves " in waited["error"]


def test_or_be_done_on_this_computer_unless_somebody_is_named(cli: Cli) -> None:
    cli("providers", "add", "Cloud", "--preset", "openai", "--no-key")
    cli("budget", "--day", "0", "--when-spent", "local")
    task = cli.add("Draft")
    said = cli("delegate", task, "--json")
    assert said.json["delegate"] == "Built-in model"
    assert "Built-in model gets it, on this computer" in said.err
    assert cli.json("delegate", cli.add("Else"), "--to", "Cloud")["delegate"] == "Cloud"
