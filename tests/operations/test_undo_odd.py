"""Undo at odd moments: of what was purged or built on since, across restarts, nights and other processes."""

from __future__ import annotations

from contextlib import suppress
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
import time_machine

from orchestrator_desktop.domain.changes import Changes, Kind
from orchestrator_desktop.domain.errors import UserError
from orchestrator_desktop.domain.ids import AttachmentId, DomainId, StepId, TaskId
from orchestrator_desktop.domain.task import Stage
from orchestrator_desktop.operations import (
    attaching,
    checklists,
    family,
    filters,
    people,
    recovery,
    reflections,
    repeating,
    roster,
    settings,
    stages,
    tagging,
    tasks,
    timing,
)
from orchestrator_desktop.operations.acting import STEPS_KEPT
from orchestrator_desktop.operations.undo import redo, undo
from orchestrator_desktop.store import days, details
from orchestrator_desktop.store.opening import open_store
from orchestrator_desktop.store.steps import to_redo, to_undo
from orchestrator_desktop.system.files import kept_path
from tests.operations.work import Work

NIGHT = datetime(2026, 11, 26, 23, 50, tzinfo=UTC)
WORKED_ON, REMOVED = "further work on it", "removed for good"


def step(changes: Changes) -> StepId:
    assert changes.step is not None
    return changes.step


def refused(work: Work, which: StepId | None, match: str) -> None:
    """Undo says why not, and changes nothing."""
    before = (work.dump(), work.standing())
    with pytest.raises(UserError, match=match):
        undo(work.store, step=which)
    assert (work.dump(), work.standing()) == before


class TestPurged:
    @pytest.mark.parametrize("act", ["edit", "untag", "check off", "with another"])
    def test_what_was_done_to_it_cannot_be_undone_and_what_came_before_can(self, work: Work, act: str) -> None:
        other, task_id = work.add("other"), work.add("gone")
        tagging.tag(work.store, task_ids=[task_id], add=["x"])
        checklists.add_checks(work.store, task_id=task_id, texts=["one"])
        done = {
            "edit": lambda: tasks.edit(work.store, task_id=task_id, title="Gone"),
            "untag": lambda: tagging.tag(work.store, task_ids=[task_id], remove=["x"]),
            "check off": lambda: checklists.check(
                work.store, item_id=details.checklist(work.store, task_id)[0].id, done=True
            ),
            "with another": lambda: tasks.edit_all(work.store, task_ids=[task_id, other], priority=2),
        }[act]()
        stages.drop(work.store, task_ids=[task_id])
        stages.clear_trash(work.store)
        refused(work, step(done), f"{REMOVED}|{WORKED_ON}")
        names = []
        while to_undo(work.store) is not None:
            with suppress(UserError):
                names.append(undo(work.store).name)
        expected = ["Add to the checklist", "Tag", "Add", "Add"]
        if act in ("untag", "with another"):
            expected.remove("Tag" if act == "untag" else "Add")  # what stands on it cannot be undone
        assert names == expected, "of these nothing is left"
        assert work.store.value("SELECT count(*) FROM task") == (act == "with another"), "a priority keeps it"
        work.sound()

    def test_the_message_says_that_it_was_removed(self, work: Work) -> None:
        task_id = work.add("gone")
        stages.drop(work.store, task_ids=[task_id])
        stages.clear_trash(work.store)
        with pytest.raises(UserError, match="“Drop” cannot be undone: what it changed was removed for good"):
            undo(work.store)

    def test_redo_does_not_bring_it_back(self, work: Work) -> None:
        changes = tasks.add_lines(work.store, lines=["gone", "kept"])
        kept, task_id = (TaskId(number) for number in changes.of(Kind.TASK))
        assert [work.task(number).title for number in (kept, task_id)] == ["kept", "gone"]
        stages.drop(work.store, task_ids=[task_id])
        stages.clear_trash(work.store)
        before = work.dump()
        undo(work.store, step=step(changes))
        assert work.store.value("SELECT count(*) FROM task") == 0
        assert redo(work.store).name == "Add"
        assert work.dump() == before


