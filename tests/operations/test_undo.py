"""Undo: what it puts back, what it leaves alone, and what it says when it cannot."""

import pytest

from orchestrator_desktop.domain.attempts import AttemptState
from orchestrator_desktop.domain.changes import Changes, Kind
from orchestrator_desktop.domain.errors import UserError
from orchestrator_desktop.domain.ids import DomainId, StepId, TaskId
from orchestrator_desktop.domain.task import Level, Stage
from orchestrator_desktop.operations import attempts, briefs, claiming, delegations, reviews, roster, stages, tasks
from orchestrator_desktop.operations.undo import redo, undo
from orchestrator_desktop.store import delegations as reading
from orchestrator_desktop.store.opening import open_store
from tests.operations.work import Work

BLOCKED = "cannot be undone: there has been further work on it"


def step(changes: Changes) -> StepId:
    assert changes.step is not None
    return changes.step


def test_nothing_to_undo_is_said(work: Work) -> None:
    with pytest.raises(UserError, match="nothing to undo"):
        undo(work.store)
    with pytest.raises(UserError, match="nothing to undo"):
        undo(work.store, step=StepId(4))


def test_undo_names_the_act_and_its_rows_and_is_no_step_itself(work: Work) -> None:
    task_id = work.add()
    stages.complete(work.store, task_id=task_id)
    changes = undo(work.store)
    assert (changes.name, changes.of(Kind.TASK), changes.step) == ("Complete", (task_id,), None)
    assert work.stage(task_id) is Stage.INBOX


def test_the_ledger_keeps_both_and_counts_neither(work: Work) -> None:
    task_id = work.add()
    stages.complete(work.store, task_id=task_id)
    undo(work.store)
    rows = work.store.rows("SELECT event, undoes FROM ledger ORDER BY id")
    assert [tuple(row) for row in rows] == [("captured", None), ("executed", None), ("undone", 2)]
    assert work.events(task_id) == ["captured"]


def test_undo_goes_back_act_by_act(work: Work) -> None:
    task_id = work.add("One")
    tasks.edit(work.store, task_id=task_id, level=Level.AI_ALONE)
    stages.drop(work.store, task_ids=[task_id])
    assert [undo(work.store).name for _ in range(3)] == ["Drop", "Edit", "Add"]
    assert work.store.value("SELECT count(*) FROM task") == 0


def test_a_named_step_is_undone_out_of_order_where_nothing_stands_on_it(work: Work) -> None:
    one, other = work.add("one"), work.add("other")
    first = step(stages.complete(work.store, task_id=one))
    stages.complete(work.store, task_id=other)
    undo(work.store, step=first)
    assert (work.stage(one), work.stage(other)) == (Stage.INBOX, Stage.DONE)
    with pytest.raises(UserError, match="nothing to undo"):
        undo(work.store, step=first)


def test_a_row_changed_since_is_left_and_said(work: Work) -> None:
    task_id = work.add("One")
    first = step(tasks.edit(work.store, task_id=task_id, title="Two", notes="n"))
    tasks.edit(work.store, task_id=task_id, level=Level.AI_ALONE, title="Three")
    before = work.dump()
    with pytest.raises(UserError, match=f"“Edit” {BLOCKED}"):
        undo(work.store, step=first)
    assert work.dump() == before
    undo(work.store)
    undo(work.store, step=first)  # nothing stands on it any more
    assert work.task(task_id).title == "One"


def test_another_process_may_have_changed_the_row(work: Work) -> None:
    task_id = work.add("One")
    tasks.edit(work.store, task_id=task_id, title="Two")
    other = open_store(work.store.path.parent)
    other.execute("UPDATE task SET title = 'Theirs' WHERE id = ?", (task_id,))
    with pytest.raises(UserError, match=BLOCKED):
        undo(work.store)
    assert work.task(task_id).title == "Theirs"
    other.close()


