"""What may be put back by undo or redo: rows that fit into the file as it is by now."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from orchestrator_desktop.domain.changes import Kind
from orchestrator_desktop.domain.delegation import DelegationState
from orchestrator_desktop.domain.ids import TaskId
from orchestrator_desktop.store import family
from orchestrator_desktop.store.steps import row_called
from orchestrator_desktop.store.store import Row, Store

_USED_BY: Final = {
    Kind.TASK: (
        "brief.task_id",
        "delegation.task_id",
        "result.task_id",
        "task.parent_id",
        "check_item.task_id",
        "task_tag.task_id",
        "attachment.task_id",
        "dependency.task_id",
        "dependency.needs_id",
        "origin.task_id",
    ),
    Kind.TAG: ("task_tag.tag_id",),
    Kind.DOMAIN: ("task.domain_id",),
    Kind.PERSON: ("task.person_id", "delegation.person_id"),
    Kind.PROVIDER: ("specialist.provider_id",),
    Kind.SPECIALIST: ("task.specialist_id", "delegation.specialist_id"),
    Kind.BRIEF: ("delegation.brief_id",),
    Kind.RESULT: ("delegation.previous_result_id", "review.result_id"),
}
"""Columns that refer to a row; what is referred to is not taken out, or others would lose what they have."""

_REFERS_TO: Final = {
    "domain_id": Kind.DOMAIN,
    "specialist_id": Kind.SPECIALIST,
    "person_id": Kind.PERSON,
    "provider_id": Kind.PROVIDER,
    "task_id": Kind.TASK,
    "parent_id": Kind.TASK,
    "needs_id": Kind.TASK,
    "tag_id": Kind.TAG,
}
_ITS_OWN: Final = {
    Kind.TASK: (("uid",), ("repeats_of",)),
    Kind.DOMAIN: (("name",),),
    Kind.PERSON: (("name",),),
    Kind.PROVIDER: (("name",),),
    Kind.SPECIALIST: (("name",),),
    Kind.TAG: (("name",),),
    Kind.SAVED_FILTER: (("name",),),
    Kind.TASK_TAG: (("task_id", "tag_id"),),
    Kind.DEPENDENCY: (("task_id", "needs_id"),),
    Kind.ORIGIN: (("format", "uid"),),
    Kind.BRIEF: (("task_id", "version"),),
    Kind.RESULT: (("task_id", "version"),),
}
"""Columns whose values, together, no other row may have."""


def row_of(store: Store, kind: Kind, key: int | str) -> Row | None:
    """The row as it is now, by its number or by what it is called."""
    named = row_called(kind.value, key) if isinstance(key, str) else {"id": key}
    where = " AND ".join(f"{name} = ?" for name in named)
    return store.row(f"SELECT * FROM {kind.value} WHERE {where}", (*named.values(),))


def still(now: Row | None, after: dict[str, Any] | None) -> bool:
    """Whether a row is as a step left it, in the columns that the step wrote."""
    if now is None or after is None:
        return now is None and after is None
    return all(now[name] == value for name, value in after.items())


def untouched(now: Row, made: Mapping[str, Any], comes_as: Mapping[str, Any]) -> bool:
    """Whether nothing was written since into those columns that the step which made a row left as they come."""
    return all(now[name] == value for name, value in comes_as.items() if name not in made)


def used(store: Store, kind: Kind, key: int, *, but: frozenset[tuple[str, int]] = frozenset()) -> bool:
    """Whether other rows refer to this one, but for those (table, id) that go along with it."""
    pairs = (place.split(".") for place in _USED_BY.get(kind, ()))
    return any(
        (table, row["id"]) not in but
        for table, name in pairs
        for row in store.rows(f"SELECT id FROM {table} WHERE {name} = ?", (key,))
    )


def fits(store: Store, kind: Kind, key: int, now: Row | None, new: Mapping[str, Any]) -> bool:
    """Whether what the columns `new` of a row refer to is still there, and what they call it is still free."""
    whole = {**(dict(now) if now is not None else {}), **new}
    for names in _ITS_OWN.get(kind, ()):
        if any(new.get(name) is not None for name in names) and _taken(store, kind, key, names, whole):
            return False
    referred = [(other, new[name]) for name, other in _REFERS_TO.items() if new.get(name) is not None]
    if not all(store.value(f"SELECT 1 FROM {other.value} WHERE id = ?", (there,)) for other, there in referred):
        return False
    return not _goes_round(store, kind, key, new)


def defaults(store: Store, kind: Kind) -> dict[str, Any]:
    """What the columns of a new row hold that nothing is said about; it has a number by itself."""
    columns = store.rows(
        "SELECT name, coalesce(dflt_value, 'NULL') AS dflt FROM pragma_table_info(?) WHERE NOT pk", (kind.value,)
    )
    row = store.row("SELECT " + ", ".join(f"{column['dflt']} AS {column['name']}" for column in columns))
    assert row is not None
    return dict(row)


def out_of_place(store: Store, task_id: int, since: str) -> bool:
    """Whether an open task is a part of one that was finished since, or a finished one has open parts: neither would
    be seen in any list."""
    found = """SELECT 1 FROM task JOIN task AS whole ON whole.id = task.parent_id
    WHERE task.id = :id AND task.done_at IS NULL AND whole.done_at >= :since
    UNION ALL SELECT 1 FROM task JOIN task AS part ON part.parent_id = task.id
    WHERE task.id = :id AND task.done_at IS NOT NULL AND part.done_at IS NULL"""
    return store.value(found, {"id": task_id, "since": since}) is not None


def sends(delegation: dict[str, Any]) -> bool:
    """Whether the engine would ask somebody, were it there again: a person is asked by the user alone."""
    return delegation.get("person_id") is None and delegation["state"] != DelegationState.CLOSED


def _taken(store: Store, kind: Kind, key: int, names: tuple[str, ...], values: Mapping[str, Any]) -> bool:
    same = " AND ".join(f"{name} = :{name}" for name in names)
    given = {name: values[name] for name in names}
    return store.value(f"SELECT 1 FROM {kind.value} WHERE {same} AND id <> :key", {**given, "key": key}) is not None


def _goes_round(store: Store, kind: Kind, key: int, new: Mapping[str, Any]) -> bool:
    """Whether a task would become a part of itself, or wait for itself."""
    if kind is Kind.TASK and new.get("parent_id") is not None:
        whole = TaskId(new["parent_id"])
        return whole == key or key in family.above(store, whole)
    if kind is Kind.DEPENDENCY and "needs_id" in new:
        return new["task_id"] in family.needed_by(store, TaskId(new["needs_id"]))
    return False