class TestRemovedByAStep:
    def test_it_stays_that_steps(self, work: Work) -> None:
        task_id = work.add()
        added = step(checklists.add_checks(work.store, task_id=task_id, texts=["one", "two"]))
        checklists.remove_check(work.store, item_id=details.checklist(work.store, task_id)[0].id)
        refused(work, added, WORKED_ON)
        undo(work.store)
        undo(work.store, step=added)
        assert details.checklist(work.store, task_id) == []


class TestRepeating:
    def _done(self, work: Work) -> tuple[TaskId, TaskId, StepId]:
        task_id = work.add("Water the plants every monday")
        changes = stages.complete(work.store, task_id=task_id)
        return task_id, TaskId(changes.of(Kind.TASK)[-1]), step(changes)

    @pytest.mark.parametrize(
        "what", ["title", "note", "timer", "time", "check", "tag", "done", "dropped", "part", "skip"]
    )
    def test_the_next_one_that_was_worked_on_is_kept(self, work: Work, what: str) -> None:
        task_id, following, completed = self._done(work)
        {
            "title": lambda: tasks.edit(work.store, task_id=following, title="Water them"),
            "note": lambda: tasks.edit(work.store, task_id=following, notes="The fern too"),
            "timer": lambda: timing.start_timer(work.store, task_id=following),
            "time": lambda: timing.set_spent(work.store, task_id=following, seconds=600),
            "check": lambda: checklists.add_checks(work.store, task_id=following, texts=["fern"]),
            "tag": lambda: tagging.tag(work.store, task_ids=[following], add=["home"]),
            "done": lambda: stages.complete(work.store, task_id=following),
            "dropped": lambda: stages.drop(work.store, task_ids=[following]),
            "part": lambda: tasks.add(work.store, line="Fern", given=tasks.Given(parent_id=following)),
            "skip": lambda: repeating.skip(work.store, task_id=following),
        }[what]()
        refused(work, completed, WORKED_ON)
        assert work.stage(task_id) is Stage.DONE
        undo(work.store)
        undo(work.store, step=completed)
        assert work.stage(task_id).open
        assert work.store.value("SELECT count(*) FROM task") == 1

    def test_undone_and_redone_there_is_one_next(self, work: Work) -> None:
        task_id, following, _ = self._done(work)
        after = work.dump()
        for _ in range(3):
            undo(work.store)
            redo(work.store)
        assert work.dump() == after
        stages.reopen(work.store, task_id=task_id)
        stages.complete(work.store, task_id=task_id)
        found = work.store.rows("SELECT id FROM task WHERE repeats_of = ?", (task_id,))
        assert len(found) == 1 and found[0]["id"] != following, "reopening took the first one back"

    def test_done_again_after_undo_redo_leads_nowhere(self, work: Work) -> None:
        task_id, _, _ = self._done(work)
        undo(work.store)
        stages.complete(work.store, task_id=task_id)
        with pytest.raises(UserError, match="nothing to redo"):
            redo(work.store)
        assert work.store.value("SELECT count(*) FROM task WHERE repeats_of = ?", (task_id,)) == 1


