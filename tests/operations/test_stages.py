"""Tasks with parts, repeating tasks, the trash: what happens to one when something happens to another."""

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
import time_machine

from orchestrator_desktop.domain.changes import Kind
from orchestrator_desktop.domain.errors import UserError
from orchestrator_desktop.domain.ids import TaskId
from orchestrator_desktop.domain.task import Stage, Task
from orchestrator_desktop.operations import checklists, family, repeating, reviews, stages, tagging, tasks
from orchestrator_desktop.operations.settings import set_setting
from orchestrator_desktop.operations.undo import undo
from orchestrator_desktop.store import days, details
from orchestrator_desktop.store import tasks as reading
from tests.operations.work import Work

MONDAY = datetime(2026, 11, 30, 10, tzinfo=UTC)


def part(work: Work, line: str, of: TaskId) -> TaskId:
    return TaskId(tasks.add(work.store, line=line, given=tasks.Given(parent_id=of)).first(Kind.TASK))


def following(work: Work, task_id: TaskId) -> Task | None:
    found = work.store.value("SELECT id FROM task WHERE repeats_of = ?", (task_id,))
    return None if found is None else work.task(TaskId(found))


def test_parts_at_any_depth_are_done_with_their_whole_and_come_back_with_it(work: Work) -> None:
    whole = work.add("Launch")
    inner = part(work, "Site", whole)
    deepest = part(work, "Texts", inner)
    early = part(work, "Name", whole)
    stages.complete(work.store, task_id=early)
    stages.complete(work.store, task_id=whole)
    assert {work.stage(each) for each in (whole, inner, deepest, early)} == {Stage.DONE}
    stages.reopen(work.store, task_id=whole)
    assert [work.stage(each) for each in (whole, inner, deepest, early)] == [Stage.PLANNED] * 3 + [Stage.DONE]


def test_a_part_that_is_reopened_opens_what_it_is_a_part_of(work: Work) -> None:
    whole = work.add("Launch")
    inner = part(work, "Site", whole)
    stages.complete(work.store, task_id=whole)
    stages.reopen(work.store, task_id=inner)
    assert work.stage(whole) is Stage.PLANNED


def test_whole_and_part_chosen_together_are_completed_once(work: Work) -> None:
    whole = work.add("Launch")
    inner = part(work, "Site", whole)
    changes = stages.complete_all(work.store, task_ids=[inner, whole])
    assert set(changes.of(Kind.TASK)) == {whole, inner}
    assert len([1 for row in work.store.rows("SELECT event FROM ledger WHERE event = 'executed'")]) == 2


def test_a_finished_task_takes_no_new_part(work: Work) -> None:
    whole = work.add("Launch")
    stages.complete(work.store, task_id=whole)
    with pytest.raises(UserError, match="already finished"):
        part(work, "Site", whole)


def test_no_task_is_a_part_of_itself(work: Work) -> None:
    whole = work.add("Launch")
    inner = part(work, "Site", whole)
    for of in (whole, inner):
        with pytest.raises(UserError, match="part of itself"):
            family.make_part(work.store, task_ids=[whole], of=of)


def test_needs_never_go_in_a_circle(work: Work) -> None:
    one, two, three = (work.add(line) for line in ("one", "two", "three"))
    family.need(work.store, task_id=one, needs=two)
    family.need(work.store, task_id=two, needs=three)
    for needed in (one, three):
        with pytest.raises(UserError, match="wait for each other"):
            family.need(work.store, task_id=three, needs=one if needed == one else three)
    assert work.task(one).blocked and not work.task(three).blocked
    stages.complete(work.store, task_id=three)
    assert not work.task(two).blocked


