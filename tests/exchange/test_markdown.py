"""Checklists as people and Obsidian write them, and a folder of ours."""

from __future__ import annotations

import os
import stat
import tempfile
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from orchestrator_desktop.domain.errors import UsageError
from orchestrator_desktop.domain.recurrence import Recurrence
from orchestrator_desktop.domain.task import Stage
from orchestrator_desktop.domain.transfer import Batch, CheckLine, Format, Record
from orchestrator_desktop.exchange import markdown
from orchestrator_desktop.exchange.markdown_folder import file_name, write_folder
from orchestrator_desktop.exchange.markdown_notes import normal_notes, read_notes, written_notes
from orchestrator_desktop.exchange.markdown_out import representable, written
from orchestrator_desktop.exchange.markdown_rule import read_every, write_every
from orchestrator_desktop.exchange.reading import read
from orchestrator_desktop.exchange.writing import write
from tests.exchange.records import CORPORA, NOTES, NOW, batches, by_uid, differences, source


def _read(text: str) -> Batch:
    return markdown.read_batch(source(text, "a.md"), now=NOW)


def _corpus(name: str) -> Batch:
    return read(CORPORA / "markdown" / name, now=NOW)


def test_an_obsidian_note() -> None:
    batch = markdown.read_batch(source((CORPORA / "markdown/obsidian.md").read_bytes(), "obsidian.md"), now=NOW)
    found = {record.title: record for record in batch.records}
    launch = found["Prepare the launch"]
    assert (launch.domain, launch.tags, launch.priority) == ("Marketing", ("task",), 1)
    assert (launch.due, launch.defer) == (date(2026, 12, 4), date(2026, 11, 30))
    assert launch.recurrence == Recurrence("FREQ=WEEKLY;BYDAY=MO,FR", start=date(2026, 12, 4))
    assert launch.notes == (
        "- plain bullet with [[a link|alias]]\n  and its second line\n\nA paragraph that belongs to it."
    )
    assert [(r.title, r.stage) for r in batch.records if r.parent == launch.uid] == [
        ("Book the room", Stage.DONE),
        ("Ask the band", Stage.DROPPED),
        ("Half done", Stage.INBOX),
    ]
    assert found["Book the room"].done_at == datetime(2026, 11, 10, 11, tzinfo=UTC)
    assert found["Write the post"].needs == (launch.uid,) == ("launch1",)
    moved = found["Moved [effort:: 3]"]
    assert (moved.due, moved.priority, moved.extra) == (date(2026, 12, 9), 3, {"status": ">"})
    assert moved.recurrence == Recurrence("FREQ=DAILY;INTERVAL=3", after_done=True, start=date(2026, 12, 9))
    assert found["Numbered two #2027"].notes == "```sh\n- [ ] not a box\n```"
    assert found["In a callout"].due == date(2026, 12, 24)
    assert found["Fix the [sink] #1"].domain == "Home"
    assert {str(lost): lost.count for lost in batch.lost} == {
        "A line of text that belongs to no task": 1,
        "A heading below the highest level, which is the domain": 1,
    }


@pytest.mark.parametrize("name", ["obsidian.md", "github.md"])
def test_what_was_read_means_the_same_when_it_is_written(name: str) -> None:
    records = markdown.read_batch(source((CORPORA / "markdown" / name).read_bytes(), name), now=NOW).records
    again = by_uid(_read("".join(written(records))))
    for record in records:
        assert not differences(again[record.uid], record)


def test_a_file_of_windows_with_an_underlined_heading() -> None:
    batch = read(CORPORA / "markdown/github.md", now=NOW)
    assert [(r.title, r.domain, r.stage.open) for r in batch.records] == [
        ("@nora reviews #123", "Release 2.0", False),
        ("Ship it", "Release 2.0", True),
        ("Linux", "Release 2.0", True),
        ("Windows", "Release 2.0", True),
    ]
    assert batch.records[3].notes == "indented code of the item"
    assert batch.records[2].parent == batch.records[1].uid


