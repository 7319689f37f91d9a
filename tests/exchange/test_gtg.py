"""Getting Things GNOME: its file of 0.6 and later, the older one, and XML that would do harm."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from orchestrator_desktop.domain.errors import UserError
from orchestrator_desktop.domain.recurrence import Recurrence
from orchestrator_desktop.domain.task import Stage
from orchestrator_desktop.domain.transfer import Batch, Record
from orchestrator_desktop.exchange.gtg import read_batch
from orchestrator_desktop.exchange.source import SourceFile
from tests.exchange.foreign import corpus, ends_well, lost, said, source_of, titles, whole
from tests.exchange.records import NOW
from tests.steps import grows_evenly

NEW = corpus("gtg", "gtg_data.xml")
OLD = corpus("gtg", "gtg_tasks.xml")


def read(inside: str | bytes, root: str = "gtgData") -> Batch:
    data = inside.encode() if isinstance(inside, str) else inside
    return read_batch(SourceFile("gtg_data.xml", f"<{root}>".encode() + data + f"</{root}>".encode()), now=NOW)


def repeating(term: str) -> Record:
    (record,) = read(
        "<task id='a' status='Active'><title>x</title><dates><due>2026-11-30</due></dates>"
        f"<recurring enabled='true'><term>{term}</term></recurring></task>"
    ).records
    return record


def test_a_file_of_today() -> None:
    batch = read_batch(source_of(NEW), now=NOW)
    found = titles(batch)
    assert whole(batch)
    assert said(found["Réparer le toit"]) == {
        "notes": "Avant l'hiver & ses <tempêtes>\n\nDevis ]]> chez Paul",
        "tags": ("maison",),
        "due": date(2026, 12, 24),
        "defer": date(2026, 12, 1),
        "created_at": datetime(2026, 10, 1, 7, 15, tzinfo=UTC),
    }
    assert said(found["Acheter les tuiles"], "created_at") == {
        "tags": ("courses", "soon"),
        "parent": found["Réparer le toit"].uid,
    }
    assert said(found["Trouver une échelle"], "created_at") == {
        "stage": Stage.DONE,
        "tags": ("someday",),
        "parent": found["Réparer le toit"].uid,
        "done_at": datetime(2026, 10, 4, 10, tzinfo=UTC),
    }
    assert found["Repeindre"].stage is Stage.DROPPED
    assert found["Sortir les poubelles"].recurrence == Recurrence("FREQ=WEEKLY;BYDAY=MO", start=date(2026, 11, 30))
    assert [found[title].position for title in ("Trouver une échelle", "Acheter les tuiles")] == [0, 1]


def test_now_is_today() -> None:
    assert titles(read_batch(source_of(NEW), now=NOW))["Le verre aussi"].due == date(2026, 11, 26)


def test_a_part_of_what_repeats_comes_again_with_it() -> None:
    assert titles(read_batch(source_of(NEW), now=NOW))["Le verre aussi"].recurrence is None


def test_what_is_lost_is_said() -> None:
    assert lost(read_batch(source_of(NEW), now=NOW)) == {"A tag under another: it stands alone": 1, "A saved search": 1}


def test_a_file_of_2020() -> None:
    batch = read_batch(source_of(OLD), now=NOW)
    found = titles(batch)
    assert whole(batch)
    assert said(found["Define the roadmap"]) == {
        "notes": "What is new & when.",
        "tags": ("GTG", "roadmap"),
        "created_at": datetime(2020, 6, 4, 21, 55, 23, tzinfo=UTC),
    }
    assert said(found["Write it down"], "created_at") == {
        "stage": Stage.DROPPED,
        "parent": "67987316-c413-4ce0-a485-a6a9a1541006",
        "done_at": datetime(2020, 6, 5, 10, tzinfo=UTC),
    }
    assert said(found["Ask the list"], "parent") == {
        "tags": ("someday",),
        "due": date(2020, 7, 15),
        "recurrence": Recurrence("FREQ=MONTHLY;BYMONTHDAY=15", start=date(2020, 7, 15)),
    }
    assert said(found["Pay"]) == {"tags": ("soon",)}
    assert lost(batch) == {"A task that is a part of several: it is a part of the first": 1}


@pytest.mark.parametrize(
    ("term", "rrule"),
    [
        ("day", "FREQ=DAILY"),
        ("other-day", "FREQ=DAILY;INTERVAL=2"),
        ("week", "FREQ=WEEKLY"),
        ("Friday", "FREQ=WEEKLY;BYDAY=FR"),
        ("mardi", "FREQ=WEEKLY;BYDAY=TU"),
        ("month", "FREQ=MONTHLY"),
        ("31", "FREQ=MONTHLY;BYMONTHDAY=31"),
        ("year", "FREQ=YEARLY"),
        ("0314", "FREQ=YEARLY;BYMONTH=3;BYMONTHDAY=14"),
        ("2 weeks", "FREQ=WEEKLY;INTERVAL=2"),
    ],
)
def test_terms(term: str, rrule: str) -> None:
    assert repeating(term).recurrence == Recurrence(rrule, start=date(2026, 11, 30))


@pytest.mark.parametrize("term", ["blue moon", "32", "1399", "None", ""])
def test_what_is_no_term(term: str) -> None:
    assert repeating(term).recurrence is None


def test_a_date_or_status_that_is_none_is_said() -> None:
    batch = read("<task id='a' status='Paused'><title>x</title><dates><due>2026-02-30</due></dates></task>")
    assert lost(batch) == {
        "“2026-02-30” is no date that is understood": 1,
        "The status “Paused” is not known: the task is open": 1,
    }


BOMB = (
    b'<?xml version="1.0"?><!DOCTYPE lolz [<!ENTITY lol "lol">'
    + b"".join(
        b'<!ENTITY lol%d "&lol%s;&lol%s;">'
        % (n, b"" if n == 1 else b"%d" % (n - 1), b"" if n == 1 else b"%d" % (n - 1))
        for n in range(1, 30)
    )
    + b"]><gtgData><task id='a'><title>&lol29;</title></task></gtgData>"
)
READER = (
    b'<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]><gtgData><task id="a"><title>&e;</title></task></gtgData>'
)


@pytest.mark.parametrize(
    "data", [BOMB, READER, b'<!DOCTYPE x SYSTEM "http://localhost/x.dtd"><gtgData/>', READER + b"\xff"]
)
def test_a_document_type_is_refused(data: bytes) -> None:
    with pytest.raises(UserError, match="declares a document type"):
        read_batch(SourceFile("gtg_data.xml", data), now=NOW)


def test_elements_without_end_are_refused() -> None:
    with pytest.raises(UserError, match="cannot be understood at line 1"):
        read("<a>" * 100_000)
    with pytest.raises(UserError, match="cannot be understood at line 1"):
        read("<a>" * 100_000 + "</a>" * 100_000)


def test_a_broken_file_names_the_line() -> None:
    with pytest.raises(UserError, match=r"gtg_data.xml cannot be understood at line 3"):
        read("\n\n<task>")


def test_bytes_that_are_not_what_the_file_says_are_read() -> None:
    assert titles(read("<task id='a'><title>Été</title></task>".encode("latin-1"))).keys() == {"Été"}
    assert titles(read("<task id='a'><title>a\x0bb</title></task>")).keys() == {"ab"}


def test_another_xml_is_refused() -> None:
    with pytest.raises(UserError, match="no file of Getting Things GNOME"):
        read("<p>hello</p>", "html")
    assert read("").records == ()


@given(st.data())
def test_damaged_bytes_are_read_or_refused_in_words(data: st.DataObject) -> None:
    changed = bytearray(data.draw(st.sampled_from([NEW.read_bytes(), OLD.read_bytes()])))
    for _ in range(data.draw(st.integers(1, 6))):
        changed[data.draw(st.integers(0, len(changed) - 1))] = data.draw(st.integers(0, 255))
    assert ends_well(read_batch, bytes(changed))
    assert ends_well(read_batch, bytes(changed[: data.draw(st.integers(0, len(changed)))]))


def many(number: int) -> Callable[[], Batch]:
    """The reading of so many tasks."""
    text = "".join(
        f"<task id='t{n}' status='Active'><title>Task {n}</title><tags><tag>g</tag></tags>"
        f"<dates><added>2026-10-01T09:00:00</added><due>2026-11-{n % 28 + 1:02}</due></dates>"
        f"<subtasks>{f'<sub>t{n + 1}</sub>' if n % 3 == 0 else ''}</subtasks><content>note</content></task>"
        for n in range(number)
    )
    inside = f"<taglist><tag id='g' name='tag'/></taglist><tasklist>{text}</tasklist>"
    return lambda: read(inside)


def test_ten_times_as_many_tasks_are_ten_times_the_work() -> None:
    assert len(many(300)().records) == 300
    assert grows_evenly(many)
