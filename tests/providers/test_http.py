"""The network around an answer: proxies, certificates, logs, and what start-up does not load."""

from __future__ import annotations

import logging
import subprocess
import sys
from pathlib import Path

import pytest

from orchestrator_desktop.domain.attempts import AttemptState
from orchestrator_desktop.domain.errors import ProviderErrorKind
from orchestrator_desktop.providers.base import Dialect, Endpoint
from tests.fakes.answers import openai_chat
from tests.fakes.certificates import self_signed
from tests.fakes.replay import ReplayServer, Reply, status
from tests.providers.asking import DIALECTS, GOOD, KEY, ask, ask_once, endpoint, question

OUTSIDE = Endpoint("p", Dialect.OPENAI_CHAT, "https://provider.test/v1")


@pytest.fixture(autouse=True)
def no_proxy(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("http_proxy", "https_proxy", "all_proxy", "no_proxy"):
        monkeypatch.delenv(name, raising=False)
        monkeypatch.delenv(name.upper(), raising=False)


def test_a_server_on_this_computer_is_asked_without_the_proxy(
    server: ReplayServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    with ReplayServer() as proxy:
        monkeypatch.setenv("http_proxy", f"http://127.0.0.1:{proxy.port}")
        monkeypatch.setenv("all_proxy", f"http://127.0.0.1:{proxy.port}")
        server.script(openai_chat("Hi"))
        assert ask_once(server).text == "Hi"
        assert proxy.requests == []


@pytest.mark.parametrize("more", [{}, {"all_proxy": "socks://127.0.0.1:9/"}])
def test_the_systems_proxy_is_used_for_all_else(
    server: ReplayServer, monkeypatch: pytest.MonkeyPatch, more: dict[str, str]
) -> None:
    for name, value in {"https_proxy": f"http://127.0.0.1:{server.port}", **more}.items():
        monkeypatch.setenv(name, value)
    server.script(status(403))
    (heard,) = ask(question(OUTSIDE))
    assert heard.kind is ProviderErrorKind.UNREACHABLE
    assert [(sent.method, sent.path) for sent in server.requests] == [("CONNECT", "provider.test:443")]
    assert "authorization" not in server.requests[0].headers


def test_a_proxy_that_cannot_be_used_is_named_and_not_gone_round(
    server: ReplayServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("all_proxy", "socks://127.0.0.1:9/")
    server.script(openai_chat("Hi"))
    refused, local = ask(question(OUTSIDE), question(endpoint(server)))
    assert refused.kind is ProviderErrorKind.UNREACHABLE
    assert "proxy" in str(refused.error)
    assert local.text == "Hi"


def test_a_certificate_that_nobody_vouches_for_gets_no_key(tmp_path: Path) -> None:
    with ReplayServer(tls=self_signed(tmp_path)) as server:
        (heard,) = ask(question(Endpoint("p", Dialect.OPENAI_CHAT, f"https://127.0.0.1:{server.port}/v1")))
        assert heard.kind is ProviderErrorKind.UNTRUSTED
        assert server.requests == []


@pytest.mark.parametrize("dialect", DIALECTS)
def test_no_key_is_logged_or_repeated_at_any_level(
    server: ReplayServer, dialect: Dialect, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    echo = {"error": {"message": f"Incorrect API key provided: {KEY.reveal()}"}}
    server.script(GOOD[dialect]("Hi"), status(401, body=echo), status(500, body=KEY.reveal()))
    answered, *refused = ask(*[question(endpoint(server, dialect))] * 3)
    assert answered.state is AttemptState.COMPLETE
    assert KEY.reveal() not in caplog.text
    assert not [record for record in caplog.records if record.name.startswith("http")]
    for heard in refused:
        assert "•••" in str(heard.error)
        assert KEY.reveal() not in repr((heard.error, vars(heard.error), heard.error and heard.error.__cause__))


def test_an_error_within_an_answer_is_scrubbed_too(server: ReplayServer) -> None:
    body = openai_chat("Hi", finish=None, usage=False, done=False).pieces[1]
    assert isinstance(body, bytes)
    error = b'data: {"error": {"message": "no ' + KEY.reveal().encode() + b'"}}\n\n'
    server.script(Reply((body, error)))
    heard = ask_once(server)
    assert str(heard.error) == "down: no •••"


def test_naming_a_provider_and_previewing_a_request_load_no_network_library() -> None:
    code = (
        "import sys\n"
        "from orchestrator_desktop.domain.messages import Options\n"
        "from orchestrator_desktop.providers.address import check_base_url\n"
        "from orchestrator_desktop.providers.base import Dialect, Endpoint, Request\n"
        "from orchestrator_desktop.providers.registry import adapter\n"
        "assert 'msgspec' not in sys.modules\n"
        "for dialect in Dialect:\n"
        "    place = Endpoint('p', dialect, check_base_url('https://x.example/v1'))\n"
        "    adapter(dialect).body(Request('a', place, 'm', (), Options(), False))\n"
        "loaded = {'httpx', 'httpcore', 'truststore', 'ssl', 'asyncio'} & set(sys.modules)\n"
        "assert not loaded, loaded\n"
    )
    subprocess.run([sys.executable, "-c", code], check=True)
