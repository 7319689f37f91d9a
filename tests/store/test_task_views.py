"""What the places of the sidebar list, and in which order."""

import os
import time
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta

import pytest

from orchestrator_desktop.domain.ids import TaskId
from orchestrator_desktop.domain.task import Level, Stage
from orchestrator_desktop.store import tasks
from orchestrator_desktop.store.store import Store
from orchestrator_desktop.store.tasks import Place, View
from tests.store import rows
from tests.store.rows import NOW, TODAY


def titles(store: Store, place: Place, today: date = TODAY) -> list[str]:
    return [task.title for task in tasks.page(store, place, today=today)]


@pytest.fixture
def one_of_each(store: Store) -> Store:
    for stage in Stage:
        done = None if stage.open else NOW
        rows.task(store, stage.value, stage=stage.value, done_at=done)
    person = rows.person(store, "Nora")
    waiting = rows.task(store, "waiting", stage="delegated")
    rows.delegation(store, waiting, person_id=person)
    return store


@pytest.mark.parametrize(
    ("view", "expected"),
    [
        (View.INBOX, {"inbox", "planned"}),
        (View.TODAY, set()),
        (View.DELEGATED, {"delegated"}),
        (View.REVIEW, {"in_review"}),
        (View.WAITING, {"waiting"}),
        (View.DONE, {"done"}),
        (View.TRASH, {"dropped"}),
    ],
)
def test_each_view_shows_its_stages(one_of_each: Store, view: View, expected: set[str]) -> None:
    assert set(titles(one_of_each, Place(view))) == expected
    assert tasks.count(one_of_each, Place(view), today=TODAY) == len(expected)
    by_level = tasks.counts_by_level(one_of_each, Place(view), today=TODAY)
    assert by_level == ({Level.YOU_AND_AI: len(expected)} if expected else {})


def test_a_task_goes_from_one_view_to_another_when_its_delegation_closes(one_of_each: Store) -> None:
    one_of_each.execute("UPDATE delegation SET state = 'closed'")
    assert titles(one_of_each, Place(View.WAITING)) == []
    assert set(titles(one_of_each, Place(View.DELEGATED))) == {"delegated", "waiting"}


def test_the_inbox_goes_by_level_then_due_then_newest(store: Store) -> None:
    rows.task(store, "older", level=2)
    rows.task(store, "newer", level=2)
    rows.task(store, "friday", level=2, due=date(2026, 10, 16))
    rows.task(store, "thursday at nine", level=2, due=datetime(2026, 10, 15, 7, tzinfo=UTC))
    rows.task(store, "thursday", level=2, due=date(2026, 10, 15))
    rows.task(store, "mine", level=3)
    rows.task(store, "for the AI", level=1, stage="planned")
    assert titles(store, Place()) == [
        "for the AI",
        "thursday",
        "thursday at nine",
        "friday",
        "newer",
        "older",
        "mine",
    ]


def test_pages_follow_each_other(store: Store) -> None:
    for number in range(25):
        rows.task(store, f"t{number}", level=1 + number % 3, due=TODAY if number % 4 else None)
    whole = titles(store, Place())
    paged = [
        task.title
        for offset in range(0, 30, 7)
        for task in tasks.page(store, Place(), today=TODAY, offset=offset, limit=7)
    ]
    assert paged == whole
    assert len(set(whole)) == 25


def test_a_domain_shows_its_open_tasks_of_all_stages(store: Store) -> None:
    marketing, product = rows.domain(store, "Marketing"), rows.domain(store, "Product")
    for stage in Stage:
        rows.task(store, stage.value, stage=stage.value, domain_id=marketing)
    rows.task(store, "other", domain_id=product)
    place = Place(domain_id=marketing)
    assert set(titles(store, place)) == {"inbox", "planned", "delegated", "in_review"}
    assert tasks.count(store, place, today=TODAY) == 4
    assert [task.domain for task in tasks.page(store, place, today=TODAY)] == ["Marketing"] * 4


def test_done_is_newest_first(store: Store) -> None:
    for hours, title in enumerate(["first", "second", "third"]):
        rows.task(store, title, stage="done", done_at=NOW + timedelta(hours=hours))
    assert titles(store, Place(View.DONE)) == ["third", "second", "first"]


def test_review_and_waiting_are_oldest_first(store: Store) -> None:
    for title in ("first", "second"):
        rows.task(store, title, stage="in_review")
    assert titles(store, Place(View.REVIEW)) == ["first", "second"]


@pytest.fixture(params=["CET-1CEST,M3.5.0,M10.5.0/3", "EST5EDT,M3.2.0,M11.1.0", "<+14>-14", "<-12>12"])
def zone(request: pytest.FixtureRequest) -> Iterator[None]:
    before = os.environ["TZ"]
    os.environ["TZ"] = request.param
    time.tzset()
    yield
    os.environ["TZ"] = before
    time.tzset()


