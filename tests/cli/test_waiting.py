"""delegate --wait, wait, retry --wait: every way an answer can end, against a provider that misbehaves on order."""

from __future__ import annotations

import re

import pytest

from tests.cli.conftest import Cli
from tests.fakes.answers import anthropic, openai_chat, openai_error
from tests.fakes.replay import ReplayServer, Reply, raw, status

ANSWER = "Line one.\n\nLine **two**, é and 日本.\n"


@pytest.fixture
def task(cli: Cli, replay: ReplayServer) -> str:
    return cli.add("Draft a note")


def test_a_whole_answer_is_a_result_in_review(cli: Cli, task: str, replay: ReplayServer) -> None:
    replay.script(openai_chat(ANSWER, model="m-2026"))
    delegation = cli.json("delegate", task, "--to", "Replay", "--wait")
    assert (delegation["state"], delegation["text"], delegation["error"]) == ("complete", ANSWER, None)
    assert (delegation["provider"], delegation["model"], delegation["result_version"]) == ("Replay", "m-2026", 1)
    assert (delegation["usage"]["input_tokens"], delegation["usage"]["output_tokens"]) == (12, 4)
    assert cli.json("show", task)["stage"] == "in_review"


def test_people_read_the_answer_alone_on_stdout(cli: Cli, task: str, replay: ReplayServer) -> None:
    replay.script(openai_chat(ANSWER.rstrip("\n")))
    said = cli("delegate", task, "--to", "Replay", "--wait")
    assert said.out == ANSWER
    assert "Complete: version 1 is in review" in said.err


def test_what_a_terminal_would_obey_is_not_written(cli: Cli, task: str, replay: ReplayServer) -> None:
    replay.script(openai_chat("Red \x1b[31malert\x07 \x9b2J"))
    assert cli("delegate", task, "--to", "Replay", "--wait").out == "Red [31malert 2J\n"


def test_anthropic_speaks_too(cli: Cli, server: ReplayServer) -> None:
    cli(
        *("providers", "add", "Claude", "--dialect", "anthropic", "--base-url", server.anthropic_url, "--model", "m"),
        "--no-key",
    )
    server.script(anthropic(ANSWER))
    assert cli.json("delegate", cli.add("Draft"), "--to", "claude", "--wait")["text"] == ANSWER


@pytest.mark.parametrize(
    ("reply", "state", "words"),
    [
        (openai_chat("Half an ans", finish="length"), "truncated", "length limit"),
        (openai_chat("I cannot", finish="content_filter"), "refused", "declined"),
        (openai_chat("Half an ans", finish=None, usage=False, done=False), "interrupted", "stopped before its end"),
        (openai_chat("Half an ans").cut(600).reset(), "interrupted", "stopped before its end"),
        (openai_chat("", finish="stop"), "failed", "without a word"),
        (openai_error(401, "Incorrect API key provided"), "failed", "refuses the key"),
        (openai_error(403, "Country"), "failed", "does not allow"),
        (
            openai_error(404, "The model `m` does not exist", code="model_not_found"),
            "failed",
            "does not know the model “m”",
        ),
        (openai_error(429, "You exceeded your current quota", code="insufficient_quota"), "failed", "no credit left"),
        (
            openai_error(400, "maximum context length is 10 tokens", code="context_length_exceeded"),
            "failed",
            "longer than m",
        ),
        (status(302, {"location": "https://elsewhere.example.com"}), "failed", "points to another address"),
        (raw("<html>Hello</html>", "text/html"), "failed", "not an answer"),
    ],
)
def test_every_other_end_is_a_failure_in_words(
    cli: Cli, task: str, replay: ReplayServer, reply: Reply, state: str, words: str
) -> None:
    replay.always(reply)
    said = cli("delegate", task, "--to", "Replay", "--wait", "--json", code=1)
    delegation = said.json
    assert delegation["state"] == state
    assert words in delegation["error"]
    assert delegation["result_version"] is None
    shown = cli.json("show", task)
    assert (shown["stage"], shown["results"]) == ("delegated", [])
    assert shown["delegations"][0]["attempts"][0]["text"] == delegation["text"]
    assert words in cli("show", task).out