def test_completing_makes_the_next_instance_once(work: Work) -> None:
    with time_machine.travel(MONDAY, tick=False):
        task_id = work.add("Report every monday ~30min #ops")
        tagging.tag(work.store, task_ids=[task_id], add=["weekly"])
        checklists.add_checks(work.store, task_id=task_id, texts=["figures", "words"])
        part(work, "Ask Nora", task_id)
        stages.complete(work.store, task_id=task_id)
        made = following(work, task_id)
        assert made is not None and made.due == date(2026, 12, 7)
        assert (made.title, made.estimate_minutes, made.domain, made.parts) == ("Report", 30, "Ops", 1)
        assert details.tags(work.store, made.id) == ["weekly"]
        assert [item.text for item in details.checklist(work.store, made.id)] == ["figures", "words"]
        stages.reopen(work.store, task_id=task_id)
        stages.complete(work.store, task_id=task_id)
        assert work.store.value("SELECT count(*) FROM task WHERE title = 'Report'") == 2
        undo(work.store)
        undo(work.store)
        undo(work.store)
        assert following(work, task_id) is None


def test_what_was_missed_comes_once(work: Work) -> None:
    with time_machine.travel(MONDAY, tick=False):
        task_id = work.add("Water the plants every day")
    with time_machine.travel(MONDAY + timedelta(days=12), tick=False):
        stages.complete(work.store, task_id=task_id)
        made = following(work, task_id)
        assert made is not None and made.due == date(2026, 12, 13)
        assert work.store.value("SELECT count(*) FROM task WHERE stage <> 'done'") == 1


def test_an_accepted_result_makes_the_next_instance_too(work: Work) -> None:
    task_id = work.in_review("Summary every friday")
    reviews.accept(work.store, task_id=task_id)
    assert following(work, task_id) is not None


def test_a_rule_that_has_ended_makes_none(work: Work) -> None:
    task_id = work.add("Exercise")
    tasks.edit(work.store, task_id=task_id, due=date(2026, 11, 2), recurrence=_rule("FREQ=WEEKLY;COUNT=1"))
    stages.complete(work.store, task_id=task_id)
    assert following(work, task_id) is None


def test_an_instance_left_out_moves_to_the_next_date(work: Work) -> None:
    with time_machine.travel(MONDAY, tick=False):
        task_id = work.add("Report every monday")
        tasks.edit(work.store, task_id=task_id, deadline=date(2026, 12, 2))
        repeating.skip(work.store, task_id=task_id)
        assert (work.task(task_id).due, work.task(task_id).deadline) == (date(2026, 12, 7), date(2026, 12, 9))
    with pytest.raises(UserError, match="no next date"):
        repeating.skip(work.store, task_id=work.add("Once"))


def test_a_local_time_is_the_same_across_a_change_of_the_clock(work: Work, monkeypatch: pytest.MonkeyPatch) -> None:
    paris = ZoneInfo("Europe/Paris")
    with time_machine.travel(datetime(2026, 10, 23, 12, tzinfo=paris), tick=False):
        task_id = work.add("Stand-up every friday at 9am")
        tasks.edit(work.store, task_id=task_id, due=datetime(2026, 10, 23, 9, tzinfo=paris))
        stages.complete(work.store, task_id=task_id)
        made = following(work, task_id)
        assert made is not None and isinstance(made.due, datetime)
        local = made.due.astimezone()
        assert (local.hour, local.minute) == (9, 0)


def test_the_trash_is_cleared_of_what_is_old_with_its_parts(work: Work) -> None:
    with time_machine.travel(MONDAY - timedelta(days=31), tick=False):
        old = work.add("Old")
        part(work, "Old part", old)
        stages.drop(work.store, task_ids=[old])
    young = work.add("Young")
    stages.drop(work.store, task_ids=[young])
    with time_machine.travel(MONDAY, tick=False):
        stages.clear_old_trash(work.store, now=datetime.now(UTC))
    assert [row["title"] for row in work.store.rows("SELECT title FROM task")] == ["Young"]
    assert reading.count(work.store, reading.Place(reading.View.TRASH), today=date(2026, 11, 30)) == 1
    work.sound()


@pytest.mark.parametrize("stage", [Stage.DELEGATED, Stage.IN_REVIEW])
def test_nothing_goes_out_by_being_moved(work: Work, stage: Stage) -> None:
    task_id = work.add("Launch")
    with pytest.raises(UserError, match="handed over"):
        stages.set_stage(work.store, task_ids=[task_id], stage=stage)
    assert work.stage(task_id) is Stage.INBOX


