"""Files taken in as one act, found again, and written out."""

import json
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest

from orchestrator_desktop.domain.changes import Kind
from orchestrator_desktop.domain.errors import UserError
from orchestrator_desktop.domain.ids import DelegationId
from orchestrator_desktop.domain.recurrence import Recurrence
from orchestrator_desktop.domain.task import Level, Stage
from orchestrator_desktop.domain.transfer import Attached, Batch, CheckLine, Format, Record
from orchestrator_desktop.exchange.source import Cancelled
from orchestrator_desktop.operations import exporting, fetching, importing, reviews, stages, tasks
from orchestrator_desktop.operations.filters import save_filter
from orchestrator_desktop.operations.reflections import write_reflection
from orchestrator_desktop.operations.starting import start
from orchestrator_desktop.operations.undo import redo, undo
from orchestrator_desktop.store import tasks as reading
from orchestrator_desktop.store.opening import open_store
from orchestrator_desktop.store.store import Store
from tests.newfile import put_new_file
from tests.operations.work import Work

NOW = datetime(2026, 11, 26, 12, tzinfo=UTC)
RECORDS = (
    Record(
        "Launch",
        uid="a",
        notes="All of it",
        level=Level.YOU_ONLY,
        domain="Marketing",
        tags=("big",),
        due=date(2026, 12, 1),
        deadline=date(2026, 12, 24),
        priority=1,
        who="Nora",
        checklist=(CheckLine("one", True), CheckLine("two")),
        extra={"colour": "red"},
    ),
    Record("Site", uid="b", parent="a", needs=("c",), stage=Stage.PLANNED),
    Record("Texts", uid="c", parent="a", recurrence=Recurrence("FREQ=WEEKLY"), due=date(2026, 11, 27)),
    Record("Old", uid="d", stage=Stage.DONE, done_at=datetime(2026, 1, 2, 3, 4, tzinfo=UTC)),
    Record("Without a name"),
    Record("Without a name"),
)
BATCH = Batch(Format.TASKWARRIOR, RECORDS)


def titles(store: Store) -> list[str]:
    return [row["title"] for row in store.rows("SELECT title FROM task ORDER BY id")]


def test_everything_comes_in_and_goes_in_one_step(work: Work) -> None:
    before = work.dump()
    _, outcome = importing.take_in(work.store, batch=BATCH)
    assert (outcome.created, outcome.updated, outcome.skipped) == (6, 0, 0)
    whole, site, texts, old = (work.task(tasks.TaskId(number)) for number in range(1, 5))
    assert (whole.level, whole.domain, whole.delegate, whole.parts) == (Level.YOU_ONLY, "Marketing", "Nora", 2)
    assert site.parent_id == whole.id and site.blocked and not texts.blocked
    assert texts.recurrence is not None and texts.recurrence.start == date(2026, 11, 27)
    assert old.done_at == datetime(2026, 1, 2, 3, 4, tzinfo=UTC)
    after = work.dump()
    undo(work.store)
    assert work.dump() == before
    redo(work.store)
    assert work.dump() == after


def test_a_second_import_finds_the_first(work: Work) -> None:
    importing.take_in(work.store, batch=BATCH)
    assert importing.preview(work.store, BATCH).skipped == 6
    _, outcome = importing.take_in(work.store, batch=BATCH)
    assert (outcome.created, outcome.updated, outcome.skipped) == (0, 0, 6)
    stages.complete(work.store, task_id=tasks.TaskId(2))
    tasks.edit(work.store, task_id=tasks.TaskId(1), notes="Mine")
    changed = (replace(RECORDS[0], title="Launch in May"), *RECORDS[1:], Record("New", uid="e"))
    batch = Batch(Format.TASKWARRIOR, changed)
    assert importing.preview(work.store, batch).updated == 1
    _, outcome = importing.take_in(work.store, batch=batch)
    assert (outcome.created, outcome.updated, outcome.skipped) == (1, 1, 5)
    assert work.task(tasks.TaskId(1)).title == "Launch in May"
    assert work.stage(tasks.TaskId(2)) is Stage.DONE


