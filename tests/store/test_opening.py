"""Opening a file: made private, brought up to date, shared by two processes."""

import sqlite3
import stat
from pathlib import Path

import pytest

from orchestrator_desktop.domain.errors import UserError
from orchestrator_desktop.store import migrations, opening
from orchestrator_desktop.store.opening import BACKUPS, BACKUPS_KEPT, FILE_NAME, back_up, open_readonly, open_store
from orchestrator_desktop.store.store import APPLICATION_ID, Store
from tests.store.children import run, start

ADD = "INSERT INTO domain (name, created_at) VALUES (?, '2026-10-14T08:00:00.000000Z')"


def mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


def names(store: Store) -> list[str]:
    return [row["name"] for row in store.rows("SELECT name FROM domain ORDER BY id")]


def test_a_new_file_is_private_and_durable(folder: Path) -> None:
    store = open_store(folder)
    assert mode(folder) == 0o700
    assert mode(folder / FILE_NAME) == 0o600
    assert store.value("PRAGMA journal_mode") == "wal"
    assert store.value("PRAGMA synchronous") == 2
    assert store.value("PRAGMA foreign_keys") == 1
    assert store.value("PRAGMA application_id") == APPLICATION_ID
    assert store.value("PRAGMA user_version") == migrations.LATEST
    store.close()


def test_what_sqlite_puts_beside_it_is_private_too(folder: Path, store: Store) -> None:
    store.execute(ADD, ("Marketing",))
    assert {mode(path) for path in folder.iterdir()} == {0o600}
    assert len(list(folder.iterdir())) == 3


def test_folders_on_the_way_are_made(tmp_path: Path) -> None:
    deep = tmp_path / "a b" / "é" / "100%#?"
    open_store(deep).close()
    assert (deep / FILE_NAME).is_file()


def test_what_was_written_is_there_again(folder: Path) -> None:
    store = open_store(folder)
    store.execute(ADD, ("Marketing",))
    store.close()
    store = open_store(folder)
    assert names(store) == ["Marketing"]
    store.close()
    assert not (folder / BACKUPS).exists()


def test_two_opened_files_see_each_other_and_notice_it(folder: Path, store: Store) -> None:
    other = open_store(folder)
    seen = store.version_seen()
    store.execute(ADD, ("Marketing",))
    assert store.version_seen() == seen
    other.execute(ADD, ("Product",))
    assert store.version_seen() != seen
    assert names(store) == names(other) == ["Marketing", "Product"]
    other.close()


def test_reading_alone_reads_and_never_writes(folder: Path, store: Store) -> None:
    store.execute(ADD, ("Marketing",))
    reader = open_readonly(folder)
    assert names(reader) == ["Marketing"]
    with pytest.raises(UserError, match="cannot be written"):
        reader.execute(ADD, ("Product",))
    reader.close()


def test_a_reader_is_not_held_up_by_a_writer(folder: Path, store: Store) -> None:
    reader = open_readonly(folder)
    with store.writing():
        store.execute(ADD, ("Marketing",))
        assert names(reader) == []
    assert names(reader) == ["Marketing"]
    reader.close()


def test_reading_alone_makes_no_file(folder: Path) -> None:
    with pytest.raises(UserError, match="cannot be opened"):
        open_readonly(folder)
    assert not folder.exists()


def test_several_processes_may_open_a_new_file_at_once(folder: Path) -> None:
    code = "sys.stdin.readline()\nstore = open_store(folder)\nprint(store.value('PRAGMA journal_mode'))"
    children = [start(code, folder) for _ in range(4)]
    for child in children:  # all have imported what they need before the first may go on
        assert child.poll() is None
    for child in children:
        assert child.stdin is not None
        child.stdin.write("\n")
        child.stdin.flush()
    answers = [child.communicate(timeout=30) for child in children]
    assert answers == [("wal\n", "")] * 4


def test_a_killed_process_loses_nothing_that_was_told_kept(folder: Path) -> None:
    code = f"""
store = open_store(folder)
store.execute({ADD!r}, ("kept",))
store.execute("BEGIN IMMEDIATE")
store.execute({ADD!r}, ("half",))
print("written", flush=True)
os.kill(os.getpid(), signal.SIGKILL)
"""
    assert run(code, folder) == ["written"]
    store = open_store(folder)
    assert names(store) == ["kept"]
    store.close()


def test_a_transaction_happens_wholly_or_not_at_all(store: Store) -> None:
    with pytest.raises(ZeroDivisionError), store.writing():
        store.execute(ADD, ("half",))
        raise ZeroDivisionError
    assert names(store) == []
    with pytest.raises(sqlite3.IntegrityError), store.writing():
        store.execute(ADD, ("one",))
        store.execute(ADD, ("ONE",))
    assert names(store) == []
    with store.writing():
        store.execute(ADD, ("whole",))
    assert names(store) == ["whole"]


def test_a_backup_is_a_private_whole_copy_with_what_is_not_checkpointed(folder: Path, store: Store) -> None:
    store.execute(ADD, ("Marketing",))
    copy = back_up(store)
    assert copy.parent == folder / BACKUPS
    assert (mode(copy.parent), mode(copy)) == (0o700, 0o600)
    with sqlite3.connect(copy) as connection:
        assert connection.execute("SELECT name FROM domain").fetchall() == [("Marketing",)]
    connection.close()


def test_the_newest_backups_are_kept(store: Store) -> None:
    copies = [back_up(store) for _ in range(BACKUPS_KEPT + 3)]
    assert sorted(copies[0].parent.iterdir()) == copies[3:]


def test_a_backup_can_take_the_place_of_the_file(folder: Path, store: Store) -> None:
    store.execute(ADD, ("Marketing",))
    copy = back_up(store)
    store.close()
    elsewhere = folder.parent / "restored"
    elsewhere.mkdir()
    copy.rename(elsewhere / FILE_NAME)
    again = open_store(elsewhere)
    assert names(again) == ["Marketing"]
    assert again.value("PRAGMA journal_mode") == "wal"
    again.close()


def test_a_backup_that_fails_leaves_no_half_copy(folder: Path, store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(path: Path) -> sqlite3.Connection:
        raise sqlite3.OperationalError("disk I/O error")

    monkeypatch.setattr(opening.sqlite3, "connect", broken)
    with pytest.raises(sqlite3.OperationalError):
        back_up(store)
    assert list((folder / BACKUPS).iterdir()) == []


def test_busy_is_said(folder: Path, store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(opening, "BUSY_SECONDS", 0.01)
    other = open_store(folder)
    with store.writing(), pytest.raises(UserError, match=r"held .* for too long"), other.writing():
        pytest.fail("two wrote at once")
    with other.writing():
        other.execute(ADD, ("later",))
    other.close()
