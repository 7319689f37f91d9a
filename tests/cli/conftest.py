"""The command line on a data folder of the test's own."""

from __future__ import annotations

import json
import logging
from collections.abc import Iterator
from dataclasses import dataclass
from logging.handlers import RotatingFileHandler
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from orchestrator_desktop.cli.main import root
from orchestrator_desktop.engine.limits import Limits
from orchestrator_desktop.store.opening import open_store
from orchestrator_desktop.store.store import Store
from tests.fakes.replay import ReplayServer

LIMITS = Limits(pace=0.01)
"""Pauses between tries that nobody has to wait for."""


@dataclass(frozen=True, slots=True)
class Said:
    """How a command ended, and what it printed."""

    code: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        return json.loads(self.out)


class Cli:
    """Runs commands in this process."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def __call__(self, *args: str, typed: str | bytes | None = None, code: int = 0) -> Said:
        """Run one command; it must end with `code`. `typed` is its standard input."""
        result = CliRunner().invoke(
            root, args, obj=LIMITS, input=typed, prog_name="orchestrator", catch_exceptions=False
        )
        assert result.exit_code == code, f"{result.exit_code}: {result.stdout}{result.stderr}"
        return Said(result.exit_code, result.stdout, result.stderr)

    def json(self, *args: str, typed: str | bytes | None = None, code: int = 0) -> Any:
        """The document that the command prints with --json."""
        return self(*args, "--json", typed=typed, code=code).json

    def add(self, line: str) -> str:
        """Add a task; its number."""
        return str(self.json("add", line)["id"])

    def store(self) -> Store:
        """The file as another process would open it. Close it."""
        return open_store(self.folder)


@pytest.fixture
def cli(data_dir: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Cli]:
    """Commands in this process, which must end as if it had ended: with its log closed."""
    monkeypatch.delenv("COLUMNS", raising=False)  # the test runner's own terminal
    before = list(logging.getLogger().handlers)
    yield Cli(data_dir)
    for handler in logging.getLogger().handlers:
        if isinstance(handler, RotatingFileHandler) and handler not in before:
            logging.getLogger().removeHandler(handler)
            handler.close()


@pytest.fixture
def server() -> Iterator[ReplayServer]:
    with ReplayServer() as running:
        yield running


@pytest.fixture
def replay(cli: Cli, server: ReplayServer) -> ReplayServer:
    """A server that the provider “Replay” leads to."""
    cli(
        "providers",
        "add",
        "Replay",
        "--dialect",
        "openai-chat",
        "--base-url",
        server.openai_url,
        "--model",
        "m",
        "--no-key",
    )
    return server
