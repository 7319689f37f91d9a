"""What goes wrong around a command: a line in plain words, the right exit code, nothing lost, no traceback."""

from __future__ import annotations

import os
import sqlite3
from pathlib import Path

import pytest

from orchestrator_desktop.cli import catalogue, planning, session
from orchestrator_desktop.operations import tasks
from orchestrator_desktop.store.opening import FILE_NAME, open_store
from orchestrator_desktop.store.store import Store
from tests.cli.conftest import Cli, Said


def plain(said: Said) -> str:
    """The one line on stderr of a command that printed nothing else."""
    assert said.out == ""
    assert "Traceback" not in said.err
    [line] = said.err.splitlines()
    return line


@pytest.mark.parametrize("command", [["list"], ["add", "Task"], ["providers", "list"], ["undo"]])
def test_a_file_that_is_no_database(cli: Cli, command: list[str]) -> None:
    cli.folder.mkdir()
    (cli.folder / FILE_NAME).write_bytes(b"Dear diary, " * 500)
    assert "not an Orchestrator file" in plain(cli(*command, "--json", code=1))
    assert (cli.folder / FILE_NAME).read_bytes() == b"Dear diary, " * 500


def test_a_database_of_another_program(cli: Cli) -> None:
    cli.folder.mkdir()
    with sqlite3.connect(cli.folder / FILE_NAME) as other:
        other.execute("CREATE TABLE bookmarks (url TEXT)")
    other.close()
    assert "not an Orchestrator file" in plain(cli("list", code=1))


def test_a_database_from_the_future(cli: Cli) -> None:
    cli("add", "Task")
    with sqlite3.connect(cli.folder / FILE_NAME) as future:
        future.execute("PRAGMA user_version = 99")
    future.close()
    assert "newer version" in plain(cli("add", "Another", code=1))


def test_a_folder_that_cannot_be_made(tmp_path: Path, cli: Cli) -> None:
    (tmp_path / "file").write_text("")
    assert "cannot be made" in plain(cli("--data-dir", str(tmp_path / "file" / "data"), "list", code=1))


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may write anywhere")
def test_a_folder_that_is_read_only(cli: Cli) -> None:
    cli("add", "Task")
    cli.folder.chmod(0o500)
    (cli.folder / FILE_NAME).chmod(0o400)
    try:
        assert "cannot be" in plain(cli("add", "Another", code=1))
    finally:
        cli.folder.chmod(0o700)


def test_a_full_disk(cli: Cli, monkeypatch: pytest.MonkeyPatch) -> None:
    cli("add", "Task")

    def almost_full(folder: Path) -> Store:
        store = open_store(folder)
        store.execute("PRAGMA max_page_count = 1")  # SQLite raises it to what is there
        return store

    monkeypatch.setattr(session, "open_store", almost_full)
    assert "disk is full" in plain(cli("add", "word " * 10_000, code=1))
    monkeypatch.undo()
    assert len(cli.json("--data-dir", str(cli.folder), "list")) == 1


def test_a_home_that_does_not_exist(cli: Cli) -> None:
    assert "no home folder" in plain(cli("--data-dir", "~nobody-of-that-name/data", "list", code=2))


def test_a_bug_is_one_line_and_a_report_without_secrets(
    cli: Cli, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def broken(store: Store, *, line: str, given: tasks.Given) -> None:
        raise RuntimeError(line)

    monkeypatch.setattr(tasks, "add", broken)
    line = plain(cli("add", "My private words", "--json", code=1))
    assert "RuntimeError" in line
    log = cli.folder / "logs" / "command-line.log"
    assert str(log) in line
    report = log.read_text("utf-8")
    assert "test_trouble.py" in report
    assert "private words" not in report + line
    caplog.clear()


def test_ctrl_c(cli: Cli, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(store: Store, *, line: str, given: tasks.Given) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(planning.tasks, "add", interrupted)
    said = cli("add", "Task", code=130)
    assert (said.out, said.err.strip()) == ("", "")


@pytest.mark.parametrize(
    "args",
    [["nonsense"], ["list", "--nonsense"], ["add"], ["show"], ["list", "--view", "nowhere"], ["providers", "nonsense"]],
)
def test_bad_use_says_where_help_is(cli: Cli, args: list[str]) -> None:
    said = cli(*args, code=2)
    assert said.out == ""
    assert "--help` says how." in said.err


def test_no_command_shows_the_commands(cli: Cli) -> None:
    assert "delegate" in cli(code=2).err
    assert not cli.folder.exists()


def test_help_names_every_command(cli: Cli) -> None:
    said = cli("--help").out
    names = catalogue.NAMES
    assert {"add", "list", "delegate", "review", "reflect", "import", "undo"} <= set(names)
    assert [line.split()[0] for line in said.partition("Commands:\n")[2].splitlines()] == list(names)
    for name in names:
        assert cli(name, "-h").out.startswith("Usage: orchestrator " + name)
    assert not cli.folder.exists()
