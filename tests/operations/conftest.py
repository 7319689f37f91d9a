"""A desk on a file of the test's own."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from orchestrator_desktop.store.opening import open_store
from orchestrator_desktop.store.store import Store
from tests.newfile import put_new_file
from tests.operations.work import Work


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    folder = tmp_path / "data"
    put_new_file(folder)
    opened = open_store(folder)
    opened.execute("PRAGMA synchronous = OFF")  # no power fails here
    yield opened
    opened.close()


@pytest.fixture
def work(store: Store) -> Work:
    return Work(store)