def test_stages_of_a_board(work: Work) -> None:
    task_id = work.add("Launch")
    for stage in (Stage.PLANNED, Stage.INBOX, Stage.DONE, Stage.INBOX, Stage.DROPPED, Stage.PLANNED):
        stages.set_stage(work.store, task_ids=[task_id], stage=stage)
        assert work.stage(task_id) is stage
    out = work.add("Out")
    work.delegate(out)
    with pytest.raises(UserError, match="out or in review"):
        stages.set_stage(work.store, task_ids=[out], stage=Stage.INBOX)


def test_before_the_hour_the_day_is_still_yesterdays(work: Work) -> None:
    set_setting(work.store, key=days.ROLLOVER, value=4)
    night = datetime(2026, 12, 1, 2, 30).astimezone()
    assert days.today(work.store, night) == date(2026, 11, 30)
    assert days.today(work.store, night + timedelta(hours=2)) == date(2026, 12, 1)


def repeating_part(work: Work, of: TaskId, rrule: str = "FREQ=WEEKLY") -> TaskId:
    made = part(work, "Water", of)
    tasks.edit(work.store, task_id=made, due=MONDAY.date(), recurrence=_rule(rrule))
    return made


def open_titles(work: Work) -> list[str]:
    found = work.store.rows("SELECT title FROM task WHERE stage NOT IN ('done', 'dropped') ORDER BY id")
    return [row["title"] for row in found]


def test_a_part_that_repeats_ends_with_a_whole_that_does_not(work: Work) -> None:
    with time_machine.travel(MONDAY, tick=False):
        whole = work.add("Holiday")
        inner = repeating_part(work, part(work, "Garden", whole))
        stages.complete(work.store, task_id=whole)
        assert open_titles(work) == []
        stages.reopen(work.store, task_id=whole)
        stages.complete(work.store, task_id=inner)
        made = following(work, inner)
        assert made is not None and made.due == date(2026, 12, 7)


def test_a_part_that_repeats_comes_again_in_the_next_instance_of_its_whole(work: Work) -> None:
    with time_machine.travel(MONDAY, tick=False):
        whole = work.add("Garden every month")
        beds = part(work, "Beds", whole)
        first = repeating_part(work, beds)
        over = repeating_part(work, beds, rrule="FREQ=WEEKLY;COUNT=1")
        stages.complete(work.store, task_id=first)
        second = following(work, first)
        assert second is not None and second.parent_id == beds
        stages.complete(work.store, task_id=whole)
        again, third = following(work, whole), following(work, second.id)
        assert again is not None and third is not None and following(work, over) is None
        (copied,) = reading.parts(work.store, again.id)
        assert (copied.title, third.parent_id, third.due) == ("Beds", copied.id, date(2026, 12, 14))
        assert third.recurrence is not None and third.stage is Stage.PLANNED
        assert work.store.value(NOTHING_OPEN_BENEATH) == 0
        undo(work.store)
        assert following(work, second.id) is None and work.stage(second.id) is Stage.PLANNED


NOTHING_OPEN_BENEATH = """SELECT count(*) FROM task JOIN task AS whole ON whole.id = task.parent_id
WHERE task.stage NOT IN ('done', 'dropped') AND whole.stage IN ('done', 'dropped')"""


def test_an_accepted_result_ends_the_open_parts_too(work: Work) -> None:
    whole = work.in_review("Launch every month")
    inner = repeating_part(work, whole)
    reviews.accept(work.store, task_id=whole)
    assert work.stage(inner) is Stage.DONE
    assert work.store.value(NOTHING_OPEN_BENEATH) == 0
    undo(work.store)
    assert (work.stage(whole), work.stage(inner)) == (Stage.IN_REVIEW, Stage.INBOX)


