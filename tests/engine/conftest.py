from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.engine.scene import Scene
from tests.fakes.replay import ReplayServer


@pytest.fixture
def server() -> Iterator[ReplayServer]:
    with ReplayServer() as server:
        yield server


@pytest.fixture
def scene(tmp_path: Path) -> Iterator[Scene]:
    scene = Scene(tmp_path / "data")
    yield scene
    scene.desk.close()