class TestParts:
    def test_parts_that_moved_come_back_where_they_are_now(self, work: Work) -> None:
        whole, other = work.add("whole"), work.add("other")
        part = TaskId(tasks.add(work.store, line="part", given=tasks.Given(parent_id=whole)).first(Kind.TASK))
        dropped = step(stages.drop(work.store, task_ids=[whole]))
        family.make_part(work.store, task_ids=[part], of=other)
        undo(work.store, step=dropped)
        assert (work.stage(whole), work.stage(part)) == (Stage.INBOX, Stage.INBOX)
        assert work.task(part).parent_id == other

    def test_they_are_not_put_into_one_that_is_finished_by_now(self, work: Work) -> None:
        whole, other = work.add("whole"), work.add("other")
        part = TaskId(tasks.add(work.store, line="part", given=tasks.Given(parent_id=whole)).first(Kind.TASK))
        dropped = step(stages.drop(work.store, task_ids=[part]))
        family.make_part(work.store, task_ids=[part], of=other)
        stages.complete(work.store, task_id=other)
        refused(work, dropped, WORKED_ON)
        undo(work.store)
        undo(work.store, step=dropped)
        assert work.stage(part).open

    def test_a_finished_whole_is_not_closed_over_what_was_added_to_it(self, work: Work) -> None:
        whole = work.add("whole")
        stages.complete(work.store, task_id=whole)
        reopened = step(stages.reopen(work.store, task_id=whole))
        tasks.add(work.store, line="part", given=tasks.Given(parent_id=whole))
        refused(work, reopened, WORKED_ON)

    def test_no_task_becomes_a_part_of_itself(self, work: Work) -> None:
        one, two = work.add("one"), work.add("two")
        family.make_part(work.store, task_ids=[one], of=two)
        freed = step(family.make_part(work.store, task_ids=[one], of=None))
        family.make_part(work.store, task_ids=[two], of=one)
        refused(work, freed, WORKED_ON)

    def test_no_task_waits_for_itself(self, work: Work) -> None:
        one, two = work.add("one"), work.add("two")
        family.need(work.store, task_id=one, needs=two)
        freed = step(family.need_no_more(work.store, task_id=one, needs=two))
        family.need(work.store, task_id=two, needs=one)
        refused(work, freed, WORKED_ON)

    def test_both_wholes_are_reported(self, work: Work) -> None:
        one, two = work.add("one"), work.add("two")
        family.make_part(work.store, task_ids=[one], of=two)
        assert set(undo(work.store).of(Kind.TASK)) == {one, two}
        assert set(redo(work.store).of(Kind.TASK)) == {one, two}


class TestTwice:
    """What was taken away and given again since is there already; a second one is no crash."""

    def test_a_tag(self, work: Work) -> None:
        task_id = work.add()
        tagging.tag(work.store, task_ids=[task_id], add=["x"])
        removed = step(tagging.tag(work.store, task_ids=[task_id], remove=["x"]))
        tagging.tag(work.store, task_ids=[task_id], add=["x"])
        refused(work, removed, WORKED_ON)

    def test_a_dependency(self, work: Work) -> None:
        one, two = work.add("one"), work.add("two")
        family.need(work.store, task_id=one, needs=two)
        removed = step(family.need_no_more(work.store, task_id=one, needs=two))
        family.need(work.store, task_id=one, needs=two)
        refused(work, removed, WORKED_ON)

    def test_a_filter(self, work: Work) -> None:
        filters.save_filter(work.store, name="Late", query="is:open")
        kept = work.store.value("SELECT id FROM saved_filter")
        removed = step(filters.remove_filter(work.store, filter_id=kept))
        filters.save_filter(work.store, name="late", query="due:today")
        refused(work, removed, WORKED_ON)


class TestShared:
    def test_a_tag_that_others_have_by_now_stays(self, work: Work) -> None:
        one, two = work.add("one"), work.add("two")
        first = step(tagging.tag(work.store, task_ids=[one], add=["home"]))
        tagging.tag(work.store, task_ids=[two], add=["home"])
        undo(work.store, step=first)
        assert [len(details.tags(work.store, task_id)) for task_id in (one, two)] == [0, 1]

    def test_a_person_whose_address_was_written_since_stays(self, work: Work) -> None:
        added = step(tasks.add(work.store, line="Call @nora"))
        people.know_person(work.store, name="Nora", address="nora@example.com")
        undo(work.store, step=added)
        assert work.store.value("SELECT address FROM person") == "nora@example.com"

    def test_who_shows_a_name_is_reported(self, work: Work) -> None:
        task_id = work.add("Call #ops")
        domain_id = DomainId(work.store.value("SELECT id FROM domain"))
        roster.rename_domain(work.store, domain_id=domain_id, name="Operations")
        assert undo(work.store).of(Kind.TASK) == (task_id,)

    def test_a_list_that_was_ticked_since_is_not_taken_away(self, work: Work) -> None:
        task_id = work.add()
        added = step(checklists.add_checks(work.store, task_id=task_id, texts=["one"]))
        checklists.check(work.store, item_id=details.checklist(work.store, task_id)[0].id, done=True)
        refused(work, added, WORKED_ON)


