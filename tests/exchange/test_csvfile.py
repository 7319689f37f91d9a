"""Plain tables: columns guessed or told, cells as people fill them, and a table that is read as it was written."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from orchestrator_desktop.domain.errors import UsageError, UserError
from orchestrator_desktop.domain.recurrence import MonthEnd, Recurrence
from orchestrator_desktop.domain.task import Level, Stage
from orchestrator_desktop.domain.transfer import Batch, CheckLine, Format, Record
from orchestrator_desktop.exchange import reading, writing
from orchestrator_desktop.exchange.csv_fields import HEADS
from orchestrator_desktop.exchange.csvfile import FIELDS, columns, guess, read_batch, sample, written
from orchestrator_desktop.exchange.repeating import canonical
from orchestrator_desktop.exchange.source import SourceFile
from tests.exchange.foreign import corpus, ends_well, lost, said, source_of, titles, whole
from tests.exchange.records import NOW, batches, differences
from tests.steps import grows_evenly

OUTLOOK = corpus("csv", "Tâches Outlook.csv")
NOTION = corpus("csv", "notion.csv")


def read(text: str, **options: Any) -> Batch:
    return read_batch(SourceFile("t.csv", text.encode()), now=NOW, **options)


def one(heads: str, cells: str) -> Record:
    (record,) = read(f"Title,{heads}\nx,{cells}\n").records
    return record


def again(records: list[Record]) -> Batch:
    return read("".join(written(records)))


def test_a_french_table_of_an_office() -> None:
    batch = read_batch(source_of(OUTLOOK), now=NOW)
    found = titles(batch)
    assert said(found["Relancer Nora"]) == {
        "notes": "Par téléphone\npuis par écrit",
        "tags": ("Client", "Devis"),
        "due": date(2026, 11, 26),
        "priority": 1,
    }
    assert said(found["Payer le loyer"]) == {
        "stage": Stage.DONE,
        "defer": date(2026, 12, 1),
        "due": date(2026, 12, 5),
        "priority": 2,
    }
    assert said(found["Été : réserver"]) == {"due": datetime(2026, 11, 27, 8, tzinfo=UTC), "priority": 3}
    assert not batch.lost


def test_an_american_table_of_outlook_puts_the_month_first() -> None:
    found = titles(read_batch(source_of(corpus("csv", "outlook.csv")), now=NOW))
    assert said(found["Call the bank"]) == {
        "notes": "ask, twice", "tags": ("Red", "Blue"), "defer": date(2026, 12, 1), "due": date(2026, 12, 2),
        "priority": 1,
    }  # fmt: skip
    assert found["Sent"].done_at == datetime(2026, 11, 3, 11, tzinfo=UTC)


@pytest.mark.parametrize(
    ("heads", "cell", "day"),
    [
        ("Task,Due", "12/1/2026", date(2026, 12, 1)), ("Task,Due", "12/01/2026", date(2026, 1, 12)),
        ("Tâche,Échéance", "12/1/2026", date(2026, 1, 12)), ("Task,Due", "12-1-2026", date(2026, 1, 12)),
        ("Task,Due", "01/Dec/26", date(2026, 12, 1)), ("Task,Due", "20261201", date(2026, 12, 1)),
        ("Task,Due", "1767139200", None),
    ],
)  # fmt: skip
def test_days_that_could_be_two(heads: str, cell: str, day: date | None) -> None:
    assert read(f"{heads}\na,{cell}\n").records[0].due == day


def test_boards_of_the_web() -> None:
    (card,) = read_batch(source_of(corpus("csv", "trello.csv")), now=NOW).records
    assert (card.title, card.notes, card.domain, card.who) == ("Print the flyer", "two\nlines", "Doing", "Ann")
    login, test = read_batch(source_of(corpus("csv", "jira.csv")), now=NOW).records
    assert (login.title, login.due, test.parent) == ("Fix the login", date(2026, 12, 5), login.uid)
    assert login.created_at == datetime(2026, 11, 1, 9, 30, tzinfo=UTC)


def test_heads_may_stand_below_blank_rows() -> None:
    text = "\n,,\n,Task,Owner\n,Ship,Ann\n"
    assert said(read(text).records[0]) == {"who": "Ann"}
    assert columns(text.encode()) == ["Column 1", "Task", "Owner"]
    assert sample(text.encode(), 1) == [["", "Ship", "Ann"]]


def test_an_english_table_of_the_web() -> None:
    batch = read_batch(source_of(NOTION), now=NOW)
    found = titles(batch)
    assert said(found["Write the brief"]) == {
        "tags": ("Writing", "Client"),
        "due": date(2026, 12, 3),
        "priority": 1,
        "estimate_minutes": 90,
        "who": "Nora Martin",
    }
    assert said(found["Ship it, finally"]) == {
        "stage": Stage.DONE,
        "due": date(2026, 11, 20),
        "priority": 3,
        "estimate_minutes": 45,
    }
    assert said(found['Ask "why"']) == {"priority": 2}
    assert found['Ask "why"'].extra == {
        "columns": {"Status": "Blocked by legal", "Due": "someday maybe", "Estimate": "long"}
    }
    assert lost(batch) == {
        "The column “Colour” stands for nothing here: it is kept, unseen": 1,
        "“someday maybe” is no date that is understood": 1,
        "The status “Blocked by legal” is not known: the task is open": 1,
        "“long” is no length of time": 1,
    }


@pytest.mark.parametrize(
    ("heads", "guessed"),
    [
        ("Task,Due Date,Project,Labels", {"title": "Task", "due": "Due Date", "domain": "Project", "tags": "Labels"}),
        ("NAME;Échéance;Étiquettes", {"title": "NAME", "due": "Échéance", "tags": "Étiquettes"}),
        (
            "Tâche,Statut,Priorité,Assigné à",
            {"title": "Tâche", "stage": "Statut", "priority": "Priorité", "who": "Assigné à"},
        ),
        ("due_date,task_name", {"title": "task_name", "due": "due_date"}),
        ("Date d’échéance,Sujet,Début", {"title": "Sujet", "due": "Date d’échéance", "defer": "Début"}),
        ("Project,Category,Title", {"title": "Title", "domain": "Project", "tags": "Category"}),
        ("% Complete,Subject,Actual Work", {"title": "Subject", "done": "% Complete"}),
        ("a,b,c", {}),
    ],
)
def test_heads(heads: str, guessed: Mapping[str, str]) -> None:
    assert guess(columns(heads.encode())) == guessed


def test_every_head_that_is_written_is_a_field() -> None:
    assert set(HEADS) <= set(FIELDS)
    assert guess(tuple(HEADS.values())) == HEADS


def test_what_a_table_holds_is_shown() -> None:
    data = "\ufeffA;B;\n1;2;3;4\n\n5\n".encode()
    assert columns(data) == ["A", "B", "Column 3"]
    assert sample(data) == [["1", "2", "3"], ["5", "", ""]]
    assert sample(data, 1) == [["1", "2", "3"]]


def test_a_mapping_is_obeyed() -> None:
    text = "What,When,Title\nBuy,2026-12-01,ignored\n"
    (record,) = read(text, mapping={"title": "what", "due": "When"}).records
    assert (record.title, record.due) == ("Buy", date(2026, 12, 1))
    assert record.extra == {"columns": {"Title": "ignored"}}


@pytest.mark.parametrize(
    ("mapping", "error", "message"),
    [
        ({"title": "Nothing"}, UsageError, "has no column “Nothing”"),
        ({"titel": "A"}, UsageError, "“titel” is no field of a task"),
        ({"due": "A"}, UserError, "No column of t.csv is known to hold the titles"),
        ({}, UserError, "say which it is: A, B"),
        (None, UserError, "say which it is: A, B"),
    ],
)
def test_a_mapping_that_is_none_is_said(
    mapping: Mapping[str, str] | None, error: type[UserError], message: str
) -> None:
    with pytest.raises(error, match=message):
        read("A,B\n1,2\n", mapping=mapping)


@pytest.mark.parametrize(
    ("head", "cell", "stage"),
    [
        ("Status", "Done", Stage.DONE),
        ("Statut", "Terminée", Stage.DONE),
        ("Status", "Cancelled", Stage.DROPPED),
        ("Statut", "annulé", Stage.DROPPED),
        ("Status", "In Progress", Stage.INBOX),
        ("Stage", "planned", Stage.PLANNED),
        ("Stage", "delegated", Stage.PLANNED),
        ("Completed", "TRUE", Stage.DONE),
        ("Completed", "FALSE", Stage.INBOX),
        ("Fait", "oui", Stage.DONE),
        ("Done", "✓", Stage.DONE),
        ("% complete", "100%", Stage.DONE),
        ("Progress", "40 %", Stage.INBOX),
        ("Completed", "2026-11-20", Stage.DONE),
        ("Completed on", "20/11/2026", Stage.DONE),
        ("Completed", "", Stage.INBOX),
    ],
)
def test_states(head: str, cell: str, stage: Stage) -> None:
    assert one(head, cell).stage is stage


def test_a_day_of_completion_is_kept() -> None:
    assert one("Completed", "2026-11-20").done_at == datetime(2026, 11, 20, 11, tzinfo=UTC)


@pytest.mark.parametrize(
    ("cell", "priority"),
    [
        ("High", 1), ("p1", 1), ("!!!", 1), ("A", 1), ("haute", 1), ("High priority", 1), ("Priorité haute", 1),
        ("medium", 2), ("2", 2), ("Moyenne", 2), ("low", 3), ("basse", 3), ("none", None), ("4", None), ("9", None),
        ("", None), ("purple", None),
    ],
)  # fmt: skip
def test_priorities(cell: str, priority: int | None) -> None:
    assert one("Priority", cell).priority == priority


@pytest.mark.parametrize(
    ("cell", "minutes"),
    [
        ("45", 45), ("45 min", 45), ("1h30", 90), ("1 h 30 min", 90), ("2 hours", 120), ("1.5 h", 90), ('"1,5 h"', 90),
        ("0:45", 45), ("1:30:00", 90), ("2 days", 960), ("3 j", 1440), ("30.0", 30), ("", None), ("soon", None),
    ],
)  # fmt: skip
def test_lengths_of_time(cell: str, minutes: int | None) -> None:
    assert one("Estimate", cell).estimate_minutes == minutes


@pytest.mark.parametrize(
    ("cell", "tags"),
    [
        ('"a, b"', ("a", "b")),
        ("a;b c", ("a", "b c")),
        ("#home @work", ("home @work",)),
        ('"#a,@b"', ("a", "b")),
        ('"a\nb"', ("a", "b")),
        ('"""x, y"", z"', ("x, y", "z")),
        (" ", ()),
    ],
)
def test_tags(cell: str, tags: tuple[str, ...]) -> None:
    assert one("Tags", cell).tags == tags


