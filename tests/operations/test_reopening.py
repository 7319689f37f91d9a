"""Reopening a task that repeats: the next instance goes again, unless somebody works with it by now."""

from datetime import UTC, datetime, timedelta

import pytest
import time_machine

from orchestrator_desktop.domain.changes import Kind
from orchestrator_desktop.domain.ids import TaskId
from orchestrator_desktop.domain.task import Stage
from orchestrator_desktop.operations import checklists, family, stages, tagging, tasks, timing
from orchestrator_desktop.operations.acting import STEPS_KEPT
from orchestrator_desktop.operations.undo import redo, undo
from orchestrator_desktop.store import details
from orchestrator_desktop.store import tasks as reading
from tests.operations.test_stages import following, part
from tests.operations.work import Work


def opened(work: Work, title: str) -> list[TaskId]:
    """The open whole tasks of a title."""
    rows = work.store.rows(
        "SELECT id FROM task WHERE title = ? AND parent_id IS NULL AND stage NOT IN ('done', 'dropped') ORDER BY id",
        (title,),
    )
    return [TaskId(row["id"]) for row in rows]


def report(work: Work) -> TaskId:
    """One that repeats, with something of all that its next instance takes over."""
    task_id = work.add("Report every monday")
    tagging.tag(work.store, task_ids=[task_id], add=["weekly"])
    checklists.add_checks(work.store, task_id=task_id, texts=["figures"])
    inner = part(work, "Ask Nora", task_id)
    checklists.add_checks(work.store, task_id=part(work, "Call", inner), texts=["dial"])
    return task_id


def test_reopening_takes_the_next_instance_back(work: Work) -> None:
    task_id, other = report(work), work.add("Other every monday")
    tables = ("task", "task_tag", "check_item", "brief")

    def count() -> list[int]:
        return [work.store.value(f"SELECT count(*) FROM {table}") for table in tables]

    before = count()
    stages.complete_all(work.store, task_ids=[task_id, other])
    assert len(opened(work, "Report")) == 1
    done = count()
    changes = stages.reopen(work.store, task_id=task_id)
    assert opened(work, "Report") == [task_id]
    assert len(opened(work, "Other")) == 1 and opened(work, "Other") != [other], "only its own goes"
    assert count() == [before[0] + 1, *before[1:]]
    assert following(work, task_id) is None and changes.touches(Kind.CHECK_ITEM)
    undo(work.store)
    assert count() == done and work.stage(task_id) is Stage.DONE
    assert [item.text for item in details.checklist(work.store, opened(work, "Report")[0])] == ["figures"]


def test_a_part_that_is_reopened_takes_the_next_instance_of_its_whole_back(work: Work) -> None:
    task_id = report(work)
    (inner,) = [one.id for one in reading.parts(work.store, task_id)]
    stages.complete(work.store, task_id=task_id)
    stages.reopen(work.store, task_id=inner)
    assert opened(work, "Report") == [task_id]


@pytest.mark.parametrize("touch", ["title", "check", "tag", "part", "need", "hand over", "timer", "spent", "done"])
def test_a_next_instance_that_was_touched_stays(work: Work, touch: str) -> None:
    task_id = report(work)
    stages.complete(work.store, task_id=task_id)
    made = following(work, task_id)
    assert made is not None
    with time_machine.travel(datetime.now(UTC) + timedelta(hours=1)):
        match touch:
            case "title":
                tasks.edit(work.store, task_id=made.id, title="Report to the board")
            case "check":
                (item,) = details.checklist(work.store, made.id)
                checklists.check(work.store, item_id=item.id, done=True)
            case "tag":
                tagging.tag(work.store, task_ids=[made.id], add=["mine"])
            case "part":
                part(work, "More", made.id)
            case "need":
                family.need(work.store, task_id=work.add("After it"), needs=made.id)
            case "hand over":
                work.hand_to(made.id)
            case "timer":
                timing.start_timer(work.store, task_id=made.id)
            case "spent":
                timing.set_spent(work.store, task_id=made.id, seconds=60)
            case "done":
                stages.complete(work.store, task_id=made.id)
        stages.reopen(work.store, task_id=task_id)
    assert work.stage(task_id) is Stage.PLANNED
    assert work.store.value("SELECT count(*) FROM task WHERE id = ?", (made.id,)) == 1


@pytest.mark.parametrize("later_first", [False, True])
def test_instances_that_are_reopened_together_are_both_open(work: Work, later_first: bool) -> None:
    first = report(work)
    stages.complete(work.store, task_id=first)
    (second,) = opened(work, "Report")
    stages.complete(work.store, task_id=second)
    stages.reopen_all(work.store, task_ids=[second, first] if later_first else [first, second])
    assert opened(work, "Report") == [first, second]


def test_a_completion_that_was_undone_leaves_no_past(work: Work) -> None:
    first = report(work)
    stages.complete(work.store, task_id=first)
    (second,) = opened(work, "Report")
    stages.complete(work.store, task_id=second)
    undo(work.store)
    stages.reopen(work.store, task_id=first)
    assert opened(work, "Report") == [first]


def test_undone_and_redone_it_is_the_same(work: Work) -> None:
    first = report(work)
    stages.complete(work.store, task_id=first)
    undo(work.store)
    redo(work.store)
    stages.reopen(work.store, task_id=first)
    assert opened(work, "Report") == [first]


def test_where_no_step_tells_any_more_the_next_instance_stays(work: Work) -> None:
    first = report(work)
    stages.complete(work.store, task_id=first)
    for number in range(STEPS_KEPT + 1):
        work.add(f"Task {number}")
    stages.reopen(work.store, task_id=first)
    assert len(opened(work, "Report")) == 2
