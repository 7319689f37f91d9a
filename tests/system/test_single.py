"""Who is the window of a folder, and how the others find out."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import tempfile
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from orchestrator_desktop.system import single
from orchestrator_desktop.system.single import QUICK_ADD, SHOW, Request, addresses, claim, read_request, request, tell

unix = pytest.mark.skipif(sys.platform == "win32", reason="named pipes there")


@pytest.fixture
def folder() -> Iterator[Path]:
    """A short path, as a user's is: a socket's must not be long."""
    with tempfile.TemporaryDirectory(prefix="orch-") as name:
        yield Path(name)


@pytest.fixture
def answering(folder: Path) -> Iterator[Callable[[bytes], list[bytes]]]:
    """Somebody at the folder's first address who answers with these bytes; what came is in the list."""
    sockets: list[socket.socket] = []

    def start(answer: bytes) -> list[bytes]:
        heard: list[bytes] = []
        server = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
        server.bind(next(addresses(folder)))
        server.listen()
        sockets.append(server)

        def serve() -> None:
            try:
                talk, _ = server.accept()
            except OSError:
                return
            with talk:
                heard.append(talk.recv(1000))
                talk.sendall(answer)

        threading.Thread(target=serve, daemon=True).start()
        return heard

    yield start
    for one in sockets:
        one.shutdown(socket.SHUT_RDWR)
        one.close()


@pytest.mark.parametrize(
    ("quick_add", "environ", "expected"),
    [
        (None, {}, Request(SHOW)),
        ("", {}, Request(QUICK_ADD)),
        ("Buy é", {"XDG_ACTIVATION_TOKEN": "t", "DESKTOP_STARTUP_ID": "d"}, Request(QUICK_ADD, "Buy é", "t")),
        (None, {"DESKTOP_STARTUP_ID": "d"}, Request(SHOW, "", "d")),
        ("Buy \udce9", {}, Request(QUICK_ADD, "Buy ?")),
    ],
)
def test_what_a_start_asks_for(quick_add: str | None, environ: dict[str, str], expected: Request) -> None:
    made = request(quick_add, environ)
    assert made == expected
    assert read_request(made.line()) == expected
    assert made.line().count(b"\n") == 1


@pytest.mark.parametrize(
    "line",
    [b"", b"\n", b"show\n", b"[1]\n", b'{"act": "quit"}\n', b'{"act": "show", "rm": "-rf"}\n', b"\xff\n", b"[" * 9999],
)
def test_what_is_no_request(line: bytes) -> None:
    assert read_request(line) is None


@unix
def test_addresses_are_the_folders_own(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_RUNTIME_DIR", "/run/user/1")
    beside, apart = addresses(folder)
    assert beside == str(folder / "window.socket")
    assert apart.startswith(f"/run/user/1/orchestrator-{os.getuid()}-")
    assert list(addresses(folder / "other"))[1] != apart
    long = folder / ("x" * 100)
    assert [Path(found).parent for found in addresses(long)] == [Path("/run/user/1")]


def test_nobody_is_told_where_nobody_is(folder: Path) -> None:
    assert not tell(folder, Request())
    assert not tell(folder / "none", Request())


@unix
def test_what_a_dead_one_left_is_nobody(folder: Path) -> None:
    with socket.socket(socket.AF_UNIX) as left:
        left.bind(next(addresses(folder)))
    assert not tell(folder, Request())


@unix
def test_the_one_who_answers_is_told(folder: Path, answering: Callable[[bytes], list[bytes]]) -> None:
    heard = answering(b"ok\n")
    assert tell(folder, Request(QUICK_ADD, "Ring\nNora"))
    assert [read_request(line) for line in heard] == [Request(QUICK_ADD, "Ring\nNora")]


@unix
def test_another_answer_is_none(folder: Path, answering: Callable[[bytes], list[bytes]]) -> None:
    answering(b"no\n")
    assert not tell(folder, Request())


@unix
def test_who_accepts_and_never_answers_is_given_up(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(single, "_ANSWERS_IN", 0.05)
    with socket.socket(socket.AF_UNIX) as mute:
        mute.bind(next(addresses(folder)))
        mute.listen()
        assert not tell(folder, Request())


@unix
def test_somebody_elses_socket_is_not_talked_to(
    folder: Path, answering: Callable[[bytes], list[bytes]], monkeypatch: pytest.MonkeyPatch
) -> None:
    heard = answering(b"ok\n")
    monkeypatch.setattr(os, "getuid", lambda: 987654)
    assert not tell(folder, Request())
    assert heard == []


def test_the_first_one_has_the_folder_until_it_closes(folder: Path) -> None:
    first = claim(folder / "new", Request())
    assert first is not None and first.held
    second = claim(folder / "new", Request(), patience=0)
    assert second is not None and not second.held  # nobody listens: it goes on alone
    other = claim(folder / "elsewhere", Request(), patience=0)
    assert other is not None and other.held
    first.close()
    third = claim(folder / "new", Request(), patience=0)
    assert third is not None and third.held
    third.close()
    other.close()


@unix
def test_the_second_tells_the_first(folder: Path, answering: Callable[[bytes], list[bytes]]) -> None:
    first = claim(folder, Request())
    heard = answering(b"ok\n")
    assert claim(folder, Request(QUICK_ADD, "x")) is None
    assert [read_request(line) for line in heard] == [Request(QUICK_ADD, "x")]
    assert first is not None
    first.close()


def test_a_folder_that_cannot_be_made_is_left_to_the_opening(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    found = claim(tmp_path / "file" / "data", Request())
    assert found is not None and not found.held


@unix
def test_asking_loads_no_qt_and_nothing_large(folder: Path) -> None:
    code = (
        "import sys; from orchestrator_desktop.__main__ import main; "
        "sys.argv = ['orchestrator-desktop', '--data-dir', sys.argv[1], '--quick-add', 'Ring Nora']; "
        "print(main(), *sorted({name.partition('.')[0] for name in sys.modules}))"
    )
    server = socket.socket(socket.AF_UNIX)
    with server:
        server.bind(next(addresses(folder)))
        server.listen()
        with subprocess.Popen([sys.executable, "-c", code, str(folder)], stdout=subprocess.PIPE, text=True) as process:
            talk, _ = server.accept()
            with talk:
                assert read_request(talk.recv(1000)) == Request(QUICK_ADD, "Ring Nora")
                talk.sendall(b"ok\n")
            said, _ = process.communicate(timeout=60)
    code_said, *modules = said.split()
    assert code_said == "0"
    assert not {"PySide6", "shiboken6", "filelock", "asyncio", "sqlite3", "dataclasses", "hashlib"} & set(modules)
