"""Things 3: tables of two versions, its packed days, and its repetitions."""

from __future__ import annotations

import plistlib
import sqlite3
from collections.abc import Callable, Mapping
from contextlib import closing
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from orchestrator_desktop.domain.errors import UserError
from orchestrator_desktop.domain.recurrence import Recurrence
from orchestrator_desktop.domain.task import Stage
from orchestrator_desktop.domain.transfer import Batch, CheckLine, Format
from orchestrator_desktop.exchange import reading
from orchestrator_desktop.exchange.things import TABLES, read_batch
from orchestrator_desktop.exchange.things_time import day, moment, repeat
from orchestrator_desktop.store.foreign import tables
from tests.exchange.foreign import corpus, lost, said, titles, whole
from tests.exchange.records import NOW
from tests.steps import grows_evenly

NEVER = 64092211200.0
"""Year 4001."""


def database(folder: Path, version: str) -> Path:
    path = folder / "main.sqlite"
    with closing(sqlite3.connect(path)) as connection:
        connection.executescript(corpus("things", f"{version}.sql").read_text("utf-8"))
    return path


def read(folder: Path, version: str) -> Batch:
    return read_batch(tables(database(folder, version), TABLES), now=NOW)


def packed(year: int, month: int, on: int) -> int:
    return year << 16 | month << 12 | on << 7


def rule(**values: Any) -> bytes:
    whole_rule = {
        "ed": NEVER,
        "fa": 1,
        "fu": 256,
        "ia": 0.0,
        "of": [{"wd": 1}],
        "rc": 0,
        "rrv": 4,
        "sr": 0.0,
        "tp": 0,
        "ts": 0,
    }
    return plistlib.dumps(whole_rule | values, fmt=plistlib.FMT_BINARY)


def task(uuid: str, **values: Any) -> dict[str, Any]:
    return {"uuid": uuid, "title": uuid, "type": 0, "status": 0, "trashed": 0, "start": 1, "index": 0} | values


def rows(*tasks: Mapping[str, Any]) -> Batch:
    return read_batch({"TMTask": tasks}, now=NOW)


def test_a_database_of_today(tmp_path: Path) -> None:
    batch = read(tmp_path, "version-26")
    found = titles(batch)
    assert batch.format is Format.THINGS
    assert whole(batch)
    assert said(found["Rappeler Nora"], "created_at") == {
        "notes": "Au sujet du *devis*",
        "tags": ("Téléphone", "À rappeler"),
    }
    assert said(found["Déménager"]) == {
        "notes": "Avant Noël",
        "stage": Stage.PLANNED,
        "domain": "Maison",
        "due": date(2026, 11, 30),
        "deadline": date(2026, 12, 24),
        "created_at": datetime(2026, 11, 25, 10, 0, 1, tzinfo=UTC),
    }
    assert said(found["Trier la cave"], "created_at") == {
        "stage": Stage.PLANNED,
        "domain": "Maison",
        "parent": "project",
        "checklist": (CheckLine("Caisses"), CheckLine("Rideaux", done=True)),
    }
    assert said(found["Réserver le camion"], "created_at") == {
        "stage": Stage.DONE,
        "domain": "Maison",
        "parent": "project",
        "done_at": datetime(2026, 11, 26, 10, tzinfo=UTC),
    }
    assert said(found["Changer d’adresse"], "created_at", "domain", "stage") == {"parent": "project"}
    assert said(found["Appeler la banque"], "created_at", "stage") == {
        "domain": "Travail",
        "due": datetime(2026, 11, 30, 11, 34, tzinfo=UTC),
    }
    assert said(found["Apprendre le grec"], "created_at", "domain", "stage") == {"tags": ("someday",)}
    assert found["Repeindre"].stage is Stage.DROPPED
    assert found["Changer d’adresse"].extra == {"heading": "Papiers"}


def test_the_order_is_that_of_the_lists(tmp_path: Path) -> None:
    parts = [record for record in read(tmp_path, "version-26").records if record.parent == "project"]
    assert [record.title for record in parts] == ["Trier la cave", "Réserver le camion", "Changer d’adresse"]
    assert [record.position for record in parts] == [0, 1, 2]


def test_what_is_lost_is_said(tmp_path: Path) -> None:
    assert lost(read(tmp_path, "version-26")) == {
        "A task in the trash of Things": 3,
        "A heading of a project: its name is kept with its tasks, unseen": 1,
        "A tag under another: it stands alone": 1,
        "A tag of an area": 1,
        "“This Evening”: the task is for the day": 1,
    }


def test_a_database_of_2019(tmp_path: Path) -> None:
    found = titles(read(tmp_path, "version-18"))
    assert said(found["Read the book"], "created_at", "stage") == {
        "notes": "See https://example.org/a?b=1&c=2\nand [this](things:///show?id=1) <soon>",
        "due": datetime(2021, 5, 5, 10, tzinfo=UTC),
        "deadline": date(2021, 5, 21),
        "who": "Nora Martin",
    }
    assert said(found["Of the year 2021"], "stage") == {
        "due": date(2021, 3, 29),
        "created_at": datetime(2021, 3, 28, 19, 10, 29, tzinfo=UTC),
    }