class TestTimer:
    def test_it_runs_on_while_other_things_are_undone(self, work: Work) -> None:
        task_id = work.add("One")
        tasks.edit(work.store, task_id=task_id, title="Two")
        with time_machine.travel(NIGHT, tick=False) as clock:
            timing.start_timer(work.store, task_id=task_id)
            edited = step(tasks.edit(work.store, task_id=task_id, notes="n"))
            clock.shift(timedelta(minutes=10))
            undo(work.store, step=edited)
            timing.stop_timer(work.store)
        assert work.task(task_id).spent_seconds == 600

    def test_starting_it_elsewhere_is_undone_with_what_it_stopped(self, work: Work) -> None:
        one, two = work.add("one"), work.add("two")
        with time_machine.travel(NIGHT, tick=False) as clock:
            timing.start_timer(work.store, task_id=one)
            clock.shift(timedelta(minutes=10))
            before = work.dump()
            timing.start_timer(work.store, task_id=two)
            clock.shift(timedelta(minutes=10))
            undo(work.store)
            assert work.dump() == before
            timing.stop_timer(work.store)
        assert (work.task(one).spent_seconds, work.task(two).spent_seconds) == (1200, 0)

    @pytest.mark.parametrize("how", ["stop", "complete"])
    def test_never_do_two_run(self, work: Work, how: str) -> None:
        one, two = work.add("one"), work.add("two")
        timing.start_timer(work.store, task_id=one)
        ended = timing.stop_timer(work.store) if how == "stop" else stages.complete(work.store, task_id=one)
        timing.start_timer(work.store, task_id=two)
        refused(work, step(ended), WORKED_ON)
        undo(work.store)
        undo(work.store, step=step(ended))
        assert work.task(one).timer_since is not None

    def test_adding_a_task_is_not_undone_from_under_its_timer(self, work: Work) -> None:
        added = tasks.add(work.store, line="One")
        timing.start_timer(work.store, task_id=TaskId(added.first(Kind.TASK)))
        refused(work, step(added), WORKED_ON)


class TestAttachments:
    def _attached(self, work: Work, tmp_path: Path) -> tuple[TaskId, Path]:
        task_id = work.add()
        (tmp_path / "a.pdf").write_bytes(b"%PDF")
        attaching.attach(work.store, task_id=task_id, paths=[tmp_path / "a.pdf"])
        (kept,) = details.attachments(work.store, task_id)
        return task_id, kept_path(work.store.path.parent, kept.sha256)

    def test_what_undo_or_redo_brings_back_is_still_there(self, work: Work, tmp_path: Path) -> None:
        task_id, path = self._attached(work, tmp_path)
        (kept,) = details.attachments(work.store, task_id)
        attaching.detach(work.store, attachment_id=AttachmentId(kept.id))
        later = datetime.now(UTC) + timedelta(days=9)
        assert attaching.forget_contents(work.store, now=later) == 0
        undo(work.store)
        assert details.attachments(work.store, task_id) == [kept] and path.read_bytes() == b"%PDF"
        undo(work.store)
        assert attaching.forget_contents(work.store, now=later) == 0
        redo(work.store)
        assert details.attachments(work.store, task_id) == [kept] and path.exists()

    def test_a_file_that_was_removed_by_hand_comes_back_by_name_and_goes_again(
        self, work: Work, tmp_path: Path
    ) -> None:
        task_id, path = self._attached(work, tmp_path)
        (kept,) = details.attachments(work.store, task_id)
        attaching.detach(work.store, attachment_id=AttachmentId(kept.id))
        path.unlink()
        undo(work.store)
        assert [one.name for one in details.attachments(work.store, task_id)] == ["a.pdf"]
        attaching.detach(work.store, attachment_id=AttachmentId(kept.id))
        assert details.attachments(work.store, task_id) == []


