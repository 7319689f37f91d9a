"""Taskwarrior's exports: one that version 2.6 wrote, one as the old versions wrote theirs."""

from __future__ import annotations

import json
from datetime import UTC, date, datetime

import pytest

from orchestrator_desktop.domain.errors import UserError
from orchestrator_desktop.domain.recurrence import MonthEnd, Recurrence
from orchestrator_desktop.domain.task import Stage
from orchestrator_desktop.domain.transfer import Batch, Record
from orchestrator_desktop.exchange import taskwarrior
from orchestrator_desktop.exchange.taskwarrior_out import written
from orchestrator_desktop.exchange.taskwarrior_recur import read_recur
from tests.exchange.records import CORPORA, NOW, by_uid, source


def _read(text: str | bytes) -> Batch:
    return taskwarrior.read_batch(source(text, "tasks.json"), now=NOW)


def _corpus(name: str) -> bytes:
    return (CORPORA / "taskwarrior" / name).read_bytes()


def _titled(batch: Batch, title: str) -> list[Record]:
    return [record for record in batch.records if record.title == title]


def test_an_export_of_today() -> None:
    batch = _read(_corpus("export_2.6.json"))
    (budget,) = _titled(batch, "Préparer le budget « 2027 »")
    assert (budget.domain, budget.priority, budget.tags) == ("travail.budget.2027", 1, ("compta", "next"))
    assert (budget.due, budget.estimate_minutes) == (date(2026, 12, 1), 120)  # Paris' midnight is a day
    assert budget.notes.endswith("Asked Paul — waits until Friday")
    assert budget.extra["client"] == "Müller & Söhne" and budget.extra["size"] == 3.5
    (call,) = _titled(batch, 'Call Nora "re: contract" C:\\temp')
    assert (call.due, call.defer) == (datetime(2026, 11, 27, 13, 30, tzinfo=UTC), datetime(2026, 11, 26, 7, tzinfo=UTC))
    (minutes,) = _titled(batch, "Write minutes")
    assert (set(minutes.needs), minutes.defer) == ({budget.uid, call.uid}, date(2026, 12, 3))
    assert [record.stage for title in ("done one", "dropped one") for record in _titled(batch, title)] == [
        Stage.DONE,
        Stage.DROPPED,
    ]


def test_a_template_is_the_repeating_of_its_last_open_instance() -> None:
    batch = _read(_corpus("export_2.6.json"))
    rents = _titled(batch, "Pay rent")
    assert [rent.due for rent in rents] == [date(2026, 11, 1), date(2026, 12, 1)]
    assert [rent.recurrence for rent in rents] == [
        None,
        Recurrence("FREQ=MONTHLY;UNTIL=20270630", False, MonthEnd.CLAMP, date(2026, 11, 1)),
    ]
    reports = _titled(batch, "Weekly report")
    assert sum(report.recurrence is not None for report in reports) == 1
    assert reports[-1].recurrence is not None
    assert reports[-1].recurrence.start == datetime.fromisoformat("2026-11-20T09:00")


def test_an_export_goes_back_as_it_came() -> None:
    before = {task["uuid"]: task for task in json.loads(_corpus("export_2.6.json"))}
    records = _read(_corpus("export_2.6.json")).records
    after = {task["uuid"]: task for task in json.loads("".join(written(records)))}
    for task in (*before.values(), *after.values()):  # a template comes back whole, with what is never imported
        task.pop("id", None)
        task.pop("urgency", None)
    assert after == before


