"""Handing over, stopping, trying again, taking back."""

import pytest

from orchestrator_desktop.domain.attempts import AttemptState
from orchestrator_desktop.domain.changes import Kind
from orchestrator_desktop.domain.delegate import Example
from orchestrator_desktop.domain.errors import UsageError, UserError
from orchestrator_desktop.domain.ids import AttemptId, DelegationId, SpecialistId, TaskId
from orchestrator_desktop.domain.messages import Role
from orchestrator_desktop.domain.task import Level, Stage
from orchestrator_desktop.operations import delegations, roster, stages, tasks
from orchestrator_desktop.operations.outgoing import outgoing
from orchestrator_desktop.store import delegates
from orchestrator_desktop.store import delegations as reading
from tests.operations.work import Work


def test_delegating_queues_an_attempt_and_says_what_changed(work: Work) -> None:
    specialist_id, task_id = work.specialist(), work.add()
    changes = delegations.delegate(
        work.store, task_id=task_id, specialist_id=specialist_id, edits={"objective": "Write three lines."}
    )
    assert all(changes.touches(kind) for kind in (Kind.TASK, Kind.BRIEF, Kind.DELEGATION, Kind.ATTEMPT))
    delegation = work.delegation(DelegationId(changes.of(Kind.DELEGATION)[-1]))
    assert (delegation.state, delegation.specialist_id, delegation.delegate) == ("open", specialist_id, "Mistral")
    attempt = reading.latest_attempt(work.store, delegation.id)
    assert attempt is not None
    assert (attempt.state, attempt.number, attempt.sent_at) == (AttemptState.QUEUED, 1, None)
    assert 5 < attempt.input_estimate < 20
    assert work.stage(task_id) is Stage.DELEGATED
    assert work.events(task_id) == ["captured", "delegated"]


def test_level_three_is_never_delegated_to_an_ai(work: Work) -> None:
    specialist_id, task_id = work.specialist(), work.add("Tell the team !3")
    before = work.dump()
    with pytest.raises(UserError, match="level 3"):
        delegations.delegate(work.store, task_id=task_id, specialist_id=specialist_id, edits={"objective": "x"})
    assert work.dump() == before


def test_level_three_may_go_to_a_person(work: Work) -> None:
    task_id = work.add("Tell the team !3")
    delegation = work.delegation(work.hand_to(task_id, "Nora"))
    assert (delegation.delegate, delegation.specialist_id) == ("Nora", None)
    assert delegation.person_id is not None
    assert reading.latest_attempt(work.store, delegation.id) is None
    assert work.stage(task_id) is Stage.DELEGATED
    assert work.task(task_id).with_person


def test_a_person_is_found_by_name_or_made(work: Work) -> None:
    first = work.delegation(work.hand_to(work.add(), "Zoé"))
    second = work.delegation(work.hand_to(work.add(), " zoÉ "))
    assert (first.person_id, second.delegate) == (second.person_id, "Zoé")


def test_delegating_again_closes_what_was_out(work: Work) -> None:
    task_id = work.add()
    first = work.delegate(task_id)
    work.claim(first)
    changes = delegations.delegate(work.store, task_id=task_id, specialist_id=work.specialist())
    assert changes.of(Kind.DELEGATION)[0] == first
    assert work.delegation(first).state == "closed"
    second = DelegationId(changes.of(Kind.DELEGATION)[-1])
    assert work.delegation(second).state == "open"
    third = work.hand_to(task_id)
    assert [work.delegation(number).state for number in (first, second, third)] == ["closed", "closed", "open"]
    assert work.attempt_state(second) is AttemptState.CANCELLED
    work.sound()


@pytest.mark.parametrize("to", ["specialist", "person"])
def test_a_task_in_review_is_not_delegated_past_its_review(work: Work, to: str) -> None:
    task_id = work.in_review()
    with pytest.raises(UsageError, match="result in review"):
        work.delegate(task_id) if to == "specialist" else work.hand_to(task_id)


