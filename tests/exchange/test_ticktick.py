"""TickTick's backups of several versions."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from orchestrator_desktop.domain.errors import UserError
from orchestrator_desktop.domain.recurrence import Recurrence
from orchestrator_desktop.domain.task import Stage
from orchestrator_desktop.domain.transfer import Batch, CheckLine, Format, Record
from orchestrator_desktop.exchange.detecting import detect
from orchestrator_desktop.exchange.source import SourceFile
from orchestrator_desktop.exchange.ticktick import read_batch
from tests.exchange.foreign import corpus, ends_well, lost, said, source_of, titles, whole
from tests.exchange.records import NOW
from tests.steps import grows_evenly

NEW = corpus("ticktick", "TickTick-backup-2026-11-20.csv")
OLD = corpus("ticktick", "TickTick-backup-2018.csv")
COLUMNS = [
    *("Folder Name", "List Name", "Title", "Kind", "Tags", "Content", "Is Check list", "Start Date", "Due Date"),
    *("Reminder", "Repeat", "Priority", "Status", "Created Time", "Completed Time", "Order", "Timezone"),
    *("Is All Day", "Is Floating", "taskId", "parentId"),
]
HEADS = ",".join(f'"{column}"' for column in COLUMNS)


def line(**cells: str) -> str:
    named = {name.replace("_", " "): text for name, text in cells.items()}
    values = ('"{}"'.format(named.get(column, "").replace('"', '""')) for column in COLUMNS)
    return ",".join(values)


def read(*lines: str) -> Batch:
    return read_batch(SourceFile("b.csv", "\n".join(['"Version: 7.1"', HEADS, *lines]).encode()), now=NOW)


def one(**cells: str) -> Record:
    (record,) = read(line(Title="x", **cells)).records
    return record


def test_a_backup_of_today() -> None:
    batch = read_batch(source_of(NEW), now=NOW)
    found = titles(batch)
    assert whole(batch)
    assert said(found["Rendre le rapport"]) == {
        "notes": 'Lire d’abord "l’annexe"',
        "domain": "Travail",
        "tags": ("client", "urgent"),
        "due": date(2026, 11, 30),
        "priority": 1,
        "created_at": datetime(2026, 11, 1, 8, tzinfo=UTC),
    }
    assert said(found["Relire"], "created_at") == {
        "stage": Stage.DONE,
        "domain": "Travail",
        "priority": 2,
        "parent": found["Rendre le rapport"].uid,
        "done_at": datetime(2026, 11, 2, 9, 30, tzinfo=UTC),
    }
    assert said(found["Valise"], "created_at") == {
        "notes": "Pour Lyon",
        "checklist": (CheckLine("Passeport", done=True), CheckLine("Chargeur"), CheckLine("Billets, papier")),
    }
    assert said(found["Point d’équipe"], "created_at", "domain") == {
        "due": datetime(2026, 11, 30, 9, 45, tzinfo=UTC),
        "priority": 3,
        "estimate_minutes": 45,
        "recurrence": Recurrence("FREQ=WEEKLY;BYDAY=MO", start=datetime.fromisoformat("2026-11-30T10:45")),
    }
    assert said(found["Séminaire"], "created_at", "domain") == {"defer": date(2026, 12, 7), "due": date(2026, 12, 9)}
    assert said(found["Jours choisis"], "created_at", "domain") == {"due": date(2026, 12, 2)}
    assert said(found["Jours ouvrés"], "created_at", "domain") == {
        "due": date(2026, 11, 27),
        "recurrence": Recurrence("FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR", start=date(2026, 11, 27)),
    }
    assert found["Abandonnée"].stage is Stage.DROPPED


def test_what_is_lost_is_said() -> None:
    assert lost(read_batch(source_of(NEW), now=NOW)) == {
        "A reminder": 1,
        "A folder or column of a list: its name is kept with the task, unseen": 1,
        "A task cannot repeat by “ERULE:NAME=CUSTOM;BYDATE=20261202,20261209”": 1,
        "A repetition that leaves out holidays: they are not known here": 1,
        "A note that is no task: it comes in as one": 1,
    }


def test_a_backup_of_2018() -> None:
    batch = read_batch(source_of(OLD), now=NOW)
    (record,) = batch.records
    assert (record.title, said(record)) == (
        "Fix tap",
        {
            "stage": Stage.DONE,
            "domain": "Home",
            "due": datetime(2018, 5, 2, 10, tzinfo=UTC),
            "priority": 1,
            "created_at": datetime(2018, 4, 1, 8, tzinfo=UTC),
            "done_at": datetime(2018, 5, 3, 10, tzinfo=UTC),
        },
    )
    assert not batch.lost


@pytest.mark.parametrize(
    ("repeat", "rule"),
    [
        ("FREQ=YEARLY;INTERVAL=1", "FREQ=YEARLY"),
        ("RRULE:FREQ=MONTHLY;INTERVAL=2;BYMONTHDAY=-1", "FREQ=MONTHLY;INTERVAL=2;BYMONTHDAY=-1"),
        ("RRULE:INTERVAL=1;FREQ=WEEKLY;BYDAY=TH,MO", "FREQ=WEEKLY;BYDAY=MO,TH"),
        ("RRULE:FREQ=DAILY;UNTIL=20261231T000000Z", "FREQ=DAILY;UNTIL=20261231T000000Z"),
        ("RRULE:FREQ=DAILY;INTERVAL=1;TT_SKIP=WEEKEND", "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR"),
        ("RRULE:FREQ=MONTHLY;INTERVAL=1;TT_WORKDAY=-1", "FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1"),
        ("RRULE:FREQ=WEEKLY;INTERVAL=1;ERULE", "FREQ=WEEKLY"),
        ("ERULE:NAME=FORGETTINGCURVE;CYCLE=0", None),
        ("LUNAR:FREQ=YEARLY;INTERVAL=1;BYMONTH=1;BYMONTHDAY=28", None),
        ("RRULE:FREQ=HOURLY;INTERVAL=3", None),
        ("nonsense", None),
    ],
)
def test_rules(repeat: str, rule: str | None) -> None:
    recurrence = one(Repeat=repeat).recurrence
    assert (recurrence.rrule if recurrence else None) == rule


@pytest.mark.parametrize("written", ["2026-11-29T23:00:00+0000", "2026-11-30T00:00:00+0000", "2026-11-30"])
def test_a_whole_day_is_the_one_where_it_was_made(written: str) -> None:
    record = one(Due_Date=written, Timezone="Europe/Paris", Is_All_Day="true")
    assert record.due == date(2026, 11, 30)


def test_a_floating_time_is_of_the_clock_here() -> None:
    found = titles(read_batch(source_of(NEW), now=NOW))
    assert found["Appeler Tokyo"].due == datetime(2026, 12, 1, 8, 30, tzinfo=UTC)


def test_names_last_though_the_program_numbers_anew() -> None:
    first = line(Title="a", Created_Time="2026-11-01T08:00:00+0000", taskId="1")
    second = line(Title="b", Created_Time="2026-11-01T08:00:01+0000", taskId="2")
    later = line(Title="b, said better", Created_Time="2026-11-01T08:00:01+0000", taskId="1")
    assert read(first, second).records[1].uid == read(later).records[0].uid


def test_the_order_is_that_of_the_program() -> None:
    places = [
        record.position for record in read(*(line(Title="x", Order=order) for order in ("5", "-9", "", "1e3"))).records
    ]
    assert places == [1, 0, None, 2]


def test_a_table_without_its_columns_is_refused() -> None:
    with pytest.raises(UserError, match="no backup of TickTick"):
        read_batch(SourceFile("b.csv", b'"Date: 2026"\n"Title","Due"\n"x",""\n'), now=NOW)


def test_a_backup_of_nothing_is_nothing() -> None:
    assert read() == Batch(read().format, ())


@given(st.data())
def test_damaged_bytes_are_read_or_refused_in_words(data: st.DataObject) -> None:
    changed = bytearray(data.draw(st.sampled_from([NEW.read_bytes(), OLD.read_bytes()])))
    for _ in range(data.draw(st.integers(1, 12))):
        changed[data.draw(st.integers(0, len(changed) - 1))] = data.draw(st.integers(0, 255))
    assert ends_well(read_batch, bytes(changed))
    assert ends_well(read_batch, bytes(changed[data.draw(st.integers(0, len(changed))) :]))


def many(number: int) -> Callable[[], Batch]:
    """The reading of so many tasks."""
    lines = [
        line(
            List_Name=f"List {n % 20}",
            Title=f"Task {n}",
            Tags="x, y",
            Content="note",
            Due_Date=f"2026-08-{n % 28 + 1:02}T{n % 24:02}:00:00+0000",
            Repeat="FREQ=WEEKLY;INTERVAL=1",
            Priority="3",
            Status="0",
            Created_Time=f"2025-07-{n // 3600 % 28 + 1:02}T08:{n // 60 % 60:02}:{n % 60:02}+0000",
            Order=str(-n),
            Timezone="Europe/Paris",
            taskId=str(n),
        )
        for n in range(number)
    ]
    data = "\n".join([HEADS, *lines]).encode()
    return lambda: read_batch(SourceFile("b.csv", data), now=NOW)


def test_ten_times_as_many_tasks_are_ten_times_the_work() -> None:
    assert len(many(300)().records) == 300
    assert grows_evenly(many)


def test_a_backup_that_a_spreadsheet_saved_again() -> None:
    text = (
        'Date: 2026-11-25+0000;;;\nVersion: 7.1;;;\n"Status: \n0 Normal";;;\nFolder Name;List Name;Title;Due Date\n'
        ';Maison;"Peindre; bleu";2026-12-01T08:00:00+0000\n'
    )
    source = SourceFile("backup.csv", text.encode("cp1252"))
    assert detect(source.name, source.data) is Format.TICKTICK
    (record,) = read_batch(source, now=NOW).records
    assert (record.title, record.domain) == ("Peindre; bleu", "Maison")
    assert record.due == datetime(2026, 12, 1, 8, tzinfo=UTC)