def test_the_window_gives_the_reader_of_databases(tmp_path: Path) -> None:
    path = database(tmp_path, "version-26")
    assert reading.read(path, now=NOW, tables=tables) == reading.read(tmp_path, now=NOW, tables=tables)
    with pytest.raises(UserError, match="no task file that is known"):
        reading.read(path, now=NOW)


def test_another_database_is_refused() -> None:
    with pytest.raises(UserError, match="none of Things 3"):
        read_batch({"TMArea": []}, now=NOW)


@pytest.mark.parametrize(
    ("value", "found"),
    [
        (packed(2026, 2, 28), date(2026, 2, 28)),
        (packed(4001, 1, 1), None),
        (packed(2026, 2, 30), None),
        (69760, None),
        (1608336000.0, date(2020, 12, 19)),
        (1620165600.0, date(2021, 5, 5)),
        (NEVER, None),
        (-62135769600.0, None),
        (None, None),
        ("2026", None),
        (float("nan"), None),
        (float("inf"), None),
        (2**70, None),
    ],
)
def test_days(value: object, found: date | None) -> None:
    assert day(value) == found


@pytest.mark.parametrize(
    ("value", "found"),
    [
        (1616958629.5, datetime(2021, 3, 28, 19, 10, 29, 500000, tzinfo=UTC)),
        (638651429, datetime(2021, 3, 28, 19, 10, 29, tzinfo=UTC)),
        (True, None),
        ("x", None),
        (1e300, None),
    ],
)
def test_moments(value: object, found: datetime | None) -> None:
    assert moment(value) == found


@pytest.mark.parametrize(
    ("values", "rrule"),
    [
        ({}, "FREQ=WEEKLY;BYDAY=MO"),
        ({"of": [{"wd": 0}, {"wd": 3}], "fa": 2}, "FREQ=WEEKLY;INTERVAL=2;BYDAY=WE,SU"),
        ({"fu": 16, "fa": 3, "of": [{"dy": 0}]}, "FREQ=DAILY;INTERVAL=3"),
        ({"fu": 8, "of": [{"dy": 14}]}, "FREQ=MONTHLY;BYMONTHDAY=15"),
        ({"fu": 8, "of": [{"dy": -1}]}, "FREQ=MONTHLY;BYMONTHDAY=-1"),
        ({"fu": 8, "of": [{"wd": 2, "wdo": 1}]}, "FREQ=MONTHLY;BYDAY=1TU"),
        ({"fu": 8, "of": [{"wd": 5, "wdo": -1}]}, "FREQ=MONTHLY;BYDAY=-1FR"),
        ({"fu": 4, "of": [{"dy": 7, "mo": 9}]}, "FREQ=YEARLY;BYMONTH=10;BYMONTHDAY=8"),
        ({"fu": 4, "of": [{"wd": 0, "wdo": 2, "mo": 4}]}, "FREQ=YEARLY;BYMONTH=5;BYDAY=2SU"),
        ({"ed": 1798761600.0}, "FREQ=WEEKLY;BYDAY=MO;UNTIL=20270101"),
        ({"rc": 5}, "FREQ=WEEKLY;BYDAY=MO;COUNT=5"),
        ({"ts": -3}, "FREQ=WEEKLY;BYDAY=FR"),
    ],
)
def test_rules(values: Mapping[str, Any], rrule: str) -> None:
    found = repeat(rule(**values))
    assert found is not None
    assert (found.recurrence, found.by_deadline) == (Recurrence(rrule), False)


def test_a_rule_after_completion_has_no_days() -> None:
    found = repeat(rule(tp=1, fa=2, ts=-99))
    assert found is not None
    assert found.recurrence == Recurrence("FREQ=WEEKLY;INTERVAL=2", after_done=True)


def test_days_of_the_month_before_a_deadline_are_not_moved() -> None:
    found = repeat(rule(fu=8, of=[{"dy": 0}], ts=-3))
    assert found is not None
    assert (found.recurrence.rrule, found.by_deadline) == ("FREQ=MONTHLY;BYMONTHDAY=1", True)


@pytest.mark.parametrize(
    "raw",
    [
        b"",
        b"bplist00nonsense",
        b"<?xml version='1.0'?><plist><dict>",
        plistlib.dumps([1]),
        rule(fu=3),
        rule(fa=0),
        rule(fa="x"),
        rule(of=[{"wd": "x"}]),
        rule(of=[{"wd": 40}], fu=8),
        rule(ts=1e9),
        7,
    ],
)
def test_what_is_no_rule(raw: object) -> None:
    assert repeat(raw) is None


