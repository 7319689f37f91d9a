"""Thousands of tasks taken in together: counted, indexed and remembered exactly as one by one."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from orchestrator_desktop.domain.changes import Kind
from orchestrator_desktop.domain.ids import TaskId
from orchestrator_desktop.domain.task import Level, Stage
from orchestrator_desktop.domain.transfer import Attached, Batch, CheckLine, Format, Record
from orchestrator_desktop.exchange.source import Cancelled
from orchestrator_desktop.operations import importing, stages, tagging, tasks
from orchestrator_desktop.operations.acting import acting
from orchestrator_desktop.operations.undo import redo, undo
from orchestrator_desktop.store.opening import open_store
from orchestrator_desktop.store.store import Store
from tests.operations.work import Work
from tests.steps import lines_run, sqlite_steps
from tests.store.children import run

NUMBER = 2_400
"""More than are written at once, and a rest."""
ODD = ("a\0b", "half \ud83d", "«texte» é", "🚀", 'quote " and \\ back', "tab\there", "line\u2028break", "\x7f\x1f")


def record(number: int) -> Record:
    """One of many that are not all alike."""
    closed = number % 5 == 0
    return Record(
        f"Task {number} {ODD[number % len(ODD)]}",
        uid="" if number % 7 == 0 else f"u{number}",
        notes=ODD[number % len(ODD)] * (number % 3),
        stage=(Stage.DONE, Stage.DROPPED)[number % 2] if closed else (Stage.INBOX, Stage.PLANNED)[number % 2],
        level=Level(1 + number % 3) if number % 4 else None,
        domain=(None, "Marketing", "Ops", "ops")[number % 4],
        tags=("urgent", "Urgent", f"t{number % 9}")[: number % 4],
        due=date(2026, 12, 1 + number % 28) if number % 3 else datetime(2026, 12, 1, 9, tzinfo=UTC),
        who=(None, "Nora", "Paul")[number % 3],
        parent=f"u{number - 1}" if number % 11 == 3 else "",
        needs=(f"u{number - 2}",) if number % 13 == 3 else (),
        checklist=tuple(CheckLine(ODD[place], place == 1) for place in range(number % 4)),
        attachments=(Attached("a.txt", b"text"),) if number % 400 == 1 else (),
        position=0.1 * number if number % 600 > 590 else None,
        created_at=datetime(2026, 1, 1, tzinfo=UTC) if number % 2 else None,
        extra={"odd": ODD[number % len(ODD)]} if number % 6 == 0 else {},
    )


def batch(number: int = NUMBER, make: Callable[[int], Record] = record) -> Batch:
    return Batch(Format.TASKWARRIOR, tuple(map(make, range(number))))


def exact(work: Work) -> bool:
    """The texts are indexed as they are, and the kept counts are those of a recount."""
    work.sound()
    recount = "SELECT coalesce(domain_id, 0), stage, level, parent_id IS NULL, count(*) FROM task GROUP BY 1, 2, 3, 4"
    kept = "SELECT domain_id, stage, level, whole, number FROM tally"
    return rows(work.store, kept) == rows(work.store, recount)


def rows(store: Store, sql: str) -> list[tuple[object, ...]]:
    return sorted(tuple(row) for row in store.rows(sql))


def schema(store: Store) -> list[tuple[object, ...]]:
    return rows(store, "SELECT type, name, sql FROM sqlite_master WHERE sql IS NOT NULL")


def test_counts_and_texts_are_exact_after_import_undo_and_redo(work: Work) -> None:
    for line in ("Call Nora #marketing !1", "Draft #ops", "Answer"):
        tasks.add(work.store, line=line)
    before, shape = work.dump(), schema(work.store)
    changes, outcome = importing.take_in(work.store, batch=batch())
    assert outcome.created == NUMBER == len(set(changes.of(Kind.TASK)))
    assert exact(work) and schema(work.store) == shape
    after = work.dump()
    undo(work.store)
    assert work.dump() == before and exact(work)
    redo(work.store)
    assert work.dump() == after and exact(work) and schema(work.store) == shape


def test_a_changed_file_is_counted_exactly_too(work: Work) -> None:
    importing.take_in(work.store, batch=batch(1_500))
    before = work.dump()

    def changed(number: int) -> Record:
        made = record(number)
        return made if number % 3 else replace(made, stage=Stage.DONE, level=Level.AI_ALONE, domain="Elsewhere")

    _, outcome = importing.take_in(work.store, batch=batch(make=changed))
    assert outcome.created == NUMBER - 1_500 and outcome.updated == 500 and exact(work)
    undo(work.store)
    assert work.dump() == before and exact(work)


def test_what_is_remembered_is_what_the_file_holds(work: Work) -> None:
    importing.take_in(work.store, batch=batch(600))
    undone = work.store.rows("SELECT tbl, key, after FROM undo_change ORDER BY id")
    assert len(undone) > 2_000
    remembered: dict[tuple[str, str], dict[str, object]] = {}
    for row in undone:  # a few are changed again, such as an open part of a finished task
        remembered.setdefault((row["tbl"], row["key"]), {}).update(json.loads(row["after"]))
    for (table, key), values in remembered.items():
        here = work.store.row(f"SELECT * FROM {table} WHERE id = ?", (key,))
        assert here is not None and {name: here[name] for name in values} == values


def test_an_import_is_not_undone_under_what_came_after(work: Work) -> None:
    importing.take_in(work.store, batch=batch(20))
    tagging.tag(work.store, task_ids=[TaskId(5)], add=["mine"])
    undo(work.store)
    stages.complete(work.store, task_id=TaskId(12))
    before = work.dump()
    undo(work.store)
    undo(work.store)
    assert work.store.value("SELECT count(*) FROM task") == 0
    redo(work.store)
    redo(work.store)
    assert work.dump() == before and exact(work)


@pytest.mark.parametrize("apart", [1, 998, 999, 1_000, 1_500])
def test_a_task_that_a_file_names_twice_is_one_task(work: Work, apart: int) -> None:
    uuid = "0A000000-0000-4000-8000-00000000000a"
    between = tuple(Record(f"Task {number}", uid=f"u{number}") for number in range(apart - 1))
    twice = (Record("First", uid=uuid), *between, Record("Second", uid=uuid), Record("Third", uid=uuid.lower()))
    _, outcome = importing.take_in(work.store, batch=Batch(Format.JSON, twice))
    assert (outcome.created, outcome.updated) == (apart, 2)
    found = work.store.rows("SELECT title FROM task WHERE uid = ?", (uuid.lower(),))
    assert [row["title"] for row in found] == ["Third"]
    _, again = importing.take_in(work.store, batch=Batch(Format.JSON, twice))
    assert again.created == 0 and exact(work)


def test_cancelled_after_thousands_were_written_leaves_nothing(work: Work) -> None:
    tasks.add(work.store, line="Call Nora #marketing")
    before, shape = work.dump(), schema(work.store)
    told: list[int] = []

    def watch(done: int, number: int) -> bool:
        assert number == NUMBER
        told.append(done)
        return done < 2_200

    with pytest.raises(Cancelled):
        importing.take_in(work.store, batch=batch(), progress=watch)
    assert told == list(range(0, 2_201, 200))
    assert work.dump() == before and schema(work.store) == shape and exact(work)
    assert importing.take_in(work.store, batch=batch())[1].created == NUMBER and exact(work)


def test_killed_in_the_middle_nothing_of_it_is_there_and_all_goes_on(work: Work, tmp_path: Path) -> None:
    tasks.add(work.store, line="Call Nora #marketing")
    before, shape = work.dump(), schema(work.store)
    code = """
