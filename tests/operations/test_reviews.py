"""Judging a result."""

from datetime import UTC, datetime

import pytest

from orchestrator_desktop.domain.changes import Kind
from orchestrator_desktop.domain.delegation import Decision
from orchestrator_desktop.domain.errors import UsageError, UserError
from orchestrator_desktop.domain.ids import ResultId, TaskId
from orchestrator_desktop.domain.ledger import DayLedger
from orchestrator_desktop.domain.messages import Role
from orchestrator_desktop.domain.task import Level, Stage
from orchestrator_desktop.operations import delegations, reviews, roster, tasks
from orchestrator_desktop.store import days
from orchestrator_desktop.store import delegations as reading
from tests.operations.work import Work


def today(work: Work) -> DayLedger:
    return days.day_ledger(work.store, datetime.now(UTC).astimezone().date())


def decisions(work: Work, task_id: TaskId) -> list[Decision]:
    return [review.decision for review in reading.reviews(work.store, task_id)]


def test_accepting_finishes_the_task_as_orchestrated(work: Work) -> None:
    task_id = work.in_review()
    changes = reviews.accept(work.store, task_id=task_id)
    assert changes.touches(Kind.REVIEW)
    task = work.task(task_id)
    assert task.stage is Stage.DONE
    assert task.done_at is not None
    (done,) = today(work).with_ai
    assert (done.task_id, done.who, done.seconds) == (task_id, "Mistral", 0)
    assert decisions(work, task_id) == [Decision.ACCEPT]
    work.sound()


def test_what_a_person_did_counts_as_with_people(work: Work) -> None:
    task_id = work.add()
    work.hand_to(task_id)
    delegations.receive(work.store, task_id=task_id, text="Done.")
    reviews.accept(work.store, task_id=task_id)
    (done,) = today(work).with_people
    assert (done.who, done.seconds) == ("Nora", None)


def test_an_older_version_can_be_accepted(work: Work) -> None:
    task_id = work.in_review(text="first")
    first = work.result_id(task_id)
    reviews.revise(work.store, task_id=task_id, comment="shorter")
    work.end(work.claim().attempt_id, "second")
    reviews.accept(work.store, task_id=task_id, result_id=first)
    (review,) = [one for one in reading.reviews(work.store, task_id) if one.decision is Decision.ACCEPT]
    assert review.result_id == first
    assert work.stage(task_id) is Stage.DONE


def test_a_result_of_another_task_is_refused(work: Work) -> None:
    one, other = work.in_review("a"), work.in_review("b")
    for result_id in (work.result_id(other), ResultId(99)):
        with pytest.raises(UsageError, match="no result in review"):
            reviews.accept(work.store, task_id=one, result_id=result_id)


def test_an_edit_is_the_next_version_and_stays_in_review(work: Work) -> None:
    task_id = work.in_review(text="Dear alll")
    changes = reviews.edit(work.store, task_id=task_id, text="Dear all")
    result = work.result(task_id)
    assert (result.id, result.version, result.text, result.author) == (
        changes.first(Kind.RESULT),
        2,
        "Dear all",
        "",
    )
    assert work.stage(task_id) is Stage.IN_REVIEW
    reviews.accept(work.store, task_id=task_id)
    assert decisions(work, task_id) == [Decision.EDIT, Decision.ACCEPT]
    entry = next(entry for entry in days.task_entries(work.store, task_id) if entry.event == "accepted")
    assert (entry.detail["edited"], entry.detail["result"], entry.detail["who"]) == (1, result.id, "Mistral")


def test_an_edit_that_changes_nothing_is_no_version(work: Work) -> None:
    task_id = work.in_review(text="same")
    changes = reviews.edit(work.store, task_id=task_id, text="same")
    assert (changes.ids, changes.step) == ({}, None)
    assert work.result(task_id).version == 1


def test_an_empty_edit_is_refused(work: Work) -> None:
    task_id = work.in_review()
    with pytest.raises(UserError, match="edited result is empty"):
        reviews.edit(work.store, task_id=task_id, text=" \n")


def test_a_revision_takes_result_and_comment_into_the_next_request(work: Work) -> None:
    task_id = work.in_review("Draft the letter", text="A long letter")
    reviews.edit(work.store, task_id=task_id, text="A letter I shortened")
    reviews.revise(work.store, task_id=task_id, comment="  warmer, please ")
    assert work.stage(task_id) is Stage.DELEGATED
    taken = work.claim()
    assert [(message.role, message.text) for message in taken.messages[:2]] == [
        (Role.USER, "Draft the letter"),
        (Role.ASSISTANT, "A letter I shortened"),
    ]
    assert "warmer, please" in taken.messages[2].text
    work.end(taken.attempt_id, "Dear friends")
    result = work.result(task_id)
    assert (result.version, result.text) == (3, "Dear friends")
    delegation = work.delegation(taken.delegation_id)
    assert (delegation.previous_result_id, delegation.brief_version) == (2, 1)
    assert decisions(work, task_id) == [Decision.EDIT, Decision.REVISE]


def test_revisions_follow_each_other(work: Work) -> None:
    task_id = work.in_review(text="v1")
    for number in (2, 3, 4):
        reviews.revise(work.store, task_id=task_id, comment=f"again {number}")
        taken = work.claim()
        assert taken.messages[-2].text == f"v{number - 1}"
        work.end(taken.attempt_id, f"v{number}")
    assert [result.text for result in reading.results(work.store, task_id)] == ["v1", "v2", "v3", "v4"]
    work.sound()