def test_a_finished_task_is_reopened_before_it_is_delegated(work: Work) -> None:
    task_id = work.add()
    stages.complete(work.store, task_id=task_id)
    with pytest.raises(UserError, match="reopen it first"):
        work.delegate(task_id)
    stages.reopen(work.store, task_id=task_id)
    work.delegate(task_id)
    assert work.stage(task_id) is Stage.DELEGATED


def test_who_or_what_is_not_there_is_said(work: Work) -> None:
    task_id = work.add()
    with pytest.raises(UsageError, match="no specialist 77"):
        delegations.delegate(work.store, task_id=task_id, specialist_id=SpecialistId(77))
    with pytest.raises(UsageError, match="no task 99"):
        delegations.delegate_to_person(work.store, task_id=TaskId(99), name="Nora")
    with pytest.raises(UserError, match="name is missing"):
        work.hand_to(task_id, "  ")
    for act in (delegations.stop, delegations.retry):
        with pytest.raises(UsageError, match="no delegation 5"):
            act(work.store, delegation_id=DelegationId(5))
    with pytest.raises(UsageError, match="no attempt 6"):
        delegations.keep_text(work.store, attempt_id=AttemptId(6))


def test_stopping_what_is_queued_cancels_it_and_the_task_stays_delegated(work: Work) -> None:
    task_id = work.add()
    delegation_id = work.delegate(task_id)
    changes = delegations.stop(work.store, delegation_id=delegation_id)
    assert changes.touches(Kind.ATTEMPT)
    assert (work.attempt_state(delegation_id), work.stage(task_id)) == (AttemptState.CANCELLED, Stage.DELEGATED)
    assert work.events(task_id)[-1] == "stopped"


def test_stopping_what_runs_asks_for_it(work: Work) -> None:
    delegation_id = work.delegate(work.add())
    work.claim(delegation_id)
    delegations.stop(work.store, delegation_id=delegation_id)
    assert work.attempt_state(delegation_id) is AttemptState.SENT
    assert work.store.value("SELECT stop_asked FROM attempt") == 1


def test_stopping_what_has_ended_changes_nothing(work: Work) -> None:
    task_id = work.in_review()
    before = work.standing()
    delegation = reading.latest_delegation(work.store, task_id)
    assert delegation is not None
    assert delegations.stop(work.store, delegation_id=delegation.id).ids == {}
    assert work.standing() == before


@pytest.mark.parametrize("state", ["failed", "truncated", "refused", "interrupted", "cancelled"])
def test_what_ended_otherwise_can_be_tried_again(work: Work, state: str) -> None:
    task_id = work.add()
    delegation_id = work.delegate(task_id)
    first = work.answer(delegation_id, "half", state)
    delegations.retry(work.store, delegation_id=delegation_id)
    latest = reading.latest_attempt(work.store, delegation_id)
    assert latest is not None
    assert (latest.number, latest.state, latest.text) == (2, AttemptState.QUEUED, "")
    kept = reading.attempt(work.store, first)
    assert kept is not None
    assert kept.text == "half"
    work.answer(delegation_id)
    assert work.stage(task_id) is Stage.IN_REVIEW


def test_only_what_waits_for_it_is_tried_again(work: Work) -> None:
    delegation_id = work.delegate(work.add())
    for reason in ("queued", "running"):
        with pytest.raises(UserError, match="not waiting for another try"):
            delegations.retry(work.store, delegation_id=delegation_id)
        if reason == "queued":
            work.claim(delegation_id)
    answered = reading.latest_delegation(work.store, work.in_review())
    assert answered is not None
    with pytest.raises(UserError, match="not waiting for another try"):
        delegations.retry(work.store, delegation_id=answered.id)


def test_taking_back_returns_the_task_and_keeps_the_text(work: Work) -> None:
    task_id = work.add()
    delegation_id = work.delegate(task_id)
    attempt_id = work.answer(delegation_id, "half a text", "interrupted")
    delegations.take_back(work.store, task_id=task_id)
    task = work.task(task_id)
    assert (task.stage, task.returned, work.delegation(delegation_id).state) == (Stage.PLANNED, True, "closed")
    attempt = reading.attempt(work.store, attempt_id)
    assert attempt is not None
    assert attempt.text == "half a text"
    work.delegate(task_id)
    assert not work.task(task_id).returned


