"""A disk that takes no more: said in words, nothing lost, and all is well once there is room."""

from pathlib import Path

import pytest

from orchestrator_desktop.domain.errors import UserError
from orchestrator_desktop.store.opening import BACKUPS, FILE_NAME, back_up, open_store
from orchestrator_desktop.store.store import Store
from tests.store.children import run

KEEP = "INSERT INTO setting (key, value) VALUES (?, ?)"


def fill(store: Store) -> int:
    """Write until the disk is full; how many rows it took."""
    taken = 0
    with pytest.raises(UserError, match=r"disk is full\. Nothing was lost"):
        while taken < 10_000:
            with store.writing():
                store.execute(KEEP, (f"key {taken}", "x" * 3000))
            taken += 1
    return taken


def test_what_was_written_before_stays_and_writing_goes_on_with_room(folder: Path, store: Store) -> None:
    store.execute(f"PRAGMA max_page_count = {store.value('PRAGMA page_count') + 20}")
    taken = fill(store)
    assert taken > 5
    assert store.value("SELECT count(*) FROM setting") == taken
    with pytest.raises(UserError, match="disk is full"), store.writing():
        store.execute(KEEP, ("one more", "x" * 50_000))
    assert not store.connection.in_transaction
    store.execute("PRAGMA max_page_count = 1000000")
    with store.writing():
        store.execute(KEEP, ("one more", "x"))
    store.close()
    again = open_store(folder)
    assert again.value("SELECT count(*) FROM setting") == taken + 1
    assert again.value("PRAGMA integrity_check") == "ok"
    again.close()


def test_a_large_transaction_that_does_not_fit_leaves_nothing(store: Store) -> None:
    store.execute(f"PRAGMA max_page_count = {store.value('PRAGMA page_count') + 20}")
    with pytest.raises(UserError, match="disk is full"), store.writing():
        for number in range(1000):
            store.execute(KEEP, (f"key {number}", "x" * 3000))
    assert store.value("SELECT count(*) FROM setting") == 0


def test_a_disk_that_refuses_to_write_is_said_and_nothing_is_lost(folder: Path) -> None:
    code = f"""
store = open_store(folder)
with store.writing():
    store.execute({KEEP!r}, ("before", "kept"))
small_files((folder / "orchestrator.sqlite-wal").stat().st_size + 50_000)
def write():
    with store.writing():
        for number in range(1000):
            store.execute({KEEP!r}, (f"key {{number}}", "x" * 3000))
said(write)
print(store.connection.in_transaction, store.value("SELECT count(*) FROM setting"))
os._exit(0)
"""
    said, state = run(code, folder)
    assert "did not take what was written" in said
    assert "Nothing was changed" in said
    assert state == "False 1"
    store = open_store(folder)
    assert store.value("SELECT value FROM setting") == "kept"
    assert store.value("PRAGMA integrity_check") == "ok"
    store.close()


@pytest.mark.parametrize("room", [0, 1000, 5000, 60_000])
def test_a_new_file_that_does_not_fit_is_said_and_opens_later(folder: Path, room: int) -> None:
    (said,) = run(f"small_files({room})\nsaid(lambda: open_store(folder))", folder)
    assert "disk" in said
    store = open_store(folder)
    assert store.value("SELECT count(*) FROM task") == 0
    store.close()


def test_a_backup_that_does_not_fit_leaves_no_half_copy(folder: Path) -> None:
    code = """
from orchestrator_desktop.store.opening import back_up
store = open_store(folder)
small_files(20_000)
said(lambda: back_up(store))
os._exit(0)
"""
    (said,) = run(code, folder)
    assert "disk" in said
    assert list((folder / BACKUPS).iterdir()) == []
    store = open_store(folder)
    assert back_up(store).stat().st_size > 20_000
    store.close()
    assert (folder / FILE_NAME).exists()