from orchestrator_desktop.domain.transfer import Batch, Format, Record
from orchestrator_desktop.operations import importing
store = open_store(folder)
records = tuple(Record(f"Task {number}", uid=str(number), domain="Ops", tags=("urgent",)) for number in range(2_400))
def watch(done, number):
    if done == 2_200:
        print(store.value("SELECT count(*) FROM task"), flush=True)
        os.kill(os.getpid(), signal.SIGKILL)
    return True
importing.take_in(store, batch=Batch(Format.CSV, records), progress=watch)
"""
    folder = work.store.path.parent
    assert run(code, folder) == ["2001"]
    again = Work(open_store(folder))
    try:
        assert again.dump() == before and schema(again.store) == shape and exact(again)
        assert importing.take_in(again.store, batch=batch())[1].created == NUMBER and exact(again)
    finally:
        again.store.close()


def test_many_rows_may_be_part_of_any_act(work: Work) -> None:
    """With the triggers of each row on, and what the act wrote before and after in its order."""
    before = work.dump()
    names = ("title", "level", "stage", "created_at")
    with acting(work.store, "Several", merge_key="same") as act:
        domain = act.insert(Kind.DOMAIN, {"name": "Ops", "created_at": act.now})
        made = act.insert_many(Kind.TASK, names, [(f"Task {place}", 2, "inbox", act.now) for place in range(3)])
        assert act.insert_many(Kind.TASK, names, []) == range(0)
        act.update(Kind.TASK, made[1], {"domain_id": domain})
    assert act.changes.of(Kind.TASK) == (1, 2, 3) and exact(work)
    after = work.dump()
    undo(work.store)
    assert work.dump() == before and exact(work)
    redo(work.store)
    assert work.dump() == after and exact(work)


def test_a_task_of_many_is_little_work(work: Work) -> None:
    def plain(number: int) -> Record:
        return Record(f"Task {number}", uid=str(number), domain="Ops", tags=("a", "b"), due=date(2026, 12, 1))

    number = 1_000
    assert lines_run(lambda: importing.take_in(work.store, batch=batch(number, plain))) < 400 * number


def test_a_long_chain_of_needs_is_not_walked_for_each_of_its_links(work: Work) -> None:
    def chained(number: int) -> Record:
        return Record(f"Task {number}", uid=str(number), needs=(str(number - 1),) if number else ())

    counts = []
    for number in (200, 400):
        with sqlite_steps(work.store) as steps:
            importing.take_in(work.store, batch=Batch(Format.CSV, batch(number, chained).records))
        counts.append(steps.count)
        undo(work.store)
    assert counts[1] < 2.5 * counts[0]
