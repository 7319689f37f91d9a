"""How SQLite gets at what the window asks for: by index, however many tasks there are.

A plan does not depend on the rows while nobody runs ANALYZE, so an empty file will do."""

import re
from collections.abc import Callable
from datetime import UTC, date, datetime

import pytest

from orchestrator_desktop.domain.ids import DelegationId, DomainId, PersonId, TaskId
from orchestrator_desktop.operations import attempts, claiming, recovery
from orchestrator_desktop.store import (
    days,
    delegates,
    delegations,
    filters,
    lineup,
    queue,
    search,
    sentlog,
    spending,
    tasks,
    waiting,
)
from orchestrator_desktop.store.board import board, board_rows
from orchestrator_desktop.store.store import Store
from orchestrator_desktop.store.tasks import Place, View
from tests.store import rows
from tests.store.rows import NOW, TODAY

DOMAIN = Place(domain_id=DomainId(1))
IN_ORDER = [Place(View.INBOX), Place(View.DONE), Place(View.REVIEW), Place(View.DELEGATED), DOMAIN]
EVERYWHERE = [*IN_ORDER, Place(View.TODAY), Place(View.WAITING)]
"""What people owe is sorted each time: a person is asked for tens of things, not for thousands."""
LARGE = "task|delegation|attempt|result|review|brief|ledger|entry|later|undoing|undo_step|undo_change"


def plan(store: Store, read: Callable[[Store], object]) -> list[str]:
    """The steps of everything that `read` selects."""
    asked: list[str] = []
    store.connection.set_trace_callback(asked.append)
    read(store)
    store.connection.set_trace_callback(None)
    selects = [sql for sql in asked if sql.lstrip().upper().startswith("SELECT")]
    assert selects
    return [row["detail"] for sql in selects for row in store.rows(f"EXPLAIN QUERY PLAN {sql}")]


def whole_tables(steps: list[str]) -> list[str]:
    """Steps that read all rows of a table that grows; the partial indexes hold one view's rows alone."""
    return [step for step in steps if re.fullmatch(rf"SCAN ({LARGE})", step)]


READINGS: dict[str, Callable[[Store], object]] = {
    **{f"page {place}": lambda store, place=place: tasks.page(store, place, today=TODAY) for place in EVERYWHERE},
    **{f"count {place}": lambda store, place=place: tasks.count(store, place, today=TODAY) for place in EVERYWHERE},
    **{
        f"levels {place}": lambda store, place=place: tasks.counts_by_level(store, place, today=TODAY)
        for place in EVERYWHERE
    },
    "filters": filters.filters,
    "some": lambda store: tasks.some(store, range(200)),
    "domains": delegates.domains,
    "board": lambda store: board(store, today=TODAY),
    "rows of the board": lambda store: board_rows(store, [DelegationId(1), DelegationId(2)]),
    "open delegation": lambda store: delegations.open_delegation(store, TaskId(1)),
    "results": lambda store: delegations.results(store, TaskId(1)),
    "reviews": lambda store: delegations.reviews(store, TaskId(1)),
    "latest attempt": lambda store: delegations.latest_attempt(store, DelegationId(1)),
    "spent": lambda store: spending.spent_since(store, datetime(2026, 10, 1, tzinfo=UTC)),
    "due": lambda store: queue.due(store, datetime(2026, 10, 1, tzinfo=UTC)),
    "left with a provider": lambda store: queue.left_with_provider(store, datetime(2026, 10, 1, tzinfo=UTC)),
    "next time": lambda store: queue.next_time(store, datetime(2026, 10, 1, tzinfo=UTC)),
    "under way": queue.under_way,
    "queue": lineup.lineup,
    "place in the queue": lambda store: lineup.place_of(store, DelegationId(1)),
    "answered": lambda store: queue.answered_since(store, "Acme", None),
    "waiting for the budget": queue.waiting_for_budget,
    "away": lambda store: queue.away(store, datetime(2026, 10, 1, tzinfo=UTC)),
    "unpriced": spending.unpriced,
    "looked up": lambda store: spending.looked_up(store, 1, "m"),
    "usual output": lambda store: spending.usual_output(store, 1),
    "sent log": sentlog.sent,
    "late": lambda store: waiting.count_late(store, today=TODAY),
    "out with a person": lambda store: tasks.out_with(store, PersonId(1)),
    "in review from a person": lambda store: waiting.held_by(store, PersonId(1)),
    "out by person": waiting.out_by_person,
    "day": lambda store: days.day_ledger(store, TODAY),
    "thirty days": lambda store: days.finished_by_day(store, TODAY, 30),
    "task's ledger": lambda store: days.task_entries(store, TaskId(1)),
    "claim": lambda store: claiming.claim(store, owner="test"),
    "asked to stop": lambda store: attempts.asked_to_stop(store, owner="test"),
    "recover": lambda store: recovery.recover(store, alive=bool),
}


