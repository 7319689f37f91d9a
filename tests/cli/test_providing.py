"""providers and specialists; the keyring itself is tested in tests/system."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import Any

import pytest

from orchestrator_desktop.providers.builtin.weights import default_model
from orchestrator_desktop.system import keys
from tests.cli.conftest import Cli
from tests.fakes.answers import openai_chat, openai_error
from tests.fakes.replay import ReplayServer

KEY = "sk-test-0123456789abcdef"


class Keyring:
    """A keyring that lives as long as the test."""

    def __init__(self) -> None:
        self.kept: dict[tuple[str, str], str] = {}

    def get_password(self, service: str, account: str) -> str | None:
        return self.kept.get((service, account))

    def set_password(self, service: str, account: str, password: str) -> None:
        self.kept[service, account] = password

    def delete_password(self, service: str, account: str) -> None:
        del self.kept[service, account]


@pytest.fixture
def keyring(monkeypatch: pytest.MonkeyPatch) -> Keyring:
    keyring = Keyring()
    monkeypatch.setattr(keys, "system_keyring", lambda: keyring)
    return keyring


def add(cli: Cli, url: str, *options: str, typed: str | bytes | None = None, code: int = 0) -> Any:
    return cli(
        *("providers", "add", "Cloud", "--dialect", "openai-chat", "--base-url", url, "--model", "m", *options),
        typed=typed,
        code=code,
    )


def test_the_builtin_model_is_there_from_the_first_command(cli: Cli) -> None:
    assert [(one["name"], one["kind"]) for one in cli.json("providers", "list")] == [("Built-in model", "builtin")]
    specialists = cli.json("specialists", "list")
    assert "Built-in model" in [one["name"] for one in specialists]
    assert len(specialists) > 1
    assert "Built-in model" in cli("specialists", "list").out


def test_a_provider_brings_its_plain_specialist(cli: Cli) -> None:
    assert "Added Cloud: api.example.com, m" in add(cli, "https://api.example.com/v1", "--no-key").out
    [cloud] = [one for one in cli.json("providers", "list") if one["name"] == "Cloud"]
    assert (cloud["kind"], cloud["dialect"], cloud["model"], cloud["key"]) == ("remote", "openai-chat", "m", None)
    assert [one["plain"] for one in cli.json("specialists", "list") if one["name"] == "Cloud"] == [True]


def test_a_key_goes_to_the_keyring_and_nowhere_else(cli: Cli, keyring: Keyring) -> None:
    said = add(cli, "https://api.example.com/v1", "--key-stdin", typed=f"\ufeff{KEY}\r\n")  # as PowerShell pipes it
    assert list(keyring.kept.values()) == [KEY]
    assert "keyring" in said.err
    listed = cli("providers", "list").out + cli("providers", "list", "--json").out
    assert KEY not in said.out + said.err + listed
    assert "…cdef" in listed
    assert KEY.encode() not in b"".join(path.read_bytes() for path in cli.folder.rglob("*") if path.is_file())


def test_without_a_keyring_the_environment_is_named(cli: Cli) -> None:
    said = add(cli, "https://api.example.com/v1", "--key-stdin", typed=KEY)
    assert "ORCHESTRATOR_KEY_CLOUD" in said.err
    assert [one["key"] for one in cli.json("providers", "list")] == [None, None]


@pytest.mark.parametrize("typed", ["", "\n", "two words", "sk-é", "sk\x00", b"sk-\xff"])
def test_what_is_no_key_adds_nothing(cli: Cli, keyring: Keyring, typed: str | bytes) -> None:
    add(cli, "https://api.example.com/v1", "--key-stdin", typed=typed, code=2)
    assert (len(cli.json("providers", "list")), keyring.kept) == (1, {})


@pytest.mark.parametrize(
    "url", ["nonsense", "ftp://x/v1", "http://api.example.com/v1", "https://me:pw@api.example.com", ""]
)
def test_an_address_that_cannot_be_used_adds_nothing(cli: Cli, url: str) -> None:
    said = add(cli, url, "--no-key", code=2)
    assert said.err.strip()
    assert len(cli.json("providers", "list")) == 1


def test_a_name_that_is_taken_is_bad_use(cli: Cli) -> None:
    add(cli, "https://api.example.com/v1", "--no-key")
    assert "taken" in add(cli, "https://other.example.com/v1", "--no-key", code=2).err


def test_removing_a_provider_removes_its_key(cli: Cli, keyring: Keyring) -> None:
    add(cli, "https://api.example.com/v1", "--key-stdin", typed=KEY)
    assert cli.json("providers", "remove", "cloud")["name"] == "Cloud"
    assert keyring.kept == {}
    assert len(cli.json("providers", "list")) == 1
    assert "no provider" in cli("providers", "remove", "Cloud", code=2).err


def test_the_builtin_model_stays(cli: Cli) -> None:
    cli("providers", "remove", "Built-in model", code=1)
    assert len(cli.json("providers", "list")) == 1


def test_a_provider_can_be_changed(cli: Cli, keyring: Keyring) -> None:
    add(cli, "https://api.example.com/v1", "--key-stdin", typed=KEY)
    assert cli.json("providers", "edit", "Cloud", "--model", "n", "--off")["enabled"] is False
    cli("providers", "edit", "Cloud", "--key-stdin", typed=KEY[::-1])
    assert list(keyring.kept.values()) == [KEY[::-1]]
    assert "goes nowhere else" in cli("providers", "edit", "Cloud", "--base-url", "https://b.example.com/v1").err
    assert cli.json("providers", "edit", "Cloud", "--no-key")["key"] is None
    assert keyring.kept == {}
    assert "Nothing to change" in cli("providers", "edit", "Cloud", code=2).err


def test_the_builtin_model_takes_a_file_that_is_there(cli: Cli, tmp_path: Path) -> None:
    real = default_model()
    assert real is not None
    weights = tmp_path / "weights.gguf"
    weights.symlink_to(real)
    assert cli.json("providers", "edit", "Built-in model", "--model", str(weights))["model"] == str(weights)
    cli("providers", "edit", "Built-in model", "--model", str(tmp_path / "other.gguf"), code=2)
    assert cli.json("providers", "edit", "Built-in model", "--model", "")["model"] == ""
    cli("providers", "edit", "Built-in model", "--base-url", "https://api.example.com/v1", code=1)


@pytest.mark.parametrize(
    ("content", "words"), [(b"Dear all", "letter.gguf is not a GGUF file"), (b"GGUF", "letter.gguf")]
)
def test_a_file_that_is_no_model_changes_nothing(cli: Cli, tmp_path: Path, content: bytes, words: str) -> None:
    letter = tmp_path / "letter.gguf"
    letter.write_bytes(content)
    said = cli("providers", "edit", "Built-in model", "--model", str(letter), "--json", code=1)
    assert said.out == ""
    assert words in said.err
    assert cli.json("providers", "list")[0]["model"] == ""


def test_a_provider_that_answers(cli: Cli, replay: ReplayServer) -> None:
    replay.script(openai_chat("OK"))
    tested = cli.json("providers", "test", "Replay")
    assert (tested["ok"], tested["model"], tested["error"]) == (True, "m", None)
    assert tested["ms"] >= 0
    replay.script(openai_chat("OK"))
    assert "Replay answers in" in cli("providers", "test", "Replay").out
    assert cli.json("providers", "list")[-1]["test_ms"] is not None


@pytest.mark.parametrize(
    ("status", "reason", "words"),
    [
        (401, "key_refused", "refuses the key"),
        (404, "garbled", "usually ends in /v1"),
        (402, "no_money", "credit"),
    ],
)
def test_a_provider_that_refuses(cli: Cli, replay: ReplayServer, status: int, reason: str, words: str) -> None:
    replay.script(openai_error(status, "No."))
    said = cli("providers", "test", "Replay", "--json", code=1)
    assert (said.json["ok"], said.json["reason"]) == (False, reason)
    assert words in said.json["error"]
    assert words in said.err
    assert cli.json("providers", "list")[-1]["test_error"] == reason


def test_the_environments_key_is_read_and_never_stored(
    cli: Cli, replay: ReplayServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("ORCHESTRATOR_KEY_REPLAY", KEY)
    replay.script(openai_chat("OK"))
    cli("providers", "test", "Replay")
    assert replay.requests[0].headers["authorization"] == f"Bearer {KEY}"
    assert KEY.encode() not in b"".join(path.read_bytes() for path in cli.folder.rglob("*") if path.is_file())


@pytest.mark.skipif(sys.platform == "win32", reason="a pseudo-terminal")
def test_a_key_is_typed_unseen(cli: Cli) -> None:
    """The prompt on a real terminal; the keyring of tests is absent, so that the key is not kept."""
    import pty

    command = "from orchestrator_desktop.cli.main import main; main()"
    child, terminal = pty.fork()
    if child == 0:
        arguments = ["providers", "add", "Cloud", "--dialect", "anthropic", "--base-url", "https://api.example.com"]
        os.execv(sys.executable, [sys.executable, "-c", command, *arguments, "--model", "m"])
    shown = b""
    typed = False
    try:
        while more := os.read(terminal, 4096):
            shown += more
            if b"Enter for none" in shown and not typed:
                os.write(terminal, KEY.encode() + b"\n")
                typed = True
    except OSError:
        pass  # the terminal of an ended process
    assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 0
    assert b"ORCHESTRATOR_KEY_CLOUD" in shown
    assert KEY.encode() not in shown
