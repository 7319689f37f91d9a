"""Commands for what belongs to a task: parts, checklist, needs, tags, files, time; and the trash."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Final

import click

from orchestrator_desktop.cli import screen
from orchestrator_desktop.cli.params import json_option, number, path, text
from orchestrator_desktop.cli.session import Session, pass_session, today
from orchestrator_desktop.cli.telling import tell_task, tell_tasks
from orchestrator_desktop.domain.ids import CheckItemId, TaskId
from orchestrator_desktop.operations import attaching, checklists, family, repeating, stages, tagging, tasks, timing
from orchestrator_desktop.store import details
from orchestrator_desktop.store import tasks as reading
from orchestrator_desktop.store.places import Place, View
from orchestrator_desktop.store.store import Store

_one: Final = click.argument("task_id", metavar="ID", type=number)
_several: Final = click.argument("task_ids", metavar="ID...", type=number, nargs=-1, required=True)


@click.command()
@_several
@click.option("--of", "whole", metavar="ID", type=number, help="What they become parts of.")
@click.option("--none", "alone", is_flag=True, help="Whole tasks again.")
@json_option
@pass_session
def part(session: Session, task_ids: Sequence[TaskId], whole: TaskId | None, alone: bool, as_json: bool) -> None:
    """Make tasks parts of another one."""
    if alone == (whole is not None):
        raise click.UsageError("Say --of ID, or --none. Nothing was changed.", click.get_current_context())
    with session.store() as store:
        family.make_part(store, task_ids=task_ids, of=whole)
        tell_tasks("Changed", [tasks.require(store, task_id) for task_id in task_ids], as_json=as_json)


@click.command()
@_one
@click.argument("others", metavar="NEEDED...", type=number, nargs=-1, required=True)
@click.option("--remove", is_flag=True, help="They are not needed any more.")
@json_option
@pass_session
def needs(session: Session, task_id: TaskId, others: Sequence[TaskId], remove: bool, as_json: bool) -> None:
    """Say that a task cannot be done before others."""
    act = family.need_none if remove else family.need_each
    with session.store() as store:
        act(store, task_id=task_id, needs=others)
        tell_task("Changed", tasks.require(store, task_id), as_json=as_json)


@click.command()
@_several
@click.option("--add", "added", metavar="NAME", type=text, multiple=True)
@click.option("--remove", "removed", metavar="NAME", type=text, multiple=True)
@json_option
@pass_session
def tag(
    session: Session, task_ids: Sequence[TaskId], added: Sequence[str], removed: Sequence[str], as_json: bool
) -> None:
    """Put tags on tasks, or take them off."""
    if not added and not removed:
        raise click.UsageError("Say --add NAME or --remove NAME. Nothing was changed.", click.get_current_context())
    with session.store() as store:
        tagging.tag(store, task_ids=task_ids, add=added, remove=removed)
        tell_tasks("Changed", [tasks.require(store, task_id) for task_id in task_ids], as_json=as_json)


@click.command()
@_one
@click.option("--add", "added", metavar="TEXT", type=text, multiple=True, help="A new line at the end.")
@click.option("--tick", "ticked", metavar="N", type=int, multiple=True, help="Line N is done.")
@click.option("--untick", "unticked", metavar="N", type=int, multiple=True, help="Line N is not done.")
@click.option("--remove", "removed", metavar="N", type=int, multiple=True, help="Take line N out.")
@json_option
@pass_session
def checklist(
    session: Session,
    task_id: TaskId,
    added: Sequence[str],
    ticked: Sequence[int],
    unticked: Sequence[int],
    removed: Sequence[int],
    as_json: bool,
) -> None:
    """Show a task's checklist, or change it."""
    with session.store() as store:
        tasks.require(store, task_id)
        ids = [item.id for item in details.checklist(store, task_id, limit=None)]
        if added or ticked or unticked or removed:
            checklists.change(
                store,
                task_id=task_id,
                done={_line(ids, line): line in ticked for line in (*ticked, *unticked)},
                remove=[_line(ids, line) for line in removed],
                add=added,
            )
        _tell_checklist(store, task_id, as_json)


@click.command()
@_one
@click.argument("files", metavar="FILE...", type=path, nargs=-1, required=True)
@json_option
@pass_session
def attach(session: Session, task_id: TaskId, files: Sequence[Path], as_json: bool) -> None:
    """Copy files into the data folder, and attach them to a task."""
    with session.store() as store:
        attaching.attach(store, task_id=task_id, paths=files)
        tell_task("Attached to", tasks.require(store, task_id), as_json=as_json)


@click.command()
@_one
@json_option
@pass_session
def start(session: Session, task_id: TaskId, as_json: bool) -> None:
    """Start a task's timer; one that runs elsewhere is stopped."""
    with session.store() as store:
        timing.start_timer(store, task_id=task_id)
        tell_task("Started", tasks.require(store, task_id), as_json=as_json)


@click.command()
@json_option
@pass_session
def pause(session: Session, as_json: bool) -> None:
    """Stop the timer that runs, and keep what it counted."""
    from orchestrator_desktop.store.tasks import timed

    with session.store() as store:
        running = timed(store)
        timing.stop_timer(store)
        assert running is not None  # `stop_timer` refuses where none runs
        tell_task("Stopped", tasks.require(store, running.id), as_json=as_json)


@click.command()
@_one
@json_option
@pass_session
def skip(session: Session, task_id: TaskId, as_json: bool) -> None:
    """Leave this instance of a repeating task out: it moves to its next date."""
    with session.store() as store:
        repeating.skip(store, task_id=task_id)
        tell_task("Moved", tasks.require(store, task_id), as_json=as_json)


@click.command()
@click.option("--empty", is_flag=True, help="Remove what it holds for good.")
@json_option
@pass_session
def trash(session: Session, empty: bool, as_json: bool) -> None:
    """Say how many dropped tasks are kept, or remove them for good. `list --view trash` shows them."""
    with session.store() as store:
        kept = reading.count(store, Place(View.TRASH), today=today())
        if empty:
            stages.clear_trash(store)
    if as_json:
        screen.say_json({"kept": 0 if empty else kept, "removed": kept if empty else 0})
    elif empty:
        screen.say(f"{kept} removed for good.")
    else:
        screen.say(f"{kept} kept, each for {stages.KEPT_DAYS} days.")


COMMANDS: Final = (part, needs, tag, checklist, attach, start, pause, skip, trash)


def _line(ids: Sequence[CheckItemId], line: int) -> CheckItemId:
    if not 1 <= line <= len(ids):
        raise click.UsageError(
            f"There is no line {line}: the checklist has {len(ids)}. Nothing was changed.", click.get_current_context()
        )
    return ids[line - 1]


def _tell_checklist(store: Store, task_id: TaskId, as_json: bool) -> None:
    items = details.checklist(store, task_id, limit=None)
    if as_json:
        screen.say_json([{"text": item.text, "done": item.done} for item in items])
        return
    if not items:
        screen.say("No checklist.")
    for place, item in enumerate(items, 1):
        screen.say(f"{place:>3} [{'x' if item.done else ' '}] {item.text}")
