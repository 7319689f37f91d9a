"""The command queue: what stands in it, what can be done with it, and running it."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from orchestrator_desktop.cli import waiting
from orchestrator_desktop.domain.ids import DelegationId
from orchestrator_desktop.engine.desk import Desk
from tests.cli.conftest import Cli
from tests.fakes.answers import openai_chat, openai_error
from tests.fakes.replay import ReplayServer

ANSWER = "Dear all."


def hand_over(cli: Cli, title: str, *more: str, to: str = "Replay") -> str:
    task = cli.add(title)
    cli("delegate", task, "--to", to, *more)
    return task


def order(cli: Cli) -> list[tuple[int | None, str, str]]:
    return [(row["place"], row["task_title"], row["state"]) for row in cli.json("queue", "list")["queue"]]


@pytest.fixture
def gone(cli: Cli) -> int:
    """The port of a server that is not there, of the provider “Gone”."""
    with ReplayServer() as gone:
        url = gone.openai_url
    cli("providers", "add", "Gone", "--dialect", "openai-chat", "--base-url", url, "--model", "m", "--no-key")
    return gone.port


def test_an_empty_queue_is_said(cli: Cli) -> None:
    assert cli("queue").out == "Nothing is queued.\n"
    assert cli.json("queue") == {"paused": False, "queue": []}
    assert cli("queue", "run").out == ""


def test_what_is_to_come_is_listed_in_its_order(cli: Cli, replay: ReplayServer) -> None:
    hand_over(cli, "One")
    two = hand_over(cli, "Two", "--hold")
    hand_over(cli, "Three")
    assert order(cli) == [(1, "One", "queued"), (2, "Two", "draft"), (3, "Three", "queued")]
    row = cli.json("queue")["queue"][1]
    assert (row["task_id"], row["provider"], row["delegate"], row["model"]) == (int(two), "Replay", "Replay", "m")
    assert (row["waiting"], row["leaves_computer"], row["estimate_micro"]) == (
        {"reason": "held", "until": None},
        False,
        0,
    )
    lines = cli("queue").out.splitlines()
    assert lines[0].split() == ["Place", "ID", "Task", "To", "Where", "State", "Tokens", "Cost"]
    assert lines[2].split()[:6] == ["2", two, "Two", "Replay", "here", "held"]


def test_json_may_stand_behind_alone(cli: Cli) -> None:
    assert "queue list --json" in cli("queue", "--json", "list", code=2).err


def test_a_delegation_changes_its_place(cli: Cli, replay: ReplayServer) -> None:
    one, _, three = (hand_over(cli, title) for title in ("One", "Two", "Three"))
    assert cli("queue", "move", three, "--first").out == f"Now 1 of 3: {three} Three\n"
    cli("queue", "move", one, "--by", "1")
    assert [title for _, title, _ in order(cli)] == ["Three", "Two", "One"]
    cli("queue", "move", one, "--by=-5")
    assert [title for _, title, _ in order(cli)] == ["One", "Three", "Two"]


@pytest.mark.parametrize(
    ("how", "words"),
    [([], "Say where to"), (["--first", "--by", "1"], "Say where to"), (["--by", "much"], "is not a valid integer")],
)
def test_a_move_says_where_to(cli: Cli, replay: ReplayServer, how: list[str], words: str) -> None:
    one, _ = (hand_over(cli, title) for title in ("One", "Two"))
    assert words in cli("queue", "move", one, *how, code=2).err
    assert [title for _, title, _ in order(cli)] == ["One", "Two"]


def test_what_is_held_leaves_when_it_is_released(cli: Cli, replay: ReplayServer) -> None:
    replay.always(openai_chat(ANSWER))
    task = cli.add("Draft")
    said = cli("delegate", task, "--to", "Replay", "--hold")
    assert said.out.startswith("Held. About ")
    waited = cli.json("wait", task, code=1)
    assert (waited["state"], waited["waiting"]) == ("draft", {"reason": "held", "until": None})
    assert f"`orchestrator queue release {task}`" in waited["error"]
    assert replay.requests == []
    assert cli.json("queue", "release", task)["state"] == "queued"
    assert cli("queue", "hold", task).out == f"Held: {task} Draft\n"
    assert f"Released: {task}" in cli("queue", "release", task).out
    assert cli.json("wait", task)["state"] == "complete"
    assert "not in the queue any more" in cli("queue", "hold", hand_over_and_wait(cli), code=1).err


def hand_over_and_wait(cli: Cli) -> str:
    """A task whose delegation has failed: out still, and in the queue no more."""
    task = cli.add("Else")
    cli("delegate", task, "--to", "Replay")
    cli("stop", task)
    return task


@pytest.mark.parametrize("act", [["hold"], ["release"], ["move", "--first"]])
def test_nothing_out_is_said(cli: Cli, act: list[str]) -> None:
    assert "with nobody" in cli("queue", act[0], cli.add("Task"), *act[1:], code=1).err


def test_running_tells_each_end(cli: Cli, replay: ReplayServer) -> None:
    replay.script(openai_chat(ANSWER), openai_error(503, "down"), openai_chat(ANSWER))
    one, two = hand_over(cli, "One"), hand_over(cli, "Two")
    said = cli("queue", "run")
    assert said.out.splitlines() == [
        f"{one}  One: Complete: version 1 is in review. `orchestrator review {one} accept` takes it.",
        f"{two}  Two: Complete: version 1 is in review. `orchestrator review {two} accept` takes it.",
    ]
    assert len(replay.requests) == 3


def test_one_that_fails_fails_the_run_and_stops_nobody(cli: Cli, replay: ReplayServer) -> None:
    replay.script(openai_error(401, "Incorrect key"), openai_chat(ANSWER))
    hand_over(cli, "One")
    hand_over(cli, "Two")
    ran = cli.json("queue", "run", code=1)
    assert [(one["state"], one["reason"]) for one in ran["ran"]] == [("failed", "key_refused"), ("complete", None)]
    assert ran["left"] == []


def test_what_cannot_leave_soon_is_left_and_fails_nothing(cli: Cli, replay: ReplayServer, gone: int) -> None:
    replay.always(openai_chat(ANSWER))
    away = hand_over(cli, "Away", to="Gone")
    hand_over(cli, "Held", "--hold")
    hand_over(cli, "Here")
    ran = cli.json("queue", "run")
    assert [one["state"] for one in ran["ran"]] == ["complete"]
    assert [(row["task_title"], row["waiting"]["reason"]) for row in ran["left"]] == [
        ("Away", "offline"),
        ("Held", "held"),
    ]
    assert "waits: cannot be reached" in cli("queue").out
    with ReplayServer(gone) as back:
        back.script(openai_chat(ANSWER))
        assert [one["task_id"] for one in cli.json("queue", "run")["ran"]] == [int(away)]


def test_a_provider_that_is_not_there_says_so_in_the_list_of_providers(cli: Cli, gone: int) -> None:
    hand_over(cli, "Away", to="Gone")
    assert "1 left in the queue" in cli("queue", "run").err
    state = cli.json("providers", "list")[-1]["state"]
    assert state["trouble"] == "offline"
    assert state["since"] is not None
    assert "offline" in cli("providers", "list").out


def test_a_paused_queue_is_not_run(cli: Cli, replay: ReplayServer) -> None:
    replay.always(openai_chat(ANSWER))
    hand_over(cli, "One")
    assert cli.json("queue", "pause") == {"paused": True}
    assert "The queue is paused" in cli("queue").err
    assert cli.json("queue")["paused"] is True
    assert "nothing was sent" in cli("queue", "run", code=1).err
    assert replay.requests == []
    assert "Resumed" in cli("queue", "resume").out
    assert len(cli.json("queue", "run")["ran"]) == 1


def test_a_bound_in_time_interrupts_and_keeps_the_rest(cli: Cli, replay: ReplayServer) -> None:
    replay.script(openai_chat("Beginning", finish=None, usage=False, done=False).hung())
    hand_over(cli, "One")
    hand_over(cli, "Two")
    ran = cli.json("queue", "run", "--for", "0.5", code=1)
    assert [(one["state"], one["text"], one["reason"]) for one in ran["ran"]] == [
        ("interrupted", "Beginning", "app_ended")
    ]
    assert [row["task_title"] for row in ran["left"]] == ["Two"]


def test_ctrl_c_leaves_the_rest_queued(cli: Cli, replay: ReplayServer, monkeypatch: pytest.MonkeyPatch) -> None:
    replay.script(openai_chat(ANSWER), openai_chat(ANSWER, finish=None, usage=False, done=False).hung())
    hand_over(cli, "One")
    hand_over(cli, "Two")
    real = waiting.run_queue

    def interrupted(desk: Desk, *, seconds: float | None, tell: Callable[[DelegationId], object]) -> None:
        """Ctrl+C as the first one has ended."""

        def told(delegation_id: DelegationId) -> None:
            tell(delegation_id)
            raise KeyboardInterrupt

        real(desk, seconds=seconds, tell=told)

    monkeypatch.setattr(waiting, "run_queue", interrupted)
    said = cli("queue", "run", code=130)
    assert said.out.splitlines()[0].startswith("1  One: Complete")
    assert "Traceback" not in said.err
    states = [one["state"] for one in (cli.json("show", task)["delegations"][0] for task in ("1", "2"))]
    assert states[0] == "complete"
    assert states[1] in ("queued", "unknown", "interrupted"), "as far as it had come"


@pytest.mark.parametrize(
    ("said", "words"),
    [(("queue", "run", "--for", "abc"), "not a valid number"), (("sent", "--limit", "x"), "not a valid whole number")],
)
def test_what_is_no_number_is_said_in_plain_words(cli: Cli, said: tuple[str, ...], words: str) -> None:
    assert words in cli(*said, code=2).err
