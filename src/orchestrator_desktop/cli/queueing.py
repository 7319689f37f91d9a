"""The command queue: what is under way and what is to come, and what can be done with it."""

from __future__ import annotations

from typing import Final

import click

from orchestrator_desktop.cli import delegation_shapes, lineups, screen
from orchestrator_desktop.cli.outcome import ending
from orchestrator_desktop.cli.params import Amount, json_option, number
from orchestrator_desktop.cli.session import Session, pass_session
from orchestrator_desktop.cli.standing import Standing, out_with_specialist, standing
from orchestrator_desktop.domain.errors import UserError
from orchestrator_desktop.domain.ids import DelegationId, TaskId
from orchestrator_desktop.operations import queueing
from orchestrator_desktop.operations.claiming import PAUSED
from orchestrator_desktop.operations.tasks import require
from orchestrator_desktop.store import lineup
from orchestrator_desktop.store.days import setting
from orchestrator_desktop.store.store import Store

_EVERYTHING: Final = lineup.LIMIT
"""Places to move by, to come first."""

task_argument: Final = click.argument("task_id", metavar="ID", type=number)


@click.group(invoke_without_command=True, context_settings={"help_option_names": ["-h", "--help"]})
@json_option
@click.pass_context
def queue(ctx: click.Context, as_json: bool) -> None:
    """What is under way, and what is to come.

    Without a further word, list it.
    """
    if ctx.invoked_subcommand is None:
        ctx.invoke(list_queue, as_json=as_json)
    elif as_json:
        raise click.UsageError(f"Write --json behind: `orchestrator queue {ctx.invoked_subcommand} --json`.", ctx)


@queue.command("list")
@json_option
@pass_session
def list_queue(session: Session, as_json: bool) -> None:
    """List it: under way, queued, waiting, held."""
    with session.store(recover=True) as store:
        rows, paused = lineups.read(store), is_paused(store)
    if as_json:
        screen.say_json({"paused": paused, "queue": [lineups.shape(row) for row in rows]})
    else:
        lineups.say(rows, paused=paused)


@queue.command()
@json_option
@pass_session
def pause(session: Session, as_json: bool) -> None:
    """Send nothing more; what is under way goes on."""
    _pause(session, True, "Paused: nothing queued is sent. `orchestrator queue resume` goes on.", as_json)


@queue.command()
@json_option
@pass_session
def resume(session: Session, as_json: bool) -> None:
    """Send again what is queued."""
    _pause(session, False, "Resumed: an open window, or `orchestrator queue run`, sends what is queued.", as_json)


@queue.command()
@task_argument
@json_option
@pass_session
def hold(session: Session, task_id: TaskId, as_json: bool) -> None:
    """Keep a delegation from leaving until it is released."""
    with session.store(recover=True) as store:
        delegation, _ = out_with_specialist(store, task_id)
        queueing.hold(store, delegation_id=delegation.id)
        _tell(store, delegation.id, "Held", as_json)


@queue.command()
@task_argument
@json_option
@pass_session
def release(session: Session, task_id: TaskId, as_json: bool) -> None:
    """Let a delegation go at once.

    Whatever held it back: it was held, it waits for its provider or for a time, or it exceeds a limit.
    """
    with session.store(recover=True) as store:
        delegation, _ = out_with_specialist(store, task_id)
        queueing.release(store, delegation_id=delegation.id)
        _tell(store, delegation.id, "Released", as_json)


@queue.command()
@task_argument
@click.option("--by", "places", metavar="N", type=int, help="So many places back; a negative number brings it forward.")
@click.option("--first", is_flag=True, help="Before all others.")
@json_option
@pass_session
def move(session: Session, task_id: TaskId, places: int | None, first: bool, as_json: bool) -> None:
    """Move a delegation to another place in the queue."""
    if first == (places is not None):
        raise click.UsageError("Say where to: --by N, or --first. Nothing was changed.", click.get_current_context())
    with session.store(recover=True) as store:
        delegation, _ = out_with_specialist(store, task_id)
        queueing.move_in_queue(store, delegation_id=delegation.id, by=-_EVERYTHING if places is None else places)
        order = [place.delegation_id for place in lineup.to_come(store)]
        place = f"Now {order.index(delegation.id) + 1} of {len(order)}"
        _tell(store, delegation.id, place, as_json)


@queue.command()
@click.option("--for", "seconds", metavar="SECONDS", type=Amount(min=0), help="So long at most.")
@json_option
@pass_session
def run(session: Session, seconds: float | None, as_json: bool) -> None:
    """Run the queue here, and tell each end.

    It goes on until nothing is left that can leave now or within two minutes. Each delegation is told as it ends.
    Ctrl+C, or the end of --for, interrupts what is under way, with its text kept;
    the rest stays queued.
    """
    from orchestrator_desktop.cli.waiting import run_all

    with session.store(recover=True) as store:
        if is_paused(store):
            raise UserError("The queue is paused: nothing was sent. `orchestrator queue resume` goes on.")
    ran: list[Standing] = []

    def tell(delegation_id: DelegationId) -> None:
        with session.store() as store:
            ran.append(standing(store, delegation_id))
            if not as_json:
                _say_end(store, ran[-1])

    cut_short = run_all(session, seconds=seconds, tell=tell)
    told = {stands.delegation.id for stands in ran}
    for delegation_id in cut_short.under_way:
        if delegation_id not in told:  # its end may have been told before the engine was done with it
            tell(delegation_id)
    with session.store() as store:
        left = lineups.read(store)
    if as_json:
        ended = [delegation_shapes.standing(stands) for stands in ran]
        screen.say_json({"ran": ended, "left": [lineups.shape(row) for row in left]})
    elif left:
        screen.note(f"{len(left)} left in the queue: `orchestrator queue` shows why.")
    if cut_short.by_user:
        raise click.Abort
    if not all(stands.complete for stands in ran):
        raise click.exceptions.Exit(1)


COMMANDS: Final = (queue,)


def is_paused(store: Store) -> bool:
    return bool(setting(store, PAUSED, False))


def _pause(session: Session, paused: bool, said: str, as_json: bool) -> None:
    with session.store() as store:
        queueing.pause(store, paused=paused)
    if as_json:
        screen.say_json({"paused": paused})
    else:
        screen.say(said)


def _tell(store: Store, delegation_id: DelegationId, said: str, as_json: bool) -> None:
    stands = standing(store, delegation_id)
    if as_json:
        screen.say_json(delegation_shapes.standing(stands))
    else:
        task = require(store, stands.delegation.task_id)
        screen.say(f"{said}: {task.id} {task.title}")


def _say_end(store: Store, stands: Standing) -> None:
    task = require(store, stands.delegation.task_id)
    screen.say(f"{task.id}  {task.title}: {ending(stands)}")
    if stands.attempt is not None:
        screen.note_detail(stands.attempt.error_detail)