def test_an_export_of_old() -> None:
    batch = _read(_corpus("export_2.3.json"))
    (offer,) = _titled(batch, "Send the offer")
    assert [need[-2:] for need in offer.needs] == ["02", "03"]  # a text, then
    assert (offer.due, offer.priority) == (date(2026, 11, 30), 3)  # the last second of a day is the day
    assert by_uid(batch)[offer.needs[0]].title == "Check prices with Paul"
    assert by_uid(batch)[offer.needs[0]].defer == datetime(2026, 12, 10, 8, tzinfo=UTC)
    rents = _titled(batch, "Rent")
    assert [(rent.stage, rent.due) for rent in rents] == [
        (Stage.INBOX, date(2027, 1, 1)),  # the two before were made and are done
        (Stage.DONE, date(2026, 11, 1)),
    ]
    assert rents[0].recurrence is not None
    assert {str(lost) for lost in batch.lost} == {"A task cannot repeat by “8hours”"}


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("weekly", "FREQ=WEEKLY"), ("2wks", "FREQ=WEEKLY;INTERVAL=2"), ("fortnight", "FREQ=WEEKLY;INTERVAL=2"),
        ("P1M", "FREQ=MONTHLY"), ("P2W", "FREQ=WEEKLY;INTERVAL=2"), ("P1Y6M", "FREQ=MONTHLY;INTERVAL=18"),
        ("weekdays", "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR"), ("monthly", "FREQ=MONTHLY"), ("3d", "FREQ=DAILY;INTERVAL=3"),
        ("3 days", "FREQ=DAILY;INTERVAL=3"), ("quarterly", "FREQ=MONTHLY;INTERVAL=3"),
        ("2q", "FREQ=MONTHLY;INTERVAL=6"),
        ("yearly", "FREQ=YEARLY"), ("annual", "FREQ=YEARLY"), ("semiannual", "FREQ=MONTHLY;INTERVAL=6"),
        ("Daily", "FREQ=DAILY"), ("P30D", "FREQ=DAILY;INTERVAL=30"), ("2mo", "FREQ=MONTHLY;INTERVAL=2"),
        ("5m", "FREQ=MONTHLY;INTERVAL=5"),
    ],
)  # fmt: skip
def test_recur(text: str, rule: str) -> None:
    assert read_recur(text, date(2026, 12, 1)) == Recurrence(rule, start=date(2026, 12, 1))


@pytest.mark.parametrize("text", ["8hours", "PT8H", "P1M15D", "", "often", "0d", "P", "m", "P0D"])
def test_what_no_task_can_follow(text: str) -> None:
    assert read_recur(text, None) is None


def test_a_template_behind_all_its_instances_has_ended() -> None:
    task = {"uuid": "a", "description": "x", "status": "recurring", "recur": "daily", "mask": "+++"}
    batch = _read(json.dumps([{**task, "due": "20261101T080000Z", "until": "20261103T080000Z"}]))
    assert batch.records == ()
    assert [str(lost) for lost in batch.lost] == ["A repeating task whose repeating has ended"]


def test_an_instance_whose_template_was_deleted_repeats_no_more() -> None:
    template = {"uuid": "t", "description": "x", "status": "deleted", "recur": "daily", "due": "20261101T080000Z"}
    child = {"uuid": "c", "description": "x", "status": "pending", "recur": "daily", "parent": "t", "imask": 0.0}
    batch = _read(json.dumps([child, template]))
    assert by_uid(batch)["c"].recurrence is None
    alone = _read(json.dumps([{**child, "due": "20261101T080000Z"}]))  # a filtered export
    assert alone.records[0].recurrence is not None


def test_a_template_of_ours_stands_for_itself_until_taskwarrior_makes_an_instance() -> None:
    start = date(2026, 12, 5)
    rent = Record(
        "Rent", "0f8a75a0-0796-436a-8d8e-000000000001", due=start, recurrence=Recurrence("FREQ=MONTHLY", start=start)
    )
    old = Record(
        "Rent", "0f8a75a0-0796-436a-8d8e-000000000002", extra={"parent": rent.uid, "imask": 0, "recur": "monthly"}
    )
    (template, *_) = tasks = json.loads("".join(written([rent, old])))
    assert template["status"] == "recurring"
    assert _read(json.dumps(tasks)).records == (rent, old)
    made = {
        **template,
        "status": "pending",
        "uuid": "0f8a75a0-0796-436a-8d8e-000000000003",
        "parent": rent.uid,
        "imask": 0,
    }
    (again,) = _read(json.dumps([{**template, "mask": "-"}, made])).records
    assert (again.uid, again.recurrence, again.due) == (rent.uid, rent.recurrence, rent.due)


def test_what_has_no_name_is_written_without_one() -> None:
    assert len(_read("".join(written([Record("a"), Record("b")]))).records) == 2


def test_what_is_no_task_is_said_with_its_number() -> None:
    with pytest.raises(UserError, match="Task 2"):
        _read('[{"uuid":"a","description":"b"}, 3]')


@pytest.mark.parametrize("far", [date(1970, 1, 1), date(1979, 12, 31), date(9999, 12, 31)])
def test_a_date_that_would_break_taskwarriors_import_is_kept_aside(far: date) -> None:
    moment = datetime(1975, 5, 5, 8, tzinfo=UTC)
    rule = Recurrence("FREQ=DAILY", start=far)
    record = Record(
        "a", "u", stage=Stage.DONE, notes="n", due=far, defer=far, created_at=moment, done_at=moment, recurrence=rule
    )
    text = "".join(written([record]))
    (task,) = json.loads(text)
    assert not {"due", "wait", "entry", "end", "recur"} & set(task)
    assert task["annotations"][0]["entry"] == "19800101T000000Z"
    assert _read(text).records == (record,)
