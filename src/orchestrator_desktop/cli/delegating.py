"""Commands that hand over: delegate, wait, stop, retry, continue, keep, take-back, receive."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any, Final

import click

from orchestrator_desktop.cli import delegation_shapes, letters, screen
from orchestrator_desktop.cli.choosing import cheaper, delegate_of, find_delegate
from orchestrator_desktop.cli.files import STDIN, read_text
from orchestrator_desktop.cli.outcome import report
from orchestrator_desktop.cli.params import json_option, number, read_due, text
from orchestrator_desktop.cli.people import report_handed_over
from orchestrator_desktop.cli.previewing import show_preview
from orchestrator_desktop.cli.session import Session, pass_session, today
from orchestrator_desktop.cli.standing import out, out_with_specialist, standing
from orchestrator_desktop.cli.telling import tell_task
from orchestrator_desktop.domain.brief import ContextItem, OutputFormat
from orchestrator_desktop.domain.errors import UserError
from orchestrator_desktop.domain.follow_up import day_of, default_follow_up
from orchestrator_desktop.domain.ids import TaskId
from orchestrator_desktop.domain.task import Task
from orchestrator_desktop.operations import delegations, queueing
from orchestrator_desktop.operations.briefs import BriefEdits
from orchestrator_desktop.operations.people import refuse_past
from orchestrator_desktop.operations.tasks import require
from orchestrator_desktop.store import delegations as reading
from orchestrator_desktop.store.store import Store

task_argument: Final = click.argument("task_id", metavar="ID", type=number)
wait_option: Final = click.option("--wait/--queue", help="Run it here and show the answer, or leave it to the window.")


@click.command()
@task_argument
@click.option("--to", "who", metavar="WHO", type=text, help="A specialist, a provider, or a person.")
@click.option("--objective", type=text, help="What is asked, instead of the task's title and notes.")
@click.option("--context", "files", metavar="FILE", multiple=True, help="A text the answer may use; may be repeated.")
@click.option("--constraint", "constraints", type=text, multiple=True, help="What to keep to; may be repeated.")
@click.option("--done-when", type=text, multiple=True, help="A criterion of a good result; may be repeated.")
@click.option("--output", type=click.Choice([form.value for form in OutputFormat]), help="How the answer is written.")
@click.option("--follow-up", metavar="DAY", type=text, help="When a person's answer is looked for; in a week or less.")
@click.option("--letter", metavar=letters.METAVAR, type=letters.way, help="Print or write the letter to a person.")
@click.option("--hold", is_flag=True, help="Keep it until `orchestrator queue release`.")
@click.option("--send-anyway", is_flag=True, help="Send it even where it exceeds a limit of what may be spent.")
@click.option("--preview", is_flag=True, help="Print exactly what would leave, and send nothing.")
@wait_option
@json_option
@pass_session
def delegate(
    session: Session, /, task_id: TaskId, who: str | None, files: Sequence[str], as_json: bool, **said: Any
) -> None:
    """Hand a task to a specialist or a person.

    What is not named stays as the task's brief has it. --context, --constraint and --done-when replace what is there.
    """
    edits = _edits(tuple(ContextItem(Path(name).name, read_text(name), "file") for name in files), said)
    ways = _ways(said)
    with session.store(recover=True) as store:
        task = require(store, task_id)
        chosen = find_delegate(store, who) if who is not None else delegate_of(store, task)
        if isinstance(chosen, str):
            if ways:
                raise click.UsageError(f"{chosen} is a person: {ways[0]} is for specialists. Nothing was sent.")
            _hand_to_person(store, task, chosen, edits, said["follow_up"], said["letter"], as_json)
            return
        if said["follow_up"] is not None or said["letter"] is not None:
            raise click.UsageError("--follow-up and --letter are for people. Nothing was sent.")
        if who is None and not said["send_anyway"]:
            chosen = cheaper(store, task_id, chosen, edits)
        if not said["preview"]:
            made = {"held": said["hold"], "over_budget": said["send_anyway"]}
            delegations.delegate(store, task_id=task_id, specialist_id=chosen.id, edits=edits, **made)
            delegation = out(store, task_id)
    if said["preview"]:
        show_preview(session, task_id, chosen.id, edits, as_json=as_json)
    else:
        report(session, delegation.id, wait=said["wait"], as_json=as_json)


@click.command("wait")
@task_argument
@json_option
@pass_session
def wait_for_answer(session: Session, task_id: TaskId, as_json: bool) -> None:
    """Run what is queued for a task and show the answer.

    Where an open window runs it already, it is followed there.
    """
    with session.store(recover=True) as store:
        delegation, _ = out_with_specialist(store, task_id)
    report(session, delegation.id, wait=True, as_json=as_json)


@click.command()
@task_argument
@json_option
@pass_session
def stop(session: Session, task_id: TaskId, as_json: bool) -> None:
    """Stop a delegation that is queued or on its way. The text that has arrived is kept."""
    with session.store(recover=True) as store:
        delegation, attempt = out_with_specialist(store, task_id)
        if attempt.state.ended:
            raise UserError("“{title}” is not on its way. Nothing was changed.", title=require(store, task_id).title)
        delegations.stop(store, delegation_id=delegation.id)
        attempt = reading.latest_attempt(store, delegation.id) or attempt
        stands = standing(store, delegation.id)
    if as_json:
        screen.say_json(delegation_shapes.standing(stands))
    else:
        screen.say("Stopped." if attempt.state.ended else "Asked to stop; the text that has arrived is kept.")


@click.command()
@task_argument
@wait_option
@json_option
@pass_session
def retry(session: Session, task_id: TaskId, wait: bool, as_json: bool) -> None:
    """Try a delegation again that ended without a whole answer."""
    with session.store(recover=True) as store:
        delegation, _ = out_with_specialist(store, task_id)
        delegations.retry(store, delegation_id=delegation.id)
        queueing.ask_at_once(store, delegation_id=delegation.id)
    report(session, delegation.id, wait=wait, as_json=as_json)


@click.command("continue")
@task_argument
@wait_option
@json_option
@pass_session
def continue_answer(session: Session, task_id: TaskId, wait: bool, as_json: bool) -> None:
    """Go on with an answer that stopped before its end: what arrived is sent along, and what comes is put behind it."""
    with session.store(recover=True) as store:
        delegation, _ = out_with_specialist(store, task_id)
        queueing.continue_answer(store, delegation_id=delegation.id)
        queueing.ask_at_once(store, delegation_id=delegation.id)
    report(session, delegation.id, wait=wait, as_json=as_json)


@click.command()
@task_argument
@json_option
@pass_session
def keep(session: Session, task_id: TaskId, as_json: bool) -> None:
    """Put the text of an answer that did not end well into review."""
    with session.store(recover=True) as store:
        _, attempt = out_with_specialist(store, task_id)
        delegations.keep_text(store, attempt_id=attempt.id)
        tell_task("In review", require(store, task_id), as_json=as_json)


@click.command("take-back")
@task_argument
@json_option
@pass_session
def take_back(session: Session, task_id: TaskId, as_json: bool) -> None:
    """Take a delegated task back into the inbox."""
    with session.store(recover=True) as store:
        delegations.take_back(store, task_id=task_id)
        tell_task("Taken back", require(store, task_id), as_json=as_json)


@click.command()
@task_argument
@click.option("--text", "source", metavar="FILE|-", default=STDIN, help="Where it stands; standard input by default.")
@json_option
@pass_session
def receive(session: Session, task_id: TaskId, source: str, as_json: bool) -> None:
    """Hand in what a person has sent back: it goes to review."""
    content = read_text(source)
    with session.store(recover=True) as store:
        delegations.receive(store, task_id=task_id, text=content)
        tell_task("In review", require(store, task_id), as_json=as_json)


COMMANDS: Final = (delegate, wait_for_answer, stop, retry, continue_answer, keep, take_back, receive)


def _ways(said: dict[str, Any]) -> list[str]:
    """How it is to leave, as far as that was said. Raises click.UsageError for ways that exclude each other."""
    ways = [option for option in ("preview", "hold", "wait", "send_anyway") if said[option]]
    named = [f"--{way.replace('_', '-')}" for way in ways]
    if len(ways) > 1 and ways != ["wait", "send_anyway"]:
        raise click.UsageError(f"Choose {' or '.join(named)}. Nothing was sent.", click.get_current_context())
    return named


def _edits(context: tuple[ContextItem, ...], brief: dict[str, Any]) -> BriefEdits:
    """What was said about the brief; the rest stays as it is."""
    edits = BriefEdits()
    if brief["objective"] is not None:
        edits["objective"] = brief["objective"]
    if context:
        edits["context"] = context
    if brief["constraints"]:
        edits["constraints"] = tuple(brief["constraints"])
    if brief["done_when"]:
        edits["done_when"] = tuple(brief["done_when"])
    if brief["output"] is not None:
        edits["output"] = OutputFormat(brief["output"])
    return edits


def _hand_to_person(
    store: Store,
    task: Task,
    name: str,
    edits: BriefEdits,
    follow_up: str | None,
    way: letters.Way | None,
    as_json: bool,
) -> None:
    day = default_follow_up(task.due, today()) if follow_up is None else day_of(read_due(follow_up))
    refuse_past(day, today())
    delegations.delegate_to_person(store, task_id=task.id, name=name, edits=edits, follow_up=day)
    report_handed_over(store, task.id, way, as_json=as_json)
