"""Undo of a whole export taken in: nothing of it is left, and redo brings all of it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from orchestrator_desktop.domain.transfer import Format
from orchestrator_desktop.operations import exporting, fetching, filters, importing, people, reflections, roster, stages
from orchestrator_desktop.operations.undo import redo, undo
from orchestrator_desktop.store.opening import open_store
from tests.newfile import put_new_file
from tests.operations.work import Work

NOW = datetime(2026, 11, 26, 12, tzinfo=UTC)
DAYS = tuple(date(2026, 10, day) for day in range(1, 29))


@pytest.fixture
def exported(work: Work, tmp_path: Path) -> Path:
    """A file with something of everything."""
    work.add("Call #ops @nora tomorrow")
    stages.complete(work.store, task_id=work.add("Water the plants every monday"))
    work.in_review(notes="With an answer")
    people.know_person(work.store, name="Nora", address="nora@example.com")
    filters.save_filter(work.store, name="Late", query="is:open due:<today")
    for day in DAYS:
        reflections.write_reflection(work.store, day=day, text=f"The {day}, newsletter")
    reflections.close_day(work.store, day=DAYS[0])
    path = tmp_path / "all.json"
    exporting.export(work.store, path, format=Format.JSON)
    return path


@pytest.fixture
def fresh(tmp_path: Path) -> Iterator[Work]:
    folder = tmp_path / "other"
    put_new_file(folder)
    store = open_store(folder)
    yield Work(store)
    store.close()


def take_in(work: Work, path: Path) -> None:
    fetched = fetching.fetch(path, now=NOW)
    importing.take_in(work.store, batch=fetched.batch, sections=fetched.sections)


def test_it_goes_whole_and_comes_back_whole(exported: Path, fresh: Work) -> None:
    before = fresh.dump()
    take_in(fresh, exported)
    after = fresh.dump()
    assert len(after["reflection"]) == len(DAYS)
    assert undo(fresh.store).name == "Import"
    assert fresh.dump() == before
    fresh.sound()
    assert redo(fresh.store).name == "Import", "with an answer, whose delegation is over and sends nothing"
    assert fresh.dump() == after
    fresh.sound()


def test_entries_that_were_here_are_left_by_both(exported: Path, fresh: Work) -> None:
    reflections.write_reflection(fresh.store, day=DAYS[3], text="Mine")
    take_in(fresh, exported)
    undo(fresh.store)
    rows = fresh.store.rows("SELECT day, text FROM reflection")
    assert [tuple(row) for row in rows] == [(DAYS[3].isoformat(), "Mine")]


def test_what_was_purged_from_the_trash_since_does_not_hold_the_rest(exported: Path, fresh: Work) -> None:
    before = fresh.dump()
    take_in(fresh, exported)
    step = fresh.store.value("SELECT max(id) FROM undo_step")
    stages.drop(fresh.store, task_ids=[fresh.store.value("SELECT min(id) FROM task WHERE stage = 'inbox'")])
    stages.clear_trash(fresh.store)
    undo(fresh.store, step=step)
    assert fresh.dump() == before
    fresh.sound()


def test_a_provider_of_the_file_that_has_a_specialist_of_ours_by_now_stays(exported: Path, fresh: Work) -> None:
    take_in(fresh, exported)
    step = fresh.store.value("SELECT max(id) FROM undo_step")
    role = fresh.role("Editor", "Mistral")
    undo(fresh.store, step=step)
    assert fresh.store.value("SELECT provider_id FROM specialist WHERE id = ?", (role,)) is not None
    assert fresh.store.value("SELECT count(*) FROM task") == 0
    assert roster.find_provider(fresh.store, "Mistral")
