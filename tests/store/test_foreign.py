"""Another program's database: read from a copy with its log, never touched, refused in words."""

from __future__ import annotations

import sqlite3
import tempfile
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from orchestrator_desktop.domain.errors import UsageError, UserError
from orchestrator_desktop.store import foreign
from orchestrator_desktop.store.foreign import tables

MADE = "CREATE TABLE task (id INTEGER PRIMARY KEY, title TEXT, blob BLOB); CREATE TABLE other (x);"


def make(path: Path, *statements: str) -> Path:
    with closing(sqlite3.connect(path)) as connection:
        connection.executescript(MADE)
        for statement in statements:
            connection.execute(statement)
        connection.commit()
    return path


@pytest.fixture
def busy(tmp_path: Path) -> Iterator[Path]:
    """A database that its program has open: what it wrote last stands in the log only."""
    path = make(tmp_path / "main.sqlite")
    connection = sqlite3.connect(path, isolation_level=None)
    connection.execute("PRAGMA journal_mode = WAL")
    connection.execute("PRAGMA wal_autocheckpoint = 0")
    connection.execute("INSERT INTO task VALUES (1, 'in the log', x'00ff')")
    yield path
    connection.close()


def state(folder: Path) -> dict[str, tuple[bytes, int]]:
    return {path.name: (path.read_bytes(), path.stat().st_mtime_ns) for path in folder.iterdir()}


def test_the_log_is_read_and_nothing_is_touched(busy: Path) -> None:
    assert b"in the log" not in busy.read_bytes()
    before = state(busy.parent)
    assert tables(busy, ["task", "other", "gone"]) == {
        "task": [{"id": 1, "title": "in the log", "blob": b"\0\xff"}],
        "other": [],
    }
    assert state(busy.parent) == before


def test_a_database_that_may_not_be_written_is_read(busy: Path) -> None:
    busy.parent.chmod(0o500)
    try:
        assert tables(busy, ["task"])["task"]
    finally:
        busy.parent.chmod(0o700)


def test_no_copy_is_left(busy: Path, tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = tmp_path_factory.mktemp("copies")
    monkeypatch.setattr(tempfile, "tempdir", str(folder))
    tables(busy, ["task"])
    busy.write_bytes(b"no database")
    with pytest.raises(UserError):
        tables(busy, ["task"])
    assert list(folder.iterdir()) == []


def test_a_half_written_change_is_not_read(tmp_path: Path) -> None:
    path = make(tmp_path / "main.sqlite", "INSERT INTO task VALUES (1, 'kept', NULL)")
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.execute("PRAGMA cache_spill = 1")
        connection.execute("PRAGMA cache_size = 1")
        connection.execute("BEGIN")
        connection.executemany("INSERT INTO task VALUES (?, ?, NULL)", [(n, "x" * 2000) for n in range(2, 500)])
        assert (tmp_path / "main.sqlite-journal").exists()
        assert [row["title"] for row in tables(path, ["task"])["task"]] == ["kept"]


def test_text_that_is_none_is_read_all_the_same(tmp_path: Path) -> None:
    path = make(tmp_path / "a.sqlite", "INSERT INTO task VALUES (1, CAST(x'41ff42' AS TEXT), NULL)")
    assert tables(path, ["task"])["task"][0]["title"] == "A\ufffdB"


def test_a_view_is_no_table(tmp_path: Path) -> None:
    path = make(tmp_path / "a.sqlite", "CREATE VIEW shown AS SELECT * FROM task")
    assert tables(path, ["shown", "sqlite_master"]) == {}


def test_a_missing_file_is_said(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match=r"gone.sqlite cannot be read: No such file"):
        tables(tmp_path / "gone.sqlite", ["task"])
    with pytest.raises(UsageError, match="cannot be read"):
        tables(tmp_path, ["task"])


@pytest.mark.parametrize("content", [b"no database at all", b"SQLite format 3\0" + b"\xff" * 4096])
def test_what_is_no_database_is_said(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "a.sqlite"
    path.write_bytes(content)
    with pytest.raises(UserError, match=r"a.sqlite is damaged, or no database"):
        tables(path, ["task"])


def test_one_that_is_written_all_the_time_is_left(busy: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    copy = foreign.shutil.copyfile
    written = iter(range(100))

    def while_it_is_written(source: Path, target: Path) -> Path:
        done = copy(source, target)
        Path(f"{busy}-wal").write_bytes(b"x" * next(written))
        return done

    monkeypatch.setattr(foreign.shutil, "copyfile", while_it_is_written)
    with pytest.raises(UserError, match="is being written"):
        tables(busy, ["task"])


def test_a_table_of_too_many_rows_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(foreign, "_MOST_ROWS", 2)
    path = make(tmp_path / "a.sqlite", "INSERT INTO task VALUES (1, 'a', NULL), (2, 'b', NULL), (3, 'c', NULL)")
    with pytest.raises(UserError, match="larger than any list of tasks"):
        tables(path, ["task"])


def test_a_table_that_computes_for_ever_ends(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(foreign, "_STEPS", 1000)
    monkeypatch.setattr(foreign, "_MOST_STEPS", 2)
    path = make(tmp_path / "a.sqlite")
    with closing(sqlite3.connect(path)) as connection:
        connection.executemany("INSERT INTO task VALUES (?, 'x', NULL)", ((n,) for n in range(1, 5000)))
        connection.commit()
    with pytest.raises(UserError, match="damaged, or no database"):
        tables(path, ["task"])


@given(st.lists(st.tuples(st.integers(0, 20_479), st.integers(0, 255)), min_size=1, max_size=40))
def test_damaged_bytes_are_rows_or_refused_in_words(changes: list[tuple[int, int]]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = make(
            Path(folder) / "a.sqlite", *(f"INSERT INTO task VALUES ({n}, 'task {n}', x'0102')" for n in range(50))
        )
        data = bytearray(path.read_bytes())
        for place, value in changes:
            data[place % len(data)] = value
        path.write_bytes(data)
        try:
            found = tables(path, ["task"])
        except UserError as error:
            assert str(path) in str(error)
        else:
            assert set(found) <= {"task"}
