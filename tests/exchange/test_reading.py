"""Files are told apart by what they hold, and read or refused in words."""

from __future__ import annotations

import codecs
import io
import json
import zipfile
from datetime import timedelta
from pathlib import Path
from threading import Event, Thread

import pytest

from orchestrator_desktop.domain.errors import UsageError, UserError
from orchestrator_desktop.domain.transfer import Format
from orchestrator_desktop.exchange.reading import Cancelled, decode, detect, load_json, read
from orchestrator_desktop.exchange.source import told
from orchestrator_desktop.operations.recognising import digest_of
from tests.exchange.records import CORPORA, NOW

FOLDERS = {
    "ical": Format.ICALENDAR,
    "taskwarrior": Format.TASKWARRIOR,
    "todotxt": Format.TODO_TXT,
    "markdown": Format.MARKDOWN,
}
CORPUS = [(file, format) for folder, format in FOLDERS.items() for file in sorted((CORPORA / folder).glob("*.*"))]


@pytest.mark.parametrize(("file", "format"), CORPUS, ids=lambda value: getattr(value, "name", str(value)))
def test_a_file_is_known_by_what_it_holds(file: Path, format: Format) -> None:
    assert detect(file.name, file.read_bytes()) is format
    name = "export.txt" if format is Format.TODO_TXT else "export"
    assert detect(name, file.read_bytes()) is format


@pytest.mark.parametrize(
    ("name", "data", "format"),
    [
        ("a", b'{"format": "orchestrator", "version": 1, "tasks": []}', Format.JSON),
        ("a.json", b'{"task": {"ids": [], "entities": {}}}', Format.SUPER_PRODUCTIVITY),
        ("a", b'{"uuid":"x","description":"y"}', Format.TASKWARRIOR),
        ("a.json", b'{"other": 1}', None),
        ("a", b"SQLite format 3\0rest", Format.THINGS),
        ("a", b"\x89PNG\r\n\x1a\n\0", None),
        ("a", b'<?xml version="1.0"?>\n<gtgData appVersion="0.6">', Format.GNOME),
        ("a.html", b"<html><body></body></html>", None),
        ("a", b"TYPE,CONTENT,DESCRIPTION,PRIORITY,INDENT\n", Format.TODOIST),
        ("a", b'"Date: 2026-11-26+0000"\n"Version: 7.1"\n"Folder Name","List Name","Title"\n', Format.TICKTICK),
        ("a", b"Title;Due\nx;y\n", Format.CSV),
        ("a.csv", b"what,ever\n", Format.CSV),
        ("a.md", b"No box at all.\n", Format.MARKDOWN),
        ("todo.txt", b"a plain line\n- [ ] a box\n+p @c\n", Format.TODO_TXT),
        ("list.txt", b"- [ ] a box\n- [x] another\n", Format.MARKDOWN),
        ("list.txt", b"milk\nbread\n", Format.TODO_TXT),
        ("list", b"milk\nbread\n", None),
        ("mail.eml", b"From: a@b.c\nSubject: Hello\nDate: Fri, 27 Nov 2026 10:00:00 +0100\n\nBody\n", None),
        ("pending.data", b'[description:"Milk" due:"1413230400" status:"pending"]\n', None),
        ("script.py", b"import os\nprint('due:x @y')\n", None),
        ("list.txt", b"[ ] milk\n[x] bread\n", Format.MARKDOWN),
        ("a", b"[ ]\n", Format.TASKWARRIOR),
        ("list", "(A) lait +courses due:2026-12-01\n".encode("utf-16"), Format.TODO_TXT),
    ],
)
def test_small_signs(name: str, data: bytes, format: Format | None) -> None:
    assert detect(name, data) is format


def test_an_archive_of_tables_is_todoists() -> None:
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w") as archive:
        archive.writestr("Inbox [123].csv", "TYPE,CONTENT\n")
    assert detect("backup.zip", content.getvalue()) is Format.TODOIST
    assert detect("backup.zip", content.getvalue()[:40]) is Format.TODOIST  # its reader says that it is damaged


@pytest.mark.parametrize(
    ("raw", "text"),
    [
        (codecs.BOM_UTF8 + "é\r\nb\rc\n".encode(), "é\nb\nc\n"),
        ("é\n".encode("utf-16"), "é\n"),
        ("é\n".encode("utf-32"), "é\n"),
        ("été\r\n".encode("cp1252"), "été\n"),
        (b"\x81\xe9\n", "\x81é\n"),
        ("utf-8: é\n".encode() + "windows: é “x”\n".encode("cp1252"), "utf-8: é\nwindows: é “x”\n"),
        (b"", ""),
    ],
)
def test_a_text_is_a_text_whatever_wrote_it(raw: bytes, text: str) -> None:
    assert decode(raw) == text


def test_binaries_are_refused_in_words() -> None:
    with pytest.raises(UserError, match=r"not a text file.*Nothing was imported"):
        decode(b"\x89PNG\0")