def test_parts_a_thousand_deep_come_again(work: Work) -> None:
    whole = inner = work.add("Deep every day")
    for _ in range(1_100):
        inner = part(work, "deeper", inner)
    stages.complete(work.store, task_id=whole)
    assert work.store.value("SELECT count(*) FROM task WHERE stage = 'planned'") == 1_101


def test_the_trash_takes_nothing_along_that_was_not_dropped(work: Work) -> None:
    whole, later = work.add("Launch"), work.add("Later")
    finished, moved = part(work, "Name", whole), part(work, "Site", whole)
    stages.complete(work.store, task_id=finished)
    stages.drop(work.store, task_ids=[whole])
    family.make_part(work.store, task_ids=[moved], of=later)
    stages.reopen(work.store, task_id=moved)
    stages.clear_trash(work.store)
    left = {row["title"]: row["stage"] for row in work.store.rows("SELECT title, stage FROM task")}
    assert left == {"Later": "inbox", "Name": "done", "Site": "planned"}
    assert work.task(finished).parent_id is None
    work.sound()


def test_what_was_dropped_in_any_order_is_removed_whatever_it_is_a_part_of(work: Work) -> None:
    inner, middle, whole = work.add("Inner"), work.add("Middle"), work.add("Whole")
    family.make_part(work.store, task_ids=[inner], of=middle)
    family.make_part(work.store, task_ids=[middle], of=whole)
    for task_id in (inner, middle, whole):
        stages.drop(work.store, task_ids=[task_id])
    stages.clear_trash(work.store)
    assert work.store.value("SELECT count(*) FROM task") == 0
    work.sound()


def test_an_instance_that_was_put_off_alone_does_not_put_off_the_next(work: Work) -> None:
    with time_machine.travel(MONDAY, tick=False):
        early, late = work.add("Early every week"), work.add("Late every day")
        tasks.edit(work.store, task_id=early, due=date(2026, 12, 4), defer=date(2026, 12, 2))
        tasks.edit(work.store, task_id=late, due=date(2026, 11, 30), defer=date(2026, 12, 3))
    with time_machine.travel(MONDAY + timedelta(days=4), tick=False):
        for task_id in (early, late):
            stages.complete(work.store, task_id=task_id)
        weekly, daily = following(work, early), following(work, late)
        assert weekly is not None and daily is not None and isinstance(weekly.due, date)
        assert weekly.defer == weekly.due - timedelta(days=2)
        assert (daily.due, daily.defer) == (date(2026, 12, 5), None)


def test_chosen_for_today_stays_so_for_who_flies_west(work: Work) -> None:
    task_id = work.add("Call")
    tasks.edit(work.store, task_id=task_id, chosen_on=date(2026, 12, 1))
    for day in (date(2026, 11, 30), date(2026, 12, 1), date(2026, 12, 9)):
        shown = reading.page(work.store, reading.Place(reading.View.TODAY), today=day)
        assert [task.id for task in shown] == [task_id]
        assert reading.count(work.store, reading.Place(reading.View.UPCOMING), today=day) == 0


@pytest.mark.parametrize(
    ("due", "rule", "made"),
    [
        (date(9999, 12, 31), "FREQ=DAILY", None),
        (date(9998, 12, 31), "FREQ=YEARLY", date(9999, 12, 31)),
        (datetime(9999, 12, 30, 23, 30, tzinfo=UTC), "FREQ=DAILY", None),
        (date(2026, 11, 30), "FREQ=YEARLY;INTERVAL=9999", None),
    ],
)
def test_at_the_end_of_the_calendar_a_rule_has_ended(work: Work, due: date, rule: str, made: date | None) -> None:
    task_id = work.add("Far")
    tasks.edit(work.store, task_id=task_id, due=due, deadline=date(9999, 12, 31), recurrence=_rule(rule))
    stages.complete(work.store, task_id=task_id)
    found = following(work, task_id)
    assert (None if found is None else found.due) == made
    assert work.stage(task_id) is Stage.DONE


def _rule(rrule: str):  # type: ignore[no-untyped-def]
    from orchestrator_desktop.domain.recurrence import Recurrence

    return Recurrence(rrule)
