"""A file of the first version, with work in every state, opened by this one: nothing is lost, and the file is sound."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlite_utils import Database, Migrations

from orchestrator_desktop.domain.attempts import AttemptState
from orchestrator_desktop.domain.ids import AttemptId
from orchestrator_desktop.store import delegates, delegations, migrations, opening
from orchestrator_desktop.store.opening import open_store
from orchestrator_desktop.store.store import Store
from tests.store import rows
from tests.store.rows import NOW

STATES = ("queued", "sent", "streaming", "complete", "truncated", "refused", "interrupted", "failed", "cancelled")


@pytest.fixture
def first_version(folder: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    with monkeypatch.context() as patch:
        first = Migrations("orchestrator")
        first(name="0001")(migrations.m0001_first)
        patch.setattr(migrations, "MIGRATIONS", first)
        patch.setattr(opening, "SCHEMA", 1)
        store = open_store(folder)
    provider = rows.provider(store, "Mistral", base_url="https://api.mistral.ai/v1")
    specialist = rows.specialist(store, "Editor", provider)
    for state in STATES:
        task_id = rows.task(store, state, stage="delegated")
        delegation_id = rows.delegation(store, task_id, specialist_id=specialist)
        attempt_id = rows.attempt(store, delegation_id, state=state, text=f"{state} text", provider="Mistral")
        if state == "complete":
            rows.insert(
                store,
                "result",
                task_id=task_id,
                delegation_id=delegation_id,
                attempt_id=attempt_id,
                version=1,
                text="done",
                created_at=NOW,
            )
    store.close()
    return folder


@pytest.fixture
def opened(first_version: Path) -> Iterator[Store]:
    store = open_store(first_version)
    yield store
    store.close()


def test_every_attempt_is_there_as_it_was(opened: Store) -> None:
    for number, state in enumerate(STATES, start=1):
        attempt = delegations.attempt(opened, AttemptId(number))
        assert attempt is not None
        assert (attempt.state, attempt.text) == (AttemptState(state), f"{state} text")
        assert (attempt.reason, attempt.automatic, attempt.lead) == (None, 0, 0)


def test_the_file_is_sound_and_its_references_hold(opened: Store) -> None:
    assert opened.value("PRAGMA user_version") == opening.SCHEMA
    assert opened.value("PRAGMA foreign_keys") == 1
    assert opened.value("PRAGMA integrity_check") == "ok"
    assert opened.rows("PRAGMA foreign_key_check") == []
    assert opened.value("SELECT attempt_id FROM result") == STATES.index("complete") + 1
    opened.execute("DELETE FROM task WHERE title = 'queued'")
    assert opened.value("SELECT count(*) FROM attempt") == len(STATES) - 1, "what hangs on a task still goes with it"


def test_the_queue_keeps_its_order(opened: Store) -> None:
    positions = [row["position"] for row in opened.rows("SELECT position FROM attempt ORDER BY id")]
    assert positions == sorted(positions)
    assert len(set(positions)) == len(STATES)


def test_a_provider_of_before_has_the_usual_limits(opened: Store) -> None:
    (provider,) = delegates.providers(opened)
    assert (provider.most_at_once, provider.replaces, provider.background) == (4, True, False)


def test_a_new_file_has_the_same_schema_as_a_migrated_one(opened: Store, tmp_path: Path) -> None:
    fresh = open_store(tmp_path / "fresh")
    schema = "SELECT name, sql FROM sqlite_master WHERE name NOT LIKE '_sqlite%' ORDER BY name"
    assert [tuple(row) for row in opened.rows(schema)] == [tuple(row) for row in fresh.rows(schema)]
    fresh.close()
    assert len(list(Database(opened.connection).table_names())) > 0
