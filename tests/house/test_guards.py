"""The guards of conftest.py guard."""

from __future__ import annotations

import asyncio
import os
import socket
import tempfile
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

ELSEWHERE = ("192.0.2.1", 80)  # an address kept for documentation: nothing answers there


def test_a_connection_to_another_machine_fails_the_test() -> None:
    with socket.socket() as probe, pytest.raises(AssertionError, match=r"192\.0\.2\.1"):
        probe.connect(ELSEWHERE)


def test_a_connection_from_an_event_loop_fails_it_too() -> None:
    with pytest.raises(AssertionError, match=r"192\.0\.2\.1"):
        asyncio.run(asyncio.open_connection(*ELSEWHERE))


def test_no_other_host_has_a_name() -> None:
    with pytest.raises(socket.gaierror):
        socket.getaddrinfo("example.org", 443)


def test_this_machine_can_be_reached() -> None:
    with socket.create_server(("127.0.0.1", 0)) as server, socket.create_connection(server.getsockname()) as client:
        assert client.getpeername() == server.getsockname()


def test_the_data_folder_is_the_tests_own(data_dir: Path) -> None:
    assert os.environ["ORCHESTRATOR_DATA_DIR"] == str(data_dir)
    assert data_dir.is_relative_to(tempfile.gettempdir())
    assert not data_dir.exists()


def test_windows_open_on_no_screen(qapp: QApplication) -> None:
    assert qapp.platformName() == "offscreen"
