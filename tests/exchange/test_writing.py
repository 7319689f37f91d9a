"""Files are written whole or not at all, and the full JSON holds everything, the same each time."""

from __future__ import annotations

import json
import os
import stat
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from orchestrator_desktop.domain.errors import UsageError, UserError
from orchestrator_desktop.domain.transfer import Attached, Format, Record
from orchestrator_desktop.exchange import jsonfile, jsonfile_out
from orchestrator_desktop.exchange.reading import read
from orchestrator_desktop.exchange.writing import write
from tests.exchange.records import NOW, source

WRITTEN = (Format.JSON, Format.TODO_TXT, Format.TASKWARRIOR, Format.ICALENDAR, Format.MARKDOWN, Format.CSV)


@pytest.mark.parametrize("format", WRITTEN)
def test_a_file_is_whole_and_the_users_alone(tmp_path: Path, format: Format) -> None:
    file = tmp_path / "out.md"
    file.write_text("old")
    assert write(file, [Record("Été — œuf 🥚", "0f8a75a0-0796-436a-8d8e-000000000001")], format=format) == 1
    assert stat.S_IMODE(os.stat(file).st_mode) == 0o600
    assert [record.title for record in read(file, now=NOW, format=format).records] == ["Été — œuf 🥚"]
    assert list(tmp_path.iterdir()) == [file]


@pytest.mark.parametrize("format", WRITTEN)
def test_a_failure_half_way_leaves_the_old_file(tmp_path: Path, format: Format) -> None:
    file = tmp_path / "out.md"
    file.write_text("old")

    def records() -> Iterator[Record]:
        yield Record("x", "a")
        raise OSError(28, "No space left on device")

    with pytest.raises(UsageError, match="cannot be written: No space left"):
        write(file, records(), format=format)
    assert file.read_text() == "old"
    assert list(tmp_path.iterdir()) == [file]


@pytest.mark.parametrize("format", WRITTEN)
def test_nothing_is_a_file_too(tmp_path: Path, format: Format) -> None:
    file = tmp_path / "out.md"
    assert write(file, [], format=format) == 0
    assert read(file, now=NOW, format=format).records == ()


def test_a_link_stays_one(tmp_path: Path) -> None:
    (tmp_path / "real.json").write_text("old")
    link = tmp_path / "link.json"
    link.symlink_to(tmp_path / "real.json")
    write(link, [Record("x")], format=Format.JSON)
    assert link.is_symlink() and "old" not in (tmp_path / "real.json").read_text()


def test_a_pipe_is_written_into_and_stays_one(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    with ThreadPoolExecutor(1) as reader:
        read = reader.submit(pipe.read_text)
        assert write(pipe, [Record("a")], format=Format.TODO_TXT) == 1
        assert read.result(timeout=10) == "a\n"
    with pytest.raises(UsageError, match="no folder"):
        write(pipe, [Record("a")], format=Format.MARKDOWN)
    assert pipe.is_fifo()


def test_a_file_never_becomes_a_folder(tmp_path: Path) -> None:
    (tmp_path / "notes").write_text("mine")
    with pytest.raises(UsageError, match="no folder"):
        write(tmp_path / "notes", [Record("a")], format=Format.MARKDOWN)
    assert (tmp_path / "notes").read_text() == "mine"


def test_a_folder_is_written_where_a_link_leads(tmp_path: Path) -> None:
    (tmp_path / "real").mkdir()
    (tmp_path / "link").symlink_to(tmp_path / "real")
    write(tmp_path / "link", [Record("a")], format=Format.MARKDOWN)
    assert (tmp_path / "link").is_symlink() and (tmp_path / "real" / "Inbox.md").is_file()


def test_what_is_only_read_is_not_written(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="todoist"):
        write(tmp_path / "a", [], format=Format.TODOIST)


def test_sections_go_along_and_the_same_data_make_the_same_bytes() -> None:
    sections = {"people": [{"name": "Nora"}], "filters": []}
    pieces = "".join(jsonfile_out.written([Record("x", "a"), Record("y")], sections))
    batch, found = jsonfile.read_all(source(pieces), now=NOW)
    assert found == sections
    assert "".join(jsonfile_out.written(batch.records, found)) == pieces
    assert json.loads(pieces)["tasks"] == [{"title": "x", "uid": "a"}, {"title": "y"}]


def test_a_content_is_written_once() -> None:
    file = Attached("a.txt", b"content")
    pieces = "".join(jsonfile_out.written([Record("x", attachments=(file,)), Record("y", attachments=(file, file))]))
    assert pieces.count("Y29udGVudA==") == 1
    records = jsonfile.read_batch(source(pieces), now=NOW).records
    assert [kept.content for record in records for kept in record.attachments] == [b"content"] * 3


def test_a_damaged_content_is_said() -> None:
    task = '{"title":"x","odd":1,"attachments":[{"name":"a","sha256":"0","content":"eA=="}]}'
    text = f'{{"format":"orchestrator","version":1,"tasks":[{task}]}}'
    batch = jsonfile.read_batch(source(text), now=NOW)
    assert batch.records[0].attachments == (Attached("a", None, "0"),)
    assert sorted(str(lost) for lost in batch.lost) == [
        "The content of the file “a” is damaged: only its name is kept",
        "“odd” of a task is not known to this version",
    ]


@pytest.mark.parametrize(
    "task",
    [
        '{"title": 1}', '{"title": "x", "level": 4}', '{"title": "x", "due": "soon"}',
        '{"title": "x", "priority": true}', '{"title": "x", "tags": "a"}',
        '{"title": "x", "created_at": "2026-11-26T09:00:00"}', '{"title": "x", "stage": "gone"}', "[]", "3",
        '{"title": "x", "recurrence": {"rrule": "FREQ=DAILY", "start": "2026-11-26T09:00:00Z"}}',
        '{"title": "x", "attachments": [{"name": "a", "content": "no base64"}]}',
        '{"title": "x", "position": NaN, "tags": [1]}',
    ],
)  # fmt: skip
def test_what_is_not_of_its_kind_is_refused_with_its_number(task: str) -> None:
    text = f'{{"format":"orchestrator","version":1,"tasks":[{{"title":"fine"}},{task}]}}'
    with pytest.raises(UserError, match=r"Task 2 .*Nothing was imported"):
        jsonfile.read_batch(source(text), now=NOW)
