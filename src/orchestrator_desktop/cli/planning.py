"""Commands that capture and plan: add, edit, done, drop, reopen, undo."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Final, cast

import click

from orchestrator_desktop.cli import screen
from orchestrator_desktop.cli.files import STDIN, read_text
from orchestrator_desktop.cli.params import NONE, json_option, number, read_due, text
from orchestrator_desktop.cli.session import Session, pass_session
from orchestrator_desktop.cli.telling import tell_task, tell_tasks
from orchestrator_desktop.domain.changes import Kind
from orchestrator_desktop.domain.ids import TaskId
from orchestrator_desktop.domain.task import Level
from orchestrator_desktop.operations import stages, tasks, undo

several: Final = click.argument("task_ids", metavar="ID...", type=number, nargs=-1, required=True)


@click.command()
@click.argument("line", nargs=-1, required=True, type=text)
@json_option
@pass_session
def add(session: Session, line: Sequence[str], as_json: bool) -> None:
    """Capture a task.

    Dates are read in English and French; #domain, !1 to !3 for the level and @name for who does it. A single - reads
    the line from standard input.

    \b
    orchestrator add "Draft launch email tomorrow 9am #marketing !2 @nora"
    """
    typed = read_text(STDIN) if tuple(line) == (STDIN,) else " ".join(line)
    with session.store() as store:
        changes = tasks.add(store, line=typed)
        tell_task("Added", tasks.require(store, TaskId(changes.first(Kind.TASK))), as_json=as_json)


@click.command()
@click.argument("task_id", metavar="ID", type=number)
@click.option("--title", type=text)
@click.option("--notes", type=text)
@click.option("--level", type=click.Choice(["1", "2", "3"]), help="1 AI alone, 2 you and AI, 3 you only.")
@click.option("--domain", type=text, help="Name of a domain; none takes it out.")
@click.option("--due", type=text, help="A date as in capture (“tomorrow 9am”) or ISO 8601; none takes it away.")
@click.option("--defer", type=text, help="Not before this date; none takes it away.")
@click.option("--who", type=text, help="A specialist or a person; none for nobody.")
@json_option
@pass_session
def edit(session: Session, /, task_id: TaskId, as_json: bool, **given: str | None) -> None:
    """Change a task."""
    edits = _edits({name: value for name, value in given.items() if value is not None})
    with session.store() as store:
        tasks.edit(store, task_id=task_id, **edits)
        tell_task("Changed", tasks.require(store, task_id), as_json=as_json)


@click.command()
@several
@json_option
@pass_session
def done(session: Session, task_ids: Sequence[TaskId], as_json: bool) -> None:
    """Complete tasks done by hand."""
    with session.store() as store:
        stages.complete_all(store, task_ids=task_ids)
        tell_tasks("Done", [tasks.require(store, task_id) for task_id in task_ids], as_json=as_json)


@click.command()
@several
@json_option
@pass_session
def drop(session: Session, task_ids: Sequence[TaskId], as_json: bool) -> None:
    """Give tasks up. They stay in Done, marked."""
    with session.store() as store:
        stages.drop(store, task_ids=task_ids)
        tell_tasks("Dropped", [tasks.require(store, task_id) for task_id in task_ids], as_json=as_json)


@click.command()
@click.argument("task_id", metavar="ID", type=number)
@json_option
@pass_session
def reopen(session: Session, task_id: TaskId, as_json: bool) -> None:
    """Take a done or dropped task back into the inbox."""
    with session.store() as store:
        stages.reopen(store, task_id=task_id)
        tell_task("Reopened", tasks.require(store, task_id), as_json=as_json)


@click.command("undo")
@json_option
@pass_session
def undo_last(session: Session, as_json: bool) -> None:
    """Undo the last act, whether it was done here or in the window."""
    with session.store() as store:
        changes = undo.undo(store)
    if as_json:
        screen.say_json(
            {"undone": changes.name, "changed": {kind.value: list(ids) for kind, ids in changes.ids.items()}}
        )
    else:
        screen.say(f"Undone: {changes.name}")


COMMANDS: Final = (add, edit, done, drop, reopen, undo_last)


def _edits(given: dict[str, str]) -> tasks.Edits:
    if not given:
        raise click.UsageError("Nothing to change: say what, for example --title.", click.get_current_context())
    return cast(tasks.Edits, {name: _READERS[name](value) for name, value in given.items()})


def _name(text: str) -> str | None:
    name = text.strip().removeprefix("#").removeprefix("@").strip()
    return None if name.lower() in (NONE, "") else name


_READERS: Final[Mapping[str, Callable[[str], object]]] = {
    "title": str,
    "notes": str,
    "level": lambda level: Level(int(level)),
    "domain": _name,
    "due": read_due,
    "defer": read_due,
    "who": _name,
}
