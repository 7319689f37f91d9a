"""The command list: a view, a domain, a search, or a saved filter."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

import click

from orchestrator_desktop.cli import screen, shapes, words
from orchestrator_desktop.cli.params import Count, json_option, text
from orchestrator_desktop.cli.session import Session, pass_session, rollover, today
from orchestrator_desktop.domain.ids import DomainId, TaskId
from orchestrator_desktop.domain.task import Stage, Task
from orchestrator_desktop.store import delegates, tasks
from orchestrator_desktop.store.store import Store
from orchestrator_desktop.store.tasks import Place, View

LIMIT: Final = 200
_MOST: Final = 1_000_000


@dataclass(frozen=True, slots=True)
class _Listed:
    """The tasks to list, as JSON tells them; of a search, where each was found."""

    tasks: Sequence[Task]
    shapes: Sequence[shapes.Shape]
    where: Mapping[TaskId, str] = field(default_factory=dict)
    searched: bool = False


@click.command("list")
@click.option(
    "--view", type=click.Choice([view.value for view in View]), help="Which list; the inbox unless searching."
)
@click.option("--domain", type=text, help="Open tasks of one domain.")
@click.option(
    "--search",
    metavar="QUERY",
    type=text,
    help="What the search finds: words, #domain, !level, @who, is:open, due:<friday; everywhere unless --view or "
    "--domain is given.",
)
@click.option("--filter", "filter_name", metavar="NAME", type=text, help="What a saved filter finds.")
@click.option("--limit", metavar="N", type=Count(min=1), default=LIMIT, show_default=True, help="So many at most.")
@json_option
@pass_session
def list_tasks(
    session: Session,
    view: str | None,
    domain: str | None,
    search: str | None,
    filter_name: str | None,
    limit: int,
    as_json: bool,
) -> None:
    """List tasks."""
    if view and domain:
        raise click.UsageError("Choose --view or --domain: a domain lists its open tasks.", click.get_current_context())
    with session.store(recover=view == View.DELEGATED) as store:
        place = _place(store, view, domain)
        listed = _listed(store, place, search, filter_name, min(limit, _MOST) + 1)
        states = _running(store) if view == View.DELEGATED and not as_json else {}
    if as_json:
        screen.say_json(listed.shapes[:limit])
    else:
        nothing = _NOTHING[View(view)] if view and not listed.searched else "No task."
        _tabulate(listed.tasks[:limit], listed.where, states, nothing=nothing)
    if len(listed.tasks) > limit:
        screen.note(f"There are more than these {limit}; --limit shows them.")


COMMANDS: Final = (list_tasks,)

_NOTHING: Final = {
    View.INBOX: "Nothing to sort.",
    View.TODAY: "Nothing is due today.",
    View.DELEGATED: "Nothing is out.",
    View.REVIEW: "Nothing to judge.",
    View.WAITING: "Nobody owes you anything.",
    View.UPCOMING: "Nothing is to come.",
    View.DONE: "What you accept is kept here.",
    View.TRASH: "The trash is empty.",
}


def _place(store: Store, view: str | None, domain: str | None) -> Place | None:
    if domain is not None:
        return Place(domain_id=_domain_id(store, domain))
    return Place(View(view)) if view else None


def _domain_id(store: Store, name: str) -> DomainId:
    wanted = name.strip().removeprefix("#").casefold()
    known = delegates.domains(store)
    for domain in known:
        if domain.name.casefold() == wanted:
            return domain.id
    names = ", ".join(domain.name for domain in known) or "none yet"
    raise click.UsageError(f"There is no domain “{name}”. Domains: {names}.")


def _listed(store: Store, place: Place | None, search: str | None, filter_name: str | None, limit: int) -> _Listed:
    if search is None and filter_name is None:
        page = tasks.page(store, place or Place(View.INBOX), today=today(), limit=limit)
        return _Listed(page, [shapes.task(task) for task in page])
    from orchestrator_desktop.cli import searching

    found = searching.found(store, searching.asked(store, search, filter_name) or "", place, limit)
    where = {one.task.id: searching.where(one) for one in found}
    return _Listed([one.task for one in found], [searching.shape(one) for one in found], where, searched=True)


def _running(store: Store) -> dict[TaskId, str]:
    """How what is out with a specialist is getting on."""
    from orchestrator_desktop.cli.troubles import running
    from orchestrator_desktop.store.board import board

    return {row.task_id: running(row.state, row.reason) for row in board(store, today=today())}


def _tabulate(
    found: Sequence[Task], where: Mapping[TaskId, str], states: Mapping[TaskId, str], *, nothing: str
) -> None:
    if not found:
        screen.say(nothing)
        return
    day, begins = today(), rollover()
    here = {Stage.INBOX, Stage.PLANNED}
    longest = max(len(str(task.id)) for task in found)
    rows = [
        (
            str(task.id).rjust(longest),
            words.LEVELS[task.level],
            task.title,
            words.when(task, day, begins),
            task.domain or "",
            task.delegate or "",
            words.due(task.waiting.follow_up, day, begins) if task.waiting else "",
            "" if task.stage in here and not task.returned else states.get(task.id, words.stage(task, day)),
            where.get(task.id, ""),
        )
        for task in found
    ]
    heads = ("ID".rjust(longest), "Level", "Task", "Due", "Domain", "Who", "Follow-up", "State", "Found in")
    screen.table(heads, rows, stretch=2)
