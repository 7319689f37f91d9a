"""A provider that misbehaves on order for each test, and the real llama.cpp server once."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.fakes.llama import Llama, llama_server
from tests.fakes.replay import ReplayServer


@pytest.fixture
def server() -> Iterator[ReplayServer]:
    with ReplayServer() as running:
        yield running


@pytest.fixture(scope="session")
def llama() -> Iterator[Llama]:
    with llama_server() as running:
        yield running
