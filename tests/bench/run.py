"""The numbers kept from the first day. Run by `make bench`; prints a table and writes bench.json.

Figures are medians (95th percentile beside them), measured on the machine it runs on; starting is compared with an
empty PySide6 window in the same run."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
HOME = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(HOME)]

from orchestrator_desktop.store.opening import open_store  # noqa: E402
from tests.bench import filling, planning  # noqa: E402
from tests.bench.figures import Figure, Figures, holds, show, summary  # noqa: E402
from tests.bench.stream import stream_gap  # noqa: E402

MANY = 30_000
STARTS = 7
START_TIMES = 1.5
"""So many times as long as on an empty store a start may take."""


def main() -> None:
    figures: Figures = {}
    with tempfile.TemporaryDirectory() as root:
        empty, full = Path(root, "empty"), Path(root, str(MANY))
        open_store(empty).close()
        filling.fill(full, MANY)
        figures |= _starts(empty, full)
        figures |= _apart("memory", str(full))
        figures |= planning.at(full, MANY)
        for size in planning.SIZES:
            if size != MANY and size <= _largest():
                folder = Path(root, f"with {size}")
                filling.fill(folder, size)
                figures |= planning.at(folder, size)
    figures |= _apart("commands")
    figures |= _apart("importing")
    figures |= _apart("slow_cases")
    figures |= stream_gap()
    figures |= _apart("fifty")
    show(figures)
    held = [holds(figure) for figure in figures.values() if "bound" in figure]
    print(f"{sum(held)} of {len(held)} bounds hold.")
    (HOME / "bench.json").write_text(json.dumps(figures, indent=2) + "\n")


def _largest() -> int:
    """`make bench ARGS=30000` leaves the store of a million out, which takes some minutes to fill."""
    return int(sys.argv[1]) if len(sys.argv) > 1 else max(planning.SIZES)


def _apart(module: str, *arguments: str) -> Figures:
    """In a process of its own: there is one QApplication in each."""
    command = [sys.executable, "-m", f"tests.bench.{module}", *arguments]
    done = subprocess.run(command, cwd=HOME, stdout=subprocess.PIPE, check=True)
    figures: Figures = json.loads(done.stdout)
    return figures


def _starts(empty: Path, full: Path) -> dict[str, Figure]:
    """Taken in turn, so that a machine that slows down slows all of them."""
    cases = {"empty Qt window": "--empty", "window, 0 tasks": str(empty), f"window, {MANY:,} tasks": str(full)}
    taken: dict[str, list[tuple[float, float, float]]] = {name: [] for name in cases}
    for number in range(STARTS + 1):
        for name, argument in cases.items():
            figure = _start(argument)
            if number:  # the first round warms the disk
                taken[name].append(figure)
    figures = {}
    for name, runs in taken.items():
        figures[f"start: {name} (ms)"] = summary([ready for ready, _, _ in runs])
        figures[f"start: {name}, all of it (ms)"] = summary([whole for _, whole, _ in runs])
        figures[f"memory: {name} (PSS, MiB)"] = summary([pss / 1024 for _, _, pss in runs])
    bound = START_TIMES * figures["start: window, 0 tasks (ms)"]["median"]
    figures[f"start: window, {MANY:,} tasks (ms)"]["bound"] = bound
    return figures


def _start(argument: str) -> tuple[float, float, float]:
    """(milliseconds from exec to usable, to all that is made after the first painting, PSS in KiB)."""
    command = [sys.executable, str(HOME / "tests" / "bench" / "start_window.py"), argument]
    began = time.perf_counter()
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        times = {}
        for _ in range(2):
            word = process.stdout.readline().strip()
            times[word] = 1000 * (time.perf_counter() - began)
        pss = float(process.stdout.readline())
    return times["ready"], times["whole"], pss


if __name__ == "__main__":
    main()
