"""Rows written straight into a file, for tests of what is read."""

from __future__ import annotations

from datetime import UTC, date, datetime

from orchestrator_desktop.domain import moments
from orchestrator_desktop.domain.ids import AttemptId, BriefId, DelegationId, DomainId, PersonId, SpecialistId, TaskId
from orchestrator_desktop.store.store import Store, Value

NOW = datetime(2026, 10, 14, 8, 0, tzinfo=UTC)
TODAY = date(2026, 10, 14)


def insert(store: Store, table: str, **values: object) -> int:
    def kept(value: object) -> Value:
        if isinstance(value, date):
            return moments.to_text(value)
        assert value is None or isinstance(value, str | int | float)
        return value

    marks = ", ".join(f":{name}" for name in values)
    sql = f"INSERT INTO {table} ({', '.join(values)}) VALUES ({marks})"
    return int(store.execute(sql, {name: kept(value) for name, value in values.items()}).lastrowid or 0)


def task(store: Store, title: str = "A task", **values: object) -> TaskId:
    given = {"title": title, "level": 2, "stage": "inbox", "created_at": NOW, **values}
    return TaskId(insert(store, "task", **given))


def domain(store: Store, name: str) -> DomainId:
    return DomainId(insert(store, "domain", name=name, created_at=NOW))


def person(store: Store, name: str) -> PersonId:
    return PersonId(insert(store, "person", name=name, created_at=NOW))


def provider(store: Store, name: str = "Mistral", kind: str = "remote", **values: object) -> int:
    return insert(store, "provider", name=name, kind=kind, dialect="openai-chat", created_at=NOW, **values)


def specialist(store: Store, name: str, provider_id: int, **values: object) -> SpecialistId:
    return SpecialistId(insert(store, "specialist", name=name, provider_id=provider_id, created_at=NOW, **values))


def delegation(store: Store, task_id: TaskId, **values: object) -> DelegationId:
    brief_id = BriefId(
        store.value("SELECT max(id) FROM brief WHERE task_id = ?", (task_id,))
        or insert(store, "brief", task_id=task_id, version=1, handed_over=1, created_at=NOW)
    )
    given = {"task_id": task_id, "brief_id": brief_id, "state": "open", "delegate": "Ana", "created_at": NOW, **values}
    return DelegationId(insert(store, "delegation", **given))


def attempt(store: Store, delegation_id: DelegationId, **values: object) -> AttemptId:
    task_id = store.value("SELECT task_id FROM delegation WHERE id = ?", (delegation_id,))
    given = {"delegation_id": delegation_id, "task_id": task_id, "number": 1, "state": "queued", "queued_at": NOW}
    return AttemptId(insert(store, "attempt", **{**given, **values}))