def test_a_domain_written_otherwise_is_the_one_that_is_here(work: Work) -> None:
    work.add("Here #Projet-alpha")
    names = ("Projet Alpha", "projet alpha", "Équipe", "equipe")
    batch = Batch(Format.CSV, tuple(Record(f"Task {name}", domain=name) for name in names))
    importing.take_in(work.store, batch=batch)
    assert [row["name"] for row in work.store.rows("SELECT name FROM domain ORDER BY id")] == ["Projet-alpha", "Équipe"]
    ours = Batch(Format.JSON, (Record("Ours", domain="Projet alpha"),))
    importing.take_in(work.store, batch=ours)
    assert work.store.value("SELECT count(*) FROM domain") == 3, "our own export tells them apart"


def test_a_circle_in_the_file_is_said_and_left_out(work: Work) -> None:
    records = (Record("one", uid="1", needs=("2", "9")), Record("two", uid="2", needs=("1",)))
    _, outcome = importing.take_in(work.store, batch=Batch(Format.TASKWARRIOR, records))
    assert sorted(str(lost) for lost in outcome.lost) == [
        "A dependency on a task that is not in the file",
        "A dependency that would go in a circle",
    ]
    assert work.store.value("SELECT count(*) FROM dependency") == 1


def test_cancelled_is_as_if_it_had_never_begun(work: Work) -> None:
    before = work.dump()
    many = Batch(Format.CSV, tuple(Record(f"Task {number}") for number in range(500)))
    with pytest.raises(Cancelled):
        importing.take_in(work.store, batch=many, progress=lambda done, _all: done < 300)
    assert work.dump() == before


def test_the_full_export_makes_the_same_file_again(work: Work, tmp_path: Path) -> None:
    importing.take_in(work.store, batch=Batch(Format.JSON, RECORDS))
    (tmp_path / "a.pdf").write_bytes(b"%PDF")
    with_file = Record("Read", uid="f", attachments=(Attached("a.pdf", b"%PDF"),))
    importing.take_in(work.store, batch=Batch(Format.JSON, (with_file,)))
    task_id = work.in_review("Draft the announcement", text="# An answer")
    work.store.execute("UPDATE task SET chosen_on = '2026-11-26', position = 1.5 WHERE id = ?", (task_id,))
    write_reflection(work.store, day=date(2026, 11, 25), text="Moins de brouillons.")
    first, second = tmp_path / "first.json", tmp_path / "second.json"
    assert exporting.export(work.store, first, format=Format.JSON) == 8
    fetched = fetching.fetch(first, now=NOW)
    put_new_file(tmp_path / "other")
    other = open_store(tmp_path / "other")
    try:
        _, outcome = importing.take_in(other, batch=fetched.batch, sections=fetched.sections)
        assert outcome.created == 8
        exporting.export(other, second, format=Format.JSON)
        assert other.value("SELECT text FROM result") == "# An answer"
        assert other.value("SELECT text FROM reflection") == "Moins de brouillons."
    finally:
        other.close()
    assert second.read_text() == first.read_text()


def test_the_first_task_of_all_is_exported_with_its_brief_and_its_answer(work: Work, tmp_path: Path) -> None:
    who = work.specialist()
    changes = start(work.store, sentence="Name ten colours", specialist_id=who, level=Level.AI_ALONE, brief={})
    work.answer(DelegationId(changes.first(Kind.DELEGATION)), "Blue")
    exporting.export(work.store, tmp_path / "all.json", format=Format.JSON)
    fetched = fetching.fetch(tmp_path / "all.json", now=NOW)
    put_new_file(tmp_path / "other")
    other = open_store(tmp_path / "other")
    try:
        importing.take_in(other, batch=fetched.batch, sections=fetched.sections)
        assert other.value("SELECT title FROM task") == "Name ten colours"
        assert other.value("SELECT text FROM result") == "Blue"
    finally:
        other.close()


@pytest.mark.parametrize(
    ("format", "name"),
    [
        (Format.ICALENDAR, "t.ics"),
        (Format.TASKWARRIOR, "t.json"),
        (Format.TODO_TXT, "todo.txt"),
        (Format.CSV, "t.csv"),
        (Format.MARKDOWN, "folder"),
    ],
)
def test_other_formats_are_found_again_in_the_same_file(work: Work, tmp_path: Path, format: Format, name: str) -> None:
    importing.take_in(work.store, batch=BATCH)
    path = tmp_path / name
    exporting.export(work.store, path, format=format)
    fetched = fetching.fetch(path, now=NOW)
    assert fetched.batch.format is format
    assert sorted(record.title for record in fetched.batch.records) == sorted(titles(work.store))
    importing.take_in(work.store, batch=fetched.batch)
    again = importing.preview(work.store, fetching.fetch(path, now=NOW).batch)
    assert (again.created, again.updated, again.skipped) == (0, 0, 6)


