"""The log of what was sent."""

from __future__ import annotations

from tests.cli.conftest import Cli
from tests.fakes.answers import openai_chat, openai_error
from tests.fakes.replay import ReplayServer


def test_nothing_was_sent_yet(cli: Cli) -> None:
    assert cli.json("sent") == []
    assert cli("sent").out == "Nothing was sent yet.\n"


def test_every_request_is_a_line_the_newest_first(cli: Cli, replay: ReplayServer) -> None:
    replay.script(openai_chat("OK"), openai_error(503, "down"), openai_chat("Dear all."))
    cli("providers", "test", "Replay")
    task = cli.add("Draft a note")
    cli("delegate", task, "--to", "Replay", "--wait")
    rows = cli.json("sent")
    assert [(row["purpose"], row["state"]) for row in rows] == [
        ("delegation", "complete"),
        ("delegation", "failed"),
        ("test", None),
    ]
    newest = rows[0]
    assert set(newest) == {
        *("at", "purpose", "provider", "url", "model", "bytes", "task_id", "task_title", "state"),
        *("input_tokens", "output_tokens", "cost_micro", "replaced"),
    }
    assert (newest["task_id"], newest["task_title"], newest["provider"]) == (int(task), "Draft a note", "Replay")
    assert newest["url"] == f"{replay.openai_url}/chat/completions"
    assert newest["bytes"] == len(replay.requests[2].body)
    assert (newest["input_tokens"], newest["output_tokens"], newest["replaced"]) == (12, 4, 0)
    shown = cli("sent").out.splitlines()
    assert shown[1].startswith("today ")
    assert "1 Draft a note" in shown[1]


def test_there_may_be_more(cli: Cli, replay: ReplayServer) -> None:
    replay.always(openai_chat("OK"))
    for _ in range(3):
        cli("providers", "test", "Replay")
    assert len(cli("sent").out.splitlines()) == 4
    said = cli("sent", "--limit", "2", "--json")
    assert len(said.json) == 2
    assert "more than these 2" in said.err
    cli("sent", "--limit", "0", code=2)
