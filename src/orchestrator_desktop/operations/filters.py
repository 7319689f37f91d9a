"""Saved filters: keeping a search under a name, changing it, removing it."""

from __future__ import annotations

from typing import TypedDict, Unpack

from orchestrator_desktop.domain.changes import Changes, Kind
from orchestrator_desktop.domain.errors import QT_TRANSLATE_NOOP, UsageError
from orchestrator_desktop.domain.ids import FilterId
from orchestrator_desktop.domain.query import parse
from orchestrator_desktop.operations.acting import acting
from orchestrator_desktop.operations.naming import free_name
from orchestrator_desktop.store.store import Store, Value


class FilterEdits(TypedDict, total=False):
    """What `change_filter` can change; what is absent stays."""

    name: str
    query: str
    position: float


def save_filter(store: Store, *, name: str, query: str) -> Changes:
    """Save a search, as it was typed, behind the other filters. `Changes.first(Kind.SAVED_FILTER)` is the new one.

    Raises UsageError for a name that is taken, and for a search that asks for nothing."""
    with acting(store, QT_TRANSLATE_NOOP("operations", "Save the filter")) as act:
        last = store.value("SELECT coalesce(max(position), 0) FROM saved_filter")
        values: dict[str, Value] = {"name": free_name(act, Kind.SAVED_FILTER, name), "query": _asked(query)}
        act.insert(Kind.SAVED_FILTER, {**values, "position": last + 1.0, "created_at": act.now})
    return act.changes


def change_filter(store: Store, *, filter_id: FilterId, **edits: Unpack[FilterEdits]) -> Changes:
    """Give a filter another name, another search or another place among the others. Raises UsageError as above."""
    with acting(store, QT_TRANSLATE_NOOP("operations", "Change the filter")) as act:
        values: dict[str, Value] = {}
        if "name" in edits:
            values["name"] = free_name(act, Kind.SAVED_FILTER, edits["name"], but=filter_id)
        if "query" in edits:
            values["query"] = _asked(edits["query"])
        if "position" in edits:
            values["position"] = float(edits["position"])
        act.update(Kind.SAVED_FILTER, filter_id, values)
    return act.changes


def remove_filter(store: Store, *, filter_id: FilterId) -> Changes:
    """Remove a filter; the tasks it shows stay."""
    with acting(store, QT_TRANSLATE_NOOP("operations", "Remove the filter")) as act:
        act.delete(Kind.SAVED_FILTER, filter_id)
    return act.changes


def _asked(query: str) -> str:
    text = " ".join(query.split())
    if parse(text, read_day=lambda _: None).empty:
        raise UsageError(
            QT_TRANSLATE_NOOP(
                "errors", "A filter needs something to search for. Nothing was saved; write words, or “is:open”."
            )
        )
    return text