def test_the_outline_of_logseq() -> None:
    found = {r.title: r for r in _corpus("logseq.md").records}
    milk, review = found["Acheter du lait"], found["Préparer le bilan"]
    assert (milk.defer, milk.tags, milk.notes) == (date(2026, 12, 1), ("courses",), "")
    assert (review.due, review.priority) == (datetime(2026, 12, 5, 8, 30, tzinfo=UTC), 1)
    assert review.recurrence is not None
    assert (review.recurrence.rrule, review.recurrence.after_done) == ("FREQ=WEEKLY", True)
    part = found["Demander les chiffres"]
    assert (part.parent, part.notes) == (review.uid, "à la comptable")
    assert (found["Call Bob"].stage, found["Old idea"].stage, len(found)) == (Stage.DONE, Stage.DROPPED, 5)


def test_a_board_of_obsidian() -> None:
    offer, *_ = records = _corpus("kanban.md").records
    assert (offer.title, offer.domain, offer.tags) == ("Write the offer", "Backlog", ("sales",))
    assert offer.due == datetime(2026, 12, 4, 9, 30, tzinfo=UTC)
    assert [(r.domain, r.stage) for r in records[1:]] == [("Backlog", Stage.INBOX), ("Done", Stage.DONE)]
    again = markdown.read_batch(source("".join(written([Record("not @{2026-12-04} a date")]))), now=NOW)
    assert again.records[0].title == "not @{2026-12-04} a date"


def test_boxes_as_notes_are_copied() -> None:
    records = _corpus("copied.txt").records
    assert [(r.title, r.stage) for r in records] == [
        ("Milk", Stage.INBOX), ("Bread", Stage.DONE), ("Eggs", Stage.INBOX), ("Ham", Stage.DONE),
        ("smoked", Stage.INBOX),
    ]  # fmt: skip
    assert records[4].parent == records[3].uid


def test_without_a_box_there_is_no_task() -> None:
    batch = _read("# Notes\n\n- one\n- two\n\nSome words.\n")
    assert batch.records == ()
    assert [lost.count for lost in batch.lost] == [3]


def test_a_vault_is_read_but_not_its_hidden_folders() -> None:
    batch = read(CORPORA / "markdown/vault", now=NOW)
    assert [(record.title, record.domain) for record in batch.records] == [
        ("Un", "Projets"), ("Un", "Projets"), ("Appeler", None),
    ]  # fmt: skip
    assert len(by_uid(batch)) == 3
    assert by_uid(read(CORPORA / "markdown/vault", now=NOW)) == by_uid(batch)