@pytest.mark.parametrize(
    ("cell", "rrule"),
    [
        ("weekly", "FREQ=WEEKLY"),
        ("tous les lundis", "FREQ=WEEKLY;BYDAY=MO"),
        ("RRULE:FREQ=MONTHLY;BYMONTHDAY=1", "FREQ=MONTHLY;BYMONTHDAY=1"),
        ("sometimes", None),
    ],
)
def test_repetitions(cell: str, rrule: str | None) -> None:
    found = one("Due,Repeat", f"2026-11-30,{cell}").recurrence
    assert found == (Recurrence(rrule, start=date(2026, 11, 30)) if rrule else None)


def test_a_time_in_a_column_of_its_own() -> None:
    assert one("Due Date,Due Time", "12/25/2026,5:00 PM").due == datetime(2026, 12, 25, 16, tzinfo=UTC)
    assert one("Due Date,Due Time", "12/25/2026,whenever").due == date(2026, 12, 25)


def test_the_table_shows_whether_days_come_first() -> None:
    text = "Title,Due\na,03/04/2026\nb,04/13/2026\n"
    assert [record.due for record in read(text).records] == [date(2026, 3, 4), date(2026, 4, 13)]
    unclear = "Title,Due\na,03/04/2026\n"
    assert read(unclear).records[0].due == date(2026, 4, 3)
    assert read(unclear, day_first=False).records[0].due == date(2026, 3, 4)


