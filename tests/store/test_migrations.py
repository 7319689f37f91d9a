"""Bringing an older file up to date: a backup first, all of it or nothing."""

import sqlite3
from pathlib import Path

import pytest
from sqlite_utils import Database, Migrations

from orchestrator_desktop.domain.errors import UserError
from orchestrator_desktop.store import migrations, opening
from orchestrator_desktop.store.opening import BACKUPS, open_store
from orchestrator_desktop.store.store import Store

NEXT = opening.SCHEMA + 1


@pytest.fixture
def older(folder: Path) -> Path:
    """A file of this version with something in it, which the next version is about to open."""
    store = open_store(folder)
    store.execute("INSERT INTO setting (key, value) VALUES ('language', '\"fr\"')")
    store.close()
    return folder


def next_version(monkeypatch: pytest.MonkeyPatch, *, breaks: bool = False) -> None:
    following = Migrations("orchestrator")
    for name, made in vars(migrations).items():
        if name.startswith("m0"):
            following(name=name[1:5])(made)

    @following(name="9999")
    def m9999_next(db: Database) -> None:
        db.execute("CREATE TABLE playbook (id INTEGER PRIMARY KEY) STRICT")
        if breaks:
            db.execute("CREATE TABLE task (id INTEGER)")
        db.execute(f"PRAGMA user_version = {NEXT}")

    monkeypatch.setattr(migrations, "MIGRATIONS", following)
    monkeypatch.setattr(opening, "SCHEMA", NEXT)


def tables(store: Store) -> set[str]:
    return {row["name"] for row in store.rows("SELECT name FROM sqlite_master WHERE type = 'table'")}


def test_opening_knows_the_latest_number() -> None:
    assert migrations.LATEST == opening.SCHEMA
    assert len(migrations.MIGRATIONS.pending(Database(memory=True))) == migrations.LATEST


def test_an_older_file_is_backed_up_then_migrated(older: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    next_version(monkeypatch)
    store = open_store(older)
    assert store.value("PRAGMA user_version") == NEXT
    assert "playbook" in tables(store)
    assert store.value("SELECT value FROM setting") == '"fr"'
    store.close()
    (backup,) = (older / BACKUPS).iterdir()
    with sqlite3.connect(backup) as copy:
        assert copy.execute("PRAGMA user_version").fetchone() == (NEXT - 1,)
        assert copy.execute("SELECT value FROM setting").fetchone() == ('"fr"',)
        assert copy.execute("SELECT 1 FROM sqlite_master WHERE name = 'playbook'").fetchone() is None
    copy.close()


def test_an_up_to_date_file_is_not_backed_up_again(older: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    next_version(monkeypatch)
    open_store(older).close()
    open_store(older).close()
    assert len(list((older / BACKUPS).iterdir())) == 1


def test_a_migration_that_breaks_leaves_the_file_as_it_was(older: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with monkeypatch.context() as patch:
        next_version(patch, breaks=True)
        with pytest.raises(sqlite3.OperationalError, match="already exists"):
            open_store(older)
    store = open_store(older)
    assert store.value("PRAGMA user_version") == NEXT - 1
    assert "playbook" not in tables(store)
    assert store.value("SELECT value FROM setting") == '"fr"'
    store.close()


def test_without_a_backup_nothing_is_migrated(older: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (older / BACKUPS).write_text("a file where the folder should be")
    with monkeypatch.context() as patch:
        next_version(patch)
        with pytest.raises(UserError, match=r"backup .* cannot be made"):
            open_store(older)
    store = open_store(older)
    assert store.value("PRAGMA user_version") == NEXT - 1
    store.close()


def test_the_older_version_refuses_the_migrated_file(older: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with monkeypatch.context() as patch:
        next_version(patch)
        open_store(older).close()
    with pytest.raises(UserError, match="newer version"):
        open_store(older)


def test_the_ledger_takes_no_change(store: Store) -> None:
    store.execute("INSERT INTO ledger (at, event) VALUES ('2026-10-14T08:00:00.000000Z', 'captured')")
    for statement in ("UPDATE ledger SET event = 'executed'", "DELETE FROM ledger"):
        with pytest.raises(sqlite3.IntegrityError, match="append-only"):
            store.execute(statement)


def test_every_table_is_strict_and_every_reference_is_indexed(store: Store) -> None:
    """SQLite looks up the children of each row that is deleted: without an index it reads the whole table."""
    loose, unindexed = [], []
    own = "SELECT name FROM pragma_table_list WHERE type = 'table' AND schema = 'main'"
    for row in store.rows(f"SELECT name, sql FROM sqlite_master WHERE name IN ({own})"):
        name = row["name"]
        if name.startswith(("sqlite_", "_sqlite")):
            continue
        if "STRICT" not in row["sql"]:
            loose.append(name)
        for reference in store.rows(f"PRAGMA foreign_key_list({name})"):
            column = reference["from"]
            plan = store.rows(f"EXPLAIN QUERY PLAN SELECT 1 FROM {name} WHERE {column} = 1")
            if not all("SEARCH" in step["detail"] for step in plan):
                unindexed.append(f"{name}.{column}")
    assert loose == []
    assert unindexed == []


def test_what_was_learnt_before_is_summed() -> None:
    db = Database(memory=True)
    migrations.MIGRATIONS.apply(db, stop_before="0006")
    learnt = [("Work", "call", 3, 4), ("Work", "*", 3, 2), ("", "call", 1, 1)]
    db.conn.executemany("INSERT INTO lesson (domain, word, level, number) VALUES (?, ?, ?, ?)", learnt)
    migrations.MIGRATIONS.apply(db)
    assert db.execute("SELECT * FROM lesson_total").fetchall() == [("", 1, 1), ("Work", 3, 6)]


def test_a_task_without_a_name_for_others_gets_one(folder: Path) -> None:
    store = open_store(folder)
    store.execute("INSERT INTO task (title, level, stage, created_at) VALUES ('First', 1, 'inbox', '2026-11-26')")
    store.execute("DELETE FROM _sqlite_migrations WHERE name = '0007'")
    store.execute("PRAGMA user_version = 6")
    store.close()
    store = open_store(folder)
    assert len(store.value("SELECT uid FROM task")) == 36
    store.close()
