"""Planning from the command line: repetition, parts, needs, tags, checklists, time, the trash, undo and redo."""

from __future__ import annotations

import os
import sys
from contextlib import closing
from datetime import datetime
from pathlib import Path

import pytest
import time_machine

from orchestrator_desktop.operations import tasks
from orchestrator_desktop.operations.settings import set_setting
from orchestrator_desktop.store import days
from tests.cli.conftest import Cli


def test_a_dry_run_prints_what_the_line_would_make_and_writes_nothing(cli: Cli) -> None:
    before = cli.json("list")
    said = cli.json("add", "Payer le loyer le 1er de chaque mois #maison !3 ~45min p1 @nora // virement", "--dry-run")
    assert (said["title"], said["level"], said["domain"], said["notes"]) == ("Payer le loyer", 3, "Maison", "virement")
    assert said["recurrence"]["rrule"] == "FREQ=MONTHLY;BYMONTHDAY=1"
    assert (said["estimate_minutes"], said["priority"], said["delegate"]) == (45, 1, "Nora")
    assert cli.json("list") == before


def test_a_dry_run_makes_no_file(cli: Cli, tmp_path: Path) -> None:
    folder = tmp_path / "nothing"
    said = cli("--data-dir", str(folder), "add", "Call Nora", "--dry-run", "--json")
    assert said.json["title"] == "Call Nora"
    assert not (folder / "orchestrator.sqlite").exists()


def test_a_task_repeats(cli: Cli) -> None:
    task = cli.add("Report")
    assert cli.json("edit", task, "--repeat", "every other friday")["recurrence"]["rrule"].startswith("FREQ=WEEKLY")
    assert cli.json("edit", task, "--repeat", "rrule:freq=daily")["recurrence"]["rrule"] == "FREQ=DAILY"
    assert "does not say how a task repeats" in cli("edit", task, "--repeat", "sometimes", code=2).err
    cli.json("done", task)
    titles = [row["title"] for row in cli.json("list")]
    assert titles.count("Report") == 1
    assert cli.json("edit", task, "--repeat", "none")["recurrence"] is None


def test_parts_needs_and_tags(cli: Cli) -> None:
    whole, one, two = cli.add("Launch"), cli.add("Site"), cli.add("Texts")
    assert [row["part_of"] for row in cli.json("part", one, two, "--of", whole)] == [int(whole), int(whole)]
    assert cli.json("needs", one, two)["blocked"] is True
    assert "wait for each other" in cli("needs", two, one, code=1).err
    assert cli.json("needs", one, two, "--remove")["blocked"] is False
    cli.json("tag", one, two, "--add", "urgent")
    assert cli.json("part", one, "--none")[0]["part_of"] is None
    assert "Say --of ID" in cli("part", one, code=2).err


def test_a_checklist(cli: Cli) -> None:
    task = cli.add("Launch")
    cli.json("checklist", task, "--add", "one", "--add", "two")
    assert cli.json("checklist", task, "--tick", "2") == [
        {"text": "one", "done": False},
        {"text": "two", "done": True},
    ]
    assert "no line 3" in cli("checklist", task, "--tick", "3", code=2).err
    assert len(cli.json("checklist", task, "--remove", "1")) == 1


def test_time_and_trash(cli: Cli) -> None:
    task = cli.add("Launch")
    assert cli.json("start", task)["timer_since"] is not None
    assert cli.json("pause")["timer_since"] is None
    assert "No timer runs" in cli("pause", code=1).err
    cli.json("drop", task)
    assert cli.json("trash") == {"kept": 1, "removed": 0}
    assert cli.json("trash", "--empty")["removed"] == 1
    assert cli.json("trash")["kept"] == 0


def test_undo_and_redo(cli: Cli) -> None:
    task = cli.add("Launch")
    cli.json("done", task)
    assert cli.json("undo")["undone"] == "Complete"
    assert cli.json("redo")["redone"] == "Complete"
    assert cli.json("show", task)["stage"] == "done"
    assert "nothing to redo" in cli("redo", code=1).err


def test_a_file_is_attached(cli: Cli, tmp_path: Path) -> None:
    (tmp_path / "plan.pdf").write_bytes(b"%PDF")
    cli.json("attach", cli.add("Launch"), str(tmp_path / "plan.pdf"))
    assert "cannot be kept" in cli("attach", cli.add("Else"), str(tmp_path / "gone.pdf"), code=1).err


def test_a_checklist_is_changed_whole_or_not_at_all(cli: Cli) -> None:
    task = cli.add("Launch")
    lines = [word for number in range(250) for word in ("--add", f"line {number}")]
    assert len(cli.json("checklist", task, *lines)) == 250
    assert cli.json("checklist", task, "--tick", "250", "--tick", "1", "--remove", "2", "--remove", "2")[-1]["done"]
    for wrong in (("--tick", "3", "--tick", "999"), ("--remove", "1", "--untick", "0"), ("--tick", "4", "--add", " ")):
        before = cli.json("checklist", task)
        assert "Nothing was" in cli("checklist", task, *wrong, code=2).err
        assert cli.json("checklist", task) == before
    assert cli.json("undo")["undone"] == "Edit the checklist"
    assert len(cli.json("checklist", task)) == 250


def test_needs_that_are_refused_change_nothing(cli: Cli) -> None:
    one, two, three = cli.add("one"), cli.add("two"), cli.add("three")
    cli.json("needs", three, one)
    assert "Nothing was changed" in cli("needs", one, two, three, code=1).err
    assert cli.json("show", one)["blocked"] is False
    assert "no task 99" in cli("needs", one, two, "99", code=2).err
    assert cli.json("show", one)["blocked"] is False


@pytest.mark.skipif(sys.platform != "linux", reason="names of files are text there")
def test_a_file_whose_name_is_no_text_is_attached(cli: Cli, tmp_path: Path) -> None:
    file = Path(os.fsdecode(os.fsencode(tmp_path) + b"/caf\xe9.txt"))
    file.write_bytes(b"x")
    cli.json("attach", cli.add("Launch"), str(file))
    assert "cannot be kept" in cli("attach", cli.add("Else"), str(file) + "x", code=1).err


def test_the_end_of_a_month_is_what_was_chosen_for_it(cli: Cli) -> None:
    with closing(cli.store()) as store:
        set_setting(store, key=tasks.MONTH_END, value="skip")
    task = cli.add("Rent")
    for rule in ("le 31 de chaque mois", "FREQ=MONTHLY;BYMONTHDAY=31"):
        assert cli.json("edit", task, "--repeat", rule)["recurrence"]["month_end"] == "skip"


def test_at_night_today_is_the_day_that_has_not_ended(cli: Cli) -> None:
    with closing(cli.store()) as store:
        set_setting(store, key=days.ROLLOVER, value=4)
    with time_machine.travel(datetime(2027, 1, 2, 1).astimezone().timestamp(), tick=False):
        assert cli.json("add", "Call today")["due"] == "2027-01-01"
        task = cli.add("Write")
        assert cli.json("edit", task, "--due", "tomorrow")["due"] == "2027-01-02"
        assert cli.json("edit", task, "--due", "today")["due"] == "2027-01-01"
        assert {row["title"] for row in cli.json("list", "--view", "today")} == {"Call", "Write"}
        assert {row["title"] for row in cli.json("list", "--search", "due:today")} == {"Call", "Write"}
