"""The numbers kept from the first day. Run by `make bench`; prints a table and writes bench.json.

Figures are medians (95th percentile beside them), measured on the machine it runs on; starting is compared with an
empty PySide6 window in the same run."""

from __future__ import annotations

import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
HOME = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(HOME)]

from orchestrator_desktop.domain.ids import TaskId  # noqa: E402
from orchestrator_desktop.operations import stages  # noqa: E402
from orchestrator_desktop.operations import tasks as acts  # noqa: E402
from orchestrator_desktop.store import search, tasks  # noqa: E402
from orchestrator_desktop.store.opening import open_readonly, open_store  # noqa: E402
from orchestrator_desktop.store.store import Store  # noqa: E402
from tests.bench.stream import stream_gap  # noqa: E402

MANY = 30_000
STARTS = 7
ROUNDS = 60

Figure = dict[str, float]


def main() -> None:
    figures: dict[str, Figure] = {}
    with tempfile.TemporaryDirectory() as root:
        empty, full = Path(root, "empty"), Path(root, "full")
        open_store(empty).close()
        _fill(full, MANY)
        figures |= _starts(empty, full)
        figures |= _acts(full)
    figures |= stream_gap()
    figures |= _fifty()
    _print(figures)
    (HOME / "bench.json").write_text(json.dumps(figures, indent=2) + "\n")


def _fifty() -> dict[str, Figure]:
    """In a process of its own: there is one QApplication in each."""
    done = subprocess.run([sys.executable, "-m", "tests.bench.fifty"], cwd=HOME, stdout=subprocess.PIPE, check=True)
    figures: dict[str, Figure] = json.loads(done.stdout)
    return figures


def _fill(folder: Path, number: int) -> None:
    """Two thirds done, one third open, as after some years."""
    store = open_store(folder)
    now = datetime.now(UTC).isoformat()
    rows = (
        (
            f"Task {i} about {_WORDS[i % len(_WORDS)]} and {_WORDS[i // 7 % len(_WORDS)]}",
            f"Notes of {i}",
            1 + i % 3,
            "inbox" if i % 3 == 0 else "done",
            now,
            None if i % 3 == 0 else now,
        )
        for i in range(number)
    )
    with store.writing():
        store.connection.executemany(
            "INSERT INTO task (title, notes, level, stage, created_at, done_at) VALUES (?, ?, ?, ?, ?, ?)", rows
        )
    store.close()


_WORDS = ("pricing", "onboarding", "Tideline", "budget", "schedule", "crew", "Lyon", "contract", "newsletter", "audit")


def _starts(empty: Path, full: Path) -> dict[str, Figure]:
    """Taken in turn, so that a machine that slows down slows all of them."""
    cases = {"empty Qt window": "--empty", "window, 0 tasks": str(empty), f"window, {MANY:,} tasks": str(full)}
    taken: dict[str, list[tuple[float, float]]] = {name: [] for name in cases}
    for number in range(STARTS + 1):
        for name, argument in cases.items():
            figure = _start(argument)
            if number:  # the first round warms the disk
                taken[name].append(figure)
    figures = {}
    for name, runs in taken.items():
        figures[f"start: {name} (ms)"] = _summary([ms for ms, _ in runs])
        figures[f"memory: {name} (PSS, MiB)"] = _summary([pss / 1024 for _, pss in runs])
    return figures


def _start(argument: str) -> tuple[float, float]:
    """(milliseconds from exec to usable, PSS in KiB)."""
    command = [sys.executable, str(HOME / "tests" / "bench" / "start_window.py"), argument]
    began = time.perf_counter()
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        assert process.stdout.readline().strip() == "ready"
        taken = 1000 * (time.perf_counter() - began)
        pss = float(process.stdout.readline())
    return taken, pss


def _acts(folder: Path) -> dict[str, Figure]:
    writing, reading = open_store(folder), open_readonly(folder)
    today = datetime.now(UTC).astimezone().date()
    inbox = tasks.Place()
    figures = {
        "list: first page of the inbox (ms)": _timed(lambda _: tasks.page(reading, inbox, today=today)),
        "list: count by level (ms)": _timed(lambda _: tasks.counts_by_level(reading, inbox, today=today)),
        "search: a word (ms)": _timed(lambda i: search.found(reading, _WORDS[i % len(_WORDS)], today=today)),
        "search: as typed, 2 letters (ms)": _timed(
            lambda i: search.found(reading, _WORDS[i % len(_WORDS)][:2], today=today)
        ),
        "add (ms)": _timed(lambda i: acts.add(writing, line=f"Call Nora about offer {i} tomorrow 9am #sales !2")),
        "complete (ms)": _timed(lambda i: _complete(writing, i)),
    }
    reading.close()
    writing.close()
    return {f"{name[:-5]} at {MANY:,} (ms)": figure for name, figure in figures.items()}


def _complete(store: Store, number: int) -> None:
    stages.complete(store, task_id=TaskId(1 + 3 * number))


def _timed(act: Callable[[int], object]) -> Figure:
    taken = []
    for number in range(ROUNDS):
        began = time.perf_counter()
        act(number)
        taken.append(1000 * (time.perf_counter() - began))
    return _summary(taken)


def _summary(values: list[float]) -> Figure:
    ordered = sorted(values)
    return {
        "median": statistics.median(ordered),
        "p95": ordered[round(0.95 * (len(ordered) - 1))],
        "runs": len(ordered),
    }


def _print(figures: dict[str, Figure]) -> None:
    width = max(map(len, figures))
    print(f"{'':{width}}  {'median':>10}  {'p95':>10}")
    for name, figure in figures.items():
        print(f"{name:{width}}  {figure['median']:10.2f}  {figure['p95']:10.2f}")


if __name__ == "__main__":
    main()
