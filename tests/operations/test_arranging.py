"""The user's own order, the timer, checklists, tags and attachments."""

from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from random import Random

import pytest
import time_machine

from orchestrator_desktop.domain.changes import Kind
from orchestrator_desktop.domain.errors import UsageError, UserError
from orchestrator_desktop.domain.ids import AttachmentId, TaskId
from orchestrator_desktop.operations import attaching, checklists, family, stages, tagging, tasks, timing
from orchestrator_desktop.operations.undo import undo
from orchestrator_desktop.store import details
from orchestrator_desktop.store import tasks as reading
from orchestrator_desktop.store.places import Order, Place
from orchestrator_desktop.system.files import kept_path
from tests.operations.work import Work

TODAY = date(2026, 11, 26)
NOON = datetime(2026, 11, 26, 12, tzinfo=UTC)


def mine(work: Work) -> list[str]:
    place = Place(order=Order.MINE)
    return [task.title for task in reading.page(work.store, place, today=TODAY)]


def test_the_newest_is_first_until_it_is_moved(work: Work) -> None:
    one, two, three = (work.add(title) for title in ("one", "two", "three"))
    assert mine(work) == ["three", "two", "one"]
    family.arrange(work.store, task_ids=[one, three], after=two)
    assert mine(work) == ["two", "one", "three"]
    family.arrange(work.store, task_ids=[three], before=two)
    assert mine(work) == ["three", "two", "one"]
    undo(work.store)
    assert mine(work) == ["two", "one", "three"]


def test_there_is_always_room_between_two(work: Work) -> None:
    first, last, *others = (work.add(str(number)) for number in range(8))
    family.arrange(work.store, task_ids=[first, last], before=others[-1])
    for number in range(120):
        moved = others[number % len(others)]
        family.arrange(work.store, task_ids=[moved], after=first, before=TaskId(_below(work, first)))
        assert mine(work)[:2] == ["0", work.task(moved).title]
        last = moved


def _below(work: Work, task_id: TaskId) -> int:
    ids = [task.id for task in reading.page(work.store, Place(order=Order.MINE), today=TODAY)]
    return ids[ids.index(task_id) + 1]


def test_parts_have_an_order_of_their_own(work: Work) -> None:
    whole = work.add("whole")
    given = tasks.Given(parent_id=whole)
    ids = [TaskId(tasks.add(work.store, line=title, given=given).first(Kind.TASK)) for title in ("a", "b", "c")]
    family.arrange(work.store, task_ids=[ids[2]], before=ids[0])
    assert [task.title for task in reading.parts(work.store, whole)] == ["c", "a", "b"]


def test_one_timer_at_a_time_and_it_counts_through_a_crash(work: Work) -> None:
    one, two = work.add("one"), work.add("two")
    with time_machine.travel(NOON, tick=False) as clock:
        timing.start_timer(work.store, task_id=one)
        clock.shift(timedelta(minutes=10))
        timing.start_timer(work.store, task_id=two)
        assert (work.task(one).spent_seconds, work.task(one).timer_since) == (600, None)
        clock.shift(timedelta(minutes=5))
        running = reading.timed(work.store)
        assert running is not None and running.id == two
        stages.complete(work.store, task_id=two)
        assert (work.task(two).spent_seconds, work.task(two).timer_since) == (300, None)
    detail = work.store.value("SELECT json_extract(detail, '$.seconds') FROM ledger WHERE event = 'executed'")
    assert detail == 300
    with pytest.raises(UserError, match="No timer runs"):
        timing.stop_timer(work.store)


def test_a_clock_that_was_set_back_takes_nothing_away(work: Work) -> None:
    task_id = work.add("one")
    with time_machine.travel(NOON, tick=False) as clock:
        timing.set_spent(work.store, task_id=task_id, seconds=60)
        timing.start_timer(work.store, task_id=task_id)
        clock.shift(timedelta(hours=-2))
        timing.stop_timer(work.store)
    assert work.task(task_id).spent_seconds == 60
    with pytest.raises(UsageError):
        timing.set_spent(work.store, task_id=task_id, seconds=-1)