def test_a_last_step_that_is_blocked_is_set_aside(work: Work) -> None:
    task_id = work.add("One")
    other = work.add("Other")
    edited = step(tasks.edit(work.store, task_id=task_id, title="Two"))
    work.store.execute("UPDATE task SET title = 'Theirs' WHERE id = ?", (task_id,))
    with pytest.raises(UserError, match=BLOCKED):
        undo(work.store)
    assert undo(work.store).name == "Add"
    assert work.store.value("SELECT count(*) FROM task WHERE id = ?", (other,)) == 0
    work.store.execute("UPDATE task SET title = 'Two' WHERE id = ?", (task_id,))
    undo(work.store, step=edited)  # asked for by name, it is tried again
    assert work.task(task_id).title == "One"


def test_another_columns_change_is_no_hindrance(work: Work) -> None:
    task_id = work.add("One")
    first = step(tasks.edit(work.store, task_id=task_id, title="Two"))
    tasks.edit(work.store, task_id=task_id, notes="kept")
    undo(work.store, step=first)
    assert (work.task(task_id).title, work.task(task_id).notes) == ("One", "kept")


class TestDelegate:
    def test_while_queued_it_was_never_there(self, work: Work) -> None:
        task_id = work.add()
        specialist_id = work.specialist()
        before = (work.dump(), work.standing())
        delegations.delegate(work.store, task_id=task_id, specialist_id=specialist_id, edits={"objective": "x"})
        undo(work.store)
        assert (work.dump(), work.standing()) == before
        assert work.store.value("SELECT count(*) FROM attempt") == 0
        assert claiming.claim(work.store, owner="w")[1] == ()

    def test_while_stopped_before_it_was_sent_it_was_never_there_either(self, work: Work) -> None:
        task_id = work.add()
        specialist_id = work.specialist()
        before = work.dump()
        delegations.stop(work.store, delegation_id=work.delegate(task_id, specialist_id))
        undo(work.store)
        assert work.dump() == before

    def test_while_running_it_is_stopped_and_kept(self, work: Work) -> None:
        task_id = work.add()
        delegation_id = work.delegate(task_id, objective="Write.")
        attempt_id = work.claim().attempt_id
        changes = undo(work.store)
        assert changes.touches(Kind.DELEGATION)
        assert work.stage(task_id) is Stage.INBOX
        assert work.delegation(delegation_id).state == "closed"
        assert attempts.asked_to_stop(work.store, owner="window 1") == (attempt_id,)
        brief = reading.latest_brief(work.store, task_id)
        assert brief is not None
        assert (brief.handed_over, brief.objective) == (True, "Write.")
        work.end(attempt_id, "half", "cancelled")
        assert work.stage(task_id) is Stage.INBOX
        work.sound()

    def test_once_answered_it_cannot_be_undone_and_what_was_before_still_can(self, work: Work) -> None:
        task_id = work.add("First")
        tasks.edit(work.store, task_id=task_id, title="Second")
        work.answer(work.delegate(task_id))
        with pytest.raises(UserError, match=f"“Delegate” {BLOCKED}"):
            undo(work.store)
        assert work.stage(task_id) is Stage.IN_REVIEW
        undo(work.store)
        assert work.task(task_id).title == "First"

    def test_what_was_sent_keeps_its_task(self, work: Work) -> None:
        task_id = work.add()
        work.delegate(task_id)
        work.claim()
        undo(work.store)
        with pytest.raises(UserError, match=f"“Add” {BLOCKED}"):
            undo(work.store)
        assert work.task(task_id).title == "Draft the announcement"

    def test_a_brief_that_was_sent_keeps_its_words(self, work: Work) -> None:
        task_id = work.add()
        briefs.edit_brief(work.store, task_id=task_id, objective="Write.")
        briefs.edit_brief(work.store, task_id=task_id, done_when=("short",))
        work.delegate(task_id)
        work.claim()
        undo(work.store)
        for _ in range(2):
            with pytest.raises(UserError, match=f"“Edit brief” {BLOCKED}"):
                undo(work.store)
        brief = reading.latest_brief(work.store, task_id)
        assert brief is not None
        assert (brief.objective, brief.done_when) == ("Write.", ("short",))

    def test_delegating_anew_gives_way_to_what_was_out(self, work: Work) -> None:
        task_id = work.add()
        first = work.delegate(task_id)
        second = work.delegate(task_id)
        undo(work.store)
        assert reading.delegation(work.store, second) is None
        assert (work.delegation(first).state, work.attempt_state(first)) == ("open", AttemptState.QUEUED)
        assert work.claim().delegation_id == first

    def test_to_a_person_it_takes_the_person_away_again(self, work: Work) -> None:
        task_id = work.add()
        work.hand_to(task_id, "Nora")
        undo(work.store)
        assert work.store.value("SELECT count(*) FROM person") == 0
        assert work.stage(task_id) is Stage.INBOX

    def test_to_a_person_it_is_redone_and_to_a_specialist_it_is_not(self, work: Work) -> None:
        asked, handed = work.add("asked"), work.add("handed")
        work.hand_to(asked, "Nora")
        after = work.dump()
        undo(work.store)
        redo(work.store)
        assert work.dump() == after, "no engine asks her"
        work.delegate(handed)
        undo(work.store)
        with pytest.raises(UserError, match="“Delegate” cannot be redone"):
            redo(work.store)
        assert work.stage(handed) is Stage.INBOX
        assert work.store.value("SELECT count(*) FROM attempt") == 0