def test_a_revision_says_what_should_change(work: Work) -> None:
    task_id = work.in_review()
    with pytest.raises(UserError, match="what should change"):
        reviews.revise(work.store, task_id=task_id, comment="  ")
    assert work.stage(task_id) is Stage.IN_REVIEW


def test_a_person_is_asked_for_a_revision_by_who_they_are_not_by_their_name(work: Work) -> None:
    task_id = work.add()
    first = work.delegation(work.hand_to(task_id, "Nora"))
    delegations.receive(work.store, task_id=task_id, text="first")
    work.store.execute("UPDATE person SET name = 'Nora Lind'")
    reviews.revise(work.store, task_id=task_id, comment="shorter")
    second = reading.open_delegation(work.store, task_id)
    assert second is not None
    assert (second.person_id, second.delegate, second.comment) == (first.person_id, "Nora Lind", "shorter")
    assert work.task(task_id).with_person


def test_a_revision_of_a_specialist_that_is_gone_is_refused(work: Work) -> None:
    task_id = work.in_review()
    roster.remove_provider(work.store, provider_id=work.provider())
    with pytest.raises(UserError, match="Mistral is no longer there"):
        reviews.revise(work.store, task_id=task_id, comment="shorter")
    assert work.stage(task_id) is Stage.IN_REVIEW


def test_a_task_that_became_level_three_is_not_sent_again(work: Work) -> None:
    task_id = work.in_review()
    tasks.edit(work.store, task_id=task_id, level=Level.YOU_ONLY)
    before = work.dump()
    for act in (
        lambda: reviews.revise(work.store, task_id=task_id, comment="x"),
        lambda: reviews.escalate_to_specialist(work.store, task_id=task_id, specialist_id=work.specialist()),
    ):
        with pytest.raises(UserError, match="level 3"):
            act()
    assert work.dump() == before


def test_escalating_to_another_specialist_hands_on_result_and_comment(work: Work) -> None:
    task_id = work.in_review("Draft", text="weak")
    stronger = work.specialist("Opus", base_url="https://api.example.com/v1")
    reviews.escalate_to_specialist(work.store, task_id=task_id, specialist_id=stronger, comment="deeper")
    taken = work.claim()
    assert taken.provider.name == "Opus"
    assert taken.messages[-2].text == "weak"
    assert "deeper" in taken.messages[-1].text
    assert decisions(work, task_id) == [Decision.ESCALATE]


def test_escalating_without_a_comment_asks_to_try_again(work: Work) -> None:
    task_id = work.in_review()
    reviews.escalate_to_specialist(work.store, task_id=task_id, specialist_id=work.specialist())
    assert work.claim().messages[-1].text == "Please try again."


def test_escalating_to_a_person_waits_for_them(work: Work) -> None:
    task_id = work.in_review(text="weak")
    reviews.escalate_to_person(work.store, task_id=task_id, name="Nora", comment="please")
    delegation = reading.open_delegation(work.store, task_id)
    assert delegation is not None
    assert (delegation.delegate, delegation.comment, delegation.previous_result_id) == (
        "Nora",
        "please",
        work.result_id(task_id),
    )
    assert work.task(task_id).with_person


def test_keeping_it_makes_it_level_three_and_mine(work: Work) -> None:
    task_id = work.in_review()
    reviews.keep_for_myself(work.store, task_id=task_id, comment="too delicate")
    task = work.task(task_id)
    assert (task.level, task.stage, task.returned) == (Level.YOU_ONLY, Stage.PLANNED, True)
    (review,) = reading.reviews(work.store, task_id)
    assert (review.decision, review.comment) == (Decision.ESCALATE, "too delicate")


def test_rejecting_returns_the_task_and_keeps_the_result(work: Work) -> None:
    task_id = work.in_review(text="no good")
    reviews.reject(work.store, task_id=task_id, reason="off topic")
    task = work.task(task_id)
    assert (task.stage, task.returned) == (Stage.PLANNED, True)
    assert work.result(task_id).text == "no good"
    assert work.events(task_id)[-1] == "rejected"
    assert today(work).with_ai == ()


@pytest.mark.parametrize("where", ["inbox", "delegated", "done"])
def test_only_what_is_in_review_is_judged(work: Work, where: str) -> None:
    task_id = work.in_review() if where == "done" else work.add()
    if where == "done":
        reviews.accept(work.store, task_id=task_id)
    elif where == "delegated":
        work.delegate(task_id)
    specialist_id = work.specialist()
    before = work.dump()
    for act in (
        lambda: reviews.accept(work.store, task_id=task_id),
        lambda: reviews.edit(work.store, task_id=task_id, text="x"),
        lambda: reviews.revise(work.store, task_id=task_id, comment="x"),
        lambda: reviews.reject(work.store, task_id=task_id),
        lambda: reviews.keep_for_myself(work.store, task_id=task_id),
        lambda: reviews.escalate_to_person(work.store, task_id=task_id, name="Nora"),
        lambda: reviews.escalate_to_specialist(work.store, task_id=task_id, specialist_id=specialist_id),
    ):
        with pytest.raises(UsageError, match="no result in review"):
            act()
    assert work.dump() == before


def test_versions_count_on_over_delegations(work: Work) -> None:
    task_id = work.in_review(text="v1")
    reviews.reject(work.store, task_id=task_id)
    work.answer(work.delegate(task_id), "v2")
    assert (work.result(task_id).version, work.result(task_id).text) == (2, "v2")
