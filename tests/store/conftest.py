"""A file of the test's own."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from orchestrator_desktop.store.opening import FILE_NAME, open_store
from orchestrator_desktop.store.store import Store


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A data folder, not made yet."""
    return tmp_path / "data"


@pytest.fixture(scope="session")
def new_file(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """The bytes of a file that was just made: copying them spares each test the making."""
    place = tmp_path_factory.mktemp("new")
    open_store(place).close()
    return (place / FILE_NAME).read_bytes()


@pytest.fixture
def store(folder: Path, new_file: bytes) -> Iterator[Store]:
    """An open file with nothing in it."""
    folder.mkdir(mode=0o700)
    (folder / FILE_NAME).touch(mode=0o600)
    (folder / FILE_NAME).write_bytes(new_file)
    opened = open_store(folder)
    opened.execute("PRAGMA synchronous = OFF")  # no power fails here
    yield opened
    opened.close()
