"""What providers offer: presets, models, servers on this computer, prices; and what a provider may do."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

import pytest

from orchestrator_desktop.providers import probe
from orchestrator_desktop.providers.base import Dialect, Endpoint
from orchestrator_desktop.providers.presets import PRESETS
from tests.cli.conftest import Cli
from tests.fakes.answers import ollama, openai_error
from tests.fakes.replay import Recorded, ReplayServer, Reply, status

MODELS = status(
    200,
    body={
        "data": [
            {"id": "small-1", "name": "Small", "context_length": 32768},
            {"id": "large-1", "name": "Large"},
            {"id": "embed-1"},
        ]
    },
)


def test_presets_are_listed(cli: Cli) -> None:
    listed = cli.json("providers", "presets")
    assert [one["name"] for one in listed] == [preset.name for preset in PRESETS]
    assert {"dialect", "base_url", "model", "keys_page"} <= set(listed[0])
    assert "https://openrouter.ai/api/v1" in cli("providers", "presets").out


@pytest.mark.parametrize("preset", [preset for preset in PRESETS if preset.keys_page])
def test_a_preset_fills_in_the_rest(cli: Cli, preset: object) -> None:
    known = next(one for one in PRESETS if one == preset)
    said = cli("providers", "add", "--preset", known.name, "--json")
    added = said.json
    assert (added["name"], added["dialect"], added["base_url"], added["model"]) == (
        known.name,
        known.dialect.value,
        known.base_url,
        known.model,
    )
    assert known.keys_page in said.err


def test_what_is_said_wins_over_the_preset(cli: Cli) -> None:
    added = cli.json("providers", "add", "Mine", "--preset", "openai", "--model", "gpt-x", "--no-key")
    assert (added["name"], added["model"], added["dialect"]) == ("Mine", "gpt-x", "openai-responses")


@pytest.mark.parametrize(
    ("args", "words"),
    [
        (["--preset", "Ollama"], "Missing: --model. Nothing was changed. `orchestrator providers find`"),
        (["--preset", "Nonsense"], "no preset “Nonsense”. Presets: Anthropic, OpenAI"),
        (["Mine"], "Missing: --dialect, --base-url, --model."),
        (["--dialect", "ollama", "--base-url", "http://localhost:1", "--model", "m"], "Missing: NAME."),
    ],
)
def test_what_is_missing_is_said(cli: Cli, args: list[str], words: str) -> None:
    assert words in cli("providers", "add", *args, code=2).err
    assert len(cli.json("providers", "list")) == 1


@pytest.mark.parametrize("dialect", [dialect.value for dialect in Dialect])
def test_every_dialect_can_be_added(cli: Cli, dialect: str) -> None:
    url = "https://api.example.com/v1"
    added = cli.json(
        *("providers", "add", "X", "--dialect", dialect, "--base-url", url, "--model", "m", "--no-key"),
    )
    assert added["dialect"] == dialect


def test_ollama_speaks_its_own_dialect(cli: Cli, server: ReplayServer) -> None:
    cli(
        *("providers", "add", "Llama", "--dialect", "ollama", "--base-url", server.ollama_url, "--model", "m"),
        "--no-key",
    )
    server.script(ollama("Dear all.", thinking="Who are they?"))
    answered = cli.json("delegate", cli.add("Draft"), "--to", "Llama", "--wait")
    assert (answered["text"], answered["reasoning"]) == ("Dear all.", "Who are they?")
    assert (answered["cost_micro"], answered["cost_source"]) == (0, "free")


def test_models_are_asked_for_and_searched(cli: Cli, replay: ReplayServer) -> None:
    replay.always(MODELS)
    listed = cli.json("providers", "models", "Replay")
    assert (listed["provider"], listed["live"]) == ("Replay", True)
    assert listed["fetched_at"] is not None
    small = listed["models"][0]
    assert (small["id"], small["name"], small["context_tokens"], small["input_micro"]) == (
        "small-1",
        "Small",
        32768,
        None,
    )
    assert [model["id"] for model in cli.json("providers", "models", "replay", "--search", "LARGE")["models"]] == [
        "large-1"
    ]
    assert "32,768" in cli("providers", "models", "Replay").out
    assert cli("providers", "models", "Replay", "--search", "none of them").out == "No model.\n"


def test_models_without_names_are_listed_too(cli: Cli, replay: ReplayServer) -> None:
    replay.always(status(200, body={"data": [{"id": "one"}, {"id": "two"}]}))
    assert cli("providers", "models", "Replay").out.splitlines() == ["Model", "one", "two"]


def test_without_the_provider_the_list_is_the_last_one(cli: Cli, replay: ReplayServer) -> None:
    replay.script(MODELS, openai_error(503, "upstream is down"))
    cli("providers", "models", "Replay")
    said = cli("providers", "models", "Replay", "--json")
    assert (said.json["live"], len(said.json["models"])) == (False, 3)
    assert said.err.splitlines()[0].startswith("Replay does not answer.")
    assert "upstream is down" in said.err
    assert "The list of today" in said.err


def test_without_any_list_it_fails_in_words(cli: Cli, replay: ReplayServer) -> None:
    replay.always(openai_error(401, "No."))
    said = cli("providers", "models", "Replay", "--json", code=1)
    assert said.out == ""
    assert "refuses the key" in said.err
    assert "No list is kept from before" in said.err


def test_asking_for_models_is_in_the_log(cli: Cli, replay: ReplayServer) -> None:
    replay.always(MODELS)
    cli("providers", "models", "Replay")
    assert [row["purpose"] for row in cli.json("sent")] == ["models"]


def test_a_price_of_ones_own(cli: Cli, replay: ReplayServer) -> None:
    replay.always(MODELS)
    said = cli.json("providers", "price", "Replay", "--model", "small-1", "--input", "0,50", "--output", "$2")
    assert said == {
        "provider": "Replay",
        "model": "small-1",
        "input_micro": 500_000,
        "output_micro": 2_000_000,
        "price_source": "own",
    }
    assert "$0.50 in, $2.00 out for a million tokens, as you said" in (
        cli("providers", "price", "Replay", "--model", "small-1").out
    )
    [small] = cli.json("providers", "models", "Replay", "--search", "small")["models"]
    assert (small["input_micro"], small["price_source"]) == (500_000, "own")
    assert cli.json("providers", "price", "Replay", "--model", "small-1", "--remove")["input_micro"] is None
    assert "no price is known" in cli("providers", "price", "Replay").out


@pytest.mark.parametrize(
    "args",
    [
        ["--input", "1"],
        ["--input", "1", "--output", "much"],
        ["--input", "-1", "--output", "1"],
        ["--remove", "--input", "1", "--output", "1"],
        ["--model", " ", "--input", "1", "--output", "1"],
    ],
)
def test_half_a_price_is_none(cli: Cli, replay: ReplayServer, args: list[str]) -> None:
    assert cli("providers", "price", "Replay", *args, code=2).out == ""
    assert cli.json("providers", "price", "Replay")["price_source"] is None


@pytest.fixture
def found_here(server: ReplayServer, monkeypatch: pytest.MonkeyPatch) -> ReplayServer:
    """An Ollama that listens where one is looked for."""
    answers: dict[str, Reply] = {
        "/api/tags": status(200, body={"models": [{"name": "qwen3:4b", "model": "qwen3:4b"}]}),
        "/api/version": status(200, body={"version": "0.30.1"}),
    }
    answer: Callable[[Recorded], Reply] = lambda request: answers.get(request.path, status(404))  # noqa: E731
    server.always(answer)
    places = (Endpoint("Ollama", Dialect.OLLAMA, server.ollama_url),)
    monkeypatch.setattr(probe, "find_local", partial(probe.find_local, places=places))
    return server


def test_servers_on_this_computer_are_found(cli: Cli, found_here: ReplayServer) -> None:
    url = found_here.ollama_url
    [server] = cli.json("providers", "find")
    assert server == {
        "name": "Ollama",
        "dialect": "ollama",
        "base_url": url,
        "models": ["qwen3:4b"],
        "provider": None,
    }
    command = f'orchestrator providers add "Ollama" --dialect ollama --base-url {url} --model qwen3:4b --no-key'
    assert command in cli("providers", "find").out
    cli("providers", "add", "Llama", "--dialect", "ollama", "--base-url", url, "--model", "qwen3:4b", "--no-key")
    assert cli.json("providers", "find")[0]["provider"] == "Llama"


def test_nobody_here_is_said(cli: Cli, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(probe, "find_local", partial(probe.find_local, places=()))
    assert cli("providers", "find").out == "No server answers on this computer.\n"
    assert cli.json("providers", "find") == []


def test_what_a_provider_may_do_can_be_changed(cli: Cli, replay: ReplayServer) -> None:
    usual = cli.json("providers", "list")[-1]
    assert (usual["at_once"], usual["redact"], usual["background"], usual["wait_first"], usual["state"]) == (
        1,
        False,
        False,
        None,
        None,
    )
    changed = cli.json(
        *("providers", "edit", "Replay", "--at-once", "3", "--redact", "--wait-first", "30", "--wait-between", "10")
    )
    assert (changed["at_once"], changed["redact"], changed["wait_first"], changed["wait_between"]) == (3, True, 30, 10)
    back = cli.json("providers", "edit", "Replay", "--at-once", "usual", "--wait-first", "usual", "--no-redact")
    assert (back["at_once"], back["redact"], back["wait_first"], back["wait_between"]) == (1, False, None, 10)


@pytest.mark.parametrize("args", [["--at-once", "0"], ["--at-once", "65"], ["--at-once", "x"], ["--wait-first", "-1"]])
def test_a_number_that_makes_no_sense_changes_nothing(cli: Cli, replay: ReplayServer, args: list[str]) -> None:
    before = cli.json("providers", "list")
    cli("providers", "edit", "Replay", *args, code=2)
    assert cli.json("providers", "list") == before


def test_only_responses_go_on_in_the_background(cli: Cli, replay: ReplayServer) -> None:
    assert "openai-responses" in cli("providers", "edit", "Replay", "--background", code=1).err
    cli("providers", "add", "OpenAI", "--preset", "openai", "--no-key")
    assert cli.json("providers", "edit", "OpenAI", "--background")["background"] is True
    assert cli.json("providers", "edit", "OpenAI", "--no-background")["background"] is False
