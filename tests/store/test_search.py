"""Search as one types."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from orchestrator_desktop.domain.errors import UsageError
from orchestrator_desktop.domain.ids import TaskId
from orchestrator_desktop.store import tasks
from orchestrator_desktop.store.opening import open_store
from orchestrator_desktop.store.store import Store
from orchestrator_desktop.store.tasks import Place, View
from tests.store import rows
from tests.store.rows import NOW, TODAY


def found(store: Store, text: str, place: Place | None = None) -> list[str]:
    return [task.title for task in tasks.search(store, text, place=place, today=TODAY)]


@pytest.mark.parametrize(
    "text",
    ["relancer", "RELANCER", "rel", "nora devis", "devis, nora!", "Écologie", "ecologie", "écol", "r", "café", "2026"],
)
def test_beginnings_are_found_whatever_the_accents_and_capitals(store: Store, text: str) -> None:
    rows.task(store, "Relancer Nora", notes="pour le devis d'écologie, café du 12/10/2026")
    rows.task(store, "Something else")
    assert found(store, text) == ["Relancer Nora"]


@pytest.mark.parametrize("text", ["", "   ", "!!!", "_", '"', "*", "-", "🚀", "\ud800"])
def test_nothing_to_look_for_finds_nothing(store: Store, text: str) -> None:
    rows.task(store, "Deploy 🚀 _ *")
    assert found(store, text) == []


@pytest.mark.parametrize(
    "text", ['"relancer', "relancer*", "title:relancer", "relancer AND", "NOT relancer", "(relancer", "NEAR(relancer"]
)
def test_the_text_indexs_own_language_is_only_words(store: Store, text: str) -> None:
    rows.task(store, "Relancer and not near title")
    assert found(store, text) == ["Relancer and not near title"]


def test_every_word_must_be_there(store: Store) -> None:
    rows.task(store, "Relancer Nora")
    assert found(store, "relancer paul") == []


def test_open_tasks_come_first_and_the_newest_of_each_before(store: Store) -> None:
    rows.task(store, "done plan", stage="done", done_at=NOW)
    rows.task(store, "old plan")
    rows.task(store, "new plan", stage="planned")
    rows.task(store, "dropped plan", stage="dropped", done_at=NOW)
    assert found(store, "plan") == ["new plan", "old plan", "dropped plan", "done plan"]


def test_pages_of_a_search_follow_each_other(store: Store) -> None:
    for number in range(30):
        rows.task(store, f"plan {number}", stage="done" if number % 3 else "inbox")
    whole = found(store, "plan")
    paged = [task.title for offset in range(0, 30, 8) for task in tasks.search(store, "plan", limit=8, offset=offset)]
    assert paged == whole
    assert len(set(whole)) == 30


def test_a_search_can_be_narrowed_to_a_place(store: Store) -> None:
    marketing = rows.domain(store, "Marketing")
    rows.task(store, "plan a", domain_id=marketing)
    rows.task(store, "plan b", stage="done", done_at=NOW, domain_id=marketing)
    rows.task(store, "plan c", due=TODAY)
    assert found(store, "plan", Place()) == ["plan c", "plan a"]
    assert found(store, "plan", Place(View.TODAY)) == ["plan c"]
    assert found(store, "plan", Place(View.DONE)) == ["plan b"]
    assert found(store, "plan", Place(domain_id=marketing)) == ["plan a"]


def test_the_index_follows_every_change(store: Store) -> None:
    task_id = rows.task(store, "Relancer Nora", notes="devis")
    store.execute("UPDATE task SET title = 'Appeler Paul', notes = 'contrat'")
    assert found(store, "nora") == found(store, "devis") == []
    assert found(store, "paul contrat") == ["Appeler Paul"]
    store.execute("UPDATE task SET stage = 'done'")
    assert found(store, "paul") == ["Appeler Paul"]
    store.execute("DELETE FROM task WHERE id = ?", (task_id,))
    assert found(store, "paul") == []
    store.execute("INSERT INTO task_text (task_text, rank) VALUES ('integrity-check', 1)")


def test_a_whole_page_may_be_pasted_into_the_search(store: Store) -> None:
    rows.task(store, "alpha beta")
    assert found(store, "alpha beta " * 10_000) == ["alpha beta"]
    assert found(store, "x" * 100_000) == []
    assert found(store, "alpha " * 32 + "gamma") == ["alpha beta"]
    assert found(store, "alpha " * 31 + "gamma") == []


@pytest.fixture(scope="module")
def some_tasks(tmp_path_factory: pytest.TempPathFactory) -> Store:
    opened = open_store(tmp_path_factory.mktemp("search"))
    rows.task(opened, "Relancer Nora, ½ price ² — «devis» l’équipe 日本語 ǆ ⅷ")
    return opened


@given(st.text(st.characters(exclude_categories=()), max_size=30))
def test_no_text_breaks_the_search(some_tasks: Store, text: str) -> None:
    assert len(found(some_tasks, text)) <= 1


def test_a_number_no_row_can_have_is_said(store: Store) -> None:
    with pytest.raises(UsageError, match="too large"):
        tasks.get(store, TaskId(1 << 63))
