"""A second start on the same data, in processes of their own: the first one is told, and the second leaves."""

from __future__ import annotations

import select
import signal
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.engine.scene import SECONDS

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="signals")

TELLING = """
import sys
from orchestrator_desktop.ui.quick_add.window import QuickAdd
from orchestrator_desktop.ui.shell import presence
from orchestrator_desktop.ui.shell.receiver import Receiver

show, appear, listen = presence._to_front, QuickAdd.appear, Receiver.listen
presence._to_front = lambda window, token: (show(window, token), print("window", token, flush=True))
QuickAdd.appear = lambda self, text="": (appear(self, text), print("line", text, flush=True))
Receiver.listen = lambda self, places: (listen(self, places), print("listens", flush=True))[0]
from orchestrator_desktop.__main__ import main
sys.exit(main())
"""


class Starts:
    """Starts of the program on one folder."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.running: list[subprocess.Popen[str]] = []

    def stay(self, *arguments: str) -> subprocess.Popen[str]:
        """One that stays; what it shows is on its output."""
        command = [sys.executable, "-c", TELLING, "--data-dir", str(self.folder), *arguments]
        process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
        self.running.append(process)
        return process

    def pass_by(self, *arguments: str, env: dict[str, str] | None = None) -> None:
        """One that leaves."""
        command = [sys.executable, "-m", "orchestrator_desktop", "--data-dir", str(self.folder), *arguments]
        subprocess.run(command, timeout=SECONDS, check=True, env=env)


@pytest.fixture
def starts() -> Iterator[Starts]:
    with tempfile.TemporaryDirectory(prefix="orch-") as name:
        made = Starts(Path(name))
        yield made
        for process in made.running:
            process.kill()
            process.communicate()


def heard(process: subprocess.Popen[str]) -> str:
    assert process.stdout is not None
    return process.stdout.readline().rstrip("\n")


def test_a_second_start_raises_the_first_and_leaves(starts: Starts) -> None:
    first = starts.stay()
    assert [heard(first), heard(first)] == ["window ", "listens"]
    starts.pass_by()
    assert heard(first) == "window "
    starts.pass_by("--quick-add", "Ring Nora")
    assert heard(first) == "line Ring Nora"
    assert first.poll() is None
    first.send_signal(signal.SIGTERM)
    assert first.wait(SECONDS) == 0
    assert not (starts.folder / "window.socket").exists()


def test_a_start_that_comes_before_the_first_can_listen_waits_for_it(starts: Starts) -> None:
    first, second = starts.stay(), starts.stay()
    ready, _, _ = select.select([first.stdout, second.stdout], [], [], SECONDS)
    stayed = next(start for start in (first, second) if start.stdout in ready and heard(start) == "window ")
    left = second if stayed is first else first
    assert (left.wait(SECONDS), stayed.poll()) == (0, None)
    assert [heard(stayed), heard(stayed)] == ["listens", "window "]


def test_the_line_alone_becomes_the_window_when_that_is_wanted(starts: Starts) -> None:
    line = starts.stay("--quick-add")
    assert [heard(line), heard(line)] == ["line ", "listens"]
    starts.pass_by()
    assert heard(line) == "window "


def test_after_a_kill_the_next_one_begins_anew(starts: Starts) -> None:
    first = starts.stay()
    assert [heard(first), heard(first)] == ["window ", "listens"]
    first.kill()
    first.wait(SECONDS)
    assert (starts.folder / "window.socket").exists()
    second = starts.stay()
    assert heard(second) == "window "


def test_another_folder_is_another_window(starts: Starts, tmp_path: Path) -> None:
    first = starts.stay()
    assert heard(first) == "window "
    other = Starts(tmp_path / "other")
    process = other.stay()
    try:
        assert heard(process) == "window "
    finally:
        process.kill()
        process.communicate()
    starts.pass_by("--self-test")  # and so is a test of the program
    assert first.poll() is None
