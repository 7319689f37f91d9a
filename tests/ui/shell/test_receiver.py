"""The window's ear: later starts are heard, and nobody else."""

from __future__ import annotations

import socket
import stat
import sys
import tempfile
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from orchestrator_desktop.system.single import MOST, QUICK_ADD, Request, addresses, claim, tell
from orchestrator_desktop.ui.shell.receiver import Receiver

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="the tests speak through a Unix socket")


class Ear:
    """A receiver on a folder with a short path, and what it heard."""

    def __init__(self, folder: Path, bot: QtBot) -> None:
        self.folder, self.bot = folder, bot
        self.heard: list[Request] = []
        self.made: list[Receiver] = []
        self.open()

    def open(self) -> None:
        single = claim(self.folder, Request())
        assert single is not None and single.held
        receiver = Receiver(single)
        receiver.asked.connect(self.heard.append)
        assert receiver.listen(addresses(self.folder))
        self.made.append(receiver)

    def beside(self, act: Callable[[], object]) -> object:
        """Do it on another thread, as another process would, while the window turns."""
        with ThreadPoolExecutor(1) as pool:
            future = pool.submit(act)
            self.bot.waitUntil(future.done)
        return future.result()

    def say(self, text: bytes) -> bytes:
        """Say these bytes and hear the answer until the end."""

        def talk() -> bytes:
            with socket.socket(socket.AF_UNIX) as line:
                line.settimeout(20)
                line.connect(next(addresses(self.folder)))
                try:
                    line.sendall(text)
                    return line.recv(100)
                except OSError:
                    return b""

        found = self.beside(talk)
        assert isinstance(found, bytes)
        return found


@pytest.fixture
def ear(qapp: QApplication, qtbot: QtBot) -> Iterator[Ear]:
    with tempfile.TemporaryDirectory(prefix="orch-") as name:
        made = Ear(Path(name), qtbot)
        yield made
        for receiver in made.made:
            receiver.close()


def test_a_later_start_is_heard_and_answered(ear: Ear) -> None:
    wanted = Request(QUICK_ADD, "Ring Nora\tat nine", "token")
    assert ear.beside(lambda: tell(ear.folder, wanted)) is True
    assert ear.heard == [wanted]
    assert ear.beside(lambda: tell(ear.folder, Request())) is True
    assert len(ear.heard) == 2


def test_only_the_user_may_come(ear: Ear) -> None:
    path = Path(next(addresses(ear.folder)))
    assert stat.S_IMODE(path.stat().st_mode) == 0o600


def test_a_request_in_pieces_is_heard_whole(ear: Ear) -> None:
    line = Request(QUICK_ADD, "é" * 20_000).line()

    def talk() -> bytes:
        with socket.socket(socket.AF_UNIX) as out:
            out.settimeout(20)
            out.connect(next(addresses(ear.folder)))
            for start in range(0, len(line), 5000):
                out.sendall(line[start : start + 5000])
            return out.recv(3)

    assert ear.beside(talk) == b"ok\n"
    assert [len(wanted.text) for wanted in ear.heard] == [20_000]


@pytest.mark.parametrize("text", [b"GET / HTTP/1.1\n", b"\n", b'{"act": "quit"}\n', b"x" * (MOST + 10)])
def test_others_are_sent_away(ear: Ear, text: bytes) -> None:
    assert ear.say(text) == b""
    assert ear.heard == []


def test_what_a_dead_window_left_is_taken_over(ear: Ear) -> None:
    ear.made.pop().close()
    with socket.socket(socket.AF_UNIX) as left:
        left.bind(next(addresses(ear.folder)))
    ear.open()
    assert ear.beside(lambda: tell(ear.folder, Request())) is True


def test_closed_it_leaves_the_folder_to_the_next(ear: Ear) -> None:
    ear.made[0].close()
    assert not tell(ear.folder, Request())
    single = claim(ear.folder, Request(), patience=0)
    assert single is not None and single.held
    single.close()
