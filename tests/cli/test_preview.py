"""delegate --preview: what is shown is what is sent, and nothing is changed by showing it."""

from __future__ import annotations

import pytest

from tests.cli.conftest import Cli
from tests.fakes.answers import openai_chat
from tests.fakes.replay import ReplayServer

LETTER = "Ask Nora Petit (nora@example.com) for the figures"


def test_it_shows_the_very_texts_that_are_sent(cli: Cli, replay: ReplayServer) -> None:
    cli("providers", "edit", "Replay", "--redact")
    cli("privacy", "names", "add", "Nora Petit")
    task = cli.add("Draft")
    args = ("delegate", task, "--to", "Replay", "--objective", LETTER, "--constraint", "In French")
    shown = cli.json(*args, "--preview")
    assert replay.requests == []
    replay.script(openai_chat("Bonjour."))
    answered = cli.json(*args, "--wait")
    sent = replay.requests[0].json["messages"]
    assert [(part["role"], part["text"]) for part in shown["parts"]] == [(one["role"], one["content"]) for one in sent]
    assert shown["url"] == f"{replay.openai_url}/chat/completions"
    assert set(shown["replaced"].values()) == {"Nora Petit", "nora@example.com"}
    assert "Nora" not in shown["parts"][-1]["text"]
    assert all(placeholder in shown["parts"][-1]["text"] for placeholder in shown["replaced"])
    assert (shown["tokens"], answered["replaced"]) == (answered["input_estimate"], 2)


def test_names_come_back_in_the_answer(cli: Cli, replay: ReplayServer) -> None:
    cli("providers", "edit", "Replay", "--redact")
    cli("privacy", "names", "add", "Nora Petit")
    task = cli.add("Draft")
    shown = cli.json("delegate", task, "--to", "Replay", "--objective", LETTER, "--preview")
    name = next(placeholder for placeholder, word in shown["replaced"].items() if word == "Nora Petit")
    replay.script(openai_chat(f"Dear {name}, hello."))
    assert cli.json("delegate", task, "--to", "Replay", "--objective", LETTER, "--wait")["text"] == (
        "Dear Nora Petit, hello."
    )


def test_showing_changes_nothing(cli: Cli, replay: ReplayServer) -> None:
    task = cli.add("Draft")
    before = cli.json("show", task)
    cli("delegate", task, "--to", "Replay", "--objective", "Else", "--preview")
    assert cli.json("show", task) == before
    assert cli.json("undo")["undone"] == "Add"


def test_people_read_where_it_would_go(cli: Cli, replay: ReplayServer) -> None:
    cli("providers", "price", "Replay", "--input", "1000", "--output", "1000")
    said = cli("delegate", cli.add("Draft a note"), "--to", "Replay", "--preview")
    lines = said.out.splitlines()
    assert lines[0] == f"To Replay, m, {replay.openai_url}/chat/completions, on this computer"
    assert lines[1].startswith("About ")
    assert ", about $0." in lines[1]
    assert lines[-2:] == ["user", "Draft a note"]
    assert said.err == "Nothing was sent.\n"


def test_the_builtin_model_has_no_address(cli: Cli) -> None:
    shown = cli.json("delegate", cli.add("Draft"), "--to", "Built-in model", "--preview")
    assert (shown["url"], shown["leaves_computer"], shown["cost_micro"]) == (None, False, 0)
    assert shown["options"]["max_tokens"] == 600
    assert "at no cost" in cli("delegate", "1", "--to", "Built-in model", "--preview").out


def test_the_price_list_is_asked_for_a_provider_elsewhere(cli: Cli) -> None:
    url = "https://api.openai.com/v1"
    cli(
        "providers", "add", "Cloud", "--dialect", "openai-chat", "--base-url", url, "--model", "gpt-4o-mini", "--no-key"
    )
    shown = cli.json("delegate", cli.add("Draft"), "--to", "Cloud", "--preview")
    assert (shown["leaves_computer"], shown["url"]) == (True, f"{url}/chat/completions")
    assert shown["cost_micro"] > 0
    cli("budget", "--day", "0")
    assert cli.json("delegate", "1", "--to", "Cloud", "--preview")["limit"] == "day"
    assert "That exceeds today's limit" in cli("delegate", "1", "--to", "Cloud", "--preview").out


def test_what_would_be_refused_is_refused(cli: Cli, replay: ReplayServer) -> None:
    said = cli("delegate", cli.add("Talk to the board !3"), "--to", "Replay", "--preview", "--json", code=1)
    assert (said.out, "level 3" in said.err) == ("", True)
    replay.script(openai_chat("Done."))
    task = cli.add("Draft")
    cli("delegate", task, "--to", "Replay", "--wait")
    assert "in review" in cli("delegate", task, "--to", "Replay", "--preview", code=2).err


@pytest.mark.parametrize("other", ["--wait", "--hold", "--send-anyway"])
def test_a_preview_is_nothing_else(cli: Cli, replay: ReplayServer, other: str) -> None:
    task = cli.add("Draft")
    assert "Choose --preview or" in cli("delegate", task, "--to", "Replay", "--preview", other, code=2).err
    assert cli.json("show", task)["stage"] == "inbox"


@pytest.mark.parametrize("way", ["--wait", "--hold", "--send-anyway", "--preview"])
def test_a_person_is_not_asked_this_way(cli: Cli, way: str) -> None:
    task = cli.add("Ask @nora")
    assert f"{way} is for specialists" in cli("delegate", task, way, code=2).err
    assert cli.json("show", task)["stage"] == "inbox"