def test_checklist_lines_keep_their_order(work: Work) -> None:
    task_id = work.add("Launch")
    checklists.add_checks(work.store, task_id=task_id, texts=["a", "c"])
    first, last = details.checklist(work.store, task_id)
    checklists.add_checks(work.store, task_id=task_id, texts=["b1", "b2"], after=first.id)
    checklists.move_check(work.store, item_id=last.id, after=None)
    checklists.check(work.store, item_id=first.id, done=True)
    assert [(item.text, item.done) for item in details.checklist(work.store, task_id)] == [
        ("c", False),
        ("a", True),
        ("b1", False),
        ("b2", False),
    ]
    checklists.remove_check(work.store, item_id=first.id)
    assert len(details.checklist(work.store, task_id)) == 3


def test_a_tag_no_task_has_is_gone(work: Work) -> None:
    one, two = work.add("one"), work.add("two")
    tagging.tag(work.store, task_ids=[one, two], add=["Urgent"])
    tagging.tag(work.store, task_ids=[one], add=["urgent"], remove=["other"])
    assert details.tags(work.store, one) == ["Urgent"]
    tagging.tag(work.store, task_ids=[one, two], remove=["URGENT"])
    assert details.all_tags(work.store) == []


def test_attached_files_are_kept_once_each_and_outlive_their_source(work: Work, tmp_path: Path) -> None:
    task_id, folder = work.add("Launch"), work.store.path.parent
    (tmp_path / "a.pdf").write_bytes(b"%PDF same")
    (tmp_path / "b.pdf").write_bytes(b"%PDF same")
    attaching.attach(work.store, task_id=task_id, paths=[tmp_path / "a.pdf", tmp_path / "b.pdf"])
    (tmp_path / "a.pdf").unlink()
    found = details.attachments(work.store, task_id)
    assert [(file.name, file.bytes) for file in found] == [("a.pdf", 9), ("b.pdf", 9)]
    path = kept_path(folder, found[0].sha256)
    assert path.read_bytes() == b"%PDF same" and len(list((folder / "files").glob("??/*"))) == 1
    assert path.stat().st_mode & 0o077 == 0
    attaching.detach(work.store, attachment_id=AttachmentId(found[0].id))
    undo(work.store)
    assert len(details.attachments(work.store, task_id)) == 2


def test_the_content_goes_when_neither_a_task_nor_undo_needs_it(work: Work, tmp_path: Path) -> None:
    task_id, folder = work.add("Launch"), work.store.path.parent
    (tmp_path / "a.pdf").write_bytes(b"%PDF")
    attaching.attach(work.store, task_id=task_id, paths=[tmp_path / "a.pdf"])
    path = kept_path(folder, details.attachments(work.store, task_id)[0].sha256)
    tomorrow = datetime.now(UTC) + timedelta(days=2)
    stages.drop(work.store, task_ids=[task_id])
    assert attaching.forget_contents(work.store, now=tomorrow) == 0
    stages.clear_trash(work.store)
    assert path.exists()  # kept a moment ago: its row could still be on its way
    assert attaching.forget_contents(work.store, now=tomorrow) == 0  # undo may yet bring its row back
    work.store.execute("DELETE FROM undo_step")
    assert attaching.forget_contents(work.store, now=datetime.now(UTC)) == 0
    assert attaching.forget_contents(work.store, now=tomorrow) == 1 and not path.exists()


def test_what_cannot_be_read_attaches_nothing(work: Work, tmp_path: Path) -> None:
    task_id = work.add("Launch")
    (tmp_path / "a.txt").write_text("there")
    for bad in (tmp_path / "gone.txt", tmp_path):
        with pytest.raises(UserError, match="Nothing was changed"):
            attaching.attach(work.store, task_id=task_id, paths=[tmp_path / "a.txt", bad])
    assert details.attachments(work.store, task_id) == []


def test_estimates_of_a_view_are_summed(work: Work) -> None:
    for line in ("a ~30min", "b ~1h", "c"):
        work.add(line)
    assert reading.estimate_minutes(work.store, Place(), today=TODAY) == (90, 1)