@pytest.mark.usefixtures("zone")
@pytest.mark.parametrize("field", ["due", "defer"])
def test_today_goes_by_the_local_day(store: Store, field: str) -> None:
    midnight = datetime(2026, 10, 15).astimezone()
    moments = {
        "yesterday": date(2026, 10, 13),
        "today": TODAY,
        "tomorrow": date(2026, 10, 15),
        "long ago": datetime(2020, 1, 1, tzinfo=UTC),
        "this morning": midnight - timedelta(hours=23, minutes=59),
        "late tonight": midnight - timedelta(minutes=1),
        "at midnight": midnight,
        "a minute into tomorrow": midnight + timedelta(minutes=1),
    }
    for title, moment in moments.items():
        rows.task(store, title, **{field: moment})
    rows.task(store, "no date")
    expected = {"yesterday", "today", "long ago", "this morning", "late tonight"}
    assert set(titles(store, Place(View.TODAY))) == expected
    assert tasks.count(store, Place(View.TODAY), today=TODAY) == len(expected)


def test_a_task_is_todays_from_the_day_it_may_begin(store: Store) -> None:
    rows.task(store, "begun", defer=TODAY, due=date(2026, 12, 1))
    rows.task(store, "both", defer=TODAY, due=TODAY)
    rows.task(store, "not yet", defer=date(2026, 11, 30), due=date(2026, 12, 1))
    rows.task(store, "done", due=TODAY, stage="done", done_at=NOW)
    assert set(titles(store, Place(View.TODAY))) == {"both", "begun"}


def test_every_view_sorts_as_its_key_says(one_of_each: Store) -> None:
    for number in range(40):
        stage = list(Stage)[number % 6]
        done = None if stage.open else NOW + timedelta(minutes=number % 7)
        due = [None, TODAY, date(2026, 10, 20), NOW][number % 4]
        rows.task(one_of_each, f"t{number}", stage=stage.value, level=1 + number % 3, due=due, done_at=done)
    for view in View:
        page = tasks.page(one_of_each, Place(view), today=TODAY)
        assert page == sorted(page, key=lambda task: tasks.order_key(Place(view), task))
        ids = [task.id for task in page]
        assert list(tasks.matching(one_of_each, Place(view), ids, today=TODAY)) == sorted(ids)


def test_matching_leaves_out_what_the_place_does_not_show(one_of_each: Store) -> None:
    ids = [row["id"] for row in one_of_each.rows("SELECT id FROM task")]
    shown = tasks.matching(one_of_each, Place(View.REVIEW), [*ids, 999], today=TODAY)
    assert [task.title for task in shown.values()] == ["in_review"]
    assert tasks.matching(one_of_each, Place(), [], today=TODAY) == {}


def test_a_task_is_read_whole(store: Store) -> None:
    marketing, nora = rows.domain(store, "Marketing"), rows.person(store, "Nora")
    due = datetime(2026, 10, 15, 7, tzinfo=UTC)
    task_id = rows.task(
        store,
        "Draft",
        notes="with care",
        level=3,
        stage="planned",
        domain_id=marketing,
        person_id=nora,
        due=due,
        defer=TODAY,
        priority=1,
        estimate_minutes=45,
        returned=1,
    )
    task = tasks.get(store, task_id)
    assert task is not None
    assert (task.title, task.notes, task.level, task.stage) == ("Draft", "with care", Level.YOU_ONLY, Stage.PLANNED)
    assert (task.domain, task.delegate, task.person_id) == ("Marketing", "Nora", nora)
    assert (task.due, task.defer, task.priority, task.estimate_minutes) == (due, TODAY, 1, 45)
    assert (task.returned, task.created_at, task.done_at, task.with_person) == (True, NOW, None, False)


def test_a_specialist_is_named_as_delegate(store: Store) -> None:
    editor = rows.specialist(store, "Editor", rows.provider(store))
    assert [task.delegate for task in tasks.some(store, [rows.task(store, specialist_id=editor)]).values()] == [
        "Editor"
    ]


def test_a_task_with_a_person_says_so_only_while_they_have_it(store: Store) -> None:
    task_id = rows.task(store, stage="delegated")
    rows.delegation(store, task_id, person_id=rows.person(store, "Nora"))
    assert tasks.some(store, [task_id])[task_id].with_person
    store.execute("UPDATE task SET stage = 'in_review'")
    assert not tasks.some(store, [task_id])[task_id].with_person


def test_what_is_not_there_is_none(store: Store) -> None:
    assert tasks.get(store, TaskId(1)) is None
    assert tasks.some(store, []) == {}
    assert not tasks.any_task(store)
    rows.task(store)
    assert tasks.any_task(store)
