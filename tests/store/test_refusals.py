"""Files and folders that cannot be used: said in words, and left as they are."""

import random
import sqlite3
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from orchestrator_desktop.domain.errors import UserError
from orchestrator_desktop.store.opening import FILE_NAME, SCHEMA, open_store
from tests.store.children import run

OPEN = "\nnobody()\nsaid(lambda: open_store(folder))"
NOT_DATABASES = {
    "random bytes": random.Random(5).randbytes(20_000),
    "text": "Ma liste de tâches\n".encode() * 300,
    "a short text": b"hello",
    "a zip": b"PK\x03\x04" + bytes(3000),
    "zeros": bytes(8192),
    "a header and nothing": b"SQLite format 3\0",
    "a header and noise": b"SQLite format 3\0" + random.Random(6).randbytes(9000),
}


def put(folder: Path, content: bytes) -> Path:
    folder.mkdir()
    path = folder / FILE_NAME
    path.write_bytes(content)
    return path


def refused(folder: Path, words: str) -> None:
    """Opening says `words`, and neither the file nor the folder changes."""
    path = folder / FILE_NAME
    before = (path.read_bytes(), path.stat().st_mtime_ns, sorted(folder.iterdir()))
    with pytest.raises(UserError, match=words) as said:
        open_store(folder)
    assert str(path) in str(said.value)
    assert "left as it is" in str(said.value)
    assert (path.read_bytes(), path.stat().st_mtime_ns, sorted(folder.iterdir())) == before


@pytest.mark.parametrize("content", NOT_DATABASES.values(), ids=NOT_DATABASES.keys())
def test_what_is_not_a_database_is_left_alone(folder: Path, content: bytes) -> None:
    put(folder, content)
    refused(folder, "not an Orchestrator file|is damaged")


def test_an_empty_file_is_a_new_one(folder: Path) -> None:
    put(folder, b"")
    store = open_store(folder)
    assert store.value("SELECT count(*) FROM task") == 0
    store.close()


@pytest.mark.parametrize("version", [0, SCHEMA, SCHEMA + 5])
def test_another_programs_database_is_left_alone(folder: Path, version: int) -> None:
    folder.mkdir()
    with sqlite3.connect(folder / FILE_NAME) as connection:
        connection.execute("CREATE TABLE moz_places (id INTEGER PRIMARY KEY, url TEXT)")
        connection.execute(f"PRAGMA user_version = {version}")
    connection.close()
    refused(folder, "not an Orchestrator file")


def test_another_program_that_uses_the_same_migrations_library_is_left_alone(folder: Path) -> None:
    folder.mkdir()
    with sqlite3.connect(folder / FILE_NAME) as connection:
        connection.execute("CREATE TABLE _sqlite_migrations (id INTEGER PRIMARY KEY, migration_set, name, applied_at)")
        connection.execute("CREATE TABLE task (id INTEGER PRIMARY KEY)")
    connection.close()
    refused(folder, "not an Orchestrator file")


def test_an_empty_database_marked_by_another_program_is_left_alone(folder: Path) -> None:
    folder.mkdir()
    with sqlite3.connect(folder / FILE_NAME) as connection:
        connection.execute("PRAGMA application_id = 252006674")
    connection.close()
    refused(folder, "not an Orchestrator file")


def test_a_newer_file_is_left_alone(folder: Path) -> None:
    store = open_store(folder)
    store.execute("CREATE TABLE from_the_future (id INTEGER)")
    store.execute(f"PRAGMA user_version = {SCHEMA + 1}")
    store.close()
    refused(folder, f"newer version of Orchestrator .{SCHEMA + 1}; this one reads up to {SCHEMA}")


