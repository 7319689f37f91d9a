"""Calendars of the programs that write tasks into them."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from orchestrator_desktop.domain.errors import UserError
from orchestrator_desktop.domain.recurrence import MonthEnd, Recurrence
from orchestrator_desktop.domain.task import Stage
from orchestrator_desktop.domain.transfer import Batch, Record
from orchestrator_desktop.exchange import ical
from orchestrator_desktop.exchange.ical_lines import folded
from orchestrator_desktop.exchange.ical_out import written
from tests.exchange.records import CORPORA, NOW, source

FILES = sorted(path.name for path in (CORPORA / "ical").iterdir())


def _corpus(name: str) -> Batch:
    return ical.read_batch(source((CORPORA / "ical" / name).read_bytes(), name), now=NOW)


def _read(*lines: str) -> Batch:
    text = "\r\n".join(
        ["BEGIN:VCALENDAR", "BEGIN:VTODO", "UID:a", "SUMMARY:x", *lines, "END:VTODO", "END:VCALENDAR", ""]
    )
    return ical.read_batch(source(text, "a.ics"), now=NOW)


def _one(*lines: str) -> Record:
    return _read(*lines).records[0]


def _lost(batch: Batch) -> dict[str, int]:
    return {str(lost): lost.count for lost in batch.lost}


def test_apple_reminders() -> None:
    gite, bread, bins = _corpus("apple_reminders.ics").records
    assert gite.title.startswith("Réserver le gîte à Vézelay — été 2027")  # folds go through the middle of characters
    assert "- deux chambres, une cuisine;\n- arrivée après 16 h" in gite.notes
    assert gite.notes.endswith("https://gite.example.org/reserver?mois=7&nuits=5")
    assert (gite.due, gite.defer, gite.domain) == (datetime(2027, 1, 15, 8, 30, tzinfo=UTC), None, "Famille")
    assert (bread.stage, bread.parent, bread.due) == (Stage.DONE, gite.uid, date(2026, 10, 26))
    assert bread.done_at == datetime(2026, 10, 26, 18, 5, tzinfo=UTC)
    start = datetime.fromisoformat("2026-10-22T20:00")
    assert bins.recurrence == Recurrence("FREQ=WEEKLY;BYDAY=TH", start=start)
    assert bins.due == datetime(2026, 10, 22, 18, tzinfo=UTC)
    lost = _lost(_corpus("apple_reminders.ics"))
    assert lost["An alarm does not ring here; it is kept for the way back to a calendar"] == 1
    assert {"“EXDATE”", "“LOCATION”"} <= {text.split(" ")[0] for text in lost}


def test_nextcloud_writes_a_calendar_for_each() -> None:
    campaign, ads, contract = _corpus("nextcloud.ics").records
    assert campaign.tags == ("Marketing", "Réseaux sociaux", "Budget, 2027")
    assert (campaign.due, campaign.defer) == (datetime(2026, 12, 3, 16, tzinfo=UTC), date(2026, 11, 30))
    assert (campaign.priority, ads.priority, ads.parent) == (1, 3, campaign.uid)
    assert (contract.stage, contract.done_at) == (Stage.DROPPED, datetime(2026, 11, 10, 8, tzinfo=UTC))
    assert campaign.extra["status"] == "IN-PROCESS"


def test_thunderbird() -> None:
    batch = _corpus("thunderbird.ics")
    call, report = batch.records
    assert call.title == "Call the printer; ask for proofs"
    assert (call.defer, call.due) == (datetime(2026, 12, 1, 14, tzinfo=UTC), datetime(2026, 12, 1, 15, 30, tzinfo=UTC))
    assert [(file.name, file.content) for file in call.attachments] == [("notes été.txt", "Bonjour, été !".encode())]
    assert call.notes == "Hello\n\nhttps://files.example.org/proofs.pdf"
    assert report.title == "Quarterly report" and report.recurrence is not None
    lost = _lost(batch)
    assert lost["“VEVENT” of a calendar is no task"] == 2
    assert lost["A single instance of a repeating task that differs from the others"] == 1


def test_tasks_org() -> None:
    plants, pots = _corpus("tasks_org.ics").records
    assert plants.recurrence == Recurrence("FREQ=DAILY;INTERVAL=3", start=date(2026, 11, 27))
    assert (plants.priority, plants.position, plants.tags) == (2, 690061333.0, ("home",))
    assert pots.due == datetime(2026, 11, 30, 19, 30, tzinfo=UTC)  # a morning in Auckland
    assert _lost(_corpus("tasks_org.ics")) == {
        "An alarm does not ring here; it is kept for the way back to a calendar": 2
    }


def test_evolution_and_zones_of_all_kinds() -> None:
    batch = _corpus("evolution.ics")
    dues = {record.title: record.due for record in batch.records}
    assert dues == {
        "Vérifier les comptes": datetime(2026, 12, 15, 13, tzinfo=UTC),
        "Outlook said a summer hour": datetime(2027, 7, 1, 11, tzinfo=UTC),
        "Windows said where": datetime(2026, 12, 1, 8, tzinfo=UTC),
        "No summary, but words": datetime(2026, 12, 1, 8, tzinfo=UTC),
    }
    accounts, windows, outlook, _ = batch.records
    assert (windows.needs, outlook.parent) == ((accounts.uid,), windows.uid)
    assert {
        "A task without any words",
        "The time zone “Mars/Olympus” is not known: its times are taken as local",
    } <= set(_lost(batch))


@pytest.mark.parametrize("name", FILES)
def test_what_was_read_means_the_same_when_it_is_written(name: str) -> None:
    records = _corpus(name).records
    again = ical.read_batch(source(list(written(records)), name), now=NOW).records
    assert [record.extra.get("lines") for record in again] == [record.extra.get("lines") for record in records]
    assert {record.uid: record for record in again} == {record.uid: record for record in records}


@pytest.mark.parametrize(
    ("lines", "stage"),
    [
        (("STATUS:COMPLETED",), Stage.DONE),
        (("status:completed",), Stage.DONE),
        (("COMPLETED:20261101T100000Z",), Stage.DONE),
        (("PERCENT-COMPLETE:100",), Stage.DONE),
        (("STATUS:NEEDS-ACTION", "PERCENT-COMPLETE:50"), Stage.INBOX),
        (("STATUS:NEEDS-ACTION", "COMPLETED:20261101T100000Z"), Stage.INBOX),
        (("STATUS:CANCELLED",), Stage.DROPPED),
        ((), Stage.INBOX),
    ],
)
def test_stages(lines: tuple[str, ...], stage: Stage) -> None:
    assert _one(*lines).stage is stage


@pytest.mark.parametrize(
    ("lines", "due", "defer"),
    [
        (("DUE;VALUE=DATE:20261201",), date(2026, 12, 1), None),
        (("DUE:20261201",), date(2026, 12, 1), None),
        (("DUE:20261201T090000Z",), datetime(2026, 12, 1, 9, tzinfo=UTC), None),
        (("DUE:20260701T090000",), datetime(2026, 7, 1, 7, tzinfo=UTC), None),
        (("DUE:20261201T090000",), datetime(2026, 12, 1, 8, tzinfo=UTC), None),
        (("DUE;TZID=America/Los_Angeles:20261101T013000",), datetime(2026, 11, 1, 8, 30, tzinfo=UTC), None),
        (('DUE;TZID="Romance Standard Time":20261201T090000',), datetime(2026, 12, 1, 8, tzinfo=UTC), None),
        (('DUE;TZID="UTC+02:00":20261201T090000',), datetime(2026, 12, 1, 7, tzinfo=UTC), None),
        (("DTSTART;VALUE=DATE:20261201", "DURATION:P2D"), date(2026, 12, 3), date(2026, 12, 1)),
        (("DTSTART:20261201T090000Z",), None, datetime(2026, 12, 1, 9, tzinfo=UTC)),
        (("DTSTART;VALUE=DATE:20261201", "DUE;VALUE=DATE:20261201"), date(2026, 12, 1), None),
        (("DUE;VALUE=DATE:20261301",), None, None),
    ],
)
def test_dates(lines: tuple[str, ...], due: object, defer: object) -> None:
    record = _one(*lines)
    assert (record.due, record.defer) == (due, defer)


@pytest.mark.parametrize(
    ("number", "priority"), [("0", None), ("1", 1), ("4", 1), ("5", 2), ("6", 3), ("9", 3), ("x", None)]
)
def test_priorities_keep_their_number(number: str, priority: int | None) -> None:
    record = _one(f"PRIORITY:{number}")
    assert record.priority == priority
    assert number not in "0123456789" or f"PRIORITY:{number}\r\n" in "".join(written([record]))


def test_rules_that_no_task_can_follow_are_said_and_kept() -> None:
    batch = _read("DUE:20261201T090000", "RRULE:FREQ=HOURLY")
    assert batch.records[0].recurrence is None
    assert _lost(batch) == {"A task cannot repeat by “FREQ=HOURLY”": 1}
    assert "RRULE:FREQ=HOURLY\r\n" in "".join(written(batch.records))
    after = _one("DUE;VALUE=DATE:20261201", "RRULE:FREQ=WEEKLY;FROM=COMPLETION").recurrence
    assert after == Recurrence("FREQ=WEEKLY", after_done=True, start=date(2026, 12, 1))
    late = _one("DUE;VALUE=DATE:20270131", "RRULE:FREQ=MONTHLY").recurrence
    assert late is not None and late.month_end is MonthEnd.SKIP  # as RFC 5545 counts


def test_a_repeating_task_is_written_at_its_local_time() -> None:
    record = Record(
        "x",
        "a",
        due=datetime(2026, 7, 1, 7, tzinfo=UTC),
        recurrence=Recurrence("FREQ=WEEKLY", start=datetime.fromisoformat("2026-07-01T09:00")),
    )
    text = "".join(written([record]))
    assert "DUE:20260701T090000\r\n" in text and "DTSTART:20260701T090000\r\n" in text


def test_line_ends_that_should_have_been_escaped_are_kept() -> None:
    assert _one("DESCRIPTION:one", "two", "", "three").notes == "one\ntwo\nthree"


def test_lines_are_folded_between_characters() -> None:
    halves = list(folded(["SUMMARY:" + "é€🧑‍🚀" * 40]))
    assert all(len(half.encode()) <= 77 for half in halves)
    assert (
        "".join(half.removesuffix("\r\n").removeprefix(" " if n else "") for n, half in enumerate(halves)).count("€")
        == 40
    )


def test_a_cut_file_is_refused_at_the_line_of_its_task() -> None:
    data = (CORPORA / "ical/tasks_org.ics").read_bytes()
    line = data[: data.rindex(b"BEGIN:VTODO")].count(b"\n") + 1
    with pytest.raises(UserError, match=rf"line {line}\b"):
        ical.read_batch(source(data[: data.rindex(b"STATUS")], "a.ics"), now=NOW)


def test_a_repeating_task_goes_on_behind_its_finished_instances() -> None:
    head = (
        "BEGIN:VTODO\nUID:a\nSUMMARY:Water\nDTSTART:20261120T170000Z\nDUE:20261120T180000Z\nRRULE:FREQ=DAILY;COUNT=4\n"
    )
    done = (
        "BEGIN:VTODO\nUID:a\nSUMMARY:Water\nSTATUS:COMPLETED\nCOMPLETED:20261123T200000Z\nRECURRENCE-ID:{}\nEND:VTODO\n"
    )
    days = [f"202611{day}T170000Z" for day in (20, 22, 23)]

    def read(*instances: str) -> Record:
        text = f"{head}EXDATE:20261121T170000Z\nEND:VTODO\n" + "".join(map(done.format, instances))
        (record,) = _whole(f"BEGIN:VCALENDAR\n{text}END:VCALENDAR").records
        return record

    assert (read().due, read().defer) == (_utc("20 18:00"), _utc("20 17:00"))
    for number, day in ((1, "22"), (2, "23")):
        found = read(*days[:number])
        assert (found.due, found.defer, found.stage) == (_utc(f"{day} 18:00"), _utc(f"{day} 17:00"), Stage.INBOX)
    ended = read(*days)
    assert (ended.stage, ended.done_at, ended.recurrence) == (Stage.DONE, _utc("23 20:00"), None)


def test_a_task_of_an_old_telephone() -> None:
    text = (
        "BEGIN:VCALENDAR\r\nVERSION:1.0\r\nBEGIN:VTODO\r\nUID:1\r\n"
        "SUMMARY;ENCODING=QUOTED-PRINTABLE;CHARSET=UTF-8:R=C3=A9union: =\r\navec: Bob\r\n"
        "DESCRIPTION;CHARSET=ISO-8859-1;ENCODING=QUOTED-PRINTABLE:Caf=E9, th=E9=0D=0Apuis; vin\r\n"
        "DUE:20261201T090000\r\nSTATUS:NEEDS ACTION\r\nEND:VTODO\r\nEND:VCALENDAR\r\n"
    )
    (record,) = _whole(text).records
    assert (record.title, record.notes) == ("Réunion: avec: Bob", "Café, thé\npuis; vin")
    assert record.due == datetime(2026, 12, 1, 8, tzinfo=UTC)


def _utc(text: str) -> datetime:
    return datetime.fromisoformat(f"2026-11-{text}").replace(tzinfo=UTC)


def _whole(text: str) -> Batch:
    return ical.read_batch(source(text, "a.ics"), now=NOW)
