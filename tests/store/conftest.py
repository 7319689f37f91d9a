"""A file of the test's own."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from orchestrator_desktop.store.opening import open_store
from orchestrator_desktop.store.store import Store
from tests.newfile import put_new_file


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A data folder, not made yet."""
    return tmp_path / "data"


@pytest.fixture
def store(folder: Path) -> Iterator[Store]:
    """An open file with nothing in it."""
    put_new_file(folder)
    opened = open_store(folder)
    opened.execute("PRAGMA synchronous = OFF")  # no power fails here
    yield opened
    opened.close()
