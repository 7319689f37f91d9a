"""Importing and exporting from the command line."""

from __future__ import annotations

import os
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from tests.cli.conftest import Cli

TODO = "(A) 2026-11-01 Call Nora +Marketing @phone due:2026-12-01\nx 2026-11-20 2026-11-01 Book the train\n"


def test_a_preview_then_the_import_then_nothing_new(cli: Cli, tmp_path: Path) -> None:
    path = tmp_path / "todo.txt"
    path.write_text(TODO)
    assert cli.json("import", str(path), "--dry-run")["created"] == 2
    assert cli.json("list") == []
    said = cli.json("import", str(path))
    assert (said["format"], said["created"], said["updated"], said["skipped"]) == ("todotxt", 2, 0, 0)
    assert cli.json("import", str(path))["skipped"] == 2
    assert cli.json("list")[0]["domain"] == "Marketing"
    assert cli.json("undo")["undone"] == "Import"
    assert cli.json("list") == []


@pytest.mark.parametrize("name", ["empty.csv", "empty.ics", "todo.txt"])
def test_nothing_found_is_said_and_is_no_success(cli: Cli, tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_bytes(b"\xef\xbb\xbf\r\n")
    assert "0 imported" in cli("import", str(tmp_path / name), code=1).out


def test_what_cannot_be_read_changes_nothing(cli: Cli, tmp_path: Path) -> None:
    (tmp_path / "broken.json").write_text('[{"uuid": 1,')
    assert "Nothing was imported" in cli("import", str(tmp_path / "broken.json"), code=1).err
    assert "Nothing was imported" in cli("import", str(tmp_path / "gone.json"), code=2).err
    assert "no column" in cli("import", str(tmp_path / "x.csv"), "--column", "title", code=2).err


@pytest.mark.parametrize("name", ["t.json", "t.csv", "t.ics", "todo.txt", "folder"])
def test_what_is_exported_is_imported(cli: Cli, tmp_path: Path, name: str) -> None:
    cli.add("Relancer Nora demain 9h #marketing !1 ~30min p2")
    cli.json("part", cli.add("Préparer l’appel"), "--of", cli.add("Appel"))
    said = cli.json("export", str(tmp_path / name))
    assert said["exported"] == 3
    other = ("--data-dir", str(tmp_path / "other"))
    assert "3 tasks added" in cli(*other, "import", str(tmp_path / name)).out


def test_a_pipe_is_read_once_and_written_into(cli: Cli, tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    with ThreadPoolExecutor(1) as other:
        other.submit(pipe.write_text, TODO)
        assert cli.json("import", str(pipe))["created"] == 2
        read = other.submit(pipe.read_text)
        assert cli.json("export", str(pipe), "--format", "todotxt")["exported"] == 2
        assert "Call Nora" in read.result(timeout=10)
    assert pipe.is_fifo()


def test_a_folder_that_is_no_vault_is_refused_as_one(cli: Cli, tmp_path: Path) -> None:
    (tmp_path / "todo.txt").mkdir()
    for more in ((), ("--format", "todotxt"), ("--format", "json")):
        assert "is a folder" in cli("import", str(tmp_path / "todo.txt"), *more, code=2).err


def test_a_name_that_says_no_format_is_asked_about(cli: Cli, tmp_path: Path) -> None:
    assert "--format" in cli("export", str(tmp_path / "tasks.xyz"), code=2).err
    assert not (tmp_path / "tasks.xyz").exists()
