from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.e2e.wire import Wire, wire_at
from tests.engine.scene import Scene
from tests.fakes.replay import ReplayServer


@pytest.fixture(scope="module")
def wire(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Wire]:
    """One for a module: each case has a provider of its own."""
    with wire_at(tmp_path_factory.mktemp("wire")) as wire:
        yield wire


@pytest.fixture
def server() -> Iterator[ReplayServer]:
    with ReplayServer() as server:
        yield server


@pytest.fixture
def scene(tmp_path: Path) -> Iterator[Scene]:
    scene = Scene(tmp_path / "data")
    yield scene
    scene.desk.close()
