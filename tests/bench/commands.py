"""`orchestrator add` and `list` against Taskwarrior's, on the same 10,000 tasks: whole processes, taken in turn.
`python -m tests.bench.commands` prints the figures as JSON."""

from __future__ import annotations

import json
import os
import resource
import shutil
import subprocess
import sys
import tempfile
import time
import uuid
from collections.abc import Sequence
from contextlib import suppress
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Final

from tests.bench.figures import Figure, Figures, summary
from tests.bench.filling import DOMAINS, WORDS

NUMBER: Final = 10_000
RUNS: Final = 15
TIMES: Final = 2.0
"""So many times as long as Taskwarrior's a command of ours may take."""
_OURS: Final = (str(Path(sys.executable).with_name("orchestrator")),)
Taken = dict[str, list[tuple[float, float]]]


def main() -> None:
    task = _taskwarrior()
    if task is None:
        sys.stderr.write("Taskwarrior is not here and cannot be installed: the commands are compared with nothing.\n")
    with tempfile.TemporaryDirectory() as root:
        taken = _turns(_cases(Path(root), task), _environment(Path(root)))
    sys.stdout.write(json.dumps(_figures(taken)) + "\n")


def _taskwarrior() -> str | None:
    """The program; installed where it is missing and this may do so."""
    if shutil.which("task") is None and shutil.which("apt-get") and os.geteuid() == 0:
        with suppress(subprocess.CalledProcessError):
            subprocess.run(["apt-get", "install", "-qq", "-y", "taskwarrior"], stdout=subprocess.DEVNULL, check=True)
    return shutil.which("task")


def _cases(root: Path, task: str | None) -> dict[str, Sequence[str]]:
    """The commands, on stores that hold the same tasks: ours reads the file that Taskwarrior reads."""
    (root / "taskrc").write_text("confirmation=off\nverbose=nothing\n")
    (root / "task").mkdir()
    source = root / "tasks.json"
    source.write_text(json.dumps([_task(number) for number in range(NUMBER)]))
    ours = (*_OURS, "--data-dir", str(root / "ours"))
    _run((*ours, "import", str(source)), _environment(root))
    cases: dict[str, Sequence[str]] = {
        "orchestrator add": (*ours, "add", "Call Nora tomorrow 9am #sales"),
        "orchestrator list": (*ours, "list", "--limit", "200"),
    }
    if task is not None:
        _run((task, "import", str(source)), _environment(root))
        cases["task add"] = (task, "add", "Call Nora", "due:tomorrow+9h", "project:sales")
        cases["task list"] = (task, "list", "limit:200")
    return cases


def _task(number: int) -> dict[str, object]:
    day = datetime.now(UTC).astimezone().date() + timedelta(days=1 + number % 300)
    return {
        "uuid": str(uuid.UUID(int=number + (4 << 76) + (8 << 60))),
        "description": f"Task {number} about {WORDS[number % 20]} and {WORDS[number // 7 % 20]}",
        "status": "pending",
        "entry": "20260901T080000Z",
        "project": DOMAINS[number % len(DOMAINS)].lower(),
        **({"due": day.strftime("%Y%m%dT090000Z")} if number % 2 else {}),
    }


def _environment(root: Path) -> dict[str, str]:
    kept = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    return {**kept, "TASKRC": str(root / "taskrc"), "TASKDATA": str(root / "task"), "COLUMNS": "160"}


def _turns(cases: dict[str, Sequence[str]], environment: dict[str, str]) -> Taken:
    """(clock, processor) milliseconds. In turn, so that a machine that slows down slows all; the first two warm it."""
    taken: Taken = {name: [] for name in cases}
    for number in range(RUNS + 2):
        for name, command in cases.items():
            figure = _run(command, environment)
            if number > 1:
                taken[name].append(figure)
    return taken


def _run(command: Sequence[str], environment: dict[str, str]) -> tuple[float, float]:
    began, cpu = time.perf_counter(), _spent()
    # Taskwarrior asks what lies above a terminal's edge; there is none here.
    subprocess.run(
        command,
        env=environment,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        stdin=subprocess.DEVNULL,
        check=True,
    )
    return 1000 * (time.perf_counter() - began), 1000 * (_spent() - cpu)


def _spent() -> float:
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def _figures(taken: Taken) -> Figures:
    figures = {}
    for act in ("add", "list"):
        theirs = _summary(taken[f"task {act}"]) if f"task {act}" in taken else None
        bound = None if theirs is None else TIMES * theirs["median"]
        figures[f"commands: orchestrator {act}, {NUMBER:,} tasks (ms)"] = _summary(taken[f"orchestrator {act}"], bound)
        if theirs is not None:
            figures[f"commands: task {act}, {NUMBER:,} tasks (ms)"] = theirs
    return figures


def _summary(runs: Sequence[tuple[float, float]], bound: float | None = None) -> Figure:
    return summary([clock for clock, _ in runs], [worked for _, worked in runs], bound=bound)


if __name__ == "__main__":
    main()
