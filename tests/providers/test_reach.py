"""Whether a provider can be reached: a connection to it, over TLS one that the right server takes."""

from __future__ import annotations

import asyncio
import socket
from collections.abc import Iterator
from pathlib import Path

import pytest

from orchestrator_desktop.providers.reach import reachable
from tests.fakes.certificates import self_signed
from tests.fakes.replay import ReplayServer


@pytest.fixture
def listener() -> Iterator[int]:
    """The port of a computer that takes connections and says nothing."""
    with socket.create_server(("127.0.0.1", 0)) as listening:
        yield listening.getsockname()[1]


def knock(base_url: str, seconds: float = 5) -> bool:
    return asyncio.run(reachable(base_url, seconds=seconds))


def closed_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as listening:
        return int(listening.getsockname()[1])


def test_a_server_without_tls_has_to_listen_and_is_asked_for_nothing(server: ReplayServer) -> None:
    assert knock(f"http://127.0.0.1:{server.port}/v1")
    assert server.requests == []
    assert not knock(f"http://127.0.0.1:{closed_port()}/v1")


def test_over_tls_the_right_server_is_reachable_and_one_nobody_vouches_for_is_not(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with ReplayServer(tls=self_signed(tmp_path)) as server:
        url = f"https://127.0.0.1:{server.port}/v1"
        assert not knock(url)
        monkeypatch.setenv("SSL_CERT_FILE", str(tmp_path / "server.pem"))
        assert knock(url)
        assert server.requests == []


def test_a_door_that_speaks_no_tls_is_not_the_server(listener: int) -> None:
    assert not knock(f"https://127.0.0.1:{listener}/v1", seconds=0.1)
    with ReplayServer(tls=_refused) as portal:
        assert not knock(f"https://127.0.0.1:{portal.port}/v1")


def _refused(plain: socket.socket) -> socket.socket:
    """What a network that wants one to sign in first says to any greeting."""
    plain.recv(4096)
    plain.sendall(b"HTTP/1.1 302 Found\r\nLocation: http://portal.test/\r\n\r\n")
    return plain


def test_behind_a_proxy_the_proxy_is_what_can_be_known(listener: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("no_proxy", raising=False)
    monkeypatch.setenv("https_proxy", f"http://127.0.0.1:{listener}")
    assert knock("https://provider.test/v1")
    monkeypatch.setenv("https_proxy", f"http://127.0.0.1:{closed_port()}")
    assert not knock("https://provider.test/v1")


def test_what_is_no_address_leads_nowhere(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("https_proxy", raising=False)
    assert not knock(f"https://{'a' * 64}.test/v1")
    monkeypatch.delenv("no_proxy", raising=False)
    monkeypatch.setenv("https_proxy", "http://127.0.0.1:99999")
    assert not knock("https://provider.test/v1")