def test_parents_and_needs_are_names_or_titles() -> None:
    found = titles(read("Id,Title,Parent,Depends on\n7,House,,\n8,Roof,7,\n,Tiles,roof,House\n"))
    assert found["Roof"].parent == "7"
    assert (found["Tiles"].parent, found["Tiles"].needs) == ("8", ("7",))


def test_lines_too_long_and_too_short() -> None:
    batch = read("Title,Due\nBuy milk, eggs,2026-12-01\nCall\n,,\n,2026-12-01\n")
    assert [record.title for record in batch.records] == ["Buy milk", "Call"]
    assert batch.records[0].notes == "2026-12-01"
    assert lost(batch) == {
        "“eggs” is no date that is understood": 1,
        "A line has more cells than the table has columns: the notes have them": 1,
        "A task without any words": 1,
    }


def test_a_table_without_lines_is_nothing() -> None:
    assert read("Title,Due\n") == Batch(Format.CSV, ())


def test_everything_of_a_record_comes_back() -> None:
    parent = Record(
        title="=HYPERLINK(1)",
        uid="one",
        notes='\'- a\n\n  b, "c"\n',
        stage=Stage.PLANNED,
        level=Level.YOU_ONLY,
        domain="Marketing, Lyon",
        tags=("a, b", "c"),
        due=datetime(2026, 11, 30, 8, 15, tzinfo=UTC),
        defer=date(2026, 11, 28),
        deadline=date(2026, 12, 24),
        chosen_on=date(2026, 11, 26),
        priority=2,
        estimate_minutes=90,
        spent_seconds=61,
        who="@nora",
        recurrence=Recurrence(
            "FREQ=MONTHLY;BYMONTHDAY=31", True, MonthEnd.SKIP, datetime.fromisoformat("2026-11-30T09:15")
        ),
        checklist=(CheckLine("[x] odd", done=True), CheckLine("b")),
        position=-1.5,
        created_at=datetime(2026, 11, 1, 8, 0, 0, 123456, tzinfo=UTC),
    )
    part = Record(
        title="'=", uid="two", stage=Stage.DONE, parent="one", needs=("one",), done_at=datetime(2026, 11, 2, tzinfo=UTC)
    )
    batch = again([parent, part])
    assert batch.records == (parent, part)
    assert not batch.lost


