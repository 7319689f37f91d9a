"""The command filters: searches that are kept under a name."""

from __future__ import annotations

from typing import Final

import click

from orchestrator_desktop.cli import screen
from orchestrator_desktop.cli.params import json_option, text
from orchestrator_desktop.cli.session import Session, pass_session
from orchestrator_desktop.cli.shapes import Shape
from orchestrator_desktop.domain.changes import Kind
from orchestrator_desktop.domain.ids import FilterId
from orchestrator_desktop.operations.filters import change_filter, remove_filter, save_filter
from orchestrator_desktop.store import filters as reading
from orchestrator_desktop.store.filters import SavedFilter
from orchestrator_desktop.store.store import Store


@click.group(invoke_without_command=True, context_settings={"help_option_names": ["-h", "--help"]})
@json_option
@click.pass_context
def filters(ctx: click.Context, as_json: bool) -> None:
    """Searches that are kept under a name: `orchestrator list --filter NAME` shows what one finds.

    Without a further word, list them.
    """
    if ctx.invoked_subcommand is None:
        ctx.invoke(list_filters, as_json=as_json)
    elif as_json:
        raise click.UsageError(f"Write --json behind: `orchestrator filters {ctx.invoked_subcommand} … --json`.", ctx)


@filters.command("list")
@json_option
@pass_session
def list_filters(session: Session, as_json: bool) -> None:
    """List them, in the order of the window."""
    with session.store() as store:
        known = reading.filters(store)
    if as_json:
        screen.say_json([_shape(one) for one in known])
    elif known:
        screen.table(("Filter", "Search"), [(one.name, one.query) for one in known], stretch=1)
    else:
        screen.say("No filter.")


@filters.command()
@click.argument("name", type=text)
@click.argument("query", type=text)
@json_option
@pass_session
def save(session: Session, name: str, query: str, as_json: bool) -> None:
    """Keep the search QUERY under NAME; a filter of that name gets it."""
    with session.store() as store:
        known = reading.named(store, name)
        if known is None:
            filter_id = FilterId(save_filter(store, name=name, query=query).first(Kind.SAVED_FILTER))
        else:
            filter_id = known.id
            change_filter(store, filter_id=filter_id, query=query)
        saved = reading.one(store, filter_id)
    assert saved is not None
    _tell("Saved" if known is None else "Changed", saved, as_json)


@filters.command()
@click.argument("name", type=text)
@json_option
@pass_session
def remove(session: Session, name: str, as_json: bool) -> None:
    """Remove a filter. The tasks that it shows stay."""
    with session.store() as store:
        known = _find(store, name)
        remove_filter(store, filter_id=known.id)
    _tell("Removed", known, as_json)


COMMANDS: Final = (filters,)


def _find(store: Store, name: str) -> SavedFilter:
    known = reading.named(store, name)
    if known is None:
        names = ", ".join(one.name for one in reading.filters(store)) or "none yet"
        raise click.UsageError(f"There is no filter “{name}”. Nothing was changed. Filters: {names}.")
    return known


def _tell(done: str, saved: SavedFilter, as_json: bool) -> None:
    if as_json:
        screen.say_json(_shape(saved))
    else:
        screen.say(f"{done} “{saved.name}”: {saved.query}")


def _shape(saved: SavedFilter) -> Shape:
    return {"id": saved.id, "name": saved.name, "query": saved.query}
