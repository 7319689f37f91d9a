"""What people owe: in which order it is listed, what is late, with whom it is."""

from datetime import date, timedelta

from orchestrator_desktop.domain.ids import PersonId, TaskId
from orchestrator_desktop.domain.task import Waiting
from orchestrator_desktop.store import delegates, search, tasks, waiting
from orchestrator_desktop.store.store import Store
from orchestrator_desktop.store.tasks import Place, View
from tests.store import rows
from tests.store.rows import NOW, TODAY

WAITING = Place(View.WAITING)


def ask(store: Store, person_id: PersonId, title: str, days: int | None, **values: object) -> TaskId:
    """A task out with a person, looked for `days` from today."""
    task_id = rows.task(store, title, stage="delegated", person_id=person_id)
    follow_up = None if days is None else TODAY + timedelta(days=days)
    rows.delegation(store, task_id, person_id=person_id, follow_up=follow_up, **values)
    return task_id


def titles(store: Store) -> list[str]:
    return [task.title for task in tasks.page(store, WAITING, today=TODAY)]


def test_late_ones_come_first_then_by_day_then_those_without(store: Store) -> None:
    nora = rows.person(store, "Nora")
    for title, days in (("some day", None), ("next week", 7), ("late", -1), ("very late", -9), ("today", 0)):
        ask(store, nora, title, days)
    ask(store, nora, "some other day", None)
    assert titles(store) == ["very late", "late", "today", "next week", "some day", "some other day"]
    found = tasks.page(store, WAITING, today=TODAY)
    assert sorted(found, key=lambda task: tasks.order_key(WAITING, task)) == found
    assert [task.waiting.late(TODAY) for task in found if task.waiting] == [9, 1, 0, 0, 0, 0]


def test_a_task_says_since_when_and_until_when_it_waits(store: Store) -> None:
    task_id = ask(store, rows.person(store, "Nora"), "Mock-up", 3, reminded_at=NOW)
    task = tasks.get(store, task_id)
    assert task is not None
    assert task.waiting == Waiting(NOW, TODAY + timedelta(days=3), NOW)
    assert task.with_person


def test_only_what_a_person_has_now_is_waited_for(store: Store) -> None:
    nora = rows.person(store, "Nora")
    answered, taken_back, with_ai = (rows.task(store, title, stage="in_review") for title in "abc")
    rows.delegation(store, answered, person_id=nora, state="answered", follow_up=date(2026, 1, 1))
    rows.delegation(store, taken_back, person_id=nora, state="closed", follow_up=date(2026, 1, 1))
    rows.delegation(store, with_ai, follow_up=date(2026, 1, 1))
    assert [task.waiting for task in tasks.some(store, [answered, taken_back, with_ai]).values()] == [None] * 3
    assert waiting.count_late(store, today=TODAY) == 0
    assert waiting.out_by_person(store) == {}


def test_the_newest_delegation_is_the_one_that_is_waited_for(store: Store) -> None:
    nora = rows.person(store, "Nora")
    task_id = ask(store, nora, "Mock-up", -5)
    store.execute("UPDATE delegation SET state = 'closed'")
    rows.delegation(store, task_id, person_id=nora, follow_up=TODAY)
    task = tasks.get(store, task_id)
    assert task is not None and task.waiting is not None
    assert task.waiting.follow_up == TODAY


def test_late_begins_the_day_after(store: Store) -> None:
    nora = rows.person(store, "Nora")
    for days in (-30, -1, 0, 1, None):
        ask(store, nora, str(days), days)
    assert waiting.count_late(store, today=TODAY) == 2
    assert waiting.count_late(store, today=TODAY + timedelta(days=1)) == 3


def test_what_is_out_with_each(store: Store) -> None:
    nora, tom, ana = (rows.person(store, name) for name in ("Nora", "Tom", "Ana"))
    ask(store, nora, "second", 5)
    ask(store, nora, "first", -1)
    ask(store, tom, "other", 1)
    assert [task.title for task in tasks.out_with(store, nora)] == ["first", "second"]
    assert tasks.out_with(store, ana) == []
    assert waiting.out_by_person(store) == {nora: 2, tom: 1}


def test_held_is_what_is_out_and_what_waits_to_be_judged(store: Store) -> None:
    nora = rows.person(store, "Nora")
    ask(store, nora, "out", 1)
    judged = rows.task(store, "judged", stage="done")
    rows.delegation(store, judged, person_id=nora, state="answered")
    handed_on = rows.task(store, "handed on", stage="in_review")
    rows.delegation(store, handed_on, person_id=nora, state="answered")
    rows.delegation(store, handed_on, state="answered")
    assert waiting.held_by(store, nora) == 1
    rows.delegation(store, rows.task(store, "to judge", stage="in_review"), person_id=nora, state="answered")
    assert waiting.held_by(store, nora) == 2


def test_a_person_is_read_by_id(store: Store) -> None:
    nora = rows.person(store, "Nora")
    assert [delegates.person(store, nora)] == delegates.people(store)
    assert delegates.person(store, PersonId(99)) is None


def test_a_search_says_who_is_waited_for(store: Store) -> None:
    ask(store, rows.person(store, "Nora"), "Pricing mock-up", -2)
    (found,) = search.found(store, "mock", today=TODAY)
    assert found.task.waiting is not None and found.task.waiting.late(TODAY) == 2