def test_an_open_part_of_what_is_finished_is_in_a_list_all_the_same(work: Work) -> None:
    records = (
        Record("Moved house", uid="a", stage=Stage.DONE, done_at=NOW),
        Record("Sell the sofa", uid="b", parent="a"),
        Record("Take pictures", uid="c", parent="b"),
        Record("Pack", uid="d", parent="a", stage=Stage.DONE, done_at=NOW),
    )
    batch = Batch(Format.MARKDOWN, records)
    _, outcome = importing.take_in(work.store, batch=batch)
    assert [str(lost) for lost in outcome.lost] == ["An open part of a finished task is a task by itself"]
    assert [work.task(tasks.TaskId(number)).parent_id for number in range(1, 5)] == [None, None, 2, 1]
    assert [task.title for task in reading.page(work.store, reading.Place(), today=NOW.date())] == ["Sell the sofa"]
    _, again = importing.take_in(work.store, batch=batch)
    assert (again.created, again.updated, again.skipped, again.lost) == (0, 0, 4, ())
    work.sound()


@pytest.fixture
def exported(work: Work, tmp_path: Path) -> dict[str, Any]:
    """A full export with something in every section."""
    reviews.accept(work.store, task_id=work.in_review("Draft the announcement", text="# An answer"))
    work.hand_to(work.add("Ask"), "Nora")
    save_filter(work.store, name="Open", query="is:open")
    write_reflection(work.store, day=date(2026, 11, 25), text="Fewer drafts.")
    exporting.export(work.store, tmp_path / "all.json", format=Format.JSON)
    found: dict[str, Any] = json.loads((tmp_path / "all.json").read_text())
    return found


def _taken(exported: dict[str, Any], folder: Path) -> str:
    """What is said of a file when it is imported into a new one: nothing where it is taken."""
    folder.mkdir(exist_ok=True)
    (folder / "all.json").write_text(json.dumps(exported))
    with TemporaryDirectory(dir=folder) as name:
        put_new_file(Path(name))
        store = open_store(Path(name))
        try:
            fetched = fetching.fetch(folder / "all.json", now=NOW)
            importing.take_in(store, batch=fetched.batch, sections=fetched.sections)
        except UserError as error:
            assert store.value("SELECT count(*) FROM task") == 0
            return str(error)
        finally:
            store.close()
    return ""


def test_a_section_of_any_other_form_is_refused_in_words(exported: dict[str, Any], tmp_path: Path) -> None:
    sections = {name: rows for name, rows in exported.items() if isinstance(rows, list) and name != "tasks"}
    assert len(sections) == 7 and all(sections.values())
    assert _taken(exported, tmp_path / "in") == ""
    strange = (None, -1, 10**30, 1.5, "x", [], {}, ["a"], "2026-99-99")
    for name, rows in sections.items():
        for field in rows[0]:
            for value in strange:
                changed = {**exported, name: [{**rows[0], field: value}, *rows[1:]]}
                said = _taken(changed, tmp_path / "in")
                assert said == "" or "Nothing was" in said, (name, field, value, said)
            left = {other: value for other, value in rows[0].items() if other != field}
            said = _taken({**exported, name: [left]}, tmp_path / "in")
            assert said == "" or "Nothing was" in said, (name, field, said)
    for name, field, value in (
        ("reflections", "day", "2026-99-99"),
        ("reflections", "closed_at", "x"),
        ("briefs", "created_at", "2026-11-01"),
        ("results", "version", "one"),
        ("specialists", "options", {"unknown": 1}),
    ):
        assert "Nothing was" in _taken({**exported, name: [{**sections[name][0], field: value}]}, tmp_path / "in")


def test_what_stands_twice_in_a_section_is_taken_once(exported: dict[str, Any], tmp_path: Path) -> None:
    twice = {name: rows * 2 if isinstance(rows, list) and name != "tasks" else rows for name, rows in exported.items()}
    assert _taken(twice, tmp_path / "in") == ""