def test_taking_back_is_undone_and_can_be_tried_again(work: Work) -> None:
    task_id = work.add()
    delegation_id = work.delegate(task_id)
    work.claim()
    delegations.take_back(work.store, task_id=task_id)
    undo(work.store)
    assert (work.stage(task_id), work.delegation(delegation_id).state) == (Stage.DELEGATED, "open")
    work.sound()


def test_completing_by_hand_is_undone_while_the_answer_still_arrives(work: Work) -> None:
    task_id = work.add()
    work.delegate(task_id)
    attempt_id = work.claim().attempt_id
    stages.complete(work.store, task_id=task_id)
    undo(work.store)
    work.end(attempt_id, "after all")
    assert (work.stage(task_id), work.result(task_id).text) == (Stage.IN_REVIEW, "after all")


@pytest.mark.parametrize("decide", ["accept", "edit", "revise", "reject", "keep", "escalate", "escalate to a person"])
def test_every_decision_is_undone(work: Work, decide: str) -> None:
    task_id = work.in_review()
    other = work.specialist("Opus", base_url="https://api.example.com/v1")
    before = (work.dump(), work.standing())
    {
        "accept": lambda: reviews.accept(work.store, task_id=task_id),
        "edit": lambda: reviews.edit(work.store, task_id=task_id, text="other"),
        "revise": lambda: reviews.revise(work.store, task_id=task_id, comment="shorter"),
        "reject": lambda: reviews.reject(work.store, task_id=task_id, reason="no"),
        "keep": lambda: reviews.keep_for_myself(work.store, task_id=task_id),
        "escalate": lambda: reviews.escalate_to_specialist(work.store, task_id=task_id, specialist_id=other),
        "escalate to a person": lambda: reviews.escalate_to_person(work.store, task_id=task_id, name="Nora"),
    }[decide]()
    assert work.dump() != before[0]
    undo(work.store)
    assert (work.dump(), work.standing()) == before


def test_a_revision_that_was_sent_keeps_the_result_it_was_about(work: Work) -> None:
    task_id = work.in_review(text="v1")
    reviews.edit(work.store, task_id=task_id, text="v2")
    reviews.revise(work.store, task_id=task_id, comment="shorter")
    work.claim()
    undo(work.store)
    assert work.stage(task_id) is Stage.IN_REVIEW
    with pytest.raises(UserError, match=f"“Edit result” {BLOCKED}"):
        undo(work.store)
    assert [result.text for result in reading.results(work.store, task_id)] == ["v1", "v2"]
    work.sound()


def test_an_edit_that_was_accepted_is_not_pulled_from_under_its_review(work: Work) -> None:
    task_id = work.in_review(text="v1")
    edited = step(reviews.edit(work.store, task_id=task_id, text="v2"))
    reviews.accept(work.store, task_id=task_id)
    with pytest.raises(UserError, match=BLOCKED):
        undo(work.store, step=edited)
    assert work.result(task_id).text == "v2"