@pytest.fixture
def gone(cli: Cli) -> int:
    """The port of a server that is not there, of the provider “Gone”."""
    with ReplayServer() as gone:
        url = gone.openai_url
    cli("providers", "add", "Gone", "--dialect", "openai-chat", "--base-url", url, "--model", "m", "--no-key")
    return gone.port


def test_a_server_that_is_not_there_is_waited_for_by_the_queue(cli: Cli, gone: int) -> None:
    said = cli("delegate", cli.add("Draft"), "--to", "Gone", "--wait", "--json", code=1)
    delegation = said.json
    assert (delegation["state"], delegation["tries"], delegation["cost_micro"]) == ("waiting", 1, None)
    assert delegation["waiting"]["reason"] == "offline"
    assert delegation["error"] == (
        "Gone cannot be reached. Kept here, sent when it returns: leave the window open, or run "
        "`orchestrator queue run`."
    )
    assert "Looking once more" in said.err


def test_what_waited_is_sent_when_the_server_is_back(cli: Cli, gone: int) -> None:
    task = cli.add("Draft")
    assert "Kept here" in cli("delegate", task, "--to", "Gone", "--wait", code=1).err
    with ReplayServer(gone) as back:
        back.script(openai_chat(ANSWER))
        assert cli.json("wait", task)["text"] == ANSWER


def test_a_provider_that_is_down_is_tried_again_by_itself(cli: Cli, task: str, replay: ReplayServer) -> None:
    replay.script(openai_error(503, "down"), openai_error(429, "slow down"), openai_chat(ANSWER))
    said = cli("delegate", task, "--to", "Replay", "--wait", "--json")
    delegation = said.json
    assert (delegation["state"], delegation["tries"], delegation["waiting"]) == ("complete", 3, None)
    assert "does not answer. Trying again in" in said.err
    assert "asks for a pause. Trying again in" in said.err
    attempts = cli.json("show", task)["delegations"][0]["attempts"]
    assert [(one["number"], one["state"], one["reason"]) for one in attempts] == [
        (1, "failed", "down"),
        (2, "failed", "slow_down"),
        (3, "complete", None),
    ]


def test_every_try_is_shown_with_what_happened_to_it(cli: Cli, task: str, replay: ReplayServer) -> None:
    replay.script(openai_error(503, "upstream is down"), openai_chat(ANSWER))
    cli("delegate", task, "--to", "Replay", "--wait")
    first, second = cli.json("show", task)["delegations"][0]["attempts"]
    assert [event["kind"] for event in first["events"]] == ["queued", "sent", "left_computer", "failed"]
    happened = [event["kind"] for event in second["events"] if event["kind"] != "streaming"]  # saved where it lasts
    assert happened == ["waiting", "sent", "left_computer", "complete"]
    assert second["events"][0]["detail"]["reason"] == "down"
    assert first["events"][1]["detail"] == {"provider": "Replay", "model": "m"}
    shown = cli("show", task).out
    assert re.search(r"\d\d:\d\d:\d\d  taken up: Replay, m\n", shown)
    assert re.search(r"\d\d:\d\d:\d\d  waits: down, until \d\d:", shown)
    assert "upstream is down" in shown


def test_a_long_pause_is_not_waited_for_until_the_user_asks(cli: Cli, task: str, replay: ReplayServer) -> None:
    replay.script(openai_error(429, "slow down", {"retry-after": "86400"}), openai_chat(ANSWER))
    delegation = cli.json("delegate", task, "--to", "Replay", "--wait", code=1)
    assert (delegation["state"], delegation["waiting"]["reason"]) == ("waiting", "slow_down")
    assert delegation["waiting"]["until"] is not None
    assert "Replay asks for a pause" in delegation["error"]
    assert "`orchestrator queue run`" in delegation["error"]
    assert cli.json("wait", task)["state"] == "complete"


