"""One act: its changes, its step, its place in the undo history."""

from datetime import UTC, datetime, timedelta

import pytest
import time_machine

from orchestrator_desktop.domain.changes import Kind
from orchestrator_desktop.domain.errors import UserError
from orchestrator_desktop.domain.ids import StepId
from orchestrator_desktop.domain.ledger import Event
from orchestrator_desktop.operations import briefs, stages, tasks
from orchestrator_desktop.operations.acting import STEPS_KEPT, acting
from orchestrator_desktop.operations.undo import undo
from orchestrator_desktop.store import delegations as reading
from tests.operations.work import Work

NOON = datetime(2026, 10, 14, 12, 0, tzinfo=UTC)


def steps(work: Work) -> int:
    return int(work.store.value("SELECT count(*) FROM undo_step"))


def test_changes_name_the_act_and_its_rows_in_order(work: Work) -> None:
    changes = tasks.add(work.store, line="Call #ops @nora")
    assert changes.name == "Add"
    assert list(changes.ids) == [Kind.PERSON, Kind.DOMAIN, Kind.TASK]
    assert changes.step == work.store.value("SELECT max(id) FROM undo_step")


def test_changes_are_not_told_before_the_transaction_is_over(work: Work) -> None:
    with pytest.raises(RuntimeError, match="after its transaction"), acting(work.store, "x") as act:
        act.insert(Kind.DOMAIN, {"name": "Ops", "created_at": act.now})
        _ = act.changes
    assert work.store.value("SELECT count(*) FROM domain") == 0


def test_an_act_that_fails_leaves_nothing_behind(work: Work) -> None:
    before = (work.dump(), work.standing(), steps(work))
    with pytest.raises(ZeroDivisionError), acting(work.store, "x") as act:
        act.insert(Kind.DOMAIN, {"name": "Ops", "created_at": act.now})
        act.note(Event.CAPTURED, None)
        raise ZeroDivisionError
    assert (work.dump(), work.standing(), steps(work)) == before


def test_ledger_entries_carry_the_step_and_the_moment(work: Work) -> None:
    with time_machine.travel(NOON, tick=False):
        changes = tasks.add(work.store, line="Call")
    row = work.store.row("SELECT at, step_id, event FROM ledger")
    assert row is not None
    assert tuple(row) == ("2026-10-14T12:00:00.000000Z", changes.step, "captured")


def test_typing_in_one_field_within_a_minute_is_one_step(work: Work) -> None:
    task_id = work.add("First")
    before = work.dump()
    made = set()
    with time_machine.travel(NOON, tick=False) as clock:
        for text in ("F", "Fi", "Fir", "Second", "Third"):
            made.add(tasks.edit(work.store, task_id=task_id, title=text).step)
            clock.shift(timedelta(seconds=14))
    assert len(made) == 1
    assert work.store.value("SELECT count(*) FROM undo_change WHERE step_id = ?", (made.pop(),)) == 1
    assert undo(work.store).name == "Edit"
    assert work.dump() == before


def test_typing_goes_on_as_another_step_after_a_minute(work: Work) -> None:
    task_id = work.add("First")
    with time_machine.travel(NOON, tick=False) as clock:
        first = tasks.edit(work.store, task_id=task_id, title="Second").step
        clock.shift(timedelta(seconds=61))
        assert tasks.edit(work.store, task_id=task_id, title="Third").step != first
    undo(work.store)
    assert work.task(task_id).title == "Second"


def test_another_field_or_task_or_act_between_begins_another_step(work: Work) -> None:
    one, other = work.add("One"), work.add("Other")
    made = [
        tasks.edit(work.store, task_id=one, title="a").step,
        tasks.edit(work.store, task_id=one, notes="a").step,
        tasks.edit(work.store, task_id=one, title="b").step,
        tasks.edit(work.store, task_id=other, title="b").step,
        stages.complete(work.store, task_id=other).step,
        tasks.edit(work.store, task_id=other, title="c").step,
    ]
    assert len(set(made)) == len(made)


def test_typing_after_an_undo_is_a_new_step(work: Work) -> None:
    task_id = work.add("First")
    first = tasks.edit(work.store, task_id=task_id, title="Second").step
    undo(work.store)
    assert tasks.edit(work.store, task_id=task_id, title="Third").step != first
    undo(work.store)
    assert work.task(task_id).title == "First"


def test_values_that_are_chosen_do_not_merge(work: Work) -> None:
    task_id = work.add("First")
    for domain in ("A", "B", None):
        tasks.edit(work.store, task_id=task_id, domain=domain)
    undo(work.store)
    assert work.task(task_id).domain == "B"


def test_two_texts_typed_together_merge_whichever_of_them_changes(work: Work) -> None:
    task_id = work.add("t0", notes="n0")
    before = work.dump()
    for title, notes in (("t1", "n0"), ("t1", "n1"), ("t2", "n2")):
        tasks.edit(work.store, task_id=task_id, title=title, notes=notes)
    undo(work.store)
    assert work.dump() == before


def test_a_brief_typed_from_nothing_is_one_step_that_takes_it_away(work: Work) -> None:
    task_id = work.add()
    for text in ("W", "Wr", "Write it."):
        briefs.edit_brief(work.store, task_id=task_id, objective=text)
    undo(work.store)
    assert reading.latest_brief(work.store, task_id) is None


def test_two_hundred_steps_are_kept(work: Work) -> None:
    for number in range(STEPS_KEPT + 15):
        work.add(f"t{number}")
    assert steps(work) == STEPS_KEPT == 200
    assert work.store.value("SELECT count(DISTINCT step_id) FROM undo_change") == STEPS_KEPT
    for _ in range(STEPS_KEPT):
        undo(work.store)
    assert work.store.value("SELECT count(*) FROM task") == 15
    with pytest.raises(UserError, match="nothing to undo"):
        undo(work.store)


def test_long_typing_keeps_two_texts_not_all_between(work: Work) -> None:
    task_id = work.add()
    for length in range(1, 40):
        tasks.edit(work.store, task_id=task_id, notes="x" * 1000 * length)
    kept = work.store.value("SELECT sum(length(before) + length(after)) FROM undo_change WHERE tbl = 'task'")
    assert kept < 45_000


def test_numbers_of_steps_and_rows_are_never_used_again(work: Work) -> None:
    first = tasks.add(work.store, line="a #one @two")
    undo(work.store)
    second = tasks.add(work.store, line="a #one @two")
    for kind in (Kind.TASK, Kind.DOMAIN, Kind.PERSON):
        assert second.first(kind) > first.first(kind)
    assert second.step is not None
    assert second.step > (first.step or StepId(0))