@pytest.mark.parametrize(
    ("name", "data", "words"),
    [
        ("tasks.json", b'[{"uuid":"a","description":"b","status":"pending"},\n{"uuid":', r"line 2"),
        ("tasks.json", b'{"a":' * 5000, r"line 1"),
        ("list.bin", b"\0\1\2", r"no task file"),
        ("a.ics", b"BEGIN:VCALENDAR\nBEGIN:VTODO\nSUMMARY:cut", r"line 2"),
        ("a.json", b'{"format": "orchestrator", "version": 2, "tasks": []}', r"newer version"),
        ("a.json", b'{"format": "orchestrator", "version": 1, "tasks": [{"title": "x"}, {"title": 3}]}', r"Task 2"),
    ],
)
def test_what_cannot_be_understood_is_said_with_its_place(tmp_path: Path, name: str, data: bytes, words: str) -> None:
    file = tmp_path / name
    file.write_bytes(data)
    with pytest.raises(UserError, match=words) as caught:
        read(file, now=NOW)
    assert "Nothing was imported" in str(caught.value)


@pytest.mark.parametrize("format", [None, *(format for format in Format if format is not Format.JSON)])
def test_a_folder_that_is_no_vault_is_refused_as_one(tmp_path: Path, format: Format | None) -> None:
    folder = tmp_path / "todo.txt"
    folder.mkdir()
    (folder / "picture.png").write_bytes(b"x")
    with pytest.raises(UsageError, match=r"is a folder.*Nothing was imported"):
        read(folder, now=NOW, format=format)


def test_a_file_that_is_not_there_is_the_requests_fault(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="Nothing was imported"):
        read(tmp_path / "gone.ics", now=NOW)


@pytest.mark.parametrize(
    ("name", "format"),
    [("a.ics", Format.ICALENDAR), ("todo.txt", Format.TODO_TXT), ("a.md", Format.MARKDOWN), ("a.csv", Format.CSV)],
)
def test_an_empty_file_holds_nothing(tmp_path: Path, name: str, format: Format) -> None:
    file = tmp_path / name
    file.write_bytes(b"\xef\xbb\xbf \r\n" if name == "a.md" else b"")
    batch = read(file, now=NOW)
    assert (batch.records, batch.format) == ((), format)


def test_the_format_can_be_said(tmp_path: Path) -> None:
    file = tmp_path / "notes"
    file.write_text("milk\n")
    assert [record.title for record in read(file, now=NOW, format=Format.TODO_TXT).records] == ["milk"]
    with pytest.raises(UserError, match="line 1"):
        read(file, now=NOW, format=Format.ICALENDAR)


def test_progress_is_told_and_can_say_no() -> None:
    heard: list[tuple[int, int]] = []

    def hear(done: int, total: int) -> bool:
        heard.append((done, total))
        return True

    assert list(told(range(250), hear)) == list(range(250))
    assert heard == [(0, 250), (100, 250), (200, 250), (250, 250)]
    with pytest.raises(Cancelled):
        list(told(range(250), lambda done, _total: done < 100))


@pytest.mark.parametrize(("file", "format"), CORPUS, ids=lambda value: getattr(value, "name", str(value)))
def test_any_reading_can_be_cancelled(file: Path, format: Format) -> None:
    with pytest.raises(Cancelled):
        read(file, now=NOW, format=format, progress=lambda _done, _total: False)


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("a.csv", "Title,Due\na,tomorrow\nb,every day\nc,2026-12-01\nd,3 Dec\n"),
        ("a.csv", "Title,Due,Repeats\na,,every monday\nb,2026-12-01,weekly\n"),
        ("Home.csv", "TYPE,CONTENT,DATE,DATE_LANG\ntask,a,every day,en\ntask,b,morgen,de\ntask,c,2026-12-01,en\n"),
        ("gtg_data.xml", '<gtgData><tasklist><task id="1" status="Active"><title>a</title><dates><fuzzyDue>now'
         "</fuzzyDue></dates></task></tasklist></gtgData>"),
        ("sp.json", '{"task":{"ids":["a"],"entities":{"a":{"id":"a","title":"a","tagIds":["TODAY"]}}}}'),
    ],
)  # fmt: skip
def test_the_same_file_says_the_same_on_another_day(tmp_path: Path, name: str, text: str) -> None:
    (tmp_path / name).write_text(text)
    first, later = (read(tmp_path / name, now=NOW + days).records for days in (timedelta(), timedelta(7)))
    assert first and list(map(digest_of, first)) == list(map(digest_of, later))
    assert first != later


def test_a_newer_file_says_something_else(tmp_path: Path) -> None:
    said = set()
    for due in ("tomorrow", "friday", "every day", "every monday", "2026-11-27"):
        (tmp_path / "a.csv").write_text(f"Title,Due\na,{due}\n")
        said.add(digest_of(read(tmp_path / "a.csv", now=NOW).records[0]))
    assert len(said) == 5


def test_other_threads_have_their_turn_while_a_large_json_is_read() -> None:
    """The window's thread is one of them: without it, it would wait for the whole text."""
    text = json.dumps([{"uuid": str(number), "description": "x" * 40} for number in range(200_000)])
    turns, ended = [0], Event()

    def take_turns() -> None:
        while not ended.is_set():
            turns[0] += 1
            ended.wait(0.001)

    other = Thread(target=take_turns)
    other.start()
    try:
        before = turns[0]
        load_json(text, "tasks.json")
        assert turns[0] - before > 3
    finally:
        ended.set()
        other.join()
