"""The commands of the README do what it says, in a folder where nothing was done before, with the built-in model."""

from __future__ import annotations

import shlex
from pathlib import Path

from tests.cli.test_loop import document, run

README = Path(__file__).parents[2] / "README.md"
PROGRAM = ".venv/bin/orchestrator "


def test_the_commands_lead_to_an_accepted_result(data_dir: Path) -> None:
    lines = [line for line in README.read_text(encoding="utf-8").splitlines() if line.startswith(PROGRAM)]
    assert [shlex.split(line)[1] for line in lines] == ["add", "delegate", "review"]
    said = [run(*shlex.split(line)[1:]) for line in lines]
    task = document("show", "1")
    assert task["stage"] == "done"
    assert task["title"] in said[0] and task["title"] in said[2]
    assert said[1].strip()
