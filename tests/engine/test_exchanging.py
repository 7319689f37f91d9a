"""Files of other programs, read and written beside the window."""

from __future__ import annotations

import json
import threading
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from orchestrator_desktop.domain.changes import Changes
from orchestrator_desktop.domain.errors import UserError
from orchestrator_desktop.domain.transfer import Format
from orchestrator_desktop.engine import exchanging
from orchestrator_desktop.engine.desk import Desk, open_desk
from orchestrator_desktop.engine.exchanging import Cancelled, Found, Outcome, Watch
from orchestrator_desktop.store.opening import open_readonly

CORPORA = Path(__file__).parents[1] / "exchange" / "corpora"
NOW = datetime(2026, 11, 26, 9, tzinfo=UTC)


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    desk = open_desk(tmp_path / "data", run_engine=False)
    yield desk
    desk.close()


def find(desk: Desk, path: Path, **said: object) -> Found:
    return exchanging.find(desk, path, now=NOW, **said).result(timeout=20)  # type: ignore[arg-type]


def take(desk: Desk, found: Found, watch: Watch | None = None) -> tuple[Changes, Outcome | UserError | None]:
    return desk.writer.submit(exchanging.take, found=found, watch=watch).result(timeout=20)


def tasks(desk: Desk) -> int:
    store = open_readonly(desk.folder)
    try:
        return int(store.value("SELECT count(*) FROM task"))
    finally:
        store.close()


def many(path: Path, number: int) -> Path:
    path.write_text("".join(f"(A) Call number {n} +work due:2026-12-01\n" for n in range(number)), "utf-8")
    return path


def test_finding_writes_nothing_and_taking_writes_what_was_found(desk: Desk) -> None:
    found = find(desk, CORPORA / "todotxt" / "todo.txt")
    assert found.format is Format.TODO_TXT
    assert found.outcome is not None
    assert found.outcome.created > 0
    assert tasks(desk) == 0
    changes, outcome = take(desk, found)
    assert isinstance(outcome, Outcome)
    assert outcome.created == found.outcome.created == tasks(desk)
    assert changes.step is not None
    again = find(desk, CORPORA / "todotxt" / "todo.txt").outcome
    assert again is not None
    assert (again.created, again.updated, again.skipped) == (0, 0, outcome.created)


def test_the_file_is_read_neither_by_the_caller_nor_by_the_store(desk: Desk, tmp_path: Path) -> None:
    names: set[str] = set()
    watch = Watch(lambda _done, _all: names.add(threading.current_thread().name))
    find(desk, many(tmp_path / "todo.txt", 500), watch=watch)
    assert names
    assert not names & {"store", "engine", threading.current_thread().name}


def test_stopped_while_it_is_read_there_is_nothing(desk: Desk, tmp_path: Path) -> None:
    watch = Watch(lambda _done, _all: watch.stop())
    with pytest.raises(Cancelled):
        find(desk, many(tmp_path / "todo.txt", 500), watch=watch)


def test_stopped_midway_nothing_is_kept(desk: Desk, tmp_path: Path) -> None:
    told: list[int] = []

    def tell(done: int, _all: int) -> None:
        told.append(done)
        if done >= 400:
            watch.stop()

    watch = Watch(tell)
    changes, outcome = take(desk, find(desk, many(tmp_path / "todo.txt", 1000)), watch)
    assert outcome is None
    assert changes == Changes()
    assert told[-1] == 400
    assert tasks(desk) == 0


def test_progress_is_told_a_hundred_times_and_not_more(desk: Desk, tmp_path: Path) -> None:
    told: list[tuple[int, int]] = []
    find(desk, many(tmp_path / "todo.txt", 5_000), watch=Watch(lambda done, number: told.append((done, number))))
    assert len(told) <= 2 * 101  # read, and perhaps once more to settle it
    assert told[-1][0] == told[-1][1]


def test_a_table_shows_its_columns_and_its_first_rows(desk: Desk) -> None:
    found = find(desk, CORPORA / "csv" / "notion.csv")
    assert found.format is Format.CSV
    assert found.table is not None
    assert found.table.names["title"] in found.table.columns
    assert all(len(row) == len(found.table.columns) for row in found.table.rows)
    assert 0 < len(found.table.rows) <= exchanging.SAMPLED


def test_a_table_without_a_known_title_can_be_named(desk: Desk, tmp_path: Path) -> None:
    file = tmp_path / "plan.csv"
    file.write_text("Ding;Bis\nBrot kaufen;2026-12-01\nBrief schreiben;\n", "utf-8")
    found = find(desk, file, format=Format.CSV)
    assert found.fetched is None
    assert found.problem is not None
    assert found.table is not None
    assert list(found.table.columns) == ["Ding", "Bis"]
    named = find(desk, file, format=Format.CSV, mapping={"title": "Ding", "due": "Bis"})
    assert named.outcome is not None
    assert named.outcome.created == 2


def test_what_is_no_file_of_tasks_is_said(desk: Desk, tmp_path: Path) -> None:
    file = tmp_path / "photo.jpg"
    file.write_bytes(b"\xff\xd8\xff\0\0\x01")
    with pytest.raises(UserError, match="no task file that is known"):
        find(desk, file)
    with pytest.raises(UserError, match="cannot be read"):
        find(desk, tmp_path / "gone.csv")


def test_a_section_that_is_broken_is_said_and_nothing_is_kept(desk: Desk, tmp_path: Path) -> None:
    take(desk, find(desk, many(tmp_path / "todo.txt", 3)))
    file = tmp_path / "all.json"
    assert exchanging.export(desk, file, format=Format.JSON).result(timeout=10) == 3
    whole = json.loads(file.read_text("utf-8"))
    whole["tasks"][0]["title"] = "Another"
    whole["reflections"] = [{"nonsense": 1}]
    file.write_text(json.dumps(whole), "utf-8")
    _, outcome = take(desk, find(desk, file))
    assert isinstance(outcome, UserError)
    store = open_readonly(desk.folder)
    assert store.value("SELECT count(*) FROM task WHERE title = 'Another'") == 0
    store.close()


@pytest.mark.parametrize("format", [Format.CSV, Format.ICALENDAR, Format.TASKWARRIOR, Format.TODO_TXT, Format.MARKDOWN])
def test_what_is_written_is_all_there_is(desk: Desk, tmp_path: Path, format: Format) -> None:
    take(desk, find(desk, many(tmp_path / "todo.txt", 25)))
    path = tmp_path / "out"
    assert exchanging.export(desk, path, format=format).result(timeout=10) == 25
    found = find(desk, path, format=format)
    assert found.fetched is not None
    assert len(found.fetched.batch.records) == 25


def test_a_place_that_cannot_be_written_is_said(desk: Desk, tmp_path: Path) -> None:
    with pytest.raises(UserError, match="cannot be written"):
        exchanging.export(desk, tmp_path / "gone" / "x.csv", format=Format.CSV).result(timeout=10)