@settings(max_examples=40)
@given(batches())
def test_what_is_written_is_read(records: list[Record]) -> None:
    batch = again(records)
    for record, found in zip(records, batch.records, strict=True):
        wanted = replace(
            record,
            attachments=(),
            notes=record.notes.replace("\r\n", "\n").replace("\r", "\n"),
            recurrence=canonical(record.recurrence),
        )
        assert found == wanted, differences(found, wanted)
    assert not batch.lost


@given(batches())
def test_no_cell_is_calculated_by_a_spreadsheet(records: list[Record]) -> None:
    rows = csv.reader(io.StringIO("".join(written(records)).removeprefix("\ufeff"), newline=""))
    numbers = {list(HEADS).index("position")}
    for row in rows:
        assert not [
            cell
            for place, cell in enumerate(row)
            if place not in numbers and cell.startswith(("=", "+", "-", "@", "\t", "\r"))
        ]


def test_a_file_is_written_and_told_apart(tmp_path: Path) -> None:
    record = Record(title="Été", uid="a", due=date(2026, 12, 1))
    path = tmp_path / "tasks.csv"
    assert writing.write(path, [record], format=Format.CSV) == 1
    assert path.read_bytes().startswith(b"\xef\xbb\xbfTitle,Notes,")
    assert reading.read(path, now=NOW) == Batch(Format.CSV, (record,))


def test_a_spreadsheet_may_have_saved_it_again() -> None:
    text = "".join(written([Record(title="Été", uid="a", due=date(2026, 12, 13), tags=("x, y",), priority=2)]))
    french = text.replace(",", ";").replace("2026-12-13", "13/12/2026").replace('"""x; y"""', '"""x, y"""')
    (record,) = read(french).records
    assert said(record) == {"due": date(2026, 12, 13), "tags": ("x, y",), "priority": 2}


@given(st.data())
def test_damaged_bytes_are_read_or_refused_in_words(data: st.DataObject) -> None:
    own = "".join(written([Record(title="x", uid="a", tags=("b",)), Record(title="y", uid="c", parent="a")])).encode()
    changed = bytearray(data.draw(st.sampled_from([OUTLOOK.read_bytes(), NOTION.read_bytes(), own])))
    for _ in range(data.draw(st.integers(1, 12))):
        changed[data.draw(st.integers(0, len(changed) - 1))] = data.draw(st.integers(0, 255))
    assert ends_well(read_batch, bytes(changed))


@given(st.text(st.sampled_from('Title,Due;\n"\t aéx0-:/é#@[]%='), max_size=80))
def test_any_text_is_read_or_refused_in_words(text: str) -> None:
    assert ends_well(read_batch, f"Title,Due,Tags,Status,Estimate,Repeat,Parent\n{text}".encode())


def many(number: int) -> Callable[[], Batch]:
    """The reading of so many tasks."""
    lines = (
        f'Task {n},P{n % 20},2026-12-{n % 28 + 1:02} {n % 24:02}:{n % 60:02},high,todo,"x,y{n % 9}",note'
        for n in range(number)
    )
    text = "Title,Project,Due,Priority,Status,Tags,Notes\n" + "\n".join(lines)
    return lambda: read(text)


def many_again(number: int) -> Callable[[], Batch]:
    """The same tasks written, and read again."""
    records = list(many(number)().records)
    return lambda: again(records)


@pytest.mark.parametrize("make", [many, many_again])
def test_ten_times_as_many_tasks_are_ten_times_the_work(make: Callable[[int], Callable[[], Batch]]) -> None:
    batch = make(300)()
    assert len(batch.records) == 300
    assert whole(batch)
    assert grows_evenly(make)
