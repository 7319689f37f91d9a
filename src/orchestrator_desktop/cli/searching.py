"""Searching from the command line: the language of the window's search field, and what of it was read as words."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from orchestrator_desktop.cli import screen, shapes
from orchestrator_desktop.cli.session import now, today
from orchestrator_desktop.store import days, filters, search
from orchestrator_desktop.store.places import Place
from orchestrator_desktop.store.search import Found
from orchestrator_desktop.store.store import Store
from orchestrator_desktop.system.dates import day_first, week_start

if TYPE_CHECKING:
    from orchestrator_desktop.domain.query import Query

_DAYS_NAMED = 5


def asked(store: Store, text: str | None, filter_name: str | None) -> str | None:
    """What is searched for: the text, a filter's search, or both. Raises click.UsageError for a filter of no name."""
    if filter_name is None:
        return text
    saved = filters.named(store, filter_name)
    if saved is None:
        names = ", ".join(one.name for one in filters.filters(store)) or "none yet"
        raise click.UsageError(f"There is no filter “{filter_name}”. Filters: {names}.")
    return f"{saved.query} {text}" if text else saved.query


def found(store: Store, text: str, place: Place | None, limit: int) -> list[Found]:
    """The tasks that are found; what the text's conditions could not mean, and days that hold its words, are noted."""
    begins = days.rollover(store)
    query = search.read(text, now=now(), day_first=day_first(), week_start=week_start(), begins=begins)
    _note(query)
    if place is None:
        _note_days(store, query)
    return search.found(store, query, today=today(), place=place, limit=limit)


def shape(one: Found) -> shapes.Shape:
    """A task, and where it holds what was searched for."""
    snippet = one.snippet
    return {
        **shapes.task(one.task),
        "where": None if one.where is None else one.where.value,
        "snippet": None if snippet is None else snippet.text,
        "matches": [] if snippet is None else [list(match) for match in snippet.ranges],
    }


def where(one: Found) -> str:
    """Which text holds it, where that is not the title."""
    return "" if one.where in (None, search.Where.TITLE) else str(one.where)


def _note(query: Query) -> None:
    for term in query.misread:
        screen.note(term.template.format(value=term.value))
    if query.cut:
        screen.note("The search is too long: only its beginning counts.")


def _note_days(store: Store, query: Query) -> None:
    held = search.days(store, query, limit=_DAYS_NAMED + 1)
    if held:
        named = ", ".join(one.day.isoformat() for one in held[:_DAYS_NAMED]) + (" …" if len(held) > _DAYS_NAMED else "")
        screen.note(f"Reflections that hold it too: {named}. `orchestrator reflect --date` shows them.")
