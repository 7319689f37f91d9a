"""Todoist's tables of several years, alone and in the backup."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from orchestrator_desktop.domain.errors import UserError
from orchestrator_desktop.domain.recurrence import Recurrence
from orchestrator_desktop.domain.transfer import Batch
from orchestrator_desktop.exchange import todoist_files
from orchestrator_desktop.exchange.source import Cancelled, SourceFile
from orchestrator_desktop.exchange.todoist import read_batch
from tests.exchange.foreign import corpus, ends_well, lost, said, source_of, titles, whole
from tests.exchange.records import NOW
from tests.steps import grows_evenly

NEW = corpus("todoist", "Jardin partagé [6Crg8jQ886Wh4P5g].csv")
OLD = corpus("todoist", "Maison.csv")
HEAD = "TYPE,CONTENT,PRIORITY,INDENT,RESPONSIBLE,DATE,DATE_LANG,TIMEZONE\n"


def read(text: str, name: str = "Project.csv") -> Batch:
    return read_batch(SourceFile(name, text.encode()), now=NOW)


def archive(*files: tuple[str, bytes], when: tuple[int, int, int] = (2026, 11, 25)) -> bytes:
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED) as made:
        for name, content in files:
            made.writestr(zipfile.ZipInfo(name, (*when, 3, 0, 0)), content, zipfile.ZIP_DEFLATED)
    return data.getvalue()


def unzipped(*files: tuple[str, bytes], when: tuple[int, int, int] = (2026, 11, 25)) -> Batch:
    return read_batch(SourceFile("backup.zip", archive(*files, when=when)), now=NOW)


def test_a_project_of_today() -> None:
    batch = read_batch(source_of(NEW), now=NOW)
    found = titles(batch)
    assert whole(batch)
    assert list(found) == [
        "Appeler la mairie",
        "Préparer le dossier",
        "Photos « avant, après »",
        "Plan de masse",
        "Arroser",
        "Mail à paul@exemple.fr, objet : devis #12",
        "Heizung prüfen",
        "Idées",
    ]
    assert {record.domain for record in batch.records} == {"Jardin partagé"}
    assert said(found["Appeler la mairie"], "domain") == {
        "notes": "Demander le permis, puis\nrappeler Paul\n\nRappelé deux fois\n\n"
        "Le plan : [plan, v2.pdf](https://files.todoist.com/x/by/1/as/plan.pdf)",
        "tags": ("tel", "urgent"),
        "due": datetime(2026, 12, 3, 8, 30, tzinfo=UTC),
        "deadline": date(2026, 12, 10),
        "priority": 1,
        "estimate_minutes": 45,
        "who": "Nora Martin",
    }
    assert said(found["Préparer le dossier"], "domain", "parent") == {
        "due": date(2026, 11, 30),
        "priority": 2,
        "recurrence": Recurrence("FREQ=WEEKLY;BYDAY=MO", start=date(2026, 11, 30)),
    }
    assert said(found["Plan de masse"], "domain", "parent") == {"due": date(2026, 11, 20)}
    assert said(found["Arroser"], "domain") == {
        "tags": ("jardin",),
        "due": date(2026, 11, 26),
        "priority": 3,
        "recurrence": Recurrence("FREQ=DAILY;INTERVAL=3", after_done=True, start=date(2026, 11, 26)),
    }
    assert said(found["Heizung prüfen"], "domain") == {"notes": "bei Vollmond"}
    assert found["Arroser"].extra["section"] == "Plus tard"


def test_parts_are_known_by_their_indent() -> None:
    found = titles(read_batch(source_of(NEW), now=NOW))
    parents = {
        title: next((t for t, r in found.items() if r.uid == record.parent), "") for title, record in found.items()
    }
    assert {title: parent for title, parent in parents.items() if parent} == {
        "Préparer le dossier": "Appeler la mairie",
        "Photos « avant, après »": "Préparer le dossier",
        "Plan de masse": "Appeler la mairie",
        "Mail à paul@exemple.fr, objet : devis #12": "Arroser",
    }


def test_what_is_lost_is_said() -> None:
    assert lost(read_batch(source_of(NEW), now=NOW)) == {
        "A comment on a project": 1,
        "A reminder": 1,
        "A section of a project: its name is kept with its tasks, unseen": 1,
        "A file that Todoist keeps: the notes have its link": 1,
        "“bei Vollmond” is no date that is understood": 1,
        "A duration in days": 1,
    }


def test_a_project_of_2017() -> None:
    batch = read_batch(source_of(OLD), now=NOW)
    found = titles(batch)
    assert said(found["Clean the gutters"]) == {"domain": "Maison", "due": date(2017, 3, 15)}
    assert said(found["Left gutter"], "parent", "recurrence") == {
        "domain": "Maison",
        "notes": "Use the long ladder",
        "due": datetime(2026, 11, 27, 8, tzinfo=UTC),
        "priority": 1,
    }
    assert said(found['Say "hello", wave']) == {"domain": "Maison", "due": date(2026, 11, 27), "priority": 2}
    assert not batch.lost


def test_the_same_file_names_its_tasks_the_same() -> None:
    first, again = (read_batch(source_of(NEW), now=NOW) for _ in range(2))
    assert first == again
    moved = NEW.read_bytes().replace("3 déc. 2026".encode(), "4 déc. 2026".encode())
    later = read_batch(SourceFile(NEW.name, moved), now=NOW)
    assert [record.uid for record in later.records] == [record.uid for record in first.records]


def test_twice_the_same_title_is_two_tasks() -> None:
    one, two = read(HEAD + "task,Read Dune,4,1,,,,\ntask,Read Dune,4,1,,,,\n").records
    assert one.uid != two.uid


@pytest.mark.parametrize(
    ("row", "title", "tags"),
    [
        ("task,@waiting,4,1,,,,", "@waiting", ("waiting",)),
        ("task,Ask a@b.fr @mail,4,1,,,,", "Ask a@b.fr", ("mail",)),
        ("task,@a Do @b it,4,1,,,,", "Do it", ("a", "b")),
        ("task,Cost @ 5 €,4,1,,,,", "Cost @ 5 €", ()),
    ],
)
def test_labels(row: str, title: str, tags: tuple[str, ...]) -> None:
    (record,) = read(HEAD + row).records
    assert (record.title, record.tags) == (title, tags)


def test_a_time_is_that_of_its_zone() -> None:
    (record,) = read(HEAD + "task,Call,4,1,,2026-12-01 09:00,en,UTC\n").records
    assert record.due == datetime(2026, 12, 1, 9, tzinfo=UTC)


def test_an_indent_that_jumps_hangs_on_what_is_there() -> None:
    one, two, three = read(HEAD + "task,a,4,1,,,,\ntask,b,4,4,,,,\ntask,c,4,x,,,,\n").records
    assert (two.parent, three.parent) == (one.uid, "")


def test_semicolons_of_a_spreadsheet() -> None:
    (record,) = read((HEAD + "task,Appeler Nora,2,1,,demain,fr,\n").replace(",", ";")).records
    assert (record.title, record.due, record.priority) == ("Appeler Nora", date(2026, 11, 27), 2)


def test_a_backup_is_all_its_projects() -> None:
    batch = unzipped(
        ("Inbox [1].csv", (HEAD + "task,In the inbox,4,1,,,,\n").encode("utf-8-sig")),
        ("sub/folder/" + NEW.name, NEW.read_bytes()),
        ("Work [2].csv", (HEAD + "task,Same,4,1,,,,\n").encode()),
        ("Work [3].csv", (HEAD + "task,Same,4,1,,,,\n").encode()),
        ("__MACOSX/._Work [2].csv", b"\0\5junk"),
        (".hidden.csv", b"x"),
        ("empty [4].csv", b""),
        ("picture.png", b"\x89PNG"),
        ("addresses.csv", b"name,city\nNora,Lyon\n"),
    )
    domains = {record.domain for record in batch.records}
    assert domains == {None, "Jardin partagé", "Work"}
    assert len(batch.records) == 11
    assert whole(batch)
    assert lost(batch)["The file “picture.png” in the archive is no table of tasks"] == 1
    assert lost(batch)["The file “addresses.csv” in the archive is no table of tasks"] == 1


def test_names_in_an_archive_that_does_not_say_how_they_are_written() -> None:
    data = archive(("Été.csv", (HEAD + "task,x,4,1,,,,\n").encode()))
    plain = data.replace(b"\x00\x08", b"\x00\x00")  # the flag that says UTF-8
    assert plain != data
    (record,) = read_batch(SourceFile("b.zip", plain), now=NOW).records
    assert record.domain == "Été"


def test_days_of_an_old_backup_are_of_its_year() -> None:
    file = ("P.csv", (HEAD + "task,x,4,1,,Mar 12,en,\n").encode())
    assert unzipped(file, when=(2024, 2, 1)).records[0].due == date(2024, 3, 12)
    assert unzipped(file, when=(1980, 1, 1)).records[0].due == date(2027, 3, 12)


def test_a_bomb_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    """As a third of a gigabyte of zeros is, which takes seconds to pack."""
    monkeypatch.setattr(todoist_files, "_MOST_BYTES", 300_000)
    files = [(f"{number}.csv", b"0" * 50_000) for number in range(7)]
    with pytest.raises(UserError, match="holds more than any backup"):
        unzipped(*files)


def test_more_files_than_any_backup_has() -> None:
    with pytest.raises(UserError, match="holds more than any backup"):
        unzipped(*[(f"{number}.csv", b"") for number in range(5_001)])


def test_a_damaged_archive_is_refused() -> None:
    data = bytearray(archive((NEW.name, NEW.read_bytes())))
    data[200:240] = b"\xff" * 40
    with pytest.raises(UserError, match=r"backup.zip is damaged"):
        read_batch(SourceFile("backup.zip", bytes(data)), now=NOW)


def test_a_locked_archive_is_refused() -> None:
    data = bytearray(archive(("P.csv", HEAD.encode())))
    for mark, place in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        data[data.index(mark) + place] |= 1
    with pytest.raises(UserError, match="locked by a password"):
        read_batch(SourceFile("backup.zip", bytes(data)), now=NOW)


def test_another_table_is_none_of_todoist() -> None:
    with pytest.raises(UserError, match="no columns TYPE and CONTENT"):
        read("Title,Due\nx,\n")


def test_who_watches_can_stop_it() -> None:
    with pytest.raises(Cancelled):
        read_batch(source_of(NEW), now=NOW, progress=lambda done, total: done < total)


@given(st.data())
def test_damaged_bytes_are_read_or_refused_in_words(data: st.DataObject) -> None:
    original = data.draw(st.sampled_from([NEW.read_bytes(), OLD.read_bytes(), archive(("a.csv", OLD.read_bytes()))]))
    changed = bytearray(original)
    for _ in range(data.draw(st.integers(1, 12))):
        changed[data.draw(st.integers(0, len(changed) - 1))] = data.draw(st.integers(0, 255))
    cut = data.draw(st.integers(0, len(changed)))
    assert ends_well(read_batch, bytes(changed))
    assert ends_well(read_batch, bytes(changed[:cut]))


def many(number: int) -> Callable[[], Batch]:
    """The reading of so many tasks."""
    dates = ("Nov 12 2026", "every monday", "2026-12-11 10:15", "tomorrow")
    rows = (f"task,Task {n} @label{n % 50},{n % 4 + 1},{n % 3 + 1},,{dates[n % 4]},en," for n in range(number))
    text = HEAD + "\n".join(rows)
    return lambda: read(text)


def test_ten_times_as_many_tasks_are_ten_times_the_work() -> None:
    assert len(many(300)().records) == 300
    assert grows_evenly(many)
