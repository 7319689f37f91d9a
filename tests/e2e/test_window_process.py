"""The window's program in a process of its own: how it ends, and what it says when it cannot begin."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import tempfile
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from orchestrator_desktop.domain.attempts import AttemptState
from orchestrator_desktop.store.opening import FILE_NAME, open_store
from tests.engine.scene import SECONDS, Scene
from tests.fakes.answers import openai_chat
from tests.fakes.replay import Recorded, ReplayServer, Reply

OPEN = """
import os, signal, sys
from orchestrator_desktop.app import run
signal.signal(signal.SIGINT, signal.default_int_handler)  # a test runner in the background may have it ignored
if sys.argv[2] == "nobody" and os.getuid() == 0:
    os.setgroups([])
    os.setgid(65534)
    os.setuid(65534)  # rights mean nothing to root
sys.exit(run(data_dir=sys.argv[1], self_test=sys.argv[2] != "stay"))
"""


def start(folder: Path, how: str) -> subprocess.Popen[str]:
    return subprocess.Popen([sys.executable, "-c", OPEN, str(folder), how], stderr=subprocess.PIPE, text=True)


def refused(folder: Path, how: str = "leave") -> str:
    """What the program says of a folder that it cannot use."""
    with start(folder, how) as process:
        _, said = process.communicate(timeout=SECONDS)
    assert process.returncode == 1
    assert "Traceback" not in said
    return said


@pytest.mark.skipif(sys.platform == "win32", reason="signals")
@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_ctrl_c_and_the_end_of_the_session_keep_what_has_arrived(tmp_path: Path, number: signal.Signals) -> None:
    asked = threading.Event()

    def answer(_request: Recorded) -> Reply:
        asked.set()
        return openai_chat("Half of it", finish=None, usage=False, done=False).hung()

    with ReplayServer() as server:
        server.script(answer)
        scene = Scene(tmp_path)
        scene.add_provider(server.openai_url)
        delegation = scene.delegate()
        with start(tmp_path, "stay") as process:
            assert asked.wait(SECONDS)
            scene.streaming(delegation, "Half of it")
            process.send_signal(number)
            _, said = process.communicate(timeout=SECONDS)
        attempt = scene.attempt(delegation)
        scene.desk.close()
    assert (process.returncode, said) == (0, "")
    assert (attempt.state, attempt.error, attempt.text) == (AttemptState.INTERRUPTED, "app_ended", "Half of it")


def _no_database(folder: Path) -> None:
    folder.mkdir()
    (folder / FILE_NAME).write_bytes(b"Dear diary, " * 500)


def _from_the_future(folder: Path) -> None:
    store = open_store(folder)
    store.execute("PRAGMA user_version = 99")
    store.close()


@pytest.mark.parametrize(
    ("make", "words"), [(_no_database, "not an Orchestrator file"), (_from_the_future, "newer version of Orchestrator")]
)
def test_a_file_that_cannot_be_used_is_said_and_left_alone(
    tmp_path: Path, make: Callable[[Path], None], words: str
) -> None:
    folder = tmp_path / "data"
    make(folder)
    before = (folder / FILE_NAME).read_bytes()
    assert words in refused(folder)
    assert (folder / FILE_NAME).read_bytes() == before


@pytest.fixture
def read_only() -> Iterator[Path]:
    """A folder with a good file in it that may be read alone; not among pytest's, which are closed to other users."""
    with tempfile.TemporaryDirectory(prefix="orchestrator-rights-") as name:
        folder = Path(name)
        scene = Scene(folder)
        scene.desk.close()
        (folder / FILE_NAME).chmod(0o444)
        folder.chmod(0o555)
        yield folder
        folder.chmod(0o700)


@pytest.mark.skipif(not hasattr(os, "getuid"), reason="rights of another kind")
def test_a_read_only_folder_is_said_and_left_alone(read_only: Path) -> None:
    before = (read_only / FILE_NAME).read_bytes()
    said = refused(read_only, "nobody")
    assert f"{read_only / FILE_NAME} cannot be written. Nothing was changed" in said
    assert (read_only / FILE_NAME).read_bytes() == before
