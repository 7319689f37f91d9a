"""What a command says of the tasks it has changed."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from orchestrator_desktop.cli import screen, shapes, words
from orchestrator_desktop.cli.session import rollover, today

if TYPE_CHECKING:
    from orchestrator_desktop.domain.task import Task


def tell_task(said: str, task: Task, *, as_json: bool) -> None:
    if as_json:
        screen.say_json(shapes.task(task))
        return
    screen.say(f"{said} {task.id}: {task.title}")
    screen.say(f"  {words.facts(task, today(), rollover())}", dim=True)


def tell_tasks(said: str, tasks: Sequence[Task], *, as_json: bool) -> None:
    """One document for all of them, or some lines for each."""
    if as_json:
        screen.say_json([shapes.task(task) for task in tasks])
        return
    for task in tasks:
        tell_task(said, task, as_json=False)
