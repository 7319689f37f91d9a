"""A file of the test's own."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from orchestrator_desktop.store.opening import open_store
from orchestrator_desktop.store.store import Store


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A data folder, not made yet."""
    return tmp_path / "data"


@pytest.fixture
def store(folder: Path) -> Iterator[Store]:
    opened = open_store(folder)
    yield opened
    opened.close()
