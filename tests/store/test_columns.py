"""The columns of boards: what becomes of a list's tasks, and what a search finds of each stage."""

import os
import time
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta

import pytest

from orchestrator_desktop.domain.ids import TaskId
from orchestrator_desktop.domain.task import Stage
from orchestrator_desktop.store import lines, search, tasks
from orchestrator_desktop.store.store import Store
from orchestrator_desktop.store.tasks import Order, Place, View
from tests.store import rows
from tests.store.rows import NOW, TODAY
from tests.store.test_plans import plan, whole_tables

TOMORROW = TODAY + timedelta(days=1)
OPEN = (Stage.INBOX, Stage.PLANNED, Stage.DELEGATED, Stage.IN_REVIEW)


def held(store: Store, place: Place) -> list[str]:
    """The titles of a list, as its pages bring them."""
    found: list[TaskId] = []
    while page := lines.lines(store, place, today=TODAY, offset=len(found), limit=3):
        found += [line.id for line in page]
    known = tasks.some(store, found)
    return [known[number].title for number in found]


def columns(store: Store, view: View) -> dict[str, list[str]]:
    return {stage.value: shown for stage in Stage if (shown := held(store, Place(view).column(stage)))}


@pytest.mark.parametrize("place", [Place(View.DONE), Place(View.TRASH), Place().column(Stage.DONE)])
def test_a_page_far_down_what_is_finished_is_the_same_from_either_end(store: Store, place: Place) -> None:
    stage = Stage.DROPPED if place.view is View.TRASH else Stage.DONE
    for number in range(23):
        done_at = None if number % 7 == 3 else NOW - timedelta(hours=number % 5)  # an import may not know when
        rows.task(store, f"task {number}", stage=stage, done_at=done_at)
    whole = lines.lines(store, place, today=TODAY, limit=100)
    assert len(whole) == 23
    for offset in range(25):
        page = lines.lines(store, place, today=TODAY, offset=offset, limit=4)
        assert page == whole[offset : offset + 4]
        assert [line.id for line in page] == [
            task.id for task in tasks.page(store, place, today=TODAY, offset=offset, limit=4)
        ]


# what becomes of a list's tasks


def test_the_board_of_today_shows_what_is_out_and_what_was_done_today(store: Store) -> None:
    for stage in OPEN:
        rows.task(store, f"{stage} due", stage=stage, due=TODAY)
        rows.task(store, f"{stage} later", stage=stage, due=TOMORROW)
        rows.task(store, f"{stage} some day", stage=stage)
    rows.task(store, "chosen", stage="delegated", chosen_on=TODAY)
    rows.task(store, "done today", stage="done", done_at=NOW)
    rows.task(store, "done before", stage="done", done_at=NOW - timedelta(days=1), due=TODAY)
    assert columns(store, View.TODAY) == {
        "inbox": ["inbox due"],
        "planned": ["planned due"],
        "delegated": ["delegated due", "chosen"],
        "in_review": ["in_review due"],
        "done": ["done today"],
    }


def test_the_board_of_upcoming_shows_later_days_in_every_stage(store: Store) -> None:
    for stage in OPEN:
        rows.task(store, f"{stage} due", stage=stage, due=TODAY)
        rows.task(store, f"{stage} later", stage=stage, due=TOMORROW)
    rows.task(store, "done early", stage="done", done_at=NOW, due=TOMORROW)
    rows.task(store, "done", stage="done", done_at=NOW, due=TODAY)
    assert columns(store, View.UPCOMING) == {
        **{stage.value: [f"{stage} later"] for stage in OPEN},
        "done": ["done early"],
    }


def test_the_board_of_waiting_follows_what_people_were_asked(store: Store) -> None:
    nora = rows.person(store, "Nora")
    for stage, state in (("delegated", "open"), ("in_review", "answered"), ("done", "closed"), ("inbox", "closed")):
        done = NOW if stage == "done" else None
        rows.delegation(
            store, rows.task(store, f"{stage} asked", stage=stage, done_at=done), person_id=nora, state=state
        )
        rows.task(store, f"{stage} alone", stage=stage, done_at=done)
    again = rows.task(store, "then handed to a machine", stage="in_review")
    rows.delegation(store, again, person_id=nora, state="closed")
    rows.delegation(
        store, again, specialist_id=rows.specialist(store, "Editor", rows.provider(store)), state="answered"
    )
    for stage in (Stage.DELEGATED, Stage.IN_REVIEW, Stage.DONE):
        assert held(store, Place(View.WAITING).column(stage)) == [f"{stage} asked"]
        assert tasks.count(store, Place(View.WAITING).column(stage), today=TODAY) == 1


@pytest.mark.parametrize("view", [View.INBOX, View.TODAY, View.UPCOMING, View.WAITING])
@pytest.mark.parametrize("stage", Stage)
def test_a_column_is_read_without_a_whole_table(store: Store, view: View, stage: Stage) -> None:
    place = Place(view).column(stage)
    assert whole_tables(plan(store, lambda store: lines.lines(store, place, today=TODAY))) == []
    counted = plan(store, lambda store: tasks.count(store, place, today=TODAY))
    assert whole_tables(counted) == []
    assert tasks.is_counted(place) == any("tally" in step for step in counted)


