"""Delegations as they are read: the board, spending, the roster."""

from datetime import timedelta

from orchestrator_desktop.domain.attempts import AttemptState
from orchestrator_desktop.domain.delegate import ProviderKind
from orchestrator_desktop.domain.delegation import DelegationState
from orchestrator_desktop.store import delegates, delegations, spending
from orchestrator_desktop.store.board import board, board_rows
from orchestrator_desktop.store.store import Store
from tests.store import rows
from tests.store.rows import NOW, TODAY


def test_the_board_shows_what_is_open_then_what_came_back_today(store: Store) -> None:
    def entry(title: str, state: str, attempt_state: str, **attempt: object) -> None:
        task_id = rows.task(store, title, stage="delegated")
        delegation_id = rows.delegation(store, task_id, state=state)
        rows.attempt(store, delegation_id, state=attempt_state, **attempt)

    entry("waiting", "open", "queued")
    entry("running", "open", "streaming", text="word " * 10, sent_at=NOW)
    entry("failed last week", "open", "failed", ended_at=NOW - timedelta(days=7), error="down")
    entry("back first", "answered", "complete", ended_at=NOW)
    entry("back last", "answered", "complete", ended_at=NOW + timedelta(hours=1))
    entry("back yesterday", "answered", "complete", ended_at=NOW - timedelta(days=1))
    entry("taken back", "closed", "cancelled", ended_at=NOW)
    found = board(store, today=TODAY)
    assert [row.title for row in found] == ["waiting", "running", "failed last week", "back last", "back first"]
    running = found[1]
    assert (running.state, running.text_length, running.sent_at) == (AttemptState.STREAMING, 50, NOW)
    assert running.delegation_state is DelegationState.OPEN
    assert board_rows(store, [running.delegation_id]) == [running]


def test_the_latest_attempt_stands_for_its_delegation(store: Store) -> None:
    delegation_id = rows.delegation(store, rows.task(store, stage="delegated"))
    rows.attempt(store, delegation_id, state="failed", ended_at=NOW)
    second = rows.attempt(store, delegation_id, number=2)
    (row,) = board(store, today=TODAY)
    assert (row.attempt_id, row.state) == (second, AttemptState.QUEUED)
    latest = delegations.latest_attempt(store, delegation_id)
    assert latest is not None
    assert latest.id == second


def test_a_delegation_to_a_person_is_not_on_the_board(store: Store) -> None:
    rows.delegation(store, rows.task(store, stage="delegated"), person_id=rows.person(store, "Nora"))
    assert board(store, today=TODAY) == []


def test_the_result_of_an_attempt_is_numbered_on_the_board(store: Store) -> None:
    task_id = rows.task(store, stage="in_review")
    delegation_id = rows.delegation(store, task_id, state="answered")
    attempt_id = rows.attempt(store, delegation_id, state="complete", ended_at=NOW)
    for version, attempt in ((1, None), (2, attempt_id)):
        rows.insert(
            store,
            "result",
            task_id=task_id,
            delegation_id=delegation_id,
            attempt_id=attempt,
            version=version,
            text=f"v{version}",
            created_at=NOW,
        )
    (row,) = board(store, today=TODAY)
    assert row.version == 2
    assert [result.text for result in delegations.results(store, task_id)] == ["v1", "v2"]
    latest = delegations.latest_result(store, task_id)
    assert latest is not None
    assert (latest.version, latest.attempt_id) == (2, attempt_id)


def test_spending_counts_what_is_known_and_what_is_not(store: Store) -> None:
    delegation_id = rows.delegation(store, rows.task(store))
    rows.attempt(store, delegation_id, state="complete", sent_at=NOW, cost_micro=1500)
    rows.attempt(store, delegation_id, state="failed", sent_at=NOW, number=2)
    rows.attempt(store, delegation_id, state="streaming", sent_at=NOW, number=3)
    rows.attempt(store, delegation_id, state="complete", sent_at=NOW - timedelta(days=2), cost_micro=9, number=4)
    rows.attempt(store, delegation_id, state="unknown", sent_at=NOW, reserved_micro=200, number=5)
    rows.attempt(store, delegation_id, state="waiting", sent_at=NOW, reserved_micro=7, number=6)
    found = spending.spent_since(store, NOW - timedelta(hours=1))
    assert (found.micro, found.requests, found.unknown) == (1700, 4, 2), "what may have been charged counts"
    assert spending.spent_since(store, NOW + timedelta(hours=1)).requests == 0


def test_domains_count_their_open_tasks(store: Store) -> None:
    marketing, product = rows.domain(store, "Marketing"), rows.domain(store, "Product")
    for stage in ("inbox", "planned", "delegated", "in_review", "done", "dropped"):
        rows.task(store, stage=stage, domain_id=marketing)
    found = [(row.id, row.name, row.open_tasks) for row in delegates.domains(store)]
    assert found == [(marketing, "Marketing", 4), (product, "Product", 0)]
    assert delegates.domain_names(store) == ["Marketing", "Product"]


def test_specialists_of_providers_that_are_off_are_not_offered(store: Store) -> None:
    on, off = rows.provider(store, "Mistral"), rows.provider(store, "Old", enabled=0)
    rows.specialist(store, "Mistral", on, plain=1)
    editor = rows.specialist(store, "Editor", on, options='{"temperature": 0.2}')
    gone = rows.specialist(store, "Old", off, plain=1)
    assert [specialist.name for specialist in delegates.specialists(store)] == ["Editor", "Mistral"]
    found = delegates.specialist(store, editor)
    assert found is not None
    assert (found.options.temperature, found.provider, found.plain) == (0.2, "Mistral", False)
    assert delegates.specialist(store, gone) is not None


def test_a_provider_is_read_whole(store: Store) -> None:
    rows.provider(store, "Local", "local", base_url="http://localhost:1/v1", tested_at=NOW, test_ms=12)
    (provider,) = delegates.providers(store)
    assert (provider.kind, provider.tested_at, provider.test_ms) == (ProviderKind.LOCAL, NOW, 12)
    assert delegates.provider(store, provider.id) == provider


def test_names_are_found_whatever_the_capitals_of_accents(store: Store) -> None:
    education = rows.domain(store, "Éducation")
    assert delegates.id_of_name(store, "domain", "éDUCATION") == education
    assert delegates.id_of_name(store, "domain", "e\u0301ducation") == education
    assert delegates.id_of_name(store, "domain", "Education") is None


def test_names_are_those_of_specialists_and_people(store: Store) -> None:
    rows.specialist(store, "Editor", rows.provider(store))
    rows.person(store, "Nora")
    assert sorted(delegates.names(store)) == ["Editor", "Nora"]
    assert [person.name for person in delegates.people(store)] == ["Nora"]
