"""What pricing must not do: reach for the network, load its list before it is asked, fail a delegation."""

from __future__ import annotations

import socket
import subprocess
import sys
import threading
from datetime import UTC, datetime

import genai_prices
import pytest

from orchestrator_desktop.domain.messages import Usage
from orchestrator_desktop.providers.prices import cost, listed

AT = datetime(2026, 11, 20, 12, tzinfo=UTC)

OPENAI = "https://api.openai.com/v1"


def test_a_library_that_fails_is_an_unknown_price_and_a_line_in_the_log(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def broken(*_: object, **__: object) -> None:
        raise ValueError("a price list that makes no sense")

    monkeypatch.setattr(genai_prices, "calc_price", broken)
    assert cost(OPENAI, "gpt-4o", Usage(1_000, 100), AT) is None
    assert [record.getMessage() for record in caplog.records] == ["no price for a model of openai"]
    caplog.clear()


OFFLINE = """
import socket, sys, threading
from datetime import UTC, datetime

class Refused(BaseException):
    pass

def refuse(*arguments, **options):
    raise Refused("a price list opened a socket")

socket.socket.__init__ = refuse
socket.getaddrinfo = socket.create_connection = refuse
from orchestrator_desktop.domain.messages import Usage
from orchestrator_desktop.providers import prices

at = datetime(2026, 11, 20, tzinfo=UTC)
assert prices.cost("https://llm.halden.example/v1", "gpt-4o", Usage(1, 1), at) is None
print("genai_prices" in sys.modules, "pydantic" in sys.modules)
print(prices.cost("https://api.openai.com/v1", "gpt-4o", Usage(1_000, 100), at))
print("genai_prices" in sys.modules, threading.active_count())
"""


def test_pricing_opens_no_socket_starts_no_thread_and_loads_the_list_only_when_asked() -> None:
    run = subprocess.run([sys.executable, "-c", OFFLINE], capture_output=True, text=True, timeout=60, check=False)
    assert run.stdout.splitlines() == ["False False", "3500", "True 1"], run.stderr


def test_pricing_opens_no_socket_later_either(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise AssertionError("a price list opened a socket")

    before = threading.active_count()
    monkeypatch.setattr(socket.socket, "__init__", refuse)
    assert cost(OPENAI, "gpt-4o", Usage(1_000, 100), AT) == 3_500
    assert listed(OPENAI, "gpt-99", AT) is None
    assert threading.active_count() == before


STARTED = """
import sys
import orchestrator_desktop.{module}
from orchestrator_desktop.providers import prices, registry
print(*sorted({{"genai_prices", "httpx2", "pydantic", "pydantic_core"}} & set(sys.modules)))
"""


@pytest.mark.parametrize("module", ["__main__", "app", "cli.main", "providers.stream"])
def test_a_start_loads_no_price_list(module: str) -> None:
    code = STARTED.format(module=module)
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, timeout=60, check=False)
    assert run.stdout == "\n", run.stderr