class TestAcrossARestart:
    def test_redo_survives_what_a_start_does_by_itself(self, work: Work) -> None:
        task_id = work.add("One")
        reflections.write_reflection(work.store, day=date(2026, 11, 26), text="Today")
        settings.set_setting(work.store, key=days.ROLLOVER, value=3)
        stages.complete(work.store, task_id=task_id)
        after = work.dump()
        for _ in range(3):
            undo(work.store)
        again = open_store(work.store.path.parent)
        recovery.recover(again, alive=lambda owner: False)
        stages.clear_old_trash(again, now=datetime.now(UTC))
        settings.set_setting(again, key="window.geometry", value="x")
        settings.keep_draft(again, key="brief:1", text="x")
        settings.keep_draft(again, key="brief:1", text="")
        settings.set_setting(again, key="window.geometry", value=None)
        found = to_redo(again)
        assert found is not None and found.name == "Write the reflection"
        assert [redo(again).name for _ in range(3)] == [
            "Write the reflection",
            "Change when a day begins",
            "Complete",
        ]
        assert Work(again).dump() == after
        again.close()

    def test_across_the_hour_at_which_a_day_begins(self, work: Work) -> None:
        with time_machine.travel(NIGHT, tick=False) as clock:
            settings.set_setting(work.store, key=days.ROLLOVER, value=3)
            task_id = work.add("Water the plants every day")
            tasks.edit(work.store, task_id=task_id, chosen_on=date(2026, 11, 26))
            before = (work.dump(), work.standing())
            stages.complete(work.store, task_id=task_id)
            clock.shift(timedelta(hours=9))
            undo(work.store)
            assert (work.dump(), work.standing()) == before
            for day in (date(2026, 11, 26), date(2026, 11, 27)):
                assert not days.day_ledger(work.store, day).executed
            stages.complete(work.store, task_id=task_id)
            assert len(days.day_ledger(work.store, date(2026, 11, 27)).executed) == 1
            while (last := to_undo(work.store)) is not None and last.name != "Change when a day begins":
                undo(work.store)
            undo(work.store)
            assert days.rollover(work.store) == 0


class TestOthers:
    def test_what_another_process_did_last_is_undone_first(self, work: Work) -> None:
        task_id = work.add("One")
        other = open_store(work.store.path.parent)
        tasks.edit(other, task_id=task_id, title="Theirs")
        assert undo(work.store).name == "Edit"
        assert redo(other).name == "Edit"
        assert work.task(task_id).title == "Theirs"
        other.close()

    def test_typing_here_does_not_go_on_in_a_step_of_another_process_in_between(self, work: Work) -> None:
        day = date(2026, 11, 26)
        reflections.write_reflection(work.store, day=day, text="One")
        other = open_store(work.store.path.parent)
        tasks.add(other, line="Theirs")
        reflections.write_reflection(work.store, day=day, text="One two")
        names = [undo(work.store).name for _ in range(3)]
        assert names == ["Write the reflection", "Add", "Write the reflection"]
        other.close()


class TestOutOfTurn:
    def test_what_was_undone_beside_the_last_act_is_redone(self, work: Work) -> None:
        one, other = work.add("one"), work.add("other")
        completed = step(stages.complete(work.store, task_id=one))
        tasks.edit(work.store, task_id=other, title="Other")
        after = work.dump()
        undo(work.store, step=completed)
        assert redo(work.store).name == "Complete"
        assert work.dump() == after
        undo(work.store, step=completed)
        undo(work.store)
        assert {redo(work.store).name for _ in range(2)} == {"Complete", "Edit"}
        assert work.dump() == after


class TestTwoHundred:
    def test_steps_that_were_forgotten_take_no_place(self, work: Work) -> None:
        for number in range(STEPS_KEPT):
            work.add(f"kept {number}")
        for _ in range(60):
            undo(work.store)
        for number in range(60):
            work.add(f"again {number}")
        undone = 0
        while to_undo(work.store) is not None:
            undo(work.store)
            undone += 1
        assert undone == STEPS_KEPT
        assert work.store.value("SELECT count(*) FROM task") == 0

    def test_acts_that_are_undone_again_and_again_do_not_pile_up(self, work: Work) -> None:
        first = work.add("first")
        for number in range(STEPS_KEPT + 50):
            work.add(f"t{number}")
            undo(work.store)
        assert work.store.value("SELECT count(*) FROM undo_step") <= STEPS_KEPT + 1
        undo(work.store)
        assert work.store.value("SELECT count(*) FROM task WHERE id = ?", (first,)) == 0
