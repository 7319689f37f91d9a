"""Reading saved filters: searches with a name."""

from __future__ import annotations

from dataclasses import dataclass

from orchestrator_desktop.domain.ids import FilterId
from orchestrator_desktop.store import delegates
from orchestrator_desktop.store.store import Row, Store


@dataclass(frozen=True, slots=True)
class SavedFilter:
    """A search as it was typed, so that its dates move with today, under a name."""

    id: FilterId
    name: str
    query: str
    position: float


def filters(store: Store) -> list[SavedFilter]:
    """All of them, in the user's order."""
    found = store.rows("SELECT * FROM saved_filter ORDER BY position, id LIMIT ?", (delegates.LIMIT,))
    return [_filter(row) for row in found]


def one(store: Store, filter_id: FilterId) -> SavedFilter | None:
    found = store.row("SELECT * FROM saved_filter WHERE id = ?", (filter_id,))
    return None if found is None else _filter(found)


def named(store: Store, name: str) -> SavedFilter | None:
    """The filter of that name; capitals do not matter."""
    found = delegates.id_of_name(store, "saved_filter", name)
    return None if found is None else one(store, FilterId(found))


def _filter(row: Row) -> SavedFilter:
    return SavedFilter(FilterId(row["id"]), row["name"], row["query"], row["position"])