def test_what_people_have_done_is_reached_from_what_they_were_asked(store: Store) -> None:
    place = Place(View.WAITING).column(Stage.DONE)
    for read in (lines.lines, tasks.count):
        steps = plan(store, lambda store, read=read: read(store, place, today=TODAY))
        assert not [step for step in steps if "task_done" in step]


# what a search finds of a stage


def found(store: Store, text: str, stage: Stage | None = None, **more: int) -> list[str]:
    return [one.task.title for one in search.found(store, text, today=TODAY, now=NOW, stage=stage, **more)]


@pytest.fixture
def fairs(store: Store) -> Store:
    for stage in Stage:
        for number in range(4):
            done = None if stage.open else NOW
            rows.task(store, f"Fair {stage} {number}", stage=stage, done_at=done)
        rows.task(store, f"Other {stage}", stage=stage, notes="about the fair", done_at=None if stage.open else NOW)
    return store


@pytest.mark.parametrize("stage", [stage for stage in Stage if stage is not Stage.DROPPED])
def test_a_search_is_narrowed_to_a_stage(fairs: Store, stage: Stage) -> None:
    whole = [title for title in found(fairs, "fair") if f" {stage}" in title]
    assert found(fairs, "fair", stage) == whole == [*(f"Fair {stage} {n}" for n in (3, 2, 1, 0)), f"Other {stage}"]
    paged = [title for at in (0, 2, 4) for title in found(fairs, "fair", stage, offset=at, limit=2)]
    assert paged == whole


def test_what_a_search_marks_it_marks_in_a_stage(fairs: Store) -> None:
    (one, *_rest, last) = search.found(fairs, "fair", today=TODAY, now=NOW, stage=Stage.PLANNED)
    assert one.title_ranges == ((0, 4),)
    assert last.snippet is not None
    assert last.snippet.text == "about the fair"


@pytest.mark.parametrize(
    ("text", "stages"),
    [
        ("fair", {*OPEN, Stage.DONE}),
        ("fair is:open", {*OPEN}),
        ("fair is:done", {Stage.DONE}),
        ("fair is:review is:dropped", {Stage.IN_REVIEW, Stage.DROPPED}),
        ("fair -is:done -is:inbox", {Stage.PLANNED, Stage.DELEGATED, Stage.IN_REVIEW}),
        ("is:planned", {Stage.PLANNED}),
    ],
)
def test_the_stages_of_a_search_are_those_it_finds_something_in(fairs: Store, text: str, stages: set[Stage]) -> None:
    assert search.stages_of(search.read(text, now=NOW)) == stages
    assert {stage for stage in Stage if found(fairs, text, stage)} == stages


def test_a_stage_goes_by_the_text_index_in_its_order(fairs: Store) -> None:
    for text in ("fair", "is:open", "fair -other due:any", "#ops fair"):
        for stage in Stage:
            search_of = search.found
            if not found(fairs, text, stage):
                continue
            steps = plan(fairs, lambda store: search_of(store, text, today=TODAY, now=NOW, stage=stage))  # noqa: B023
            assert whole_tables(steps) == []
            assert not [step for step in steps if "TEMP B-TREE FOR ORDER" in step]


# by date, days follow each other


@pytest.fixture(params=["CET-1CEST,M3.5.0,M10.5.0/3", "EST5EDT,M3.2.0,M11.1.0", "<+14>-14", "<-12>12"])
def zone(request: pytest.FixtureRequest) -> Iterator[None]:
    before = os.environ["TZ"]
    os.environ["TZ"] = request.param
    time.tzset()
    yield
    os.environ["TZ"] = before
    time.tzset()


@pytest.mark.usefixtures("zone")
@pytest.mark.parametrize("stage", [None, Stage.INBOX])
@pytest.mark.parametrize("of_domain", [False, True])
def test_by_date_local_days_follow_each_other(store: Store, stage: Stage | None, of_domain: bool) -> None:
    domain = rows.domain(store, "Ops")
    for hours in range(-30, 60, 3):
        rows.task(
            store, f"{hours}", due=datetime(2026, 10, 14, 12, tzinfo=UTC) + timedelta(hours=hours), domain_id=domain
        )
    for day in range(12, 18):
        rows.task(store, f"day {day}", due=date(2026, 10, day), domain_id=domain)
    for number in range(4):
        rows.task(store, f"none {number}", domain_id=domain)
    place = Place(domain_id=domain if of_domain else None, order=Order.DATE, stage=stage)
    shown = held(store, place)
    assert len(shown) == 40
    assert shown[-4:] == ["none 3", "none 2", "none 1", "none 0"]
    known = {task.title: task for task in tasks.page(store, place, today=TODAY)}
    days = [task.due for title in shown[:-4] if (task := known[title])]
    local = [due.astimezone().date() if isinstance(due, datetime) else due for due in days]
    assert local == sorted(local)  # type: ignore[type-var]
    assert shown == [task.title for task in sorted(known.values(), key=lambda task: tasks.order_key(place, task))]
    keys = [line.key for line in lines.lines(store, place, today=TODAY)]
    assert keys == [lines.line_of(place, known[title]).key for title in shown]
