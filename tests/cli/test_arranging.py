"""Planning from the command line: repetition, parts, needs, tags, checklists, time, the trash, undo and redo."""

from __future__ import annotations

from pathlib import Path

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