def test_nobody_knows_what_became_of_a_request_without_an_answer(cli: Cli, task: str, replay: ReplayServer) -> None:
    replay.script(Reply(silent=True))
    delegation = cli.json("delegate", task, "--to", "Replay", "--wait", code=1)
    assert (delegation["state"], delegation["reason"]) == ("unknown", "unanswered")
    assert "may have received it, or not" in delegation["error"]
    assert f"`orchestrator retry {task}`" in delegation["error"]
    assert len(replay.requests) == 1


def test_an_answer_that_stopped_is_gone_on_with(cli: Cli, task: str, replay: ReplayServer) -> None:
    replay.script(openai_chat("Dear friends of the ", finish="length"), openai_chat("house, welcome."))
    cli("delegate", task, "--to", "Replay", "--wait", code=1)
    whole = cli.json("continue", task, "--wait")
    assert (whole["state"], whole["text"]) == ("complete", "Dear friends of the house, welcome.")
    assert replay.requests[1].json["messages"][-2]["content"] == "Dear friends of the "
    assert cli.json("show", task)["results"][0]["text"] == whole["text"]


def test_there_is_nothing_to_go_on_with(cli: Cli, task: str, replay: ReplayServer) -> None:
    replay.script(openai_error(401, "No."))
    cli("delegate", task, "--to", "Replay", "--wait", code=1)
    assert "no answer here to go on with" in cli("continue", task, code=1).err


def test_text_that_arrived_can_be_kept(cli: Cli, task: str, replay: ReplayServer) -> None:
    replay.script(openai_chat("Half an ans", finish="length"))
    cli("delegate", task, "--to", "Replay", "--wait", code=1)
    assert "Half an ans" in cli("show", task).out
    assert cli.json("keep", task)["stage"] == "in_review"
    assert cli.json("show", task)["results"][0]["text"] == "Half an ans"


def test_a_second_try_may_go_well(cli: Cli, task: str, replay: ReplayServer) -> None:
    replay.script(openai_error(401, "No."), openai_chat(ANSWER))
    first = cli.json("delegate", task, "--to", "Replay", "--wait", code=1)
    second = cli.json("retry", task, "--wait")
    assert (second["id"], second["state"]) == (first["id"], "complete")
    attempts = cli.json("show", task)["delegations"][0]["attempts"]
    assert [(one["number"], one["state"]) for one in attempts] == [(1, "failed"), (2, "complete")]


def test_what_was_queued_can_be_run_later(cli: Cli, task: str, replay: ReplayServer) -> None:
    cli("delegate", task, "--to", "Replay")
    replay.script(openai_chat(ANSWER))
    assert cli.json("wait", task)["state"] == "complete"


def test_only_the_one_waited_for_is_sent(cli: Cli, task: str, replay: ReplayServer) -> None:
    other = cli.add("Another")
    cli("delegate", other, "--to", "Replay")
    replay.script(openai_chat(ANSWER))
    cli("delegate", task, "--to", "Replay", "--wait")
    assert len(replay.requests) == 1
    assert cli.json("show", other)["delegations"][0]["state"] == "queued"


def test_a_revision_carries_the_result_and_the_comment(cli: Cli, task: str, replay: ReplayServer) -> None:
    replay.script(openai_chat("First."), openai_chat("Second."))
    cli("delegate", task, "--to", "Replay", "--wait")
    revised = cli.json("review", task, "revise", "--comment", "Shorter, please", "--wait")
    assert (revised["text"], revised["result_version"]) == ("Second.", 2)
    messages = replay.requests[1].json["messages"]
    assert [message["role"] for message in messages][-2:] == ["assistant", "user"]
    assert messages[-2]["content"] == "First."
    assert "Shorter, please" in messages[-1]["content"]


def test_what_is_sent_is_the_brief(cli: Cli, task: str, replay: ReplayServer) -> None:
    replay.script(openai_chat(ANSWER))
    cli("delegate", task, "--to", "Replay", "--objective", "Say hello", "--constraint", "In French", "--wait")
    question = replay.requests[0].json["messages"][-1]["content"]
    assert question.startswith("Say hello")
    assert "In French" in question