def test_a_file_that_is_no_text_is_left_out_and_said(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_bytes(b"\0\1")
    (tmp_path / "b.md").write_text("- [ ] x\n")
    batch = read(tmp_path, now=NOW)
    assert [record.title for record in batch.records] == ["x"]
    assert [str(lost) for lost in batch.lost] == ["“a.md” of the folder is not a text file: it is left out"]


def test_a_name_made_of_its_place_stays_when_the_box_is_ticked() -> None:
    (before,), (after,) = _read("# A\n- [ ] x 📅 2026-12-01\n").records, _read("# A\n\nnew\n\n- [x] x\n").records
    assert before.uid == after.uid != ""


def test_a_checklist_is_boxes_with_a_plus() -> None:
    record = Record("x", "u", checklist=(CheckLine("milk"), CheckLine("[x] #bread", True)), notes="- [ ] no part")
    text = "".join(written([record]))
    assert text == "- [ ] x 🆔 u\n  - \\[ ] no part\n  + [ ] milk\n  + [x] [x] \\#bread\n"
    assert _read(text).records == (record,)


@given(st.one_of(NOTES, st.text("-*[]x \\`~\n\t>#a", max_size=40)))
def test_notes_come_back(notes: str) -> None:
    lines = "\n".join(written_notes(notes, "    ")).split("\n")
    assert read_notes(lines) == normal_notes(notes) == normal_notes(normal_notes(notes))


@given(st.text("-*[]x \\`~\n\t>#a1.", max_size=60), st.text("-*[]x \\`~\n\t>#a1.", max_size=60))
def test_notes_never_become_tasks_nor_swallow_them(first: str, second: str) -> None:
    records = [
        Record("one", "1", notes=normal_notes(first)),
        Record("two", "2", notes=normal_notes(second), parent="1"),
        Record("three", "3"),
    ]
    assert _read("".join(written(records))).records == tuple(records)


@pytest.mark.parametrize(
    ("words", "rule"),
    [
        ("every day", "FREQ=DAILY"), ("every 2 weeks", "FREQ=WEEKLY;INTERVAL=2"),
        ("every weekday", "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR"), ("every Monday", "FREQ=WEEKLY;BYDAY=MO"),
        ("every week on Tuesday, Thursday", "FREQ=WEEKLY;BYDAY=TU,TH"),
        ("every mon and wed", "FREQ=WEEKLY;BYDAY=MO,WE"),
        ("every month on the 1st", "FREQ=MONTHLY;BYMONTHDAY=1"),
        ("every month on the last", "FREQ=MONTHLY;BYMONTHDAY=-1"),
        ("every month on the last Friday", "FREQ=MONTHLY;BYDAY=-1FR"), ("every other month", "FREQ=MONTHLY;INTERVAL=2"),
        ("every 3 months on the 2nd Tuesday", "FREQ=MONTHLY;INTERVAL=3;BYDAY=2TU"), ("every year", "FREQ=YEARLY"),
        ("every January on the 15th", "FREQ=YEARLY;BYMONTH=1;BYMONTHDAY=15"),
    ],
)  # fmt: skip
def test_every(words: str, rule: str) -> None:
    due = date(2026, 12, 1)
    for text, after in ((words, False), (f"{words} when done", True)):
        found = read_every(text, due)
        assert found == Recurrence(rule, after, start=due)
        again = write_every(found, due)
        assert again is None or read_every(again, due) == found


@pytest.mark.parametrize(
    "words", ["every", "every moon", "every week on Lundi", "every month on the 45th", "sometimes"]
)
def test_what_is_not_understood_is_none(words: str) -> None:
    assert read_every(words, None) is None


@given(batches())
@settings(max_examples=20)
def test_a_folder_comes_back(records: list[Record]) -> None:
    with tempfile.TemporaryDirectory() as above:
        folder = Path(above) / "Tasks"
        for _ in range(2):  # over the last one too
            assert write(folder, records, format=Format.MARKDOWN) == len(records)
        batch = read(folder, now=NOW)
        assert sorted(folder.parent.iterdir()) == [folder]
    assert len(batch.records) == len(records)
    for before in records:
        assert not differences(by_uid(batch)[before.uid], representable(before))


def test_a_folder_of_others_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "mine.md").write_text("mine")
    with pytest.raises(UsageError, match="Nothing was written"):
        write_folder(tmp_path, [Record("x")])
    assert [path.read_text() for path in tmp_path.iterdir()] == ["mine"]


@pytest.mark.parametrize(
    ("domain", "name"),
    [
        ("a/b: c?", "a-b- c-"), ("CON", "CON-"), ("nul.txt", "nul.txt-"), ("..", "Domain-"), ("x" * 99, "x" * 99),
        ("é" * 100, "é" * 75), ("end. ", "end"), ("日本", "日本"),
    ],
)  # fmt: skip
def test_names_that_every_system_takes(domain: str, name: str) -> None:
    assert file_name(domain) == name


def test_files_are_the_users_alone_and_no_two_have_one_name(tmp_path: Path) -> None:
    records = [Record("x", str(n), domain=domain) for n, domain in enumerate(["A/b", "a-B", "Inbox", "inbox", None])]
    write_folder(tmp_path / "out", records)
    files = sorted(path.name for path in (tmp_path / "out").iterdir())
    assert files == ["A-b.md", "Inbox 2.md", "Inbox.md", "a-B 2.md", "inbox 3.md"]
    assert all(stat.S_IMODE(os.stat(tmp_path / "out" / name).st_mode) == 0o600 for name in files)
    assert {record.domain for record in read(tmp_path / "out", now=NOW).records} == {
        "A/b",
        "a-B",
        "Inbox",
        "inbox",
        None,
    }
