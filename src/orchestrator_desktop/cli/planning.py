"""Commands that capture and plan: add, edit, done, drop, reopen, undo."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from functools import partial
from typing import Final, cast

import click

from orchestrator_desktop.cli import screen, shapes
from orchestrator_desktop.cli.files import STDIN, read_text
from orchestrator_desktop.cli.params import NONE, json_option, number, read_due, read_estimate, read_repeat, text
from orchestrator_desktop.cli.session import Session, now, pass_session, today
from orchestrator_desktop.cli.telling import tell_task, tell_tasks
from orchestrator_desktop.domain import capture
from orchestrator_desktop.domain.changes import Kind
from orchestrator_desktop.domain.ids import TaskId
from orchestrator_desktop.domain.task import Level
from orchestrator_desktop.operations import tasks
from orchestrator_desktop.store.store import Store

several: Final = click.argument("task_ids", metavar="ID...", type=number, nargs=-1, required=True)


@click.command()
@click.argument("line", nargs=-1, required=True, type=text)
@click.option("--part-of", "whole", metavar="ID", type=number, help="It is a part of that task.")
@click.option("--each-line", is_flag=True, help="A task for each line of standard input.")
@click.option("--dry-run", is_flag=True, help="Print what the line would make; write nothing.")
@json_option
@pass_session
def add(
    session: Session, line: Sequence[str], whole: TaskId | None, each_line: bool, dry_run: bool, as_json: bool
) -> None:
    """Capture a task.

    Dates and repetitions are read in English and French; #domain, !1 to !3 for the level and @name for who does it. A
    single - reads the line from standard input.

    \b
    orchestrator add "Draft launch email tomorrow 9am #marketing !2 @nora"
    """
    typed = read_text(STDIN) if tuple(line) == (STDIN,) else " ".join(line)
    if dry_run:
        _tell_captured(session, typed, as_json=as_json)
        return
    given = tasks.Given(parent_id=whole)
    with session.store() as store:
        if each_line:
            lines = capture.split_lines(typed)
            if not lines:
                raise click.UsageError(
                    "There is no line to make a task of. Nothing was added.", click.get_current_context()
                )
            changes = tasks.add_lines(store, lines=lines, given=given)
            made = sorted(changes.of(Kind.TASK), reverse=True)
            tell_tasks("Added", [tasks.require(store, TaskId(task_id)) for task_id in made], as_json=as_json)
        else:
            changes = tasks.add(store, line=typed, given=given)
            tell_task("Added", tasks.require(store, TaskId(changes.first(Kind.TASK))), as_json=as_json)


@click.command()
@click.argument("task_id", metavar="ID", type=number)
@click.option("--title", type=text)
@click.option("--notes", type=text)
@click.option("--level", type=click.Choice(["1", "2", "3"]), help="1 AI alone, 2 you and AI, 3 you only.")
@click.option("--domain", type=text, help="Name of a domain; none takes it out.")
@click.option("--due", type=text, help="A date as in capture (“tomorrow 9am”) or ISO 8601; none takes it away.")
@click.option("--defer", type=text, help="Not before this date; none takes it away.")
@click.option("--deadline", type=text, help="The end that cannot be moved; none takes it away.")
@click.option("--today", type=text, help="Choose it for Today: yes or no.")
@click.option("--repeat", type=text, help="As in capture (“every other friday”) or an RRULE; none ends it.")
@click.option("--priority", type=text, help="1, 2 or 3; none takes it away.")
@click.option("--estimate", type=text, help="As in capture: 45min, 1h30; none takes it away.")
@click.option("--who", type=text, help="A specialist or a person; none for nobody.")
@json_option
@pass_session
def edit(session: Session, /, task_id: TaskId, as_json: bool, **given: str | None) -> None:
    """Change a task."""
    with session.store() as store:
        edits = _edits(store, {name: value for name, value in given.items() if value is not None})
        tasks.edit(store, task_id=task_id, **edits)
        tell_task("Changed", tasks.require(store, task_id), as_json=as_json)


@click.command()
@several
@json_option
@pass_session
def done(session: Session, task_ids: Sequence[TaskId], as_json: bool) -> None:
    """Complete tasks done by hand."""
    from orchestrator_desktop.operations import stages

    with session.store() as store:
        stages.complete_all(store, task_ids=task_ids)
        tell_tasks("Done", [tasks.require(store, task_id) for task_id in task_ids], as_json=as_json)


@click.command()
@several
@json_option
@pass_session
def drop(session: Session, task_ids: Sequence[TaskId], as_json: bool) -> None:
    """Give tasks up, with their parts. The trash keeps them for 30 days."""
    from orchestrator_desktop.operations import stages

    with session.store() as store:
        stages.drop(store, task_ids=task_ids)
        tell_tasks("Dropped", [tasks.require(store, task_id) for task_id in task_ids], as_json=as_json)


@click.command()
@click.argument("task_id", metavar="ID", type=number)
@json_option
@pass_session
def reopen(session: Session, task_id: TaskId, as_json: bool) -> None:
    """Take a done or dropped task back into the inbox."""
    from orchestrator_desktop.operations import stages

    with session.store() as store:
        stages.reopen(store, task_id=task_id)
        tell_task("Reopened", tasks.require(store, task_id), as_json=as_json)


@click.command("undo")
@json_option
@pass_session
def undo_last(session: Session, as_json: bool) -> None:
    """Undo the last act, whether it was done here or in the window."""
    from orchestrator_desktop.operations import undo

    with session.store() as store:
        changes = undo.undo(store)
    if as_json:
        screen.say_json(
            {"undone": changes.name, "changed": {kind.value: list(ids) for kind, ids in changes.ids.items()}}
        )
    else:
        screen.say(f"Undone: {changes.name}")


@click.command("redo")
@json_option
@pass_session
def redo_last(session: Session, as_json: bool) -> None:
    """Do again what was undone last, while nothing else was done since."""
    from orchestrator_desktop.operations import undo

    with session.store() as store:
        changes = undo.redo(store)
    if as_json:
        screen.say_json(
            {"redone": changes.name, "changed": {kind.value: list(ids) for kind, ids in changes.ids.items()}}
        )
    else:
        screen.say(f"Redone: {changes.name}")


COMMANDS: Final = (add, edit, done, drop, reopen, undo_last, redo_last)


def _edits(store: Store, given: dict[str, str]) -> tasks.Edits:
    if not given:
        raise click.UsageError("Nothing to change: say what, for example --title.", click.get_current_context())
    readers: dict[str, Callable[[str], object]] = {
        **_READERS,
        "repeat": partial(read_repeat, month_end=tasks.month_end(store)),
    }
    return cast(tasks.Edits, {_FIELDS.get(name, name): readers[name](value) for name, value in given.items()})


def _name(text: str) -> str | None:
    name = text.strip().removeprefix("#").removeprefix("@").strip()
    return None if name.lower() in (NONE, "") else name


def _chosen(text: str) -> date | None:
    answer = text.strip().lower()
    if answer not in ("yes", "no", NONE):
        raise click.UsageError("Say --today yes or --today no. Nothing was changed.", click.get_current_context())
    return today() if answer == "yes" else None


def _priority(text: str) -> int | None:
    wish = text.strip().lower().removeprefix("p")
    if wish in ("1", "2", "3"):
        return int(wish)
    if wish == NONE:
        return None
    raise click.UsageError("A priority is 1, 2, 3 or none. Nothing was changed.", click.get_current_context())


def _tell_captured(session: Session, typed: str, *, as_json: bool) -> None:
    """What a line would make. The file is read where there is one, never made."""
    with session.peek() as store:
        read = tasks.understand(store, line=typed) if store is not None else capture.parse(typed, now=now())
    if as_json:
        screen.say_json(shapes.captured(read))
        return
    screen.say(read.title)
    for name, value in shapes.captured(read).items():
        if name not in ("title", "spans") and value not in (None, ""):
            screen.say(f"  {name}: {value['rrule'] if isinstance(value, dict) else value}", dim=True)


_READERS: Final[Mapping[str, Callable[[str], object]]] = {
    "title": str,
    "notes": str,
    "level": lambda level: Level(int(level)),
    "domain": _name,
    "due": read_due,
    "defer": read_due,
    "who": _name,
    "deadline": read_due,
    "today": _chosen,
    "priority": _priority,
    "estimate": read_estimate,
}
_FIELDS: Final[Mapping[str, str]] = {"today": "chosen_on", "repeat": "recurrence", "estimate": "estimate_minutes"}
"""Options whose field has another name."""
