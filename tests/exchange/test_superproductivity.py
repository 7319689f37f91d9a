"""Super Productivity's backups of several versions."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import UTC, date, datetime
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from orchestrator_desktop.domain.errors import UserError
from orchestrator_desktop.domain.recurrence import Recurrence
from orchestrator_desktop.domain.task import Stage
from orchestrator_desktop.domain.transfer import Batch, Record
from orchestrator_desktop.exchange.source import SourceFile
from orchestrator_desktop.exchange.superproductivity import read_batch
from tests.exchange.foreign import corpus, ends_well, lost, said, source_of, titles, whole
from tests.exchange.records import NOW
from tests.steps import grows_evenly

NEW = corpus("superproductivity", "super-productivity-backup.json")
OLD = corpus("superproductivity", "version-7.json")


def read(tasks: dict[str, Any], **others: Any) -> Batch:
    data = {"task": {"ids": list(tasks), "entities": tasks}, **others}
    return read_batch(SourceFile("b.json", json.dumps(data).encode()), now=NOW)


def repeating(**values: Any) -> Record:
    cfg = {"id": "r", "title": "x", "repeatEvery": 1, "isPaused": False, **values}
    task = {"id": "a", "title": "x", "repeatCfgId": "r", "dueDay": "2026-11-30"}
    (record,) = read({"a": task}, taskRepeatCfg={"ids": ["r"], "entities": {"r": cfg}}).records
    return record


def test_a_backup_of_today() -> None:
    batch = read_batch(source_of(NEW), now=NOW)
    found = titles(batch)
    assert whole(batch)
    assert said(found["Écrire les mentions légales"], "created_at") == {
        "notes": "Voir *la loi*\n\n[Le modèle](https://example.org/modele)\n/home/lea/loi.pdf",
        "domain": "Site web",
        "tags": ("client",),
        "due": date(2026, 11, 20),
        "deadline": date(2026, 12, 31),
        "estimate_minutes": 90,
    }
    assert found["Écrire les mentions légales"].extra == {
        "issueId": "42",
        "issueType": "GITHUB",
        "issueProviderId": "ip1",
    }
    assert said(found["Refaire l’accueil"], "created_at") == {"domain": "Site web"}
    assert said(found["Maquette"], "created_at") == {
        "stage": Stage.DONE,
        "domain": "Site web",
        "estimate_minutes": 60,
        "spent_seconds": 3600,
        "parent": "t-sub-parent",
        "done_at": datetime(2026, 11, 26, 10, tzinfo=UTC),
    }
    assert said(found["Sauvegarder"], "created_at", "domain", "estimate_minutes") == {
        "due": date(2026, 11, 26),
        "recurrence": Recurrence("FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR", start=date(2026, 11, 26)),
    }
    assert said(found["Appeler Paul"], "created_at") == {"due": datetime(2026, 11, 26, 14, tzinfo=UTC)}
    assert said(found["Choisir l’hébergeur"], "created_at", "tags", "domain") == {
        "stage": Stage.DONE,
        "spent_seconds": 60,
        "done_at": datetime(2026, 10, 1, 10, tzinfo=UTC),
    }


def test_a_repetition_whose_next_task_is_not_made_yet_comes_as_that() -> None:
    found = titles(read_batch(source_of(NEW), now=NOW))
    assert said(found["Payer l’hébergeur"]) == {
        "domain": "Site web",
        "tags": ("client",),
        "due": datetime(2026, 11, 30, 8, 30, tzinfo=UTC),
        "estimate_minutes": 10,
        "recurrence": Recurrence("FREQ=MONTHLY;BYMONTHDAY=31", start=datetime.fromisoformat("2026-11-30T09:30")),
    }
    assert "En pause" not in found


def test_the_order_is_that_of_the_lists() -> None:
    records = read_batch(source_of(NEW), now=NOW).records
    mine = sorted(
        (record for record in records if record.position is not None), key=lambda record: record.position or 0
    )
    assert [record.uid for record in mine if record.domain and not record.parent][:3] == [
        "t-sub-parent",
        "t-repeat",
        "t-late",
    ]
    assert [record.uid for record in mine if record.parent] == ["t-sub-1", "t-sub-2"]


def test_what_is_lost_is_said() -> None:
    assert lost(read_batch(source_of(NEW), now=NOW)) == {
        "A note of a project or of the day": 1,
        "A counter or habit": 1,
        "A connection to another program": 1,
        "A link or file of a task: its address is in the notes": 2,
        "A link to an issue of another program: it is kept with the task, unseen": 1,
        "Time spent by the day: its sum counts, the days are kept unseen": 1,
        "A day that a repetition leaves out": 1,
        "A reminder": 1,
    }


def test_a_backup_of_2020() -> None:
    found = titles(read_batch(source_of(OLD), now=NOW))
    assert said(found["For today"], "created_at") == {"domain": "Old work", "chosen_on": date(2026, 11, 26)}
    assert said(found["Planned with a time"], "created_at", "domain") == {
        "due": datetime(2020, 9, 14, 13, 26, 40, tzinfo=UTC)
    }
    assert said(found["Every Monday"], "created_at") == {
        "domain": "Archived work",
        "due": date(2026, 12, 2),
        "recurrence": Recurrence("FREQ=WEEKLY;BYDAY=MO", start=date(2026, 12, 2)),
    }
    assert found["Long done"].stage is Stage.DONE


@pytest.mark.parametrize(
    ("values", "rrule"),
    [
        ({"repeatCycle": "DAILY", "repeatEvery": 3}, "FREQ=DAILY;INTERVAL=3"),
        (
            {"repeatCycle": "WEEKLY", "repeatEvery": 2, "friday": True, "monday": False},
            "FREQ=WEEKLY;INTERVAL=2;BYDAY=FR",
        ),
        ({"repeatCycle": "WEEKLY"}, "FREQ=WEEKLY"),
        ({"repeatCycle": "MONTHLY", "startDate": "2026-01-15"}, "FREQ=MONTHLY;BYMONTHDAY=15"),
        ({"repeatCycle": "YEARLY", "startDate": "2024-02-29"}, "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29"),
        ({"monday": True, "sunday": True}, "FREQ=WEEKLY;BYDAY=MO,SU"),
    ],
)
def test_rules(values: dict[str, Any], rrule: str) -> None:
    assert repeating(**values).recurrence == Recurrence(rrule, start=date(2026, 11, 30))


@pytest.mark.parametrize(
    "values", [{"repeatEvery": 0}, {"repeatEvery": "x"}, {"repeatCycle": "HOURLY"}, {"isPaused": True}]
)
def test_what_repeats_no_more(values: dict[str, Any]) -> None:
    assert repeating(**values).recurrence is None


def test_after_completion() -> None:
    found = repeating(repeatCycle="DAILY", repeatFromCompletionDate=True).recurrence
    assert found is not None
    assert found.after_done


def test_the_last_open_task_is_the_one_that_repeats() -> None:
    tasks = {
        uid: {"id": uid, "title": uid, "repeatCfgId": "r", "created": made, "isDone": done}
        for uid, made, done in (
            ("a", 1_700_000_000_000, False),
            ("b", 1_800_000_000_000, False),
            ("c", 1_900_000_000_000, True),
        )
    }
    cfg = {"id": "r", "title": "x", "repeatCycle": "DAILY", "repeatEvery": 1}
    found = titles(read(tasks, taskRepeatCfg={"ids": ["r"], "entities": {"r": cfg}}))
    assert [title for title, record in found.items() if record.recurrence] == ["b"]


def test_times_of_a_parent_are_not_counted_twice() -> None:
    tasks = {
        "p": {"id": "p", "title": "p", "subTaskIds": ["s"], "timeEstimate": 9_000_000, "timeSpent": 60_000},
        "s": {"id": "s", "title": "s", "parentId": "p", "timeEstimate": 3_600_000, "timeSpent": 60_000},
    }
    found = titles(read(tasks))
    assert (found["p"].estimate_minutes, found["p"].spent_seconds) == (90, 0)
    assert (found["s"].estimate_minutes, found["s"].spent_seconds) == (60, 60)


@pytest.mark.parametrize("text", ["[]", "{}", '{"task": []}', '{"data": {"data": 1}}', "3", '"x"', '{"task": {}'])
def test_another_json_is_refused(text: str) -> None:
    with pytest.raises(UserError):
        read_batch(SourceFile("b.json", text.encode()), now=NOW)


def test_a_backup_of_nothing_is_nothing() -> None:
    assert read({}).records == ()


VALUES = st.recursive(
    st.one_of(
        st.none(),
        st.booleans(),
        st.integers(),
        st.floats(),
        st.text(max_size=6),
        st.sampled_from(["a", "b", "r", "P1"]),
    ),
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(["id", "path", "a"]), inner, max_size=3)
    ),
    max_leaves=6,
)
NAMES = (
    *(
        "title",
        "notes",
        "isDone",
        "doneOn",
        "created",
        "projectId",
        "tagIds",
        "parentId",
        "subTaskIds",
        "dueDay",
        "dueWithTime",
    ),
    *(
        "timeEstimate",
        "timeSpent",
        "timeSpentOnDay",
        "attachments",
        "repeatCfgId",
        "plannedAt",
        "deadlineDay",
        "repeatCycle",
    ),
    *(
        "repeatEvery",
        "startDate",
        "startTime",
        "lastTaskCreationDay",
        "lastTaskCreation",
        "deletedInstanceDates",
        "monday",
    ),
)
STATES = st.builds(
    lambda ids, entities: {"ids": ids, "entities": entities},
    VALUES,
    st.dictionaries(
        st.sampled_from(["a", "b", "r"]), st.dictionaries(st.sampled_from(NAMES), VALUES, max_size=8), max_size=3
    ),
)


@settings(max_examples=50)
@given(
    STATES, st.dictionaries(st.sampled_from(["project", "tag", "taskRepeatCfg", "taskArchive", "note"]), STATES), VALUES
)
def test_any_values_are_read(tasks: dict[str, Any], others: dict[str, Any], odd: Any) -> None:
    data = {"task": tasks, "planner": odd, "reminders": odd, "archiveYoung": odd, "archivedProjects": odd, **others}
    assert ends_well(read_batch, json.dumps(data).encode())


@given(st.data())
def test_damaged_bytes_are_read_or_refused_in_words(data: st.DataObject) -> None:
    changed = bytearray(data.draw(st.sampled_from([NEW.read_bytes(), OLD.read_bytes()])))
    for _ in range(data.draw(st.integers(1, 6))):
        changed[data.draw(st.integers(0, len(changed) - 1))] = data.draw(st.integers(0, 255))
    assert ends_well(read_batch, bytes(changed))


def many(number: int) -> Callable[[], Batch]:
    """The reading of so many tasks."""
    tasks = {
        f"t{n}": {
            "id": f"t{n}",
            "projectId": "P",
            "title": f"Task {n}",
            "subTaskIds": [f"t{n + 1}"] if n % 3 == 0 else [],
            "parentId": f"t{n - 1}" if n % 3 == 1 else None,
            "tagIds": ["g"],
            "created": 1_700_000_000_000 + n,
            "dueDay": f"2026-11-{n % 28 + 1:02}",
            "timeSpent": 60_000,
            "timeSpentOnDay": {"2026-11-01": 60_000},
        }
        for n in range(number)
    }
    others = {
        "project": {"ids": ["P"], "entities": {"P": {"title": "Project", "taskIds": list(tasks)}}},
        "tag": {"ids": ["g"], "entities": {"g": {"title": "tag"}}},
    }
    return lambda: read(tasks, **others)


def test_ten_times_as_many_tasks_are_ten_times_the_work() -> None:
    assert len(many(300)().records) == 300
    assert grows_evenly(many)
