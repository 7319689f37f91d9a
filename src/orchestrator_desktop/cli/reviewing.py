"""The command review: judging the result of a task."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

import click

from orchestrator_desktop.cli.choosing import Delegate, find_delegate
from orchestrator_desktop.cli.files import read_text
from orchestrator_desktop.cli.outcome import report
from orchestrator_desktop.cli.params import json_option, number, text
from orchestrator_desktop.cli.session import Session, pass_session
from orchestrator_desktop.cli.telling import tell_task
from orchestrator_desktop.domain.delegation import Decision
from orchestrator_desktop.domain.ids import TaskId
from orchestrator_desktop.operations import reviews
from orchestrator_desktop.operations.tasks import require
from orchestrator_desktop.store import delegations as reading
from orchestrator_desktop.store.store import Store

MYSELF: Final = "me"

_SAID: Final = {
    Decision.ACCEPT: "Accepted",
    Decision.EDIT: "Edited",
    Decision.REVISE: "Revision asked",
    Decision.ESCALATE: "Escalated",
    Decision.REJECT: "Rejected",
}


@click.command()
@click.argument("task_id", metavar="ID", type=number)
@click.argument("choice", metavar="DECISION", type=click.Choice([decision.value for decision in Decision]))
@click.option("--text", "source", metavar="FILE|-", help="edit: your wording, from a file or standard input.")
@click.option("--comment", type=text, help="revise: what should change. escalate, reject: why.")
@click.option("--to", "who", metavar="WHO|me", type=text, help="escalate: a specialist, a person, or yourself.")
@click.option("--wait/--queue", help="revise, escalate: run it here and show the answer, or leave it to the window.")
@json_option
@pass_session
def review(
    session: Session,
    task_id: TaskId,
    choice: str,
    source: str | None,
    comment: str | None,
    who: str | None,
    wait: bool,
    as_json: bool,
) -> None:
    """Judge the newest result of a task.

    \b
    DECISION is one of
      accept    it is good: the task is done
      edit      your wording becomes the next version
      revise    back to the same delegate, with your comment
      escalate  to another specialist, a person, or yourself (level 3)
      reject    it will not do: the task returns to the inbox
    """
    decision = Decision(choice)
    _check(decision, source=source, comment=comment, who=who, wait=wait)
    wording = read_text(source) if source is not None else ""
    with session.store(recover=True) as store:
        chosen = _chosen(store, who, wait) if who is not None else MYSELF
        _decide(store, task_id, decision, wording=wording, comment=comment or "", chosen=chosen)
        task, delegation = require(store, task_id), reading.open_delegation(store, task_id)
    if delegation is not None and (wait or not as_json):
        report(session, delegation.id, wait=wait, as_json=as_json)
    else:
        tell_task(_SAID[decision], task, as_json=as_json)


COMMANDS: Final = (review,)


def _check(decision: Decision, *, source: str | None, comment: str | None, who: str | None, wait: bool) -> None:
    """Refuse what is missing, and what would be ignored."""
    given = {"--text": source is not None, "--comment": bool(comment), "--to": who is not None, "--wait": wait}
    needed, optional = _TAKES[decision]
    context = click.get_current_context()
    if needed and not given[needed]:
        raise click.UsageError(f"`{decision}` needs {needed}. Nothing was changed.", context)
    for option in (name for name in given if given[name] and name not in (needed, *optional)):
        raise click.UsageError(f"`{decision}` takes no {option}. Nothing was changed.", context)


_TAKES: Final[Mapping[Decision, tuple[str, tuple[str, ...]]]] = {
    Decision.ACCEPT: ("", ()),
    Decision.EDIT: ("--text", ()),
    Decision.REVISE: ("--comment", ("--wait",)),
    Decision.ESCALATE: ("--to", ("--comment", "--wait")),
    Decision.REJECT: ("", ("--comment",)),
}
"""The option a decision cannot do without, and those it may have."""


def _chosen(store: Store, who: str, wait: bool) -> Delegate:
    chosen = MYSELF if who.strip().lower() == MYSELF else find_delegate(store, who)
    if wait and isinstance(chosen, str):
        raise click.UsageError("Only a specialist's answer can be waited for with --wait. Nothing was changed.")
    return chosen


def _decide(store: Store, task_id: TaskId, decision: Decision, *, wording: str, comment: str, chosen: Delegate) -> None:
    match decision:
        case Decision.ACCEPT:
            reviews.accept(store, task_id=task_id)
        case Decision.EDIT:
            reviews.edit(store, task_id=task_id, text=wording)
        case Decision.REVISE:
            reviews.revise(store, task_id=task_id, comment=comment)
        case Decision.ESCALATE:
            _escalate(store, task_id, chosen, comment)
        case Decision.REJECT:
            reviews.reject(store, task_id=task_id, reason=comment)


def _escalate(store: Store, task_id: TaskId, chosen: Delegate, comment: str) -> None:
    if chosen == MYSELF:
        reviews.keep_for_myself(store, task_id=task_id, comment=comment)
    elif isinstance(chosen, str):
        reviews.escalate_to_person(store, task_id=task_id, name=chosen, comment=comment)
    else:
        reviews.escalate_to_specialist(store, task_id=task_id, specialist_id=chosen.id, comment=comment)