def test_a_damaged_file_is_said_when_it_is_read(folder: Path) -> None:
    store = open_store(folder)
    with store.writing():
        for number in range(300):
            store.execute("INSERT INTO setting (key, value) VALUES (?, ?)", (f"key {number}", "x" * 500))
    store.close()
    path = folder / FILE_NAME
    content = path.read_bytes()
    damaged = content[:8192] + b"\xff" * (len(content) - 8192)
    path.write_bytes(damaged)
    with pytest.raises(UserError, match="is damaged"):
        open_store(folder).rows("SELECT * FROM setting LIMIT 1000")
    assert path.read_bytes() == damaged


def test_a_folder_in_the_place_of_the_file_is_said(folder: Path) -> None:
    (folder / FILE_NAME).mkdir(parents=True)
    with pytest.raises(UserError, match="cannot be opened"):
        open_store(folder)


def test_a_file_in_the_place_of_the_folder_is_said(folder: Path) -> None:
    folder.write_text("mine")
    with pytest.raises(UserError, match=r"data folder .* cannot be made: File exists"):
        open_store(folder)
    assert folder.read_text() == "mine"


class TestWithoutRights:
    """In a process that may not write there."""

    @pytest.fixture
    def folder(self) -> Iterator[Path]:
        """Where others may pass: pytest closes its own folders to them."""
        with tempfile.TemporaryDirectory(prefix="orchestrator-rights-") as name:
            place = Path(name)
            place.chmod(0o755)
            yield place / "data"
            place.chmod(0o755)
            if (place / "data").exists():
                (place / "data").chmod(0o755)

    @pytest.fixture
    def existing(self, folder: Path) -> Path:
        """A good file with a domain in it, readable by everybody."""
        store = open_store(folder)
        store.execute("INSERT INTO domain (name, created_at) VALUES ('Marketing', '2026-10-14T08:00:00.000000Z')")
        store.close()
        folder.chmod(0o755)
        (folder / FILE_NAME).chmod(0o644)
        return folder

    def test_a_folder_that_cannot_be_made(self, folder: Path) -> None:
        folder.parent.chmod(0o555)
        (said,) = run(OPEN, folder)
        assert said.startswith(f"The data folder {folder} cannot be made: Permission denied.")
        assert "--data-dir" in said
        assert not folder.exists()

    def test_a_read_only_folder(self, folder: Path) -> None:
        folder.mkdir()
        folder.chmod(0o555)
        (said,) = run(OPEN, folder)
        assert f"{folder / FILE_NAME} cannot be made: Permission denied." in said
        assert list(folder.iterdir()) == []

    def test_a_read_only_file(self, existing: Path) -> None:
        existing.chmod(0o777)
        content = (existing / FILE_NAME).read_bytes()
        (said,) = run(OPEN, existing)
        assert f"{existing / FILE_NAME} cannot be written. Nothing was changed" in said
        assert (existing / FILE_NAME).read_bytes() == content
        assert list(existing.iterdir()) == [existing / FILE_NAME]

    def test_a_file_in_a_read_only_folder(self, existing: Path) -> None:
        (existing / FILE_NAME).chmod(0o666)
        existing.chmod(0o555)
        content = (existing / FILE_NAME).read_bytes()
        (said,) = run(OPEN, existing)
        assert "cannot be opened. Nothing was changed" in said or "cannot be written. Nothing was changed" in said
        assert (existing / FILE_NAME).read_bytes() == content

    def test_a_file_that_may_not_be_read(self, existing: Path) -> None:
        (existing / FILE_NAME).chmod(0o000)
        (said,) = run(OPEN, existing)
        assert str(existing / FILE_NAME) in said
        assert "Nothing was changed" in said

    def test_a_disk_that_turns_read_only_is_said_at_the_next_write(self, existing: Path) -> None:
        code = """
store = open_readonly(folder)
store.execute("PRAGMA query_only = OFF")
said(lambda: store.execute("DELETE FROM domain"))
print(store.value("SELECT name FROM domain"))
"""
        said, name = run(code, existing)
        assert "cannot be written. Nothing was changed" in said
        assert name == "Marketing"