@pytest.mark.parametrize("read", READINGS.values(), ids=READINGS.keys())
def test_nothing_reads_a_whole_table(store: Store, read: Callable[[Store], object]) -> None:
    assert whole_tables(plan(store, read)) == []


@pytest.mark.parametrize("place", IN_ORDER, ids=str)
def test_a_page_comes_in_the_order_of_its_index(store: Store, place: Place) -> None:
    steps = plan(store, lambda store: tasks.page(store, place, today=TODAY))
    assert not [step for step in steps if "TEMP B-TREE" in step]


def test_the_day_comes_in_the_order_of_its_index(store: Store) -> None:
    assert not [step for step in plan(store, READINGS["day"]) if "TEMP B-TREE" in step]


SEARCHES = [
    *("n", "nora", "nora devis", '"le devis"', "-nora", "devis -nora", "in:notes nora", "!2", "#ops @nora tag:hot p1"),
    *("is:open", "is:done nora", "is:dropped", "is:overdue nora", "is:today", "is:blocked nora", "is:waiting"),
    *("is:deferred", "is:repeating is:part is:timed is:attached is:chosen is:returned", "parent:1 nora"),
    *(
        "due:<friday nora",
        "due:any",
        "due:none nora",
        "done:today",
        "created:2026",
        "estimate:<30 nora",
        "deadline:2026",
    ),
]


@pytest.fixture
def written(store: Store) -> Store:
    """Tasks that hold what the searches ask for: a word that stands nowhere is not even looked up."""
    rows.task(store, "a", id=1)
    rows.domain(store, "ops")
    rows.insert(store, "tag", name="hot", created_at=NOW)
    for stage in ("inbox", "delegated", "done", "dropped"):
        given = {"domain_id": 1, "person_id": rows.person(store, f"Nora {stage}"), "priority": 1, "parent_id": 1}
        dates = {
            "due": date(2026, 10, 1),
            "defer": date(2030, 1, 1),
            "deadline": TODAY,
            "chosen_on": TODAY,
            "done_at": NOW,
        }
        more = {"rrule": "FREQ=DAILY", "returned": 1, "timer_since": NOW, "estimate_minutes": 5}
        task_id = rows.task(store, "Nora: le devis", notes="Nora", stage=stage, **given, **dates, **more)
        rows.insert(store, "task_tag", task_id=task_id, tag_id=1)
        rows.insert(store, "attachment", task_id=task_id, name="a", sha256="a", bytes=1, created_at=NOW)
        rows.insert(store, "dependency", task_id=task_id, needs_id=1)
    return store


@pytest.mark.parametrize("place", [None, Place(), Place(View.TODAY), DOMAIN], ids=str)
@pytest.mark.parametrize("text", SEARCHES)
def test_a_search_goes_by_the_text_index_in_its_order(written: Store, text: str, place: Place | None) -> None:
    steps = plan(written, lambda store: search.found(store, text, today=TODAY, now=NOW, place=place))
    assert whole_tables(steps) == []
    assert not [step for step in steps if "TEMP B-TREE FOR ORDER" in step]
    index = [step for step in steps if re.search(r"(task|title)_text VIRTUAL", step)]
    assert index or place
    assert all(step.partition("INDEX ")[2].startswith(("192:M", "0:=")) for step in index), index


def test_a_search_of_days_goes_by_their_index(store: Store) -> None:
    steps = plan(store, lambda store: search.days(store, "nora"))
    assert "SCAN reflection_text VIRTUAL TABLE INDEX 192:M1" in steps
    assert not [step for step in steps if "TEMP B-TREE" in step]
