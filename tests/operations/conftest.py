"""A desk on a file of the test's own."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from orchestrator_desktop.store.opening import FILE_NAME, open_store
from orchestrator_desktop.store.store import Store
from tests.operations.work import Work


@pytest.fixture(scope="session")
def new_file(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """The bytes of a file that was just made: copying them spares each test the making."""
    place = tmp_path_factory.mktemp("new")
    open_store(place).close()
    return (place / FILE_NAME).read_bytes()


@pytest.fixture
def store(tmp_path: Path, new_file: bytes) -> Iterator[Store]:
    folder = tmp_path / "data"
    folder.mkdir()
    (folder / FILE_NAME).write_bytes(new_file)
    opened = open_store(folder)
    opened.execute("PRAGMA synchronous = OFF")  # no power fails here
    yield opened
    opened.close()


@pytest.fixture
def work(store: Store) -> Work:
    return Work(store)