def test_any_order_of_moves_is_the_order_asked_for(work: Work) -> None:
    titles = [f"{number}" for number in range(40)]
    for title in titles:
        work.add(title)
    whole = work.add("whole")
    given = tasks.Given(parent_id=whole)
    parts = [TaskId(tasks.add(work.store, line=f"p{n}", given=given).first(Kind.TASK)) for n in range(4)]
    random = Random(2026)
    for _ in range(120):
        order = _mine_ids(work)
        moved = random.sample(order, random.choice((1, 1, 2, 12, 30)))
        left = [each for each in order if each not in moved]
        at = random.choice((3, 3, 3, len(left), 0))
        after, before = (left[at - 1] if at else None), (left[at] if at < len(left) else None)
        family.arrange(work.store, task_ids=moved, after=after, before=before)
        assert _mine_ids(work) == left[:at] + moved + left[at:]
    assert [task.id for task in reading.parts(work.store, whole)] == parts


def test_neighbours_that_another_window_has_moved_apart_or_round_put_it_below_the_first(work: Work) -> None:
    ids = [work.add(str(number)) for number in range(6)]
    order = _mine_ids(work)
    family.arrange(work.store, task_ids=[ids[0]], after=order[3], before=order[1])
    assert _mine_ids(work) == [*order[:4], ids[0], order[4]]
    order = _mine_ids(work)
    family.arrange(work.store, task_ids=[order[-1]], after=order[0], before=order[2])
    assert _mine_ids(work)[0] == order[0]


def _mine_ids(work: Work) -> list[TaskId]:
    return [task.id for task in reading.page(work.store, Place(order=Order.MINE), today=TODAY)]


def test_a_line_is_put_between_two_others_as_often_as_one_likes(work: Work) -> None:
    task_id = work.add("Launch")
    checklists.add_checks(work.store, task_id=task_id, texts=list("abcde"))
    for number in range(150):
        first, *others, last = [item.id for item in details.checklist(work.store, task_id)]
        checklists.move_check(work.store, item_id=last, after=first)
        assert [item.id for item in details.checklist(work.store, task_id)] == [first, last, *others]
        if number % 50 == 0:
            checklists.add_checks(work.store, task_id=task_id, texts=["x", "y"], after=first)
            assert [item.text for item in details.checklist(work.store, task_id)][1:3] == ["x", "y"]
    before = [item.id for item in details.checklist(work.store, task_id)]
    checklists.move_check(work.store, item_id=before[1], after=before[1])
    checklists.move_check(work.store, item_id=before[2], after=before[1])
    assert [item.id for item in details.checklist(work.store, task_id)] == before


def test_a_tag_is_known_among_a_thousand_and_taken_off_however_it_is_written(work: Work) -> None:
    one, two = work.add("one"), work.add("two")
    tagging.tag(work.store, task_ids=[one], add=[f"tag {number}" for number in range(1_000)] + ["École"])
    tagging.tag(work.store, task_ids=[two], add=["TAG 999", "#école", "tag 7"])
    assert details.tags(work.store, two) == ["tag 7", "tag 999", "École"]
    tagging.tag(work.store, task_ids=[two], remove=["#Tag  999", "+ÉCOLE", "never given"])
    assert details.tags(work.store, two) == ["tag 7"]
    stages.drop(work.store, task_ids=[one])
    stages.clear_trash(work.store)
    assert details.all_tags(work.store) == ["tag 7"]


def test_several_needs_are_all_taken_or_none(work: Work) -> None:
    one, two, three = (work.add(title) for title in ("one", "two", "three"))
    family.need(work.store, task_id=three, needs=one)
    with pytest.raises(UserError, match="wait for each other"):
        family.need_each(work.store, task_id=one, needs=[two, three])
    assert details.needs(work.store, one) == []
    family.need_each(work.store, task_id=three, needs=[one, two, two])
    assert len(details.needs(work.store, three)) == 2
    undo(work.store)
    family.need_none(work.store, task_id=three, needs=[one, two])
    assert details.needs(work.store, three) == []


@pytest.mark.parametrize("place", [1e15, 1e18, -1e300])
def test_tasks_whose_places_a_file_put_far_out_are_moved_too(work: Work, place: float) -> None:
    one, two, three = (work.add(title) for title in ("one", "two", "three"))
    with work.store.writing():
        work.store.execute("UPDATE task SET position = ?", (place,))
    assert mine(work) == ["one", "two", "three"]
    family.arrange(work.store, task_ids=[three], after=one, before=two)
    assert mine(work) == ["one", "three", "two"]