@pytest.mark.parametrize("where", ["inbox", "in review", "done"])
def test_only_what_is_out_is_taken_back(work: Work, where: str) -> None:
    task_id = work.in_review() if where == "in review" else work.add()
    if where == "done":
        stages.complete(work.store, task_id=task_id)
    before = work.dump()
    with pytest.raises(UserError, match="not handed over"):
        delegations.take_back(work.store, task_id=task_id)
    assert work.dump() == before


@pytest.mark.parametrize("state", ["truncated", "interrupted", "cancelled", "failed"])
def test_text_that_arrived_can_be_reviewed(work: Work, state: str) -> None:
    task_id = work.add()
    delegation_id = work.delegate(task_id)
    attempt_id = work.answer(delegation_id, "Half an answer", state)
    changes = delegations.keep_text(work.store, attempt_id=attempt_id)
    assert work.stage(task_id) is Stage.IN_REVIEW
    result = work.result(task_id)
    assert changes.first(Kind.RESULT) == result.id
    assert (result.text, result.author, result.attempt_id, result.version) == (
        "Half an answer",
        "Mistral",
        attempt_id,
        1,
    )


def test_nothing_that_arrived_cannot_be_reviewed(work: Work) -> None:
    task_id = work.add()
    delegation_id = work.delegate(task_id)
    running = work.claim(delegation_id).attempt_id
    with pytest.raises(UserError, match="no text to review"):
        delegations.keep_text(work.store, attempt_id=running)
    work.end(running, "  \n", "failed")
    with pytest.raises(UserError, match="no text to review"):
        delegations.keep_text(work.store, attempt_id=running)


def test_text_of_a_delegation_that_is_closed_stays_where_it_is(work: Work) -> None:
    task_id = work.add()
    attempt_id = work.answer(work.delegate(task_id), "half", "failed")
    delegations.take_back(work.store, task_id=task_id)
    with pytest.raises(UserError, match="no text to review"):
        delegations.keep_text(work.store, attempt_id=attempt_id)


def test_reviewing_an_earlier_text_stops_the_try_that_runs(work: Work) -> None:
    task_id = work.add()
    delegation_id = work.delegate(task_id)
    first = work.answer(delegation_id, "half", "interrupted")
    delegations.retry(work.store, delegation_id=delegation_id)
    second = work.claim(delegation_id).attempt_id
    delegations.keep_text(work.store, attempt_id=first)
    assert work.store.value("SELECT stop_asked FROM attempt WHERE id = ?", (second,)) == 1
    work.end(second, "too late")
    assert work.result(task_id).text == "half"
    work.sound()


def test_what_a_person_sends_back_is_reviewed(work: Work) -> None:
    task_id = work.add()
    work.hand_to(task_id)
    changes = delegations.receive(work.store, task_id=task_id, text="Here it is.")
    result = work.result(task_id)
    assert (changes.first(Kind.RESULT), result.text, result.author) == (result.id, "Here it is.", "Nora")
    assert (work.stage(task_id), result.attempt_id) == (Stage.IN_REVIEW, None)


def test_receiving_needs_a_person_and_a_text(work: Work) -> None:
    alone, with_ai, with_person = work.add(), work.add(), work.add()
    work.delegate(with_ai)
    work.hand_to(with_person)
    for task_id in (alone, with_ai):
        with pytest.raises(UserError, match="not with a person"):
            delegations.receive(work.store, task_id=task_id, text="x")
    with pytest.raises(UserError, match="Paste what came back"):
        delegations.receive(work.store, task_id=with_person, text=" \n ")


def test_instructions_and_examples_of_a_specialist_are_part_of_the_messages(work: Work) -> None:
    specialist_id = work.role("Editor", instructions="Be brief.", examples=[Example("q", "a")])
    specialist = delegations.require_specialist(work.store, specialist_id)
    provider = delegates.provider(work.store, specialist.provider_id)
    assert provider is not None
    messages = outgoing(work.store, work.task(work.add("Draft")), specialist, provider).messages
    assert [message.text for message in messages] == ["Be brief.", "q", "a", "Draft"]
    assert messages[0].role is Role.SYSTEM


