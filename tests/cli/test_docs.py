"""docs/command-line.md names every command, every option and every key that JSON holds."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import click
import pytest

from orchestrator_desktop.cli.main import root
from tests.cli.conftest import Cli
from tests.fakes.answers import openai_chat
from tests.fakes.replay import ReplayServer

DOCS = (Path(__file__).parents[2] / "docs" / "command-line.md").read_text(encoding="utf-8")
WORDS = set(re.findall(r"[a-z_]+", DOCS))
EVERYWHERE = {"--json", "--help", "-h"}


def commands(group: click.Group, context: click.Context) -> Iterator[tuple[str, click.Command]]:
    """Every command below a group, by what is typed."""
    for name in group.list_commands(context):
        command = group.get_command(context, name)
        assert command is not None
        yield name, command
        if isinstance(command, click.Group):
            yield from ((f"{name} {below}", deeper) for below, deeper in commands(command, context))


COMMANDS = list(commands(root, click.Context(root)))


@pytest.mark.parametrize(("path", "command"), COMMANDS, ids=[path for path, _ in COMMANDS])
def test_every_command_and_option_is_described(path: str, command: click.Command) -> None:
    assert all(re.search(rf"`[^`\n]*\b{re.escape(word)}\b", DOCS) for word in path.split())
    options = {option for param in command.params for option in (*param.opts, *param.secondary_opts)}
    missing = {option for option in options - EVERYWHERE if option.startswith("-") and option not in DOCS}
    assert not missing


def test_every_key_is_described(cli: Cli, replay: ReplayServer) -> None:
    replay.always(openai_chat("Dear all."))
    task = cli.add("Draft")
    documents = [
        cli.json("delegate", task, "--to", "Replay", "--preview"),
        cli.json("delegate", task, "--to", "Replay", "--wait"),
        cli.json("show", task),
        cli.json("delegate", cli.add("Else"), "--to", "Replay"),
        cli.json("queue"),
        cli.json("sent"),
        cli.json("providers", "list"),
        cli.json("providers", "presets"),
        cli.json("providers", "price", "Replay"),
        cli.json("specialists", "list"),
        cli.json("budget"),
    ]
    assert sorted({key for document in documents for key in keys(document)} - WORDS) == []


FREE = {"detail", "options", "replaced"}
"""Hold what differs from one to the other."""


def keys(document: object) -> Iterator[str]:
    if isinstance(document, list):
        yield from (key for item in document for key in keys(item))
    elif isinstance(document, dict):
        for name, value in document.items():
            yield name
            if name not in FREE:
                yield from keys(value)
