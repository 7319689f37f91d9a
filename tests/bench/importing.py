"""Files of 10,000 tasks, taken in while a window is open: how long it takes, and how long its event loop stalls.
`python -m tests.bench.importing` prints the figures as JSON."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
import time
from concurrent.futures import Future
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any, Final

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QEventLoop, QTimer

from orchestrator_desktop import app as composition
from orchestrator_desktop.engine import exchanging
from orchestrator_desktop.engine.desk import Desk
from orchestrator_desktop.ui.shell.window import Window
from tests.bench.figures import Figures
from tests.bench.filling import WORDS

NUMBER: Final = 10_000
_SECONDS: Final = 5.0
_BEAT_MS: Final = 5
_SETTLED_MS: Final = 3_000


def main() -> None:
    """Each file in a process of its own: a window that has been closed must not take part in the next figure."""
    if len(sys.argv) > 1:
        sys.stdout.write(json.dumps(_measured(sys.argv[1])) + "\n")
        return
    figures: Figures = {}
    for name in _FILES:
        command = [sys.executable, "-m", "tests.bench.importing", name]
        figures |= json.loads(subprocess.run(command, stdout=subprocess.PIPE, check=True).stdout)
    sys.stdout.write(json.dumps(figures) + "\n")


def _measured(name: str) -> Figures:
    application = composition.make_app()
    with tempfile.TemporaryDirectory() as root:
        source = Path(root, name)
        source.write_text(_FILES[name](), encoding="utf-8", newline="")
        return _imported(application, Path(root, "data"), source)


def _imported(application: Any, folder: Path, source: Path) -> Figures:
    """The file is read, compared and taken in, as the window does it; the window shows the inbox meanwhile."""
    desk, services = composition.open_session(application, folder)
    window = Window(services, composition.FACTORIES)
    window.resize(1280, 800)
    window.start()
    window.show()
    desk.start_engine()
    _turn(_SETTLED_MS)
    gaps = _Gaps()
    began, cpu = time.perf_counter(), time.process_time()
    found = _finished(exchanging.find(desk, source, now=datetime.now(UTC).astimezone()))
    _finished(_taken(desk, found))
    seconds, worked = time.perf_counter() - began, time.process_time() - cpu
    gaps.stop()
    count = int(services.store.value("SELECT count(*) FROM task"))
    assert count == NUMBER, f"{count} of {source.name}"
    window.close()
    services.store.close()
    desk.close()
    ordered = sorted(gaps.found)
    name = f"import: {NUMBER:,} tasks of {source.name}"
    return {
        f"{name} (s)": {"median": seconds, "p95": seconds, "runs": 1, "processor": worked, "bound": _SECONDS},
        f"{name}, longest gap (ms)": {
            "median": ordered[-1],
            "p95": ordered[round(0.95 * (len(ordered) - 1))],
            "runs": 1,
        },
    }


def _taken(desk: Desk, found: exchanging.Found) -> Future[Any]:
    return desk.writer.submit(_take, found=found)


def _take(store: Any, *, found: exchanging.Found) -> Any:
    changes, outcome = exchanging.take(store, found=found)
    assert isinstance(outcome, exchanging.Outcome), outcome
    return changes


class _Gaps:
    """The milliseconds by which beats of a timer on the window's thread come late."""

    def __init__(self) -> None:
        self.found: list[float] = []
        self._last = time.perf_counter()
        self._beat = QTimer()
        self._beat.timeout.connect(self._tick)
        self._beat.start(_BEAT_MS)

    def stop(self) -> None:
        self._tick()
        self._beat.stop()

    def _tick(self) -> None:
        now = time.perf_counter()
        self.found.append(1000 * (now - self._last) - _BEAT_MS)
        self._last = now


def _finished(future: Future[Any]) -> Any:
    """What it gives; the window lives on until then."""
    loop = QEventLoop()
    look = QTimer()
    look.timeout.connect(lambda: loop.quit() if future.done() else None)
    look.start(_BEAT_MS)
    loop.exec()
    return future.result()


def _turn(milliseconds: int) -> None:
    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()


def _title(number: int) -> str:
    return f"Task {number} about {WORDS[number % 20]} and {WORDS[number // 7 % 20]}"


def _day(number: int) -> date:
    return datetime.now(UTC).astimezone().date() + timedelta(days=1 + number % 300)


def _todotxt() -> str:
    return "".join(
        f"({'ABC'[n % 3]}) 2026-11-01 {_title(n)} +{WORDS[n % 6]} @{WORDS[6 + n % 5]} due:{_day(n)}\n"
        for n in range(NUMBER)
    )


def _ical() -> str:
    return "".join(
        ("BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//bench//EN\r\n", *map(_todo, range(NUMBER)), "END:VCALENDAR\r\n")
    )


def _todo(number: int) -> str:
    return (
        f"BEGIN:VTODO\r\nUID:bench-{number}@example.org\r\nDTSTAMP:20261101T080000Z\r\nSUMMARY:{_title(number)}\r\n"
        f"DUE;VALUE=DATE:{_day(number):%Y%m%d}\r\nPRIORITY:{1 + number % 9}\r\nCATEGORIES:{WORDS[number % 6]}\r\n"
        f"DESCRIPTION:What was said about {WORDS[number % 20]}.\r\nEND:VTODO\r\n"
    )


def _json() -> str:
    return json.dumps(
        [
            {
                "uuid": f"00000000-0000-4000-8000-{n:012}",
                "description": _title(n),
                "status": "pending",
                "entry": "20261101T080000Z",
                "due": f"{_day(n):%Y%m%d}T090000Z",
                "project": WORDS[n % 6],
                "tags": [WORDS[6 + n % 5]],
            }
            for n in range(NUMBER)
        ]
    )


_FILES: Final = {"todo.txt": _todotxt, "tasks.ics": _ical, "tasks.json": _json}

if __name__ == "__main__":
    main()