class TestDefaultSpecialist:
    def test_nobody_is_the_default_of_nothing(self, work: Work) -> None:
        assert delegations.default_specialist(work.store, work.task(work.add())) is None

    def test_the_newest_provider_comes_before_older_ones(self, work: Work) -> None:
        work.specialist("Mistral")
        newest = work.specialist("Ollama", base_url="http://localhost:11434/v1")
        default = delegations.default_specialist(work.store, work.task(work.add()))
        assert default is not None
        assert default.id == newest

    def test_the_one_used_last_comes_before(self, work: Work) -> None:
        used = work.specialist("Mistral")
        work.specialist("Ollama", base_url="http://localhost:11434/v1")
        work.delegate(work.add(), used)
        default = delegations.default_specialist(work.store, work.task(work.add()))
        assert default is not None
        assert default.id == used

    def test_the_tasks_own_comes_before_all(self, work: Work) -> None:
        meant = work.specialist("Mistral")
        work.delegate(work.add(), work.specialist("Ollama", base_url="http://localhost:11434/v1"))
        default = delegations.default_specialist(work.store, work.task(work.add("x @mistral")))
        assert default is not None
        assert default.id == meant

    def test_a_starters_specialist_is_no_habit(self, work: Work) -> None:
        plain = work.specialist("Mistral")
        work.delegate(work.add(), work.role("Checklists", starter="checklist"))
        default = delegations.default_specialist(work.store, work.task(work.add()))
        assert default is not None
        assert default.id == plain

    def test_who_belongs_to_a_provider_that_is_off_is_not_taken(self, work: Work) -> None:
        off = work.specialist("Ollama", base_url="http://localhost:11434/v1")
        work.delegate(work.add(), off)
        roster.edit_provider(work.store, provider_id=work.provider("Ollama"), enabled=False)
        assert delegations.default_specialist(work.store, work.task(work.add())) is None

    def test_who_has_no_model_is_not_offered(self, work: Work) -> None:
        asked = work.specialist("Mistral")
        bare = work.specialist("Ollama", base_url="http://localhost:11434/v1")
        work.delegate(work.add(), bare)
        roster.edit_provider(work.store, provider_id=work.provider("Ollama"), model=" ")
        default = delegations.default_specialist(work.store, work.task(work.add()))
        assert default is not None
        assert default.id == asked


@pytest.mark.parametrize("name", ["Mistral", "mistral", "MISTRAL"])
def test_a_specialist_is_found_by_its_name(work: Work, name: str) -> None:
    expected = work.specialist("Mistral")
    found = delegations.find_specialist(work.store, name)
    assert found is not None
    assert found.id == expected
    assert delegations.find_specialist(work.store, "nobody") is None


def test_a_provider_stands_for_its_plain_specialist(work: Work) -> None:
    work.role("Ollama", "Écrivain")
    work.provider("Ollama", "http://localhost:11434/v1")
    by_specialist = delegations.find_specialist(work.store, "ollama")
    assert by_specialist is not None
    assert (by_specialist.provider, by_specialist.plain) == ("Écrivain", False)
    second = delegations.find_specialist(work.store, "ollama 2")
    assert second is not None
    assert (second.provider, second.plain) == ("Ollama", True)
    plain = delegations.find_specialist(work.store, "éCRIVAIN")
    assert plain is not None
    assert plain.plain


def test_an_estimate_is_made_before_sending(work: Work) -> None:
    short, long = work.add("Short"), work.add("Long", notes="word " * 5000)
    estimates = [
        work.store.value("SELECT input_estimate FROM attempt WHERE delegation_id = ?", (work.delegate(task_id),))
        for task_id in (short, long)
    ]
    assert estimates[0] < 10
    assert 4900 < estimates[1] < 5200


def test_a_task_whose_level_changes_while_it_waits_is_not_hindered(work: Work) -> None:
    task_id = work.add()
    work.delegate(task_id)
    tasks.edit(work.store, task_id=task_id, level=Level.AI_ALONE)
    assert (work.task(task_id).level, work.stage(task_id)) == (Level.AI_ALONE, Stage.DELEGATED)