def test_a_template_is_there_as_its_last_open_instance() -> None:
    batch = rows(
        task("template", rt1_recurrenceRule=rule(), start=2, rt1_nextInstanceStartDate=packed(2026, 12, 7)),
        task("done", rt1_repeatingTemplate="template", status=3, creationDate=1.7e9, startDate=packed(2026, 11, 16)),
        task("late", rt1_repeatingTemplate="template", creationDate=1.71e9, startDate=packed(2026, 11, 23)),
        task("last", rt1_repeatingTemplate="template", creationDate=1.72e9, startDate=packed(2026, 11, 30)),
    )
    found = titles(batch)
    assert set(found) == {"done", "late", "last"}
    assert found["last"].recurrence == Recurrence("FREQ=WEEKLY;BYDAY=MO", start=date(2026, 11, 30))
    assert found["done"].recurrence is found["late"].recurrence is None
    assert not batch.lost


def test_a_template_that_waits_for_its_next_day_comes_as_that() -> None:
    (record,) = rows(
        task(
            "template",
            rt1_recurrenceRule=rule(),
            start=2,
            rt1_nextInstanceStartDate=packed(2026, 12, 7),
            reminderTime=840957952,
        )
    ).records
    assert record.due == datetime(2026, 12, 7, 11, 34, tzinfo=UTC)
    assert record.recurrence == Recurrence("FREQ=WEEKLY;BYDAY=MO", start=datetime.fromisoformat("2026-12-07T12:34"))
    assert record.tags == ()


def test_what_is_in_a_template_is_there_once() -> None:
    batch = rows(
        task("template", type=1, rt1_recurrenceRule=rule()),
        task("in template", project="template"),
        task("instance", type=1, rt1_repeatingTemplate="template", startDate=packed(2026, 11, 30)),
        task("in instance", project="instance"),
    )
    assert [record.title for record in batch.records] == ["instance", "in instance"]


def test_what_repeats_no_more_is_said() -> None:
    batch = rows(
        task("paused", rt1_recurrenceRule=rule(), rt1_instanceCreationPaused=1),
        task("strange", rt1_recurrenceRule=rule(fu=3)),
        task("moved", rt1_recurrenceRule=rule(fu=8, of=[{"dy": 0}], ts=-3)),
    )
    assert lost(batch) == {
        "A repetition that is paused: its tasks come in, and repeat no more": 1,
        "A repetition that cannot be said here: the task comes in once": 1,
        "A repetition counted from a deadline: it is counted from the start": 1,
    }


def test_projects_in_each_other_end() -> None:
    assert len(rows(task("a", project="b"), task("b", project="a"), task("c", project="c")).records) == 3


ODD = st.one_of(
    st.none(),
    st.integers(),
    st.floats(),
    st.text(max_size=8),
    st.binary(max_size=8),
    st.sampled_from(["a", "b", 1, 2, 3, 0]),
)
COLUMNS = [
    *(
        "uuid",
        "title",
        "notes",
        "type",
        "status",
        "trashed",
        "start",
        "startDate",
        "deadline",
        "dueDate",
        "stopDate",
        "index",
    ),
    *(
        "creationDate",
        "project",
        "heading",
        "actionGroup",
        "area",
        "contact",
        "reminderTime",
        "alarmTimeOffset",
        "startBucket",
    ),
    *(
        "rt1_repeatingTemplate",
        "rt1_recurrenceRule",
        "recurrenceRule",
        "rt1_instanceCreationPaused",
        "rt1_nextInstanceStartDate",
    ),
]
ROWS = st.lists(st.dictionaries(st.sampled_from(COLUMNS), ODD), max_size=5)


@given(
    ROWS,
    st.dictionaries(
        st.sampled_from(TABLES[1:]),
        st.lists(
            st.dictionaries(st.sampled_from(["uuid", "title", "task", "tasks", "tags", "index", "status"]), ODD),
            max_size=3,
        ),
    ),
)
def test_any_rows_are_read(tasks: list[dict[str, Any]], others: dict[str, list[dict[str, Any]]]) -> None:
    assert whole(read_batch({"TMTask": tasks, **others}, now=NOW))


@given(st.binary(max_size=80) | st.binary(min_size=1, max_size=4).map(lambda raw: rule().replace(b"fu", raw)))
def test_any_bytes_are_a_rule_or_none(raw: bytes) -> None:
    found = repeat(raw)
    assert found is None or found.recurrence.rrule.startswith("FREQ=")


def many(number: int) -> Callable[[], Batch]:
    """The reading of so many tasks."""
    tasks = [
        task(
            f"t{n}",
            title=f"Task {n}",
            notes="note",
            startDate=packed(2026, 11, n % 28 + 1),
            index=-n,
            creationDate=1.7e9 + n,
        )
        for n in range(number)
    ]
    return lambda: rows(*tasks)


def test_ten_times_as_many_tasks_are_ten_times_the_work() -> None:
    assert len(many(300)().records) == 300
    assert grows_evenly(many)