class TestNames:
    def test_a_domain_and_a_person_named_in_passing_go_again(self, work: Work) -> None:
        before = work.dump()
        work.add("Call #ops @nora")
        undo(work.store)
        assert work.dump() == before

    def test_they_stay_where_others_use_them(self, work: Work) -> None:
        first = tasks.add(work.store, line="Call #ops @nora")
        second = work.add("Write #ops @nora")
        undo(work.store, step=first.step)
        task = work.task(second)
        assert task.domain is not None
        assert (task.domain.lower(), task.delegate) == ("ops", "Nora")

    def test_a_domain_added_on_purpose_is_not_taken_from_its_tasks(self, work: Work) -> None:
        added = step(roster.add_domain(work.store, name="Ops"))
        task_id = work.add("Call #ops")
        with pytest.raises(UserError, match=f"“Add a domain” {BLOCKED}"):
            undo(work.store, step=added)
        assert work.task(task_id).domain == "Ops"

    def test_a_removed_domain_comes_back_with_its_tasks(self, work: Work) -> None:
        one, done = work.add("Call #ops"), work.add("Write #ops")
        stages.complete(work.store, task_id=done)
        before = work.dump()
        domain_id = work.task(one).domain_id
        assert domain_id is not None
        roster.remove_domain(work.store, domain_id=domain_id)
        assert work.task(one).domain is work.task(done).domain is None
        undo(work.store)
        assert work.dump() == before

    def test_a_name_given_to_another_since_is_not_taken_twice(self, work: Work) -> None:
        domain_id = DomainId(roster.add_domain(work.store, name="Ops").first(Kind.DOMAIN))
        removed = step(roster.remove_domain(work.store, domain_id=domain_id))
        roster.add_domain(work.store, name="ops")
        with pytest.raises(UserError, match=BLOCKED):
            undo(work.store, step=removed)

    def test_a_specialist_that_is_gone_is_not_put_back(self, work: Work) -> None:
        work.specialist("Mistral")
        task_id = work.add("Call @mistral")
        tasks.edit(work.store, task_id=task_id, who=None)
        roster.remove_provider(work.store, provider_id=work.provider())
        with pytest.raises(UserError, match=BLOCKED):
            undo(work.store)
        assert work.task(task_id).delegate is None


def test_texts_that_no_file_can_hold_are_undone_all_the_same(work: Work) -> None:
    task_id = work.add("One", notes="first")
    before = work.dump()
    tasks.edit(work.store, task_id=task_id, title="nul \0 half \ud800", notes="nul \0 half \ud800")
    assert work.task(task_id).notes == "nul \ufffd half \ufffd"
    undo(work.store)
    assert work.dump() == before


def test_two_processes_undo_one_step_each_once(work: Work) -> None:
    task_id = work.add()
    stages.complete(work.store, task_id=task_id)
    other = open_store(work.store.path.parent)
    assert undo(other).name == "Complete"
    assert undo(work.store).name == "Add"
    other.close()


def test_undo_reaches_across_a_restart(work: Work) -> None:
    task_id = work.add()
    stages.complete(work.store, task_id=task_id)
    again = open_store(work.store.path.parent)
    undo(again)
    assert Work(again).stage(TaskId(task_id)) is Stage.INBOX
    again.close()


def test_what_was_undone_before_another_act_is_not_redone(work: Work) -> None:
    first = work.add("First")
    undo(work.store)
    work.add("Second")
    undo(work.store)
    redo(work.store)
    assert [row["title"] for row in work.store.rows("SELECT title FROM task")] == ["Second"]
    with pytest.raises(UserError, match="nothing to redo"):
        redo(work.store)
    undo(work.store)
    with pytest.raises(UserError, match="nothing to undo"):
        undo(work.store)
    assert work.store.value("SELECT 1 FROM task WHERE id = ?", (first,)) is None
