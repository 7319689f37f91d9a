"""What every test stands on: no screen, no network, no secrets and no files but its own; any warning fails."""

from __future__ import annotations

import gc
import logging
import os
import signal
import socket
import tempfile
import time
from collections.abc import Callable, Iterator
from functools import wraps
from ipaddress import ip_address
from pathlib import Path
from typing import Any

import hypothesis
import pytest
from pytestqt.qtbot import QtBot

# Before anything imports Qt, keyring or platformdirs; subprocesses inherit it. A test that wants the real thing
# (a screen, a Secret Service) says so in the environment of the process that it starts.
_HOME = tempfile.TemporaryDirectory(prefix="orchestrator-tests-")
os.environ |= {
    "QT_QPA_PLATFORM": "offscreen",
    "ORCHESTRATOR_DATA_DIR": f"{_HOME.name}/data",
    "XDG_CONFIG_HOME": f"{_HOME.name}/config",
    "XDG_CACHE_HOME": f"{_HOME.name}/cache",
    "PYTHON_KEYRING_BACKEND": "keyring.backends.fail.Keyring",
    "LC_ALL": "C.UTF-8",
    "TZ": "CET-1CEST,M3.5.0,M10.5.0/3",  # Paris, with its summer time, spelt out: not every machine has a zone file
}
if hasattr(time, "tzset"):
    time.tzset()
if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
    # Started in the background by a shell without job control: Ctrl+C would reach no test, and no process of theirs.
    signal.signal(signal.SIGINT, signal.default_int_handler)

hypothesis.settings.register_profile("fixed", derandomize=True, deadline=None, database=None)
hypothesis.settings.load_profile("fixed")


@pytest.hookimpl(tryfirst=True)
def pytest_configure(config: pytest.Config) -> None:
    """The order of the tests is shuffled, the same way each time."""
    if config.getoption("randomly_seed", None) == "default":
        config.option.randomly_seed = 2026


def pytest_unconfigure() -> None:
    _HOME.cleanup()


def _is_loopback(address: Any) -> bool:
    if not isinstance(address, tuple):
        return True  # a Unix socket: the display, a D-Bus session
    host = address[0]
    return host in ("", "localhost") or ip_address(host.partition("%")[0]).is_loopback


def _guarded(call: Callable[..., Any]) -> Callable[..., Any]:
    @wraps(call)
    def guard(self: socket.socket, address: Any) -> Any:
        assert _is_loopback(address), f"a test reached for the network: {address}"
        return call(self, address)

    return guard


def _resolve(host: str | bytes | None, *arguments: Any, **options: Any) -> Any:
    """Name resolution in a world that has no other host than this one."""
    name = host.decode() if isinstance(host, bytes) else host
    try:
        known = name in (None, "", "localhost") or bool(ip_address(name or ""))
    except ValueError:
        known = False
    if not known:
        raise socket.gaierror(socket.EAI_NONAME, "Name or service not known")
    return _getaddrinfo(host, *arguments, **options)


_getaddrinfo = socket.getaddrinfo


@pytest.fixture(autouse=True)
def collected_here() -> Iterator[None]:
    """Garbage is collected on the tests' thread, as the window does it (ui/collector.py): widgets in reference cycles
    must not die on a store's thread."""
    gc.disable()
    yield
    gc.collect(1)


@pytest.fixture(scope="session", autouse=True)
def no_network() -> Iterator[None]:
    """Only the loopback interface is there, for every thread and every test."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(socket.socket, "connect", _guarded(socket.socket.connect))
        patch.setattr(socket.socket, "connect_ex", _guarded(socket.socket.connect_ex))
        patch.setattr(socket, "getaddrinfo", _resolve)
        yield


@pytest.fixture(autouse=True)
def no_logged_warnings(caplog: pytest.LogCaptureFixture) -> Iterator[None]:
    """A warning in the log fails the test. One that expects it asserts on `caplog` and calls `caplog.clear()`."""
    yield
    logged = [record.getMessage() for record in caplog.get_records("call") if record.levelno >= logging.WARNING]
    assert not logged, f"logged: {logged}"


_PATIENCE = 30_000
"""Milliseconds that a wait for the event loop may take: on a busy machine the five seconds of pytest-qt run out."""


class PatientBot(QtBot):
    """Waits as long as something could reasonably take; a test that waits to the end has failed."""

    def waitUntil(self, callback: Callable[[], bool | None], *, timeout: int = _PATIENCE) -> None:
        super().waitUntil(callback, timeout=timeout)

    def waitSignal(self, signal: Any, *, timeout: int = _PATIENCE, **how: Any) -> Any:
        return super().waitSignal(signal, timeout=timeout, **how)


@pytest.fixture
def qtbot(qapp: Any, request: pytest.FixtureRequest) -> QtBot:
    return PatientBot(request)


@pytest.fixture
def data_dir(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A data folder of the test's own, not made yet, named in the environment as a user would name it."""
    folder = tmp_path / "data"
    monkeypatch.setenv("ORCHESTRATOR_DATA_DIR", str(folder))
    return folder
